//! Fact check and note of the selected annotation.

use std::rc::Rc;
use std::sync::Arc;

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::document::CheckStatus;
use crate::text::links;
use crate::ui::state::EditAction;
use crate::ui::strings::fill;
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{use_dispatch, use_strings};
use crate::view::Inspected;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) inspected: Rc<Inspected>,
}

/// Fact check and note.
#[component]
pub(crate) fn Notes(props: &Props) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let id = props.inspected.id;
    let status = props.inspected.status;
    let field = use_node_ref();
    // What is typed counts from the key on. The field keeps what stands in it, white space at its end included.
    let on_note = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlTextAreaElement>().ok()) {
                dispatch.dispatch(EditAction::Note(id, Arc::from(input.value())).into());
            }
        })
    };
    use_effect_with((field.clone(), id, Rc::clone(&props.inspected.note)), |(field, _, note)| {
        if let Some(input) = field.cast::<HtmlTextAreaElement>()
            && input.value().trim() != note.trim()
        {
            input.set_value(note);
        }
    });
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
                        onclick={click(&dispatch, EditAction::Status(value))}>{ name }</button>
                }
            </fieldset>
            <label class="note"><span>{ t.note }</span>
                <textarea key={id.0} ref={field} rows="2" data-testid="inspector-note" data-part="note" placeholder={t.note_placeholder} oninput={on_note} />
            </label>
            <Links note={Rc::clone(&props.inspected.note)} />
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LinksProps {
    note: Rc<str>,
}

/// The addresses in a note, opened by a click and by nothing else: the page at the other end does not learn of this one.
#[component]
fn Links(props: &LinksProps) -> Html {
    let t = use_strings();
    let found: Vec<String> = links(&props.note).into_iter().map(|link| props.note[link].to_owned()).collect();
    if found.is_empty() {
        return html! {};
    }
    html! {
        <ul class="note-links" aria-label={t.around.sources}>
            for (index, address) in found.into_iter().enumerate() {
                <li key={index}><a href={address.clone()} target="_blank" rel="noreferrer" data-testid="note-link"
                    title={fill(t.around.open_source, &[("address", &address)])}>{ short(&address).to_owned() }</a></li>
            }
        </ul>
    }
}

/// An address without what all have.
fn short(address: &str) -> &str {
    let bare = address.split_once("://").map_or(address, |(_, rest)| rest);
    bare.trim_start_matches("www.").trim_end_matches('/')
}
