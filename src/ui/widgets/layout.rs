//! Where things stand on the screen, followed as text moves: another width, a larger type, a paragraph that came into
//! sight, a chip that came or changed its words, a bar that opened above.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit, ResizeObserver};
use yew::prelude::*;

use crate::ui::dom;

/// Attributes that move text when they change.
const MOVING: [&str; 5] = ["class", "dir", "hidden", "lang", "open"];

/// Watches what may move the text of an element until it is dropped.
struct Watch {
    sizes: ResizeObserver,
    changes: MutationObserver,
    _calls: [Closure<dyn FnMut()>; 2],
}

impl Watch {
    /// Calls at each change of `article`, of its size, and of what stands beside it in `column`.
    fn new(article: &HtmlElement, column: Option<&Element>, call: impl Fn() + Clone + 'static) -> Option<Self> {
        let size = |element: &HtmlElement| (element.offset_width(), element.offset_height());
        let (last, watched, resized) = (Cell::new(size(article)), article.clone(), call.clone());
        let resized = Closure::<dyn FnMut()>::new(move || {
            // The first call comes at once and tells nothing new.
            if last.replace(size(&watched)) != size(&watched) {
                resized();
            }
        });
        let changed = Closure::<dyn FnMut()>::new(call);
        let sizes = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok()?;
        sizes.observe(article);
        // The text may wrap anew within the same height: only what is in it tells.
        let changes = MutationObserver::new(changed.as_ref().unchecked_ref()).ok()?;
        let within = MutationObserverInit::new();
        within.set_child_list(true);
        within.set_subtree(true);
        within.set_character_data(true);
        within.set_attribute_filter(&MOVING.map(JsValue::from_str).into_iter().collect::<Array>());
        changes.observe_with_options(article, &within).ok()?;
        if let Some(column) = column {
            let beside = MutationObserverInit::new();
            beside.set_child_list(true);
            changes.observe_with_options(column, &beside).ok()?;
        }
        Some(Self { sizes, changes, _calls: [resized, changed] })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.sizes.disconnect();
        self.changes.disconnect();
    }
}

/// A number that changes whenever the article's text may stand elsewhere.
#[hook]
pub(crate) fn use_layout() -> u32 {
    let turn = use_state(|| 0_u32);
    let now = *turn;
    use_effect_with((), move |()| {
        let watch = dom::find("#article").and_then(|article| {
            let turns = Rc::new(Cell::new(0));
            Watch::new(&article, article.parent_element().as_ref(), move || {
                turns.set(turns.get() + 1);
                turn.set(turns.get());
            })
        });
        move || drop(watch)
    });
    now
}

/// Whether the text at `element` runs from right to left.
pub(crate) fn is_rtl(element: &Element) -> bool {
    let style = dom::window().get_computed_style(element).ok().flatten();
    style.and_then(|style| style.get_property_value("direction").ok()).as_deref() == Some("rtl")
}
