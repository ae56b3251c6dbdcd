//! Whether what comes next is done to one annotation or to all of the same words.

use yew::prelude::*;

use crate::ui::state::{Scope, SelectAction};
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{Key, use_dispatch, use_lang, use_strings};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    /// How many have the same words.
    pub(crate) alike: usize,
    pub(crate) scope: Scope,
}

/// The choice between one annotation and all of the same words, with how many that are.
#[component]
pub(crate) fn ScopeChoice(props: &Props) -> Html {
    let (words, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    if props.alike < 2 {
        return html! {};
    }
    let choice = |scope: Scope, name: String, test: &'static str| {
        html! {
            <button type="button" class="choice" data-testid={test} aria-pressed={if props.scope == scope { "true" } else { "false" }}
                onclick={click(&dispatch, SelectAction::Scope(scope))}>{ name }if scope == Scope::All { <Key id="all-same" /> }</button>
        }
    };
    html! {
        <div class="scope" role="group" aria-label={words.scope}>
            { choice(Scope::One, words.only_this.to_owned(), "scope-one") }
            { choice(Scope::All, lang.count(words.all_same, props.alike), "scope-all") }
        </div>
    }
}
