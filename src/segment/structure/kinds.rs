//! What in an article is no running text and no furniture either: dates, captions, datelines, items of lists.

use crate::segment::structure::article::Article;
use crate::segment::structure::line::Line;
use crate::segment::structure::{caption, dateline, dates, furniture, header};
use crate::vocabulary::BlockKind;

/// So near to a caption is the text on both of its sides.
const NEAR: usize = 8;

/// What items of a list begin with.
const BULLETS: &str = "•‣◦▪▸●■*";

/// Tells them apart when all else is known. Dates and captions are furniture up to here, as they are on pages; what stands
/// around the article stays so, but for the date below its headline.
pub(super) fn kinds(article: &mut Article<'_>) {
    let headline = article.roles.iter().position(|&role| role == BlockKind::Headline);
    let head = header::lines(article, headline);
    for index in 0..article.lines.len() {
        let line = &article.lines[index];
        // Above a headline stands its own date only where nothing else does: a page has that of the day there.
        let own = !article.aside[index] && headline.is_none_or(|headline| index > headline || headline == 1);
        article.roles[index] = match article.roles[index] {
            BlockKind::Furniture if is_caption(article, index) => BlockKind::Caption,
            BlockKind::Furniture if (own || head.contains(&index)) && is_date(line) => BlockKind::Date,
            BlockKind::Body | BlockKind::Heading if is_dateline(article, index) => BlockKind::Dateline,
            BlockKind::Body if is_item(line) => BlockKind::ListItem,
            role => role,
        };
    }
}

/// Whether the line begins with a bullet. Dashes begin turns of a dialogue, too.
fn is_item(line: &Line<'_>) -> bool {
    let mut characters = line.text.chars();
    characters.next().is_some_and(|first| BULLETS.contains(first)) && characters.next().is_some_and(char::is_whitespace)
}

/// Whether the line says when, or who wrote the message above and when.
fn is_date(line: &Line<'_>) -> bool {
    dates::is_date(line.text) || furniture::is_signature(line.text)
}

/// Whether the line is a caption of the article's own: between paragraphs whatever else stands there.
fn is_caption(article: &Article<'_>, index: usize) -> bool {
    let text = |index: &usize| !article.is_furniture(*index);
    let is_prose = |index: usize| article.lines[index].is_prose();
    let before = || (index.saturating_sub(NEAR)..index).rev().find(text).is_some_and(is_prose);
    let behind = || (index + 1..article.lines.len()).take(NEAR).find(text).is_some_and(is_prose);
    caption::is_caption(&article.lines[index]) && (!article.aside[index] || before() && behind())
}

/// Whether the line is a dateline and the text that it belongs to follows.
fn is_dateline(article: &Article<'_>, index: usize) -> bool {
    let next = || article.next_content(index + 1).is_some_and(|next| article.lines[next].is_prose());
    dateline::is_dateline(&article.lines[index]) && next()
}
