//! Lists of words in text files: `[name]` starts a list, `#` a comment; entries are separated by semicolons.

use std::collections::HashSet;

/// A list to look words up in. Never iterated, so that its order cannot matter.
pub(crate) type Table = HashSet<&'static str>;

/// The entries of the list `name` of `file`.
pub(crate) fn list(file: &'static str, name: &str) -> impl Iterator<Item = &'static str> {
    let inside = move |line: &&str| line.strip_prefix('[').and_then(|letter| letter.strip_suffix(']')) != Some(name);
    file.lines()
        .skip_while(inside)
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split(';'))
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_found_by_name() {
        let file = "# a comment\n[one]\na; b c\n# more\nd\n\n[two]\ne\n";
        assert_eq!(list(file, "one").collect::<Vec<_>>(), ["a", "b c", "d"]);
        assert_eq!(list(file, "two").collect::<Vec<_>>(), ["e"]);
        assert_eq!(list(file, "three").count(), 0);
    }
}
