use super::*;
use crate::printing::{self, Style};

fn sheet(job: i64, lines: usize, finished: bool) -> Sheet {
    let mut document = Document::new(printing::Paper::Columns32);
    for line in 0..lines {
        document.text(Style::LEFT, &format!("línea {line}"));
    }
    Sheet {
        job: PrintJobId(job),
        document,
        finished,
    }
}

fn drawn_of(sheet: &Sheet) -> Paper {
    Paper::drawn(&sheet.document)
}

#[test]
fn the_paper_grows_as_it_comes_out_and_is_drawn_one_at_a_time() {
    let mut screen = VirtualPrinter::new(String::new());
    let (one, two) = (sheet(1, 1, false), sheet(1, 2, true));
    let first = screen.stands(BTreeSet::new(), vec![one.clone()]);
    assert_eq!(first, Action::Draw(Box::new(one.clone())));
    let meanwhile = screen.stands(BTreeSet::new(), vec![two.clone()]);
    assert_eq!(meanwhile, Action::None);
    let next = screen.drawn(one.clone(), drawn_of(&one));
    assert_eq!(next, Action::Draw(Box::new(two.clone())));
    assert_eq!(screen.drawn(two.clone(), drawn_of(&two)), Action::None);
    let same = screen.stands(BTreeSet::new(), vec![two]);
    assert_eq!(same, Action::None, "nothing is drawn twice");
}

#[test]
fn an_older_paper_stays_in_sight_while_others_come() {
    let mut screen = VirtualPrinter::new(String::new());
    let (old, new) = (sheet(1, 1, true), sheet(2, 1, true));
    let _ = screen.stands(BTreeSet::new(), vec![old.clone(), new.clone()]);
    let _ = screen.drawn(new.clone(), drawn_of(&new));
    let chosen = screen.update(Message::Chosen(PrintJobId(1)));
    assert_eq!(chosen, Action::Draw(Box::new(old.clone())));
    let _ = screen.drawn(old.clone(), drawn_of(&old));
    let another = screen.stands(BTreeSet::new(), vec![old, new, sheet(3, 1, true)]);
    assert_eq!(another, Action::None);
    let newest = screen.update(Message::NewestPressed);
    assert_eq!(newest, Action::Draw(Box::new(sheet(3, 1, true))));
}

#[test]
fn only_a_whole_paper_is_saved_and_only_somewhere() {
    let mut screen = VirtualPrinter::new("  ".into());
    assert_eq!(screen.update(Message::SavePressed), Action::None);
    let _ = screen.stands(BTreeSet::new(), vec![sheet(1, 1, false)]);
    let _ = screen.update(Message::FolderTyped("papeles".into()));
    assert_eq!(screen.update(Message::SavePressed), Action::None);
    let _ = screen.stands(BTreeSet::new(), vec![sheet(1, 1, true)]);
    let save = Action::Save {
        job: PrintJobId(1),
        page: Box::new(sheet(1, 1, true).document),
        folder: PathBuf::from("papeles"),
    };
    assert_eq!(screen.update(Message::SavePressed), save);
}
