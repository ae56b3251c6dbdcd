//! What was typed into a field and not sent yet: kept as long as the tab is there, so that a reload does not lose it.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::ui::dom;

const DRAFT: &str = "article-annotator.draft.";

/// What was typed under this name.
pub(crate) fn draft(name: &str) -> Option<String> {
    dom::kept_in_tab(&format!("{DRAFT}{name}"))
}

/// Keeps what was typed; nothing, when it was sent.
pub(crate) fn keep_draft(name: &str, text: &str) {
    dom::keep_in_tab(&format!("{DRAFT}{name}"), text);
}

/// Gives a field back what was typed into it; the callback keeps what is typed.
#[hook]
pub(crate) fn use_draft_of(field: &NodeRef, name: AttrValue) -> Callback<InputEvent> {
    let field = field.clone();
    use_effect_with(name.clone(), move |name| {
        let Some(typed) = draft(name) else { return };
        if let Some(input) = field.cast::<HtmlInputElement>() {
            input.set_value(&typed);
        } else if let Some(area) = field.cast::<HtmlTextAreaElement>()
            && area.value().is_empty()
        {
            area.set_value(&typed);
        }
    });
    use_callback(name, |event: InputEvent, name| {
        let Some(target) = event.target() else { return };
        if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
            keep_draft(name, &input.value());
        } else if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
            keep_draft(name, &area.value());
        }
    })
}
