//! Two handles at the edges of the selected annotation: drag one to move the boundary. The keys and the inspector's
//! buttons do the same.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, Node};
use yew::prelude::*;

use super::context::{use_dispatch, use_strings};
use super::state::Action;
use super::{dom, selection};
use crate::document::{AnnotationId, Body, Command, Document, Snap};
use crate::text::{TextRange, TextSize};
use crate::view::Edge;
use crate::web::Layer;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) document: Document,
    pub(crate) id: AnnotationId,
}

/// Both handles.
#[component]
pub(crate) fn Handles(props: &Props) -> Html {
    let t = use_strings();
    let Some(annotation) = props.document.annotation(props.id) else { return html! {} };
    let (first, last) = match &annotation.body {
        Body::Mention(mention) => ((0, mention.range), (0, mention.range)),
        Body::Quote(quote) => {
            let last = quote.parts.len() - 1;
            ((0, quote.parts[0]), (last, quote.parts[last]))
        }
    };
    let handle = |edge: Edge, (part, range): (usize, TextRange), name: &'static str| {
        html! { <Handle key={name} document={props.document.clone()} id={props.id} {edge} {part} {range} {name} /> }
    };
    html! {
        <div class="handles">
            { handle(Edge::Start, first, t.handle_start) }
            { handle(Edge::End, last, t.handle_end) }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct HandleProps {
    document: Document,
    id: AnnotationId,
    edge: Edge,
    part: usize,
    range: TextRange,
    name: &'static str,
}

#[component]
fn Handle(props: &HandleProps) -> Html {
    let dispatch = use_dispatch();
    let node = use_node_ref();
    let dragged = use_mut_ref(|| None::<TextRange>);
    let layer = use_memo((), |()| Layer::new("pending"));
    use_effect_with((props.range, node.clone()), {
        let (source, edge) = (props.document.source().clone(), props.edge);
        move |(range, node)| {
            if let (Some(handle), Some(words)) = (node.cast::<HtmlElement>(), selection::live(&source, *range)) {
                place(&handle, &words, edge);
            }
        }
    });
    let onpointerdown = {
        let node = node.clone();
        Callback::from(move |event: PointerEvent| {
            event.prevent_default();
            if let Some(handle) = node.cast::<HtmlElement>() {
                let _ = handle.set_pointer_capture(event.pointer_id());
            }
        })
    };
    let onpointermove = {
        let (props, dragged, node, layer) = (props.clone(), dragged.clone(), node.clone(), layer.clone());
        Callback::from(move |event: PointerEvent| {
            let holds = node.cast::<HtmlElement>().is_some_and(|handle| handle.has_pointer_capture(event.pointer_id()));
            let source = props.document.source();
            if !holds {
                return;
            }
            let at = caret(f64::from(event.client_x()), f64::from(event.client_y()))
                .and_then(|(node, offset)| selection::point(source, &node, offset));
            let Some(range) = at.and_then(|at| moved(props.range, props.edge, at)) else { return };
            let snap = if event.alt_key() { Snap::Characters } else { Snap::Words };
            if let Some(range) = props.document.snap(range, snap) {
                layer.show(selection::live(source, range));
                *dragged.borrow_mut() = Some(range);
            }
        })
    };
    let onpointerup = {
        let (id, part, dragged, layer) = (props.id, props.part, dragged, layer);
        let quote = matches!(props.document.annotation(id).map(|a| &a.body), Some(Body::Quote(_)));
        let (document, now) = (props.document.clone(), props.range);
        Callback::from(move |_: PointerEvent| {
            layer.clear();
            let Some(range) = dragged.borrow_mut().take() else { return };
            let range = if quote { document.snap(range, Snap::Quote).unwrap_or(range) } else { range };
            if range != now {
                dispatch.dispatch(Action::Run(Command::Retarget { id, part, range }));
            }
        })
    };
    let class = if props.edge == Edge::Start { "handle handle-start" } else { "handle handle-end" };
    html! {
        <div ref={node} {class} title={props.name} aria-hidden="true" data-testid={if props.edge == Edge::Start { "handle-start" } else { "handle-end" }}
            {onpointerdown} {onpointermove} {onpointerup} />
    }
}

/// `range` with one edge at `at`; the edges never pass each other.
fn moved(range: TextRange, edge: Edge, at: TextSize) -> Option<TextRange> {
    let (start, end) = match edge {
        Edge::Start => (at, range.end()),
        Edge::End => (range.start(), at),
    };
    (start < end).then(|| TextRange::new(start, end))
}

/// The text position under a point of the window. Browsers have one of two functions for it.
fn caret(x: f64, y: f64) -> Option<(Node, u32)> {
    let page: JsValue = dom::document().into();
    let call = |name: &str| -> Option<JsValue> {
        let function: js_sys::Function = js_sys::Reflect::get(&page, &name.into()).ok()?.dyn_into().ok()?;
        let found = function.call2(&page, &x.into(), &y.into()).ok()?;
        found.is_object().then_some(found)
    };
    let field = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &name.into()).ok();
    let (found, node, offset) = match call("caretPositionFromPoint") {
        Some(found) => (found, "offsetNode", "offset"),
        None => (call("caretRangeFromPoint")?, "startContainer", "startOffset"),
    };
    let node: Node = field(&found, node)?.dyn_into().ok()?;
    Some((node, field(&found, offset)?.as_f64()? as u32))
}

fn place(handle: &HtmlElement, words: &web_sys::Range, edge: Edge) {
    let (Some(rects), Some(parent)) = (words.get_client_rects(), handle.offset_parent()) else { return };
    let rect = if edge == Edge::Start { rects.get(0) } else { rects.get(rects.length().saturating_sub(1)) };
    let Some(rect) = rect else { return };
    let origin = parent.get_bounding_client_rect();
    let x = if edge == Edge::Start { rect.left() } else { rect.right() };
    let style = handle.style();
    // By the object model, which the content security policy allows; never by a style attribute.
    let _ = style.set_property("--left", &format!("{}px", x - origin.left()));
    let _ = style.set_property("--top", &format!("{}px", rect.top() - origin.top()));
    let _ = style.set_property("--height", &format!("{}px", rect.height()));
}
