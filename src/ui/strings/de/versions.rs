//! Title, text and its versions, in German.

use crate::ui::strings::versions::Versions;
use crate::ui::strings::words::Plural;

pub(crate) const VERSIONS: Versions = Versions {
    edit: "Titel und Text bearbeiten",
    title: "Titel",
    no_title: "Die ersten Wörter des Artikels",
    text: "Text des Artikels",
    hint: "Bearbeiten Sie den Text, oder fügen Sie eine neuere Fassung darüber ein. Was Sie markiert und geprüft haben, geht mit seinen Wörtern mit; Neues wird neu gelesen. Ein Rückgängig nimmt alles zurück.",
    put: "Übernehmen",
    cancel: "Abbrechen",
    done: "Text geändert.",
    kept: Plural::of("{n} Annotation hat ihre Wörter behalten.", "{n} Annotationen haben ihre Wörter behalten."),
    moved: Plural::of("{n} ist an eine andere Stelle mitgegangen.", "{n} sind an eine andere Stelle mitgegangen."),
    changed: Plural::of("{n} Zitat wurde bearbeitet.", "{n} Zitate wurden bearbeitet."),
    gone: Plural::of("{n} steht nicht im neuen Text.", "{n} stehen nicht im neuen Text."),
    show: "Liste zeigen",
    carried: "Was aus den Annotationen wurde",
    nothing: "Jede Annotation hat ihre Wörter und ihren Platz behalten.",
    kind_moved: "Verschoben",
    kind_changed: "Bearbeitet",
    kind_gone: "Nicht im neuen Text",
    before: "Vorher: {words}",
    note: "Notiz: {note}",
};
