//! A layer over the page. A real dialog: the browser keeps the focus inside and gives it back.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::ui::shell::toasts::Toasts;
use crate::ui::state::PageAction;
use crate::ui::widgets::context::{use_dispatch, use_strings};
use crate::ui::widgets::icons::Icon;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LayerProps {
    pub(crate) title: AttrValue,
    pub(crate) test: AttrValue,
    /// Hangs below the bar at the top, as a menu does.
    #[prop_or_default]
    pub(crate) menu: bool,
    pub(crate) children: Html,
}

/// A modal layer that closes with Escape, its button, or a click beside it.
#[component]
pub(crate) fn Layer(props: &LayerProps) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let node = use_node_ref();
    use_effect_with(node.clone(), |node| {
        let dialog = node.cast::<HtmlDialogElement>();
        if let Some(dialog) = &dialog {
            let _ = dialog.show_modal();
        }
        // A dialog that is only taken away does not give the focus back to where it was.
        move || {
            if let Some(dialog) = dialog {
                dialog.close();
            }
        }
    });
    let close = move || dispatch.dispatch(PageAction::Dialog(None).into());
    let oncancel = {
        let close = close.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            close();
        })
    };
    let onclick = {
        let (close, node) = (close.clone(), node.clone());
        Callback::from(move |event: MouseEvent| {
            let on_itself = event.target().and_then(|t| t.dyn_into::<web_sys::Node>().ok()) == node.get();
            if on_itself {
                close();
            }
        })
    };
    html! {
        <dialog ref={node} class={classes!("layer", props.menu.then_some("menu"))} aria-label={props.title.clone()} data-testid={props.test.clone()} data-keeps-target="" {oncancel} {onclick}>
            <div class="layer-body">
                <header><h2>{ props.title.clone() }</h2>
                    <button type="button" class="icon-button" aria-label={t.close} title={t.close} data-testid="layer-close"
                        onclick={move |_: MouseEvent| close()}>{ Icon::Close.html() }</button>
                </header>
                { props.children.clone() }
            </div>
            <Toasts over={true} />
        </dialog>
    }
}
