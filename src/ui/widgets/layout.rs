//! Where things stand on the screen, followed as text moves: another width, a larger type, a paragraph that came into
//! sight, a chip that came or changed its words, a bar that opened above.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit, ResizeObserver};
use yew::prelude::*;

use crate::ui::dom;

/// Attributes that move text when they change.
const MOVING: [&str; 5] = ["class", "dir", "hidden", "lang", "open"];

/// Watches what may move the text of an element until it is dropped.
struct Watch {
    article: HtmlElement,
    /// Who is told, by number.
    told: Rc<RefCell<BTreeMap<u32, UseStateSetter<u32>>>>,
    sizes: ResizeObserver,
    changes: MutationObserver,
    _calls: [Closure<dyn FnMut()>; 2],
}

thread_local! {
    /// What lies over the text follows the same article: one watch tells all of it.
    static SHARED: RefCell<Weak<Watch>> = const { RefCell::new(Weak::new()) };
    static TURNS: Cell<u32> = const { Cell::new(0) };
}

impl Watch {
    /// The watch over the article, or a new one.
    fn over(article: HtmlElement) -> Option<Rc<Self>> {
        let running = SHARED.with_borrow(Weak::upgrade).filter(|watch| watch.article == article);
        let watch = running.or_else(|| Self::new(article).map(Rc::new))?;
        SHARED.set(Rc::downgrade(&watch));
        Some(watch)
    }

    /// Tells at each change of `article`, of its size, and of what stands beside it.
    fn new(article: HtmlElement) -> Option<Self> {
        let told: Rc<RefCell<BTreeMap<u32, UseStateSetter<u32>>>> = Rc::default();
        let all = Rc::clone(&told);
        let tell = move || {
            let turn = next_turn();
            all.borrow().values().for_each(|one| one.set(turn));
        };
        let size = |element: &HtmlElement| (element.offset_width(), element.offset_height());
        let (last, watched, resized) = (Cell::new(size(&article)), article.clone(), tell.clone());
        let resized = Closure::<dyn FnMut()>::new(move || {
            // The first call comes at once and tells nothing new.
            if last.replace(size(&watched)) != size(&watched) {
                resized();
            }
        });
        let changed = Closure::<dyn FnMut()>::new(tell);
        let sizes = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok()?;
        sizes.observe(&article);
        // The text may wrap anew within the same height: only what is in it tells.
        let changes = MutationObserver::new(changed.as_ref().unchecked_ref()).ok()?;
        let within = MutationObserverInit::new();
        within.set_child_list(true);
        within.set_subtree(true);
        within.set_character_data(true);
        within.set_attribute_filter(&MOVING.map(JsValue::from_str).into_iter().collect::<Array>());
        changes.observe_with_options(&article, &within).ok()?;
        if let Some(column) = article.parent_element() {
            let beside = MutationObserverInit::new();
            beside.set_child_list(true);
            changes.observe_with_options(&column, &beside).ok()?;
        }
        Some(Self { article, told, sizes, changes, _calls: [resized, changed] })
    }
}

fn next_turn() -> u32 {
    TURNS.with(|turns| {
        turns.set(turns.get().wrapping_add(1));
        turns.get()
    })
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
        let name = next_turn();
        let watch = dom::find("#article").and_then(Watch::over);
        if let Some(watch) = &watch {
            watch.told.borrow_mut().insert(name, turn.setter());
        }
        move || {
            if let Some(watch) = watch {
                watch.told.borrow_mut().remove(&name);
            }
        }
    });
    now
}

/// Whether the text at `element` runs from right to left.
pub(crate) fn is_rtl(element: &Element) -> bool {
    let style = dom::window().get_computed_style(element).ok().flatten();
    style.and_then(|style| style.get_property_value("direction").ok()).as_deref() == Some("rtl")
}
