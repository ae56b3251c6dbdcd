//! Columns of like bytes, of which the packed files consist: they compress well in transit. Little-endian.

use std::fmt;

/// The bytes are not a packed file of lists or a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackError;

impl fmt::Display for PackError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("not a packed file of this version")
    }
}

impl std::error::Error for PackError {}

/// Reads columns one after the other.
#[derive(Debug)]
pub struct Columns<'a> {
    rest: &'a [u8],
}

impl<'a> Columns<'a> {
    /// The columns behind `magic`, the first four bytes of the file.
    ///
    /// # Errors
    /// When the file begins otherwise.
    pub fn after(magic: [u8; 4], bytes: &'a [u8]) -> Result<Self, PackError> {
        match bytes.split_at_checked(4) {
            Some((head, rest)) if head == magic => Ok(Self { rest }),
            _ => Err(PackError),
        }
    }

    /// The next `n` bytes.
    ///
    /// # Errors
    /// When there are fewer; so with all that follow.
    pub fn take(&mut self, count: usize) -> Result<&'a [u8], PackError> {
        let (head, rest) = self.rest.split_at_checked(count).ok_or(PackError)?;
        self.rest = rest;
        Ok(head)
    }

    /// A count of rows (`u32`), each of which takes a byte at least.
    pub fn count(&mut self) -> Result<usize, PackError> {
        let bytes = self.take(4)?;
        let length = u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) as usize;
        if length <= self.rest.len() { Ok(length) } else { Err(PackError) }
    }

    /// A number in groups of seven bits, low ones first.
    fn varint(&mut self) -> Result<u32, PackError> {
        let (mut value, mut shift) = (0_u32, 0);
        loop {
            let byte = self.take(1)?[0];
            value |= u32::from(byte & 0x7f).checked_shl(shift).ok_or(PackError)?;
            if byte < 0x80 {
                return Ok(value);
            }
            shift += 7;
        }
    }

    /// `n` keys in rising order: the low bytes of the gaps between them, then the rest of each.
    pub fn keys(&mut self, count: usize) -> Result<Vec<u32>, PackError> {
        let low = self.take(count)?;
        let mut keys = Vec::with_capacity(count);
        let mut key = 0_u32;
        for &byte in low {
            let gap = self.varint()?.checked_mul(256).ok_or(PackError)? | u32::from(byte);
            key = key.checked_add(gap).ok_or(PackError)?;
            keys.push(key);
        }
        Ok(keys)
    }

    /// `n` numbers of two bytes: all low bytes, then all high ones.
    pub fn wide(&mut self, count: usize) -> Result<impl Fn(usize) -> u16 + use<'a>, PackError> {
        let (low, high) = (self.take(count)?, self.take(count)?);
        Ok(move |index: usize| u16::from_le_bytes([low[index], high[index]]))
    }

    /// `n` numbers of two bytes of which few are distinct: how many are, these, for each number which of them (the
    /// last one that a byte can tell stands for all others), the others.
    pub fn few(&mut self, count: usize) -> Result<Vec<u16>, PackError> {
        let distinct = self.count()?;
        let values = self.wide(distinct)?;
        let which = self.take(count)?;
        let others = self.wide(which.iter().map(|&index| usize::from(index == OTHER)).sum())?;
        let mut next = 0;
        let mut value = |index: u8| {
            if index == OTHER {
                next += 1;
                return Ok(others(next - 1));
            }
            if usize::from(index) < distinct { Ok(values(usize::from(index))) } else { Err(PackError) }
        };
        which.iter().map(|&index| value(index)).collect()
    }
}

/// In a column of few distinct numbers: none of the frequent ones.
const OTHER: u8 = u8::MAX;

/// Appends numbers of which few are distinct.
#[cfg(feature = "train")]
pub fn put_few(out: &mut Vec<u8>, values: &[u16]) {
    let mut times: std::collections::BTreeMap<u16, usize> = std::collections::BTreeMap::new();
    for &value in values {
        *times.entry(value).or_default() += 1;
    }
    let mut frequent: Vec<(usize, u16)> = times.into_iter().map(|(value, times)| (times, value)).collect();
    frequent.sort_by_key(|&(times, value)| (std::cmp::Reverse(times), value));
    frequent.truncate(usize::from(OTHER));
    let distinct: Vec<u16> = frequent.into_iter().map(|(_, value)| value).collect();
    let index = |value: &u16| distinct.iter().position(|digit| digit == value).map_or(OTHER, |at| at as u8);
    let which: Vec<u8> = values.iter().map(index).collect();
    let others: Vec<u16> = values.iter().zip(&which).filter(|(_, at)| **at == OTHER).map(|(value, _)| *value).collect();
    put_count(out, distinct.len());
    put_wide(out, &distinct);
    out.extend(&which);
    put_wide(out, &others);
}

/// Appends a count.
#[cfg(feature = "train")]
pub fn put_count(out: &mut Vec<u8>, count: usize) {
    out.extend((count as u32).to_le_bytes());
}

/// Appends keys in rising order.
#[cfg(feature = "train")]
pub fn put_keys(out: &mut Vec<u8>, keys: impl Iterator<Item = u32>) {
    let gaps: Vec<u32> = keys.scan(0, |last, key| Some(key - std::mem::replace(last, key))).collect();
    out.extend(gaps.iter().map(|&gap| gap as u8));
    for gap in gaps {
        let mut rest = gap >> 8;
        while rest >= 0x80 {
            out.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        out.push(rest as u8);
    }
}

/// Appends numbers of two bytes.
#[cfg(feature = "train")]
pub fn put_wide(out: &mut Vec<u8>, values: &[u16]) {
    out.extend(values.iter().map(|&value| value as u8));
    out.extend(values.iter().map(|&value| (value >> 8) as u8));
}

#[cfg(all(test, feature = "train"))]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let keys = [0, 1, 300, 70_000, 70_001, u32::MAX];
        let mut out = b"TEST".to_vec();
        put_count(&mut out, keys.len());
        put_keys(&mut out, keys.into_iter());
        put_wide(&mut out, &[1, 0xfffe]);
        let mut columns = Columns::after(*b"TEST", &out).expect("the right file");
        let count = columns.count().expect("a count");
        assert_eq!(columns.keys(count).as_deref(), Ok(&keys[..]));
        assert_eq!(columns.wide(2).map(|wide| [wide(0), wide(1)]), Ok([1, 0xfffe]));
        assert_eq!(columns.take(1), Err(PackError));
        assert!(Columns::after(*b"ELSE", &out).is_err());
    }

    #[test]
    fn few_distinct_numbers_are_read() {
        let values: Vec<u16> =
            (0..2000_u16).map(|index| if index % 3 == 0 { index } else { index % 7 * 1000 }).collect();
        let mut out = b"TEST".to_vec();
        put_few(&mut out, &values);
        let mut columns = Columns::after(*b"TEST", &out).expect("the right file");
        assert_eq!(columns.few(2000), Ok(values));
        assert_eq!(columns.take(1), Err(PackError));
        // A number that stands for none of the distinct ones.
        let wrong = [b"TEST".as_slice(), &[1, 0, 0, 0], &[5, 0], &[3, 0, 0]].concat();
        assert_eq!(Columns::after(*b"TEST", &wrong).and_then(|mut character| character.few(3)), Err(PackError));
    }

    #[test]
    fn broken_files_are_refused() {
        let many = [b"TEST".as_slice(), &[255; 4]].concat();
        assert_eq!(Columns::after(*b"TEST", &many).and_then(|mut character| character.count()), Err(PackError));
        let endless = [b"TEST".as_slice(), &[0; 1], &[255; 9]].concat();
        assert_eq!(Columns::after(*b"TEST", &endless).and_then(|mut character| character.keys(1)), Err(PackError));
        assert!(Columns::after(*b"TEST", b"TES").is_err());
    }
}
