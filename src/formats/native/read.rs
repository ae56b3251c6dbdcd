//! Reading the file: what cannot be kept is said, what contradicts itself is refused.

use std::collections::BTreeSet;

use serde_json::error::Category;

use super::anchor::{Anchor, Repairs};
use super::history::{both, delta};
use super::reader::{Labels, Reader, by_person, engine, label, language, word};
use super::record::{FileRecord, Head, SpanRecord};
use super::words::PAGE;
use super::{FORMAT, VERSION, sha256};
use crate::document::{Annotation, Body, Delta, DocumentParts, EntityId, LabelId, Session};
use crate::formats::limits::{MAX_FILE_BYTES, MAX_TEXT_BYTES};
use crate::formats::{BadValue, OpenError};
use crate::text::Source;
use crate::vocabulary::BlockKind;

/// More labels than this are a mistake.
pub(in crate::formats) const MAX_LABELS: usize = 1000;

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The document, and its history when the file had one.
    pub session: Session,
    /// What had to be repaired; say it to the person when it is not empty.
    pub repairs: Repairs,
}

/// Reads what [`super::write`] or [`super::write_session`] wrote.
///
/// # Errors
/// One sentence on why the file cannot be opened.
pub fn read(json: &str) -> Result<Opened, OpenError> {
    if json.len() > MAX_FILE_BYTES {
        return Err(OpenError::TooLarge { bytes: json.len(), limit: MAX_FILE_BYTES });
    }
    read_whole(json)
}

/// Without a limit: what was written must be read again.
fn read_whole(json: &str) -> Result<Opened, OpenError> {
    let json = json.trim_start_matches('\u{feff}');
    if json.trim().is_empty() {
        return Err(OpenError::Empty);
    }
    // What this program wrote is read in one go; only what it did not write is looked at twice.
    let file = match serde_json::from_str::<FileRecord<'_>>(json) {
        Ok(file) if file.format == FORMAT && file.version == VERSION => file,
        _ => unfamiliar(json)?,
    };
    if file.text.len() > MAX_TEXT_BYTES {
        return Err(OpenError::TooLarge { bytes: file.text.len(), limit: MAX_TEXT_BYTES });
    }
    if file.text.contains('\0') {
        return Err(OpenError::NulBytes);
    }
    open(&file)
}

/// A file of an earlier version, or a refusal of what is none.
fn unfamiliar(json: &str) -> Result<FileRecord<'_>, OpenError> {
    let head: Head = serde_json::from_str(json).map_err(|error| match error.classify() {
        Category::Data => OpenError::NotOurs,
        _ => refusal(&error),
    })?;
    if head.format.as_ref().and_then(|out| out.as_str()) != Some(FORMAT) {
        return Err(OpenError::NotOurs);
    }
    match head.version {
        None | Some(0) => return Err(OpenError::BadValue(BadValue::NoVersion)),
        Some(version) if version > VERSION => return Err(OpenError::Newer { version, known: VERSION }),
        Some(_) => {}
    }
    serde_json::from_str(json).map_err(|error| refusal(&error))
}

fn refusal(error: &serde_json::Error) -> OpenError {
    match error.classify() {
        Category::Eof => OpenError::Truncated,
        Category::Data => parser(error),
        Category::Syntax | Category::Io => OpenError::BadJson { line: error.line(), column: error.column() },
    }
}

/// A value that the parser does not take.
fn parser(error: &serde_json::Error) -> OpenError {
    OpenError::BadValue(BadValue::Parser { line: error.line(), column: error.column(), detail: error.to_string() })
}

fn open(file: &FileRecord<'_>) -> Result<Opened, OpenError> {
    let source = Source::new(&*file.text);
    if file.labels.len() > MAX_LABELS {
        return Err(OpenError::BadValue(BadValue::Labels(file.labels.len())));
    }
    let labels = file.labels.iter().map(label).collect::<Result<Vec<_>, _>>()?;
    let names = labels.iter().zip(0..).map(|(line, index)| (line.name.to_string(), LabelId(index))).collect();
    let mut reader = Reader { labels: Labels::ByName(names), anchor: Anchor::new(&source, &spans(file)) };
    reader.anchor.repairs.text_changed = !file.text_sha256.eq_ignore_ascii_case(&sha256(&file.text));

    let mut annotations = Vec::new();
    let mut marked = BTreeSet::new();
    for record in &file.mentions {
        let found = reader.mention(record)?;
        // Two mentions of a changed text may come to lie on the same words.
        let moved = reader.anchor.repairs.moved > 0;
        let key = |annotation: &Annotation| {
            (annotation.is_live(), annotation.body.mention().map(|mention| (mention.range, mention.label)))
        };
        match found {
            Some(annotation) if !moved || !annotation.is_live() || !marked.contains(&key(&annotation)) => {
                marked.insert(key(&annotation));
                annotations.push(annotation);
            }
            _ => reader.anchor.repairs.dropped += 1,
        }
    }
    for record in &file.quotes {
        match reader.quote(record)? {
            Some(annotation) => annotations.push(annotation),
            None => reader.anchor.repairs.dropped += 1,
        }
    }
    if annotations.is_empty() && reader.anchor.repairs.dropped > 0 {
        return Err(OpenError::NothingFits);
    }
    let mut entities =
        file.clusters.iter().map(|character| reader.cluster(character)).collect::<Result<Vec<_>, _>>()?;
    let used = referenced(&annotations);
    entities.retain(|entity| used.contains(&entity.id));

    let Roles { blocks, chosen, told } = roles(file, &source, &mut reader.anchor.repairs)?;
    let document = DocumentParts {
        source: source.clone(),
        title: (&*file.title).into(),
        annotations,
        entities,
        labels,
        blocks,
        told,
        chosen,
        language: language(file.lang.as_deref(), file.lang_by.as_deref())?,
        engine: file.engine.as_ref().map(engine),
    }
    .assemble()
    .map_err(OpenError::Inconsistent)?;
    let Some(history) = &file.history else {
        return Ok(Opened { session: Session::new(document), repairs: reader.anchor.repairs });
    };
    let repaired = !reader.anchor.repairs.is_empty();
    let (session, kept) = match both(&source, history).filter(|_| !repaired) {
        Some((undo, redo)) => Session::with_history(document, undo, redo),
        None => (Session::new(document), false),
    };
    reader.anchor.repairs.history_lost = !kept;
    Ok(Opened { session, repairs: reader.anchor.repairs })
}

/// Reads what the page keeps: what [`super::write_session`] wrote, and what [`super::write_change`] wrote after it.
///
/// # Errors
/// One sentence on why the session cannot be opened. Changes that do not fit are left out, and said in the repairs.
pub fn read_session(whole: &str, changes: &[impl AsRef<str>]) -> Result<Opened, OpenError> {
    let Opened { session, mut repairs } = read_whole(whole)?;
    let source = session.document().source().clone();
    let deltas: Vec<Delta> = changes.iter().map_while(|change| delta(&source, change.as_ref())).collect();
    let (session, fit) = Delta::replay(session, &deltas);
    repairs.changes_lost = changes.len() - fit;
    Ok(Opened { session, repairs })
}

/// Every span of a file that says its words.
fn spans<'a>(file: &'a FileRecord<'a>) -> impl Iterator<Item = &'a SpanRecord<'a>> + Clone {
    let parts = file.quotes.iter().flat_map(|quote| quote.parts.iter().chain(&quote.cue).chain(&quote.speaker));
    file.mentions.iter().map(|mention| &mention.span).chain(parts)
}

fn referenced(annotations: &[Annotation]) -> BTreeSet<EntityId> {
    let of = |annotation: &Annotation| match &annotation.body {
        Body::Mention(mention) => mention.entity.into_iter().collect::<Vec<_>>(),
        Body::Quote(quote) => {
            quote.candidates.iter().filter_map(|candidate| candidate.entity).chain(quote.entity).collect()
        }
    };
    annotations.iter().flat_map(of).collect()
}

/// Roles of paragraphs.
struct Roles {
    blocks: Vec<BlockKind>,
    /// The paragraphs whose role the person set, and those whose role the page said.
    chosen: Vec<u32>,
    told: Vec<u32>,
}

/// The roles of paragraphs, which of them the person set, and which the page said; all body text when they do not fit the text.
fn roles(file: &FileRecord<'_>, source: &Source, repairs: &mut Repairs) -> Result<Roles, OpenError> {
    let count = source.paragraphs().len();
    if file.paragraphs.len() != count {
        repairs.roles_lost = true;
        return Ok(Roles { blocks: vec![BlockKind::Body; count], chosen: Vec::new(), told: Vec::new() });
    }
    let (mut blocks, mut chosen, mut told) = (Vec::with_capacity(count), Vec::new(), Vec::new());
    for (record, index) in file.paragraphs.iter().zip(0..) {
        blocks.push(word(&record.role)?);
        if record.role_by == PAGE {
            told.push(index);
        } else if by_person(&record.role_by)? {
            chosen.push(index);
        }
    }
    Ok(Roles { blocks, chosen, told })
}
