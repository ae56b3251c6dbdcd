//! Weights of the attribution ranker: one global constant for each feature.
//!
//! Fitted by `quotes::attribution::fit` (log-likelihood of the right candidate, averaged) to the training articles of PolNeAR; no word
//! has a weight of its own.

/// A weight of this size multiplies the odds by e.
pub(crate) const SCALE: i32 = 256;

/// In the order of `feature::FEATURES`.
pub(crate) const WEIGHTS: &[i32] = &[
    411,  // Right
    419,  // Left
    -437, // LeftSentence
    -752, // LeftParagraph
    -521, // RightSentence
    517,  // SameParagraph
    -443, // NextParagraph
    240,  // Orphan
    -484, // OrphanAlone
    566,  // Nobody
    2,    // RightComma
    99,   // RightOpen
    -211, // RightBare
    -182, // RightDistance
    -85,  // LeftDistance
    124,  // LeftColon
    -31,  // LeftComma
    -198, // LeftAdjacent
    107,  // LeftLabel
    -151, // LeftUnmarked
    -94,  // LeftAcross
    334,  // LeftThat
    -181, // CueBetween
    490,  // Strong
    208,  // Medium
    -203, // CueNoun
    -65,  // CueParticiple
    -121, // CueInfinitive
    -733, // PassiveSubject
    380,  // PassiveAgent
    359,  // MainSubject
    1260, // PhraseSpeaker
    2,    // Signature
    954,  // CuePhrase
    24,   // CueColon
    -152, // CueThought
    -96,  // CueCapital
    325,  // Before
    -120, // After
    -97,  // FarAfter
    456,  // Person
    247,  // Body
    346,  // Pronoun
    -127, // Weak
    272,  // Role
    15,   // Capital
    -135, // SpeakerDistance
    -227, // ClauseBetween
    -317, // AfterPreposition
    -411, // AfterVerb
    284,  // ClauseInitial
    -199, // Possessor
    -564, // AcrossQuote
    -423, // NoSpeaker
    121,  // Short
    -70,  // Long
    -208, // Whole
    472,  // TitleCase
    -7,   // Modifier
    66,   // TitlePlace
    700,  // TitleOfWork, by hand
    46,   // Nickname
    -363, // NoCue
    834,  // SingleMarks
];
