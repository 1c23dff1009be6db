//! The reader: tells a scanner that types like a keyboard from a person who types.
//!
//! Every key press of the window goes through here first. A burst is a scan if its keys came less than
//! [`GAP_MILLIS`] apart, there are at least [`FEWEST_KEYS`], and they make a code that the till can know.
//!
//! A machine with much to do hands over late what was struck meanwhile, all at once. Two things follow. A gap
//! within a scan may look long: what counts is the pace of the whole, as long as nobody was told of its
//! beginning. And what a person typed may look like a burst: a code short enough to be an amount, a PIN or a
//! telephone number is a scan only if no person can have struck it since the hands were last heard of.
//! Pure: the time is an argument, and so is what codes are known.

use super::Timestamp;
use super::code::Code;

/// Keys of a scanner come less than this apart; a person's do not, nor does a key that repeats, for long.
pub const GAP_MILLIS: i64 = 50;

/// A burst shorter than this is typed text.
pub const FEWEST_KEYS: usize = 4;

/// So long after a scan an Enter or Tab is still the scanner's: some send it late, some send two. A gap of a
/// machine that stalls may be as long within a scan.
const LATE_END_MILLIS: i64 = 250;

/// Nobody strikes keys faster than this for long, nor more slowly than that without a thought in between.
const HAND_MILLIS: (i64, i64) = (80, 700);

/// Keys that were handed over together are heard so close to each other.
const TOGETHER_MILLIS: i64 = 5;

/// A code with as many letters is nothing that people type and mean otherwise.
const FEWEST_OF_A_LONG_CODE: usize = 12;

/// More keys than any code has; a longer burst (a QR code with a whole address in it) is typed text.
const MOST_KEYS: usize = 64;

/// A key that was pressed. Shift and its like are no keys of their own here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A key that writes a letter. Take digits by their physical key, so that the layout does not matter.
    Char(char),
    /// Enter, on either side of the keyboard.
    Enter,
    /// Tab.
    Tab,
    /// Anything else: arrows, Backspace, function keys. The one who calls acts on it afterwards.
    Other,
}

/// What the keys so far mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// A scanner read a code.
    Scan {
        /// The code.
        code: Code,
        /// The letters of the burst, as a focused text field has received them: see [`take_back`].
        letters: String,
    },
    /// A person typed this. A field that gets its letters only from here never sees a burst.
    Typed(String),
    /// A person pressed Enter.
    Enter,
    /// A person pressed Tab.
    Tab,
}

/// Listens to keys, one after the other. Bounded: never holds more than 64 of them.
///
/// ```
/// # use cantina::domain::{Timestamp, scanner::{Heard, Key, Scanner}};
/// let mut scanner = Scanner::new();
/// let nothing_known = |_: &_| false; // an EAN needs not be known
/// for (at, digit) in "7792052014625".chars().enumerate() {
///     let heard = scanner.press(Key::Char(digit), Timestamp(at as i64 * 8), nothing_known);
///     assert_eq!(heard, []);
/// }
/// let heard = scanner.press(Key::Enter, Timestamp(110), nothing_known);
/// assert!(matches!(&heard[..], [Heard::Scan { code, .. }] if code.as_str() == "7792052014625"));
/// ```
#[derive(Debug, Clone)]
pub struct Scanner {
    /// Its keys come less than this apart, in milliseconds.
    gap_millis: i64,
    /// Letters that may yet be a scan, and when each came.
    letters: Vec<(char, Timestamp)>,
    /// When the last letter came; only of meaning while there are letters.
    last: Timestamp,
    /// When hands were last heard of before these letters: a key, a press.
    before: Option<Timestamp>,
    /// When they were last heard of at all.
    stirred: Option<Timestamp>,
    /// The burst was too long or the clock was set back within it: what remains of it is typed text.
    torn: bool,
    /// When the last scan ended, until an Enter or Tab can no longer be its own.
    scanned: Option<Timestamp>,
}

impl Default for Scanner {
    fn default() -> Self {
        Self {
            gap_millis: GAP_MILLIS,
            letters: Vec::new(),
            last: Timestamp::default(),
            before: None,
            stirred: None,
            torn: false,
            scanned: None,
        }
    }
}

impl Scanner {
    /// Takes keys that come less than so many milliseconds apart for a scanner's.
    pub const fn set_gap(&mut self, millis: i64) {
        self.gap_millis = millis;
    }

    /// That has heard nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a key, and tells what is certain now, in the order in which it was pressed.
    ///
    /// A letter is certain only later, so it mostly gives nothing: call [`Scanner::pause`] at
    /// [`Scanner::waits_until`]. `known` says which codes besides right EANs are a scan: those of products
    /// and cards, or of the length that the school's cards have, so that a card nobody knows is reported too.
    pub fn press(&mut self, key: Key, at: Timestamp, known: impl Fn(&Code) -> bool) -> Vec<Heard> {
        // Whoever was told of no pause until now may have been told of this key late.
        let late = at < self.last || at.millis_since(self.last) >= LATE_END_MILLIS;
        let mut heard = match late {
            true => self.pause(at, &known),
            false => Vec::new(),
        };
        match key {
            Key::Char(letter) => heard.extend(self.add(letter, at)),
            Key::Enter => heard.extend(self.end(Heard::Enter, at, known)),
            Key::Tab => heard.extend(self.end(Heard::Tab, at, known)),
            Key::Other => heard.extend(self.finish(known)),
        }
        self.stir(at);
        heard
    }

    /// Hands did something else than to strike a key that is heard here: they pressed the screen, or moved.
    pub const fn stir(&mut self, at: Timestamp) {
        self.stirred = Some(at);
    }

    /// Tells what the letters were once no more of them came. Too early it tells nothing and harms nothing.
    pub fn pause(&mut self, now: Timestamp, known: impl Fn(&Code) -> bool) -> Vec<Heard> {
        let set_back = now < self.last;
        let waited = now.millis_since(self.last) >= self.gap_millis;
        let heard = if waited || set_back {
            self.finish(known)
        } else {
            Vec::new()
        };
        if waited {
            self.torn = false;
        } else if set_back {
            self.torn = !heard.is_empty();
        }
        heard
    }

    /// When to call [`Scanner::pause`]; `None` while there is nothing to wait for.
    #[must_use]
    pub fn waits_until(&self) -> Option<Timestamp> {
        let until = Timestamp(self.last.0.saturating_add(self.gap_millis));
        (!self.letters.is_empty()).then_some(until)
    }

    /// When hands were last heard of.
    #[must_use]
    pub const fn last_heard(&self) -> Option<Timestamp> {
        self.stirred
    }

    fn add(&mut self, letter: char, at: Timestamp) -> Option<Heard> {
        self.last = at;
        self.scanned = None;
        let full = self.letters.len() == MOST_KEYS;
        let overflow = full.then(|| text_of(&std::mem::take(&mut self.letters)));
        self.torn |= full;
        if self.letters.is_empty() {
            self.before = self.stirred;
        }
        self.letters.push((letter, at));
        overflow.map(Heard::Typed)
    }

    /// An Enter or Tab: the end of a scan, a late or second end of one, or a person's.
    fn end(&mut self, pressed: Heard, at: Timestamp, known: impl Fn(&Code) -> bool) -> Vec<Heard> {
        let late = self
            .scanned
            .is_some_and(|scanned| at >= scanned && at.millis_since(scanned) < LATE_END_MILLIS);
        let mut heard = self.finish(known);
        match heard.last() {
            Some(Heard::Scan { .. }) => self.scanned = Some(at),
            None if late => {}
            _ => heard.push(pressed),
        }
        heard
    }

    /// The letters so far are all there is: a scan, typed text, or one after the other.
    fn finish(&mut self, known: impl Fn(&Code) -> bool) -> Vec<Heard> {
        let letters = std::mem::take(&mut self.letters);
        if letters.is_empty() {
            return Vec::new();
        }
        let scanned = (!self.torn)
            .then(|| self.scan_in(&letters, known))
            .flatten();
        self.scanned = scanned.as_ref().map(|_| self.last);
        let Some((from, code)) = scanned else {
            return vec![Heard::Typed(text_of(&letters))];
        };
        let (typed, read) = letters.split_at(from);
        let typed = (!typed.is_empty()).then(|| Heard::Typed(text_of(typed)));
        let letters = text_of(read);
        typed
            .into_iter()
            .chain([Heard::Scan { code, letters }])
            .collect()
    }

    /// The code that these letters end with, and where it begins: at the first of them, or after a gap.
    fn scan_in(
        &self,
        letters: &[(char, Timestamp)],
        known: impl Fn(&Code) -> bool,
    ) -> Option<(usize, Code)> {
        let begins = |from: usize| {
            from == 0 || letters[from].1.millis_since(letters[from - 1].1) >= self.gap_millis
        };
        let mut starts = (0..letters.len()).filter(|from| begins(*from));
        starts.find_map(|from| {
            let burst = &letters[from..];
            let code = code_of(&text_of(burst), &known)?;
            let before = match from {
                0 => self.before,
                _ => Some(letters[from - 1].1),
            };
            let is_scan = self.is_fast(burst) && !may_be_typed(burst, before);
            is_scan.then_some((from, code))
        })
    }

    /// Whether the keys came less than the gap apart, taken together: one of them may have been handed over late.
    fn is_fast(&self, burst: &[(char, Timestamp)]) -> bool {
        let gaps = i64::try_from(burst.len()).unwrap_or(i64::MAX) - 1;
        took(burst) < self.gap_millis.saturating_mul(gaps)
    }
}

/// From the first letter to the last.
fn took(burst: &[(char, Timestamp)]) -> i64 {
    match burst {
        [(_, first), .., (_, last)] => last.millis_since(*first),
        _ => 0,
    }
}

/// Whether a person can have struck these keys, who was last heard of at `before`: most of them were handed
/// over together, and there was time enough to strike them until then.
fn may_be_typed(burst: &[(char, Timestamp)], before: Option<Timestamp>) -> bool {
    let (Some(before), Some((_, first))) = (before, burst.first()) else {
        return false;
    };
    if burst.len() >= FEWEST_OF_A_LONG_CODE {
        return false;
    }
    let at_once = burst
        .iter()
        .filter(|(_, at)| at.millis_since(*first) <= TOGETHER_MILLIS);
    let at_once = i64::try_from(at_once.count()).unwrap_or(i64::MAX);
    let after = i64::try_from(burst.len()).unwrap_or(i64::MAX) - at_once;
    let (fastest, slowest) = HAND_MILLIS;
    let waited = first.millis_since(before);
    let struck = (at_once - 1) * fastest <= waited && waited <= at_once * slowest;
    struck && after <= 1 + took(burst) / fastest
}

fn text_of(letters: &[(char, Timestamp)]) -> String {
    letters.iter().map(|(letter, _)| letter).collect()
}

/// A burst that the till can know. Eight zeros from a held key are a right EAN, but nobody's.
fn code_of(letters: &str, known: impl Fn(&Code) -> bool) -> Option<Code> {
    if letters.len() < FEWEST_KEYS || letters.contains(char::is_whitespace) {
        return None;
    }
    let code = Code::parse(letters).ok()?;
    let mut digits = code.as_str().chars();
    let first = digits.next();
    let repeated = digits.all(|digit| Some(digit) == first);
    (known(&code) || (code.is_ean() && !repeated)).then_some(code)
}

/// What a text field holds once the letters of a scan are taken out of it again.
///
/// `None` if they are not in it: then the field had no focus, and nothing needs to be taken back.
///
/// ```
/// # use cantina::domain::scanner::take_back;
/// assert_eq!(take_back("cafe7792052014625", "7792052014625").as_deref(), Some("cafe"));
/// assert_eq!(take_back("cafe", "7792052014625"), None);
/// ```
#[must_use]
pub fn take_back(field: &str, letters: &str) -> Option<String> {
    let at = field.rfind(letters).filter(|_| !letters.is_empty())?;
    Some([&field[..at], &field[at + letters.len()..]].concat())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::code::ean_check_digit;

    const CARD: &str = "00414";

    fn known(code: &Code) -> bool {
        code.as_str() == CARD
    }

    /// Presses keys `(gap, key)` and then waits.
    fn hear(keys: impl IntoIterator<Item = (i64, Key)>) -> Vec<Heard> {
        let (mut scanner, mut now, mut heard) = (Scanner::new(), Timestamp(1_000), Vec::new());
        for (gap, key) in keys {
            now = Timestamp(now.0 + gap);
            heard.extend(scanner.press(key, now, known));
        }
        heard.extend(scanner.pause(Timestamp(now.0 + GAP_MILLIS), known));
        assert_eq!(scanner.waits_until(), None);
        heard
    }

    fn letters(text: &str, gap: i64) -> Vec<(i64, Key)> {
        text.chars()
            .map(|letter| (gap, Key::Char(letter)))
            .collect()
    }

    fn with(mut keys: Vec<(i64, Key)>, gap: i64, last: Key) -> Vec<(i64, Key)> {
        keys.push((gap, last));
        keys
    }

    fn scan(text: &str) -> Heard {
        let code = Code::parse(text).unwrap();
        Heard::Scan {
            code,
            letters: text.to_owned(),
        }
    }

    fn typed(heard: &[Heard]) -> String {
        let text = heard.iter().filter_map(|heard| match heard {
            Heard::Typed(text) => Some(text.as_str()),
            _ => None,
        });
        text.collect()
    }

    #[test]
    fn a_card_is_read_whether_enter_tab_or_nothing_follows() {
        for end in [Key::Enter, Key::Tab] {
            assert_eq!(hear(with(letters(CARD, 10), 10, end)), [scan(CARD)]);
        }
        assert_eq!(hear(letters(CARD, 10)), [scan(CARD)]);
    }

    #[test]
    fn what_a_stalled_screen_delivers_at_once_stays_typed_text() {
        let keys = with(letters("empanada", 0), 0, Key::Enter);
        assert_eq!(hear(keys), [Heard::Typed("empanada".into()), Heard::Enter]);
        let pin = with(letters("2468", 0), 0, Key::Enter);
        assert_eq!(hear(pin), [Heard::Typed("2468".into()), Heard::Enter]);
    }

    #[test]
    fn a_held_zero_is_no_scan_although_eight_zeros_are_a_right_ean() {
        assert_eq!(
            hear(letters("00000000", 33)),
            [Heard::Typed("00000000".into())]
        );
    }

    #[test]
    fn an_enter_that_comes_late_or_twice_is_still_the_scanners() {
        assert_eq!(hear(with(letters(CARD, 10), 120, Key::Enter)), [scan(CARD)]);
        let twice = with(with(letters(CARD, 10), 5, Key::Enter), 5, Key::Enter);
        assert_eq!(hear(twice), [scan(CARD)]);
        let later = with(letters(CARD, 10), 400, Key::Enter);
        assert_eq!(hear(later), [scan(CARD), Heard::Enter]);
    }

    #[test]
    fn enter_alone_is_a_persons() {
        assert_eq!(
            hear([(0, Key::Enter), (500, Key::Tab)]),
            [Heard::Enter, Heard::Tab]
        );
    }

    #[test]
    fn two_scans_in_one_stall_are_two_scans() {
        let mut keys = with(letters(CARD, 0), 0, Key::Enter);
        keys.extend(with(letters("7792052014625", 0), 0, Key::Enter));
        assert_eq!(hear(keys), [scan(CARD), scan("7792052014625")]);
    }

    #[test]
    fn a_scan_after_typing_leaves_what_was_typed() {
        let mut keys = letters("ca", 120);
        keys.push((300, Key::Char('0')));
        keys.extend(letters("0414", 9));
        let heard = hear(keys);
        assert_eq!(typed(&heard), "ca");
        assert_eq!(heard.last(), Some(&scan(CARD)));
    }

    #[test]
    fn another_key_gives_back_what_was_typed_before_it() {
        let keys = with(letters("12", 10), 10, Key::Other);
        assert_eq!(hear(keys), [Heard::Typed("12".into())]);
    }

    #[test]
    fn the_tail_of_an_endless_burst_is_never_taken_for_a_code() {
        let address = format!("{}{CARD}", "x".repeat(MOST_KEYS));
        let heard = hear(with(letters(&address, 1), 1, Key::Enter));
        assert_eq!(typed(&heard), address);
        assert_eq!(heard.last(), Some(&Heard::Enter));
    }

    #[test]
    fn a_clock_set_back_never_keeps_letters_waiting() {
        let mut scanner = Scanner::new();
        assert_eq!(scanner.press(Key::Char('a'), Timestamp(9_000), known), []);
        let heard = scanner.pause(Timestamp(10), known);
        assert_eq!(heard, [Heard::Typed("a".into())]);
    }

    #[test]
    fn half_a_burst_after_a_clock_set_back_is_no_scan() {
        let mut scanner = Scanner::new();
        let mut heard = scanner.press(Key::Char('7'), Timestamp(9_000), known);
        for (digit, at) in CARD.chars().zip(10..) {
            heard.extend(scanner.press(Key::Char(digit), Timestamp(at), known));
        }
        heard.extend(scanner.press(Key::Enter, Timestamp(20), known));
        assert_eq!(typed(&heard), "700414");
    }

    #[test]
    fn taking_back_removes_the_burst_where_the_cursor_was() {
        assert_eq!(take_back("ab00414cd", CARD).as_deref(), Some("abcd"));
        assert_eq!(take_back("0041400414", CARD).as_deref(), Some(CARD));
        assert_eq!(take_back("x", ""), None);
    }

    /// What a machine hears that is busy for so long after each look at its keys: each key when it looks again.
    fn handed_over(struck: &[(i64, Key)], busy: &[i64]) -> Vec<(Timestamp, Key)> {
        let (mut now, mut at, mut until) = (10_000, i64::MIN, i64::MIN);
        let mut busy = busy.iter().cycle();
        let mut turns = Vec::new();
        for (gap, key) in struck {
            now += gap;
            if now > at {
                // It looks now, or as soon as it is free; all that was struck by then is heard together.
                at = now.max(until);
                until = at + busy.next().copied().unwrap_or_default();
            }
            turns.push((Timestamp(at), *key));
        }
        turns
    }

    /// A press on the screen, a moment, and then these keys, on a machine that is so busy.
    fn hear_late(struck: &[(i64, Key)], busy: &[i64]) -> Vec<Heard> {
        let (mut scanner, mut heard) = (Scanner::new(), Vec::new());
        let keys = handed_over(struck, busy);
        for (at, key) in &keys {
            heard.extend(scanner.press(*key, *at, all_of_five));
        }
        let end = keys.last().map_or(0, |(at, _)| at.0);
        heard.extend(scanner.pause(Timestamp(end + LATE_END_MILLIS), all_of_five));
        heard
    }

    /// As the till knows codes: whatever has five figures may be a card.
    fn all_of_five(code: &Code) -> bool {
        code.as_str().len() == 5
    }

    #[test]
    fn an_amount_typed_while_the_machine_stalls_is_no_card() {
        // The first key is heard at once, four more half a second later.
        let mut keys = vec![(0, Key::Other), (130, Key::Char('5'))];
        keys.extend(letters("00000", 130));
        let heard = hear_late(&with(keys, 130, Key::Enter), &[600, 700, 700]);
        assert_eq!(typed(&heard), "500000");
        assert_eq!(heard.last(), Some(&Heard::Enter));
    }

    #[test]
    fn a_scan_whose_first_key_is_heard_before_a_stall_is_one_all_the_same() {
        let code = "7792052014625";
        let keys = with(letters(code, 8), 8, Key::Enter);
        assert_eq!(hear_late(&keys, &[200]), [scan(code)]);
    }

    fn ean() -> impl Strategy<Value = String> {
        let body = prop_oneof!["[0-9]{7}", "[0-9]{11}", "[0-9]{12}"];
        body.prop_map(|body| format!("{body}{}", ean_check_digit(&body).unwrap()))
            .prop_filter("nobody's", |ean| {
                ean.bytes().any(|digit| digit != ean.as_bytes()[0])
            })
    }

    proptest! {
        #[test]
        fn a_person_never_makes_a_scan(
            text in prop_oneof![ean(), Just(CARD.to_owned()), "\\PC{0,80}"],
            gaps in proptest::collection::vec(60_i64..2_000, 80),
        ) {
            let gaps = gaps.into_iter().cycle();
            let keys = text.chars().zip(gaps).map(|(letter, gap)| (gap, Key::Char(letter)));
            let heard = hear(with(keys.collect(), 60, Key::Enter));
            prop_assert_eq!(typed(&heard), text);
            prop_assert_eq!(heard.last(), Some(&Heard::Enter));
        }

        #[test]
        fn a_burst_of_a_right_code_is_always_a_scan(
            code in prop_oneof![ean(), Just(CARD.to_owned())],
            gaps in proptest::collection::vec(0..GAP_MILLIS, 13),
            end in prop_oneof![Just(None), Just(Some(Key::Enter)), Just(Some(Key::Tab))],
        ) {
            let keys = code.chars().zip(gaps).map(|(letter, gap)| (gap, Key::Char(letter)));
            let keys = keys.chain(end.map(|end| (5, end)));
            prop_assert_eq!(hear(keys), vec![scan(&code)]);
        }

        /// However late the machine hears of what hands struck, from a press on.
        #[test]
        fn what_a_person_types_on_a_busy_machine_is_no_scan(
            text in "[0-9]{4,11}",
            gaps in proptest::collection::vec(100_i64..350, 12),
            busy in proptest::collection::vec(0_i64..1_500, 12),
        ) {
            let digits = text.chars().zip(&gaps).map(|(letter, gap)| (*gap, Key::Char(letter)));
            let keys: Vec<_> = [(0, Key::Other)].into_iter().chain(digits).collect();
            let heard = hear_late(&with(keys, gaps[11], Key::Enter), &busy);
            prop_assert_eq!(typed(&heard), text);
            prop_assert_eq!(heard.last(), Some(&Heard::Enter));
        }

        /// The other way round: what a reader sends is read, though the machine is busy and hands were just there.
        #[test]
        fn what_a_reader_sends_to_a_busy_machine_is_a_scan(
            code in "[0-9]{12}".prop_map(|body| format!("{body}{}", ean_check_digit(&body).unwrap()))
                .prop_filter("nobody's", |ean| ean.bytes().any(|digit| digit != ean.as_bytes()[0])),
            waited in 100_i64..5_000,
            pace in 2_i64..=20,
            busy in proptest::collection::vec(0_i64..200, 12),
        ) {
            let mut keys = vec![(0, Key::Other)];
            keys.extend(letters(&code, pace));
            keys[1].0 = waited;
            prop_assert_eq!(hear_late(&with(keys, pace, Key::Enter), &busy), vec![scan(&code)]);
        }

        /// A card is short: it is read as long as the machine is busy no longer than a picture takes.
        #[test]
        fn a_card_is_read_while_pictures_are_drawn(
            waited in 0_i64..5_000,
            pace in 6_i64..=20,
            busy in proptest::collection::vec(0_i64..40, 12),
        ) {
            let mut keys = vec![(0, Key::Other)];
            keys.extend(letters(CARD, pace));
            keys[1].0 = waited;
            prop_assert_eq!(hear_late(&with(keys, pace, Key::Enter), &busy), vec![scan(CARD)]);
        }

        /// Whatever the keys and the clock do, each letter comes out once and in order.
        #[test]
        fn no_letter_is_lost_or_doubled(
            keys in proptest::collection::vec((any::<i64>(), 0_u8..14), 0..300),
            steady in any::<bool>(),
        ) {
            let (mut scanner, mut pressed, mut out) = (Scanner::new(), String::new(), String::new());
            let mut tell = |heard: Heard| match heard {
                Heard::Typed(text) | Heard::Scan { letters: text, .. } => out.push_str(&text),
                Heard::Enter | Heard::Tab => {}
            };
            let mut now = 0_i64;
            for (time, key) in keys {
                now = if steady { now + time.rem_euclid(70) } else { time };
                let key = match key {
                    10 => Key::Enter,
                    11 => Key::Tab,
                    12 => Key::Other,
                    digit => Key::Char(char::from(b'0' + digit)),
                };
                if let Key::Char(letter) = key {
                    pressed.push(letter);
                }
                scanner.press(key, Timestamp(now), known).into_iter().for_each(&mut tell);
                prop_assert!(scanner.letters.len() <= MOST_KEYS);
            }
            scanner.press(Key::Other, Timestamp(now), known).into_iter().for_each(&mut tell);
            prop_assert_eq!(out, pressed);
        }
    }
}
