//! From the bytes of a file to text.

use super::limits::MAX_FILE_BYTES;
use super::{BinaryKind, OpenError, western};

/// What files that people try to open begin with.
const SIGNATURES: &[(&[u8], BinaryKind)] = &[
    (b"%PDF", BinaryKind::Pdf),
    (b"PK\x03\x04", BinaryKind::Office),
    (b"\xd0\xcf\x11\xe0", BinaryKind::OldWord),
    (b"{\\rtf", BinaryKind::RichText),
    (b"\x89PNG", BinaryKind::Picture),
    (b"\xff\xd8\xff", BinaryKind::Picture),
    (b"GIF8", BinaryKind::Picture),
    (b"RIFF", BinaryKind::Media),
    (b"\x1f\x8b", BinaryKind::Compressed),
    (b"ID3", BinaryKind::Recording),
    (b"OggS", BinaryKind::Recording),
    (b"\x7fELF", BinaryKind::Program),
    (b"MZ\x90", BinaryKind::Program),
    (b"\0asm", BinaryKind::Program),
    (b"SQLite format 3", BinaryKind::Database),
];

/// The text of a file: UTF-8, with or without byte order mark, or UTF-16 of either order.
///
/// # Errors
/// [`OpenError::Empty`], [`OpenError::TooLarge`], [`OpenError::Binary`], [`OpenError::NulBytes`] or
/// [`OpenError::Encoding`].
pub fn decode(bytes: &[u8]) -> Result<String, OpenError> {
    decode_up_to(bytes, MAX_FILE_BYTES)
}

/// A text, and whether its encoding was assumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// It is neither UTF-8 nor UTF-16, and was read as Windows-1252, of which Latin-1 is a part.
    pub assumed: bool,
}

/// The text of a file, also of one that older editors saved.
///
/// # Errors
/// Those of [`decode`].
pub fn decode_or_assume(bytes: &[u8]) -> Result<Decoded, OpenError> {
    match decode(bytes) {
        Err(OpenError::Encoding) if !has_mark(bytes) => {
            let text = western::decode(bytes).ok_or(OpenError::Encoding)?;
            Ok(Decoded { text, assumed: true })
        }
        text => text.map(|text| Decoded { text, assumed: false }),
    }
}

/// Whether it begins with the byte order mark of another encoding.
fn has_mark(bytes: &[u8]) -> bool {
    [b"\xff\xfe".as_slice(), b"\xfe\xff", b"\0\0\xfe\xff"].iter().any(|mark| bytes.starts_with(mark))
}

/// The text of a file of at most so many bytes.
///
/// # Errors
/// Those of [`decode`].
pub fn decode_up_to(bytes: &[u8], limit: usize) -> Result<String, OpenError> {
    if bytes.len() > limit {
        return Err(OpenError::TooLarge { bytes: bytes.len(), limit });
    }
    if let Some((_, kind)) = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(OpenError::Binary(Some(*kind)));
    }
    let text = match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => return Err(OpenError::Encoding),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes).ok_or(OpenError::Encoding)?,
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes).ok_or(OpenError::Encoding)?,
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest)?,
        _ => match order_without_mark(bytes) {
            Some(order) => utf16(bytes, order).ok_or(OpenError::Binary(None))?,
            None => utf8(bytes)?,
        },
    };
    if text.trim().is_empty() {
        return Err(OpenError::Empty);
    }
    if text.contains('\0') {
        return Err(if is_mostly_text(text.as_bytes()) { OpenError::NulBytes } else { OpenError::Binary(None) });
    }
    Ok(text)
}

fn utf8(bytes: &[u8]) -> Result<String, OpenError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) if is_mostly_text(bytes) => Err(OpenError::Encoding),
        Err(_) => Err(OpenError::Binary(None)),
    }
}

fn utf16(bytes: &[u8], order: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let text = char::decode_utf16(pairs.iter().map(|&pair| order(pair))).collect::<Result<String, _>>().ok()?;
    rest.is_empty().then_some(text)
}

/// UTF-16 without a mark shows as NUL bytes at every other place, as far as the text is Latin.
fn order_without_mark(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    let start = &bytes[..bytes.len().min(4096)];
    let zeros = |parity: usize| start.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = start.len() / 4;
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        None
    } else if odd > many && even == 0 {
        Some(u16::from_le_bytes)
    } else if even > many && odd == 0 {
        Some(u16::from_be_bytes)
    } else {
        None
    }
}

/// Whether control bytes are rare at the start.
fn is_mostly_text(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(4096)];
    let controls =
        start.iter().filter(|byte| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c)).count();
    controls * 50 < start.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16_bytes(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn every_encoding_that_is_text() {
        let text = "Ana Díaz said “yes” 📰 to it all.";
        let mark = |bytes: &[u8], rest: Vec<u8>| [bytes, &rest].concat();
        for (bytes, what) in [
            (text.as_bytes().to_vec(), "UTF-8"),
            (mark(b"\xef\xbb\xbf", text.as_bytes().to_vec()), "UTF-8 with mark"),
            (mark(b"\xff\xfe", utf16_bytes(text, u16::to_le_bytes)), "UTF-16 LE with mark"),
            (mark(b"\xfe\xff", utf16_bytes(text, u16::to_be_bytes)), "UTF-16 BE with mark"),
            (utf16_bytes(text, u16::to_le_bytes), "UTF-16 LE"),
            (utf16_bytes(text, u16::to_be_bytes), "UTF-16 BE"),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Ok(text), "{what}");
        }
    }

    #[test]
    fn what_older_editors_saved_is_read_with_a_word() {
        let old = b"caf\xe9 and a long line of text that is in an old encoding";
        let text = "café and a long line of text that is in an old encoding";
        assert_eq!(decode_or_assume(old), Ok(Decoded { text: text.into(), assumed: true }));
        assert_eq!(decode_or_assume(text.as_bytes()), Ok(Decoded { text: text.into(), assumed: false }));
        for refused in [b"\xff\xfea".as_slice(), b"\xff\xfe\0\0a\0\0\0", b"\xcc\xee\xf1\xea\xe2\xe0"] {
            assert_eq!(decode_or_assume(refused), Err(OpenError::Encoding));
        }
    }

    #[test]
    fn what_is_not_text_is_refused() {
        let noise: Vec<u8> = (0..2000_u32).map(|index| (index.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        for (bytes, refusal) in [
            (b"".as_slice(), OpenError::Empty),
            (b" \n\t", OpenError::Empty),
            (b"\xef\xbb\xbf", OpenError::Empty),
            (b"%PDF-1.7 ...", OpenError::Binary(Some(BinaryKind::Pdf))),
            (&noise, OpenError::Binary(None)),
            (b"caf\xe9 and a long line of text that is in an old encoding", OpenError::Encoding),
            (b"\xff\xfea", OpenError::Encoding),
            (b"\xff\xfe\0\0a\0\0\0", OpenError::Encoding),
            (b"a long and ordinary line of text in which one NUL \0 byte stands, for some reason", OpenError::NulBytes),
        ] {
            assert_eq!(decode(bytes), Err(refusal));
        }
    }
}
