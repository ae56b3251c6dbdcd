//! Model and lists together.

use crate::lexicon::Lexicon;
use crate::tagger::Tagger;

/// Which engine made a result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EngineTag {
    /// Version of the program.
    pub version: String,
    /// Content hash of model and lists, hexadecimal.
    pub model: String,
}

/// Everything an analysis needs besides the text.
#[derive(Debug, Default)]
pub struct Engine {
    lexicon: Lexicon,
    tagger: Tagger,
}

impl Engine {
    /// An engine of these parts.
    pub fn new(lexicon: Lexicon, tagger: Tagger) -> Self {
        Self { lexicon, tagger }
    }

    /// The engine that ships.
    #[cfg(feature = "model")]
    pub fn embedded() -> Self {
        Self::new(Lexicon::embedded(), Tagger::embedded())
    }

    /// The lists.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The model.
    pub fn tagger(&self) -> &Tagger {
        &self.tagger
    }

    /// Hash of model and lists, hexadecimal.
    fn model_hash(&self) -> String {
        format!("{:016x}", self.tagger.weights().content_hash() ^ self.lexicon.content_hash().rotate_left(1))
    }

    /// Its name.
    pub fn tag(&self) -> EngineTag {
        EngineTag { version: env!("CARGO_PKG_VERSION").to_owned(), model: self.model_hash() }
    }
}
