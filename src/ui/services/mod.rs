//! What reaches the browser, the storage or the worker: hooks that listen to the state and send it what they hear.
//! `open_article` turns what a person brings into the open article, with `import`, `sessions` and `analysis`; `saving`,
//! `preferences` and `own_keys` keep things on the device; `browser_requests` does what the state asks of the browser.
//! Read `open_article` first.

pub(crate) mod analysis;
pub(crate) mod browser_requests;
pub(crate) mod everything;
pub(crate) mod import;
pub(crate) mod open_article;
pub(crate) mod own_keys;
pub(crate) mod preferences;
pub(crate) mod samples;
pub(crate) mod saving;
pub(crate) mod sessions;
