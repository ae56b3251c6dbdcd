//! What can wait: drawn once the first frame of an article is on the screen.

use yew::prelude::*;

use crate::web::clock::Frame;

/// Whether all is to be drawn in the first frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AtOnce(pub(crate) bool);

/// False until the first frame with the calling component in it is drawn.
#[hook]
pub(crate) fn use_later() -> bool {
    let at_once = use_context::<AtOnce>().is_some_and(|at_once| at_once.0);
    let later = use_state_eq(|| false);
    {
        let later = later.clone();
        use_effect_with((), move |()| {
            let frame = (!at_once).then(|| Frame::new(move || later.set(true)));
            move || drop(frame)
        });
    }
    at_once || *later
}
