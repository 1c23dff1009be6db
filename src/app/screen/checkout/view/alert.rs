//! Why lines cannot be sold as they are, before the sale.

use iced::widget::container;
use iced::{Alignment, Length};

use crate::app::icon::{Icon, icon};
use crate::app::screen::checkout::message::Message;
use crate::app::screen::checkout::{Context, Screen, find, words};
use crate::app::theme::{Theme, radius, size, space, style};
use crate::app::widget::{self, Column, Element, Row, button, press, text};
use crate::domain::ProductId;
use crate::domain::cart::{Conflict, LineId};
use crate::domain::catalogue::Product;
use crate::domain::diet::{Against, Response};

/// The width of an alert, in logical pixels.
const WIDTH: f32 = 860.0;

impl Screen {
    pub(super) fn alert<'a>(
        &'a self,
        conflicts: &'a [Conflict],
        context: &Context<'a>,
    ) -> widget::Dialog<'a, Message> {
        let rows = conflicts.iter().map(|conflict| row(conflict, context));
        let body = Column::new()
            .spacing(space::M)
            .extend(rows)
            .push(self.instead(conflicts, context))
            .push(buttons(conflicts, context));
        widget::Dialog::new(body)
            .head(self.head(conflicts, context))
            .width_max(WIDTH)
    }

    fn head<'a>(
        &'a self,
        conflicts: &'a [Conflict],
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let words = context.words;
        let name = self.cart().customer();
        let name = name.map_or("", |customer| customer.student.name.as_str());
        let first = name.split_whitespace().next().unwrap_or(name);
        let refused = strictest(conflicts) == Response::Refuse;
        let key = if refused {
            "alert-refused"
        } else {
            "alert-ask"
        };
        let mut said: Vec<String> = Vec::new();
        for reason in conflicts.iter().flat_map(|conflict| &conflict.reasons) {
            let line = words::against(&reason.against, words);
            if !said.contains(&line) {
                said.push(line);
            }
        }
        let title = Column::new()
            .spacing(2)
            .width(Length::Fill)
            .push(text::title(words.text_with(key, &[("name", first.into())])))
            .extend(said.into_iter().map(|line| text::body(line).into()));
        let picture = if refused {
            Icon::OctagonAlert
        } else {
            Icon::TriangleAlert
        };
        let look: fn(&Theme) -> container::Style = if refused {
            style::danger_head
        } else {
            style::caution_head
        };
        let row = Row::new()
            .spacing(space::L)
            .align_y(Alignment::Center)
            .push(icon(picture, size::ICON_HERO))
            .push(title);
        container(row)
            .width(Length::Fill)
            .padding([space::L, space::XL])
            .style(look)
            .into()
    }

    fn instead<'a>(
        &'a self,
        conflicts: &'a [Conflict],
        context: &Context<'a>,
    ) -> Option<Element<'a, Message>> {
        let refused: Vec<ProductId> = conflicts.iter().map(|of| of.product.id).collect();
        let offers = find::alternatives(self, &refused, context);
        if offers.is_empty() {
            return None;
        }
        let offers = offers
            .into_iter()
            .map(|product| self.offer(product, context));
        let body = Column::new()
            .spacing(space::S)
            .push(text::strong(context.words.text("alert-instead")).style(style::muted))
            .push(Row::with_children(offers).spacing(10));
        Some(body.into())
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

fn strictest(conflicts: &[Conflict]) -> Response {
    let responses = conflicts.iter().map(Conflict::response);
    responses.max().unwrap_or(Response::Allow)
}

fn row<'a>(conflict: &'a Conflict, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let refused = conflict.response() == Response::Refuse;
    let (picture, look): (Icon, fn(&Theme) -> container::Style) = if refused {
        (Icon::Ban, style::danger_soft)
    } else {
        (Icon::TriangleAlert, style::caution_soft)
    };
    let reasons = conflict.reasons.iter();
    let reasons = reasons.map(|reason| text::body(words::reason(reason, words)).into());
    let notes = conflict.reasons.iter().filter_map(|reason| {
        let note = match &reason.against {
            Against::Allergy(restriction, _) => restriction.note.as_deref(),
            Against::Diet(wish, _) => wish.note.as_deref(),
        };
        Some(text::small(note?).into())
    });
    let said = Column::new()
        .width(Length::Fill)
        .push(text::lead(conflict.product.name.as_str()))
        .extend(reasons)
        .extend(notes);
    let remove = Message::RemovePressed(vec![conflict.line]);
    let label = words.text("checkout-remove");
    let remove: Element<'a, Message> = if refused {
        button::primary(label).on_press(remove).into()
    } else {
        button::secondary(label).tall().on_press(remove).into()
    };
    let row = Row::new()
        .spacing(space::M)
        .align_y(Alignment::Center)
        .push(icon(picture, size::ICON_LARGE))
        .push(said)
        .push(remove);
    container(row)
        .width(Length::Fill)
        .padding(space::M)
        .style(look)
        .into()
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
