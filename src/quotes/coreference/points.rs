//! The points by which coreference chooses who is meant. All of them were tuned by hand on the training articles.

/// What speaks for a man or a woman: positive sums for a man, negative ones for a woman.
pub(crate) mod gender {
    /// A title at the name ("Mrs"): outweighs everything else.
    pub(crate) const TITLE: i32 = 100;
    /// A role beside the name that only a man or a woman bears ("her brother, Héctor Carrasco").
    pub(crate) const STATED_ROLE: i32 = 8;
    /// What the recognizer knows, by first names and nouns at the name.
    pub(crate) const RECOGNIZED: i32 = 2;
    /// A pronoun near the only person whom the sentence, or else the one before, names.
    pub(crate) const PRONOUN: i32 = 1;
    /// A pronoun that opens a sentence, behind one that names one person.
    pub(crate) const OPENING_PRONOUN: i32 = 2;
    /// Fewer points leave the gender unknown.
    pub(crate) const ENOUGH: i32 = 2;
    /// The same for a woman.
    pub(crate) const ENOUGH_FEMININE: i32 = -ENOUGH;
}

/// What speaks for somebody by where the text has spoken of them before: the best mention counts.
pub(crate) mod salience {
    /// For a mention in the same sentence.
    pub(crate) const MENTION: i32 = 36;
    /// Less for each sentence between.
    pub(crate) const SENTENCE_BETWEEN: i32 = 5;
    /// Less for each paragraph between.
    pub(crate) const PARAGRAPH_BETWEEN: i32 = 2;
    /// More paragraphs between than these cost no more.
    pub(crate) const MOST_PARAGRAPHS: u32 = 3;
    /// For the owner of what the same sentence speaks of ("his lawyer").
    pub(crate) const OWNER: i32 = 30;
    /// For a mention that stands as a subject does.
    pub(crate) const SUBJECT: i32 = 7;
    /// For a possessor ("Ana's lawyer"): the sentence is about something else.
    pub(crate) const POSSESSOR: i32 = -4;
    /// For a mention behind a preposition.
    pub(crate) const BEHIND_PREPOSITION: i32 = -4;
    /// For each mention nearby, and for each in the whole article; up to [`MOST_MENTIONS`] of either.
    pub(crate) const EACH_MENTION: i32 = 1;
    /// More mentions than these speak for nobody more.
    pub(crate) const MOST_MENTIONS: usize = 6;
    /// For who spoke last and goes on.
    pub(crate) const LAST_SPEAKER: i32 = 12;
    /// For who spoke last, where the paragraph has turned to somebody else since.
    pub(crate) const LAST_SPEAKER_LEFT: i32 = 2;
}

/// How well an entity agrees with a pronoun.
pub(crate) mod pronoun {
    /// Its gender is known and that of the pronoun.
    pub(crate) const KNOWN_GENDER: i32 = 12;
    /// Its gender is not known.
    pub(crate) const UNKNOWN_GENDER: i32 = 0;
}

/// How well a role of an entity agrees with the role noun that is to be resolved.
pub(crate) mod role {
    /// "the Uzbek president" of the "Uzbek president".
    pub(crate) const SAME_PHRASE: i32 = 40;
    /// "the president" of the "president".
    pub(crate) const SAME_NOUN: i32 = 26;
    /// "the president" of the "Uzbek president".
    pub(crate) const NOUN_OF_LONGER: i32 = 20;
    /// "the Uzbek president" of the "new Uzbek president".
    pub(crate) const NOUN_AND_MODIFIER: i32 = 22;
    /// "the outgoing president" of the "president".
    pub(crate) const NOUN_WITH_NEW_MODIFIER: i32 = 6;
    /// "the Uzbek leader" of the "Uzbek envoy".
    pub(crate) const MODIFIER_ONLY: i32 = 16;
    /// "the woman" of a woman of whom no role is stated.
    pub(crate) const GENDER_ONLY: i32 = -20;
    /// "the ministry" of the "Ministry of Justice".
    pub(crate) const IN_NAME: i32 = 24;
}

/// How far ahead of all others the best must be; else nobody is meant.
pub(crate) mod lead {
    /// Over the second.
    pub(crate) const OVER_SECOND: i32 = 6;
    /// Over the second, where a pronoun stands far from all that it may mean.
    pub(crate) const OVER_SECOND_FROM_AFAR: i32 = OVER_SECOND + 8;
    /// With fewer points a pronoun stands far from whom it may mean.
    pub(crate) const NEAR: i32 = 36;
    /// A pronoun that can mean only one needs more points than these.
    pub(crate) const ALONE: i32 = 12;
    /// A role that can mean only one needs more points than these.
    pub(crate) const ALONE_BY_ROLE: i32 = 0;
}
