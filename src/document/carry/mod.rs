//! Carrying annotations from one version of an article's text to another: to the same words, or nowhere.
//! `text` cuts a text into words; `align` says which word is which, by `diff` and `slide`; `search` finds words that stand elsewhere;
//! `spans` maps a span, `bodies` an annotation; `report` is what a person is told. Read `carry` below, then `spans`.

mod align;
mod bodies;
mod diff;
mod report;
mod search;
mod slide;
mod spans;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use report::{Carried, Fate, FateKind};

use crate::document::carry::align::Alignment;
use crate::document::carry::spans::Carrier;
use crate::document::carry::text::{Numbers, Text};
use crate::document::index::reading_key;
use crate::document::{Annotation, AnnotationId, Body, Change, Document, check};
use crate::text::{InOrder as _, Source};
use crate::vocabulary::LanguageBy;

/// The document with another version of its text. Each annotation stays with its words; whatever a person decided on it stays
/// as it is. The same text changes nothing.
///
/// What may not be carried: a mention whose words are not there to the letter (white space and the form of quotation marks
/// aside), and a quote of which less than half is left.
pub fn carry(old: &Document, source: Source) -> Carried {
    let live = old.annotations().filter(|annotation| annotation.is_live()).count();
    if *old.source() == source {
        return Carried { document: old.clone(), report: Vec::new(), kept: live, moved: 0, words: [0; 2] };
    }
    let mut numbers = Numbers::default();
    let old_text = Text::new(old.source(), &mut numbers);
    let new_text = Text::new(&source, &mut numbers);
    let mut carrier = Carrier::new(old_text, new_text, numbers.len());
    let spans: Vec<_> = old.annotations().flat_map(|annotation| bodies::spans(&annotation.body)).collect();
    search::find_lost(&mut carrier, &spans);

    let found = find_all(&mut carrier, old);
    let alignment = carrier.alignment;
    let words = [&alignment.from, &alignment.to].map(|side| side.iter().filter(|other| other.is_none()).count());
    let mut document = with_settings(old, &alignment, source);
    let mut report: Vec<Fate> = Vec::new();
    let mut kept = 0;
    for annotation in old.in_reading_order() {
        match found.get(&annotation.id).map(|(_, fate)| *fate) {
            Some(None) => kept += 1,
            Some(Some(kind)) => report.push(Fate::new(old, annotation, kind)),
            None => report.push(Fate::new(old, annotation, FateKind::Vanished)),
        }
    }
    let changes = found.into_iter().map(|(id, (annotation, _))| Change::Annotation(id, Some(annotation)));
    document.swap_all(changes);
    let left = old.entities.iter().filter(|(id, _)| document.index.uses.contains_key(id));
    document.entities = left.map(|(&id, entity)| (id, Arc::clone(entity))).collect();
    debug_assert_eq!(check(&document), Ok(()));
    let moved = report.iter().filter(|fate| fate.kind == FateKind::Moved).count();
    Carried { document, report, kept, moved, words }
}

/// What is carried, each with what became of it.
type Found = BTreeMap<AnnotationId, (Arc<Annotation>, Option<FateKind>)>;

fn find_all(carrier: &mut Carrier, old: &Document) -> Found {
    // What a person had a hand in comes first: of two names that come to cover the same words one remains.
    let mut order: Vec<_> = old.annotations().collect();
    order.order_by_key(|annotation| (annotation.is_untouched(), reading_key(annotation)));
    let mut taken = BTreeSet::new();
    let mut out = Found::new();
    for annotation in order {
        let Some(found) = bodies::find(carrier, &annotation.body) else { continue };
        if let (Body::Mention(mention), true) = (&found.body, annotation.is_live())
            && !taken.insert((mention.range, mention.label))
        {
            continue;
        }
        let carried = if found.body == annotation.body {
            Arc::clone(annotation)
        } else {
            Arc::new(Annotation { body: found.body, ..(**annotation).clone() })
        };
        out.insert(annotation.id, (carried, found.fate));
    }
    out
}

/// The new text with all that is not an annotation: title, labels, what is known of paragraphs and language.
fn with_settings(old: &Document, alignment: &Alignment, source: Source) -> Document {
    let mut document = Document::new(source);
    document.title = Arc::clone(&old.title);
    document.labels = Arc::clone(&old.labels);
    document.engine.clone_from(&old.engine);
    // What the engine said of the language holds as long as most words are the same.
    let from = &alignment.from;
    let is_same = 2 * from.iter().filter(|word| word.is_some()).count() >= from.len();
    document.language = old.language.filter(|language| is_same || language.by != LanguageBy::Engine);
    let mut blocks = document.blocks.to_vec();
    for ((block, version), index) in blocks.iter_mut().zip(&alignment.versions).zip(0_u32..) {
        let Some(one) = *version else { continue };
        let was = u32::try_from(one).expect("invariant: texts are far below 4 GiB");
        *block = old.blocks[one];
        if old.chosen.contains(&was) {
            Arc::make_mut(&mut document.chosen).insert(index);
        }
        if old.told.contains(&was) {
            Arc::make_mut(&mut document.told).insert(index);
        }
    }
    document.blocks = Arc::new(blocks);
    document
}

#[cfg(test)]
mod tests;
