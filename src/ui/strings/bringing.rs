//! Words about what a person brings: several files at once, a paste over an open article, files that are no article.

use crate::ui::strings::words::{Plural, Text, table};

table! {
    /// What a person brings.
    Bringing {
        /// What became of each of several files: `{files}` are their names.
        open: Text,
        listed: Text,
        /// `{done}` of `{total}` files.
        reading: Text,
        refused: Text,
        noted: Text,
        file: Text,
        and_more: Plural,
        show_list: Text,
        /// Of many files: how many are open, in the list, refused; the button that lists them, and the heads of that list.
        files_open: Plural,
        files_listed: Plural,
        files_refused: Plural,
        show_files: Text,
        files_title: Text,
        head_refused: Text,
        head_listed: Text,
        head_open: Text,
        /// Words were pasted while an article is open, and the button that opens them.
        pasted_over: Plural,
        open_pasted: Text,
        assumed: Text,
        /// A file is `{what}`, and what can be opened instead.
        no_article: Text,
        word_list: Text,
        labels: Text,
        everything: Text,
        others: OtherFiles,
    }
}

table! {
    /// What a file is that is no article, in the form that `Bringing::no_article` needs.
    OtherFiles {
        annotations: Text,
        json_lines: Text,
        own_table: Text,
        table: Text,
        columns: Text,
        standoff: Text,
        web_annotations: Text,
        xml: Text,
        own_report: Text,
        own_page: Text,
    }
}
