//! Quotations that nobody says, by the words beside them: a name that somebody goes by, the headline that a letter answers.

use crate::lexicon::grammar::prepositions;
use crate::lexicon::speech::works::{CITED_BY, NAMED, NAMING, PLACES_IN_PAPERS};
use crate::quotes::parse::context::Field;
use crate::quotes::parse::index::{ItemId, QuoteId};
use crate::quotes::parse::items::Class;
use crate::text::has_in_any_case;

/// A name has no more words.
const LONGEST_NAME: u32 = 4;
/// "known" stands so many items before the "as" at most: "known locally to his friends as".
const NAMED_REACH: u32 = 5;
/// A title behind a preposition has so many words or more.
const TITLE_WORDS: u32 = 3;

/// Whether a quotation is nobody's words.
pub(crate) fn says(field: &Field<'_>, quote: QuoteId) -> bool {
    is_name(field, quote) || is_cited(field, quote) || is_title(field, quote)
}

/// The item right before a quotation in its sentence.
fn before(field: &Field<'_>, quote: QuoteId) -> Option<ItemId> {
    let first = field.words.places[quote].first;
    first.previous().filter(|&before| field.words.together(before, first))
}

/// "known as “The Rust”", "nicknamed “Bull”".
fn is_name(field: &Field<'_>, quote: QuoteId) -> bool {
    let (words, shape) = (field.words, field.shapes[quote]);
    let Some(before) = before(field, quote).filter(|_| shape.words <= LONGEST_NAME) else { return false };
    if words.str(before) != "as" {
        return NAMING.contains(&words.str(before));
    }
    before
        .back(NAMED_REACH)
        .to(before)
        .iter()
        .rev()
        .take_while(|&at| words.together(at, before))
        .any(|at| has_in_any_case(NAMED, words.str(at)))
}

/// "Re: “Town must mend its pipes,” Page A8", "responds to “City should sell the pier” (May 2)".
fn is_cited(field: &Field<'_>, quote: QuoteId) -> bool {
    let (words, place) = (field.words, field.words.places[quote]);
    let subject = before(field, quote).filter(|&colon| words.class(colon) == Class::Colon).and_then(ItemId::previous);
    if subject.is_some_and(|at| words.begins(at) && CITED_BY.contains(&words.str(at))) {
        return true;
    }
    let next = place.last.next();
    let dated = |at: ItemId| {
        words.class(at) == Class::Time
            || words.str(at) == "May" && words.class(at + 1) == Class::Number
            || has_in_any_case(PLACES_IN_PAPERS, words.str(at))
    };
    words.together(place.last, next) && words.class(next) == Class::Opening && dated(next + 1)
}

/// "a stunt man in “Once Upon a Time in Dallas,”": a title behind the preposition of works.
fn is_title(field: &Field<'_>, quote: QuoteId) -> bool {
    let (words, shape) = (field.words, field.shapes[quote]);
    let titled = shape.title && shape.capital && shape.words >= TITLE_WORDS && !matches!(shape.last, '?' | '!');
    // "a goal of “Peace Through Strength”" is a slogan; of longer ones few are.
    let leads = |word: &str| prepositions::BEFORE_WORKS.contains(&word) || word == "of" && shape.words > TITLE_WORDS;
    titled
        && before(field, quote)
            .is_some_and(|before| words.class(before) == Class::Preposition && leads(words.str(before)))
}
