//! Closed lists and gazetteers: what is known of words and phrases before the article is read.
//! `grammar`, `names` and `speech` hold the closed lists, `verbs`, `roles` and `opinion_nouns` those with forms,
//! `languages` what tells languages apart; `packed` reads the gazetteer, and `table` finds a phrase by its hash.
//! Read `entry` first: it is what is known of a phrase.

mod classes;
pub mod columns;
mod entry;
pub(crate) mod grammar;
mod hash;
mod index;
pub(crate) mod languages;
pub(crate) mod names;
pub mod opinion_nouns;
#[cfg(feature = "train")]
pub mod pack;
mod packed;
mod places;
pub mod roles;
pub(crate) mod speech;
mod table;
pub mod verb_usage;
pub mod verbs;

pub use columns::PackError;
pub use entry::{Cues, Entry, LONGEST_PHRASE, Lists};
pub use hash::{ByHash, exact_hash, extend, fold, mix, word_hash};
pub use index::WordIndex;
pub use packed::content_hash;
pub use places::{Place, PlaceKind};

use crate::lexicon::table::Table;

/// All lists the engine looks words up in.
#[derive(Debug)]
pub struct Lexicon {
    table: Table,
    places: Vec<Place>,
    hash: u64,
}

impl Default for Lexicon {
    /// The closed classes alone.
    fn default() -> Self {
        let mut table = Table::with_capacity(1024);
        classes::fill(&mut table);
        Self { table, places: Vec::new(), hash: 0 }
    }
}

impl Lexicon {
    /// The lists that ship with the engine.
    #[cfg(feature = "model")]
    pub fn embedded() -> Self {
        Self::read(include_bytes!("../../seeds/gazetteers/lexicon.bin"))
            .expect("invariant: the shipped lists are readable")
    }

    /// Lists as `article-annotator pack` writes them.
    ///
    /// # Errors
    /// When the bytes are not such a file.
    pub fn read(bytes: &[u8]) -> Result<Self, PackError> {
        let (mut table, places) = packed::read(bytes)?;
        classes::fill(&mut table);
        Ok(Self { table, places, hash: content_hash(bytes) })
    }

    /// What the lists know of the phrase with this hash ([`extend`]).
    pub fn get(&self, phrase: u64) -> Option<&Entry> {
        self.table.get(table::key(phrase))
    }

    /// What the lists know of a single word, by its [`word_hash`].
    pub fn word(&self, word: u64) -> Entry {
        self.get(extend(0, word)).copied().unwrap_or_default()
    }

    /// The facts of a place, by [`Entry::place`].
    pub fn place(&self, place: u32) -> Option<&Place> {
        self.places.get((place as usize).checked_sub(1)?)
    }

    /// Hash of the packed lists; 0 when there are none.
    pub fn content_hash(&self) -> u64 {
        self.hash
    }
}
