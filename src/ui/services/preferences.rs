//! What outlives an article: the person's own word list, kept on the device and the same in every tab.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::WordList;
use crate::formats::wordlist;
use crate::storage::StoreError;
use crate::ui::dom;
use crate::ui::state::{AppState, Failure, KeepAction, Kept, Message, PageAction};
use crate::ui::widgets::context::Dispatch;

const WORDS: &str = "article-annotator.words";
/// What could not be read is put aside rather than written over.
const DAMAGED: &str = "article-annotator.words.damaged";
const LEARNS: &str = "article-annotator.learns";

/// As kept.
pub(crate) fn load() -> Kept {
    Kept { words: Rc::new(words()), learns: dom::kept(LEARNS).as_deref() != Some("no") }
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
                dispatch.dispatch(PageAction::Notify(Message::Failed(failure), Rc::from([])).into());
            }
            if merged != *mine {
                dispatch.dispatch(KeepAction::Words(merged).into());
            }
        });
    }
    use_effect_with(state.kept.learns, |learns| {
        dom::keep(LEARNS, if *learns { "yes" } else { "no" });
    });
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let take_over = Rc::new(move || {
            let kept = load();
            if *kept.words != **base.borrow() {
                *base.borrow_mut() = Rc::clone(&kept.words);
                dispatch.dispatch(KeepAction::Words(kept.words).into());
            }
            dispatch.dispatch(KeepAction::Learns(kept.learns).into());
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
