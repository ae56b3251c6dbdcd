//! The points of the ranker of reported speech: one global constant for each sign. 256 points multiply the odds by e.
//!
//! Fitted by `quotes::reported::ranker::fit` (`article-annotator eval --quotes --fit-reported 400`): to our own articles, the first
//! ones then tuned to the training part of PolNeAR, too. No word has points of its own.

/// Of [`Said`](crate::quotes::reported::ranker::signs::Said), in its order: more than nothing in sum is somebody's words.
pub(crate) const SAID: &[i32] = &[
    -104, // Always
    138,  // That
    54,   // Bare
    380,  // Before
    -166, // Question
    -60,  // Infinitive
    480,  // According
    -249, // Noun
    -243, // State
    -245, // Passive
    -204, // Preposition
    -262, // Object
    -163, // View
    159,  // OfSomebody
    310,  // Topic
    -165, // Gap
    -97,  // Headline
    -124, // Hearsay
    186,  // Strong
    147,  // Often
    66,   // NowAndThen
    -13,  // Thought
    62,   // ShortObject
    58,   // TellsObject
    7,    // OftenObject
    -334, // Short
    -177, // Shortish
    25,   // NoVerb
    87,   // Participle
    107,  // Person
    73,   // Pronoun
    -119, // Phrase
    29,   // Label
    41,   // Sums
    23,   // Unreal
    -364, // Withheld
    -148, // Plain
    -465, // PassiveVoice
    -476, // Opens
    63,   // Subordinate
    191,  // Body
    -323, // Speaker
    24,   // Role
    -26,  // Capital
    -21,  // Weak
    342,  // Finite
    -20,  // Past
    43,   // BeginsPronoun
    189,  // BeginsNumber
    -266, // Long
    211,  // ToTheEnd
    0,    // Asks
    -351, // Heading
    -116, // ObjectOfParticiple
    731,  // Urged
    94,   // GoesOn
];

/// Of [`Ends`](crate::quotes::reported::ranker::signs::Ends), in its order: more than nothing in sum is an end.
pub(crate) const ENDS: &[i32] = &[
    -774, // Base
    595,  // Comma
    390,  // Semicolon
    513,  // Dash, 100 of it by hand
    101,  // Bracket
    -303, // Conjunction
    -292, // Subordinator
    -54,  // Time
    289,  // Loose
    191,  // AtOnce
    104,  // Soon
    -199, // Late
    -24,  // NoVerb
    -522, // SecondComma
    670,  // Attribution
    219,  // Which
    77,   // And
    100,  // AndSubject
    182,  // But
    264,  // While
    38,   // When
    173,  // Article
    39,   // Name
    69,   // Number
    172,  // He
    -9,   // In
    4,    // Adverb
    80,   // Doing
    253,  // Would
    -441, // Aside
    -83,  // Last
    -443, // Joins
    -339, // Helper
    -419, // Verb
    -305, // AndThat
    482,  // AndSays
    -301, // Preposition
    526,  // Occasion, 60 of it by hand
    320,  // Object
    -33,  // ObjectComma
    216,  // ClosesObjects
];

#[cfg(test)]
mod tests {
    use super::{ENDS, SAID};
    use crate::quotes::reported::ranker::signs::{Ends, Said};

    #[test]
    fn each_sign_has_its_points() {
        assert_eq!((Said::ALL.len(), Ends::ALL.len()), (SAID.len(), ENDS.len()));
    }
}
