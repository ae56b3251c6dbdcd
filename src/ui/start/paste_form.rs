//! The place to paste, and the button that opens a file.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::ui::services::import::{Brought, Draft};
use crate::ui::services::open_article::PASTE;
use crate::ui::start::paste_box::{use_draft, use_given, use_paste};
use crate::ui::widgets::context::use_strings;
use crate::ui::widgets::draft::use_draft_of;
use crate::ui::widgets::icons::Icon;
use crate::web::files;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PasteFormProps {
    pub(crate) on_bring: Callback<Brought>,
    /// Hears of what stands in the paste box, at the next pause.
    pub(crate) on_draft: Callback<String>,
    /// What is to stand in the paste box.
    pub(crate) given: Option<Draft>,
    /// Why what was brought last could not be opened.
    pub(crate) refused: Option<AttrValue>,
}

/// Words are read when the person asks for it; see `paste_box` for what is opened at once.
#[component]
pub(crate) fn PasteForm(props: &PasteFormProps) -> Html {
    let t = use_strings();
    let paste = use_node_ref();
    let read = {
        let (paste, on_bring) = (paste.clone(), props.on_bring.clone());
        move || {
            if let Some(area) = paste.cast::<HtmlTextAreaElement>() {
                on_bring.emit(Brought::Text(area.value()));
            }
        }
    };
    let oninput = {
        let (read_ahead, keep) = (use_draft(&paste, &props.on_draft), use_draft_of(&paste, AttrValue::from(PASTE)));
        Callback::from(move |event: InputEvent| {
            keep.emit(event.clone());
            read_ahead.emit(event);
        })
    };
    use_paste(&paste, &props.on_bring);
    use_given(&paste, props.given.as_ref());
    let onsubmit = {
        let read = read.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            read();
        })
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            read();
        }
    });
    html! {
        <form class="paste" {onsubmit}>
            <label class="unseen" for="paste-box">{ t.paste_label }</label>
            <textarea ref={paste} id="paste-box" data-testid="paste-box" placeholder={t.paste_placeholder}
                spellcheck="false" autocomplete="off" aria-describedby="paste-hint" {oninput} {onkeydown} />
            if let Some(why) = &props.refused {
                <p class="refused" role="alert" data-testid="refused">{ why.clone() }</p>
            }
            <div class="paste-foot">
                <button class="primary" type="submit" data-testid="analyze">{ t.analyze }</button>
                <OpenFile on_bring={props.on_bring.clone()} />
                <span class="hint">{ t.or_drop }</span>
            </div>
            <p id="paste-hint" class="hint">{ t.paste_hint }</p>
            <p class="hint" data-testid="reads">{ t.around.reads }</p>
        </form>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OpenFileProps {
    on_bring: Callback<Brought>,
}

/// A button over the browser's own, which cannot be drawn like the others.
#[component]
fn OpenFile(props: &OpenFileProps) -> Html {
    let t = use_strings();
    let onchange = {
        let on_bring = props.on_bring.clone();
        Callback::from(move |event: Event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let chosen = files::listed(input.as_ref().and_then(HtmlInputElement::files));
            if !chosen.is_empty() {
                on_bring.emit(Brought::Files(chosen));
            }
            // The same files may be opened again.
            if let Some(input) = input {
                input.set_value("");
            }
        })
    };
    let choose = use_node_ref();
    let onopen = {
        let choose = choose.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = choose.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    html! {
        <>
            <button type="button" class="quiet" onclick={onopen} data-testid="open-file-button">
                { Icon::Open.html() }<span>{ t.open_file }</span>
            </button>
            <input ref={choose} class="unseen" type="file" multiple={true} tabindex="-1" aria-hidden="true" data-testid="open-file"
                accept=".txt,.text,.md,.markdown,.html,.htm,.json,text/plain,text/html,text/markdown,application/json"
                {onchange} />
        </>
    }
}
