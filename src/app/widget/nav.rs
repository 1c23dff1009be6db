//! The sidebar: where one can go.
//!
//! In a low window its items are lower, never under 56 px; where that is not enough it scrolls, and
//! shows so: its rail is in sight, and the last item that has some room is cut in its middle.

use iced::widget::{Column, container, responsive, scrollable, space as gap};
use iced::{Alignment, Length, Padding};

use super::text::{Fragment, IntoFragment};
use super::{Element, Status, fit, press};
use crate::app::icon::{Icon, icon};
use crate::app::theme::{Pair, Theme, control, radius, size, space, style, target};

/// The width of the sidebar, in logical pixels.
pub const WIDTH: f32 = 88.0;
/// The height of an item where there is room, in logical pixels.
const ITEM_HEIGHT: f32 = 68.0;
/// The width of the rail that says that there is more, in logical pixels. It stands beside the items, in the
/// room that is left of them at the edge.
const RAIL: f32 = 4.0;
/// As many places are in sight at least, besides the services; else all scrolls together.
const PLACES_MIN: f32 = 2.5;

/// A place to go.
#[derive(Debug, Clone)]
pub struct Item<'a, M> {
    picture: Icon,
    label: Fragment<'a>,
    active: bool,
    on_press: M,
}

/// A place to go; `active` is where we are.
pub fn item<'a, M: Clone + 'a>(
    picture: Icon,
    label: impl IntoFragment<'a>,
    active: bool,
    on_press: M,
) -> Item<'a, M> {
    Item {
        picture,
        label: label.into_fragment(),
        active,
        on_press,
    }
}

impl<'a, M: Clone + 'a> Item<'a, M> {
    fn view(self, height: f32) -> Element<'a, M> {
        let Self {
            picture,
            label,
            active,
            on_press,
        } = self;
        let face = Column::new()
            .spacing(space::XS)
            .align_x(Alignment::Center)
            .push(icon(picture, size::ICON_LARGE))
            .push(fit::caption(label));
        let item = press(container(face).center(Length::Fill));
        let item = match active {
            true => item.id(super::sides::HERE),
            false => item,
        };
        item.on_press(on_press)
            .width(Length::Fill)
            .height(height)
            .style(move |theme, status| look(theme, active, status))
            .into()
    }
}

fn look(theme: &Theme, active: bool, status: Status) -> container::Style {
    let tokens = theme.tokens();
    if active || status == Status::Pressed {
        style::filled(tokens.nav_active, radius::M)
    } else {
        style::filled(
            Pair {
                fill: iced::Color::TRANSPARENT,
                ink: tokens.nav.ink,
            },
            radius::M,
        )
    }
}

/// How the items share the height that there is.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Shares {
    /// The height of each item.
    item: f32,
    /// Whether the places do not fit and scroll.
    scrolls: bool,
    /// Whether the services scroll with them: hardly anything would be left beside them.
    together: bool,
}

/// `height` is what is left inside the sidebar's padding.
fn share(height: f32, places: usize, services: usize) -> Shares {
    let (places, services) = (count(places), count(services));
    let stacked = |items: f32, each: f32| (items * (each + space::S) - space::S).max(0.0);
    let all = places + services;
    let each = (height + space::S) / all.max(1.0) - space::S;
    if each >= target::MEDIUM {
        return Shares {
            item: each.min(ITEM_HEIGHT),
            scrolls: false,
            together: false,
        };
    }
    let left = height - stacked(services, target::MEDIUM) - space::S;
    let together = left < stacked(PLACES_MIN, target::MEDIUM);
    let room = if together { height } else { left };
    // The last one is cut in its middle: nobody takes it for the end.
    let whole = ((room + space::S) / (target::MEDIUM + space::S) - 0.5)
        .floor()
        .max(1.0);
    let item = (room - whole * space::S) / (whole + 0.5);
    Shares {
        item: item.clamp(target::MEDIUM, ITEM_HEIGHT),
        scrolls: true,
        together,
    }
}

/// A few: far below where a float forgets one.
fn count(items: usize) -> f32 {
    u16::try_from(items).map_or(f32::from(u16::MAX), f32::from)
}

/// The sidebar: `places` from the top, scrolling if the window is low, `services` at the bottom.
pub fn sidebar<'a, M: Clone + 'a>(
    places: Vec<Item<'a, M>>,
    services: Vec<Item<'a, M>>,
) -> Element<'a, M> {
    let inside = responsive(move |room| {
        let shares = share(room.height, places.len(), services.len());
        let stacked = |items: &[Item<'a, M>]| {
            let items = items.iter().cloned().map(|item| item.view(shares.item));
            Column::with_children(items)
                .spacing(space::S)
                .width(Length::Fill)
        };
        let (above, below) = match shares.together {
            true => (stacked(&[&places[..], &services[..]].concat()), None),
            false => (stacked(&places), Some(stacked(&services))),
        };
        let below = below.map(|below| {
            let below = Column::new().push(gap().height(space::S)).push(below);
            container(below).padding(Padding::ZERO.right(space::S))
        });
        Column::new()
            .push(list(above, shares.scrolls))
            .push(below)
            .into()
    });
    container(inside)
        .id(super::sides::PLACES)
        .width(WIDTH)
        .height(Length::Fill)
        .padding(Padding::from([space::M, 0.0]).left(space::S))
        .style(style::nav)
        .into()
}

/// Always in the same place of the tree, so that a window that grows keeps what is scrolled.
fn list<'a, M: 'a>(items: Column<'a, M, Theme>, scrolls: bool) -> Element<'a, M> {
    let rail = match scrolls {
        true => scrollable::Scrollbar::new()
            .width(RAIL)
            .scroller_width(RAIL)
            .margin(1),
        false => scrollable::Scrollbar::hidden(),
    };
    let items = container(items).padding(Padding::ZERO.right(space::S));
    scrollable(items)
        .direction(scrollable::Direction::Vertical(rail))
        .style(control::nav_scrollable)
        .height(Length::Fill)
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use iced::{Point, Size};
    use iced_test::Simulator;

    /// What a window leaves of its height for the items.
    fn inside(window: f32) -> f32 {
        window - 2.0 * space::M
    }

    #[test]
    fn with_room_all_items_have_their_full_height_and_nothing_scrolls() {
        let shares = share(inside(800.0), 7, 2);
        assert!(!shares.scrolls && (shares.item - ITEM_HEIGHT).abs() < f32::EPSILON);
    }

    #[test]
    fn a_low_window_makes_items_lower_before_anything_scrolls() {
        let shares = share(inside(600.0), 6, 2);
        assert!(!shares.scrolls);
        assert!((target::MEDIUM..ITEM_HEIGHT).contains(&shares.item));
    }

    #[test]
    fn where_not_all_fit_the_last_in_sight_is_cut_in_its_middle() {
        for (window, places) in [(600.0, 9), (600.0, 8), (480.0, 6), (300.0, 9)] {
            let shares = share(inside(window), places, 2);
            assert!(shares.scrolls, "{window}");
            assert!(shares.item >= target::MEDIUM, "{window}: {shares:?}");
            let services = if shares.together {
                0.0
            } else {
                2.0 * (shares.item + space::S)
            };
            let room = inside(window) - services;
            let over = room % (shares.item + space::S);
            let part = over / shares.item;
            assert!((0.15..=0.85).contains(&part), "{window}: {part}");
        }
    }

    #[test]
    fn the_rail_stands_beside_the_items_and_over_none_of_them() {
        crate::app::font::load();
        let places = (0..12).map(|at| item(Icon::House, "Restricciones", at == 0, at));
        let services = vec![item(Icon::Lock, "Bloquear", false, 90)];
        let size = Size::new(WIDTH, 600.0);
        let window = iced::Settings::default();
        let mut ui: Simulator<'_, usize, Theme> =
            Simulator::with_size(window, size, sidebar(places.collect(), services));
        let here = iced::widget::Id::new(super::super::sides::HERE);
        let seen = ui.find(here).expect("it is there");
        let seen = seen.visible_bounds().expect("in sight");
        assert!(seen.x + seen.width + RAIL + 1.0 < WIDTH, "{seen:?}");
    }

    #[test]
    fn in_the_lowest_window_the_services_scroll_with_the_places() {
        assert!(share(inside(300.0), 8, 2).together);
        assert!(!share(inside(600.0), 8, 2).together);
    }

    #[test]
    fn every_place_is_reached_by_a_finger_in_a_low_window() {
        crate::app::font::load();
        let labels = ["Uno", "Dos", "Tres", "Cuatro", "Cinco", "Seis", "Siete"];
        let places = labels
            .iter()
            .enumerate()
            .map(|(at, label)| item(Icon::House, *label, false, at))
            .collect();
        let services = vec![item(Icon::Lock, "Bloquear", false, 90)];
        let window = iced::Settings::default();
        let mut ui: Simulator<'_, usize, Theme> =
            Simulator::with_size(window, Size::new(WIDTH, 300.0), sidebar(places, services));
        ui.point_at(Point::new(40.0, 100.0));
        let down = iced::mouse::ScrollDelta::Pixels { x: 0.0, y: -900.0 };
        let _ = ui.simulate([iced::Event::Mouse(iced::mouse::Event::WheelScrolled {
            delta: down,
        })]);
        let _ = ui.click("Bloquear").expect("it scrolled into sight");
        assert_eq!(ui.into_messages().collect::<Vec<_>>(), [90]);
    }
}
