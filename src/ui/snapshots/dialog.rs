//! The versions that are kept of the open article: one more under a name, and the list of all.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::document::Document;
use crate::storage::{MOST, NEWEST, SessionId, StoreError};
use crate::ui::services::saving::saver::Saver;
use crate::ui::snapshots::deeds::keep;
use crate::ui::snapshots::difference::Difference;
use crate::ui::snapshots::row::{LONGEST_NAME, Row, Versions};
use crate::ui::strings::{fill, storage};
use crate::ui::widgets::context::{use_dispatch, use_lang, use_strings};
use crate::ui::widgets::draft::{keep_draft, use_draft_of};
use crate::ui::widgets::modal::Layer;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) id: SessionId,
    pub(crate) document: Document,
    pub(crate) saver: Saver,
    /// Changes whenever the list may be another one.
    pub(crate) turn: (u32, Option<u32>),
}

#[hook]
fn use_versions(props: &Props) -> Option<Result<Versions, StoreError>> {
    let listed = use_state(|| None);
    let (setter, saver) = (listed.setter(), props.saver.clone());
    use_effect_with((props.id.clone(), props.turn), move |(id, _)| {
        let id = id.clone();
        spawn_local(async move { setter.set(Some(saver.database().snapshots(&id).await.map(Versions::from))) });
    });
    Option::clone(&listed)
}

/// The dialog.
#[component]
pub(crate) fn VersionsDialog(props: &Props) -> Html {
    let (t, lang) = (use_strings(), use_lang());
    let words = &t.snapshots;
    let compared = use_state_eq(|| None::<u32>);
    let was = use_mut_ref(|| None::<u32>);
    let on_compare = {
        let (compared, was) = (compared.clone(), was.clone());
        Callback::from(move |number| {
            was.replace(*compared);
            compared.set(number);
        })
    };
    let returning = *was.borrow();
    let listed = use_versions(props);
    let is_there = |number: &u32| matches!(&listed, Some(Ok(all)) if all.iter().any(|(other, _)| other == number));
    let body = match (compared.filter(is_there), listed.clone()) {
        (Some(number), Some(Ok(versions))) => html! {
            <Difference id={props.id.clone()} document={props.document.clone()} saver={props.saver.clone()} {versions} {number} {on_compare} />
        },
        // The field is there, and has the focus, before the list is read.
        (_, listed) => html! {
            <>
                <Name id={props.id.clone()} document={props.document.clone()} saver={props.saver.clone()} />
                if let Some(Err(error)) = &listed {
                    <p class="warn" role="alert" data-testid="versions-failed">{ storage(lang, error) }{ "." }</p>
                }
                if let Some(Ok(versions)) = &listed {
                    if versions.is_empty() { <p data-testid="versions-none">{ words.none }</p> }
                    <ul class="versions" data-testid="versions">
                        for (number, snapshot) in versions.iter() {
                            <Row key={*number} id={props.id.clone()} document={props.document.clone()} saver={props.saver.clone()}
                                number={*number} snapshot={snapshot.clone()} on_compare={on_compare.clone()} returning={returning == Some(*number)} />
                        }
                    </ul>
                    <p class="hint">{ fill(words.thinned, &[("newest", &lang.number(NEWEST)), ("most", &lang.number(MOST))]) }</p>
                }
            </>
        },
    };
    html! { <Layer title={words.title} test="versions-dialog">{ body }</Layer> }
}

#[derive(Clone, PartialEq, Properties)]
struct NameProps {
    id: SessionId,
    document: Document,
    saver: Saver,
}

/// Keeps the article as it is now under a name.
#[component]
fn Name(props: &NameProps) -> Html {
    let (words, dispatch) = (&use_strings().snapshots, use_dispatch());
    let field = use_node_ref();
    let draft = AttrValue::from(format!("version {}", props.id.0));
    let oninput = use_draft_of(&field, draft.clone());
    let onsubmit = {
        let (props, field) = (props.clone(), field.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(field) = field.cast::<HtmlInputElement>() else { return };
            let name: Rc<str> = field.value().trim().into();
            if name.is_empty() {
                let _ = field.focus();
                return;
            }
            field.set_value("");
            keep_draft(&draft, "");
            let NameProps { id, document, saver } = props.clone();
            spawn_local(keep(id, document, name, dispatch.clone(), saver));
        })
    };
    html! {
        <form class="version-name" {onsubmit}>
            <p class="hint">{ words.about }</p>
            <label><span>{ words.name }</span>
                <input ref={field} type="text" data-testid="version-name" required={true} autofocus={true} maxlength={LONGEST_NAME.to_string()} {oninput} /></label>
            <button type="submit" class="primary small" data-testid="version-keep">{ words.keep }</button>
        </form>
    }
}
