//! One person, place or organization in the lists: jump from mention to mention, rename, merge, change type, remove.

use std::rc::Rc;
use std::sync::Arc;

use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::context::{use_dispatch, use_lang, use_strings};
use super::dom;
use super::icons::Icon;
use super::paragraph::kind_name;
use super::state::Action;
use super::strings::fill;
use crate::document::{AnnotationId, Command, EntityId, Label, LabelId};
use crate::view::EntityRow;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) row: Rc<EntityRow>,
    pub(crate) labels: Rc<[Label]>,
    /// The selected annotation, when it is one of these mentions.
    pub(crate) selected: Option<AnnotationId>,
}

/// What a dragged row carries.
const DRAG: &str = "application/x-article-annotator-entity";

/// One row.
#[component]
pub(crate) fn EntityItem(props: &Props) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let menu = use_state(|| false);
    let over = use_state(|| false);
    let row = &props.row;
    let at = props.selected.and_then(|id| row.mentions.iter().position(|&m| m == id));
    let jump = |to: Option<AnnotationId>| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(id) = to {
                dispatch.dispatch(Action::Jump(id));
            }
        })
    };
    let count = row.mentions.len();
    // A click goes to the first mention, a further click to the next, round the end.
    let next = row.mentions.get(at.map_or(0, |at| (at + 1) % count.max(1))).copied();
    let toggle = {
        let menu = menu.clone();
        Callback::from(move |_: MouseEvent| menu.set(!*menu))
    };
    let opener = use_node_ref();
    let close = {
        let (menu, opener) = (menu.clone(), opener.clone());
        Callback::from(move |()| {
            menu.set(false);
            if let Some(button) = opener.cast::<HtmlElement>() {
                dom::focus(&button);
            }
        })
    };
    let id = row.id;
    let ondragstart = Callback::from(move |event: DragEvent| {
        if let (Some(data), Some(id)) = (event.data_transfer(), id) {
            let _ = data.set_data(DRAG, &id.0.to_string());
            data.set_effect_allowed("move");
        }
    });
    let ondragover = {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            if carries(&event) {
                event.prevent_default();
                over.set(true);
            }
        })
    };
    let ondragleave = {
        let over = over.clone();
        Callback::from(move |_: DragEvent| over.set(false))
    };
    let ondrop = {
        let (over, dispatch) = (over.clone(), dispatch.clone());
        Callback::from(move |event: DragEvent| {
            over.set(false);
            let dragged = event.data_transfer().and_then(|data| data.get_data(DRAG).ok()).and_then(|d| d.parse().ok());
            if let (Some(from), Some(into)) = (dragged.map(EntityId), id)
                && from != into
            {
                event.prevent_default();
                event.stop_propagation();
                dispatch.dispatch(Action::Run(Command::MergeEntities { from: vec![from], into }));
            }
        })
    };
    let class = classes!("entity-row", at.is_some().then_some("selected"), over.then_some("over"));
    html! {
        <li {class} draggable={if id.is_some() { "true" } else { "false" }} {ondragstart} {ondragover} {ondragleave} {ondrop}
            data-testid="entity-row" data-entity={id.map(|id| id.0.to_string())}>
            <div class="entity-line">
                <button type="button" class="row-button" data-testid="entity-jump" onclick={jump(next)} title={t.merge_hint}
                    aria-current={at.map(|_| "true")}>
                    <span class="entity-name">{ row.name.to_string() }</span>
                    <span class="entity-counts">
                        if row.pending > 0 { <span class="open-dot" title={lang.count(t.to_review, row.pending)} /> }
                        if let Some(at) = at { <span data-testid="mention-place">{ format!("{}/{count}", at + 1) }</span> }
                        else { <span data-testid="mention-count" aria-label={lang.count(t.mentions, count)}>{ lang.number(count) }</span> }
                        if !row.quotes.is_empty() {
                            <span class="quote-count" title={lang.count(t.quotes_n, row.quotes.len())}>{ format!("“{}”", row.quotes.len()) }</span>
                        }
                    </span>
                </button>
                if id.is_some() {
                    <button ref={opener} type="button" class="icon-button" data-testid="entity-menu" aria-expanded={if *menu { "true" } else { "false" }}
                        aria-label={fill(t.actions_for, &[("name", &row.name)])} onclick={toggle}>{ Icon::More.html() }</button>
                }
            </div>
            if let (true, Some(id)) = (*menu, id) {
                <EntityMenu {id} row={Rc::clone(row)} labels={Rc::clone(&props.labels)} selected={props.selected} on_done={close} />
            }
        </li>
    }
}

fn carries(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.iter().any(|kind| kind.as_string().as_deref() == Some(DRAG)))
}

#[derive(Clone, PartialEq, Properties)]
struct MenuProps {
    id: EntityId,
    row: Rc<EntityRow>,
    labels: Rc<[Label]>,
    selected: Option<AnnotationId>,
    on_done: Callback<()>,
}

/// What can be done to all mentions at once.
#[component]
fn EntityMenu(props: &MenuProps) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let others = use_context::<EntityNames>().unwrap_or_default();
    let (name, into) = (use_node_ref(), use_node_ref());
    let id = props.id;
    let run = {
        let on_done = props.on_done.clone();
        move |command: Command| {
            dispatch.dispatch(Action::Run(command));
            on_done.emit(());
        }
    };
    let rename = {
        let (name, run) = (name.clone(), run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = name.cast::<HtmlInputElement>() {
                run(Command::RenameEntity { id, name: Arc::from(input.value().trim()) });
            }
        })
    };
    let onkeydown = {
        let on_done = props.on_done.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                on_done.emit(());
            }
        })
    };
    let merge = {
        let (into, run) = (into.clone(), run.clone());
        Callback::from(move |_: MouseEvent| {
            let value = into.cast::<HtmlSelectElement>().map(|select| select.value());
            if let Some(into) = value.and_then(|v| v.parse().ok()).map(EntityId) {
                run(Command::MergeEntities { from: vec![id], into });
            }
        })
    };
    let button = |name: String, test: &str, command: Command| {
        let run = run.clone();
        html! {
            <button type="button" data-testid={test.to_owned()} onclick={move |_: MouseEvent| run(command.clone())}>{ name }</button>
        }
    };
    html! {
        <div class="entity-menu" data-testid="entity-actions" {onkeydown}>
            <form onsubmit={rename}>
                <label><span>{ t.name }</span><input ref={name} type="text" data-testid="rename" value={props.row.name.to_string()} /></label>
                <button type="submit" data-testid="rename-save">{ t.rename }</button>
            </form>
            <div class="merge-line">
                <label><span>{ t.merge }</span>
                    <select ref={into} data-testid="merge">
                        <option value="">{ "…" }</option>
                        for (other, _, name) in others.0.iter().filter(|(other, label, _)| *other != id && *label == props.row.label) {
                            <option key={other.0} value={other.0.to_string()}>{ name.to_string() }</option>
                        }
                    </select>
                </label>
                <button type="button" data-testid="merge-do" onclick={merge}>{ t.merge_do }</button>
            </div>
            <div class="menu-types" role="group" aria-label={t.change_type}>
                <span>{ t.change_type }</span>
                for (i, label) in props.labels.iter().enumerate().filter(|(i, _)| *i != usize::from(props.row.label.0)) {
                    { button(kind_name(&label.name.to_lowercase(), t).to_owned(), "entity-relabel", Command::RelabelEntity { id, label: LabelId(i as u16) }) }
                }
            </div>
            if let Some(mention) = props.selected.filter(|_| props.row.mentions.len() > 1) {
                { button(t.split.to_owned(), "entity-split", Command::MoveMentions { ids: vec![mention], into: None }) }
            }
            { button(format!("{} ({})", t.not_entity, lang.number(props.row.mentions.len())), "entity-remove", Command::RemoveEntity(id)) }
        </div>
    }
}

/// All clusters with label and name, for the list to merge with.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct EntityNames(pub(crate) Rc<[(EntityId, LabelId, Rc<str>)]>);
