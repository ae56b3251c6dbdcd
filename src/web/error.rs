//! What the browser throws, in words.

use wasm_bindgen::{JsCast, JsValue};

/// The message of a thrown value: of an `Error` or `DOMException` its message, of anything else its text.
pub fn describe(thrown: &JsValue) -> String {
    if let Some(exception) = thrown.dyn_ref::<web_sys::DomException>() {
        return format!("{}: {}", exception.name(), exception.message());
    }
    if let Some(error) = thrown.dyn_ref::<js_sys::Error>() {
        return String::from(error.message());
    }
    thrown.as_string().unwrap_or_else(|| format!("{thrown:?}"))
}

/// Writes to the browser's console what a developer may need; the person has been told in a sentence elsewhere.
pub fn log(what: &str) {
    web_sys::console::warn_1(&what.into());
}
