//! The rows of the side panel after a change: only those that it concerns are made anew.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::document::{Annotation, AnnotationId, Body, Document, EntityId, LabelId, Review};
use crate::document::{differing_annotations, differing_entities};
use crate::text::TextSize;
use crate::view::filter::{Filter, ReviewFilter};
use crate::view::lists::panels::{EntityRow, Group, Panels, QuoteRow, in_order, panels, place_of, quote_row, row_of};
use crate::vocabulary::QuoteKind;

/// The rows for `new`, of which those for `old` are `before`, with the same filter: equal to [`panels`], and sharing with
/// `before` every row and every list that is the same.
pub fn panels_after(before: &Panels, (old, new): (&Document, &Document), filter: &Filter) -> Panels {
    // A filter by words looks at names of clusters, and only the index of what is not rejected knows who belongs together.
    let looks_far = !filter.words.is_empty() || filter.review == ReviewFilter::Rejected;
    if looks_far || old.source() != new.source() || old.labels() != new.labels() {
        return panels(new, filter).sharing(before);
    }
    // What concerns so many is made anew as a whole.
    let concerned = Concerned::of((old, new), filter);
    let Some(concerned) = concerned.filter(|all| all.clusters.len() + all.quotes.len() <= MANY) else {
        return panels(new, filter).sharing(before);
    };
    let mut out = before.clone();
    concerned.count(&mut out, (old, new), filter);
    for (label, rows) in &mut out.entities {
        *rows = entity_rows(*label, rows, &concerned, new, filter);
    }
    out.quotes = quote_rows(&before.quotes, &concerned, new, filter, |kind| kind != QuoteKind::NotQuote);
    out.not_quotes = quote_rows(&before.not_quotes, &concerned, new, filter, |kind| kind == QuoteKind::NotQuote);
    out
}

/// What is concerned is looked up one by one: of more than this, that would be dearer than to begin anew.
const MANY: usize = 300;

/// What a change concerns.
struct Concerned<'a> {
    /// The annotations that differ, as they were and as they are.
    annotations: Vec<(AnnotationId, Option<&'a Annotation>, Option<&'a Annotation>)>,
    /// Clusters whose rows may differ.
    clusters: BTreeSet<EntityId>,
    /// Names without a cluster, with what is new among them.
    names: BTreeMap<(LabelId, &'a str), Vec<AnnotationId>>,
    /// Quotes whose rows may differ.
    quotes: BTreeSet<AnnotationId>,
}

impl<'a> Concerned<'a> {
    /// None when it is very much, as after an analysis.
    fn of((old, new): (&'a Document, &'a Document), filter: &Filter) -> Option<Self> {
        let differing = differing_annotations(old, new);
        if differing.len() > MANY {
            return None;
        }
        let mut out = Self {
            annotations: Vec::new(),
            clusters: BTreeSet::new(),
            names: BTreeMap::new(),
            quotes: BTreeSet::new(),
        };
        for (id, before, after) in differing {
            let (before, after) = (before.map(|one| &**one), after.map(|one| &**one));
            for (document, annotation) in [(old, before), (new, after)] {
                let Some(annotation) = annotation.filter(|annotation| filter.shows(document, annotation)) else {
                    continue;
                };
                match &annotation.body {
                    Body::Mention(mention) => match row_of(document, mention) {
                        (_, Some(cluster), _) => drop(out.clusters.insert(cluster)),
                        (label, None, name) => out.names.entry((label, name)).or_default().push(id),
                    },
                    Body::Quote(quote) => {
                        out.quotes.insert(id);
                        out.clusters.extend(quote.entity);
                    }
                }
            }
            out.annotations.push((id, before, after));
        }
        for id in differing_entities(old, new).into_iter().filter(|&id| old.entity(id) != new.entity(id)) {
            out.clusters.insert(id);
            let tied = [old, new].into_iter().flat_map(|document| document.quotes_of(id));
            out.quotes.extend(tied.map(|quote| quote.id));
        }
        Some(out)
    }

    /// Brings the numbers up to date.
    fn count(&self, panels: &mut Panels, (old, new): (&Document, &Document), filter: &Filter) {
        let shown = |document: &Document, annotation: Option<&Annotation>| {
            let shown = annotation.filter(|annotation| filter.shows(document, annotation));
            (usize::from(shown.is_some()), usize::from(shown.is_some_and(|one| one.review == Review::Suggested)))
        };
        for (_, before, after) in &self.annotations {
            let (was, is) = (shown(old, *before), shown(new, *after));
            panels.shown = panels.shown + is.0 - was.0;
            panels.suggested = panels.suggested + is.1 - was.1;
        }
    }
}

/// The rows of one label.
fn entity_rows(
    label: LabelId,
    before: &Rc<[Rc<EntityRow>]>,
    concerned: &Concerned,
    document: &Document,
    filter: &Filter,
) -> Rc<[Rc<EntityRow>]> {
    let is_concerned = |row: &EntityRow| match row.id {
        Some(id) => concerned.clusters.contains(&id),
        None => concerned.names.contains_key(&(label, &*row.name)),
    };
    let shown = |annotation: &&Annotation| {
        let is_here = annotation.body.mention().is_some_and(|mention| mention.label == label);
        is_here && filter.shows(document, annotation)
    };
    let row = |id: Option<EntityId>, name: &str, mentions: &mut dyn Iterator<Item = &Annotation>| {
        let mut group = Group::default();
        mentions.filter(shown).for_each(|mention| group.add(mention));
        let said = id.map(|id| document.quotes_of(id)).unwrap_or_default().into_iter();
        let said = said.filter(|quote| filter.shows(document, quote));
        let said = in_order(said.map(|quote| (quote.body.span().start(), quote.id)).collect());
        group.row((label, id), name, said)
    };
    let of_cluster = |&id: &EntityId| {
        let name = &document.entity(id)?.name;
        row(Some(id), name, &mut document.mentions_of(id).into_iter().map(|one| &**one))
    };
    let of_name = |((_, name), new): (&(LabelId, &str), &Vec<AnnotationId>)| {
        let same = before.iter().find(|row| row.id.is_none() && *row.name == **name);
        let ids: BTreeSet<_> = same.into_iter().flat_map(|row| &*row.mentions).chain(new).copied().collect();
        let annotations = ids.into_iter().filter_map(|id| document.annotation(id)).map(|one| &**one);
        let is_same = |annotation: &&Annotation| {
            annotation.body.mention().is_some_and(|mention| row_of(document, mention) == (label, None, *name))
        };
        row(None, name, &mut annotations.filter(is_same))
    };
    let names = concerned.names.iter().filter(|((of, _), _)| *of == label).filter_map(of_name);
    let new: Vec<_> = concerned.clusters.iter().filter_map(of_cluster).chain(names).collect();
    replaced(before, new, |row| is_concerned(row), |one, two| place_of(one) < place_of(two))
}

/// The rows of quotes of some kinds.
fn quote_rows(
    before: &Rc<[Rc<QuoteRow>]>,
    concerned: &Concerned,
    document: &Document,
    filter: &Filter,
    is_kind: impl Fn(QuoteKind) -> bool,
) -> Rc<[Rc<QuoteRow>]> {
    let row = |&id: &AnnotationId| {
        let annotation = document.annotation(id).filter(|annotation| filter.shows(document, annotation))?;
        let quote = annotation.body.quote().filter(|quote| is_kind(quote.kind))?;
        Some(Rc::new(quote_row(document, annotation, quote)))
    };
    let place = |row: &QuoteRow| -> Option<(TextSize, AnnotationId)> {
        document.annotation(row.id).map(|annotation| (annotation.body.span().start(), row.id))
    };
    let new = concerned.quotes.iter().filter_map(row).collect();
    replaced(before, new, |row| concerned.quotes.contains(&row.id), |one, two| place(one) < place(two))
}

/// A list in order without the rows that `goes` names, with `new` ones in their places. What is the same is shared.
fn replaced<T: PartialEq>(
    before: &Rc<[Rc<T>]>,
    new: Vec<Rc<T>>,
    goes: impl Fn(&T) -> bool,
    stands_before: impl Fn(&T, &T) -> bool,
) -> Rc<[Rc<T>]> {
    let (gone, mut rows): (Vec<_>, Vec<_>) = before.iter().map(Rc::clone).partition(|row| goes(row));
    if gone.is_empty() && new.is_empty() {
        return Rc::clone(before);
    }
    for row in new {
        let row = gone.iter().find(|old| **old == row).map_or(row, Rc::clone);
        let at = rows.partition_point(|other| stands_before(other, &row));
        rows.insert(at, row);
    }
    let same = rows.len() == before.len() && rows.iter().zip(&**before).all(|(row, old)| Rc::ptr_eq(row, old));
    if same { Rc::clone(before) } else { rows.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Command, Session};
    use crate::text::Source;
    use crate::view::edits_tests::{Choices, TEXT, command};
    use crate::view::lists::queue::progress;

    #[test]
    fn rows_after_a_change_are_those_from_nothing_and_share_the_rest() {
        for seed in 0..60 {
            let mut choices = Choices(seed);
            let filter = Filter {
                hide_quotes: choices.below(6) == 0,
                review: [ReviewFilter::All, ReviewFilter::All, ReviewFilter::Accepted, ReviewFilter::Rejected]
                    [choices.below(4)],
                words: ["", "", "", "ana"][choices.below(4)].into(),
                ..Filter::default()
            };
            let mut session = Session::new(Document::new(Source::new(TEXT)));
            let (mut rows, mut done) = (panels(session.document(), &filter), progress(session.document()));
            for step in 0..60 {
                let before = session.document().clone();
                match choices.below(9) {
                    0 => drop(session.undo()),
                    1 => drop(session.redo()),
                    2 => drop(session.run(review(&mut choices, &before))),
                    _ => drop(session.run(command(&mut choices, &before))),
                }
                let document = session.document();
                let (next, fresh) = (panels_after(&rows, (&before, document), &filter), panels(document, &filter));
                assert_eq!(next, fresh, "seed {seed}, step {step}");
                for ((_, old), (_, new)) in rows.entities.iter().zip(&next.entities) {
                    assert_eq!(Rc::ptr_eq(old, new), old == new, "equal lists are shared, seed {seed}, step {step}");
                    let kept = new.iter().filter(|row| old.contains(row));
                    assert!(kept.into_iter().all(|row| old.iter().any(|one| Rc::ptr_eq(one, row))), "seed {seed}");
                }
                assert_eq!(Rc::ptr_eq(&rows.quotes, &next.quotes), rows.quotes == next.quotes, "seed {seed}");
                done = done.after(&before, document);
                assert_eq!(done, progress(document), "seed {seed}, step {step}");
                rows = next;
            }
        }
    }

    fn review(choices: &mut Choices, document: &Document) -> Command {
        let ids: Vec<_> = document.annotations().map(|annotation| annotation.id).collect();
        let id = ids.get(choices.below(ids.len().max(1))).copied().unwrap_or(AnnotationId(0));
        if choices.below(2) == 0 { Command::Accept(vec![id]) } else { Command::Remove(vec![id]) }
    }
}
