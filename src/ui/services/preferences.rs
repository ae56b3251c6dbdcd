//! What outlives an article: the person's own word list and keys, kept on the device and the same in every tab.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::WordList;
use crate::formats::wordlist;
use crate::storage::StoreError;
use crate::ui::commands::keymap::Keymap;
use crate::ui::dom;
use crate::ui::state::{Action, AppState, Failure, Kept, Message};
use crate::ui::widgets::context::Dispatch;

const WORDS: &str = "article-annotator.words";
/// What could not be read is put aside rather than written over.
const DAMAGED: &str = "article-annotator.words.damaged";
const LEARNS: &str = "article-annotator.learns";
const KEYS: &str = "article-annotator.keys";

/// As kept.
pub(crate) fn load() -> Kept {
    Kept { words: Rc::new(words()), learns: dom::kept(LEARNS).as_deref() != Some("no"), keys: Rc::new(keys()) }
}

fn keys() -> Keymap {
    dom::kept(KEYS).map(|kept| Keymap::read(&kept)).unwrap_or_default()
}

fn words() -> WordList {
    let Some(kept) = dom::kept(WORDS) else { return WordList::default() };
    wordlist::read(&kept).unwrap_or_else(|_| {
        dom::keep(DAMAGED, &kept);
        WordList::default()
    })
}

/// Keeps every change, and takes over what other tabs keep. The list of two tabs is one: each adds its changes to what
/// the other has written.
#[hook]
pub(crate) fn use_kept(state: &AppState, dispatch: &Dispatch) {
    // What this tab has last read or written.
    let base = use_mut_ref({
        let words = Rc::clone(&state.kept.words);
        move || words
    });
    {
        let (dispatch, base) = (dispatch.clone(), Rc::clone(&base));
        use_effect_with(Rc::clone(&state.kept.words), move |mine| {
            let before = Rc::clone(&base.borrow());
            if *before == **mine {
                return;
            }
            let merged = Rc::new(WordList::merged(&before, mine, &words()));
            *base.borrow_mut() = Rc::clone(&merged);
            if !dom::keep(WORDS, &wordlist::write(&merged)) && dom::keeps() {
                let failure = Failure::Storage(StoreError::Full);
                dispatch.dispatch(Action::Notify(Message::Failed(failure), Rc::from([])));
            }
            if merged != *mine {
                dispatch.dispatch(Action::Words(merged));
            }
        });
    }
    use_effect_with(Rc::clone(&state.kept.keys), |mine| {
        if **mine != keys() {
            dom::keep(KEYS, &mine.write());
        }
    });
    use_effect_with(state.kept.learns, |learns| {
        dom::keep(LEARNS, if *learns { "yes" } else { "no" });
    });
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let take_over = Rc::new(move || {
            let kept = load();
            if *kept.words != **base.borrow() {
                *base.borrow_mut() = Rc::clone(&kept.words);
                dispatch.dispatch(Action::Words(kept.words));
            }
            dispatch.dispatch(Action::Keys(kept.keys));
            dispatch.dispatch(Action::Learns(kept.learns));
        });
        let window: web_sys::EventTarget = dom::window().into();
        let changed = dom::Listener::new(&window, "storage", {
            let take_over = Rc::clone(&take_over);
            move |_| take_over()
        });
        // A tab that slept has missed what the others wrote.
        let page: web_sys::EventTarget = dom::document().into();
        let woken = dom::Listener::new(&page, "visibilitychange", move |_| {
            if !dom::document().hidden() {
                take_over();
            }
        });
        move || drop((changed, woken))
    });
}
