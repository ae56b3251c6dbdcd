//! What each line is: points for what speaks for the article, and against it.

use crate::formats::html::element::Element;
use crate::formats::html::header;
use crate::formats::html::hints::Hints;
use crate::formats::html::lines::Line;
use crate::formats::html::measure::{Measure, Measured, is_furniture_element, is_prose};
use crate::formats::html::tree::Page;

/// What a line is, as far as its element says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Headline,
    Heading,
    Deck,
    Byline,
    Date,
    Caption,
    Body,
    Furniture,
    /// In the article, and the page does not say as what.
    Open,
}

mod points {
    //! What speaks for a line (above 0) and against it.
    pub(super) const PROSE: i32 = 4;
    pub(super) const LONG_PROSE: i32 = 3;
    pub(super) const LINKED: i32 = -4;
    pub(super) const LINKED_PARAGRAPH: i32 = -2;
    pub(super) const BLOCK_QUOTE: i32 = 4;
    pub(super) const FURNITURE_ELEMENT: i32 = -8;
    pub(super) const FURNITURE_NAME: i32 = -5;
    pub(super) const LINKS: i32 = -5;
    pub(super) const REPEATED: i32 = -6;
    pub(super) const AMONG_PROSE: i32 = 3;
}

/// A container whose text is links by so many percent is a list of links.
const LIST_OF_LINKS: u64 = 60;
/// So many characters are much for a teaser.
const LONG_TEASER: u32 = 420;
/// So many characters are much for a caption, a byline, a date.
const LONG_CAPTION: u32 = 800;
const LONG_BYLINE: u32 = 200;
const LONG_DATE: u32 = 120;
/// A line of so many characters between headline and text is no label.
const DECK: u32 = 50;
/// So many elements that look the same are a list.
const SEVERAL: u32 = 3;

/// The roles of all lines.
pub(super) fn judge(page: &Page, measured: &Measured, region: usize) -> Vec<Role> {
    let places = places(page, measured, region);
    let mut roles: Vec<Role> = page.lines.iter().map(|line| role(page, measured, &places, line)).collect();
    let is_body = |index: &usize| roles[*index] == Role::Body;
    let Some(body) = (0..roles.len()).find(is_body) else { return roles };
    let Some(headline) = header::headline(page, measured, body + 1, &places.aside, &places.near) else {
        return roles;
    };
    roles[..headline].fill(Role::Furniture);
    roles[headline] = Role::Headline;
    for (role, line) in roles.iter_mut().zip(&page.lines).take(body).skip(headline + 1) {
        *role = below_headline(page, measured, &places, line);
    }
    roles
}

/// What is known of each element in its place.
struct Places {
    /// Points of the elements around it, up to the article.
    points: Vec<i32>,
    /// It stands in the element that holds the article.
    inside: Vec<bool>,
    /// It stands there or in an element around that which says that it is the article.
    near: Vec<bool>,
    /// It stands in what the page calls the text of an article.
    told: Vec<bool>,
    /// It stands in what is furniture.
    aside: Vec<bool>,
    caption: Vec<bool>,
    byline: Vec<bool>,
    date: Vec<bool>,
    deck: Vec<bool>,
}

fn places(page: &Page, measured: &Measured, region: usize) -> Places {
    let count = page.nodes.len();
    let shapes = repeated(page, &measured.counts);
    let flags = || vec![false; count];
    let mut around = flags();
    let mut at = region;
    while at > 0 {
        around[at] = true;
        at = page.nodes[at].parent as usize;
    }
    around[0] = true;
    let mut places = Places {
        points: vec![0; count],
        inside: flags(),
        near: flags(),
        told: flags(),
        aside: flags(),
        caption: flags(),
        byline: flags(),
        date: flags(),
        deck: flags(),
    };
    for index in 0..count {
        let node = &page.nodes[index];
        let parent = node.parent as usize;
        let hints = measured.hints[index];
        let characters = measured.counts[index].characters;
        let says = |one: Hints, most: u32| hints.has(one) && characters <= most;
        let inherited = |flags: &[bool]| index > 0 && flags[parent];
        places.inside[index] = index == region || inherited(&places.inside);
        let article = matches!(node.element, Element::Article) || hints.has(Hints::CONTENT);
        places.near[index] = places.inside[index] || around[index] && article || inherited(&places.near);
        places.told[index] = hints.has(Hints::CONTENT) || inherited(&places.told);
        if !around[index] {
            places.points[index] =
                places.points[parent] + own_points(page, measured, index, shapes[index], places.told[index]);
        }
        places.aside[index] = places.points[index] < 0;
        places.caption[index] =
            inherited(&places.caption) || node.element == Element::Caption || says(Hints::CAPTION, LONG_CAPTION);
        places.byline[index] = inherited(&places.byline) || says(Hints::BYLINE, LONG_BYLINE);
        places.date[index] = inherited(&places.date) || node.element == Element::Time || says(Hints::DATE, LONG_DATE);
        places.deck[index] = inherited(&places.deck) || says(Hints::DECK, LONG_CAPTION);
    }
    places
}

/// What a line is, wherever it stands.
fn role(page: &Page, measured: &Measured, places: &Places, line: &Line) -> Role {
    let node = line.node as usize;
    let parent = page.nodes[node].parent as usize;
    let element = page.nodes[node].element;
    let score = places.points[node] + line_points(line, element, places.told[node], &measured.counts[parent]);
    match element {
        _ if !places.inside[node] => {
            // The article may go on in an element beside: long prose in what says so, or among more of it.
            let strong = points::PROSE + points::LONG_PROSE;
            let enough = if places.near[node] { strong } else { strong + points::AMONG_PROSE };
            let heading = matches!(element, Element::Heading(_));
            if score >= enough && is_prose(line) && !heading { Role::Body } else { Role::Furniture }
        }
        _ if score < 0 => Role::Furniture,
        _ if places.caption[node] || says(line, Hints::CAPTION) => Role::Caption,
        Element::Heading(_) => Role::Heading,
        _ if is_prose(line) => Role::Body,
        _ => Role::Open,
    }
}

/// What a line between the headline and the text is.
fn below_headline(page: &Page, measured: &Measured, places: &Places, line: &Line) -> Role {
    let node = line.node as usize;
    let parent = page.nodes[node].parent as usize;
    let element = page.nodes[node].element;
    let score = places.points[node] + line_points(line, element, places.told[node], &measured.counts[parent]);
    let byline = places.byline[node] || line.named.has(Hints::BYLINE);
    match element {
        _ if byline && line.characters <= LONG_BYLINE && !places.aside[node] => Role::Byline,
        _ if score < 0 => Role::Furniture,
        _ if places.caption[node] || says(line, Hints::CAPTION) => Role::Caption,
        _ if places.date[node] || says(line, Hints::DATE) => {
            // A class "dateline" may say where rather than when: then the words decide.
            let place = !line.text.contains(char::is_numeric) && line.text.ends_with([')', '—', '–', '-']);
            if place { Role::Open } else { Role::Date }
        }
        Element::Heading(_) => Role::Deck,
        _ if places.deck[node] => Role::Deck,
        _ if is_prose(line) => Role::Body,
        _ if line.characters >= DECK && line.linked == 0 => Role::Deck,
        _ if places.inside[node] => Role::Open,
        _ => Role::Furniture,
    }
}

/// Whether elements within the line say so of all of it.
fn says(line: &Line, what: Hints) -> bool {
    line.inline != Hints::ALL && line.inline.has(what)
}

fn own_points(page: &Page, measured: &Measured, index: usize, repeated: bool, told: bool) -> i32 {
    let node = &page.nodes[index];
    let measure = &measured.counts[index];
    let mut sum = 0;
    if measured.furniture[index] {
        sum += if is_furniture_element(node.element) { points::FURNITURE_ELEMENT } else { points::FURNITURE_NAME };
    }
    let linked = u64::from(measure.linked) * 100 >= LIST_OF_LINKS * u64::from(measure.characters);
    let text =
        matches!(node.element, Element::BlockQuote | Element::Paragraph) || measure.paragraphs == measure.lines && told;
    if linked && measure.lines > 1 && measure.characters > 0 && !text {
        sum += points::LINKS;
    }
    if node.element == Element::BlockQuote {
        sum += points::BLOCK_QUOTE;
    }
    if repeated && node.element != Element::Paragraph {
        sum += points::REPEATED;
    }
    sum
}

fn line_points(line: &Line, element: Element, told: bool, around: &Measure) -> i32 {
    let mut sum = 0;
    if is_prose(line) {
        sum += points::PROSE;
        if line.characters > 200 {
            sum += points::LONG_PROSE;
        }
    } else if line.linked * 2 > line.characters {
        sum += if element == Element::Paragraph { points::LINKED_PARAGRAPH } else { points::LINKED };
        // The page itself says that this is the text of the article.
        sum += if told && element == Element::Paragraph { -points::LINKED_PARAGRAPH } else { 0 };
    }
    if around.proses >= SEVERAL {
        sum += points::AMONG_PROSE;
    }
    sum
}

/// Which elements are one of several that look the same, each with a link of its own and little text: teasers.
fn repeated(page: &Page, measures: &[Measure]) -> Vec<bool> {
    let mut out = vec![false; page.nodes.len()];
    // Children of one parent come in their order, but not in a row: the last shape of each parent is kept.
    let mut last: Vec<(u32, Vec<usize>)> = vec![(0, Vec::new()); page.nodes.len()];
    let flush = |run: &mut Vec<usize>, out: &mut Vec<bool>| {
        if run.len() >= SEVERAL as usize {
            for &index in run.iter() {
                out[index] = true;
            }
        }
        run.clear();
    };
    for (index, (node, measure)) in page.nodes.iter().zip(measures).enumerate().skip(1) {
        if measure.characters == 0 || node.element.is_inline() || node.element.is_unseen() {
            continue;
        }
        let teaser = measure.linked * 4 >= measure.characters && measure.characters <= LONG_TEASER;
        let (shape, run) = &mut last[node.parent as usize];
        if *shape != node.shape {
            *shape = node.shape;
            flush(run, &mut out);
        }
        if teaser {
            run.push(index);
        } else {
            flush(run, &mut out);
        }
    }
    for (_, mut run) in last {
        flush(&mut run, &mut out);
    }
    out
}
