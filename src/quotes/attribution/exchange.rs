//! Quotes that answer one another, and who talks with whom.

use crate::quotes::attribution::candidate::Previous;
use crate::quotes::parse::context::Field;
use crate::quotes::parse::index::{NominalId, QuoteId};

/// Whether `quote` answers the one before: two whole utterances that nothing stands between. Paragraphs of a dialogue
/// look so where pasting has joined them; one speaker's words go on within the marks.
pub(crate) fn answers(field: &Field<'_>, quote: QuoteId) -> bool {
    let Some(before) = quote.previous() else { return false };
    let words = field.words;
    let (last, first) = (words.places[before].last, words.places[quote].first);
    let (said, shape) = (&field.quotes[before], field.shapes[before]);
    last + 1 == first
        && words.items[last].paragraph == words.items[first].paragraph
        && !said.unclosed
        && said.glyph == field.quotes[quote].glyph
        && !said.glyph.is_layout()
        && shape.is_whole()
        // A title in a sentence says nothing: "on “Meet the Press.” “We will appeal.”"
        && (!shape.title || words.begins(words.places[before].first))
        && matches!(shape.last, '.' | '?' | '!' | '…' | '—' | '–' | '-')
        && field.shapes[quote].is_whole()
}

/// The partner in talk of `speaker`, who says `quote`, if the quote before was chosen as `previous` says.
pub(crate) fn partner(
    field: &Field<'_>,
    quote: QuoteId,
    speaker: Option<NominalId>,
    previous: Option<Previous>,
) -> Option<NominalId> {
    let previous = previous.filter(|before| before.quote.next() == quote)?;
    let entity = |speaker: Option<NominalId>| speaker.and_then(|speaker| field.nominals[speaker].entity);
    let differ = match (entity(speaker), entity(previous.speaker)) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    };
    if answers(field, quote) || differ { previous.speaker } else { previous.partner }
}
