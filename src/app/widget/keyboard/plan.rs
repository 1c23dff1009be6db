//! Which keys there are, and where: pure.

use iced::keyboard::{self, key::Named};
use iced::{Point, Rectangle, Size};

use crate::app::theme::{space, target};

/// A key of the keyboard on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Writes it, as a capital while shift is down.
    Letter(char),
    /// The space bar.
    Space,
    /// Takes the last letter back.
    Backspace,
    /// Enter.
    Enter,
    /// On to the next field.
    Next,
    /// Capitals.
    Shift,
    /// The other letters.
    Layer,
    /// The keyboard goes.
    Hide,
}

/// Whether letters are capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Shift {
    /// They are not.
    #[default]
    Off,
    /// The next one is.
    Once,
    /// All are.
    Locked,
}

impl Shift {
    /// Shift was pressed: once for one letter, again for all of them, again for none.
    pub(super) const fn pressed(self) -> Self {
        match self {
            Self::Off => Self::Once,
            Self::Once => Self::Locked,
            Self::Locked => Self::Off,
        }
    }

    /// A letter was written.
    pub(super) const fn used(self) -> Self {
        match self {
            Self::Once => Self::Off,
            as_it_was => as_it_was,
        }
    }
}

impl Key {
    /// What a field or the program hears of it; nothing for what concerns the keyboard alone.
    pub(super) fn heard(self, shift: Shift) -> Option<(keyboard::Key, Option<String>)> {
        let named = |of| Some((keyboard::Key::Named(of), None));
        match self {
            Self::Letter(letter) => {
                let text = written(letter, shift);
                let plain = keyboard::Key::Character(letter.to_string().into());
                Some((plain, Some(text)))
            }
            Self::Space => Some((keyboard::Key::Named(Named::Space), Some(" ".to_owned()))),
            Self::Backspace => named(Named::Backspace),
            Self::Enter => named(Named::Enter),
            Self::Next => named(Named::Tab),
            Self::Shift | Self::Layer | Self::Hide => None,
        }
    }

    /// A name to find it by.
    pub(super) fn name(self) -> String {
        match self {
            Self::Letter(letter) => format!("key-{letter}"),
            Self::Space => "key-space".to_owned(),
            Self::Backspace => "key-backspace".to_owned(),
            Self::Enter => "key-enter".to_owned(),
            Self::Next => "key-next".to_owned(),
            Self::Shift => "key-shift".to_owned(),
            Self::Layer => "key-layer".to_owned(),
            Self::Hide => "key-hide".to_owned(),
        }
    }
}

/// A letter as it is written.
pub(super) fn written(letter: char, shift: Shift) -> String {
    match shift {
        Shift::Off => letter.to_string(),
        Shift::Once | Shift::Locked => letter.to_uppercase().collect(),
    }
}

/// The room around the keys.
const ROOM: f32 = space::S;
/// Where the window is as low as this, keys are as low as may be, and closer to each other.
const LOW: f32 = 720.0;
const LOWEST: f32 = 480.0;
/// No key is wider: on a large screen the hand stays where it is.
const WIDEST: f32 = 88.0;
/// So many columns of keys side by side: all at once, or in two layers.
const COLUMNS: u8 = 18;
const COLUMNS_NARROW: u8 = 10;
const ROWS: u8 = 4;

/// All that is written with letters and figures beside each other. The second layer has what Guaraní and
/// Portuguese need, and signs.
const WIDE: [[(&str, &str); 3]; 2] = [
    [
        ("qwertyuiopáé", "789"),
        ("asdfghjklñíó", "456"),
        ("zxcvbnm,.úü", "123"),
    ],
    [
        ("ãẽĩõũỹâêôàáé", "789"),
        ("çñʼ'\"!¡¿%&íó", "456"),
        ("()=*;°$,.úü", "123"),
    ],
];
/// The last row, before and after the space bar.
const WIDE_FOOT: (&str, &str) = ("@#/-_", "?");
const WIDE_FOOT_FIGURES: &str = "+0:";

/// The same where there is less room: figures and accents are in the second layer.
const NARROW: [[&str; 3]; 2] = [
    ["qwertyuiop", "asdfghjklñ", "zxcvbnm"],
    ["1234567890", "áéíóúü@#/_", "-+:?ãõç"],
];

/// Keys, and how many columns each takes.
type Line = Vec<(Key, u8)>;

/// Where the keys are.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    keys: Vec<(Key, Rectangle)>,
    /// Half of what is between two keys: a finger between them presses the nearer one.
    reach: f32,
}

/// How high the keyboard is in a window of that size.
pub(super) fn height(window: Size) -> f32 {
    let (key, gap) = rows(window);
    f32::from(ROWS) * (key + gap) - gap + 2.0 * room(window)
}

fn rows(window: Size) -> (f32, f32) {
    match window.height {
        low if low < LOWEST => (target::MIN, space::XS),
        low if low < LOW => (target::MIN, space::S),
        _ => (target::MEDIUM, space::S),
    }
}

fn room(window: Size) -> f32 {
    if window.height < LOWEST {
        space::XS
    } else {
        ROOM
    }
}

/// Whether all letters and figures have room beside each other.
pub(super) fn is_wide(window: Size) -> bool {
    let columns = f32::from(COLUMNS);
    window.width >= columns * (target::MIN + space::S) - space::S + 2.0 * ROOM
}

impl Plan {
    /// The keys at the foot of a window that lies at `bounds`, in the first or the second layer.
    pub(super) fn new(bounds: Rectangle, second: bool) -> Self {
        let window = bounds.size();
        let (columns, lines) = match is_wide(window) {
            true => (COLUMNS, wide(second)),
            false => (COLUMNS_NARROW, narrow(second)),
        };
        let count = f32::from(columns);
        let wide = window.width - 2.0 * ROOM;
        let between = ((wide - count * target::MIN) / (count - 1.0)).clamp(2.0, space::S);
        let key = ((wide + between) / count - between).clamp(1.0, WIDEST);
        let (high, below) = rows(window);
        let all = count * (key + between) - between;
        let left = bounds.x + (window.width - all) / 2.0;
        let mut y = bounds.y + window.height - height(window) + room(window);
        let mut keys = Vec::new();
        for line in lines {
            let mut column = 0.0;
            for (of, span) in line {
                let span = f32::from(span);
                let place = Rectangle {
                    x: left + column * (key + between),
                    y,
                    width: span * (key + between) - between,
                    height: high,
                };
                keys.push((of, place));
                column += span;
            }
            y += high + below;
        }
        let reach = between.max(below) / 2.0;
        Self { keys, reach }
    }

    /// Each key and its place.
    pub(super) fn keys(&self) -> &[(Key, Rectangle)] {
        &self.keys
    }

    /// The key at that point, or beside it.
    pub(super) fn at(&self, point: Point) -> Option<Key> {
        let near = |place: &Rectangle| place.expand(self.reach).contains(point);
        let found = self.keys.iter().find(|(_, place)| place.contains(point));
        let found = found.or_else(|| self.keys.iter().find(|(_, place)| near(place)));
        found.map(|(key, _)| *key)
    }
}

fn letters(of: &str) -> impl Iterator<Item = (Key, u8)> {
    of.chars().map(|letter| (Key::Letter(letter), 1))
}

fn wide(second: bool) -> [Line; 4] {
    let [one, two, three] = WIDE[usize::from(second)];
    let line = |(left, right): (&'static str, &'static str), last| {
        letters(left).chain(letters(right)).chain([(last, 3)])
    };
    let foot = letters(WIDE_FOOT.0)
        .chain([(Key::Layer, 2), (Key::Space, 4)])
        .chain(letters(WIDE_FOOT.1))
        .chain(letters(WIDE_FOOT_FIGURES))
        .chain([(Key::Hide, 3)]);
    [
        line(one, Key::Backspace).collect(),
        line(two, Key::Enter).collect(),
        [(Key::Shift, 1)]
            .into_iter()
            .chain(line(three, Key::Next))
            .collect(),
        foot.collect(),
    ]
}

fn narrow(second: bool) -> [Line; 4] {
    let [one, two, three] = NARROW[usize::from(second)];
    let foot = [
        (Key::Layer, 1),
        (Key::Hide, 1),
        (Key::Letter(','), 1),
        (Key::Space, 3),
        (Key::Letter('.'), 1),
        (Key::Next, 1),
        (Key::Enter, 2),
    ];
    [
        letters(one).collect(),
        letters(two).collect(),
        [(Key::Shift, 1)]
            .into_iter()
            .chain(letters(three))
            .chain([(Key::Backspace, 2)])
            .collect(),
        foot.to_vec(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOWS: [Size; 5] = [
        Size::new(1024.0, 600.0),
        Size::new(1280.0, 800.0),
        Size::new(1920.0, 1080.0),
        Size::new(800.0, 1280.0),
        Size::new(512.0, 300.0),
    ];

    fn plans() -> impl Iterator<Item = (Size, Plan)> {
        WINDOWS.into_iter().flat_map(|window| {
            let bounds = Rectangle::with_size(window);
            [false, true].map(|second| (window, Plan::new(bounds, second)))
        })
    }

    #[test]
    fn no_key_is_smaller_than_a_finger_none_lies_on_another_and_all_are_in_the_window() {
        for (window, plan) in plans() {
            for (index, (key, place)) in plan.keys().iter().enumerate() {
                assert!(place.height >= target::MIN, "{window:?} {key:?}");
                assert!(place.width >= target::MIN - 0.6, "{window:?} {key:?}");
                assert!(place.x >= 0.0 && place.y >= window.height - height(window));
                assert!(place.x + place.width <= window.width + 0.1);
                assert!(place.y + place.height <= window.height);
                for (other, beside) in &plan.keys()[index + 1..] {
                    assert!(place.intersection(beside).is_none(), "{key:?} {other:?}");
                }
                assert_eq!(plan.at(place.center()), Some(*key));
            }
        }
    }

    #[test]
    fn every_letter_of_a_name_every_figure_and_sign_is_in_one_of_the_two_layers() {
        let needed = "abcdefghijklmnopqrstuvwxyzñáéíóúü0123456789-_.,@/#";
        for window in WINDOWS {
            let bounds = Rectangle::with_size(window);
            let layers = [false, true].map(|second| Plan::new(bounds, second));
            let has = |key| {
                let mut plans = layers.iter();
                plans.any(|plan| plan.keys().iter().any(|(of, _)| *of == key))
            };
            for letter in needed.chars() {
                assert!(has(Key::Letter(letter)), "{letter} at {window:?}");
            }
            let others = [Key::Space, Key::Backspace, Key::Enter, Key::Next, Key::Hide];
            for key in others.into_iter().chain([Key::Shift, Key::Layer]) {
                for plan in &layers {
                    assert!(plan.keys().iter().any(|(of, _)| *of == key), "{key:?}");
                }
            }
        }
    }

    #[test]
    fn in_a_window_of_600_the_keyboard_leaves_more_than_half() {
        assert!(height(WINDOWS[0]) < 240.0);
    }

    #[test]
    fn shift_is_for_one_letter_or_for_all() {
        let once = Shift::Off.pressed();
        assert_eq!(written('ñ', once), "Ñ");
        assert_eq!(written('a', once.used()), "a");
        let locked = once.pressed();
        assert_eq!(written('á', locked.used()), "Á");
        assert_eq!(locked.pressed(), Shift::Off);
    }
}
