//! The patterns by which speech is reported without marks, and how sure each is.

use crate::quotes::parse::index::{ItemRange, NominalId};
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

    /// How often such a find agrees with the annotation at an overlap of 0.8, by the strength of the word that introduces
    /// it, in permille (PolNeAR, training part).
    pub(crate) fn confidence(self, strength: u8) -> u16 {
        let shares: [u16; 4] = match self {
            Self::That => [400, 400, 650, 770],
            Self::Bare => [490, 490, 630, 790],
            Self::Gap => [450, 450, 450, 540],
            Self::Before => [400, 400, 700, 850],
            Self::As => [500, 500, 500, 550],
            Self::Headline => [520, 520, 590, 520],
            Self::Question => [370, 370, 580, 750],
            Self::Infinitive => [240, 440, 660, 420],
            Self::According => [750, 750, 750, 750],
            Self::Noun => [200, 290, 460, 460],
            Self::State => [150, 150, 650, 650],
            Self::Mood => [420, 420, 420, 420],
            Self::Passive => [200, 210, 620, 620],
            Self::SaidOf => [470, 470, 670, 360],
            Self::Topic => [330, 450, 420, 200],
            Self::Hearsay => [270, 270, 270, 270],
            Self::Preposition => [350, 670, 570, 470],
            Self::Object => [240, 370, 460, 300],
            Self::View => [270, 270, 290, 290],
        };
        shares[usize::from(strength.min(3))]
    }
}

/// A clause reported.
#[derive(Clone, Debug)]
pub(crate) struct Reported {
    /// Items of each part, last exclusive; two when the attribution interrupts.
    pub(crate) parts: Vec<ItemRange>,
    /// Items of the cue, last exclusive.
    pub(crate) cue: ItemRange,
    /// Index of the nominal.
    pub(crate) speaker: Option<NominalId>,
    /// Thought rather than speech.
    pub(crate) thought: bool,
    pub(crate) pattern: Pattern,
    /// Of the word that introduces it: 0 to 3.
    pub(crate) strength: u8,
}

impl Reported {
    /// How sure it is, by pattern and strength.
    pub(crate) fn confidence(&self) -> Confidence {
        Confidence::permille(self.pattern.confidence(self.strength))
    }
}
