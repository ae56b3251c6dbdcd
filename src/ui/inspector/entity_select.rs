//! Which person, place or organization the selected mention belongs to: another one, or one of its own.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::{EntityId, LabelId};
use crate::ui::state::{BrowserRequest, EditAction, PageAction};
use crate::ui::strings::fill;
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{EntityNames, use_dispatch, use_lang, use_strings};
use crate::ui::widgets::icons::Icon;
use crate::ui::widgets::select::{chosen, use_select};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) label: LabelId,
    /// The cluster with its name and how many mentions it has.
    pub(crate) entity: Option<(EntityId, Rc<str>, usize)>,
}

/// So many names are listed from the start.
const FEW: usize = 60;

/// The list of clusters, those of the same label first.
#[component]
pub(crate) fn Belongs(props: &Props) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let names = use_context::<EntityNames>().unwrap_or_default();
    let now = props.entity.as_ref().map_or(String::new(), |(id, _, _)| id.0.to_string());
    let node = use_select(now);
    let onchange = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let value = chosen(&event);
            match value.as_deref() {
                Some("new") => dispatch.dispatch(EditAction::Link(None).into()),
                Some(id) => {
                    if let Ok(id) = id.parse() {
                        dispatch.dispatch(EditAction::Link(Some(EntityId(id))).into());
                    }
                }
                None => {}
            }
        })
    };
    // A long article has hundreds of names: the list is filled when the person turns to it.
    let open = use_state_eq(|| None::<EntityId>);
    let here = props.entity.as_ref().map(|(id, _, _)| *id);
    let is_open = here.is_none() || *open == here || names.0.len() <= FEW;
    let turn_to = move || open.set(here);
    let onfocus = {
        let turn_to = turn_to.clone();
        Callback::from(move |_: FocusEvent| turn_to())
    };
    // Before the browser unfolds the list.
    let onpointerdown = Callback::from(move |_: PointerEvent| turn_to());
    let of_label = |same: bool| {
        let mut list: Vec<_> = names
            .0
            .iter()
            .filter(|(id, label, _)| (is_open || Some(*id) == here) && (*label == props.label) == same)
            .collect();
        list.sort_by_cached_key(|(_, label, name)| (*label, name.to_lowercase()));
        list.into_iter()
            .map(|(id, _, name)| html! { <option key={id.0} value={id.0.to_string()} dir="auto">{ name.to_string() }</option> })
            .collect::<Html>()
    };
    let alone = props.entity.as_ref().is_none_or(|(_, _, count)| *count < 2);
    html! {
        <div class="row">
            <label for="inspector-entity">{ t.belongs_to }</label>
            <select ref={node} id="inspector-entity" data-testid="inspector-entity" {onchange} {onfocus} {onpointerdown}>
                { of_label(true) }
                if !alone { <option key="new" value="new">{ t.own_cluster }</option> }
                <hr />
                { of_label(false) }
            </select>
            if let Some((id, name, count)) = &props.entity {
                <button type="button" class="icon-button" data-testid="inspector-entity-menu" title={lang.count(t.mentions, *count)}
                    aria-label={fill(t.actions_for, &[("name", name)])} onclick={click(&dispatch, PageAction::Request(BrowserRequest::Entity(*id)))}>{ Icon::More.html() }</button>
            }
        </div>
    }
}
