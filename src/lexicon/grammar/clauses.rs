//! Words that open clauses: conjunctions, subordinators, question words.

use crate::text::words;

/// Conjunctions.
pub(crate) const CONJUNCTIONS: &[&str] = words!("and but or nor yet");
/// Subordinators, question words among them.
pub(crate) const SUBORDINATORS: &[&str] = words!(
    "when while because if whether as after before although though since until where how why what than unless once so \
     whereas"
);

/// Behind a comma: what opens a clause that is no longer reported, or an apposition.
pub(crate) const ASIDES: &[&str] = words!("while although whereas after before a an the");
/// What opens a clause that sets one thing against another.
pub(crate) const CONTRASTING: &[&str] = words!("while although though whereas");
/// Behind a comma: what opens a clause that only describes.
pub(crate) const DESCRIBING: &[&str] = words!("which who where whose");
/// Behind an attribution and a comma: what opens its circumstances, "she said, after the vote".
pub(crate) const CIRCUMSTANTIAL: &[&str] = words!("after as when while before");
/// Behind an attribution and a comma: what opens a clause that goes on with the one before.
pub(crate) const GOING_ON_BEHIND: &[&str] = words!("because that if unless so");
/// Behind a comma: what goes on with the words before it ("including Flint").
pub(crate) const GOING_ON: &[&str] = words!("including such like especially particularly even with or not as");
/// What ends the object of a verb: "criticized the plan when asked".
pub(crate) const ENDING_OBJECTS: &[&str] = words!("when while before because since although though");
/// What a clause without "that" may begin with before its subject: "said in May he would go".
pub(crate) const FRONTED: &[&str] = words!("in under at if when while although after despite without");
/// What opens, as written at the start of a sentence, words about a person named behind them: "Asked what she would do, …".
pub(crate) const SENTENCE_OPENERS: &[&str] = words!("Asked Told When As While After Before If");

/// What a clause that a question word opens can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Question {
    /// A question, what somebody is sure of, or an object.
    Anything,
    /// A question or what somebody is sure of.
    Condition,
    /// A question or an object.
    Content,
    /// A question.
    Only,
}

fn question(word: &str) -> Option<Question> {
    Some(match word {
        "whether" | "how" | "why" => Question::Anything,
        "if" => Question::Condition,
        "what" | "where" => Question::Content,
        "who" | "when" | "which" => Question::Only,
        _ => return None,
    })
}

/// Whether `word` opens a question behind a word of saying: "asked whether".
pub(crate) fn asks(word: &str) -> bool {
    question(word).is_some()
}

/// Whether `word` opens what somebody is sure of or not: "is unsure how".
pub(crate) fn follows_state(word: &str) -> bool {
    matches!(question(word), Some(Question::Anything | Question::Condition))
}

/// Whether `word` opens a clause that is an object: "described how".
pub(crate) fn opens_object(word: &str) -> bool {
    matches!(question(word), Some(Question::Anything | Question::Content))
}
