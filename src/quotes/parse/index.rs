//! Numbers with a type: which item, which nominal, which quote, which entity is meant.
//!
//! An [`ItemId`] counts items, a [`NominalId`] nominals, a [`QuoteId`] the quotations of one level; none can be taken for
//! another. They are used like positions:
//!
//! - `at + 1`, `at - 2`, `at += 1` move by a number of things, `end - at` counts the things between (both `u32`);
//!   [`next`](ItemId::next), [`previous`](ItemId::previous) (`None` at the start) and [`back`](ItemId::back) (stops at the
//!   start) say so in words.
//! - `first.to(end)` is an [`IdRange`] (an [`ItemRange`], a [`NominalRange`]): `end` is one past the last. It is `Copy`, is
//!   read by `for at in range` or `range.iter()`, and may stand backwards, which is empty.
//! - An [`IdVec`] is a list with such numbers: `items[at]`, `items.get(at)`, `items[range]`, `items.end()`, `items.ids()`,
//!   `items.enumerated()`. It is a slice as well, so `iter()`, `len()`, `last()` are there.
//!
//! A number may stand past the end of its list, as `end` does: `get` answers `None` there.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Add, AddAssign, Deref, Index, IndexMut, Range, Sub, SubAssign};

use crate::entities::EntityIndex;

/// A number that stands for one thing in a list.
pub(crate) trait Id: Copy + Ord {
    /// The id with this number.
    fn from_u32(number: u32) -> Self;

    /// The number.
    fn get(self) -> u32;

    /// The number as an index.
    fn index(self) -> usize {
        self.get() as usize
    }
}

/// The number of the thing at `index`.
///
/// # Panics
/// When there are more than 2³² things: texts are far below 4 GiB.
fn number(index: usize) -> u32 {
    u32::try_from(index).expect("invariant: a text has fewer than 2³² bytes, and so of anything")
}

macro_rules! id {
    ($(#[doc = $doc:literal])+ $name:ident) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) struct $name(u32);

        #[allow(dead_code, reason = "each kind of number has the same methods")]
        impl $name {
            /// The first of all.
            pub(crate) const FIRST: Self = Self(0);

            /// That of the thing at `index`.
            pub(crate) fn new(index: usize) -> Self {
                Self(number(index))
            }

            /// The place in the list.
            pub(crate) fn index(self) -> usize {
                Id::index(self)
            }

            /// The one behind.
            pub(crate) fn next(self) -> Self {
                self + 1
            }

            /// The one before, if any.
            pub(crate) fn previous(self) -> Option<Self> {
                self.0.checked_sub(1).map(Self)
            }

            /// That `count` places before, or the first.
            pub(crate) fn back(self, count: u32) -> Self {
                Self(self.0.saturating_sub(count))
            }

            /// Those from here to before `end`.
            pub(crate) fn to(self, end: Self) -> IdRange<Self> {
                IdRange { first: self, end }
            }
        }

        impl Id for $name {
            fn from_u32(number: u32) -> Self {
                Self(number)
            }

            fn get(self) -> u32 {
                self.0
            }
        }

        impl Add<u32> for $name {
            type Output = Self;

            fn add(self, count: u32) -> Self {
                Self(self.0 + count)
            }
        }

        impl Sub<u32> for $name {
            type Output = Self;

            fn sub(self, count: u32) -> Self {
                Self(self.0 - count)
            }
        }

        impl Sub for $name {
            type Output = u32;

            fn sub(self, other: Self) -> u32 {
                self.0 - other.0
            }
        }

        impl AddAssign<u32> for $name {
            fn add_assign(&mut self, count: u32) {
                self.0 += count;
            }
        }

        impl SubAssign<u32> for $name {
            fn sub_assign(&mut self, count: u32) {
                self.0 -= count;
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }
    };
}

id! {
    /// Which item of [`Words`](crate::quotes::parse::items::Words): a word outside quotations or a part of one.
    ItemId
}
id! {
    /// Which of the article's [`mentions`](crate::entities::Recognition::mentions).
    MentionId
}
id! {
    /// Which nominal of a level.
    NominalId
}
id! {
    /// Which quotation of a level.
    QuoteId
}

impl Id for EntityIndex {
    fn from_u32(number: u32) -> Self {
        Self::from(number)
    }

    fn get(self) -> u32 {
        self.get()
    }
}

/// The things from `first` to before `end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct IdRange<Key> {
    /// The first.
    pub(crate) first: Key,
    /// One past the last; not after `first` if there is none.
    pub(crate) end: Key,
}

/// Some items in a row.
pub(crate) type ItemRange = IdRange<ItemId>;
/// Some nominals in a row.
pub(crate) type NominalRange = IdRange<NominalId>;

impl<Key: Id> IdRange<Key> {
    /// Each, in order.
    pub(crate) fn iter(self) -> Ids<Key> {
        Ids { numbers: self.first.get()..self.end.get(), of: PhantomData }
    }

    /// How many.
    pub(crate) fn len(self) -> u32 {
        self.end.get().saturating_sub(self.first.get())
    }

    /// Whether there are none.
    pub(crate) fn is_empty(self) -> bool {
        self.end <= self.first
    }

    /// Whether the two have one in common; neither is empty.
    pub(crate) fn overlaps(self, other: Self) -> bool {
        self.first < other.end && other.first < self.end
    }

    /// Whether `id` is among them.
    pub(crate) fn contains(self, id: Key) -> bool {
        self.first <= id && id < self.end
    }
}

impl<Key: Id> IntoIterator for IdRange<Key> {
    type Item = Key;
    type IntoIter = Ids<Key>;

    fn into_iter(self) -> Ids<Key> {
        self.iter()
    }
}

/// The numbers of an [`IdRange`], in order.
#[derive(Clone, Debug)]
pub(crate) struct Ids<Key> {
    numbers: Range<u32>,
    of: PhantomData<Key>,
}

impl<Key: Id> Iterator for Ids<Key> {
    type Item = Key;

    fn next(&mut self) -> Option<Key> {
        self.numbers.next().map(Key::from_u32)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.numbers.size_hint()
    }
}

impl<Key: Id> DoubleEndedIterator for Ids<Key> {
    fn next_back(&mut self) -> Option<Key> {
        self.numbers.next_back().map(Key::from_u32)
    }
}

/// A list whose places are numbers of type `I`.
#[derive(Clone, Debug)]
pub(crate) struct IdVec<Key, Value> {
    list: Vec<Value>,
    by: PhantomData<Key>,
}

impl<Key: Id, Value> IdVec<Key, Value> {
    /// An empty list with room for `count`.
    pub(crate) fn with_capacity(count: usize) -> Self {
        Vec::with_capacity(count).into()
    }

    /// A list of copies of `value` for all up to before `end`.
    pub(crate) fn filled(value: Value, end: Key) -> Self
    where
        Value: Clone,
    {
        vec![value; end.index()].into()
    }

    /// Adds copies of `value` for all that are missing before `end`.
    pub(crate) fn fill_up(&mut self, value: Value, end: Key)
    where
        Value: Clone,
    {
        self.list.resize(end.index(), value);
    }

    /// Adds `value` at the end.
    pub(crate) fn push(&mut self, value: Value) {
        self.list.push(value);
    }

    /// What stands at `id`, if anything.
    pub(crate) fn get(&self, id: Key) -> Option<&Value> {
        self.list.get(id.index())
    }

    /// What stands at `id`, if anything.
    pub(crate) fn get_mut(&mut self, id: Key) -> Option<&mut Value> {
        self.list.get_mut(id.index())
    }

    /// Each, to be changed.
    pub(crate) fn iter_mut(&mut self) -> std::slice::IterMut<'_, Value> {
        self.list.iter_mut()
    }

    /// One past the last.
    pub(crate) fn end(&self) -> Key {
        Key::from_u32(number(self.list.len()))
    }

    /// The numbers of all, in order.
    pub(crate) fn ids(&self) -> Ids<Key> {
        IdRange { first: Key::from_u32(0), end: self.end() }.iter()
    }

    /// All with their numbers, in order.
    pub(crate) fn enumerated(&self) -> impl Iterator<Item = (Key, &Value)> {
        self.ids().zip(&self.list)
    }

    /// The first for which `holds` does not hold, where it holds for all before and for none behind.
    pub(crate) fn partition_point(&self, holds: impl FnMut(&Value) -> bool) -> Key {
        Key::from_u32(number(self.list.partition_point(holds)))
    }
}

impl<Key, Value> Default for IdVec<Key, Value> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<Key, Value> From<Vec<Value>> for IdVec<Key, Value> {
    fn from(list: Vec<Value>) -> Self {
        Self { list, by: PhantomData }
    }
}

impl<Key, Value> FromIterator<Value> for IdVec<Key, Value> {
    fn from_iter<Iter: IntoIterator<Item = Value>>(iter: Iter) -> Self {
        Vec::from_iter(iter).into()
    }
}

impl<Key, Value> Extend<Value> for IdVec<Key, Value> {
    fn extend<Iter: IntoIterator<Item = Value>>(&mut self, iter: Iter) {
        self.list.extend(iter);
    }
}

impl<Key, Value> IntoIterator for IdVec<Key, Value> {
    type Item = Value;
    type IntoIter = std::vec::IntoIter<Value>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl<'a, Key, Value> IntoIterator for &'a IdVec<Key, Value> {
    type Item = &'a Value;
    type IntoIter = std::slice::Iter<'a, Value>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl<Key, Value> Deref for IdVec<Key, Value> {
    type Target = [Value];

    fn deref(&self) -> &[Value] {
        &self.list
    }
}

impl<Key: Id, Value> Index<Key> for IdVec<Key, Value> {
    type Output = Value;

    fn index(&self, id: Key) -> &Value {
        &self.list[id.index()]
    }
}

impl<Key: Id, Value> IndexMut<Key> for IdVec<Key, Value> {
    fn index_mut(&mut self, id: Key) -> &mut Value {
        &mut self.list[id.index()]
    }
}

impl<Key: Id, Value> Index<IdRange<Key>> for IdVec<Key, Value> {
    type Output = [Value];

    fn index(&self, range: IdRange<Key>) -> &[Value] {
        &self.list[range.first.index()..range.end.index()]
    }
}
