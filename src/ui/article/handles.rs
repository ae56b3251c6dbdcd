//! Handles at the edges of the selected annotation, two for each part: drag one to move the boundary. The keys and the inspector's
//! buttons do the same.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, Node};
use yew::prelude::*;

use crate::document::{AnnotationId, Body, Command, Document, Snap};
use crate::text::{TextRange, TextSize};
use crate::ui::article::selection;
use crate::ui::dom;
use crate::ui::state::EditAction;
use crate::ui::widgets::context::{use_dispatch, use_strings};
use crate::ui::widgets::layout::{is_rtl, use_layout};
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
    let turn = use_layout();
    let Some(annotation) = props.document.annotation(props.id) else { return html! {} };
    let last = annotation.body.parts().len() - 1;
    let handle = |edge: Edge, part: usize, range: TextRange| {
        let inner = if edge == Edge::Start { part > 0 } else { part < last };
        let name = if edge == Edge::Start { t.handle_start } else { t.handle_end };
        html! { <Handle key={format!("{part}{name}")} document={props.document.clone()} id={props.id} {edge} {part} {range} {name} {turn} {inner} /> }
    };
    html! {
        <div class="handles">
            for (part, &range) in annotation.body.parts().iter().enumerate() {
                { handle(Edge::Start, part, range) }
                { handle(Edge::End, part, range) }
            }
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
    /// Changes when the text wraps anew.
    turn: u32,
    /// Between two parts of a quote, where a finger needs the room.
    inner: bool,
}

#[component]
fn Handle(props: &HandleProps) -> Html {
    let dispatch = use_dispatch();
    let node = use_node_ref();
    let dragged = use_mut_ref(|| None::<TextRange>);
    let layer = use_memo((), |()| Layer::new("pending"));
    use_effect_with((props.range, props.turn, node.clone()), {
        let (source, edge) = (props.document.source().clone(), props.edge);
        move |(range, _, node)| {
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
                dispatch.dispatch(EditAction::Run(Command::Retarget { id, part, range }).into());
            }
        })
    };
    let side = if props.edge == Edge::Start { "handle-start" } else { "handle-end" };
    let class = classes!("handle", side, props.inner.then_some("inner"));
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
    let around = words.start_container().ok().and_then(|node| node.parent_element());
    let rtl = around.is_some_and(|element| is_rtl(&element));
    let x = if (edge == Edge::Start) == rtl { rect.right() } else { rect.left() };
    dom::place(
        handle,
        &[("--left", x - origin.left()), ("--top", rect.top() - origin.top()), ("--height", rect.height())],
    );
}
