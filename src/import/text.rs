//! From a file's bytes to text, whatever the encoding that a spreadsheet saved it in.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::{MOST_BYTES, Reason};

/// How the files begin that Excel and `LibreOffice` save when not asked for text.
const SPREADSHEETS: [&[u8]; 2] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0"];

/// The text, with `\n` at the end of each line.
///
/// A byte order mark decides; without one it is UTF-8 if it can be, else Windows-1252, in which Excel in
/// Spanish saves "CSV".
pub(super) fn decode(bytes: &[u8]) -> Result<String, Reason> {
    if bytes.len() > MOST_BYTES {
        return Err(Reason::TooLarge);
    }
    if SPREADSHEETS.iter().any(|begins| bytes.starts_with(begins)) {
        return Err(Reason::Spreadsheet);
    }
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| {
        let is_utf_8 = std::str::from_utf8(bytes).is_ok();
        (if is_utf_8 { UTF_8 } else { WINDOWS_1252 }, 0)
    });
    let (text, malformed) = encoding.decode_without_bom_handling(&bytes[mark..]);
    if malformed || text.contains('\0') {
        return Err(Reason::NotText);
    }
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_gives_the_same_text() {
        let utf_16 = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            "\u{feff}Piña\r\n₲".encode_utf16().flat_map(bytes).collect()
        };
        assert_eq!(decode("Piña\r\n₲".as_bytes()).unwrap(), "Piña\n₲");
        assert_eq!(decode("\u{feff}Piña\r₲".as_bytes()).unwrap(), "Piña\n₲");
        assert_eq!(decode(&utf_16(u16::to_le_bytes)).unwrap(), "Piña\n₲");
        assert_eq!(decode(&utf_16(u16::to_be_bytes)).unwrap(), "Piña\n₲");
        assert_eq!(decode(b"Pi\xf1a \x80").unwrap(), "Piña €");
    }

    #[test]
    fn what_is_no_text_is_told_apart() {
        assert_eq!(decode(b"PK\x03\x04rest"), Err(Reason::Spreadsheet));
        assert_eq!(decode(b"a\0b\0"), Err(Reason::NotText));
        assert_eq!(decode(b"\xef\xbb\xbf\xff"), Err(Reason::NotText));
        assert_eq!(decode(&vec![b'a'; MOST_BYTES + 1]), Err(Reason::TooLarge));
    }
}
