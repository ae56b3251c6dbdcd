//! The line from the selected quote to the words that say who spoke. It lies over the page and moves nothing; what it
//! shows stands in the inspector in words.

use std::fmt::Write as _;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::document::{AnnotationId, Body, Document};
use crate::text::TextRange;
use crate::ui::article::selection;
use crate::ui::dom;
use crate::ui::widgets::layout::{is_rtl, use_layout};
use crate::view::{Linked, ParagraphView, Place, Rail, link};

#[derive(Clone, Properties)]
pub(crate) struct Props {
    pub(crate) document: Document,
    pub(crate) id: AnnotationId,
    /// As drawn: the line follows when they change.
    pub(crate) paragraphs: Rc<[Rc<ParagraphView>]>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && Rc::ptr_eq(&self.paragraphs, &other.paragraphs) && self.document == other.document
    }
}

/// How far below the words of a line the line runs, in CSS pixels.
const DROP: f64 = 4.0;

/// The line.
#[component]
pub(crate) fn LinkLine(props: &Props) -> Html {
    let turn = use_layout();
    let (halo, line, dots) = (use_node_ref(), use_node_ref(), use_node_ref());
    let document = props.document.clone();
    use_effect_with((turn, props.clone()), {
        let nodes = (halo.clone(), line.clone(), dots.clone());
        move |(_, props)| {
            let (path, points) = draw(&document, props.id).unwrap_or_default();
            for (node, path) in [(nodes.0, &path), (nodes.1, &path), (nodes.2, &points)] {
                if let Some(node) = node.cast::<Element>() {
                    let _ = node.set_attribute("d", path);
                }
            }
        }
    });
    html! {
        <svg class="link-line" aria-hidden="true" data-testid="link-line" focusable="false" key={props.id.0}>
            <path ref={halo} class="link-halo" />
            <path ref={line} class="link-path" pathLength="1" />
            <path ref={dots} class="link-dots" />
        </svg>
    }
}

/// Line and dots as SVG paths.
fn draw(document: &Document, id: AnnotationId) -> Option<(String, String)> {
    let Body::Quote(quote) = &document.annotation(id)?.body else { return None };
    let (article, column) = (dom::find("#article")?, dom::find(".reading")?);
    let origin = column.get_bounding_client_rect();
    let at = |range: &TextRange| places(document, *range, (origin.left(), origin.top()));
    let linked = Linked {
        parts: quote.parts.iter().map(at).collect(),
        cue: quote.cue.as_ref().map(at).unwrap_or_default(),
        speaker: quote.speaker.as_ref().map(at).unwrap_or_default(),
    };
    let first = document.source().paragraph_at(quote.parts.first()?.start())?;
    let rtl = dom::paragraph(first).is_some_and(|p| is_rtl(&p));
    let text = article.get_bounding_client_rect();
    // In the middle of a narrow margin, close to the text in a wide one.
    let beside = ((text.left() - origin.left()) / 2.0).min(14.0);
    let x = if rtl { text.right() - origin.left() + beside } else { text.left() - origin.left() - beside };
    let drawn = link(&linked, Rail { x, rtl, drop: DROP });
    let mut dots = String::new();
    for (x, y) in drawn.dots {
        write!(dots, "M{:.1} {y:.1}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0", x - 3.0).expect("invariant: a string takes all");
    }
    Some((drawn.path, dots))
}

/// The boxes of a range, one for each line of text it stands in.
fn places(document: &Document, range: TextRange, (left, top): (f64, f64)) -> Vec<Place> {
    let mut out: Vec<Place> = Vec::new();
    let rects = selection::live(document.source(), range).and_then(|live| live.get_client_rects());
    let Some(rects) = rects else { return out };
    for rect in (0..rects.length()).filter_map(|i| rects.get(i)).filter(|r| r.width() > 0.0) {
        let place = Place {
            left: rect.left() - left,
            right: rect.right() - left,
            top: rect.top() - top,
            bottom: rect.bottom() - top,
        };
        match out.last_mut() {
            // Pieces of one line; a piece's box may be a little higher than its neighbor's.
            Some(last) if (last.bottom - place.bottom).abs() < (place.bottom - place.top) / 2.0 => {
                last.left = last.left.min(place.left);
                last.right = last.right.max(place.right);
                last.top = last.top.min(place.top);
                last.bottom = last.bottom.max(place.bottom);
            }
            _ => out.push(place),
        }
    }
    out
}
