//! Changes of what is kept for all articles, made in a dialog: each is said there at once, with a way back.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::dom;
use crate::ui::state::KeepAction;
use crate::ui::strings::Strings;
use crate::ui::widgets::context::{Dispatch, use_dispatch};

/// What was done last, in words, and what was there before it.
struct Done<T> {
    said: String,
    before: Option<Rc<T>>,
}

/// Changes what is kept and says so.
pub(super) struct Changer<T: 'static> {
    pub(super) now: Rc<T>,
    pub(super) dispatch: Dispatch,
    keep: fn(Rc<T>) -> KeepAction,
    done: UseStateHandle<Option<Rc<Done<T>>>>,
}

/// Changes `now`, which `keep` puts in its place.
#[hook]
pub(super) fn use_changer<T: 'static>(now: &Rc<T>, keep: fn(Rc<T>) -> KeepAction) -> Changer<T> {
    Changer { now: Rc::clone(now), dispatch: use_dispatch(), keep, done: use_state(|| None) }
}

impl<T: Clone + PartialEq> Changer<T> {
    /// Changes it and says this; what changes nothing needs no way back.
    pub(super) fn change(&self, said: String, change: impl FnOnce(&mut T)) {
        let mut next = T::clone(&self.now);
        change(&mut next);
        let before = (next != *self.now).then(|| Rc::clone(&self.now));
        if before.is_some() {
            self.dispatch.dispatch((self.keep)(Rc::new(next)).into());
        }
        self.done.set(Some(Rc::new(Done { said, before })));
    }

    /// Says this without a change.
    pub(super) fn say(&self, said: String) {
        self.done.set(Some(Rc::new(Done { said, before: None })));
    }

    /// What was said last, with the way back, from where the focus goes to the element with this `data-part`. Tests call the
    /// line and the button so.
    pub(super) fn said(&self, tests: [&'static str; 2], part: &'static str, t: &Strings) -> Html {
        let undo = self.done.as_ref().and_then(|done| done.before.clone()).map(|before| {
            let (dispatch, done, keep) = (self.dispatch.clone(), self.done.clone(), self.keep);
            Callback::from(move |_: MouseEvent| {
                dom::focus_on(&format!("[data-part={part}]"));
                done.set(None);
                dispatch.dispatch(keep(Rc::clone(&before)).into());
            })
        });
        html! {
            <p class="words-said" role="status" data-testid={tests[0]}>
                if let Some(done) = &*self.done { { done.said.clone() } }
                if let Some(undo) = undo { { " " }<button type="button" class="link" data-testid={tests[1]} onclick={undo}>{ t.undo }</button> }
            </p>
        }
    }
}

impl<T> Clone for Changer<T> {
    fn clone(&self) -> Self {
        let Self { now, dispatch, keep, done } = self;
        Self { now: Rc::clone(now), dispatch: dispatch.clone(), keep: *keep, done: done.clone() }
    }
}

impl<T> PartialEq for Changer<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.now, &other.now)
    }
}
