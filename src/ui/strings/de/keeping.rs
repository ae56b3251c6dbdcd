//! Keeping the work, in German.

use crate::ui::strings::keeping::Keeping;
use crate::ui::strings::words::Plural;

pub(crate) const KEEPING: Keeping = Keeping {
    left_unsaved: "„{title}“ ist nicht gespeichert und bleibt nur, solange dieser Tab offen ist. {why}.",
    merged: "Ein anderer Tab hat diesen Artikel auch geändert; was Sie getan haben, steht mit darin.",
    altered: "Dieser Artikel ist nicht ganz, wie er gespeichert wurde: Seine Prüfsumme stimmt nicht.",
    unfinished: "Beim letzten Start wurde Ihr Artikel nicht mehr angezeigt. Er ist noch gespeichert; öffnen Sie ihn, wann Sie wollen.",
    words_unreadable: "Ihre Wortliste war nicht lesbar und wurde beiseitegelegt; eine neue beginnt. {why}.",
    erased: Plural::always("{n} Artikel endgültig gelöscht."),
    several: Plural::always("Das sieht nach {n} Artikeln aus."),
    split: Plural::always("{n} Artikel stehen in Ihrer Liste. Was Sie eingefügt haben, bleibt dort unverändert."),
    split_them: "Aufteilen",
    keep_one: "Als einen behalten",
    newer: "Eine neuere Fassung dieser Seite ist da. Ihre Arbeit bleibt, wie sie ist.",
    take_newer: "Jetzt verwenden",
    carried_away: Plural::always("Alles heruntergeladen: {n} Artikel, Ihre Wortliste und Tasten."),
    came: Plural::of("{n} Artikel ist wieder da.", "{n} Artikel sind wieder da."),
    there: Plural::of("{n} war schon da.", "{n} waren schon da."),
    unreadable: Plural::of(
        "{n} ist nicht lesbar und bleibt in der Datei.",
        "{n} sind nicht lesbar und bleiben in der Datei.",
    ),
    everything: "Alles herunterladen",
    everything_hint: "Alle Artikel, die Wortliste und die Tasten in einer Datei. Öffnen Sie sie hier oder in einem anderen Browser, um alles zurückzubekommen.",
    reopen: "Öffnen",
    raw: "Gefundenes herunterladen",
    hand: "Alte Liste herunterladen",
    trash: "Gelöscht",
    bring_back: "Wiederherstellen",
    erase: "Endgültig löschen",
    empty_trash: "Alle endgültig löschen",
    odd: "Nicht lesbar",
    odd_title: "Ohne Titel",
    download_raw: "Herunterladen, was da ist",
    unsaved_title: "Dieser Artikel ist nicht gespeichert",
    unsaved_text: "Der Browser hat ihn nicht angenommen. Wenn Sie ihn jetzt verlassen, geht Ihre Arbeit daran verloren. Laden Sie ihn vorher herunter.",
    unsaved_stay: "Hierbleiben",
    unsaved_discard: "Verwerfen",
};
