//! Where things stand on the screen, followed as the text wraps anew: another width, a larger type, a loaded font, a
//! paragraph that came into sight.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::ResizeObserver;
use yew::prelude::*;

use crate::ui::dom;

/// Watches the size of an element until it is dropped.
struct Watch {
    observer: ResizeObserver,
    _call: Closure<dyn FnMut()>,
}

impl Watch {
    fn new(element: &web_sys::Element, call: impl FnMut() + 'static) -> Option<Self> {
        let call = Closure::<dyn FnMut()>::new(call);
        let observer = ResizeObserver::new(call.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _call: call })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// A number that changes whenever the article's text may stand elsewhere.
#[hook]
pub(crate) fn use_layout() -> u32 {
    let turn = use_state(|| 0_u32);
    let now = *turn;
    use_effect_with((), move |()| {
        let size = |element: &web_sys::HtmlElement| (element.offset_width(), element.offset_height());
        let watch = dom::find("#article").and_then(|article| {
            let last = Cell::new(size(&article));
            let turns = Rc::new(Cell::new(0));
            let watched = article.clone();
            Watch::new(&article, move || {
                // The first call comes at once and tells nothing new.
                if last.replace(size(&watched)) != size(&watched) {
                    turns.set(turns.get() + 1);
                    turn.set(turns.get());
                }
            })
        });
        move || drop(watch)
    });
    now
}

/// Whether the text at `element` runs from right to left.
pub(crate) fn is_rtl(element: &web_sys::Element) -> bool {
    let style = dom::window().get_computed_style(element).ok().flatten();
    style.and_then(|style| style.get_property_value("direction").ok()).as_deref() == Some("rtl")
}
