//! A list to choose from that always shows what holds.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Sets the list to `now` after every drawing: the browser shows what was chosen even where the change was refused.
#[hook]
pub(crate) fn use_select(now: String) -> NodeRef {
    let node = use_node_ref();
    use_effect({
        let node = node.clone();
        move || {
            if let Some(select) = node.cast::<HtmlSelectElement>() {
                select.set_value(&now);
            }
        }
    });
    node
}

/// The value that was chosen.
pub(crate) fn chosen(event: &Event) -> Option<String> {
    event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()).map(|select| select.value())
}
