//! Promises of the screen, and the canteen they are kept in.

use std::sync::Arc;

use std::cell::Cell;
use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate};
use iced_test::Simulator;
use uuid::Uuid;

use super::super::Context;
use super::*;
use crate::app::photo::Album;
use crate::app::widget::Mood;
use crate::domain::account::Standing;
use crate::domain::catalogue::{Catalogue, Category, GENERAL, Price, Product, StockRule, Unit};
use crate::domain::checkout::Rules;
use crate::domain::code::Code;
use crate::domain::diet::*;
use crate::domain::limits::Limited;
use crate::domain::student::{Customer, Student};
use crate::domain::tax::Rate;
use crate::domain::tender::{Tender, TenderKind};
use crate::domain::user::{Approved, Right, Role, User};
use crate::domain::*;
use crate::i18n::{I18n, Locale};

/// A canteen to sell in.
pub(super) struct Canteen {
    pub(super) words: I18n,
    catalogue: Catalogue,
    pub(super) rules: Rules,
    tenders: Vec<Tender>,
    user: User,
    favourites: Vec<ProductId>,
    photos: Album,
    named: Cell<u128>,
}

fn day() -> BusinessDay {
    BusinessDay(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap())
}

fn product(id: i64, name: &str, category: i64, price: i64, stock: i32) -> Product {
    let mut declarations = Declarations::none();
    for (allergen, _) in Allergen::LISTED {
        let said = Declaration::new(Declared::Free, Source::Label, day());
        declarations.declare(allergen, said);
    }
    Product {
        id: ProductId(id),
        name: name.into(),
        category: CategoryId(category),
        codes: vec![Code::parse(&format!("78400000{id:05}")).unwrap()],
        prices: BTreeMap::from([(GENERAL, Price::try_from(price).unwrap())]),
        rate: Rate::Ten,
        unit: Unit::Each,
        stock: Quantity::pieces(stock),
        stock_rule: StockRule::Refuse,
        stock_minimum: Quantity::pieces(3),
        favourite: id % 3 == 0,
        ingredients: None,
        known: Known::from(&declarations).into(),
        active: true,
    }
}

fn with(mut product: Product, allergen: Allergen, state: Declared, quote: Option<&str>) -> Product {
    let said = Declaration::new(state, Source::Label, day()).quoting(quote.map(Into::into));
    Arc::make_mut(&mut product.known).learn(allergen, Knowledge::said(said));
    product
}

/// Nobody has said anything of it.
fn unread(mut product: Product) -> Product {
    product.known = Known::nothing().into();
    product
}

/// Nothing for vegans, says its label.
fn unsuited(mut product: Product) -> Product {
    let quote = Quote {
        place: Place::Ingredients,
        text: "carne vacuna".into(),
    };
    let conflicts = DietKnowledge::Conflicts(DietBecause::Reads(quote));
    Arc::make_mut(&mut product.known).learn_diet(VEGAN, conflicts);
    product
}

fn products() -> Vec<Product> {
    let mut weighed = product(11, "Ensalada de frutas", 6, 45_000, 5);
    weighed.unit = Unit::Kilogram;
    let barra = product(8, "Barra de maní", 4, 4_500, 15);
    let alfajor = product(7, "Alfajor de maicena", 4, 5_000, 3);
    let trazas = Some("puede contener trazas de leche");
    vec![
        product(1, "Empanada de carne", 1, 6_000, 24),
        with(
            product(2, "Chipa", 1, 4_000, 40),
            Allergen::MILK,
            Declared::Contains,
            None,
        ),
        product(3, "Mixto jamón y queso", 1, 10_000, 12),
        product(4, "Jugo de naranja", 2, 7_000, 18),
        product(5, "Agua mineral 500 ml", 2, 5_000, 60),
        with(
            product(6, "Yogur frutilla", 3, 8_000, 9),
            Allergen::MILK,
            Declared::Contains,
            None,
        ),
        with(alfajor, Allergen::MILK, Declared::MayContain, trazas),
        with(
            barra,
            Allergen::PEANUT,
            Declared::Contains,
            Some("maní tostado 60 %"),
        ),
        product(9, "Galletita de arroz", 4, 3_500, 21),
        product(10, "Café con leche", 2, 7_000, 32),
        weighed,
        product(12, "Manzana", 6, 4_000, 30),
        product(13, "Barra de cereal", 4, 4_030, 30),
        unread(product(14, "Turrón casero", 4, 3_000, 30)),
        unsuited(product(15, "Milanesa de carne", 5, 18_000, 12)),
    ]
}

impl Canteen {
    pub(super) fn new() -> Self {
        let names = [
            "Panadería",
            "Bebidas",
            "Lácteos",
            "Snacks",
            "Almuerzos",
            "Frutas",
        ];
        let categories = (1..).zip(names);
        let categories = categories.map(|(id, name)| Category {
            id: CategoryId(id),
            name: name.into(),
        });
        let tenders = (1..)
            .zip(TenderKind::ALL)
            .map(|(id, kind)| Tender::of(TenderId(id), kind));
        Self {
            words: I18n::new(Locale::EsPy),
            catalogue: Catalogue::new(categories.collect(), products()),
            rules: Rules {
                policy: Policy::standard(),
                day: day(),
            },
            tenders: tenders.collect(),
            user: User {
                id: UserId(1),
                name: "María G.".into(),
                role: Role::Cashier,
                active: true,
                own: crate::domain::user::OwnRights::none(),
            },
            favourites: vec![ProductId(5)],
            photos: Album::default(),
            named: Cell::new(0),
        }
    }

    pub(super) fn told<T>(&self, tell: impl FnOnce(&Context<'_>) -> T) -> T {
        let ids = || {
            self.named.set(self.named.get() + 1);
            Uuid::from_u128(self.named.get())
        };
        let now = DateTime::parse_from_rfc3339("2026-11-23T11:42:00-03:00").unwrap();
        tell(&Context {
            words: &self.words,
            catalogue: &self.catalogue,
            rules: &self.rules,
            tenders: &self.tenders,
            user: &self.user,
            now: Moment::new(now),
            printer: Some((Mood::Ok, "Impresora lista")),
            favourites: &self.favourites,
            photos: &self.photos,
            till: TillId(1),
            ids: &ids,
        })
    }

    pub(super) fn tell(&self, screen: &mut Screen, message: Message) -> Action {
        self.told(|context| screen.update(message, context))
    }

    /// Whether that can be read on the screen.
    pub(super) fn reads(&self, screen: &Screen, what: &str) -> bool {
        crate::app::font::load();
        self.told(|context| {
            let size = iced::Size::new(1192.0, 744.0);
            let settings = iced::Settings::default();
            let mut ui = Simulator::with_size(settings, size, screen.view(context));
            ui.find(what).is_ok()
        })
    }

    /// A screen that was told all this.
    pub(super) fn after(&self, messages: impl IntoIterator<Item = Message>) -> Screen {
        let mut screen = Screen::new(CartId(Uuid::nil()));
        for message in messages {
            let _ = self.tell(&mut screen, message);
        }
        screen
    }
}

/// Strict vegetarians, in the list of diets.
const VEGAN: Diet = Diet::VEGAN;

pub(super) fn sofia(allergies: &[(Allergen, Severity)]) -> Message {
    Message::CustomerFound(Ok(Box::new(pupil(allergies))))
}

/// Sofía with all that a family can say of an allergy, and with a diet.
pub(super) fn documented() -> Message {
    let mut sofia = pupil(&ALLERGIC);
    for restriction in &mut sofia.student.restrictions {
        restriction.document = Some("certificado del Dr. Ayala, 03/2026".into());
        restriction.contact = Some("su abuela, Ramona Benítez".into());
        restriction.note = Some("Lleva autoinyector en la mochila".into());
    }
    sofia.student.wishes = vec![no_animals()];
    Message::CustomerFound(Ok(Box::new(sofia)))
}

/// Sofía without an allergy, on a diet.
pub(super) fn vegan() -> Message {
    let mut sofia = pupil(&[]);
    sofia.student.wishes = vec![no_animals()];
    Message::CustomerFound(Ok(Box::new(sofia)))
}

fn no_animals() -> Wish {
    Wish {
        diet: VEGAN,
        said_by: "su padre, Luis Benítez".into(),
        note: None,
        until: None,
    }
}

pub(super) fn pupil(allergies: &[(Allergen, Severity)]) -> Customer {
    let restrictions = allergies.iter().map(|(allergen, severity)| Restriction {
        phone: Some("0981 123 456".into()),
        ..Restriction::new(*allergen, *severity, "su madre, Carmen Rodríguez")
    });
    let student = Student {
        id: StudentId(1),
        name: "Sofía Benítez".into(),
        grade: "5.º grado B".into(),
        guardian: None,
        account: AccountId(1),
        price_list: GENERAL,
        daily_limit: Some(Money::guaranies(20_000)),
        credit_limit: Money::ZERO,
        restrictions: restrictions.collect(),
        wishes: Vec::new(),
        low_mark: None,
        photo: None,
        active: true,
    };
    let standing = Standing {
        balance: Money::guaranies(26_000),
        credit_limit: Money::ZERO,
        daily_limit: student.daily_limit,
        spent_today: Money::ZERO,
    };
    let card = CardNumber::parse("00414").ok();
    Customer {
        student,
        card,
        standing,
        limits: Limited::default(),
    }
}

pub(super) fn press(id: i64) -> Message {
    Message::ProductPressed(ProductId(id))
}

pub(super) const ALLERGIC: [(Allergen, Severity); 2] = [
    (Allergen::PEANUT, Severity::Severe),
    (Allergen::MILK, Severity::Moderate),
];

pub(super) fn scan(code: &str) -> Message {
    Message::Scanned(Code::parse(code).unwrap())
}

fn cash(amount: i64) -> Message {
    Message::CashPressed(Money::guaranies(amount))
}

/// Three things in the cart, ₲ 18.000.
pub(super) fn lunch() -> Vec<Message> {
    vec![press(1), press(5), press(4)]
}

#[test]
fn a_second_press_never_makes_a_second_sale() {
    let canteen = Canteen::new();
    let mut screen = canteen.after(lunch());
    let _ = canteen.tell(&mut screen, Message::PayPressed(Way::Cash));
    let _ = canteen.tell(&mut screen, cash(20_000));
    let first = canteen.tell(&mut screen, Message::DialogConfirmed);
    assert!(matches!(first, Action::Commit(_)), "{first:?}");
    for again in [
        Message::DialogConfirmed,
        Message::Shortcut(Shortcut::Enter),
        Message::PayPressed(Way::Cash),
        Message::DialogClosed,
        scan("7840000000001"),
        press(1),
    ] {
        assert_eq!(canteen.tell(&mut screen, again), Action::None);
    }
    let _ = canteen.tell(&mut screen, Message::Recorded("1-42".into()));
    let bounced = canteen.tell(&mut screen, Message::DialogConfirmed);
    assert_eq!(bounced, Action::None);
    assert!(screen.cart().is_untouched());
    let done = screen.done.as_ref().expect("the sale that was paid");
    assert_eq!(done.change, Money::guaranies(2_000));
}

#[test]
fn a_refused_product_cannot_reach_payment() {
    let canteen = Canteen::new();
    let mut screen = canteen.after([sofia(&ALLERGIC), press(8)]);
    assert!(matches!(screen.dialog, Some(Dialog::Alert(_))));
    let _ = canteen.tell(&mut screen, Message::ConfirmPressed);
    let _ = canteen.tell(&mut screen, Message::AuthorisePressed);
    assert!(matches!(screen.dialog, Some(Dialog::Alert(_))));
    let _ = canteen.tell(&mut screen, Message::Shortcut(Shortcut::Escape));
    assert!(matches!(screen.dialog, Some(Dialog::Alert(_))));
    let _ = canteen.tell(&mut screen, Message::DialogClosed);
    for way in [Way::Account, Way::Cash, Way::Card, Way::Mixed] {
        let _ = canteen.tell(&mut screen, Message::PayPressed(way));
        assert!(matches!(screen.dialog, Some(Dialog::Alert(_))), "{way:?}");
        assert!(screen.machine.paying().is_none());
        let _ = canteen.tell(&mut screen, Message::DialogClosed);
    }
}

#[test]
fn a_restriction_is_seen_also_when_the_pupil_is_identified_last() {
    let canteen = Canteen::new();
    let screen = canteen.after([press(8), sofia(&ALLERGIC)]);
    assert!(matches!(screen.dialog, Some(Dialog::Alert(_))));
}

#[test]
fn an_approval_with_its_reason_lets_the_line_be_paid_and_a_stale_one_does_not() {
    let canteen = Canteen::new();
    let mut screen = canteen.after([sofia(&ALLERGIC), press(2), Message::AuthorisePressed]);
    for digit in "2580".chars() {
        let _ = canteen.tell(&mut screen, Message::Typed(digit));
    }
    let silent = canteen.tell(&mut screen, Message::DialogConfirmed);
    assert_eq!(silent, Action::None, "without a reason nothing is asked");
    assert!(
        matches!(&screen.dialog, Some(Dialog::Approval(asking)) if asking.denied == Some(Denied::NoReason)),
        "and Enter says what is missing"
    );
    let _ = canteen.tell(&mut screen, Message::TextChanged("su madre llamó".into()));
    let asked = canteen.tell(&mut screen, Message::DialogConfirmed);
    let Action::Approve(request) = asked else {
        panic!("{asked:?}");
    };
    let approved = |number| {
        let (by, reason) = (UserId(2), "su madre llamó".into());
        Message::Approved(number, Ok(Approved { by, reason }))
    };
    let _ = canteen.tell(&mut screen, approved(request.number + 1));
    assert!(matches!(screen.dialog, Some(Dialog::Approval(_))));
    let _ = canteen.tell(&mut screen, approved(request.number));
    assert!(screen.dialog.is_none());
    let _ = canteen.tell(&mut screen, Message::PayPressed(Way::Account));
    assert!(matches!(screen.dialog, Some(Dialog::Account)));
}

/// Sofía, ₲ 25.000 in her cart and ₲ 20.000 left today, and a supervisor who lets it through.
fn beyond_the_limit() -> Vec<Message> {
    let mut told = vec![sofia(&[])];
    told.extend(lunch());
    told.extend([press(4), Message::PayPressed(Way::Account)]);
    told.push(Message::LimitPressed);
    told.extend("2580".chars().map(Message::Typed));
    told.push(Message::TextChanged("su madre llamó".into()));
    told
}

#[test]
fn a_charge_beyond_the_limit_needs_a_supervisor_and_then_one_press() {
    let canteen = Canteen::new();
    let mut screen = canteen.after(beyond_the_limit());
    let asked = canteen.tell(&mut screen, Message::DialogConfirmed);
    let Action::Approve(request) = asked else {
        panic!("{asked:?}");
    };
    assert_eq!(request.right, Right::ApproveLimit);
    let (by, reason) = (UserId(2), request.reason);
    let approved = Message::Approved(request.number, Ok(Approved { by, reason }));
    let _ = canteen.tell(&mut screen, approved);
    assert!(matches!(screen.dialog, Some(Dialog::Account)));
    let sold = canteen.tell(&mut screen, Message::DialogConfirmed);
    let Action::Commit(sale) = sold else {
        panic!("{sold:?}");
    };
    assert_eq!(sale.lifted().unwrap().up_to(), Money::guaranies(25_000));
}

#[test]
fn an_approval_of_a_limit_ends_with_its_payment() {
    let canteen = Canteen::new();
    let mut screen = canteen.after(beyond_the_limit());
    let _ = canteen.tell(&mut screen, Message::DialogConfirmed);
    let (by, reason) = (UserId(2), "su madre llamó".into());
    let approved = Message::Approved(screen.asked, Ok(Approved { by, reason }));
    let _ = canteen.tell(&mut screen, approved);
    let _ = canteen.tell(&mut screen, Message::DialogClosed);
    assert!(screen.machine.paying().is_none());
    let _ = canteen.tell(&mut screen, Message::PayPressed(Way::Account));
    let again = canteen.tell(&mut screen, Message::DialogConfirmed);
    assert_eq!(again, Action::None, "it is refused again");
}

#[test]
fn an_approval_sent_away_goes_back_to_the_payment() {
    let canteen = Canteen::new();
    let mut screen = canteen.after(beyond_the_limit());
    let _ = canteen.tell(&mut screen, Message::Shortcut(Shortcut::Escape));
    assert!(matches!(screen.dialog, Some(Dialog::Account)));
    assert!(screen.machine.paying().is_some());
}

#[test]
fn a_scan_never_lands_in_a_keypad() {
    let canteen = Canteen::new();
    let mut screen = canteen.after(lunch());
    let _ = canteen.tell(&mut screen, Message::PayPressed(Way::Cash));
    let action = canteen.tell(&mut screen, scan("7840000000001"));
    assert_eq!(action, Action::None);
    let Some(Dialog::Cash(received)) = &screen.dialog else {
        panic!("the dialog stays");
    };
    assert_eq!(received.value(), 0);
    assert_eq!(screen.cart().lines().len(), 3);
    assert!(screen.notice.is_some());
}

#[test]
fn a_code_of_no_product_is_looked_up_as_a_card() {
    let canteen = Canteen::new();
    let mut screen = canteen.after([]);
    let action = canteen.tell(&mut screen, scan("00414"));
    assert_eq!(
        action,
        Action::FindCustomer(CardNumber::parse("00414").unwrap())
    );
}

#[test]
fn a_sale_that_was_not_written_leaves_the_cart_as_it_was() {
    let canteen = Canteen::new();
    let mut screen = canteen.after(lunch());
    let _ = canteen.tell(&mut screen, Message::PayPressed(Way::Cash));
    let _ = canteen.tell(&mut screen, cash(18_000));
    let _ = canteen.tell(&mut screen, Message::DialogConfirmed);
    let _ = canteen.tell(
        &mut screen,
        Message::NotRecorded("El disco está lleno.".into()),
    );
    assert_eq!(screen.cart().lines().len(), 3);
    assert!(screen.dialog.is_none() && !screen.is_committing());
    assert!(screen.notice.is_some());
}

#[test]
fn what_is_weighed_asks_for_its_grams() {
    let canteen = Canteen::new();
    let mut screen = canteen.after([press(11)]);
    assert!(screen.cart().lines().is_empty());
    for digit in "350".chars() {
        let _ = canteen.tell(&mut screen, Message::Typed(digit));
    }
    let _ = canteen.tell(&mut screen, Message::DialogConfirmed);
    let line = &screen.cart().lines()[0];
    assert_eq!(line.net(), Money::guaranies(15_750));
}

#[test]
fn search_forgives_accents_and_takes_beginnings_of_words() {
    let canteen = Canteen::new();
    let found = |query| {
        canteen.told(|context| {
            let found = find::hits(query, context);
            found.first().map(|product| product.id.0)
        })
    };
    assert_eq!(found("cafe"), Some(10));
    assert_eq!(found("empa car"), Some(1));
    assert_eq!(found("mani"), Some(8));
    assert_eq!(found("7840000000012"), Some(12));
    assert_eq!(found("zzz"), None);
}

#[test]
fn what_does_not_fit_on_a_page_of_tiles_is_on_the_next() {
    let mut canteen = Canteen::new();
    let many = (100..250).map(|id| product(id, &format!("Alfajor {id}"), 4, 1_000, 5));
    let categories = canteen.catalogue.categories().to_vec();
    canteen.catalogue = Catalogue::new(categories, many.collect());
    let mut screen = canteen.after([]);
    let mut seen = std::collections::BTreeSet::new();
    for page in 0..4 {
        let turned = canteen.tell(&mut screen, Message::PagePressed(page));
        assert_eq!(turned, Action::ToTop(TILES_ID));
        canteen.told(|context| {
            let shown = screen.shown(context);
            assert_eq!(shown.has_more(), page < 3);
            seen.extend(shown.tiles.iter().map(|product| product.id));
        });
    }
    assert_eq!(seen.len(), 150);
    let _ = canteen.tell(&mut screen, Message::SearchChanged("alfajor".into()));
    let found = canteen.told(|context| screen.shown(context).range());
    assert_eq!(found, (1, 48), "a search begins on its first page");
}

/// Every button of the checkout on the smallest window, as it is drawn there.
#[test]
fn on_a_small_window_everything_can_still_be_reached() {
    crate::app::font::load();
    let canteen = Canteen::new();
    let small = iced::Size::new(936.0, 544.0);
    let reached = |messages: Vec<Message>, label: &str| {
        let screen = canteen.after(messages);
        canteen.told(|context| {
            let settings = iced::Settings::default();
            let mut ui = Simulator::with_size(settings, small, screen.view(context));
            let _ = ui
                .click(label)
                .unwrap_or_else(|_| panic!("{label} is not in sight"));
            assert_eq!(ui.into_messages().count(), 1, "{label}");
        });
    };
    let with_lunch = |more: Message| [lunch(), vec![more]].concat();
    reached(with_lunch(Message::TicketPressed), "Descuento");
    reached(with_lunch(Message::TicketPressed), "Nota");
    reached(with_lunch(Message::TicketPressed), "Vaciar");
    reached(
        with_lunch(Message::PayPressed(Way::Mixed)),
        "Cobrar e imprimir",
    );
    let part = [
        Message::PayPressed(Way::Mixed),
        Message::KeyPressed(Key::Digit(5)),
        Message::KeyPressed(Key::Thousand),
        Message::DialogConfirmed,
        Message::KeyPressed(Key::Digit(3)),
        Message::KeyPressed(Key::Thousand),
        Message::DialogConfirmed,
    ];
    reached([lunch(), part.to_vec()].concat(), "Cobrar e imprimir");
    reached(beyond_the_limit(), "Autorizar");
}

#[test]
fn a_mix_is_paid_in_parts_and_commits_once_it_adds_up() {
    let canteen = Canteen::new();
    let mut screen = canteen.after(lunch());
    let tell = |screen: &mut Screen, message| canteen.tell(screen, message);
    let _ = tell(&mut screen, Message::PayPressed(Way::Mixed));
    for key in [Key::Digit(5), Key::Thousand] {
        let _ = tell(&mut screen, Message::KeyPressed(key));
    }
    assert_eq!(tell(&mut screen, Message::DialogConfirmed), Action::None);
    let _ = tell(&mut screen, Message::TenderChosen(TenderId(2)));
    let action = tell(&mut screen, Message::DialogConfirmed);
    let Action::Commit(sale) = action else {
        panic!("{action:?}");
    };
    assert_eq!(sale.settlement().payments().len(), 2);
}

#[test]
fn the_screen_is_pressed_as_it_is_drawn() {
    crate::app::font::load();
    let canteen = Canteen::new();
    let screen = canteen.after(lunch());
    canteen.told(|context| {
        let size = iced::Size::new(1192.0, 744.0);
        let settings = iced::Settings::default();
        let mut ui = Simulator::with_size(settings, size, screen.view(context));
        for label in ["Chipa", "Efectivo", "Reimprimir"] {
            let _ = ui
                .click(label)
                .unwrap_or_else(|_| panic!("{label} is not there"));
        }
        let said: Vec<_> = ui
            .into_messages()
            .map(|message| format!("{message:?}"))
            .collect();
        let expected = [
            "ProductPressed(ProductId(2))",
            "PayPressed(Cash)",
            "ReprintPressed",
        ];
        assert_eq!(said, expected);
    });
}
