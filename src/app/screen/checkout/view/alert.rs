//! Why lines cannot be sold as they are, before the sale.

use iced::widget::container;
use iced::{Alignment, Length, Size};

use crate::app::icon::{Icon, icon};
use crate::app::screen::checkout::alert::{Alert, Reading, wants_the_label_read};
use crate::app::screen::checkout::dialog::Dialog;
use crate::app::screen::checkout::message::Message;
use crate::app::screen::checkout::{Context, Screen, find, words};
use crate::app::theme::{Theme, radius, size, space, style};
use crate::app::widget::{self, Column, Element, Row, button, portrait, press, text};
use crate::domain::cart::{Conflict, LineId};
use crate::domain::catalogue::Product;
use crate::domain::diet::{Against, Allergen, Declared, Reason, Response};

/// The width of an alert, in logical pixels.
const WIDTH: f32 = 860.0;
/// Below this width a row's buttons are below its words.
const NARROW: f32 = 760.0;
/// Below this height a label is read with no other row beside it.
const LOW: f32 = 640.0;
/// Below this height the head says less, so that what is to be decided stays in sight.
const TIGHT: f32 = 480.0;
/// What a label can say, the one that asks for most caution first.
const LABEL: [(Declared, &str); 3] = [
    (Declared::Contains, "label-contains"),
    (Declared::MayContain, "label-may-contain"),
    (Declared::Free, "label-free"),
];

impl Screen {
    pub(super) fn alert<'a>(
        &'a self,
        alert: &'a Alert,
        room: Size,
        context: &Context<'a>,
    ) -> widget::Dialog<'a, Message> {
        let tight = room.height < TIGHT;
        let narrow = room.width < NARROW;
        let conflicts = &alert.conflicts;
        let said = tight.then(|| said(conflicts, context));
        let alone = alert.reading.as_ref().filter(|_| room.height < LOW);
        let shown = conflicts
            .iter()
            .filter(|conflict| alone.is_none_or(|of| of.line == conflict.line));
        let rows = shown.map(|conflict| {
            let reading = alert.reading.as_ref();
            match reading.filter(|of| of.line == conflict.line) {
                Some(reading) if tight => self.tight_label(conflict, reading, context),
                reading => self.row(conflict, reading, narrow, context),
            }
        });
        let body = Column::new()
            .spacing(space::M)
            .extend(rows)
            .push(said)
            .push(self.instead(conflicts, context));
        widget::Dialog::new(body)
            .head(self.head(alert, tight, context))
            .foot(buttons(conflicts, context))
            .width_max(WIDTH)
    }

    fn head<'a>(
        &'a self,
        alert: &'a Alert,
        tight: bool,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let refused = alert.strictest() == Response::Refuse;
        let title = self.alert_title(alert, context);
        let title = if tight {
            text::lead(title)
        } else {
            text::title(title)
        };
        let said = (!tight).then(|| said(&alert.conflicts, context));
        let title = Column::new()
            .spacing(2)
            .width(Length::Fill)
            .push(title)
            .push(said);
        let (picture, look): (Icon, fn(&Theme) -> container::Style) = if refused {
            (Icon::OctagonAlert, style::danger_head)
        } else {
            (Icon::TriangleAlert, style::caution_head)
        };
        let customer = self.cart().customer().map(|customer| &customer.student);
        let face = customer.map(|student| {
            let side = if tight { 40.0 } else { 64.0 };
            portrait(context.photos.of(student.id), &student.name, side)
        });
        let row = Row::new()
            .spacing(space::L)
            .align_y(Alignment::Center)
            .push(icon(picture, size::ICON_HERO))
            .push(title)
            .push(face);
        let inset = if tight { space::S } else { space::L };
        container(row)
            .width(Length::Fill)
            .padding([inset, space::XL])
            .style(look)
            .into()
    }

    fn row<'a>(
        &'a self,
        conflict: &'a Conflict,
        reading: Option<&'a Reading>,
        narrow: bool,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let (picture, look) = look(conflict);
        let reasons = conflict
            .reasons
            .iter()
            .map(|reason| self.reason(conflict, reason, context));
        let said = Column::new()
            .width(Length::Fill)
            .spacing(2)
            .push(text::lead(conflict.product.name.as_str()))
            .extend(reasons);
        let answers = self.answers(conflict, reading.is_some(), context);
        let head = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(icon(picture, size::ICON_LARGE))
            .push(said);
        let (head, below) = if narrow {
            (head, Some(answers))
        } else {
            (head.push(answers), None)
        };
        let label = reading.map(|reading| self.label(conflict, reading, narrow, context));
        let row = Column::new()
            .spacing(space::M)
            .push(head)
            .push(below)
            .push(label);
        container(row)
            .width(Length::Fill)
            .padding(space::M)
            .style(look)
            .into()
    }

    /// The row whose label is being read where there is room for little else.
    fn tight_label<'a>(
        &'a self,
        conflict: &'a Conflict,
        reading: &'a Reading,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let row = Column::new()
            .spacing(space::S)
            .push(text::lead(conflict.product.name.as_str()))
            .push(self.label(conflict, reading, true, context))
            .push(self.answers(conflict, true, context));
        container(row)
            .width(Length::Fill)
            .padding(space::S)
            .style(look(conflict).1)
            .into()
    }

    /// A reason in words, and why a label's word did not help.
    fn reason<'a>(
        &self,
        conflict: &Conflict,
        reason: &'a Reason,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let words = context.words;
        let allergen = match &reason.against {
            Against::Allergy(restriction, _) => Some(restriction.allergen),
            Against::Diet(..) => None,
        };
        let stands = allergen
            .filter(|of| self.watch.stands_against(conflict.product.id, *of))
            .map(|of| {
                let name = [("allergen", words.allergen(of).into())];
                text::strong(words.text_with("label-stands", &name))
            });
        Column::new()
            .push(text::body(words::reason(reason, words)))
            .push(stands)
            .into()
    }

    /// What the label can say of each allergen that nobody knows: one touch, and it is written down.
    fn label<'a>(
        &self,
        conflict: &'a Conflict,
        reading: &'a Reading,
        narrow: bool,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let words = context.words;
        let line = conflict.line;
        let free = !self.watch.is_declaring();
        let said = |allergen: Allergen| {
            let known = conflict.product.known.state(allergen);
            LABEL.map(|(state, key)| {
                let press = Message::LabelSaid(line, allergen, state);
                let press = (free && known == Declared::Unknown).then_some(press);
                let button = button::secondary(words.text(key)).fill();
                let button = if known == state {
                    button.icon(Icon::Check)
                } else {
                    button
                };
                Element::from(button.on_press_maybe(press))
            })
        };
        let rows = reading.asked.iter().map(|allergen| {
            let name = text::strong(words.allergen(*allergen)).width(Length::FillPortion(2));
            let said = Row::with_children(said(*allergen)).spacing(space::S);
            if narrow {
                Element::from(Column::new().spacing(space::XS).push(name).push(said))
            } else {
                let row = Row::new().spacing(space::M).align_y(Alignment::Center);
                let said = container(said).width(Length::FillPortion(7));
                Element::from(row.push(name).push(said))
            }
        });
        let question = if free {
            "label-question"
        } else {
            "label-noting"
        };
        let body = Column::new()
            .spacing(space::S)
            .push(text::body(words.text(question)))
            .extend(rows);
        container(body)
            .width(Length::Fill)
            .padding(space::M)
            .style(|theme: &Theme| style::filled(theme.tokens().surface, radius::M))
            .into()
    }

    /// What can be done with one row.
    fn answers<'a>(
        &self,
        conflict: &'a Conflict,
        reading: bool,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let words = context.words;
        let refused = conflict.response() == Response::Refuse;
        let read = wants_the_label_read(conflict).then(|| {
            let (key, picture) = if reading {
                ("label-close", Icon::ChevronUp)
            } else {
                ("label-read", Icon::Eye)
            };
            let press = Message::LabelPressed(conflict.line);
            let button = button::secondary(words.text(key)).icon(picture);
            button.tall().on_press(press)
        });
        let gone = Message::RemovePressed(vec![conflict.line]);
        let label = words.text("checkout-remove");
        let remove = if refused {
            button::primary(label)
        } else {
            button::secondary(label).tall()
        };
        let remove = remove.on_press(gone);
        // The keyboard begins here, in the first row.
        let (read, remove) = match read {
            _ if !self.is_first(conflict) => (read, remove),
            Some(read) => (Some(read.id(super::ALERT_ID)), remove),
            None => (None, remove.id(super::ALERT_ID)),
        };
        Row::new()
            .spacing(space::S)
            .push(read.map(Element::from))
            .push(Element::from(remove))
            .into()
    }

    fn is_first(&self, conflict: &Conflict) -> bool {
        match &self.dialog {
            Some(Dialog::Alert(alert)) => alert.conflicts.first() == Some(conflict),
            _ => false,
        }
    }

    fn instead<'a>(
        &'a self,
        conflicts: &'a [Conflict],
        context: &Context<'a>,
    ) -> Option<Element<'a, Message>> {
        let offers = find::alternatives(self, conflicts, context);
        if offers.is_empty() {
            return None;
        }
        let offers = offers
            .into_iter()
            .map(|product| self.offer(product, context));
        let body = Column::new()
            .spacing(space::S)
            .push(text::strong(self.instead_of(context)).style(style::muted))
            .push(Row::with_children(offers).spacing(10));
        Some(body.into())
    }

    /// «En su lugar, declarado sin maní ni leche»: only of allergies is a declaration asked for.
    fn instead_of(&self, context: &Context<'_>) -> String {
        let words = context.words;
        let restrictions = self.cart().customer();
        let restrictions = restrictions.map_or(&[][..], |of| &of.student.restrictions);
        let held = restrictions
            .iter()
            .filter(|of| of.holds_on(context.rules.day));
        let mut names: Vec<_> = held.map(|of| words.allergen(of.allergen)).collect();
        let Some(last) = names.pop() else {
            return words.text("alert-instead-diet");
        };
        let all = if names.is_empty() {
            last
        } else {
            let told = [("names", names.join(", ").into()), ("last", last.into())];
            words.text_with("alert-instead-join", &told)
        };
        words.text_with("alert-instead", &[("allergens", all.into())])
    }

    fn offer<'a>(&self, product: &'a Product, context: &Context<'a>) -> Element<'a, Message> {
        let price = product.price(self.cart().price_list());
        let price = price.map_or(String::new(), |price| context.words.money(price.amount()));
        let body = Column::new()
            .push(text::strong(product.name.as_str()))
            .push(text::body(price).style(style::muted));
        press(body)
            .on_press(Message::AlternativePressed(product.id))
            .width(Length::Fill)
            .padding(space::M)
            .style(|theme, status| {
                let tokens = theme.tokens();
                let pair = if status == widget::Status::Pressed {
                    tokens.accent_soft
                } else {
                    tokens.surface
                };
                container::Style {
                    border: style::outline(tokens.line, 1.0, radius::M),
                    ..style::filled(pair, radius::M)
                }
            })
            .into()
    }
}

/// Red and a ban for what is refused, amber and a triangle for what is asked.
fn look(conflict: &Conflict) -> (Icon, fn(&Theme) -> container::Style) {
    if conflict.response() == Response::Refuse {
        (Icon::Ban, style::danger_soft)
    } else {
        (Icon::TriangleAlert, style::caution_soft)
    }
}

/// What the pupil must not eat, who said so, whom to call and on which paper it rests; each once.
fn said<'a>(conflicts: &[Conflict], context: &Context<'a>) -> Element<'a, Message> {
    let reasons = conflicts.iter().flat_map(|conflict| &conflict.reasons);
    let lines = words::Stands::of(reasons, context.words).lines();
    let lines = lines.map(|line| text::body(line).into());
    Column::with_children(lines).into()
}

/// A refusal has no way through; what only asks can be answered here.
fn buttons<'a>(conflicts: &'a [Conflict], context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let lines: Vec<LineId> = conflicts.iter().map(|conflict| conflict.line).collect();
    let any = |response| conflicts.iter().any(|of| of.response() == response);
    let count = [("count", lines.len().into())];
    let back = button::secondary(words.text("alert-back"))
        .tall()
        .fill()
        .on_press(Message::DialogClosed);
    // First what is refused goes; then what only asks can be answered, with nothing else in sight.
    let answer = if any(Response::Refuse) {
        None
    } else if any(Response::Approve) {
        Some((
            "alert-authorise",
            Icon::LockKeyhole,
            Message::AuthorisePressed,
        ))
    } else if any(Response::Confirm) {
        Some(("alert-confirm", Icon::Check, Message::ConfirmPressed))
    } else {
        None
    };
    let answer = answer.map(|(key, picture, message)| {
        let button = button::secondary(words.text(key)).icon(picture);
        Element::from(button.tall().fill().on_press(message))
    });
    let remove = button::primary(words.text_with("alert-remove-all", &count))
        .fill()
        .on_press(Message::RemovePressed(lines));
    Row::new()
        .spacing(space::M)
        .push(Element::from(back))
        .push(answer)
        .push(Element::from(remove))
        .into()
}
