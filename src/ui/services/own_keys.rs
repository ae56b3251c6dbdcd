//! The person's own keys, kept on the device and the same in every tab.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::commands::keymap::Keymap;
use crate::ui::dom;
use crate::ui::widgets::context::OwnKeys;

const KEYS: &str = "article-annotator.keys";

fn load() -> Keymap {
    dom::kept(KEYS).map(|kept| Keymap::read(&kept)).unwrap_or_default()
}

/// Keeps every change of the keys, and takes over what other tabs keep.
#[hook]
pub(crate) fn use_kept_keys() -> OwnKeys {
    let map = use_state_eq(|| Rc::new(load()));
    let change = {
        let setter = map.setter();
        use_callback((), move |next: Rc<Keymap>, ()| {
            if *next != load() {
                dom::keep(KEYS, &next.write());
            }
            setter.set(next);
        })
    };
    let setter = map.setter();
    use_effect_with((), move |()| {
        let take_over = move || setter.set(Rc::new(load()));
        let window: web_sys::EventTarget = dom::window().into();
        let changed = dom::Listener::new(&window, "storage", {
            let take_over = take_over.clone();
            move |_| take_over()
        });
        // A tab that slept has missed what the others wrote.
        let page: web_sys::EventTarget = dom::document().into();
        let woken = dom::Listener::new(&page, "visibilitychange", move |_| {
            if !dom::document().hidden() {
                take_over();
            }
        });
        move || drop((changed, woken))
    });
    OwnKeys { map: Rc::clone(&map), change }
}
