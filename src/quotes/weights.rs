//! Weights of the attribution ranker: one global constant for each feature.
//!
//! Fitted by `quotes::fit` (log-likelihood of the right candidate, averaged) to the training articles of PolNeAR; no word
//! has a weight of its own.

/// A weight of this size multiplies the odds by e.
pub(crate) const SCALE: i32 = 256;

/// In the order of `feature::FEATURES`.
pub(crate) const WEIGHTS: &[i32] = &[
    390,  // Right
    419,  // Left
    -417, // LeftSentence
    -731, // LeftParagraph
    -477, // RightSentence
    499,  // SameParagraph
    -433, // NextParagraph
    215,  // Orphan
    -471, // OrphanAlone
    536,  // Nobody
    23,   // RightComma
    96,   // RightOpen
    -206, // RightBare
    -179, // RightDistance
    -87,  // LeftDistance
    123,  // LeftColon
    -20,  // LeftComma
    -203, // LeftAdjacent
    107,  // LeftLabel
    -140, // LeftUnmarked
    -90,  // LeftAcross
    336,  // LeftThat
    -181, // CueBetween
    468,  // Strong
    190,  // Medium
    -229, // CueNoun
    -72,  // CueParticiple
    -133, // CueInfinitive
    -632, // PassiveSubject
    275,  // PassiveAgent
    363,  // MainSubject
    1140, // PhraseSpeaker
    2,    // Signature
    916,  // CuePhrase
    -2,   // CueColon
    -164, // CueThought
    -74,  // CueCapital
    329,  // Before
    -99,  // After
    -91,  // FarAfter
    435,  // Person
    229,  // Body
    326,  // Pronoun
    -148, // Weak
    250,  // Role
    -10,  // Capital
    -134, // SpeakerDistance
    -232, // ClauseBetween
    -296, // AfterPreposition
    -395, // AfterVerb
    291,  // ClauseInitial
    -197, // Possessor
    -526, // AcrossQuote
    -429, // NoSpeaker
    125,  // Short
    -68,  // Long
    -206, // Whole
    474,  // TitleCase
    -8,   // Modifier
    65,   // TitlePlace
    35,   // Nickname
    -356, // NoCue
    806,  // SingleMarks
];
