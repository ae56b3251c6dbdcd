//! The client against small scripts that behave like workers of every kind. The real worker is shown end to end.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use article_annotator::protocol::PROTOCOL;
use article_annotator::web::clock::Timeout;
use article_annotator::web::{Analyzer, AnalyzerEvent};
use wasm_bindgen_test::wasm_bindgen_test;

type Heard = Rc<RefCell<Vec<AnalyzerEvent>>>;

const ANSWER: &str = "const answer = (block, version) =>
    JSON.stringify({ language: 'en', blocks: [block], articles: [], mentions: [], entities: [], quotes: [], version, model: '' });
self.onmessage = ({ data: { Analyze: { job, text } } }) => {
    if (text === 'crash') { throw new Error('on purpose'); }
    if (text === 'nonsense') { postMessage({ Finished: 'what?' }); return; }
    if (text === 'lie') { postMessage({ Finished: { job, analysis: answer(99, ''), micros: 1 } }); return; }
    postMessage({ Progress: { job, permille: 500 } });
    postMessage({ Finished: { job, analysis: answer(3, text), micros: 1 } });
};";

fn worker(protocol: u32, rest: &str) -> String {
    let code = format!("{rest}\npostMessage({{ Ready: {{ protocol: {protocol}, version: 'test' }} }});");
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&code.into()), &{
        let options = web_sys::BlobPropertyBag::new();
        options.set_type("text/javascript");
        options
    })
    .unwrap();
    web_sys::Url::create_object_url_with_blob(&blob).unwrap()
}

fn listen(script: &str) -> (Analyzer, Heard) {
    let heard = Heard::default();
    let into = Rc::clone(&heard);
    (Analyzer::with_script(Rc::new(move |event| into.borrow_mut().push(event)), script), heard)
}

async fn sleep(ms: u32) {
    let mut timer = None;
    let slept = js_sys::Promise::new(&mut |resolve, _| {
        timer = Some(Timeout::new(ms, move || {
            resolve.call0(&wasm_bindgen::JsValue::UNDEFINED).unwrap();
        }));
    });
    wasm_bindgen_futures::JsFuture::from(slept).await.unwrap();
    drop(timer);
}

/// Waits until `count` events have come; a test that waits in vain fails at the assertion that follows.
async fn wait(heard: &Heard, count: usize) -> Vec<AnalyzerEvent> {
    for _ in 0..500 {
        if heard.borrow().len() >= count {
            break;
        }
        sleep(20).await;
    }
    heard.borrow().clone()
}

fn ask(analyzer: &Analyzer, text: &str) {
    analyzer.analyze(Arc::from(text), Arc::from([]), None);
}

/// The events as short words; "done" with the text that was answered.
fn names(events: &[AnalyzerEvent]) -> Vec<String> {
    let name = |event: &AnalyzerEvent| match event {
        AnalyzerEvent::Progress { permille, .. } => format!("progress {permille}"),
        AnalyzerEvent::Done { analysis, .. } => format!("done {}", analysis.engine.version),
        AnalyzerEvent::Restarted => "restarted".to_owned(),
        AnalyzerEvent::Failed(why) => {
            format!("failed: {why:?}")
        }
    };
    events.iter().map(name).collect()
}

#[wasm_bindgen_test]
async fn a_request_is_answered() {
    let (analyzer, heard) = listen(&worker(PROTOCOL, ANSWER));
    ask(&analyzer, "hello");
    assert_eq!(names(&wait(&heard, 2).await), ["progress 500", "done hello"]);
    assert!(!analyzer.is_busy());
}

#[wasm_bindgen_test]
async fn the_latest_of_many_requests_is_answered() {
    let (analyzer, heard) = listen(&worker(PROTOCOL, ANSWER));
    for text in ["a", "b", "c", "d"] {
        ask(&analyzer, text);
    }
    assert_eq!(names(&wait(&heard, 2).await).last().unwrap(), "done d");
    sleep(50).await;
    assert!(!names(&heard.borrow()).contains(&"done b".to_owned()));
}

#[wasm_bindgen_test]
async fn a_worker_that_crashes_is_replaced_and_a_text_that_crashes_it_twice_is_given_up() {
    let (analyzer, heard) = listen(&worker(PROTOCOL, ANSWER));
    ask(&analyzer, "crash");
    let events = wait(&heard, 2).await;
    assert_eq!(names(&events), ["restarted", "failed: GaveUp"]);
    ask(&analyzer, "hello");
    assert_eq!(names(&wait(&heard, 4).await)[2..], ["progress 500", "done hello"]);
}

#[wasm_bindgen_test]
async fn a_worker_that_talks_nonsense_is_replaced() {
    let (analyzer, heard) = listen(&worker(PROTOCOL, ANSWER));
    ask(&analyzer, "nonsense");
    assert_eq!(names(&wait(&heard, 2).await), ["restarted", "failed: GaveUp"]);
    ask(&analyzer, "lie");
    assert_eq!(names(&wait(&heard, 3).await)[2..], ["failed: GaveUp"]);
}

#[wasm_bindgen_test]
async fn a_worker_of_another_version_is_refused() {
    let (analyzer, heard) = listen(&worker(PROTOCOL + 1, ANSWER));
    ask(&analyzer, "hello");
    assert_eq!(names(&wait(&heard, 1).await), ["failed: Mismatch"]);
    assert!(!analyzer.is_busy());
}

#[wasm_bindgen_test]
async fn a_worker_that_is_not_there_is_said_so() {
    let (analyzer, heard) = listen("./no-such-worker.js");
    ask(&analyzer, "hello");
    let events = wait(&heard, 1).await;
    assert!(names(&events)[0].starts_with("failed: NoWorker"), "{events:?}");
}

#[wasm_bindgen_test]
async fn a_request_that_is_called_off_is_not_answered() {
    let (analyzer, heard) = listen(&worker(PROTOCOL, ANSWER));
    ask(&analyzer, "hello");
    analyzer.cancel();
    sleep(200).await;
    assert_eq!(names(&heard.borrow()), Vec::<String>::new());
    ask(&analyzer, "again");
    assert_eq!(names(&wait(&heard, 2).await), ["progress 500", "done again"]);
}
