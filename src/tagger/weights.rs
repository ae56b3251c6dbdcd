//! The model: small integer weights of feature keys, and of label transitions.
//!
//! File: `AAM2`, counts (rows, confidence steps), then columns ([`Columns`]): keys, label masks, weights; transitions of both
//! stages (`i16`); confidence steps (`u16`).

use crate::lexicon::PackError;
use crate::lexicon::columns::Columns;
#[cfg(feature = "train")]
use crate::lexicon::columns::{put_count, put_keys, put_wide};
use crate::tagger::labels::LABELS;

/// One slot of the table: a key and nine weights, in one quarter of a cache line.
#[derive(Clone, Copy, Debug)]
#[repr(align(16))]
struct Slot {
    key: u32,
    weights: [i8; 12],
}

const EMPTY: u32 = u32::MAX;
pub(super) const MAGIC: &[u8; 4] = b"AAM2";

/// Sums of weights, one for each label.
pub type Scores = [i32; LABELS];

/// Scores of steps from label (rows) to label (columns).
pub type Transitions = [Scores; LABELS];

/// Weights of features and transitions.
#[derive(Debug, Default)]
pub struct Weights {
    slots: Vec<Slot>,
    /// A bit for each of these parts of the keys' range that holds a key: most features have no weights, and this says so
    /// within the fast memory.
    filter: Vec<u64>,
    /// From label (rows) to label (columns), first stage and second.
    pub transitions: [Transitions; 2],
    /// Calibration: permille right, by margin step.
    pub confidence: Vec<u16>,
    hash: u64,
}

/// One row as trained: the key and the weight of each label.
pub type Row = (u32, [i8; LABELS]);

impl Weights {
    /// Weights of these rows.
    pub fn new(rows: &[Row], transitions: [Transitions; 2], confidence: Vec<u16>) -> Self {
        let size = (rows.len() * 3 / 2 + 8).next_power_of_two();
        let mut slots = vec![Slot { key: EMPTY, weights: [0; 12] }; size];
        for (key, weights) in rows {
            let mut token = start(*key, size);
            while slots[token].key != EMPTY && slots[token].key != *key {
                token = (token + 1) & (size - 1);
            }
            slots[token].key = *key;
            slots[token].weights[..LABELS].copy_from_slice(weights);
        }
        let mut filter = vec![0; (rows.len() / 4 + 1).next_power_of_two()];
        for (key, _) in rows {
            let (word, bit) = place(*key, filter.len());
            filter[word] |= bit;
        }
        Self { slots, filter, transitions, confidence, hash: 0 }
    }

    /// Whether there is no model.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Hash of the file; 0 for a model in memory.
    pub fn content_hash(&self) -> u64 {
        self.hash
    }

    /// The weights of a feature.
    pub fn row(&self, key: u32) -> Option<&[i8; 12]> {
        let mask = self.slots.len().checked_sub(1)?;
        let (word, bit) = place(key, self.filter.len());
        if self.filter[word] & bit == 0 {
            return None;
        }
        let mut token = start(key, self.slots.len());
        loop {
            let slot = &self.slots[token & mask];
            if slot.key == key {
                return Some(&slot.weights);
            }
            if slot.key == EMPTY {
                return None;
            }
            token += 1;
        }
    }

    /// Adds the weights of a feature to `scores`.
    pub fn add(&self, key: u32, scores: &mut Scores) {
        if let Some(row) = self.row(key) {
            for (score, &weight) in scores.iter_mut().zip(row) {
                *score += i32::from(weight);
            }
        }
    }

    /// A model as `article-annotator train` writes it.
    ///
    /// # Errors
    /// When the bytes are not such a file.
    pub fn read(bytes: &[u8]) -> Result<Self, PackError> {
        let mut columns = Columns::after(*MAGIC, bytes)?;
        let (rows, steps) = (columns.count()?, columns.count()?);
        let keys = columns.keys(rows)?;
        let masks = columns.wide(rows)?;
        let mut table = Vec::with_capacity(rows);
        for (token, key) in keys.into_iter().enumerate() {
            let mut weights = [0_i8; LABELS];
            for (label, weight) in weights.iter_mut().enumerate() {
                if masks(token) >> label & 1 == 1 {
                    *weight = columns.take(1)?[0].cast_signed();
                }
            }
            table.push((key, weights));
        }
        let mut transitions = [[[0; LABELS]; LABELS]; 2];
        for cell in transitions.iter_mut().flatten().flatten() {
            let pair = columns.take(2)?;
            *cell = i32::from(i16::from_le_bytes([pair[0], pair[1]]));
        }
        let mut confidence = Vec::with_capacity(steps);
        for _ in 0..steps {
            let pair = columns.take(2)?;
            confidence.push(u16::from_le_bytes([pair[0], pair[1]]));
        }
        let mut out = Self::new(&table, transitions, confidence);
        out.hash = crate::lexicon::content_hash(bytes);
        Ok(out)
    }
}

/// Where the search for a key starts.
const fn start(key: u32, size: usize) -> usize {
    (key.wrapping_mul(0x9e37_79b1) >> 3) as usize & (size - 1)
}

/// The word and the bit of a key in a filter of so many words, a power of two.
const fn place(key: u32, words: usize) -> (usize, u64) {
    ((key >> 6) as usize & (words - 1), 1 << (key & 63))
}

/// The file of these rows, sorted by key.
#[cfg(feature = "train")]
pub fn write(rows: &[Row], transitions: &[Transitions; 2], confidence: &[u16]) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    put_count(&mut out, rows.len());
    put_count(&mut out, confidence.len());
    put_keys(&mut out, rows.iter().map(|r| r.0));
    let mask = |weights: &[i8; LABELS]| {
        (0..LABELS).filter(|&label| weights[label] != 0).fold(0_u16, |m, label| m | 1 << label)
    };
    put_wide(&mut out, &rows.iter().map(|(_, word)| mask(word)).collect::<Vec<u16>>());
    out.extend(
        rows.iter().flat_map(|(_, word)| word.iter().filter(|value| **value != 0).map(|value| value.cast_unsigned())),
    );
    for cell in transitions.iter().flatten().flatten() {
        out.extend((*cell as i16).to_le_bytes());
    }
    for step in confidence {
        out.extend(step.to_le_bytes());
    }
    out
}
