//! Words for what happened: steps, refusals, failures.

use super::{Lang, Plural, fill};
use crate::document::CommandError;
use crate::formats::OpenError;
use crate::formats::native::Repairs;
use crate::storage::StoreError;
use crate::text::CleanReport;
use crate::ui::state::{Failure, Message, Offer};
use crate::ui::strings::edge_name;
use crate::web::AnalysisTrouble;

use Lang::English;

/// A step by its code, in the form that follows "Undo:".
pub(crate) fn action(lang: Lang, code: &str, n: usize) -> String {
    let (en, de): (Plural, Plural) = match code {
        "mark" => (p("mark", "mark {n} times"), p("Markieren", "{n}-mal markieren")),
        "quote" => (p("mark quote", "mark {n} quotes"), p("Zitat markieren", "{n} Zitate markieren")),
        "delete" => (p("delete", "delete {n}"), p("Löschen", "{n} löschen")),
        "retarget" => (p("change boundaries", "change {n} boundaries"), p("Grenzen ändern", "{n} Grenzen ändern")),
        "add-part" => (same("add part to quote"), same("Teil zum Zitat hinzufügen")),
        "remove-part" => (same("take part from quote"), same("Teil vom Zitat nehmen")),
        "relabel" | "relabel-entity" => (p("change type", "change type of {n}"), p("Art ändern", "Art von {n} ändern")),
        "quote-kind" => (same("change kind of quote"), same("Art des Zitats ändern")),
        "speaker" => (same("change speaker"), same("Sprecher ändern")),
        "cue" => (same("change cue"), same("Redeverb ändern")),
        "rename" => (same("rename"), same("Umbenennen")),
        "merge" => (p("merge", "merge {n}"), p("Zusammenlegen", "{n} zusammenlegen")),
        "move" => (p("split off mention", "split off {n} mentions"), p("Nennung abtrennen", "{n} Nennungen abtrennen")),
        "remove-entity" => {
            (p("remove mention", "remove {n} mentions"), p("Nennung entfernen", "{n} Nennungen entfernen"))
        }
        "accept" | "accept-all" => (p("accept", "accept {n}"), p("Bestätigen", "{n} bestätigen")),
        "reject" => (p("reject", "reject {n}"), p("Ablehnen", "{n} ablehnen")),
        "unreview" => {
            (p("back to suggestion", "back to {n} suggestions"), p("Zurück zum Vorschlag", "Zurück zu {n} Vorschlägen"))
        }
        "note" => (same("change note"), same("Notiz ändern")),
        "status" => (same("change fact check"), same("Faktenprüfung ändern")),
        "block" => (same("change paragraph"), same("Absatz ändern")),
        "label" => (same("change label"), same("Art bearbeiten")),
        "remove-label" => (same("delete label"), same("Art löschen")),
        "title" => (same("change title"), same("Titel ändern")),
        "analyze" => (same("analysis"), same("Analyse")),
        // "several", and the codes of a newer version in a saved history.
        _ => (same("last step"), same("letzter Schritt")),
    };
    lang.count(if lang == English { en } else { de }, n)
}

const fn p(one: &'static str, other: &'static str) -> Plural {
    Plural { one, other }
}

const fn same(text: &'static str) -> Plural {
    Plural { one: text, other: text }
}

/// A message in words.
pub(crate) fn message(lang: Lang, message: &Message) -> String {
    let pick = |en: &'static str, de: &'static str| if lang == English { en } else { de };
    match message {
        Message::Did(code, n) => capital(&action(lang, code, *n)) + pick(": done", ": erledigt"),
        Message::Undid(code, n) => {
            fill(pick("Undone: {what}", "Rückgängig gemacht: {what}"), &[("what", &action(lang, code, *n))])
        }
        Message::Redid(code, n) => {
            fill(pick("Done again: {what}", "Wiederholt: {what}"), &[("what", &action(lang, code, *n))])
        }
        Message::Refused(error) => refusal(lang, error) + ".",
        Message::Analyzed(names, quotes, _) => {
            let names = lang
                .count(if lang == English { p("{n} name", "{n} names") } else { p("{n} Name", "{n} Namen") }, *names);
            let quotes = lang.count(lang.strings().quotes_n, *quotes);
            fill(
                pick("Found {names} and {quotes}.", "{names} und {quotes} gefunden."),
                &[("names", &names), ("quotes", &quotes)],
            )
        }
        Message::Failed(Failure::Analysis(why)) => trouble(lang, *why) + ".",
        Message::Failed(Failure::Storage(error)) => storage(lang, error) + ".",
        Message::Failed(Failure::File(error)) => file(lang, error) + ".",
        Message::Failed(Failure::Unreadable(name)) => fill(
            pick(
                "“{name}” could not be read; it may have been moved, or it is a folder.",
                "„{name}“ konnte nicht gelesen werden; die Datei wurde vielleicht verschoben oder ist ein Ordner.",
            ),
            &[("name", name)],
        ),
        Message::Pasted => pick("Opened what you pasted.", "Ihr eingefügter Text ist geöffnet.").to_owned(),
        Message::Cleaned(report) => cleaned(lang, report),
        Message::Repaired(repairs) => repaired(lang, repairs),
        Message::Reviewed(accepted, rejected) => fill(
            lang.strings().review_summary,
            &[("accepted", &lang.number(*accepted)), ("rejected", &lang.number(*rejected))],
        ),
        Message::Chosen(n) => lang.count(lang.strings().chosen_n, *n) + ".",
        Message::Adding => lang.strings().adding.to_owned(),
        Message::Edge(part, edge, parts) => edge_name(*part, *edge, *parts, lang.strings()),
        Message::Armed(label) => fill(lang.strings().armed, &[("label", label)]),
        Message::Downloaded(name) => fill(pick("Downloaded {name}.", "{name} heruntergeladen."), &[("name", name)]),
        Message::Forgot(title) => fill(
            pick("Deleted “{title}” from this device.", "„{title}“ von diesem Gerät gelöscht."),
            &[("title", title)],
        ),
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// The words on a toast's button.
pub(crate) fn offer(lang: Lang, offer: &Offer) -> String {
    match offer {
        Offer::Undo | Offer::Restore(_) => lang.strings().undo.to_owned(),
        Offer::Others { count, new: true, .. } => lang.count(
            if lang == English {
                p("Mark {n} more", "Mark {n} more")
            } else {
                p("{n} weitere markieren", "{n} weitere markieren")
            },
            *count,
        ),
        Offer::Others { count, .. } => lang.count(lang.strings().likewise, *count),
        Offer::Words => lang.strings().remembered.to_owned(),
        Offer::Analyze => lang.strings().analyze_again.to_owned(),
        Offer::Download => lang.strings().download.to_owned(),
        Offer::Retract(..) => if lang == English { "Back to the text box" } else { "Zurück zum Textfeld" }.to_owned(),
    }
}

/// What cleaning did to the paste, where it is worth a word; line breaks and spaces of other systems are not.
fn cleaned(lang: Lang, report: &CleanReport) -> String {
    let gone = (report.soft_hyphens + report.invisible + report.controls) as usize;
    let (joined, unreadable) = (report.joined_lines as usize, report.unreadable as usize);
    let mut sentences = Vec::new();
    let mut say = |n: usize, en: Plural, de: Plural| {
        if n > 0 {
            sentences.push(lang.count(if lang == English { en } else { de }, n));
        }
    };
    say(
        gone,
        p("Took out {n} invisible character.", "Took out {n} invisible characters."),
        p("{n} unsichtbares Zeichen entfernt.", "{n} unsichtbare Zeichen entfernt."),
    );
    say(
        joined,
        p("Joined {n} line broken in mid-sentence.", "Joined {n} lines broken in mid-sentence."),
        p("{n} mitten im Satz umbrochene Zeile verbunden.", "{n} mitten im Satz umbrochene Zeilen verbunden."),
    );
    say(
        unreadable,
        p(
            "{n} character was lost before it came here (shown as \u{fffd}).",
            "{n} characters were lost before they came here (shown as \u{fffd}).",
        ),
        p(
            "{n} Zeichen ging schon vorher verloren (steht als \u{fffd}).",
            "{n} Zeichen gingen schon vorher verloren (stehen als \u{fffd}).",
        ),
    );
    sentences.join(" ")
}

/// What went wrong with the analysis.
fn trouble(lang: Lang, why: AnalysisTrouble) -> String {
    if lang == English {
        return why.to_string();
    }
    match why {
        AnalysisTrouble::Restarted => "Die Analyse brach unerwartet ab und wurde neu gestartet",
        AnalysisTrouble::GaveUp => {
            "Dieser Artikel ließ sich nicht analysieren; Namen und Zitate können Sie weiterhin selbst markieren"
        }
        AnalysisTrouble::NoWorker => {
            "Die Analyse ließ sich nicht starten; markieren Sie Namen und Zitate selbst, oder laden Sie die Seite neu"
        }
        AnalysisTrouble::Mismatch => {
            "Diese Seite wurde inzwischen erneuert; laden Sie sie neu, um Artikel zu analysieren"
        }
    }
    .to_owned()
}

/// Why a command was refused.
fn refusal(lang: Lang, error: &CommandError) -> String {
    if lang == English {
        return error.to_string();
    }
    match error {
        CommandError::UnknownAnnotation => "Diese Markierung gibt es nicht mehr",
        CommandError::UnknownEntity => "Diese Person, diesen Ort oder diese Organisation gibt es nicht mehr",
        CommandError::UnknownLabel => "Diese Art gibt es nicht",
        CommandError::EmptyRange => "Wählen Sie zuerst Wörter aus",
        CommandError::BadRange => "Diese Auswahl liegt nicht im Artikel",
        CommandError::AlreadyMarked => "Diese Wörter sind schon so markiert",
        CommandError::NothingToDo => "Es gibt nichts zu ändern",
        CommandError::LastPart => "Ein Zitat braucht mindestens einen Teil; löschen Sie stattdessen das Zitat",
        CommandError::WrongKind => "Das geht nur bei Namen oder nur bei Zitaten",
        CommandError::BadName => "Ein Name braucht mindestens einen Buchstaben oder eine Ziffer",
        CommandError::BuiltInLabel => "Person, Ort und Organisation behalten ihre Namen",
        CommandError::LabelsDiffer => "Diese Namen sind verschiedener Art; ändern Sie zuerst die Art",
        CommandError::PartsOverlap => "Die Teile eines Zitats dürfen sich nicht überschneiden",
        CommandError::OtherText => "Das gehört zu einem anderen Text",
        CommandError::LabelTaken => "Eine andere Art hat schon diesen Namen oder diese Taste",
    }
    .to_owned()
}

/// Why a file cannot be opened.
pub(crate) fn file(lang: Lang, error: &OpenError) -> String {
    if lang == English {
        return error.to_string();
    }
    match error {
        OpenError::Empty => "Darin steht kein Text".to_owned(),
        OpenError::TooLarge { bytes, limit } => format!(
            "Das ist zu groß: {} MB, und höchstens {} MB können geöffnet werden",
            bytes.div_ceil(1_048_576),
            limit / 1_048_576
        ),
        OpenError::Binary(_) => "Das ist keine Textdatei; öffnen Sie eine Datei .txt, .md, .html oder .json".to_owned(),
        OpenError::NulBytes => "Der Text enthält NUL-Bytes: Er ist beschädigt oder gar kein Text".to_owned(),
        OpenError::Encoding => {
            "Der Text ist weder UTF-8 noch UTF-16; speichern Sie ihn als UTF-8 und öffnen Sie ihn erneut".to_owned()
        }
        OpenError::Truncated => {
            "Die Datei bricht mittendrin ab, wie nach einem unvollständigen Laden; besorgen Sie eine ganze Kopie"
                .to_owned()
        }
        OpenError::BadJson { line, column } => {
            format!("Die Datei ist kein gültiges JSON: Zeile {line}, Spalte {column} stimmt nicht")
        }
        OpenError::NotOurs => "Diese JSON-Datei stammt nicht von Article Annotator".to_owned(),
        OpenError::Newer { version } => format!(
            "Die Datei stammt von einem neueren Article Annotator (Format {version}); laden Sie die Seite neu, um den neuesten zu bekommen"
        ),
        OpenError::BadValue(detail) => format!("In der Datei fehlt etwas oder ein Wert ist falsch: {detail}"),
        OpenError::NothingFits => "Keine der Markierungen in der Datei passt zu ihrem Text".to_owned(),
        OpenError::Inconsistent(violation) => format!("Die Datei widerspricht sich: {violation}"),
    }
}

/// What had to be repaired to open a file.
fn repaired(lang: Lang, repairs: &Repairs) -> String {
    if lang == English {
        return repairs.to_string();
    }
    let mut sentences = Vec::new();
    if repairs.text_changed {
        sentences.push("Der Text wurde seit dem Speichern geändert.".to_owned());
    }
    if let Some(unit) = repairs.unit {
        sentences.push(format!("Die Positionen waren in {unit} gezählt und wurden umgerechnet."));
    }
    if repairs.moved > 0 {
        let found =
            p("{n} Stelle wurde an ihren Worten wiedergefunden.", "{n} Stellen wurden an ihren Worten wiedergefunden.");
        sentences.push(lang.count(found, repairs.moved));
    }
    if repairs.dropped > 0 {
        let lost = p(
            "{n} Markierung fehlt: Ihre Worte stehen nicht im Text.",
            "{n} Markierungen fehlen: Ihre Worte stehen nicht im Text.",
        );
        sentences.push(lang.count(lost, repairs.dropped));
    }
    if repairs.roles_lost {
        sentences.push("Die Rollen der Absätze beginnen neu.".to_owned());
    }
    if repairs.history_lost {
        sentences.push("Frühere Schritte lassen sich nicht mehr rückgängig machen.".to_owned());
    }
    if repairs.changes_lost > 0 {
        sentences.push("Die letzten Änderungen vor dem Verlassen der Seite waren nicht lesbar.".to_owned());
    }
    sentences.join(" ")
}

/// Why the browser does not keep the work.
pub(crate) fn storage(lang: Lang, error: &StoreError) -> String {
    if lang == English {
        return error.to_string();
    }
    match error {
        StoreError::Full => "In diesem Browser ist kein Platz mehr; löschen Sie alte Artikel oder laden Sie diesen jetzt herunter".to_owned(),
        StoreError::Denied => "Dieser Browser lässt die Seite nichts speichern (privates Fenster oder Einstellung); laden Sie Ihre Arbeit herunter, bevor Sie den Tab schließen".to_owned(),
        StoreError::Blocked => "Ein anderer Tab hält eine ältere Fassung dieser Seite offen; schließen Sie ihn, damit gespeichert werden kann".to_owned(),
        StoreError::Conflict => "Ein anderer Tab hat diesen Artikel auch geändert; was Sie hier tun, wird als eigene Kopie behalten".to_owned(),
        StoreError::Closed => "Die gespeicherten Daten dieser Seite wurden gelöscht, während sie offen war; laden Sie Ihre Arbeit herunter und laden Sie die Seite neu".to_owned(),
        StoreError::Missing => "Dieser Artikel ist nicht mehr auf diesem Gerät gespeichert".to_owned(),
        StoreError::Damaged(detail) => format!("Der gespeicherte Artikel ist nicht lesbar: {detail}"),
        StoreError::Other(detail) => format!("Ihre Arbeit konnte nicht gespeichert werden: {detail}"),
    }
}

/// The last word of a page that broke, and the name of the link that reloads it.
pub(crate) fn crashed(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        English => ("Something in this page broke. Your work up to the last moment is saved on this device.", "Reload"),
        Lang::German => {
            ("In dieser Seite ist etwas zerbrochen. Ihre Arbeit ist auf diesem Gerät gespeichert.", "Neu laden")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::ACTIONS;

    #[test]
    fn says_what_was_done_to_a_paste() {
        let report = CleanReport { invisible: 1, soft_hyphens: 1, joined_lines: 1, ..CleanReport::default() };
        let message = Message::Cleaned(report);
        let table = [
            (Lang::English, "Took out 2 invisible characters. Joined 1 line broken in mid-sentence."),
            (Lang::German, "2 unsichtbare Zeichen entfernt. 1 mitten im Satz umbrochene Zeile verbunden."),
        ];
        for (lang, expected) in table {
            assert_eq!(super::message(lang, &message), expected);
        }
    }

    #[test]
    fn every_step_has_words_of_its_own() {
        for lang in Lang::ALL {
            let unknown = action(lang, "?", 1);
            for code in ACTIONS.iter().filter(|code| **code != "several") {
                assert_ne!(action(lang, code, 1), unknown, "{code} in {lang:?}");
            }
        }
    }
}
