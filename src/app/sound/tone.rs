//! Tones as WAV files: short, soft at their ends, small enough to be made again.

use std::f32::consts::TAU;

use super::Cue;

/// Samples a second.
const RATE: u32 = 22_050;
/// A tone swells and fades for so many samples: without it, it clicks.
const EDGE: u16 = 330;
/// How loud, of 1.
const LOUDNESS: f32 = 0.55;

/// A tone: its pitch in hertz, its length in samples.
type Tone = (f32, u16);

/// The file of a cue: mono, 16 bits.
pub(super) fn wav(cue: Cue) -> Vec<u8> {
    let tones: &[Tone] = match cue {
        Cue::Refuse => &[(880.0, 3_970), (523.25, 6_615)],
        Cue::Ask => &[(659.25, 4_850)],
    };
    let samples: Vec<u8> = tones.iter().flat_map(|tone| samples(*tone)).collect();
    let mut file = header(samples.len());
    file.extend(samples);
    file
}

/// A sine with half of its octave, 16 bits a sample, low byte first.
fn samples((pitch, length): Tone) -> impl Iterator<Item = u8> {
    let rate = f32::from(u16::try_from(RATE).unwrap_or(u16::MAX));
    (0..length).flat_map(move |at| {
        let edge = at.min(length - at).min(EDGE);
        let swell = f32::from(edge) / f32::from(EDGE);
        let turn = TAU * pitch * f32::from(at) / rate;
        let wave = (turn.sin() + 0.3 * (2.0 * turn).sin()) / 1.3;
        let sample = wave * swell * LOUDNESS * f32::from(i16::MAX);
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a wave of at most 1 times the greatest sample"
        )]
        let sample = sample as i16;
        sample.to_le_bytes()
    })
}

/// The 44 bytes before so many bytes of samples.
fn header(bytes: usize) -> Vec<u8> {
    let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
    let mut header = Vec::with_capacity(44);
    header.extend(b"RIFF");
    header.extend((36 + bytes).to_le_bytes());
    header.extend(b"WAVEfmt ");
    header.extend(16_u32.to_le_bytes());
    header.extend(1_u16.to_le_bytes()); // plain samples
    header.extend(1_u16.to_le_bytes()); // one channel
    header.extend(RATE.to_le_bytes());
    header.extend((RATE * 2).to_le_bytes());
    header.extend(2_u16.to_le_bytes());
    header.extend(16_u16.to_le_bytes());
    header.extend(b"data");
    header.extend(bytes.to_le_bytes());
    header
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cue_is_a_short_wav_of_its_own_that_begins_and_ends_silent() {
        let files = Cue::ALL.map(wav);
        assert_ne!(files[0], files[1]);
        for file in files {
            let (header, samples) = file.split_at(44);
            assert!(header.starts_with(b"RIFF") && header[8..16] == *b"WAVEfmt ");
            let said = u32::from_le_bytes(header[40..44].try_into().unwrap());
            assert_eq!(usize::try_from(said), Ok(samples.len()));
            assert!(samples.len() < 44_100, "under a second");
            assert_eq!(samples[..2], [0, 0]);
            let last = i16::from_le_bytes(samples[samples.len() - 2..].try_into().unwrap());
            assert!(last.abs() < 200, "{last}");
            let loudest = samples.chunks(2);
            let loudest = loudest.map(|pair| i16::from_le_bytes([pair[0], pair[1]]).unsigned_abs());
            assert!(loudest.max() > Some(8_000));
        }
    }
}
