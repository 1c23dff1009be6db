//! An open product: its text at the left; diets, recipe or history at the right.

use iced::widget::text_editor::{Action as Edit, Content, TextEditor};
use iced::widget::{container, space as gap};
use iced::{Alignment, Length, Pixels};

use super::{Room, cell};
use crate::app::font;
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::screen::declare::message::ProductMessage;
use crate::app::screen::declare::product::{Open, Tab};
use crate::app::screen::declare::{Desk, Message};
use crate::app::theme::{Theme, size, space, style};
use crate::app::widget::{
    Column, Element, Mood, Row, banner, button, card, chip, clamp, empty, field, scroll, segmented,
    table, text,
};
use crate::app::words::diet_because;
use crate::domain::Moment;
use crate::domain::diet::{Declared, Diet, DietKnowledge};
use crate::i18n::I18n;
use crate::store::diet::{Filed, Said, SaidWhat, Text};

/// The least and the greatest height of a field of several lines, in logical pixels.
const EDITOR: (f32, f32) = (72.0, 180.0);

/// The open product, in the place of the pages.
pub(super) fn product_view<'a>(
    desk: &'a Desk,
    open: &'a Open,
    room: Room,
    context: &Context<'a>,
) -> Element<'a, Message> {
    let words = context.words;
    let Some(of) = desk.product(open.product) else {
        let gone = words.text("declare-gone");
        return empty(Icon::PackageX, gone, String::new(), Some(back(words)));
    };
    let tabs = [
        (words.text("declare-tab-diets"), Tab::Diets),
        (words.text("declare-tab-recipe"), Tab::Recipe),
        (words.text("declare-tab-history"), Tab::History),
    ];
    let choose = |tab| Message::Product(ProductMessage::TabChosen(tab));
    let shown = match open.tab {
        Tab::Diets => diets(desk, of, words),
        Tab::Recipe => super::recipe::recipe_view(desk, of, open, words),
        Tab::History => history(open.history.as_deref(), context),
    };
    let right = Column::new()
        .spacing(room.gap())
        .push(segmented(tabs, &open.tab, choose))
        .push(container(shown).height(Length::Fill));
    let both = Row::new()
        .spacing(room.gap())
        .push(text_card(of, open, words))
        .push(card(right).width(Length::Fill).height(Length::Fill));
    Column::new()
        .spacing(room.gap())
        .push(head(desk, of, words))
        .push(both)
        .into()
}

fn back<'a>(words: &I18n) -> Element<'a, Message> {
    button::secondary(words.text("declare-back"))
        .icon(Icon::ArrowLeft)
        .on_press(Message::Product(ProductMessage::Closed))
        .into()
}

fn head<'a>(desk: &'a Desk, of: &'a Filed, words: &I18n) -> Element<'a, Message> {
    let below = if of.kitchen {
        words.text("declare-only-kitchen")
    } else {
        let told = [
            ("category", of.category.as_str().into()),
            ("sold", of.sold.into()),
        ];
        words.text_with("declare-sold", &told)
    };
    let name = Column::new()
        .push(clamp(of.text.name.as_str(), 1))
        .push(text::small(below).style(style::muted))
        .width(Length::Fill);
    let count = |state: Declared| {
        let mut allergens = desk.allergens().iter();
        let of_state = allergens
            .by_ref()
            .filter(|one| of.known.state(**one) == state);
        (state, of_state.count())
    };
    let states = [
        Declared::Contains,
        Declared::MayContain,
        Declared::Free,
        Declared::Unknown,
    ];
    let chips = states
        .map(count)
        .into_iter()
        .filter(|(_, count)| *count > 0);
    let chips = chips.map(|(state, count)| {
        let label = format!("{} {count}", cell::word(state, words));
        let mood = match state {
            Declared::Contains => Mood::Error,
            Declared::MayContain => Mood::Warn,
            Declared::Free => Mood::Ok,
            Declared::Unknown => Mood::Neutral,
        };
        chip::status(mood, cell::picture(state), label)
    });
    let row = button::secondary(words.text("declare-to-row"))
        .icon(Icon::LayoutGrid)
        .on_press(Message::RowPressed(of.product));
    Row::new()
        .spacing(space::M)
        .align_y(Alignment::Center)
        .push(back(words))
        .push(name)
        .push(Row::with_children(chips).spacing(space::S))
        .push(Element::from(row))
        .into()
}

/// What is written about it; an edit asks for a new look at what was declared free.
fn text_card<'a>(of: &'a Filed, open: &'a Open, words: &I18n) -> Element<'a, Message> {
    let name = field(&words.text("declare-name"), &open.name)
        .on_input(|name| Message::Product(ProductMessage::NameTyped(name)));
    let ingredients = words.text("declare-ingredients");
    let statement = words.text("declare-statement");
    let free = of.known.iter();
    let free = free
        .filter(|(_, known)| known.state == Declared::Free)
        .count();
    let warning = (open.is_changed() && free > 0).then(|| {
        let told = [("count", free.into())];
        let what = words.text_with("declare-text-looks", &told);
        banner(Mood::Warn, what, None, vec![])
    });
    let fields = Column::new()
        .spacing(space::M)
        .push(field::labelled(words.text("declare-name"), name, None))
        .push(editor(
            ingredients,
            words.text("declare-ingredients-hint"),
            &open.ingredients,
            ProductMessage::IngredientsEdited,
        ))
        .push(editor(
            statement,
            words.text("declare-statement-hint"),
            &open.statement,
            ProductMessage::StatementEdited,
        ))
        .push(warning);
    let tell = |on: bool, message| on.then_some(Message::Product(message));
    let undo = button::secondary(words.text("declare-text-undo"))
        .tall()
        .on_press_maybe(tell(open.is_changed(), ProductMessage::UndoPressed));
    let save = button::primary(words.text("declare-text-save"))
        .icon(Icon::Save)
        .fill()
        .on_press_maybe(tell(open.can_save(), ProductMessage::SavePressed));
    let buttons = Row::new()
        .spacing(space::S)
        .push(Element::from(undo))
        .push(Element::from(save));
    let column = Column::new()
        .spacing(space::M)
        .push(scrolled(fields))
        .push(buttons);
    card(column).width(Length::Fill).height(Length::Fill).into()
}

fn editor<'a>(
    label: String,
    hint: String,
    content: &'a Content,
    edited: fn(Edit) -> ProductMessage,
) -> Element<'a, Message> {
    let editor: TextEditor<'a, _, Message, Theme> = TextEditor::new(content);
    let editor = editor
        .placeholder(hint)
        .font(font::REGULAR)
        .size(size::BODY)
        .line_height(Pixels(22.0))
        .padding(space::M)
        .min_height(EDITOR.0)
        .max_height(EDITOR.1)
        .on_action(move |action| Message::Product(edited(action)));
    Column::new()
        .spacing(6)
        .push(text::strong(label))
        .push(editor)
        .into()
}

fn diets<'a>(desk: &'a Desk, of: &'a Filed, words: &I18n) -> Element<'a, Message> {
    let rows = desk.diets().map(|diet| diet_row(of, diet, words));
    scrolled(table::rows(rows))
}

/// A list that scrolls beside its rail and not below it.
pub(super) fn scrolled(list: Column<'_, Message>) -> Element<'_, Message> {
    scroll(container(list).padding(iced::Padding::ZERO.right(space::L)))
        .height(Length::Fill)
        .into()
}

fn diet_row<'a>(of: &'a Filed, diet: Diet, words: &I18n) -> Element<'a, Message> {
    let (suits, why) = match of.known.diet(diet) {
        None => (None, words.text("declare-diet-nobody")),
        Some(DietKnowledge::Suits(because)) => (Some(true), diet_because(because, words)),
        Some(DietKnowledge::Conflicts(because)) => (Some(false), diet_because(because, words)),
    };
    let answers = [
        (words.text("declare-diet-suits"), Some(true)),
        (words.text("declare-diet-not"), Some(false)),
        (words.text("declare-diet-unknown"), None),
    ];
    let name = Column::new()
        .push(text::strong(words.diet(diet)))
        .push(text::small(why).style(style::muted))
        .width(Length::Fill);
    let choose = move |suits| Message::Product(ProductMessage::DietChosen(diet, suits));
    let column = Column::new()
        .spacing(space::XS)
        .push(name)
        .push(segmented(answers, &suits, choose));
    container(column).padding([space::S, 0.0]).into()
}

fn history<'a>(said: Option<&'a [Said]>, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let Some(said) = said else {
        return empty(
            Icon::Hourglass,
            words.text("declare-reading"),
            String::new(),
            None,
        );
    };
    let rows = said.iter().map(|said| history_row(said, context));
    scrolled(table::rows(rows))
}

fn history_row<'a>(said: &'a Said, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let at: Moment = context.now.plus_millis(said.at - context.now.at.0);
    let who = match &said.by {
        Some(who) => who.clone(),
        None => words.text("declare-said-list"),
    };
    let head = Row::new()
        .push(text::small(words.date_time(at)).style(style::muted))
        .push(gap::horizontal())
        .push(text::small(who).style(style::muted));
    let column = Column::new()
        .spacing(space::XS)
        .push(head)
        .push(text::body(what(&said.what, words)));
    container(column).padding([space::S, space::XS]).into()
}

/// What was said, as a sentence.
fn what(said: &SaidWhat, words: &I18n) -> String {
    match said {
        SaidWhat::Allergen(allergen, state, source, quote) => {
            let sentence = match state {
                Declared::Unknown => {
                    let told = [("allergen", words.allergen(*allergen).into())];
                    words.text_with("declare-taken-back", &told)
                }
                state => cell::sentence(*state, *allergen, words),
            };
            let source = words.text(&format!("source-{}", source.code()));
            match quote {
                Some(quote) => format!("{sentence} · {source}: «{quote}»"),
                None => format!("{sentence} · {source}"),
            }
        }
        SaidWhat::Diet(diet, suits) => {
            let key = match suits {
                Some(true) => "declare-said-suits",
                Some(false) => "declare-said-not",
                None => "declare-said-unknown",
            };
            words.text_with(key, &[("diet", words.diet(*diet).into())])
        }
        SaidWhat::Text(text) => text_said(text, words),
        SaidWhat::Recipe(parts) if parts.is_empty() => words.text("declare-said-no-recipe"),
        SaidWhat::Recipe(parts) => {
            let told = [("parts", parts.join(", ").into())];
            words.text_with("declare-said-recipe", &told)
        }
    }
}

fn text_said(text: &Text, words: &I18n) -> String {
    let told = [("name", (&text.name).into())];
    let mut said = words.text_with("declare-said-text", &told);
    for more in [&text.ingredients, &text.statement].into_iter().flatten() {
        said.push_str(" · ");
        said.push_str(more);
    }
    said
}
