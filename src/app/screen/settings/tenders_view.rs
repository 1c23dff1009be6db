//! How the ways to pay look: one row each, and the form of one.

use iced::widget::container;
use iced::{Alignment, Length};

use super::tenders::{Fault, Field, Flag, Message, TenderForm, Tenders};
use crate::app::icon::{Icon, icon};
use crate::app::theme::{size, space, style};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, banner, button, card, chip, field, scroll, segmented,
    table, text,
};
use crate::app::words::tender_icon;
use crate::domain::BadDay;
use crate::domain::commission::{BadCommission, Commission, PastTerms, Payer, TenderIcon};
use crate::domain::tender::Tender;
use crate::i18n::I18n;

/// So many past terms stand in the form; more are kept.
const PAST_SHOWN: usize = 4;

impl Tenders {
    pub(super) fn view<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let refused = self.refused.as_deref().filter(|_| self.form.is_none());
        let refused = refused.map(|why| banner(Mood::Error, why, None, vec![]));
        let last = self.all.len().saturating_sub(1);
        let rows = self.all.iter().enumerate();
        let rows = rows.map(|(at, tender)| row(tender, at == 0, at == last, words));
        let list = Column::new()
            .spacing(space::M)
            .push(text::lead(words.text("tenders-page")))
            .push(text::small(words.text("tenders-hint")).style(style::muted))
            .push(refused)
            .push(scroll(table::rows(rows)).height(Length::Fill));
        card(list).width(Length::Fill).height(Length::Fill).into()
    }

    pub(super) fn dialog<'a>(&'a self, words: &I18n) -> Option<Dialog<'a, Message>> {
        let form = self.form.as_ref()?;
        let refused = self.refused.as_deref();
        let refused = refused.map(|why| banner(Mood::Error, why, None, vec![]));
        let past = self.history(form.tender.id).take(PAST_SHOWN);
        let past: Vec<_> = past.map(|of| past_line(of, words)).collect();
        let past = (!past.is_empty()).then(|| {
            Column::new()
                .spacing(space::XS)
                .push(text::strong(words.text("tenders-past")))
                .extend(past)
        });
        let name = usual_name(&form.tender, words);
        let fault = self.today.and_then(|today| form.fault(today));
        let fault = fault.map(|of| {
            Row::new()
                .spacing(space::S)
                .align_y(Alignment::Center)
                .push(icon(Icon::CircleAlert, size::ICON).style(style::danger_ink))
                .push(text::body(fault_word(of, words)).style(style::danger_ink))
        });
        let column = Column::new()
            .spacing(space::M)
            .push(text::title(name))
            .push(form.named(words))
            .push(form.flags(words))
            .push(form.costs().then(|| form.cost(words)))
            .push(past)
            .push(refused);
        let foot = Column::new()
            .spacing(space::S)
            .push(fault)
            .push(form.buttons(words));
        Some(Dialog::new(column).width_max(820.0).foot(foot))
    }
}

fn usual_name(tender: &Tender, words: &I18n) -> String {
    words.text(&format!("tender-{}", tender.kind.code()))
}

fn row<'a>(tender: &'a Tender, first: bool, last: bool, words: &I18n) -> Element<'a, Message> {
    let name = tender.name.clone();
    let name = name.unwrap_or_else(|| usual_name(tender, words));
    let mut facts = Vec::new();
    if tender.name.is_some() {
        facts.push(usual_name(tender, words));
    }
    if !tender.costs().is_none() {
        facts.push(cost_word(tender.costs(), words));
    }
    for (yes, key) in [
        (tender.needs_reference, "tenders-says-reference"),
        (tender.opens_drawer, "tenders-says-drawer"),
        (!tender.refundable, "tenders-says-no-refund"),
    ] {
        if yes {
            facts.push(words.text(key));
        }
    }
    let who = Column::new()
        .width(Length::Fill)
        .push(text::strong(name))
        .push((!facts.is_empty()).then(|| text::small(facts.join(" · ")).style(style::muted)));
    let off = (!tender.active)
        .then(|| chip::status(Mood::Neutral, Icon::CircleX, words.text("tenders-off")));
    let step = |picture, by: i8, may: bool| {
        let moved = may.then_some(Message::Moved(tender.id, by));
        button::icon_only(picture).on_press_maybe(moved)
    };
    let change = button::ghost(words.text("tenders-change"))
        .icon(Icon::Pencil)
        .on_press(Message::Pressed(tender.id));
    Row::new()
        .spacing(space::S)
        .padding([space::M, 0.0])
        .align_y(Alignment::Center)
        .push(container(icon(tender_icon(tender.icon), size::ICON)).width(40))
        .push(who)
        .push(off)
        .push(step(Icon::ChevronUp, -1, !first))
        .push(step(Icon::ChevronDown, 1, !last))
        .push(Element::from(change))
        .into()
}

/// «3,3 % + ₲ 500, lo paga el cliente».
fn cost_word(of: Commission, words: &I18n) -> String {
    let mut parts = Vec::new();
    if !of.percent().is_zero() {
        parts.push(words.percent(of.percent()));
    }
    if !of.fixed().is_zero() {
        parts.push(words.money(of.fixed()));
    }
    let cost = [("cost", parts.join(" + ").into())];
    words.text_with(&format!("tenders-cost-{}", of.payer().code()), &cost)
}

fn past_line<'a>(of: &PastTerms, words: &I18n) -> Element<'a, Message> {
    let terms = &of.terms;
    let cost = match terms.commission.is_none() {
        true => words.text("tenders-cost-none"),
        false => cost_word(terms.commission, words),
    };
    let by = of.by.clone().unwrap_or_default();
    let told = [
        ("day", terms.since.into()),
        ("what", cost.into()),
        ("who", by.into()),
    ];
    text::small(words.text_with("tenders-past-line", &told))
        .style(style::muted)
        .into()
}

impl TenderForm {
    fn input<'a>(
        &self,
        key: &str,
        hint: &str,
        value: &str,
        of: Field,
        words: &I18n,
    ) -> Element<'a, Message> {
        let typed = move |text| Message::Typed(of, text);
        let typed = field(hint, value).on_input_maybe((!self.asked).then_some(typed));
        field::labelled(words.text(key), typed, None)
    }

    fn named<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let name = self.tender.name.as_deref().unwrap_or_default();
        let usual = usual_name(&self.tender, words);
        let name = self.input("tenders-name", &usual, name, Field::Name, words);
        let since = self.input("tenders-since", "", &self.since, Field::Since, words);
        let icons = TenderIcon::ALL.map(|of| {
            let label = words.text(&format!("tenders-icon-{}", of.code().replace('_', "-")));
            let chosen = of == self.tender.icon;
            chip::choice_with(tender_icon(of), label, chosen, Message::IconChosen(of))
        });
        Column::new()
            .spacing(space::M)
            .push(beside(name, since))
            .push(Row::with_children(icons).spacing(space::S).wrap())
            .into()
    }

    fn flags<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let flags = Flag::ALL.map(|of| {
            let key = match of {
                Flag::Active => "tenders-active",
                Flag::NeedsReference => "tenders-reference",
                Flag::OpensDrawer => "tenders-drawer",
                Flag::Refundable => "tenders-refundable",
            };
            let choices = [
                (words.text("tenders-yes"), true),
                (words.text("tenders-no"), false),
            ];
            let chosen = move |yes| Message::FlagChosen(of, yes);
            let choice = container(segmented(choices, &self.flag(of), chosen)).width(140);
            let row = Row::new()
                .spacing(space::S)
                .align_y(Alignment::Center)
                .push(text::body(words.text(key)).width(Length::Fill))
                .push(choice);
            Element::from(row)
        });
        let [active, reference, drawer, refundable] = flags;
        Column::new()
            .spacing(space::S)
            .push(beside(active, reference))
            .push(beside(drawer, refundable))
            .into()
    }

    fn cost<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let percent = self.input("tenders-percent", "0", &self.percent, Field::Percent, words);
        let fixed = self.input("tenders-fixed", "0", &self.fixed, Field::Fixed, words);
        let payers = Payer::ALL.map(|of| {
            let label = words.text(&format!("tenders-payer-{}", of.code()));
            (label, of)
        });
        let payer = segmented(payers, &self.payer, Message::PayerChosen);
        let payer = Column::new()
            .spacing(6)
            .push(text::strong(words.text("tenders-payer")))
            .push(payer);
        let example = self.commission().ok().filter(|of| !of.is_none()).map(|of| {
            let amount = crate::domain::Money::guaranies(20_000);
            let told = [("amount", amount.into()), ("cost", of.of(amount).into())];
            let key = format!("tenders-example-{}", of.payer().code());
            text::small(words.text_with(&key, &told)).style(style::muted)
        });
        Column::new()
            .spacing(space::S)
            .push(beside(percent, fixed))
            .push(payer)
            .push(example)
            .into()
    }

    fn buttons<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let cancel = button::secondary(words.text("users-cancel"))
            .tall()
            .on_press_maybe((!self.asked).then_some(Message::Dismissed));
        let save = button::primary(words.text("settings-save"))
            .icon(Icon::Save)
            .fill()
            .on_press_maybe((!self.asked).then_some(Message::Confirmed));
        Row::new()
            .spacing(space::S)
            .push(Element::from(cancel))
            .push(Element::from(save))
            .into()
    }
}

fn beside<'a>(left: Element<'a, Message>, right: Element<'a, Message>) -> Element<'a, Message> {
    Row::new()
        .spacing(space::L)
        .push(container(left).width(Length::FillPortion(1)))
        .push(container(right).width(Length::FillPortion(1)))
        .into()
}

fn fault_word(fault: Fault, words: &I18n) -> String {
    words.text(match fault {
        Fault::Commission(BadCommission::Percent) => "tenders-fault-percent",
        Fault::Commission(BadCommission::Fixed) => "tenders-fault-fixed",
        Fault::Day(BadDay::Form) => "pupils-fault-day-form",
        Fault::Day(BadDay::NoSuchDay) => "pupils-fault-no-such-day",
        Fault::Past => "tenders-fault-past",
    })
}
