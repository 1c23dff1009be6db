//! How the accounts look: the list at the left; one of them, or the low balances, at the right.

mod form;
mod more;
mod panel;

use iced::widget::{container, responsive, space as gap};
use iced::{Alignment, Length};

use super::{Accounts, Message, Person, SEARCH_ID, SHOWN_MAX};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::{space, style};
use crate::app::widget::{
    Column, Element, Row, avatar, button, card, clamp, empty, field, modal, press, scroll, table,
    text,
};
use crate::store::Low;

/// Narrower than this, list and account are shown one at a time.
const WIDE: f32 = 1080.0;
/// The width of the list beside an account, in logical pixels.
const LIST_WIDTH: f32 = 340.0;

impl Accounts {
    /// The screen, beside the sidebar.
    #[must_use]
    pub fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let context = *context;
        responsive(move |size| {
            let low = size.height < 640.0;
            let open = self.panel.as_ref().zip(self.form.as_ref());
            let dialog = open.map(|(panel, form)| {
                let others = self.others(&form.query);
                form.dialog(&panel.account, &self.settings, &others, low, &context)
            });
            let dialog = dialog.map(|dialog| dialog.map(Message::Form));
            modal(self.sides(size.width >= WIDE, &context), dialog)
        })
        .into()
    }

    fn sides<'a>(&'a self, wide: bool, context: &Context<'a>) -> Element<'a, Message> {
        let open = match (&self.panel, &self.low) {
            (Some(panel), _) => Some(panel.view(wide, context)),
            (None, Some(low)) => Some(low_list(low, context)),
            (None, None) => None,
        };
        let list = (wide || open.is_none()).then(|| {
            let width = match wide {
                true => Length::Fixed(LIST_WIDTH),
                false => Length::Fill,
            };
            container(self.list(context)).width(width)
        });
        let nobody = wide && open.is_none();
        let open = open.or_else(|| nobody.then(|| choose(context)));
        let both = Row::new()
            .spacing(space::L)
            .padding(space::L)
            .push(list)
            .push(open.map(|open| container(open).width(Length::Fill)));
        container(both)
            .width(Length::Fill)
            .height(Length::Fill)
            .style(style::canvas)
            .into()
    }

    fn list<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let search = field(&words.text("accounts-search"), &self.query)
            .id(SEARCH_ID)
            .on_input(Message::QueryTyped);
        let found = self.found();
        let last = found.len().saturating_sub(1) / SHOWN_MAX;
        let page = self.page.min(last);
        let rows: Element<'a, Message> = if found.is_empty() {
            let key = match self.people.is_empty() {
                true => "accounts-none",
                false => "accounts-not-found",
            };
            let todo = words.text(&format!("{key}-todo"));
            empty(Icon::Wallet, words.text(key), todo, None)
        } else {
            let rows = found.iter().skip(page * SHOWN_MAX).take(SHOWN_MAX);
            let rows = rows.map(|person| self.row(person));
            scroll(container(table::rows(rows)).padding(iced::Padding::ZERO.right(space::M)))
                .height(Length::Fill)
                .into()
        };
        let pages = (last > 0).then(|| {
            let (all, from) = (found.len(), page * SHOWN_MAX + 1);
            let to = all.min(from + SHOWN_MAX - 1);
            let told = [
                ("from", from.into()),
                ("to", to.into()),
                ("all", all.into()),
            ];
            pages(
                words.text_with("accounts-page", &told),
                (page > 0).then(|| Message::PageTurned(page - 1)),
                (page < last).then_some(Message::PageTurned(page + 1)),
            )
        });
        let low = button::secondary(words.text("accounts-low"))
            .icon(Icon::Bell)
            .fill()
            .on_press(Message::LowPressed);
        let column = Column::new()
            .spacing(space::M)
            .push(search)
            .push(container(rows).height(Length::Fill))
            .push(pages)
            .push(Element::from(low));
        card(column)
            .padding(space::M)
            .width(Length::Fill)
            .height(Length::Fill)
            .into()
    }

    fn row<'a>(&self, person: &'a Person) -> Element<'a, Message> {
        let here = self.open() == Some(person.student);
        let who = Column::new()
            .width(Length::Fill)
            .push(clamp(person.name.as_str(), 1).strong())
            .push(text::small(person.grade.as_str()).style(style::muted));
        let row = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(avatar(&person.name, 40.0))
            .push(who);
        press(row)
            .on_press(Message::PersonPressed(person.student))
            .width(Length::Fill)
            .padding(space::S)
            .style(move |theme, status| style::row(theme, here, status))
            .into()
    }
}

/// Which part is shown, between the buttons to the others.
fn pages<'a>(which: String, back: Option<Message>, on: Option<Message>) -> Element<'a, Message> {
    Row::new()
        .align_y(Alignment::Center)
        .push(button::icon_only(Icon::ChevronLeft).on_press_maybe(back))
        .push(gap::horizontal())
        .push(text::small(which).style(style::muted))
        .push(gap::horizontal())
        .push(button::icon_only(Icon::ChevronRight).on_press_maybe(on))
        .into()
}

fn choose<'a>(context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let nothing = empty(
        Icon::Wallet,
        words.text("accounts-choose"),
        words.text("accounts-choose-todo"),
        None,
    );
    card(nothing)
        .width(Length::Fill)
        .height(Length::Fill)
        .into()
}

const LOW: table::Table<3> =
    table::Table([table::share(4), table::share(3), table::fixed(110.0).end()]);

/// Who has little left, and whom to call.
fn low_list<'a>(low: &'a [Low], context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let count = [("count", low.len().into())];
    let title = Column::new()
        .width(Length::Fill)
        .push(text::title(words.text("accounts-low")))
        .push(text::small(words.text_with("low-count", &count)).style(style::muted));
    let there = !low.is_empty();
    let print = button::secondary(words.text("accounts-print"))
        .icon(Icon::Printer)
        .on_press_maybe(there.then_some(Message::PrintLowPressed));
    let save = button::secondary(words.text("accounts-save"))
        .icon(Icon::FileSpreadsheet)
        .on_press_maybe(there.then_some(Message::SaveLowPressed));
    let head = Row::new()
        .spacing(space::S)
        .align_y(Alignment::Center)
        .push(title)
        .push(Element::from(print))
        .push(Element::from(save))
        .push(button::icon_only(Icon::X).on_press(Message::Closed));
    let body: Element<'a, Message> = if there {
        let rows = low.iter().map(|account| low_row(account, context));
        let heads = LOW.head([
            words.text("csv-pupil"),
            words.text("csv-guardian"),
            words.text("csv-balance"),
        ]);
        let rows = container(table::rows(rows)).padding(iced::Padding::ZERO.right(space::M));
        let heads = container(heads).padding(iced::Padding::ZERO.right(space::M));
        Column::new()
            .push(heads)
            .push(scroll(rows).height(Length::Fill))
            .into()
    } else {
        let todo = words.text("low-none-todo");
        empty(Icon::CircleCheck, words.text("low-none"), todo, None)
    };
    let column = Column::new()
        .spacing(space::M)
        .push(head)
        .push(container(body).height(Length::Fill));
    card(column)
        .padding(space::M)
        .width(Length::Fill)
        .height(Length::Fill)
        .into()
}

fn low_row<'a>(account: &'a Low, context: &Context<'a>) -> Element<'a, Message> {
    let two = |first: &'a str, second: &'a str| {
        Column::new()
            .push(clamp(first, 1).strong())
            .push(text::small(second).style(style::muted))
    };
    let balance = text::lead(context.words.money(account.balance));
    let balance = match account.balance.is_negative() {
        true => balance.style(style::danger_ink),
        false => balance.style(style::caution_ink),
    };
    let guardian = account.guardian.as_deref().unwrap_or_default();
    let phone = account.phone.as_deref().unwrap_or_default();
    let cells = [
        two(&account.names, &account.grade).into(),
        two(guardian, phone).into(),
        balance.into(),
    ];
    LOW.press_row(cells, false, Message::PersonPressed(account.student))
}
