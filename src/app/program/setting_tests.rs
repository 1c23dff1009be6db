//! Settings changed through the real screens: written, refused, looked for, moved as a file.

use iced::Size;
use iced_test::Simulator;

use super::super::tests::{Canteen, clock};
use super::super::*;
use crate::app::screen::settings::{
    HouseMessage, Message as Settings, Page, RightsMessage, SheetMessage, TransferMessage,
    UsersMessage,
};
use crate::domain::Money;
use crate::domain::user::Role;
use crate::settings::{Config, Entry};
use crate::store::audit::Filter;

impl Canteen {
    fn set(&mut self, message: Settings) {
        self.program.play(Message::Settings(message));
    }

    fn open_at(&mut self, page: Page) {
        self.program.play(Message::Went(Place::Settings));
        self.set(Settings::PageChosen(page));
    }

    fn write_setting(&mut self, key: &str, text: &str) {
        let entry = Entry::of(key).unwrap();
        self.set(Settings::Sheet(SheetMessage::Typed(entry, text.to_owned())));
    }

    /// A window long enough that nothing has to be scrolled to.
    fn screen(&self) -> Simulator<'_, Message, crate::app::theme::Theme> {
        crate::app::font::load();
        let settings = iced::Settings::default();
        Simulator::with_size(settings, Size::new(1280.0, 2000.0), self.program.view())
    }

    /// Presses what says this, wherever it is on the screen.
    fn click(&mut self, label: &str) {
        let mut screen = self.screen();
        screen
            .click(label)
            .unwrap_or_else(|_| panic!("«{label}» is not in sight"));
        let told: Vec<Message> = screen.into_messages().collect();
        for message in told {
            self.program.play(message);
        }
    }

    fn shows(&self, text: &str) -> bool {
        let mut screen = self.screen();
        screen.find(text).is_ok()
    }

    fn audited(&self, action: &str) -> Vec<String> {
        let filter = Filter {
            action: Some(action.to_owned()),
            ..Filter::default()
        };
        let page = self.till.audit(filter, None, 50).wait().unwrap().unwrap();
        let words = &self.program.words;
        page.entries
            .iter()
            .map(|of| crate::till::audit::said(of, words))
            .collect()
    }
}

#[test]
fn a_setting_is_written_on_its_page_and_noted_with_who_before_and_after() {
    let mut canteen = Canteen::new();
    canteen.program.play(Message::Went(Place::Settings));
    canteen.click("Caja y turno");
    canteen.write_setting("shift.tolerance", "5.000");
    canteen.click("Guardar");
    assert_eq!(
        canteen.till.config().shift.tolerance,
        Money::guaranies(5_000)
    );
    let file = Config::load(&canteen.till.folder().config()).unwrap();
    assert_eq!(file.shift.tolerance, Money::guaranies(5_000));
    assert_eq!(
        canteen.audited("setting"),
        ["Diferencia permitida: de ₲ 10.000 a ₲ 5.000"]
    );
    canteen.click("Como viene de fábrica");
    canteen.click("Guardar");
    assert_eq!(
        canteen.till.config().shift.tolerance,
        Money::guaranies(10_000)
    );
    canteen.click("Volver a «₲ 5.000»");
    canteen.click("Guardar");
    assert_eq!(
        canteen.till.config().shift.tolerance,
        Money::guaranies(5_000)
    );
    assert_eq!(canteen.audited("setting").len(), 3);
}

#[test]
fn what_makes_no_sense_is_refused_at_its_line_with_the_reason_and_the_old_value_stays() {
    let mut canteen = Canteen::new();
    canteen.open_at(Page::Shift);
    canteen.write_setting("shift.tolerance", "mucho");
    assert!(canteen.shows("Un monto entero, como 10.000. Sigue el valor de antes."));
    canteen.set(Settings::Sheet(SheetMessage::SavePressed));
    assert_eq!(canteen.till.config(), Config::default());
    assert_eq!(canteen.audited("setting"), [""; 0]);
}

#[test]
fn a_setting_that_the_disk_does_not_take_is_not_in_force_and_what_was_written_stays_in_sight() {
    let mut canteen = Canteen::new();
    std::fs::write(canteen.till.folder().config(), "sounds = maybe").unwrap();
    canteen.open_at(Page::Shift);
    canteen.write_setting("shift.tolerance", "5000");
    canteen.set(Settings::Sheet(SheetMessage::SavePressed));
    assert_eq!(canteen.till.config(), Config::default());
    canteen.set(Settings::LocaleChosen(crate::i18n::Locale::PtBr));
    assert_eq!(canteen.till.config(), Config::default());
    assert_eq!(canteen.program.words.locale(), crate::i18n::Locale::EsPy);
    assert!(canteen.program.notice.is_some());
}

#[test]
fn a_search_leads_to_the_page_with_the_setting_marked_and_escape_ends_it() {
    let mut canteen = Canteen::new();
    canteen.open_at(Page::Display);
    canteen.set(Settings::FindTyped("redondoe".into()));
    canteen.click("Redondeo del efectivo");
    assert!(canteen.shows("Lo que buscabas") && canteen.shows("Fijo por ley"));
    canteen.set(Settings::FindTyped("cajon".into()));
    canteen.click("Abrir el cajón al cobrar");
    assert!(canteen.shows("Lo que buscabas"));
    canteen.set(Settings::FindTyped("xyzzy".into()));
    assert!(canteen.shows("No hay ningún ajuste «xyzzy». Probá con otra palabra."));
    let escape = iced_test::simulator::press_key(iced::keyboard::key::Named::Escape, None);
    canteen
        .program
        .play(Message::Event(escape, event::Status::Ignored));
    assert!(canteen.shows("Caja y turno"), "the pages again");
}

#[test]
fn settings_leave_in_a_file_and_come_back_after_what_differs_was_shown() {
    let mut canteen = Canteen::new();
    let path = canteen.folder.path().join("ajustes.toml");
    let path = path.display().to_string();
    canteen.open_at(Page::Transfer);
    let of = |message| Settings::Transfer(message);
    canteen.set(of(TransferMessage::PathTyped(path.clone())));
    canteen.click("Exportar a este archivo");
    assert!(std::path::Path::new(&path).exists());
    canteen.set(of(TransferMessage::ExportPressed));
    assert!(canteen.shows(&format!(
        "{path} ya existe y no se toca. Elegí otro nombre."
    )));
    let written = std::fs::read_to_string(&path).unwrap();
    assert!(
        written.contains("tolerance = 10000") && !written.contains("printer"),
        "{written}"
    );
    std::fs::write(
        &path,
        written.replace("tolerance = 10000", "tolerance = 7000"),
    )
    .unwrap();
    canteen.click("Revisar para importar");
    assert!(canteen.shows("Diferencia permitida: de ₲ 10.000 a ₲ 7.000"));
    assert_eq!(
        canteen.till.config(),
        Config::default(),
        "nothing was asked for yet"
    );
    canteen.click("Aplicar");
    assert_eq!(
        canteen.till.config().shift.tolerance,
        Money::guaranies(7_000)
    );
    assert_eq!(canteen.audited("setting").len(), 1);
}

#[test]
fn a_role_and_a_name_are_changed_on_the_page_of_a_users_rights() {
    let mut canteen = Canteen::with(Role::Administrator);
    let pin = crate::domain::user::Pin::parse("7531").unwrap();
    let rosa = canteen.till.add_user("Rosa".into(), Role::Cashier, pin);
    let rosa = rosa.wait().unwrap().unwrap();
    canteen.open_at(Page::Users);
    canteen.set(Settings::Users(UsersMessage::RightsPressed(rosa)));
    let right = |message| Settings::House(HouseMessage::Rights(message));
    canteen.set(right(RightsMessage::NameTyped("Rosa M.".into())));
    canteen.click("Supervisión");
    canteen.click("Guardar");
    let users = canteen.till.users().wait().unwrap().unwrap();
    let rosa = users.iter().find(|user| user.id == rosa).unwrap();
    assert_eq!(
        (rosa.name.as_str(), rosa.role),
        ("Rosa M.", Role::Supervisor)
    );
    assert_eq!(
        canteen.audited("user_role"),
        ["cambió el rol de Rosa M.: Caja → Supervisión"]
    );
    assert_eq!(canteen.audited("user_renamed").len(), 1);
}

#[test]
fn the_difference_allowed_in_a_shift_is_that_with_which_it_was_opened() {
    let mut canteen = Canteen::new();
    let user = canteen.program.user().unwrap().clone();
    let at = canteen.program.at(&user);
    let opened =
        canteen
            .till
            .open_shift(crate::domain::MovementId(Uuid::now_v7()), Money::ZERO, at);
    opened.wait().unwrap().unwrap();
    canteen.open_at(Page::Shift);
    canteen.write_setting("shift.tolerance", "90.000");
    canteen.click("Guardar");
    let rules = canteen.till.shift_rules(clock()).wait().unwrap().unwrap();
    assert_eq!(rules.tolerance, Money::guaranies(10_000));
    assert_eq!(
        canteen.till.config().shift.tolerance,
        Money::guaranies(90_000)
    );
}

#[test]
fn letters_are_as_large_as_the_window_has_room_for_and_what_was_chosen_is_kept() {
    let mut canteen = Canteen::new();
    let small = Size::new(1024.0, 600.0);
    canteen.program.play(Message::WindowIs(small));
    canteen.open_at(Page::Display);
    canteen.set(Settings::ScaleChosen(200));
    let chosen = || canteen.till.config().appearance.scale.in_percent();
    assert_eq!(chosen(), 200);
    let is = |program: &Program, scale: f32| (program.scale() - scale).abs() < f32::EPSILON;
    assert!(is(&canteen.program, 1.25));
    let told = [("percent", canteen.program.words.percent(125.into()).into())];
    let words = &canteen.program.words;
    let note = words.text_with("display-scale-fits", &told);
    assert!(note.contains("125"), "{note}");
    assert!(canteen.shows(&note), "{note}");
    let large = Size::new(1920.0, 1080.0);
    canteen.program.play(Message::WindowIs(large));
    assert!(is(&canteen.program, 2.0));
    assert!(!canteen.shows(&note));
}

#[test]
fn a_window_says_how_large_it_is_in_pixels_of_100_per_cent() {
    let mut canteen = Canteen::new();
    canteen.open_at(Page::Display);
    canteen.set(Settings::ScaleChosen(125));
    crate::app::font::load();
    // A window of 1024×600 draws at 125 % what it was told: so many logical pixels.
    let logical = Size::new(819.2, 480.0);
    let redraw = iced::Event::Window(iced::window::Event::RedrawRequested(
        iced::time::Instant::now(),
    ));
    let settings = iced::Settings::default();
    let mut screen = Simulator::with_size(settings, logical, canteen.program.view());
    let _ = screen.simulate([redraw]);
    let told = screen.into_messages().find_map(|message| match message {
        Message::WindowIs(window) => Some(window),
        _ => None,
    });
    let window = told.expect("it says so when it is drawn");
    assert!((window.width - 1024.0).abs() < 0.1 && (window.height - 600.0).abs() < 0.1);
}
