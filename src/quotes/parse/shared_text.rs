//! The words of nominals, and marks, as shared text: a mention that several quotes speak of is copied out of the article
//! once.

use std::sync::Arc;

use crate::quotes::parse::index::{IdVec, NominalId};
use crate::quotes::parse::items::Words;
use crate::quotes::parse::nominals::Nominals;
use crate::text::TextSize;

/// Copies of what nominals say, made when they are first asked for.
pub(crate) struct Texts<'a> {
    words: &'a Words<'a>,
    nominals: &'a Nominals,
    made: IdVec<NominalId, Option<Arc<str>>>,
    /// The opening mark asked for last.
    mark: Arc<str>,
}

impl<'a> Texts<'a> {
    pub(crate) fn new(words: &'a Words<'a>, nominals: &'a Nominals) -> Self {
        Self { words, nominals, made: IdVec::filled(None, nominals.end()), mark: Arc::default() }
    }

    /// The words of nominal `index`.
    pub(crate) fn of(&mut self, index: NominalId) -> Arc<str> {
        let (words, nominal) = (self.words, &self.nominals[index]);
        let text = || Arc::from(words.slice(nominal.items()));
        Arc::clone(self.made[index].get_or_insert_with(text))
    }

    /// The mark that stands at `start`.
    pub(crate) fn mark(&mut self, start: TextSize) -> Arc<str> {
        let rest = &self.words.text[start.index()..];
        let mark = &rest[..rest.chars().next().map_or(0, char::len_utf8)];
        if *self.mark != *mark {
            self.mark = Arc::from(mark);
        }
        Arc::clone(&self.mark)
    }
}
