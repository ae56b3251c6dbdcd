//! A part of the inspector that is folded away; whether it is open is remembered as long as the tab is there.

use web_sys::Element;
use yew::prelude::*;

use crate::ui::dom;

const FOLD: &str = "article-annotator.fold.";
const OPEN: &str = "open";

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    /// Under which it is remembered.
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    /// What is worth seeing while it is closed.
    #[prop_or_default]
    pub(crate) brief: Html,
    pub(crate) children: Html,
}

/// The part with its title.
#[component]
pub(crate) fn Fold(props: &Props) -> Html {
    let name = format!("{FOLD}{}", props.name);
    // Said once: from then on the browser opens and closes it.
    let opens = use_memo(name.clone(), |name| dom::kept_in_tab(name).as_deref() == Some(OPEN));
    let node = use_node_ref();
    use_effect_with(node.clone(), move |node| {
        if let Some(details) = node.cast::<Element>().filter(|_| *opens) {
            let _ = details.set_attribute("open", "");
        }
    });
    let ontoggle = {
        let node = node.clone();
        Callback::from(move |_: Event| {
            let is_open = node.cast::<Element>().is_some_and(|details| details.has_attribute("open"));
            dom::keep_in_tab(&name, if is_open { OPEN } else { "closed" });
        })
    };
    html! {
        <details ref={node} class="fold-part" data-testid={format!("fold-{}", props.name)} {ontoggle}>
            <summary data-testid={format!("unfold-{}", props.name)}><h2>{ props.title }</h2><span class="fold-brief">{ props.brief.clone() }</span></summary>
            { props.children.clone() }
        </details>
    }
}
