//! Never lost: what changes is seen as soon as it has changed, and what is open is sent when the page is left.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::storage::SessionId;
use crate::ui::dom;
use crate::ui::services::preferences::Memory;
use crate::ui::services::saving::saver::Saver;
use crate::ui::state::{AppState, Screen};
use crate::ui::widgets::draft::{draft, keep_draft};

/// The page as it is, also between two drawings.
pub(crate) type Latest = UseReducerHandle<AppState>;

/// The name of the draft of the filter.
const FILTER: &str = "filter";

/// Hands every change to the saver, with all that it causes.
#[hook]
pub(crate) fn use_saving(state: &Latest, saver: &Saver, memory: &Rc<Memory>) {
    // Here and not in an effect: effects come after the drawing.
    look(state, saver, memory);
    let latest = use_mut_ref(|| None);
    *latest.borrow_mut() = Some(state.clone());
    let (saver, memory) = (saver.clone(), Rc::clone(memory));
    use_effect_with((), move |()| {
        let leave = Rc::new(move || {
            take_over_field();
            // A fresh handle: what was just taken over is in it before it is drawn.
            let now = latest.borrow().clone();
            if let Some(state) = now {
                look(&state, &saver, &memory);
            }
            saver.send_all();
            saver.would_lose()
        });
        let (window, page): (web_sys::EventTarget, web_sys::EventTarget) =
            (dom::window().into(), dom::document().into());
        let hide = {
            let leave = Rc::clone(&leave);
            move |_: Event| {
                if dom::document().hidden() {
                    leave();
                }
            }
        };
        let hidden = dom::Listener::new(&page, "visibilitychange", hide);
        let left = {
            let leave = Rc::clone(&leave);
            dom::Listener::new(&window, "pagehide", move |_| {
                leave();
            })
        };
        let asked = dom::Listener::new(&window, "beforeunload", move |event| {
            if leave() {
                event.prevent_default();
                // Older browsers ask only for this.
                if let Some(event) = event.dyn_ref::<web_sys::BeforeUnloadEvent>() {
                    event.set_return_value("unsaved");
                }
            }
        });
        move || drop((hidden, left, asked))
    });
}

/// What is open, which article that is, and what outlives it, in one step.
fn look(state: &AppState, saver: &Saver, memory: &Memory) {
    let queued = memory.remember(state, saver);
    if state.page.screen != Screen::Loading {
        keep_filter(state);
        let open = state.article.open.as_ref().map(|open| (&open.id, &open.session));
        saver.see(open, &state.article.saved);
        if queued {
            saver.flush();
        }
    }
}

/// The words an article is filtered by are kept as long as the tab is there: what was typed is there after a reload.
fn keep_filter(state: &AppState) {
    if let Some(open) = &state.article.open {
        let words = &*state.article.filter.words;
        let kept = if words.is_empty() { String::new() } else { format!("{} {words}", open.id.0) };
        if draft(FILTER).unwrap_or_default() != kept {
            keep_draft(FILTER, &kept);
        }
    }
}

/// The words this article was filtered by before the page was loaded again.
pub(crate) fn kept_filter(id: &SessionId) -> Option<String> {
    let kept = draft(FILTER)?;
    let (of, words) = kept.split_once(' ')?;
    (of == &*id.0).then(|| words.to_owned())
}

/// What was typed into a field counts as if the field were left.
pub(crate) fn take_over_field() {
    let Some(field) = dom::focused().filter(|field| dom::is_field(Some(field.clone().into()))) else { return };
    let options = web_sys::EventInit::new();
    options.set_bubbles(true);
    if let Ok(event) = web_sys::Event::new_with_event_init_dict("change", &options) {
        let _ = field.dispatch_event(&event);
    }
}
