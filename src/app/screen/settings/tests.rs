use std::path::PathBuf;

use super::*;

fn draft() -> Draft {
    Draft {
        name: "Cantina Tita".into(),
        ruc: String::new(),
        address: String::new(),
        phone: String::new(),
        footer: String::new(),
        locale: Locale::EsPy,
        theme: Theme::Light,
        scale_percent: 100,
        sounds: true,
        read_aloud: false,
    }
}

fn settings() -> Settings {
    let ana = User {
        id: UserId(1),
        name: "Ana".into(),
        role: Role::Administrator,
        active: true,
        own: crate::domain::user::OwnRights::none(),
    };
    Settings::new(
        draft(),
        vec![ana],
        UserId(1),
        Lists::new(PathBuf::new(), vec![]),
    )
}

#[test]
fn a_wrong_ruc_is_not_saved() {
    let mut settings = settings();
    let _ = settings.update(Message::Typed(Field::Ruc, "80009735-2".into()));
    assert_eq!(settings.update(Message::SavePressed), Action::None);
    let _ = settings.update(Message::Typed(Field::Ruc, "80009735-1".into()));
    let saved = settings.update(Message::SavePressed);
    assert!(matches!(saved, Action::Save(draft) if draft.shop().unwrap().ruc.is_some()));
}

#[test]
fn another_language_counts_at_once_but_half_a_name_does_not() {
    let mut settings = settings();
    let _ = settings.update(Message::Typed(Field::Name, "Can".into()));
    let saved = settings.update(Message::LocaleChosen(Locale::PtBr));
    let wanted = Draft {
        locale: Locale::PtBr,
        ..draft()
    };
    assert_eq!(saved, Action::Save(wanted));
    assert_eq!(settings.draft.name, "Can");
}

#[test]
fn a_user_is_added_once_with_a_pin_typed_twice() {
    let mut settings = settings();
    let mut tell = |message| settings.update(Message::Users(message));
    let _ = tell(UsersMessage::AddPressed);
    let _ = tell(UsersMessage::NameTyped(" Rosa ".into()));
    let _ = tell(UsersMessage::PinTyped("2580".into()));
    assert_eq!(tell(UsersMessage::Confirmed), Action::None);
    let _ = tell(UsersMessage::AgainTyped("2580".into()));
    let rosa = Action::AddUser {
        name: "Rosa".into(),
        role: Role::Cashier,
        pin: Pin::parse("2580").unwrap(),
    };
    assert_eq!(tell(UsersMessage::Confirmed), rosa);
    assert_eq!(tell(UsersMessage::Confirmed), Action::None);
}

#[test]
fn nobody_shuts_themselves_out_and_no_pin_is_logged() {
    let mut settings = settings();
    let me = Message::Users(UsersMessage::ActivePressed(UserId(1), false));
    assert_eq!(settings.update(me), Action::None);
    let typed = UsersMessage::PinTyped("2580".into());
    assert!(!format!("{typed:?}").contains("2580"));
}
