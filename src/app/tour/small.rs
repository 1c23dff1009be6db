//! A picture as small as a page of the help wants it: few colours, well packed.

use std::collections::HashMap;

use crate::app::offscreen::Picture;

/// As many colours as one byte names.
const COLOURS_MAX: usize = 256;

/// The picture at half its size: each of its pixels is the mean of four.
///
/// A picture drawn small at once would be cut: the renderer holds its layers to be as large as the window.
#[must_use]
pub fn halved(picture: &Picture) -> Picture {
    let (width, height) = (picture.width / 2, picture.height / 2);
    let from = |x: u32, y: u32, part: u32| {
        let at = (y * picture.width + x) * 4 + part;
        let at = usize::try_from(at).unwrap_or(usize::MAX);
        picture.rgba.get(at).copied().map_or(0, u16::from)
    };
    let mut rgba = Vec::new();
    for y in 0..height {
        for x in 0..width {
            for part in 0..4 {
                let (left, top) = (x * 2, y * 2);
                let sum = from(left, top, part)
                    + from(left + 1, top, part)
                    + from(left, top + 1, part)
                    + from(left + 1, top + 1, part);
                rgba.push(u8::try_from(sum / 4).unwrap_or(u8::MAX));
            }
        }
    }
    Picture {
        width,
        height,
        rgba,
    }
}

/// The picture as a PNG of its most frequent colours; the others become the nearest of these.
///
/// # Errors
/// When a side is 0 or the picture is larger than PNG allows.
pub fn small(picture: &Picture) -> Result<Vec<u8>, png::EncodingError> {
    let pixels = || {
        picture
            .rgba
            .chunks_exact(4)
            .map(|rgba| [rgba[0], rgba[1], rgba[2]])
    };
    let mut counted: HashMap<[u8; 3], usize> = HashMap::new();
    for pixel in pixels() {
        *counted.entry(pixel).or_default() += 1;
    }
    let mut colours: Vec<_> = counted.into_iter().collect();
    // The colour decides between equals: the same picture is the same file.
    colours.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    colours.truncate(COLOURS_MAX);
    let colours: Vec<_> = colours.into_iter().map(|(colour, _)| colour).collect();

    let mut named: HashMap<[u8; 3], u8> = HashMap::new();
    let bytes: Vec<u8> = pixels()
        .map(|pixel| {
            *named
                .entry(pixel)
                .or_insert_with(|| nearest(pixel, &colours))
        })
        .collect();

    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, picture.width, picture.height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(colours.concat());
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&bytes)?;
    writer.finish()?;
    Ok(file)
}

fn nearest(pixel: [u8; 3], colours: &[[u8; 3]]) -> u8 {
    let far = |colour: &[u8; 3]| -> u32 {
        let apart = pixel
            .iter()
            .zip(colour)
            .map(|(one, other)| one.abs_diff(*other));
        apart.map(|apart| u32::from(apart) * u32::from(apart)).sum()
    };
    let nearest = (0_u8..=255)
        .zip(colours)
        .min_by_key(|(_, colour)| far(colour));
    nearest.map_or(0, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequent_colours_stay_as_they_are_and_rare_ones_go_to_the_nearest() {
        let mut rgba = Vec::new();
        for n in 0..600_u16 {
            let [high, low] = n.to_be_bytes();
            rgba.extend([high, low, 0, 255]);
            rgba.extend([200, 100, 50, 255]);
        }
        let (width, height) = (1200, 1);
        let picture = Picture {
            width,
            height,
            rgba,
        };
        let file = small(&picture).expect("encodes");
        assert_eq!(file, small(&picture).expect("encodes again"));
        let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().expect("reads");
        let mut back = vec![0; reader.output_buffer_size().expect("fits")];
        reader.next_frame(&mut back).expect("reads");
        assert_eq!(back[3..6], [200, 100, 50]);
        assert_eq!(back[0..3], [0, 0, 0]);
        assert_eq!(back.len(), 1200 * 3);
    }
}
