//! Words of the list of articles.

use crate::ui::strings::words::{Plural, Text, table};

table! {
    /// The list of articles.
    Library {
        /// Above the list when there is saved work.
        tagline: Text,
        articles: Plural,
        search: Text,
        /// So far so many `{done}` of `{total}` texts were read.
        searching: Text,
        found: Plural,
        nothing: Text,
        sort: Text,
        by_date: Text,
        by_title: Text,
        by_words: Text,
        by_open: Text,
        /// `{done}` of `{total}` annotations.
        checked: Text,
        all_checked: Text,
        all: Plural,
        pick: Text,
        pick_all: Text,
        picked: Plural,
        unpick: Text,
        delete: Text,
        download: Text,
        edit: Text,
        title: Text,
        tags: Text,
        tags_hint: Text,
        tagged_with: Text,
        duplicate: Text,
        /// The title of a copy.
        copy: Text,
        cancel: Text,
        forgot: Plural,
        restored: Plural,
        renamed: Text,
        tagged: Text,
        copied: Text,
        carried: Plural,
        /// The page that lists the articles in a zip file.
        index: Text,
        index_hint: Text,
        index_saved: Text,
        index_words: Text,
        index_checked: Text,
        index_json: Text,
    }
}
