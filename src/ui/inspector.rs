//! Everything about the selected annotation, and everything that can be done to it.

use std::rc::Rc;
use std::sync::Arc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::context::{Dispatch, use_dispatch, use_lang, use_strings};
use super::icons::Icon;
use super::paragraph::kind_name;
use super::speakers::Speakers;
use super::state::Action;
use super::strings::{Strings, evidence, fill};
use crate::document::{CheckStatus, Command, Label, LabelId, Origin, Review};
use crate::view::{Edge, Inspected, InspectedBody, Step};
use crate::vocabulary::QuoteKind;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) inspected: Rc<Inspected>,
    pub(crate) labels: Rc<[Label]>,
    /// The edge that the boundary keys move.
    pub(crate) edge: Edge,
}

/// The kinds of a quote, in the order of the list.
pub(crate) const KINDS: [QuoteKind; 5] =
    [QuoteKind::Direct, QuoteKind::Partial, QuoteKind::Indirect, QuoteKind::Thought, QuoteKind::NotQuote];

/// A quote's kind in words.
pub(crate) fn quote_kind(kind: QuoteKind, t: &Strings) -> &'static str {
    match kind {
        QuoteKind::Direct => t.kind_direct,
        QuoteKind::Partial => t.kind_partial,
        QuoteKind::Indirect => t.kind_indirect,
        QuoteKind::Thought => t.kind_thought,
        QuoteKind::NotQuote => t.kind_not,
    }
}

/// The selected annotation.
#[component]
pub(crate) fn Inspector(props: &Props) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let it = &props.inspected;
    let send = |action: Action| click(&dispatch, action);
    let id = it.id;
    html! {
        <section class="inspector" aria-label={t.inspector} data-testid="inspector" data-id={id.0.to_string()}>
            <header class="inspector-head">
                <blockquote class="inspector-text" data-testid="inspector-text">{ it.text.to_string() }</blockquote>
                <button type="button" class="icon-button" data-testid="inspector-close" aria-label={t.close} title={t.close}
                    onclick={send(Action::Select(None))}>{ Icon::Close.html() }</button>
            </header>
            <div class="row">
                <label for="inspector-type">{ t.type_ }</label>
                <Kinds ..props.clone() />
            </div>
            <div class="decide">
                if it.review == Review::Suggested {
                    <button type="button" class="accept" data-testid="accept" onclick={send(Action::Accept)}>{ Icon::Check.html() }{ t.accept }<kbd>{ "A" }</kbd></button>
                    <button type="button" class="reject" data-testid="reject" onclick={send(Action::Reject)}>{ Icon::Cross.html() }{ t.reject }<kbd>{ "X" }</kbd></button>
                } else {
                    <button type="button" class="reject" data-testid="delete" onclick={send(Action::Delete)}>{ Icon::Cross.html() }{ t.delete }<kbd>{ "⌫" }</kbd></button>
                }
            </div>
            { match &it.body {
                InspectedBody::Mention { entity, .. } => html! {
                    if let Some((_, name, count)) = entity {
                        <div class="row"><span class="label">{ t.belongs_to }</span>
                            <span data-testid="inspector-entity">{ name.to_string() }<span class="dim">{ " · " }{ lang.count(t.mentions, *count) }</span></span>
                        </div>
                    }
                },
                InspectedBody::Quote { cue, speaker, unclosed, .. } => html! {
                    <>
                        <Speakers inspected={it.clone()} />
                        <div class="row"><span class="label">{ t.speaker_words }</span>
                            <span data-testid="inspector-speaker-words">{ speaker.as_deref().unwrap_or(t.no_cue).to_owned() }</span></div>
                        <div class="row"><span class="label">{ t.cue }</span>
                            <span data-testid="inspector-cue">{ cue.as_deref().unwrap_or(t.no_cue).to_owned() }</span>
                            if cue.is_some() {
                                <button type="button" class="icon-button" data-testid="remove-cue" aria-label={t.remove_cue} title={t.remove_cue}
                                    onclick={send(Action::Run(Command::SetCue { id, cue: None }))}>{ Icon::Close.html() }</button>
                            }
                        </div>
                        { parts_of(it, t, &dispatch) }
                        if *unclosed { <p class="warn">{ t.unclosed }</p> }
                    </>
                },
            } }
            <Boundaries edge={props.edge} />
            <div class="why" data-testid="inspector-evidence">
                <h2>{ t.why }</h2>
                <p class="origin">
                    { match it.origin { Origin::Engine => t.by_engine, Origin::Person if it.confidence.is_some() => t.changed_by_you, Origin::Person => t.by_you, Origin::Imported => t.by_file } }
                    if let Some(confidence) = it.confidence {
                        <span class="confidence" data-testid="inspector-confidence">
                            <meter min="0" max="1000" low="600" high="850" optimum="1000" value={confidence.get().to_string()} aria-label={t.confidence} />
                            { fill(t.confidence_of, &[("n", &((confidence.get() + 5) / 10).to_string())]) }
                        </span>
                    }
                </p>
                if !it.evidence.is_empty() {
                    <ul>for (i, why) in it.evidence.iter().enumerate() { <li key={i}>{ evidence(lang, why) }</li> }</ul>
                }
            </div>
            <Notes inspected={it.clone()} />
        </section>
    }
}

fn click(dispatch: &Dispatch, action: Action) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(action.clone()))
}

/// One list for both: labels of names and kinds of quotes.
#[component]
fn Kinds(props: &Props) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let id = props.inspected.id;
    let now = match &props.inspected.body {
        InspectedBody::Mention { label, .. } => format!("l{}", label.0),
        InspectedBody::Quote { kind, .. } => format!("q{}", *kind as u8),
    };
    let node = use_node_ref();
    // Set after every drawing: a refused change must show what still holds.
    use_effect({
        let node = node.clone();
        move || {
            if let Some(select) = node.cast::<HtmlSelectElement>() {
                select.set_value(&now);
            }
        }
    });
    let onchange = Callback::from(move |event: Event| {
        let value = event.target().and_then(|t| t.dyn_into::<HtmlSelectElement>().ok()).map(|s| s.value());
        let Some((family, index)) = value.as_deref().and_then(|v| v.split_at_checked(1)) else { return };
        let Ok(index) = index.parse::<u16>() else { return };
        let kind = KINDS[usize::from(index).min(KINDS.len() - 1)];
        dispatch.dispatch(match family {
            "l" => Action::Relabel(LabelId(index)),
            _ => Action::Run(Command::SetQuoteKind { id, kind }),
        });
    });
    html! {
        <select ref={node} id="inspector-type" data-testid="inspector-type" {onchange}>
            <optgroup label={t.name}>
                for (i, label) in props.labels.iter().enumerate() {
                    <option key={i} value={format!("l{i}")}>{ kind_name(&label.name.to_lowercase(), t).to_owned() }</option>
                }
            </optgroup>
            <optgroup label={t.quote}>
                for kind in KINDS { <option key={kind as u8} value={format!("q{}", kind as u8)}>{ quote_kind(kind, t) }</option> }
            </optgroup>
        </select>
    }
}

/// The parts of an interrupted quote, each of which can be taken away.
fn parts_of(it: &Inspected, t: &'static Strings, dispatch: &Dispatch) -> Html {
    let InspectedBody::Quote { parts, .. } = &it.body else { return html! {} };
    if parts.len() < 2 {
        return html! {};
    }
    let id = it.id;
    html! {
        <div class="row"><span class="label">{ t.parts }</span>
            <span class="part-list" data-testid="inspector-parts">
                for part in 0..parts.len() {
                    <button type="button" key={part} data-testid={format!("remove-part-{}", part + 1)} title={t.remove_part}
                        aria-label={format!("{} ({})", t.remove_part, part + 1)}
                        onclick={click(dispatch, Action::Run(Command::RemovePart { id, part }))}>{ part + 1 }{ Icon::Close.html() }</button>
                }
            </span>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct BoundariesProps {
    edge: Edge,
}

/// Eight buttons: each edge by word and by character, back and on.
#[component]
fn Boundaries(props: &BoundariesProps) -> Html {
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

#[derive(Clone, PartialEq, Properties)]
struct NotesProps {
    inspected: Rc<Inspected>,
}

/// Fact check and note.
#[component]
fn Notes(props: &NotesProps) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let id = props.inspected.id;
    let status = props.inspected.status;
    let on_note = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) {
                dispatch.dispatch(Action::Run(Command::SetNote { id, note: Arc::from(input.value()) }));
            }
        })
    };
    let choices = [
        (CheckStatus::Unchecked, t.unchecked, "unchecked"),
        (CheckStatus::Confirmed, t.confirmed, "confirmed"),
        (CheckStatus::Disputed, t.disputed, "disputed"),
    ];
    html! {
        <div class="notes">
            <fieldset class="check" data-testid="inspector-status">
                <legend>{ t.status }</legend>
                for (value, name, test) in choices {
                    <button type="button" key={test} class={classes!("choice", test)} data-testid={format!("status-{test}")}
                        aria-pressed={if value == status { "true" } else { "false" }}
                        onclick={click(&dispatch, Action::Run(Command::SetStatus { ids: vec![id], status: value }))}>{ name }</button>
                }
            </fieldset>
            <label class="note"><span>{ t.note }</span>
                <input key={id.0} type="text" data-testid="inspector-note" placeholder={t.note_placeholder} value={props.inspected.note.to_string()}
                    onchange={on_note} />
            </label>
        </div>
    }
}
