//! The browser: the only place, besides `ui`, that knows it.
//!
//! Everything here cleans up after itself: a listener or timer lives as long as the value that made it.
//! `worker_client` and `worker_scope` are the two sides of the worker, `database` keeps the work, `offline` the page
//! itself; `files`, `handed` and `highlight` do what their names say.
//! Read `worker_client` first.

pub mod channel;
pub mod clock;
pub mod crash;
pub mod database;
mod error;
pub mod files;
pub mod handed;
mod highlight;
pub mod offline;
pub mod persistence;
mod worker_client;
mod worker_scope;
mod worker_script;
#[cfg(feature = "app")]
pub mod zip;

pub use database::Database;
pub use error::{describe, log};
pub use highlight::Layer;
pub use worker_client::{AnalysisTrouble, Analyzer, AnalyzerEvent};
pub use worker_scope::run_worker;
