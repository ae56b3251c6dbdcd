//! What stands around the article, in English.

use crate::ui::strings::tables::around::Around;
use crate::ui::strings::words::Plural;

pub(crate) const AROUND: Around = Around {
    export_whole: "To go on working",
    export_reading: "To read",
    export_spreadsheet: "For a spreadsheet",
    export_data: "As data",
    export_leaves: Plural::always("Leaves out {n}"),
    sources: "Sources in the note",
    open_source: "Open {address} in a new tab",
    find_speaker: "Find a speaker",
    no_such_speaker: "Nobody of this name is marked in the article.",
    mentions_column: "Mentions",
    by_count: "Number",
    by_place: "Place in the text",
    by_name: "Name",
    by_speaker: "By speaker",
    dot_means: "still to review",
    find_command: "Find a command or a key",
    drop_here: "Let go to open it",
    reads: "English is read in full. In other languages, what stands in quotation marks and names from lists are marked.",
};
