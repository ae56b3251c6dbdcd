//! What is stored, in German.

use crate::ui::strings::privacy::Privacy;
use crate::ui::strings::words::Plural;

pub(crate) const PRIVACY: Privacy = Privacy {
    title: "Was gespeichert ist und wie Sie das prüfen",
    now: "Zurzeit auf diesem Gerät",
    deleted: Plural::of("{n} gelöschter Artikel", "{n} gelöschte Artikel"),
    size: "etwa {size} MB, mit den Dateien der Seite",
    database: "Datenbank „article-annotator“ (IndexedDB)",
    database_holds: "Ihre Artikel mit allen Markierungen, Änderungen, aufbewahrten Fassungen und Schlagwörtern; die gelöschten, bis Sie sie endgültig löschen; Ihre Wortliste, Ihre Tasten, Farben und Sprache.",
    local: "Lokaler Speicher (Local Storage)",
    local_holds: "Noch einmal Farben und Sprache, für den nächsten Start. Wenn Sie die Seite verlassen, während eine Änderung geschrieben wird: eine Notiz davon, bis sie in der Datenbank steht.",
    tab: "Sitzungsspeicher, weg mit dem Tab",
    tab_holds: "Was Sie getippt und noch nicht abgeschickt haben, wonach Sie filtern und wo Sie gelesen haben.",
    cache: "Cache des Service Workers",
    cache_holds: "Die Dateien der Seite selbst, damit sie ohne Netz geht. Was ein anderes Programm mit der Seite teilt, bis es geöffnet ist.",
    look: "Wenn Sie alles davon sehen wollen, öffnen Sie die Entwicklerwerkzeuge des Browsers und wählen Sie „Anwendung“ oder „Speicher“.",
    wipe: "Alles von diesem Gerät löschen",
    wipe_about: "Danach ist von dieser Seite nichts mehr in diesem Browser: kein Artikel, keine Einstellung, keine Datei der Seite.",
    ask: "Das lässt sich nicht rückgängig machen. Endgültig gelöscht werden: {what}.",
    rest: "Ihre Wortliste, Tasten und Einstellungen, was Sie getippt haben, und die Dateien der Seite",
    wipe_do: "Endgültig löschen",
    wipe_not: "Alles behalten",
    wiping: "Wird gelöscht",
    nothing_left: "Es ist nichts mehr da",
    nothing_about: "Von dieser Seite ist auf diesem Gerät nichts mehr gespeichert. Sie können diesen Tab schließen.",
    elsewhere: "In einem anderen Tab wurde alles gelöscht.",
    something_left: "Nicht alles ließ sich löschen",
    something_about: "Schließen Sie alle anderen Tabs dieser Seite und versuchen Sie es noch einmal, oder löschen Sie die Daten dieser Seite in den Einstellungen des Browsers.",
    part_database: "Artikel, Wortliste und Tasten",
    part_settings: "Einstellungen und Getipptes",
    part_files: "Dateien der Seite",
    gone: "gelöscht",
    there: "noch da",
    again: "Noch einmal versuchen",
    anew: "Neu beginnen",
};
