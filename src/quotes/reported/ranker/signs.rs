//! What speaks for or against a find: the signs of the ranker, one global constant each. No word has points of its own.

/// Signs that hold, each by its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signs(u64);

impl Signs {
    /// Adds the sign with this number if it holds.
    pub(crate) fn put(&mut self, index: usize, holds: bool) {
        self.0 |= u64::from(holds) << index;
    }

    /// Whether the sign with this number holds.
    pub(crate) fn has(self, index: usize) -> bool {
        self.0 & (1 << index) != 0
    }

    /// The numbers of those that hold.
    pub(crate) fn iter(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let index = left.trailing_zeros();
            left &= left.wrapping_sub(1);
            (index < u64::BITS).then_some(index as usize)
        })
    }

    /// The sum of their points.
    pub(crate) fn points(self, table: &[i32]) -> i32 {
        self.iter().map(|index| table[index]).sum()
    }
}

macro_rules! signs {
    ($(#[doc = $about:literal])+ $kind:ident, tuned to $tuned:expr => $($(#[doc = $doc:literal])+ $name:ident,)+) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $kind {
            $($(#[doc = $doc])+ $name,)+
        }

        impl $kind {
            /// All of them, in the order of their points.
            #[cfg(any(test, feature = "train"))]
            pub(crate) const ALL: &[Self] = &[$(Self::$name,)+];

            /// The first so many are global enough to be tuned on a corpus of which nothing may be learned otherwise.
            #[cfg(feature = "train")]
            pub(crate) const TUNED: usize = $tuned;

            /// Its number.
            pub(crate) const fn index(self) -> usize {
                self as usize
            }
        }
    };
}

signs! {
    /// Whether a find is somebody's words.
    Said, tuned to Self::Withheld.index() =>
    /// Always.
    Always,
    /// "said that …"
    That,
    /// "said he would …"
    Bare,
    /// "…, she said", "as she said"
    Before,
    /// "asked whether …"
    Question,
    /// "vowed to …"
    Infinitive,
    /// "according to her, …"
    According,
    /// "her claim that …"
    Noun,
    /// "is sure that …", "is critical of …"
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
    OfSomebody,
    /// "… was criticized"
    Topic,
    /// "which she said would …"
    Gap,
    /// A headline.
    Headline,
    /// "reportedly"
    Hearsay,
    /// The cue is nearly always of saying.
    Strong,
    /// It often is.
    Often,
    /// It is now and then.
    NowAndThen,
    /// It is of thought.
    Thought,
    /// An object of five items or fewer.
    ShortObject,
    /// An object that a person has said.
    TellsObject,
    /// An object of what often reports.
    OftenObject,
    /// They are one or two.
    Short,
    /// They are three to five.
    Shortish,
    /// Clause-like words without a verb.
    NoVerb,
    /// It is a participle in -ing.
    Participle,
    /// A person's name is the subject.
    Person,
    /// "he", "she", "they" is.
    Pronoun,
    /// Another noun phrase is.
    Phrase,
    /// It names what somebody or something is called.
    Label,
    /// It has an object that sums up what was said.
    Sums,
    /// It stands behind "to" or a modal verb.
    Unreal,
    /// It is denied or withheld: "did not say", "declined to say", "denied".
    Withheld,
    /// It is a base form.
    Plain,
    /// It is passive.
    PassiveVoice,
    /// It opens its sentence.
    Opens,
    /// A word that opens a subordinate clause stands before the subject.
    Subordinate,
    /// The name of a body or place is.
    Body,
    /// "I", "we" is.
    Speaker,
    /// A role noun is.
    Role,
    /// Capitals are.
    Capital,
    /// "it", "who" and the like is.
    Weak,
    /// An auxiliary stands in the words.
    Finite,
    /// None does, but a word in -ed or a verb of saying in the past.
    Past,
    /// They begin with a pronoun.
    BeginsPronoun,
    /// With a number.
    BeginsNumber,
    /// They are sixteen or more.
    Long,
    /// They end with their sentence.
    ToTheEnd,
    /// The sentence is a question.
    Asks,
    /// It is a headline or heading.
    Heading,
    /// An object of a participle.
    ObjectOfParticiple,
    /// An infinitive that is said of somebody who is told.
    Urged,
    /// Words before an attribution that go on behind it.
    GoesOn,
}

signs! {
    /// Whether reported words end at a joint of their sentence.
    Ends, tuned to Self::ALL.len() =>
    /// Always.
    Base,
    /// At a comma.
    Comma,
    /// At a semicolon or colon.
    Semicolon,
    /// At a dash or a hyphen between spaces.
    Dash,
    /// At a bracket.
    Bracket,
    /// At a conjunction.
    Conjunction,
    /// At a word that opens a clause.
    Subordinator,
    /// At a time, or a preposition before one.
    Time,
    /// The words are an infinitive or said of the subject.
    Loose,
    /// Within two items of their start.
    AtOnce,
    /// Within six.
    Soon,
    /// Behind more than sixteen.
    Late,
    /// No auxiliary stands before.
    NoVerb,
    /// A comma stands before.
    SecondComma,
    /// Who says it and a verb of saying, or a participle of saying, follow.
    Attribution,
    /// "which", "who" and the like follow.
    Which,
    /// A conjunction follows.
    And,
    /// A conjunction and a subject follow.
    AndSubject,
    /// "but" follows, or is the joint.
    But,
    /// "while", "although" follows.
    While,
    /// Another word that opens a clause follows.
    When,
    /// A determiner follows.
    Article,
    /// A word with a capital follows.
    Name,
    /// A number follows.
    Number,
    /// A pronoun follows.
    He,
    /// A preposition follows.
    In,
    /// An adverb follows.
    Adverb,
    /// A word in -ing follows.
    Doing,
    /// An auxiliary follows.
    Would,
    /// Another comma stands within so few items that an aside ends there.
    Aside,
    /// Nothing but a full stop stands soon behind.
    Last,
    /// The comma stands within what it belongs to: "Flint, Michigan".
    Joins,
    /// It is an auxiliary.
    Helper,
    /// It is a verb of saying.
    Verb,
    /// A conjunction and "that" follow.
    AndThat,
    /// A conjunction and a verb of saying follow.
    AndSays,
    /// It is a preposition.
    Preposition,
    /// It is a preposition before where something was said: "in an interview".
    Occasion,
    /// The words are an object.
    Object,
    /// They are, and it is a comma.
    ObjectComma,
    /// It is "when", "because" and the like.
    ClosesObjects,
}

const _: () = assert!(Said::GoesOn.index() < u64::BITS as usize && Ends::ClosesObjects.index() < u64::BITS as usize);
