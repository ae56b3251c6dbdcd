//! The person's own word list: what they corrected in one article is right from the start in the next.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::document::{Annotation, Document, LabelId, Origin, Review};

/// What the person decided about some words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordChoice {
    /// They name this.
    Name {
        /// PERSON, PLACE or ORGANIZATION; own labels are not remembered.
        label: LabelId,
        /// The canonical name of what they name.
        name: Arc<str>,
    },
    /// They name nothing.
    Never,
    /// A paragraph of these words alone is no part of an article.
    Aside,
}

/// Words, exactly as they stand in texts, with what the person decided about them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordList {
    entries: BTreeMap<Arc<str>, WordChoice>,
}

impl WordList {
    /// All entries, by words.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &WordChoice)> {
        self.entries.iter().map(|(words, choice)| (&**words, choice))
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What was decided about these words.
    pub fn get(&self, words: &str) -> Option<&WordChoice> {
        self.entries.get(words)
    }

    /// Decides about words; white space in them counts as single spaces.
    pub fn put(&mut self, words: &str, choice: WordChoice) {
        let words = crate::text::one_line(words);
        if words.contains(char::is_alphanumeric) {
            self.entries.insert(words, choice);
        }
    }

    /// Forgets words.
    pub fn forget(&mut self, words: &str) {
        self.entries.remove(words);
    }

    /// The lists of two tabs as one: `mine` was made from `base`, which `theirs` has replaced meanwhile. Where both
    /// changed the same words, `mine` holds.
    #[must_use]
    pub fn merged(base: &Self, mine: &Self, theirs: &Self) -> Self {
        let mut out = theirs.clone();
        for words in base.entries.keys().chain(mine.entries.keys()) {
            let (before, now) = (base.entries.get(words), mine.entries.get(words));
            if before != now {
                match now {
                    Some(choice) => out.entries.insert(Arc::clone(words), choice.clone()),
                    None => out.entries.remove(words),
                };
            }
        }
        out
    }

    /// This list with all of `other`, which holds where both have the same words; and how many entries are new or other.
    #[must_use]
    pub fn with(&self, other: &Self) -> (Self, usize) {
        let mut out = self.clone();
        let mut changed = 0;
        for (words, choice) in &other.entries {
            if out.entries.insert(Arc::clone(words), choice.clone()).as_ref() != Some(choice) {
                changed += 1;
            }
        }
        (out, changed)
    }

    /// Learns from a change of a document, undo and redo included: remembers the choices that are new in `after` and
    /// forgets those that only `before` had. What was forgotten or edited by hand stays so until the document's choice
    /// about these words changes again. `true` when the list changed.
    pub fn learn(&mut self, before: &Document, after: &Document) -> bool {
        let words = touched(before, after);
        if words.is_empty() {
            return false;
        }
        let (old, new) = (choices(before, &words), choices(after, &words));
        let mut changed = false;
        for (words, choice) in &new {
            if old.get(words) != Some(choice) && self.entries.get(words) != Some(choice) {
                self.entries.insert(Arc::clone(words), choice.clone());
                changed = true;
            }
        }
        for (words, choice) in &old {
            if !new.contains_key(words) && self.entries.get(words) == Some(choice) {
                self.entries.remove(words);
                changed = true;
            }
        }
        changed
    }
}

/// The words of which the choice may differ: those of mentions that differ, and of mentions that are not rejected whose
/// cluster differs. To rejected ones their cluster does not matter.
fn touched(before: &Document, after: &Document) -> BTreeSet<Arc<str>> {
    let mut out = BTreeSet::new();
    let mut add = |document: &Document, annotation: &Annotation| {
        if let Some(mention) = annotation.body.mention() {
            out.insert(crate::text::one_line(document.source().slice(mention.range)));
        }
    };
    for (_, old, new) in before.annotations.differences(&after.annotations) {
        for (document, annotation) in [(before, old), (after, new)] {
            if let Some(annotation) = annotation {
                add(document, annotation);
            }
        }
    }
    for (id, _, _) in before.entities.differences(&after.entities) {
        for document in [before, after] {
            document.mentions_of(id).into_iter().for_each(|mention| add(document, mention));
        }
    }
    out
}

/// What a document says of words: names that a person marked, relabeled, renamed or regrouped; and words of which every
/// mention was rejected. Words that name two things in one article say nothing.
fn choices(document: &Document, wanted: &BTreeSet<Arc<str>>) -> BTreeMap<Arc<str>, WordChoice> {
    let mut names: BTreeMap<Arc<str>, Option<WordChoice>> = BTreeMap::new();
    let (mut live, mut rejected) = (BTreeSet::new(), BTreeSet::new());
    let lengths: BTreeSet<usize> = wanted.iter().map(|words| words.len()).collect();
    let shortest = lengths.first().copied().unwrap_or_default();
    for annotation in document.annotations() {
        let Some(mention) = annotation.body.mention() else { continue };
        let raw = document.source().slice(mention.range);
        // Nearly all words are on one line as they stand, and nearly all are others: nothing is copied for these.
        let is_wanted = lengths.contains(&raw.len()) && wanted.contains(raw);
        if !is_wanted && (raw.len() < shortest || is_plain(raw)) {
            continue;
        }
        let words = crate::text::one_line(raw);
        if !wanted.contains(&words) {
            continue;
        }
        if annotation.review == Review::Rejected {
            rejected.insert(words);
            continue;
        }
        live.insert(Arc::clone(&words));
        let Some(entity) = mention.entity.and_then(|entity| document.entity(entity)) else { continue };
        if mention.label <= LabelId::ORGANIZATION && (annotation.origin == Origin::Person || entity.by_person) {
            let choice = Some(WordChoice::Name { label: mention.label, name: Arc::clone(&entity.name) });
            let known = names.entry(words).or_insert_with(|| choice.clone());
            if *known != choice {
                *known = None;
            }
        }
    }
    let never = rejected.into_iter().filter(|words| !live.contains(words)).map(|words| (words, WordChoice::Never));
    names.into_iter().filter_map(|(words, choice)| Some((words, choice?))).chain(never).collect()
}

/// Whether words stand on one line as they are, told by their bytes: what is not ASCII may hold other white space.
fn is_plain(words: &str) -> bool {
    let bytes = words.as_bytes();
    bytes.iter().all(|byte| byte.is_ascii_graphic() || *byte == b' ') && !bytes.windows(2).any(|two| two == b"  ")
}
