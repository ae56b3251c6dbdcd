//! "Open": any file or pasted text that this program understands, and what it was recognized as.

use super::limits::{MAX_PAGE_BYTES, MAX_TEXT_BYTES};
use super::{OpenError, decode, html, markdown, native};

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

/// Opens a file by its name (which may be empty) and bytes.
///
/// # Errors
/// One sentence on why it cannot be opened.
pub fn open(name: &str, bytes: &[u8]) -> Result<(Format, Content), OpenError> {
    let text = decode(bytes)?;
    let format = recognize(name, &text);
    let text = match format {
        Format::Native => {
            let opened = native::read(&text)?;
            return Ok((format, Content::Session(Box::new(opened))));
        }
        Format::Html => return article(&text).map(|article| (format, Content::Article(article))),
        Format::Markdown => markdown::to_text(&text),
        Format::Plain => text,
    };
    fits(&text)?;
    Ok((format, Content::Text(text)))
}

fn article(html: &str) -> Result<html::Article, OpenError> {
    if html.len() > MAX_PAGE_BYTES {
        return Err(OpenError::TooLarge { bytes: html.len(), limit: MAX_PAGE_BYTES });
    }
    let article = html::article(html);
    fits(&article.text)?;
    Ok(article)
}

/// Refuses what is too long for an article, or none.
fn fits(text: &str) -> Result<(), OpenError> {
    if text.len() > MAX_TEXT_BYTES {
        return Err(OpenError::TooLarge { bytes: text.len(), limit: MAX_TEXT_BYTES });
    }
    if text.trim().is_empty() {
        return Err(OpenError::Empty);
    }
    Ok(())
}

fn recognize(name: &str, text: &str) -> Format {
    let extension = name.rsplit_once('.').map_or("", |(_, entity)| entity).to_lowercase();
    let start: String = text
        .trim_start_matches(|character: char| character.is_whitespace() || character == '\u{feff}')
        .chars()
        .take(400)
        .collect();
    let is_object = start.starts_with('{');
    if (is_object && start.contains(native::FORMAT)) || matches!(extension.as_str(), "json" | "jsonl") {
        return Format::Native;
    }
    match extension.as_str() {
        "html" | "htm" | "xhtml" => Format::Html,
        "md" | "markdown" | "mdown" => Format::Markdown,
        _ if html::is_html(text) => Format::Html,
        _ => Format::Plain,
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
            ("notes.v2.txt", "{curly} braces", Format::Plain),
        ] {
            assert_eq!(recognize(name, text), format, "{name} {text}");
        }
    }

    #[test]
    fn a_file_keeps_what_a_page_says_of_its_paragraphs() {
        let page = "<nav>Home</nav><h1>A dam</h1><p>The river has been running backwards for a year, they say.";
        let Ok((Format::Html, Content::Article(page))) = open("a.html", page.as_bytes()) else { panic!("it is HTML") };
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
            matches!(open("a.html", html.as_bytes()), Ok((Format::Html, Content::Article(page))) if page.text == "short")
        );
    }
}
