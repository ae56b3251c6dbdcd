//! The edges of the selected annotation, moved by buttons: for touch, and for those who do not know the keys.

use yew::prelude::*;

use super::context::{use_dispatch, use_strings};
use super::inspector::click;
use super::state::Action;
use crate::view::{Edge, Step};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    /// The edge that the keys move.
    pub(crate) edge: Edge,
}

/// Eight buttons: each edge by word and by character, back and on.
#[component]
pub(crate) fn Boundaries(props: &Props) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let button = |edge: Edge, step: Step, sign: &'static str| {
        let name = match step {
            Step::WordBack => t.word_back,
            Step::WordOn => t.word_on,
            Step::CharBack => t.char_back,
            Step::CharOn => t.char_on,
        };
        let side = if edge == Edge::Start { t.start } else { t.end };
        let label = format!("{side}: {name}");
        let testid = format!(
            "{}-{}",
            if edge == Edge::Start { "start" } else { "end" },
            match step {
                Step::WordBack => "word-back",
                Step::WordOn => "word-on",
                Step::CharBack => "char-back",
                Step::CharOn => "char-on",
            }
        );
        html! {
            <button type="button" data-testid={testid} title={label.clone()} aria-label={label}
                onclick={click(&dispatch, Action::Grow(Some(edge), step))}>{ sign }</button>
        }
    };
    let side = |edge: Edge, name: &'static str| {
        html! {
            <div class={classes!("edge", (props.edge == edge).then_some("active"))} role="group" aria-label={name}>
                <span class="edge-name">{ name }</span>
                { button(edge, Step::WordBack, "«") }
                { button(edge, Step::CharBack, "‹") }
                { button(edge, Step::CharOn, "›") }
                { button(edge, Step::WordOn, "»") }
            </div>
        }
    };
    html! {
        <div class="row boundaries"><span class="label">{ t.boundaries }</span>
            <div class="edges">{ side(Edge::Start, t.start) }{ side(Edge::End, t.end) }</div>
        </div>
    }
}
