//! The person's own keys: kept on the device with all else that outlives an article, and the same in every tab.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::commands::keymap::Keymap;
use crate::ui::services::preferences::Memory;
use crate::ui::widgets::context::OwnKeys;

/// The keys as they are now, and the way to change them.
#[hook]
pub(crate) fn use_kept_keys(memory: &Rc<Memory>) -> OwnKeys {
    let map = use_state_eq(|| memory.own_keys());
    let change = {
        let (memory, setter) = (Rc::clone(memory), map.setter());
        use_callback((), move |next: Rc<Keymap>, ()| {
            memory.choose_keys(&next);
            setter.set(next);
        })
    };
    let (memory, setter) = (Rc::clone(memory), map.setter());
    use_effect_with((), move |()| memory.on_keys(Callback::from(move |keys| setter.set(keys))));
    OwnKeys { map: Rc::clone(&map), change }
}
