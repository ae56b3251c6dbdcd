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
            Self::That => [400, 400, 630, 740],
            Self::Bare => [440, 440, 620, 770],
            Self::Before => [400, 400, 630, 830],
            Self::Question => [390, 390, 520, 760],
            Self::Infinitive => [350, 450, 620, 440],
            Self::According => [750, 750, 750, 750],
            Self::Noun => [170, 300, 400, 400],
            Self::State => [150, 150, 710, 710],
            Self::Passive => [200, 210, 760, 770],
            Self::Preposition => [400, 660, 580, 500],
            Self::Object => [220, 350, 450, 300],
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
