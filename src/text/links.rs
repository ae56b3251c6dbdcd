//! Addresses of web pages in what a person typed.

use std::ops::Range;

/// Where addresses of web pages stand in `text`: from "http://" or "https://" to the next white space, without the
/// punctuation of the sentence around them.
pub fn links(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(found) = ["http://", "https://"].into_iter().filter_map(|scheme| text[at..].find(scheme)).min() {
        let start = at + found;
        let rest = &text[start..];
        let is_end =
            |character: char| character.is_whitespace() || character.is_control() || "<>\"“”„«»".contains(character);
        let whole = rest.find(is_end).unwrap_or(rest.len());
        let end = start + ends(&rest[..whole]);
        let is_own_word = text[..start].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
        let host = text[start..end].split_once("://").map_or("", |(_, host)| host);
        if is_own_word && host.starts_with(char::is_alphanumeric) {
            out.push(start..end);
        }
        at = start + whole.max(1);
    }
    out
}

/// Where an address ends: punctuation behind it belongs to the sentence, and so does a bracket that was opened before it.
fn ends(address: &str) -> usize {
    let mut rest = address;
    loop {
        let cut = rest.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '*', '_']);
        let unopened =
            |open: char, close: char| cut.ends_with(close) && cut.matches(close).count() > cut.matches(open).count();
        let shorter =
            if unopened('(', ')') || unopened('[', ']') || unopened('{', '}') { &cut[..cut.len() - 1] } else { cut };
        if shorter.len() == rest.len() {
            return rest.len();
        }
        rest = shorter;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_addresses_and_leaves_the_sentence_its_marks() {
        let table: &[(&str, &[&str])] = &[
            ("see https://example.org/a_b?c=d#e.", &["https://example.org/a_b?c=d#e"]),
            ("(http://example.org/x_(y)), and more", &["http://example.org/x_(y)"]),
            ("two: https://a.org\nhttps://b.org/ö!", &["https://a.org", "https://b.org/ö"]),
            ("“https://a.org/”, he said", &["https://a.org/"]),
            ("ftp://a.org, javascript:alert(1), www.a.org, https://, https://.", &[]),
            ("xhttps://a.org", &[]),
            ("", &[]),
        ];
        for (text, expected) in table {
            let found: Vec<&str> = links(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, *expected, "{text}");
        }
    }
}
