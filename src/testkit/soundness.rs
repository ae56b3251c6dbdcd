//! What holds for the analysis of any text.

use unicode_segmentation::GraphemeCursor;

use crate::analysis::{Analysis, EntityIndex};
use crate::text::{Source, TextRange};

/// The most speakers that are offered for one quote.
const MOST_CANDIDATES: usize = 9;

/// What is wrong in `analysis` as an analysis of `source`, in words; nothing of a sound one.
pub fn fault(source: &Source, analysis: &Analysis) -> Option<String> {
    if analysis.blocks.len() != source.paragraphs().len() {
        return Some(format!("{} blocks, {} paragraphs", analysis.blocks.len(), source.paragraphs().len()));
    }
    mentions(source, analysis).or_else(|| entities(analysis)).or_else(|| quotes(source, analysis))
}

/// Whether `range` has words and cuts no grapheme.
fn sound(source: &Source, range: TextRange) -> bool {
    let text = source.text();
    let whole = |at: usize| {
        text.is_char_boundary(at) && GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(false)
    };
    range.end().index() <= text.len() && whole(range.start().index()) && whole(range.end().index()) && !range.is_empty()
}

fn mentions(source: &Source, analysis: &Analysis) -> Option<String> {
    let mut end = 0;
    for mention in &analysis.mentions {
        let right = sound(source, mention.range)
            && mention.range.start().get() >= end
            && !source.slice(mention.range).contains('\n')
            && analysis.entities.get(mention.entity.index()).is_some_and(|entity| entity.kind == mention.kind);
        if !right {
            return Some(format!("{mention:?} behind {end}"));
        }
        end = mention.range.end().get();
    }
    None
}

fn entities(analysis: &Analysis) -> Option<String> {
    for (index, entity) in analysis.entities.iter().enumerate() {
        let own = |&mention: &u32| {
            let mention = usize::try_from(mention).ok().and_then(|mention| analysis.mentions.get(mention));
            mention.is_some_and(|mention| mention.entity == EntityIndex::new(index))
        };
        if entity.mentions.is_empty() || entity.name.is_empty() || !entity.mentions.iter().all(own) {
            return Some(format!("{entity:?}"));
        }
    }
    None
}

fn quotes(source: &Source, analysis: &Analysis) -> Option<String> {
    let known = |entity: Option<EntityIndex>| entity.is_none_or(|entity| entity.index() < analysis.entities.len());
    for quote in &analysis.quotes {
        let right = !quote.parts.is_empty()
            && quote.parts.iter().all(|&part| sound(source, part))
            && quote.parts.is_sorted_by(|one, next| one.end() <= next.start())
            && quote.cue.is_none_or(|cue| sound(source, cue))
            && quote.speaker.is_none_or(|speaker| sound(source, speaker.range) && known(speaker.entity))
            && quote.candidates.len() <= MOST_CANDIDATES
            && quote.candidates.iter().all(|candidate| known(candidate.entity) && sound(source, candidate.range));
        if !right {
            return Some(format!("{quote:?}"));
        }
    }
    None
}
