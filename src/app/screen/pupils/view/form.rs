//! How the form looks: what, how badly, by whom, until when, whom to call.

use iced::widget::container;
use iced::{Alignment, Length};

use super::super::Subject;
use super::super::form::{Fault, Field, Form, Kind, Message};
use super::needs;
use crate::app::icon::{Icon, icon};
use crate::app::screen::Context;
use crate::app::theme::{Theme, radius, size, space, style};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, Status, banner, button, chip, field, press, text,
};
use crate::domain::BadDay;
use crate::domain::diet::{Allergen, Diet, Severity};
use crate::i18n::I18n;

impl Form {
    /// Of the pupil of that `name`.
    pub(super) fn dialog<'a>(&'a self, name: &str, context: &Context<'a>) -> Dialog<'a, Message> {
        let words = context.words;
        let what = match &self.kind {
            Kind::Allergy {
                chosen,
                severity,
                taken,
            } => Some(self.which_allergy(*chosen, *severity, taken, context)),
            Kind::Diet { chosen, taken } => self.which_diet(*chosen, taken, words),
            Kind::End(_) => Some(text::body(words.text("pupils-end-what")).into()),
        };
        let refused = self.refused.as_deref();
        let refused = refused.map(|why| banner(Mood::Error, why, None, vec![]));
        let column = Column::new()
            .spacing(space::L)
            .push(text::title(self.title(name, words)))
            .push(what)
            .push(self.fields(context))
            .push(refused);
        Dialog::new(column)
            .width_max(820.0)
            .foot(self.foot(context))
    }

    fn title(&self, pupil: &str, words: &I18n) -> String {
        let name = |subject: &Subject| match subject {
            Subject::Allergen(allergen) => words.allergen(*allergen),
            Subject::Diet(diet) => words.diet(*diet),
        };
        let (key, subject) = match &self.kind {
            Kind::End(subject) => ("pupils-end-title", Some(*subject)),
            Kind::Allergy { chosen, .. } if self.is_change => {
                ("pupils-change-title", chosen.map(Subject::Allergen))
            }
            Kind::Diet { chosen, .. } if self.is_change => {
                ("pupils-change-title", chosen.map(Subject::Diet))
            }
            Kind::Allergy { .. } => ("pupils-add-allergy-title", None),
            Kind::Diet { .. } => ("pupils-add-diet-title", None),
        };
        match subject {
            Some(subject) => {
                let told = [("what", name(&subject).into()), ("name", pupil.into())];
                words.text_with(key, &told)
            }
            None => words.text(key),
        }
    }

    fn which_allergy<'a>(
        &self,
        chosen: Option<Allergen>,
        severity: Severity,
        taken: &[Allergen],
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let words = context.words;
        let which = (!self.is_change).then(|| self.allergens(chosen, taken, words));
        let rows = Severity::ALL.map(|of| severity_row(of, of == severity, context));
        let rows = Column::with_children(rows).spacing(space::XS);
        let severities = Column::new()
            .spacing(space::S)
            .push(text::strong(words.text("pupils-severity")))
            .push(rows);
        Column::new()
            .spacing(space::L)
            .push(which)
            .push(severities)
            .into()
    }

    fn allergens<'a>(
        &self,
        chosen: Option<Allergen>,
        taken: &[Allergen],
        words: &I18n,
    ) -> Element<'a, Message> {
        let choice = |allergen: Allergen, label: String| {
            let is_chosen = chosen == Some(allergen);
            chip::choice(label, is_chosen, Message::AllergenChosen(allergen))
        };
        let is_nut = |of: Allergen| of == Allergen::NUTS || of.whole().is_some();
        // Under «frutos secos»: all of them, or one.
        let whole = words.names().allergens();
        let whole = whole.filter(|of| !taken.contains(of) || *of == Allergen::NUTS);
        let whole = whole.map(|of| {
            let here = of == Allergen::NUTS && chosen.is_some_and(is_nut);
            let to = if of == Allergen::NUTS && taken.contains(&of) {
                Allergen::EACH_NUT[0].0
            } else {
                of
            };
            let chosen = here || chosen == Some(of);
            chip::choice(words.allergen(of), chosen, Message::AllergenChosen(to))
        });
        let nuts = chosen.is_some_and(is_nut).then(|| {
            let all = (!taken.contains(&Allergen::NUTS))
                .then(|| choice(Allergen::NUTS, words.text("pupils-nuts-all")));
            let each = Allergen::EACH_NUT.into_iter().map(|(nut, _)| nut);
            let each = each.filter(|nut| !taken.contains(nut));
            let each = each.map(|nut| choice(nut, words.allergen(nut)));
            Column::new()
                .spacing(space::S)
                .push(text::strong(words.text("pupils-nuts")))
                .push(chip::flow(all.into_iter().chain(each)))
        });
        Column::new()
            .spacing(space::S)
            .push(text::strong(words.text("pupils-allergen")))
            .push(chip::flow(whole))
            .push(self.nothing_chosen(chosen.is_none(), words))
            .push(nuts)
            .into()
    }

    fn which_diet<'a>(
        &self,
        chosen: Option<Diet>,
        taken: &[Diet],
        words: &I18n,
    ) -> Option<Element<'a, Message>> {
        if self.is_change {
            return None;
        }
        let diets = words.names().diets().filter(|of| !taken.contains(of));
        let diets = diets
            .map(|of| chip::choice(words.diet(of), chosen == Some(of), Message::DietChosen(of)));
        let column = Column::new()
            .spacing(space::S)
            .push(text::strong(words.text("pupils-diet")))
            .push(chip::flow(diets))
            .push(self.nothing_chosen(chosen.is_none(), words));
        Some(column.into())
    }

    fn nothing_chosen<'a>(&self, none: bool, words: &I18n) -> Option<text::Text<'a, Theme>> {
        let wrong = (none && self.tried).then(|| fault(Fault::NothingChosen, words));
        wrong.map(|wrong| text::small(wrong).style(style::danger_ink))
    }

    fn fields<'a>(&self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let said_by = self.said_by().err().filter(|_| self.tried);
        let until = self.until(context.now.day());
        let until = until.err().filter(|_| self.tried);
        let said_by = self.input(
            "pupils-said-by",
            &self.said_by,
            Field::SaidBy,
            said_by,
            words,
        );
        let until = || self.input("pupils-until", &self.until, Field::Until, until, words);
        let plain = |key, value, of| self.input(key, value, of, None, words);
        let note = || plain("pupils-note", &self.note, Field::Note);
        let column = Column::new().spacing(space::M);
        match &self.kind {
            Kind::End(_) => column.push(said_by),
            Kind::Diet { .. } => column.push(beside(said_by, until())).push(note()),
            Kind::Allergy { .. } => column
                .push(beside(
                    said_by,
                    plain("pupils-document", &self.document, Field::Document),
                ))
                .push(beside(
                    plain("pupils-contact", &self.contact, Field::Contact),
                    plain("pupils-phone", &self.phone, Field::Phone),
                ))
                .push(beside(until(), note())),
        }
        .into()
    }

    fn input<'a>(
        &self,
        key: &str,
        value: &str,
        of: Field,
        wrong: Option<Fault>,
        words: &I18n,
    ) -> Element<'a, Message> {
        let hint = match of {
            Field::Until => words.text("pupils-until-hint"),
            Field::SaidBy => words.text("pupils-said-by-hint"),
            Field::Document | Field::Contact | Field::Phone | Field::Note => String::new(),
        };
        let asked = self.is_asked();
        let typed = move |text| Message::Typed(of, text);
        let typed = field(&hint, value).on_input_maybe((!asked).then_some(typed));
        let wrong = wrong.map(|wrong| fault(wrong, words).into());
        field::labelled(words.text(key), typed, wrong)
    }

    /// What is wrong stands beside the button that was pressed, wherever its field is.
    fn foot<'a>(&self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let wrong = self.fault(context.now.day());
        let wrong = wrong.map(|wrong| {
            let sign = icon(Icon::CircleAlert, size::ICON).style(style::danger_ink);
            let wrong = text::body(fault(wrong, words)).style(style::danger_ink);
            let row = Row::new().spacing(space::S).push(sign).push(wrong);
            row.align_y(Alignment::Center)
        });
        Column::new()
            .spacing(space::S)
            .push(wrong)
            .push(self.buttons(words))
            .into()
    }

    fn buttons<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let asked = self.is_asked();
        let cancel = button::secondary(words.text("pupils-cancel"))
            .tall()
            .on_press_maybe((!asked).then_some(Message::Dismissed));
        let (key, picture) = match self.kind {
            Kind::End(_) => ("pupils-end-now", Icon::CircleX),
            Kind::Allergy { .. } | Kind::Diet { .. } => ("pupils-save", Icon::Save),
        };
        let save = button::primary(words.text(key))
            .icon(picture)
            .fill()
            .on_press_maybe((!asked).then_some(Message::Confirmed));
        Row::new()
            .spacing(space::S)
            .push(Element::from(cancel))
            .push(Element::from(save))
            .into()
    }
}

/// A severity, and in one sentence what the till will do.
fn severity_row<'a>(of: Severity, chosen: bool, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let picture = if chosen {
        Icon::CircleDot
    } else {
        Icon::Circle
    };
    let (_, sign) = context.look_of(of);
    let name = Row::new()
        .spacing(space::S)
        .align_y(Alignment::Center)
        .push(text::strong(words.text(&format!("severity-{}", of.code()))))
        .push(icon(sign, size::SMALL));
    let does = text::small(needs::does(&context.rules.policy, of, words));
    let words = Column::new().width(Length::Fill).push(name).push(does);
    let row = Row::new()
        .spacing(space::M)
        .align_y(Alignment::Center)
        .push(icon(picture, size::ICON))
        .push(words);
    press(row)
        .on_press(Message::SeverityChosen(of))
        .width(Length::Fill)
        .padding([space::S, space::M])
        .style(move |theme, status| severity_look(*theme, chosen, status))
        .into()
}

fn severity_look(theme: Theme, chosen: bool, status: Status) -> container::Style {
    let tokens = theme.tokens();
    let pair = match (chosen, status) {
        (true, _) => tokens.accent_soft,
        (false, Status::Pressed) => tokens.sunken,
        (false, _) => tokens.surface,
    };
    let line = if chosen {
        tokens.accent.fill
    } else {
        tokens.line
    };
    container::Style {
        border: style::outline(line, 1.0, radius::M),
        ..style::filled(pair, radius::M)
    }
}

fn beside<'a>(left: Element<'a, Message>, right: Element<'a, Message>) -> Element<'a, Message> {
    Row::new()
        .spacing(space::M)
        .push(container(left).width(Length::FillPortion(1)))
        .push(container(right).width(Length::FillPortion(1)))
        .into()
}

/// What is wrong, as a sentence.
pub(super) fn fault(fault: Fault, words: &I18n) -> String {
    words.text(match fault {
        Fault::NothingChosen => "pupils-fault-nothing",
        Fault::NobodySaid => "pupils-fault-nobody",
        Fault::BadDay(BadDay::Form) => "pupils-fault-day-form",
        Fault::BadDay(BadDay::NoSuchDay) => "pupils-fault-no-such-day",
        Fault::Past => "pupils-fault-past",
    })
}
