//! Joins [`Theme`] to iced's own widgets: what each looks like unless told otherwise.

use iced::theme::{Base, Mode, Palette};
use iced::widget::{
    button, checkbox, container, pick_list, progress_bar, radio, rule, scrollable, slider, text,
    text_editor, text_input, toggler,
};
use iced::{overlay, theme};

use super::{Theme, control, style};

impl Base for Theme {
    fn default(preference: Mode) -> Self {
        match preference {
            Mode::Dark => Theme::Dark,
            Mode::None | Mode::Light => Theme::Light,
        }
    }

    fn mode(&self) -> Mode {
        match self {
            Theme::Light => Mode::Light,
            Theme::Dark => Mode::Dark,
        }
    }

    fn base(&self) -> theme::Style {
        let canvas = self.tokens().canvas;
        theme::Style {
            background_color: canvas.fill,
            text_color: canvas.ink,
        }
    }

    fn palette(&self) -> Option<Palette> {
        None
    }

    fn name(&self) -> &str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// A widget's catalog whose class is a function of the theme alone.
macro_rules! plain {
    ($($widget:ident => $default:path),+ $(,)?) => { $(
        impl $widget::Catalog for Theme {
            type Class<'a> = $widget::StyleFn<'a, Self>;

            fn default<'a>() -> Self::Class<'a> {
                Box::new($default)
            }

            fn style(&self, class: &Self::Class<'_>) -> $widget::Style {
                class(self)
            }
        }
    )+ };
}

/// A widget's catalog whose class is a function of the theme and of the widget's state.
macro_rules! alive {
    ($($widget:ident => $default:path),+ $(,)?) => { $(
        impl $widget::Catalog for Theme {
            type Class<'a> = $widget::StyleFn<'a, Self>;

            fn default<'a>() -> <Self as $widget::Catalog>::Class<'a> {
                Box::new($default)
            }

            fn style(
                &self,
                class: &<Self as $widget::Catalog>::Class<'_>,
                status: $widget::Status,
            ) -> $widget::Style {
                class(self, status)
            }
        }
    )+ };
}

plain! {
    text => style::inherited,
    container => style::bare,
    rule => control::hairline,
    progress_bar => control::progress,
}

alive! {
    button => control::stock_button,
    checkbox => control::checkbox,
    pick_list => control::pick_list,
    radio => control::radio,
    scrollable => control::scrollable,
    slider => control::slider,
    text_editor => control::editor,
    text_input => control::field,
    toggler => control::toggler,
}

impl overlay::menu::Catalog for Theme {
    type Class<'a> = overlay::menu::StyleFn<'a, Self>;

    fn default<'a>() -> <Self as overlay::menu::Catalog>::Class<'a> {
        Box::new(control::menu)
    }

    fn style(&self, class: &<Self as overlay::menu::Catalog>::Class<'_>) -> overlay::menu::Style {
        class(self)
    }
}
