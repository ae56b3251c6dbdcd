//! What is shown when everything was deleted.

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::ui::dom;
use crate::ui::privacy::wipe::wipe;
use crate::ui::services::saving::saver::Saver;
use crate::ui::state::Wiped;
use crate::ui::widgets::context::{use_dispatch, use_strings};
use crate::ui::widgets::icons::Icon;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) wiped: Wiped,
    pub(crate) saver: Saver,
}

/// Nothing is left, or what is.
#[component]
pub(crate) fn NothingLeft(props: &Props) -> Html {
    let (dispatch, words, title) = (use_dispatch(), &use_strings().privacy, use_node_ref());
    let (database, settings, files) = match props.wiped {
        Wiped::Here { database, settings, files } => (database, settings, files),
        Wiped::Elsewhere => (true, true, true),
    };
    let is_clean = database && settings && files;
    use_effect_with((title.clone(), props.wiped), |(title, _)| {
        if let Some(title) = title.cast::<web_sys::HtmlElement>() {
            let _ = title.focus();
        }
    });
    let again = {
        let saver = props.saver.clone();
        Callback::from(move |_: MouseEvent| {
            let (dispatch, saver) = (dispatch.clone(), saver.clone());
            spawn_local(async move { wipe(&dispatch, &saver).await });
        })
    };
    let anew = Callback::from(|_: MouseEvent| drop(dom::window().location().reload()));
    let parts = [(words.part_database, database), (words.part_settings, settings), (words.part_files, files)];
    html! {
        <main id="main" class="start wiped" data-testid="wiped" data-clean={is_clean.to_string()}>
            <h1 ref={title} tabindex="-1">{ if is_clean { words.nothing_left } else { words.something_left } }</h1>
            if props.wiped == Wiped::Elsewhere { <p class="lede">{ words.elsewhere }</p> }
            <p class="lede">{ if is_clean { words.nothing_about } else { words.something_about } }</p>
            <ul class="wiped-parts">
                for (name, gone) in parts {
                    <li>{ if gone { Icon::Check.html() } else { Icon::Cross.html() } }<span>{ name }{ ": " }{ if gone { words.gone } else { words.there } }</span></li>
                }
            </ul>
            <p class="library-act">
                if !is_clean { <button type="button" class="primary" data-testid="wipe-again" onclick={again}>{ words.again }</button> }
                <button type="button" data-testid="begin-anew" onclick={anew}>{ words.anew }</button>
            </p>
        </main>
    }
}
