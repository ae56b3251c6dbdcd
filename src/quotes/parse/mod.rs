//! What a sentence looks like to the rules: its words with their classes, and the nominals that can name a speaker. `read`
//! takes the text once into the flat rows of `items`; read that first. Nothing here decides anything.

pub(crate) mod context;
pub(crate) mod distance;
pub(crate) mod index;
pub(crate) mod items;
pub(crate) mod lookup;
pub(crate) mod nominals;
pub(crate) mod phrases;
pub(crate) mod read;
pub(crate) mod shared_text;
pub(crate) mod word_class;
