//! The page's side of the worker: start it, talk to it, replace it when it breaks.

use std::cell::RefCell;
use std::fmt;
use std::rc::{Rc, Weak};
use std::sync::Arc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker};

use super::clock::{Timeout, now_ms};
use super::error::{describe, log};
use super::worker_script;
use crate::analysis::{Analysis, ArticleLanguage, BlockChoice};
use crate::protocol::{Effect, FromWorker, JobId, Queue, Request, ToWorker, Trouble, WireAnalysis};

/// What the analyzer tells the page.
#[derive(Clone, Debug, PartialEq)]
pub enum AnalyzerEvent {
    /// How far the newest request is.
    Progress {
        /// The request.
        job: JobId,
        /// 0 to 1000.
        permille: u16,
    },
    /// The newest request is done. An answer to a request that was replaced meanwhile never comes.
    Done {
        /// The request.
        job: JobId,
        /// What was found, checked against the text of the request.
        analysis: Arc<Analysis>,
        /// Milliseconds from the request's start in the worker to its answer.
        millis: u32,
    },
    /// The worker broke and was replaced; a request that ran is running again.
    Restarted,
    /// The request will not be answered.
    Failed(AnalysisTrouble),
}

/// What went wrong with the worker, as data: who shows it has the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnalysisTrouble {
    /// It broke and was replaced.
    Restarted,
    /// The text broke it twice, or its answer does not fit the text.
    GaveUp,
    /// It does not start.
    NoWorker,
    /// It is of another version than the page.
    Mismatch,
}

/// Analyzes texts in a worker. Clones share it; the worker ends with the last clone.
#[derive(Clone)]
pub struct Analyzer {
    inner: Rc<Inner>,
}

struct Inner {
    on_event: Rc<dyn Fn(AnalyzerEvent)>,
    script: String,
    state: RefCell<State>,
    me: Weak<Inner>,
}

#[derive(Default)]
struct State {
    queue: Queue,
    link: Option<Link>,
    /// Wakes the queue at its deadline.
    timer: Option<Timeout>,
    /// When the running request was sent.
    sent: f64,
}

/// A worker with its listeners; dropping it ends the worker.
struct Link {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

impl Drop for Link {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.set_onmessageerror(None);
        self.worker.terminate();
    }
}

impl Analyzer {
    /// Starts the worker; `on_event` hears of everything that happens. It may call the analyzer, but is never called
    /// from within one of the analyzer's own functions.
    pub fn new(on_event: Rc<dyn Fn(AnalyzerEvent)>) -> Self {
        Self::with_script(on_event, &worker_script::address())
    }

    /// [`Analyzer::new`] with another worker script.
    pub fn with_script(on_event: Rc<dyn Fn(AnalyzerEvent)>, script: &str) -> Self {
        let inner = Rc::new_cyclic(|me| Inner {
            on_event,
            script: script.to_owned(),
            state: RefCell::default(),
            me: me.clone(),
        });
        inner.step(Queue::warm_up);
        Self { inner }
    }

    /// Asks for the analysis of `text` (cleaned), with the roles of paragraphs and the language that are
    /// known. A request that still
    /// waits is replaced.
    pub fn analyze(&self, text: Arc<str>, blocks: Arc<[BlockChoice]>, language: Option<ArticleLanguage>) -> JobId {
        self.inner.step(|queue, now| queue.submit(text, blocks, language, now))
    }

    /// Calls off what runs and waits.
    pub fn cancel(&self) {
        self.inner.step(Queue::cancel);
    }

    /// Whether a request runs or waits.
    pub fn is_busy(&self) -> bool {
        self.inner.state.borrow().queue.is_busy()
    }
}

impl PartialEq for Analyzer {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.inner, &other.inner)
    }
}

impl fmt::Debug for Analyzer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Analyzer").field("queue", &self.inner.state.borrow().queue).finish_non_exhaustive()
    }
}

/// What a transition of the queue gives besides its effects.
trait Stepped {
    type Rest;
    fn split(self) -> (Self::Rest, Vec<Effect>);
}

impl Stepped for Vec<Effect> {
    type Rest = ();
    fn split(self) -> ((), Vec<Effect>) {
        ((), self)
    }
}

impl<T> Stepped for (T, Vec<Effect>) {
    type Rest = T;
    fn split(self) -> (T, Vec<Effect>) {
        self
    }
}

fn whole_ms() -> u64 {
    now_ms() as u64
}

impl Inner {
    /// Runs one transition of the queue and carries out its effects.
    fn step<S: Stepped>(&self, transition: impl FnOnce(&mut Queue, u64) -> S) -> S::Rest {
        let stepped = transition(&mut self.state.borrow_mut().queue, whole_ms());
        let (rest, effects) = stepped.split();
        for effect in effects {
            self.carry_out(effect);
        }
        self.set_timer();
        rest
    }

    fn carry_out(&self, effect: Effect) {
        match effect {
            Effect::Spawn => {
                // The old worker ends before the new one starts.
                self.state.borrow_mut().link = None;
                match self.spawn() {
                    Ok(link) => self.state.borrow_mut().link = Some(link),
                    Err(thrown) => {
                        log(&format!("the worker could not be started: {}", describe(&thrown)));
                        self.later(|inner| inner.step(Queue::crashed));
                    }
                }
            }
            Effect::Terminate => self.state.borrow_mut().link = None,
            Effect::Send(request) => self.send(&request),
            Effect::Tell(trouble) => {
                let event = told(trouble);
                self.later(move |inner| (inner.on_event)(event));
            }
        }
    }

    /// Calls back in a turn of its own, so that nobody is called from within a call of theirs.
    fn later(&self, call: impl FnOnce(&Self) + 'static) {
        let me = self.me.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if let Some(inner) = me.upgrade() {
                call(&inner);
            }
        });
    }

    fn spawn(&self) -> Result<Link, JsValue> {
        let worker = worker_script::start(&self.script)?;
        let me = self.me.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(inner) = me.upgrade() {
                inner.hear(event.data());
            }
        });
        let me = self.me.clone();
        let on_error = Closure::<dyn FnMut(Event)>::new(move |_: Event| {
            if let Some(inner) = me.upgrade() {
                inner.step(Queue::crashed);
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Link { worker, _on_message: on_message, _on_error: on_error })
    }

    fn send(&self, request: &Request) {
        let message = ToWorker::Analyze {
            job: request.job.0,
            text: request.text.to_string(),
            blocks: request.blocks.iter().map(|choice| (*choice).into()).collect(),
            language: request.language.map(Into::into),
        };
        let sent = serde_wasm_bindgen::to_value(&message).map_err(JsValue::from).and_then(|value| {
            let state = self.state.borrow();
            state.link.as_ref().map_or(Ok(()), |link| link.worker.post_message(&value))
        });
        self.state.borrow_mut().sent = now_ms();
        if let Err(thrown) = sent {
            log(&format!("the request could not be sent: {}", describe(&thrown)));
            self.later(|inner| inner.step(Queue::crashed));
        }
    }

    fn hear(&self, data: JsValue) {
        match serde_wasm_bindgen::from_value::<FromWorker>(data) {
            Ok(FromWorker::Ready { protocol, .. }) => {
                self.step(|queue, now| queue.ready(protocol, now));
            }
            Ok(FromWorker::Progress { job, permille }) => {
                let job = JobId(job);
                let shown = self.state.borrow_mut().queue.progress(job, whole_ms());
                self.set_timer();
                if shown {
                    (self.on_event)(AnalyzerEvent::Progress { job, permille });
                }
            }
            Ok(FromWorker::Finished { job, analysis, .. }) => {
                // Nothing takes no time.
                let millis = (now_ms() - self.state.borrow().sent).ceil().max(1.0) as u32;
                let Some(request) = self.step(|queue, now| queue.finished(JobId(job), now)) else { return };
                match WireAnalysis::from_json(&analysis).and_then(|wire| wire.resolve(&request.text)) {
                    Ok(analysis) => {
                        let analysis = Arc::new(analysis);
                        (self.on_event)(AnalyzerEvent::Done { job: request.job, analysis, millis });
                    }
                    Err(error) => {
                        log(&format!("the worker's answer does not fit the text: {error}"));
                        (self.on_event)(AnalyzerEvent::Failed(AnalysisTrouble::GaveUp));
                    }
                }
            }
            Ok(FromWorker::Failed { reason, .. }) => {
                log(&format!("the worker refused a request: {reason}"));
                self.step(Queue::crashed);
            }
            Err(error) => {
                log(&format!("the worker said something else: {error}"));
                self.step(Queue::crashed);
            }
        }
    }

    fn set_timer(&self) {
        let mut state = self.state.borrow_mut();
        state.timer = state.queue.deadline().map(|at| {
            let me = self.me.clone();
            Timeout::new(at.saturating_sub(whole_ms()) as u32 + 1, move || {
                if let Some(inner) = me.upgrade() {
                    inner.step(Queue::tick);
                }
            })
        });
    }
}

fn told(trouble: Trouble) -> AnalyzerEvent {
    match trouble {
        Trouble::Restarted => AnalyzerEvent::Restarted,
        Trouble::GaveUp(_) => AnalyzerEvent::Failed(AnalysisTrouble::GaveUp),
        Trouble::NoWorker => AnalyzerEvent::Failed(AnalysisTrouble::NoWorker),
        Trouble::Mismatch => AnalyzerEvent::Failed(AnalysisTrouble::Mismatch),
    }
}
