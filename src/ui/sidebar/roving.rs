//! One tab stop a list: the arrow keys, Home and End go from row to row, and from button to button within a row.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, KeyboardEvent, MutationObserver, MutationObserverInit};
use yew::prelude::*;

use crate::ui::dom;

/// A list with a tab stop of its own.
const LIST: &str = "[data-list]";
/// A button of a row; the rows give all of them no tab stop.
const BUTTON: &str = "[data-row]";
/// The first button of each row.
const FIRST: &str = "[data-row=first]";
const STOP: &str = "[data-row][tabindex=\"0\"]";

/// Keeps one tab stop in each list below `node`, where the person was last, and moves it with the arrow keys.
#[hook]
pub(crate) fn use_roving(node: &NodeRef) {
    let node = node.clone();
    use_effect_with((), move |()| {
        let held = node.cast::<Element>().map(|lists| {
            settle(&lists);
            let target: web_sys::EventTarget = lists.clone().into();
            let keys = dom::Listener::new(&target, "keydown", |event| {
                if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
                    walk(key);
                }
            });
            let focus = dom::Listener::new(&target, "focusin", |event| {
                if let Some(button) = button_of(event.target()) {
                    stop_at(&button);
                }
            });
            (keys, focus, Watch::new(&lists))
        });
        move || drop(held)
    });
}

/// Looks after lists whose rows come and go.
struct Watch {
    observer: Option<MutationObserver>,
    _call: Closure<dyn FnMut(Array)>,
}

impl Watch {
    fn new(lists: &Element) -> Self {
        let watched = lists.clone();
        let call = Closure::<dyn FnMut(Array)>::new(move |_| settle(&watched));
        let observer = MutationObserver::new(call.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            let what = MutationObserverInit::new();
            what.set_child_list(true);
            what.set_subtree(true);
            let _ = observer.observe_with_options(lists, &what);
        }
        Self { observer, _call: call }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Gives each list that has no tab stop one.
fn settle(lists: &Element) {
    // The lists stand side by side: their rows, of which there may be thousands, are not searched for lists.
    let beside = std::iter::successors(lists.first_element_child(), Element::next_element_sibling);
    for list in beside.filter(|list| list.matches(LIST) == Ok(true)) {
        if list.query_selector(STOP).ok().flatten().is_none()
            && let Some(first) = list.query_selector(BUTTON).ok().flatten()
        {
            let _ = first.set_attribute("tabindex", "0");
        }
    }
}

fn button_of(target: Option<web_sys::EventTarget>) -> Option<Element> {
    target?.dyn_into::<Element>().ok()?.closest(BUTTON).ok().flatten()
}

/// Moves the tab stop of a list to this button.
fn stop_at(button: &Element) {
    let Some(list) = button.closest(LIST).ok().flatten() else { return };
    for other in all(&list, STOP) {
        let _ = other.set_attribute("tabindex", "-1");
    }
    let _ = button.set_attribute("tabindex", "0");
}

fn walk(event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
        return;
    }
    let Some(button) = button_of(event.target()) else { return };
    let Some(list) = button.closest(LIST).ok().flatten() else { return };
    let (rows, buttons) = (all(&list, FIRST), all(&list, BUTTON));
    let place = |of: &[Element]| of.iter().position(|one| *one == button);
    let row = || rows.iter().position(|first| *first == button || same_row(first, &button));
    let to = match event.key().as_str() {
        "ArrowDown" => row().and_then(|at| rows.get(at + 1)),
        "ArrowUp" => row().and_then(|at| rows.get(at.checked_sub(1)?)),
        "Home" => rows.first(),
        "End" => rows.last(),
        "ArrowRight" => place(&buttons).and_then(|at| buttons.get(at + 1)).filter(|next| same_row(next, &button)),
        "ArrowLeft" => {
            place(&buttons).and_then(|at| buttons.get(at.checked_sub(1)?)).filter(|next| same_row(next, &button))
        }
        _ => return,
    };
    // At an end the key is the list's all the same.
    event.prevent_default();
    event.stop_propagation();
    if let Some(to) = to.and_then(|to| to.dyn_ref::<HtmlElement>()) {
        dom::focus(to);
    }
}

fn same_row(one: &Element, other: &Element) -> bool {
    let row = |element: &Element| element.closest("li").ok().flatten();
    row(one).is_some() && row(one) == row(other)
}

fn all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}
