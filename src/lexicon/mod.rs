//! Closed lists and gazetteers.

/// All lists the engine looks words up in.
#[derive(Debug, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// The lists that ship with the engine.
    #[cfg(feature = "model")]
    pub fn embedded() -> Self {
        Self {}
    }
}
