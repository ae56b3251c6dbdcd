//! A whole page that was pasted: what stands before, between and behind its articles is set aside.
//!
//! `points` weighs each line, `stretch` finds where articles lie by these weights, `headline` where they begin.
//! Read `Page::new` here first, then `points`.

mod headline;
mod points;
mod stretch;

use std::ops::Range;

use crate::segment::structure::line::Line;
use crate::segment::structure::page::points::{Look, looks};
use crate::segment::structure::page::stretch::{Stretch, stretches};
use crate::vocabulary::BlockKind;

/// Sums at which lines around an article are a page's rather than the article's own.
const MENU: i32 = -12;
const TAIL: i32 = -18;
/// And so many lines there that stand on pages only.
const KNOWN: usize = 3;
/// An article has at least so many words of running text.
const ARTICLE: i32 = 40;
/// Where so many lines stand that pages alone have, a sentence of so many words is one.
const SURE: usize = 12;
const SENTENCE: i32 = 8;
/// Behind an article of so many words, readers' comments follow its text whatever their length.
const COMMENTED: i32 = 90;
/// A second stretch is an article of its own from so many words on, and so many paragraphs.
const SECOND: i32 = 120;
const PARAGRAPHS: usize = 4;

/// A paste as lines that are worth something.
pub(super) struct Page<'a, 'b> {
    lines: &'b [Line<'a>],
    looks: Vec<Look>,
    points: Vec<i32>,
    articles: Vec<Range<usize>>,
}

impl<'a, 'b> Page<'a, 'b> {
    pub(super) fn new(lines: &'b [Line<'a>], roles: &[BlockKind]) -> Self {
        let (looks, points) = looks(lines, roles);
        let mut page = Self { lines, looks, points, articles: Vec::new() };
        let mut end = 0;
        for stretch in page.stretches() {
            let first = headline::find(lines, &page.looks, end..stretch.lines.start);
            end = stretch.lines.end;
            page.articles.push(first..end);
        }
        page
    }

    /// The first lines of the articles before which something is set aside.
    pub(super) fn headlines(&self) -> Vec<usize> {
        self.around().into_iter().map(|run| run.end).filter(|&end| end < self.lines.len()).collect()
    }

    /// The lines that are set aside: all around the articles but full sentences, unless these speak of the page or are
    /// readers' comments.
    pub(super) fn aside(&self) -> Vec<usize> {
        let mut aside = self.menus();
        for run in self.around() {
            let behind = self.articles.last().is_some_and(|last| last.end <= run.start);
            let mut comments = false;
            for index in run {
                match self.looks[index] {
                    Look::Comments => comments = behind,
                    Look::Opener | Look::Section => comments = false,
                    _ => {}
                }
                if comments || !self.is_text(index) {
                    aside.push(index);
                }
            }
        }
        aside
    }

    /// Whether a line around the articles is text all the same: a full sentence that does not speak of the page.
    fn is_text(&self, index: usize) -> bool {
        let line = &self.lines[index];
        self.looks[index] == Look::Prose && (line.ends_in_stop() || !line.is_short())
    }

    /// Menus between the paragraphs of an article: lines most of which stand on pages only.
    fn menus(&self) -> Vec<usize> {
        let mut menus = Vec::new();
        for article in &self.articles {
            let text = |look: &Look| matches!(look, Look::Prose | Look::Speech | Look::Notice);
            let mut start = article.start;
            for gap in self.looks[article.clone()].split(text) {
                let known = gap.iter().filter(|look| look.is_of_page()).count();
                if known >= KNOWN && known * 2 >= gap.len() {
                    let last = gap.iter().rposition(|look| look.is_of_page()).unwrap_or_default();
                    menus.extend(start..=start + last);
                }
                start += gap.len() + 1;
            }
        }
        menus
    }

    /// The runs of lines around the articles.
    fn around(&self) -> Vec<Range<usize>> {
        let mut runs = Vec::new();
        let mut end = 0;
        for (number, article) in self.articles.iter().enumerate() {
            let from = if number == 0 { Some(0) } else { self.tail(end..article.start) };
            if let Some(from) = from
                && self.worth(from..article.start) <= MENU
            {
                runs.push(from..article.start);
            }
            end = article.end;
        }
        if !self.articles.is_empty()
            && let Some(from) = self.tail(end..self.lines.len())
        {
            runs.push(from..self.lines.len());
        }
        runs
    }

    fn worth(&self, lines: Range<usize>) -> i32 {
        self.points[lines].iter().sum()
    }

    /// Where in `lines`, which follow an article, the page goes on.
    fn tail(&self, lines: Range<usize>) -> Option<usize> {
        let end = lines.end;
        let mut lines = lines;
        let from = lines.find(|&index| self.looks[index].is_of_page())?;
        let known = self.looks[from..end].iter().filter(|look| look.is_of_page() && **look != Look::Section).count();
        (known >= KNOWN && self.worth(from..end) <= TAIL).then_some(from)
    }

    /// The stretches that are articles: the one with most words, and others that are nearly as long.
    fn stretches(&self) -> Vec<Stretch> {
        let mut all = stretches(&self.points);
        let most = all.iter().map(|stretch| stretch.worth).max().unwrap_or(0);
        let known = self.looks.iter().filter(|look| look.is_of_page()).count();
        if most < if known >= SURE { SENTENCE } else { ARTICLE } {
            return Vec::new();
        }
        let first = all.iter().position(|stretch| stretch.worth >= COMMENTED && stretch.worth * 3 >= most * 2);
        if let Some(first) = first {
            let end = all[first].lines.end;
            let comments = (end..self.lines.len()).find(|&index| self.looks[index] == Look::Comments);
            all.retain(|stretch| comments.is_none_or(|comments| stretch.lines.start < comments));
        }
        let most = all.iter().map(|stretch| stretch.worth).max().unwrap_or(0);
        let main = all.iter().position(|stretch| stretch.worth == most).unwrap_or(0);
        let mut index = 0;
        all.retain(|stretch| {
            index += 1;
            let paragraphs = self.looks[stretch.lines.clone()].iter().filter(|look| **look == Look::Prose).count();
            index - 1 == main || stretch.worth >= SECOND && stretch.worth * 4 >= most && paragraphs >= PARAGRAPHS
        });
        all
    }
}
