//! What the person noted and checked, behind the article on paper: there is no inspector there.

use yew::prelude::*;

use crate::document::{Annotation, CheckStatus, Document};
use crate::text::InOrder as _;
use crate::ui::widgets::context::use_strings;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) document: Document,
}

/// The notes, in reading order; nothing where there are none.
#[component]
pub(crate) fn PaperNotes(props: &Props) -> Html {
    let t = use_strings();
    let document = &props.document;
    let told = document.annotations().filter(|annotation| annotation.is_live() && annotation.has_word());
    let mut told: Vec<&Annotation> = told.map(|annotation| &**annotation).collect();
    if told.is_empty() {
        return html! {};
    }
    told.order_by_key(|annotation| (annotation.body.span().start(), annotation.id));
    let item = |annotation: &Annotation| {
        let parts = annotation.body.parts().iter().map(|&part| document.source().slice(part));
        let words = parts.collect::<Vec<_>>().join(" … ");
        let state = match annotation.status {
            CheckStatus::Unchecked => None,
            CheckStatus::Confirmed => Some(("✓", t.confirmed)),
            CheckStatus::Disputed => Some(("!", t.disputed)),
        };
        html! {
            <li key={annotation.id.0}>
                <b dir="auto">{ words }</b>
                if let Some((sign, state)) = state { <span>{ format!(" {sign} {state}") }</span> }
                if !annotation.note.is_empty() { <div class="paper-note" dir="auto">{ annotation.note.to_string() }</div> }
            </li>
        }
    };
    html! {
        <section class="paper-notes" data-testid="paper-notes">
            <h2>{ t.notes }</h2>
            <ul>{ for told.into_iter().map(item) }</ul>
        </section>
    }
}
