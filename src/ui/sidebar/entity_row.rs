//! One person, place or organization in the lists: jump from mention to mention, rename, merge, change type, remove.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::document::{AnnotationId, Command, EntityId, Label};
use crate::ui::dom;
use crate::ui::sidebar::entity_menu::EntityMenu;
use crate::ui::state::{EditAction, SelectAction};
use crate::ui::strings::fill;
use crate::ui::widgets::context::{Dispatch, use_dispatch, use_lang, use_strings};
use crate::ui::widgets::icons::Icon;
use crate::ui::widgets::signs::row_signs;
use crate::view::EntityRow;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) row: Rc<EntityRow>,
    pub(crate) labels: Rc<[Label]>,
    /// The selected annotation, when it is one of these mentions.
    pub(crate) selected: Option<AnnotationId>,
    /// The selected annotation, when it is one of these quotes.
    pub(crate) quote: Option<AnnotationId>,
    /// Of several selected annotations another one is one of these mentions.
    pub(crate) further: bool,
    /// Changes when the person asks for what can be done to this one.
    pub(crate) called: Option<u32>,
}

/// What a dragged row carries.
const DRAG: &str = "application/x-article-annotator-entity";

/// One row.
#[component]
pub(crate) fn EntityItem(props: &Props) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let menu = use_called(props.called);
    let row = &props.row;
    let at = props.selected.and_then(|id| row.mentions.iter().position(|&m| m == id));
    let jump = |to: Option<AnnotationId>| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(id) = to {
                dispatch.dispatch(SelectAction::Jump(id).into());
            }
        })
    };
    let count = row.mentions.len();
    // A click goes to the first mention, a further click to the next, round the end.
    let next = row.mentions.get(at.map_or(0, |at| (at + 1) % count.max(1))).copied();
    let said = props.quote.and_then(|id| row.quotes.iter().position(|&q| q == id));
    let next_quote = row.quotes.get(said.map_or(0, |at| (at + 1) % row.quotes.len().max(1))).copied();
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
    let leave = {
        let menu = menu.clone();
        Callback::from(move |()| menu.set(false))
    };
    // The focus is still on the row when the menu was opened by its button.
    let onkeydown = {
        let (menu, close) = (menu.clone(), close.clone());
        Callback::from(move |event: KeyboardEvent| {
            if *menu && event.key() == "Escape" {
                event.stop_propagation();
                close.emit(());
            }
        })
    };
    let id = row.id;
    let merging = use_merging(id, &dispatch);
    let selected = at.is_some() || props.further;
    let class = classes!("entity-row", selected.then_some("selected"), merging.is_over.then_some("over"));
    html! {
        <li role="listitem" {class} draggable={if id.is_some() { "true" } else { "false" }} ondragstart={merging.start} ondragover={merging.over} ondragleave={merging.leave} ondrop={merging.drop}
            data-testid="entity-row" {onkeydown} data-entity={id.map(|id| id.0.to_string())}>
            <div class="entity-line">
                <button type="button" class="row-button" data-testid="entity-jump" data-row="first" tabindex="-1" onclick={jump(next)} title={t.merge_hint}
                    aria-current={selected.then_some("true")}>
                    <span class="entity-name" dir="auto">{ row.name.to_string() }</span>
                    <span class="entity-counts">
                        { row_signs(row.signs, t) }
                        if row.pending > 0 { <span class="open-dot" title={lang.count(t.to_review, row.pending)}><span class="unseen">{ lang.count(t.to_review, row.pending) }</span></span> }
                        if let Some(at) = at { <span data-testid="mention-place">{ format!("{}/{count}", at + 1) }</span> }
                        else { <span data-testid="mention-count" aria-label={lang.count(t.mentions, count)}>{ lang.number(count) }</span> }
                    </span>
                </button>
                if let Some(quote) = next_quote {
                    <button type="button" class="quote-count" data-testid="entity-quotes" data-row="more" tabindex="-1" title={lang.count(t.quotes_n, row.quotes.len())}
                        aria-label={format!("{}: {}", row.name, lang.count(t.quotes_n, row.quotes.len()))} onclick={jump(Some(quote))}>{ lang.number(row.quotes.len()) }</button>
                }
                if id.is_some() {
                    <button ref={opener} type="button" class="icon-button" data-testid="entity-menu" data-row="more" tabindex="-1" aria-haspopup="dialog" aria-expanded={if *menu { "true" } else { "false" }}
                        aria-label={fill(t.actions_for, &[("name", &row.name)])} onclick={toggle}>{ Icon::More.html() }</button>
                }
            </div>
            if let (true, Some(id)) = (*menu, id) {
                <EntityMenu {id} row={Rc::clone(row)} labels={Rc::clone(&props.labels)} selected={props.selected} called={props.called} on_done={close} on_leave={leave} />
            }
        </li>
    }
}

/// Whether the menu is open; it opens when the person calls for it.
#[hook]
fn use_called(called: Option<u32>) -> UseStateHandle<bool> {
    let menu = use_state(|| false);
    // A call from before this row was there is not for it.
    let answered = use_mut_ref(|| called);
    {
        let menu = menu.clone();
        use_effect_with(called, move |called| {
            if called.is_some() && *answered.borrow() != *called {
                *answered.borrow_mut() = *called;
                menu.set(true);
            }
        });
    }
    menu
}

/// How rows are dragged onto each other, which merges them.
struct Merging {
    is_over: bool,
    start: Callback<DragEvent>,
    over: Callback<DragEvent>,
    leave: Callback<DragEvent>,
    drop: Callback<DragEvent>,
}

#[hook]
fn use_merging(id: Option<EntityId>, dispatch: &Dispatch) -> Merging {
    let is_over = use_state(|| false);
    let start = Callback::from(move |event: DragEvent| {
        if let (Some(data), Some(id)) = (event.data_transfer(), id) {
            let _ = data.set_data(DRAG, &id.0.to_string());
            data.set_effect_allowed("move");
        }
    });
    let over = {
        let is_over = is_over.clone();
        Callback::from(move |event: DragEvent| {
            if carries(&event) {
                event.prevent_default();
                is_over.set(true);
            }
        })
    };
    let leave = {
        let is_over = is_over.clone();
        Callback::from(move |_: DragEvent| is_over.set(false))
    };
    let drop = {
        let (is_over, dispatch) = (is_over.clone(), dispatch.clone());
        Callback::from(move |event: DragEvent| {
            is_over.set(false);
            let dragged = event
                .data_transfer()
                .and_then(|data| data.get_data(DRAG).ok())
                .and_then(|dragged| dragged.parse().ok());
            if let (Some(from), Some(into)) = (dragged.map(EntityId), id)
                && from != into
            {
                event.prevent_default();
                event.stop_propagation();
                dispatch.dispatch(EditAction::Run(Command::MergeEntities { from: vec![from], into }).into());
            }
        })
    };
    Merging { is_over: *is_over, start, over, leave, drop }
}

fn carries(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.iter().any(|kind| kind.as_string().as_deref() == Some(DRAG)))
}
