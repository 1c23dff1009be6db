//! `cantina product`: products without a screen: listed, shown, priced, let go.

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};

use super::{Context, Outcome, Refusal, day, text_or_null};
use crate::domain::alphabet::sort_by_name;
use crate::domain::catalogue::{GENERAL, Price, STAFF, Unit};
use crate::domain::code::Code;
use crate::domain::goods::{MassEdit, NewPrice};
use crate::domain::search::fold;
use crate::domain::user::{Pin, Right, User};
use crate::domain::{BusinessDay, Moment, Money, PriceListId, ProductId};
use crate::store::goods::{Good, Shelf};
use crate::till::goods::GoodsRefused;
use crate::till::{Till, now};

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
    /// The PIN of who does it [default: the first active user who may]
    #[arg(long, value_name = "PIN", global = true)]
    cashier: Option<String>,
    /// Says the result as JSON
    #[arg(long, global = true)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Lists products
    List(List),
    /// Shows a product with its prices
    Show(Which),
    /// Says a price, from today or a day to come
    SetPrice(SetPrice),
    /// Stops selling a product; what was sold stays on file
    Deactivate(Which),
}

#[derive(Debug, Args)]
struct List {
    /// Only those that this finds in name or code
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
    /// Also those that are not sold any more
    #[arg(long)]
    all: bool,
}

#[derive(Debug, Args)]
struct Which {
    /// A code, #NUMBER, or the whole name
    which: String,
}

#[derive(Debug, Args)]
struct SetPrice {
    /// A code, #NUMBER, or the whole name
    which: String,
    /// Whole guaraníes
    #[arg(value_parser = price)]
    price: Price,
    /// In which list
    #[arg(long, value_enum, default_value_t = PriceList::General)]
    list: PriceList,
    /// The first day on which it holds [default: today]
    #[arg(long, value_name = "DAY", value_parser = day)]
    since: Option<BusinessDay>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum PriceList {
    /// The general one
    General,
    /// That of the school's own staff
    Staff,
}

pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let till = context.without_printer().open()?;
    let now = now();
    let shelf = till.shelf(now.day()).wait()??;
    let desk = Desk {
        context,
        till,
        now,
        shelf,
        json: arguments.json,
        pin: arguments.cashier.as_deref(),
    };
    match &arguments.what {
        What::List(list) => desk.list(list),
        What::Show(which) => desk.show(&which.which),
        What::SetPrice(set) => desk.set_price(set),
        What::Deactivate(which) => desk.deactivate(&which.which),
    }?;
    Ok(Outcome::Done)
}

struct Desk<'a> {
    context: &'a Context,
    till: Till,
    now: Moment,
    shelf: Shelf,
    json: bool,
    pin: Option<&'a str>,
}

impl Desk<'_> {
    fn list(&self, list: &List) -> Result<(), Refusal> {
        let query = list.search.as_deref().map(fold);
        let finds = |good: &&Good| {
            query.as_deref().is_none_or(|query| {
                let mut codes = good.codes.iter();
                fold(&good.name).contains(query) || codes.any(|of| fold(of.as_str()) == query)
            })
        };
        let mut found: Vec<&Good> = self
            .shelf
            .goods
            .iter()
            .filter(|good| list.all || good.active)
            .filter(finds)
            .collect();
        sort_by_name(&mut found, |one| &one.name);
        if self.json {
            let rows: Vec<Value> = found.iter().map(|good| self.row(good)).collect();
            return self.context.say(&json!({ "products": rows }).to_string());
        }
        found.iter().try_for_each(|good| self.say_row(good))
    }

    fn show(&self, which: &str) -> Result<(), Refusal> {
        let good = self.find(which)?;
        let detail = self.till.good(good.id, self.now.day()).wait()??;
        if self.json {
            let prices: Vec<Value> = detail
                .prices
                .iter()
                .map(|of| {
                    json!({
                        "list": of.list.0, "price": of.amount.map(i64::from),
                        "since": of.since.map(|day| day.to_string()), "at": of.at.0, "by": of.by,
                    })
                })
                .collect();
            let mut row = self.row(&detail.good);
            row["ingredients"] = text_or_null(detail.ingredients);
            row["prices"] = prices.into();
            return self.context.say(&row.to_string());
        }
        self.say_row(&detail.good)?;
        let words = &self.context.words;
        detail.prices.iter().try_for_each(|of| {
            let since = of.since.map(|day| words.date(day));
            let amount = of.amount.map(|price| words.money(price.amount()));
            let told = [
                ("list", words.text(list_key(of.list)).into()),
                (
                    "price",
                    amount
                        .unwrap_or_else(|| words.text("goods-as-general"))
                        .into(),
                ),
                (
                    "since",
                    since
                        .unwrap_or_else(|| words.text("goods-since-ever"))
                        .into(),
                ),
                (
                    "by",
                    of.by
                        .clone()
                        .unwrap_or_else(|| words.text("goods-by-list"))
                        .into(),
                ),
            ];
            self.context
                .say(&words.text_with("cli-product-price", &told))
        })
    }

    fn set_price(&self, set: &SetPrice) -> Result<(), Refusal> {
        let (good, user) = (self.find(&set.which)?, self.user()?);
        let today = self.now.day();
        let since = set.since.unwrap_or(today);
        if since < today {
            return Err(Refusal::new("past_day").said("goods-fault-past"));
        }
        let list = match set.list {
            PriceList::General => GENERAL,
            PriceList::Staff => STAFF,
        };
        let new = NewPrice {
            list,
            amount: Some(set.price),
            since,
        };
        let said = self.till.say_price(good.id, new, &user, self.now);
        let changed = said.wait()??.changed;
        let words = &self.context.words;
        let key = if changed {
            "cli-product-priced"
        } else {
            "cli-product-same"
        };
        let told = [
            ("name", good.name.as_str().into()),
            ("price", words.money(set.price.amount()).into()),
            ("day", since.into()),
        ];
        self.context.say(&match self.json {
            true => json!({
                "id": good.id.0, "list": list.0, "price": i64::from(set.price),
                "since": since.to_string(), "changed": changed,
            })
            .to_string(),
            false => words.text_with(key, &told),
        })
    }

    fn deactivate(&self, which: &str) -> Result<(), Refusal> {
        let (good, user) = (self.find(which)?, self.user()?);
        let changes = vec![(good.id, MassEdit::Active(false))];
        let changed = self
            .till
            .change_products(changes, &user, self.now)
            .wait()??;
        let words = &self.context.words;
        let key = match changed {
            0 => "cli-product-off-already",
            _ => "cli-product-off",
        };
        self.context.say(&match self.json {
            true => json!({ "id": good.id.0, "active": false, "changed": changed > 0 }).to_string(),
            false => words.text_with(key, &[("name", good.name.as_str().into())]),
        })
    }

    fn find(&self, which: &str) -> Result<&Good, Refusal> {
        let which = which.trim();
        let number = which.strip_prefix('#').and_then(|of| of.parse().ok());
        let code = Code::parse(which).ok();
        let named = fold(which);
        let goods = &self.shelf.goods;
        let by_number = number.and_then(|id| goods.iter().find(|of| of.id == ProductId(id)));
        let by_code = code.and_then(|code| goods.iter().find(|of| of.codes.contains(&code)));
        // What is sold comes before what was.
        let mut by_name: Vec<&Good> = goods.iter().filter(|of| fold(&of.name) == named).collect();
        by_name.sort_by_key(|of| !of.active);
        by_number
            .or(by_code)
            .or(by_name.first().copied())
            .ok_or_else(|| Refusal::new("product_unknown").told("name", which))
    }

    fn user(&self) -> Result<User, Refusal> {
        if let Some(pin) = self.pin {
            let pin = Pin::parse(pin).map_err(|_| Refusal::new("wrong_pin"))?;
            let signed = self.till.sign_in(None, Right::Products, pin, self.now);
            return Ok(signed.wait()??);
        }
        let mut users = self.till.users().wait()??.into_iter();
        let first = users.find(|user| user.active && user.may(Right::Products));
        first.ok_or(Refusal::new("nobody_works_here"))
    }

    fn category(&self, good: &Good) -> &str {
        let mut all = self.shelf.categories.iter();
        all.find(|of| of.id == good.category)
            .map_or("", |of| &of.name)
    }

    fn row(&self, good: &Good) -> Value {
        let codes: Vec<&str> = good.codes.iter().map(Code::as_str).collect();
        json!({
            "id": good.id.0, "name": good.name, "category": self.category(good), "codes": codes,
            "price": good.price.map(i64::from), "staff_price": good.staff_price.map(i64::from),
            "cost": good.cost.map(Money::amount), "iva": good.rate.percent(),
            "unit": match good.unit { Unit::Each => "each", Unit::Kilogram => "kilogram" },
            "stock_thousandths": good.stock.in_thousandths(),
            "stock_minimum_thousandths": good.stock_minimum.in_thousandths(),
            "favourite": good.favourite, "active": good.active, "declared": good.declared,
        })
    }

    fn say_row(&self, good: &Good) -> Result<(), Refusal> {
        let words = &self.context.words;
        let price = good.price.map(|price| words.money(price.amount()));
        let told = [
            ("id", format!("#{}", good.id.0).into()),
            ("name", good.name.as_str().into()),
            ("category", self.category(good).into()),
            ("price", price.unwrap_or_default().into()),
            ("stock", words.quantity(good.stock).into()),
        ];
        self.context.say(&words.text_with("cli-product-row", &told))
    }
}

const fn list_key(list: PriceListId) -> &'static str {
    match list {
        STAFF => "goods-list-staff",
        _ => "goods-list-general",
    }
}

fn price(text: &str) -> Result<Price, String> {
    let money = Money::parse(text).map_err(|_| "1-1000000000".to_owned())?;
    Price::new(money).map_err(|_| "1-1000000000".to_owned())
}

impl From<GoodsRefused> for Refusal {
    fn from(refused: GoodsRefused) -> Self {
        match refused {
            GoodsRefused::NoRight => Self::new("no_right").said("goods-no-right"),
            GoodsRefused::Store(error) => error.into(),
            GoodsRefused::Closing(closing) => closing.into(),
        }
    }
}
