//! What lies far from the screen in a very long article is not drawn with its marks.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

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

type Told = Rc<dyn Fn(bool)>;

/// One observer for all parts of the page: each of its own would be asked at each frame.
struct Shared {
    observer: IntersectionObserver,
    /// The number of each element, and who is told of it.
    numbers: js_sys::Map,
    told: Rc<RefCell<BTreeMap<u32, Told>>>,
    next: Cell<u32>,
    _call: Closure<dyn FnMut(js_sys::Array)>,
}

thread_local! {
    static SHARED: RefCell<Weak<Shared>> = const { RefCell::new(Weak::new()) };
}

impl Shared {
    fn get() -> Option<Rc<Self>> {
        let running = SHARED.with_borrow(Weak::upgrade);
        let shared = running.or_else(|| Self::new().map(Rc::new))?;
        SHARED.set(Rc::downgrade(&shared));
        Some(shared)
    }

    fn new() -> Option<Self> {
        let (numbers, told) = (js_sys::Map::new(), Rc::<RefCell<BTreeMap<u32, Told>>>::default());
        let (of, all) = (numbers.clone(), Rc::clone(&told));
        let call = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            // The newest entry of an element comes last.
            for entry in entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok()) {
                let number = of.get(&entry.target()).as_f64().map(|number| number as u32);
                let one = number.and_then(|number| all.borrow().get(&number).cloned());
                if let Some(tell) = one {
                    tell(entry.is_intersecting());
                }
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        let observer = IntersectionObserver::new_with_options(call.as_ref().unchecked_ref(), &options).ok()?;
        Some(Self { observer, numbers, told, next: Cell::new(0), _call: call })
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Tells whether an element is near the screen, until it is dropped.
struct Watch {
    shared: Rc<Shared>,
    element: Element,
    number: u32,
}

impl Watch {
    fn new(element: &Element, call: impl Fn(bool) + 'static) -> Option<Self> {
        let shared = Shared::get()?;
        let number = shared.next.replace(shared.next.get().wrapping_add(1));
        shared.told.borrow_mut().insert(number, Rc::new(call));
        shared.numbers.set(element, &number.into());
        shared.observer.observe(element);
        Some(Self { shared, element: element.clone(), number })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.shared.told.borrow_mut().remove(&self.number);
        // The element may have been given to another part meanwhile.
        if self.shared.numbers.get(&self.element).as_f64() == Some(f64::from(self.number)) {
            self.shared.observer.unobserve(&self.element);
            self.shared.numbers.delete(&self.element);
        }
    }
}
