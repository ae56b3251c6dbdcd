//! What outlives an article: kept on the device, shared by all tabs.

use std::rc::Rc;
use std::sync::Arc;

use crate::analysis::Analysis;
use crate::document::{Document, Label, LabelSets, Learned, StepKind, WordList, correct, learn_lines};

/// What outlives an article.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    /// The person's own word list.
    pub(crate) words: Rc<WordList>,
    /// Whether it learns from corrections.
    pub(crate) learns: bool,
    /// The person's own labels.
    pub(crate) labels: Rc<LabelSets>,
    /// What is remembered of their names while the page is open.
    pub(crate) learned: Learned,
}

/// A change of what outlives an article, by hand or read from where it is kept.
#[derive(Clone, Debug)]
pub(crate) enum KeepAction {
    /// The person's own word list.
    Words(Rc<WordList>),
    /// Entries of another list; where both have one, the person's own stays.
    Add(Rc<WordList>),
    /// Whether the word list learns from corrections.
    Learns(bool),
    /// The person's own labels.
    Labels(Rc<LabelSets>),
    /// An article gets these labels from a set.
    LendLabels(Rc<[Label]>),
    /// Sets that come beside those that are there.
    AddLabels(Rc<LabelSets>),
}

impl Default for Kept {
    fn default() -> Self {
        Self { words: Rc::default(), learns: true, labels: Rc::default(), learned: Learned::default() }
    }
}

impl Kept {
    /// What is kept after `action`.
    pub(crate) fn reduce(&mut self, action: KeepAction) {
        match action {
            KeepAction::Words(words) => self.words = words,
            KeepAction::Add(others) => self.words = Rc::new(others.with(&self.words).0),
            KeepAction::Learns(learns) => self.learns = learns,
            KeepAction::Labels(labels) => {
                self.labels = labels;
                self.learned.settle();
            }
            KeepAction::LendLabels(labels) => self.learned.lend(&labels),
            // Where nobody has made any, it is as it was where they come from.
            KeepAction::AddLabels(others) if self.labels.is_untouched() => self.labels = others,
            KeepAction::AddLabels(others) => drop(Rc::make_mut(&mut self.labels).extend(&others)),
        }
    }

    /// Learns from what a person changed in a step of this kind.
    pub(crate) fn learn(&mut self, action: StepKind, before: &Document, after: &Document) {
        let (old, new) = (before.own_labels(), after.own_labels());
        if old != new {
            Rc::make_mut(&mut self.labels).learn(action, &mut self.learned, old, new);
        }
        if self.learns {
            let mut words = WordList::clone(&self.words);
            let names = words.learn(before, after);
            if learn_lines(&mut words, before, after) || names {
                self.words = Rc::new(words);
            }
        }
    }

    /// An analysis with the person's own word list applied.
    pub(crate) fn corrected(&self, document: &Document, analysis: Arc<Analysis>) -> Arc<Analysis> {
        if self.words.is_empty() {
            return analysis;
        }
        let mut analysis = Arc::unwrap_or_clone(analysis);
        correct(&self.words, document, &mut analysis);
        Arc::new(analysis)
    }
}
