//! What is shown: by label, words, decision, maker, state of fact checking, note and confidence; and where speakers are named.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::document::{CheckStatus, Label, LabelId};
use crate::ui::dom;
use crate::ui::settings::{Settings, Speakers};
use crate::ui::state::Action;
use crate::ui::strings::{Strings, fill, kind_name};
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{Dispatch, Key, OwnSettings, use_dispatch, use_strings};
use crate::ui::widgets::icons::Icon;
use crate::view::{Filter, OriginFilter, ReviewFilter};
use crate::vocabulary::Confidence;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) filter: Filter,
    pub(crate) labels: Rc<[Label]>,
}

/// One way to show more or less, with the filter that it leads to.
struct Choice {
    name: String,
    test: String,
    is_on: bool,
    next: Filter,
}

/// What is shown.
#[component]
pub(crate) fn FilterBar(props: &Props) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let filter = &props.filter;
    let clear = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dom::focus_on("[data-part=filter] summary");
            dispatch.dispatch(Action::Filter(Filter::default()));
        })
    };
    let on_words = on_input(&dispatch, filter, |filter, words| filter.words = words.trim().to_lowercase().into());
    let rows = [
        (t.filter_show, kinds(filter, &props.labels, t)),
        (t.review, reviews(filter, t)),
        (t.origin, origins(filter, t)),
        (t.filter_status, statuses(filter, t)),
    ];
    html! {
        <details class="filter" data-testid="filter" data-part="filter">
            <summary>{ Icon::Filter.html() }{ t.filter }<Key id="filter" />
                if !filter.is_open() { <span class="open-dot" title={t.filter_hidden} /> }
            </summary>
            <input type="search" class="filter-words" data-testid="filter-words" data-part="filter-words" aria-label={t.filter_words} placeholder={t.filter_words} oninput={on_words}
                value={filter.words.to_string()} />
            for (title, choices) in rows { { row(title, choices, &dispatch) } }
            { least(filter, &dispatch, t) }
            <SpeakersChoice />
            if !filter.is_open() {
                <p class="hint">{ t.filter_hidden }{ " " }<button type="button" class="link" data-testid="filter-clear" onclick={clear}>{ t.filter_clear }</button></p>
            }
        </details>
    }
}

/// Where the article says who speaks.
#[component]
fn SpeakersChoice() -> Html {
    let t = use_strings();
    let OwnSettings { now, change } = use_context::<OwnSettings>().unwrap_or_default();
    let choice = |speakers: Speakers| {
        let name = match speakers {
            Speakers::Chips => t.speakers_chips,
            Speakers::Margin => t.speakers_margin,
            Speakers::OnHover => t.speakers_on_hover,
        };
        let next = Settings { speakers, ..now };
        html! {
            <button type="button" class="choice" data-testid={format!("speakers-{}", speakers.name())}
                aria-pressed={if now.speakers == speakers { "true" } else { "false" }}
                onclick={change.reform(move |_: MouseEvent| next)}>{ name }</button>
        }
    };
    html! {
        <div class="filter-row" role="group" aria-label={t.speakers_shown}><span class="filter-name">{ t.speakers_shown }</span>
            { for Speakers::ALL.into_iter().map(choice) }
        </div>
    }
}

/// What typing into a field makes of the filter.
fn on_input(dispatch: &Dispatch, filter: &Filter, change: fn(&mut Filter, &str)) -> Callback<InputEvent> {
    let (dispatch, filter) = (dispatch.clone(), filter.clone());
    Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            let mut next = filter.clone();
            change(&mut next, &input.value());
            dispatch.dispatch(Action::Filter(next));
        }
    })
}

/// A group of choices under its name.
fn row(title: &'static str, choices: Vec<Choice>, dispatch: &Dispatch) -> Html {
    html! {
        <div class="filter-row" role="group" aria-label={title}><span class="filter-name">{ title }</span>
            for choice in choices {
                <button type="button" class="choice" data-testid={choice.test} aria-pressed={if choice.is_on { "true" } else { "false" }}
                    onclick={click(dispatch, Action::Filter(choice.next))}>{ choice.name }</button>
            }
        </div>
    }
}

/// Labels, quotes and reported speech.
fn kinds(filter: &Filter, labels: &[Label], t: &'static Strings) -> Vec<Choice> {
    let mut choices: Vec<Choice> = labels
        .iter()
        .enumerate()
        .map(|(index, label)| {
            let id = LabelId::at(index);
            let is_on = !filter.hidden_labels.contains(&id);
            let mut next = filter.clone();
            if is_on {
                next.hidden_labels.insert(id);
            } else {
                next.hidden_labels.remove(&id);
            }
            let test = format!("show-{}", label.name.to_lowercase());
            Choice { name: kind_name(&label.name, t).to_owned(), test, is_on, next }
        })
        .collect();
    choices.push(Choice {
        name: t.quote.to_owned(),
        test: "show-quote".to_owned(),
        is_on: !filter.hide_quotes,
        next: Filter { hide_quotes: !filter.hide_quotes, ..filter.clone() },
    });
    choices.push(Choice {
        name: t.filter_indirect.to_owned(),
        test: "show-indirect".to_owned(),
        is_on: !filter.hide_indirect && !filter.hide_quotes,
        next: Filter { hide_indirect: !filter.hide_indirect, ..filter.clone() },
    });
    choices
}

fn reviews(filter: &Filter, t: &'static Strings) -> Vec<Choice> {
    let choice = |review: ReviewFilter, name: &str, test: &str| Choice {
        name: name.to_owned(),
        test: test.to_owned(),
        is_on: filter.review == review,
        next: Filter { review, ..filter.clone() },
    };
    vec![
        choice(ReviewFilter::All, t.filter_all, "review-all"),
        choice(ReviewFilter::Suggested, t.filter_suggested, "review-suggested"),
        choice(ReviewFilter::Accepted, t.filter_accepted, "review-accepted"),
        choice(ReviewFilter::Rejected, t.filter_rejected, "review-rejected"),
    ]
}

fn origins(filter: &Filter, t: &'static Strings) -> Vec<Choice> {
    let choice = |origin: OriginFilter, name: &str, test: &str| Choice {
        name: name.to_owned(),
        test: test.to_owned(),
        is_on: filter.origin == origin,
        next: Filter { origin, ..filter.clone() },
    };
    vec![
        choice(OriginFilter::All, t.filter_all, "origin-all"),
        choice(OriginFilter::Engine, t.origin_engine, "origin-engine"),
        choice(OriginFilter::Person, t.origin_person, "origin-person"),
    ]
}

fn statuses(filter: &Filter, t: &'static Strings) -> Vec<Choice> {
    let choice = |status: Option<CheckStatus>, name: &str, test: &str| Choice {
        name: name.to_owned(),
        test: test.to_owned(),
        is_on: filter.status == status,
        next: Filter { status, ..filter.clone() },
    };
    vec![
        choice(None, t.filter_all, "status-filter-all"),
        choice(Some(CheckStatus::Unchecked), t.unchecked, "status-filter-unchecked"),
        choice(Some(CheckStatus::Confirmed), t.confirmed, "status-filter-confirmed"),
        choice(Some(CheckStatus::Disputed), t.disputed, "status-filter-disputed"),
        Choice {
            name: t.has_note.to_owned(),
            test: "filter-noted".to_owned(),
            is_on: filter.noted,
            next: Filter { noted: !filter.noted, ..filter.clone() },
        },
    ]
}

/// Permille in a percent.
const A_PERCENT: u16 = 10;

/// The least confidence that is shown.
fn least(filter: &Filter, dispatch: &Dispatch, t: &'static Strings) -> Html {
    let on_least = on_input(dispatch, filter, |filter, percent| {
        filter.least = Confidence::permille(percent.parse::<u16>().unwrap_or(0).saturating_mul(A_PERCENT));
    });
    let percent = (filter.least.get() / A_PERCENT).to_string();
    let words = fill(t.filter_least_of, &[("n", &percent)]);
    html! {
        <label class="filter-least"><span>{ t.filter_least }</span>
            <input type="range" min="0" max="95" step="5" data-testid="filter-least" value={percent} aria-valuetext={words.clone()} oninput={on_least} />
            <output>{ words }</output>
        </label>
    }
}
