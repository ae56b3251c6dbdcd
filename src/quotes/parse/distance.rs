//! How many commas, clauses and further words stand between two items, in one subtraction however far apart they are.

use crate::quotes::parse::index::{IdVec, ItemId, ItemRange};
use crate::quotes::parse::items::{Class, Item};

/// What stands between two items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Between {
    /// Commas, dashes, brackets.
    pub(crate) commas: u32,
    /// What opens or parts clauses.
    pub(crate) clauses: u32,
    /// All but these and adverbs, auxiliaries and times.
    pub(crate) distance: u32,
}

/// Sums over the items before each one, and over all. The three counts share a number, so that one addition counts all:
/// differences over less than a million items are exact, whatever has run over before.
#[derive(Debug)]
pub(crate) struct Tally(IdVec<ItemId, u64>);

const COMMA: u64 = 1;
const CLAUSE: u64 = 1 << 21;
const FURTHER: u64 = 1 << 42;

/// What an item of each class adds: a table, for nothing foretells what class comes next.
const COUNTS: [u64; Class::ALL.len()] = {
    let mut out = [FURTHER; Class::ALL.len()];
    let mut index = 0;
    while index < out.len() {
        let class = Class::ALL[index];
        out[class as usize] = match class {
            Class::Comma | Class::Dash | Class::Opening | Class::Closing => COMMA,
            Class::Adverb | Class::Auxiliary | Class::Time => 0,
            Class::Relative | Class::Subordinator | Class::Semicolon | Class::Colon => CLAUSE + FURTHER,
            _ => FURTHER,
        };
        index += 1;
    }
    out
};

impl Tally {
    pub(crate) fn of(items: &[Item]) -> Self {
        let mut sum = 0_u64;
        let mut out = IdVec::with_capacity(items.len() + 1);
        out.push(0);
        out.extend(items.iter().map(|item| {
            sum = sum.wrapping_add(COUNTS[item.class as usize]);
            sum
        }));
        Self(out)
    }

    /// What stands in `items`; in a range that stands backwards nothing.
    pub(crate) fn between(&self, items: ItemRange) -> Between {
        let sum = self.0[items.end.max(items.first)].wrapping_sub(self.0[items.first]);
        let count = |of: u64| (sum / of % CLAUSE) as u32;
        Between { commas: count(COMMA), clauses: count(CLAUSE), distance: count(FURTHER) }
    }
}
