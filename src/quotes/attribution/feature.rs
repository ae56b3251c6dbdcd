//! The features of the attribution ranker, one global constant each; no word has a weight of its own.

use crate::quotes::attribution::weights::WEIGHTS;

macro_rules! features {
    ($($(#[doc = $doc:literal])+ $name:ident,)+) => {
        /// What may be true of a possible attribution.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub(crate) enum Feature {
            $($(#[doc = $doc])+ $name,)+
        }

        /// All features, in the order of the weights.
        #[cfg(any(test, feature = "train"))]
        pub(crate) const FEATURES: &[Feature] = &[$(Feature::$name,)+];
    };
}

features! {
    /// Cue in the same sentence after the quote.
    Right,
    /// Cue in the same sentence before the quote.
    Left,
    /// Cue in the sentence before, same paragraph.
    LeftSentence,
    /// Cue at the end of the paragraph before.
    LeftParagraph,
    /// Cue in a new sentence after the quote.
    RightSentence,
    /// The attribution of the quote before goes on, same paragraph.
    SameParagraph,
    /// The attribution of the quote before goes on from the paragraph before.
    NextParagraph,
    /// Somebody's words, but nobody is tied to them.
    Orphan,
    /// Orphan: the quote is its whole paragraph.
    OrphanAlone,
    /// Nobody's words.
    Nobody,
    /// Right, and the quote ends with a comma.
    RightComma,
    /// Right, and the quote ends with a question or exclamation mark, dash or dots.
    RightOpen,
    /// Right, and the quote ends in none of these.
    RightBare,
    /// Right: distance from the quote to the cue.
    RightDistance,
    /// Left: distance from the cue to the quote.
    LeftDistance,
    /// Left, and a colon stands before the quote.
    LeftColon,
    /// Left, and a comma stands before the quote.
    LeftComma,
    /// Left, the cue right before the quote.
    LeftAdjacent,
    /// Left, a name-giving verb, and the quote a fragment.
    LeftLabel,
    /// Left, the quote whole, no comma or colon before it.
    LeftUnmarked,
    /// Left, across another quote.
    LeftAcross,
    /// Left, "that" behind the cue.
    LeftThat,
    /// Another verb of saying between cue and quote.
    CueBetween,
    /// The cue is nearly always one.
    Strong,
    /// The cue is often one.
    Medium,
    /// The cue is a noun.
    CueNoun,
    /// The cue is a participle in -ing.
    CueParticiple,
    /// The cue is an infinitive or follows a modal verb.
    CueInfinitive,
    /// The cue is passive and the speaker its subject ("Díaz was told").
    PassiveSubject,
    /// The cue is passive and the speaker follows "by".
    PassiveAgent,
    /// The cue is a participle or joined to an earlier verb, and the speaker is the first of the sentence.
    MainSubject,
    /// "according to" and the speaker right behind.
    PhraseSpeaker,
    /// A dash and a name right behind the quote.
    Signature,
    /// "according to" and the like.
    CuePhrase,
    /// The cue is a colon.
    CueColon,
    /// The cue is of thought.
    CueThought,
    /// The cue is a capitalized word.
    CueCapital,
    /// Speaker before the cue.
    Before,
    /// Speaker right after the cue.
    After,
    /// Speaker further after the cue.
    FarAfter,
    /// The speaker is a personal name.
    Person,
    /// The speaker is an organization or place.
    Body,
    /// The speaker is a pronoun.
    Pronoun,
    /// The speaker is "it", "who" and the like.
    Weak,
    /// The speaker is a role noun.
    Role,
    /// The speaker is a run of capitals.
    Capital,
    /// Distance from speaker to cue.
    SpeakerDistance,
    /// A conjunction of clauses stands between speaker and cue.
    ClauseBetween,
    /// The speaker follows a preposition.
    AfterPreposition,
    /// The speaker follows a verb.
    AfterVerb,
    /// The speaker begins its sentence or clause.
    ClauseInitial,
    /// The speaker is a possessor.
    Possessor,
    /// The speaker stands on the other side of the quote.
    AcrossQuote,
    /// No speaker mention.
    NoSpeaker,
    /// Nobody's: one or two words.
    Short,
    /// Nobody's: words beyond four.
    Long,
    /// Nobody's: the quote is whole, capital first and punctuation last.
    Whole,
    /// Nobody's: every longer word has a capital.
    TitleCase,
    /// Nobody's: a noun follows or a determiner stands before it.
    Modifier,
    /// Nobody's: "on", "of", "in" before words with capitals.
    TitlePlace,
    /// Nobody's: words with capitals behind a broadcaster's name or a word for a work ("NBC’s", "the film").
    TitleOfWork,
    /// Nobody's: between two capitalized words, as a nickname stands.
    Nickname,
    /// Nobody's: no verb of saying in the sentence.
    NoCue,
    /// Nobody's: single marks.
    SingleMarks,
}

impl Feature {
    /// Where its weight stands.
    pub(crate) const fn index(self) -> usize {
        self as usize
    }
}

/// What takes the features of one candidate with their values.
pub(crate) trait Features: Copy {
    /// No feature.
    fn new() -> Self;

    /// Adds a feature.
    fn push(&mut self, feature: Feature, value: i32);
}

/// Features are small: beyond this they count no more.
const MOST: i32 = 100;

/// The score of a candidate: all that the engine wants of its features.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Score(pub(crate) i32);

impl Features for Score {
    fn new() -> Self {
        Self(0)
    }

    fn push(&mut self, feature: Feature, value: i32) {
        self.0 += WEIGHTS[feature.index()] * value.clamp(-MOST, MOST);
    }
}

/// The features themselves, to fit the weights to.
#[cfg(feature = "train")]
#[derive(Clone, Copy, Debug)]
pub(crate) struct Vector {
    len: u8,
    items: [(Feature, i8); ROOM],
}

/// The most features a candidate has.
#[cfg(feature = "train")]
const ROOM: usize = 28;

#[cfg(feature = "train")]
impl Features for Vector {
    fn new() -> Self {
        Self { len: 0, items: [(Feature::Right, 0); ROOM] }
    }

    fn push(&mut self, feature: Feature, value: i32) {
        debug_assert!(usize::from(self.len) < ROOM, "no candidate has more features");
        if let Some(slot) = self.items.get_mut(usize::from(self.len)) {
            *slot = (feature, i8::try_from(value.clamp(-MOST, MOST)).unwrap_or(i8::MAX));
            self.len += 1;
        }
    }
}

#[cfg(feature = "train")]
impl Vector {
    /// The features and their values.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Feature, i32)> {
        self.items[..usize::from(self.len)].iter().map(|&(feature, value)| (feature, i32::from(value)))
    }

    /// Its score by other weights than the engine's.
    pub(crate) fn score(&self, weights: &[i32]) -> i32 {
        self.iter().map(|(feature, value)| weights.get(feature.index()).copied().unwrap_or(0) * value).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::FEATURES;

    #[test]
    fn each_feature_has_its_weight() {
        assert_eq!(FEATURES.len(), crate::quotes::attribution::weights::WEIGHTS.len());
    }
}
