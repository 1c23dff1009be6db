//! The gallery: every widget in both themes, drawn without a display, to look at.
//!
//! The pictures are left in `target/look/`.

use std::path::{Path, PathBuf};
use std::time::Instant;

use cantina::app::icon::{Icon, icon};
use cantina::app::offscreen::{Picture, Stage};
use cantina::app::theme::{Theme, size, space, style};
use cantina::app::widget::{
    Column, Dialog, Element, Mark, Mood, Row, amount, avatar, banner, button, card, chip, clamp,
    empty, field, keypad, modal, nav, progress, scroll, segmented, stepper, strip, table, text,
    tile, toast, toasted, well,
};
use iced::widget::{container, rule, space as gap};
use iced::{Alignment, Length, Size};

const WINDOW: Size = Size::new(1280.0, 800.0);

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../look");
    std::fs::create_dir_all(&folder).expect("target/ can be written");
    folder
}

fn keep(name: &str, theme: Theme, picture: &Picture) {
    assert!(!picture.is_blank(), "{name} is blank");
    let png = picture.png().expect("a picture of a window can be a PNG");
    let file = format!("{name}-{theme:?}.png").to_lowercase();
    std::fs::write(folder().join(file), png).expect("target/ can be written");
}

fn column<'a>(parts: impl IntoIterator<Item = Element<'a, ()>>) -> Column<'a, ()> {
    Column::with_children(parts).spacing(space::M)
}

fn row<'a>(parts: impl IntoIterator<Item = Element<'a, ()>>) -> Row<'a, ()> {
    Row::with_children(parts)
        .spacing(space::M)
        .align_y(Alignment::Center)
}

/// The checkout, as far as widgets go.
fn checkout<'a>() -> Element<'a, ()> {
    Row::with_children([
        sidebar(),
        column([
            field::search(
                Icon::ScanBarcode,
                "F2",
                field("Escanear código, tarjeta o buscar producto…", "").on_input(drop),
            ),
            categories(),
            scroll(tiles()).height(Length::Fill).into(),
            row([
                button::secondary("Poner en espera (2)")
                    .icon(Icon::Pause)
                    .fill()
                    .on_press(())
                    .into(),
                button::secondary("Ventas del turno")
                    .icon(Icon::History)
                    .fill()
                    .on_press(())
                    .into(),
                button::secondary("Reimprimir")
                    .icon(Icon::Printer)
                    .fill()
                    .into(),
            ])
            .into(),
        ])
        .padding(space::L)
        .width(Length::FillPortion(64))
        .into(),
        rule::vertical(1).into(),
        container(ticket())
            .style(style::panel)
            .padding(space::L)
            .width(Length::FillPortion(36))
            .into(),
    ])
    .into()
}

fn sidebar<'a>() -> Element<'a, ()> {
    nav::sidebar(
        vec![
            nav::item(Icon::ShoppingCart, "Venta", true, ()),
            nav::item(Icon::ChartColumn, "Panel", false, ()),
            nav::item(Icon::Wallet, "Caja", false, ()),
            nav::item(Icon::Users, "Alumnos", false, ()),
            nav::item(Icon::Package, "Productos", false, ()),
        ],
        vec![
            nav::item(Icon::CircleQuestionMark, "Ayuda", false, ()),
            nav::item(Icon::Settings, "Ajustes", false, ()),
        ],
    )
}

fn categories<'a>() -> Element<'a, ()> {
    let names = [
        "Todo",
        "Favoritos",
        "Panadería",
        "Bebidas",
        "Lácteos",
        "Snacks",
        "Almuerzos",
        "Frutas",
    ];
    strip(
        Row::with_children(names.map(|name| chip::choice(name, name == "Todo", ())))
            .spacing(space::S),
    )
    .into()
}

fn tiles<'a>() -> Element<'a, ()> {
    let products = [
        ("Empanada de carne", "₲ 6.000", "24 un.", Mark::Plain),
        ("Chipa", "₲ 4.000", "40 un.", Mark::Refused),
        ("Mixto jamón y queso", "₲ 10.000", "12 un.", Mark::Refused),
        ("Jugo de naranja", "₲ 7.000", "18 un.", Mark::Plain),
        ("Agua mineral 500 ml", "₲ 5.000", "60 un.", Mark::Plain),
        ("Alfajor de maicena", "₲ 5.000", "3 un.", Mark::Caution),
        (
            "Sándwich de pollo, huevo, jamón y queso en pan integral",
            "₲ 12.000",
            "10 un.",
            Mark::Caution,
        ),
        ("Ensalada de frutas", "₲ 9.000", "0 un.", Mark::Plain),
    ];
    let rows = products.chunks(4).map(|four| {
        let tiles = four.iter().map(|(name, price, stock, mark)| {
            let on_press = (*stock != "0 un.").then_some(());
            tile(*name, *price)
                .stock(*stock, stock.len() < 6 && *stock < "4")
                .mark(*mark)
                .on_press_maybe(on_press)
                .into()
        });
        row(tiles).into()
    });
    column(rows).into()
}

fn ticket<'a>() -> Element<'a, ()> {
    let line = |name: &'a str, price: &'a str| {
        row([
            Column::new()
                .width(Length::Fill)
                .push(clamp(name, 2).strong())
                .push(text::caption(format!("{price} c/u")).style(style::muted))
                .into(),
            stepper("1", Some(()), Some(())),
            container(text::strong(price))
                .width(84)
                .align_x(Alignment::End)
                .into(),
        ])
        .height(68)
        .into()
    };
    column([
        card(pupil()).width(Length::Fill).into(),
        card(table::rows([
            line("Empanada de carne", "₲ 6.000"),
            line("Agua mineral 500 ml", "₲ 5.000"),
            line("Jugo de naranja", "₲ 7.000"),
        ]))
        .padding([space::XS, space::L])
        .height(Length::Fill)
        .into(),
        row([
            text::small("3 productos · IVA incl. 10 % ₲ 1.636")
                .style(style::muted)
                .into(),
            gap::horizontal().into(),
            text::small("Descuento ₲ 0").style(style::muted).into(),
        ])
        .into(),
        amount::total("Total", "₲ 18.000"),
        row([
            button::primary("Tarjeta alumno")
                .icon(Icon::IdCard)
                .fill()
                .on_press(())
                .into(),
            button::soft("Efectivo")
                .icon(Icon::Banknote)
                .tall()
                .fill()
                .on_press(())
                .into(),
        ])
        .into(),
        row([
            button::secondary("Débito / crédito")
                .icon(Icon::CreditCard)
                .fill()
                .on_press(())
                .into(),
            button::secondary("QR · mixto")
                .icon(Icon::QrCode)
                .fill()
                .on_press(())
                .into(),
        ])
        .into(),
    ])
    .into()
}

fn pupil<'a>() -> Element<'a, ()> {
    let restrictions = chip::flow([
        chip::status(Mood::Error, Icon::Ban, "Maní severa"),
        chip::status(Mood::Warn, Icon::TriangleAlert, "Lactosa"),
    ]);
    row([
        avatar("Sofía Benítez", 62.0),
        Column::new()
            .spacing(space::XS)
            .width(Length::Fill)
            .push(text::lead("Sofía Benítez"))
            .push(text::small("5.º grado B · 00414").style(style::muted))
            .push(restrictions)
            .into(),
        Column::new()
            .align_x(Alignment::End)
            .push(text::caption("Saldo").style(style::muted))
            .push(text::figure("₲ 26.000").style(style::accent_ink))
            .push(text::caption("hoy ₲ 20.000").style(style::muted))
            .into(),
    ])
    .into()
}

/// The cash dialog, as the drawing has it.
fn pay<'a>() -> Dialog<'a, ()> {
    let bills = ["₲ 18.000 justo", "₲ 20.000", "₲ 50.000", "₲ 100.000"]
        .map(|bill| button::soft(bill).fill().on_press(()).into());
    let [exact, twenty, fifty, hundred] = bills;
    let left = column([
        text::title("Cobrar en efectivo").into(),
        amount::pair("Total", "₲ 18.000"),
        amount("Recibido", "₲ 20.000", true),
        amount::result("Vuelto", "₲ 2.000"),
        row([exact, twenty]).into(),
        row([fifty, hundred]).into(),
    ]);
    let answers = row([
        button::secondary("Cancelar")
            .tall()
            .width(160)
            .on_press(())
            .into(),
        button::primary("Cobrar e imprimir")
            .icon(Icon::Check)
            .fill()
            .on_press(())
            .into(),
    ]);
    let keys = container(keypad(|_| ())).width(340);
    Dialog::new(
        Row::new()
            .spacing(space::XL)
            .push(left.width(Length::Fill))
            .push(keys),
    )
    .foot(answers)
    .width_max(900.0)
}

/// The allergy alert, as the drawing has it.
fn alert<'a>() -> Dialog<'a, ()> {
    let words = Column::new()
        .push(text::title("Venta bloqueada: Sofía no puede comer esto"))
        .push(text::small(
            "Alergia al maní · severa · indicada por su madre, Carmen Rodríguez · 0981 123 456",
        ));
    let head = row([
        icon(Icon::OctagonAlert, size::ICON_HERO).into(),
        words.into(),
    ])
    .spacing(space::L);
    let head = container(head)
        .width(Length::Fill)
        .padding([space::L, space::XL])
        .style(style::danger_head);
    let refused = banner(
        Mood::Error,
        "Barra de maní",
        Some("Contiene maní — declarado en la ficha del producto".into()),
        vec![button::primary("Quitar").on_press(()).into()],
    );
    let asked = banner(
        Mood::Warn,
        "Alfajor de maicena",
        Some(
            "Puede contener maní y leche — «puede contener trazas de maní», ingredientes del 12/03"
                .into(),
        ),
        vec![button::secondary("Quitar").tall().on_press(()).into()],
    );
    let answers = row([
        button::secondary("Volver a la venta")
            .tall()
            .fill()
            .on_press(())
            .into(),
        button::secondary("Autorizar con PIN…")
            .icon(Icon::Lock)
            .tall()
            .fill()
            .on_press(())
            .into(),
        button::primary("Quitar ambos y seguir")
            .fill()
            .on_press(())
            .into(),
    ]);
    Dialog::new(column([refused, asked]))
        .foot(answers)
        .head(head)
        .width_max(860.0)
}

/// What no drawing shows: everything else, side by side.
fn parts<'a>() -> Element<'a, ()> {
    let (left, right) = (controls(), statements());
    let both = Row::new()
        .spacing(space::XL)
        .padding(space::XL)
        .push(left.width(Length::Fill))
        .push(right.width(Length::Fill));
    toasted(
        both,
        Some(toast(
            Mood::Error,
            "No se pudo imprimir",
            Some("La venta 252 está guardada; el ticket espera.".into()),
            (),
        )),
    )
}

fn controls<'a>() -> Column<'a, ()> {
    column([
        row([
            button::primary("Principal")
                .icon(Icon::Check)
                .on_press(())
                .into(),
            button::danger("Anular venta")
                .icon(Icon::Trash)
                .on_press(())
                .into(),
            button::secondary("Segunda").on_press(()).into(),
        ])
        .into(),
        row([
            button::primary("Apagado").icon(Icon::Check).into(),
            button::soft("Suave").on_press(()).into(),
            button::ghost("Restaurar…").on_press(()).into(),
            button::icon_only(Icon::Pencil).on_press(()).into(),
            button::icon_only(Icon::Trash).into(),
        ])
        .into(),
        segmented(
            [("Hoy", 0), ("Ayer", 1), ("Semana", 2), ("Mes", 3)],
            &0,
            |_| (),
        ),
        field::labelled(
            "RUC",
            field("80009735-1", "80009735-2").on_input(drop),
            Some("El dígito verificador debe ser 1".into()),
        ),
        field::labelled(
            "Nombre del comercio",
            field("Cantina Tita", "").on_input(drop),
            None,
        ),
        progress(
            "Importando alumnos",
            "1.204 de 2.500 · quedan 8 s",
            0.48,
            Some(("Cancelar".into(), ())),
        ),
        chip::flow([
            chip::status(Mood::Ok, Icon::Printer, "Impresora lista"),
            chip::status(Mood::Neutral, Icon::HardDrive, "Backup hoy 22:00"),
            chip::status(Mood::Warn, Icon::TriangleAlert, "Sin papel"),
            chip::status(Mood::Error, Icon::Unplug, "Desconectada"),
        ]),
        row([
            iced::widget::checkbox(true)
                .label("Imprimir ticket")
                .on_toggle(|_| ())
                .into(),
            iced::widget::toggler(true)
                .label("Oscuro")
                .on_toggle(|_| ())
                .into(),
            iced::widget::radio("80 mm", 1, Some(1), |_| ()).into(),
        ])
        .into(),
    ])
}

fn statements<'a>() -> Column<'a, ()> {
    let columns = table::Table([
        table::share(3),
        table::fixed(70.0).end(),
        table::share(2).end(),
    ]);
    let cells = |name: &'a str, count: &'a str, money: &'a str| -> [Element<'a, ()>; 3] {
        [
            text::body(name).into(),
            text::body(count).into(),
            text::body(money).into(),
        ]
    };
    column([
        banner(
            Mood::Ok,
            "Copia hecha",
            Some("252 ventas, verificada".into()),
            vec![],
        ),
        banner(Mood::Neutral, "Modo de práctica", None, vec![]),
        card(
            Column::new()
                .push(columns.head(["Producto", "Cant.", "Monto"]))
                .push(rule::horizontal(1))
                .push(table::rows([
                    columns.row(cells("Empanada de carne", "64", "₲ 384.000")),
                    columns.row(cells("Agua mineral 500 ml", "51", "₲ 255.000")),
                    columns.press_row(cells("Elegida", "111", "₲ 1.111.111"), true, ()),
                    columns.press_row(cells("Para tocar", "47", "₲ 188.000"), false, ()),
                ])),
        )
        .into(),
        well(text::mono("/dev/ttyUSB0 · « » × − → ₲ 0,350 kg")).into(),
        text::lead("Ag\u{303}uĩ ẽ ỹ mboʼe · 4,5 × 2 − 1 → ₲ 8 «ñandutí» … 11:42").into(),
        card(empty(
            Icon::ShoppingBasket,
            "Todavía no hay productos",
            "Escaneá un código o tocá un producto para empezar la venta.",
            Some(
                button::soft("Importar catálogo")
                    .icon(Icon::Upload)
                    .on_press(())
                    .into(),
            ),
        ))
        .height(Length::Fill)
        .into(),
    ])
}

/// Every icon with its name.
fn icons<'a>() -> Element<'a, ()> {
    let rows = Icon::ALL.chunks(16).map(|some| {
        let cells = some.iter().map(|picture| {
            Column::new()
                .width(70)
                .align_x(Alignment::Center)
                .push(icon(*picture, size::ICON_LARGE))
                .push(text::caption(format!("{picture:?}")).size(9))
                .into()
        });
        Row::with_children(cells).into()
    });
    Column::with_children(rows)
        .spacing(space::S)
        .padding(space::L)
        .into()
}

#[test]
fn every_widget_is_drawn_in_both_themes() {
    let mut stage = Stage::new();
    for theme in [Theme::Light, Theme::Dark] {
        let views: [(&str, Element<'_, ()>); 5] = [
            ("checkout", modal(checkout(), None)),
            ("pay", modal(checkout(), Some(pay()))),
            ("alert", modal(checkout(), Some(alert()))),
            ("parts", parts()),
            ("icons", icons()),
        ];
        for (name, view) in views {
            let start = Instant::now();
            let picture = stage.render(view, WINDOW, 1.0, &theme);
            println!(
                "{name} {theme:?}: {:.1} ms",
                start.elapsed().as_secs_f64() * 1000.0
            );
            assert_eq!((picture.width, picture.height), (1280, 800));
            keep(name, theme, &picture);
        }
    }
}

/// The smallest window, and the largest scale in it: dialogs scroll rather than lose their buttons.
#[test]
fn a_small_window_still_shows_a_dialog() {
    let mut stage = Stage::new();
    for (name, size, scale) in [
        ("small", Size::new(1024.0, 600.0), 1.0),
        ("scaled", Size::new(640.0, 400.0), 2.0),
    ] {
        let picture = stage.render(modal(checkout(), Some(pay())), size, scale, &Theme::Light);
        keep(name, Theme::Light, &picture);
    }
}
