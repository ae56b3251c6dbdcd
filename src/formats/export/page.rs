//! The annotated article as one HTML file: real elements, no scripts, its own styles, light and dark, fit to print.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::excerpts::{quote_words, speaker_name};
use super::words;
use crate::document::{Annotation, AnnotationId, Body, CheckStatus, Document, LabelId};
use crate::text::{InOrder as _, TextRange, TextSize, links};
use crate::vocabulary::{BlockKind, Language, QuoteKind};

/// By these words a page is known again.
const OWN: &str = "<style>:root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fdfdfb;";

const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fdfdfb;--quote:#fff3c4;--soft:#6b6b6b}\
@media(prefers-color-scheme:dark){:root{--ink:#e9e9e6;--paper:#191a1c;--quote:#4a4013;--soft:#a3a3a0}}\
body{font:1.1rem/1.6 Georgia,serif;color:var(--ink);background:var(--paper);max-width:42rem;margin:2rem auto;padding:0 1rem}\
mark{color:inherit;background:none;text-decoration:underline;text-decoration-thickness:.12em;text-underline-offset:.18em}\
.place{text-decoration-style:dotted}.organization{text-decoration-style:double}.own{text-decoration-style:wavy}\
q{quotes:none;background:var(--quote);border-radius:.15em}\
q.not-quote{background:none;outline:1px dotted var(--soft)}\
.who{font:.75rem/1 system-ui,sans-serif;color:var(--soft);margin-left:.3em}\
.byline,.dateline,.date,.caption,.furniture{color:var(--soft);font-size:.9rem}\
ul,.row{margin:.3rem 0}blockquote{border-left:3px solid var(--soft);margin-left:0;padding-left:1rem}.row{font-size:.9rem;white-space:pre-wrap}\
sup a{font:.7rem/1 system-ui,sans-serif;color:var(--soft);text-decoration:none;margin-left:.15em}\
:target{background:var(--quote)}\
aside{font:.9rem/1.4 system-ui,sans-serif}h2{font-size:1rem}li{margin:.4rem 0}.note{margin:.1rem 0;white-space:pre-line}\
table{border-collapse:collapse;width:100%;font:.9rem/1.4 system-ui,sans-serif}\
td,th{text-align:left;padding:.2rem .5rem;border-bottom:1px solid #8886}\
@media print{body{margin:0;max-width:none}q{outline:1px solid #bbb}}";

/// Whether a text is such a file.
pub(super) fn is_own(text: &str) -> bool {
    text.starts_with("<!DOCTYPE html>") && text.contains(OWN)
}

/// The article with what the person wrote on it.
struct Article<'a> {
    document: &'a Document,
    /// The number of each annotation with a note or a state of checking, in reading order.
    numbers: BTreeMap<AnnotationId, usize>,
}

impl<'a> Article<'a> {
    fn new(document: &'a Document) -> Self {
        let noted = document.in_reading_order().into_iter().filter(|annotation| annotation.has_word());
        let numbers = noted.zip(1..).map(|(annotation, number)| (annotation.id, number)).collect();
        Self { document, numbers }
    }
}

/// The file.
pub(super) fn write(document: &Document) -> String {
    let article = Article::new(document);
    let title = if document.title().is_empty() { words::ARTICLE } else { document.title() };
    let language = document.language().map(|known| known.language).filter(|&known| known != Language::UNKNOWN);
    let direction = language.map_or("", |known| if known.is_right_to_left() { " dir=\"rtl\"" } else { " dir=\"ltr\"" });
    let language = language.map_or(String::new(), |known| format!(" lang=\"{known}\"{direction}"));
    let mut out = format!(
        "<!DOCTYPE html>\n<html{language}>\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width\">\n<title>{0}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n",
        escaped(title)
    );
    for (index, (&paragraph, &kind)) in document.source().paragraphs().iter().zip(document.blocks()).enumerate() {
        let (open, close) = match kind {
            BlockKind::Headline => ("<h1 dir=\"auto\">", "</h1>"),
            BlockKind::Heading => ("<h2 dir=\"auto\">", "</h2>"),
            BlockKind::Byline => ("<p dir=\"auto\" class=\"byline\">", "</p>"),
            BlockKind::Dateline => ("<p dir=\"auto\" class=\"dateline\">", "</p>"),
            BlockKind::Date => ("<p dir=\"auto\" class=\"date\">", "</p>"),
            BlockKind::Caption => ("<p dir=\"auto\" class=\"caption\">", "</p>"),
            BlockKind::Body => ("<p dir=\"auto\">", "</p>"),
            BlockKind::ListItem => ("<ul><li dir=\"auto\">", "</li></ul>"),
            BlockKind::BlockQuote => ("<blockquote><p dir=\"auto\">", "</p></blockquote>"),
            BlockKind::TableRow => ("<p dir=\"auto\" class=\"row\">", "</p>"),
            BlockKind::Furniture => ("<p dir=\"auto\" class=\"furniture\">", "</p>"),
        };
        out.push_str(open);
        inline(&mut out, &article, paragraph, document.in_paragraph(index).as_slice());
        out.push_str(close);
        out.push('\n');
    }
    out.push_str("</main>\n");
    notes(&mut out, &article);
    legend(&mut out, document);
    out.push_str("</body>\n</html>\n");
    out
}

/// A stretch of one paragraph that one annotation covers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Cover {
    start: TextSize,
    /// Longer ones open first, so that they stand outside.
    end: Reverse<TextSize>,
    /// Of equal ones the quote stands outside.
    mention: bool,
    id: AnnotationId,
    /// The last part of its annotation ends here.
    last: bool,
}

/// The text of a paragraph with its annotations as elements. Where two cross, the inner one is closed and opened again.
fn inline(out: &mut String, article: &Article, paragraph: TextRange, annotations: &[std::sync::Arc<Annotation>]) {
    let mut covers: Vec<Cover> = Vec::new();
    for annotation in annotations {
        let parts = annotation.body.parts();
        for (index, &part) in parts.iter().enumerate() {
            if let Some(seen) = part.intersect(paragraph) {
                let last = index + 1 == parts.len() && seen.end() == part.end();
                let mention = annotation.body.mention().is_some();
                covers.push(Cover { start: seen.start(), end: Reverse(seen.end()), mention, id: annotation.id, last });
            }
        }
    }
    covers.order();
    let mut edges: Vec<TextSize> = covers.iter().flat_map(|character| [character.start, character.end.0]).collect();
    edges.push(paragraph.end());
    edges.order();
    edges.dedup();
    let mut stack: Vec<Cover> = Vec::new();
    let mut next = covers.iter().peekable();
    let mut at = paragraph.start();
    for edge in edges {
        if at < edge {
            out.push_str(&escaped(article.document.source().slice(TextRange::new(at, edge))));
            at = edge;
        }
        // Close what ends here, and for the moment what was opened within it.
        let deepest = stack.iter().position(|character| character.end.0 == edge).unwrap_or(stack.len());
        let closing = stack.split_off(deepest);
        let mut reopened = Vec::new();
        for cover in closing.iter().rev() {
            close(out, article, cover, cover.end.0 == edge);
            if cover.end.0 != edge {
                reopened.push(*cover);
            }
        }
        for cover in reopened.into_iter().rev() {
            open(out, article.document, &cover);
            stack.push(cover);
        }
        while let Some(cover) = next.next_if(|character| character.start == edge) {
            open(out, article.document, cover);
            stack.push(*cover);
        }
    }
}

fn open(out: &mut String, document: &Document, cover: &Cover) {
    let Some(annotation) = document.annotation(cover.id) else { return };
    match &annotation.body {
        Body::Mention(mention) => {
            let class = match mention.label {
                LabelId::PERSON => "person",
                LabelId::PLACE => "place",
                LabelId::ORGANIZATION => "organization",
                _ => "own",
            };
            let label = document.label(mention.label).map_or("", |line| &*line.name);
            let name = mention.entity.and_then(|entity| document.entity(entity)).map_or("", |entity| &*entity.name);
            write!(out, "<mark class=\"{class}\" title=\"{}: {}\">", escaped(label), escaped(name))
        }
        Body::Quote(quote) => {
            let class = if quote.kind == QuoteKind::NotQuote { "not-quote" } else { "quote" };
            let name = speaker_name(document, quote);
            write!(
                out,
                "<q class=\"{class}\" title=\"{}\">",
                escaped(if name.is_empty() { words::NO_SPEAKER } else { name })
            )
        }
    }
    .expect("invariant: a string takes all");
}

fn close(out: &mut String, article: &Article, cover: &Cover, ends: bool) {
    let document = article.document;
    let Some(annotation) = document.annotation(cover.id) else { return };
    match &annotation.body {
        Body::Mention(_) => out.push_str("</mark>"),
        Body::Quote(quote) => {
            out.push_str("</q>");
            let name = speaker_name(document, quote);
            if ends && cover.last && annotation.body.is_said() && !name.is_empty() {
                write!(out, "<bdi><span class=\"who\">{}</span></bdi>", escaped(name))
                    .expect("invariant: a string takes all");
            }
        }
    }
    if let Some(number) = article.numbers.get(&cover.id).filter(|_| ends && cover.last) {
        let (state, sign) = (words::state(annotation.status), sign(annotation.status));
        write!(
            out,
            "<sup><a href=\"#note-{number}\" id=\"ref-{number}\" title=\"{state}\"><span>{number}{sign}</span></a></sup>"
        )
        .expect("invariant: a string takes all");
    }
}

/// What stands beside the number of an annotation that was checked.
fn sign(status: CheckStatus) -> &'static str {
    match status {
        CheckStatus::Unchecked => "",
        CheckStatus::Confirmed => "\u{a0}✓",
        CheckStatus::Disputed => "\u{a0}!",
    }
}

/// What the person noted, and what was checked.
fn notes(out: &mut String, article: &Article) {
    let document = article.document;
    if article.numbers.is_empty() {
        return;
    }
    writeln!(out, "<aside{}>\n<h2>{}</h2>\n<ol>", own_words(document), words::NOTES)
        .expect("invariant: a string takes all");
    for annotation in document.in_reading_order() {
        let Some(number) = article.numbers.get(&annotation.id) else { continue };
        let covered = match &annotation.body {
            Body::Mention(mention) => document.source().slice(mention.range).to_owned(),
            Body::Quote(quote) => quote_words(document, quote),
        };
        let state = words::state(annotation.status);
        let dash = if state.is_empty() { "" } else { " — " };
        write!(out, "<li id=\"note-{number}\"><b><bdi>{}</bdi></b>{dash}{state}", escaped(&covered))
            .expect("invariant: a string takes all");
        if !annotation.note.is_empty() {
            write!(out, "<p class=\"note\" dir=\"auto\">{}</p>", with_links(&annotation.note))
                .expect("invariant: a string takes all");
        }
        writeln!(out, " <a href=\"#ref-{number}\" title=\"{}\">↩</a></li>", words::BACK)
            .expect("invariant: a string takes all");
    }
    out.push_str("</ol>\n</aside>\n");
}

/// The words that this program adds are English.
fn own_words(document: &Document) -> &'static str {
    let foreign = document.language().is_some_and(|known| !known.language.is_english());
    if foreign { " lang=\"en\" dir=\"ltr\"" } else { "" }
}

fn legend(out: &mut String, document: &Document) {
    let mut rows: Vec<_> = document.entities().map(|error| (document.counts_of(error.id), error)).collect();
    rows.order_by_key(|(counts, error)| (Reverse((counts.quotes, counts.mentions)), error.id));
    if rows.is_empty() {
        return;
    }
    let columns = [words::NAME, words::TYPE, words::MENTIONS, words::QUOTES].map(|column| format!("<th>{column}</th>"));
    writeln!(out, "<aside{}>\n<table>\n<thead><tr>{}</tr></thead>\n<tbody>", own_words(document), columns.concat())
        .expect("invariant: a string takes all");
    for (counts, entity) in rows {
        let label = document.label(entity.label).map_or("", |line| &*line.name);
        let (name, label) = (escaped(&entity.name), escaped(label));
        writeln!(
            out,
            "<tr><td><bdi>{name}</bdi></td><td><bdi>{label}</bdi></td><td>{}</td><td>{}</td></tr>",
            counts.mentions, counts.quotes
        )
        .expect("invariant: a string takes all");
    }
    out.push_str("</tbody>\n</table>\n</aside>\n");
}

/// A note, whose addresses of web pages can be followed.
fn with_links(note: &str) -> String {
    let (mut out, mut at) = (String::new(), 0);
    for link in links(note) {
        let address = escaped(&note[link.clone()]);
        out.push_str(&escaped(&note[at..link.start]));
        write!(out, "<a href=\"{address}\" rel=\"noopener noreferrer\">{address}</a>")
            .expect("invariant: a string takes all");
        at = link.end;
    }
    out + &escaped(&note[at..])
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            character => out.push(character),
        }
    }
    out
}
