use std::cell::RefCell;
use std::rc::Rc;

use article_annotator::web::clock::{Debounce, Frame, Idle, soon};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// What happened, in order.
type Log = Rc<RefCell<Vec<&'static str>>>;

fn noting(log: &Log, what: &'static str) -> impl FnOnce() + 'static {
    let log = Rc::clone(log);
    move || log.borrow_mut().push(what)
}

/// Waits until a call that `ask` was given has been made.
async fn called(ask: impl FnOnce(js_sys::Function)) {
    let mut ask = Some(ask);
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(ask) = ask.take() {
            ask(resolve);
        }
    });
    JsFuture::from(promise).await.unwrap();
}

async fn frames(n: usize) {
    for _ in 0..n {
        called(|then| {
            let window = web_sys::window().unwrap();
            let _ = window.request_animation_frame(&then).unwrap();
        })
        .await;
    }
}

#[wasm_bindgen_test]
async fn a_frame_is_drawn_before_its_call() {
    let log = Log::default();
    let kept = Frame::new(noting(&log, "behind the frame"));
    let dropped = Frame::new(noting(&log, "never"));
    let again = {
        let log = Rc::clone(&log);
        Frame::new(move || {
            log.borrow_mut().push("again");
            // From within a call another frame may be asked for.
            Box::leak(Box::new(Frame::new(noting(&log, "and again"))));
        })
    };
    drop(dropped);
    frames(6).await;
    assert_eq!(*log.borrow(), ["behind the frame", "again", "and again"]);
    drop((kept, again));
}

#[wasm_bindgen_test]
async fn an_idle_browser_calls_once_and_not_what_was_dropped() {
    let log = Log::default();
    let dropped = Idle::new(noting(&log, "never"));
    drop(dropped);
    called(|then| {
        let idle = Idle::new({
            let log = Rc::clone(&log);
            move || {
                log.borrow_mut().push("idle");
                let _ = then.call0(&wasm_bindgen::JsValue::UNDEFINED);
            }
        });
        Box::leak(Box::new(idle));
    })
    .await;
    frames(2).await;
    assert_eq!(*log.borrow(), ["idle"]);
}

#[wasm_bindgen_test]
async fn a_debounce_runs_the_last_call_when_it_is_flushed() {
    let log = Log::default();
    let wait = Debounce::default();
    wait.call(60_000, noting(&log, "first"));
    wait.call(60_000, noting(&log, "second"));
    wait.flush();
    wait.flush();
    wait.call(0, noting(&log, "canceled"));
    wait.cancel();
    called(|then| soon(&then)).await;
    frames(2).await;
    assert_eq!(*log.borrow(), ["second"]);
}
