//! The words that the files for readers add to the article's own. They are English in every language of the page, as the
//! columns and codes of the other files are: who gets a file need not speak the language of who made it.

use crate::document::CheckStatus;
use crate::vocabulary::QuoteKind;

/// The title of a report on an article without one.
pub(super) const REPORT: &str = "Who said what";
/// The title of a page or a collection of an article without one.
pub(super) const ARTICLE: &str = "Annotated article";
/// Before sources that the article names by a role only.
pub(super) const UNNAMED: &str = "Sources without a name";
/// Before quotes of nobody.
pub(super) const ORPHANS: &str = "Quotes nobody is named for";
/// Of a quote of nobody, on the page.
pub(super) const NO_SPEAKER: &str = "no speaker named";

/// Over what the person noted, and of the way back from there.
pub(super) const NOTES: &str = "Notes";
pub(super) const BACK: &str = "Back to the text";

/// The columns of the tables of names.
pub(super) const NAME: &str = "Name";
pub(super) const TYPE: &str = "Type";
pub(super) const MENTIONS: &str = "Mentions";
pub(super) const QUOTES: &str = "Quotes";

/// The heading over the entities of a built-in label, by its name in the file; a person's own label is its own.
pub(super) fn built_in(label: &str) -> Option<&'static str> {
    Some(match label {
        "PERSON" => "People",
        "PLACE" => "Places",
        "ORGANIZATION" => "Organizations",
        _ => return None,
    })
}

/// A kind of quote.
pub(super) fn kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Partial => "partial",
        QuoteKind::Indirect => "reported",
        QuoteKind::Thought => "thought",
        QuoteKind::NotQuote => "not a quote",
    }
}

/// The state of what was checked; nothing of what was not.
pub(super) fn state(status: CheckStatus) -> &'static str {
    match status {
        CheckStatus::Unchecked => "",
        CheckStatus::Confirmed => "confirmed",
        CheckStatus::Disputed => "disputed",
    }
}

/// Something that is counted.
#[derive(Clone, Copy)]
pub(super) enum Counted {
    Quotes,
    People,
    Names,
    Suggestions,
    Mentions,
}

/// So many of something. English has two forms, and the file is English.
pub(super) fn counted(number: usize, what: Counted) -> String {
    let (one, other) = match what {
        Counted::Quotes => ("quote", "quotes"),
        Counted::People => ("person", "people"),
        Counted::Names => ("name", "names"),
        Counted::Suggestions => ("suggestion", "suggestions"),
        Counted::Mentions => ("mention", "mentions"),
    };
    format!("{number} {}", if number == 1 { one } else { other })
}

/// The first line of a report.
pub(super) fn summary(quotes: usize, people: usize, names: usize) -> String {
    let (quotes, people, names) =
        (counted(quotes, Counted::Quotes), counted(people, Counted::People), counted(names, Counted::Names));
    format!("{quotes}, {people}, {names} marked.")
}

/// Whether a line is the first of a report.
pub(super) fn is_summary(line: &str) -> bool {
    let Some(counts) = line.strip_suffix(" marked.") else { return false };
    let is_count = |(part, what): (&str, Counted)| {
        let number = part.split(' ').next().and_then(|number| number.parse().ok());
        number.is_some_and(|number| counted(number, what) == part)
    };
    let parts: Vec<&str> = counts.split(", ").collect();
    let kinds = [Counted::Quotes, Counted::People, Counted::Names];
    parts.len() == kinds.len() && parts.into_iter().zip(kinds).all(is_count)
}

/// That some suggestions are not reviewed.
pub(super) fn not_reviewed(open: usize) -> String {
    format!("Not reviewed yet: {}, marked with (?).", counted(open, Counted::Suggestions))
}

/// How much one source says.
pub(super) fn share(quotes: usize, mentions: usize) -> String {
    format!("{}, {}.", counted(quotes, Counted::Quotes), counted(mentions, Counted::Mentions))
}

/// What the person noted on a quote.
pub(super) fn note(words: &str) -> String {
    format!("Note: {words}")
}
