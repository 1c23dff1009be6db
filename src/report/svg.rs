//! The charts of the page as SVG, drawn in whole numbers.

use std::fmt::Write as _;

use super::words;
use crate::domain::Money;
use crate::domain::metrics::{Hour, TenderPart, signs};
use crate::i18n::I18n;

/// Those of the till's charts in either theme, told apart by everybody: a test of the charts measures it.
const COLOURS: [&str; 6] = [
    "var(--s0)",
    "var(--s1)",
    "var(--s2)",
    "var(--s3)",
    "var(--s4)",
    "var(--s5)",
];

/// The colour of the nth tender, for a style.
#[must_use]
pub fn colour(n: usize) -> &'static str {
    COLOURS[n % COLOURS.len()]
}

/// As wide as a phone, so that its letters are read there too.
const WIDTH: i64 = 380;
const HEIGHT: i64 = 230;
const LEFT: i64 = 40;
const RIGHT: i64 = 56;
const TOP: i64 = 14;
const BOTTOM: i64 = 30;

/// The end of an axis: 1, 2 or 5 times a power of ten, at least as much.
#[must_use]
pub fn round_up(value: i64) -> i64 {
    let mut step = 1;
    loop {
        for factor in [1, 2, 5] {
            let end = step * factor;
            if end >= value || end >= i64::MAX / 100 {
                return end;
            }
        }
        step *= 10;
    }
}

/// Sales on the left axis, income in thousands on the right, the usual sales as a band.
#[must_use]
pub fn by_hour(hours: &[Hour], words: &I18n) -> String {
    let most = |of: &dyn Fn(&Hour) -> i64| round_up(hours.iter().map(of).max().unwrap_or(0).max(4));
    let sales = most(&|hour| hour.sales.max(hour.usual_sales.map_or(0, |band| band.high)));
    let income = most(&|hour| {
        let usual = hour.usual_income.map_or(0, |band| band.high);
        hour.income.amount().max(usual)
    });
    let plot = Plot {
        count: i64::try_from(hours.len()).unwrap_or(1),
    };
    let label = words.text("report-by-hour");
    let mut svg = format!(
        "<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\">",
        escape(&label)
    );
    axes(&mut svg, hours, &plot, (sales, income), words);
    band(&mut svg, hours, &plot, sales);
    let points = |end: i64, of: &dyn Fn(&Hour) -> i64| -> String {
        let places = (0..).zip(hours);
        let places = places.map(|(n, hour)| format!("{},{}", plot.x(n), Plot::y(of(hour), end)));
        places.collect::<Vec<_>>().join(" ")
    };
    let lines = [
        (points(income, &|hour| hour.income.amount()), 1),
        (points(sales, &|hour| hour.sales), 0),
    ];
    for (points, n) in lines {
        let _ = write!(
            svg,
            "<polyline points=\"{points}\" fill=\"none\" stroke-width=\"3\" style=\"stroke:{}\"{}/>",
            colour(n),
            // Broken: told without its colour, as on the screen.
            if n == 1 {
                " stroke-dasharray=\"7 5\""
            } else {
                ""
            },
        );
    }
    for (n, hour) in (0..).zip(hours) {
        let (x, y) = (plot.x(n), Plot::y(hour.sales, sales));
        let _ = write!(
            svg,
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"4\" style=\"fill:{}\"/>",
            colour(0)
        );
    }
    svg.push_str("</svg>");
    svg
}

struct Plot {
    count: i64,
}

impl Plot {
    fn x(&self, n: i64) -> i64 {
        let wide = WIDTH - LEFT - RIGHT;
        match self.count {
            ..=1 => LEFT + wide / 2,
            count => LEFT + wide * n / (count - 1),
        }
    }

    fn y(value: i64, end: i64) -> i64 {
        let high = i128::from(HEIGHT - TOP - BOTTOM);
        let up = high * i128::from(value.clamp(0, end)) / i128::from(end.max(1));
        HEIGHT - BOTTOM - i64::try_from(up).unwrap_or(0)
    }
}

fn axes(svg: &mut String, hours: &[Hour], plot: &Plot, ends: (i64, i64), words: &I18n) {
    for quarter in 0..=4 {
        let y = Plot::y(quarter, 4);
        let (sales, income) = (ends.0 * quarter / 4, ends.1 * quarter / 4);
        let _ = write!(
            svg,
            "<path d=\"M{LEFT} {y}H{}\" class=\"grid\"/><text x=\"{}\" y=\"{}\" text-anchor=\"end\">{sales}</text>\
             <text x=\"{}\" y=\"{}\">{}</text>",
            WIDTH - RIGHT,
            LEFT - 8,
            y + 4,
            WIDTH - RIGHT + 8,
            y + 4,
            words::thousands(words, income),
        );
    }
    // At most eight labels, so that none touches the next.
    let every = hours.len() / 8 + 1;
    for (n, hour) in (0..).zip(hours).step_by(every) {
        let _ = write!(
            svg,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}h</text>",
            plot.x(n),
            HEIGHT - 8,
            hour.hour
        );
    }
}

fn band(svg: &mut String, hours: &[Hour], plot: &Plot, end: i64) {
    let places = || (0..).zip(hours);
    let high = places().filter_map(|(n, hour)| Some((n, hour.usual_sales?.high)));
    let low = places().filter_map(|(n, hour)| Some((n, hour.usual_sales?.low)));
    let mut low: Vec<_> = low.collect();
    low.reverse();
    let points = high.chain(low);
    let points = points.map(|(n, value)| format!("{},{}", plot.x(n), Plot::y(value, end)));
    let points: Vec<String> = points.collect();
    if !points.is_empty() {
        let _ = write!(
            svg,
            "<polygon points=\"{}\" class=\"band\"/>",
            points.join(" ")
        );
    }
}

/// The tenders as a ring, with the number of sales in it.
#[must_use]
pub fn ring(tenders: &[TenderPart], sales: i64, words: &I18n) -> String {
    let label = escape(&words.text("report-tenders"));
    let mut svg =
        format!("<svg viewBox=\"0 0 200 200\" class=\"ring\" role=\"img\" aria-label=\"{label}\">");
    // A circle with this radius is 1,000 around, a thousandth a share; it begins at the top.
    let mut before = 0;
    for (part, sign) in tenders.iter().zip(signs(tenders)) {
        let Some(share) = part.share.filter(|share| *share > 0) else {
            continue;
        };
        let drawn = (share - 4).max(1);
        let _ = write!(
            svg,
            "<circle cx=\"100\" cy=\"100\" r=\"79.577\" pathLength=\"1000\" fill=\"none\" style=\"stroke:{}\" \
             stroke-width=\"32\" stroke-dasharray=\"{drawn} {}\" stroke-dashoffset=\"{}\" \
             transform=\"rotate(-90 100 100)\"/>",
            colour(sign),
            1_000 - drawn,
            -before,
        );
        before += share;
    }
    let _ = write!(
        svg,
        "<text x=\"100\" y=\"102\" text-anchor=\"middle\" class=\"big\">{}</text>\
         <text x=\"100\" y=\"124\" text-anchor=\"middle\">{}</text></svg>",
        words.amount(Money::guaranies(sales)),
        escape(&words.text("report-sales")).to_lowercase(),
    );
    svg
}

/// Text that is no markup.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_ends_on_a_round_number_that_holds_everything() {
        for (value, end) in [
            (0, 1),
            (4, 5),
            (10, 10),
            (11, 20),
            (384_000, 500_000),
            (i64::MAX, i64::MAX / 100),
        ] {
            assert!(round_up(value) >= end.min(value), "{value}");
            if value < 1_000_000 {
                assert_eq!(round_up(value), end);
            }
        }
    }

    #[test]
    fn a_name_is_never_markup() {
        assert_eq!(
            escape("<b>\"R&D'</b>"),
            "&lt;b&gt;&quot;R&amp;D&#39;&lt;/b&gt;"
        );
    }
}
