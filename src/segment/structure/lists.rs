//! Lists of other articles behind "Most read" and the like.

use crate::segment::structure::article::Article;
use crate::segment::structure::line::Line;
use crate::segment::structure::phrases;

/// A line that opens a list is no longer than this, in words, and an item than this.
const OPENER: usize = 6;
const ITEM: usize = 24;
/// A list of other articles has no more items than this.
const LIST: usize = 40;
/// A heading before text is no longer than this, in words, where it could be the last item of a list as well.
const HEADING: usize = 3;

/// Whether a list follows the line.
fn opens(line: &Line<'_>) -> bool {
    line.words <= OPENER && phrases::opens_list(&line.key())
}

/// Whether the line may be an item of a list of other articles.
fn is_item(line: &Line<'_>) -> bool {
    let sentences = line.text.get(4..).is_some_and(|rest| rest.contains(". "));
    let said = line.is_turn() && line.ends_sentence();
    line.words <= ITEM && !line.ends_in_stop() && !said && !sentences
}

/// Sets lists of other articles aside.
pub(super) fn lists(article: &mut Article<'_>) {
    let mut index = 0;
    while index < article.lines.len() {
        index += 1;
        if opens(&article.lines[index - 1]) && article.headlines.binary_search(&(index - 1)).is_err() {
            let end = end(article, index);
            article.set_aside(index - 1..end);
            index = end;
        }
    }
}

/// So many rows of prices that stand together are a ticker.
const ROWS: usize = 2;

/// Sets rows of prices with their changes aside ("Gold 1,912.40 +0.3%") where they stand together.
pub(super) fn tickers(article: &mut Article<'_>) {
    let mut start = 0;
    while start < article.lines.len() {
        let rows = article.lines[start..].iter().take_while(|line| is_price(line)).count();
        if rows >= ROWS {
            article.set_aside(start..start + rows);
        }
        start += rows + 1;
    }
}

/// A name of up to so many words, a price, and by how much it changed, with sign and percent.
const PRICE: usize = 8;

fn is_price(line: &Line<'_>) -> bool {
    if line.words < 2 || line.words > PRICE || !line.is_short() {
        return false;
    }
    let number = |word: &str| {
        word.chars().all(|one| one.is_ascii_digit() || ".,".contains(one))
            && word.contains(|one: char| one.is_ascii_digit())
    };
    let bare = |word: &str| number(word.trim_matches(|one: char| "()$€£¥+-−–%▲▼".contains(one)));
    let changed = |word: &str| {
        let word = word.trim_matches(['(', ')']);
        word.strip_suffix('%').is_some_and(|word| word.strip_prefix(['+', '-', '−', '–', '▲', '▼']).is_some_and(number))
    };
    let mut words = line.text.split_whitespace().skip_while(|word| !bare(word));
    let last = line.text.split_whitespace().next_back();
    words.next().is_some() && last.is_some_and(changed) && words.all(bare)
}

/// Where the list ends whose first item is at `start`.
fn end(article: &Article<'_>, start: usize) -> usize {
    let lines = &article.lines;
    // On some pages a blank line stands before each item, on others only before the list.
    let apart = lines.get(start + 1).is_some_and(|second| second.gap_before);
    let mut end = start;
    while end < lines.len()
        && end < start + LIST
        && is_item(&lines[end])
        && article.headlines.binary_search(&end).is_err()
        && (end == start || apart == lines[end].gap_before)
    {
        end += 1;
    }
    // Text follows without a gap: the last line may be its heading.
    let heads = |next: &Line<'_>| next.is_prose() && (!next.gap_before || apart && end > start + 1);
    let headed = end > start && lines.get(end).is_some_and(heads) && (!apart || lines[end - 1].words <= HEADING);
    if headed { end - 1 } else { end }
}
