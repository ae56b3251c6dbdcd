//! What the rules look at: the items of one level with the nominals, quotations and shapes among them.

use crate::lexicon::verbs::Form;

use crate::quotes::parse::distance::Tally;
use crate::quotes::parse::index::{IdVec, ItemId, NominalId, QuoteId};
use crate::quotes::parse::items::{Class, Words};
use crate::quotes::parse::nominals::{Nominal, Nominals};
use crate::quotes::spans::pairing::Marked;
use crate::quotes::spans::shape::Shape;

/// One level of an article: what stands outside its quotations, or within those around it.
pub(crate) struct Field<'a> {
    pub(crate) words: &'a Words<'a>,
    pub(crate) tally: &'a Tally,
    pub(crate) nominals: &'a Nominals,
    /// By item, the first nominal that does not end before it or at it.
    pub(crate) ended: &'a IdVec<ItemId, NominalId>,
    pub(crate) shapes: &'a IdVec<QuoteId, Shape>,
    pub(crate) quotes: &'a IdVec<QuoteId, Marked>,
    /// Single marks are the article's usual ones.
    pub(crate) british: bool,
}

/// Whether single marks are an article's usual ones.
pub(crate) fn british(quotes: &[Marked]) -> bool {
    let single = quotes.iter().filter(|span| span.glyph.is_single()).count();
    single >= 2 && single * 2 > quotes.len()
}

impl Field<'_> {
    /// The first nominal that does not end before item `at` or at it.
    pub(crate) fn ended(&self, at: ItemId) -> NominalId {
        self.ended.get(at).map_or(self.nominals.end(), |&behind| behind)
    }

    /// The first nominal that does not start before item `at`.
    pub(crate) fn started(&self, at: ItemId) -> NominalId {
        let ended = self.ended(at);
        ended + u32::from(self.nominals.get(ended).is_some_and(|nominal| nominal.first < at))
    }

    /// Whether the word of saying at `at` stands as a noun: behind a determiner, a genitive, an adjective.
    pub(crate) fn stands_as_noun(&self, at: ItemId) -> bool {
        let words = self.words;
        if words.begins(at)
            || !words.items[at]
                .speech
                .is_some_and(|word| matches!(word.form, Form::Base | Form::Third | Form::Participle))
        {
            return false;
        }
        // "Many argue": a determiner may be the subject.
        if self.nominal_at(at - 1).is_some_and(|nominal| nominal.first == at - 1 && nominal.end == at) {
            return false;
        }
        match words.class(at - 1) {
            Class::Determiner | Class::Possessive | Class::Genitive => true,
            Class::Preposition => {
                words.str(at - 1) != "to" && words.items[at].speech.is_some_and(|word| word.form != Form::Participle)
            }
            _ => false,
        }
    }

    /// The nominal that covers item `at`.
    pub(crate) fn nominal_at(&self, at: ItemId) -> Option<&Nominal> {
        let number = self.ended(at);
        self.nominals.get(number).filter(|nominal| nominal.first <= at)
    }
}
