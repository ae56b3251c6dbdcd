//! Asking the browser not to clear this page's data by itself.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "storage"], js_name = persist, catch)]
    fn persist() -> Result<js_sys::Promise, JsValue>;
}

/// Asks once; a browser that does not know it, or refuses, goes on as before.
pub async fn ask() {
    let known = js_sys::Reflect::get(&js_sys::global(), &"navigator".into())
        .and_then(|navigator| js_sys::Reflect::has(&navigator, &"storage".into()));
    if known.unwrap_or(false)
        && let Ok(asked) = persist()
    {
        let _ = JsFuture::from(asked).await;
    }
}
