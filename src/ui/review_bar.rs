//! The review: one suggestion after the other, decided by one key, with its reasons in the inspector.

use yew::prelude::*;

use super::context::{use_dispatch, use_lang, use_strings};
use super::icons::Icon;
use super::state::{Action, ReviewRun, ReviewStep};
use super::strings::fill;
use crate::document::Command;
use crate::view::{Progress, QueueOrder};
use crate::vocabulary::Confidence;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) run: ReviewRun,
    pub(crate) progress: Progress,
    pub(crate) order: QueueOrder,
    /// For 90, 80, 70 and 60 percent, how many suggestions are at least that sure.
    pub(crate) above: [(u16, usize); 4],
}

/// The review.
#[component]
pub(crate) fn ReviewBar(props: &Props) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let send = |action: Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let Progress { reviewed, total, .. } = props.progress;
    let (done, all) = (lang.number(reviewed), lang.number(total));
    if props.run.current.is_none() {
        let (accepted, rejected) = (lang.number(props.run.accepted), lang.number(props.run.rejected));
        return html! {
            <section class="review done" aria-label={t.review} data-testid="review-done">
                <p class="review-title">{ Icon::Check.html() }{ fill(t.review_done, &[("total", &all)]) }</p>
                <p>{ fill(t.review_summary, &[("accepted", &accepted), ("rejected", &rejected)]) }</p>
                <button type="button" class="primary small" data-testid="review-end" onclick={send(Action::Review(ReviewStep::End))}>{ t.review_end }</button>
            </section>
        };
    }
    let next_order = if props.order == QueueOrder::Reading { QueueOrder::LeastCertain } else { QueueOrder::Reading };
    html! {
        <section class="review" aria-label={t.review} data-testid="review-bar">
            <div class="review-head">
                <span class="review-title" data-testid="review-progress">{ fill(t.review_progress, &[("done", &done), ("total", &all)]) }</span>
                <button type="button" class="link" data-testid="review-order" onclick={send(Action::Order(next_order))}>
                    <span class="unseen">{ format!("{}: ", t.order) }</span>{ if props.order == QueueOrder::Reading { t.order_reading } else { t.order_certain } }
                </button>
                <button type="button" class="icon-button" data-testid="review-close" aria-label={t.close} onclick={send(Action::Review(ReviewStep::End))}>{ Icon::Close.html() }</button>
            </div>
            <progress max={total.to_string()} value={reviewed.to_string()} aria-label={t.review} />
            <div class="decide">
                <button type="button" class="accept" data-testid="review-accept" onclick={send(Action::Review(ReviewStep::Accept))}>{ Icon::Check.html() }{ t.accept }<kbd>{ "↵" }</kbd></button>
                <button type="button" class="reject" data-testid="review-reject" onclick={send(Action::Review(ReviewStep::Reject))}>{ Icon::Cross.html() }{ t.reject }<kbd>{ "⌫" }</kbd></button>
                <button type="button" class="icon-button" data-testid="review-previous" aria-label={t.previous} title={t.previous} onclick={send(Action::Review(ReviewStep::Previous))}>{ Icon::Left.html() }</button>
                <button type="button" class="icon-button" data-testid="review-skip" aria-label={t.skip_one} title={t.skip_one} onclick={send(Action::Review(ReviewStep::Skip))}>{ Icon::Right.html() }</button>
            </div>
            <div class="review-all" role="group" aria-label={t.accept_all_from}>
                <span class="dim">{ t.accept_all_from }</span>
                for (percent, count) in props.above.into_iter().filter(|(_, count)| *count > 0) {
                    <button type="button" class="link" key={percent} data-testid={format!("accept-above-{percent}")}
                        onclick={send(Action::Run(Command::AcceptAll { at_least: Confidence::permille(percent * 10) }))}>
                        { format!("{percent} % ({})", lang.number(count)) }
                    </button>
                }
            </div>
        </section>
    }
}
