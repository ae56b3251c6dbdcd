//! What lies far from the screen in a very long article is not drawn with its marks.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

/// So far beyond the screen, above and below, something counts as near.
const MARGIN: &str = "1600px 0px";

/// Whether `node` is near the screen; always unless it is part of something `vast`. `at_first` is the answer until the
/// browser gives one. `on_change` is called when what was far is drawn, or the other way round.
#[hook]
pub(crate) fn use_near(node: &NodeRef, vast: bool, at_first: bool, on_change: &Callback<()>) -> bool {
    let near = use_state_eq(|| at_first);
    let (node, to) = (node.clone(), near.setter());
    use_effect_with(vast, move |&vast| {
        let watch =
            node.cast::<Element>().filter(|_| vast).and_then(|element| Watch::new(&element, move |is| to.set(is)));
        move || drop(watch)
    });
    let on_change = on_change.clone();
    let first = use_mut_ref(|| true);
    use_effect_with(*near, move |_| {
        // Not for what was drawn just now.
        if !std::mem::take(&mut *first.borrow_mut()) {
            on_change.emit(());
        }
    });
    !vast || *near
}

/// Tells whether an element is near the screen, until it is dropped.
struct Watch {
    observer: IntersectionObserver,
    _call: Closure<dyn FnMut(js_sys::Array)>,
}

impl Watch {
    fn new(element: &Element, call: impl Fn(bool) + 'static) -> Option<Self> {
        let call = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            // The last entry is the newest.
            if let Some(entry) =
                entries.iter().last().and_then(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok())
            {
                call(entry.is_intersecting());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        let observer = IntersectionObserver::new_with_options(call.as_ref().unchecked_ref(), &options).ok()?;
        observer.observe(element);
        Some(Self { observer, _call: call })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
