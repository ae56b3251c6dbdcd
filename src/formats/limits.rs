//! How much is taken.

/// The longest article: 5 MB of UTF-8, some 800,000 words, more than "War and Peace". Longer texts are refused before
/// anything else is done with them. It is not more because all that was done to an article must fit into one file that
/// opens again: see [`MAX_FILE_BYTES`].
pub const MAX_TEXT_BYTES: usize = 5 << 20;

/// The largest file. Annotations, evidence and history take up to some seventy times the room of the text, and whatever
/// this program writes of the longest article must open again; a test holds the two numbers together. Browsers hold no
/// longer text in one piece.
pub const MAX_FILE_BYTES: usize = 512 << 20;

/// The longest page of HTML.
pub const MAX_PAGE_BYTES: usize = 64 << 20;

/// So many bytes from its beginning say what a file may be.
pub const LOOK: usize = 1024;
