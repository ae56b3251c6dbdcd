//! The labels that outlive an article, in German.

use crate::ui::strings::tables::label_sets::SetWords;
use crate::ui::strings::words::Plural;

pub(crate) const SETS: SetWords = SetWords {
    title: "Ihre Arten",
    intro: "Neue Artikel beginnen mit den Arten der gewählten Sammlung. Was Sie in einem Artikel an eigenen Arten anlegen, ändern oder löschen, ändert sich auch dort.",
    mine: "Meine Arten",
    name: "Name der Sammlung",
    choose: "Neue Artikel mit „{name}“ beginnen",
    chosen: "Neue Artikel beginnen mit „{name}“.",
    none: "Noch keine Arten.",
    labels: Plural::of("{n} Art", "{n} Arten"),
    add_here: "In diesen Artikel",
    added_here: Plural::of("{n} Art in diesen Artikel übernommen.", "{n} Arten in diesen Artikel übernommen."),
    export: "Exportieren",
    export_named: "Sammlung „{name}“ exportieren",
    delete_named: "Sammlung „{name}“ löschen",
    deleted: "Sammlung „{name}“ gelöscht. Artikel behalten ihre Arten.",
    renamed: "Umbenannt.",
    taken: "Eine andere Sammlung heißt „{name}“, oder der Name fehlt. Nichts wurde geändert.",
    new: "Neue Sammlung",
    new_hint: "Sie beginnt mit den Arten des offenen Artikels, wenn er eigene hat.",
    make: "Anlegen",
    made: "Sammlung „{name}“ angelegt; neue Artikel beginnen mit ihr.",
    import: "Sammlungen importieren",
    imported: Plural::of("{n} Sammlung übernommen.", "{n} Sammlungen übernommen."),
    unreadable: "Ihre Arten waren nicht lesbar und wurden beiseitegelegt; Artikel behalten ihre. {why}.",
};
