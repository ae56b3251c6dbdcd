//! "Open": any file or pasted text that this program understands, and what it was recognized as.

use serde::de::IgnoredAny;

use super::limits::{LOOK, MAX_FILE_BYTES, MAX_PAGE_BYTES, MAX_TEXT_BYTES};
use super::{Decoded, OpenError, decode_or_assume, html, markdown, native, others};

/// What a file was recognized as, by its content first and its name second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// The project's own JSON.
    Native,
    /// HTML.
    Html,
    /// Markdown.
    Markdown,
    /// Plain text.
    Plain,
}

/// What was in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// An article with its annotations.
    Session(Box<native::Opened>),
    /// The text of an article, still to be cleaned (`text::clean`) and analyzed.
    Text(String),
    /// What a page shows, already cleaned, with what it says of its paragraphs.
    Article(html::Article),
}

/// A file that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it was recognized as.
    pub format: Format,
    /// What was in it.
    pub content: Content,
    /// Its encoding was assumed.
    pub assumed: bool,
}

/// Opens a file by its name (which may be empty) and bytes.
///
/// # Errors
/// One sentence on why it cannot be opened.
pub fn open(name: &str, bytes: &[u8]) -> Result<Found, OpenError> {
    check_size(name, &bytes[..bytes.len().min(LOOK)], bytes.len())?;
    let Decoded { text, assumed } = decode_or_assume(bytes)?;
    if let Some(other) = others::recognize(name, &text) {
        return Err(OpenError::Other(other));
    }
    let format = recognize(name, &text);
    let content = match format {
        Format::Native => Content::Session(Box::new(native::read(&text)?)),
        Format::Html => Content::Article(article(&text)?),
        Format::Markdown => Content::Text(fits(markdown::to_text(&text))?),
        Format::Plain => Content::Text(fits(text)?),
    };
    Ok(Found { format, content, assumed })
}

/// Refuses what is too large for what it is, by its name and its first [`LOOK`] bytes: before it is read as a whole.
///
/// # Errors
/// [`OpenError::TooLarge`].
pub fn check_size(name: &str, beginning: &[u8], bytes: usize) -> Result<(), OpenError> {
    // UTF-16 has zeros beside the letters of Latin scripts, and takes twice the room.
    let is_wide = beginning.contains(&0);
    let letters: Vec<u8> = beginning.iter().copied().filter(|byte| *byte != 0).collect();
    let start = String::from_utf8_lossy(&letters);
    let start = start.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{fffd}'));
    let limit = match recognize_by_start(name, start) {
        Some(Format::Native) => MAX_FILE_BYTES,
        Some(Format::Html) => MAX_PAGE_BYTES,
        // What seems to be markup may turn out to be a page.
        _ if start.starts_with('<') => MAX_PAGE_BYTES,
        _ => MAX_TEXT_BYTES,
    };
    let room = if is_wide && limit < MAX_FILE_BYTES { 2 * limit } else { limit };
    // A byte order mark is no part of the text.
    if bytes > room + '\u{feff}'.len_utf8() { Err(OpenError::TooLarge { bytes, limit }) } else { Ok(()) }
}

fn article(html: &str) -> Result<html::Article, OpenError> {
    if html.len() > MAX_PAGE_BYTES {
        return Err(OpenError::TooLarge { bytes: html.len(), limit: MAX_PAGE_BYTES });
    }
    let html::Article { text, blocks, language } = html::article(html);
    Ok(html::Article { text: fits(text)?, blocks, language })
}

/// The text, unless it is too long for an article, or none.
fn fits(text: String) -> Result<String, OpenError> {
    if text.len() > MAX_TEXT_BYTES {
        return Err(OpenError::TooLarge { bytes: text.len(), limit: MAX_TEXT_BYTES });
    }
    if text.trim().is_empty() {
        return Err(OpenError::Empty);
    }
    Ok(text)
}

fn recognize(name: &str, text: &str) -> Format {
    let text = text.trim_start_matches(|character: char| character.is_whitespace() || character == '\u{feff}');
    let start = &text[..text.floor_char_boundary(LOOK)];
    match recognize_by_start(name, start) {
        Some(format) => format,
        None if html::is_html(text) => Format::Html,
        // JSON without a name is no article either.
        None if text.starts_with(['{', '[']) && serde_json::from_str::<IgnoredAny>(text).is_ok() => Format::Native,
        None => Format::Plain,
    }
}

/// What a file is as far as its name and its beginning say it.
fn recognize_by_start(name: &str, start: &str) -> Option<Format> {
    if start.starts_with('{') && start.contains(native::FORMAT) {
        return Some(Format::Native);
    }
    match others::extension(name).as_str() {
        "json" | "jsonl" => Some(Format::Native),
        "html" | "htm" | "xhtml" => Some(Format::Html),
        "md" | "markdown" | "mdown" => Some(Format::Markdown),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::text::Source;

    #[test]
    fn recognized_by_content_and_name() {
        for (name, text, format) in [
            ("a.txt", "Ana said no.", Format::Plain),
            ("", "Ana said no.", Format::Plain),
            ("a.txt", "<!doctype html><p>Ana</p>", Format::Html),
            ("a.HTM", "Ana", Format::Html),
            ("a.md", "# Ana", Format::Markdown),
            ("a.txt", "{\"format\": \"article-annotator\"}", Format::Native),
            ("a.json", "[]", Format::Native),
            ("", "[{\"text\": \"Ana said no.\"}]", Format::Native),
            ("", "[Updated] Ana said no.", Format::Plain),
            ("notes.v2.txt", "{curly} braces", Format::Plain),
        ] {
            assert_eq!(recognize(name, text), format, "{name} {text}");
        }
    }

    #[test]
    fn a_file_keeps_what_a_page_says_of_its_paragraphs() {
        let page = "<nav>Home</nav><h1>A dam</h1><p>The river has been running backwards for a year, they say.";
        let Ok(Found { content: Content::Article(page), .. }) = open("a.html", page.as_bytes()) else {
            panic!("it is HTML")
        };
        let document = Document::with_blocks(Source::new(page.text.as_str()), &page.blocks);
        assert_eq!(document.known_blocks(), page.blocks);
        assert_eq!(page.blocks.len(), 3);
        let opened = native::read(&native::write(&document)).expect("its own file");
        assert_eq!(opened.session.document(), &document);
    }

    #[test]
    fn too_much_text_is_refused() {
        let text = "word ".repeat(MAX_TEXT_BYTES / 5 + 1);
        assert!(matches!(open("a.txt", text.as_bytes()), Err(OpenError::TooLarge { limit: MAX_TEXT_BYTES, .. })));
        let html = format!("<script>{text}</script><p>short</p>");
        assert!(
            matches!(open("a.html", html.as_bytes()), Ok(Found { content: Content::Article(page), .. }) if page.text == "short")
        );
    }

    #[test]
    fn the_limit_is_that_of_what_it_is_and_asked_before_reading() {
        let wide: Vec<u8> = "Ana said no.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let native = b"{\n  \"format\": \"article-annotator\", ".as_slice();
        let text = b"Ana said no.".as_slice();
        for (name, beginning, limit, room) in [
            ("", text, MAX_TEXT_BYTES, MAX_TEXT_BYTES),
            ("a.txt", text, MAX_TEXT_BYTES, MAX_TEXT_BYTES),
            ("a.md", text, MAX_TEXT_BYTES, MAX_TEXT_BYTES),
            ("a.txt", &wide, MAX_TEXT_BYTES, 2 * MAX_TEXT_BYTES),
            ("a.htm", text, MAX_PAGE_BYTES, MAX_PAGE_BYTES),
            ("", b"<!doctype html>", MAX_PAGE_BYTES, MAX_PAGE_BYTES),
            ("", native, MAX_FILE_BYTES, MAX_FILE_BYTES),
            ("a.json", b"{\"a\": 1}", MAX_FILE_BYTES, MAX_FILE_BYTES),
        ] {
            assert_eq!(check_size(name, beginning, room), Ok(()), "{name}");
            let bytes = room + 4;
            assert_eq!(check_size(name, beginning, bytes), Err(OpenError::TooLarge { bytes, limit }), "{name}");
        }
    }
}
