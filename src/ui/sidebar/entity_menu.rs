//! What can be done to a person, place or organization with all of its mentions.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::document::{AnnotationId, Command, EntityId, Label, LabelId};
use crate::ui::dom;
use crate::ui::sidebar::entity_rename::Rename;
use crate::ui::state::{EditAction, SelectAction};
use crate::ui::strings::kind_name;
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{EntityNames, OpenDocument, use_dispatch, use_lang, use_strings};
use crate::view::{EntityRow, surroundings};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) id: EntityId,
    pub(crate) row: Rc<EntityRow>,
    pub(crate) labels: Rc<[Label]>,
    /// The selected annotation, when it is one of these mentions.
    pub(crate) selected: Option<AnnotationId>,
    /// Changes when the person asks for it by key: the focus goes to the name.
    pub(crate) called: Option<u32>,
    pub(crate) on_done: Callback<()>,
    /// The person turned to something else.
    pub(crate) on_leave: Callback<()>,
}

/// Mentions listed before "more" is asked for.
const LISTED: usize = 6;

/// What can be done to all mentions at once.
#[component]
pub(crate) fn EntityMenu(props: &Props) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let name = use_node_ref();
    let id = props.id;
    let run = {
        let on_done = props.on_done.clone();
        move |command: Command| {
            dispatch.dispatch(EditAction::Run(command).into());
            on_done.emit(());
        }
    };
    let onkeydown = {
        let (on_done, name, now) = (props.on_done.clone(), name.clone(), Rc::clone(&props.row.name));
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                if let Some(input) = name.cast::<HtmlInputElement>() {
                    input.set_value(&now);
                }
                on_done.emit(());
            }
        })
    };
    let button = |name: String, test: &str, command: Command| {
        let run = run.clone();
        html! {
            <button type="button" data-testid={test.to_owned()} onclick={move |_: MouseEvent| run(command.clone())}>{ name }</button>
        }
    };
    let node = use_in_view(&props.on_leave);
    html! {
        <div ref={node} class="entity-menu" popover="manual" data-testid="entity-actions" {onkeydown}>
            <Rename {id} current={Rc::clone(&props.row.name)} field={name} called={props.called} on_done={props.on_done.clone()} />
            <Merge {id} label={props.row.label} labels={Rc::clone(&props.labels)} on_done={props.on_done.clone()} />
            <div class="menu-types" role="group" aria-label={t.change_type}>
                <span>{ t.change_type }</span>
                for (index, label) in props.labels.iter().enumerate().filter(|(index, _)| *index != props.row.label.index()) {
                    { button(kind_name(&label.name, t).to_owned(), "entity-relabel", Command::RelabelEntity { id, label: LabelId::at(index) }) }
                }
            </div>
            <Mentions row={Rc::clone(&props.row)} selected={props.selected} />
            { button(format!("{} ({})", t.not_entity, lang.number(props.row.mentions.len())), "entity-remove", Command::RemoveEntity(id)) }
        </div>
    }
}

/// Pixels that stay free around the menu.
const MARGIN: f64 = 8.0;

/// Over everything else and wholly in view, below its row where there is room; a click elsewhere leaves it.
#[hook]
fn use_in_view(on_leave: &Callback<()>) -> NodeRef {
    let node = use_node_ref();
    let (menu, on_leave) = (node.clone(), on_leave.clone());
    use_effect_with((), move |()| {
        let listener = menu.cast::<HtmlElement>().map(|menu| {
            let _ = menu.show_popover();
            place(&menu);
            let page: web_sys::EventTarget = dom::document().into();
            let row = menu.closest("li").ok().flatten();
            dom::Listener::new(&page, "click", move |event| {
                let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
                let is_within = row.as_ref().is_some_and(|row| row.contains(target.as_ref()));
                // What was clicked may be gone since.
                let is_there = target.as_ref().is_some_and(web_sys::Node::is_connected);
                if is_there && !is_within {
                    on_leave.emit(());
                }
            })
        });
        move || drop(listener)
    });
    node
}

/// Puts the menu below its row, and further up where it would leave the window.
fn place(menu: &HtmlElement) {
    let Some(line) = menu.closest("li").ok().flatten().and_then(|row| row.first_element_child()) else { return };
    let size =
        |length: Result<wasm_bindgen::JsValue, _>| length.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    let (width, height) = (size(dom::window().inner_width()), size(dom::window().inner_height()));
    let (row, own) = (line.get_bounding_client_rect(), menu.get_bounding_client_rect());
    let left = (row.right() - own.width()).min(width - own.width() - MARGIN).max(MARGIN);
    let top = row.bottom().min(height - own.height() - MARGIN).max(MARGIN);
    dom::place(menu, &[("--left", left), ("--top", top)]);
}

#[derive(Clone, PartialEq, Properties)]
struct MergeProps {
    id: EntityId,
    label: LabelId,
    labels: Rc<[Label]>,
    on_done: Callback<()>,
}

/// All mentions become those of another one.
#[component]
fn Merge(props: &MergeProps) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let others = use_context::<EntityNames>().unwrap_or_default();
    let into = use_node_ref();
    let id = props.id;
    let merge = {
        let (into, on_done) = (into.clone(), props.on_done.clone());
        Callback::from(move |_: MouseEvent| {
            let value = into.cast::<HtmlSelectElement>().map(|select| select.value());
            if let Some(into) = value.and_then(|value| value.parse().ok()).map(EntityId) {
                dispatch.dispatch(EditAction::Run(Command::MergeEntities { from: vec![id], into }).into());
                on_done.emit(());
            }
        })
    };
    let label_name = |label: LabelId| {
        let name = props.labels.get(label.index()).map(|label| label.name.to_string()).unwrap_or_default();
        kind_name(&name, t).to_owned()
    };
    html! {
        <div class="merge-line">
            <label><span>{ t.merge }</span>
                <select ref={into} data-testid="merge">
                    <option value="" selected={true}>{ "…" }</option>
                    for (other, label, name) in others.0.iter().filter(|(other, _, _)| *other != id) {
                        <option key={other.0} value={other.0.to_string()}>{ if *label == props.label { name.to_string() } else { format!("{name} ({})", label_name(*label)) } }</option>
                    }
                </select>
            </label>
            <button type="button" data-testid="merge-do" onclick={merge}>{ t.merge_do }</button>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct MentionsProps {
    row: Rc<EntityRow>,
    selected: Option<AnnotationId>,
}

/// The mentions in their surroundings: each a way to its place, and each to be split off.
#[component]
fn Mentions(props: &MentionsProps) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let all = use_state(|| false);
    let Some(OpenDocument(document)) = use_context::<OpenDocument>() else { return html! {} };
    let mentions = &props.row.mentions;
    let shown = if *all { mentions.len() } else { LISTED };
    let line = |id: AnnotationId| {
        let around = surroundings(&document, id)?;
        let here = props.selected == Some(id);
        let split = {
            let dispatch = dispatch.clone();
            Callback::from(move |_: MouseEvent| {
                dispatch.dispatch(EditAction::Run(Command::MoveMentions { ids: vec![id], into: None }).into());
                // Its button is gone from here: the focus goes to the mention itself.
                dispatch.dispatch(SelectAction::Jump(id).into());
            })
        };
        Some(html! {
            <li key={id.0} class={here.then_some("selected")}>
                <button type="button" class="row-button mention" data-testid="entity-mention" onclick={click(&dispatch, SelectAction::Jump(id))}>
                    <span class="dim">{ around.before.to_string() }</span><b>{ around.words.to_string() }</b><span class="dim">{ around.after.to_string() }</span>
                </button>
                if mentions.len() > 1 {
                    <button type="button" class="link" data-testid={if here { "entity-split" } else { "split-mention" }} title={t.split} aria-label={format!("{}: {}", t.split, around.words)} onclick={split}>{ t.split_this }</button>
                }
            </li>
        })
    };
    html! {
        <div class="mention-list" role="group" aria-label={t.list_mentions}>
            <ul>{ for mentions.iter().take(shown).filter_map(|&id| line(id)) }</ul>
            if mentions.len() > shown {
                <button type="button" class="link" data-testid="more-mentions" onclick={let all = all.clone(); move |_: MouseEvent| all.set(true)}>{ lang.count(t.show_more, mentions.len() - shown) }</button>
            }
        </div>
    }
}
