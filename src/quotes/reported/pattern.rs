//! The patterns by which speech is reported without marks, and how sure each is.

use crate::quotes::parse::index::{ItemId, ItemRange, NominalId};
use crate::vocabulary::Confidence;

/// How words are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pattern {
    /// "said that …"
    That,
    /// "said he would …"
    Bare,
    /// "…, she said"
    Before,
    /// "asked whether …"
    Question,
    /// "vowed to …"
    Infinitive,
    /// "according to her, …"
    According,
    /// "her claim that …"
    Noun,
    /// "is sure that …"
    State,
    /// "is expected to …"
    Passive,
    /// "called for …"
    Preposition,
    /// "criticized …"
    Object,
    /// "support for …"
    View,
    /// "… was declared …"
    SaidOf,
    /// "… was criticized"
    Topic,
    /// "which she said would …"
    Gap,
    /// "As he said, …"
    As,
    /// A headline.
    Headline,
    /// "reportedly"
    Hearsay,
    /// "is critical of …"
    Mood,
}

impl Pattern {
    /// The code of the evidence.
    pub(crate) fn rule(self) -> &'static str {
        match self {
            Self::That => "that-clause",
            Self::Bare | Self::Gap | Self::Headline => "bare-clause",
            Self::Before | Self::As => "clause-before",
            Self::Question => "question-clause",
            Self::Infinitive => "infinitive",
            Self::According => "according-to",
            Self::Noun => "noun-clause",
            Self::State | Self::Mood => "state-clause",
            Self::Passive | Self::SaidOf | Self::Topic | Self::Hearsay => "passive-report",
            Self::Preposition | Self::Object | Self::View => "reported-object",
        }
    }
}

/// A clause reported.
#[derive(Clone, Debug)]
pub(crate) struct Reported {
    /// Its parts; two when the attribution interrupts.
    pub(crate) parts: Vec<ItemRange>,
    pub(crate) cue: ItemRange,
    pub(crate) speaker: Option<NominalId>,
    /// Thought rather than speech.
    pub(crate) thought: bool,
    pub(crate) pattern: Pattern,
    /// Of the word that introduces it: 0 to 3.
    pub(crate) strength: u8,
    /// How sure it is, in permille; nothing before it was judged.
    pub(crate) confidence: u16,
}

impl Reported {
    /// One past the last item of cue and parts.
    pub(crate) fn end(&self) -> ItemId {
        self.parts_end().max(self.cue.end)
    }

    /// One past the last item of the parts.
    pub(crate) fn parts_end(&self) -> ItemId {
        self.parts.iter().map(|part| part.end).max().unwrap_or_default()
    }

    /// How sure it is.
    pub(crate) fn confidence(&self) -> Confidence {
        Confidence::permille(self.confidence)
    }
}
