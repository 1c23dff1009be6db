//! Every state of the checkout as a picture, in `target/checkout/`, to be looked at.

use std::path::Path;

use iced::Size;

use super::message::*;
use super::tests::{ALLERGIC, Canteen, documented, lunch, press, sofia, vegan};
use crate::app::offscreen::Stage;
use crate::app::theme::Theme;
use crate::domain::cart::LineId;
use crate::domain::{CartId, Money, TenderId};

fn states() -> Vec<(&'static str, Vec<Message>)> {
    let held = |number: u128, name: &str| Held {
        cart: CartId(uuid::Uuid::from_u128(number)),
        name: name.into(),
        lines: 3,
    };
    let held = Message::HeldListed(vec![held(7, "Profe Ramírez"), held(8, "Mateo · 6.º A")]);
    let known = |more: Vec<Message>| {
        let mut all = vec![held.clone(), sofia(&ALLERGIC)];
        all.extend(lunch());
        all.extend(more);
        all
    };
    let cash = Message::CashPressed(Money::guaranies(20_000));
    let pay = Message::PayPressed;
    let line = LineId(0);
    vec![
        ("empty", vec![]),
        ("selling", known(vec![])),
        ("cash-missing", known(vec![pay(Way::Cash)])),
        ("cash", known(vec![pay(Way::Cash), cash.clone()])),
        ("account", known(vec![pay(Way::Account)])),
        ("account-refused", known(vec![press(3), pay(Way::Account)])),
        (
            "limit",
            known(vec![press(4), pay(Way::Account), Message::LimitPressed]),
        ),
        ("card", known(vec![pay(Way::Card)])),
        (
            "mixed",
            known(vec![
                pay(Way::Mixed),
                Message::KeyPressed(Key::Digit(5)),
                Message::KeyPressed(Key::Thousand),
                Message::DialogConfirmed,
                Message::TenderChosen(TenderId(2)),
            ]),
        ),
        (
            "approval",
            known(vec![
                press(2),
                Message::AuthorisePressed,
                Message::TextChanged("El responsable llamó y lo autorizó".into()),
                Message::Typed('2'),
                Message::Typed('5'),
            ]),
        ),
        ("line", known(vec![Message::LinePressed(line)])),
        (
            "weight",
            vec![
                press(11),
                Message::Typed('3'),
                Message::Typed('5'),
                Message::Typed('0'),
            ],
        ),
        (
            "discount",
            known(vec![
                Message::PartPressed(Part::Discount(Target::Ticket)),
                Message::Typed('1'),
                Message::Typed('0'),
            ]),
        ),
        ("hold", known(vec![Message::HoldPressed])),
        ("pupils", vec![Message::PupilPressed]),
        ("refused", known(vec![Message::StepPressed(line, 10_000)])),
        (
            "done",
            known(vec![
                pay(Way::Cash),
                cash,
                Message::DialogConfirmed,
                Message::Recorded("001-0004218".into()),
            ]),
        ),
        (
            "search",
            known(vec![Message::SearchChanged("barra".into())]),
        ),
        (
            "unknown",
            vec![Message::CustomerFound(Err(NoCustomer::Unknown(
                "99".into(),
            )))],
        ),
    ]
}

/// What stands against something for somebody.
fn alerts() -> Vec<(&'static str, Vec<Message>)> {
    vec![
        (
            "alert",
            vec![press(8), press(7), press(1), sofia(&ALLERGIC)],
        ),
        ("alert-approve", vec![sofia(&ALLERGIC), press(2)]),
        (
            "alert-label",
            vec![
                sofia(&ALLERGIC),
                press(14),
                Message::LabelPressed(LineId(0)),
            ],
        ),
        ("alert-diet", vec![vegan(), press(1), press(15)]),
        (
            "alert-all",
            vec![
                press(8),
                press(14),
                press(15),
                press(2),
                documented(),
                Message::LabelPressed(LineId(1)),
            ],
        ),
        ("tiles-allergic", vec![sofia(&ALLERGIC)]),
    ]
}

#[test]
fn every_state_is_drawn_at_both_ends_of_the_sizes() {
    let canteen = Canteen::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/checkout");
    std::fs::create_dir_all(&folder).expect("target/ can be written");
    let mut stage = Stage::new();
    let looks = [
        ("", Size::new(1192.0, 744.0), Theme::Light),
        ("-small", Size::new(936.0, 544.0), Theme::Light),
        ("-dark", Size::new(1192.0, 744.0), Theme::Dark),
        // 1024x600 at a scale of 150 %.
        ("-tight", Size::new(594.0, 343.0), Theme::Light),
    ];
    for (name, messages) in states().into_iter().chain(alerts()) {
        let screen = canteen.after(messages);
        for (look, size, theme) in &looks {
            let picture =
                canteen.told(|context| stage.render(screen.view(context), *size, 1.0, theme));
            assert!(!picture.is_blank(), "{name}");
            let file = folder.join(format!("{name}{look}.png"));
            std::fs::write(file, picture.png().expect("it has sides"))
                .expect("target/ can be written");
        }
    }
}
