//! Asking the browser not to clear this page's data by itself.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "storage"], js_name = persist, catch)]
    fn persist() -> Result<js_sys::Promise, JsValue>;
}

/// The bytes that are stored for this page and all that has its address; `None` where the browser does not say.
pub async fn used() -> Option<usize> {
    let storage = js_sys::Reflect::get(&web_sys::window()?.navigator(), &"storage".into()).ok()?;
    let estimate = js_sys::Reflect::get(&storage, &"estimate".into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
    let answer: js_sys::Promise = estimate.call0(&storage).ok()?.dyn_into().ok()?;
    let estimated = JsFuture::from(answer).await.ok()?;
    js_sys::Reflect::get(&estimated, &"usage".into()).ok()?.as_f64().map(|bytes| bytes as usize)
}

thread_local! {
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Asks, the first time it is called; a browser that does not know it, or refuses, goes on as before.
pub fn ask_once() {
    if ASKED.replace(true) {
        return;
    }
    let known = js_sys::Reflect::get(&js_sys::global(), &"navigator".into())
        .and_then(|navigator| js_sys::Reflect::has(&navigator, &"storage".into()));
    if known.unwrap_or(false)
        && let Ok(asked) = persist()
    {
        wasm_bindgen_futures::spawn_local(async move { drop(JsFuture::from(asked).await) });
    }
}
