//! From what the person brought to a session, and from a session to a file name and a record.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use wasm_bindgen::JsCast;
use web_sys::ClipboardEvent;

use crate::document::{Body, Document, Review, Session};
use crate::formats::native::Repairs;
use crate::formats::{self, Content, LOOK, MAX_PAGE_BYTES, MAX_TEXT_BYTES, OpenError, check_size, html};
use crate::storage::{SessionId, SessionMeta};
use crate::text::{CleanReport, Cleaned, Source, clean};
use crate::ui::state::{Message, Pasted};
use crate::ui::strings::Lang;
use crate::vocabulary::{BlockKind, Language};
use crate::web::files;

/// The longest title, in characters.
const TITLE_CHARS: usize = 120;

/// What the person brought.
#[derive(Clone, Debug)]
pub(crate) enum Brought {
    /// Words from the paste box.
    Text(String),
    /// An article that was pasted.
    Pasted(Pasted),
    /// A sample, by its index.
    Sample(usize),
    /// Words that are too long to be opened.
    TooLong(OpenError),
    /// Files, opened, dropped or pasted.
    Files(Vec<web_sys::File>),
    /// An article saved on this device.
    Saved(SessionId),
    /// An article to put into the trash.
    Forget(SessionMeta),
    /// An article to take out of the trash.
    BringBack(SessionId),
    /// Articles to delete for ever.
    Erase(Vec<SessionId>),
    /// An article of which everything there is is to be downloaded.
    Raw(SessionId),
    /// Everything of this device is to be downloaded in one file.
    Everything(Lang),
}

/// Words to put into the paste box. The same words again are another draft.
#[derive(Clone, Debug)]
pub(crate) struct Draft(pub(crate) Rc<Rc<str>>);

impl Draft {
    pub(crate) fn new(text: Rc<str>) -> Self {
        Self(Rc::new(text))
    }
}

impl PartialEq for Draft {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What was taken in.
#[derive(Debug)]
pub(crate) struct Taken {
    pub(crate) session: Session,
    /// A text without annotations: it wants an analysis.
    pub(crate) fresh: bool,
    /// What was tidied.
    pub(crate) cleaned: CleanReport,
    /// What had to be repaired to open a file.
    pub(crate) repairs: Repairs,
    /// Its encoding was assumed.
    pub(crate) assumed: bool,
}

impl Taken {
    /// A text without annotations.
    fn fresh(document: Document, cleaned: CleanReport) -> Self {
        let session = Session::new(document);
        Self { session, fresh: true, cleaned, repairs: Repairs::default(), assumed: false }
    }

    /// What is worth a word to the person about how it was taken in.
    pub(crate) fn notes(&self) -> Vec<Message> {
        let report = &self.cleaned;
        let tidied = report.soft_hyphens
            + report.invisible
            + report.controls
            + report.joined_lines
            + report.reply_marks
            + report.unreadable;
        let mut notes = Vec::new();
        if !self.repairs.is_empty() {
            notes.push(Message::Repaired(self.repairs.clone()));
        }
        if tidied > 0 {
            notes.push(Message::Cleaned(*report));
        }
        if self.assumed {
            notes.push(Message::Assumed);
        }
        notes
    }
}

/// What the clipboard brings.
pub(crate) enum Clip {
    /// Words.
    Words(Pasted),
    /// Files, and no words.
    Files(Vec<web_sys::File>),
    /// Neither.
    Nothing,
}

/// What a person pastes. Programs put a picture beside their words: the words count.
pub(crate) fn clip_of(event: &web_sys::Event) -> Clip {
    let carried = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let of_type = |kind: &str| carried.as_ref().and_then(|data| data.get_data(kind).ok()).unwrap_or_default();
    let (mut text, html) = (of_type("text/plain"), of_type("text/html"));
    if text.trim().is_empty() && html.len() <= MAX_PAGE_BYTES {
        text = html::article(&html).text;
    }
    if !text.trim().is_empty() {
        let html = Some(html).filter(|html| !html.is_empty()).map(Rc::from);
        return Clip::Words(Pasted { text: text.into(), html });
    }
    let files = files::carried(carried.as_ref());
    if files.is_empty() { Clip::Nothing } else { Clip::Files(files) }
}

/// Refuses words that are too long for an article, before anything is done with them.
pub(crate) fn check_length(text: &str) -> Result<(), OpenError> {
    check_size("", &text.as_bytes()[..text.len().min(LOOK)], text.len())
}

/// The same of words that come behind others.
pub(crate) fn check_together(there: &str, more: &str) -> Result<(), OpenError> {
    let bytes = there.len() + more.len();
    if bytes > MAX_TEXT_BYTES { Err(OpenError::TooLarge { bytes, limit: MAX_TEXT_BYTES }) } else { Ok(()) }
}

/// A session of pasted words, or of pasted JSON of ours.
pub(crate) fn from_text(text: &str) -> Result<Taken, OpenError> {
    from_file("", text.as_bytes())
}

/// A session of a file of any kind that the page reads.
pub(crate) fn from_file(name: &str, bytes: &[u8]) -> Result<Taken, OpenError> {
    let found = formats::open(name, bytes)?;
    let taken = match found.content {
        Content::Session(opened) => {
            let (session, repairs) = (opened.session, opened.repairs);
            let fresh = session.document().engine().is_none();
            Taken { session, fresh, cleaned: CleanReport::default(), repairs, assumed: false }
        }
        Content::Article(page) => of_page(page),
        Content::Text(text) => {
            let Cleaned { text, report, .. } = clean(&text);
            if text.trim().is_empty() {
                return Err(OpenError::Empty);
            }
            Taken::fresh(Document::new(Source::new(text)), report)
        }
    };
    Ok(Taken { assumed: found.assumed, ..taken })
}

fn of_page(page: html::Article) -> Taken {
    let declared = page.language.as_deref().and_then(Language::from_tag);
    let document = Document::with_blocks(Source::new(page.text), &page.blocks).declared(declared);
    Taken::fresh(document, CleanReport::default())
}

/// So many of a hundred letters of the words alone must be in the HTML beside them.
const LETTERS_IN_HUNDRED: usize = 95;

/// A session of pasted HTML; none when it is too long, or does not say all that the words beside it say.
pub(crate) fn from_html(pasted: &Pasted) -> Option<Taken> {
    let html = pasted.html.as_ref().filter(|html| html.len() <= MAX_PAGE_BYTES)?;
    let page = html::article(html);
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let is_whole = letters(&page.text) * 100 >= letters(&pasted.text) * LETTERS_IN_HUNDRED;
    (is_whole && !page.text.trim().is_empty()).then(|| of_page(page))
}

/// What the article is called: as the person says, else its headline, else its first line.
pub(crate) fn title(document: &Document) -> Arc<str> {
    if !document.title().is_empty() {
        return document.title().into();
    }
    let paragraphs = document.source().paragraphs();
    let is_kind = |i: &usize, kind: BlockKind| document.blocks().get(*i) == Some(&kind);
    let at = (0..paragraphs.len())
        .find(|i| is_kind(i, BlockKind::Headline))
        .or_else(|| (0..paragraphs.len()).find(|i| document.blocks().get(*i).is_some_and(|kind| kind.is_read())));
    let line = at.map_or("", |i| document.source().slice(paragraphs[i])).trim();
    cut(line).into()
}

/// The beginning of a line that is too long for a title, up to the end of a word.
fn cut(line: &str) -> Cow<'_, str> {
    let Some((end, _)) = line.char_indices().nth(TITLE_CHARS) else { return Cow::Borrowed(line) };
    let words = line[..end].rsplit_once(char::is_whitespace).map_or(&line[..end], |(words, _)| words.trim_end());
    Cow::Owned(format!("{words}…"))
}

/// The name of the downloaded file, without extension: the title's words, as every system takes them.
pub(crate) fn file_name(document: &Document) -> String {
    let name = file_stem(&title(document));
    if name.is_empty() { "article".to_owned() } else { name }
}

/// Words as the name of a file that every system takes, without extension; empty when they have neither letter nor digit.
pub(crate) fn file_stem(words: &str) -> String {
    let mut name = String::new();
    for c in words.chars().take(60) {
        if c.is_alphanumeric() {
            name.extend(c.to_lowercase());
        } else if !name.ends_with('-') {
            name.push('-');
        }
    }
    name.trim_matches('-').to_owned()
}

/// The record for the list of saved articles.
pub(crate) fn meta(id: SessionId, document: &Document, updated_ms: u64) -> SessionMeta {
    let (mut mentions, mut quotes, mut open) = (0, 0, 0);
    for annotation in document.annotations().filter(|a| a.review != Review::Rejected) {
        match annotation.body {
            Body::Mention(_) => mentions += 1,
            Body::Quote(_) => quotes += u32::from(annotation.body.is_said()),
        }
        open += u32::from(annotation.review == Review::Suggested);
    }
    let words = document.source().word_count() as u32;
    SessionMeta { id, title: title(document), updated_ms, words, mentions, quotes, open }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_taken_only_when_it_says_all_that_the_words_say() {
        let text =
            "Lake ferry returns\nThe ferry crossed the lake on Monday for the first time in years, said Ana Díaz.";
        let whole = "<h1>Lake ferry returns</h1><p>The ferry crossed the lake on Monday for the first time in years, said <a href='/x'>Ana Díaz</a>.</p>";
        let table = [(text, whole, true), (text, "<h1>Lake ferry returns</h1>", false), (text, "<img src='x'>", false)];
        for (text, html, taken) in table {
            let pasted = Pasted { text: text.into(), html: Some(html.into()) };
            assert_eq!(from_html(&pasted).is_some(), taken, "{html}");
        }
        assert!(from_html(&Pasted { text: text.into(), html: None }).is_none());
    }

    #[test]
    fn a_file_says_what_was_assumed_and_changed_to_read_it() {
        let notes = |bytes: &[u8]| from_file("a.txt", bytes).expect("a text").notes();
        assert_eq!(notes("The café in Köln closed.".as_bytes()), []);
        assert_eq!(notes(b"The caf\xe9 in K\xf6ln closed."), [Message::Assumed]);
        assert!(matches!(*notes("The ca\u{ad}fé closed.".as_bytes()), [Message::Cleaned(_)]));
    }

    #[test]
    fn names_files_after_the_article() {
        let table =
            [("Lake ferry returns", "lake-ferry-returns"), ("  «Ça va?» – oui!  ", "ça-va-oui"), ("???", "article")];
        for (text, expected) in table {
            assert_eq!(file_name(from_text(text).expect("a text").session.document()), expected, "{text:?}");
        }
    }
}
