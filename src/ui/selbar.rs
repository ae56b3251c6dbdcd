//! The small toolbar for the chosen words: at the words with a mouse, at the foot of the page for touch.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::context::{use_dispatch, use_strings};
use super::paragraph::kind_name;
use super::selection;
use super::state::{Action, Tool};
use crate::document::{Document, LabelId};
use crate::text::TextRange;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) document: Document,
    pub(crate) target: TextRange,
    /// What the words could do for the selected annotation.
    pub(crate) selected: Selected,
}

/// The kind of the selected annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Selected {
    Nothing,
    Mention,
    Quote,
}

/// The small toolbar.
#[component]
pub(crate) fn SelectionBar(props: &Props) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let bar = use_node_ref();
    use_effect_with((props.target, bar.clone()), {
        let source = props.document.source().clone();
        move |(target, bar)| {
            if let (Some(bar), Some(words)) = (bar.cast::<HtmlElement>(), selection::live(&source, *target)) {
                place(&bar, &words);
            }
        }
    });
    let send = |action: Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    // A press on a button must not take the selection away.
    let onmousedown = use_callback((), |event: MouseEvent, ()| event.prevent_default());
    let words: Rc<str> = props.document.source().slice(props.target).into();
    html! {
        <div ref={bar} class="selbar" role="toolbar" aria-label={format!("{}: {words}", t.mark_as)} data-testid="selection-toolbar"
            data-keeps-target="" {onmousedown}>
            for (i, label) in props.document.labels().iter().enumerate() {
                <button key={i} type="button" class={classes!("sel-label", format!("c{}", label.color))}
                    data-testid={format!("mark-{}", label.name.to_lowercase())}
                    onclick={send(Action::Apply(Tool::Label(LabelId(i as u16))))}>
                    <span class={format!("swatch s-{}", shape_name(label.shape))} aria-hidden="true">{ "Aa" }</span>
                    { kind_name(&label.name.to_lowercase(), t).to_owned() }
                    if let Some(key) = label.key { <kbd>{ key.to_uppercase().to_string() }</kbd> }
                </button>
            }
            <button type="button" class="sel-label" data-testid="mark-quote" onclick={send(Action::Apply(Tool::Quote))}>
                <span class="swatch s-quote" aria-hidden="true">{ "Aa" }</span>{ t.quote }<kbd>{ "Q" }</kbd>
            </button>
            if props.selected != Selected::Nothing {
                <span class="sel-gap" />
                <button type="button" data-testid="set-range" onclick={send(Action::Retarget)}>{ t.set_range }</button>
            }
            if props.selected == Selected::Quote {
                <button type="button" data-testid="add-part" onclick={send(Action::AddPart)}>{ t.add_part }</button>
                <button type="button" data-testid="use-as-cue" onclick={send(Action::SetCue)}>{ t.use_as_cue }</button>
                <button type="button" data-testid="use-as-speaker" onclick={send(Action::SpeakerWords)}>{ t.use_as_speaker }</button>
            }
        </div>
    }
}

/// The class of a line.
pub(crate) fn shape_name(shape: crate::document::Shape) -> &'static str {
    use crate::document::Shape;
    match shape {
        Shape::Underline => "underline",
        Shape::Dotted => "dotted",
        Shape::Double => "double",
        Shape::Wavy => "wavy",
        Shape::Box => "box",
    }
}

/// Sets the bar right above the words, or below when there is no room, within the window. Touch screens ignore it: the
/// style sheet keeps the bar at the foot, clear of the system's own handles and menu.
fn place(bar: &HtmlElement, words: &web_sys::Range) {
    let (words, size) = (words.get_bounding_client_rect(), bar.get_bounding_client_rect());
    let window = super::dom::window();
    let width = window.inner_width().ok().and_then(|w| w.as_f64()).unwrap_or(800.0);
    let left =
        (words.left() + words.width() / 2.0 - size.width() / 2.0).clamp(8.0, (width - size.width() - 8.0).max(8.0));
    let above = words.top() - size.height() - 10.0;
    let top = if above < 64.0 { words.bottom() + 10.0 } else { above };
    let style = bar.style();
    // By the object model, which the content security policy allows; never by a style attribute.
    let _ = style.set_property("--left", &format!("{}px", left + window.scroll_x().unwrap_or(0.0)));
    let _ = style.set_property("--top", &format!("{}px", top + window.scroll_y().unwrap_or(0.0)));
}
