//! Time: a clock that never runs backwards, and timers that end with their owner.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // Bindings of our own: those of `web-sys` squeeze the timer's name into 32 bits, which need not hold it.
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(call: &Closure<dyn FnMut()>, ms: u32) -> JsValue;
    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(id: &JsValue);
}

fn window() -> web_sys::Window {
    web_sys::window().expect("invariant: the page has a window")
}

/// Milliseconds since the page was opened. Never runs backwards.
pub fn now_ms() -> f64 {
    window().performance().map_or_else(js_sys::Date::now, |performance| performance.now())
}

/// Milliseconds since 1970 (UTC), by the device's clock.
pub fn unix_ms() -> u64 {
    js_sys::Date::now() as u64
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
