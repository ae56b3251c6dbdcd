//! The structure of a pasted article: headline, byline, headings, text, and the page furniture that came along.
//!
//! Conservative by design: what is furniture is not analyzed, so a paragraph is called so only by its own words (a phrase
//! that pages use, a date, a temperature) or by its place among such lines, and never when it is a full sentence.

mod byline;
mod dateline;
mod dates;
mod furniture;
mod line;
mod phrases;
mod table;
#[cfg(test)]
mod tests;

pub(super) use dateline::dateline;

use crate::segment::structure::line::Line;

use crate::text::Source;
use crate::vocabulary::BlockKind;

/// So many lines may stand between headline and text.
const HEADER: usize = 12;
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
    let roles = lines.iter().map(|l| if furniture::is_furniture(l) { BlockKind::Furniture } else { BlockKind::Body });
    let mut article = Article { roles: roles.collect(), lines };
    article.lists();
    article.header();
    article.between();
    article.headings();
    article.roles
}

struct Article<'a> {
    lines: Vec<Line<'a>>,
    roles: Vec<BlockKind>,
}

impl Article<'_> {
    fn is_furniture(&self, i: usize) -> bool {
        self.roles.get(i) == Some(&BlockKind::Furniture)
    }

    /// The first line from `i` on that is not furniture.
    fn next_content(&self, i: usize) -> Option<usize> {
        (i..self.lines.len()).find(|&i| !self.is_furniture(i))
    }

    /// Lists of other articles behind "Most read" and the like.
    fn lists(&mut self) {
        let mut i = 0;
        while i < self.lines.len() {
            let opens = self.lines[i].words <= 6 && phrases::opens_list(&self.lines[i].key());
            i += 1;
            if !opens {
                continue;
            }
            self.roles[i - 1] = BlockKind::Furniture;
            let start = i;
            let item = |l: &Line<'_>| {
                let sentences = l.text.get(4..).is_some_and(|rest| rest.contains(". "));
                l.words <= 16 && !l.ends_in_stop() && !l.is_turn() && !sentences
            };
            while i < self.lines.len()
                && i < start + 15
                && item(&self.lines[i])
                && (i == start || !self.lines[i].gap_before)
            {
                i += 1;
            }
            // Text follows without a gap: the last line may be its heading.
            if i > start && self.lines.get(i).is_some_and(|next| next.is_prose() && !next.gap_before) {
                i -= 1;
            }
            self.roles[start..i].fill(BlockKind::Furniture);
        }
    }

    /// Headline, byline, deck, and what stands before them.
    fn header(&mut self) {
        let Some(headline) = self.headline() else { return };
        let among_furniture = (0..headline).any(|i| self.is_furniture(i));
        for i in 0..headline {
            if !self.is_furniture(i) {
                let label = phrases::section(&self.lines[i].key()) || among_furniture && self.lines[i].words <= 2;
                self.roles[i] = if label { BlockKind::Furniture } else { BlockKind::Heading };
            }
        }
        self.roles[headline] = BlockKind::Headline;
        let text = (headline + 1..self.lines.len()).find(|&i| self.lines[i].is_prose() && !self.is_furniture(i));
        let below: Vec<_> = (headline + 1..text.unwrap_or(headline + 1)).filter(|&i| !self.is_furniture(i)).collect();
        let mut deck = 0;
        for &i in &below {
            let line = &self.lines[i];
            if byline::is_byline(line) || byline::is_bare_name(line) && Some(i + 1) == text && deck == 0 {
                self.roles[i] = BlockKind::Byline;
            } else if phrases::section(&line.key()) && self.is_furniture(i + 1) {
                self.roles[i] = BlockKind::Furniture;
            } else if deck < 1 && !line.is_turn() && !line.is_item() && !line.ends_in_stop() {
                self.roles[i] = BlockKind::Heading;
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
            .filter(|&i| !self.is_furniture(i))
            .take(HEADER)
            .find(|&i| self.lines[i].is_prose());
        (first < LEAD_IN && text.is_some() && self.reads_like_headline(first)).then_some(first)
    }

    fn reads_like_headline(&self, i: usize) -> bool {
        let line = &self.lines[i];
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
        let prose = |l: &Line<'_>| l.is_prose();
        let first = self.lines.iter().position(prose).unwrap_or(0);
        let last = self.lines.iter().rposition(prose).unwrap_or(self.lines.len());
        for i in 1..self.lines.len().saturating_sub(1) {
            let outside = i < first || i > last;
            let line = &self.lines[i];
            let tight = !line.gap_before && !self.lines[i + 1].gap_before;
            if outside
                && line.words <= 3
                && self.roles[i] == BlockKind::Body
                && self.is_furniture(i - 1)
                && self.is_furniture(i + 1)
                && (line.words <= 2 && tight && line.is_short() || phrases::section(&line.key()))
            {
                self.roles[i] = BlockKind::Furniture;
            }
        }
    }

    /// Headings within the text.
    fn headings(&mut self) {
        for i in 0..self.lines.len() {
            let line = &self.lines[i];
            if self.roles[i] != BlockKind::Body || line.words > 10 || !line.is_short() {
                continue;
            }
            let before = i.checked_sub(1).filter(|&b| self.roles[b] == BlockKind::Body);
            let alone = before.is_none_or(|b| self.lines[b].is_prose() || self.lines[b].ends_sentence());
            let titled = line.starts_like_title() && !line.starts_quoted() && !line.is_item() && !line.is_turn();
            let open = line.last().is_some_and(|c| !matches!(c, '.' | ',' | ';' | ':' | '!' | '…' | '-' | '–' | '—'));
            let text = self.lines.get(i + 1).is_some_and(|next| next.is_prose() && !next.is_item())
                && !self.is_furniture(i + 1);
            if alone && titled && open && text
                || line.is_upper()
                    && line.words <= 4
                    && alone
                    && titled
                    && open
                    && i + 1 < self.lines.len()
                    && line.words >= 2
            {
                self.roles[i] = BlockKind::Heading;
            }
        }
    }
}
