//! The article as text with the kinds of its paragraphs.

use crate::formats::html::forms;
use crate::formats::html::judge::{self, Role};
use crate::formats::html::measure;
use crate::formats::html::region;
use crate::formats::html::tree;
use crate::text::{Source, TextSize, clean};
use crate::vocabulary::BlockKind;

/// What was read from HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// All that the page shows, the article and what stands around it, cleaned (`text::clean`).
    pub text: String,
    /// What the page says its paragraphs are, by their index in [`Source::paragraphs`], in order. Of the others it says
    /// nothing: there the words decide, as in plain text.
    pub blocks: Vec<(u32, BlockKind)>,
    /// The language that the page says it is in, as it is written there ("en-GB").
    pub language: Option<String>,
}

/// Reads HTML: a whole page, a part of one, or what another program put on the clipboard. Any string gives an article.
pub fn article(html: &str) -> Article {
    let page = tree::read(html);
    let measured = measure::measure(&page);
    let region = region::region(&page, &measured);
    let roles = judge::judge(&page, &measured, region);
    let forms = forms::forms(&page, &measured, region);
    let mut raw = String::new();
    let mut starts = Vec::new();
    let mut kinds = Vec::new();
    for (line, role) in page.lines.iter().zip(roles) {
        if line.hidden.is_some() {
            continue;
        }
        if !raw.is_empty() {
            raw.push_str(if line.gap { "\n\n" } else { "\n" });
        }
        starts.push(TextSize::of(&raw));
        kinds.push(forms::form(&forms, line, role).or(kind(role)));
        raw.push_str(&line.text);
    }
    // Cleaning takes out characters and joins lines: a paragraph is what the line was that it starts in.
    let cleaned = clean(&raw);
    let source = Source::new(cleaned.text.as_str());
    let paragraphs = (0_u32..).zip(source.paragraphs());
    let blocks = paragraphs.filter_map(|(number, &range)| {
        let line = starts.partition_point(|&start| start <= cleaned.pasted(range).start());
        line.checked_sub(1).and_then(|line| kinds[line]).map(|kind| (number, kind))
    });
    Article { blocks: blocks.collect(), language: page.language, text: cleaned.text }
}

fn kind(role: Role) -> Option<BlockKind> {
    match role {
        Role::Headline => Some(BlockKind::Headline),
        Role::Heading | Role::Deck => Some(BlockKind::Heading),
        Role::Byline => Some(BlockKind::Byline),
        Role::Body => Some(BlockKind::Body),
        Role::Date => Some(BlockKind::Date),
        Role::Caption => Some(BlockKind::Caption),
        Role::Furniture => Some(BlockKind::Furniture),
        Role::Open => None,
    }
}
