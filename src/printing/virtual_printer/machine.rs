//! What is inside a printer that obeys ESC/POS: it takes bytes, prints in order, and answers.
//!
//! Questions of `DLE EOT` are answered at once, everything else in its turn, and nothing while there is
//! no paper. Tests put it at the other end of a pseudo-terminal.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use super::Trouble;
use crate::printing::decode::first_command;
use crate::printing::logo::{self, Logo};

/// No job is longer; what comes beyond is not kept.
const MAX_BYTES: usize = 4 << 20;

/// A printer's inside.
#[derive(Debug, Default)]
pub struct Machine {
    /// What it suffers.
    troubles: BTreeSet<Trouble>,
    /// The beginning of a question, maybe.
    begun: Vec<u8>,
    /// Taken and not printed.
    buffer: VecDeque<u8>,
    /// On paper since the last end of a job.
    sheet: Vec<u8>,
    answers: VecDeque<u8>,
    pushes: bool,
    /// Ends of jobs that were asked for and reached.
    ends: usize,
    /// The picture that it keeps.
    kept: Option<Arc<Logo>>,
}

impl Machine {
    /// One that is well and idle.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Changes what it suffers; it says so if it was asked to push its status.
    pub fn suffer(&mut self, troubles: &BTreeSet<Trouble>) {
        if *troubles != self.troubles {
            self.troubles.clone_from(troubles);
            if self.pushes {
                self.push_status();
            }
            self.work();
        }
    }

    /// Takes bytes from the line.
    pub fn take(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.begun.push(*byte);
            match self.begun[..] {
                [0x10] | [0x10, 0x04] => {}
                [0x10, 0x04, number @ 1..=4] => {
                    self.begun.clear();
                    self.answer_at_once(number);
                }
                _ => {
                    let room = MAX_BYTES.saturating_sub(self.buffer.len());
                    self.buffer.extend(self.begun.drain(..).take(room));
                }
            }
        }
        self.work();
    }

    /// What it has to say now.
    pub fn answers(&mut self) -> Vec<u8> {
        self.answers.drain(..).collect()
    }

    /// At most so many bytes of what it has to say.
    pub fn say(&mut self, most: usize) -> Vec<u8> {
        let count = most.min(self.answers.len());
        self.answers.drain(..count).collect()
    }

    /// What is on paper since the last end of a job.
    #[must_use]
    pub fn sheet(&self) -> &[u8] {
        &self.sheet
    }

    /// Tears the paper off.
    pub fn tear(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.sheet)
    }

    /// The picture that it keeps.
    #[must_use]
    pub const fn kept(&self) -> Option<&Arc<Logo>> {
        self.kept.as_ref()
    }

    /// It kept this picture before.
    pub fn remember(&mut self, kept: Option<Arc<Logo>>) {
        self.kept = kept;
    }

    /// How many ends of jobs it reached.
    #[must_use]
    pub const fn ends(&self) -> usize {
        self.ends
    }

    /// Bytes taken and not printed.
    #[must_use]
    pub fn buffered(&self) -> usize {
        self.buffer.len()
    }

    /// Off and on again: what was not printed is gone, and so is what it was told.
    pub fn lose_power(&mut self) {
        let troubles = std::mem::take(&mut self.troubles);
        let (sheet, ends) = (std::mem::take(&mut self.sheet), self.ends);
        let kept = self.kept.take();
        *self = Self {
            troubles,
            sheet,
            ends,
            kept,
            ..Self::default()
        };
    }

    fn has(&self, trouble: Trouble) -> bool {
        self.troubles.contains(&trouble)
    }

    fn can_print(&self) -> bool {
        let stops = [
            Trouble::NoPaper,
            Trouble::CoverOpen,
            Trouble::Offline,
            Trouble::Stall,
        ];
        !stops.into_iter().any(|trouble| self.has(trouble))
    }

    fn work(&mut self) {
        while self.can_print() {
            let Some(length) = first_command(self.buffer.make_contiguous()) else {
                return;
            };
            let command: Vec<u8> = self.buffer.drain(..length).collect();
            self.obey(&command);
        }
    }

    fn obey(&mut self, command: &[u8]) {
        match *command {
            [0x1D, b'r', _] => {
                self.ends += 1;
                self.answers.push_back(self.paper_sensors());
            }
            [0x1D, b'(', b'H', 6, 0, 0x30, 0x30, a, b, c, d] => {
                self.ends += 1;
                self.answers.extend([0x37, 0x22, a, b, c, d, 0]);
            }
            [0x1D, b'a', which] => {
                self.pushes = which != 0;
                if self.pushes {
                    self.push_status();
                }
            }
            _ if logo::writes_memory(command) => self.write_memory(command),
            _ if self.has(Trouble::Lies) => {}
            _ => self.sheet.extend_from_slice(command),
        }
    }

    fn write_memory(&mut self, command: &[u8]) {
        if !self.has(Trouble::NoMemory) {
            self.kept = Logo::of_command(command).map(Arc::new);
        }
        // As a printer does after `FS q`: what it was told before is forgotten.
        if command.starts_with(&[0x1C, b'q']) {
            self.pushes = false;
            self.buffer.clear();
        }
    }

    fn paper_sensors(&self) -> u8 {
        let low = if self.has(Trouble::PaperLow) { 0x03 } else { 0 };
        let out = if self.has(Trouble::NoPaper) { 0x0C } else { 0 };
        low | out
    }

    fn push_status(&mut self) {
        let offline = if self.can_print() { 0 } else { 0x08 };
        let cover = if self.has(Trouble::CoverOpen) {
            0x20
        } else {
            0
        };
        let error = if self.has(Trouble::Offline) { 0x08 } else { 0 };
        let frame = [0x10 | offline | cover, error, self.paper_sensors(), 0];
        self.answers.extend(frame);
    }

    /// The bits are those of Epson's reference.
    fn answer_at_once(&mut self, number: u8) {
        let bit = |on: bool, mask: u8| if on { mask } else { 0 };
        let out = self.has(Trouble::NoPaper);
        let bits = match number {
            1 => bit(!self.can_print(), 0x08),
            2 => {
                bit(self.has(Trouble::CoverOpen), 0x04)
                    | bit(out, 0x20)
                    | bit(self.has(Trouble::Offline), 0x40)
            }
            4 => bit(self.has(Trouble::PaperLow) || out, 0x0C) | bit(out, 0x60),
            _ => 0,
        };
        self.answers.push_back(0x12 | bits);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_prints_in_order_and_answers_when_it_is_done() {
        let mut machine = Machine::new();
        machine.take(b"\x1b@Chipa\n\x1dr\x01");
        assert_eq!(machine.sheet(), b"\x1b@Chipa\n");
        assert_eq!((machine.answers(), machine.ends()), (vec![0], 1));
    }

    #[test]
    fn without_paper_it_answers_questions_and_prints_later() {
        let mut machine = Machine::new();
        machine.suffer(&BTreeSet::from([Trouble::NoPaper]));
        machine.take(b"Chipa\n\x1d(H\x06\x0000abcd\x10\x04\x04");
        assert_eq!(machine.answers(), [0x7E]);
        assert_eq!(machine.sheet(), b"");
        machine.suffer(&BTreeSet::new());
        assert_eq!(machine.sheet(), b"Chipa\n");
        assert_eq!(machine.answers(), b"\x37\x22abcd\x00");
    }

    #[test]
    fn a_question_is_seen_whatever_the_split() {
        let mut machine = Machine::new();
        for byte in *b"a\x10\x04\x01b\n" {
            machine.take(&[byte]);
        }
        assert_eq!(machine.answers(), [0x12]);
        assert_eq!(machine.sheet(), b"ab\n");
    }
}
