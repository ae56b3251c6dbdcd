//! What the page tells of what happened, went wrong or was found: one table a theme.

use crate::ui::strings::words::{Plural, Text, table};

table! {
    /// What happened, and what a note offers to do.
    Messages {
        /// A sentence that ends a note.
        full: Text,
        label_made: Text,
        undone: Text,
        redone: Text,
        found: Text,
        names: Plural,
        unreadable: Text,
        not_downloaded: Text,
        pasted: Text,
        downloaded: Text,
        deleted: Text,
        mark_more: Plural,
        back_to_box: Text,
        /// The last word of a page that broke, and the link that loads it anew.
        crashed: Text,
        reload: Text,
        took_out: Plural,
        joined: Plural,
        reply_marks: Plural,
        lost_before: Plural,
        steps: Steps,
        refusals: Refusals,
        analysis: AnalysisTroubles,
        storage: StorageTroubles,
        files: FileTroubles,
        binaries: Binaries,
        values: BadValues,
        violations: Violations,
        repairs: RepairWords,
        exports: Exports,
        losses: Losses,
        /// Why something was found, by the engine's rule; `{x}` is the word or name it speaks of. The meaning of each rule
        /// stands in the engine.
        evidence: &'static [(&'static str, Text)],
        /// Kinds of places in the gazetteer.
        places: &'static [(&'static str, Text)],
    }
}

table! {
    /// The steps of a document, in the form that follows "Undo:".
    Steps {
        mark: Plural,
        quote: Plural,
        delete: Plural,
        retarget: Plural,
        text: Plural,
        restore: Plural,
        add_part: Plural,
        remove_part: Plural,
        relabel: Plural,
        quote_kind: Plural,
        speaker: Plural,
        cue: Plural,
        rename: Plural,
        merge: Plural,
        split: Plural,
        remove_entity: Plural,
        accept: Plural,
        reject: Plural,
        unreview: Plural,
        note: Plural,
        status: Plural,
        block: Plural,
        label: Plural,
        remove_label: Plural,
        title: Plural,
        language: Plural,
        analysis: Plural,
        /// Several at once, and the steps of a newer version in a saved history.
        last: Plural,
    }
}

table! {
    /// Why a command was refused.
    Refusals {
        unknown_annotation: Text,
        unknown_entity: Text,
        unknown_label: Text,
        empty_range: Text,
        bad_range: Text,
        already_marked: Text,
        nothing_to_do: Text,
        last_part: Text,
        wrong_kind: Text,
        label_taken: Text,
        bad_name: Text,
        built_in_label: Text,
        labels_differ: Text,
        parts_overlap: Text,
        other_text: Text,
    }
}

table! {
    /// What went wrong with the analysis.
    AnalysisTroubles {
        restarted: Text,
        gave_up: Text,
        no_worker: Text,
        mismatch: Text,
    }
}

table! {
    /// Why the browser does not keep the work.
    StorageTroubles {
        full: Text,
        denied: Text,
        blocked: Text,
        conflict: Text,
        closed: Text,
        missing: Text,
        silent: Text,
        outdated: Text,
        damaged: Text,
        other: Text,
    }
}

table! {
    /// Why a file cannot be opened.
    FileTroubles {
        empty: Text,
        too_large: Text,
        too_much_text: Text,
        binary: Text,
        binary_like: Text,
        nul_bytes: Text,
        encoding: Text,
        truncated: Text,
        bad_json: Text,
        not_ours: Text,
        newer: Text,
        bad_value: Text,
        nothing_fits: Text,
        inconsistent: Text,
    }
}

table! {
    /// What a file looks like that is no text, in the form that `FileTroubles::binary_like` needs.
    Binaries {
        pdf: Text,
        office: Text,
        old_word: Text,
        rich_text: Text,
        picture: Text,
        media: Text,
        compressed: Text,
        recording: Text,
        program: Text,
        database: Text,
    }
}

table! {
    /// A value in a file that is missing or wrong, in the form that `FileTroubles::bad_value` needs.
    BadValues {
        no_version: Text,
        at: Text,
        shape: Text,
        origin: Text,
        review: Text,
        status: Text,
        quote_kind: Text,
        block_kind: Text,
        maker: Text,
        confidence: Text,
        degrees: Text,
        id: Text,
        color: Text,
        unlisted_label: Text,
        no_label: Text,
        labels: Text,
    }
}

table! {
    /// How a file contradicts itself, in the form that `FileTroubles::inconsistent` needs.
    Violations {
        twice: Text,
        range: Text,
        parts: Text,
        label: Text,
        reference: Text,
        label_differs: Text,
        duplicate: Text,
        entity: Text,
        labels: Text,
        blocks: Text,
        index: Text,
    }
}

table! {
    /// What had to be repaired to open a file.
    RepairWords {
        text_changed: Text,
        utf16: Text,
        bytes: Text,
        moved: Plural,
        dropped: Plural,
        roles_lost: Text,
        history_lost: Text,
        changes_lost: Text,
    }
}

table! {
    /// Kinds of files: the name of each, and what it is good for.
    Exports {
        json: Text,
        json_about: Text,
        mentions: Text,
        mentions_about: Text,
        quotes: Text,
        quotes_about: Text,
        sources: Text,
        sources_about: Text,
        w3c: Text,
        w3c_about: Text,
        conll_names: Text,
        conll_names_about: Text,
        conll_quotes: Text,
        conll_quotes_about: Text,
        report: Text,
        report_about: Text,
        page: Text,
        page_about: Text,
    }
}

table! {
    /// What a file leaves out.
    Losses {
        rejected: Plural,
        mentions: Plural,
        quotes: Plural,
        not_quotes: Plural,
        speakers: Plural,
        overlapping: Plural,
        clusters: Plural,
        notes: Plural,
        evidence: Plural,
        text: Text,
        positions: Text,
    }
}
