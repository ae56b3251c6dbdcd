//! shell

pub(crate) mod header;
pub(crate) mod status_line;
pub(crate) mod toasts;
pub(crate) mod warm_up;
pub(crate) mod workspace;
