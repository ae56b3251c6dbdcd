//! The line at the foot: saved where, analyzed how fast, how many annotations, how much is reviewed.

use yew::prelude::*;

use crate::ui::article::language::LanguageChoice;
use crate::ui::state::{Analysis, AnalysisAction, Dialog, PageAction, ReviewAction, Saved};
use crate::ui::strings::{fill, storage};
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{use_dispatch, use_lang, use_strings};
use crate::view::Progress;
use crate::vocabulary::ArticleLanguage;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) saved: Saved,
    pub(crate) analysis: Analysis,
    pub(crate) shown: usize,
    pub(crate) progress: Progress,
    pub(crate) reviewing: bool,
    pub(crate) language: Option<ArticleLanguage>,
    pub(crate) on_stop: Callback<()>,
}

/// The line at the foot.
#[component]
pub(crate) fn Status(props: &Props) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let (class, saved, why) = match &props.saved {
        Saved::Nothing | Saved::Yes(_) => ("ok", t.saved, None),
        Saved::Pending => ("pending", t.saving, None),
        Saved::No(error) => ("bad", t.not_saved, Some(storage(lang, error))),
    };
    let analysis = match props.analysis {
        Analysis::None => None,
        Analysis::Asked(_) | Analysis::Running(..) => Some(html! {
            <span class="running">
                { t.analyzing }
                <progress max="1000" value={permille(props.analysis).to_string()} aria-label={t.analyzing} />
                <button type="button" class="link" data-testid="stop-analysis" onclick={props.on_stop.reform(|_: MouseEvent| ())}>{ t.stop }</button>
            </span>
        }),
        Analysis::Done(ms) => Some(
            html! { <span data-testid="analyzed">{ fill(t.analyzed_in, &[("ms", &lang.number(ms as usize))]) }</span> },
        ),
        Analysis::Failed => Some(html! {
            <span class="bad">{ t.analysis_failed }
                <button type="button" class="link" onclick={let d = dispatch.clone(); move |_: MouseEvent| d.dispatch(AnalysisAction::Ask.into())}>{ t.analyze_again }</button>
            </span>
        }),
    };
    let Progress { reviewed, total, .. } = props.progress;
    let review = fill(t.review_progress, &[("done", &lang.number(reviewed)), ("total", &lang.number(total))]);
    let versions = click(&dispatch, PageAction::Dialog(Some(Dialog::Versions)));
    let begin = move |_: MouseEvent| dispatch.dispatch(ReviewAction::Begin.into());
    html! {
        <footer class="status" data-testid="status">
            <span class={classes!("saved", class)} data-testid="saved" title={why}>{ saved }</span>
            <button type="button" class="link wide-only" data-testid="open-versions" aria-haspopup="dialog" onclick={versions}>{ t.snapshots.title }</button>
            { analysis }
            <LanguageChoice language={props.language} />
            <span data-testid="annotation-count">{ lang.count(t.annotations_n, props.shown) }</span>
            if total > 0 {
                <span class="review-state" data-testid="review-state">{ review }</span>
                if reviewed < total && !props.reviewing {
                    <button type="button" class="link" data-testid="review" onclick={begin}>{ t.review_start }</button>
                }
            }
        </footer>
    }
}

fn permille(analysis: Analysis) -> u16 {
    match analysis {
        Analysis::Running(_, permille) => permille,
        _ => 0,
    }
}
