//! What outlives an article: kept on the device, shared by all tabs.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use crate::analysis::Analysis;
use crate::document::{Document, LabelSets, StepKind, WordList, correct, learn_lines};

/// What outlives an article.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    /// The person's own word list.
    pub(crate) words: Rc<WordList>,
    /// Whether it learns from corrections.
    pub(crate) learns: bool,
    /// The person's own labels.
    pub(crate) labels: Rc<LabelSets>,
    /// Names of labels that came into the chosen set since the page was opened.
    pub(crate) learned_labels: BTreeSet<Arc<str>>,
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
    /// Sets that come beside those that are there.
    AddLabels(Rc<LabelSets>),
}

impl Default for Kept {
    fn default() -> Self {
        Self { words: Rc::default(), learns: true, labels: Rc::default(), learned_labels: BTreeSet::new() }
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
                // Whatever a set has now, no undo in an article takes it away.
                self.learned_labels.clear();
            }
            KeepAction::AddLabels(others) => {
                let mut labels = LabelSets::clone(&self.labels);
                if labels.extend(&others) > 0 {
                    self.labels = Rc::new(labels);
                }
            }
        }
    }

    /// Learns from what a person changed in a step of this kind.
    pub(crate) fn learn(&mut self, action: StepKind, before: &Document, after: &Document) {
        let mut labels = LabelSets::clone(&self.labels);
        if labels.learn((action, &mut self.learned_labels), before.own_labels(), after.own_labels()) {
            self.labels = Rc::new(labels);
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
