//! Between the browser's selection and ranges of the article.
//!
//! Every piece of the article's text stands alone in an element with `data-s`, the byte at which it starts; chips and
//! buttons have none and so do not count.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range};

use crate::text::{Source, TextRange, TextSize, Unchecked, Utf16Offset};
use crate::ui::dom;

/// What is selected in the article; `None` when nothing is, or when it lies elsewhere.
pub(crate) fn read(source: &Source) -> Option<TextRange> {
    let selection = dom::window().get_selection().ok().flatten()?;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let start = point(source, &range.start_container().ok()?, range.start_offset().ok()?)?;
    let end = point(source, &range.end_container().ok()?, range.end_offset().ok()?)?;
    (start < end).then(|| TextRange::new(start, end))
}

/// Selects `range` in the page.
pub(crate) fn write(source: &Source, range: TextRange) {
    let selection = dom::window().get_selection().ok().flatten();
    let ends = locate(source, range.start(), Bias::On).zip(locate(source, range.end(), Bias::Back));
    if let (Some(selection), Some(((from, at), (to, until)))) = (selection, ends) {
        let _ = selection.set_base_and_extent(&from, at, &to, until);
    }
}

/// Takes the selection away.
pub(crate) fn clear() {
    if let Some(selection) = dom::window().get_selection().ok().flatten() {
        let _ = selection.remove_all_ranges();
    }
}

/// A live range over `range`, for the highlight registry and for measuring.
pub(crate) fn live(source: &Source, range: TextRange) -> Option<Range> {
    let ((from, at), (to, until)) =
        locate(source, range.start(), Bias::On).zip(locate(source, range.end(), Bias::Back))?;
    let live = dom::document().create_range().ok()?;
    live.set_start(&from, at).ok()?;
    live.set_end(&to, until).ok()?;
    Some(live)
}

/// A point of the page as a position in the article.
pub(crate) fn point(source: &Source, node: &Node, offset: u32) -> Option<TextSize> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    element.closest("#article").ok().flatten()?;
    if node.node_type() == Node::TEXT_NODE
        && let Some(piece) = element.closest("[data-s]").ok().flatten()
    {
        return within(source, &piece, offset);
    }
    // Between the pieces: the end of the last piece that starts before the point.
    let here = dom::document().create_range().ok()?;
    here.set_start(node, offset).ok()?;
    let root = element.closest("[data-p]").ok().flatten().unwrap_or(element);
    let pieces = root.query_selector_all("[data-s]").ok()?;
    let mut last = None;
    for i in 0..pieces.length() {
        let piece: Element = pieces.item(i)?.dyn_into().ok()?;
        if here.compare_point(&piece, 0).ok()? >= 0 {
            return match last {
                None => within(source, &piece, 0),
                Some(before) => within(source, &before, u32::MAX),
            };
        }
        last = Some(piece);
    }
    within(source, &last?, u32::MAX)
}

/// The position `offset` UTF-16 units into a piece, at most its end.
fn within(source: &Source, piece: &Element, offset: u32) -> Option<TextSize> {
    let start: u32 = piece.get_attribute("data-s")?.parse().ok()?;
    let length = js_sys::JsString::from(piece.text_content()?).length();
    let base = source.map().to_utf16(source.text(), TextSize::new(start)).0;
    source.map().resolve_utf16(source.text(), Unchecked(Utf16Offset(base + offset.min(length))))
}

/// Which of two pieces a position between them belongs to: they may be far apart, with a chip or a line break between.
#[derive(Clone, Copy, PartialEq)]
enum Bias {
    /// To the end of the one before, as the end of a range.
    Back,
    /// To the start of the one behind, as the start of a range.
    On,
}

/// The text node and offset of a position in the article.
fn locate(source: &Source, at: TextSize, bias: Bias) -> Option<(Node, u32)> {
    let paragraph = source.paragraph_at(at)?;
    let pieces = match dom::paragraph(paragraph) {
        Some(root) => root.query_selector_all("[data-s]"),
        // Far from the screen in a very long article.
        None => dom::document().query_selector_all("#article .plain > [data-s]"),
    };
    let pieces = pieces.ok()?;
    let piece_at = |i: u32| -> Option<(Element, u32)> {
        let piece: Element = pieces.item(i)?.dyn_into().ok()?;
        let start = piece.get_attribute("data-s")?.parse().ok()?;
        Some((piece, start))
    };
    // The pieces are in order. Wanted is the last one that starts before the position, or at it.
    let (mut first, mut end) = (0, pieces.length());
    while first < end {
        let middle = first.midpoint(end);
        let (_, start) = piece_at(middle)?;
        let counts = start < at.get() || start == at.get() && (bias == Bias::On || middle == 0);
        if counts { first = middle + 1 } else { end = middle }
    }
    let (piece, start) = piece_at(first.checked_sub(1)?)?;
    let units = |offset| source.map().to_utf16(source.text(), offset).0;
    let node = piece.first_child()?;
    let length = js_sys::JsString::from(node.text_content()?).length();
    Some((node, (units(at) - units(TextSize::new(start))).min(length)))
}
