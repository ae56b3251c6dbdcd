//! The closed classes of English words: they tell, without a grammar, what part a word plays in a clause.

use crate::lexicon::grammar::{adverbs, auxiliaries, clauses, determiners, prepositions, pronouns};
use crate::lexicon::names::calendar;

/// What part a word plays in a clause, as far as closed lists tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// he, she, they, I, we
    Pronoun,
    /// it, you, one, who, that, which as possible subjects
    Relative,
    /// it, you, this
    Weak,
    /// him, them, me
    Object,
    /// his, their; `her` counts here
    Possessive,
    /// the, a, some, two
    Determiner,
    /// of, in, to
    Preposition,
    /// and, but, or
    Conjunction,
    /// when, because, if, whether, as
    Subordinator,
    /// has, was, would
    Auxiliary,
    /// also, not, later, words in -ly
    Adverb,
    /// Monday, January, yesterday
    Time,
    /// `'s` behind a name
    Genitive,
    /// A word with a capital.
    Capital,
    /// Digits.
    Number,
    /// ,
    Comma,
    /// :
    Colon,
    /// ;
    Semicolon,
    /// – —
    Dash,
    /// ( [
    Opening,
    /// ) ]
    Closing,
    /// . ! ? …
    Stop,
    /// Any other word.
    Other,
    /// A quotation: see [`Item::quote`].
    Quote,
    /// Other punctuation.
    Mark,
}

impl Class {
    /// All classes, in their order.
    pub(crate) const ALL: [Self; 25] = [
        Self::Pronoun,
        Self::Relative,
        Self::Weak,
        Self::Object,
        Self::Possessive,
        Self::Determiner,
        Self::Preposition,
        Self::Conjunction,
        Self::Subordinator,
        Self::Auxiliary,
        Self::Adverb,
        Self::Time,
        Self::Genitive,
        Self::Capital,
        Self::Number,
        Self::Comma,
        Self::Colon,
        Self::Semicolon,
        Self::Dash,
        Self::Opening,
        Self::Closing,
        Self::Stop,
        Self::Other,
        Self::Quote,
        Self::Mark,
    ];
}

/// The words of each class, in lower case, with straight apostrophes. Of a word in two classes the first holds.
const CLOSED: &[(Class, &[&[&str]])] = &[
    (Class::Pronoun, &[pronouns::PERSONAL]),
    (Class::Relative, &[pronouns::RELATIVE]),
    (Class::Weak, &[pronouns::IMPERSONAL, pronouns::INDEFINITE]),
    (Class::Object, &[pronouns::OBJECT]),
    (Class::Possessive, &[pronouns::POSSESSIVE]),
    (
        Class::Determiner,
        &[determiners::ARTICLES, determiners::QUANTIFIERS, determiners::SMALL_NUMBERS, determiners::OTHERS],
    ),
    (Class::Preposition, &[prepositions::ALL]),
    (Class::Conjunction, &[clauses::CONJUNCTIONS]),
    (Class::Subordinator, &[clauses::SUBORDINATORS]),
    (
        Class::Auxiliary,
        &[
            auxiliaries::FINITE_BE,
            auxiliaries::INNER_BE,
            auxiliaries::DO,
            auxiliaries::ASKING_MODALS,
            auxiliaries::OTHER_MODALS,
            auxiliaries::OTHERS,
        ],
    ),
    (Class::Adverb, &[adverbs::PLAIN]),
    (
        Class::Time,
        &[calendar::WEEKDAYS, calendar::MONTHS, calendar::SHORT_MONTHS, calendar::NEAR_DAYS, calendar::TONIGHT],
    ),
    (Class::Genitive, &[&["'s", "'"]]),
];

/// All words of closed classes, in lower case.
pub(crate) fn closed() -> impl Iterator<Item = (&'static str, Class)> {
    CLOSED
        .iter()
        .flat_map(|&(class, lists)| lists.iter().flat_map(move |list| list.iter().map(move |&word| (word, class))))
}

#[cfg(test)]
mod tests {
    use super::Class;

    #[test]
    fn all_classes_stand_in_their_order() {
        for (index, class) in Class::ALL.into_iter().enumerate() {
            assert_eq!(class as usize, index, "{class:?}");
        }
        assert_eq!(Class::ALL.len(), Class::Mark as usize + 1, "the last class is among them");
    }
}
