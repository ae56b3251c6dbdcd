//! Time: a clock that never runs backwards, and timers that end with their owner.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // Bindings of our own: those of `web-sys` squeeze the timer's name into 32 bits, which need not hold it.
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(call: &Closure<dyn FnMut()>, ms: u32) -> JsValue;
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout_of(call: &js_sys::Function, ms: u32) -> JsValue;
    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(id: &JsValue);
    // Pages and workers have it alike.
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> f64;
}

fn window() -> web_sys::Window {
    web_sys::window().expect("invariant: the page has a window")
}

/// Milliseconds since the page was opened, or the worker started. Never runs backwards.
pub fn now_ms() -> f64 {
    performance_now()
}

/// Milliseconds since 1970 (UTC), by the device's clock.
pub fn unix_ms() -> u64 {
    js_sys::Date::now() as u64
}

/// Calls `call` in a task of its own, behind those that wait already.
pub fn soon(call: &js_sys::Function) {
    let _ = set_timeout_of(call, 0);
}

/// Browsers call at once when they are asked to wait for longer.
const LONGEST_MS: u32 = i32::MAX as u32;

/// A call in the future. Dropping it calls it off.
#[derive(Debug)]
pub struct Timeout {
    id: JsValue,
    _call: Closure<dyn FnMut()>,
}

impl Timeout {
    /// Calls `call` after `ms` milliseconds.
    pub fn new(ms: u32, call: impl FnOnce() + 'static) -> Self {
        let call = Closure::once(call);
        let id = set_timeout(&call, ms.min(LONGEST_MS));
        Self { id, _call: call }
    }
}

impl Drop for Timeout {
    fn drop(&mut self) {
        clear_timeout(&self.id);
    }
}

/// Calls that are tried again and again: each waits twice as long as the one before, up to a longest pause.
#[derive(Debug)]
pub struct Backoff {
    first_ms: u32,
    longest_ms: u32,
    next_ms: Cell<u32>,
    timer: RefCell<Option<Timeout>>,
}

impl Backoff {
    /// Begins with the shortest pause.
    pub fn new(first_ms: u32, longest_ms: u32) -> Self {
        Self { first_ms, longest_ms, next_ms: Cell::new(first_ms), timer: RefCell::default() }
    }

    /// It went well: the next pause is the shortest again.
    pub fn reset(&self) {
        self.next_ms.set(self.first_ms);
    }

    /// Calls `call` after the pause, in place of what waited.
    pub fn later(&self, call: impl FnOnce() + 'static) {
        let pause = self.next_ms.get();
        self.next_ms.set((pause * 2).min(self.longest_ms));
        *self.timer.borrow_mut() = Some(Timeout::new(pause, call));
    }

    /// Calls off what waits.
    pub fn stop(&self) {
        self.timer.take();
    }
}

/// A page that is not shown draws no frames: what waits for one then goes on after so many milliseconds.
const NO_FRAME_MS: u32 = 250;

/// A call once the next frame is drawn, so that what the person sees comes first. Dropping it calls it off.
pub struct Frame {
    /// What is asked of the browser, with the closure that it calls.
    asked: Rc<RefCell<Option<Asked>>>,
    _otherwise: Timeout,
}

type Asked = (i32, Closure<dyn FnMut()>);

impl std::fmt::Debug for Frame {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Frame").finish_non_exhaustive()
    }
}

impl Frame {
    /// Calls `call` before the frame after the next.
    pub fn new(call: impl FnOnce() + 'static) -> Self {
        let call = Rc::new(RefCell::new(Some(call)));
        let run = move || {
            // The borrow must have ended when the call runs: it may ask for another frame.
            let call = call.borrow_mut().take();
            if let Some(call) = call {
                call();
            }
        };
        let otherwise = Timeout::new(NO_FRAME_MS, run.clone());
        let asked = Rc::<RefCell<Option<Asked>>>::default();
        let again = Rc::downgrade(&asked);
        // Frame callbacks run before the frame is drawn, so that the second one comes behind the first frame.
        let first = Closure::once(move || {
            if let Some(asked) = again.upgrade() {
                // The first closure, which runs now, stays with the second until that one is done.
                let before = asked.borrow_mut().take();
                ask(
                    &asked,
                    Closure::once(move || {
                        run();
                        drop(before);
                    }),
                );
            }
        });
        ask(&asked, first);
        Self { asked, _otherwise: otherwise }
    }
}

fn ask(asked: &RefCell<Option<Asked>>, call: Closure<dyn FnMut()>) {
    let request = window().request_animation_frame(call.as_ref().unchecked_ref()).unwrap_or_default();
    *asked.borrow_mut() = Some((request, call));
}

impl Drop for Frame {
    fn drop(&mut self) {
        if let Some((request, _)) = self.asked.borrow().as_ref() {
            let _ = window().cancel_animation_frame(*request);
        }
    }
}

/// A call when the browser has nothing else to do. Dropping it calls it off.
#[derive(Debug)]
pub struct Idle {
    request: Option<u32>,
    _call: Closure<dyn FnMut()>,
    _later: Option<Timeout>,
}

/// A browser that has no word for being idle, or never is, gets so many milliseconds.
const IDLE_MS: u32 = 300;

impl Idle {
    /// Calls `call` when the browser is idle.
    pub fn new(call: impl FnOnce() + 'static) -> Self {
        let known = js_sys::Reflect::has(&window(), &JsValue::from_str("requestIdleCallback")).unwrap_or(false);
        if !known {
            let later = Timeout::new(IDLE_MS, call);
            return Self { request: None, _call: Closure::once(|| ()), _later: Some(later) };
        }
        let call = Closure::once(call);
        let options = web_sys::IdleRequestOptions::new();
        options.set_timeout(IDLE_MS);
        let request = window().request_idle_callback_with_options(call.as_ref().unchecked_ref(), &options).ok();
        Self { request, _call: call, _later: None }
    }
}

impl Drop for Idle {
    fn drop(&mut self) {
        if let Some(request) = self.request {
            window().cancel_idle_callback(request);
        }
    }
}

/// Returns once the next frame is drawn and the browser has nothing else to do.
pub async fn idle() {
    let idle = Rc::<RefCell<Option<Idle>>>::default();
    let mut frame = None;
    let promise = js_sys::Promise::new(&mut |done, _| {
        let idle = Rc::clone(&idle);
        frame = Some(Frame::new(move || {
            *idle.borrow_mut() = Some(Idle::new(move || {
                let _ = done.call0(&JsValue::NULL);
            }));
        }));
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Runs the last of several calls, once it has been quiet for a while. Clones share the wait.
#[derive(Clone, Default)]
pub struct Debounce {
    waiting: Rc<RefCell<Waiting>>,
}

#[derive(Default)]
struct Waiting {
    _timer: Option<Timeout>,
    call: Option<Box<dyn FnOnce()>>,
}

impl std::fmt::Debug for Debounce {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Debounce").field("waits", &self.waiting.borrow().call.is_some()).finish()
    }
}

impl Debounce {
    /// Calls `call` after `ms` milliseconds, unless another call comes first.
    pub fn call(&self, ms: u32, call: impl FnOnce() + 'static) {
        let waiting = Rc::downgrade(&self.waiting);
        let timer = Timeout::new(ms, move || {
            if let Some(waiting) = waiting.upgrade() {
                Self { waiting }.flush();
            }
        });
        *self.waiting.borrow_mut() = Waiting { _timer: Some(timer), call: Some(Box::new(call)) };
    }

    /// Runs what waits at once.
    pub fn flush(&self) {
        // The borrow must have ended when the call runs: it may ask for another wait.
        let call = self.waiting.borrow_mut().call.take();
        if let Some(call) = call {
            call();
        }
    }

    /// Calls off what waits.
    pub fn cancel(&self) {
        *self.waiting.borrow_mut() = Waiting::default();
    }
}
