//! What page and worker tell each other.

use serde::{Deserialize, Serialize};

use super::{WireBlock, WireLanguage};

/// From the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ToWorker {
    /// Analyze a text.
    Analyze {
        /// Comes back with the answer.
        job: u32,
        /// Cleaned text.
        text: String,
        /// Roles of paragraphs that the person set.
        blocks: Vec<WireBlock>,
        /// The language, where the person chose it or the page declared it.
        language: Option<WireLanguage>,
    },
}

/// From the worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FromWorker {
    /// The worker has started and loaded its model. Sent once, first.
    Ready {
        /// [`PROTOCOL`](super::PROTOCOL) of the worker.
        protocol: u32,
        /// Version of the program the worker was built from.
        version: String,
    },
    /// How far a job is.
    Progress {
        /// Of this job.
        job: u32,
        /// 0 to 1000.
        permille: u16,
    },
    /// A job is done.
    Finished {
        /// This job.
        job: u32,
        /// What was found, a [`WireAnalysis`](super::WireAnalysis) as JSON: one string crosses between the threads many
        /// times faster than thousands of objects.
        analysis: String,
        /// Microseconds that the analysis took, without writing it as JSON and sending it.
        micros: u32,
    },
    /// A job was refused (a message that could not be read); the worker goes on.
    Failed {
        /// This job; 0 when it could not be read either.
        job: u32,
        /// Why, for the console.
        reason: String,
    },
}
