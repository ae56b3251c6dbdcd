//! Everything about the selected annotation, and everything that can be done to it.

use crate::ui::inspector::scope::ScopeChoice;
use crate::ui::strings::quote_kind;
use crate::ui::widgets::button::click;
use std::rc::Rc;

use yew::prelude::*;

use crate::document::{Command, Label, LabelId, Origin, Review};
use crate::ui::inspector::edge_buttons::Boundaries;
use crate::ui::inspector::entity_select::Belongs;
use crate::ui::inspector::fold::Fold;
use crate::ui::inspector::notes::Notes;
use crate::ui::inspector::speakers::Speakers;
use crate::ui::state::{EditAction, MovingEdge, ReviewAction, Scope, SelectAction, Verdict};
use crate::ui::strings::kind_name;
use crate::ui::strings::{Lang, Strings, evidence, fill};
use crate::ui::widgets::context::{Dispatch, Key, use_dispatch, use_lang, use_strings};
use crate::ui::widgets::icons::Icon;
use crate::ui::widgets::select::{chosen, use_select};
use crate::view::{Inspected, InspectedBody};
use crate::vocabulary::{Confidence, QuoteKind};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) inspected: Rc<Inspected>,
    pub(crate) labels: Rc<[Label]>,
    /// The edge that the boundary keys move.
    pub(crate) moving: Option<MovingEdge>,
    /// Clicks add to the selection.
    pub(crate) adding: bool,
    /// How many mentions have the same words, itself included; 0 for a quote.
    pub(crate) alike: usize,
    /// Whether what is done is done to all of them.
    pub(crate) scope: Scope,
}

/// The kinds of a quote, in the order of the list.
pub(crate) const KINDS: [QuoteKind; 5] =
    [QuoteKind::Direct, QuoteKind::Partial, QuoteKind::Indirect, QuoteKind::Thought, QuoteKind::NotQuote];

/// The selected annotation.
#[component]
pub(crate) fn Inspector(props: &Props) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let it = &props.inspected;
    let id = it.id;
    html! {
        <section class="inspector" aria-label={t.inspector} data-testid="inspector" data-id={id.0.to_string()}>
            <header class="inspector-head">
                <blockquote class="inspector-text" data-testid="inspector-text">{ it.text.to_string() }</blockquote>
                <button type="button" class="icon-button" data-testid="inspector-close" aria-label={t.close} title={t.close}
                    onclick={click(&dispatch, SelectAction::Only(None))}>{ Icon::Close.html() }</button>
            </header>
            <ScopeChoice scope={props.scope} alike={props.alike} />
            <div class="decide">
                if it.review == Review::Suggested {
                    <button type="button" class="accept" data-testid="accept" onclick={click(&dispatch, ReviewAction::DecideSelected(Verdict::Accept))}>{ Icon::Check.html() }{ t.accept }<Key id="accept" /></button>
                    <button type="button" class="reject" data-testid="reject" onclick={click(&dispatch, ReviewAction::DecideSelected(Verdict::Reject))}>{ Icon::Cross.html() }{ t.reject }<Key id="reject" /></button>
                } else if it.review == Review::Rejected {
                    <button type="button" class="accept" data-testid="accept" onclick={click(&dispatch, ReviewAction::DecideSelected(Verdict::Accept))}>{ Icon::Check.html() }{ t.accept }<Key id="accept" /></button>
                    <button type="button" data-testid="unreview" onclick={click(&dispatch, EditAction::Unreview)}>{ Icon::Undo.html() }{ t.unreview }</button>
                } else {
                    if it.confidence.is_some() {
                        <button type="button" data-testid="unreview" onclick={click(&dispatch, EditAction::Unreview)}>{ Icon::Undo.html() }{ t.unreview }</button>
                    }
                    <button type="button" class="reject" data-testid="delete" onclick={click(&dispatch, EditAction::Delete)}>{ Icon::Cross.html() }{ t.delete }<Key id="delete" /></button>
                }
            </div>
            <div class="row">
                <label for="inspector-type">{ t.type_ }</label>
                <Kinds ..props.clone() />
            </div>
            { match &it.body {
                InspectedBody::Mention { label, entity } => html! { <Belongs label={*label} entity={entity.clone()} /> },
                InspectedBody::Quote { .. } => html! { <><Speakers inspected={it.clone()} />{ words_of_speaker(it, t, &dispatch) }</> },
            } }
            <Notes inspected={it.clone()} />
            if let Some(moving) = props.moving {
                <Fold name="boundaries" title={t.boundaries}>
                    { parts_of(it, t, &dispatch) }
                    <Boundaries {moving} />
                </Fold>
            }
            <Fold name="why" title={t.why} brief={brief_of(it, lang)}>{ reasons_of(it, lang) }</Fold>
            <button type="button" data-testid="select-more" aria-pressed={if props.adding { "true" } else { "false" }}
                onclick={click(&dispatch, SelectAction::Adding(!props.adding))}>{ t.select_more }<Key id="several" /></button>
        </section>
    }
}

/// The words of the text that name the speaker of a quote, and those that introduce it.
fn words_of_speaker(it: &Inspected, t: &'static Strings, dispatch: &Dispatch) -> Html {
    let InspectedBody::Quote { cue, speaker, unclosed, .. } = &it.body else { return html! {} };
    html! {
        <>
            <div class="row"><span class="label">{ t.speaker_words }</span>
                <span data-testid="inspector-speaker-words" dir="auto">{ speaker.as_deref().unwrap_or(t.nobody).to_owned() }</span></div>
            <div class="row"><span class="label">{ t.cue }</span>
                <span data-testid="inspector-cue">{ cue.as_deref().unwrap_or(t.no_cue).to_owned() }</span>
                if cue.is_some() {
                    <button type="button" class="icon-button" data-testid="remove-cue" aria-label={t.remove_cue} title={t.remove_cue}
                        onclick={click(dispatch, EditAction::Run(Command::SetCue { id: it.id, cue: None }))}>{ Icon::Close.html() }</button>
                }
            </div>
            if *unclosed { <p class="warn">{ t.unclosed }</p> }
        </>
    }
}

/// Permille in a percent, and half of it.
const A_PERCENT: u16 = 10;

fn percent(confidence: Confidence) -> String {
    ((confidence.get() + A_PERCENT / 2) / A_PERCENT).to_string()
}

/// The strongest reason in a few words, for who does not ask for all of them.
fn brief_of(it: &Inspected, lang: Lang) -> Html {
    let sure = it.confidence.map(|confidence| fill(lang.strings().confidence_of, &[("n", &percent(confidence))]));
    let why = it.evidence.first().map(|why| evidence(lang, why));
    html! { { sure.into_iter().chain(why).collect::<Vec<_>>().join(" · ") } }
}

/// Where it comes from, and why.
fn reasons_of(it: &Inspected, lang: Lang) -> Html {
    let t = lang.strings();
    let origin = match it.origin {
        Origin::Engine => t.by_engine,
        Origin::Person if it.confidence.is_some() => t.changed_by_you,
        Origin::Person => t.by_you,
        Origin::Imported => t.by_file,
    };
    html! {
        <div class="why" data-testid="inspector-evidence">
            <p class="origin">{ origin }
                if let Some(confidence) = it.confidence {
                    <span class="confidence" data-testid="inspector-confidence">
                        <meter min="0" max="1000" low="600" high="850" optimum="1000" value={confidence.get().to_string()} aria-label={t.confidence} />
                        { fill(t.confidence_of, &[("n", &percent(confidence))]) }
                    </span>
                }
            </p>
            if !it.evidence.is_empty() {
                <ul>for (i, why) in it.evidence.iter().enumerate() { <li key={i}>{ evidence(lang, why) }</li> }</ul>
            }
        </div>
    }
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
    let node = use_select(now);
    let onchange = Callback::from(move |event: Event| {
        let value = chosen(&event);
        let Some((family, index)) = value.as_deref().and_then(|v| v.split_at_checked(1)) else { return };
        let Ok(index) = index.parse::<u16>() else { return };
        let kind = KINDS[usize::from(index).min(KINDS.len() - 1)];
        dispatch.dispatch(
            match family {
                "l" => EditAction::Relabel(LabelId(index)),
                _ => EditAction::Run(Command::SetQuoteKind { id, kind }),
            }
            .into(),
        );
    });
    html! {
        <select ref={node} id="inspector-type" data-testid="inspector-type" {onchange}>
            <optgroup label={t.name}>
                for (i, label) in props.labels.iter().enumerate() {
                    <option key={i} value={format!("l{i}")}>{ kind_name(&label.name, t).to_owned() }</option>
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
                        aria-label={format!("{}: {}", part + 1, t.remove_part)}
                        onclick={click(dispatch, EditAction::Run(Command::RemovePart { id, part }))}>{ part + 1 }{ Icon::Close.html() }</button>
                }
            </span>
        </div>
    }
}
