//! The question before an article that is not saved is let go.

use yew::prelude::*;

use crate::formats::Export;
use crate::ui::state::{BrowserRequest, PageAction};
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{use_dispatch, use_strings};
use crate::ui::widgets::modal::Layer;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) on_discard: Callback<()>,
}

/// Download, discard or stay.
#[component]
pub(crate) fn UnsavedDialog(props: &Props) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let words = &t.keeping;
    html! {
        <Layer title={words.unsaved_title} test="unsaved-dialog">
            <p>{ words.unsaved_text }</p>
            <div class="words-foot">
                <button type="button" class="primary small" data-testid="unsaved-download"
                    onclick={click(&dispatch, PageAction::Request(BrowserRequest::Export(Export::Json)))}>{ t.download }</button>
                <button type="button" data-testid="unsaved-stay" onclick={click(&dispatch, PageAction::Dialog(None))}>{ words.unsaved_stay }</button>
                <button type="button" class="reject" data-testid="unsaved-discard"
                    onclick={props.on_discard.reform(|_: MouseEvent| ())}>{ words.unsaved_discard }</button>
            </div>
        </Layer>
    }
}
