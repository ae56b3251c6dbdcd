//! widgets

pub(crate) mod context;
pub(crate) mod deferred;
pub(crate) mod icons;
pub(crate) mod layout;
pub(crate) mod select;
