//! Headings within the text, and short lines that stand between furniture.

use crate::segment::structure::article::Article;
use crate::segment::structure::line::Line;
use crate::segment::structure::phrases;
use crate::vocabulary::BlockKind;

/// Short lines between two furniture lines, without a gap, before or behind the text.
pub(super) fn between(article: &mut Article<'_>) {
    let prose = |line: &Line<'_>| line.is_prose();
    let first = article.lines.iter().position(prose).unwrap_or(0);
    let last = article.lines.iter().rposition(prose).unwrap_or(article.lines.len());
    for index in 1..article.lines.len().saturating_sub(1) {
        let outside = index < first || index > last;
        let line = &article.lines[index];
        let tight = !line.gap_before && !article.lines[index + 1].gap_before;
        if outside
            && line.words <= 3
            && article.roles[index] == BlockKind::Body
            && article.is_furniture(index - 1)
            && article.is_furniture(index + 1)
            && (line.words <= 2 && tight && line.is_short() || phrases::section(&line.key()))
        {
            article.roles[index] = BlockKind::Furniture;
        }
    }
}

/// Headings within the text.
pub(super) fn headings(article: &mut Article<'_>) {
    for index in 0..article.lines.len() {
        let line = &article.lines[index];
        if article.roles[index] != BlockKind::Body || line.words > 10 || !line.is_short() {
            continue;
        }
        let before = index.checked_sub(1).filter(|&before| article.roles[before] == BlockKind::Body);
        let alone =
            before.is_none_or(|before| article.lines[before].is_prose() || article.lines[before].ends_sentence());
        let titled = line.starts_like_title() && !line.starts_quoted() && !line.is_item() && !line.is_turn();
        let open = line
            .last()
            .is_some_and(|character| !matches!(character, '.' | ',' | ';' | ':' | '!' | '…' | '-' | '–' | '—'));
        let text = article.lines.get(index + 1).is_some_and(|next| next.is_prose() && !next.is_item())
            && !article.is_furniture(index + 1);
        if alone && titled && open && text
            || line.is_upper()
                && line.words <= 4
                && alone
                && titled
                && open
                && index + 1 < article.lines.len()
                && line.words >= 2
        {
            article.roles[index] = BlockKind::Heading;
        }
    }
}
