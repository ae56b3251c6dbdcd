//! The model: small integer weights of feature keys, and of label transitions.
//!
//! File, little-endian: `AAM1`, counts (rows, transitions, confidence steps: `u32` each), then columns: key gaps (low byte; rest as
//! base-128 varint), label masks (low byte, high bit), weights; transitions of
//! both stages (`i16`); confidence steps (`u16`).

use super::labels::LABELS;
use crate::lexicon::PackError;

/// One slot of the table: a key and nine weights, in one quarter of a cache line.
#[derive(Clone, Copy, Debug)]
#[repr(align(16))]
struct Slot {
    key: u32,
    weights: [i8; 12],
}

const EMPTY: u32 = u32::MAX;
pub(super) const MAGIC: &[u8; 4] = b"AAM1";

/// Sums of weights, one for each label.
pub type Scores = [i32; LABELS];

/// Scores of steps from label (rows) to label (columns).
pub type Transitions = [Scores; LABELS];

/// Weights of features and transitions.
#[derive(Debug, Default)]
pub struct Weights {
    slots: Vec<Slot>,
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
            let mut i = start(*key, size);
            while slots[i].key != EMPTY && slots[i].key != *key {
                i = (i + 1) & (size - 1);
            }
            slots[i].key = *key;
            slots[i].weights[..LABELS].copy_from_slice(weights);
        }
        Self { slots, transitions, confidence, hash: 0 }
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
        let mut i = start(key, self.slots.len());
        loop {
            let slot = &self.slots[i & mask];
            if slot.key == key {
                return Some(&slot.weights);
            }
            if slot.key == EMPTY {
                return None;
            }
            i += 1;
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
        let mut rest = bytes;
        let mut take = |n: usize| -> Result<&[u8], PackError> {
            let (head, tail) = rest.split_at_checked(n).ok_or(PackError)?;
            rest = tail;
            Ok(head)
        };
        if take(4)? != MAGIC {
            return Err(PackError);
        }
        let mut count = || -> Result<usize, PackError> {
            let n = take(4)?;
            let n = u32::from_le_bytes([n[0], n[1], n[2], n[3]]) as usize;
            if n <= bytes.len() { Ok(n) } else { Err(PackError) }
        };
        let (rows, steps) = (count()?, count()?);
        let low = take(rows)?;
        let mut keys = Vec::with_capacity(rows);
        let mut key = 0_u32;
        for &byte in low {
            let (mut gap, mut shift) = (0_u32, 8);
            loop {
                let part = take(1)?[0];
                gap |= u32::from(part & 0x7f).checked_shl(shift).ok_or(PackError)?;
                if part < 0x80 {
                    break;
                }
                shift += 7;
            }
            key = key.checked_add(gap | u32::from(byte)).ok_or(PackError)?;
            keys.push(key);
        }
        let (mask_low, mask_high) = (take(rows)?, take(rows)?);
        let mut table = Vec::with_capacity(rows);
        let mut masks = Vec::with_capacity(rows);
        for i in 0..rows {
            masks.push(u16::from_le_bytes([mask_low[i], mask_high[i]]));
        }
        for (key, mask) in keys.into_iter().zip(masks) {
            let mut weights = [0_i8; LABELS];
            for (y, weight) in weights.iter_mut().enumerate() {
                if mask >> y & 1 == 1 {
                    *weight = take(1)?[0].cast_signed();
                }
            }
            table.push((key, weights));
        }
        let mut transitions = [[[0; LABELS]; LABELS]; 2];
        for cell in transitions.iter_mut().flatten().flatten() {
            let pair = take(2)?;
            *cell = i32::from(i16::from_le_bytes([pair[0], pair[1]]));
        }
        let mut confidence = Vec::with_capacity(steps);
        for _ in 0..steps {
            let pair = take(2)?;
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

/// The file of these rows, sorted by key.
#[cfg(feature = "train")]
pub fn write(rows: &[Row], transitions: &[Transitions; 2], confidence: &[u16]) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    for n in [rows.len(), confidence.len()] {
        out.extend((n as u32).to_le_bytes());
    }
    let gaps: Vec<u32> = rows.iter().scan(0, |last, (k, _)| Some(k - std::mem::replace(last, *k))).collect();
    out.extend(gaps.iter().map(|&g| g as u8));
    for gap in gaps {
        let mut rest = gap >> 8;
        while rest >= 0x80 {
            out.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        out.push(rest as u8);
    }
    let mask = |weights: &[i8; LABELS]| (0..LABELS).filter(|&y| weights[y] != 0).fold(0_u16, |m, y| m | 1 << y);
    out.extend(rows.iter().map(|(_, w)| mask(w) as u8));
    out.extend(rows.iter().map(|(_, w)| (mask(w) >> 8) as u8));
    out.extend(rows.iter().flat_map(|(_, w)| w.iter().filter(|x| **x != 0).map(|x| x.cast_unsigned())));
    for cell in transitions.iter().flatten().flatten() {
        out.extend((*cell as i16).to_le_bytes());
    }
    for step in confidence {
        out.extend(step.to_le_bytes());
    }
    out
}
