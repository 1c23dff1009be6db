//! An exchange at the checkout: what comes back, what goes out, and the difference.

use super::super::dialog::Dialog;
use super::super::{Context, Message, Screen, words};
use crate::app::icon::Icon;
use crate::app::theme::{space, style};
use crate::app::widget::{self, Column, Element, amount, button, text};
use crate::domain::exchange::Net;

impl Screen {
    /// What the cart says of it.
    pub(super) fn exchange_line<'a>(&self, context: &Context<'a>) -> Option<Element<'a, Message>> {
        let exchange = self.cart().exchange()?;
        let words = context.words;
        let money = ("money", exchange.money.into());
        let total = self.cart().totals().total;
        let said = match exchange.net(total) {
            None => {
                let difference = ("difference", (total - exchange.money).into());
                words.text_with("refund-difference", &[money, difference])
            }
            Some(_) => words.text_with("exchange-both", &[money, ("total", total.into())]),
        };
        Some(text::small(said).style(style::accent_ink).into())
    }

    /// The figure of the cart in its largest letters, and the word for it: the total; in an exchange, what is to
    /// be paid or given back.
    pub(super) fn figure(&self, context: &Context<'_>) -> (String, String) {
        let words = context.words;
        let (key, money) = match self.cart().net() {
            None => ("checkout-total", self.cart().totals().total),
            Some(net) if net.due.is_positive() => ("exchange-due", net.due),
            Some(net) if net.given_back().is_positive() => ("exchange-back", net.given_back()),
            Some(net) => ("exchange-even", net.due),
        };
        (words.text(key), words.money(money))
    }

    /// An exchange is given up as long as nothing goes out for it, too.
    pub(super) fn exchange_way_out<'a>(
        &self,
        context: &Context<'a>,
    ) -> Option<Element<'a, Message>> {
        self.cart().exchange()?;
        let label = context.words.text("exchange-cancel");
        let cancel = button::ghost(label)
            .icon(Icon::X)
            .on_press(Message::ClearPressed);
        self.cart().lines().is_empty().then(|| cancel.into())
    }

    /// Nothing is to be paid: what goes back, and by which tenders.
    pub(super) fn even_dialog<'a>(&'a self, context: &Context<'a>) -> widget::Dialog<'a, Message> {
        let words = context.words;
        let net = self.cart().net();
        let money = self.cart().exchange().map(|exchange| exchange.money);
        let against = self.against(&Dialog::Even, context);
        let ready = against.is_none();
        let back = net.as_ref().map(Net::given_back).unwrap_or_default();
        let lines = net.iter().flat_map(|net| &net.back);
        let lines = lines.map(|back| {
            let tender = context.tenders.iter().find(|of| of.id == back.tender);
            let label = match tender {
                Some(tender) => words::tender_name(tender, words),
                None => words.text(&format!("sales-tender-{}", back.kind.code())),
            };
            Element::from(amount::pair(label, words.money(back.amount)))
        });
        let result = match back.is_positive() {
            true => amount::result(words.text("exchange-back"), words.money(back)),
            false => amount::result(words.text("exchange-even"), words.money(back)),
        };
        let label = match back.is_positive() {
            true => "exchange-back-now",
            false => "exchange-even-now",
        };
        let body = Column::new()
            .spacing(space::M)
            .push(text::title(words.text("exchange-title")))
            .push(amount::pair(
                words.text("exchange-returned"),
                words.money(money.unwrap_or_default()),
            ))
            .push(amount::pair(
                words.text("exchange-goes-out"),
                words.money(self.cart().totals().total),
            ))
            .push(result)
            .push(Column::with_children(lines))
            .push(against);
        widget::Dialog::new(body)
            .width_max(560.0)
            .foot(self.foot_of_payment(ready, label, context))
    }
}
