//! Asks the worker to read: the open article when the state wants it, and what stands in the paste box already before the
//! person asks, so that the suggestions are there when they do.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use yew::prelude::*;

use crate::analysis;
use crate::analysis::{ArticleLanguage, BlockChoice};
use crate::document::Document;
use crate::formats::OpenError;
use crate::protocol::JobId;
use crate::ui::services::import::{self, Taken};
use crate::ui::state::{Analysis, AnalysisAction, AppState, Failure, Findings, Message, PageAction, Pasted};
use crate::ui::widgets::context::Dispatch;
use crate::web::clock::Timeout;
use crate::web::{AnalysisTrouble, Analyzer, AnalyzerEvent};

/// Longer drafts are read only when the person asks, in bytes: taking them in would hold up typing.
const LONGEST_DRAFT: usize = 60_000;

/// How long a pasted article waits for its suggestions to be drawn together with them, in milliseconds.
const PATIENCE: u32 = 120;

/// An answer with the milliseconds that it took.
pub(crate) type Answer = (Arc<analysis::Analysis>, u32);

/// The newest request, while the state does not await its answer yet.
struct Ahead {
    /// What stood in the paste box; empty for what did not come from there.
    draft: String,
    /// What was made of it.
    taken: Option<Taken>,
    text: Arc<str>,
    /// The roles of paragraphs that were known before.
    blocks: Arc<[BlockChoice]>,
    language: Option<ArticleLanguage>,
    job: JobId,
    answer: Option<Answer>,
}

/// Hears of the analysis of the rehearsal.
type OnRehearsed = Box<dyn FnOnce(Taken, Answer)>;

#[derive(Default)]
struct Asked {
    /// The request that the state awaits, or awaited last, with the state's own number for it.
    wanted: Option<(JobId, u32)>,
    /// Always the newest request of all: the queue forgets those that a newer one replaces.
    ahead: Option<Ahead>,
    /// An article is open whose suggestions come from the worker: its troubles are told.
    in_use: bool,
    /// To be called when what was read ahead is read, or cannot be.
    awaited: Option<Function>,
    /// The reading that nobody sees.
    rehearsal: Option<(JobId, Taken, OnRehearsed)>,
}

/// The worker, as the page uses it. Clones share it.
#[derive(Clone)]
pub(crate) struct Reader {
    analyzer: Analyzer,
    asked: Rc<RefCell<Asked>>,
    dispatch: Dispatch,
}

impl PartialEq for Reader {
    fn eq(&self, other: &Self) -> bool {
        self.analyzer == other.analyzer
    }
}

impl Reader {
    fn new(dispatch: &Dispatch) -> Self {
        let asked = Rc::<RefCell<Asked>>::default();
        let (hearing, dispatch) = (Rc::clone(&asked), dispatch.clone());
        let telling = dispatch.clone();
        let analyzer = Analyzer::new(Rc::new(move |event| hear(event, &hearing, &telling)));
        Self { analyzer, asked, dispatch }
    }

    /// Reads an article that nobody brought, unless there is something to read.
    pub(crate) fn rehearse(&self, taken: Taken, then: impl FnOnce(Taken, Answer) + 'static) {
        if !self.analyzer.is_busy() {
            let (text, blocks, language) = asked_of(taken.session.document());
            let job = self.analyzer.analyze(text, blocks, language);
            self.asked.borrow_mut().rehearsal = Some((job, taken, Box::new(then)));
        }
    }

    /// Begins to read what stands in the paste box.
    pub(crate) fn read_ahead(&self, draft: String) {
        if self.asked.borrow().ahead.as_ref().is_some_and(|ahead| ahead.draft == draft) {
            return;
        }
        self.asked.borrow_mut().ahead = None;
        if draft.len() > LONGEST_DRAFT {
            return;
        }
        // What cannot be taken in is refused when the person asks, not while they type.
        if let Some(taken) = import::from_text(&draft).ok().filter(|taken| taken.fresh) {
            let what = asked_of(taken.session.document());
            self.submit(draft, Some(taken), what);
        }
    }

    /// What the paste box holds, as an article, with what is known of it. Nobody waits.
    pub(crate) fn typed(&self, text: &str) -> Result<(Taken, Findings), OpenError> {
        let taken = match self.take(text) {
            Some(taken) => taken,
            None => import::from_text(text)?,
        };
        let findings = self.findings(&taken);
        Ok((taken, findings))
    }

    /// What was pasted, as an article, with what is known of it. It waits a moment, so that both are drawn together.
    pub(crate) async fn pasted(&self, pasted: &Pasted) -> Result<(Taken, Findings), OpenError> {
        match import::from_html(pasted) {
            Some(taken) => {
                let what = asked_of(taken.session.document());
                self.submit(pasted.text.to_string(), Some(taken), what);
            }
            None => self.read_ahead(pasted.text.to_string()),
        }
        self.answered().await;
        self.typed(&pasted.text)
    }

    /// Returns when what was read ahead is read, or cannot be; soon in any case.
    async fn answered(&self) {
        if self.asked.borrow().ahead.as_ref().is_none_or(|ahead| ahead.answer.is_some()) {
            return;
        }
        let mut timer = None;
        let promise = Promise::new(&mut |done, _| {
            let late = done.clone();
            timer = Some(Timeout::new(PATIENCE, move || settle(&late)));
            self.asked.borrow_mut().awaited = Some(done);
        });
        let _ = JsFuture::from(promise).await;
    }

    /// What was made of `draft`, when it was read ahead.
    fn take(&self, draft: &str) -> Option<Taken> {
        let mut asked = self.asked.borrow_mut();
        asked.ahead.as_mut().filter(|ahead| ahead.draft == draft)?.taken.take()
    }

    /// What is known of an article that is about to be opened; when nothing is, the worker begins while the page draws.
    pub(crate) fn findings(&self, taken: &Taken) -> Findings {
        if !taken.fresh {
            return Findings::Own;
        }
        self.asked.borrow_mut().in_use = true;
        let (text, blocks, language) = asked_of(taken.session.document());
        let known =
            self.asked.borrow().ahead.as_ref().map(|ahead| (Arc::ptr_eq(&ahead.text, &text), ahead.answer.clone()));
        match known {
            Some((true, Some((analysis, millis)))) => Findings::Ready(analysis, millis),
            Some((true, None)) => Findings::Ask,
            _ => {
                self.submit(String::new(), None, (text, blocks, language));
                Findings::Ask
            }
        }
    }

    fn submit(&self, draft: String, taken: Option<Taken>, (text, blocks, language): What) {
        let job = self.analyzer.analyze(Arc::clone(&text), Arc::clone(&blocks), language);
        self.asked.borrow_mut().ahead = Some(Ahead { draft, taken, text, blocks, language, job, answer: None });
    }

    /// The state awaits an analysis of `text`, under the number `turn`.
    fn answer(&self, turn: u32, (text, blocks, language): What) {
        let mut asked = self.asked.borrow_mut();
        asked.in_use = true;
        let same =
            |ahead: &Ahead| ahead.blocks == blocks && ahead.language == language && Arc::ptr_eq(&ahead.text, &text);
        let ahead = asked.ahead.take().filter(same);
        match ahead {
            Some(Ahead { answer: Some((analysis, millis)), .. }) => {
                self.dispatch.dispatch(AnalysisAction::Done { job: turn, analysis, millis }.into());
            }
            Some(ahead) => asked.wanted = Some((ahead.job, turn)),
            None => asked.wanted = Some((self.analyzer.analyze(text, blocks, language), turn)),
        }
    }

    /// Calls off what runs and waits.
    fn cancel(&self) {
        self.asked.borrow_mut().ahead = None;
        self.analyzer.cancel();
    }

    /// No article is open any more.
    fn rest(&self) {
        self.cancel();
        self.asked.borrow_mut().in_use = false;
    }
}

/// A text to read, with the roles of paragraphs and the language that are known.
type What = (Arc<str>, Arc<[BlockChoice]>, Option<ArticleLanguage>);

/// What is read of an article.
fn asked_of(document: &Document) -> What {
    let known = document.known_blocks().into_iter();
    let blocks = known.map(|(paragraph, kind)| BlockChoice { paragraph, kind }).collect();
    (document.source().shared_text(), blocks, document.known_language())
}

/// Calls whoever waits for what is read ahead, if there is nothing to wait for any more.
fn go_on(asked: &RefCell<Asked>) {
    let mut asked = asked.borrow_mut();
    if asked.ahead.as_ref().is_none_or(|ahead| ahead.answer.is_some())
        && let Some(done) = asked.awaited.take()
    {
        settle(&done);
    }
}

fn settle(done: &Function) {
    let _ = done.call0(&JsValue::NULL);
}

/// The worker's news, for the state as far as it awaits them.
fn hear(event: AnalyzerEvent, asked: &RefCell<Asked>, dispatch: &Dispatch) {
    let wanted = asked.borrow().wanted;
    let turn_of = |job| wanted.filter(|(wanted, _)| *wanted == job).map(|(_, turn)| turn);
    match event {
        AnalyzerEvent::Progress { job, permille } => {
            if let Some(turn) = turn_of(job) {
                dispatch.dispatch(AnalysisAction::Progress { job: turn, permille }.into());
            }
        }
        AnalyzerEvent::Done { job, analysis, millis } => {
            let rehearsal = asked.borrow_mut().rehearsal.take_if(|(rehearsed, ..)| *rehearsed == job);
            if let Some(turn) = turn_of(job) {
                dispatch.dispatch(AnalysisAction::Done { job: turn, analysis, millis }.into());
            } else if let Some((_, taken, then)) = rehearsal {
                then(taken, (analysis, millis));
            } else if let Some(ahead) = asked.borrow_mut().ahead.as_mut().filter(|ahead| ahead.job == job) {
                ahead.answer = Some((analysis, millis));
            }
            go_on(asked);
        }
        AnalyzerEvent::Restarted => {
            if asked.borrow().in_use {
                let failure = Failure::Analysis(AnalysisTrouble::Restarted);
                dispatch.dispatch(PageAction::Notify(Message::Failed(failure), Rc::from([])).into());
            }
        }
        AnalyzerEvent::Failed(why) => {
            // Nobody waits for what was read ahead: it is tried again, and told of, when the person asks.
            asked.borrow_mut().ahead = None;
            go_on(asked);
            if let Some((_, turn)) = wanted {
                dispatch.dispatch(AnalysisAction::Failed { job: turn, why }.into());
            }
        }
    }
}

/// Sends articles to the worker when the state asks for it. The callback calls off what runs.
#[hook]
pub(crate) fn use_reader(state: &AppState, dispatch: &Dispatch) -> (Rc<Reader>, Callback<()>) {
    let reader = use_memo((), |()| Reader::new(dispatch));
    let what = state.document().map(asked_of);
    let asked = match state.analysis {
        Analysis::Asked(turn) => Some(turn),
        _ => None,
    };
    {
        let reader = Rc::clone(&reader);
        use_effect_with(asked, move |asked| {
            if let (Some(turn), Some(what)) = (*asked, what) {
                reader.answer(turn, what);
            }
        });
    }
    {
        let (reader, gone) = (Rc::clone(&reader), state.article.open.is_none());
        use_effect_with(gone, move |gone| {
            if *gone {
                reader.rest();
            }
        });
    }
    let stop = {
        let reader = Rc::clone(&reader);
        use_callback((), move |(), ()| {
            reader.cancel();
            reader.dispatch.dispatch(AnalysisAction::Stop.into());
        })
    };
    (reader, stop)
}
