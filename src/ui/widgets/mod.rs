//! widgets

pub(crate) mod button;
pub(crate) mod context;
pub(crate) mod deferred;
pub(crate) mod icons;
pub(crate) mod layout;
pub(crate) mod modal;
pub(crate) mod select;
