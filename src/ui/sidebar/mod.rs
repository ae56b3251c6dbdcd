//! The lists beside the article: people, places, organizations, own labels and quotes, with the filter and the review.
//! `lists` cuts them into groups (`chunks`), `entity_row` and `entity_menu` are what can be done to one entity,
//! `filter_bar` says what is shown, `review_bar` goes through the suggestions.
//! Read `lists` first.

pub(crate) mod chunks;
pub(crate) mod entity_menu;
pub(crate) mod entity_rename;
pub(crate) mod entity_row;
pub(crate) mod filter_bar;
pub(crate) mod lists;
pub(crate) mod order;
pub(crate) mod review_bar;
pub(crate) mod roving;
