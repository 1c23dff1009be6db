//! A plan on a canvas, in the theme's colours.

use iced::advanced::text::{self, Paragraph as _};
use iced::alignment::Vertical;
use iced::widget::canvas::{self, LineCap, LineDash, LineJoin, Path, Stroke, path};
use iced::{Color, Pixels, Point, Rectangle, Size, Vector};

use super::plan::{Area, Form, Ink, LETTERS, LINE, Label, Plan, Shape, Slice, Target};
use crate::app::font;
use crate::app::theme::{Theme, Tokens, radius};
use crate::app::widget::text::Paragraph;

type Frame = canvas::Frame<iced::Renderer>;

/// Draws the shapes of the whole plan; its words are no part of the canvas.
pub(super) fn shapes(plan: &Plan, theme: &Theme, frame: &mut Frame) {
    let tokens = theme.tokens();
    for one in &plan.shapes {
        shape(one, tokens, frame);
    }
}

/// A label as it stands in its place. A canvas would let its renderer clip the whole window for each.
pub(super) fn paragraph(label: &Label) -> Paragraph {
    Paragraph::with_text(text::Text {
        content: &label.text,
        bounds: Size::INFINITE,
        size: Pixels(label.size),
        line_height: text::LineHeight::Absolute(Pixels(label.bounds.height)),
        font: if label.bold {
            font::BOLD
        } else {
            font::REGULAR
        },
        align_x: text::Alignment::Left,
        align_y: Vertical::Top,
        shaping: text::Shaping::Auto,
        wrapping: text::Wrapping::None,
    })
}

/// The colour of an ink.
pub(super) fn color(ink: Ink, tokens: &Tokens) -> Color {
    let series = |number: usize| tokens.series[number % tokens.series.len()];
    match ink {
        Ink::Series(number) => series(number),
        Ink::Faint(number) => mixed(tokens.surface.fill, series(number), 0.16),
        Ink::Line => tokens.line,
        Ink::Strong => tokens.line_strong,
        Ink::Muted => tokens.muted,
        Ink::Text => tokens.surface.ink,
        Ink::Caution => tokens.caution_ink,
        Ink::Ground => tokens.surface.fill,
        Ink::Heat(part) => heat(part, tokens),
        Ink::OnSeries(number) => on(series(number), tokens),
        Ink::OnHeat(part) => on(heat(part, tokens), tokens),
    }
}

/// From hardly more than the ground to the deepest.
fn heat(part: f32, tokens: &Tokens) -> Color {
    let part = part.clamp(0.0, 1.0);
    mixed(tokens.surface.fill, tokens.series[0], 0.06 + 0.94 * part)
}

/// White or black, whichever can be read.
fn on(ground: Color, tokens: &Tokens) -> Color {
    let light = ground.relative_luminance();
    let contrast = |ink: Color| {
        let ink = ink.relative_luminance();
        (ink.max(light) + 0.05) / (ink.min(light) + 0.05)
    };
    let (one, other) = (tokens.surface.ink, tokens.surface.fill);
    let plain = if contrast(one) >= contrast(other) {
        one
    } else {
        other
    };
    if contrast(plain) >= 4.5 {
        return plain;
    }
    // Between both: the extreme that is farther away.
    if contrast(Color::WHITE) >= contrast(Color::BLACK) {
        Color::WHITE
    } else {
        Color::BLACK
    }
}

fn mixed(from: Color, to: Color, part: f32) -> Color {
    let mix = |from: f32, to: f32| from + (to - from) * part;
    Color {
        r: mix(from.r, to.r),
        g: mix(from.g, to.g),
        b: mix(from.b, to.b),
        a: 1.0,
    }
}

fn shape(shape: &Shape, tokens: &Tokens, frame: &mut Frame) {
    match shape {
        Shape::Line {
            points,
            ink,
            width,
            dashed,
        } => match (&points[..], dashed) {
            ([from, to], false) if is_level(*from, *to, *width) => {
                level(*from, *to, *width, color(*ink, tokens), frame);
            }
            _ => {
                let stroke = stroke(color(*ink, tokens), *width, *dashed);
                frame.stroke(&through(points, false), simpler(stroke, points.len()));
            }
        },
        Shape::Area { points, ink } => frame.fill(&through(points, true), color(*ink, tokens)),
        Shape::Mark {
            at,
            form,
            ink,
            radius,
        } => frame.fill(&mark(*at, *form, *radius), color(*ink, tokens)),
        Shape::Block {
            bounds,
            ink,
            hollow,
        } => block(bounds, color(*ink, tokens), *hollow, frame),
        Shape::Slice(slice, ink) => frame.fill(&ring(slice), color(*ink, tokens)),
    }
}

fn stroke(color: Color, width: f32, dashed: bool) -> Stroke<'static> {
    const DASHES: &[f32] = &[7.0, 5.0];
    Stroke {
        line_cap: LineCap::Round,
        line_join: LineJoin::Round,
        line_dash: LineDash {
            segments: if dashed { DASHES } else { &[] },
            offset: 0,
        },
        ..Stroke::default().with_color(color).with_width(width)
    }
}

/// Of so many points that they lie closer than the line is wide, nobody sees the joins: round ones are the
/// dearest part of it.
fn simpler(stroke: Stroke<'static>, points: usize) -> Stroke<'static> {
    const MANY: usize = 200;
    if points < MANY {
        return stroke;
    }
    Stroke {
        line_cap: LineCap::Butt,
        line_join: LineJoin::Bevel,
        ..stroke
    }
}

/// Whether it is a hairline across, which is a rectangle of whole pixels.
fn is_level(from: Point, to: Point, width: f32) -> bool {
    (from.y - to.y).abs() < f32::EPSILON && (width - 1.0).abs() < f32::EPSILON
}

/// Crisp, and a tenth of a stroke's price.
fn level(from: Point, to: Point, width: f32, color: Color, frame: &mut Frame) {
    let at = Point::new(from.x.min(to.x).round(), (from.y - width / 2.0).round());
    let long = (from.x - to.x).abs().round();
    frame.fill_rectangle(at, Size::new(long, width), color);
}

/// On whole pixels: crisp, and without the price of soft edges.
fn crisp(bounds: &Rectangle) -> Rectangle {
    let (x, y) = (bounds.x.round(), bounds.y.round());
    let (right, below) = (bounds.x + bounds.width, bounds.y + bounds.height);
    Rectangle::new(
        Point::new(x, y),
        Size::new((right.round() - x).max(1.0), (below.round() - y).max(1.0)),
    )
}

fn block(bounds: &Rectangle, color: Color, hollow: bool, frame: &mut Frame) {
    const FRAME: f32 = 1.5;
    if hollow && bounds.width > 2.0 * FRAME && bounds.height > 2.0 * FRAME {
        let inside = bounds.shrink(FRAME / 2.0);
        let path = Path::rectangle(inside.position(), inside.size());
        frame.stroke(&path, stroke(color, FRAME, false));
    } else {
        let bounds = crisp(bounds);
        frame.fill_rectangle(bounds.position(), bounds.size(), color);
    }
}

fn through(points: &[Point], close: bool) -> Path {
    Path::new(|path| {
        for (index, point) in points.iter().enumerate() {
            if index == 0 {
                path.move_to(*point);
            } else {
                path.line_to(*point);
            }
        }
        if close {
            path.close();
        }
    })
}

/// A mark as a path.
pub(super) fn mark(at: Point, form: Form, radius: f32) -> Path {
    let r = radius;
    let around = |points: &[(f32, f32)]| {
        let points: Vec<Point> = points
            .iter()
            .map(|(x, y)| at + Vector::new(x * r, y * r))
            .collect();
        through(&points, true)
    };
    match form {
        Form::Disc => Path::circle(at, r),
        Form::Square => around(&[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]),
        Form::Triangle => around(&[(0.0, -1.1), (1.1, 0.9), (-1.1, 0.9)]),
        Form::Diamond => around(&[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)]),
        Form::Down => around(&[(0.0, 1.1), (1.1, -0.9), (-1.1, -0.9)]),
        Form::Cross => around(&[
            (-0.4, -1.1),
            (0.4, -1.1),
            (0.4, -0.4),
            (1.1, -0.4),
            (1.1, 0.4),
            (0.4, 0.4),
            (0.4, 1.1),
            (-0.4, 1.1),
            (-0.4, 0.4),
            (-1.1, 0.4),
            (-1.1, -0.4),
            (-0.4, -0.4),
        ]),
    }
}

/// Along the outside and back along the inside, in steps too short to be seen.
fn ring(slice: &Slice) -> Path {
    const STEP: f32 = 0.04;
    let arc = |path: &mut path::Builder, radius: f32, from: f32, to: f32| {
        let mut angle = from;
        let step = if from < to { STEP } else { -STEP };
        path.line_to(slice.point(from, radius));
        while (to - angle).abs() > STEP {
            angle += step;
            path.line_to(slice.point(angle, radius));
        }
        path.line_to(slice.point(to, radius));
    };
    Path::new(|path| {
        path.move_to(slice.point(slice.from, slice.outer));
        arc(path, slice.outer, slice.from, slice.to);
        arc(path, slice.inner, slice.to, slice.from);
        path.close();
    })
}

fn written(label: &Label, color: Color) -> canvas::Text {
    canvas::Text {
        content: label.text.clone(),
        position: Point::new(label.bounds.x, label.bounds.center_y()),
        max_width: f32::INFINITY,
        color,
        size: Pixels(label.size),
        line_height: iced::advanced::text::LineHeight::Absolute(Pixels(label.bounds.height)),
        font: if label.bold {
            font::BOLD
        } else {
            font::REGULAR
        },
        align_x: iced::advanced::text::Alignment::Left,
        align_y: Vertical::Center,
        shaping: iced::advanced::text::Shaping::Auto,
    }
}

/// What surrounds the target that the arrows or a finger chose.
pub(super) fn chosen(target: &Target, size: Size, theme: &Theme, frame: &mut Frame) {
    let tokens = theme.tokens();
    let ink = tokens.surface.ink;
    match &target.area {
        Area::Block(bounds) if (bounds.height - size.height).abs() < 1.0 => {
            let x = target.anchor.x;
            let line = Path::line(Point::new(x, 0.0), Point::new(x, size.height - LINE));
            frame.stroke(&line, stroke(ink, 1.0, true));
            frame.stroke(&Path::circle(target.anchor, 7.0), stroke(ink, 2.0, false));
        }
        Area::Block(bounds) => {
            let inside = bounds.shrink(1.0);
            let path = Path::rounded_rectangle(inside.position(), inside.size(), 3.0.into());
            frame.stroke(&path, stroke(ink, 2.0, false));
        }
        Area::Slice(slice) => frame.stroke(&ring(slice), stroke(ink, 2.0, false)),
    }
}

/// The room that a callout takes: its words and, below, what a press does.
pub(super) fn callout(
    anchor: Point,
    lines: &[String],
    size: Size,
    measure: super::plan::Measure<'_>,
) -> Rectangle {
    const HIGH: f32 = 48.0;
    let wide = lines
        .iter()
        .map(|line| measure(line, LETTERS))
        .fold(0.0, f32::max);
    let room = Size::new(
        (wide + 24.0).min(size.width),
        (super::scale::nth(lines.len()) * LINE + 12.0).max(HIGH),
    );
    let x = (anchor.x - room.width / 2.0).clamp(0.0, (size.width - room.width).max(0.0));
    let above = anchor.y - room.height - 12.0;
    let below = anchor.y + 12.0;
    let last = (size.height - room.height).max(0.0);
    let y = if above >= 0.0 { above } else { below.min(last) };
    Rectangle::new(Point::new(x, y), room)
}

/// Draws it, dark on light as nothing else in the chart.
pub(super) fn say(lines: &[String], room: Rectangle, theme: &Theme, frame: &mut Frame) {
    let tokens = theme.tokens();
    let (fill, ink) = (tokens.surface.ink, tokens.surface.fill);
    let path = Path::rounded_rectangle(room.position(), room.size(), radius::S.into());
    frame.fill(&path, fill);
    let all = super::scale::nth(lines.len()) * LINE;
    let top = room.y + (room.height - all) / 2.0;
    for (index, line) in lines.iter().enumerate() {
        let y = top + LINE * super::scale::nth(index);
        let label = Label {
            text: line.clone(),
            bounds: Rectangle::new(
                Point::new(room.x + 12.0, y),
                Size::new((room.width - 24.0).max(1.0), LINE),
            ),
            size: LETTERS,
            ink: Ink::Ground,
            bold: index == 0,
        };
        frame.fill_text(written(&label, ink));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_callout_stays_on_the_chart_wherever_it_points() {
        let measure = |text: &str, size: f32| super::super::scale::nth(text.len()) * size * 0.6;
        let lines = ["13h".to_owned(), "42 ventas · ₲ 412.000".to_owned()];
        let size = Size::new(400.0, 200.0);
        for (x, y) in [(0.0, 0.0), (400.0, 0.0), (0.0, 200.0), (200.0, 100.0)] {
            let room = callout(Point::new(x, y), &lines, size, &measure);
            assert!(room.is_within(&Rectangle::with_size(size)), "{room:?}");
            assert!(room.height >= 48.0, "it can be pressed");
        }
    }

    #[test]
    fn what_is_written_on_a_colour_can_be_read_in_both_themes() {
        for theme in [Theme::Light, Theme::Dark] {
            let tokens = theme.tokens();
            let grounds = (0..tokens.series.len()).map(Ink::Series);
            let inks = (0..tokens.series.len()).map(Ink::OnSeries);
            let steps = (0_u8..=20).map(|step| f32::from(step) / 20.0);
            let heat = steps.clone().map(Ink::Heat).zip(steps.map(Ink::OnHeat));
            for (ground, ink) in grounds.zip(inks).chain(heat) {
                let (one, other) = (color(ground, tokens), color(ink, tokens));
                let (one, other) = (one.relative_luminance(), other.relative_luminance());
                let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
                assert!(contrast >= 4.5, "{theme:?} {ground:?}: {contrast:.2}");
            }
        }
    }
}
