//! One possible attribution: a cue near the quote, and a mention near the cue.

use crate::lexicon::verbs::SpeechWord;

use crate::quotes::parse::index::{ItemId, ItemRange, NominalId, QuoteId};

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
    /// The items of the cue.
    pub(crate) cue: Option<ItemRange>,
    /// Index of the nominal.
    pub(crate) speaker: Option<NominalId>,
    pub(crate) features: F,
}

/// Something that introduces words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cue {
    /// The first item.
    pub(crate) first: ItemId,
    /// One past the last item.
    pub(crate) end: ItemId,
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
    pub(crate) quote: QuoteId,
    pub(crate) cue: Option<ItemRange>,
    pub(crate) speaker: Option<NominalId>,
    /// With whom that speaker talks.
    pub(crate) partner: Option<NominalId>,
}
