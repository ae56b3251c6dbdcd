//! What every export takes from a document.

use crate::document::{Annotation, Document, MentionBody, QuoteBody};

/// Mentions that are not rejected, in reading order.
pub(super) fn live_mentions(document: &Document) -> Vec<(&Annotation, &MentionBody)> {
    let all = document.in_reading_order().into_iter();
    all.filter_map(|annotation| annotation.body.mention().map(|mention| (&**annotation, mention))).collect()
}

/// Quotes that are not rejected, in reading order.
pub(super) fn live_quotes(document: &Document) -> Vec<(&Annotation, &QuoteBody)> {
    let all = document.in_reading_order().into_iter();
    all.filter_map(|annotation| annotation.body.quote().map(|quote| (&**annotation, quote))).collect()
}

/// The name of who said a quote: of the cluster, else the words at the quote, else nothing.
pub(super) fn speaker_name<'a>(document: &'a Document, quote: &QuoteBody) -> &'a str {
    match (quote.entity.and_then(|error| document.entity(error)), quote.speaker) {
        (Some(entity), _) => &entity.name,
        (None, Some(words)) => document.source().slice(words),
        (None, None) => "",
    }
}

/// The words of a quote, its parts joined by an ellipsis.
pub(super) fn quote_words(document: &Document, quote: &QuoteBody) -> String {
    let parts =
        quote.parts.iter().map(|&part| document.source().slice(part).split_whitespace().collect::<Vec<_>>().join(" "));
    parts.collect::<Vec<_>>().join(" … ")
}
