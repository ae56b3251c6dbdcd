//! Weights of the attribution ranker: one global constant for each feature.
//!
//! Fitted by `quotes::fit` (log-likelihood of the right candidate, averaged) to the training articles of PolNeAR; no word
//! has a weight of its own.

/// A weight of this size multiplies the odds by e.
pub(crate) const SCALE: i32 = 256;

/// In the order of `feature::FEATURES`.
pub(crate) const WEIGHTS: &[i32] = &[
    449,  // Right
    453,  // Left
    -428, // LeftSentence
    -743, // LeftParagraph
    -409, // RightSentence
    335,  // SameParagraph
    -527, // NextParagraph
    870,  // Nobody
    63,   // RightComma
    98,   // RightOpen
    -121, // RightBare
    -170, // RightDistance
    -103, // LeftDistance
    78,   // LeftColon
    178,  // LeftComma
    -143, // LeftAdjacent
    99,   // LeftLabel
    -120, // LeftUnmarked
    -98,  // LeftAcross
    246,  // LeftThat
    -179, // CueBetween
    379,  // Strong
    136,  // Medium
    -280, // CueNoun
    71,   // CueParticiple
    -156, // CueInfinitive
    55,   // CuePassive
    796,  // CuePhrase
    -98,  // CueColon
    -194, // CueThought
    -43,  // CueCapital
    326,  // Before
    20,   // After
    -127, // FarAfter
    395,  // Person
    187,  // Body
    276,  // Pronoun
    -168, // Weak
    191,  // Role
    -44,  // Capital
    -104, // SpeakerDistance
    8,    // Apposition
    -253, // ClauseBetween
    -28,  // NominalBetween
    -225, // AfterPreposition
    -356, // AfterVerb
    322,  // ClauseInitial
    -90,  // Antecedent
    26,   // Agent
    -208, // Possessor
    43,   // VerbBetween
    -489, // AcrossQuote
    -407, // NoSpeaker
    29,   // Short
    -66,  // Long
    -403, // Whole
    499,  // TitleCase
    -23,  // Modifier
    -542, // NoCue
    580,  // SingleMarks
];
