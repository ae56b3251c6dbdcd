//! Precision, recall and F1 of names, exact and by overlap, as `score.py` in the corpora's folder counts them.

use crate::text::TextRange;

/// Counts of one class of names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Names the corpus marks.
    pub gold: usize,
    /// Names found.
    pub found: usize,
    /// Of them, with exactly the corpus' borders.
    pub exact: usize,
    /// Names found that share a byte with one of the corpus.
    pub touching: usize,
    /// Names of the corpus that share a byte with one found.
    pub touched: usize,
}

impl Counts {
    /// Adds one document.
    pub fn add(&mut self, gold: &[TextRange], found: &[TextRange]) {
        self.gold += gold.len();
        self.found += found.len();
        self.exact += found.iter().filter(|mine| gold.contains(mine)).count();
        self.touching += found.iter().filter(|mine| gold.iter().any(|theirs| theirs.overlaps(**mine))).count();
        self.touched += gold.iter().filter(|theirs| found.iter().any(|mine| mine.overlaps(**theirs))).count();
    }

    /// Share of the names found that have exactly the corpus' borders, percent.
    pub fn precision(&self) -> f64 {
        share(self.exact, self.found)
    }

    /// Share of the corpus' names found with exactly its borders, percent.
    pub fn recall(&self) -> f64 {
        share(self.exact, self.gold)
    }

    /// F1 of exact borders, percent.
    pub fn exact_f1(&self) -> f64 {
        f1(self.exact, self.found, self.exact, self.gold)
    }

    /// F1 by overlap, percent.
    pub fn overlap_f1(&self) -> f64 {
        f1(self.touching, self.found, self.touched, self.gold)
    }
}

fn share(count: usize, of: usize) -> f64 {
    100.0 * count as f64 / of.max(1) as f64
}

fn f1(right: usize, found: usize, hit: usize, gold: usize) -> f64 {
    let (precision, recall) = (share(right, found), share(hit, gold));
    if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}
