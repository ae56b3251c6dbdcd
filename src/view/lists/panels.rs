//! Rows of the side panel.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::document::{Annotation, AnnotationId, Body, Document, EntityId, LabelId, MentionBody, QuoteBody, Review};
use crate::text::{InOrder as _, TextRange, TextSize};
use crate::view::filter::Filter;
use crate::view::signs::Signs;
use crate::vocabulary::QuoteKind;

/// One person, place or organization (or a name that belongs to no cluster).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityRow {
    /// The cluster; none for a name that stands alone.
    pub id: Option<EntityId>,
    /// What it is.
    pub label: LabelId,
    /// Canonical name.
    pub name: Rc<str>,
    /// Its mentions in reading order.
    pub mentions: Rc<[AnnotationId]>,
    /// Its quotes in reading order, not-quotes left out.
    pub quotes: Rc<[AnnotationId]>,
    /// Mentions that nobody reviewed yet.
    pub pending: usize,
    /// What the person said of its mentions.
    pub signs: Signs,
    /// Where it is named first.
    pub first: TextSize,
}

/// Who says a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuoteSpeaker {
    /// A cluster.
    Known(EntityId, Rc<str>),
    /// Words in the text that resolve to nobody ("officials").
    Unnamed(Rc<str>),
    /// Nobody is tied to the words.
    Orphan,
    /// Nobody's words.
    NotQuote,
}

/// One quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteRow {
    /// The quote.
    pub id: AnnotationId,
    /// Its kind.
    pub kind: QuoteKind,
    /// Its first words.
    pub text: Rc<str>,
    /// Who says it.
    pub speaker: QuoteSpeaker,
    /// What the person decided.
    pub review: Review,
    /// What the person said of it.
    pub signs: Signs,
}

/// All rows of the side panel. Equal panels draw the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Panels {
    /// For each label its rows: most mentions first, then first mentioned first.
    pub entities: Vec<(LabelId, Rc<[Rc<EntityRow>]>)>,
    /// In reading order.
    pub quotes: Rc<[Rc<QuoteRow>]>,
    /// Words in quotation marks that nobody says, in reading order.
    pub not_quotes: Rc<[Rc<QuoteRow>]>,
    /// Annotations that are shown.
    pub shown: usize,
    /// Of those, suggestions nobody decided yet.
    pub suggested: usize,
}

impl Panels {
    /// The same rows, sharing with an earlier state every row and every list that is the same there, so that comparing
    /// them takes no time.
    #[must_use]
    pub fn sharing(mut self, before: &Self) -> Self {
        for (label, rows) in &mut self.entities {
            if let Some((_, old)) = before.entities.iter().find(|(other, _)| other == label) {
                *rows = shared(rows, old, |row| (row.id, row.mentions.first().copied()));
            }
        }
        self.quotes = shared(&self.quotes, &before.quotes, |row| row.id);
        self.not_quotes = shared(&self.not_quotes, &before.not_quotes, |row| row.id);
        self
    }
}

fn shared<T: Eq, K: Ord>(rows: &Rc<[Rc<T>]>, before: &Rc<[Rc<T>]>, key: impl Fn(&T) -> K) -> Rc<[Rc<T>]> {
    // Mostly the same rows stand in the same places.
    if rows == before {
        return Rc::clone(before);
    }
    let old: BTreeMap<K, &Rc<T>> = before.iter().map(|row| (key(row), row)).collect();
    rows.iter().map(|row| old.get(&key(row)).filter(|old| **old == row).map_or(row, |old| old)).map(Rc::clone).collect()
}

/// The longest text of a quote row, in characters.
const EXCERPT: usize = 110;

/// The mentions of a row, as they are gathered.
#[derive(Default)]
pub(crate) struct Group {
    mentions: Vec<(TextSize, AnnotationId)>,
    pending: usize,
    signs: Signs,
}

impl Group {
    pub(crate) fn add(&mut self, mention: &Annotation) {
        self.mentions.push((mention.body.span().start(), mention.id));
        self.pending += usize::from(mention.review == Review::Suggested);
        self.signs = self.signs.and(Signs::of(mention));
    }

    /// The row of all that were gathered; none without a mention.
    pub(crate) fn row(
        mut self,
        (label, id): (LabelId, Option<EntityId>),
        name: &str,
        quotes: Rc<[AnnotationId]>,
    ) -> Option<Rc<EntityRow>> {
        self.mentions.order();
        let first = self.mentions.first()?.0;
        let mentions = self.mentions.into_iter().map(|(_, id)| id).collect();
        let (pending, signs) = (self.pending, self.signs);
        Some(Rc::new(EntityRow { id, label, name: name.into(), mentions, quotes, pending, signs, first }))
    }
}

/// In which order the rows of a label stand: most mentions first, then first mentioned first.
pub(crate) fn place_of(row: &EntityRow) -> (std::cmp::Reverse<usize>, TextSize, Option<EntityId>, &str) {
    (std::cmp::Reverse(row.mentions.len()), row.first, row.id, &row.name)
}

/// What a mention belongs to: the row of its label, cluster and name.
pub(crate) fn row_of<'a>(document: &'a Document, mention: &MentionBody) -> (LabelId, Option<EntityId>, &'a str) {
    let cluster = mention.entity.and_then(|id| document.entity(id));
    let name = cluster.map_or_else(|| document.source().slice(mention.range), |entity| &entity.name);
    (mention.label, cluster.map(|entity| entity.id), name)
}

/// The rows for `document`.
pub fn panels(document: &Document, filter: &Filter) -> Panels {
    let mut out = Panels::default();
    let mut groups: BTreeMap<(LabelId, Option<EntityId>, &str), Group> = BTreeMap::new();
    let mut said: BTreeMap<EntityId, Vec<(TextSize, AnnotationId)>> = BTreeMap::new();
    let mut quotes = Vec::new();
    for annotation in document.annotations().filter(|annotation| filter.shows(document, annotation)) {
        out.shown += 1;
        out.suggested += usize::from(annotation.review == Review::Suggested);
        let start = annotation.body.span().start();
        match &annotation.body {
            Body::Mention(mention) => groups.entry(row_of(document, mention)).or_default().add(annotation),
            Body::Quote(quote) => {
                let row = quote_row(document, annotation, quote);
                if let QuoteSpeaker::Known(person, _) = row.speaker {
                    said.entry(person).or_default().push((start, annotation.id));
                }
                quotes.push((start, Rc::new(row)));
            }
        }
    }
    let said: BTreeMap<EntityId, Rc<[AnnotationId]>> =
        said.into_iter().map(|(id, list)| (id, in_order(list))).collect();
    let mut by_label: BTreeMap<LabelId, Vec<Rc<EntityRow>>> = BTreeMap::new();
    by_label.extend((0..document.labels().len()).map(|index| (LabelId::at(index), Vec::new())));
    for ((label, id, name), group) in groups {
        let quotes = id.and_then(|id| said.get(&id)).map_or_else(|| Rc::from([]), Rc::clone);
        by_label.entry(label).or_default().extend(group.row((label, id), name, quotes));
    }
    for (label, mut rows) in by_label {
        rows.order_by(|one, two| place_of(one).cmp(&place_of(two)));
        out.entities.push((label, rows.into()));
    }
    quotes.order_by_key(|(start, row)| (*start, row.id));
    let (not_quotes, quotes): (Vec<_>, Vec<_>) =
        quotes.into_iter().map(|(_, row)| row).partition(|row| row.kind == QuoteKind::NotQuote);
    (out.quotes, out.not_quotes) = (quotes.into(), not_quotes.into());
    out
}

/// In reading order.
pub(crate) fn in_order(mut list: Vec<(TextSize, AnnotationId)>) -> Rc<[AnnotationId]> {
    list.order();
    list.into_iter().map(|(_, id)| id).collect()
}

pub(crate) fn quote_row(document: &Document, annotation: &Annotation, quote: &QuoteBody) -> QuoteRow {
    let speaker = match (quote.kind, quote.entity.and_then(|id| document.entity(id)), quote.speaker) {
        (QuoteKind::NotQuote, _, _) => QuoteSpeaker::NotQuote,
        (_, Some(person), _) => QuoteSpeaker::Known(person.id, Rc::from(&*person.name)),
        (_, None, Some(words)) => QuoteSpeaker::Unnamed(document.source().slice(words).into()),
        (_, None, None) => QuoteSpeaker::Orphan,
    };
    QuoteRow {
        id: annotation.id,
        kind: quote.kind,
        text: excerpt_of(quote.parts.iter().map(|&part| document.source().slice(part)), EXCERPT),
        speaker,
        review: annotation.review,
        signs: Signs::of(annotation),
    }
}

/// Some words of the text with a little of what stands around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surroundings {
    /// Before the words, with an ellipsis where something is left out.
    pub before: Rc<str>,
    /// The words.
    pub words: Rc<str>,
    /// Behind the words.
    pub after: Rc<str>,
}

/// Characters of surroundings on each side.
const AROUND: usize = 26;

/// An annotation in its paragraph; `None` when it is gone.
pub fn surroundings(document: &Document, id: AnnotationId) -> Option<Surroundings> {
    let span = document.annotation(id)?.body.span();
    let source = document.source();
    let bounds = source.paragraphs()[source.paragraph_at(span.start())?];
    let head = source.slice(TextRange::new(bounds.start().min(span.start()), span.start()));
    let tail = source.slice(TextRange::new(span.end(), bounds.end().max(span.end())));
    let cut = head.char_indices().rev().nth(AROUND).map_or(0, |(at, character)| at + character.len_utf8());
    let from = if cut == 0 { 0 } else { head[cut..].find(' ').map_or(cut, |at| cut + at) };
    let before = format!("{}{}", if from == 0 { "" } else { "\u{2026}" }, &head[from..]);
    Some(Surroundings {
        before: before.into(),
        words: excerpt(source.slice(span), EXCERPT),
        after: excerpt(tail, AROUND),
    })
}

/// The first `limit` characters of `text`, cut at a word where there is one, with an ellipsis where something is left out.
pub(crate) fn excerpt(text: &str, limit: usize) -> Rc<str> {
    let (end, _) = head(text, limit);
    if end == text.len() {
        return text.into();
    }
    let cut = text[..end].rfind(' ').filter(|&at| at > end / 2).unwrap_or(end);
    format!("{}\u{2026}", text[..cut].trim_end()).into()
}

/// The first `limit` characters of `text`, as far as there are so many: their bytes and their number. A plain loop over
/// bytes, because it runs for every quote of an article at every step.
fn head(text: &str, limit: usize) -> (usize, usize) {
    let mut count = 0;
    for (at, byte) in text.bytes().enumerate() {
        let begins_character = byte & 0xC0 != 0x80;
        if begins_character {
            if count == limit {
                return (at, count);
            }
            count += 1;
        }
    }
    (text.len(), count)
}

/// [`excerpt`] of parts with an ellipsis between them, of which no more is looked at than is shown.
fn excerpt_of<'a>(parts: impl Iterator<Item = &'a str>, limit: usize) -> Rc<str> {
    let mut words = String::new();
    // One more than fits tells that something is left out.
    let mut room = limit + 1;
    for part in parts {
        for piece in [if words.is_empty() { "" } else { " \u{2026} " }, part] {
            let (end, count) = head(piece, room);
            words.push_str(&piece[..end]);
            room -= count;
        }
        if room == 0 {
            break;
        }
    }
    excerpt(&words, limit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Command, Session};
    use crate::text::Source;

    #[test]
    fn surroundings_end_at_words_and_at_the_paragraph() {
        let text =
            "A first line.\n\nIn the long winter of that year Ana Díaz went to see her mother in the hills.\n\nAna.";
        let mut session = Session::new(Document::new(Source::new(text)));
        let mut mark = |words: &str, n: usize| {
            let (at, _) = text.match_indices(words).nth(n).unwrap();
            let range = TextRange::at(at as u32, (at + words.len()) as u32);
            let command = Command::AddMentions { ranges: vec![range], label: LabelId::PERSON, entity: None };
            session.run(command).unwrap().select.unwrap()
        };
        let (long, short) = (mark("Ana Díaz", 0), mark("Ana", 1));
        let shown = |id| {
            let around = surroundings(session.document(), id).unwrap();
            format!("{}[{}]{}", around.before, around.words, around.after)
        };
        assert_eq!(shown(long), "\u{2026} long winter of that year [Ana Díaz] went to see her mother\u{2026}");
        assert_eq!(shown(short), "[Ana].");
    }

    #[test]
    fn an_excerpt_of_parts_is_one_of_the_whole() {
        let parts = ["ÄÖÜ äöü", "some words", "and some more of them", "the end"];
        for n in 0..parts.len() {
            for limit in 1..60 {
                let whole = parts[..n].join(" \u{2026} ");
                assert_eq!(excerpt_of(parts[..n].iter().copied(), limit), excerpt(&whole, limit), "{n} {limit}");
            }
        }
    }

    #[test]
    fn what_is_the_same_is_shared_with_the_state_before() {
        let text = "Ana met Ben in Lyon. “Yes,” said Ana. “No,” said Ben.";
        let mut session = Session::new(Document::new(Source::new(text)));
        let at = |words: &str| {
            let start = text.find(words).unwrap();
            TextRange::at(start as u32, (start + words.len()) as u32)
        };
        let mark = |words, label| Command::AddMentions { ranges: vec![at(words)], label, entity: None };
        session.run(mark("Ana", LabelId::PERSON)).unwrap();
        session.run(mark("Ben", LabelId::PERSON)).unwrap();
        session.run(mark("Lyon", LabelId::PLACE)).unwrap();
        session.run(Command::AddQuote { parts: vec![at("“Yes,”")], kind: QuoteKind::Direct }).unwrap();
        let before = panels(session.document(), &Filter::default());
        session.run(Command::AddQuote { parts: vec![at("“No,”")], kind: QuoteKind::Direct }).unwrap();
        let fresh = panels(session.document(), &Filter::default());
        let after = fresh.clone().sharing(&before);
        assert_eq!(after, fresh);
        for ((_, old), (_, new)) in before.entities.iter().zip(&after.entities) {
            assert!(Rc::ptr_eq(old, new));
        }
        assert!(Rc::ptr_eq(&before.quotes[0], &after.quotes[0]));
        assert_eq!(after.quotes.len(), 2);
    }

    #[test]
    fn what_nobody_says_is_no_quote_in_lists_and_counts() {
        let text = "Ana liked the “fresh” air. “Yes,” said Ana.";
        let mut session = Session::new(Document::new(Source::new(text)));
        let at = |words: &str| {
            let start = text.find(words).unwrap();
            TextRange::at(start as u32, (start + words.len()) as u32)
        };
        let ranges = vec![at("Ana")];
        session.run(Command::AddMentions { ranges, label: LabelId::PERSON, entity: None }).unwrap();
        let ana = session.document().entities().next().unwrap().id;
        let mut quote = |words, kind| {
            let id = session.run(Command::AddQuote { parts: vec![at(words)], kind }).unwrap().select.unwrap();
            session.run(Command::SetSpeaker { id, entity: Some(ana), mention: None }).unwrap();
            id
        };
        let (scare, said) = (quote("“fresh”", QuoteKind::NotQuote), quote("“Yes,”", QuoteKind::Direct));
        let document = session.document();
        let rows = panels(document, &Filter::default());
        let ids = |rows: &[Rc<QuoteRow>]| rows.iter().map(|row| row.id).collect::<Vec<_>>();
        assert_eq!((ids(&rows.quotes), ids(&rows.not_quotes)), (vec![said], vec![scare]));
        assert_eq!(*rows.entities[0].1[0].quotes, [said]);
        assert_eq!((document.counts_of(ana).quotes, document.quotes_of(ana).len()), (1, 1));
        let counts = crate::document::Counts::of(document);
        assert_eq!((counts.quotes, counts.not_quotes), (1, 1));
    }

    #[test]
    fn an_excerpt_ends_at_a_word() {
        assert_eq!(&*excerpt("short", 10), "short");
        assert_eq!(&*excerpt("some longer words", 13), "some longer\u{2026}");
        assert_eq!(&*excerpt("ÄÖÜÄÖÜÄÖÜ", 3), "ÄÖÜ\u{2026}");
    }
}
