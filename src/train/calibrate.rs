//! Calibration: what share of names with a given margin is right, on documents that the model has not seen.

use super::corpus::Document;
use crate::entities::{EntityKind, confidence_step, margins};
use crate::lexicon::Lexicon;
use crate::segment::segment;
use crate::tagger::Tagger;

/// Steps of the table.
pub const STEPS: usize = 18;

/// Permille right, by step of margin; never falling from one step to the next (pool adjacent violators).
pub fn table(documents: &[Document], lexicon: &Lexicon, tagger: &Tagger) -> Vec<u16> {
    let mut counts = vec![(0_u32, 0_u32); STEPS];
    for document in documents {
        let segmentation = segment(&document.source, &[]);
        for (range, kind, margin) in margins(&document.source, &segmentation, lexicon, tagger) {
            let right = document
                .gold
                .iter()
                .any(|gradient| gradient.range == range && EntityKind::of(gradient.class) == Some(kind));
            let (of, hits) = &mut counts[confidence_step(margin).min(STEPS - 1)];
            *of += 1;
            *hits += u32::from(right);
        }
    }
    let mut pools: Vec<(u32, u32, usize)> = Vec::new();
    for (of, hits) in counts {
        pools.push((of.max(1), hits, 1));
        while let [.., first, second] = pools[..]
            && u64::from(first.1) * u64::from(second.0) > u64::from(second.1) * u64::from(first.0)
        {
            pools.truncate(pools.len() - 2);
            pools.push((first.0 + second.0, first.1 + second.1, first.2 + second.2));
        }
    }
    let share = |(of, hits, steps): (u32, u32, usize)| std::iter::repeat_n((hits * 1000 / of).min(999) as u16, steps);
    pools.into_iter().flat_map(share).collect()
}
