//! What reaches out of the page's state: the storage, the keyboard.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::formats::native;
use crate::storage::{SessionId, SessionStore};
use crate::ui::commands::table;
use crate::ui::dom;
use crate::ui::state::{Action, AppState, Failure, Findings, Message, Screen};
use crate::ui::widgets::context::Dispatch;
use crate::web::clock;

/// Where sessions are kept.
pub(crate) type Store = crate::web::IndexedDbStore;

/// The name under which the browser remembers which article was open.
pub(crate) const CURRENT: &str = "article-annotator.current";

/// A name for a new session, unique on this device.
pub(crate) fn new_id() -> SessionId {
    let random = (js_sys::Math::random() * 1e9) as u64;
    SessionId(format!("{}-{random}", clock::unix_ms()).into())
}

/// Brings back the article that was open last.
#[hook]
pub(crate) fn use_restore(dispatch: &Dispatch, store: &Rc<Store>) {
    let (dispatch, store) = (dispatch.clone(), Rc::clone(store));
    use_effect_with((), move |()| {
        spawn_local(async move {
            match dom::kept(CURRENT).filter(|id| !id.is_empty()) {
                Some(id) => open_saved(SessionId(id.into()), &dispatch, &store).await,
                None => dispatch.dispatch(Action::Start),
            }
        });
    });
}

/// Opens a saved article; the empty state and a sentence when it cannot be read.
pub(crate) async fn open_saved(id: SessionId, dispatch: &Dispatch, store: &Store) {
    let failure = match store.load(&id).await {
        Ok(stored) => match native::read_session(&stored.whole, &stored.changes) {
            Ok(opened) => {
                let session = Box::new(opened.session);
                dispatch.dispatch(Action::Open { id, session, findings: Findings::Own });
                if !opened.repairs.is_empty() {
                    dispatch.dispatch(Action::Notify(Message::Repaired(opened.repairs), Rc::from([])));
                }
                return;
            }
            Err(error) => Failure::File(error),
        },
        // Deleted in another tab: nothing to say, the list shows what there is.
        Err(crate::storage::StoreError::Missing) => return dispatch.dispatch(Action::Start),
        Err(error) => Failure::Storage(error),
    };
    dispatch.dispatch(Action::Start);
    dispatch.dispatch(Action::Notify(Message::Failed(failure), Rc::from([])));
}

/// Forgets which article was open, so that a reload shows the empty state too.
#[hook]
pub(crate) fn use_leaving(screen: Screen) {
    use_effect_with(screen, |screen| {
        if *screen == Screen::Start {
            dom::keep(CURRENT, "");
        }
    });
}

/// Obeys the table of keys, except where typing goes into a field.
#[hook]
pub(crate) fn use_keys(state: &UseReducerHandle<AppState>) {
    let latest = use_mut_ref(|| state.clone());
    *latest.borrow_mut() = state.clone();
    use_effect_with((), move |()| {
        let window: web_sys::EventTarget = dom::window().into();
        let listener = dom::Listener::new(&window, "keydown", move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            if event.default_prevented() || event.is_composing() {
                return;
            }
            let state = latest.borrow().clone();
            if state.is_covered() {
                return;
            }
            let chord = table::chord(event);
            // In a field only what cannot be typed, and is no key of the field's own, is a command.
            let field = dom::is_field(event.target());
            if field && !table::works_in_fields(&state, &chord) {
                return;
            }
            let chord = if table::is_rtl(&state) { table::mirrored(&chord) } else { chord };
            // A button under the focus answers to Enter and Space itself.
            let target = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
            let on_mark = target.as_ref().is_some_and(|e| e.has_attribute("data-stop"));
            let on_button =
                target.is_some_and(|e| matches!(e.tag_name().as_str(), "BUTTON" | "A" | "SUMMARY" | "SELECT"));
            if on_button && !on_mark && matches!(chord.as_str(), "Enter" | "Space") {
                return;
            }
            if on_mark && chord == "Enter" && state.review.is_none() {
                event.prevent_default();
                let stop = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
                let stop = stop.and_then(|e| e.get_attribute("data-stop")).unwrap_or_default();
                if let Some(id) = stop.split(' ').next().and_then(|id| id.parse().ok()) {
                    state.dispatch(Action::Select(Some(crate::document::AnnotationId(id))));
                }
                return;
            }
            if let Some(action) = table::action_for(&state, &chord) {
                event.prevent_default();
                state.dispatch(action);
            }
        });
        move || drop(listener)
    });
}
