//! The screens of first start, login, sales and settings, drawn without a display.
//!
//! The pictures are left in `target/rooms/`, in a small window and in a large one.

use std::path::{Path, PathBuf};

use cantina::app::offscreen::Stage;
use cantina::app::screen::lists::{self, BadLine, DryRun, Entry, Lists};
use cantina::app::screen::login::{self, Login};
use cantina::app::screen::queue::{Queue, Standing};
use cantina::app::screen::sales::{self, Sales, Uncertain};
use cantina::app::screen::settings::safety::Last;
use cantina::app::screen::settings::{
    self, Checked, Draft, Page, SafetyMessage, Settings, UsersMessage,
};
use cantina::app::screen::setup::{self, Setup};
use cantina::app::theme::Theme;
use cantina::app::widget::Element;
use cantina::domain::tender::TenderKind;
use cantina::domain::user::{Role, User};
use cantina::domain::{
    BusinessDay, Moment, Money, PrintJobId, ProductId, SaleId, Timestamp, UserId,
};
use cantina::i18n::{I18n, Locale};
use cantina::store::diet::{Harm, Met};
use cantina::till::checks::Line;
use chrono::DateTime;
use iced::Size;
use iced_test::Simulator;
use uuid::Uuid;

/// Whole windows, for screens without a sidebar.
const WINDOWS: [Size; 2] = [Size::new(1280.0, 800.0), Size::new(1024.0, 600.0)];
/// What the sidebar and the bar at the top leave of them.
const PLACES: [Size; 2] = [Size::new(1192.0, 744.0), Size::new(936.0, 544.0)];

fn draw<'a, M: 'a>(name: &str, sizes: [Size; 2], view: impl Fn() -> Element<'a, M>) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../rooms");
    std::fs::create_dir_all(&folder).expect("target/ can be written");
    let mut stage = Stage::new();
    for (size, theme) in sizes.into_iter().zip([Theme::Light, Theme::Dark]) {
        let picture = stage.render(view(), size, 1.0, &theme);
        assert!(!picture.is_blank(), "{name} is blank");
        let png = picture.png().expect("a picture of a window can be a PNG");
        let file = format!("{name}-{}.png", size.width);
        std::fs::write(folder.join(file), png).expect("target/ can be written");
    }
}

fn words() -> I18n {
    I18n::new(Locale::EsPy)
}

fn users() -> Vec<User> {
    [
        ("María González", Role::Cashier, true),
        ("Rosa Ayala", Role::Supervisor, true),
        ("Ana Villalba", Role::Administrator, true),
        ("Jorge Ramírez", Role::Cashier, false),
    ]
    .into_iter()
    .zip(1..)
    .map(|((name, role, active), id)| User {
        id: UserId(id),
        name: name.into(),
        role,
        active,
        own: cantina::domain::user::OwnRights::none(),
    })
    .collect()
}

fn some_lists() -> Lists {
    let folder = PathBuf::from("Documentos").join("Cantina");
    let names = [
        ("2025", true),
        ("alumnos 2026.csv", false),
        ("productos.csv", false),
    ];
    let entries = names.map(|(name, is_folder)| Entry {
        path: folder.join(name),
        is_folder,
    });
    Lists::new(folder, entries.into())
}

fn bad_list() -> Lists {
    let mut lists = some_lists();
    let _ = lists.update(lists::Message::EntryPressed(2));
    let bad = [
        (4, "Falta el precio de «Chipa guazú»."),
        (17, "El código 7840058001234 ya está en la línea 9."),
        (58, "«1O.000» no es un precio: tiene una letra."),
    ];
    let bad = bad.map(|(number, reason)| BadLine {
        number,
        reason: reason.into(),
    });
    lists.read(Ok(DryRun {
        good: 117,
        bad: bad.into(),
        ignored: vec!["proveedor".into(), "precoi mayorista".into()],
    }));
    lists
}

#[test]
fn headings_that_the_import_did_not_know_are_shown_before_it_is_done() {
    let words = words();
    let mut lists = some_lists();
    let _ = lists.update(lists::Message::EntryPressed(2));
    lists.read(Ok(DryRun {
        good: 117,
        ignored: vec!["precoi".into()],
        ..DryRun::default()
    }));
    cantina::app::font::load();
    let size = Size::new(1280.0, 800.0);
    let mut ui: Simulator<'_, lists::Message, Theme> =
        Simulator::with_size(iced::Settings::default(), size, lists.view(&words));
    let _ = ui.find("Columnas que no se usan: «precoi»").expect("shown");
    let _ = ui
        .click("Importar")
        .expect("and it does not stop the import");
    assert_eq!(ui.into_messages().count(), 1);
}

#[test]
fn login_and_lock() {
    let words = words();
    let now = Timestamp(1_000_000);
    draw("login", WINDOWS, || {
        let mut login = Login::new(users());
        let _ = login.update(login::Message::UserChosen(UserId(1)), now);
        for digit in "258".chars() {
            let _ = login.update(login::Message::Typed(digit), now);
        }
        let login = Box::leak(Box::new(login));
        login.view("Cantina Tita", &words, now)
    });
    draw("locked", WINDOWS, || {
        let mut login = Login::locked(users(), UserId(1));
        login.refused(Timestamp(now.0 + 8_000));
        Box::leak(Box::new(login)).view("Cantina Tita", &words, now)
    });
}

#[test]
fn the_first_start_step_by_step() {
    use setup::{Field, Message};
    let words = words();
    let mut setup = Setup::new(Locale::EsPy, bad_list());
    let typed = [
        (Field::Shop, "Cantina Tita"),
        (Field::Ruc, "80009735-1"),
        (Field::Address, "Av. España 1234, Asunción"),
        (Field::Name, "Ana Villalba"),
        (Field::Pin, "2580"),
        (Field::Again, "2580"),
    ];
    for (field, text) in typed {
        let _ = setup.update(Message::Typed(field, text.into()));
    }
    for name in ["language", "shop", "administrator", "lists"] {
        draw(&format!("setup-{name}"), WINDOWS, || setup.view(&words));
        let _ = setup.update(Message::NextPressed);
    }
}

fn day() -> Vec<sales::Row> {
    let at = DateTime::parse_from_rfc3339("2026-11-23T09:41:00-03:00").expect("a date");
    let sofia = "Sofía Benítez";
    let ticket = "                 Cantina Tita\n            RUC 80009735-1\n\nTicket 1043              23/11/2026 09:41\nCaja 1                        María G.\n------------------------------------------------\n2 Empanada de carne                        12.000\n1 Jugo de naranja 300 ml                    6.000\n------------------------------------------------\nTOTAL                                    ₲ 18.000\n\n      Ticket interno, sin valor fiscal";
    let rows = [
        (1045, None, 12_500, vec![TenderKind::Cash], true, false),
        (
            1044,
            Some("Mateo Rolón Giménez"),
            9_500,
            vec![TenderKind::Account, TenderKind::Cash],
            false,
            false,
        ),
        (
            1043,
            Some(sofia),
            18_000,
            vec![TenderKind::Account],
            false,
            false,
        ),
        (1042, None, 12_500, vec![TenderKind::Cash], false, true),
        (
            1041,
            Some("Camila Duarte"),
            7_000,
            vec![TenderKind::Qr],
            false,
            false,
        ),
    ];
    let rows = rows.map(|(number, buyer, total, tenders, void, voided)| sales::Row {
        id: SaleId(Uuid::from_u128(number)),
        number: i64::try_from(number).expect("small"),
        at: Moment::new(at),
        buyer: buyer.map(Into::into),
        total: Money::guaranies(total),
        tenders,
        void,
        refund: false,
        voided,
        given_back: Money::ZERO,
        has_left: !void && !voided,
        ticket: Some(ticket.into()),
    });
    rows.into()
}

#[test]
fn the_sales_of_the_day() {
    use sales::Message;
    let words = words();
    let none = Sales::new(vec![], vec![]);
    draw("sales-none", PLACES, || none.view(&words));
    let uncertain = Uncertain {
        may_reprint: true,
        job: PrintJobId(7),
        number: Some(1044),
    };
    let mut sales = Sales::new(day(), vec![uncertain]);
    let _ = sales.update(Message::Chosen(day()[2].id));
    draw("sales", PLACES, || sales.view(&words));
    let _ = sales.update(Message::VoidPressed);
    let _ = sales.update(Message::ReasonChanged(words.text("sales-reason-mistake")));
    draw("sales-void", PLACES, || sales.view(&words));
}

#[test]
fn the_settings_page_by_page() {
    use settings::{Field, Message};
    let (words, standing, queue) = (words(), Standing::default(), Queue::default());
    let draft = Draft {
        name: "Cantina Tita".into(),
        ruc: "80009735-1".into(),
        address: "Av. España 1234, Asunción".into(),
        phone: "021 600 700".into(),
        footer: "¡Gracias y buen provecho!".into(),
        locale: Locale::EsPy,
        theme: Theme::Light,
        scale_percent: 100,
        sounds: true,
        read_aloud: false,
    };
    let mut settings = Settings::new(draft, users(), UserId(3), some_lists());
    for (name, page) in [
        ("printer", Page::Printer),
        ("display", Page::Display),
        ("users", Page::Users),
        ("lists", Page::Lists),
        ("shop", Page::Shop),
    ] {
        let _ = settings.update(Message::PageChosen(page));
        if page == Page::Shop {
            let _ = settings.update(Message::Typed(Field::Ruc, "80009735-2".into()));
        }
        draw(&format!("settings-{name}"), PLACES, || {
            settings.view(&standing, &queue, &words)
        });
    }
    let _ = settings.update(Message::PageChosen(Page::Users));
    let _ = settings.update(Message::Users(UsersMessage::AddPressed));
    let _ = settings.update(Message::Users(UsersMessage::PinTyped("1234".into())));
    draw("settings-user", PLACES, || {
        settings.view(&standing, &queue, &words)
    });
}

/// What pressing these words, one after the other, tells the screen.
fn pressed<'a, M: 'a>(view: Element<'a, M>, faces: &[&str]) -> Vec<M> {
    cantina::app::font::load();
    let size = Size::new(1280.0, 800.0);
    let mut ui: Simulator<'_, M, Theme> =
        Simulator::with_size(iced::Settings::default(), size, view);
    for face in faces {
        let _ = ui.click(*face).expect("on screen");
    }
    ui.into_messages().collect()
}

#[test]
fn a_name_and_four_keys_let_a_cashier_in() {
    let (words, now) = (words(), Timestamp(0));
    let mut login = Login::new(users());
    for face in ["Rosa Ayala", "2", "5", "8", "0"] {
        for message in pressed(login.view("Cantina Tita", &words, now), &[face]) {
            let _ = login.update(message, now);
        }
    }
    let enter = pressed(login.view("Cantina Tita", &words, now), &["Entrar"]);
    let tried = enter.into_iter().map(|message| login.update(message, now));
    let tried: Vec<_> = tried.collect();
    assert!(
        matches!(&tried[..], [login::Action::TryPin { user: UserId(2), pin }]
        if pin.digits() == "2580")
    );
}

#[test]
fn a_sale_pressed_in_the_list_can_be_printed_again_but_a_voided_one_not_voided() {
    let words = words();
    let mut sales = Sales::new(day(), vec![]);
    for message in pressed(sales.view(&words), &["Sofía Benítez"]) {
        let _ = sales.update(message);
    }
    let again = pressed(sales.view(&words), &["Reimprimir copia"]);
    let wanted: Vec<_> = again.into_iter().map(|said| sales.update(said)).collect();
    assert_eq!(wanted, [sales::Action::Reprint(day()[2].id)]);
    let _ = sales.update(sales::Message::Chosen(day()[3].id));
    assert!(pressed(sales.view(&words), &["Anular…"]).is_empty());
}

/// A check that found something: what, what to do, and who has to answer.
#[test]
fn a_self_check_that_found_something() {
    let (words, standing, queue) = (words(), Standing::default(), Queue::default());
    let draft = Draft {
        name: "Cantina San José".into(),
        ruc: String::new(),
        address: String::new(),
        phone: String::new(),
        footer: String::new(),
        locale: Locale::EsPy,
        theme: Theme::Light,
        scale_percent: 100,
        sounds: true,
        read_aloud: false,
    };
    let line = |part, holds, what: &str, found: &[&str], todo: Option<&str>| Line {
        part,
        holds,
        what: what.into(),
        found: found.iter().map(ToString::to_string).collect(),
        todo: todo.map(str::to_owned),
    };
    let day = BusinessDay::from_number(20_780).expect("it is a day");
    let met = |number: i64, name: &str| {
        let met = Met {
            sale: number,
            number,
            day,
            student: "Sofía Benítez".into(),
            product: ProductId(1),
            name: name.into(),
            harm: Harm::KnownToday,
            reasons: Vec::new(),
            looked_at: false,
        };
        let says = format!(
            "Ticket {number} del 23/11/2026: Sofía Benítez llevó {name}: contiene maní (severa). Hoy se sabe que lo tiene."
        );
        (met, says)
    };
    let at = DateTime::parse_from_rfc3339("2026-11-23T07:02:00-03:00").expect("it is a time");
    let checked = Checked {
        last: Some(Last {
            at: Moment::new(at),
            failed: vec![1, 4],
        }),
        running: None,
        lines: vec![
            line(
                1,
                false,
                "Datos: alumnos con restricciones: 35; productos declarados por completo: 113 de 121.",
                &["No se cumple balances_equal_facts: 2 filas."],
                Some(
                    "Los datos no coinciden (13829 ventas). No se cambió nada: guardá una copia de la carpeta y llamá al técnico.",
                ),
            ),
            line(
                2,
                true,
                "Reglas: 41 casos conocidos de etiquetas y de la política.",
                &[],
                None,
            ),
            line(3, true, "Ventas de prueba: 32.", &[], None),
            line(
                4,
                false,
                "Historia: 2011 productos vendidos a alumnos con restricciones (35).",
                &[],
                Some(
                    "Avisá a la familia, mirá la etiqueta y anotá qué se hizo en Ajustes › Seguridad.",
                ),
            ),
        ],
        open: vec![met(1208, "Barrita de cereal"), met(1377, "Alfajor")],
    };
    let mut settings = Settings::new(draft, users(), UserId(3), some_lists());
    let _ = settings.update(settings::Message::PageChosen(Page::Safety));
    settings.checked(checked.clone());
    draw("settings-safety-bad", PLACES, || {
        settings.view(&standing, &queue, &words)
    });
    let running = Checked {
        running: Some(3),
        ..checked
    };
    settings.checked(running);
    draw("settings-safety-running", PLACES, || {
        settings.view(&standing, &queue, &words)
    });
    let answer = SafetyMessage::AnswerPressed(1);
    let _ = settings.update(settings::Message::Safety(answer));
    draw("settings-safety-answer", PLACES, || {
        settings.view(&standing, &queue, &words)
    });
}
