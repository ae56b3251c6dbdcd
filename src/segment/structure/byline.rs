//! Bylines: who wrote the article.

use crate::segment::chars::{self, UPPER};
use crate::segment::lists::byline_openings::{BYLINES, STAMPS};
use crate::segment::structure::line::Line;

/// Whether the line, which stands between headline and text, says who wrote it.
pub(super) fn is_byline(line: &Line<'_>) -> bool {
    if line.words > 18 || line.ends_in_stop() && line.words > 6 {
        return false;
    }
    let lower: String = line.text.chars().take(30).flat_map(char::to_lowercase).collect();
    let stamped = STAMPS.iter().any(|begin| lower.starts_with(begin));
    if stamped && line.text.contains(" by ") {
        return true;
    }
    BYLINES.iter().any(|begin| {
        let named = line.text.chars().nth(begin.chars().count());
        // "From" begins headlines too: as a byline it says where the writer is.
        let place = *begin != "from " || [" in ", " at "].iter().any(|phrase| line.text.contains(phrase));
        lower.starts_with(begin)
            && place
            && named.is_some_and(|character| chars::of(character) & UPPER != 0 || !character.is_ascii())
    })
}

/// Whether the line is two to four capitalized words and nothing else: directly before the text, a name.
pub(super) fn is_bare_name(line: &Line<'_>) -> bool {
    (2..=4).contains(&line.words)
        && !line.has_digit()
        && line.text.split_whitespace().all(|word| {
            let mut chars = word.chars();
            chars.next().is_some_and(|character| chars::of(character) & UPPER != 0)
                && chars.all(|character| character.is_alphabetic() || "-'’.".contains(character))
        })
}
