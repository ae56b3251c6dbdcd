//! Long lists in groups, so that a step in a long article does not look at each of a thousand rows.

/// A group has 32 items on average.
const BITS: u32 = 5;

/// Cuts `items` into groups. A group begins at every item with a number of a certain kind, so that an item that comes or
/// goes leaves all groups but its own as they are. Each group comes with the number of its first item as its name; the
/// first group, which begins with whatever comes first, has none.
pub(crate) fn groups<T>(items: &[T], number: impl Fn(&T) -> u32) -> Vec<(Option<u32>, &[T])> {
    // Spreads numbers evenly (Knuth, The Art of Computer Programming 3, section 6.4: multiplicative hashing).
    let begins = |item: &T| number(item).wrapping_mul(0x9E37_79B1) >> (u32::BITS - BITS) == 0;
    let mut out = Vec::new();
    let mut rest = items;
    while !rest.is_empty() {
        let end = rest.iter().skip(1).position(begins).map_or(rest.len(), |at| at + 1);
        let (group, behind) = rest.split_at(end);
        out.push((rest.first().filter(|_| !out.is_empty()).map(&number), group));
        rest = behind;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(items: &[u32]) -> Vec<(Option<u32>, Vec<u32>)> {
        groups(items, |n| *n).into_iter().map(|(name, group)| (name, group.to_vec())).collect()
    }

    #[test]
    fn an_item_that_moves_changes_few_groups() {
        let items: Vec<u32> = (0..2000).map(|n| n * 7 % 2000).collect();
        let before = of(&items);
        assert_eq!(before.iter().flat_map(|(_, group)| group.clone()).collect::<Vec<_>>(), items);
        assert!((30..130).contains(&before.len()), "{} groups", before.len());
        assert!(before.iter().all(|(_, group)| group.len() < 400));
        for (from, to) in [(0, 1999), (500, 3), (1234, 1000), (1999, 0)] {
            let mut moved = items.clone();
            let item = moved.remove(from);
            moved.insert(to, item);
            let after = of(&moved);
            let new = after.iter().filter(|group| !before.contains(group)).count();
            assert!(new <= 4, "{new} of {} groups are new", after.len());
        }
    }

    #[test]
    fn nothing_has_no_groups_and_few_items_are_one() {
        assert_eq!(of(&[]), []);
        assert_eq!(of(&[3, 1, 2]), [(None, vec![3, 1, 2])]);
    }
}
