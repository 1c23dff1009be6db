//! Charts: lines on two axes, rings, bars, heat maps. Drawn on a canvas that is kept until the data,
//! the size or the theme is another one.
//!
//! Tab leads to a chart, the arrows move over what it shows, Enter or the space bar opens it. What a
//! finger hits without help is opened at once; what is narrower is chosen, and its words are pressed.
//! Nothing is told by colour alone: lines are whole or broken, series have forms, words say the figures.

mod bars;
mod draw;
mod heat;
mod lines;
mod plan;
mod ring;
mod scale;
mod sign;

pub use bars::Bars;
pub use heat::Heat;
pub use lines::{Axis, Band, Lines, Series, Written};
pub use plan::Plan;
pub use ring::{Ring, percents};
pub use sign::sign;

use std::cell::Cell;
use std::rc::Rc;

use iced::advanced::graphics::geometry::Renderer as _;
use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer::{self, Renderer as _};
use iced::advanced::text::{Paragraph as _, Renderer as _};
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Shell, Widget, mouse, text};
use iced::keyboard::{self, key::Named};
use iced::time::Instant;
use iced::widget::canvas;
use iced::{Event, Length, Pixels, Point, Rectangle, Size, Vector};

use super::Element;
use super::press::{Painted, draw_ring};
use super::tap::Tap;
use super::text::Paragraph;
use crate::app::font;
use crate::app::theme::{Theme, radius, style};

/// Keys closer to Enter than this are a scanner's: its Enter opens nothing.
const BURST_MS: u128 = 120;

/// What a chart shows.
pub enum Shown {
    /// Lines.
    Lines(Lines),
    /// A ring.
    Ring(Ring),
    /// Bars.
    Bars(Bars),
    /// A heat map.
    Heat(Heat),
}

/// A chart's data: made once when it was read, and shared by every view of it.
pub struct Figure {
    /// What is shown.
    pub shown: Shown,
    /// What each target says, line by line, when it is chosen.
    pub said: Vec<Vec<String>>,
    /// What a press on those words does, as their last line.
    pub opens: Option<String>,
}

impl Figure {
    /// Lays it out.
    #[must_use]
    pub fn plan(&self, size: Size) -> Plan {
        self.plan_with(size, &measure)
    }

    fn plan_with(&self, size: Size, measure: plan::Measure<'_>) -> Plan {
        match &self.shown {
            Shown::Lines(lines) => lines.plan(size, measure),
            Shown::Ring(ring) => ring.plan(size, measure),
            Shown::Bars(bars) => bars.plan(size, measure),
            Shown::Heat(heat) => heat.plan(size, measure),
        }
    }

    fn words(&self, target: usize) -> Vec<String> {
        let mut words = self.said.get(target).cloned().unwrap_or_default();
        if !words.is_empty() {
            words.extend(self.opens.clone());
        }
        words
    }
}

/// A chart.
pub struct Chart<'a, Message> {
    figure: Rc<Figure>,
    width: Length,
    height: Length,
    id: Option<Id>,
    on_open: Option<Box<dyn Fn(usize) -> Message + 'a>>,
}

/// A chart that fills the width and is so many logical pixels high.
#[must_use]
pub fn chart<'a, Message>(figure: Rc<Figure>, height: impl Into<Length>) -> Chart<'a, Message> {
    Chart {
        figure,
        width: Length::Fill,
        height: height.into(),
        id: None,
        on_open: None,
    }
}

impl<'a, Message> Chart<'a, Message> {
    /// Its width.
    #[must_use]
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// A name to focus it by.
    #[must_use]
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// What happened when what it shows at that place was opened.
    #[must_use]
    pub fn on_open(mut self, message: impl Fn(usize) -> Message + 'a) -> Self {
        self.on_open = Some(Box::new(message));
        self
    }
}

/// What a chart remembers from one view to the next.
#[derive(Default)]
struct State {
    tap: Tap,
    chosen: Option<usize>,
    /// What was laid out, with its data and size.
    laid: Option<(Rc<Figure>, Plan)>,
    /// Its labels, shaped.
    written: Vec<Paragraph>,
    callout: Option<Rectangle>,
    typed: Option<Instant>,
    drawn: canvas::Cache,
    /// What is chosen, drawn over it; what is drawn live is painted anew in every frame.
    over: canvas::Cache,
    theme: Cell<Option<Theme>>,
}

impl State {
    fn plan(&self) -> Option<&Plan> {
        self.laid.as_ref().map(|(_, plan)| plan)
    }

    /// Lays out what is new; what is the same stays, drawn as it is.
    fn lay_out(&mut self, figure: &Rc<Figure>, size: Size) {
        let same = self
            .laid
            .as_ref()
            .is_some_and(|(old, plan)| Rc::ptr_eq(old, figure) && plan.size == size);
        if !same {
            let plan = figure.plan(size);
            let targets = plan.targets.len();
            self.chosen = self.chosen.filter(|chosen| *chosen < targets);
            self.written = plan.labels.iter().map(draw::paragraph).collect();
            self.laid = Some((Rc::clone(figure), plan));
            self.drawn.clear();
            self.point();
        }
    }

    /// Where the words of what is chosen stand.
    fn point(&mut self) {
        self.over.clear();
        self.callout = self.laid.as_ref().and_then(|(figure, plan)| {
            let chosen = self.chosen?;
            let words = figure.words(chosen);
            let anchor = plan.targets.get(chosen)?.anchor;
            (!words.is_empty()).then(|| draw::callout(anchor, &words, plan.size, &measure))
        });
    }

    fn choose(&mut self, chosen: Option<usize>) {
        self.chosen = chosen;
        self.point();
    }

    /// A finger was lifted where it went down: what is to be opened.
    fn pressed(&mut self, at: Point) -> Option<usize> {
        if self.callout.is_some_and(|callout| callout.contains(at)) {
            return self.chosen;
        }
        let plan = self.plan()?;
        let hit = plan.hit(at);
        let large = hit.is_some_and(|hit| plan.is_large(hit));
        self.choose(hit);
        hit.filter(|_| large)
    }

    /// An arrow: to the next, the one before, or a row up or down. `None` where it leads nowhere.
    fn moved(&self, key: Named) -> Option<usize> {
        let plan = self.plan()?;
        let count = plan.targets.len();
        let last = count.checked_sub(1)?;
        let Some(chosen) = self.chosen else {
            return match key {
                Named::ArrowLeft | Named::ArrowUp | Named::End => Some(last),
                Named::ArrowRight | Named::ArrowDown | Named::Home => Some(0),
                _ => None,
            };
        };
        let across = if plan.across >= count { 1 } else { plan.across };
        match key {
            Named::ArrowLeft => Some(chosen.saturating_sub(1)),
            Named::ArrowRight => Some((chosen + 1).min(last)),
            Named::ArrowUp => Some(chosen.checked_sub(across).unwrap_or(chosen)),
            Named::ArrowDown => Some(
                Some(chosen + across)
                    .filter(|to| *to <= last)
                    .unwrap_or(chosen),
            ),
            Named::Home => Some(0),
            Named::End => Some(last),
            _ => None,
        }
    }

    /// Whether this key ends the burst of a scanner.
    fn is_burst(&self) -> bool {
        self.typed
            .is_some_and(|at| at.elapsed().as_millis() < BURST_MS)
    }
}

impl<Message> Chart<'_, Message> {
    fn open(&self, target: usize, shell: &mut Shell<'_, Message>) {
        if let Some(on_open) = &self.on_open {
            shell.publish(on_open(target));
        }
    }

    /// A key while the keyboard is here.
    fn key(&self, key: &keyboard::Key, state: &mut State, shell: &mut Shell<'_, Message>) {
        let keyboard::Key::Named(named) = key else {
            state.typed = Some(Instant::now());
            return;
        };
        match named {
            Named::Enter if state.is_burst() => {}
            Named::Enter | Named::Space => {
                if let Some(chosen) = state.chosen {
                    self.open(chosen, shell);
                    shell.capture_event();
                }
            }
            Named::Escape if state.chosen.is_some() => {
                state.choose(None);
                shell.capture_event();
                shell.request_redraw();
            }
            named => {
                if let Some(to) = state.moved(*named) {
                    state.choose(Some(to));
                    shell.capture_event();
                    shell.request_redraw();
                }
            }
        }
    }
}

impl<Message> Widget<Message, Theme, iced::Renderer> for Chart<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(self.width, self.height)
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        _renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let node = layout::atomic(limits, self.width, self.height);
        let state = tree.state.downcast_mut::<State>();
        state.lay_out(&self.figure, node.size());
        node
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        _renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        let state = tree.state.downcast_mut::<State>();
        operation.container(self.id.as_ref(), layout.bounds());
        operation.custom(None, layout.bounds(), &mut Painted);
        let some = state.plan().is_some_and(|plan| !plan.targets.is_empty());
        if some && self.on_open.is_some() {
            operation.focusable(self.id.as_ref(), layout.bounds(), &mut state.tap);
        }
        for label in state.laid.iter().flat_map(|(_, plan)| &plan.labels) {
            let bounds = label.bounds + Vector::new(layout.bounds().x, layout.bounds().y);
            operation.text(None, bounds, &label.text);
        }
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &iced::Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_mut::<State>();
        if shell.is_event_captured() {
            state.tap.lose(event);
            return;
        }
        let before = (state.tap, state.chosen);
        if let Event::Keyboard(keyboard::Event::KeyPressed { key, .. }) = event
            && state.tap.focused
        {
            self.key(key, state, shell);
        }
        let bounds = layout.bounds();
        let over = cursor.is_over(bounds) && cursor.is_over(*viewport);
        if state.tap.follow(event, over)
            && let Some(at) = cursor.position_in(bounds)
        {
            if let Some(opened) = state.pressed(at) {
                self.open(opened, shell);
            }
            shell.capture_event();
        }
        if before != (state.tap, state.chosen) {
            shell.request_redraw();
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        _inherited: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_ref::<State>();
        let bounds = layout.bounds();
        let Some((figure, plan)) = &state.laid else {
            return;
        };
        if bounds.intersection(viewport).is_none() {
            return;
        }
        if state.theme.replace(Some(*theme)) != Some(*theme) {
            state.drawn.clear();
            state.over.clear();
        }
        let to = Vector::new(bounds.x, bounds.y);
        let picture = state.drawn.draw(renderer, bounds.size(), |frame| {
            draw::shapes(plan, theme, frame);
        });
        renderer.with_translation(to, |renderer| renderer.draw_geometry(picture));
        for (label, words) in plan.labels.iter().zip(&state.written) {
            let color = draw::color(label.ink, theme.tokens());
            let at = label.bounds.position() + to;
            renderer.fill_paragraph(words, at, color, bounds);
        }
        let target = state.chosen.and_then(|chosen| plan.targets.get(chosen));
        if let (Some(target), Some(chosen)) = (target, state.chosen) {
            // Over the words of the chart: a layer of its own.
            renderer.with_layer(bounds, |renderer| {
                let over = state.over.draw(renderer, bounds.size(), |frame| {
                    draw::chosen(target, bounds.size(), theme, frame);
                    if let Some(room) = state.callout {
                        draw::say(&figure.words(chosen), room, theme, frame);
                    }
                });
                renderer.with_translation(to, |renderer| renderer.draw_geometry(over));
            });
        }
        if state.tap.focused {
            let border = style::outline(iced::Color::TRANSPARENT, 0.0, radius::S);
            draw_ring(renderer, theme, bounds, border);
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _viewport: &Rectangle,
        _renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        let state = tree.state.downcast_ref::<State>();
        let hit = cursor
            .position_in(layout.bounds())
            .and_then(|at| state.plan()?.hit(at));
        match (&self.on_open, hit) {
            (Some(_), Some(_)) => mouse::Interaction::Pointer,
            _ => mouse::Interaction::None,
        }
    }
}

impl<'a, Message: 'a> From<Chart<'a, Message>> for Element<'a, Message> {
    fn from(chart: Chart<'a, Message>) -> Self {
        Element::new(chart)
    }
}

/// How wide a text is in the bundled letters.
fn measure(content: &str, size: f32) -> f32 {
    let paragraph = Paragraph::with_text(text::Text {
        content,
        bounds: Size::INFINITE,
        size: Pixels(size),
        line_height: text::LineHeight::default(),
        // The widest that charts write with.
        font: font::BOLD,
        align_x: text::Alignment::Default,
        align_y: iced::alignment::Vertical::Top,
        shaping: text::Shaping::Auto,
        wrapping: text::Wrapping::None,
    });
    paragraph.min_width()
}

#[cfg(test)]
mod snapshots;
#[cfg(test)]
mod tests;
