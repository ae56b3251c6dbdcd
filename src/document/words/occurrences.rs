//! The same words elsewhere.

use crate::text::{Source, TextRange};

/// Every place in a text where `words` stand as whole words, in reading order.
pub(crate) fn occurrences(source: &Source, words: &str) -> Vec<TextRange> {
    if words.trim().is_empty() {
        return Vec::new();
    }
    let text = source.text();
    let found = text.match_indices(words).map(|(at, found)| (at, at + found.len()));
    let whole = found.filter(|&(start, end)| starts_word(text, start) && ends_word(text, end));
    whole.map(|(start, end)| TextRange::at(start as u32, end as u32)).collect()
}

/// Scripts that put no space between words: there, any place is a word border.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' // Thai, Lao, Burmese, Khmer
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// A mark that changes the letter before it.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe2f}' | '\u{200d}')
}

fn starts_word(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    let first = text[at..].chars().next();
    match before.next() {
        Some(c) if c.is_alphanumeric() => {
            is_unspaced(c) || first.is_some_and(|first| is_unspaced(first) || !first.is_alphanumeric())
        }
        Some(c) if is_combining(c) => false,
        // "Pierre" is not a word of "Jean-Pierre", "Neill" not one of "O'Neill".
        Some(c) if is_hyphen(c) => !before.next().is_some_and(char::is_alphanumeric),
        Some('\'' | '’') => !before.next().is_some_and(char::is_uppercase),
        _ => true,
    }
}

fn ends_word(text: &str, at: usize) -> bool {
    let mut after = text[at..].chars();
    let last = text[..at].chars().next_back();
    match after.next() {
        Some(c) if c.is_alphanumeric() => {
            is_unspaced(c) || last.is_some_and(|last| is_unspaced(last) || !last.is_alphanumeric())
        }
        Some(c) if is_combining(c) => false,
        // "Paris" is a word of "Paris-based", "Jean" not one of "Jean-Pierre".
        Some(c) if is_hyphen(c) => !after.next().is_some_and(char::is_uppercase),
        Some('\'' | '’') => {
            let rest = after.as_str();
            let word: String = rest.chars().take_while(|character| character.is_alphanumeric()).collect();
            word.is_empty() || word == "s"
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Command, Document, LabelId, Session};
    use crate::text::Source;

    fn count(text: &str, words: &str) -> usize {
        Document::new(Source::new(text)).occurrences(words).len()
    }

    #[test]
    fn whole_words_only() {
        for (text, words, expected) in [
            ("Paris, Parisian and Paris-based; Paris’s", "Paris", 3),
            ("Jean-Pierre and Jean", "Jean", 1),
            ("Jean-Pierre and Pierre", "Pierre", 1),
            ("O'Neill, Neill", "Neill", 1),
            ("北京和北京人", "北京", 2),
            ("Jose\u{301} and Jose", "Jose", 1),
            ("Ana Díaz met Ana Díaz", "Ana Díaz", 2),
            ("aa", " ", 0),
        ] {
            assert_eq!(count(text, words), expected, "{words} in {text}");
        }
    }

    #[test]
    fn marked_ones_are_skipped() {
        let mut session = Session::new(Document::new(Source::new("Ana met Ana and Ana.")));
        let first = TextRange::at(0, 3);
        assert_eq!(session.document().other_occurrences(first).len(), 2);
        let second = session.document().other_occurrences(first)[0];
        let command = Command::AddMentions { ranges: vec![second], label: LabelId::PERSON, entity: None };
        let marked = session.run(command).unwrap().select.unwrap();
        assert_eq!(session.document().other_occurrences(first), [TextRange::at(16, 19)]);
        assert_eq!(session.document().same_words(marked), [marked]);
    }
}
