//! Web and e-mail addresses, handles and tags.

use crate::segment::chars::{self, LETTER, SPACE, WORD};
use crate::segment::lists::top_level_domains::TOP_LEVEL_DOMAINS;

/// Finds addresses in one paragraph. What was looked at once without success is not looked at again, so that a long run
/// of dots and letters costs linear time.
#[derive(Debug)]
pub(super) struct Addresses {
    has_at: bool,
    mail_checked: usize,
    host_checked: usize,
}

impl Addresses {
    /// For the paragraph `text`.
    pub(super) fn new(text: &str) -> Self {
        Self { has_at: text.as_bytes().contains(&b'@'), mail_checked: 0, host_checked: 0 }
    }

    /// The end of the address that starts with the word at `start`, whose first run of letters and digits ends at
    /// `word_end`.
    pub(super) fn end(&mut self, text: &str, start: usize, word_end: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        if self.has_at
            && start >= self.mail_checked
            && let Some(end) = self.mail(text, start)
        {
            return Some(end);
        }
        match bytes.get(word_end) {
            Some(b':') if bytes[word_end..].starts_with(b"://") && bytes[start..word_end].is_ascii() => {
                Some(trimmed(text, start, run(text, word_end + 3)))
            }
            Some(b'.') if bytes[start..word_end].eq_ignore_ascii_case(b"www") => {
                let end = trimmed(text, start, run(text, word_end + 1));
                (end > word_end + 1).then_some(end)
            }
            Some(b'.') if start >= self.host_checked => self.host(text, start),
            _ => None,
        }
    }

    fn mail(&mut self, text: &str, start: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let local = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'+');
        let name_end = start + bytes[start..].iter().take_while(|byte| local(byte)).count();
        self.mail_checked = name_end;
        if name_end == start || bytes.get(name_end) != Some(&b'@') {
            return None;
        }
        let host_end = host_run(bytes, name_end + 1);
        let host = &text[name_end + 1..host_end];
        (host.contains('.') && host.len() > 3).then_some(host_end)
    }

    fn host(&mut self, text: &str, start: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let end = host_run(bytes, start);
        self.host_checked = end;
        let (name, top) = text[start..end].rsplit_once('.')?;
        let slash = bytes.get(end) == Some(&b'/');
        if name.is_empty()
            || !(TOP_LEVEL_DOMAINS.contains(&top) || slash && is_country_code(top))
            || chars::at(text, end).0 & WORD != 0
        {
            return None;
        }
        Some(if slash { trimmed(text, start, run(text, end)) } else { end })
    }
}

/// The end of the @handle or #tag at `start`.
pub(super) fn handle(text: &str, start: usize) -> Option<usize> {
    let mut at = start + 1;
    let mut letters = false;
    loop {
        let (class, len) = chars::at(text, at);
        if class & WORD == 0 && text.as_bytes().get(at) != Some(&b'_') {
            break;
        }
        letters |= class & LETTER != 0;
        at += len;
    }
    letters.then_some(at)
}

/// The end of letters, digits, hyphens and single dots, without a dot or hyphen at the end.
fn host_run(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    while let Some(&byte) = bytes.get(end) {
        let dot = byte == b'.' && bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric);
        if !(byte.is_ascii_alphanumeric() || byte == b'-' || dot) {
            break;
        }
        end += 1;
    }
    while end > start && bytes[end - 1] == b'-' {
        end -= 1;
    }
    end
}

/// The end of everything up to white space, a bracket or a quotation mark.
fn run(text: &str, start: usize) -> usize {
    let stop = |character: char| {
        chars::of(character) & SPACE != 0 || matches!(character, '<' | '>' | '"' | '“' | '”' | '«' | '»' | '’' | '⟧')
    };
    text[start..].find(stop).map_or(text.len(), |count| start + count)
}

/// `end` without punctuation that belongs to the sentence.
fn trimmed(text: &str, start: usize, end: usize) -> usize {
    let ending = |character: char| {
        matches!(character, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '\'' | '…' | '*' | '_')
    };
    start + text[start..end].trim_end_matches(ending).len()
}

/// Two lower-case letters: a country's domain, believed only with a path behind it ("it" and "me" are words).
fn is_country_code(label: &str) -> bool {
    label.len() == 2 && label.bytes().all(|byte| byte.is_ascii_lowercase())
}
