//! Words about keeping the work: what the saver tells, the articles on the device, and the question before work is lost.

use crate::ui::strings::words::{Plural, Text, table};

table! {
    /// Keeping the work.
    Keeping {
        /// An article of this `{title}` was left unsaved; `{why}`.
        left_unsaved: Text,
        /// Two tabs changed one article.
        merged: Text,
        /// An article is not as it was written.
        altered: Text,
        /// The last start did not show its article.
        unfinished: Text,
        /// The word list was set aside; `{why}`.
        words_unreadable: Text,
        /// So many were deleted for ever.
        erased: Plural,
        /// What was pasted looks like so many articles, and was split into so many.
        several: Plural,
        split: Plural,
        split_them: Text,
        keep_one: Text,
        newer: Text,
        take_newer: Text,
        /// So many articles are in a file with everything.
        carried_away: Plural,
        /// So many came back from it.
        came: Plural,
        /// So many were there already.
        there: Plural,
        /// So many of it cannot be read.
        unreadable: Plural,
        /// The button for such a file, and what it is for.
        everything: Text,
        everything_hint: Text,
        reopen: Text,
        raw: Text,
        hand: Text,
        trash: Text,
        bring_back: Text,
        erase: Text,
        empty_trash: Text,
        odd: Text,
        odd_title: Text,
        download_raw: Text,
        unsaved_title: Text,
        unsaved_text: Text,
        unsaved_stay: Text,
        unsaved_discard: Text,
    }
}
