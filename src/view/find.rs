//! Where words stand in the article.

use crate::text::{Source, TextRange};

/// More hits than this are not worth marking.
const MOST: usize = 2000;

/// Every place of `words`, upper and lower case alike, within one paragraph each, in order.
pub fn find_all(source: &Source, words: &str) -> Vec<TextRange> {
    let wanted: Vec<char> = words.chars().flat_map(char::to_lowercase).collect();
    let mut out = Vec::new();
    if wanted.is_empty() {
        return out;
    }
    for &paragraph in source.paragraphs() {
        let text = source.slice(paragraph);
        // Each lower-case character with the bytes of the character it comes from: lengths differ ("İ").
        let folded: Vec<(char, usize, usize)> = text
            .char_indices()
            .flat_map(|(at, character)| character.to_lowercase().map(move |low| (low, at, at + character.len_utf8())))
            .collect();
        let mut at = 0;
        while at + wanted.len() <= folded.len() {
            if folded[at..at + wanted.len()].iter().map(|letter| letter.0).eq(wanted.iter().copied()) {
                let base = paragraph.start().get();
                let (start, end) = (folded[at].1, folded[at + wanted.len() - 1].2);
                out.push(TextRange::at(base + start as u32, base + end as u32));
                if out.len() == MOST {
                    return out;
                }
                at += wanted.len();
            } else {
                at += 1;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_words_whatever_their_case() {
        let source = Source::new("İzmir, izmir and ÉTÉ.\n\nAn été in IZMIR. aaaa");
        let table: &[(&str, &[&str])] =
            &[("été", &["ÉTÉ", "été"]), ("izmir", &["izmir", "IZMIR"]), ("aa", &["aa", "aa"]), ("", &[]), ("zz", &[])];
        for (words, expected) in table {
            let found: Vec<_> = find_all(&source, words).into_iter().map(|r| source.slice(r)).collect();
            assert_eq!(found, *expected, "{words:?}");
        }
    }
}
