//! From the tokens of HTML to a light tree: elements with what they say of themselves, and lines of text that stand in them.
//!
//! Elements nest as browsers nest them where that changes what is read: paragraphs and items end by themselves, tags that
//! cross are taken as they are meant, and what is nested deeper than [`DEEPEST`] is taken as if it stood beside.

use html5gum::Tokenizer;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};

use crate::formats::html::element::Element;
use crate::formats::html::hidden::reveal;
use crate::formats::html::hints::{Hints, of_attribute};
use crate::formats::html::lines::{Line, Lines};
use crate::formats::html::node::Node;
use crate::formats::html::place::Place;

/// Browsers nest no deeper either.
const DEEPEST: usize = 512;
/// So far a tag is sought that crosses others.
const CROSSING: usize = 32;
/// Names of elements are counted by so many numbers.
const NAMES: usize = 256;

/// A page as it was read.
#[derive(Debug)]
pub(super) struct Page {
    /// Parents before their children.
    pub(super) nodes: Vec<Node>,
    pub(super) lines: Vec<Line>,
    /// What the page calls itself: its title, `og:title` and the like.
    pub(super) titles: Vec<String>,
    /// `lang` of the page.
    pub(super) language: Option<String>,
}

/// Reads a page. Any string gives one.
pub(super) fn read(html: &str) -> Page {
    let mut builder = Builder::new();
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: html5gum::Span<()>| -> Option<()> {
        builder.event(&event);
        None
    });
    // Scripts and styles are read as a browser does, tags in their strings and all.
    emitter.naively_switch_states(true);
    for Ok(()) in Tokenizer::new_with_emitter(html, emitter) {}
    builder.finish()
}

/// An element that is open.
#[derive(Clone, Copy, Debug)]
struct Open {
    node: u32,
    element: Element,
    name: u32,
    place: Place,
}

/// A start tag in the making.
#[derive(Default)]
struct Tag {
    name: Vec<u8>,
    attribute: Vec<u8>,
    hints: Hints,
    shape: u32,
    address: bool,
    language: Option<String>,
    property: String,
    content: String,
}

struct Builder {
    nodes: Vec<Node>,
    stack: Vec<Open>,
    /// How many elements of each name are open.
    open: [u32; NAMES],
    /// Elements that stand too deep.
    deeper: u32,
    tag: Tag,
    lines: Lines,
    quotes: usize,
    titles: Vec<String>,
    language: Option<String>,
}

impl Builder {
    fn new() -> Self {
        let root = Node { parent: 0, element: Element::Root, hints: Hints::NONE, shape: 0, ended: true };
        let place = Place { block: 0, inline: Hints::NONE, link: false, bold: false, hidden: None };
        Self {
            nodes: vec![root],
            stack: vec![Open { node: 0, element: Element::Root, name: 0, place }],
            open: [0; NAMES],
            deeper: 0,
            tag: Tag::default(),
            lines: Lines::default(),
            quotes: 0,
            titles: Vec::new(),
            language: None,
        }
    }

    fn event(&mut self, event: &CallbackEvent<'_>) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Tag { name: name.to_vec(), shape: hash(name), ..Tag::default() };
            }
            CallbackEvent::AttributeName { name } => {
                self.tag.attribute.clear();
                self.tag.attribute.extend_from_slice(name);
                self.tag.attribute(b"");
            }
            CallbackEvent::AttributeValue { value } => self.tag.attribute(value),
            CallbackEvent::CloseStartTag { self_closing } => self.start(*self_closing),
            CallbackEvent::EndTag { name } => self.end(Element::named(name), hash(name)),
            CallbackEvent::String { value } => self.text(&String::from_utf8_lossy(value)),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    fn top(&self) -> &Open {
        self.stack.last().expect("invariant: the page is never ended")
    }

    fn text(&mut self, text: &str) {
        let top = *self.top();
        match top.element {
            Element::Title if self.titles.is_empty() => self.titles.push(text.trim().to_owned()),
            element if element.is_unseen() => {}
            _ => self.lines.push(text, &top.place),
        }
    }

    fn start(&mut self, self_closing: bool) {
        let tag = std::mem::take(&mut self.tag);
        let element = Element::named(&tag.name);
        let name = hash(&tag.name);
        match element {
            Element::Root => {
                self.language = self.language.take().or(tag.language);
                return;
            }
            Element::Break => return self.line_break(),
            Element::Rule => {
                self.end_implied(element);
                return self.lines.end_paragraph();
            }
            Element::Void => return self.meta(&tag),
            Element::Head => return,
            _ => {}
        }
        // In pages self-closing means nothing, but in drawings and formulas, and for unknown names, it is meant.
        if self_closing && matches!(element, Element::Inline | Element::Unseen) {
            return;
        }
        self.end_implied(element);
        if self.stack.len() >= DEEPEST {
            self.deeper += 1;
            return self.border(element);
        }
        let node = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        let top = *self.top();
        self.nodes.push(Node { parent: top.node, element, hints: tag.hints, shape: tag.shape, ended: false });
        let mut place = Self::place(top.place, node, element, tag.hints);
        place.link |= element == Element::Link && tag.address;
        self.open[bucket(name)] += 1;
        self.stack.push(Open { node, element, name, place });
        self.border(element);
        match element {
            Element::Quote => {
                self.lines.push(if self.quotes.is_multiple_of(2) { "“" } else { "‘" }, &place);
                self.quotes += 1;
            }
            Element::Inline if tag.name == b"sup" => self.lines.note(),
            Element::Preformatted => self.lines.preformatted += 1,
            Element::Row => self.lines.start_row(),
            Element::Cell => self.lines.start_cell(),
            _ => {}
        }
    }

    /// The place of text in an element within `outer`.
    fn place(outer: Place, node: u32, element: Element, hints: Hints) -> Place {
        let mut place = outer;
        if element.is_inline() {
            place.inline |= hints;
            place.bold |= element == Element::Bold;
        } else {
            place.block = node;
            place.inline = Hints::NONE;
        }
        let hidden = hints.has(Hints::HIDDEN) || element.is_unseen();
        place.hidden = outer.hidden.or(hidden.then_some(node));
        place
    }

    fn line_break(&mut self) {
        let heading = self.stack.iter().rev().take(CROSSING).any(|open| matches!(open.element, Element::Heading(_)));
        if heading { self.lines.space() } else { self.lines.end_line() }
    }

    fn border(&mut self, element: Element) {
        match element {
            _ if element.is_inline() || element.is_unseen() => {}
            Element::Item | Element::Row | Element::Rows | Element::Cell => self.lines.end_row(),
            _ => self.lines.end_paragraph(),
        }
    }

    /// Ends what the start of `element` ends.
    fn end_implied(&mut self, element: Element) {
        if element.ends_paragraph() {
            self.end_within(Element::Paragraph, |_| false);
        }
        match element {
            Element::Item => self.end_within(Element::Item, |open| open == Element::List),
            Element::Cell => self.end_within(Element::Cell, |open| matches!(open, Element::Row | Element::Table)),
            Element::Row => self.end_within(Element::Row, |open| open == Element::Table),
            Element::Rows => self.end_within(Element::Rows, |open| open == Element::Table),
            Element::Heading(_) if matches!(self.top().element, Element::Heading(_)) => self.pop(true),
            Element::Link => self.end(Element::Link, hash(b"a")),
            _ => {}
        }
    }

    /// Ends the innermost `element`, unless one that is a `border` or a cell or the like stands between.
    fn end_within(&mut self, element: Element, border: impl Fn(Element) -> bool) {
        let table = matches!(element, Element::Cell | Element::Row | Element::Rows);
        for index in (1..self.stack.len()).rev() {
            let open = self.stack[index].element;
            if open == element {
                while self.stack.len() > index {
                    self.pop(true);
                }
                return;
            }
            if border(open) || open.is_scope() && !(table && open == Element::Cell) {
                return;
            }
        }
    }

    fn end(&mut self, element: Element, name: u32) {
        if element.is_void() {
            if element == Element::Break {
                self.line_break();
            }
            return;
        }
        if self.deeper > 0 {
            self.deeper -= 1;
            return self.border(element);
        }
        if self.open[bucket(name)] == 0 {
            return self.border(element);
        }
        let table =
            matches!(element, Element::Cell | Element::Row | Element::Rows | Element::Table) || element.is_unseen();
        for index in (1..self.stack.len()).rev() {
            let open = self.stack[index];
            if open.name == name {
                return self.close(index);
            }
            let crossed = element.is_inline() && self.stack.len() - index > CROSSING;
            if crossed || open.element.is_scope() && !table || open.element == Element::Table {
                return self.border(element);
            }
        }
    }

    /// Ends the open element at `index` by its own tag.
    fn close(&mut self, index: usize) {
        let open = self.stack[index];
        if open.element.is_inline() && self.stack[index + 1..].iter().any(|inner| !inner.element.is_inline()) {
            // Formatting that ends within a paragraph it did not start in: what is open stays open.
            self.stack.remove(index);
            self.open[bucket(open.name)] -= 1;
            self.nodes[open.node as usize].ended = true;
            for inner in index..self.stack.len() {
                let outer = self.stack[inner - 1].place;
                let Open { node, element, place, .. } = self.stack[inner];
                let mut new = Self::place(outer, node, element, self.nodes[node as usize].hints);
                new.link |= element == Element::Link && place.link;
                self.stack[inner].place = new;
            }
            return;
        }
        while self.stack.len() > index + 1 {
            self.pop(false);
        }
        self.pop(true);
    }

    /// Ends the innermost element.
    fn pop(&mut self, ended: bool) {
        if self.stack.len() <= 1 {
            return;
        }
        let Some(open) = self.stack.pop() else { return };
        self.open[bucket(open.name)] -= 1;
        self.nodes[open.node as usize].ended = ended || open.element.ends_by_itself();
        match open.element {
            Element::Quote => {
                self.quotes = self.quotes.saturating_sub(1);
                self.lines.push(if self.quotes.is_multiple_of(2) { "”" } else { "’" }, &open.place);
            }
            Element::Preformatted => self.lines.preformatted = self.lines.preformatted.saturating_sub(1),
            _ => {}
        }
        self.border(open.element);
        match open.element {
            Element::Link => self.lines.link_ended(),
            Element::Row => self.lines.end_cells(open.node),
            _ => {}
        }
    }

    fn meta(&mut self, tag: &Tag) {
        if matches!(tag.property.as_str(), "og:title" | "twitter:title" | "dc.title" | "title" | "headline") {
            self.titles.push(tag.content.trim().to_owned());
        }
    }

    fn finish(mut self) -> Page {
        while self.stack.len() > 1 {
            self.pop(false);
        }
        self.titles.retain(|title| !title.is_empty());
        let mut lines = self.lines.finish();
        reveal(&self.nodes, &mut lines);
        Page { nodes: self.nodes, lines, titles: self.titles, language: self.language }
    }
}

impl Tag {
    /// Takes in an attribute, first by its name alone.
    fn attribute(&mut self, value: &[u8]) {
        let name = self.attribute.as_slice();
        self.hints |= of_attribute(name, value);
        let text = || String::from_utf8_lossy(value).into_owned();
        match name {
            b"class" => self.shape = self.shape.rotate_left(1) ^ hash(value),
            b"href" => self.address = true,
            b"lang" | b"xml:lang" if self.language.is_none() && !value.is_empty() => self.language = Some(text()),
            b"property" | b"name" | b"itemprop" => self.property = text().to_lowercase(),
            b"content" => self.content = text(),
            _ => {}
        }
    }
}

/// FNV-1a.
fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn bucket(name: u32) -> usize {
    usize::try_from(name).unwrap_or_default() % NAMES
}
