//! The edges of the selected annotation, moved by buttons: for touch, and for those who do not know the keys.

use crate::ui::strings::edge_name;
use yew::prelude::*;

use crate::ui::state::{EditAction, MovingEdge};
use crate::ui::strings::fill;
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{use_dispatch, use_strings};
use crate::view::{Edge, Step};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    /// The edge that the keys move.
    pub(crate) moving: MovingEdge,
}

/// Four buttons for each edge of each part: by word and by character, back and on.
#[component]
pub(crate) fn Boundaries(props: &Props) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let MovingEdge { part: moving_part, edge: moving_edge, parts } = props.moving;
    let last = parts - 1;
    let side = |part: usize, edge: Edge| {
        let name = edge_name(part, edge, parts, t);
        let (short, test) = if edge == Edge::Start { (t.start, "start") } else { (t.end, "end") };
        // The outer edges are those of the whole; the ones between carry the number of their part.
        let outer = if edge == Edge::Start { part == 0 } else { part == last };
        let test = if outer { test.to_owned() } else { format!("{test}-{}", part + 1) };
        let short = if parts < 2 { short.to_owned() } else { format!("{short} {}", part + 1) };
        let button = |step: Step, sign: &'static str| {
            let (way, how) = match step {
                Step::WordBack => ("word-back", t.word_back),
                Step::WordOn => ("word-on", t.word_on),
                Step::CharBack => ("char-back", t.char_back),
                Step::CharOn => ("char-on", t.char_on),
            };
            let label = format!("{name}: {how}");
            html! {
                <button type="button" data-testid={format!("{test}-{way}")} title={label.clone()} aria-label={label}
                    onclick={click(&dispatch, EditAction::Grow(Some((part, edge)), step))}>{ sign }</button>
            }
        };
        let active = (part, edge) == (moving_part, moving_edge);
        html! {
            <div key={test.clone()} class={classes!("edge", active.then_some("active"))} role="group" aria-label={name.clone()}>
                <span class="edge-name">{ short }</span>
                { button(Step::WordBack, "«") }
                { button(Step::CharBack, "‹") }
                { button(Step::CharOn, "›") }
                { button(Step::WordOn, "»") }
            </div>
        }
    };
    html! {
        <div class="edges">
            for part in 0..parts { { side(part, Edge::Start) }{ side(part, Edge::End) } }
            if parts > 1 {
                <p class="dim" data-testid="edge-now">{ fill(t.edge_now, &[("edge", &edge_name(moving_part, moving_edge, parts, t))]) }</p>
            }
        </div>
    }
}
