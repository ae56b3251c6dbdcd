//! Everything about one annotation, as the inspector shows it.

use std::rc::Rc;
use std::sync::Arc;

use crate::document::{
    Annotation, AnnotationId, Body, CheckStatus, Document, EntityId, LabelId, Origin, QuoteBody, Review, SpeakerOption,
    speakers,
};
use crate::text::TextRange;
use crate::view::lists::panels::excerpt;
use crate::vocabulary::{Confidence, Evidence, QuoteKind};

/// One entry of the list of speakers. The first nine answer to the digits 1 to 9.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakerChoice {
    /// The cluster, if it is one.
    pub entity: Option<EntityId>,
    /// Its name, or the words of the text.
    pub name: Rc<str>,
    /// The words at the quote that name the speaker, when the engine proposes them.
    pub mention: Option<TextRange>,
    /// Share among the engine's candidates; none for people that the engine did not consider.
    pub score: Option<Confidence>,
    /// Why, strongest first.
    pub evidence: Arc<[Evidence]>,
    /// This is the speaker now.
    pub current: bool,
}

/// What the annotation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InspectedBody {
    /// A name.
    Mention {
        /// What it is.
        label: LabelId,
        /// Its cluster with name and number of mentions that are not rejected.
        entity: Option<(EntityId, Rc<str>, usize)>,
    },
    /// A quote.
    Quote {
        /// Its kind.
        kind: QuoteKind,
        /// The words that introduce it.
        cue: Option<Rc<str>>,
        /// The words that name the speaker.
        speaker: Option<Rc<str>>,
        /// Who that is.
        entity: Option<(EntityId, Rc<str>)>,
        /// Who it could be, best first.
        choices: Rc<[SpeakerChoice]>,
        /// Its parts.
        parts: Rc<[TextRange]>,
        /// The opening mark has no closing one.
        unclosed: bool,
    },
}

/// Everything about one annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspected {
    /// Its name.
    pub id: AnnotationId,
    /// The words, shortened when long.
    pub text: Rc<str>,
    /// From the first covered byte to the last.
    pub range: TextRange,
    /// Name or quote.
    pub body: InspectedBody,
    /// Who made it.
    pub origin: Origin,
    /// What the person decided.
    pub review: Review,
    /// How sure the engine was.
    pub confidence: Option<Confidence>,
    /// Why, strongest first.
    pub evidence: Arc<[Evidence]>,
    /// The person's note.
    pub note: Rc<str>,
    /// State of fact checking.
    pub status: CheckStatus,
}

/// The longest text shown, in characters.
const EXCERPT: usize = 280;

/// Everything about `id`; `None` when it is gone.
pub fn inspect(document: &Document, id: AnnotationId) -> Option<Inspected> {
    let annotation = document.annotation(id)?;
    let (text, body) = match &annotation.body {
        Body::Mention(mention) => {
            let entity = mention.entity.and_then(|id| document.entity(id));
            let entity =
                entity.map(|entity| (entity.id, Rc::from(&*entity.name), document.mentions_of(entity.id).len()));
            (document.source().slice(mention.range).to_owned(), InspectedBody::Mention { label: mention.label, entity })
        }
        Body::Quote(quote) => {
            let words: Vec<_> = quote.parts.iter().map(|&part| document.source().slice(part)).collect();
            (words.join(" \u{2026} "), quote_body(document, id, quote))
        }
    };
    Some(Inspected {
        id,
        text: excerpt(&text, EXCERPT),
        range: annotation.body.span(),
        body,
        origin: annotation.origin,
        review: annotation.review,
        confidence: annotation.confidence,
        evidence: explained(document, annotation),
        note: Rc::from(&*annotation.note),
        status: annotation.status,
    })
}

/// The rule of the engine's statistical model, which weighs what stands around a name.
const CONTEXT: &str = "context";
/// Characters before and after a name that are looked at for the words next to it.
const NEXT_TO: usize = 40;

/// The reasons, of which the one that speaks of the words around names these words.
fn explained(document: &Document, annotation: &Annotation) -> Arc<[Evidence]> {
    let is_bare = |why: &Evidence| why.rule == CONTEXT && why.detail.is_empty();
    if !annotation.evidence.iter().any(is_bare) {
        return Arc::clone(&annotation.evidence);
    }
    let words = with_neighbors(document, annotation.body.span());
    let all = annotation.evidence.iter();
    all.map(|why| if is_bare(why) { Evidence::new(CONTEXT, &*words) } else { why.clone() }).collect()
}

/// The words with the one before and the one after them, in one paragraph.
fn with_neighbors(document: &Document, span: TextRange) -> String {
    let source = document.source();
    let words = source.slice(span);
    let Some(bounds) = source.paragraph_at(span.start()).map(|at| source.paragraphs()[at]) else { return words.into() };
    let head = source.slice(TextRange::new(bounds.start().min(span.start()), span.start()));
    let tail = source.slice(TextRange::new(span.end(), bounds.end().max(span.end())));
    let cut = head.char_indices().rev().nth(NEXT_TO).map_or(0, |(at, _)| at);
    let before = head[cut..].trim_start();
    // What stands between the words and the next one, such as marks and commas, belongs to it.
    let word_ends = before.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
    let from = before[..word_ends].rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let after = &tail[..tail.char_indices().nth(NEXT_TO).map_or(tail.len(), |(at, _)| at)];
    let word_begins = after.find(char::is_alphanumeric).unwrap_or(after.len());
    let to = after[word_begins..].find(char::is_whitespace).map_or(after.len(), |length| word_begins + length);
    format!("{}{words}{}", &before[from..], after[..to].trim_end())
}

fn quote_body(document: &Document, id: AnnotationId, quote: &QuoteBody) -> InspectedBody {
    let words = |range: TextRange| Rc::from(document.source().slice(range));
    InspectedBody::Quote {
        kind: quote.kind,
        cue: quote.cue.map(words),
        speaker: quote.speaker.map(words),
        entity: quote.entity.and_then(|id| document.entity(id)).map(|entity| (entity.id, Rc::from(&*entity.name))),
        choices: choices(document, id, quote),
        parts: quote.parts.iter().copied().collect(),
        unclosed: quote.unclosed,
    }
}

fn choices(document: &Document, id: AnnotationId, quote: &QuoteBody) -> Rc<[SpeakerChoice]> {
    let choice = |option: SpeakerOption| {
        let entity = option.entity.and_then(|id| document.entity(id));
        SpeakerChoice {
            entity: option.entity,
            name: entity.map_or_else(|| document.source().slice(option.mention), |entity| &entity.name).into(),
            current: match option.entity {
                Some(id) => quote.entity == Some(id),
                None => quote.entity.is_none() && quote.speaker == Some(option.mention),
            },
            mention: option.score.is_some().then_some(option.mention),
            score: option.score,
            evidence: option.evidence,
        }
    };
    speakers(document, id).into_iter().map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;

    #[test]
    fn the_words_around_a_name_are_named() {
        let text = "Ana Díaz of Harbor Trust, the lender, spoke.\n\nShe met “Ben Ode” in Lyon.";
        let document = Document::new(Source::new(text));
        for (words, expected) in [
            ("Ana Díaz", "Ana Díaz of"),
            ("Harbor Trust", "of Harbor Trust, the"),
            ("Ben Ode", "met “Ben Ode” in"),
            ("Lyon", "in Lyon."),
        ] {
            let at = text.find(words).unwrap();
            let span = TextRange::at(at as u32, (at + words.len()) as u32);
            assert_eq!(with_neighbors(&document, span), expected);
        }
    }
}
