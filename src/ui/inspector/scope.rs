//! Whether what comes next is done to one annotation or to all of the same words.

use yew::prelude::*;

use crate::ui::state::Action;
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{Key, use_dispatch, use_lang, use_strings};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ScopeProps {
    pub(crate) alike: usize,
    pub(crate) wide: bool,
}

/// Whether what comes next is done to one annotation or to all of the same words, with how many that are.
#[component]
pub(crate) fn Scope(props: &ScopeProps) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    if props.alike < 2 {
        return html! {};
    }
    let choice = |wide: bool, name: String, test: &'static str| {
        html! {
            <button type="button" class="choice" data-testid={test} aria-pressed={if props.wide == wide { "true" } else { "false" }}
                onclick={click(&dispatch, Action::Wide(wide))}>{ name }if wide { <Key id="all-same" /> }</button>
        }
    };
    html! {
        <div class="scope" role="group" aria-label={t.scope}>
            { choice(false, t.only_this.to_owned(), "scope-one") }
            { choice(true, lang.count(t.all_same, props.alike), "scope-all") }
        </div>
    }
}
