//! Closed lists of words, each written as one text that is split when the program is compiled.

/// The words of a text: `words!("is are was")` is `["is", "are", "was"]`.
macro_rules! words {
    ($text:literal) => {{
        const WORDS: [&str; $crate::text::count_words($text)] = $crate::text::split_words($text);
        &WORDS
    }};
}
pub(crate) use words;

/// How many words `text` has. They stand one space apart.
pub(crate) const fn count_words(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut words, mut at) = (1, 0);
    while at < bytes.len() {
        if bytes[at] == b' ' {
            words += 1;
        }
        at += 1;
    }
    words
}

/// The words of `text`.
pub(crate) const fn split_words<const N: usize>(text: &'static str) -> [&'static str; N] {
    let mut words = [""; N];
    let (mut rest, mut word, mut at) = (text, 0, 0);
    while at < rest.len() {
        if rest.as_bytes()[at] == b' ' {
            let (before, behind) = rest.split_at(at);
            words[word] = before;
            rest = behind.split_at(1).1;
            (word, at) = (word + 1, 0);
        } else {
            at += 1;
        }
    }
    words[word] = rest;
    words
}

/// Whether `list` holds `word`, whatever the case of its letters.
pub(crate) fn has_in_any_case(list: &[&str], word: &str) -> bool {
    list.iter().any(|listed| listed.eq_ignore_ascii_case(word))
}

/// Whether `list` holds `word`, which may have a capital at its start.
pub(crate) fn has_capitalized(list: &[&str], word: &str) -> bool {
    let Some((first, rest)) = word.as_bytes().split_first() else { return false };
    list.iter().any(|listed| {
        listed.as_bytes().split_first().is_some_and(|(initial, behind)| {
            behind == rest && (initial == first || initial.to_ascii_uppercase() == *first)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{has_capitalized, has_in_any_case};

    const LIST: &[&str] = words!("a an señor");

    #[test]
    fn a_text_is_split_into_its_words() {
        assert_eq!(LIST, ["a", "an", "señor"]);
    }

    #[test]
    fn case_counts_as_asked() {
        assert!(has_capitalized(LIST, "an") && has_capitalized(LIST, "An") && has_capitalized(LIST, "Señor"));
        assert!(!has_capitalized(LIST, "AN") && !has_capitalized(LIST, "") && !has_capitalized(LIST, "and"));
        assert!(has_in_any_case(LIST, "AN") && !has_in_any_case(LIST, "ANN"));
    }
}
