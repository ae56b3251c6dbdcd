//! What every component may ask for without being handed it.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::{Document, EntityId, LabelId};
use crate::ui::commands::chord::caps;
use crate::ui::commands::keymap::Keymap;
use crate::ui::settings::Settings;
use crate::ui::state::AppState;
use crate::ui::strings::{Lang, Strings};

/// Sends actions; the same for the life of the page, so holding it never draws anything again.
pub(crate) type Dispatch = UseReducerDispatcher<AppState>;

/// The dispatcher.
#[hook]
pub(crate) fn use_dispatch() -> Dispatch {
    use_context::<Dispatch>().expect("invariant: <App> provides the dispatcher")
}

/// The language of the page.
#[hook]
pub(crate) fn use_lang() -> Lang {
    use_context::<Lang>().unwrap_or_default()
}

/// The words of the page.
#[hook]
pub(crate) fn use_strings() -> &'static Strings {
    use_lang().strings()
}

/// The person's own keys, and the way to change them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct OwnKeys {
    pub(crate) map: Rc<Keymap>,
    pub(crate) change: Callback<Rc<Keymap>>,
}

/// The person's own keys, and the way to change them.
#[hook]
pub(crate) fn use_own_keys() -> OwnKeys {
    use_context::<OwnKeys>().unwrap_or_default()
}

/// The person's own keys.
#[hook]
pub(crate) fn use_keymap() -> Rc<Keymap> {
    use_own_keys().map
}

/// The key of a command as one reads it out: "⇧ N". Empty when it has none.
pub(crate) fn key_name(keymap: &Keymap, id: &str) -> String {
    keymap.first(id).map(|chord| caps(chord).join(" ")).unwrap_or_default()
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct KeyProps {
    /// The command.
    pub(crate) id: &'static str,
}

/// The key of a command, as printed on it; nothing when it has none.
#[component]
pub(crate) fn Key(props: &KeyProps) -> Html {
    let name = key_name(&use_keymap(), props.id);
    if name.is_empty() {
        html! {}
    } else {
        html! { <kbd aria-hidden="true">{ name }</kbd> }
    }
}

/// What the person chose for the page itself, and the way to change it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct OwnSettings {
    pub(crate) now: Settings,
    pub(crate) change: Callback<Settings>,
}

/// All clusters with label and name, for lists to choose from.
#[derive(Clone, Debug, Default)]
pub(crate) struct EntityNames(pub(crate) Rc<[(EntityId, LabelId, Rc<str>)]>);

impl PartialEq for EntityNames {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

/// The document as it is now, for the few parts that look into its text when they are opened.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OpenDocument(pub(crate) Document);
