//! Words of what stands around the article: header, export menu, inspector, lists, shortcuts and start.

use crate::ui::strings::words::{Plural, Text, table};

table! {
    /// What stands around the article.
    Around {
        /// Groups of files.
        export_whole: Text,
        export_reading: Text,
        export_spreadsheet: Text,
        export_data: Text,
        /// Shows what a file leaves out.
        export_leaves: Plural,
        /// Links of a note.
        sources: Text,
        open_source: Text,
        find_speaker: Text,
        no_such_speaker: Text,
        /// Above the numbers of the lists, and their orders.
        mentions_column: Text,
        by_count: Text,
        by_place: Text,
        by_name: Text,
        by_speaker: Text,
        /// What a hollow dot means.
        dot_means: Text,
        find_command: Text,
        drop_here: Text,
        /// Which languages are read.
        reads: Text,
    }
}
