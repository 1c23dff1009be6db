//! What a printer sends back, read from any split of the bytes.
//!
//! One reader for everything: answers to real-time questions (`DLE EOT`), status that a printer pushes
//! (`GS a`, four bytes), answers in the order of printing (`GS r`, `GS ( H`), and the flow control
//! bytes. They are told apart by their fixed bits, as Epson's reference gives them:
//!
//! | byte | is |
//! | --- | --- |
//! | `b & 93h == 12h` | an answer to `DLE EOT` |
//! | `b & 93h == 10h` | the first of four bytes of pushed status; the others have `b & 90h == 0` |
//! | `37h 22h d1 d2 d3 d4 00h` | the answer to `GS ( H`: printed up to here |
//! | `11h`, `13h` | `XON`, `XOFF` |
//! | `b & 90h == 0` | an answer to `GS r` |
//!
//! Noise on the line gives answers that nobody asked for or none: it never hangs the reader.

/// One thing that a printer said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// To `DLE EOT n`; what its bits mean depends on `n`.
    RealTime(u8),
    /// Pushed by itself: the four bytes of `GS a`.
    Pushed([u8; 4]),
    /// To `GS r`: everything before it was processed; the byte says how much paper there is.
    Processed(u8),
    /// To `GS ( H`: everything before it is on paper. Its four letters are those that were sent.
    Process([u8; 4]),
    /// Go on sending.
    Xon,
    /// Stop sending.
    Xoff,
}

/// So many bytes of what was begun; the longest is the answer to `GS ( H`.
const LONGEST: usize = 7;
const PROCESS: [u8; 2] = [0x37, 0x22];

/// Takes bytes one after another and says what they mean.
#[derive(Debug, Clone, Default)]
pub struct Reader {
    begun: [u8; LONGEST],
    count: usize,
    noise: usize,
}

impl Reader {
    /// A reader that has seen nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            begun: [0; LONGEST],
            count: 0,
            noise: 0,
        }
    }

    /// Bytes so far that belong to no answer.
    #[must_use]
    pub const fn noise(&self) -> usize {
        self.noise
    }

    /// Takes one byte; gives what is whole with it.
    pub fn take(&mut self, byte: u8) -> Option<Answer> {
        match byte {
            // Flow control comes between any two bytes of an answer.
            0x11 => return Some(Answer::Xon),
            0x13 => return Some(Answer::Xoff),
            _ => {}
        }
        if self.count > 0 {
            if self.continues(byte) {
                return self.add(byte);
            }
            self.forget();
        }
        match byte {
            _ if byte & 0x93 == 0x12 => Some(Answer::RealTime(byte)),
            _ if byte & 0x93 == 0x10 || byte == PROCESS[0] => self.add(byte),
            _ if byte & 0x90 == 0 => Some(Answer::Processed(byte)),
            _ => {
                self.noise += 1;
                None
            }
        }
    }

    /// Takes everything that was read at once.
    pub fn take_all(&mut self, bytes: &[u8]) -> Vec<Answer> {
        bytes.iter().filter_map(|byte| self.take(*byte)).collect()
    }

    /// Nothing came for a while: what was begun is not going to end.
    pub const fn forget(&mut self) {
        self.noise += self.count;
        self.count = 0;
    }

    fn continues(&self, byte: u8) -> bool {
        match (self.begun[0] == PROCESS[0], self.count) {
            (false, _) => byte & 0x90 == 0,
            (true, 1) => byte == PROCESS[1],
            (true, 6) => byte == 0,
            (true, _) => (0x20..=0x7E).contains(&byte),
        }
    }

    fn add(&mut self, byte: u8) -> Option<Answer> {
        self.begun[self.count] = byte;
        self.count += 1;
        let [first, second, third, fourth, fifth, sixth, _] = self.begun;
        let whole = match (first == PROCESS[0], self.count) {
            (false, 4) => Answer::Pushed([first, second, third, fourth]),
            (true, LONGEST) => Answer::Process([third, fourth, fifth, sixth]),
            _ => return None,
        };
        self.count = 0;
        Some(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(bytes: &[u8]) -> Vec<Answer> {
        Reader::new().take_all(bytes)
    }

    #[test]
    fn every_kind_of_answer_is_told_from_the_others() {
        let cases: [(&[u8], Answer); 6] = [
            (&[0x12], Answer::RealTime(0x12)),
            (&[0x72], Answer::RealTime(0x72)),
            (
                &[0x1C, 0, 0x0C, 0x0F],
                Answer::Pushed([0x1C, 0, 0x0C, 0x0F]),
            ),
            (&[0x0C], Answer::Processed(0x0C)),
            (
                &[0x37, 0x22, b'a', b'b', b'c', b'd', 0],
                Answer::Process(*b"abcd"),
            ),
            (&[0x13], Answer::Xoff),
        ];
        for (bytes, answer) in cases {
            assert_eq!(read(bytes), [answer], "{bytes:x?}");
        }
    }

    #[test]
    fn flow_control_may_come_in_the_middle_of_an_answer() {
        assert_eq!(
            read(&[0x37, 0x13, 0x22, b'a', b'b', 0x11, b'c', b'd', 0]),
            [Answer::Xoff, Answer::Xon, Answer::Process(*b"abcd")]
        );
    }

    #[test]
    fn an_answer_cut_off_by_another_does_not_swallow_it() {
        assert_eq!(read(&[0x10, 0x00, 0x12]), [Answer::RealTime(0x12)]);
        assert_eq!(read(&[0x37, 0x22, b'a', 0x12]), [Answer::RealTime(0x12)]);
        assert_eq!(
            read(&[0x37, 0x10, 0, 0, 0]),
            [Answer::Pushed([0x10, 0, 0, 0])]
        );
    }

    fn answer() -> impl Strategy<Value = (Vec<u8>, Answer)> {
        prop_oneof![
            any::<u8>().prop_map(|bits| {
                let byte = bits & 0x6C | 0x12;
                (vec![byte], Answer::RealTime(byte))
            }),
            any::<[u8; 4]>().prop_map(|[a, b, c, d]| {
                let frame = [a & 0x6C | 0x10, b & 0x6F, c & 0x6F, d & 0x6F];
                (frame.to_vec(), Answer::Pushed(frame))
            }),
            any::<u8>().prop_map(|bits| (vec![bits & 0x6F], Answer::Processed(bits & 0x6F))),
            "[ -~]{4}".prop_map(|letters| {
                let id: [u8; 4] = letters.as_bytes().try_into().expect("four letters");
                let bytes = [&PROCESS[..], &id[..], &[0][..]].concat();
                (bytes, Answer::Process(id))
            }),
            Just((vec![0x11], Answer::Xon)),
            Just((vec![0x13], Answer::Xoff)),
        ]
    }

    proptest! {
        #[test]
        fn answers_are_read_from_any_split(
            answers in prop::collection::vec(answer(), 0..40),
            cuts in prop::collection::vec(1usize..9, 1..40),
        ) {
            let bytes: Vec<u8> = answers.iter().flat_map(|(bytes, _)| bytes.clone()).collect();
            let meant: Vec<Answer> = answers.iter().map(|(_, answer)| *answer).collect();
            let mut reader = Reader::new();
            let (mut rest, mut seen) = (&bytes[..], Vec::new());
            for cut in cuts.iter().cycle() {
                if rest.is_empty() {
                    break;
                }
                let (now, later) = rest.split_at((*cut).min(rest.len()));
                seen.extend(reader.take_all(now));
                rest = later;
            }
            prop_assert_eq!(seen, meant);
        }

        /// After any noise, a pause and an answer, the answer is read.
        #[test]
        fn noise_never_blinds_the_reader(noise in prop::collection::vec(any::<u8>(), 0..200)) {
            let mut reader = Reader::new();
            let heard = reader.take_all(&noise);
            prop_assert!(heard.len() <= noise.len());
            reader.forget();
            prop_assert_eq!(reader.take(0x16), Some(Answer::RealTime(0x16)));
        }
    }

    /// Seeded noise; every byte ends at once, whatever came before.
    fn noise(seed: u64, bytes: usize) -> usize {
        let (mut state, mut reader, mut heard) = (seed | 1, Reader::new(), 0);
        for _ in 0..bytes {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let byte = state.to_be_bytes()[0];
            heard += usize::from(reader.take(byte).is_some());
        }
        heard
    }

    #[test]
    fn a_million_bytes_of_noise_are_read() {
        assert!(noise(0x0CA7_714A, 1_000_000) > 0);
    }

    #[test]
    #[ignore = "an hour: cargo test --lib answer -- --ignored"]
    fn an_hour_of_noise_is_read() {
        let start = std::time::Instant::now();
        let (mut seed, mut heard, mut slowest) = (1, 0, std::time::Duration::ZERO);
        while start.elapsed() < std::time::Duration::from_secs(3_600) {
            let begun = std::time::Instant::now();
            heard += noise(seed, 10_000) + half_answers(seed, 10_000);
            slowest = slowest.max(begun.elapsed());
            seed += 1;
        }
        println!(
            "answers: {} bytes in {} runs, {heard} answers heard, slowest run of 20,000 bytes {slowest:?}",
            seed * 20_000,
            seed
        );
    }

    /// Seeded beginnings of real answers, cut off anywhere and run together.
    fn half_answers(seed: u64, bytes: usize) -> usize {
        const REAL: [&[u8]; 7] = [
            &[0x12],
            &[0x10, 0x00, 0x0F, 0x00],
            &[0x3C, 0x40, 0x60, 0x0F],
            &[0x37, 0x22, 0x30, 0x31, 0x32, 0x33, 0x00],
            &[0x13],
            &[0x11],
            &[0x0C],
        ];
        let (mut state, mut reader, mut heard, mut sent) = (seed | 1, Reader::new(), 0, 0);
        while sent < bytes {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let [which, length, pause, noise, ..] = state.to_be_bytes();
            let real = REAL[usize::from(which) % REAL.len()];
            let length = 1 + usize::from(length) % real.len();
            let odd = [noise];
            let all = real[..length]
                .iter()
                .chain(odd.iter().filter(|_| pause < 32));
            for byte in all {
                heard += usize::from(reader.take(*byte).is_some());
                sent += 1;
            }
            if pause > 224 {
                reader.forget();
            }
        }
        heard
    }

    #[test]
    fn answers_cut_off_anywhere_are_read_on() {
        assert!(half_answers(7, 200_000) > 0);
    }
}
