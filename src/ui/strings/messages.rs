//! Words for what happened: steps, notes, and what a note offers to do.

use crate::document::StepKind;
use crate::formats::native::{Repairs, Unit};
use crate::storage::StoreError;
use crate::text::CleanReport;
use crate::ui::state::{Came, Done, Failure, Fate, Message, Offer, Snapped};
use crate::ui::strings::failures::{analysis, file, refusal, storage};
use crate::ui::strings::lang::Lang;
use crate::ui::strings::names::edge_name;
use crate::ui::strings::tables::deeds::told;
use crate::ui::strings::words::fill;

/// A step, in the form that follows "Undo:".
pub(crate) fn action(lang: Lang, kind: StepKind, count: usize) -> String {
    let steps = &lang.strings().messages.steps;
    let plural = match kind {
        StepKind::Mark => steps.mark,
        StepKind::Quote => steps.quote,
        StepKind::Delete => steps.delete,
        StepKind::Retarget => steps.retarget,
        StepKind::AddPart => steps.add_part,
        StepKind::RemovePart => steps.remove_part,
        StepKind::Relabel | StepKind::RelabelEntity => steps.relabel,
        StepKind::QuoteKind => steps.quote_kind,
        StepKind::Speaker => steps.speaker,
        StepKind::Cue => steps.cue,
        StepKind::Rename => steps.rename,
        StepKind::Merge => steps.merge,
        StepKind::Move => steps.split,
        StepKind::RemoveEntity => steps.remove_entity,
        StepKind::Accept | StepKind::AcceptAll => steps.accept,
        StepKind::Reject => steps.reject,
        StepKind::Unreview => steps.unreview,
        StepKind::Note => steps.note,
        StepKind::Status => steps.status,
        StepKind::Block => steps.block,
        StepKind::Label => steps.label,
        StepKind::RemoveLabel => steps.remove_label,
        StepKind::Text => steps.text,
        StepKind::Restore => steps.restore,
        StepKind::Title => steps.title,
        StepKind::Language => steps.language,
        StepKind::Analyze => steps.analysis,
        StepKind::Several => steps.last,
    };
    lang.count(plural, count)
}

/// A message in words.
pub(crate) fn message(lang: Lang, message: &Message) -> String {
    let (t, words) = (lang.strings(), &lang.strings().messages);
    let full = |sentence: &str| fill(words.full, &[("sentence", sentence)]);
    match message {
        Message::Did(deed) => told(lang, deed),
        Message::Undid(kind, count) => fill(words.undone, &[("what", &action(lang, *kind, *count))]),
        Message::Redid(kind, count) => fill(words.redone, &[("what", &action(lang, *kind, *count))]),
        Message::LabelMade(name) => fill(words.label_made, &[("name", name)]),
        Message::Refused(error) => full(refusal(lang, error)),
        Message::Analyzed(names, quotes, _) => {
            let (names, quotes) = (lang.count(words.names, *names), lang.count(t.quotes_n, *quotes));
            fill(words.found, &[("names", &names), ("quotes", &quotes)])
        }
        Message::Failed(why) => failure(lang, why),
        Message::Pasted => words.pasted.to_owned(),
        Message::PastedOver(n) => lang.count(t.bringing.pasted_over, *n),
        Message::Reading(done, of) => {
            fill(t.bringing.reading, &[("done", &lang.number(*done)), ("total", &lang.number(*of))])
        }
        Message::Files(all) => files(lang, all),
        Message::Assumed => t.bringing.assumed.to_owned(),
        Message::Cleaned(report) => cleaned(lang, report),
        Message::Repaired(repairs) => repaired(lang, repairs),
        Message::Reviewed(accepted, rejected) => {
            fill(t.review_summary, &[("accepted", &lang.number(*accepted)), ("rejected", &lang.number(*rejected))])
        }
        Message::Chosen(n) => full(&lang.count(t.chosen_n, *n)),
        Message::Adding => t.adding.to_owned(),
        Message::Edge(part, edge, parts) => edge_name(*part, *edge, *parts, t),
        Message::Armed(label) => fill(t.armed, &[("label", label)]),
        Message::Downloaded(name) => fill(words.downloaded, &[("name", name)]),
        Message::Forgot(title) => fill(words.deleted, &[("title", title)]),
        Message::Erased(n) => lang.count(t.keeping.erased, *n),
        Message::LeftUnsaved(title, why) => {
            fill(t.keeping.left_unsaved, &[("title", title), ("why", &storage(lang, why))])
        }
        Message::Merged => t.keeping.merged.to_owned(),
        Message::Altered => t.keeping.altered.to_owned(),
        Message::Unfinished => t.keeping.unfinished.to_owned(),
        Message::Several(n) => lang.count(t.keeping.several, *n),
        Message::Carried(counts) => carried(lang, *counts),
        Message::Newer => t.keeping.newer.to_owned(),
        Message::Split(n) => lang.count(t.keeping.split, *n),
        Message::Library(done) => library(lang, done),
        Message::CarriedAway(n) => lang.count(t.keeping.carried_away, *n),
        Message::Brought(came, there, unreadable) => brought(lang, *came, *there, *unreadable),
        Message::Version(done) => version(lang, done),
        Message::NotKept(why, restoring) => not_kept(lang, why, *restoring),
        Message::BadVersion => t.snapshots.unreadable.to_owned(),
        Message::SameVersion => t.snapshots.same.to_owned(),
        Message::WordsUnreadable(why) => fill(t.keeping.words_unreadable, &[("why", &file(lang, why))]),
        Message::LabelsUnreadable(why) => fill(t.sets.unreadable, &[("why", &file(lang, why))]),
    }
}

/// What was done to articles in the list.
fn library(lang: Lang, done: &Done) -> String {
    let words = &lang.strings().library;
    match done {
        Done::Forgot(n) => lang.count(words.forgot, *n),
        Done::Restored(n) => lang.count(words.restored, *n),
        Done::Renamed(title) => fill(words.renamed, &[("title", title)]),
        Done::Tagged(title) => fill(words.tagged, &[("title", title)]),
        Done::Copied(title) => fill(words.copied, &[("title", title)]),
        Done::HandedOver(n) => lang.count(words.carried, *n),
    }
}

/// Why no version was kept, and that therefore none was restored, where one was to be.
fn not_kept(lang: Lang, why: &StoreError, restoring: bool) -> String {
    let words = &lang.strings().snapshots;
    let said = match why {
        StoreError::Full => words.full.to_owned(),
        why => fill(words.not_kept, &[("why", &storage(lang, why))]),
    };
    if restoring { format!("{said} {}", words.not_restored) } else { said }
}

/// What was done to a kept version.
fn version(lang: Lang, done: &Snapped) -> String {
    let words = &lang.strings().snapshots;
    let (template, name) = match done {
        Snapped::Named(name) => (words.kept, name),
        Snapped::Restored(name) => (words.restored, name),
        Snapped::Renamed(name) => (words.named, name),
        Snapped::Deleted(name) => (words.deleted, name),
        Snapped::Back => return words.is_back.to_owned(),
    };
    fill(template, &[("name", name)])
}

/// What became of annotations when the text was edited: those of which there are none are left out.
fn carried(lang: Lang, [kept, moved, changed, gone]: [usize; 4]) -> String {
    let words = &lang.strings().versions;
    let counted = [(words.kept, kept), (words.moved, moved), (words.changed, changed), (words.gone, gone)];
    let counted = counted.into_iter().filter(|(_, n)| *n > 0).map(|(plural, n)| lang.count(plural, n));
    std::iter::once(words.done.to_owned()).chain(counted).collect::<Vec<_>>().join(" ")
}

/// What came back from a file with everything.
fn brought(lang: Lang, came: usize, there: usize, unreadable: usize) -> String {
    let words = &lang.strings().keeping;
    let counted = [(words.there, there), (words.unreadable, unreadable)];
    let more = counted.into_iter().filter(|(_, n)| *n > 0).map(|(plural, n)| lang.count(plural, n));
    std::iter::once(lang.count(words.came, came)).chain(more).collect::<Vec<_>>().join(" ")
}

/// Names of files that are said in one note; the others are counted.
const NAMED: usize = 6;

/// Of more files only numbers are told; the list of all is a click away.
const NAMED_FILES: usize = 10;

/// Names of files, one after the other.
fn names_of(lang: Lang, files: &[&str]) -> String {
    let words = &lang.strings().bringing;
    let mut named: Vec<String> = files.iter().take(NAMED).map(|name| fill(words.file, &[("name", name)])).collect();
    if files.len() > NAMED {
        named.push(lang.count(words.and_more, files.len() - NAMED));
    }
    named.join(", ")
}

/// What came of several files: which one is open, which are in the list, which could not be opened and why.
fn files(lang: Lang, all: &[Fate]) -> String {
    let words = &lang.strings().bringing;
    let those = |came: &dyn Fn(&Came) -> bool| -> Vec<&str> {
        all.iter().filter(|file| came(&file.came)).map(|file| &*file.name).collect()
    };
    if all.len() > NAMED_FILES {
        let number = |came: &dyn Fn(&Came) -> bool| all.iter().filter(|file| came(&file.came)).count();
        let counts = [
            (words.files_open, number(&|came| *came == Came::Open)),
            (words.files_listed, number(&|came| *came == Came::Listed)),
            (words.files_refused, number(&|came| matches!(came, Came::Refused(_)))),
        ];
        let told = counts.iter().filter(|(_, count)| *count > 0).map(|(words, count)| lang.count(*words, *count));
        return told.collect::<Vec<_>>().join(" ");
    }
    let mut sentences = Vec::new();
    for (template, names) in
        [(words.open, those(&|came| *came == Came::Open)), (words.listed, those(&|came| *came == Came::Listed))]
    {
        if !names.is_empty() {
            sentences.push(fill(template, &[("files", &names_of(lang, &names))]));
        }
    }
    let mut told: Vec<&Failure> = Vec::new();
    for file in all {
        let Came::Refused(why) = &file.came else { continue };
        if !told.contains(&why) {
            told.push(why);
            let names = those(&|came| matches!(came, Came::Refused(other) if other == why));
            sentences.push(fill(words.refused, &[("files", &names_of(lang, &names)), ("why", &failure(lang, why))]));
        }
    }
    for (file, note) in all.iter().flat_map(|file| file.notes.iter().map(move |note| (file, note))) {
        let name = fill(words.file, &[("name", &file.name)]);
        sentences.push(fill(words.noted, &[("file", &name), ("note", &message(lang, note))]));
    }
    sentences.join(" ")
}

/// What failed, as a whole sentence.
pub(crate) fn failure(lang: Lang, failure: &Failure) -> String {
    let words = &lang.strings().messages;
    let full = |sentence: &str| fill(words.full, &[("sentence", sentence)]);
    match failure {
        Failure::Analysis(why) => full(analysis(lang, *why)),
        Failure::Storage(error) => full(&storage(lang, error)),
        Failure::File(error) => full(&file(lang, error)),
        Failure::Unreadable(name) => fill(words.unreadable, &[("name", name)]),
        Failure::NotDownloaded(name) => fill(words.not_downloaded, &[("name", name)]),
    }
}

/// The words on a toast's button.
pub(crate) fn offer(lang: Lang, offer: &Offer) -> String {
    let (t, words) = (lang.strings(), &lang.strings().messages);
    match offer {
        Offer::Undo | Offer::Restore(_) | Offer::Library(_) => t.undo.to_owned(),
        Offer::Others { count, new: true, .. } => lang.count(words.mark_more, *count),
        Offer::Others { count, .. } => lang.count(t.likewise, *count),
        Offer::Words => t.remembered.to_owned(),
        Offer::Analyze => t.analyze_again.to_owned(),
        Offer::Download => t.download.to_owned(),
        Offer::Retract(..) => words.back_to_box.to_owned(),
        Offer::Reopen(_) => t.keeping.reopen.to_owned(),
        Offer::Raw(_) => t.keeping.raw.to_owned(),
        Offer::Hand(..) => t.keeping.hand.to_owned(),
        Offer::Split(_) => t.keeping.split_them.to_owned(),
        Offer::KeepOne => t.keeping.keep_one.to_owned(),
        Offer::TakeNewer => t.keeping.take_newer.to_owned(),
        Offer::Carried => t.versions.show.to_owned(),
        Offer::OpenPasted(_) => t.bringing.open_pasted.to_owned(),
        Offer::Files(_) => t.bringing.show_files.to_owned(),
        Offer::List => t.bringing.show_list.to_owned(),
    }
}

/// What cleaning did to the paste, where it is worth a word; line breaks and spaces of other systems are not.
fn cleaned(lang: Lang, report: &CleanReport) -> String {
    let words = &lang.strings().messages;
    let taken_out = report.soft_hyphens + report.invisible + report.controls;
    let counts = [
        (words.took_out, taken_out),
        (words.joined, report.joined_lines),
        (words.reply_marks, report.reply_marks),
        (words.lost_before, report.unreadable),
    ];
    let said = counts.into_iter().filter(|(_, n)| *n > 0).map(|(plural, n)| lang.count(plural, n as usize));
    said.collect::<Vec<_>>().join(" ")
}

/// What had to be repaired to open a file.
fn repaired(lang: Lang, repairs: &Repairs) -> String {
    let words = &lang.strings().messages.repairs;
    let unit = match repairs.unit {
        Some(Unit::Utf16) => Some(words.utf16),
        Some(Unit::Bytes) => Some(words.bytes),
        Some(Unit::CodePoints) | None => None,
    };
    let count = |plural, n| (n > 0).then(|| lang.count(plural, n));
    let sentences = [
        repairs.text_changed.then(|| words.text_changed.to_owned()),
        unit.map(str::to_owned),
        count(words.moved, repairs.moved),
        count(words.dropped, repairs.dropped),
        repairs.roles_lost.then(|| words.roles_lost.to_owned()),
        repairs.history_lost.then(|| words.history_lost.to_owned()),
        (repairs.changes_lost > 0).then(|| words.changes_lost.to_owned()),
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::OpenError;

    #[test]
    fn says_what_was_done_to_a_paste() {
        let report = CleanReport { invisible: 1, soft_hyphens: 1, joined_lines: 1, ..CleanReport::default() };
        let message = Message::Cleaned(report);
        let table = [
            ("en", "Took out 2 invisible characters. Joined 1 line broken in mid-sentence."),
            ("de", "2 unsichtbare Zeichen entfernt. 1 mitten im Satz umbrochene Zeile verbunden."),
        ];
        for (tag, expected) in table {
            assert_eq!(super::message(Lang::of_tag(tag), &message), expected);
        }
    }

    #[test]
    fn says_what_came_of_each_file() {
        let fate = |name: &str, came| Fate { name: name.into(), came, notes: [].into() };
        let empty = || Came::Refused(Failure::File(OpenError::Empty));
        let files = [
            Fate { notes: [Message::Assumed].into(), ..fate("a.txt", Came::Open) },
            fate("b.md", Came::Listed),
            fate("c.txt", empty()),
            fate("d.html", Came::Listed),
            fate("e.txt", empty()),
            fate("f", Came::Refused(Failure::Unreadable("f".into()))),
        ];
        let table = [
            (
                "en",
                "Open: “a.txt”. In your list: “b.md”, “d.html”. Not opened: “c.txt”, “e.txt”. There is no text in it. Not \
                 opened: “f”. “f” could not be read; it may have been moved, or it is a folder. “a.txt”: This text does \
                 not say how it is encoded; it was read as Windows-1252 (Latin-1). If letters look wrong, save it as UTF-8 \
                 and open it again.",
            ),
            (
                "de",
                "Geöffnet: „a.txt“. In Ihrer Liste: „b.md“, „d.html“. Nicht geöffnet: „c.txt“, „e.txt“. Darin steht kein \
                 Text. Nicht geöffnet: „f“. „f“ konnte nicht gelesen werden; die Datei wurde vielleicht verschoben oder ist \
                 ein Ordner. Zu „a.txt“: Dieser Text sagt nicht, wie er kodiert ist; er wurde als Windows-1252 (Latin-1) \
                 gelesen. Wenn Buchstaben falsch aussehen, speichern Sie ihn als UTF-8 und öffnen Sie ihn erneut.",
            ),
        ];
        for (tag, expected) in table {
            assert_eq!(message(Lang::of_tag(tag), &Message::Files(files.clone().into())), expected);
        }
        let many: Vec<String> = (1..=9).map(|number| format!("{number}.txt")).collect();
        let many: Vec<Fate> = many.iter().map(|name| fate(name, Came::Listed)).collect();
        let said = message(Lang::of_tag("en"), &Message::Files(many.into()));
        assert!(said.ends_with("“6.txt”, and 3 more."), "{said}");
    }

    #[test]
    fn says_what_had_to_be_repaired() {
        let repairs = Repairs { unit: Some(Unit::Utf16), moved: 1, dropped: 2, changes_lost: 3, ..Repairs::default() };
        let table = [
            (
                "en",
                "Positions were counted in UTF-16 code units and have been converted. 1 place was found again by its \
                 words. 2 annotations were left out: their words are not in the text. The last changes before the page \
                 was left could not be read.",
            ),
            (
                "de",
                "Die Positionen waren in UTF-16-Einheiten gezählt und wurden umgerechnet. 1 Stelle wurde an ihren Worten \
                 wiedergefunden. 2 Markierungen fehlen: Ihre Worte stehen nicht im Text. Die letzten Änderungen vor dem \
                 Verlassen der Seite waren nicht lesbar.",
            ),
        ];
        for (tag, expected) in table {
            assert_eq!(repaired(Lang::of_tag(tag), &repairs), expected);
        }
    }

    #[test]
    fn every_step_has_words_of_its_own() {
        for lang in Lang::ALL {
            let last = action(lang, StepKind::Several, 1);
            for &kind in StepKind::ALL.iter().filter(|kind| **kind != StepKind::Several) {
                assert_ne!(action(lang, kind, 1), last, "{kind:?} in {lang:?}");
            }
        }
    }
}
