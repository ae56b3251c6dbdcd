//! A press of the mouse on a mark, which may begin a selection.
//!
//! Chromium selects nothing when a drag begins on something within a line that can take the focus, as marks do. While the
//! button is down a mark cannot; a click gives it the focus all the same.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, HtmlElement, PointerEvent};
use yew::prelude::*;

use crate::ui::dom;

const TABINDEX: &str = "tabindex";

/// Lets drags begin on marks.
#[hook]
pub(crate) fn use_press() {
    use_effect_with((), |()| {
        let page: EventTarget = dom::document().into();
        let held = Rc::new(RefCell::new(None::<(Element, String)>));
        let pressed = {
            let held = Rc::clone(&held);
            dom::Listener::new(&page, "pointerdown", move |event| {
                let mouse = event.dyn_ref::<PointerEvent>().is_some_and(|e| e.pointer_type() == "mouse");
                let mark = mark_of(&event).filter(|_| mouse);
                let Some((mark, index)) = mark.and_then(|m| m.get_attribute(TABINDEX).map(|index| (m, index))) else {
                    return;
                };
                let _ = mark.remove_attribute(TABINDEX);
                *held.borrow_mut() = Some((mark, index));
            })
        };
        let give_back = move || {
            // Drawn anew meanwhile, it has one already.
            if let Some((mark, index)) = held.borrow_mut().take().filter(|(mark, _)| !mark.has_attribute(TABINDEX)) {
                let _ = mark.set_attribute(TABINDEX, &index);
            }
        };
        let released = dom::Listener::new(&page, "pointerup", {
            let give_back = give_back.clone();
            move |_| give_back()
        });
        let canceled = dom::Listener::new(&page, "pointercancel", move |_| give_back());
        move || drop((pressed, released, canceled))
    });
}

/// Gives the clicked mark the focus that its press did not.
pub(crate) fn focus_clicked(event: &Event) {
    if let Some(mark) = mark_of(event).and_then(|mark| mark.dyn_into::<HtmlElement>().ok()) {
        dom::focus(&mark);
    }
}

fn mark_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest("mark[tabindex]").ok().flatten()
}
