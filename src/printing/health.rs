//! What a printer last said of itself: no more than that.

use super::answer::Answer;

/// How much paper there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperLeft {
    /// Enough.
    Enough,
    /// The roll is near its end.
    Low,
    /// None.
    Out,
}

/// A question of `DLE EOT n`, answered at once whatever the printer does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// `n = 1`: on line or not.
    Printer,
    /// `n = 2`: why it is off line.
    Offline,
    /// `n = 4`: how much paper there is.
    Paper,
}

impl Question {
    /// The three bytes that ask it.
    #[must_use]
    pub const fn bytes(self) -> [u8; 3] {
        let number = match self {
            Self::Printer => 1,
            Self::Offline => 2,
            Self::Paper => 4,
        };
        [0x10, 0x04, number]
    }
}

/// What a printer last said of itself; `None` where it said nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Health {
    /// Whether it is on line.
    pub online: Option<bool>,
    /// Whether its cover is open.
    pub cover_open: Option<bool>,
    /// Whether it waits for somebody because of an error, such as a blocked knife.
    pub error: Option<bool>,
    /// How much paper there is.
    pub paper: Option<PaperLeft>,
}

impl Health {
    /// Takes over what an answer to this question says; the bits are those of Epson's reference.
    pub fn answered(&mut self, question: Question, byte: u8) {
        let is = |mask: u8| byte & mask != 0;
        match question {
            Question::Printer => self.online = Some(!is(0x08)),
            Question::Offline => {
                self.cover_open = Some(is(0x04));
                self.error = Some(is(0x40));
                if is(0x20) {
                    self.paper = Some(PaperLeft::Out);
                }
            }
            Question::Paper => {
                self.paper = Some(paper(is(0x60), is(0x0C)));
            }
        }
    }

    /// Takes over what the printer pushed, or how much paper an answer to `GS r` tells of.
    pub fn told(&mut self, answer: Answer) {
        match answer {
            Answer::Pushed([printer, error, sensor, _]) => {
                *self = Self {
                    online: Some(printer & 0x08 == 0),
                    cover_open: Some(printer & 0x20 != 0),
                    error: Some(error & 0x2C != 0),
                    paper: Some(paper(sensor & 0x0C != 0, sensor & 0x03 != 0)),
                };
            }
            Answer::Processed(byte) => {
                self.paper = Some(paper(byte & 0x0C != 0, byte & 0x03 != 0));
            }
            Answer::RealTime(_) | Answer::Process(_) | Answer::Xon | Answer::Xoff => {}
        }
    }

    /// Nothing that it said speaks against printing.
    #[must_use]
    pub fn can_print(&self) -> bool {
        self.online != Some(false)
            && self.cover_open != Some(true)
            && self.error != Some(true)
            && self.paper != Some(PaperLeft::Out)
    }

    /// The roll is near its end.
    #[must_use]
    pub fn is_low(&self) -> bool {
        self.paper == Some(PaperLeft::Low)
    }
}

const fn paper(out: bool, low: bool) -> PaperLeft {
    match (out, low) {
        (true, _) => PaperLeft::Out,
        (false, true) => PaperLeft::Low,
        (false, false) => PaperLeft::Enough,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_trouble_is_read_from_its_bit() {
        let asked = |question, byte| {
            let mut health = Health::default();
            health.answered(question, byte);
            health
        };
        assert!(asked(Question::Printer, 0x12).can_print());
        assert!(!asked(Question::Printer, 0x1A).can_print());
        assert_eq!(asked(Question::Offline, 0x16).cover_open, Some(true));
        assert_eq!(asked(Question::Offline, 0x32).paper, Some(PaperLeft::Out));
        assert_eq!(asked(Question::Paper, 0x7E).paper, Some(PaperLeft::Out));
        assert!(asked(Question::Paper, 0x1E).is_low());
    }

    #[test]
    fn what_is_pushed_replaces_all_that_was_known() {
        let mut health = Health::default();
        health.told(Answer::Pushed([0x38, 0, 0x0C, 0]));
        assert!(!health.can_print());
        health.told(Answer::Pushed([0x10, 0, 0, 0]));
        assert!(health.can_print());
    }
}
