//! What can wait: drawn once the first frame of an article is on the screen and the browser has nothing else to do.

use std::cell::RefCell;
use std::rc::Rc;

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
