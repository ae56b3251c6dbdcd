//! What a format cannot hold, counted for this document: said before the download, not found out after it.

use std::collections::BTreeSet;

use super::excerpts::{live_mentions, live_quotes};
use super::{Export, conll};
use crate::document::Document;

/// Something of the document that is not in the file, and how many of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Loss {
    /// Rejected suggestions.
    Rejected(usize),
    /// Names.
    Mentions(usize),
    /// Quotes.
    Quotes(usize),
    /// Words in quotation marks that nobody says.
    NotQuotes(usize),
    /// Speakers of quotes.
    Speakers(usize),
    /// Names or quotes that overlap a longer one.
    Overlapping(usize),
    /// Which mentions are the same person, place or organization; the number of those with several mentions.
    Clusters(usize),
    /// Notes and states of fact checking.
    Notes(usize),
    /// Why and how surely the engine found something.
    Evidence(usize),
    /// The text of the article.
    Text,
    /// The positions in the text.
    Positions,
}

/// What `export` leaves out of this document; empty when nothing.
pub fn losses(export: Export, document: &Document) -> Vec<Loss> {
    let (mentions, quotes) = (live_mentions(document), live_quotes(document));
    let live = || document.annotations().filter(|annotation| annotation.is_live());
    let rejected = Loss::Rejected(document.annotations().count() - live().count());
    let speakers =
        Loss::Speakers(quotes.iter().filter(|(_, quote)| quote.entity.is_some() || quote.speaker.is_some()).count());
    let mention_notes = Loss::Notes(mentions.iter().filter(|(annotation, _)| annotation.has_word()).count());
    let quote_notes = Loss::Notes(quotes.iter().filter(|(annotation, _)| annotation.has_word()).count());
    let notes = Loss::Notes(live().filter(|annotation| annotation.has_word()).count());
    let evidence = Loss::Evidence(live().filter(|annotation| !annotation.evidence.is_empty()).count());
    let clusters =
        Loss::Clusters(document.entities().filter(|entity| document.counts_of(entity.id).mentions > 1).count());
    let said = quotes.iter().filter(|(annotation, _)| annotation.body.is_said()).count();
    let (names, words, unsaid) =
        (Loss::Mentions(mentions.len()), Loss::Quotes(said), Loss::NotQuotes(quotes.len() - said));
    let found: Vec<Loss> = match export {
        Export::Json => vec![],
        Export::W3c => vec![rejected, evidence],
        Export::MentionsCsv => vec![rejected, Loss::Text, words, unsaid, quote_notes, evidence],
        Export::QuotesCsv => vec![rejected, Loss::Text, names, mention_notes, evidence],
        Export::SourcesCsv => vec![rejected, Loss::Text, Loss::Positions, notes, evidence],
        Export::Report => vec![rejected, Loss::Text, Loss::Positions, unsaid, evidence],
        Export::Page => vec![rejected, Loss::Positions, evidence],
        Export::ConllNames => {
            let columns = conll::columns_of_names(document);
            vec![rejected, Loss::Overlapping(columns.dropped), words, unsaid, speakers, clusters, notes, evidence]
        }
        Export::ConllQuotes => {
            let columns = conll::columns_of_quotes(document);
            vec![rejected, Loss::Overlapping(columns.dropped), names, speakers, notes, evidence]
        }
    };
    let none: BTreeSet<Loss> = [
        Loss::Rejected(0),
        Loss::Mentions(0),
        Loss::Quotes(0),
        Loss::NotQuotes(0),
        Loss::Speakers(0),
        Loss::Overlapping(0),
        Loss::Clusters(0),
        Loss::Notes(0),
        Loss::Evidence(0),
    ]
    .into();
    found.into_iter().filter(|loss| !none.contains(loss)).collect()
}
