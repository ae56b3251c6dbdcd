//! Why something counts as a name.
//!
//! Every code that mentions carry, with what its detail holds:
//!
//! | code | meaning | detail |
//! |---|---|---|
//! | `title-before` | a title or office stands before it | the title ("President") |
//! | `first-name` | its first word is on the list of first names | that word |
//! | `family-name` | its last word is on the list of family names | that word |
//! | `full-name-in-article` | a longer form of the name stands in the article | the longer form |
//! | `known-in-article` | the article uses the same name elsewhere, where the case is clearer | the name |
//! | `gazetteer` | a place of this name is on the list of places | its kind ("city") |
//! | `place-list` | it is on the list of regions, towns and other names of places | the name |
//! | `preposition-before` | a word such as "in" stands before it | the word |
//! | `speech-word` | a word such as "said" or "who" stands next to it | the word |
//! | `organization-word` | it has a word such as "Ministry" or "Inc" | the word |
//! | `place-word` | it has a word such as "River" or "Province" | the word |
//! | `acronym` | it shortens a longer name in the article | the longer name |
//! | `dateline` | it opens the article's dateline | empty |
//! | `context` | the words around it and its own form weigh for it (the statistical model) | empty |

use crate::vocabulary::Evidence;

/// A title or office stands before the name.
pub(super) const TITLE_BEFORE: &str = "title-before";
/// The first word is on the list of first names.
pub(super) const FIRST_NAME: &str = "first-name";
/// The last word is on the list of family names.
pub(super) const FAMILY_NAME: &str = "family-name";
/// A longer form of the name stands in the article.
pub(super) const FULL_NAME: &str = "full-name-in-article";
/// The same name is clearer elsewhere in the article.
pub(super) const KNOWN: &str = "known-in-article";
/// The gazetteer has the place.
pub(super) const GAZETTEER: &str = "gazetteer";
/// The lists have the place, without facts.
pub(super) const PLACE_LIST: &str = "place-list";
/// A word such as "in" stands before.
pub(super) const PREPOSITION: &str = "preposition-before";
/// A word such as "said" stands next to it.
pub(super) const SPEECH: &str = "speech-word";
/// A word of the name such as "Ministry".
pub(super) const ORGANIZATION_WORD: &str = "organization-word";
/// A word of the name such as "River".
pub(super) const PLACE_WORD: &str = "place-word";
/// It shortens a longer name.
pub(super) const ACRONYM: &str = "acronym";
/// It opens the dateline.
pub(super) const DATELINE: &str = "dateline";
/// The model.
pub(super) const CONTEXT: &str = "context";

/// Evidence of `code` about `detail`.
pub(super) fn because(code: &'static str, detail: &str) -> Evidence {
    Evidence::new(code, detail)
}
