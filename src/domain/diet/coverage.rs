//! How much of what is sold somebody has declared, and what to declare first.

use super::{Allergen, Declared, Known};
use crate::domain::ProductId;

/// A product with what is known of it and how it sold in a period.
#[derive(Debug, Clone, Copy)]
pub struct SoldProduct<'a> {
    /// Which.
    pub product: ProductId,
    /// What is known of it.
    pub known: &'a Known,
    /// How often it was sold.
    pub sold: i64,
    /// How often to a pupil with a restriction.
    pub to_restricted: i64,
}

/// How much of what was sold is declared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Products on file.
    pub products: usize,
    /// Those of which every allergen is declared.
    pub declared: usize,
    /// Lines sold in the period.
    pub lines: i64,
    /// Lines of products of which every allergen is declared.
    pub lines_declared: i64,
}

impl Coverage {
    /// Of so many products, by these allergens.
    #[must_use]
    pub fn of(products: &[SoldProduct<'_>], allergens: &[Allergen]) -> Self {
        let mut coverage = Self::default();
        for of in products {
            let declared = missing(of.known, allergens).next().is_none();
            coverage.products += 1;
            coverage.declared += usize::from(declared);
            coverage.lines += of.sold;
            coverage.lines_declared += if declared { of.sold } else { 0 };
        }
        coverage
    }

    /// Of what was sold so much is declared, in per cent rounded down: «83 %»; 100 of nothing.
    #[must_use]
    pub const fn percent(&self) -> i64 {
        if self.lines == 0 {
            return 100;
        }
        self.lines_declared * 100 / self.lines
    }
}

/// The allergens that nobody has declared of a product, among those given.
pub fn missing<'a>(
    known: &'a Known,
    allergens: &'a [Allergen],
) -> impl Iterator<Item = Allergen> + 'a {
    let unknown = |allergen: &&Allergen| known.state(**allergen) == Declared::Unknown;
    allergens.iter().filter(unknown).copied()
}

/// What to declare first: what restricted pupils bought most, then what everybody did.
#[must_use]
pub fn declare_first(products: &[SoldProduct<'_>], allergens: &[Allergen]) -> Vec<ProductId> {
    let mut first: Vec<_> = products
        .iter()
        .filter(|of| missing(of.known, allergens).next().is_some())
        .collect();
    first.sort_by_key(|of| std::cmp::Reverse((of.to_restricted, of.sold, of.product)));
    first.iter().map(|of| of.product).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::diet::{Because, Knowledge};

    fn free(allergens: &[Allergen]) -> Known {
        let mut known = Known::nothing();
        for allergen in allergens {
            let because = Because::Nobody;
            known.learn(
                *allergen,
                Knowledge {
                    state: Declared::Free,
                    because,
                },
            );
        }
        known
    }

    #[test]
    fn coverage_counts_what_was_sold_and_what_matters_most_comes_first() {
        let allergens = [Allergen::MILK, Allergen::EGG];
        let (whole, half, nothing) = (free(&allergens), free(&allergens[..1]), Known::nothing());
        let sold = |id, known, sold, to_restricted| SoldProduct {
            product: ProductId(id),
            known,
            sold,
            to_restricted,
        };
        let products = [
            sold(1, &whole, 83, 9),
            sold(2, &half, 10, 1),
            sold(3, &nothing, 7, 4),
        ];
        let coverage = Coverage::of(&products, &allergens);
        assert_eq!((coverage.declared, coverage.products), (1, 3));
        assert_eq!(coverage.percent(), 83);
        let first = declare_first(&products, &allergens);
        assert_eq!(first, [ProductId(3), ProductId(2)]);
        assert_eq!(Coverage::of(&[], &allergens).percent(), 100);
    }
}
