//! What can wait: drawn once the first frame of an article is on the screen and the browser has nothing else to do.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::web::clock::{Frame, Idle};

/// Whether all is to be drawn in the first frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AtOnce(pub(crate) bool);

/// False until the first frame with the calling component in it is drawn, and what waited for it is done.
#[hook]
pub(crate) fn use_later() -> bool {
    let at_once = use_context::<AtOnce>().is_some_and(|at_once| at_once.0);
    let later = use_state_eq(|| false);
    {
        let later = later.clone();
        use_effect_with((), move |()| {
            let idle = Rc::new(RefCell::new(None));
            let waiting = Rc::clone(&idle);
            let draw = move || *waiting.borrow_mut() = Some(Idle::new(move || later.set(true)));
            let frame = (!at_once).then(|| Frame::new(draw));
            move || drop((frame, idle))
        });
    }
    at_once || *later
}

/// So much is drawn in one go, in pieces of text: what a person does not wait for.
const AT_ONE_GO: usize = 4_000;
/// And so much each time the browser is idle.
const WHILE_IDLE: usize = 2_000;

/// How much of `total` is drawn: all of what is short, and of what is long more and more while the browser is idle. It
/// `waits` while that would disturb the person, and starts anew with another `text`.
#[hook]
pub(crate) fn use_growing(total: usize, waits: bool, text: &Arc<str>) -> usize {
    let at_once = use_context::<AtOnce>().is_some_and(|at_once| at_once.0);
    let grown = use_state(|| (Arc::clone(text), AT_ONE_GO));
    let drawn = if Arc::ptr_eq(&grown.0, text) { grown.1 } else { AT_ONE_GO };
    let idle = use_mut_ref(|| None);
    let (text, more) = (Arc::clone(text), grown.setter());
    use_effect_with((drawn < total && !waits, drawn), move |&(goes_on, drawn)| {
        *idle.borrow_mut() = goes_on.then(|| Idle::new(move || more.set((text, drawn + WHILE_IDLE))));
    });
    if at_once { total } else { drawn }
}
