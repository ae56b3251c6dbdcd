//! sidebar

pub(crate) mod chunks;
pub(crate) mod entity_menu;
pub(crate) mod entity_row;
pub(crate) mod filter_bar;
pub(crate) mod lists;
pub(crate) mod review_bar;
