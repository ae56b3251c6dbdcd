//! The labels that outlive an article, in English.

use crate::ui::strings::tables::label_sets::SetWords;
use crate::ui::strings::words::Plural;

pub(crate) const SETS: SetWords = SetWords {
    title: "Your labels",
    intro: "New articles begin with the labels of the chosen set. Labels that you make, change or delete in an article change in it, too.",
    mine: "My labels",
    name: "Name of the set",
    choose: "Begin new articles with “{name}”",
    chosen: "New articles begin with “{name}”.",
    none: "No labels yet.",
    labels: Plural::of("{n} label", "{n} labels"),
    add_here: "Add to this article",
    added_here: Plural::of("{n} label added to this article.", "{n} labels added to this article."),
    export: "Export",
    export_named: "Export the set “{name}”",
    delete_named: "Delete the set “{name}”",
    deleted: "Set “{name}” deleted. Articles keep their labels.",
    renamed: "Renamed.",
    taken: "Another set is called “{name}”, or there is no name. Nothing was changed.",
    new: "New set",
    new_hint: "It begins with the labels of the open article, if it has labels of your own.",
    make: "Make it",
    made: "Set “{name}” made; new articles begin with it.",
    import: "Import sets",
    imported: Plural::of("{n} set taken over.", "{n} sets taken over."),
    unreadable: "Your labels could not be read and were set aside; articles keep theirs. {why}.",
};
