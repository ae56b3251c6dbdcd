//! services

pub(crate) mod analysis;
pub(crate) mod autosave;
pub(crate) mod browser_requests;
pub(crate) mod import;
pub(crate) mod open_article;
pub(crate) mod preferences;
pub(crate) mod samples;
pub(crate) mod sessions;
