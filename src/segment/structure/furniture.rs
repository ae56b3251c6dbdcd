//! What is page furniture wherever it stands.

use crate::segment::chars;
use crate::segment::lists::cookie_notices::COOKIE_NOTICES;
use crate::segment::structure::line::{Line, key};
use crate::segment::structure::phrases;
use crate::segment::structure::{caption, dates};

/// Whether the line is furniture by its own words.
pub(super) fn is_furniture(line: &Line<'_>) -> bool {
    if caption::is_caption(line) {
        return true;
    }
    if !line.is_short() {
        return false;
    }
    if line.starts_quoted() {
        return !line.has_word();
    }
    if !line.has_word()
        || is_signature(line.text)
        || is_address(line.text)
        || dates::is_weather(line.text)
        || dates::is_date(line.text)
    {
        return true;
    }
    let key = line.key();
    if phrases::alone(&key) || phrases::counter(&key) || is_age(line, &key) || is_row_of_buttons(line, &key) {
        return true;
    }
    if line.words > 24 {
        return false;
    }
    let lower = line.text.trim_start_matches(['[', '(', '*', '-', '–', '—', '•', '>', '»', '▶', ' ']);
    let lower = lower.chars().take(40).flat_map(char::to_lowercase).collect::<String>();
    begins_like_furniture(line, &lower) || is_navigation(line.text) || is_cookie_notice(line, &key)
}

/// A plain sentence that begins like furniture is one up to so many words.
const PLAIN: usize = 14;

/// Lines of a phrase and what it is about ("Tags: Vanuatu, weather"). A sentence with a full stop is one only when it is
/// short and plain, so that "Subscribe to the view, he said, that …" stays.
fn begins_like_furniture(line: &Line<'_>, lower: &str) -> bool {
    let plain = !line.text.contains(['“', '"', '«', ',']);
    phrases::begins(lower) && (!line.ends_sentence() || line.words <= PLAIN && plain)
}

/// "Ana Díaz 3 hours ago", "vor 3 Stunden".
fn is_age(line: &Line<'_>, key: &str) -> bool {
    const LONGEST: usize = 8;
    let number = key.rfind(|character: char| character.is_ascii_digit());
    let start = number.and_then(|at| key[..=at].rfind(' ')).map_or(0, |space| space + 1);
    line.words <= LONGEST && key.ends_with(" ago") && phrases::counter(&key[start..])
}

/// Words of buttons in one line ("Facebook Twitter Share via Email"), as a row of them is copied.
fn is_row_of_buttons(line: &Line<'_>, key: &str) -> bool {
    const FEWEST: usize = 3;
    let button = |word: &str| phrases::alone(word) || phrases::between_buttons(word);
    line.words >= FEWEST && !line.ends_sentence() && !line.text.contains(',') && key.split(' ').all(button)
}

/// Who wrote what is quoted from a network above, and when ("— Ana Díaz (@anadiaz) March 3, 2021").
pub(super) fn is_signature(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(['—', '–', '-', '―']) else { return false };
    let Some((_, rest)) = rest.split_once("(@") else { return false };
    let Some((handle, date)) = rest.split_once(')') else { return false };
    let is_handle = !handle.is_empty() && handle.chars().all(|one| one.is_alphanumeric() || "_.-@".contains(one));
    is_handle && (date.trim().is_empty() || dates::is_date(date))
}

/// An address and nothing else.
fn is_address(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let (Some(only), None) = (words.next(), words.next()) else { return false };
    only.contains("://")
        || only.starts_with("www.")
        || only.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        || only.starts_with('@') && only.len() > 2
        || only.starts_with('#') && only.chars().nth(1).is_some_and(char::is_alphabetic)
}

/// Items of a menu in one line ("Home | World | Sport", "Home > News > Asia").
fn is_navigation(text: &str) -> bool {
    let separator = |character: char| matches!(character, '|' | '•' | '·' | '»' | '›' | '>' | '/' | '\t' | '→');
    let mut items = 0;
    let mut known = 0;
    let parts = text.split(separator).flat_map(|part| part.split("   "));
    for part in parts.map(str::trim).filter(|phrase| !phrase.is_empty()) {
        let item = key(part);
        items += 1;
        known += usize::from(phrases::alone(&item) || phrases::section(&item));
    }
    items >= 2 && known >= 2 && known * 2 > items
        || items >= 2 && known >= 1 && text.contains(['>', '»', '›']) && key(text).starts_with("home")
}

/// "We use cookies …": short, without a quotation, addressed to the reader.
fn is_cookie_notice(line: &Line<'_>, key: &str) -> bool {
    key.contains("cookie")
        && !line.text.chars().any(|character| chars::is_quote_mark(character) && !chars::is_apostrophe(character))
        && COOKIE_NOTICES.iter().any(|begin| key.starts_with(begin))
}
