//! One annotation: what it covers, what it says, where it comes from and what the person thinks of it.

use std::sync::Arc;

use crate::document::{AnnotationId, EntityId, LabelId};
use crate::text::TextRange;
use crate::vocabulary::{Confidence, Evidence, QuoteKind};

/// Who made an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The engine.
    Engine,
    /// The person at the page; also an engine's annotation that the person changed.
    Person,
    /// A file that was opened.
    Imported,
}

/// What the person decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Review {
    /// Nothing yet.
    Suggested,
    /// Right.
    Accepted,
    /// Wrong: not shown, and re-analysis does not bring it back.
    Rejected,
}

/// State of fact checking.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CheckStatus {
    /// Not looked at.
    #[default]
    Unchecked,
    /// Verified.
    Confirmed,
    /// In doubt.
    Disputed,
}

/// A possible speaker of a quote, best first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SpeakerCandidate {
    /// The cluster, if the candidate is one.
    pub entity: Option<EntityId>,
    /// The words that name it.
    pub range: TextRange,
    /// Share among the candidates.
    pub score: Confidence,
    /// Why.
    pub evidence: Arc<[Evidence]>,
}

/// A name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MentionBody {
    /// What is covered. Lies on grapheme borders, never empty.
    pub range: TextRange,
    /// Person, place, organization or the person's own label.
    pub label: LabelId,
    /// The cluster it belongs to.
    pub entity: Option<EntityId>,
}

/// A quote.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct QuoteBody {
    /// How the words are attributed.
    pub kind: QuoteKind,
    /// Sorted, disjoint, never empty; marks included.
    pub parts: Arc<[TextRange]>,
    /// "said", "according to".
    pub cue: Option<TextRange>,
    /// The words at the quote that name the speaker, which may be a pronoun.
    pub speaker: Option<TextRange>,
    /// Who that is.
    pub entity: Option<EntityId>,
    /// The best nine speakers, best first.
    pub candidates: Arc<[SpeakerCandidate]>,
    /// The opening mark has no closing one.
    pub unclosed: bool,
}

/// What an annotation says.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Body {
    /// A name.
    Mention(MentionBody),
    /// A quote.
    Quote(QuoteBody),
}

impl Body {
    /// What is covered: one range for a name, the parts of a quote in order.
    pub fn parts(&self) -> &[TextRange] {
        match self {
            Self::Mention(mention) => std::slice::from_ref(&mention.range),
            Self::Quote(quote) => &quote.parts,
        }
    }

    /// The mention, if it is one.
    pub fn mention(&self) -> Option<&MentionBody> {
        match self {
            Self::Mention(mention) => Some(mention),
            Self::Quote(_) => None,
        }
    }

    /// The quote, if it is one.
    pub fn quote(&self) -> Option<&QuoteBody> {
        match self {
            Self::Mention(_) => None,
            Self::Quote(quote) => Some(quote),
        }
    }

    /// The cluster that it names or that says it.
    pub fn entity(&self) -> Option<EntityId> {
        match self {
            Self::Mention(mention) => mention.entity,
            Self::Quote(quote) => quote.entity,
        }
    }

    /// Whether it is a quote that is somebody's words.
    pub fn is_said(&self) -> bool {
        self.quote().is_some_and(|quote| quote.kind != QuoteKind::NotQuote)
    }

    /// From the first covered byte to the last.
    pub fn span(&self) -> TextRange {
        match self {
            Self::Mention(mention) => mention.range,
            Self::Quote(quote) => {
                let first = quote.parts.first().expect("invariant: a quote has a part");
                first.cover(*quote.parts.last().expect("invariant: a quote has a part"))
            }
        }
    }
}

/// One annotation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Annotation {
    /// Its name.
    pub id: AnnotationId,
    /// What it says.
    pub body: Body,
    /// Who made it.
    pub origin: Origin,
    /// What the person decided.
    pub review: Review,
    /// How sure the engine was of what it had found, also when the person changed it since; none when the engine had no
    /// part in it.
    pub confidence: Option<Confidence>,
    /// Strongest first.
    pub evidence: Arc<[Evidence]>,
    /// The person's note; empty when there is none.
    pub note: Arc<str>,
    /// State of fact checking.
    pub status: CheckStatus,
}

impl Annotation {
    /// Not rejected: shown, counted, exported.
    pub fn is_live(&self) -> bool {
        self.review != Review::Rejected
    }

    /// The engine found it, whatever the person made of it since.
    pub fn is_found(&self) -> bool {
        self.confidence.is_some()
    }

    /// The person wrote a note on it or checked it.
    pub fn has_word(&self) -> bool {
        !self.note.is_empty() || self.status != CheckStatus::Unchecked
    }

    /// The person had no hand in it, so a new analysis may replace it.
    pub fn is_untouched(&self) -> bool {
        self.origin == Origin::Engine
            && self.review == Review::Suggested
            && self.note.is_empty()
            && self.status == CheckStatus::Unchecked
    }
}
