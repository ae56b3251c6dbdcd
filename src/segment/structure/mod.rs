//! The structure of a pasted article: headline, byline, headings, text, and the page furniture that came along.
//!
//! Conservative by design: what is furniture is not analyzed, so a paragraph is called so only by its own words (a phrase
//! that pages use, a date, a temperature), by its place among such lines, or because it stands around the article of a
//! whole page; and never when it is a full sentence that does not speak of the page.
//!
//! `line` is what is known of a paragraph by itself; `byline`, `caption`, `dateline`, `dates` and `furniture` recognize one
//! thing each, with the words of `phrases`. `page` finds the articles of a whole page and sets aside what stands around
//! them; `header`, `lists` and `heading` then look at each `article` closely, and `kinds` tells dates, captions and
//! datelines from what is no part of it. `several` tells whether a paste is more than one article.
//! Read `roles` here first.

mod article;
mod byline;
mod caption;
mod dateline;
mod dates;
mod furniture;
mod header;
mod heading;
mod kinds;
mod line;
mod lists;
mod page;
#[cfg(test)]
mod page_tests;
mod phrases;
mod several;
#[cfg(test)]
mod several_tests;
#[cfg(test)]
mod tests;

pub(super) use dateline::dateline;
pub(super) use several::articles;

use crate::segment::segmentation::BlockChoice;
use crate::segment::structure::article::Article;
use crate::segment::structure::line::Line;
use crate::segment::structure::page::Page;
use crate::text::Source;
use crate::vocabulary::BlockKind;

/// The role of each paragraph. What is known not to be read is not looked at: neither does it speak of the lines around it.
pub(super) fn roles(source: &Source, choices: &[BlockChoice]) -> Vec<BlockKind> {
    let paragraphs = source.paragraphs();
    let mut all = vec![BlockKind::Body; paragraphs.len()];
    for choice in choices.iter().filter(|choice| !choice.kind.is_read()) {
        if let Some(role) = all.get_mut(choice.paragraph as usize) {
            *role = choice.kind;
        }
    }
    let kept: Vec<usize> = (0..all.len()).filter(|&index| all[index].is_read()).collect();
    let mut end = None;
    let lines = kept.iter().map(|&index| {
        let range = paragraphs[index];
        let gap = end.is_none_or(|end| range.start().get() > end + 1);
        end = Some(range.end().get());
        Line::new(source.slice(range), gap)
    });
    for (index, role) in kept.iter().zip(roles_of(lines.collect())) {
        all[*index] = role;
    }
    all
}

/// The role of each of the lines of a paste.
fn roles_of(lines: Vec<Line<'_>>) -> Vec<BlockKind> {
    let own = |line: &Line<'_>| if furniture::is_furniture(line) { BlockKind::Furniture } else { BlockKind::Body };
    let roles: Vec<_> = lines.iter().map(own).collect();
    let page = Page::new(&lines, &roles);
    let (headlines, around) = (page.headlines(), page.aside());
    let aside = vec![false; lines.len()];
    let mut article = Article { lines, roles, aside, headlines };
    for index in around {
        article.set_aside(index..index + 1);
    }
    lists::lists(&mut article);
    lists::tickers(&mut article);
    header::header(&mut article);
    heading::between(&mut article);
    heading::headings(&mut article);
    kinds::kinds(&mut article);
    article.roles
}
