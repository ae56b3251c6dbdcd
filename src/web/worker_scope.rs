//! The worker's side: load the engine, say so, answer requests one after the other.

use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::clock::now_ms;
use super::error::{describe, log};
use crate::analysis::{Engine, Options, Progress, analyze, analyze_with};
use crate::protocol::{FromWorker, PROTOCOL, ToWorker, WireAnalysis, WireBlock, WireError, WireLanguage};
use crate::text::Source;

#[cfg(feature = "model")]
fn engine() -> Engine {
    Engine::embedded()
}

/// Without the model's bytes (the page is built so, and never runs this).
#[cfg(not(feature = "model"))]
fn engine() -> Engine {
    Engine::default()
}

/// An article of the usual kind: quotes, names, several speakers.
const USUAL: &str = include_str!("../../seeds/articles/feature-many-quotes.txt");

/// Browsers compile WebAssembly function by function at first use, and well only what ran for a while: unwarmed, the
/// person's first article would take some five times as long. A second reading brings nearly all of it, more bring
/// little.
fn warm_up(engine: &Engine) {
    for _ in 0..2 {
        let analysis = analyze(&Source::new(USUAL), engine, &Options::new(Options::READABLE));
        // Handed on as an answer would be, and forgotten.
        drop(serde_wasm_bindgen::to_value(&FromWorker::Finished {
            job: 0,
            analysis: WireAnalysis::from(&analysis).to_json(),
            micros: 0,
        }));
    }
}

/// Serves as the analysis worker: announces itself, then answers requests until the page ends it.
pub fn run_worker() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let engine = Rc::new(engine());
    let ready = FromWorker::Ready { protocol: PROTOCOL, version: engine.tag().version };
    let answering = scope.clone();
    let answerer = Rc::clone(&engine);
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        match serde_wasm_bindgen::from_value::<ToWorker>(event.data()) {
            Ok(ToWorker::Analyze { job, text, blocks, language }) => match options(blocks, language) {
                Ok(options) => post(&answering, &answer(&answering, &answerer, job, text, &options)),
                Err(error) => post(&answering, &FromWorker::Failed { job, reason: error.to_string() }),
            },
            Err(error) => post(&answering, &FromWorker::Failed { job: 0, reason: error.to_string() }),
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker's only listener: it lives as long as the worker.
    on_message.forget();
    post(&scope, &ready);
    warm_up(&engine);
}

/// What a request says, checked.
fn options(blocks: Vec<WireBlock>, language: Option<WireLanguage>) -> Result<Options, WireError> {
    let blocks = blocks.into_iter().map(WireBlock::resolve).collect::<Result<_, _>>()?;
    let known = language.map(WireLanguage::resolve).transpose()?;
    Ok(Options { blocks, ..Options::new(Options::READABLE) }.in_language(known))
}

/// Shorter texts are read without progress, in bytes; this many take some tens of milliseconds.
const SHORTEST_TOLD: usize = 60_000;

fn answer(
    scope: &DedicatedWorkerGlobalScope,
    engine: &Engine,
    job: u32,
    text: String,
    options: &Options,
) -> FromWorker {
    // Of what is done in a moment, progress would only be a further thing to wait for.
    let told = text.len() >= SHORTEST_TOLD;
    let mut last = None;
    let mut report = |progress: Progress| {
        if told && last != Some(progress.permille) {
            last = Some(progress.permille);
            post(scope, &FromWorker::Progress { job, permille: progress.permille });
        }
    };
    let began = now_ms();
    let analysis = analyze_with(&Source::new(text), engine, options, &mut report);
    let micros = ((now_ms() - began) * 1000.0) as u32;
    FromWorker::Finished { job, analysis: WireAnalysis::from(&analysis).to_json(), micros }
}

fn post(scope: &DedicatedWorkerGlobalScope, message: &FromWorker) {
    let sent =
        serde_wasm_bindgen::to_value(message).map_err(JsValue::from).and_then(|value| scope.post_message(&value));
    if let Err(thrown) = sent {
        log(&format!("the worker's answer could not be sent: {}", describe(&thrown)));
    }
}
