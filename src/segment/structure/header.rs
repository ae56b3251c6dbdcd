//! The head of an article: its headline, and what stands between that and the text.

use std::ops::Range;

use crate::segment::structure::article::Article;
use crate::segment::structure::dateline::{dateline, is_dateline};
use crate::segment::structure::line::Line;
use crate::segment::structure::{byline, phrases};
use crate::vocabulary::BlockKind;

/// So many lines may stand between headline and text.
const HEADER: usize = 12;
/// So many lines that stand together are a summary.
const POINTS: usize = 3;
/// So many lines may stand before the headline.
const LEAD_IN: usize = 80;

/// Headline, byline, deck, and what stands before them.
pub(super) fn header(article: &mut Article<'_>) {
    let of_page = article.headlines.first().copied().filter(|&first| reads_like_headline(article, first));
    let Some(headline) = of_page.or_else(|| headline(article)) else { return };
    let among_furniture = (0..headline).any(|index| article.is_furniture(index));
    for index in 0..headline {
        let line = &article.lines[index];
        let text = of_page.is_some() && line.is_prose();
        if !text && !article.is_furniture(index) {
            let label = phrases::section(&line.key()) || among_furniture && line.words <= 2;
            article.roles[index] = if label { BlockKind::Furniture } else { BlockKind::Heading };
        }
    }
    article.roles[headline] = BlockKind::Headline;
    below(article, headline, of_page.is_some());
}

/// The lines between the headline and the text.
pub(super) fn lines(article: &Article<'_>, headline: Option<usize>) -> Range<usize> {
    let Some(headline) = headline else { return 0..0 };
    let end = article.lines.len().min(headline + HEADER);
    let text = (headline + 1..end).find(|&index| article.lines[index].is_prose() && !article.is_furniture(index));
    headline + 1..text.unwrap_or(end)
}

/// What stands between the headline and the text: who wrote it, what it is about, and buttons.
fn below(article: &mut Article<'_>, headline: usize, of_page: bool) {
    let prose = |index: usize| article.lines.get(index).is_some_and(Line::is_prose) && !article.is_furniture(index);
    let first = (headline + 1..article.lines.len()).find(|&index| prose(index));
    // On pages a summary may stand above the byline, alone.
    let text = first.filter(|_| of_page).map_or(first, |first| {
        (first..article.lines.len().min(first + HEADER)).find(|&index| prose(index) && prose(index + 1)).or(Some(first))
    });
    let (mut deck, mut stamped) = (0, false);
    for index in headline + 1..text.unwrap_or(headline + 1) {
        if article.is_furniture(index) {
            stamped = true;
            continue;
        }
        let line = &article.lines[index];
        if line.is_prose() || is_dateline(line) {
            continue;
        }
        let title = !line.is_turn() && !line.is_item() && !line.ends_in_stop();
        let role = if byline::is_byline(line) || byline::is_bare_name(line) && Some(index + 1) == text && deck == 0 {
            stamped = true;
            BlockKind::Byline
        } else if phrases::section(&line.key()) && article.is_furniture(index + 1)
            // Behind the byline, the date or the buttons, only what stands right before the text is its own.
            || of_page && stamped && !in_summary(article, index) && !line.is_item() && !line.ends_sentence() && Some(index + 1) != text
        {
            BlockKind::Furniture
        } else if deck < 1 && title {
            deck += 1;
            BlockKind::Heading
        } else {
            deck += 1;
            BlockKind::Body
        };
        article.roles[index] = role;
    }
}

/// Whether the line belongs to points that stand together, as a summary of the text does.
fn in_summary(article: &Article<'_>, index: usize) -> bool {
    let lines = &article.lines;
    let start = (index.saturating_sub(HEADER)..=index).rev().find(|&at| lines[at].gap_before).unwrap_or(index);
    let together = lines[index + 1..].iter().take(HEADER).take_while(|line| !line.gap_before).count();
    let end = index + 1 + together;
    end - start >= POINTS && !(start..end).any(|at| article.is_furniture(at))
}

/// The line that is the headline, if text follows it soon enough.
fn headline(article: &Article<'_>) -> Option<usize> {
    let mut first = article.next_content(0)?;
    // Names of sections and other labels before it.
    while first < LEAD_IN && article.lines[first].words <= 3 && !article.lines[first].is_prose() {
        let next = article.next_content(first + 1)?;
        let label = phrases::section(&article.lines[first].key());
        let kicker =
            article.lines[first].words <= 2 && reads_like_headline(article, next) && article.lines[next].words >= 4;
        if !(label || kicker && !byline::is_byline(&article.lines[next])) || article.lines[next].is_prose() {
            break;
        }
        first = next;
    }
    let text = (first + 1..article.lines.len())
        .filter(|&index| !article.is_furniture(index))
        .take(HEADER)
        .find(|&index| article.lines[index].is_prose());
    (first < LEAD_IN && text.is_some() && reads_like_headline(article, first)).then_some(first)
}

fn reads_like_headline(article: &Article<'_>, index: usize) -> bool {
    let line = &article.lines[index];
    line.is_short()
        && line.words < 30
        && !line.ends_in_stop()
        && line.starts_like_title()
        && !line.is_item()
        && !line.text.ends_with([',', ';'])
        && dateline(line.text).is_none()
        && !is_dateline(line)
        && !(line.is_turn() && line.ends_sentence())
}
