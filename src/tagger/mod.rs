//! The statistical sequence model.

/// A trained model.
#[derive(Debug, Default)]
pub struct Tagger {}

impl Tagger {
    /// The model that ships with the engine.
    #[cfg(feature = "model")]
    pub fn embedded() -> Self {
        Self {}
    }
}
