//! The browser: the only place, besides `ui`, that knows it.
//!
//! Everything here cleans up after itself: a listener or timer lives as long as the value that made it.

pub mod clock;
mod error;
mod worker_client;
mod worker_scope;

pub use error::describe;
pub use worker_client::{Analyzer, AnalyzerEvent};
pub use worker_scope::run_worker;
