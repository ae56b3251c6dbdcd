//! What was done, in words.

use crate::ui::strings::words::{Plural, Text, table};

table! {
    /// What was done: `{what}` is what it was done to, `{to}` what became of it.
    Told {
        /// What a step concerned: its words, or its number.
        words: Plural,
        annotations: Plural,
        mark: Text,
        /// As what words are marked.
        person: Text,
        place: Text,
        organization: Text,
        quote: Text,
        delete: Text,
        retarget: Text,
        add_part: Text,
        remove_part: Text,
        relabel: Text,
        quote_kind: Text,
        speaker: Text,
        nobody_says: Text,
        cue: Text,
        rename: Text,
        merge: Text,
        moved: Text,
        split: Text,
        remove_entity: Text,
        accept: Text,
        reject: Text,
        unreview: Text,
        note: Text,
        status: Text,
        block: Text,
        label: Text,
        remove_label: Text,
        text: Text,
        restore: Text,
        title: Text,
        language: Text,
        analysis: Text,
        several: Text,
    }
}
