//! The form of one product: its head, its parts, its foot.

use iced::widget::container;
use iced::{Alignment, Length};

use super::super::form::{Fault, Field, Form, Message, Tab};
use super::super::{Files, Message as GoodsMessage};
use super::Room;
use super::mass::{rate_words, said as day_said};
use crate::app::icon::{Icon, icon};
use crate::app::screen::Context;
use crate::app::theme::{size, space, style};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, banner, button, card, chip, clamp, field, scroll,
    segmented, text,
};
use crate::domain::catalogue::Unit;
use crate::domain::code::Code;
use crate::domain::tax::Rate;
use crate::i18n::I18n;

/// What the parts of the form look at.
#[derive(Clone, Copy)]
pub(super) struct Looking<'a, 'f> {
    pub(super) files: &'a Files,
    pub(super) faults: &'f [Fault],
    pub(super) context: &'f Context<'a>,
}

impl Form {
    pub(super) fn view<'a>(
        &'a self,
        files: &'a Files,
        room: Room,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let words = context.words;
        let faults = self.faults(files, context.now.day());
        let looking = Looking {
            files,
            faults: &faults,
            context,
        };
        let part = match self.tab {
            Tab::Product => self.product_part(looking),
            Tab::Prices => self.prices_part(looking),
            Tab::Stock => self.stock_part(looking),
            Tab::Tile => self.tile_part(looking),
            Tab::Label => self.label_part(looking),
        };
        let part = container(part).padding(iced::Padding::new(space::L).right(space::XL));
        let body = card(scroll(part).width(Length::Fill).height(Length::Fill))
            .padding(0)
            .width(Length::Fill)
            .height(Length::Fill);
        let refused = self.refused.as_deref();
        Column::new()
            .spacing(space::M)
            .padding(space::L)
            .push(self.head(room, words))
            .push(self.tabs(&faults, words))
            .push(body)
            .push(refused.map(|why| banner(Mood::Error, why, None, vec![])))
            .push(self.foot(&faults, words))
            .into()
    }

    fn head<'a>(&'a self, room: Room, words: &I18n) -> Element<'a, Message> {
        let name = self.now.name.trim();
        let name = match name.is_empty() {
            true => words.text("goods-new-title"),
            false => name.to_owned(),
        };
        let back = button::icon_only(Icon::ArrowLeft).on_press(Message::BackPressed);
        let off = (!self.now.active)
            .then(|| chip::status(Mood::Neutral, Icon::Archive, words.text("goods-off")));
        let on_file = self.product.is_some();
        let action = |key: &str, picture, message| {
            let button = button::secondary(words.text(key)).short();
            let button = if room.wide {
                button.icon(picture)
            } else {
                button
            };
            Element::from(button.on_press_maybe((!self.asked).then_some(message)))
        };
        let copy = on_file.then(|| action("goods-copy", Icon::Copy, Message::CopyPressed));
        let (key, picture) = match self.now.active {
            true => ("goods-let-go", Icon::Archive),
            false => ("goods-bring-back", Icon::RotateCcw),
        };
        let active = on_file.then(|| action(key, picture, Message::ActivePressed));
        Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(back)
            .push(container(clamp(name, 1)).width(Length::Fill))
            .push(off)
            .push(copy)
            .push(active)
            .into()
    }

    fn tabs<'a>(&'a self, faults: &[Fault], words: &I18n) -> Element<'a, Message> {
        let tab = |tab: Tab, key: &str| {
            let wrong = faults.iter().any(|fault| fault.tab() == tab);
            let label = words.text(key);
            let label = if wrong { format!("{label} !") } else { label };
            (label, tab)
        };
        let tabs = [
            tab(Tab::Product, "goods-tab-product"),
            tab(Tab::Prices, "goods-tab-prices"),
            tab(Tab::Stock, "goods-tab-stock"),
            tab(Tab::Tile, "goods-tab-tile"),
            tab(Tab::Label, "goods-tab-label"),
        ];
        segmented(tabs, &self.tab, Message::TabChosen)
    }

    fn foot<'a>(&'a self, faults: &[Fault], words: &I18n) -> Element<'a, Message> {
        let wrong = faults.first().map(|fault| {
            let sign = icon(Icon::CircleAlert, size::ICON).style(style::danger_ink);
            let wrong = text::body(said(fault, words)).style(style::danger_ink);
            Row::new()
                .spacing(space::S)
                .align_y(Alignment::Center)
                .push(sign)
                .push(wrong)
        });
        let changed = self.is_changed() && !self.asked;
        let undo = button::secondary(words.text("goods-undo"))
            .icon(Icon::Undo)
            .tall()
            .on_press_maybe(changed.then_some(Message::UndoPressed));
        let save = button::primary(words.text("goods-save"))
            .icon(Icon::Save)
            .width(260)
            .on_press_maybe(changed.then_some(Message::SavePressed));
        Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(
                container(wrong.map_or_else(|| iced::widget::space().into(), Element::from))
                    .width(Length::Fill),
            )
            .push(Element::from(undo))
            .push(Element::from(save))
            .into()
    }

    fn product_part<'a>(&'a self, looking: Looking<'a, '_>) -> Element<'a, Message> {
        let words = looking.context.words;
        let names = looking.files.categories().iter().take(24).map(|category| {
            let chosen = self.now.category.trim() == category.name;
            let message = Message::CategoryChosen(category.name.clone());
            chip::choice(category.name.as_str(), chosen, message)
        });
        let category = Column::new()
            .spacing(space::S)
            .push(self.line(
                Field::Category,
                "goods-category",
                "goods-category-hint",
                looking,
            ))
            .push(chip::flow(names));
        let unit = segmented(
            [
                (words.text("goods-unit-each"), Unit::Each),
                (words.text("goods-unit-kilogram"), Unit::Kilogram),
            ],
            &self.now.unit.unwrap_or(Unit::Each),
            Message::UnitChosen,
        );
        let rates = Rate::ALL.map(|rate| (rate_words(rate, words), rate));
        let rate = segmented(
            rates,
            &self.now.rate.unwrap_or(Rate::Ten),
            Message::RateChosen,
        );
        Column::new()
            .spacing(space::L)
            .push(self.line(Field::Name, "goods-name", "goods-name-hint", looking))
            .push(category)
            .push(
                Row::new()
                    .spacing(space::XL)
                    .push(under("goods-unit", unit, words))
                    .push(under("goods-rate", rate, words)),
            )
            .push(self.codes(looking))
            .into()
    }

    /// Several codes, scanned wherever the focus is or typed.
    fn codes<'a>(&'a self, looking: Looking<'a, '_>) -> Element<'a, Message> {
        let words = looking.context.words;
        let codes = self.now.codes.iter().map(|code| {
            chip::choice_with(
                Icon::X,
                code.as_str(),
                false,
                Message::CodeRemoved(Code::clone(code)),
            )
        });
        let wrong = self
            .code_fault
            .as_ref()
            .map(|fault| said(fault, words).into());
        let left = looking.faults.iter().find(|of| **of == Fault::CodeLeft);
        let wrong = wrong.or_else(|| left.map(|fault| said(fault, words).into()));
        let typed = field(&words.text("goods-code-hint"), &self.code)
            .on_input(|text| Message::Typed(Field::Code, text));
        let add = button::secondary(words.text("goods-code-add"))
            .icon(Icon::Plus)
            .on_press_maybe((!self.code.trim().is_empty()).then_some(Message::CodeAdded));
        let typed = field::labelled(words.text("goods-codes"), typed, wrong);
        let row = Row::new()
            .spacing(space::S)
            .align_y(Alignment::End)
            .push(container(typed).width(Length::Fill))
            .push(Element::from(add));
        let none = self.now.codes.is_empty();
        let hint = text::small(words.text(match none {
            true => "goods-codes-none",
            false => "goods-codes-some",
        }));
        Column::new()
            .spacing(space::S)
            .push(row)
            .push((!none).then(|| chip::flow(codes)))
            .push(hint.style(style::muted))
            .into()
    }

    /// A line below its label, with what is wrong below it.
    pub(super) fn line<'a>(
        &'a self,
        of: Field,
        key: &str,
        hint: &str,
        looking: Looking<'a, '_>,
    ) -> Element<'a, Message> {
        let words = looking.context.words;
        let value = match of {
            Field::Name => &self.now.name,
            Field::Category => &self.now.category,
            Field::Code => &self.code,
            Field::Price => &self.now.price,
            Field::StaffPrice => &self.now.staff_price,
            Field::Since => &self.since,
            Field::Cost => &self.now.cost,
            Field::Minimum => &self.now.minimum,
            Field::Prefix => &self.now.prefix,
            Field::Plu => &self.now.plu,
            Field::Place => &self.now.place,
            Field::Photo => &self.path,
        };
        let mut faults = looking.faults.iter();
        let wrong = faults.find(|fault| is_of(fault, of));
        let wrong = wrong.map(|fault| said(fault, words).into());
        let typed = move |text| Message::Typed(of, text);
        let typed = field(&words.text(hint), value).on_input_maybe((!self.asked).then_some(typed));
        field::labelled(words.text(key), typed, wrong)
    }

    /// Asked before what was typed is lost.
    pub(super) fn leaving_dialog<'a>(
        &'a self,
        context: &Context<'a>,
    ) -> Option<Dialog<'a, GoodsMessage>> {
        let words = context.words;
        if !self.leaving {
            return None;
        }
        let column = Column::new()
            .spacing(space::M)
            .push(text::title(words.text("goods-unsaved")))
            .push(text::body(words.text("goods-unsaved-todo")));
        let discard = button::secondary(words.text("goods-discard"))
            .tall()
            .on_press(Message::DiscardPressed);
        let stay = button::secondary(words.text("goods-stay"))
            .tall()
            .on_press(Message::DialogClosed);
        let save = button::primary(words.text("goods-save"))
            .icon(Icon::Save)
            .fill()
            .on_press(Message::SavePressed);
        let foot = Row::new()
            .spacing(space::S)
            .push(Element::from(discard))
            .push(Element::from(stay))
            .push(Element::from(save));
        let dialog = Dialog::new(column)
            .foot(foot)
            .on_outside(Message::DialogClosed);
        Some(dialog.map(GoodsMessage::Form))
    }
}

/// Something below its label.
pub(super) fn under<'a>(
    key: &str,
    what: impl Into<Element<'a, Message>>,
    words: &I18n,
) -> Element<'a, Message> {
    Column::new()
        .spacing(6)
        .push(text::strong(words.text(key)))
        .push(what.into())
        .into()
}

const fn is_of(fault: &Fault, field: Field) -> bool {
    matches!(
        (fault, field),
        (Fault::NoName | Fault::NameTaken, Field::Name)
            | (Fault::NoCategory, Field::Category)
            | (Fault::Price, Field::Price)
            | (Fault::StaffPrice, Field::StaffPrice)
            | (Fault::Since(_), Field::Since)
            | (Fault::Cost, Field::Cost)
            | (Fault::Minimum, Field::Minimum)
            | (Fault::Scale | Fault::ScaleTaken(_), Field::Plu)
            | (Fault::Place, Field::Place)
    )
}

/// What is wrong, as a sentence.
pub(super) fn said(fault: &Fault, words: &I18n) -> String {
    let key = match fault {
        Fault::NoName => "goods-fault-name",
        Fault::NameTaken => "goods-fault-name-taken",
        Fault::NoCategory => "goods-fault-category",
        Fault::Price => "goods-fault-price",
        Fault::StaffPrice => "goods-fault-staff",
        Fault::Since(fault) => return day_said(*fault, words),
        Fault::Cost => "goods-fault-cost",
        Fault::Minimum => "goods-fault-minimum",
        Fault::Scale => "goods-fault-scale",
        Fault::ScaleOfPieces => "goods-fault-scale-pieces",
        Fault::Place => "goods-fault-place",
        Fault::Code => "goods-fault-code",
        Fault::CodeLeft => "goods-fault-code-left",
        Fault::ScaleTaken(name) => {
            return words.text_with("goods-fault-scale-taken", &[("name", name.into())]);
        }
        Fault::CodeTaken(code, name) => {
            let told = [("code", code.as_str().into()), ("name", name.into())];
            return words.text_with("goods-fault-code-taken", &told);
        }
    };
    words.text(key)
}
