//! The frame around what is selected: one for each line of text, whatever else is marked within. It lies over the page and
//! moves nothing; that something is selected, and what, is said by `aria-pressed`.

use std::fmt::Write as _;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::document::{AnnotationId, Document};
use crate::ui::dom;
use crate::ui::widgets::layout::use_layout;
use crate::view::{ParagraphView, Place, frames, shown_in};

#[derive(Clone, Properties)]
pub(crate) struct Props {
    pub(crate) document: Document,
    pub(crate) first: AnnotationId,
    /// Selected beside it.
    pub(crate) further: Rc<[AnnotationId]>,
    /// As drawn: the frame follows when they change.
    pub(crate) paragraphs: Rc<[Rc<ParagraphView>]>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        (self.first, &self.further) == (other.first, &other.further)
            && Rc::ptr_eq(&self.paragraphs, &other.paragraphs)
            && self.document == other.document
    }
}

/// The frame.
#[component]
pub(crate) fn Outline(props: &Props) -> Html {
    let turn = use_layout();
    let line = use_node_ref();
    use_effect_with((turn, props.clone()), {
        let line = line.clone();
        move |(_, props)| {
            let path = draw(props).unwrap_or_default();
            if let Some(line) = line.cast::<Element>() {
                let _ = line.set_attribute("d", &path);
            }
        }
    });
    html! {
        <svg class="outline" aria-hidden="true" data-testid="outline" focusable="false"><path ref={line} class="outline-path" /></svg>
    }
}

/// Of so many at most: a frame for each of hundreds would cost more than it tells.
const MOST: usize = 200;
/// So far around the words, in CSS pixels.
const AROUND: f64 = 1.0;

fn draw(props: &Props) -> Option<String> {
    let origin = dom::find(".reading")?.get_bounding_client_rect();
    let mut path = String::new();
    for &id in [props.first].iter().chain(&*props.further).take(MOST) {
        let pieces = pieces_of(&props.document, id);
        for frame in frames(pieces.iter().flat_map(boxes_of)) {
            let (x, y) = (frame.left - origin.left() - AROUND, frame.top - origin.top() - AROUND);
            let (width, height) = (frame.right - frame.left + 2.0 * AROUND, frame.bottom - frame.top + 2.0 * AROUND);
            write!(path, "M{x:.1} {y:.1}h{width:.1}v{height:.1}h{:.1}z", -width)
                .expect("invariant: a string takes all");
        }
    }
    Some(path)
}

/// The elements that show an annotation, in order.
fn pieces_of(document: &Document, id: AnnotationId) -> Vec<Element> {
    let mut out = Vec::new();
    for paragraph in shown_in(document, id).into_iter().filter_map(|index| dom::paragraph(index as usize)) {
        if let Ok(found) = paragraph.query_selector_all(&format!("mark[data-ids~=\"{}\"]", id.0)) {
            out.extend((0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()));
        }
    }
    out
}

fn boxes_of(piece: &Element) -> Vec<Place> {
    let rects = piece.get_client_rects();
    let all = (0..rects.length()).filter_map(|i| rects.get(i)).filter(|rect| rect.width() > 0.0);
    let place = |rect: web_sys::DomRect| Place {
        left: rect.left(),
        right: rect.right(),
        top: rect.top(),
        bottom: rect.bottom(),
    };
    all.map(place).collect()
}
