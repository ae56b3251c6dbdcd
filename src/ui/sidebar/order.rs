//! In which order the lists stand, and quotes under those who say them.

use std::rc::Rc;

use crate::document::LabelId;
use crate::text::InOrder as _;
use crate::view::{EntityRow, QuoteRow, QuoteSpeaker};

/// In which order the rows of a list stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ListOrder {
    /// Those that are named most often first.
    #[default]
    Count,
    /// As the text names them.
    Place,
    /// By the alphabet.
    Name,
}

impl ListOrder {
    pub(crate) const ALL: [Self; 3] = [Self::Count, Self::Place, Self::Name];

    /// As it is kept.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Place => "place",
            Self::Name => "name",
        }
    }

    /// Of what was kept.
    pub(crate) fn of(name: &str) -> Self {
        Self::ALL.into_iter().find(|order| order.name() == name).unwrap_or_default()
    }
}

/// The rows of all lists in this order; they come with those that are named most often first.
pub(crate) fn ordered(
    lists: &[(LabelId, Rc<[Rc<EntityRow>]>)],
    order: ListOrder,
) -> Vec<(LabelId, Rc<[Rc<EntityRow>]>)> {
    let sorted = |rows: &Rc<[Rc<EntityRow>]>| -> Rc<[Rc<EntityRow>]> {
        let mut rows_now = rows.to_vec();
        match order {
            ListOrder::Count => return Rc::clone(rows),
            ListOrder::Place => rows_now.order_by_key(|row| row.first),
            ListOrder::Name => rows_now.sort_by_cached_key(|row| (row.name.to_lowercase(), row.first)),
        }
        rows_now.into()
    };
    lists.iter().map(|(label, rows)| (*label, sorted(rows))).collect()
}

/// A speaker with what is said, in reading order.
pub(crate) type Said = (QuoteSpeaker, Rc<[Rc<QuoteRow>]>);

/// Quotes under those who say them: who says most first, then words that name nobody, then quotes of nobody.
pub(crate) fn by_speaker(rows: &[Rc<QuoteRow>]) -> Vec<Said> {
    let mut groups: Vec<(QuoteSpeaker, Vec<Rc<QuoteRow>>)> = Vec::new();
    for row in rows {
        match groups.iter_mut().find(|(speaker, _)| *speaker == row.speaker) {
            Some((_, said)) => said.push(Rc::clone(row)),
            None => groups.push((row.speaker.clone(), vec![Rc::clone(row)])),
        }
    }
    let rank = |speaker: &QuoteSpeaker| match speaker {
        QuoteSpeaker::Known(..) => 0,
        QuoteSpeaker::Unnamed(_) => 1,
        QuoteSpeaker::Orphan | QuoteSpeaker::NotQuote => 2,
    };
    groups.order_by_key(|(speaker, said)| (rank(speaker), std::cmp::Reverse(said.len())));
    groups.into_iter().map(|(speaker, said)| (speaker, said.into())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{AnnotationId, EntityId, Review};
    use crate::text::TextSize;
    use crate::view::Signs;
    use crate::vocabulary::QuoteKind;

    fn row(name: &str, count: u32, first: u32) -> Rc<EntityRow> {
        Rc::new(EntityRow {
            id: Some(EntityId(first)),
            label: LabelId::PERSON,
            name: name.into(),
            mentions: (0..count).map(AnnotationId).collect(),
            quotes: [].into(),
            pending: 0,
            first: TextSize::new(first),
            signs: Signs::default(),
        })
    }

    #[test]
    fn lists_stand_by_count_by_place_or_by_name() {
        let lists = vec![(LabelId::PERSON, Rc::from([row("Cem", 3, 40), row("ana", 2, 90), row("Ben", 1, 7)]))];
        for (order, expected) in [
            (ListOrder::Count, ["Cem", "ana", "Ben"]),
            (ListOrder::Place, ["Ben", "Cem", "ana"]),
            (ListOrder::Name, ["ana", "Ben", "Cem"]),
        ] {
            let sorted = ordered(&lists, order);
            assert_eq!(sorted[0].1.iter().map(|row| &*row.name).collect::<Vec<_>>(), expected, "{order:?}");
            assert_eq!(ListOrder::of(order.name()), order);
        }
        assert_eq!(ListOrder::of("something older"), ListOrder::Count);
    }

    #[test]
    fn quotes_stand_under_those_who_say_them() {
        let quote = |id: u32, speaker: QuoteSpeaker| {
            let (id, text) = (AnnotationId(id), "words".into());
            Rc::new(QuoteRow {
                id,
                kind: QuoteKind::Direct,
                text,
                speaker,
                review: Review::Suggested,
                signs: Signs::default(),
            })
        };
        let known = |id: u32, name: &str| QuoteSpeaker::Known(EntityId(id), name.into());
        let rows = [
            quote(1, QuoteSpeaker::Orphan),
            quote(2, known(1, "Ana")),
            quote(3, QuoteSpeaker::Unnamed("officials".into())),
            quote(4, known(2, "Ben")),
            quote(5, known(2, "Ben")),
        ];
        let groups = by_speaker(&rows);
        let ids: Vec<Vec<u32>> = groups.iter().map(|(_, said)| said.iter().map(|row| row.id.0).collect()).collect();
        assert_eq!(ids, [vec![4, 5], vec![2], vec![3], vec![1]]);
    }
}
