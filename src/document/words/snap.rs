//! From a selection to what it means: whole graphemes, whole words, no stray space or comma. One rule for mouse, touch
//! and keyboard.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use crate::text::TextRange;

/// How a selection is made tidy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Snap {
    /// For names: white space and punctuation trimmed, then grown to whole words. The default.
    Words,
    /// For names, exactly: white space and punctuation trimmed, whole graphemes.
    Characters,
    /// For quotes: only white space trimmed, grown to whole words, and to the quotation marks right around it.
    Quote,
}

/// Second halves that are not part of a name: "Paris-based", "U.S.-led".
const NOT_IN_NAME: &[&str] = &[
    "backed",
    "based",
    "born",
    "bound",
    "controlled",
    "educated",
    "elect",
    "era",
    "friendly",
    "funded",
    "held",
    "led",
    "like",
    "linked",
    "listed",
    "made",
    "occupied",
    "only",
    "owned",
    "registered",
    "run",
    "style",
    "trained",
    "wide",
];

/// Abbreviations whose point belongs to a name that ends with them.
const KEEPS_POINT: &[&str] = &["Bros", "Co", "Corp", "Inc", "Jr", "Ltd", "Mt", "Sr", "St"];

/// A person's selection made tidy; `None` when nothing is left. Snapping twice changes nothing more.
pub(crate) fn snap(text: &str, range: TextRange, how: Snap) -> Option<TextRange> {
    let (start, end) = (range.start().index().min(text.len()), range.end().index().min(text.len()));
    let (start, end) = (grapheme_start(text, start), grapheme_end(text, end));
    let (start, end) = match how {
        Snap::Characters => trim(text, start, end)?,
        Snap::Words => {
            let (start, end) = trim(text, start, end)?;
            let (start, end) = whole_words(text, start, end);
            trim(text, start, without_possessive(text, start, end))?
        }
        Snap::Quote => {
            let (start, end) = trim_space(text, start, end)?;
            let (start, end) = if text[start..end].contains(char::is_alphanumeric) {
                whole_words(text, start, end)
            } else {
                (start, end)
            };
            let (start, end) = with_marks(text, start, end);
            (start, grapheme_end(text, end))
        }
    };
    Some(TextRange::at(start as u32, end as u32))
}

/// The last grapheme border at or before `at`.
fn grapheme_start(text: &str, at: usize) -> usize {
    let at = text.floor_char_boundary(at);
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    if cursor.is_boundary(text, 0).unwrap_or(true) {
        at
    } else {
        cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0)
    }
}

/// The first grapheme border at or after `at`.
fn grapheme_end(text: &str, at: usize) -> usize {
    let at = text.ceil_char_boundary(at);
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    if cursor.is_boundary(text, 0).unwrap_or(true) {
        at
    } else {
        cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
    }
}

/// Without the white space and punctuation at both ends.
fn trim(text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let (from, to) =
        trim_graphemes(text, start, end, |grapheme| is_blank(grapheme) || grapheme.chars().all(is_trimmed))?;
    Some((from, if keeps_point(&text[from..to], &text[to..end]) { to + 1 } else { to }))
}

/// Without the white space at both ends.
fn trim_space(text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    trim_graphemes(text, start, end, is_blank)
}

/// Without the graphemes at both ends that `goes` names.
fn trim_graphemes(text: &str, start: usize, end: usize, goes: impl Fn(&str) -> bool) -> Option<(usize, usize)> {
    let inner = text.get(start..end)?;
    let (first, _) = inner.grapheme_indices(true).find(|(_, grapheme)| !goes(grapheme))?;
    let (last, grapheme) = inner.grapheme_indices(true).rev().find(|(_, grapheme)| !goes(grapheme))?;
    Some((start + first, start + last + grapheme.len()))
}

/// White space, also with a mark that has no letter to stand on.
fn is_blank(grapheme: &str) -> bool {
    grapheme.starts_with(char::is_whitespace)
}

/// Whether the point that follows `name` is that of an abbreviation.
fn keeps_point(name: &str, after: &str) -> bool {
    let last = name.rsplit(char::is_whitespace).next().unwrap_or(name);
    after.graphemes(true).next() == Some(".") && (last.contains('.') || KEEPS_POINT.contains(&last) || is_initial(last))
}

/// A single capital letter, as in "George W.".
fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

fn without_possessive(text: &str, start: usize, end: usize) -> usize {
    let name = &text[start..end];
    let cut = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name);
    if cut.ends_with(char::is_alphanumeric) { start + cut.len() } else { end }
}

/// The run without white space around `at` (which lies at or after the run's start), as start and end.
fn run_around(text: &str, at: usize) -> (usize, usize) {
    let start = text[..at]
        .rfind(char::is_whitespace)
        .map_or(0, |index| index + text[index..].chars().next().map_or(1, char::len_utf8));
    let end = text[at..].find(char::is_whitespace).map_or(text.len(), |index| at + index);
    (start, end)
}

/// Grown to whole words, and again to whole graphemes: in some scripts a word border splits one.
fn whole_words(text: &str, start: usize, end: usize) -> (usize, usize) {
    (grapheme_start(text, word_start(text, start)), grapheme_end(text, word_end(text, end)))
}

/// Where the word that holds the character at `at` starts.
fn word_start(text: &str, at: usize) -> usize {
    let (from, to) = run_around(text, at);
    let pieces: Vec<_> = text[from..to].split_word_bound_indices().collect();
    let mut i = pieces.partition_point(|(start, _)| from + start <= at).saturating_sub(1);
    while i >= 2 && joined(pieces[i - 2].1, pieces[i - 1].1, pieces[i].1) {
        i -= 2;
    }
    pieces.get(i).map_or(at, |(start, _)| from + start)
}

/// Where the word that holds the character before `at` ends.
fn word_end(text: &str, at: usize) -> usize {
    let last = text[..at].char_indices().next_back().map_or(0, |(index, _)| index);
    let (from, to) = run_around(text, last);
    let pieces: Vec<_> = text[from..to].split_word_bound_indices().collect();
    let mut i = pieces.partition_point(|(start, _)| from + start <= last).saturating_sub(1);
    while i + 2 < pieces.len() && joined(pieces[i].1, pieces[i + 1].1, pieces[i + 2].1) {
        i += 2;
    }
    pieces.get(i).map_or(at, |(start, piece)| (from + start + piece.len()).max(at))
}

/// Whether a hyphen joins two pieces to one word ("Kassym-Jomart", not "Paris-based").
fn joined(left: &str, hyphen: &str, right: &str) -> bool {
    let is_word = |text: &str| text.chars().next().is_some_and(char::is_alphanumeric);
    let named = left.chars().next().is_some_and(char::is_uppercase);
    matches!(hyphen, "-" | "\u{2010}" | "\u{2011}")
        && is_word(left)
        && is_word(right)
        && !(named && NOT_IN_NAME.contains(&right))
}

/// Grown to the quotation marks that stand right around it, unless it has its marks already.
fn with_marks(text: &str, start: usize, end: usize) -> (usize, usize) {
    let inner = &text[start..end];
    let ends = (inner.chars().next(), inner.chars().next_back());
    if inner.chars().nth(1).is_some() && matches!(ends, (Some(open), Some(close)) if is_pair(open, close)) {
        return (start, end);
    }
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    // The closing mark may stand after a comma or point that the selection left out.
    let (point, mark) = match after {
        Some(p @ (',' | '.' | '!' | '?' | '…')) => (p.len_utf8(), text[end + p.len_utf8()..].chars().next()),
        other => (0, other),
    };
    match (before, mark) {
        (Some(open), Some(close)) if is_pair(open, close) => (start - open.len_utf8(), end + point + close.len_utf8()),
        _ => (start, end),
    }
}

fn is_pair(open: char, close: char) -> bool {
    matches!(
        (open, close),
        ('"', '"')
            | ('\'', '\'')
            | ('“' | '„' | '”', '”')
            | ('„', '“')
            | ('‘' | '‚' | '’', '’')
            | ('‚', '‘')
            | ('«', '»')
            | ('»', '«')
            | ('‹', '›')
            | ('›', '‹')
            | ('「', '」')
            | ('『', '』')
    )
}

/// White space, controls, invisible format characters and punctuation. Signs that belong to what they stand at
/// (`@`, `#`, `$`, `%`, `&`, `+`) and all symbols, emoji included, stay.
pub(crate) fn is_trimmed(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '!' | '"'
                | '\''
                | '('
                | ')'
                | '*'
                | ','
                | '-'
                | '.'
                | '/'
                | ':'
                | ';'
                | '?'
                | '['
                | '\\'
                | ']'
                | '_'
                | '`'
                | '{'
                | '|'
                | '}'
                | '~'
        )
        || matches!(c,
            '\u{a1}' | '\u{a7}' | '\u{ab}' | '\u{ad}' | '\u{b4}' | '\u{b6}' | '\u{b7}' | '\u{bb}' | '\u{bf}' // Latin-1
            | '\u{37e}' | '\u{387}' | '\u{55a}'..='\u{55f}' | '\u{589}' | '\u{58a}' // Greek, Armenian
            | '\u{5be}' | '\u{5c0}' | '\u{5c3}' | '\u{5f3}' | '\u{5f4}' // Hebrew
            | '\u{60c}' | '\u{60d}' | '\u{61b}' | '\u{61e}' | '\u{61f}' | '\u{66a}'..='\u{66d}' | '\u{6d4}' // Arabic
            | '\u{964}' | '\u{965}' | '\u{970}' | '\u{e4f}' | '\u{e5a}' | '\u{e5b}' // Indic, Thai
            | '\u{1361}'..='\u{1368}' // Ethiopic
            | '\u{200b}'..='\u{200f}' | '\u{2010}'..='\u{205e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' // general
            | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}' | '\u{30fb}' // CJK
            | '\u{ff01}' | '\u{ff08}' | '\u{ff09}' | '\u{ff0c}'..='\u{ff0f}' | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}'
            | '\u{ff3b}' | '\u{ff3d}' | '\u{ff5b}' | '\u{ff5d}' | '\u{ff5f}'..='\u{ff65}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::text::Source;

    /// Snaps what stands between the bars.
    fn snapped(marked: &str, how: Snap) -> Option<String> {
        let start = marked.find('|').expect("a bar");
        let text = marked.replacen('|', "", 1);
        let end = text.find('|').expect("two bars");
        let text = text.replacen('|', "", 1);
        let document = Document::new(Source::new(text.as_str()));
        let range = document.snap(TextRange::at(start as u32, end as u32), how)?;
        assert_eq!(document.snap(range, how), Some(range), "snapping twice: {marked}");
        Some(document.source().slice(range).to_owned())
    }

    #[test]
    fn names() {
        for (marked, words) in [
            ("said |Ana Díaz, |who", "Ana Díaz"),
            ("said A|na Dí|az, who", "Ana Díaz"),
            ("in |Kassym|-Jomart's house", "Kassym-Jomart"),
            ("the |Paris|-based firm", "Paris"),
            ("the |U.S.|-led force", "U.S."),
            ("|Tokayev’s| visit", "Tokayev"),
            ("by (|Reuters).|", "Reuters"),
            ("Martin Luther |King Jr.|, pastor", "King Jr."),
            ("in the |U.S.|", "U.S."),
            ("in |Paris.| Then", "Paris"),
            ("O’|Ne|ill left", "O’Neill"),
            ("Ban |Ki|-moon left", "Ki-moon"),
            ("hello |@han|dle there", "@handle"),
            ("习近平在|北京|说", "北京"),
            ("one | two\n\nthree |four", "two\n\nthree"),
            ("x |👩‍👩‍👧| y", "👩‍👩‍👧"),
        ] {
            assert_eq!(snapped(marked, Snap::Words).as_deref(), Some(words), "{marked}");
        }
        for nothing in ["a | | b", "a |, …| b", "||", "a||b", "“|”|"] {
            let found = snapped(nothing, Snap::Words);
            assert!(found.is_none(), "{nothing}: {found:?}");
        }
    }

    #[test]
    fn exact_characters_never_split_a_grapheme() {
        assert_eq!(snapped("McDon|ald| said", Snap::Characters).as_deref(), Some("ald"));
        // The bar falls between e and its combining accent.
        assert_eq!(snapped("Caf|e|\u{301} x", Snap::Characters).as_deref(), Some("e\u{301}"));
        assert_eq!(snapped("a |👩|\u{200d}👧 b", Snap::Characters).as_deref(), Some("👩\u{200d}👧"));
    }

    #[test]
    fn quotes_keep_their_marks() {
        for (marked, quote) in [
            ("said, “|Prices ro|se.” She", "“Prices rose.”"),
            ("said, “|Prices rose|.” She", "“Prices rose.”"),
            ("said, |“Prices rose.” |She", "“Prices rose.”"),
            ("said «|Oui|» hier", "«Oui»"),
            ("said that | prices rose |", "prices rose"),
        ] {
            assert_eq!(snapped(marked, Snap::Quote).as_deref(), Some(quote), "{marked}");
        }
    }
}
