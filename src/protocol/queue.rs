//! What the worker does next: a state machine without clock and browser.
//!
//! One request runs, at most one waits; a newer request replaces the one that waits (the latest wins). The caller
//! carries out the effects and reports what happens, with the time in milliseconds.

use std::sync::Arc;

use crate::analysis::{ArticleLanguage, BlockChoice};

/// Longest time a worker may take to load.
const START_LIMIT_MS: u64 = 30_000;

/// Longest silence of a running job for a short text.
const SILENCE_LIMIT_MS: u64 = 15_000;

/// Added to the silence limit for each so many bytes of text.
const SILENCE_STEP_BYTES: u64 = 10_000;

/// Workers that may fail to start in a row before the page gives up until the next request.
const START_ATTEMPTS: u8 = 2;

/// Name of a request; grows, and starts at 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JobId(pub u32);

/// What is asked of the worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its name.
    pub job: JobId,
    /// Cleaned text.
    pub text: Arc<str>,
    /// Roles of paragraphs that the person set.
    pub blocks: Arc<[BlockChoice]>,
    /// The language, where the person chose it or the page declared it.
    pub language: Option<ArticleLanguage>,
}

/// What went wrong, as the person should hear it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The worker crashed or fell silent; its request runs again in a new one.
    Restarted,
    /// The same request broke two workers.
    GaveUp(JobId),
    /// The worker does not start.
    NoWorker,
    /// Page and worker are of different versions.
    Mismatch,
}

/// What the caller must do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the worker, if there is one, and start a new one.
    Spawn,
    /// End the worker.
    Terminate,
    /// Send this request to the worker.
    Send(Request),
    /// Tell the person.
    Tell(Trouble),
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Worker {
    /// None runs; the next request starts one.
    Absent,
    /// Loading since.
    Starting { since: u64 },
    /// Waits for a request.
    Idle,
    /// Busy; last heard of.
    Running { request: Request, attempt: u8, heard: u64 },
    /// Of another version: reloading the page is the only help.
    Refused,
}

/// The queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queue {
    worker: Worker,
    /// What runs next, and how often it was tried before.
    waiting: Option<(Request, u8)>,
    last_job: u32,
    failed_starts: u8,
}

impl Default for Queue {
    fn default() -> Self {
        Self { worker: Worker::Absent, waiting: None, last_job: 0, failed_starts: 0 }
    }
}

impl Queue {
    /// Starts a worker ahead of the first request, so that its model is loaded by then.
    pub fn warm_up(&mut self, now: u64) -> Vec<Effect> {
        match self.worker {
            Worker::Absent => self.spawn(now),
            _ => Vec::new(),
        }
    }

    /// A new request; it replaces one that waits.
    pub fn submit(
        &mut self,
        text: Arc<str>,
        blocks: Arc<[BlockChoice]>,
        language: Option<ArticleLanguage>,
        now: u64,
    ) -> (JobId, Vec<Effect>) {
        self.last_job += 1;
        let job = JobId(self.last_job);
        self.waiting = Some((Request { job, text, blocks, language }, 0));
        let effects = match self.worker {
            Worker::Absent => {
                self.failed_starts = 0;
                self.spawn(now)
            }
            Worker::Idle => self.next(now),
            Worker::Starting { .. } | Worker::Running { .. } => Vec::new(),
            Worker::Refused => {
                self.waiting = None;
                vec![Effect::Tell(Trouble::Mismatch)]
            }
        };
        (job, effects)
    }

    /// Forgets every request. A running one is ended with its worker (Wasm cannot be interrupted otherwise).
    pub fn cancel(&mut self, now: u64) -> Vec<Effect> {
        self.waiting = None;
        match self.worker {
            Worker::Running { .. } => self.spawn(now),
            _ => Vec::new(),
        }
    }

    /// The worker says it is ready and speaks `protocol`.
    pub fn ready(&mut self, protocol: u32, now: u64) -> Vec<Effect> {
        if !matches!(self.worker, Worker::Starting { .. }) {
            return Vec::new();
        }
        if protocol != super::PROTOCOL {
            self.worker = Worker::Refused;
            self.waiting = None;
            return vec![Effect::Terminate, Effect::Tell(Trouble::Mismatch)];
        }
        self.failed_starts = 0;
        self.worker = Worker::Idle;
        self.next(now)
    }

    /// The worker reports progress. Whether the page should show it: not if a newer request waits.
    pub fn progress(&mut self, job: JobId, now: u64) -> bool {
        match &mut self.worker {
            Worker::Running { request, heard, .. } if request.job == job => {
                *heard = now;
                self.waiting.is_none()
            }
            _ => false,
        }
    }

    /// The worker has answered `job`. Gives the request back if its answer is wanted (no newer request waits).
    pub fn finished(&mut self, job: JobId, now: u64) -> (Option<Request>, Vec<Effect>) {
        match std::mem::replace(&mut self.worker, Worker::Idle) {
            Worker::Running { request, .. } if request.job == job => {
                let wanted = self.waiting.is_none().then_some(request);
                (wanted, self.next(now))
            }
            other => {
                self.worker = other;
                (None, Vec::new())
            }
        }
    }

    /// The worker has crashed, or sent what cannot be read.
    pub fn crashed(&mut self, now: u64) -> Vec<Effect> {
        match std::mem::replace(&mut self.worker, Worker::Absent) {
            Worker::Starting { .. } => {
                self.failed_starts += 1;
                if self.failed_starts < START_ATTEMPTS {
                    return self.spawn(now);
                }
                self.waiting = None;
                vec![Effect::Terminate, Effect::Tell(Trouble::NoWorker)]
            }
            Worker::Running { request, attempt, .. } => {
                let trouble = match (&self.waiting, attempt) {
                    // A newer request waits: the broken one is not missed.
                    (Some(_), _) => Trouble::Restarted,
                    (None, 0) => {
                        self.waiting = Some((request, 1));
                        Trouble::Restarted
                    }
                    (None, _) => Trouble::GaveUp(request.job),
                };
                let mut effects = self.spawn(now);
                effects.push(Effect::Tell(trouble));
                effects
            }
            Worker::Idle => {
                let mut effects = self.spawn(now);
                effects.push(Effect::Tell(Trouble::Restarted));
                effects
            }
            other @ (Worker::Absent | Worker::Refused) => {
                self.worker = other;
                Vec::new()
            }
        }
    }

    /// Time has passed: a worker that is silent for too long counts as crashed.
    pub fn tick(&mut self, now: u64) -> Vec<Effect> {
        match self.deadline() {
            Some(at) if now >= at => self.crashed(now),
            _ => Vec::new(),
        }
    }

    /// When [`Queue::tick`] must be called; `None` while nothing is awaited.
    pub fn deadline(&self) -> Option<u64> {
        match &self.worker {
            Worker::Starting { since } => Some(since + START_LIMIT_MS),
            Worker::Running { request, heard, .. } => {
                let steps = request.text.len() as u64 / SILENCE_STEP_BYTES;
                Some(heard + SILENCE_LIMIT_MS + steps * 1000)
            }
            _ => None,
        }
    }

    /// Whether a request runs or waits.
    pub fn is_busy(&self) -> bool {
        self.waiting.is_some() || matches!(self.worker, Worker::Running { .. })
    }

    fn spawn(&mut self, now: u64) -> Vec<Effect> {
        self.worker = Worker::Starting { since: now };
        vec![Effect::Spawn]
    }

    fn next(&mut self, now: u64) -> Vec<Effect> {
        match self.waiting.take() {
            Some((request, attempt)) => {
                self.worker = Worker::Running { request: request.clone(), attempt, heard: now };
                vec![Effect::Send(request)]
            }
            None => Vec::new(),
        }
    }
}
