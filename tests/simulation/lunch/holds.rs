//! What must hold after every break.

use cantina::domain::StudentId;
use cantina::domain::tender::TenderKind;

use super::Lunch;

impl Lunch {
    /// Everything that must be true between two breaks.
    pub(super) fn holds(&mut self) {
        let check = self.store().self_check().unwrap();
        assert_eq!(check.broken, [], "the self-check");
        let day = self.clock.day();
        for (at, balance) in self.books.balances.clone().into_iter().enumerate() {
            let pupil = StudentId(i64::try_from(at).unwrap() + 1);
            let standing = self.store().customer(pupil, day).unwrap().standing;
            assert_eq!(standing.balance.amount(), balance, "balance of {at}");
            assert_eq!(standing.spent_today.amount(), self.books.spent(at, day));
        }
        let shelf = self.store().catalogue().unwrap();
        let stock = shelf
            .products()
            .iter()
            .map(|product| product.stock.in_thousandths());
        assert_eq!(stock.collect::<Vec<_>>(), self.books.stock, "stock");
        for held in self.store().held().unwrap() {
            assert!(
                !self.books.sold_carts.contains(&held.id),
                "a sold cart is held"
            );
        }
        self.every_fact_is_there();
        self.the_drawer_is_right();
    }

    fn every_fact_is_there(&mut self) {
        let mut found = Vec::new();
        for day in self.days.clone() {
            for row in self.store().sales_of(day).unwrap() {
                let fact = self.books.facts.get(&row.id).expect("nothing is invented");
                let paid: i64 = fact.paid.iter().map(|(_, amount)| amount).sum();
                let written = (row.number, row.paid.amount(), row.is_void, row.voided);
                assert_eq!(written, (fact.number, paid, fact.is_void, fact.voided));
                assert_eq!(day, fact.day);
                found.push(row.number);
            }
        }
        found.sort_unstable();
        let all = 1..=i64::try_from(self.books.facts.len()).unwrap();
        assert!(
            found.into_iter().eq(all),
            "numbers without gap, no fact missing"
        );
    }

    /// On a disk another connection can ask what each way to pay has taken.
    fn the_drawer_is_right(&self) {
        let Some(path) = self.place.path() else {
            return;
        };
        let reader = rusqlite::Connection::open(path).unwrap();
        let sql =
            "SELECT -a.balance FROM account a JOIN tender t ON t.account = a.id WHERE t.kind = ?1";
        for (kind, taken) in &self.books.taken {
            if *kind != TenderKind::Account {
                let booked: i64 = reader
                    .query_row(sql, [kind.code()], |row| row.get(0))
                    .unwrap();
                assert_eq!(booked, *taken, "{kind:?}");
            }
        }
    }
}
