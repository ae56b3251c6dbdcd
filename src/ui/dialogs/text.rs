//! Title and text of the article: edited here, or a newer version pasted over it.

use std::sync::Arc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::document::Document;
use crate::formats::OpenError;
use crate::storage::SessionId;
use crate::text::{Source, clean};
use crate::ui::services::import::check_length;
use crate::ui::services::saving::saver::Saver;
use crate::ui::snapshots::deeds::keep_before_text;
use crate::ui::state::{Dialog, EditAction, Failure, PageAction};
use crate::ui::strings::failure;
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{use_dispatch, use_lang, use_strings};
use crate::ui::widgets::draft::{draft, keep_draft, use_draft_of};
use crate::ui::widgets::modal::Layer;

/// The longest title, in characters.
const LONGEST_TITLE: usize = 300;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) id: SessionId,
    pub(crate) document: Document,
    pub(crate) saver: Saver,
}

/// The form.
#[component]
pub(crate) fn TextDialog(props: &Props) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let words = &t.versions;
    let (title, text) = (use_node_ref(), use_node_ref());
    let refused = use_state(|| None::<OpenError>);
    // What was typed for this text, and not taken over, is there after a reload.
    let of = |what: &str| AttrValue::from(format!("{what} {} {}", props.id.0, props.document.source().text().len()));
    let (title_draft, text_draft) = (of("title"), of("text"));
    {
        let (shown, name) = (props.document.source().shared_text(), text_draft.clone());
        use_effect_with(text.clone(), move |text| {
            if let Some(area) = text.cast::<HtmlTextAreaElement>() {
                area.set_value(draft(&name).as_deref().unwrap_or(&shown));
            }
        });
    }
    let on_title = use_draft_of(&title, title_draft.clone());
    let on_text = use_draft_of(&text, text_draft.clone());
    let forget = move || {
        keep_draft(&title_draft, "");
        keep_draft(&text_draft, "");
    };
    let onsubmit = {
        let (forget, dispatch, refused) = (forget.clone(), dispatch.clone(), refused.clone());
        let (title, text) = (title.clone(), text.clone());
        let Props { id, document: before, saver } = props.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed = text.cast::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default();
            let named = title.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            match version(before.source(), &typed) {
                Ok(source) => {
                    forget();
                    if source != *before.source() {
                        spawn_local(keep_before_text(id.clone(), before.clone(), dispatch.clone(), saver.clone()));
                    }
                    dispatch.dispatch(PageAction::Dialog(None).into());
                    dispatch.dispatch(EditAction::Text(Arc::from(named.trim()), source).into());
                }
                Err(why) => refused.set(Some(why)),
            }
        })
    };
    let on_versions = click(&dispatch, PageAction::Dialog(Some(Dialog::Versions)));
    let on_cancel = Callback::from(move |_: MouseEvent| {
        forget();
        dispatch.dispatch(PageAction::Dialog(None).into());
    });
    html! {
        <Layer title={words.edit} test="text-dialog">
            <form class="text-form" {onsubmit}>
                <label><span>{ words.title }</span>
                    <input ref={title} type="text" data-testid="text-title" maxlength={LONGEST_TITLE.to_string()} placeholder={words.no_title}
                        oninput={on_title} value={props.document.title().to_owned()} /></label>
                <label><span>{ words.text }</span>
                    <textarea ref={text} data-testid="text-area" spellcheck="false" autofocus={true} oninput={on_text} aria-describedby="text-hint" /></label>
                <p id="text-hint" class="hint">{ words.hint }</p>
                if let Some(why) = &*refused {
                    <p class="warn" role="alert" data-testid="text-refused">{ failure(lang, &Failure::File(why.clone())) }</p>
                }
                <div class="words-foot">
                    <button type="submit" class="primary small" data-testid="text-put">{ words.put }</button>
                    <button type="button" data-testid="text-cancel" onclick={on_cancel}>{ words.cancel }</button>
                    <button type="button" class="link" data-testid="versions" onclick={on_versions}>{ t.snapshots.title }</button>
                </div>
            </form>
        </Layer>
    }
}

/// What was typed, as a text; the same one where nothing was changed.
fn version(before: &Source, typed: &str) -> Result<Source, OpenError> {
    if typed == before.text() {
        return Ok(before.clone());
    }
    check_length(typed)?;
    let text = clean(typed).text;
    if text.trim().is_empty() { Err(OpenError::Empty) } else { Ok(Source::new(text)) }
}
