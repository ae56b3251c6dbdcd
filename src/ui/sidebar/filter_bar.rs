//! What is shown: by label, words, decision, maker, state of fact checking and confidence.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::document::{CheckStatus, Label, LabelId};
use crate::ui::dom;
use crate::ui::state::Action;
use crate::ui::strings::fill;
use crate::ui::strings::kind_name;
use crate::ui::widgets::context::{Key, use_dispatch, use_strings};
use crate::ui::widgets::icons::Icon;
use crate::view::{Filter, OriginFilter, ReviewFilter};
use crate::vocabulary::Confidence;

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
        let id = LabelId::at(i);
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
        (ReviewFilter::Rejected, t.filter_rejected, "review-rejected"),
    ];
    let statuses = [
        (None, t.filter_all, "status-filter-all"),
        (Some(CheckStatus::Unchecked), t.unchecked, "status-filter-unchecked"),
        (Some(CheckStatus::Confirmed), t.confirmed, "status-filter-confirmed"),
        (Some(CheckStatus::Disputed), t.disputed, "status-filter-disputed"),
    ];
    let typed = |change: fn(&mut Filter, &str)| {
        let (dispatch, filter) = (dispatch.clone(), filter.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) {
                let mut next = filter.clone();
                change(&mut next, &input.value());
                dispatch.dispatch(Action::Filter(next));
            }
        })
    };
    let on_words = typed(|filter, words| filter.words = words.trim().to_lowercase().into());
    let on_least = typed(|filter, percent| {
        filter.least = Confidence::permille(percent.parse::<u16>().unwrap_or(0).saturating_mul(10));
    });
    let least = filter.least.get() / 10;
    let least_words = fill(t.filter_least_of, &[("n", &least.to_string())]);
    let origins = [
        (OriginFilter::All, t.filter_all, "origin-all"),
        (OriginFilter::Engine, t.origin_engine, "origin-engine"),
        (OriginFilter::Person, t.origin_person, "origin-person"),
    ];
    let clear = {
        let send = send(Filter::default());
        Callback::from(move |event: MouseEvent| {
            dom::focus_on("[data-part=filter] summary");
            send.emit(event);
        })
    };
    html! {
        <details class="filter" data-testid="filter" data-part="filter">
            <summary>{ Icon::Filter.html() }{ t.filter }<Key id="filter" />
                if !filter.is_open() { <span class="open-dot" title={t.filter_hidden} /> }
            </summary>
            <input type="search" class="filter-words" data-testid="filter-words" data-part="filter-words" aria-label={t.filter_words} placeholder={t.filter_words} oninput={on_words}
                value={filter.words.to_string()} />
            <div class="filter-row" role="group" aria-label={t.filter_show}><span class="filter-name">{ t.filter_show }</span>
                { for labels }
                { button(t.quote.to_owned(), "show-quote".to_owned(), !filter.hide_quotes, Filter { hide_quotes: !filter.hide_quotes, ..filter.clone() }) }
                { button(t.filter_indirect.to_owned(), "show-indirect".to_owned(), !filter.hide_indirect && !filter.hide_quotes, Filter { hide_indirect: !filter.hide_indirect, ..filter.clone() }) }
            </div>
            <div class="filter-row" role="group" aria-label={t.review}><span class="filter-name">{ t.review }</span>
                for (review, name, test) in reviews {
                    { button(name.to_owned(), test.to_owned(), filter.review == review, Filter { review, ..filter.clone() }) }
                }
            </div>
            <div class="filter-row" role="group" aria-label={t.origin}><span class="filter-name">{ t.origin }</span>
                for (origin, name, test) in origins {
                    { button(name.to_owned(), test.to_owned(), filter.origin == origin, Filter { origin, ..filter.clone() }) }
                }
            </div>
            <div class="filter-row" role="group" aria-label={t.filter_status}><span class="filter-name">{ t.filter_status }</span>
                for (status, name, test) in statuses {
                    { button(name.to_owned(), test.to_owned(), filter.status == status, Filter { status, ..filter.clone() }) }
                }
            </div>
            <label class="filter-least"><span>{ t.filter_least }</span>
                <input type="range" min="0" max="95" step="5" data-testid="filter-least" value={least.to_string()} aria-valuetext={least_words.clone()} oninput={on_least} />
                <output>{ least_words }</output>
            </label>
            if !filter.is_open() {
                <p class="hint">{ t.filter_hidden }{ " " }<button type="button" class="link" data-testid="filter-clear" onclick={clear}>{ t.filter_clear }</button></p>
            }
        </details>
    }
}
