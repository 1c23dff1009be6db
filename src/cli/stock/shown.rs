//! What the stock is, what moved, what to order and what it is worth.

use serde_json::{Value, json};

use super::{Desk, List, Reorder, Worth};
use crate::cli::day_said;
use crate::cli::{Outcome, Refusal, text_or_null};
use crate::domain::Money;
use crate::printing::stock as paper;
use crate::settings::replace_file;

impl Desk<'_> {
    pub(super) fn list(&self, of: &List) -> Result<Outcome, Refusal> {
        let Some(wanted) = &of.product else {
            return self.everything();
        };
        let item = self.product(wanted)?;
        let back = i64::from(of.days.max(1)) - 1;
        let since = self.now.day().days_before(back);
        let moves = self.till.stock_moves(item.product, since).wait()??;
        let words = &self.context.words;
        if let Some(file) = &of.csv {
            replace_file(file, &paper::moves_csv(&moves, self.now, words))?;
        }
        let said: Vec<Value> = moves
            .moves
            .iter()
            .map(|of| {
                json!({
                    "at": of.at.0, "day": of.day, "kind": of.kind.code(),
                    "quantity_thousandths": of.quantity.in_thousandths(),
                    "balance_thousandths": of.balance.in_thousandths(),
                    "who": text_or_null(of.who.clone()), "document": text_or_null(of.document.clone()),
                    "reason": text_or_null(of.reason.clone()), "note": text_or_null(of.note.clone()),
                })
            })
            .collect();
        let lines = moves.moves.iter().map(|of| {
            let at = self.now.plus_millis(of.at.0.saturating_sub(self.now.at.0));
            let parts = [
                words.date_time(at),
                paper::kind_words(of, words),
                words.quantity(of.quantity),
                format!("= {}", words.quantity(of.balance)),
                paper::document_words(of, words),
                paper::note_words(of, words),
                of.who.clone().unwrap_or_default(),
            ];
            parts.join("  ").trim_end().to_owned()
        });
        let said = json!({
            "product": item.product.0, "name": item.name, "before_thousandths":
                moves.before.in_thousandths(), "now_thousandths": moves.now.in_thousandths(),
            "moves": said,
        });
        self.say(&said, &lines.collect::<Vec<_>>())
    }

    fn everything(&self) -> Result<Outcome, Refusal> {
        let items = self.till.stock_items().wait()??;
        let words = &self.context.words;
        let said: Vec<Value> = items
            .iter()
            .map(|item| {
                json!({
                    "product": item.product.0, "name": item.name, "category": item.category_name,
                    "stock_thousandths": item.stock.in_thousandths(),
                    "minimum_thousandths": item.minimum.in_thousandths(),
                    "cost": item.cost.map(Money::amount),
                })
            })
            .collect();
        let lines = items.iter();
        let lines = lines.map(|item| format!("{:>10}  {}", words.quantity(item.stock), item.name));
        self.say(&json!({ "products": said }), &lines.collect::<Vec<_>>())
    }

    pub(super) fn reorder(&self, of: &Reorder) -> Result<Outcome, Refusal> {
        let needs = self.till.stock_needs(self.now.day()).wait()??;
        let words = &self.context.words;
        if let Some(file) = &of.csv {
            replace_file(file, &paper::order_csv(&needs, words))?;
        }
        if of.print {
            let shop = self.till.config().shop.name;
            let page = paper::order(&needs, (&shop, self.now), words, self.till.paper());
            let title = words.text("stock-paper-order");
            self.till.print_page(title, page, self.now.at).wait()??;
            self.till.close(std::time::Duration::from_secs(10));
        }
        let mut lines = Vec::new();
        let mut parts = Vec::new();
        for (supplier, part) in needs.parts() {
            let name =
                supplier.map_or_else(|| words.text("stock-no-supplier"), |of| of.name.clone());
            lines.push(name);
            lines.extend(part.iter().map(|need| {
                let order = words.quantity(need.order);
                format!("{order:>8}  {} ({})", need.name, paper::state(need, words))
            }));
            let products: Vec<Value> = part
                .iter()
                .map(|need| {
                    json!({
                        "product": need.product.0, "name": need.name,
                        "stock_thousandths": need.stock.in_thousandths(),
                        "minimum_thousandths": need.minimum.in_thousandths(),
                        "sold_thousandths": need.sold.in_thousandths(), "days_left": need.days_left,
                        "order_thousandths": need.order.in_thousandths(),
                        "cost": need.cost.map(Money::amount),
                    })
                })
                .collect();
            let name = text_or_null(supplier.map(|of| of.name.clone()));
            parts.push(json!({ "supplier": name, "products": products }));
        }
        let said = json!({ "suppliers": parts, "cost": needs.cost().amount() });
        self.say(&said, &lines)
    }

    pub(super) fn value(&self, of: &Worth) -> Result<Outcome, Refusal> {
        let day = of.day.as_deref().map_or(Ok(self.now.day()), day_said)?;
        let valued = self.till.stock_worth(day).wait()??;
        let words = &self.context.words;
        if let Some(file) = &of.csv {
            replace_file(file, &paper::worth_csv(&valued, words))?;
        }
        let total: Money = valued.iter().map(|of| of.worth.value).sum();
        let said: Vec<Value> = valued
            .iter()
            .map(|of| {
                json!({
                    "product": of.product.0, "name": of.name, "category": of.category,
                    "stock_thousandths": of.worth.quantity.in_thousandths(),
                    "value": of.worth.value.amount(), "average": of.worth.average().map(Money::amount),
                    "unpriced": of.worth.unpriced,
                })
            })
            .collect();
        let lines = valued.iter().map(|of| {
            let value = words.money(of.worth.value);
            let stock = words.quantity(of.worth.quantity);
            format!("{value:>14}  {stock:>8}  {}", of.name)
        });
        let told = [("value", total.into()), ("day", day.into())];
        let sum = words.text_with("stock-worth-sum", &told);
        let lines: Vec<String> = lines.chain([sum]).collect();
        let said = json!({ "day": day, "value": total.amount(), "products": said });
        self.say(&said, &lines)
    }
}
