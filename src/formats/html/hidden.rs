//! What is hidden in the page as it lies there but is what a reader came for.

use crate::formats::html::lines::Line;
use crate::formats::html::node::Node;

/// A line of so many characters is text rather than a label.
const TEXT: u32 = 80;
/// An element that hides so many percent of the text of a page is one that the page shows later.
const MOST: u64 = 80;

/// Shows what is hidden in elements that nothing ends, which would take the rest of the page with them, and in an element
/// that holds most of the text.
pub(super) fn reveal(nodes: &[Node], lines: &mut [Line]) {
    let mut all = 0;
    let mut hidden = vec![0; nodes.len()];
    for line in lines.iter().filter(|line| line.characters >= TEXT) {
        all += u64::from(line.characters);
        if let Some(root) = line.hidden {
            hidden[root as usize] += u64::from(line.characters);
        }
    }
    for line in lines {
        let Some(root) = line.hidden.map(|root| root as usize) else { continue };
        let shown_later = !nodes[root].element.is_unseen() && hidden[root] * 100 > MOST * all;
        if !nodes[root].ended || shown_later {
            line.hidden = None;
        }
    }
}
