//! Words of the labels that outlive an article.

use crate::ui::strings::words::{Plural, Text, table};

table! {
    /// The person's labels, in sets.
    SetWords {
        title: Text,
        intro: Text,
        /// The set that is there from the start.
        mine: Text,
        /// What the field with the name of a set is called, and the choice of the set called `{name}`.
        name: Text,
        choose: Text,
        chosen: Text,
        none: Text,
        labels: Plural,
        add_here: Text,
        added_here: Plural,
        export: Text,
        export_named: Text,
        delete_named: Text,
        deleted: Text,
        renamed: Text,
        taken: Text,
        new: Text,
        new_hint: Text,
        make: Text,
        made: Text,
        import: Text,
        imported: Plural,
        /// They were set aside; `{why}`.
        unreadable: Text,
    }
}
