//! Which articles the list shows, in which order. Pure.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::storage::{Listing, SessionId, SessionMeta};
use crate::text::InOrder as _;
use crate::ui::library::look::{Look, Sort};

/// Whether all of `words` stand in a text in small letters.
pub(crate) fn has_all(text: &str, words: &str) -> bool {
    words.split_whitespace().all(|word| text.contains(word))
}

/// The articles that are wanted: by their title, or by their text where `hits` says so. `compare` knows the alphabet.
pub(crate) fn shown<'a>(
    listing: &'a Listing,
    look: &Look,
    hits: &BTreeSet<SessionId>,
    compare: &dyn Fn(&str, &str) -> Ordering,
) -> Vec<&'a SessionMeta> {
    let words = look.words.to_lowercase();
    let has_tag = |meta: &SessionMeta| {
        look.tag.as_ref().is_none_or(|tag| listing.tags.get(&meta.id).is_some_and(|tags| tags.contains(tag)))
    };
    let wanted =
        |meta: &&SessionMeta| has_tag(meta) && (has_all(&meta.title.to_lowercase(), &words) || hits.contains(&meta.id));
    let mut shown: Vec<_> = listing.kept.iter().filter(wanted).collect();
    // What is the same in this is sorted by date, as the listing is.
    shown.order_by(|one, other| match look.sort {
        Sort::Date => Ordering::Equal,
        Sort::Title => compare(&one.title, &other.title),
        Sort::Words => other.words.cmp(&one.words),
        Sort::Open => other.open.cmp(&one.open),
    });
    shown
}

/// All tags of the articles that are not deleted, each with how many have it.
pub(crate) fn tags(listing: &Listing) -> BTreeMap<Arc<str>, usize> {
    let mut all = BTreeMap::new();
    for tag in listing.kept.iter().filter_map(|meta| listing.tags.get(&meta.id)).flatten() {
        *all.entry(Arc::clone(tag)).or_default() += 1;
    }
    all
}

/// Tags as a person types them: each once, without what surrounds it.
pub(crate) fn tags_in(typed: &str) -> Vec<Arc<str>> {
    let mut tags: Vec<Arc<str>> = Vec::new();
    for tag in typed.split([',', ';', '\n']).map(str::trim).filter(|tag| !tag.is_empty()) {
        if !tags.iter().any(|known| known.to_lowercase() == tag.to_lowercase()) {
            tags.push(tag.into());
        }
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing() -> Listing {
        let meta = |(title, words, open): (&str, u32, u32)| SessionMeta {
            id: SessionId(title.into()),
            title: title.into(),
            updated_ms: 0,
            words,
            mentions: 9,
            quotes: 0,
            open,
        };
        let kept = [("Lock", 10, 2), ("Bridge over the Lock", 30, 2), ("Ferry", 20, 5)].map(meta).into();
        let tags = BTreeMap::from([(SessionId("Ferry".into()), vec!["sea".into()])]);
        Listing { kept, tags, ..Listing::default() }
    }

    #[test]
    fn shows_what_is_wanted_in_the_order_that_is_wanted() {
        let (listing, hit) = (listing(), BTreeSet::from([SessionId("Ferry".into())]));
        let look = |words: &str, sort, tag: Option<&str>| {
            let tag = tag.map(Arc::from);
            Look { words: words.into(), tag, ..Look::sorted(sort) }
        };
        for (look, hits, wanted) in [
            (look("", Sort::Date, None), &BTreeSet::new(), "Lock, Bridge over the Lock, Ferry"),
            (look("", Sort::Title, None), &BTreeSet::new(), "Bridge over the Lock, Ferry, Lock"),
            (look("", Sort::Words, None), &BTreeSet::new(), "Bridge over the Lock, Ferry, Lock"),
            (look("", Sort::Open, None), &BTreeSet::new(), "Ferry, Lock, Bridge over the Lock"),
            (look("LOCK bridge", Sort::Date, None), &BTreeSet::new(), "Bridge over the Lock"),
            (look("lock", Sort::Date, None), &hit, "Lock, Bridge over the Lock, Ferry"),
            (look("", Sort::Date, Some("sea")), &BTreeSet::new(), "Ferry"),
        ] {
            let found = shown(&listing, &look, hits, &|one, other| one.cmp(other));
            let titles: Vec<&str> = found.iter().map(|meta| &*meta.title).collect();
            assert_eq!(titles.join(", "), wanted, "{look:?}");
        }
        assert_eq!(tags(&listing), BTreeMap::from([("sea".into(), 1)]));
    }

    #[test]
    fn tags_are_read_as_they_are_typed() {
        assert_eq!(tags_in(" city,  old town;City,, "), ["city".into(), Arc::from("old town")]);
    }
}
