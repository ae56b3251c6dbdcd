//! What every component may ask for without being handed it.

use yew::prelude::*;

use super::state::AppState;
use super::strings::{Lang, Strings};

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
