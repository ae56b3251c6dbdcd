//! The review: one suggestion after the other, decided by one key, with its reasons in the inspector.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::state::{ReviewAction, ReviewRun, Verdict};
use crate::ui::strings::fill;
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{Key, use_dispatch, use_lang, use_strings};
use crate::ui::widgets::icons::Icon;
use crate::view::{Progress, QueueOrder};
use crate::vocabulary::Confidence;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) run: ReviewRun,
    pub(crate) progress: Progress,
    pub(crate) order: QueueOrder,
    /// How sure the suggestions are that are shown and not decided, in permille, sorted.
    pub(crate) sure: Rc<[u16]>,
}

/// The review.
#[component]
pub(crate) fn ReviewBar(props: &Props) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let Progress { reviewed, total, .. } = props.progress;
    let (done, all) = (lang.number(reviewed), lang.number(total));
    if props.run.current.is_none() {
        let (accepted, rejected) = (lang.number(props.run.accepted), lang.number(props.run.rejected));
        return html! {
            <section class="review done" aria-label={t.review} data-testid="review-done">
                <p class="review-title">{ Icon::Check.html() }{ fill(t.review_done, &[("total", &all)]) }</p>
                <p>{ fill(t.review_summary, &[("accepted", &accepted), ("rejected", &rejected)]) }</p>
                <button type="button" class="primary small" data-testid="review-end" onclick={click(&dispatch, ReviewAction::End)}>{ t.review_end }</button>
            </section>
        };
    }
    let next_order = if props.order == QueueOrder::Reading { QueueOrder::LeastCertain } else { QueueOrder::Reading };
    html! {
        <section class="review" aria-label={t.review} data-testid="review-bar">
            <div class="review-head">
                <span class="review-title" data-testid="review-progress">{ fill(t.review_progress, &[("done", &done), ("total", &all)]) }</span>
                <button type="button" class="link" data-testid="review-order" onclick={click(&dispatch, ReviewAction::Order(next_order))}>
                    <span class="unseen">{ format!("{}: ", t.order) }</span>{ if props.order == QueueOrder::Reading { t.order_reading } else { t.order_certain } }
                </button>
                <button type="button" class="icon-button" data-testid="review-close" aria-label={t.close} onclick={click(&dispatch, ReviewAction::End)}>{ Icon::Close.html() }</button>
            </div>
            <progress max={total.to_string()} value={reviewed.to_string()} aria-label={t.review} />
            <div class="decide">
                <button type="button" class="accept" data-testid="review-accept" onclick={click(&dispatch, ReviewAction::Decide(Verdict::Accept))}>{ Icon::Check.html() }{ t.accept }<Key id="review-accept" /></button>
                <button type="button" class="reject" data-testid="review-reject" onclick={click(&dispatch, ReviewAction::Decide(Verdict::Reject))}>{ Icon::Cross.html() }{ t.reject }<Key id="review-reject" /></button>
                <span class="steps">
                    <button type="button" class="icon-button" data-testid="review-previous" aria-label={t.previous} title={t.previous} onclick={click(&dispatch, ReviewAction::Previous)}>{ Icon::Left.html() }</button>
                    <button type="button" class="icon-button" data-testid="review-skip" aria-label={t.skip_one} title={t.skip_one} onclick={click(&dispatch, ReviewAction::Skip)}>{ Icon::Right.html() }</button>
                </span>
            </div>
            <AcceptFrom sure={Rc::clone(&props.sure)} />
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FromProps {
    sure: Rc<[u16]>,
}

/// Accepts all from a chosen confidence on; the button says how many that are.
#[component]
fn AcceptFrom(props: &FromProps) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let percent = use_state(|| 90_u16);
    let least = *percent * 10;
    let count = props.sure.len() - props.sure.partition_point(|&sure| sure < least);
    let oninput = {
        let percent = percent.clone();
        Callback::from(move |event: InputEvent| {
            let input = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
            if let Some(value) = input.and_then(|input| input.value().parse().ok()) {
                percent.set(value);
            }
        })
    };
    let accept = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(ReviewAction::AcceptFrom(Confidence::permille(least)).into());
    });
    let shown = format!("{}\u{a0}%", *percent);
    html! {
        <div class="review-all" role="group" aria-label={t.accept_all_from}>
            <label><span>{ t.accept_all_from }</span>
                <input type="range" min="50" max="99" step="1" data-testid="accept-from" value={percent.to_string()} aria-valuetext={shown.clone()} {oninput} /></label>
            <output class="accept-percent" data-testid="accept-percent">{ shown }</output>
            <button type="button" data-testid={format!("accept-above-{}", *percent)} disabled={count == 0} onclick={accept}>
                { if count == 0 { t.accept_none.to_owned() } else { lang.count(t.accept_these, count) } }
            </button>
        </div>
    }
}
