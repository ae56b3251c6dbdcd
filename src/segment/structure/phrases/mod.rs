//! Words that pages put around articles, in many languages: the lists of `phrases.txt`, which `table` reads.

pub(crate) mod table;

use std::sync::LazyLock;

use crate::segment::structure::phrases::table::{Phrases, Table, list};

/// The lists of `phrases.txt`.
struct Tables {
    /// Lines that are furniture when nothing else stands in them.
    alone: Table,
    /// Beginnings of furniture lines of up to some twenty words.
    beginnings: Vec<&'static str>,
    /// Lines after which lists of other articles follow.
    lists: Table,
    /// First and last words of such lines.
    list_starts: Table,
    list_ends: Table,
    /// Lines after which readers' comments follow.
    comments: Table,
    /// Words that stand between the buttons of one row.
    between: Table,
    /// What stands before the name of who took a picture.
    credits: Phrases,
    /// What lines around an article say to the reader of the page.
    notices: Phrases,
    /// Names of sections and countries' desks: furniture only before the headline, or among other furniture.
    sections: Table,
    /// Units of a counter ("12 comments", "5 min read").
    counters: Table,
    /// What collections of articles number ("Document 3 of 12").
    documents: Table,
}

fn tables() -> &'static Tables {
    static TABLES: LazyLock<Tables> = LazyLock::new(|| {
        let file = include_str!("phrases.txt");
        Tables {
            alone: list(file, "alone").collect(),
            beginnings: list(file, "beginnings").collect(),
            lists: list(file, "lists").collect(),
            list_starts: list(file, "list starts").collect(),
            list_ends: list(file, "list ends").collect(),
            comments: list(file, "comments").collect(),
            between: list(file, "between").collect(),
            credits: Phrases::new(list(file, "credits")),
            notices: Phrases::new(list(file, "notices")),
            sections: list(file, "sections").collect(),
            counters: list(file, "counters").collect(),
            documents: list(file, "documents").collect(),
        }
    });
    &TABLES
}

/// Whether a line that says only `key` is furniture.
pub(super) fn alone(key: &str) -> bool {
    tables().alone.contains(key)
}

/// Whether a line in lower case begins like furniture.
pub(super) fn begins(lower: &str) -> bool {
    tables().beginnings.iter().any(|beginning| lower.starts_with(beginning))
}

/// Whether a list of other articles follows a line that says `key`.
pub(super) fn opens_list(key: &str) -> bool {
    let (starts, ends) = (&tables().list_starts, &tables().list_ends);
    let (first, rest) = key.split_once(' ').unwrap_or((key, ""));
    let last = rest.rsplit(' ').next().unwrap_or_default();
    tables().lists.contains(key) || starts.contains(first) && (ends.contains(last) || tables().sections.contains(rest))
}

/// Whether readers' comments follow a line that says `key`.
pub(super) fn comments(key: &str) -> bool {
    tables().comments.contains(key.trim_start_matches(|character: char| character.is_numeric() || character == ' '))
}

/// Whether `word` stands between the buttons of one row.
pub(super) fn between_buttons(word: &str) -> bool {
    tables().between.contains(word)
}

/// Where in a line in lower case the name of who took a picture may begin, behind what stands before it.
pub(super) fn credits(lower: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    tables().credits.within(lower).map(|(at, mark)| (at, at + mark.len()))
}

/// Whether a line around an article, in lower case, speaks of the page.
pub(super) fn notice(lower: &str) -> bool {
    let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    tables().notices.within(lower).any(|(at, part)| ends(&lower[at + part.len()..]))
}

/// Whether `key` is the name of a section.
pub(super) fn section(key: &str) -> bool {
    tables().sections.contains(key)
}

/// Whether `word` is what collections of articles number.
pub(super) fn document(word: &str) -> bool {
    tables().documents.contains(word)
}

/// Whether `key` counts something of the page.
pub(super) fn counter(key: &str) -> bool {
    let digits = |character: char| character.is_numeric() || matches!(character, '.' | ',' | ' ' | '\u{a0}' | '+');
    let rest = key.trim_start_matches(digits);
    let number = &key[..key.len() - rest.len()];
    let rest = rest.strip_prefix(['k', 'm']).filter(|r| r.starts_with(' ')).unwrap_or(rest).trim_start();
    number.contains(char::is_numeric) && tables().counters.contains(rest.trim_start_matches('-'))
}
