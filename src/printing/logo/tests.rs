use proptest::prelude::*;

use super::*;
use crate::printing::decode::{first_command, kind};
use crate::printing::picture::to_png;
use crate::printing::queue::Kind;

/// Black where the rule says so.
pub(in crate::printing) fn drawn(
    width: u32,
    height: u32,
    black: impl Fn(u32, u32) -> bool,
) -> Logo {
    let all = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    let picture = Picture {
        width,
        height,
        dots: all
            .map(|(x, y)| if black(x, y) { 0 } else { 255 })
            .collect(),
    };
    Logo::of_png(to_png(&picture).unwrap()).unwrap()
}

#[test]
fn the_bytes_are_those_of_the_manuals() {
    // A corner: the first line black, and the first column.
    let logo = drawn(16, 8, |x, y| x == 0 || y == 0);
    let graphics = [
        b"\x1b@\x1d(L\x1b\x000C0CA\x01\x10\x00\x08\x001".as_slice(),
        &[
            0xFF, 0xFF, 0x80, 0, 0x80, 0, 0x80, 0, 0x80, 0, 0x80, 0, 0x80, 0, 0x80, 0,
        ],
    ]
    .concat();
    assert_eq!(logo.define(Memory::Graphics), graphics);
    let images = [
        b"\x1b@\x1cq\x01\x02\x00\x01\x00".as_slice(),
        &[0xFF, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80],
        &[0x80; 8],
    ]
    .concat();
    assert_eq!(logo.define(Memory::Images), images);
    assert_eq!(logo.define(Memory::None), b"");
    let raster = [b"\x1dv0\x00\x02\x00\x08\x00".as_slice(), &graphics[18..]].concat();
    assert_eq!(logo.raster(), raster);
    assert_eq!(Memory::Graphics.print(), b"\x1d(L\x06\x000ECA\x01\x01");
    assert_eq!(Memory::Images.print(), b"\x1cp\x01\x00");
    assert_eq!(Memory::Graphics.forget(), b"\x1d(L\x04\x000BCA");
}

#[test]
fn the_largest_logo_fits_the_smallest_memory() {
    let logo = drawn(2_000, 2_000, |x, y| (x + y).is_multiple_of(3));
    assert_eq!((logo.width(), logo.height()), (160, 160));
    let wide = drawn(1_920, 800, |x, y| (x / 40 + y / 40).is_multiple_of(2));
    assert_eq!((wide.width(), wide.height()), (WIDTH_MAX, HEIGHT_MAX));
    let data = wide.define(Memory::Images).len() - 7;
    assert!(data + 4 <= 8_192, "{data} bytes");
}

#[test]
fn what_is_black_and_white_stays_so_and_grey_becomes_dots() {
    let logo = drawn(24, 8, |x, _| x < 5);
    assert!((0..24).all(|x| logo.is_black(x, 3) == (x < 5)));
    let grey = Picture {
        width: 64,
        height: 64,
        dots: vec![128; 64 * 64],
    };
    let logo = Logo::of_png(to_png(&grey).unwrap()).unwrap();
    let black: u32 = logo.dots.iter().map(|byte| byte.count_ones()).sum();
    assert!((1_900..2_200).contains(&black), "{black} of 4096");
}

#[test]
fn what_is_saved_is_read_back_dot_for_dot() {
    let logo = drawn(100, 37, |x, y| x * y % 7 < 3);
    let back = Logo::of_png(to_png(&logo.picture()).unwrap()).unwrap();
    assert_eq!((back.hash(), &back), (logo.hash(), &logo));
}

#[test]
fn what_is_no_picture_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("none.png");
    assert!(matches!(Logo::read(&missing), Err(Fault::Unreadable(_))));
    assert_eq!(Logo::of_png(b"GIF89a".to_vec()), Err(Fault::NotPng));
    let white = Picture {
        width: 8,
        height: 8,
        dots: vec![255; 64],
    };
    let white = to_png(&white).unwrap();
    assert_eq!(Logo::of_png(white.clone()), Err(Fault::Blank));
    assert_eq!(
        Logo::of_png(white[..white.len() / 2].to_vec()),
        Err(Fault::NotPng)
    );
    let mut bomb = white;
    bomb[16..24].copy_from_slice(&[0, 0, 0x7f, 0xff, 0, 0, 0x7f, 0xff]);
    assert!(Logo::of_png(bomb).is_err());
}

#[test]
fn a_job_that_writes_the_memory_is_told_apart() {
    let logo = drawn(16, 8, |x, _| x == 0);
    for memory in [Memory::Graphics, Memory::Images] {
        assert_eq!(kind(&logo.define(memory)), Kind::Memory);
        assert_eq!(kind(memory.print()), Kind::Paper);
    }
    assert_eq!(kind(Memory::Graphics.forget()), Kind::Memory);
    assert_eq!(kind(&logo.raster()), Kind::Paper);
}

proptest! {
    /// Every command is one command for whoever reads it, whole or cut off, and gives the same dots back; no
    /// part of it is a command that a printer obeys at once.
    #[test]
    fn any_dots_come_back_and_hide_no_command(
        across in 1u8..=48, down in 1u8..=20, seed in any::<u64>(),
    ) {
        let mut state = seed | 1;
        let dots: Vec<u8> = (0..usize::from(across) * usize::from(down) * 8).map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            // Many of those that matter.
            [0x10, 0x04, 0x14, 0x05, 0x1B, 0x1D, 0x00, state.to_be_bytes()[1]][usize::from(state.to_be_bytes()[0] % 8)]
        }).collect();
        let logo = Logo { across, height: down * 8, dots };
        for command in [
            logo.define(Memory::Graphics)[2..].to_vec(),
            logo.define(Memory::Images)[2..].to_vec(),
            logo.raster(),
        ] {
            prop_assert_eq!(first_command(&command), Some(command.len()));
            prop_assert_eq!(first_command(&command[..command.len() - 1]), None);
            let hidden = command.windows(2).any(|two| two[0] == 0x10 && [0x04, 0x05, 0x14].contains(&two[1]));
            prop_assert!(!hidden);
            let back = Logo::of_command(&command).unwrap();
            let differ: u32 = back.dots.iter().zip(&logo.dots).map(|(one, other)| (one ^ other).count_ones()).sum();
            let most = logo.dots.iter().filter(|byte| matches!(**byte, 0x10)).count() + logo.by_columns().iter().filter(|byte| matches!(**byte, 0x10)).count();
            prop_assert!(differ as usize <= most);
            prop_assert_eq!(back.hash().len(), 16);
        }
    }

    #[test]
    fn any_bytes_are_no_logo_or_one(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Logo::of_command(&bytes);
        let _ = Logo::of_command(&[&b"\x1cq\x01"[..], &bytes].concat());
        let _ = first_command(&[&b"\x1cq"[..], &bytes].concat());
        let _ = Logo::of_png(bytes);
    }
}
