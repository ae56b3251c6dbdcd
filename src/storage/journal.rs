//! Writes that are under way, noted where a page that is being left can note them at once.
//!
//! A browser may let go of writes that wait behind another one when their page goes. The next start compares what was
//! noted with what the database has: what is missing at its end is put behind it, unless something else was written
//! since. Pure; `ui::services::saving::notes` keeps them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Loaded, SessionId, Stored};
use crate::formats::journal::Write;

/// What is under way, article by article, oldest first.
#[derive(Clone, Debug, Default)]
pub struct Journal(BTreeMap<SessionId, Vec<Write>>);

impl Journal {
    /// A write was handed to the database.
    pub fn began(&mut self, id: &SessionId, version: u32, stored: &Stored) {
        let (whole, text) = match stored {
            Stored::Whole(text) => (true, Arc::clone(text)),
            Stored::Change(text) => (false, Arc::clone(text)),
        };
        self.0.entry(id.clone()).or_default().push(Write { version, whole, text });
    }

    /// A write came, or was refused. Whether nothing of the article is under way any more.
    pub fn ended(&mut self, id: &SessionId, version: u32) -> bool {
        let Some(writes) = self.0.get_mut(id) else { return true };
        writes.retain(|write| write.version != version);
        let is_over = writes.is_empty();
        if is_over {
            self.0.remove(id);
        }
        is_over
    }

    /// What is under way, of each article.
    pub fn under_way(&self) -> impl Iterator<Item = (&SessionId, &[Write])> {
        self.0.iter().map(|(id, writes)| (id, writes.as_slice()))
    }
}

/// The whole and the changes of an article together with what was noted and is `missing`: the database has it up to
/// `version` (0 when it never had it), as it is `there`. `None` when nothing is missing, or does not fit what is there.
pub fn with_missing(writes: &[Write], version: u32, there: Option<&Loaded>) -> Option<(Arc<str>, Vec<Arc<str>>)> {
    let came = writes.partition_point(|write| write.version <= version);
    let (came, missing) = writes.split_at(came);
    let follow_each_other = writes.windows(2).all(|pair| pair[1].version == pair[0].version + 1);
    if missing.first()?.version != version + 1 || !follow_each_other {
        return None;
    }
    let (mut whole, mut changes) = match there {
        Some(there) => {
            let last = there.changes.last().unwrap_or(&there.whole);
            // Another tab may have had the same version to write.
            if came.last().is_some_and(|write| write.text != *last) || there.odd > 0 || there.altered {
                return None;
            }
            (Some(Arc::clone(&there.whole)), there.changes.clone())
        }
        None if version == 0 => (None, Vec::new()),
        // It was there, and was deleted.
        None => return None,
    };
    for write in missing {
        if write.whole {
            whole = Some(Arc::clone(&write.text));
            changes.clear();
        } else {
            changes.push(Arc::clone(&write.text));
        }
    }
    Some((whole?, changes))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `1 W` is a whole, `2 c` a change.
    fn writes(list: &str) -> Vec<Write> {
        list.split_terminator(", ")
            .map(|write| {
                let (version, text) = write.split_once(' ').expect("a version and a text");
                let whole = text.starts_with(char::is_uppercase);
                Write { version: version.parse().expect("a number"), whole, text: text.into() }
            })
            .collect()
    }

    /// `W c d` is a whole with two changes behind it.
    fn there(list: &str) -> Option<Loaded> {
        let mut texts = list.split_whitespace().map(Arc::from);
        texts.next().map(|whole| Loaded { whole, changes: texts.collect(), ..Loaded::default() })
    }

    #[test]
    fn what_is_missing_at_the_end_is_put_behind_what_is_there() {
        for (noted, version, found, wanted) in [
            ("4 d", 3, "A b c", "A b c d"),
            ("4 d, 5 e", 3, "A b c", "A b c d e"),
            ("4 d, 5 e", 4, "A b c d", "A b c d e"),
            ("4 d, 5 E, 6 f", 3, "A b c", "E f"),
            ("1 A", 0, "", "A"),
            ("1 A, 2 b", 0, "", "A b"),
            ("1 A, 2 b", 1, "A", "A b"),
            // All of it came.
            ("4 d, 5 e", 5, "A b c d e", ""),
            // Another tab wrote, further on or at the same version.
            ("4 d", 6, "A b c x y z", ""),
            ("4 d, 5 e", 4, "A b c x", ""),
            // It was put into the trash: the version grew without a text.
            ("4 d, 5 e", 4, "A b c", ""),
            // It was deleted for ever, or something between is missing.
            ("4 d", 3, "", ""),
            ("5 e", 3, "A b c", ""),
            ("4 d, 6 f", 3, "A b c", ""),
            ("2 b", 0, "", ""),
            ("1 a", 0, "", ""),
            ("", 3, "A b c", ""),
        ] {
            let found = with_missing(&writes(noted), version, there(found).as_ref());
            let words = found.map(|(whole, changes)| [vec![whole], changes].concat().join(" "));
            assert_eq!(words.unwrap_or_default(), wanted, "{noted} behind version {version}");
        }
    }

    #[test]
    fn what_is_odd_is_left_alone() {
        let odd = Loaded { odd: 1, ..there("A b c").expect("a whole") };
        assert_eq!(with_missing(&writes("4 d"), 3, Some(&odd)), None);
        let altered = Loaded { altered: true, ..there("A b c").expect("a whole") };
        assert_eq!(with_missing(&writes("4 d"), 3, Some(&altered)), None);
    }

    #[test]
    fn what_has_ended_is_under_way_no_longer() {
        let (mut journal, id) = (Journal::default(), SessionId("a".into()));
        journal.began(&id, 1, &Stored::Whole("A".into()));
        journal.began(&id, 2, &Stored::Change("b".into()));
        let under_way: Vec<_> = journal.under_way().map(|(id, writes)| (id.clone(), writes.to_vec())).collect();
        assert_eq!(under_way, [(id.clone(), writes("1 A, 2 b"))]);
        assert!(!journal.ended(&id, 1));
        assert!(journal.ended(&id, 2));
        assert_eq!(journal.under_way().count(), 0);
        assert!(journal.ended(&id, 2));
    }
}
