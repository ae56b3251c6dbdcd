//! The structure of a pasted article: headline, byline, headings, text, and the page furniture that came along.
//!
//! Conservative by design: what is furniture is not analyzed, so a paragraph is called so only by its own words (a phrase
//! that pages use, a date, a temperature) or by its place among such lines, and never when it is a full sentence.
//! `line` is what is known of a paragraph by itself; `byline`, `dateline`, `dates` and `furniture` recognize one thing each.
//! Read `roles` here first.

mod byline;
mod caption;
mod dateline;
mod dates;
mod furniture;
mod headline;
mod line;
mod page;
mod phrases;
mod points;
mod stretch;
mod table;
#[cfg(test)]
mod tests;

pub(super) use dateline::dateline;

use crate::segment::structure::line::Line;
use crate::segment::structure::page::Page;

use crate::text::Source;
use crate::vocabulary::BlockKind;

/// So many lines may stand between headline and text.
const HEADER: usize = 12;
/// A list of other articles is no longer than this.
const LIST: usize = 40;
/// A heading before text is no longer than this, in words, where it could be the last item of a list as well.
const HEADING: usize = 6;
/// So many lines may stand before the headline.
const LEAD_IN: usize = 80;

/// The role of each paragraph.
pub(super) fn roles(source: &Source) -> Vec<BlockKind> {
    let mut end = None;
    let lines: Vec<_> = source
        .paragraphs()
        .iter()
        .map(|&range| {
            let gap = end.is_none_or(|end| range.start().get() > end + 1);
            end = Some(range.end().get());
            Line::new(source.slice(range), gap)
        })
        .collect();
    let roles =
        lines.iter().map(|line| if furniture::is_furniture(line) { BlockKind::Furniture } else { BlockKind::Body });
    let mut article = Article { roles: roles.collect(), lines, headlines: Vec::new() };
    article.page();
    article.lists();
    article.header();
    article.between();
    article.headings();
    article.roles
}

struct Article<'a> {
    lines: Vec<Line<'a>>,
    roles: Vec<BlockKind>,
    /// The first lines of the articles of a page, in order.
    headlines: Vec<usize>,
}

impl Article<'_> {
    fn is_furniture(&self, index: usize) -> bool {
        self.roles.get(index) == Some(&BlockKind::Furniture)
    }

    /// The first line from `i` on that is not furniture.
    fn next_content(&self, index: usize) -> Option<usize> {
        (index..self.lines.len()).find(|&index| !self.is_furniture(index))
    }

    /// Lists of other articles behind "Most read" and the like.
    fn lists(&mut self) {
        let mut index = 0;
        while index < self.lines.len() {
            let opens = self.lines[index].words <= 6 && phrases::opens_list(&self.lines[index].key());
            index += 1;
            if !opens {
                continue;
            }
            self.roles[index - 1] = BlockKind::Furniture;
            let start = index;
            let item = |line: &Line<'_>| {
                let sentences = line.text.get(4..).is_some_and(|rest| rest.contains(". "));
                line.words <= 16 && !line.ends_in_stop() && !line.is_turn() && !sentences
            };
            // On some pages a blank line stands before each item, on others only before the list.
            let apart = self.lines.get(start + 1).is_some_and(|second| second.gap_before);
            while index < self.lines.len()
                && index < start + LIST
                && item(&self.lines[index])
                && self.headlines.binary_search(&index).is_err()
                && (index == start || apart == self.lines[index].gap_before)
            {
                index += 1;
            }
            // Text follows without a gap: the last line may be its heading.
            let heads = |next: &Line<'_>| next.is_prose() && (!next.gap_before || apart && index > start + 1);
            if index > start
                && self.lines.get(index).is_some_and(heads)
                && (!apart || self.lines[index - 1].words <= HEADING)
            {
                index -= 1;
            }
            self.roles[start..index].fill(BlockKind::Furniture);
        }
    }

    /// What stands around the article, when a whole page was pasted.
    fn page(&mut self) {
        let page = Page::new(&self.lines, &self.roles);
        self.headlines = page.headlines();
        for index in page.aside() {
            self.roles[index] = BlockKind::Furniture;
        }
    }

    /// Headline, byline, deck, and what stands before them.
    fn header(&mut self) {
        let Some(headline) = self.headline() else { return };
        let among_furniture = (0..headline).any(|index| self.is_furniture(index));
        for index in 0..headline {
            if !self.is_furniture(index) {
                let label =
                    phrases::section(&self.lines[index].key()) || among_furniture && self.lines[index].words <= 2;
                self.roles[index] = if label { BlockKind::Furniture } else { BlockKind::Heading };
            }
        }
        self.roles[headline] = BlockKind::Headline;
        let text =
            (headline + 1..self.lines.len()).find(|&index| self.lines[index].is_prose() && !self.is_furniture(index));
        let below: Vec<_> =
            (headline + 1..text.unwrap_or(headline + 1)).filter(|&index| !self.is_furniture(index)).collect();
        let mut deck = 0;
        for &index in &below {
            let line = &self.lines[index];
            if byline::is_byline(line) || byline::is_bare_name(line) && Some(index + 1) == text && deck == 0 {
                self.roles[index] = BlockKind::Byline;
            } else if phrases::section(&line.key()) && self.is_furniture(index + 1) {
                self.roles[index] = BlockKind::Furniture;
            } else if deck < 1 && !line.is_turn() && !line.is_item() && !line.ends_in_stop() {
                self.roles[index] = BlockKind::Heading;
                deck += 1;
            } else {
                deck += 1;
            }
        }
    }

    /// The line that is the headline, if text follows it soon enough.
    fn headline(&self) -> Option<usize> {
        let mut first = self.next_content(0)?;
        // Names of sections and other labels before it.
        while first < LEAD_IN && self.lines[first].words <= 3 && !self.lines[first].is_prose() {
            let next = self.next_content(first + 1)?;
            let label = phrases::section(&self.lines[first].key());
            let kicker = self.lines[first].words <= 2 && self.reads_like_headline(next) && self.lines[next].words >= 4;
            if !(label || kicker && !byline::is_byline(&self.lines[next])) || self.lines[next].is_prose() {
                break;
            }
            first = next;
        }
        let text = (first + 1..self.lines.len())
            .filter(|&index| !self.is_furniture(index))
            .take(HEADER)
            .find(|&index| self.lines[index].is_prose());
        (first < LEAD_IN && text.is_some() && self.reads_like_headline(first)).then_some(first)
    }

    fn reads_like_headline(&self, index: usize) -> bool {
        let line = &self.lines[index];
        line.is_short()
            && line.words < 30
            && !line.ends_in_stop()
            && line.starts_like_title()
            && !line.is_item()
            && !line.text.ends_with([',', ';'])
            && dateline(line.text).is_none()
            && !(line.is_turn() && line.ends_sentence())
    }

    /// Short lines between two furniture lines, without a gap, before or behind the text.
    fn between(&mut self) {
        let prose = |letter: &Line<'_>| letter.is_prose();
        let first = self.lines.iter().position(prose).unwrap_or(0);
        let last = self.lines.iter().rposition(prose).unwrap_or(self.lines.len());
        for index in 1..self.lines.len().saturating_sub(1) {
            let outside = index < first || index > last;
            let line = &self.lines[index];
            let tight = !line.gap_before && !self.lines[index + 1].gap_before;
            if outside
                && line.words <= 3
                && self.roles[index] == BlockKind::Body
                && self.is_furniture(index - 1)
                && self.is_furniture(index + 1)
                && (line.words <= 2 && tight && line.is_short() || phrases::section(&line.key()))
            {
                self.roles[index] = BlockKind::Furniture;
            }
        }
    }

    /// Headings within the text.
    fn headings(&mut self) {
        for index in 0..self.lines.len() {
            let line = &self.lines[index];
            if self.roles[index] != BlockKind::Body || line.words > 10 || !line.is_short() {
                continue;
            }
            let before = index.checked_sub(1).filter(|&byte| self.roles[byte] == BlockKind::Body);
            let alone = before.is_none_or(|byte| self.lines[byte].is_prose() || self.lines[byte].ends_sentence());
            let titled = line.starts_like_title() && !line.starts_quoted() && !line.is_item() && !line.is_turn();
            let open = line
                .last()
                .is_some_and(|character| !matches!(character, '.' | ',' | ';' | ':' | '!' | '…' | '-' | '–' | '—'));
            let text = self.lines.get(index + 1).is_some_and(|next| next.is_prose() && !next.is_item())
                && !self.is_furniture(index + 1);
            if alone && titled && open && text
                || line.is_upper()
                    && line.words <= 4
                    && alone
                    && titled
                    && open
                    && index + 1 < self.lines.len()
                    && line.words >= 2
            {
                self.roles[index] = BlockKind::Heading;
            }
        }
    }
}
