//! The whole page.

use yew::prelude::*;

/// The whole page.
#[component]
pub(crate) fn App() -> Html {
    html! { <main><h1>{ "Article Annotator" }</h1></main> }
}
