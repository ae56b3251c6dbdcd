//! The CSS Custom Highlight API: passing layers (search hits, other mentions) painted without touching the document.
//!
//! Bindings of our own, because those of `web-sys` need an unstable compiler flag.

use wasm_bindgen::prelude::*;
use web_sys::Range;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = js_sys::Object)]
    #[derive(Debug)]
    type Highlight;
    #[wasm_bindgen(constructor)]
    fn new() -> Highlight;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &Range);
    #[wasm_bindgen(method)]
    fn clear(this: &Highlight);

    type HighlightRegistry;
    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);
    #[wasm_bindgen(method, js_name = "delete")]
    fn remove(this: &HighlightRegistry, name: &str) -> bool;
}

/// The page's registry, where the browser has one.
fn registry() -> Option<HighlightRegistry> {
    let css = js_sys::Reflect::get(&js_sys::global(), &"CSS".into()).ok()?;
    let highlights = js_sys::Reflect::get(&css, &"highlights".into()).ok()?;
    highlights.is_object().then(|| highlights.unchecked_into())
}

/// One layer, styled by `::highlight(name)`. Gone when dropped. In a browser without the API it paints nothing.
#[derive(Debug)]
pub struct Layer {
    name: &'static str,
    highlight: Option<Highlight>,
}

impl Layer {
    /// An empty layer; one of the same name is replaced.
    pub fn new(name: &'static str) -> Self {
        let highlight = registry().map(|registry| {
            let highlight = Highlight::new();
            registry.set(name, &highlight);
            highlight
        });
        Self { name, highlight }
    }

    /// Whether this browser paints layers.
    pub fn is_supported(&self) -> bool {
        self.highlight.is_some()
    }

    /// Paints these ranges instead of those before.
    pub fn show(&self, ranges: impl IntoIterator<Item = Range>) {
        if let Some(highlight) = &self.highlight {
            highlight.clear();
            for range in ranges {
                highlight.add(&range);
            }
        }
    }

    /// Paints nothing.
    pub fn clear(&self) {
        self.show([]);
    }
}

impl Drop for Layer {
    fn drop(&mut self) {
        if let (Some(registry), Some(_)) = (registry(), &self.highlight) {
            registry.remove(self.name);
        }
    }
}
