//! The name of a person, place or organization, to be changed.

use std::rc::Rc;
use std::sync::Arc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::document::{Command, EntityId};
use crate::ui::dom;
use crate::ui::state::EditAction;
use crate::ui::widgets::context::{use_dispatch, use_strings};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RenameProps {
    pub(crate) id: EntityId,
    /// The name it has now.
    pub(crate) current: Rc<str>,
    pub(crate) field: NodeRef,
    /// Changes when the person asks for it by key: the focus goes to the name.
    pub(crate) called: Option<u32>,
    pub(crate) on_done: Callback<()>,
}

/// What was typed counts also when the field is left.
#[component]
pub(crate) fn Rename(props: &RenameProps) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let (id, name) = (props.id, props.field.clone());
    // Set when the name changes and not with each drawing, which would take away what is being typed.
    use_effect_with((Rc::clone(&props.current), name.clone()), |(current, name)| {
        if let Some(field) = name.cast::<HtmlInputElement>() {
            field.set_value(current);
        }
    });
    use_effect_with((props.called, name.clone()), |(called, name)| {
        if let (Some(_), Some(field)) = (called, name.cast::<HtmlInputElement>()) {
            if let Some(section) = field.closest("details").ok().flatten() {
                let _ = section.set_attribute("open", "");
            }
            dom::focus(&field);
            field.select();
            dom::reveal(&field);
        }
    });
    let rename = {
        let (name, dispatch, on_done) = (name.clone(), dispatch.clone(), props.on_done.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = name.cast::<HtmlInputElement>() {
                dispatch.dispatch(
                    EditAction::Run(Command::RenameEntity { id, name: Arc::from(input.value().trim()) }).into(),
                );
                on_done.emit(());
            }
        })
    };
    // What was typed counts also when the field, or the page, is left.
    let take_over = {
        let current = Rc::clone(&props.current);
        move |input: &HtmlInputElement| {
            let typed = input.value();
            if !typed.trim().is_empty() && *typed.trim() != *current {
                dispatch.dispatch(EditAction::Run(Command::RenameEntity { id, name: Arc::from(typed.trim()) }).into());
            }
        }
    };
    let onchange = {
        let (name, take_over) = (name.clone(), take_over.clone());
        Callback::from(move |event: Event| {
            // The browser's own comes before a click on the button beside it, which would then miss.
            if let Some(input) = name.cast::<HtmlInputElement>().filter(|_| !event.is_trusted()) {
                take_over(&input);
            }
        })
    };
    let onblur = {
        let name = name.clone();
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Element>().ok());
            let stays = to.and_then(|to| to.closest(".entity-menu").ok().flatten()).is_some();
            if let Some(input) = name.cast::<HtmlInputElement>().filter(|_| !stays) {
                take_over(&input);
            }
        })
    };
    html! {
        <form onsubmit={rename}>
            <label><span>{ t.name }</span><input ref={name} type="text" data-testid="rename" {onchange} {onblur} /></label>
            <button type="submit" data-testid="rename-save">{ t.rename }</button>
        </form>
    }
}
