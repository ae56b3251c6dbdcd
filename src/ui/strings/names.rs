//! Names of the things that annotations are and have, in words.

use crate::ui::strings::page_table::Strings;
use crate::ui::strings::words::fill;
use crate::view::Edge;
use crate::vocabulary::{BlockKind, QuoteKind};

/// An edge in words: "end", or "end of part 1 of 2".
pub(crate) fn edge_name(part: usize, edge: Edge, parts: usize, t: &Strings) -> String {
    let side = if edge == Edge::Start { t.start } else { t.end };
    if parts < 2 {
        return side.to_owned();
    }
    fill(t.edge_of, &[("edge", side), ("n", &(part + 1).to_string()), ("all", &parts.to_string())])
}

/// What a paragraph is, in words.
pub(crate) fn block_kind(kind: BlockKind, t: &Strings) -> &'static str {
    match kind {
        BlockKind::Headline => t.block_headline,
        BlockKind::Heading => t.block_heading,
        BlockKind::Byline => t.block_byline,
        BlockKind::Dateline => t.block_dateline,
        BlockKind::Date => t.block_date,
        BlockKind::Caption => t.block_caption,
        BlockKind::Body => t.block_body,
        BlockKind::ListItem => t.block_item,
        BlockKind::BlockQuote => t.block_quote,
        BlockKind::TableRow => t.block_row,
        BlockKind::Furniture => t.skipped,
    }
}

/// A quote's kind in words.
pub(crate) fn quote_kind(kind: QuoteKind, t: &Strings) -> &'static str {
    match kind {
        QuoteKind::Direct => t.kind_direct,
        QuoteKind::Partial => t.kind_partial,
        QuoteKind::Indirect => t.kind_indirect,
        QuoteKind::Thought => t.kind_thought,
        QuoteKind::NotQuote => t.kind_not,
    }
}

/// A label's name in the language of the page; the person's own labels keep theirs.
pub(crate) fn kind_name<'a>(kind: &'a str, t: &'static Strings) -> &'a str
where
    'static: 'a,
{
    match kind {
        "person" | "PERSON" => t.person,
        "place" | "PLACE" => t.place,
        "organization" | "ORGANIZATION" => t.organization,
        "quote" => t.quote,
        own => own,
    }
}

/// The class of a line.
pub(crate) fn shape_name(shape: crate::document::Shape) -> &'static str {
    use crate::document::Shape;
    match shape {
        Shape::Underline => "underline",
        Shape::Dotted => "dotted",
        Shape::Double => "double",
        Shape::Wavy => "wavy",
        Shape::Box => "box",
    }
}
