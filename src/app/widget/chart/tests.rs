//! The widget as the window has it: pressed, led by the keyboard, drawn once.

use iced_test::{Simulator, simulator};

use super::*;

fn hours(count: usize) -> Rc<Figure> {
    let values = (0..count).map(|at| i64::try_from(at * at % 50).ok());
    let lines = Lines {
        names: (0..count).map(|at| format!("{at}h")).collect(),
        series: vec![Series {
            values: values.collect(),
            axis: Axis::Left,
            number: 0,
            dashed: false,
        }],
        band: None,
        left: Box::new(|value| value.to_string()),
        right: None,
        bridged: false,
        flagged: Vec::new(),
    };
    Rc::new(Figure {
        shown: Shown::Lines(lines),
        said: (0..count).map(|at| vec![format!("a las {at}")]).collect(),
        opens: Some("Ver ventas".to_owned()),
    })
}

const ROOM: Size = Size::new(640.0, 240.0);

fn shown(figure: &Rc<Figure>) -> Simulator<'static, usize, Theme> {
    font::load();
    let view: Element<'static, usize> = chart(Rc::clone(figure), Length::Fill)
        .on_open(|at| at)
        .into();
    Simulator::with_size(iced::Settings::default(), ROOM, view)
}

fn click(ui: &mut Simulator<'_, usize, Theme>, x: f32, y: f32) {
    ui.point_at(Point::new(x, y));
    let _ = ui.simulate(simulator::click());
}

#[test]
fn a_point_wide_enough_opens_at_the_first_press() {
    let mut ui = shown(&hours(8));
    click(&mut ui, 330.0, 120.0);
    let opened: Vec<usize> = ui.into_messages().collect();
    assert_eq!(opened.len(), 1);
    assert!((3..=4).contains(&opened[0]), "{opened:?}");
}

#[test]
fn a_narrow_point_is_chosen_and_its_words_open_it() {
    let figure = hours(100);
    let mut ui = shown(&figure);
    click(&mut ui, 320.0, 200.0);
    let mut state = State::default();
    state.lay_out(&figure, ROOM);
    assert_eq!(state.pressed(Point::new(320.0, 200.0)), None);
    let words = state.callout.expect("its words are shown").center();
    click(&mut ui, words.x, words.y);
    let opened: Vec<usize> = ui.into_messages().collect();
    assert_eq!(opened, [state.chosen.expect("chosen")]);
}

#[test]
fn the_arrows_move_over_the_points_and_stop_at_the_ends() {
    let mut state = State::default();
    state.lay_out(&hours(5), ROOM);
    let mut at = Vec::new();
    for key in [
        Named::ArrowRight,
        Named::ArrowRight,
        Named::End,
        Named::ArrowRight,
        Named::ArrowUp,
        Named::Home,
        Named::ArrowLeft,
    ] {
        let to = state.moved(key);
        state.choose(to);
        at.push(to.expect("there are points"));
    }
    assert_eq!(at, [0, 1, 4, 4, 3, 0, 0]);
}

#[test]
fn nothing_to_show_leads_nowhere() {
    let mut state = State::default();
    state.lay_out(&hours(0), ROOM);
    assert_eq!(state.moved(Named::ArrowRight), None);
    assert_eq!(state.pressed(Point::new(10.0, 10.0)), None);
}

#[test]
fn the_enter_of_a_scanner_opens_nothing() {
    let mut state = State::default();
    assert!(!state.is_burst());
    state.typed = Some(Instant::now());
    assert!(state.is_burst());
}

#[test]
fn the_same_data_in_the_same_place_is_laid_out_once() {
    let figure = hours(24);
    let mut state = State::default();
    state.lay_out(&figure, ROOM);
    let first = state.plan().expect("laid out").shapes.as_ptr();
    state.lay_out(&figure, ROOM);
    assert_eq!(state.plan().expect("laid out").shapes.as_ptr(), first);
    state.lay_out(&hours(24), ROOM);
    assert_ne!(state.plan().expect("laid out").shapes.as_ptr(), first);
}

/// The distance of two colours in CIE Lab, as 1976 has it.
#[allow(clippy::many_single_char_names, reason = "as the standard has them")]
fn apart(one: [f32; 3], other: [f32; 3]) -> f32 {
    let lab = |[r, g, b]: [f32; 3]| {
        let x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505;
        let y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
        let z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089;
        let f = |t: f32| {
            if t > 0.008_856 {
                t.cbrt()
            } else {
                7.787 * t + 16.0 / 116.0
            }
        };
        [
            116.0 * f(y) - 16.0,
            500.0 * (f(x) - f(y)),
            200.0 * (f(y) - f(z)),
        ]
    };
    let (one, other) = (lab(one), lab(other));
    let squares = one.iter().zip(other).map(|(a, b)| (a - b).powi(2));
    squares.sum::<f32>().sqrt()
}

/// As somebody sees a colour who lacks one kind of cones: Machado, Oliveira and Fernandes 2009,
/// severity 1, on linear light.
const SIGHTS: [(&str, [[f32; 3]; 3]); 3] = [
    ("all", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
];

#[test]
fn the_colours_of_series_are_told_apart_by_everybody_in_both_themes() {
    for theme in [Theme::Light, Theme::Dark] {
        let tokens = theme.tokens();
        let ground = tokens.surface.fill.relative_luminance();
        for (index, color) in tokens.series.iter().enumerate() {
            let light = color.relative_luminance();
            let contrast = (light.max(ground) + 0.05) / (light.min(ground) + 0.05);
            assert!(contrast >= 3.0, "{theme:?} {index}: {contrast:.2}");
        }
        for (sight, matrix) in SIGHTS {
            let seen = |color: iced::Color| {
                let [r, g, b, _] = color.into_linear();
                matrix.map(|row| (row[0] * r + row[1] * g + row[2] * b).clamp(0.0, 1.0))
            };
            for (index, one) in tokens.series.iter().enumerate() {
                for (other, color) in tokens.series.iter().enumerate().skip(index + 1) {
                    let apart = apart(seen(*one), seen(*color));
                    assert!(
                        apart >= 10.0,
                        "{theme:?} {sight} {index} {other}: {apart:.1}"
                    );
                }
            }
        }
    }
}
