//! The browser: the only place, besides `ui`, that knows it.

use wasm_bindgen::JsCast;

/// Serves as the analysis worker: announces itself, then answers requests until the page ends it.
pub fn run_worker() {
    let scope: web_sys::DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let _ = scope.post_message(&"ready".into());
}
