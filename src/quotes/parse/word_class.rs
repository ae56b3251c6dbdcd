//! The closed classes of English words: they tell, without a grammar, what part a word plays in a clause.

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

/// The words of each class, in lower case, with straight apostrophes.
const CLOSED: &[(Class, &str)] = &[
    (Class::Pronoun, "he she they i we"),
    (Class::Relative, "who that which whom"),
    (Class::Weak, "it you this these those there everyone everybody someone somebody nobody"),
    (Class::Object, "him them me us himself herself themselves myself"),
    (Class::Possessive, "his her their my our your its whose"),
    (
        Class::Determiner,
        "the a an some another several many most one two three four five both each every no other any few \
         all",
    ),
    (
        Class::Preposition,
        "of in to with by for from at about on against into over under toward towards among between \
         during through behind near via upon within without outside inside across despite per around \
         beyond off like amid",
    ),
    (Class::Conjunction, "and but or nor yet"),
    (
        Class::Subordinator,
        "when while because if whether as after before although though since until where how why what \
         than unless once so whereas",
    ),
    (
        Class::Auxiliary,
        "has have had is are was were be been being will would can could may might do does did must \
         should shall 'll 'd 've 're 'm am hasn't didn't doesn't don't isn't aren't wasn't weren't won't \
         wouldn't couldn't can't cannot hadn't haven't shouldn't",
    ),
    (
        Class::Adverb,
        "not n't never also then later just now still again already only even too once- ever often \
         instead however perhaps simply here meanwhile earlier soon else rather quite very always \
         sometimes further back",
    ),
    (
        Class::Time,
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july \
         august september october november december yesterday today tonight tomorrow jan. feb. aug. sept. \
         oct. nov. dec.",
    ),
    (Class::Genitive, "'s '"),
];

/// All words of closed classes, in lower case.
pub(crate) fn closed() -> impl Iterator<Item = (&'static str, Class)> {
    CLOSED.iter().flat_map(|&(class, words)| words.split(' ').map(move |word| (word, class)))
}

#[cfg(test)]
mod tests {
    use super::Class;

    #[test]
    fn all_classes_stand_in_their_order() {
        for (i, class) in Class::ALL.into_iter().enumerate() {
            assert_eq!(class as usize, i, "{class:?}");
        }
        assert_eq!(Class::ALL.len(), Class::Mark as usize + 1, "the last class is among them");
    }
}
