//! What stands around the article, in German.

use crate::ui::strings::tables::around::Around;
use crate::ui::strings::words::Plural;

pub(crate) const AROUND: Around = Around {
    export_whole: "Zum Weiterarbeiten",
    export_reading: "Zum Lesen",
    export_spreadsheet: "Für eine Tabelle",
    export_data: "Als Daten",
    export_leaves: Plural::always("Lässt {n} weg"),
    sources: "Quellen in der Notiz",
    open_source: "{address} in einem neuen Tab öffnen",
    find_speaker: "Sprecher suchen",
    no_such_speaker: "Niemand mit diesem Namen ist im Artikel markiert.",
    mentions_column: "Nennungen",
    by_count: "Anzahl",
    by_place: "Stelle im Text",
    by_name: "Namen",
    by_speaker: "Nach Sprechern",
    dot_means: "noch zu prüfen",
    find_command: "Befehl oder Taste suchen",
    drop_here: "Zum Öffnen loslassen",
    reads: "Englisch wird ganz gelesen. In anderen Sprachen wird markiert, was in Anführungszeichen steht, dazu Namen aus Listen.",
};
