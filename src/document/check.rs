//! What holds of every document, checked when a file is read, in debug builds after every command, and in property
//! tests.

use std::collections::BTreeSet;
use std::fmt;

use crate::document::index::{Index, Replaced};
use crate::document::{Annotation, AnnotationId, Body, Document, EntityId, LabelId};
use crate::text::{Source, TextRange};
use unicode_segmentation::GraphemeCursor;

/// A broken invariant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Violation {
    /// Two annotations or clusters of one id.
    TwiceTheSameId,
    /// A range is empty, outside the text or splits a grapheme.
    Range(AnnotationId),
    /// The parts of a quote are none, out of order or overlap.
    Parts(AnnotationId),
    /// The label does not exist.
    Label(AnnotationId),
    /// The cluster does not exist.
    Reference(AnnotationId),
    /// A mention has another label than its cluster.
    LabelDiffers(AnnotationId),
    /// Two mentions of one label cover the same words.
    Duplicate(AnnotationId),
    /// Nothing refers to the cluster, or its label does not exist.
    Entity(EntityId),
    /// The three built-in labels are not there, or two labels share a name or key.
    Labels,
    /// Not one role for each paragraph.
    Blocks,
    /// The index does not say what the annotations say.
    Index,
}

/// For logs.
impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, formatter)
    }
}

impl std::error::Error for Violation {}

/// Whether `range` is not empty, lies in the text and does not split a grapheme.
pub(crate) fn is_whole(source: &Source, range: TextRange) -> bool {
    let text = source.text();
    // Between two letters of ASCII no character is cut, but for a line end of two.
    let plain = |at: usize| {
        let around = text.as_bytes().get(at.wrapping_sub(1)..=at);
        around.is_some_and(|pair| pair.is_ascii() && pair != b"\r\n")
    };
    let boundary = |at: usize| {
        plain(at)
            || text.is_char_boundary(at)
                && GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(false)
    };
    !range.is_empty()
        && range.end().index() <= text.len()
        && boundary(range.start().index())
        && boundary(range.end().index())
}

/// Checks everything. Linear in the number of annotations.
///
/// # Errors
/// The first broken invariant.
pub fn check(document: &Document) -> Result<(), Violation> {
    let labels = document.labels();
    let names: BTreeSet<_> = labels.iter().map(|label| &label.name).collect();
    let keys: Vec<_> = labels.iter().filter_map(|label| label.key).collect();
    let built_in = ["PERSON", "PLACE", "ORGANIZATION"];
    if labels.len() < LabelId::BUILT_IN
        || labels.iter().zip(built_in).any(|(label, name)| &*label.name != name)
        || names.len() != labels.len()
        || keys.iter().collect::<BTreeSet<_>>().len() != keys.len()
    {
        return Err(Violation::Labels);
    }
    let paragraphs = document.source.paragraphs().len();
    let outside = |indices: &BTreeSet<u32>| indices.last().is_some_and(|&index| index as usize >= paragraphs);
    if document.blocks.len() != paragraphs || outside(&document.chosen) || outside(&document.told) {
        return Err(Violation::Blocks);
    }
    let mut mentions = BTreeSet::new();
    let mut all = Replaced::default();
    for (&id, annotation) in document.annotations.iter() {
        if annotation.id != id {
            return Err(Violation::TwiceTheSameId);
        }
        check_annotation(document, annotation)?;
        if let (Body::Mention(mention), true) = (&annotation.body, annotation.is_live())
            && !mentions.insert((mention.range, mention.label))
        {
            return Err(Violation::Duplicate(id));
        }
        all.note(id, None, Some(annotation));
    }
    let mut index = Index::new(&document.source);
    index.replace(&document.source, &all);
    if index != *document.index {
        return Err(Violation::Index);
    }
    for (&id, entity) in document.entities.iter() {
        if entity.id != id || !index.uses.contains_key(&id) || document.label(entity.label).is_none() {
            return Err(Violation::Entity(id));
        }
    }
    Ok(())
}

fn check_annotation(document: &Document, annotation: &Annotation) -> Result<(), Violation> {
    let (id, source) = (annotation.id, &document.source);
    if !annotation.body.parts().iter().all(|&range| is_whole(source, range)) {
        return Err(Violation::Range(id));
    }
    let known = |entity: Option<EntityId>| entity.is_none_or(|entity| document.entities.contains_key(&entity));
    match &annotation.body {
        Body::Mention(mention) => {
            if document.label(mention.label).is_none() {
                return Err(Violation::Label(id));
            }
            if !known(mention.entity) {
                return Err(Violation::Reference(id));
            }
            let label = mention.entity.and_then(|entity| document.entity(entity)).map(|entity| entity.label);
            if annotation.is_live() && label.is_some_and(|label| label != mention.label) {
                return Err(Violation::LabelDiffers(id));
            }
        }
        Body::Quote(quote) => {
            if quote.parts.is_empty() || quote.parts.windows(2).any(|pair| pair[0].end() > pair[1].start()) {
                return Err(Violation::Parts(id));
            }
            let others =
                quote.cue.iter().chain(&quote.speaker).chain(quote.candidates.iter().map(|candidate| &candidate.range));
            if !others.into_iter().all(|&range| is_whole(source, range)) {
                return Err(Violation::Range(id));
            }
            if !known(quote.entity) || !quote.candidates.iter().all(|candidate| known(candidate.entity)) {
                return Err(Violation::Reference(id));
            }
        }
    }
    Ok(())
}
