//! Weights of the attribution ranker: one global constant for each feature.
//!
//! Fitted by `quotes::fit` (log-likelihood of the right candidate, averaged) to the training articles of PolNeAR; no word
//! has a weight of its own.

/// A weight of this size multiplies the odds by e.
pub(crate) const SCALE: i32 = 256;

/// In the order of `feature::FEATURES`.
pub(crate) const WEIGHTS: &[i32] = &[
    323, // Right
    408, // Left
    -334, // LeftSentence
    -681, // LeftParagraph
    -382, // RightSentence
    438, // SameParagraph
    -379, // NextParagraph
    149, // Orphan
    -412, // OrphanAlone
    459, // Nobody
    71, // RightComma
    80, // RightOpen
    -210, // RightBare
    -169, // RightDistance
    -95, // LeftDistance
    94, // LeftColon
    15, // LeftComma
    -226, // LeftAdjacent
    108, // LeftLabel
    -107, // LeftUnmarked
    -73, // LeftAcross
    343, // LeftThat
    -175, // CueBetween
    418, // Strong
    147, // Medium
    -266, // CueNoun
    -93, // CueParticiple
    -150, // CueInfinitive
    -447, // PassiveSubject
    147, // PassiveAgent
    377, // MainSubject
    830, // PhraseSpeaker
    5, // Signature
    723, // CuePhrase
    -40, // CueColon
    -186, // CueThought
    -46, // CueCapital
    333, // Before
    -48, // After
    -75, // FarAfter
    392, // Person
    196, // Body
    288, // Pronoun
    -190, // Weak
    202, // Role
    -50, // Capital
    -135, // SpeakerDistance
    -243, // ClauseBetween
    -243, // AfterPreposition
    -356, // AfterVerb
    306, // ClauseInitial
    -173, // Possessor
    -435, // AcrossQuote
    -441, // NoSpeaker
    131, // Short
    -72, // Long
    -201, // Whole
    478, // TitleCase
    -15, // Modifier
    62, // TitlePlace
    23, // Nickname
    -341, // NoCue
    698, // SingleMarks
];
