//! Pasted or opened HTML to text: what a reader of the page would read, as paragraphs.

use std::collections::BTreeSet;

use html5gum::{DefaultEmitter, Token, Tokenizer};

/// Elements that are no part of the article, with all they contain.
const DROPPED: &[&str] = &[
    "aside", "audio", "button", "canvas", "dialog", "footer", "form", "head", "iframe", "map", "math", "menu", "nav",
    "noscript", "object", "picture", "script", "select", "style", "svg", "template", "textarea", "title", "video",
];

/// Elements that start and end a paragraph.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "body",
    "caption",
    "center",
    "details",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
];

/// Elements that start and end a line.
const LINES: &[&str] = &["dd", "dt", "li", "tr"];

/// Elements without an end tag.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// The text of `html`. Scripts, styles, navigation, forms and hidden elements are dropped; where the page says which part
/// is its main one, only that is taken. Blocks become paragraphs with a blank line between them.
pub fn to_text(html: &str) -> String {
    let mut kept = BTreeSet::new();
    // An element to drop that is never closed would take the rest of the article with it: then it is kept.
    loop {
        let mut extract = Extract::new(&kept, has_main(html));
        // Scripts and styles are read as a browser does, tags in their strings and all.
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
            extract.token(token);
        }
        match extract.skipping {
            Some((name, _))
                if !matches!(name.as_str(), "script" | "style" | "title" | "textarea") && kept.len() < 50 =>
            {
                kept.insert(name);
            }
            _ => return extract.out.finish(),
        }
    }
}

/// Whether a text is HTML: it starts as a document does, or has several closing tags of blocks.
pub fn is_html(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(200).collect::<String>().to_lowercase();
    if ["<!doctype html", "<html", "<head", "<body", "<article", "<main", "<meta"]
        .iter()
        .any(|step| start.starts_with(step))
    {
        return true;
    }
    start.starts_with('<') && ["</p>", "</div>", "</h1>", "</section>"].iter().any(|end| text.contains(end))
}

fn has_main(html: &str) -> bool {
    let lower = html.to_ascii_lowercase();
    lower.matches("<main").count() == 1 && lower.contains("</main>")
}

struct Extract<'a> {
    kept: &'a BTreeSet<String>,
    out: Text,
    /// The element being dropped and how many of its name are open.
    skipping: Option<(String, u32)>,
    /// Only what stands in `<main>` is taken.
    only_main: bool,
    in_main: bool,
    quotes: usize,
}

impl<'a> Extract<'a> {
    fn new(kept: &'a BTreeSet<String>, only_main: bool) -> Self {
        Self { kept, out: Text::default(), skipping: None, only_main, in_main: false, quotes: 0 }
    }

    fn token(&mut self, token: Token) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                if let Some((skipped, depth)) = &mut self.skipping {
                    *depth += u32::from(*skipped == name && !tag.self_closing);
                    return;
                }
                let attribute =
                    |key: &[u8]| tag.attributes.get(key).map(|value| String::from_utf8_lossy(value).to_lowercase());
                let hidden = attribute(b"hidden").is_some()
                    || attribute(b"aria-hidden").is_some_and(|value| value == "true")
                    || attribute(b"style").is_some_and(|value| value.replace(' ', "").contains("display:none"));
                let is_void = VOID.contains(&name.as_str()) || tag.self_closing;
                let dropped = DROPPED.contains(&name.as_str()) || hidden;
                if dropped && !is_void && !self.kept.contains(&name) && name != "body" {
                    if BLOCKS.contains(&name.as_str()) || matches!(name.as_str(), "nav" | "aside" | "form" | "footer") {
                        self.out.paragraph();
                    }
                    self.skipping = Some((name, 1));
                    return;
                }
                self.start(&name);
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                if let Some((skipped, depth)) = &mut self.skipping {
                    *depth -= u32::from(*skipped == name);
                    if *depth == 0 {
                        self.skipping = None;
                    }
                    return;
                }
                self.end(&name);
            }
            Token::String(text) if self.skipping.is_none() && (self.in_main || !self.only_main) => {
                self.out.push(&String::from_utf8_lossy(&text));
            }
            _ => {}
        }
    }

    fn start(&mut self, name: &str) {
        match name {
            "br" => self.out.line(),
            "td" | "th" => self.out.push(" "),
            "q" => {
                self.out.push(if self.quotes.is_multiple_of(2) { "“" } else { "‘" });
                self.quotes += 1;
            }
            "main" => {
                self.in_main = true;
                self.out.paragraph();
            }
            _ => self.border(name),
        }
        if name == "pre" {
            self.out.preformatted += 1;
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "q" if self.quotes > 0 => {
                self.quotes -= 1;
                self.out.push(if self.quotes.is_multiple_of(2) { "”" } else { "’" });
            }
            "main" => {
                self.in_main = false;
                self.out.paragraph();
            }
            "pre" => {
                self.out.preformatted = self.out.preformatted.saturating_sub(1);
                self.out.paragraph();
            }
            "td" | "th" => self.out.push(" "),
            _ => self.border(name),
        }
    }

    fn border(&mut self, name: &str) {
        if BLOCKS.contains(&name) {
            self.out.paragraph();
        } else if LINES.contains(&name) {
            self.out.line();
        }
    }
}

/// Text in the making: white space collapsed, breaks written when the next word comes.
#[derive(Default)]
struct Text {
    done: String,
    space: bool,
    breaks: usize,
    preformatted: u32,
}

impl Text {
    fn push(&mut self, words: &str) {
        for character in words.chars() {
            if character == '\n' && self.preformatted > 0 {
                self.breaks = (self.breaks + 1).min(2);
            } else if character.is_ascii_whitespace() {
                self.space = true;
            } else {
                if self.breaks > 0 && !self.done.is_empty() {
                    self.done.extend(std::iter::repeat_n('\n', self.breaks));
                } else if self.space && !self.done.is_empty() {
                    self.done.push(' ');
                }
                (self.breaks, self.space) = (0, false);
                self.done.push(character);
            }
        }
    }

    fn line(&mut self) {
        self.breaks = self.breaks.max(1);
    }

    fn paragraph(&mut self) {
        self.breaks = 2;
    }

    fn finish(self) -> String {
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_to_paragraphs() {
        for (html, text) in [
            ("<p>One <b>bold</b>\n word.</p><p>Two</p>", "One bold word.\n\nTwo"),
            ("<h1>Title</h1><script>var a = '<p>no</p>';</script><style>p{}</style><p>Body", "Title\n\nBody"),
            ("a<br>b<ul><li>one<li>two</ul>c", "a\nb\n\none\ntwo\n\nc"),
            (
                "<nav><a>Home</a> <a>News</a></nav><p>It&rsquo;s &ldquo;fine&rdquo; &amp; &#128240;</p>",
                "It’s “fine” & 📰",
            ),
            ("<p>He said <q>a <q>b</q> c</q>.</p>", "He said “a ‘b’ c”."),
            ("<div><nav>never closed <p>The article</p></div>", "never closed\n\nThe article"),
            ("<header>Site</header><main><h1>T</h1><p>B</p></main><p>after</p>", "T\n\nB"),
            ("<p hidden>x</p><p style='display: none'>y</p><p aria-hidden=true>z</p><p>seen</p>", "seen"),
            ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
            ("<pre>a\n  b</pre>", "a\nb"),
            ("<head><title>T</title></head><body>x</body>", "x"),
            ("<p>a</p><p>b", "a\n\nb"),
            ("1 < 2 and <unknown>3</unknown>", "1 < 2 and 3"),
            ("<script>alert(1)", ""),
            ("<script>let a = '<script><p>' + 1 < 2;</script><p>x</p>", "x"),
            ("", ""),
        ] {
            assert_eq!(to_text(html), text, "{html}");
        }
    }

    #[test]
    fn what_looks_like_html() {
        for html in ["<!DOCTYPE html><p>", " \n<html>", "<p>One</p>", "<div class=a>x</div>"] {
            assert!(is_html(html), "{html}");
        }
        for text in ["1 < 2", "<3 this", "He wrote <p> in his text", "Ana said </p>", "<Ana> hello"] {
            assert!(!is_html(text), "{text}");
        }
    }
}
