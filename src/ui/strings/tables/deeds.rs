//! What was done, in a sentence that names it: "Marked 4 × Arab Spring as organization".

use crate::document::{CheckStatus, StepKind};
use crate::ui::state::{Deed, To};
use crate::ui::strings::lang::Lang;
use crate::ui::strings::names::{kind_name, quote_kind};
use crate::ui::strings::words::{capital, fill};

/// What was done, in words.
pub(crate) fn told(lang: Lang, deed: &Deed) -> String {
    let words = &lang.strings().told;
    let what = match &deed.words {
        Some(name) => fill(&lang.count(words.words, deed.count), &[("words", name)]),
        None => lang.count(words.annotations, deed.count),
    };
    let template = match (deed.kind, &deed.to) {
        (StepKind::Speaker, To::Nobody) => words.nobody_says,
        (StepKind::Move, To::Name(_)) => words.moved,
        (kind, _) => of_kind(lang, kind),
    };
    capital(&fill(template, &[("what", &what), ("to", &became(lang, &deed.to))]))
}

fn of_kind(lang: Lang, kind: StepKind) -> &'static str {
    let words = &lang.strings().told;
    match kind {
        StepKind::Mark => words.mark,
        StepKind::Quote => words.quote,
        StepKind::Delete => words.delete,
        StepKind::Retarget => words.retarget,
        StepKind::AddPart => words.add_part,
        StepKind::RemovePart => words.remove_part,
        StepKind::Relabel | StepKind::RelabelEntity => words.relabel,
        StepKind::QuoteKind => words.quote_kind,
        StepKind::Speaker => words.speaker,
        StepKind::Cue => words.cue,
        StepKind::Rename => words.rename,
        StepKind::Merge => words.merge,
        StepKind::Move => words.split,
        StepKind::RemoveEntity => words.remove_entity,
        StepKind::Accept | StepKind::AcceptAll => words.accept,
        StepKind::Reject => words.reject,
        StepKind::Unreview => words.unreview,
        StepKind::Note => words.note,
        StepKind::Status => words.status,
        StepKind::Block => words.block,
        StepKind::Label => words.label,
        StepKind::RemoveLabel => words.remove_label,
        StepKind::Text => words.text,
        StepKind::Restore => words.restore,
        StepKind::Title => words.title,
        StepKind::Language => words.language,
        StepKind::Analyze => words.analysis,
        StepKind::Several => words.several,
    }
}

fn became(lang: Lang, to: &To) -> String {
    let (t, words) = (lang.strings(), &lang.strings().told);
    match to {
        To::Itself | To::Nobody => String::new(),
        To::Label(name) => match kind_name(name, t) {
            built_in if built_in == t.person => words.person,
            built_in if built_in == t.place => words.place,
            built_in if built_in == t.organization => words.organization,
            own => own,
        }
        .to_owned(),
        To::Kind(kind) => quote_kind(*kind, t).to_owned(),
        To::Name(name) => name.to_string(),
        To::Status(status) => match status {
            CheckStatus::Unchecked => t.unchecked,
            CheckStatus::Confirmed => t.confirmed,
            CheckStatus::Disputed => t.disputed,
        }
        .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_was_done_to_which_words() {
        let deed = |kind, count, words: &str, to| Deed { kind, count, words: Some(words.into()), to };
        let label = || To::Label("ORGANIZATION".into());
        let name = |name: &str| To::Name(name.into());
        let table = [
            (
                deed(StepKind::Mark, 4, "Arab Spring", label()),
                "Marked 4 × Arab Spring as organization",
                "4-mal Arab Spring als Organisation markiert",
            ),
            (
                deed(StepKind::Mark, 1, "lock", To::Label("Boat".into())),
                "Marked “lock” as Boat",
                "„lock“ als Boat markiert",
            ),
            (deed(StepKind::Delete, 1, "Lyon", To::Itself), "Deleted “Lyon”", "„Lyon“ gelöscht"),
            (
                deed(StepKind::Rename, 1, "Ana", name("Ana Díaz")),
                "Renamed “Ana” to Ana Díaz",
                "„Ana“ in Ana Díaz umbenannt",
            ),
            (
                deed(StepKind::Move, 2, "Ana", name("Ben")),
                "2 × Ana now belongs to Ben",
                "2-mal Ana gehört jetzt zu Ben",
            ),
            (deed(StepKind::Move, 1, "Ana", To::Nobody), "Split off “Ana”", "„Ana“ abgetrennt"),
            (
                deed(StepKind::Speaker, 1, "Yes", To::Nobody),
                "Nobody is now named as the speaker of “Yes”",
                "Niemand ist jetzt als Sprecher von „Yes“ genannt",
            ),
            (
                Deed { kind: StepKind::Accept, count: 12, words: None, to: To::Itself },
                "Accepted 12 annotations",
                "12 Markierungen bestätigt",
            ),
        ];
        for (deed, english, german) in table {
            assert_eq!(told(Lang::of_tag("en"), &deed), english);
            assert_eq!(told(Lang::of_tag("de"), &deed), german);
        }
    }
}
