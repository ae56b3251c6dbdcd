//! What is shown: by label, by decision, by maker.

use std::rc::Rc;

use yew::prelude::*;

use super::context::{use_dispatch, use_strings};
use super::icons::Icon;
use super::paragraph::kind_name;
use super::state::Action;
use crate::document::{Label, LabelId};
use crate::view::{Filter, OriginFilter, ReviewFilter};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) filter: Filter,
    pub(crate) labels: Rc<[Label]>,
}

/// What is shown.
#[component]
pub(crate) fn FilterBar(props: &Props) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let filter = &props.filter;
    let send = |next: Filter| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Filter(next.clone())))
    };
    let button = |name: String, test: String, on: bool, next: Filter| {
        html! {
            <button type="button" class="choice" data-testid={test} aria-pressed={if on { "true" } else { "false" }} onclick={send(next)}>{ name }</button>
        }
    };
    let labels = props.labels.iter().enumerate().map(|(i, label)| {
        let id = LabelId(i as u16);
        let on = !filter.hidden_labels.contains(&id);
        let mut next = filter.clone();
        if on {
            next.hidden_labels.insert(id);
        } else {
            next.hidden_labels.remove(&id);
        }
        let name = label.name.to_lowercase();
        button(kind_name(&name, t).to_owned(), format!("show-{name}"), on, next)
    });
    let reviews = [
        (ReviewFilter::All, t.filter_all, "review-all"),
        (ReviewFilter::Suggested, t.filter_suggested, "review-suggested"),
        (ReviewFilter::Accepted, t.filter_accepted, "review-accepted"),
    ];
    let origins = [
        (OriginFilter::All, t.filter_all, "origin-all"),
        (OriginFilter::Engine, t.origin_engine, "origin-engine"),
        (OriginFilter::Person, t.origin_person, "origin-person"),
    ];
    html! {
        <details class="filter" data-testid="filter">
            <summary>{ Icon::Filter.html() }{ t.filter }
                if !filter.is_open() { <span class="open-dot" title={t.filter_hidden} /> }
            </summary>
            <div class="filter-row" role="group" aria-label={t.filter_show}>
                { for labels }
                { button(t.quote.to_owned(), "show-quote".to_owned(), !filter.hide_quotes, Filter { hide_quotes: !filter.hide_quotes, ..filter.clone() }) }
            </div>
            <div class="filter-row" role="group" aria-label={t.review}>
                for (review, name, test) in reviews {
                    { button(name.to_owned(), test.to_owned(), filter.review == review, Filter { review, ..filter.clone() }) }
                }
            </div>
            <div class="filter-row" role="group" aria-label={t.origin}>
                for (origin, name, test) in origins {
                    { button(name.to_owned(), test.to_owned(), filter.origin == origin, Filter { origin, ..filter.clone() }) }
                }
            </div>
            if !filter.is_open() {
                <p class="hint">{ t.filter_hidden }{ " " }<button type="button" class="link" data-testid="filter-clear" onclick={send(Filter::default())}>{ t.filter_clear }</button></p>
            }
        </details>
    }
}
