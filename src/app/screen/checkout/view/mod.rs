//! How the checkout looks: tiles at the left, the cart at the right, a dialog over both.

mod alert;
mod approval;
mod cart;
mod dialogs;
mod exchange;
mod pay;
mod products;
mod pupil;

use iced::widget::{container, responsive, rule};
use iced::{Length, Size};

use super::dialog::Dialog;
use super::message::Message;
use super::{Context, Screen};
use crate::app::theme::{space, style};
use crate::app::widget::{self, Column, Element, Row, modal, roomy, toast, toasted};

/// The field of the search: what F2 gives the focus to.
pub const SEARCH_ID: &str = "checkout-search";
/// The list of tiles.
pub const TILES_ID: &str = "checkout-tiles";
/// The field of a dialog.
pub(super) const FIELD_ID: &str = "checkout-field";

/// The first answer of an alert.
pub const ALERT_ID: &str = "checkout-alert";

/// The width of the cart's side, in logical pixels.
const CART_WIDTH: f32 = 434.0;
/// The same on a narrow window.
const CART_WIDTH_NARROW: f32 = 400.0;
/// Pupil and lines scroll together where they have less height, in logical pixels: in a training, with large
/// letters on a small window.
const BOTH_HEIGHT_MIN: f32 = 150.0;
const BOTH_HEIGHT: f32 = 240.0;
/// Below this width the window is narrow; below this height it is low.
const ROOMY: Size = Size::new(1100.0, 640.0);

impl Screen {
    /// The screen, without the window's bars.
    #[must_use]
    pub fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let context = *context;
        let base = responsive(move |size| {
            let dialog = self.dialog.as_ref();
            let dialog = dialog.map(|open| self.dialog(open, size, &context));
            modal(self.sides(&context, size), dialog)
        });
        toasted(base, self.toast(self.dialog.is_some()))
    }

    /// The notice, over the tiles and never over what is pressed to be paid; over an open dialog, on top.
    fn toast(&self, here: bool) -> Option<Element<'_, Message>> {
        let notice = self.notice.as_ref().filter(|_| here)?;
        let more = notice.more.as_deref().map(Into::into);
        Some(toast(
            notice.mood,
            &notice.what,
            more,
            Message::NoticeClosed,
        ))
    }

    fn sides<'a>(&'a self, context: &Context<'a>, size: Size) -> Element<'a, Message> {
        let low = size.height < ROOMY.height;
        let width = if size.width < ROOMY.width {
            CART_WIDTH_NARROW
        } else {
            CART_WIDTH
        };
        let gap = if low { space::S } else { space::M };
        let products = Column::new()
            .spacing(gap)
            .push(self.search(context))
            .push(self.shelves(context))
            .push(toasted(
                self.tiles(context),
                self.toast(self.dialog.is_none()),
            ))
            .push(self.foot(context, size));
        let paid = self.is_paid();
        let context_of_both = *context;
        let both = roomy(BOTH_HEIGHT_MIN, BOTH_HEIGHT, move || {
            Column::new()
                .spacing(gap)
                .push(self.pupil(&context_of_both, size.height))
                .push(self.cart_or_done(&context_of_both))
                .into()
        });
        let cart = Column::new()
            .spacing(gap)
            .push(container(both).height(Length::Fill))
            .push((!paid).then(|| self.totals(context, low)))
            .push((!paid).then(|| self.pay_buttons(context, low)));
        let room = if low { space::M } else { space::L };
        Row::new()
            .push(
                container(products)
                    .padding(room)
                    .width(Length::Fill)
                    .height(Length::Fill)
                    .style(style::canvas),
            )
            .push(rule::vertical(1))
            .push(
                container(cart)
                    .padding(room)
                    .width(width)
                    .height(Length::Fill)
                    .style(style::panel),
            )
            .into()
    }

    fn dialog<'a>(
        &'a self,
        open: &'a Dialog,
        size: Size,
        context: &Context<'a>,
    ) -> widget::Dialog<'a, Message> {
        let low = size.height < ROOMY.height;
        match open {
            Dialog::Alert(alert) => self.alert(alert, size, context),
            Dialog::Line(line) => self.line_dialog(*line, context),
            Dialog::Quantity(typed) => dialogs::quantity(typed, self.cart().price_list(), context),
            Dialog::Note(target, text) => self.note_dialog(*target, text, context),
            Dialog::Discount(typed) => self.discount_dialog(typed, context),
            Dialog::Pupils(pupils) => pupil::search(pupils, low, context),
            Dialog::Ticket => dialogs::ticket(context),
            Dialog::Cash(received) => self.cash_dialog(*received, low, context),
            Dialog::Account => self.account_dialog(context),
            Dialog::Card(paying) => self.card_dialog(paying, context),
            Dialog::Mixed(mixed) => self.mixed_dialog(mixed, low, context),
            Dialog::Approval(approving) => {
                let name = self.cart().customer();
                let name = name.map_or("", |customer| customer.student.name.as_str());
                approval::dialog(approving, name, context)
            }
            Dialog::Hold(name) => self.hold_dialog(name, context),
            Dialog::Even => self.even_dialog(context),
            Dialog::Clear => dialogs::clear(self.cart().exchange().is_some(), context),
            Dialog::Scanned(code) => dialogs::scanned(*code, context),
        }
    }
}
