//! A button that lets the person choose a small file of ours, and hands its words over.

use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::formats::{MAX_TEXT_BYTES, OpenError, decode};
use crate::ui::state::Failure;
use crate::web::files;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) label: &'static str,
    /// What tests call the field; the button is called so, too, with `-button` behind it.
    pub(crate) test: &'static str,
    pub(crate) on_text: Callback<Result<String, Failure>>,
}

/// The button, and the field behind it.
#[component]
pub(crate) fn ChosenFile(props: &Props) -> Html {
    let choose = use_node_ref();
    let open = {
        let choose = choose.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = choose.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let onchange = {
        let on_text = props.on_text.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else { return };
            let Some(chosen) = input.files().and_then(|files| files.get(0)) else { return };
            // The same file may be chosen again.
            input.set_value("");
            let on_text = on_text.clone();
            spawn_local(async move { on_text.emit(read(&chosen).await) });
        })
    };
    html! {
        <>
            <button type="button" data-testid={format!("{}-button", props.test)} onclick={open}>{ props.label }</button>
            <input ref={choose} class="unseen" type="file" tabindex="-1" aria-hidden="true" data-testid={props.test} accept=".json,application/json" {onchange} />
        </>
    }
}

/// The words in a file, or why there are none.
async fn read(chosen: &File) -> Result<String, Failure> {
    let opened = files::read(chosen, MAX_TEXT_BYTES as u32).await.map_err(|error| match error {
        files::FileError::TooLarge { .. } => {
            Failure::File(OpenError::TooLarge { bytes: chosen.size() as usize, limit: MAX_TEXT_BYTES })
        }
        files::FileError::Unreadable { name } => Failure::Unreadable(name.into()),
    })?;
    decode(&opened.bytes).map_err(Failure::File)
}
