//! What is counted of each element: its prose, its links, and how many elements beside it look the same.

use crate::formats::html::element::Element;
use crate::formats::html::hints::Hints;
use crate::formats::html::lines::Line;
use crate::formats::html::tree::Page;

/// A line of so many characters with a full stop in it is prose.
const PROSE: u32 = 80;
/// So many characters that end a sentence are prose.
const SENTENCE: u32 = 40;
/// So many characters are prose however they end.
const LONG: u32 = 140;

/// What is counted of an element, all that stands in it included.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Measure {
    /// Characters, and those of them in links.
    pub(super) characters: u32,
    pub(super) linked: u32,
    /// Characters of prose.
    pub(super) prose: u32,
    /// Characters of prose, those in what calls itself furniture left out.
    pub(super) article: u32,
    pub(super) lines: u32,
    /// Lines of prose.
    pub(super) proses: u32,
    /// Lines in `p`.
    pub(super) paragraphs: u32,
    /// Headings of the first level.
    pub(super) titles: u32,
}

/// Whether a line is running text.
pub(super) fn is_prose(line: &Line) -> bool {
    let plain = line.linked * 3 < line.characters;
    let last = line.text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']).chars().next_back();
    let stopped = last.is_some_and(|last| matches!(last, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।' | '۔'));
    let stops = || line.text.contains(['.', '!', '?', ',', '。', '，', '、', '،', '।']);
    plain
        && line.hidden.is_none()
        && (line.characters >= LONG || line.characters >= PROSE && stops() || line.characters >= SENTENCE && stopped)
}

/// What is furniture by its element.
pub(super) fn is_furniture_element(element: Element) -> bool {
    matches!(element, Element::Navigation | Element::Aside | Element::Footer | Element::Form | Element::Button)
}

/// What calls itself furniture.
pub(super) const FURNITURE: &[Hints] = &[
    Hints::NAVIGATION,
    Hints::ASIDE,
    Hints::FOOTER,
    Hints::RELATED,
    Hints::SHARE,
    Hints::COMMENTS,
    Hints::ADVERTISEMENT,
    Hints::SIGNUP,
    Hints::POPUP,
    Hints::TAGS,
    Hints::ABOUT,
];

/// An element that calls itself furniture and holds so many percent of all prose is not believed.
const TOO_MUCH: u64 = 40;
/// Comments may be longer than the article.
const TOO_MANY_COMMENTS: u64 = 90;

/// What is known of each element.
#[derive(Debug)]
pub(super) struct Measured {
    pub(super) counts: Vec<Measure>,
    /// What it says of itself, as far as it is believed.
    pub(super) hints: Vec<Hints>,
    /// Whether it is furniture by its own element or name.
    pub(super) furniture: Vec<bool>,
}

/// Counts, for each element.
pub(super) fn measure(page: &Page) -> Measured {
    let mut measures = vec![Measure::default(); page.nodes.len()];
    for line in &page.lines {
        let measure = &mut measures[line.node as usize];
        if line.hidden.is_some() {
            continue;
        }
        measure.characters += line.characters;
        measure.linked += line.linked;
        measure.lines += 1;
        let element = page.nodes[line.node as usize].element;
        measure.titles += u32::from(element == Element::Heading(1));
        measure.paragraphs += u32::from(element == Element::Paragraph);
        if is_prose(line) && !matches!(element, Element::Heading(_)) {
            measure.prose += line.characters - line.linked;
            measure.proses += 1;
        }
    }
    sum(page, &mut measures, |measure, inner| {
        measure.characters += inner.characters;
        measure.linked += inner.linked;
        measure.lines += inner.lines;
        measure.titles += inner.titles;
        measure.paragraphs += inner.paragraphs;
        measure.prose += inner.prose;
        measure.proses += inner.proses;
    });
    let all = u64::from(measures[0].prose);
    let mut believed = vec![Hints::NONE; page.nodes.len()];
    let mut named = vec![false; page.nodes.len()];
    let mut furniture = vec![false; page.nodes.len()];
    for (index, node) in page.nodes.iter().enumerate() {
        let hints = if node.ended { node.hints } else { Hints::NONE };
        let share = u64::from(measures[index].prose) * 100;
        let limit =
            if hints.has(Hints::COMMENTS) && measures[index].titles == 0 { TOO_MANY_COMMENTS } else { TOO_MUCH };
        let too_much = all > 0 && share >= limit * all;
        let all_furniture = FURNITURE.iter().fold(Hints::NONE, |set, &one| set | one);
        believed[index] = if too_much { hints.without(all_furniture) } else { hints };
        named[index] =
            believed[index].has(all_furniture) || node.ended && !too_much && is_furniture_element(node.element);
        furniture[index] = named[index] || index > 0 && furniture[node.parent as usize];
    }
    for line in &page.lines {
        let heading = matches!(page.nodes[line.node as usize].element, Element::Heading(_));
        if is_prose(line) && !heading && !furniture[line.node as usize] {
            measures[line.node as usize].article += line.characters - line.linked;
        }
    }
    sum(page, &mut measures, |measure, inner| measure.article += inner.article);
    Measured { counts: measures, hints: believed, furniture: named }
}

/// Adds up from the innermost elements to the outermost: children stand behind their parents.
fn sum(page: &Page, measures: &mut [Measure], add: impl Fn(&mut Measure, Measure)) {
    for index in (1..page.nodes.len()).rev() {
        let inner = measures[index];
        add(&mut measures[page.nodes[index].parent as usize], inner);
    }
}
