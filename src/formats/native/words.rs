//! The words of the file for each choice, both ways.

use crate::document::{CheckStatus, Origin, Review, Shape};
use crate::formats::Choice;
use crate::vocabulary::{BlockKind, LanguageBy, QuoteKind};

/// A closed list of choices with their words in files.
pub(in crate::formats) trait Word: Copy + PartialEq + 'static {
    /// What is chosen, for who says that a word chooses nothing.
    const CHOICE: Choice;
    const ALL: &'static [(Self, &'static str)];

    fn word(self) -> &'static str {
        Self::ALL.iter().find(|(value, _)| *value == self).expect("invariant: every choice has a word").1
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, words)| *words == word).map(|(value, _)| *value)
    }
}

impl Word for Origin {
    const CHOICE: Choice = Choice::Origin;
    const ALL: &'static [(Self, &'static str)] =
        &[(Self::Engine, "engine"), (Self::Person, "person"), (Self::Imported, "imported")];
}

impl Word for Review {
    const CHOICE: Choice = Choice::Review;
    const ALL: &'static [(Self, &'static str)] =
        &[(Self::Suggested, "suggested"), (Self::Accepted, "accepted"), (Self::Rejected, "rejected")];
}

impl Word for CheckStatus {
    const CHOICE: Choice = Choice::Status;
    const ALL: &'static [(Self, &'static str)] =
        &[(Self::Unchecked, "unchecked"), (Self::Confirmed, "confirmed"), (Self::Disputed, "disputed")];
}

impl Word for QuoteKind {
    const CHOICE: Choice = Choice::QuoteKind;
    const ALL: &'static [(Self, &'static str)] = &[
        (Self::Direct, "direct"),
        (Self::Partial, "partial"),
        (Self::Indirect, "indirect"),
        (Self::Thought, "thought"),
        (Self::NotQuote, "not-quote"),
    ];
}

impl Word for BlockKind {
    const CHOICE: Choice = Choice::BlockKind;
    const ALL: &'static [(Self, &'static str)] = &[
        (Self::Headline, "headline"),
        (Self::Heading, "heading"),
        (Self::Byline, "byline"),
        (Self::Dateline, "dateline"),
        (Self::Date, "date"),
        (Self::Caption, "caption"),
        (Self::Body, "body"),
        (Self::ListItem, "list-item"),
        (Self::BlockQuote, "block-quote"),
        (Self::TableRow, "table-row"),
        (Self::Furniture, "furniture"),
    ];
}

impl Word for Shape {
    const CHOICE: Choice = Choice::Shape;
    const ALL: &'static [(Self, &'static str)] = &[
        (Self::Underline, "underline"),
        (Self::Dotted, "dotted"),
        (Self::Double, "double"),
        (Self::Wavy, "wavy"),
        (Self::Box, "box"),
    ];
}

/// Who said what a paragraph is: the page that the article was read from, besides person and engine.
pub(super) const PAGE: &str = "page";

/// Whether the person decided.
pub(super) fn by(person: bool) -> &'static str {
    if person { "person" } else { "engine" }
}

/// Who said in which language the article is.
pub(super) fn language_by(by_whom: LanguageBy) -> &'static str {
    match by_whom {
        LanguageBy::Engine => by(false),
        LanguageBy::Page => PAGE,
        LanguageBy::Person => by(true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_paragraph_has_a_word_of_its_own() {
        for &kind in BlockKind::ALL {
            assert_eq!(BlockKind::from_word(kind.word()), Some(kind));
        }
        assert_eq!(BlockKind::from_word("no-such-kind"), None);
    }
}
