//! The small things beside the articles that wait to be written: each name once, the newest value only. What is under way
//! when the page is left is noted, as the writes of articles are.

use std::collections::{BTreeMap, BTreeSet};

use crate::formats::journal::{SmallWrite, write_small_note};
use crate::ui::dom;
use crate::ui::services::saving::notes::LONGEST_NOTE;
use crate::web::database::{ArticleBatch, Batch};

/// Where the note of a tab is kept.
pub(crate) const SMALL_NOTE: &str = "article-annotator.small-under-way.";

/// What waits to be written beside the articles.
#[derive(Default)]
pub(crate) struct Values {
    wanted: BTreeMap<String, String>,
    gone: BTreeSet<String>,
    /// What the database has, as far as this page knows.
    there: BTreeMap<String, String>,
    /// What was handed to the database and has not ended, oldest first.
    flying: Vec<Small>,
    /// Where there is a note of it.
    noted: Option<String>,
}

/// Names with their values, and names that go.
type Small = (Vec<(String, String)>, Vec<String>);

impl Values {
    /// The database has these.
    pub(crate) fn know(&mut self, there: &BTreeMap<String, String>) {
        self.there.clone_from(there);
    }

    /// A small thing is to be kept.
    pub(crate) fn keep(&mut self, name: &str, value: String) {
        self.gone.remove(name);
        self.wanted.insert(name.to_owned(), value);
    }

    /// A small thing is to be kept no longer.
    pub(crate) fn drop_value(&mut self, name: &str) {
        self.wanted.remove(name);
        self.gone.insert(name.to_owned());
    }

    /// What a page that was left had under way is to be written, where the database has still what it had then.
    pub(crate) fn bring_back(&mut self, writes: Vec<SmallWrite>, there: &BTreeMap<String, String>) {
        for SmallWrite { name, before, value } in writes {
            if there.get(&name) == before.as_ref() {
                match value {
                    Some(value) => self.keep(&name, value),
                    None => self.drop_value(&name),
                }
            }
        }
    }

    /// All that waits, to be written in one step with an article.
    pub(crate) fn batch(&mut self, article: Option<ArticleBatch>) -> Batch {
        let values: Vec<_> = std::mem::take(&mut self.wanted).into_iter().collect();
        let gone: Vec<_> = std::mem::take(&mut self.gone).into_iter().collect();
        if !values.is_empty() || !gone.is_empty() {
            self.flying.push((values.clone(), gone.clone()));
        }
        Batch { article, values, gone }
    }

    /// The database has it now.
    pub(crate) fn came(&mut self, batch: &Batch) {
        self.there.extend(batch.values.iter().cloned());
        self.there.retain(|name, _| !batch.gone.contains(name));
        self.ended(batch);
    }

    /// What was not written is wanted still, unless something newer is.
    pub(crate) fn take_back(&mut self, batch: Batch) {
        self.ended(&batch);
        for (name, value) in batch.values {
            if !self.gone.contains(&name) {
                self.wanted.entry(name).or_insert(value);
            }
        }
        for name in batch.gone {
            if !self.wanted.contains_key(&name) {
                self.gone.insert(name);
            }
        }
    }

    fn ended(&mut self, batch: &Batch) {
        if let Some(at) = self.flying.iter().position(|(values, gone)| *values == batch.values && *gone == batch.gone) {
            self.flying.remove(at);
        }
        if self.flying.is_empty()
            && let Some(key) = self.noted.take()
        {
            dom::let_go(&key);
        }
    }

    /// What is under way, with what was there before it.
    fn under_way(&self) -> Vec<SmallWrite> {
        let mut last = BTreeMap::new();
        for (values, gone) in &self.flying {
            last.extend(values.iter().map(|(name, value)| (name, Some(value))));
            last.extend(gone.iter().map(|name| (name, None)));
        }
        let write = |(name, value): (&String, Option<&String>)| SmallWrite {
            name: name.clone(),
            before: self.there.get(name).cloned(),
            value: value.cloned(),
        };
        last.into_iter().map(write).collect()
    }

    /// The page, of the tab of this name, is being left.
    pub(crate) fn note(&mut self, tab: &str) {
        let under_way = self.under_way();
        let (key, note) = (format!("{SMALL_NOTE}{tab}"), write_small_note(&under_way));
        if !under_way.is_empty() && note.len() <= LONGEST_NOTE && dom::keep(&key, &note) {
            self.noted = Some(key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_written_comes_back_unless_something_newer_waits() {
        let mut values = Values::default();
        values.keep("words", "old".to_owned());
        values.keep("keys", "old".to_owned());
        values.drop_value("last");
        let refused = values.batch(None);
        assert_eq!(values.batch(None), Batch::default());
        values.keep("words", "new".to_owned());
        values.drop_value("keys");
        values.take_back(refused);
        let batch = values.batch(None);
        assert_eq!(batch.values, [("words".to_owned(), "new".to_owned())]);
        assert_eq!(batch.gone, ["keys", "last"]);
    }

    #[test]
    fn what_is_under_way_is_brought_back_where_nothing_else_was_written() {
        let there = |all: &[(&str, &str)]| -> BTreeMap<String, String> {
            all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        let mut values = Values::default();
        values.know(&there(&[("labels", "old"), ("last", "a"), ("keys", "old")]));
        values.keep("labels", "one".to_owned());
        values.keep("keys", "new".to_owned());
        let first = values.batch(None);
        values.keep("labels", "two".to_owned());
        values.drop_value("last");
        let second = values.batch(None);
        let noted = values.under_way();
        // The first came, the second did not; another tab wrote the keys since.
        let mut next = Values::default();
        next.bring_back(noted.clone(), &there(&[("labels", "old"), ("last", "a"), ("keys", "other")]));
        let batch = next.batch(None);
        assert_eq!(
            (batch.values, batch.gone),
            (vec![("labels".to_owned(), "two".to_owned())], vec!["last".to_owned()])
        );
        let mut late = Values::default();
        late.bring_back(noted, &there(&[("labels", "two"), ("keys", "new")]));
        assert_eq!(late.batch(None), Batch::default(), "all of it came");
        values.came(&first);
        let left: Vec<_> = values.under_way().into_iter().map(|write| (write.name, write.before)).collect();
        assert_eq!(left, [("labels".to_owned(), Some("one".to_owned())), ("last".to_owned(), Some("a".to_owned()))]);
        values.came(&second);
        assert_eq!(values.under_way(), []);
    }
}
