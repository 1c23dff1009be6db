//! Every chart with ordinary and with odd values, as it is laid out (`snapshots/*.txt`) and as it looks in both
//! themes (`snapshots/*.png`).
//!
//! What was meant to change is written anew with `CANTINA_RENEW_SNAPSHOTS=1 cargo test --lib chart::snapshots`
//! and looked at before it is kept.

use std::fmt::Write as _;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use super::plan::{Ink, Label, Plan, Shape};
use super::*;
use crate::app::offscreen::{Picture, Stage};

const ROOM: Size = Size::new(480.0, 200.0);
/// More points than these are told by their number and their sum.
const POINTS: usize = 64;
/// How far a colour may be from the one on file, and how many of a thousand pixels may be farther: the soft
/// edges of another processor.
const NEAR: u8 = 6;
const FAR_PERMILLE: usize = 2;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app/widget/chart/snapshots")
}

fn figure(shown: Shown) -> Figure {
    Figure {
        shown,
        said: Vec::new(),
        opens: None,
    }
}

fn amount(value: i64) -> String {
    crate::domain::Money::guaranies(value).to_string()
}

fn lines(values: &[Option<i64>], with_amounts: bool) -> Figure {
    let at_right = values
        .iter()
        .map(|value| Some(value.as_ref()?.saturating_mul(9_000)));
    let mut series = vec![Series {
        values: values.to_vec(),
        axis: Axis::Left,
        number: 0,
        dashed: false,
    }];
    if with_amounts {
        series.push(Series {
            values: at_right.collect(),
            axis: Axis::Right,
            number: 1,
            dashed: true,
        });
    }
    let usual = values
        .iter()
        .map(|value| value.map(|value| (value / 2, value)));
    figure(Shown::Lines(Lines {
        names: (0..values.len()).map(|at| format!("{at}h")).collect(),
        band: with_amounts.then(|| Band {
            usual: usual.collect(),
            axis: Axis::Left,
        }),
        series,
        left: Box::new(amount),
        right: with_amounts.then(|| -> Written { Box::new(amount) }),
        bridged: false,
        flagged: Vec::new(),
    }))
}

fn bars(groups: &[[Option<i64>; 2]], flagged: Vec<usize>) -> Figure {
    figure(Shown::Bars(Bars {
        names: (1..=groups.len()).map(|day| format!("día {day}")).collect(),
        usual: groups.iter().map(|[_, usual]| *usual).collect(),
        groups: groups.iter().map(|group| group.to_vec()).collect(),
        flagged,
        axis: Box::new(amount),
    }))
}

fn ring(parts: &[i64]) -> Figure {
    figure(Shown::Ring(Ring {
        signs: Vec::new(),
        parts: parts.to_vec(),
        total: amount(parts.iter().fold(0, |sum, part| sum.saturating_add(*part))),
        of: "ventas".to_owned(),
    }))
}

fn heat(columns: usize, rows: usize, values: &[Option<i64>]) -> Figure {
    figure(Shown::Heat(Heat {
        columns: (0..columns).map(|at| format!("{at}h")).collect(),
        rows: (0..rows).map(|at| format!("día {at}")).collect(),
        written: values
            .iter()
            .map(|value| value.map_or(String::new(), amount))
            .collect(),
        values: values.to_vec(),
    }))
}

fn cases() -> Vec<(&'static str, Figure)> {
    let day = [3, 12, 41, 8, 5, 27, 63, 55, 9, 4].map(Some);
    let many: Vec<Option<i64>> = (0..10_000_i64).map(|at| Some(at * 7_919 % 1_000)).collect();
    let huge = [i64::MAX, i64::MAX / 2, 9_000_000_000_000, 0].map(Some);
    let below = [12, -30, 5, -4, 18].map(Some);
    let gaps = [Some(4), Some(9), None, None, Some(7), Some(2)];
    let week = [
        [Some(2_400_000), Some(2_300_000)],
        [Some(1_100_000), Some(2_350_000)],
        [Some(2_500_000), Some(2_400_000)],
        [None, Some(2_450_000)],
        [Some(4_900_000), Some(2_500_000)],
    ];
    let heats: Vec<Option<i64>> = (0..50_i64)
        .map(|at| (at % 7 != 3).then_some(at * 37 % 120))
        .collect();
    let many_cells: Vec<Option<i64>> = (0..10_000_i64).map(Some).collect();
    vec![
        ("lines-none", lines(&[], true)),
        ("lines-zeros", lines(&[Some(0); 6], true)),
        ("lines-one", lines(&[Some(7)], true)),
        ("lines-day", lines(&day, true)),
        ("lines-gaps", lines(&gaps, false)),
        ("lines-10000", lines(&many, false)),
        ("lines-huge", lines(&huge, true)),
        ("lines-negative", lines(&below, true)),
        (
            "lines-least",
            lines(&[Some(i64::MIN), Some(i64::MAX)], false),
        ),
        ("bars-none", bars(&[], vec![])),
        ("bars-one", bars(&[[Some(1), None]], vec![])),
        ("bars-week", bars(&week, vec![1, 4])),
        (
            "bars-huge",
            bars(&[[Some(i64::MAX), Some(1)], [Some(5), None]], vec![0]),
        ),
        (
            "bars-negative",
            bars(&[[Some(-900), Some(400)], [Some(50), Some(-7)]], vec![0]),
        ),
        ("ring-none", ring(&[])),
        ("ring-zeros", ring(&[0, 0])),
        ("ring-one", ring(&[252])),
        ("ring-day", ring(&[131, 84, 24, 13])),
        ("ring-huge", ring(&[i64::MAX, i64::MAX / 3, 1])),
        ("ring-negative", ring(&[50, -20, 8])),
        ("heat-none", heat(0, 0, &[])),
        ("heat-one", heat(1, 1, &[Some(3)])),
        ("heat-week", heat(10, 5, &heats)),
        ("heat-10000", heat(100, 100, &many_cells)),
        ("heat-odd", heat(3, 1, &[Some(i64::MAX), Some(-5), None])),
    ]
}

/// As it is laid out, a line for each thing: what moved by less than a tenth of a pixel is the same.
/// As many shapes are told at most.
const SHAPES_TOLD: usize = 200;

fn told(plan: &Plan) -> String {
    let mut out = String::new();
    for label in &plan.labels {
        let Label { bounds, text, .. } = label;
        let weight = if label.bold { " bold" } else { "" };
        writeln!(
            out,
            "text {text:?} at {:.1} {:.1}, {:.1} × {:.1}{weight}",
            bounds.x, bounds.y, bounds.width, bounds.height
        )
        .expect("a string takes what is written");
    }
    // Of thousands, some: the picture has them all.
    let step = plan.shapes.len().div_ceil(SHAPES_TOLD).max(1);
    if step > 1 {
        writeln!(out, "one in {step} of {} shapes", plan.shapes.len())
            .expect("a string takes what is written");
    }
    for shape in plan.shapes.iter().step_by(step) {
        writeln!(out, "{}", shape_told(shape)).expect("a string takes what is written");
    }
    writeln!(out, "{} targets", plan.targets.len()).expect("a string takes what is written");
    out
}

fn shape_told(shape: &Shape) -> String {
    match shape {
        Shape::Line {
            points,
            ink,
            width,
            dashed,
        } => {
            let broken = if *dashed { " broken" } else { "" };
            format!(
                "line {} {width}{broken}: {}",
                ink_told(*ink),
                through(points)
            )
        }
        Shape::Area { points, ink } => format!("area {}: {}", ink_told(*ink), through(points)),
        Shape::Mark {
            at,
            form,
            ink,
            radius,
        } => format!(
            "mark {form:?} {} {radius:.1} at {:.1} {:.1}",
            ink_told(*ink),
            at.x,
            at.y
        ),
        Shape::Block {
            bounds,
            ink,
            hollow,
        } => format!(
            "block {}{} at {:.1} {:.1}, {:.1} × {:.1}",
            ink_told(*ink),
            if *hollow { " hollow" } else { "" },
            bounds.x,
            bounds.y,
            bounds.width,
            bounds.height
        ),
        Shape::Slice(slice, ink) => format!(
            "slice {} {:.3} to {:.3}, {:.1} to {:.1}",
            ink_told(*ink),
            slice.from,
            slice.to,
            slice.inner,
            slice.outer
        ),
    }
}

fn ink_told(ink: Ink) -> String {
    match ink {
        Ink::Heat(part) => format!("Heat({part:.3})"),
        Ink::OnHeat(part) => format!("OnHeat({part:.3})"),
        ink => format!("{ink:?}"),
    }
}

fn through(points: &[Point]) -> String {
    if points.len() > POINTS {
        let (x, y) = points.iter().fold((0.0, 0.0), |(x, y), point| {
            (x + f64::from(point.x), y + f64::from(point.y))
        });
        return format!("{} points, sum {x:.0} {y:.0}", points.len());
    }
    let each = points
        .iter()
        .map(|point| format!("{:.1} {:.1}", point.x, point.y));
    each.collect::<Vec<_>>().join(", ")
}

/// Light above dark.
fn drawn(stage: &mut Stage, figure: &Rc<Figure>) -> Picture {
    let mut one_theme = |theme: Theme| {
        let view: Element<'_, ()> = chart(Rc::clone(figure), Length::Fill).into();
        stage.render(view, ROOM, 1.0, &theme)
    };
    let (mut both, dark) = (one_theme(Theme::Light), one_theme(Theme::Dark));
    both.rgba.extend(dark.rgba);
    both.height += dark.height;
    both
}

fn read_png(file: &[u8]) -> Picture {
    let decoder = png::Decoder::new(Cursor::new(file));
    let mut reader = decoder.read_info().expect("a PNG of these tests");
    let mut rgba = vec![0; reader.output_buffer_size().expect("it fits")];
    let info = reader.next_frame(&mut rgba).expect("a PNG of these tests");
    Picture {
        width: info.width,
        height: info.height,
        rgba,
    }
}

/// How many of a thousand pixels are another than on file.
fn apart(one: &Picture, other: &Picture) -> usize {
    if (one.width, one.height) != (other.width, other.height) {
        return 1_000;
    }
    let pixels = one.rgba.chunks_exact(4).zip(other.rgba.chunks_exact(4));
    let far = pixels.filter(|(one, other)| {
        let mut parts = one.iter().zip(other.iter());
        parts.any(|(one, other)| one.abs_diff(*other) > NEAR)
    });
    far.count() * 1_000 / (one.rgba.len() / 4)
}

#[test]
fn charts_are_laid_out_and_look_as_on_file() {
    let renew = std::env::var_os("CANTINA_RENEW_SNAPSHOTS").is_some();
    let mut stage = Stage::new();
    let mut wrong = Vec::new();
    for (name, figure) in cases() {
        let plan = figure.plan(ROOM);
        super::plan::tests::check(&plan);
        let (told, picture) = (told(&plan), drawn(&mut stage, &Rc::new(figure)));
        let (text_file, png_file) = (
            folder().join(format!("{name}.txt")),
            folder().join(format!("{name}.png")),
        );
        if renew {
            fs::create_dir_all(folder()).expect("the sources can be written");
            fs::write(&text_file, &told).expect("the sources can be written");
            let png = picture.png().expect("a chart can be a PNG");
            fs::write(&png_file, png).expect("the sources can be written");
            continue;
        }
        let on_file = fs::read_to_string(&text_file).unwrap_or_default();
        if on_file.replace("\r\n", "\n") != told {
            wrong.push(format!("{name} is laid out otherwise"));
        }
        let looks = fs::read(&png_file).map(|file| apart(&read_png(&file), &picture));
        if looks.unwrap_or(1_000) > FAR_PERMILLE {
            wrong.push(format!("{name} looks otherwise"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{wrong:#?}\nMeant so? See the head of this file."
    );
}
