//! What can be done to several selected annotations at once.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use crate::document::{Annotation, AnnotationId, Body, CheckStatus, Document, EntityId, LabelId, Review};
use crate::ui::state::{EditAction, ReviewAction, SelectAction, Tool, Verdict};
use crate::ui::strings::kind_name;
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{Key, use_dispatch, use_lang, use_strings};
use crate::ui::widgets::icons::Icon;
use crate::ui::widgets::select::{chosen, use_select};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) document: Document,
    /// In reading order.
    pub(crate) ids: Rc<[AnnotationId]>,
}

/// Annotations that are named one by one; of more, the rest is counted.
const NAMED: usize = 12;

/// The selected annotations and their buttons, each of which is one step.
#[component]
pub(crate) fn Several(props: &Props) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let document = &props.document;
    let all: Vec<&Annotation> = props.ids.iter().filter_map(|&id| document.annotation(id)).map(|a| &**a).collect();
    let open = all.iter().any(|a| a.review != Review::Accepted);
    let suggested = all.iter().any(|a| a.review == Review::Suggested);
    let decided = all.iter().any(|a| a.review != Review::Suggested && a.is_found());
    let status = same(all.iter().map(|a| a.status));
    let statuses = [
        (CheckStatus::Unchecked, t.unchecked, "unchecked"),
        (CheckStatus::Confirmed, t.confirmed, "confirmed"),
        (CheckStatus::Disputed, t.disputed, "disputed"),
    ];
    let named = all.iter().take(NAMED).map(|a| {
        let words = words_of(document, a);
        let label = format!("{words}: {}", t.leave_out);
        html! {
            <li key={a.id.0}><button type="button" class="choice" data-testid="chosen" title={t.leave_out} aria-label={label}
                onclick={click(&dispatch, SelectAction::Toggle([a.id].into()))}>{ words }{ Icon::Close.html() }</button></li>
        }
    });
    html! {
        <section class="inspector several" aria-label={t.inspector} data-testid="several">
            <header class="inspector-head">
                <h2 class="several-title" data-testid="several-count">{ lang.count(t.chosen_n, all.len()) }</h2>
                <button type="button" class="icon-button" data-testid="several-close" aria-label={t.close} title={t.close}
                    onclick={click(&dispatch, SelectAction::Only(None))}>{ Icon::Close.html() }</button>
            </header>
            <ul class="chosen">
                { for named }
                if all.len() > NAMED { <li class="dim">{ format!("+ {}", lang.number(all.len() - NAMED)) }</li> }
            </ul>
            <div class="decide">
                if open {
                    <button type="button" class="accept" data-testid="accept" onclick={click(&dispatch, ReviewAction::DecideSelected(Verdict::Accept))}>{ Icon::Check.html() }{ t.accept }<Key id="accept" /></button>
                }
                if suggested {
                    <button type="button" class="reject" data-testid="reject" onclick={click(&dispatch, ReviewAction::DecideSelected(Verdict::Reject))}>{ Icon::Cross.html() }{ t.reject }<Key id="reject" /></button>
                } else {
                    <button type="button" class="reject" data-testid="delete" onclick={click(&dispatch, EditAction::Delete)}>{ Icon::Cross.html() }{ t.delete }<Key id="delete" /></button>
                }
            </div>
            if decided {
                <button type="button" data-testid="unreview" onclick={click(&dispatch, EditAction::Unreview)}>{ Icon::Undo.html() }{ t.unreview }</button>
            }
            { types(document, &all, t, &dispatch) }
            { clusters(document, &all, t, &dispatch) }
            <fieldset class="check" data-testid="several-status">
                <legend>{ t.status }</legend>
                for (value, name, test) in statuses {
                    <button type="button" key={test} class={classes!("choice", test)} data-testid={format!("status-{test}")}
                        aria-pressed={if status == Some(value) { "true" } else { "false" }}
                        onclick={click(&dispatch, EditAction::Status(value))}>{ name }</button>
                }
            </fieldset>
        </section>
    }
}

/// The value that all have.
fn same<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

/// The words of an annotation, on one line and not too long.
fn words_of(document: &Document, annotation: &Annotation) -> String {
    let words = document.source().slice(annotation.body.span());
    let mut out: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = out.char_indices().nth(LONG) {
        out.truncate(cut);
        out.push('…');
    }
    out
}

/// Characters of an annotation that are shown.
const LONG: usize = 28;

/// A list that stands at "different" until one of it is chosen for all.
#[derive(Clone, PartialEq, Properties)]
struct ChooseProps {
    id: &'static str,
    name: &'static str,
    /// Value and name of each.
    options: Vec<(String, String)>,
    /// What all have now.
    now: Option<String>,
    on_choose: Callback<String>,
}

#[component]
fn Choose(props: &ChooseProps) -> Html {
    let t = use_strings();
    let now = props.now.clone().unwrap_or_default();
    let node = use_select(now);
    let onchange = {
        let choose = props.on_choose.clone();
        Callback::from(move |event: Event| {
            let value = chosen(&event);
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                choose.emit(value);
            }
        })
    };
    html! {
        <div class="row">
            <label for={props.id}>{ props.name }</label>
            <select ref={node} id={props.id} data-testid={props.id} {onchange}>
                if props.now.is_none() { <option key="" value="">{ t.different }</option> }
                for (value, name) in props.options.iter() { <option key={value.clone()} value={value.clone()}>{ name.clone() }</option> }
            </select>
        </div>
    }
}

fn types(
    document: &Document,
    all: &[&Annotation],
    t: &'static crate::ui::strings::Strings,
    dispatch: &crate::ui::widgets::context::Dispatch,
) -> Html {
    let kind = |a: &&Annotation| match &a.body {
        Body::Mention(mention) => mention.label.0.to_string(),
        Body::Quote(_) => "q".to_owned(),
    };
    let labels = document.labels().iter().enumerate();
    let mut options: Vec<_> = labels.map(|(i, label)| (i.to_string(), kind_name(&label.name, t).to_owned())).collect();
    options.push(("q".to_owned(), t.quote.to_owned()));
    let dispatch = dispatch.clone();
    let on_choose = Callback::from(move |value: String| match value.parse() {
        Ok(label) => dispatch.dispatch(EditAction::Apply(Tool::Label(LabelId(label))).into()),
        Err(_) => dispatch.dispatch(EditAction::Apply(Tool::Quote).into()),
    });
    html! { <Choose id="several-type" name={t.type_} {options} now={same(all.iter().map(kind))} {on_choose} /> }
}

/// The people, places and organizations that the selected names belong to, to make them one.
fn clusters(
    document: &Document,
    all: &[&Annotation],
    t: &'static crate::ui::strings::Strings,
    dispatch: &crate::ui::widgets::context::Dispatch,
) -> Html {
    let of = |a: &&Annotation| a.body.mention().and_then(|m| m.entity);
    let names = all.iter().filter(|a| a.body.mention().is_some());
    let known: BTreeMap<EntityId, String> =
        all.iter().filter_map(of).filter_map(|id| Some((id, document.entity(id)?.name.to_string()))).collect();
    if known.is_empty() {
        return html! {};
    }
    let now = same(names.map(of)).flatten().map(|id| id.0.to_string());
    let mut options: Vec<_> = known.into_iter().map(|(id, name)| (id.0.to_string(), name)).collect();
    options.push(("new".to_owned(), t.own_cluster.to_owned()));
    let dispatch = dispatch.clone();
    let on_choose = Callback::from(move |value: String| {
        dispatch.dispatch(EditAction::Link(value.parse().ok().map(EntityId)).into());
    });
    html! { <Choose id="several-entity" name={t.belongs_to} {options} {now} {on_choose} /> }
}
