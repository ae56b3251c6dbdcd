//! Messages between the page and the analysis worker, and the queue that decides what the worker does next.
//!
//! Nothing here knows the browser: `web::worker_client` and `web::worker_scope` carry the messages.
//! `message` is what they tell each other, `wire` an analysis as plain numbers and strings, `queue` what comes next.
//! Read `message` first.

mod code;
mod message;
mod queue;
mod wire;

#[cfg(test)]
mod tests;

pub use message::{FromWorker, ToWorker};
pub use queue::{Effect, JobId, Queue, Request, Trouble};
pub use wire::{WireAnalysis, WireBlock, WireError, WireLanguage};

/// Version of the messages. The worker's files have no hash in their names, so that after an update a browser may pair
/// a new page with an old worker; the handshake finds out.
pub const PROTOCOL: u32 = 7;
