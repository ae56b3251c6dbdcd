//! Whether what stands before a verb can say or think something.

use crate::lexicon::grammar::auxiliaries::opens_question;
use crate::lexicon::grammar::determiners::counts_people;
use crate::lexicon::grammar::pronouns::means_people;

use crate::quotes::parse::index::{ItemId, NominalId};
use crate::quotes::parse::items::Class;
use crate::quotes::parse::nominals::Kind;
use crate::quotes::reported::sentence::{Sentence, speaks};

impl Sentence<'_> {
    /// Whether a number that counts people stands right before `at`.
    pub(crate) fn counted(&self, at: ItemId) -> bool {
        let words = self.words;
        at > self.start
            && match words.class(at - 1) {
                Class::Number => true,
                Class::Determiner | Class::Other => counts_people(words.str(at - 1)),
                _ => false,
            }
    }

    /// Whether nominal `index` may be who says or thinks: a speaker's kind of words, "who", "everyone", or "which" behind
    /// the name of a body.
    pub(crate) fn may_speak(&self, index: NominalId) -> bool {
        let words = self.words;
        let n = &self.field.nominals[index];
        if speaks(n.kind) {
            return true;
        }
        let first = n.first;
        match words.str(first) {
            people if means_people(people) => true,
            "which" | "that" => index.previous().is_some_and(|before| {
                let b = &self.field.nominals[before];
                let behind = b.end == first || b.end + 1 == first && words.class(b.end) == Class::Comma;
                behind && matches!(b.kind, Kind::Person | Kind::Organization)
            }),
            _ => false,
        }
    }

    /// Whether the base form at `at` stands by itself ("I think") rather than behind "to" or a modal verb.
    pub(crate) fn plain(&self, at: ItemId) -> bool {
        let words = self.words;
        // "Do you think …?"
        let asked = at > self.start + 1 && opens_question(words.str(at - 2)) && words.class(at - 1) != Class::Adverb;
        at > self.start && !asked && !matches!(words.class(at - 1), Class::Auxiliary | Class::Preposition)
    }
}
