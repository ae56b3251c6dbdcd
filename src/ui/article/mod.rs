//! The article on the page: its paragraphs with their marks, and what lies over them.
//! `body` draws it and hears every gesture in it, `section` draws some paragraphs together, `fold` what is set aside,
//! `paragraph` one paragraph, `chip` who says a quote; `outline` frames what is selected, `pointed` knows what the pointer is on; `selection` translates between the browser's selection and positions in the text;
//! `reading_place` brings a person back to where they were; handles, toolbar, speaker line and search stand around it.
//! Read `body` first.

pub(crate) mod body;
pub(crate) mod chip;
pub(crate) mod drag_start;
pub(crate) mod find_bar;
pub(crate) mod fold;
pub(crate) mod handles;
pub(crate) mod language;
pub(crate) mod outline;
pub(crate) mod paragraph;
pub(crate) mod pointed;
pub(crate) mod reading_place;
pub(crate) mod section;
pub(crate) mod selection;
pub(crate) mod selection_toolbar;
pub(crate) mod speaker_line;
