//! The order in which names stand in a list, as the people who look for one expect it.

use std::cmp::Ordering;

use super::search::base;

/// Which of two names comes first.
///
/// As Spanish dictionaries have it, and CLDR for `es`: capitals and accents count only between names that are
/// the same without them, and `ñ` is a letter of its own after `n`. Portuguese and Guaraní names stand where
/// their letters without signs would. Apostrophes count last of all.
///
/// ```
/// # use cantina::domain::alphabet::compare;
/// let mut names = ["Nuñez", "Zoe", "ángel", "Ñandú", "Núñez", "Angela", "Nz"];
/// names.sort_by(|one, other| compare(one, other));
/// assert_eq!(names, ["ángel", "Angela", "Nuñez", "Núñez", "Nz", "Ñandú", "Zoe"]);
/// ```
#[must_use]
pub fn compare(one: &str, other: &str) -> Ordering {
    // Most names begin with letters that say for themselves where they stand: those are not taken apart.
    let same = plain_and_same(one.as_bytes(), other.as_bytes());
    let (rest_of_one, rest_of_other) = (&one[same..], &other[same..]);
    letters(rest_of_one)
        .cmp(letters(rest_of_other))
        .then_with(|| one.cmp(other))
}

/// Sorts things by their names, as [`compare`] has them; those of the same name stay as they stood.
pub fn sort_by_name<T>(things: &mut [T], name: impl Fn(&T) -> &str) {
    things.sort_by_cached_key(|thing| {
        let name = name(thing);
        (first(name), name.to_owned())
    });
}

/// What decides first, as one text.
fn first(name: &str) -> String {
    let plain = name.bytes().take_while(|byte| is_plain(*byte)).count();
    let mut first = name[..plain].to_ascii_lowercase();
    first.extend(letters(&name[plain..]));
    first
}

/// How many bytes at the start of both are plain letters, figures or signs that stand at the same place.
fn plain_and_same(one: &[u8], other: &[u8]) -> usize {
    let both = one.iter().zip(other);
    both.take_while(|(one, other)| is_plain(**one) && one.eq_ignore_ascii_case(other))
        .count()
}

/// Whether it is one letter of what decides first.
const fn is_plain(byte: u8) -> bool {
    byte.is_ascii() && !matches!(byte, b'\'' | b'`')
}

/// What decides first: each letter without its accent. Never longer than two for one of a name.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(|letter| {
        let (first, second) = primary(letter);
        first.into_iter().chain(second)
    })
}

fn primary(letter: char) -> (Option<char>, Option<char>) {
    if u8::try_from(letter).is_ok_and(is_plain) {
        return (Some(letter.to_ascii_lowercase()), None);
    }
    let small = letter.to_lowercase().next().unwrap_or(letter);
    if small == 'ñ' {
        // Behind every pair of letters that begins with an n.
        return (Some('n'), Some('~'));
    }
    match base(small) {
        Some(plain) => {
            let mut plain = plain.chars();
            (plain.next(), plain.next())
        }
        None => (Some(small), None),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn accents_and_capitals_part_only_names_that_are_the_same_without_them() {
        assert_eq!(compare("Ángela", "angelb"), Ordering::Less);
        assert_eq!(compare("ángel", "Zoe"), Ordering::Less);
        assert_ne!(compare("José", "Jose"), Ordering::Equal);
    }

    #[test]
    fn a_shorter_name_stands_before_a_longer_one() {
        assert_eq!(compare("Ana", "Ana María"), Ordering::Less);
        assert_eq!(compare("", "Ana"), Ordering::Less);
    }

    /// What the order is defined by, without any haste.
    fn slowly(one: &str, other: &str) -> Ordering {
        letters(one)
            .cmp(letters(other))
            .then_with(|| one.cmp(other))
    }

    proptest! {
        #[test]
        fn haste_changes_no_order(
            one in "[aAnNñÑ'`~ éß]{0,6}", other in "[aAnNñÑ'`~ éß]{0,6}", names in prop::collection::vec("[anñÑ'é]{0,4}", 0..9)
        ) {
            prop_assert_eq!(compare(&one, &other), slowly(&one, &other));
            let (mut sorted, mut quickly) = (names.clone(), names);
            sorted.sort_by(|one, other| slowly(one, other));
            sort_by_name(&mut quickly, String::as_str);
            prop_assert_eq!(quickly, sorted);
        }

        #[test]
        fn it_is_an_order_whatever_is_written(a in any::<String>(), b in any::<String>(), c in any::<String>()) {
            prop_assert_eq!(compare(&a, &b), compare(&b, &a).reverse());
            prop_assert_eq!(compare(&a, &a), Ordering::Equal);
            prop_assert_eq!(compare(&a, &b) == Ordering::Equal, a == b);
            if compare(&a, &b).is_le() && compare(&b, &c).is_le() {
                prop_assert!(compare(&a, &c).is_le());
            }
        }
    }
}
