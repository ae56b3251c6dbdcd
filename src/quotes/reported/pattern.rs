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

/// Words that report have strengths from 0 to 3: see [`crate::lexicon::verbs::SpeechWord::strength`].
const STRENGTHS: usize = 4;

/// The share of each pattern's finds that agree with the annotation at an overlap of 0.8, in permille, by the strength of
/// the word that introduces it (PolNeAR, training part). In the order of [`Pattern`].
const SHARES: [(Pattern, [u16; STRENGTHS]); 19] = [
    (Pattern::That, [400, 400, 650, 770]),
    (Pattern::Bare, [490, 490, 630, 790]),
    (Pattern::Before, [400, 400, 700, 850]),
    (Pattern::Question, [370, 370, 580, 750]),
    (Pattern::Infinitive, [240, 440, 660, 420]),
    (Pattern::According, [750, 750, 750, 750]),
    (Pattern::Noun, [200, 290, 460, 460]),
    (Pattern::State, [150, 150, 650, 650]),
    (Pattern::Passive, [200, 210, 620, 620]),
    (Pattern::Preposition, [350, 670, 570, 470]),
    (Pattern::Object, [240, 370, 460, 300]),
    (Pattern::View, [270, 270, 290, 290]),
    (Pattern::SaidOf, [470, 470, 670, 360]),
    (Pattern::Topic, [330, 450, 420, 200]),
    (Pattern::Gap, [450, 450, 450, 540]),
    (Pattern::As, [500, 500, 500, 550]),
    (Pattern::Headline, [520, 520, 590, 520]),
    (Pattern::Hearsay, [270, 270, 270, 270]),
    (Pattern::Mood, [420, 420, 420, 420]),
];

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

    /// How sure such a find is, by the strength of the word that introduces it, in permille.
    pub(crate) fn confidence(self, strength: u8) -> u16 {
        let (_, shares) = SHARES[self as usize];
        shares[usize::from(strength).min(STRENGTHS - 1)]
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

    /// How sure it is, by pattern and strength.
    pub(crate) fn confidence(&self) -> Confidence {
        Confidence::permille(self.pattern.confidence(self.strength))
    }
}

#[cfg(test)]
mod tests {
    use super::SHARES;

    #[test]
    fn the_shares_stand_in_the_order_of_the_patterns() {
        for (row, (pattern, _)) in SHARES.into_iter().enumerate() {
            assert_eq!(pattern as usize, row, "{pattern:?}");
        }
    }
}
