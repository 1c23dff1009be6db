//! Breaking text into lines of a number of columns.

/// Breaks text between words; a word wider than the paper is broken where the paper ends.
///
/// The first line has `first` columns and the others `rest`; both are taken as at least one.
/// Spaces before the first word stay, up to a quarter of the line; those at a break vanish. Empty text
/// is one empty line.
pub(super) fn wrap(text: &str, first: usize, rest: usize) -> Vec<String> {
    if is_settled(text) && text.chars().count() <= first {
        return vec![text.to_owned()];
    }
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut room = first.max(1);
    let before = text.chars().take_while(|letter| *letter == ' ').count();
    let indent = before.min(room / 4);
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let width = word.chars().count();
        let begins = lines.is_empty() && used == 0;
        let gap = if begins {
            indent
        } else {
            usize::from(used > 0)
        };
        if used + gap + width <= room {
            line.extend(std::iter::repeat_n(' ', gap));
            line.push_str(word);
            used += gap + width;
            continue;
        }
        if used > 0 {
            lines.push(std::mem::take(&mut line));
            room = rest.max(1);
        }
        let mut letters = word.chars().peekable();
        used = 0;
        while letters.peek().is_some() {
            if used == room {
                lines.push(std::mem::take(&mut line));
                room = rest.max(1);
                used = 0;
            }
            line.extend(letters.next());
            used += 1;
        }
    }
    if used > 0 || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// One space between words and none at the ends: where it fits, a line of it is as it stands. Most are.
fn is_settled(text: &str) -> bool {
    !text.is_empty() && !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ")
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn words_stay_whole_where_they_fit() {
        assert_eq!(
            wrap("Empanada de carne con huevo", 14, 10),
            ["Empanada de", "carne con", "huevo"]
        );
    }

    #[test]
    fn a_word_wider_than_the_paper_is_broken() {
        assert_eq!(wrap("a 1234567890", 4, 4), ["a", "1234", "5678", "90"]);
    }

    #[test]
    fn an_indented_line_keeps_its_indent() {
        assert_eq!(wrap("  ab cd", 8, 8), ["  ab cd"]);
    }

    #[test]
    fn nothing_is_one_empty_line() {
        assert_eq!(wrap("   ", 8, 8), [""]);
    }
}
