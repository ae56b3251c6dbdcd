//! What a person brings, in German.

use crate::ui::strings::bringing::{Bringing, OtherFiles};
use crate::ui::strings::words::Plural;

pub(crate) const BRINGING: Bringing = Bringing {
    open: "Geöffnet: {files}.",
    listed: "In Ihrer Liste: {files}.",
    reading: "Dateien werden gelesen: {done} von {total}",
    refused: "Nicht geöffnet: {files}. {why}",
    noted: "Zu {file}: {note}",
    file: "„{name}“",
    and_more: Plural::always("und {n} weitere"),
    show_list: "Liste zeigen",
    files_open: Plural::of("{n} Datei ist geöffnet.", "{n} Dateien sind geöffnet."),
    files_listed: Plural::of("{n} Datei ist in Ihrer Liste.", "{n} Dateien sind in Ihrer Liste."),
    files_refused: Plural::of("{n} Datei wurde nicht geöffnet.", "{n} Dateien wurden nicht geöffnet."),
    show_files: "Zeigen, was aus jeder Datei wurde",
    files_title: "Was aus den Dateien wurde",
    head_refused: "Nicht geöffnet",
    head_listed: "In Ihrer Liste",
    head_open: "Geöffnet",
    pasted_over: Plural::of(
        "Sie haben {n} Wort eingefügt. Der offene Artikel bleibt, wie er ist.",
        "Sie haben {n} Wörter eingefügt. Der offene Artikel bleibt, wie er ist.",
    ),
    open_pasted: "Eingefügtes als neuen Artikel öffnen",
    assumed: "Dieser Text sagt nicht, wie er kodiert ist; er wurde als Windows-1252 (Latin-1) gelesen. Wenn Buchstaben falsch aussehen, speichern Sie ihn als UTF-8 und öffnen Sie ihn erneut.",
    no_article: "Das ist kein Artikel, sondern {what}; öffnen Sie den Text des Artikels oder die JSON-Datei, die hier heruntergeladen wurde",
    word_list: "Das ist kein Artikel, sondern eine Wortliste; importieren Sie sie unter „{list}“",
    labels: "Das sind Arten, kein Artikel; importieren Sie sie unter „{list}“",
    everything: "Das ist die Datei mit allem von einem Gerät; öffnen Sie sie als Datei, statt sie einzufügen",
    others: OtherFiles {
        annotations: "eine Datei mit Markierungen von der Befehlszeile, eine Zeile je Artikel",
        json_lines: "eine Datei mit JSON-Zeilen, wie nur die Befehlszeile sie liest (annotate --jsonl)",
        own_table: "eine Tabelle (CSV), die hier exportiert wurde",
        table: "eine Tabelle",
        columns: "eine Datei mit Wörtern und Marken in Spalten (CoNLL)",
        standoff: "eine Datei mit Markierungen ohne ihren Text (brat)",
        web_annotations: "eine Datei mit Web Annotations (JSON-LD)",
        xml: "eine XML-Datei für ein anderes Programm",
        own_report: "ein Bericht, der hier exportiert wurde",
        own_page: "eine Seite mit Markierungen (HTML), die hier exportiert wurde",
    },
};
