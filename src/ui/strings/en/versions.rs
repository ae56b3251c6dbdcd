//! Title, text and its versions, in English.

use crate::ui::strings::versions::Versions;
use crate::ui::strings::words::Plural;

pub(crate) const VERSIONS: Versions = Versions {
    edit: "Edit title and text",
    title: "Title",
    no_title: "The first words of the article",
    text: "Text",
    hint: "Edit the text, or paste a newer version over it. What you marked and checked goes along with its words; what is new is read again. One undo takes it all back.",
    put: "Take over",
    cancel: "Cancel",
    done: "Text changed.",
    kept: Plural::of("{n} annotation kept its words.", "{n} annotations kept their words."),
    moved: Plural::of("{n} went along to another place.", "{n} went along to another place."),
    changed: Plural::of("{n} quote was edited.", "{n} quotes were edited."),
    gone: Plural::of("{n} is not in the new text.", "{n} are not in the new text."),
    show: "Show the list",
    carried: "What became of the annotations",
    nothing: "Every annotation kept its words and its place.",
    kind_moved: "Moved",
    kind_changed: "Edited",
    kind_gone: "Not in the new text",
    before: "Before: {words}",
    note: "Note: {note}",
};
