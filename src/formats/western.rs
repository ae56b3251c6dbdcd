//! Text of one byte a character, as older editors save it: Windows-1252, which is Latin-1 with the printers' marks. No
//! file says that it is; what speaks against it is refused rather than read as nonsense.

/// The characters of the bytes 0x80 to 0x9f; Latin-1 has all others as they are. Five bytes stand for nothing.
const MARKS: [Option<char>; 32] = [
    Some('€'),
    None,
    Some('‚'),
    Some('ƒ'),
    Some('„'),
    Some('…'),
    Some('†'),
    Some('‡'),
    Some('ˆ'),
    Some('‰'),
    Some('Š'),
    Some('‹'),
    Some('Œ'),
    None,
    Some('Ž'),
    None,
    None,
    Some('‘'),
    Some('’'),
    Some('“'),
    Some('”'),
    Some('•'),
    Some('–'),
    Some('—'),
    Some('˜'),
    Some('™'),
    Some('š'),
    Some('›'),
    Some('œ'),
    None,
    Some('ž'),
    Some('Ÿ'),
];

/// Where the marks begin, and where they end.
const FIRST_MARK: u8 = 0x80;
const FIRST_LATIN: u8 = 0xa0;

/// What pages call the encoding, or one that is a part of it.
const NAMES: &[&str] = &["windows-1252", "cp1252", "iso-8859-1", "latin1", "latin-1", "us-ascii"];

/// A page says within so many bytes in which encoding it is.
const LOOK: usize = 1024;

/// The text, when it may be Windows-1252.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    let fits = match declared(bytes) {
        Some(name) if NAMES.contains(&name.as_str()) => true,
        Some(name) if name != "utf-8" && name != "utf8" => false,
        _ => !is_damaged_utf8(bytes) && is_plausible(bytes),
    };
    if !fits {
        return None;
    }
    bytes.iter().map(|&byte| character(byte)).collect()
}

fn character(byte: u8) -> Option<char> {
    if (FIRST_MARK..FIRST_LATIN).contains(&byte) {
        MARKS[usize::from(byte - FIRST_MARK)]
    } else {
        Some(char::from(byte))
    }
}

/// The encoding that a page of HTML names.
fn declared(bytes: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(LOOK)]).to_lowercase();
    let (_, rest) = start.split_once("charset=")?;
    let rest = rest.trim_start_matches(['"', '\'']);
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_')).unwrap_or(rest.len());
    Some(rest[..end].to_owned())
}

/// Whether more characters than not are whole ones of UTF-8: then some were lost, and none is of another encoding.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole >= broken
}

/// One in so many of the characters beyond ASCII may be a sign within a word.
const ODD_SIGNS: usize = 10;

/// Whether it reads like a western language: accents are few beside plain letters, and the letters of others ("ł" is
/// written as "³" here) do not stand within words.
fn is_plausible(bytes: &[u8]) -> bool {
    let plain = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    let beyond = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let is_letter = |byte: u8| character(byte).is_some_and(char::is_alphabetic);
    let odd = bytes.windows(3).filter(|three| is_letter(three[0]) && is_sign(three[1]) && is_letter(three[2])).count();
    beyond * 2 <= plain && odd * ODD_SIGNS <= beyond
}

/// Signs that no word has in it; not the marks that join words: apostrophes, quotation marks, dashes, points.
fn is_sign(byte: u8) -> bool {
    byte > FIRST_LATIN
        && character(byte).is_some_and(|c| !c.is_alphabetic() && !matches!(c, '\u{ad}' | '·' | '«' | '»' | '´'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn western_text_is_read_and_nothing_else() {
        let table: [(&[u8], Option<&str>); 10] = [
            (b"The caf\xe9 in Orl\xe9ans closed.", Some("The café in Orléans closed.")),
            (
                b"\x93We are ready,\x94 she said \x96 at last\x85 it\x92s \x80 5.",
                Some("“We are ready,” she said – at last… it’s € 5."),
            ),
            (b"Gr\xfc\xdfe aus K\xf6ln und Z\xfcrich", Some("Grüße aus Köln und Zürich")),
            (b"l\xb7ligat \xabd\xe9j\xe0\xbb w\xf6rtlich", Some("l·ligat «déjà» wörtlich")),
            (b"<meta charset=\"ISO-8859-1\"><p>\xe9", Some("<meta charset=\"ISO-8859-1\"><p>é")),
            // What another encoding has there.
            (b"<meta charset=windows-1251><p>a text in \xcc\xee\xf1\xea\xe2\xe0 of some length", None),
            (b"\xcc\xee\xf1\xea\xe2\xe0, \xd0\xee\xf1\xf1\xe8\xff", None),
            (b"mia\xb3 d\xb3ugie w\xb3osy i by\xb3 w domu, jak zawsze", None),
            ("“caf\u{e9}” is “whole”, but".as_bytes(), None),
            (b"one \x81 byte that is nothing at all here", None),
        ];
        for (bytes, text) in table {
            assert_eq!(decode(bytes).as_deref(), text);
        }
        let mut damaged = "“Müller” said “no” in Köln".as_bytes().to_vec();
        damaged.push(0xe9);
        assert_eq!(decode(&damaged), None);
    }
}
