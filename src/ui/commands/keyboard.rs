//! The listener of the keyboard: obeys the table of commands, except where typing goes into a field.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::ui::commands::chord;
use crate::ui::commands::keymap::Keymap;
use crate::ui::commands::lookup;
use crate::ui::dom;
use crate::ui::state::{AppState, SelectAction};

/// Obeys the table of keys, except where typing goes into a field.
#[hook]
pub(crate) fn use_keys(state: &UseReducerHandle<AppState>, keymap: &Rc<Keymap>) {
    let latest = use_mut_ref(|| (state.clone(), Rc::clone(keymap)));
    *latest.borrow_mut() = (state.clone(), Rc::clone(keymap));
    use_effect_with((), move |()| {
        let window: web_sys::EventTarget = dom::window().into();
        let listener = dom::Listener::new(&window, "keydown", move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            if event.default_prevented() || event.is_composing() {
                return;
            }
            let (state, keymap) = latest.borrow().clone();
            if state.page.is_covered() {
                return;
            }
            let chord = chord::chord(event);
            // In a field only what cannot be typed, and is no key of the field's own, is a command.
            let field = dom::is_field(event.target());
            if field && !lookup::works_in_fields(&keymap, &chord) {
                return;
            }
            let chord = if lookup::is_rtl(&state) { chord::mirrored(&chord) } else { chord };
            // A button under the focus answers to Enter and Space itself.
            let target = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
            let on_mark = target.as_ref().is_some_and(|e| e.has_attribute("data-stop"));
            let on_button =
                target.is_some_and(|e| matches!(e.tag_name().as_str(), "BUTTON" | "A" | "SUMMARY" | "SELECT"));
            if on_button && !on_mark && matches!(chord.as_str(), "Enter" | "Space") {
                return;
            }
            if on_mark && chord == "Enter" && state.review.run.is_none() {
                event.prevent_default();
                let stop = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
                let stop = stop.and_then(|e| e.get_attribute("data-stop")).unwrap_or_default();
                if let Some(id) = stop.split(' ').next().and_then(|id| id.parse().ok()) {
                    state.dispatch(SelectAction::Only(Some(crate::document::AnnotationId(id))).into());
                }
                return;
            }
            if let Some(action) = lookup::action_for(&state, &keymap, &chord) {
                event.prevent_default();
                state.dispatch(action);
            }
        });
        move || drop(listener)
    });
}
