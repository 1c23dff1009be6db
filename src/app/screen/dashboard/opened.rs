//! Which sales are behind a figure.

use super::message::{Action, Part, Source};
use super::{Dashboard, List, say};
use crate::domain::BusinessDay;
use crate::domain::metrics::{Drill, SaleKind, Span};
use crate::i18n::I18n;

impl Dashboard {
    /// Opens a figure into its sales.
    pub(super) fn open_part(&mut self, part: Part, words: &I18n) -> Action {
        let Some((title, drill)) = self.behind(part, words) else {
            return Action::None;
        };
        let of = say::span(drill.span, words);
        let (list, action) = List::open(title, of, Source::Behind(drill));
        self.list = Some(list);
        action
    }

    fn behind(&self, part: Part, words: &I18n) -> Option<(String, Drill)> {
        match part {
            Part::Weekday(_) | Part::WeekOfTrend(_) => self.behind_week(part, words),
            Part::DayOfMonth(_) | Part::MonthTender(_) | Part::MonthProduct(_) | Part::Month => {
                self.behind_month(part, words)
            }
            Part::Cell(cell) => self.behind_cell(cell, words),
            _ => self.behind_summary(part, words),
        }
    }

    fn behind_summary(&self, part: Part, words: &I18n) -> Option<(String, Drill)> {
        let shown = &self.pages.summary.as_ref()?.data;
        let all = Drill {
            until: shown.until,
            ..Drill::of(shown.period)
        };
        let kind = |kind| Drill {
            kind: Some(kind),
            ..all.clone()
        };
        Some(match part {
            Part::Refunds => (words.text("dash-refunds"), kind(SaleKind::Refund)),
            Part::Voids => (words.text("dash-voids"), kind(SaleKind::Void)),
            Part::Overrides => {
                let overridden = true;
                (words.text("dash-overrides"), Drill { overridden, ..all })
            }
            Part::Hour(index) => {
                let hour = shown.hours.get(index)?.hour;
                let title = words.text_with("dash-list-hour", &[("hour", hour.into())]);
                (
                    title,
                    Drill {
                        hour: Some(hour),
                        ..all
                    },
                )
            }
            Part::Tender(index) => {
                let tender = shown.tenders.get(index)?;
                let title = say::tender(tender.kind, words);
                (
                    title,
                    Drill {
                        tender: Some(tender.tender),
                        ..all
                    },
                )
            }
            Part::Product(index) => {
                let product = self.best(shown).get(index)?;
                let title = product.name.clone();
                (
                    title,
                    Drill {
                        product: Some(product.product),
                        ..all
                    },
                )
            }
            Part::Customer(index) => {
                let customer = shown.customers.get(index)?;
                let title = customer.name.clone();
                (
                    title,
                    Drill {
                        customer: Some(customer.id),
                        ..all
                    },
                )
            }
            _ => (words.text("dash-sales"), all),
        })
    }

    fn behind_week(&self, part: Part, words: &I18n) -> Option<(String, Drill)> {
        let week = &self.pages.week.as_ref()?.data;
        let span = match part {
            Part::Weekday(index) => Span::day(week.days.get(index / 2)?.day),
            Part::WeekOfTrend(index) => {
                let monday = week.trend.get(index)?.monday;
                Span::new(monday, BusinessDay::from_number(monday.number() + 6)?)?
            }
            _ => return None,
        };
        Some((words.text("dash-sales"), Drill::of(span)))
    }

    fn behind_month(&self, part: Part, words: &I18n) -> Option<(String, Drill)> {
        let month = &self.pages.month.as_ref()?.data;
        let all = Drill::of(month.period);
        Some(match part {
            Part::DayOfMonth(index) => {
                let day = month.days.get(index)?.day;
                (words.text("dash-sales"), Drill::of(Span::day(day)))
            }
            Part::MonthTender(index) => {
                let tender = month.tenders.get(index)?;
                let title = say::tender(tender.kind, words);
                (
                    title,
                    Drill {
                        tender: Some(tender.tender),
                        ..all
                    },
                )
            }
            Part::MonthProduct(product) => {
                let turning = month.rotation.iter().map(|of| (of.product, &of.name));
                let lost = month.shrinkage.iter().map(|of| (of.product, &of.name));
                let (_, name) = turning.chain(lost).find(|(of, _)| *of == product)?;
                let product = Some(product);
                (name.clone(), Drill { product, ..all })
            }
            _ => (words.text("dash-sales"), all),
        })
    }

    fn behind_cell(&self, cell: usize, words: &I18n) -> Option<(String, Drill)> {
        let heat = self.pages.hours.as_ref()?;
        let (weekday, hour) = heat.cell(cell)?;
        let day = words.text(say::weekdays(weekday));
        let title = words.text_with(
            "dash-list-cell",
            &[("hour", hour.into()), ("days", day.into())],
        );
        let drill = Drill {
            hour: Some(hour),
            weekday: chrono::Weekday::try_from(u8::try_from(weekday).ok()?).ok(),
            ..Drill::of(heat.data.period)
        };
        Some((title, drill))
    }
}
