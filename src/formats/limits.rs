//! How much is taken.

/// The longest article: 5 MB of UTF-8, some 800,000 words. Longer texts are refused before anything else is done with
/// them.
pub const MAX_TEXT_BYTES: usize = 5 << 20;

/// The largest file: annotations, evidence and history take several times the room of the text.
pub const MAX_FILE_BYTES: usize = 64 << 20;
