//! What is pasted, and copying.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File};

use super::files;

/// What a paste or drop carries.
#[derive(Clone, Debug, Default)]
pub struct Carried {
    /// As plain text; empty when there is none.
    pub text: String,
    /// As HTML (unclean, to be read by `formats`, never shown as it is); empty when there is none.
    pub html: String,
    /// Files.
    pub files: Vec<File>,
}

impl Carried {
    /// Reads the data of a paste or drop event.
    pub fn read(data: Option<&DataTransfer>) -> Self {
        let kind = |name| data.and_then(|data| data.get_data(name).ok()).unwrap_or_default();
        Self { text: kind("text/plain"), html: kind("text/html"), files: files::carried(data) }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.html.is_empty() && self.files.is_empty()
    }
}

/// Copies `text`. Browsers allow it only from within a click or key press.
pub async fn copy(text: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.map(|_| ())
}
