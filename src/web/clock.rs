//! Time: a clock that never runs backwards, and timers that end with their owner.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

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

/// A call in the future. Dropping it calls it off.
#[derive(Debug)]
pub struct Timeout {
    id: i32,
    _call: Closure<dyn FnMut()>,
}

impl Timeout {
    /// Calls `call` after `ms` milliseconds.
    pub fn new(ms: u32, call: impl FnOnce() + 'static) -> Self {
        let call = Closure::once(call);
        let id = window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(
                call.as_ref().unchecked_ref(),
                i32::try_from(ms).unwrap_or(i32::MAX),
            )
            .expect("invariant: setTimeout takes a function and a number");
        Self { id, _call: call }
    }
}

impl Drop for Timeout {
    fn drop(&mut self) {
        window().clear_timeout_with_handle(self.id);
    }
}

/// Runs the last of several calls, once it has been quiet for a while. Clones share the wait.
#[derive(Clone, Debug, Default)]
pub struct Debounce {
    timer: Rc<RefCell<Option<Timeout>>>,
}

impl Debounce {
    /// Calls `call` after `ms` milliseconds, unless another call comes first.
    pub fn call(&self, ms: u32, call: impl FnOnce() + 'static) {
        *self.timer.borrow_mut() = Some(Timeout::new(ms, call));
    }

    /// Calls off what waits.
    pub fn cancel(&self) {
        self.timer.borrow_mut().take();
    }
}
