//! Words about what is stored, how to check it, and how to delete all of it.

use crate::ui::strings::words::{Plural, Text, table};

table! {
    /// What is stored.
    Privacy {
        title: Text,
        now: Text,
        deleted: Plural,
        /// `{size}` megabytes.
        size: Text,
        database: Text,
        database_holds: Text,
        local: Text,
        local_holds: Text,
        tab: Text,
        tab_holds: Text,
        cache: Text,
        cache_holds: Text,
        look: Text,
        wipe: Text,
        wipe_about: Text,
        /// For ever go `{what}`.
        ask: Text,
        rest: Text,
        wipe_do: Text,
        wipe_not: Text,
        wiping: Text,
        nothing_left: Text,
        nothing_about: Text,
        elsewhere: Text,
        something_left: Text,
        something_about: Text,
        part_database: Text,
        part_settings: Text,
        part_files: Text,
        gone: Text,
        there: Text,
        again: Text,
        anew: Text,
    }
}
