//! What a sentence looks like to the rules: its words with their classes, and the nominals that can name a speaker. `items`
//! reads the text once into flat rows; read it first. Nothing here decides anything.

pub(crate) mod context;
pub(crate) mod distance;
pub(crate) mod index;
pub(crate) mod items;
pub(crate) mod lookup;
pub(crate) mod nominals;
pub(crate) mod shared_text;
pub(crate) mod word_class;
