//! Lists of words in text files: `[name]` starts a list, `#` a comment; entries are separated by semicolons.

use std::collections::{HashMap, HashSet};

/// A list to look words up in. Never iterated, so that its order cannot matter.
pub(crate) type Table = HashSet<&'static str>;

/// The entries of the list `name` of `file`.
pub(crate) fn list(file: &'static str, name: &str) -> impl Iterator<Item = &'static str> {
    let inside = move |line: &&str| line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) != Some(name);
    file.lines()
        .skip_while(inside)
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split(';'))
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
}

/// Phrases by their first words, to be found within a text in one pass. Never iterated, so that its order cannot matter.
pub(crate) struct Phrases(HashMap<&'static str, Vec<&'static str>>);

impl Phrases {
    pub(crate) fn new(phrases: impl Iterator<Item = &'static str>) -> Self {
        let mut by_first: HashMap<_, Vec<_>> = HashMap::new();
        for phrase in phrases {
            by_first.entry(first_word(phrase)).or_default().push(phrase);
        }
        Self(by_first)
    }

    /// The phrases that begin with a word of `lower`, with where they begin.
    pub(crate) fn within<'a>(&'a self, lower: &'a str) -> impl Iterator<Item = (usize, &'static str)> + 'a {
        let mut at = 0;
        let words = std::iter::from_fn(move || {
            at += lower[at..].find(char::is_alphanumeric)?;
            let start = at;
            at += first_word(&lower[at..]).len();
            Some((start, &lower[start..at]))
        });
        words.flat_map(move |(start, word)| {
            let here = &lower[start..];
            let phrases = self.0.get(word).into_iter().flatten();
            phrases.filter(|phrase| here.starts_with(**phrase)).map(move |phrase| (start, *phrase))
        })
    }
}

/// The letters and digits that `text` begins with.
fn first_word(text: &str) -> &str {
    &text[..text.find(|character: char| !character.is_alphanumeric()).unwrap_or(text.len())]
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
