//! What is pasted while an article is open: the person chooses what becomes of it, and the open article stays as it is.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::dom;
use crate::ui::services::import::{Brought, Clip, check_length, clip_of};
use crate::ui::state::{Failure, Message, Offer, PageAction};
use crate::ui::widgets::context::Dispatch;

/// Pasting outside of fields while an article is open: words are offered as an article of their own, files are opened as
/// dropped ones are.
#[hook]
pub(crate) fn use_paste_over(is_open: bool, dispatch: &Dispatch, on_bring: &Callback<Brought>) {
    let (dispatch, on_bring) = (dispatch.clone(), on_bring.clone());
    use_effect_with(is_open, move |&is_open| {
        let page: web_sys::EventTarget = dom::document().into();
        let heard = move |event: web_sys::Event| {
            if dom::is_field(event.target()) || dom::find("dialog[open]").is_some() {
                return;
            }
            match clip_of(&event) {
                Clip::Nothing => return,
                Clip::Files(files) => on_bring.emit(Brought::Files(files)),
                Clip::Words(pasted) => {
                    let action = match check_length(&pasted.text) {
                        Ok(()) => {
                            let words = pasted.text.split_whitespace().count();
                            PageAction::Notify(Message::PastedOver(words), Rc::from([Offer::OpenPasted(pasted)]))
                        }
                        Err(why) => PageAction::Refused(Failure::File(why)),
                    };
                    dispatch.dispatch(action.into());
                }
            }
            event.prevent_default();
        };
        let listener = is_open.then(|| dom::Listener::new(&page, "paste", heard));
        move || drop(listener)
    });
}
