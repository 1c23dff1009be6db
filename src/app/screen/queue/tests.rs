use chrono::DateTime;

use super::*;

fn job(id: i64, state: JobState) -> Job {
    Job {
        id: PrintJobId(id),
        title: format!("Ticket {id}"),
        state,
        at: Moment::new(DateTime::parse_from_rfc3339("2026-11-23T09:41:00-03:00").unwrap()),
        drawer: false,
        may_reprint: true,
    }
}

fn of(jobs: Vec<Job>) -> Queue {
    let mut queue = Queue::default();
    queue.are(jobs);
    queue
}

#[test]
fn a_paper_in_doubt_is_answered_once() {
    let mut queue = of(vec![job(4, JobState::Uncertain)]);
    let again = Message::DidNotComeOut(PrintJobId(4));
    let settle = Action::Settle(PrintJobId(4), JobState::Waiting);
    assert_eq!(queue.update(again.clone()), settle);
    assert_eq!(queue.update(again), Action::None);
    let came_out = queue.update(Message::CameOut(PrintJobId(4)));
    assert_eq!(came_out, Action::None);
}

#[test]
fn a_page_about_a_pupil_is_printed_again_only_by_whoever_may_read_it() {
    let mut queue = of(vec![Job {
        may_reprint: false,
        ..job(4, JobState::Uncertain)
    }]);
    let again = queue.update(Message::DidNotComeOut(PrintJobId(4)));
    assert_eq!(again, Action::None);
    let came_out = queue.update(Message::CameOut(PrintJobId(4)));
    assert_eq!(came_out, Action::Settle(PrintJobId(4), JobState::Printed));
}

#[test]
fn a_waiting_paper_is_given_up_once_and_with_a_reason() {
    let mut queue = of(vec![job(4, JobState::Waiting)]);
    let _ = queue.update(Message::CancelPressed(PrintJobId(4)));
    for reason in ["", "  x ", "no"] {
        let _ = queue.update(Message::ReasonChanged(reason.into()));
        assert_eq!(queue.update(Message::CancelConfirmed), Action::None);
    }
    let _ = queue.update(Message::ReasonChanged(" se fue ".into()));
    let cancel = Action::Cancel {
        job: PrintJobId(4),
        reason: "se fue".into(),
    };
    assert_eq!(queue.update(Message::CancelConfirmed), cancel);
    assert_eq!(queue.update(Message::CancelConfirmed), Action::None);
}

#[test]
fn what_is_being_sent_or_in_doubt_is_not_given_up() {
    for state in [JobState::Sending, JobState::Uncertain, JobState::Printed] {
        let mut queue = of(vec![job(4, state)]);
        let _ = queue.update(Message::CancelPressed(PrintJobId(4)));
        assert!(!queue.asks(), "{state:?}");
    }
}

#[test]
fn a_paper_that_came_out_meanwhile_is_asked_about_no_more() {
    let mut queue = of(vec![job(4, JobState::Waiting)]);
    let _ = queue.update(Message::CancelPressed(PrintJobId(4)));
    queue.are(vec![]);
    assert!(!queue.asks());
}

#[test]
fn a_reason_ends_somewhere_and_holds_no_scan() {
    let mut queue = of(vec![job(4, JobState::Waiting)]);
    let _ = queue.update(Message::CancelPressed(PrintJobId(4)));
    let _ = queue.update(Message::ReasonChanged("ñ".repeat(5_000)));
    let reason = &queue.cancelling.as_ref().unwrap().reason;
    assert_eq!(reason.chars().count(), REASON_MAX);
    let _ = queue.update(Message::ReasonChanged("se fue00414".into()));
    queue.take_back("00414");
    assert_eq!(queue.cancelling.as_ref().unwrap().reason, "se fue");
}
