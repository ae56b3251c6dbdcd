//! The person's own keys, colors and language: kept on the device with all else that outlives an article, and the same in every tab.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::commands::keymap::Keymap;
use crate::ui::services::preferences::Memory;
use crate::ui::settings::Settings;
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

/// Colors and language as they are now, and the way to change them.
#[hook]
pub(crate) fn use_kept_settings(memory: &Rc<Memory>) -> (Settings, Callback<Settings>) {
    let settings = use_state_eq(|| memory.settings());
    use_effect_with(*settings, |settings| settings.apply());
    let change = {
        let (memory, setter) = (Rc::clone(memory), settings.setter());
        use_callback((), move |next: Settings, ()| {
            memory.choose_settings(next);
            setter.set(next);
        })
    };
    let (memory, setter) = (Rc::clone(memory), settings.setter());
    use_effect_with((), move |()| memory.on_settings(Callback::from(move |settings| setter.set(settings))));
    (*settings, change)
}
