//! The browser: the only place, besides `ui`, that knows it.
//!
//! Everything here cleans up after itself: a listener or timer lives as long as the value that made it.

pub mod clock;
pub mod crash;
mod error;
pub mod files;
mod highlight;
mod indexed_db;
mod worker_client;
mod worker_scope;
mod worker_script;

pub use error::{describe, log};
pub use highlight::Layer;
pub use indexed_db::IndexedDbStore;
pub use worker_client::{AnalysisTrouble, Analyzer, AnalyzerEvent};
pub use worker_scope::run_worker;
