//! One possible attribution: a cue near the quote, and a mention near the cue.

use crate::lexicon::verbs::SpeechWord;

/// Where the words of attribution stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Region {
    Right,
    RightSentence,
    Left,
    LeftSentence,
    LeftParagraph,
    SameParagraph,
    NextParagraph,
    /// Two speakers take turns.
    Turn,
    /// Quoted, but nobody is tied to the words.
    Orphan,
    Nobody,
}

/// One possible attribution.
#[derive(Clone, Debug)]
pub(crate) struct Attribution<F> {
    pub(crate) region: Region,
    /// First and one past the last item of the cue.
    pub(crate) cue: Option<(u32, u32)>,
    /// Index of the nominal.
    pub(crate) speaker: Option<u32>,
    pub(crate) features: F,
}

/// Something that introduces words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cue {
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) known: Option<&'static SpeechWord>,
    pub(crate) kind: CueKind,
    /// "was told"; known once its features are.
    pub(crate) passive: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CueKind {
    Verb,
    Noun,
    Phrase,
    Colon,
    /// A dash before the name of who said it.
    Signature,
}

/// The attribution chosen for the quote before.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Previous {
    pub(crate) quote: usize,
    pub(crate) cue: Option<(u32, u32)>,
    pub(crate) speaker: Option<u32>,
    /// With whom that speaker talks.
    pub(crate) partner: Option<u32>,
}
