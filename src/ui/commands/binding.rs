//! What a command is: its keys, its name, when it listens and what it does.

use crate::ui::state::{Action, AppState};
use crate::ui::strings::Strings;

/// When a command listens. Commands of different layers may share a key: the upper layer has it while it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Layer {
    /// While the review runs.
    Review,
    /// While words are chosen.
    Words,
    /// Always.
    Page,
}

/// Where a command stands in the overlay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    Mark,
    Walk,
    Edit,
    Review,
    Page,
}

/// One command.
#[derive(Clone, Copy)]
pub(crate) struct Binding {
    /// Stable name, for tests and for keys of the person's own.
    pub(crate) id: &'static str,
    /// As `chord` writes them; any of them will do. `mod` is Ctrl, on a Mac also Command.
    pub(crate) keys: &'static [&'static str],
    pub(crate) group: Group,
    pub(crate) layer: Layer,
    pub(crate) name: fn(&Strings) -> &'static str,
    /// What it does now; nothing when it does not apply, and the key is left to the browser.
    pub(crate) act: fn(&AppState) -> Option<Action>,
}

/// The way out of everything.
pub(crate) const BACK: &str = "back";

impl Binding {
    /// The same command, in another layer.
    pub(crate) const fn during(self, layer: Layer) -> Self {
        Self { layer, ..self }
    }

    /// Whether its key cannot be changed: the way out must always be there.
    pub(crate) fn is_fixed(&self) -> bool {
        self.id == BACK
    }
}

/// A command that always listens.
pub(crate) const fn command(
    id: &'static str,
    keys: &'static [&'static str],
    group: Group,
    name: fn(&Strings) -> &'static str,
    act: fn(&AppState) -> Option<Action>,
) -> Binding {
    Binding { id, keys, group, layer: Layer::Page, name, act }
}
