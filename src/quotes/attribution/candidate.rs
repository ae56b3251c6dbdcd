//! One possible attribution: a cue near the quote, and a mention near the cue.

use crate::lexicon::verbs::SpeechWord;
use crate::quotes::parse::context::Field;
use crate::quotes::parse::index::{ItemId, ItemRange, NominalId, NominalRange, QuoteId};

/// No search goes further than so many items.
pub(crate) const REACH: u32 = 70;

/// Where the words of attribution stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Region {
    /// Behind the quote, in its sentence.
    Right,
    /// In the sentence behind the quote.
    RightSentence,
    /// Before the quote, in its sentence.
    Left,
    /// In the sentence before, in the same paragraph.
    LeftSentence,
    /// At the end of the paragraph before.
    LeftParagraph,
    /// The attribution of the quote before goes on, in the same paragraph.
    SameParagraph,
    /// The attribution of the quote before goes on from the paragraph before.
    NextParagraph,
    /// Two speakers take turns.
    Turn,
    /// Quoted, but nobody is tied to the words.
    Orphan,
    /// Nobody's words: a term, a title.
    Nobody,
}

/// One possible attribution.
#[derive(Clone, Debug)]
pub(crate) struct Attribution<F> {
    pub(crate) region: Region,
    /// The items of the cue.
    pub(crate) cue: Option<ItemRange>,
    /// Who says it.
    pub(crate) speaker: Option<NominalId>,
    /// What is true of it, or the points for that.
    pub(crate) features: F,
}

/// Something that introduces words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cue {
    /// Its items, at least one.
    pub(crate) items: ItemRange,
    /// What the lists say of it, if it is a word of saying.
    pub(crate) known: Option<&'static SpeechWord>,
    pub(crate) kind: CueKind,
    /// "was told"; known once the window that it stands in is.
    pub(crate) passive: bool,
}

impl Cue {
    /// A cue that is no word of saying.
    pub(crate) fn other(kind: CueKind, items: ItemRange) -> Self {
        Self { items, known: None, kind, passive: false }
    }
}

/// What kind of words introduces a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CueKind {
    /// A verb of saying.
    Verb,
    /// A noun of saying: "her claim".
    Noun,
    /// "according to", "in his words".
    Phrase,
    /// A colon.
    Colon,
    /// A dash before the name of who said it.
    Signature,
}

/// Items among which a cue and its speaker are looked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    pub(crate) items: ItemRange,
    /// The nominals that start among them.
    pub(crate) nominals: NominalRange,
}

impl Window {
    /// The window of `items`.
    pub(crate) fn of(field: &Field<'_>, items: ItemRange) -> Self {
        Self { items, nominals: field.started(items.first).to(field.started(items.end)) }
    }

    /// Of the nominals, those from `before` before item `at` to `behind` behind it.
    pub(crate) fn near(self, field: &Field<'_>, at: ItemId, before: u32, behind: u32) -> NominalRange {
        let middle = field.started(at);
        self.nominals.first.max(middle.back(before)).to(self.nominals.end.min(middle + behind))
    }
}

/// The attribution chosen for the quote before.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Previous {
    pub(crate) quote: QuoteId,
    /// The items of its cue.
    pub(crate) cue: Option<ItemRange>,
    pub(crate) speaker: Option<NominalId>,
    /// With whom that speaker talks.
    pub(crate) partner: Option<NominalId>,
}
