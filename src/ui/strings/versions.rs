//! Words about title and text, and about what becomes of annotations when the text is edited.

use crate::ui::strings::words::{Plural, Text, table};

table! {
    /// Editing title and text.
    Versions {
        edit: Text,
        title: Text,
        /// Stands in the field of the title while it is empty.
        no_title: Text,
        text: Text,
        hint: Text,
        put: Text,
        cancel: Text,
        /// What became of annotations: first that it was done, then how many.
        done: Text,
        kept: Plural,
        moved: Plural,
        changed: Plural,
        gone: Plural,
        show: Text,
        carried: Text,
        nothing: Text,
        kind_moved: Text,
        kind_changed: Text,
        kind_gone: Text,
        /// Of a quote that was edited: `{words}` are the words before.
        before: Text,
        note: Text,
    }
}
