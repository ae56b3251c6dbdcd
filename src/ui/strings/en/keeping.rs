//! Keeping the work, in English.

use crate::ui::strings::keeping::Keeping;
use crate::ui::strings::words::Plural;

pub(crate) const KEEPING: Keeping = Keeping {
    left_unsaved: "“{title}” is not saved, and kept only as long as this tab is open. {why}.",
    merged: "Another tab changed this article too; what you did is in it as well.",
    altered: "This article is not quite as it was saved: its checksum differs.",
    unfinished: "The last start did not get as far as showing your article. It is still saved; open it when you want.",
    words_unreadable: "Your word list could not be read and was set aside; a new one begins. {why}.",
    erased: Plural::of("{n} article deleted for ever.", "{n} articles deleted for ever."),
    several: Plural::always("This looks like {n} articles."),
    split: Plural::always("{n} articles are in your list. What you pasted is there, too, as it was."),
    split_them: "Split them",
    keep_one: "Keep as one",
    newer: "A newer version of this page is ready. Your work stays as it is.",
    take_newer: "Use it now",
    carried_away: Plural::of(
        "Downloaded everything: {n} article, your word list and keys.",
        "Downloaded everything: {n} articles, your word list and keys.",
    ),
    came: Plural::of("{n} article came back.", "{n} articles came back."),
    there: Plural::of("{n} was here already.", "{n} were here already."),
    unreadable: Plural::of("{n} cannot be read and stays in the file.", "{n} cannot be read and stay in the file."),
    everything: "Download everything",
    everything_hint: "All articles, the word list and keys in one file. Open it here, or in another browser, to have them back.",
    reopen: "Open it",
    raw: "Download what was found",
    hand: "Download the old list",
    trash: "Deleted",
    bring_back: "Restore",
    erase: "Delete for ever",
    empty_trash: "Delete all for ever",
    odd: "Cannot be read",
    odd_title: "Without a title",
    download_raw: "Download what is there",
    unsaved_title: "This article is not saved",
    unsaved_text: "The browser did not take it. If you leave it now, what you did in it is lost. Download it first.",
    unsaved_stay: "Stay here",
    unsaved_discard: "Discard it",
};
