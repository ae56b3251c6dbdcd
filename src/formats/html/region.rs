//! Which part of a page is the article: the innermost element that holds nearly all of its prose.

use crate::formats::html::element::Element;
use crate::formats::html::hints::Hints;
use crate::formats::html::measure::Measured;
use crate::formats::html::tree::Page;

/// An element with so many percent of the prose of the element around it holds the article.
const NEARLY_ALL: u64 = 85;
/// So much is enough for one that says so.
const ENOUGH: u64 = 55;

/// What has fewer percent of its text in links, and nothing that is furniture by element or name, is no page with an
/// article in it but an article, or a part of one.
const MANY_LINKS: u64 = 30;

/// The element that holds the article.
pub(super) fn region(page: &Page, measured: &Measured) -> usize {
    let (measures, believed) = (&measured.counts, &measured.hints);
    let mut heaviest: Vec<Option<usize>> = vec![None; page.nodes.len()];
    for index in (1..page.nodes.len()).rev() {
        let parent = page.nodes[index].parent as usize;
        let mass = |node: usize| measures[node].article;
        if mass(index) > 0 && heaviest[parent].is_none_or(|other| mass(index) >= mass(other)) {
            heaviest[parent] = Some(index);
        }
    }
    if measures[0].article == 0 {
        return main_part(page, measured);
    }
    let linked = u64::from(measures[0].linked) * 100 >= MANY_LINKS * u64::from(measures[0].characters);
    if !linked && !measured.furniture.contains(&true) {
        return 0;
    }
    let mut region = 0;
    let mut enough = false;
    let mut at = 0;
    let all = u64::from(measures[0].article);
    while let Some(inner) = heaviest[at] {
        if is_text(page.nodes[inner].element) {
            break;
        }
        let share = u64::from(measures[inner].article) * 100;
        if share < NEARLY_ALL * u64::from(measures[at].article) {
            // Here the article may end; but an element further in may say that it is the article.
            enough = true;
        }
        let says = believed[inner].has(Hints::CONTENT)
            || matches!(page.nodes[inner].element, Element::Article | Element::Main);
        if enough && share < ENOUGH * all {
            break;
        }
        enough &= !says;
        if !enough {
            region = inner;
        }
        at = inner;
    }
    region
}

/// Where no prose is: the one element that says it is the main part, else all.
fn main_part(page: &Page, measured: &Measured) -> usize {
    for wanted in [Element::Main, Element::Article] {
        let shown = |index: &usize| page.nodes[*index].element == wanted && measured.counts[*index].characters > 0;
        let mut found = (0..page.nodes.len()).filter(shown);
        if let (Some(only), None) = (found.next(), found.next()) {
            return only;
        }
    }
    0
}

/// Whether an element is a paragraph rather than a part of the page.
fn is_text(element: Element) -> bool {
    matches!(element, Element::Paragraph | Element::Heading(_) | Element::Preformatted) || element.is_inline()
}
