//! From the rows of the store to what the dashboard shows.

use super::Ask;
use super::base::{Base, Bases};
use crate::domain::metrics::alert::{self, Idle, Seen, Watch};
use crate::domain::metrics::dashboard::{self, Spent};
use crate::domain::metrics::rows::ProductRow;
use crate::domain::metrics::{
    Alert, Calendar, Compared, Customer, Dashboard, Figures, HeatMap, House, Monthly, Period,
    Product, Span, TenderPart, Thresholds, Until, Weekly, heat, monthly, weekly,
};
use crate::domain::{BusinessDay, Moment, Quantity};
use crate::store::{Error, Reader, Slice};

/// One reading of the file, with what it needs to know besides.
pub struct Reading<'a> {
    /// The file.
    pub reader: &'a Reader,
    /// Now.
    pub now: Moment,
    /// The school's days.
    pub calendar: &'a Calendar,
    /// When to speak.
    pub thresholds: &'a Thresholds,
    /// How the house stands.
    pub house: House,
    /// What was read before.
    pub bases: &'a mut Bases,
}

impl Reading<'_> {
    /// The page of a period.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn dashboard(&mut self, ask: Ask) -> Result<Dashboard, Error> {
        let today = self.today();
        let period = ask.period.span(today, self.calendar);
        let until = (period.to() == today).then(|| Until::of(self.now));
        let base = match period.is_day() {
            true => Some(self.bases.of(self.reader, period.from(), self.calendar)?),
            false => None,
        };
        let usual = base.as_ref().and_then(|base| base.usual(until));
        let sums = self.reader.summed(period.into())?;
        let figures = dashboard::figures(&sums.hours, &sums.students);
        let tenders = dashboard::tenders(&self.reader.tender_rows(period)?);
        let products = self.reader.product_rows(period)?;
        let [by_quantity, by_amount] = dashboard::top_products(&products);
        let projected = usual.as_ref().filter(|_| until.is_some());
        let mut page = Dashboard {
            at: self.now,
            period,
            until,
            figures,
            compared: self
                .compared(ask.comparison.span(ask.period, today, self.calendar), until)?,
            projection: dashboard::projection(&figures, projected),
            hours: dashboard::hours(&sums.hours, usual.as_ref()),
            commission: dashboard::commission(&tenders),
            tenders,
            by_quantity: self.named(&by_quantity)?,
            by_amount: self.named(&by_amount)?,
            customers: self.customers(dashboard::top_customers(&sums.students))?,
            margin: dashboard::margin(&products),
            usual,
            alerts: Vec::new(),
        };
        if let Some(base) = base.filter(|_| until.is_some()) {
            page.alerts = self.alerts(&page, &base, &products)?;
        }
        Ok(page)
    }

    /// The week of that day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn week(&mut self, day: BusinessDay) -> Result<Weekly, Error> {
        let today = self.today();
        let monday = day.monday();
        let first = monday.days_before(7 * (weekly::TREND_WEEKS - 1));
        let sunday = BusinessDay::from_number(monday.number() + 6).unwrap_or(monday);
        let span = Span::new(first, sunday).unwrap_or(Span::day(monday));
        let rows = self.reader.day_rows(span)?;
        let week = Span::new(monday, sunday).unwrap_or(Span::day(monday));
        let mut usual = std::collections::HashMap::new();
        for day in week.days() {
            let base = self.bases.of(self.reader, day, self.calendar)?;
            let until = (day == today).then(|| Until::of(self.now));
            usual.insert(day, base.usual(until));
        }
        let usual = |day: BusinessDay| usual.get(&day).cloned().flatten();
        Ok(weekly::weekly(monday, today, &rows, self.calendar, usual))
    }

    /// The month of that day, until today if it runs.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn month(&mut self, day: BusinessDay) -> Result<Monthly, Error> {
        let today = self.today();
        let period = month_of(day, today);
        let until = (period.to() == today).then(|| Until::of(self.now));
        let compared = match period.to() == today {
            true => Period::Month,
            false => Period::Range(period),
        };
        let compared =
            crate::domain::metrics::Comparison::Previous.span(compared, today, self.calendar);
        let sums = self.reader.summed(period.into())?;
        let tenders: Vec<TenderPart> = dashboard::tenders(&self.reader.tender_rows(period)?);
        let items = self.reader.items()?;
        let pace = Span::new(period.to().days_before(monthly::PACE_DAYS - 1), period.to());
        let pace = pace.unwrap_or(period);
        let sold = self.reader.product_rows(pace)?;
        let with_sales = self.reader.day_rows(pace)?.len();
        let open_days = i64::try_from(with_sales).unwrap_or(1);
        let days = |span| -> Result<_, Error> {
            let rows = self.reader.day_rows(span)?;
            Ok(monthly::day_totals(span, &rows, self.calendar))
        };
        Ok(Monthly {
            period,
            figures: dashboard::figures(&sums.hours, &sums.students),
            compared: self.compared(compared, until)?,
            days: days(period)?,
            days_before: days(compared)?,
            most_used: monthly::most_used(&tenders),
            tenders,
            rotation: monthly::rotation(&items, &sold, open_days),
            shrinkage: monthly::shrinkage(
                &monthly::losses(&self.reader.moved_rows(period)?),
                &items,
            ),
            margin: dashboard::margin(&self.reader.product_rows(period)?),
        })
    }

    /// Hour by weekday.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn heat_map(&self, span: Span) -> Result<HeatMap, Error> {
        Ok(heat::heat_map(span, &self.reader.day_hours(span)?))
    }

    fn today(&mut self) -> BusinessDay {
        let today = self.now.day();
        self.bases.renew(today, self.calendar, self.thresholds);
        today
    }

    fn compared(&self, period: Span, until: Option<Until>) -> Result<Compared, Error> {
        let slice = Slice {
            span: period,
            until,
        };
        let sums = self.reader.summed(slice)?;
        let figures: Figures = dashboard::figures(&sums.hours, &sums.students);
        Ok(Compared { period, figures })
    }

    fn named(&self, rows: &[&ProductRow]) -> Result<Vec<Product>, Error> {
        let name = |row: &&ProductRow| {
            let item = self.reader.item(row.product)?;
            Ok(Product {
                product: row.product,
                name: item.name,
                weighed: item.weighed,
                quantity: row.quantity,
                amount: row.amount,
                margin: row.margin(),
            })
        };
        rows.iter().map(name).collect()
    }

    fn customers(&self, spent: Vec<Spent>) -> Result<Vec<Customer>, Error> {
        let name = |spent: Spent| {
            let own = matches!(spent.id, crate::domain::metrics::CustomerId::Student(_));
            let pupils = spent.students.iter().filter(|_| !own);
            let pupils = pupils.map(|student| self.reader.student_name(*student));
            Ok(Customer {
                id: spent.id,
                name: self.reader.customer_name(spent.id)?,
                pupils: pupils.collect::<Result<_, Error>>()?,
                sales: spent.sales,
                amount: spent.amount,
            })
        };
        spent.into_iter().map(name).collect()
    }

    fn alerts(
        &mut self,
        page: &Dashboard,
        base: &Base,
        products: &[ProductRow],
    ) -> Result<Vec<Alert>, Error> {
        let today = self.now.day();
        let (calendar, limits) = (self.calendar, self.thresholds);
        let stopped = self.bases.stopped(self.reader, today, calendar, limits)?;
        let sold = |product| {
            let mut rows = products.iter();
            rows.any(|row| row.product == product && row.quantity > Quantity::ZERO)
        };
        let mut idle = Vec::new();
        for (product, last) in stopped
            .products
            .iter()
            .filter(|(product, _)| !sold(*product))
        {
            let item = self.reader.item(*product)?;
            if item.active && item.stock > Quantity::ZERO {
                idle.push(Idle {
                    product: item.product,
                    name: item.name,
                    stock: item.stock,
                    last: *last,
                });
            }
        }
        let lately =
            |days: i64| Span::new(today.days_before(days - 1), today).unwrap_or(page.period);
        let found = alert::find(&Watch {
            now: self.now,
            calendar,
            thresholds: limits,
            figures: &page.figures,
            tenders: &page.tenders,
            usual: page.usual.as_ref(),
            hours: &base.hours,
            day_tenders: &base.tenders,
            idle: &idle,
            idle_days: &stopped.days,
            ran_out: &alert::ran_out(&self.reader.shelf_rows(today)?),
            differences: &self.reader.differences(lately(alert::DRAWER_DAYS))?,
            house: &self.house,
        });
        let kept = self.reader.kept_alerts(lately(alert::HOLDS_DAYS))?;
        let seen: Vec<Seen> = kept.into_iter().map(Seen::from).collect();
        Ok(alert::mark(found, &seen, today))
    }
}

/// The month of a day, but no day to come.
fn month_of(day: BusinessDay, today: BusinessDay) -> Span {
    let first = day.first_of_month();
    let next = BusinessDay::from_number(first.number() + 31).unwrap_or(day);
    let last = next.first_of_month().days_before(1);
    let last = match Span::new(first, last) {
        Some(month) if month.contains(today) => today,
        _ => last,
    };
    Span::new(first, last).unwrap_or(Span::day(day))
}
