//! Agreement of clusters: B³ (Bagga and Baldwin 1998) over the mentions that both sides have.

use crate::text::TextRange;

/// Sums for precision and recall.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Overlap {
    precision: f64,
    recall: f64,
    mentions: usize,
}

impl Overlap {
    /// Adds another document's.
    pub fn add(&mut self, other: Self) {
        self.precision += other.precision;
        self.recall += other.recall;
        self.mentions += other.mentions;
    }

    /// F1 in percent.
    pub fn f1(&self) -> f64 {
        let count = self.mentions.max(1) as f64;
        let (precision, recall) = (self.precision / count, self.recall / count);
        if precision + recall > 0.0 { 200.0 * precision * recall / (precision + recall) } else { 0.0 }
    }

    /// Mentions compared.
    pub fn mentions(&self) -> usize {
        self.mentions
    }
}

/// Compares the clusters of the mentions with equal borders.
pub fn compare(right: &[(TextRange, u32)], ours: &[(TextRange, u32)]) -> Overlap {
    let shared: Vec<(u32, u32)> = right
        .iter()
        .filter_map(|(range, cluster)| Some((*cluster, ours.iter().find(|(recall, _)| recall == range)?.1)))
        .collect();
    let mut out = Overlap { mentions: shared.len(), ..Overlap::default() };
    for (gold, found) in &shared {
        let both = shared.iter().filter(|(theirs, mine)| theirs == gold && mine == found).count() as f64;
        out.precision += both / shared.iter().filter(|(_, mine)| mine == found).count() as f64;
        out.recall += both / shared.iter().filter(|(theirs, _)| theirs == gold).count() as f64;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splitting_costs_recall_only() {
        let at = |count: u32| TextRange::at(count, count + 1);
        let right = [(at(0), 1), (at(2), 1), (at(4), 2)];
        let split = compare(&right, &[(at(0), 7), (at(2), 8), (at(4), 9)]);
        assert!((split.f1() - 200.0 * (2.0 / 3.0) / (1.0 + 2.0 / 3.0)).abs() < 1e-9);
        assert!((compare(&right, &right).f1() - 100.0).abs() < 1e-9);
    }
}
