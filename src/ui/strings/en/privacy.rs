//! What is stored, in English.

use crate::ui::strings::privacy::Privacy;
use crate::ui::strings::words::Plural;

pub(crate) const PRIVACY: Privacy = Privacy {
    title: "What is stored, and how to check it",
    now: "On this device now",
    deleted: Plural::of("{n} deleted article", "{n} deleted articles"),
    size: "about {size} MB, with the page’s own files",
    database: "Database “article-annotator” (IndexedDB)",
    database_holds: "Your articles with all annotations, changes, kept versions and tags; the deleted ones until you delete them for ever; your word list, your keys, color scheme and language.",
    local: "Local storage",
    local_holds: "Color scheme and language once more, for the next start. If you leave while a change is being written: a note of it, until it is in the database.",
    tab: "Session storage, gone with the tab",
    tab_holds: "What you typed and did not send yet, what you filter by, and where you were reading.",
    cache: "Cache of the service worker",
    cache_holds: "The page’s own files, for use without a network. What another program shares with the page, until it is opened.",
    look: "To see all of it, open your browser’s developer tools and choose Application or Storage.",
    wipe: "Delete everything from this device",
    wipe_about: "Leaves nothing of this page in this browser: no article, no setting, none of the page’s files.",
    ask: "This cannot be undone. For ever go: {what}.",
    rest: "your word list, keys and settings, what you typed, and the page’s own files",
    wipe_do: "Delete for ever",
    wipe_not: "Keep everything",
    wiping: "Deleting",
    nothing_left: "Nothing is left",
    nothing_about: "Nothing of this page is stored on this device any more. You can close this tab.",
    elsewhere: "Everything was deleted in another tab.",
    something_left: "Not everything could be deleted",
    something_about: "Close all other tabs of this page and try again, or clear the data of this page in your browser’s settings.",
    part_database: "Articles, word list and keys",
    part_settings: "Settings, and what you typed",
    part_files: "The page’s own files",
    gone: "deleted",
    there: "still there",
    again: "Try again",
    anew: "Begin anew",
};
