//! Further parts of the form: prices and their history, stock and scale, the tile, the label.

use iced::widget::image::Image;
use iced::widget::text_editor::TextEditor;
use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::super::form::{Fault, Field, Form, Message};
use super::form::{Looking, said, under};
use super::list::{price, quantity};
use crate::app::font;
use crate::app::icon::{Icon, icon};
use crate::app::theme::{Theme, radius, size, space, style, target};
use crate::app::widget::{
    Column, Element, Mood, Row, banner, button, chip, clamp, field, press, segmented, text, tile,
};
use crate::domain::catalogue::{GENERAL, STAFF, StockRule, Unit};
use crate::domain::goods::{Holds, TileColour};
use crate::domain::{Money, PriceListId};
use crate::i18n::I18n;

/// The side of the picture, in logical pixels.
const PICTURE: f32 = 112.0;
/// The most of the history that is laid out.
const HISTORY_MAX: usize = 40;

impl Form {
    pub(super) fn prices_part<'a>(&'a self, looking: Looking<'a, '_>) -> Element<'a, Message> {
        let words = looking.context.words;
        let unit = text::small(words.text(match self.now.unit {
            Some(Unit::Kilogram) => "goods-price-of-kilogram",
            _ => "goods-price-of-piece",
        }));
        let row = Row::new()
            .spacing(space::M)
            .push(third(self.line(
                Field::Price,
                "goods-price",
                "goods-price-hint",
                looking,
            )))
            .push(third(self.line(
                Field::StaffPrice,
                "goods-staff-price",
                "goods-staff-hint",
                looking,
            )))
            .push(
                // An empty one says two things.
                container(self.line(Field::Since, "goods-since", "goods-since-hint", looking))
                    .width(Length::FillPortion(4)),
            );
        let cost = Row::new()
            .spacing(space::M)
            .align_y(Alignment::End)
            .push(third(self.line(
                Field::Cost,
                "goods-cost",
                "goods-price-hint",
                looking,
            )))
            .push(container(self.margin(words)).width(Length::FillPortion(7)));
        Column::new()
            .spacing(space::L)
            .push(row)
            .push(unit.style(style::muted))
            .push(cost)
            .push(self.to_come_part(looking))
            .push(self.history_part(looking))
            .into()
    }

    /// What is left of the price once it is bought: of the whole price, as the till books IVA elsewhere.
    fn margin<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let amount = |text: &str| Money::parse(text).ok().filter(|of| of.is_positive());
        let both = amount(&self.now.price).zip(amount(&self.now.cost));
        let said = both.map(|(price, cost)| {
            let left = price - cost;
            let percent = rust_decimal::Decimal::from(left.amount() * 100)
                / rust_decimal::Decimal::from(price.amount());
            let told = [
                ("left", left.into()),
                ("percent", words.percent(percent.round_dp(1)).into()),
            ];
            words.text_with("goods-margin", &told)
        });
        let said = said.unwrap_or_else(|| words.text("goods-margin-none"));
        container(text::body(said).style(style::muted))
            .height(target::MEDIUM)
            .align_y(Alignment::Center)
            .into()
    }

    fn to_come_part<'a>(&'a self, looking: Looking<'a, '_>) -> Option<Element<'a, Message>> {
        let (words, today) = (looking.context.words, looking.context.now.day());
        let coming = self.to_come(today);
        if coming.is_empty() {
            return None;
        }
        let unit = self.now.unit.unwrap_or(Unit::Each);
        let rows = coming.into_iter().map(|(list, day, amount)| {
            let told = [
                ("list", list_words(list, words).into()),
                ("price", price(amount, unit, words).into()),
                ("day", day.into()),
            ];
            let cancel = button::secondary(words.text("goods-withdraw"))
                .short()
                .icon(Icon::X)
                .on_press_maybe((!self.asked).then_some(Message::WithdrawPressed(list, day)));
            Row::new()
                .spacing(space::S)
                .align_y(Alignment::Center)
                .push(icon(Icon::Clock, size::ICON).style(style::muted))
                .push(
                    container(text::body(words.text_with("goods-coming", &told)))
                        .width(Length::Fill),
                )
                .push(Element::from(cancel))
                .into()
        });
        Some(under(
            "goods-to-come",
            Column::with_children(rows).spacing(space::S),
            words,
        ))
    }

    fn history_part<'a>(&'a self, looking: Looking<'a, '_>) -> Option<Element<'a, Message>> {
        let (words, now) = (looking.context.words, looking.context.now);
        if self.history.is_empty() {
            return None;
        }
        let unit = self.now.unit.unwrap_or(Unit::Each);
        let rows = self.history.iter().take(HISTORY_MAX).map(|of| {
            let since = of.since.map_or_else(
                || words.text("goods-since-ever"),
                |day| words.text_with("goods-since-day", &[("day", day.into())]),
            );
            let at = now.plus_millis(of.at.0 - now.at.0);
            let by = of.by.clone().unwrap_or_else(|| words.text("goods-by-list"));
            let told = [("by", by.into()), ("at", words.date_time(at).into())];
            let amount = match of.amount {
                Some(_) => price(of.amount, unit, words),
                None => words.text("goods-as-general"),
            };
            Row::new()
                .spacing(space::M)
                .align_y(Alignment::Center)
                .height(36)
                .push(container(text::body(list_words(of.list, words))).width(110))
                .push(container(text::strong(amount)).width(160))
                .push(container(text::body(since)).width(190))
                .push(text::small(words.text_with("goods-said-by", &told)).style(style::muted))
                .into()
        });
        Some(under("goods-history", Column::with_children(rows), words))
    }

    pub(super) fn stock_part<'a>(&'a self, looking: Looking<'a, '_>) -> Element<'a, Message> {
        let words = looking.context.words;
        let rule = segmented(
            [
                (words.text("goods-rule-refuse"), StockRule::Refuse),
                (words.text("goods-rule-allow"), StockRule::Allow),
            ],
            &self.now.rule.unwrap_or(StockRule::Refuse),
            Message::RuleChosen,
        );
        let unit = self.now.unit.unwrap_or(Unit::Each);
        let told = [("stock", quantity(self.stock, unit, words).into())];
        let there = self
            .product
            .map(|_| text::body(words.text_with("goods-stock-now", &told)).style(style::muted));
        let minimum = self.line(
            Field::Minimum,
            "goods-minimum",
            "goods-minimum-hint",
            looking,
        );
        Column::new()
            .spacing(space::L)
            .push(there)
            .push(
                Row::new()
                    .spacing(space::XL)
                    .push(container(minimum).width(220))
                    .push(under("goods-rule", rule, words)),
            )
            .push(self.scale_part(looking))
            .into()
    }

    fn scale_part<'a>(&'a self, looking: Looking<'a, '_>) -> Element<'a, Message> {
        let words = looking.context.words;
        let kinds = segmented(
            [
                (words.text("goods-scale-none"), None),
                (words.text("goods-scale-weight"), Some(Holds::Weight)),
                (words.text("goods-scale-price"), Some(Holds::Price)),
            ],
            &self.now.holds,
            Message::HoldsChosen,
        );
        let numbers = self.now.holds.map(|_| {
            let prefix = self.line(Field::Prefix, "goods-prefix", "goods-prefix-hint", looking);
            let plu = self.line(Field::Plu, "goods-plu", "goods-plu-hint", looking);
            Row::new()
                .spacing(space::M)
                .push(container(prefix).width(160))
                .push(container(plu).width(260))
        });
        let pieces = looking
            .faults
            .iter()
            .find(|of| **of == Fault::ScaleOfPieces);
        let pieces = pieces.map(|fault| banner(Mood::Error, said(fault, words), None, vec![]));
        Column::new()
            .spacing(space::S)
            .push(text::strong(words.text("goods-scale")))
            .push(kinds)
            .push(numbers)
            .push(pieces)
            .push(text::small(words.text("goods-scale-hint")).style(style::muted))
            .into()
    }

    pub(super) fn tile_part<'a>(&'a self, looking: Looking<'a, '_>) -> Element<'a, Message> {
        let words = looking.context.words;
        let star = chip::choice_with(
            Icon::Star,
            words.text("goods-favourite"),
            self.now.favourite,
            Message::FavouritePressed,
        );
        let place = self.line(Field::Place, "goods-place", "goods-place-hint", looking);
        let none = chip::choice(
            words.text("goods-colour-none"),
            self.now.colour.is_none(),
            Message::ColourChosen(None),
        );
        let colours = TileColour::all().map(|of| self.swatch(of));
        let colours = chip::flow(std::iter::once(none).chain(colours));
        let amount = Money::parse(&self.now.price).unwrap_or(Money::ZERO);
        let example = tile(self.now.name.as_str(), words.money(amount))
            .colour(self.now.colour)
            .photo(self.picture.clone())
            .on_press(Message::FavouritePressed);
        let example = container(Element::from(example)).width(200);
        let first = Column::new()
            .spacing(space::L)
            .width(Length::Fill)
            .push(
                Row::new()
                    .spacing(space::L)
                    .align_y(Alignment::End)
                    .push(star)
                    .push(container(place).width(240)),
            )
            .push(under("goods-colour", colours, words));
        Column::new()
            .spacing(space::L)
            .push(Row::new().spacing(space::XL).push(first).push(under(
                "goods-example",
                example,
                words,
            )))
            .push(self.photo_part(looking))
            .into()
    }

    fn swatch<'a>(&self, of: TileColour) -> Element<'a, Message> {
        let chosen = self.now.colour == Some(of);
        let sign = chosen.then(|| icon(Icon::Check, size::ICON));
        let face = container(sign.map_or_else(|| Element::from(gap()), Element::from))
            .center(Length::Fill)
            .style(move |theme: &Theme| {
                let fill = theme.tokens().series[usize::from(of.number()) - 1];
                let ink = theme.tokens().surface.fill;
                style::filled(crate::app::theme::Pair { fill, ink }, radius::S)
            });
        press(face)
            .on_press(Message::ColourChosen(Some(of)))
            .width(target::MIN)
            .height(target::MIN)
            .into()
    }

    fn photo_part<'a>(&'a self, looking: Looking<'a, '_>) -> Element<'a, Message> {
        let words = looking.context.words;
        let picture: Element<'a, Message> = match &self.picture {
            Some(picture) => Image::new(picture.clone())
                .width(PICTURE)
                .height(PICTURE)
                .into(),
            None => container(icon(Icon::Image, size::ICON_HERO).style(style::muted))
                .center(PICTURE)
                .style(style::sunken)
                .into(),
        };
        let remove = self.picture.is_some().then(|| {
            Element::from(
                button::secondary(words.text("goods-photo-remove")).on_press(Message::PhotoRemoved),
            )
        });
        let shown = Column::new().spacing(space::S).push(picture).push(remove);
        let path = self.line(
            Field::Photo,
            "goods-photo-path",
            "goods-photo-hint",
            looking,
        );
        let read = button::secondary(words.text("goods-photo-read"))
            .on_press_maybe((!self.path.trim().is_empty()).then_some(Message::PhotoPressed));
        let refused = self
            .photo_refused
            .then(|| text::small(words.text("goods-photo-refused")).style(style::danger_ink));
        let above = press(entry(Icon::ArrowUp, words.text("goods-photo-above")))
            .on_press(Message::AbovePressed)
            .width(Length::Fill)
            .height(target::MIN);
        let entries = self.entries.iter().take(60).enumerate().map(|(at, of)| {
            let name = of
                .path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned());
            let sign = if of.is_folder {
                Icon::Folder
            } else {
                Icon::Image
            };
            press(entry(sign, name.unwrap_or_default()))
                .on_press(Message::EntryPressed(at))
                .width(Length::Fill)
                .height(target::MIN)
                .into()
        });
        let list = Column::new().push(above).extend(entries);
        let chooser = Column::new()
            .spacing(space::S)
            .width(Length::Fill)
            .push(
                Row::new()
                    .spacing(space::S)
                    .align_y(Alignment::End)
                    .push(container(path).width(Length::Fill))
                    .push(Element::from(read)),
            )
            .push(refused)
            .push(list);
        let row = Row::new().spacing(space::L).push(shown).push(chooser);
        under("goods-photo", row, words)
    }

    pub(super) fn label_part<'a>(&'a self, looking: Looking<'a, '_>) -> Element<'a, Message> {
        let words = looking.context.words;
        let editor = TextEditor::new(&self.ingredients)
            .id(field::INGREDIENTS)
            .placeholder(words.text("goods-ingredients-hint"))
            .font(font::REGULAR)
            .size(size::BODY)
            .padding(space::M)
            .height(150)
            .on_action(Message::Edited);
        let (mood, key) = match self.declared {
            true => (Mood::Ok, "goods-declared"),
            false => (Mood::Warn, "goods-undeclared"),
        };
        let key = if self.product.is_some() {
            key
        } else {
            "goods-declare-later"
        };
        let declare = button::secondary(words.text("goods-declare"))
            .icon(Icon::ShieldCheck)
            .on_press_maybe(
                (self.product.is_some() && !self.is_changed()).then_some(Message::DeclarePressed),
            );
        let hint = (self.product.is_some() && self.is_changed())
            .then(|| text::small(words.text("goods-declare-save")).style(style::muted));
        Column::new()
            .spacing(space::L)
            .push(under("goods-ingredients", Element::from(editor), words))
            .push(banner(
                mood,
                words.text(key),
                None,
                vec![Element::from(declare)],
            ))
            .push(hint)
            .into()
    }
}

fn entry<'a>(picture: Icon, label: String) -> Element<'a, Message> {
    let row = Row::new()
        .spacing(space::S)
        .align_y(Alignment::Center)
        .push(icon(picture, size::ICON).style(style::muted))
        .push(clamp(label, 1).plain());
    container(row).center_y(Length::Fill).into()
}

fn third(line: Element<'_, Message>) -> Element<'_, Message> {
    container(line).width(Length::FillPortion(3)).into()
}

/// «General», «Personal».
fn list_words(list: PriceListId, words: &I18n) -> String {
    match list {
        GENERAL => words.text("goods-list-general"),
        STAFF => words.text("goods-list-staff"),
        PriceListId(other) => words.text_with("goods-list-other", &[("list", other.into())]),
    }
}
