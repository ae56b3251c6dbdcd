//! How much is taken.

/// The longest article: 5 MB of UTF-8, some 800,000 words. Longer texts are refused before anything else is done with
/// them.
pub const MAX_TEXT_BYTES: usize = 5 << 20;

/// The largest file. Annotations, evidence and history take up to some seventy times the room of the text, and whatever
/// this program writes of the longest article must open again; a test holds the two numbers together.
pub const MAX_FILE_BYTES: usize = 512 << 20;

/// The longest page of HTML.
pub const MAX_PAGE_BYTES: usize = 64 << 20;
