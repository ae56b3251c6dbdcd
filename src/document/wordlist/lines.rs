//! Lines that a person sets aside: the stock phrases of a site ("Sign up for our newsletter"), which come with every article.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::document::Document;
use crate::document::wordlist::{WordChoice, WordList};
use crate::text::one_line;
use crate::vocabulary::BlockKind;

/// Longer paragraphs are no stock phrases, in bytes.
const LONGEST: usize = 160;

/// Who sets aside more paragraphs at once sorts one text, and says nothing of the next.
const MOST_AT_ONCE: usize = 8;

/// Remembers the paragraphs that are set aside in `after` and were not in `before`, and forgets those that are no longer,
/// or are a part of the article. `true` when the list changed.
pub fn learn_lines(list: &mut WordList, before: &Document, after: &Document) -> bool {
    if Arc::ptr_eq(&before.blocks, &after.blocks) && Arc::ptr_eq(&before.chosen, &after.chosen) {
        return false;
    }
    let differs = |paragraph: &&u32| choice_at(before, **paragraph) != choice_at(after, **paragraph);
    let changed: Vec<u32> = before.chosen.union(&after.chosen).filter(differs).copied().collect();
    if changed.len() > MOST_AT_ONCE {
        return false;
    }
    let mut learned = false;
    for paragraph in changed {
        let Some(words) = line(after, paragraph as usize) else { continue };
        let known = list.get(&words).cloned();
        match (choice_at(after, paragraph), known) {
            // Names that the list knows stay names: words cannot be both.
            (Some(BlockKind::Furniture), None) => list.put(&words, WordChoice::Aside),
            (kind, Some(WordChoice::Aside)) if kind != Some(BlockKind::Furniture) => list.forget(&words),
            _ => continue,
        }
        learned = true;
    }
    learned
}

/// The paragraphs that the list has, by their index; without those that the person decided about in this article.
pub(super) fn listed(list: &WordList, document: &Document) -> Vec<usize> {
    if !list.entries().any(|(_, choice)| *choice == WordChoice::Aside) {
        return Vec::new();
    }
    let known: BTreeSet<u32> = document.known_blocks().into_iter().map(|(paragraph, _)| paragraph).collect();
    let is_listed = |index: &u32| {
        let words = line(document, *index as usize);
        !known.contains(index) && words.is_some_and(|words| list.get(&words) == Some(&WordChoice::Aside))
    };
    (0_u32..).take(document.blocks().len()).filter(is_listed).map(|index| index as usize).collect()
}

/// What the person decided about a paragraph, if they did.
fn choice_at(document: &Document, paragraph: u32) -> Option<BlockKind> {
    document.chosen.contains(&paragraph).then(|| document.blocks().get(paragraph as usize).copied()).flatten()
}

/// The words of a paragraph, where they are few enough to be a stock phrase.
fn line(document: &Document, paragraph: usize) -> Option<Arc<str>> {
    let range = *document.source().paragraphs().get(paragraph)?;
    let words = document.source().slice(range);
    (words.len() <= LONGEST).then(|| one_line(words)).filter(|words| words.contains(char::is_alphanumeric))
}
