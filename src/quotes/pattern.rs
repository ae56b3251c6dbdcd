//! The patterns by which speech is reported without marks, and how sure each is.

/// How words are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pattern {
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
}

impl Pattern {
    /// The code of the evidence.
    pub(super) fn rule(self) -> &'static str {
        match self {
            Self::That => "that-clause",
            Self::Bare => "bare-clause",
            Self::Before => "clause-before",
            Self::Question => "question-clause",
            Self::Infinitive => "infinitive",
            Self::According => "according-to",
            Self::Noun => "noun-clause",
            Self::State => "state-clause",
            Self::Passive => "passive-report",
            Self::Preposition | Self::Object => "reported-object",
        }
    }

    /// How often such a find agrees with the annotation at an overlap of 0.8, by the strength of the word that introduces
    /// it, in permille (PolNeAR, training part).
    pub(super) fn confidence(self, strength: u8) -> u16 {
        let shares: [u16; 4] = match self {
            Self::That => [400, 435, 660, 760],
            Self::Bare => [400, 450, 610, 780],
            Self::Before => [400, 400, 580, 840],
            Self::Question => [350, 350, 565, 710],
            Self::Infinitive => [405, 435, 565, 340],
            Self::According => [760, 760, 760, 760],
            Self::Noun => [200, 355, 440, 440],
            Self::State => [182, 182, 600, 600],
            Self::Passive => [300, 222, 593, 750],
            Self::Preposition => [300, 610, 570, 386],
            Self::Object => [240, 313, 416, 284],
        };
        shares[usize::from(strength.min(3))]
    }
}

/// A clause reported.
#[derive(Clone, Debug)]
pub(super) struct Reported {
    /// Items of each part, last exclusive; two when the attribution interrupts.
    pub(super) parts: Vec<(usize, usize)>,
    /// Items of the cue, last exclusive.
    pub(super) cue: (usize, usize),
    /// Index of the nominal.
    pub(super) speaker: Option<u32>,
    /// Thought rather than speech.
    pub(super) thought: bool,
    pub(super) pattern: Pattern,
    /// Of the word that introduces it: 0 to 3.
    pub(super) strength: u8,
}
