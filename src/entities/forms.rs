//! Which groups have a form that a name may be another form of, found by the words they share: the number of groups does
//! not matter.

use std::collections::BTreeSet;

use crate::entities::alias::{acronym_letters, ends, initials};
use crate::lexicon::{ByHash, exact_hash, extend, word_hash};

/// Of more groups than this that share a word, those introduced nearest are looked at, so many on each side of the name.
/// No article has so many people of one family; a list of members or voters may.
const NEAREST: usize = 48;

/// What two forms of a person's name share.
#[derive(Clone, Copy)]
enum Shared {
    /// All words.
    Whole = 1,
    /// The first and the last word.
    Outer,
    /// One word.
    Word,
    /// The first and the last letter of the last word, which may be spelled otherwise between them.
    Ends,
}

impl Shared {
    fn key(self, hash: u64) -> u64 {
        extend(self as u64, hash)
    }
}

fn whole(words: &[&str]) -> u64 {
    words.iter().fold(0, |hash, word| extend(hash, word_hash(word)))
}

/// Groups of persons, by what their forms share with others.
#[derive(Default)]
pub(super) struct PersonForms {
    /// What is shared, the name that introduced the group, the group.
    entries: BTreeSet<(u64, u32, u32)>,
}

impl PersonForms {
    /// Notes a form, given as plain words, of a group which name `introduced` began.
    pub(super) fn insert(&mut self, form: &[&str], introduced: usize, group: usize) {
        let mut add = |shared: Shared, hash| {
            self.entries.insert((shared.key(hash), introduced as u32, group as u32));
        };
        add(Shared::Whole, whole(form));
        if let [first, .., last] = form {
            add(Shared::Outer, whole(&[first, last]));
        }
        for word in form {
            add(Shared::Word, word_hash(word));
        }
        if let Some(ends) = form.last().and_then(|last| ends(last)) {
            add(Shared::Ends, ends);
        }
    }

    /// The groups with a form that shares a word with `name`, each once.
    pub(super) fn sharing_words(&self, name: &[&str], at: usize) -> Vec<usize> {
        let mut found = Vec::new();
        self.nearest(Shared::Whole, whole(name), at, &mut found);
        if let [first, .., last] = name {
            self.nearest(Shared::Outer, whole(&[first, last]), at, &mut found);
        }
        for word in name {
            self.nearest(Shared::Word, word_hash(word), at, &mut found);
        }
        once(found)
    }

    /// The groups with a form whose last word begins and ends like `word`, each once.
    pub(super) fn sharing_ends(&self, word: &str, at: usize) -> Vec<usize> {
        let mut found = Vec::new();
        if let Some(ends) = ends(word) {
            self.nearest(Shared::Ends, ends, at, &mut found);
        }
        once(found)
    }

    fn nearest(&self, shared: Shared, hash: u64, at: usize, found: &mut Vec<usize>) {
        let (key, at) = (shared.key(hash), at as u32);
        let before = self.entries.range((key, 0, 0)..(key, at, 0)).rev().take(NEAREST);
        let after = self.entries.range((key, at, 0)..=(key, u32::MAX, u32::MAX)).take(NEAREST);
        found.extend(before.chain(after).map(|entry| entry.2 as usize));
    }
}

fn once(mut groups: Vec<usize>) -> Vec<usize> {
    groups.sort_unstable();
    groups.dedup();
    groups
}

/// Groups of organizations, by the forms that their forms shorten or are shortened to; of several the first.
#[derive(Default)]
pub(super) struct OrganizationForms {
    /// By the letters of an acronym.
    acronyms: ByHash<usize>,
    /// By the initials of several words.
    spelled_out: ByHash<usize>,
    /// By all plain words.
    whole: ByHash<usize>,
    /// By the plain words before words such as "Inc" or "Group".
    shortened: ByHash<usize>,
}

/// A form of an organization's name.
pub(super) struct OrganizationForm<'a> {
    /// As written.
    pub(super) tokens: Vec<&'a str>,
    /// Plain words.
    pub(super) words: &'a [&'a str],
    /// How many tokens at the end are words such as "Inc" or "Group", all of them left out.
    pub(super) trailing: usize,
}

impl OrganizationForm<'_> {
    fn acronym(&self) -> Option<u64> {
        let [short] = *self.tokens else { return None };
        acronym_letters(short).map(|letters| exact_hash(&letters))
    }

    /// Hashes of the initials, small words left out and taken in.
    fn spelled_out(&self) -> Vec<u64> {
        if self.tokens.len() < 2 {
            return Vec::new();
        }
        [false, true].map(|all| exact_hash(&initials(&self.tokens, all))).into()
    }

    /// Hashes of the name without one, two and more of the words at its end.
    fn shortened(&self) -> impl Iterator<Item = u64> {
        (1..=self.trailing).filter_map(|rest| Some(whole(self.words.get(..self.words.len().checked_sub(rest)?)?)))
    }
}

impl OrganizationForms {
    /// Notes a form of a group.
    pub(super) fn insert(&mut self, form: &OrganizationForm<'_>, group: usize) {
        let first = |map: &mut ByHash<usize>, hash: u64| {
            let known = map.entry(hash).or_insert(group);
            *known = group.min(*known);
        };
        if let Some(letters) = form.acronym() {
            first(&mut self.acronyms, letters);
        }
        for initials in form.spelled_out() {
            first(&mut self.spelled_out, initials);
        }
        first(&mut self.whole, whole(form.words));
        for short in form.shortened() {
            first(&mut self.shortened, short);
        }
    }

    /// The first group with a form that `form` shortens or that shortens it.
    pub(super) fn find(&self, form: &OrganizationForm<'_>) -> Option<usize> {
        let long = form.acronym().and_then(|letters| self.spelled_out.get(&letters));
        let short = form.spelled_out().into_iter().filter_map(|initials| self.acronyms.get(&initials)).min();
        let longer = self.shortened.get(&whole(form.words));
        let shorter = form.shortened().filter_map(|words| self.whole.get(&words)).min();
        [long, short, longer, shorter].into_iter().flatten().min().copied()
    }
}
