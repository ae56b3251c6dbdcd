//! What a position is: byte ranges inside, UTF-16 at the DOM, code points in files.
//! `source` is an article's text, which never changes; `size` and `map` are its positions and their units; `clean` and
//! `unwrap` make a text of what was pasted; `links` finds addresses in what was typed.
//! Read `source` first.

mod clean;
#[cfg(test)]
mod clean_tests;
mod direction;
mod encoding;
mod links;
mod map;
mod order;
mod size;
mod source;
mod unwrap;
mod word_list;

pub use clean::{CleanReport, Cleaned, clean};
pub use direction::runs_right_to_left;
pub use encoding::{CharOffset, Unchecked, Utf16Offset};
pub use links::links;
pub use map::OffsetMap;
pub(crate) use order::InOrder;
pub use size::{TextRange, TextSize};
pub use source::Source;
pub(crate) use unwrap::one_line;
pub(crate) use word_list::{count_words, has_capitalized, has_in_any_case, split_words, words};
