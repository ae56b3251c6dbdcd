//! The small things beside the articles that wait to be written: each name once, the newest value only.

use std::collections::{BTreeMap, BTreeSet};

use crate::web::database::{ArticleBatch, Batch};

/// What waits to be written beside the articles.
#[derive(Default)]
pub(crate) struct Values {
    wanted: BTreeMap<String, String>,
    gone: BTreeSet<String>,
}

impl Values {
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

    /// All that waits, to be written in one step with an article.
    pub(crate) fn batch(&mut self, article: Option<ArticleBatch>) -> Batch {
        let values = std::mem::take(&mut self.wanted).into_iter().collect();
        let gone = std::mem::take(&mut self.gone).into_iter().collect();
        Batch { article, values, gone }
    }

    /// What was not written is wanted still, unless something newer is.
    pub(crate) fn take_back(&mut self, batch: Batch) {
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
}
