//! What stands beside the article: the review, what is selected, and the lists.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::Label;
use crate::ui::inspector::multiple::Several;
use crate::ui::inspector::panel::Inspector;
use crate::ui::shell::sheet_handle::SheetHandle;
use crate::ui::shell::toasts::Toasts;
use crate::ui::sidebar::filter_bar::FilterBar;
use crate::ui::sidebar::lists::PanelLists;
use crate::ui::sidebar::review_bar::ReviewBar;
use crate::ui::state::{AppState, BrowserRequest, Open, PageAction, Sheet};
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{use_dispatch, use_strings};
use crate::view::confidences;

#[derive(Clone, Properties)]
pub(crate) struct SideProps {
    pub(crate) open: Rc<Open>,
    pub(crate) state: Rc<AppState>,
    pub(crate) labels: Rc<[Label]>,
    /// The lists are drawn: the article came first.
    pub(crate) later: bool,
    /// How many have the words of what is selected.
    pub(crate) alike: usize,
}

impl PartialEq for SideProps {
    /// The state is a snapshot of its own at each change.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.later == other.later
    }
}

/// What stands beside the article; on small screens one of two sheets over it.
#[component]
pub(crate) fn Side(props: &SideProps) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let (open, state, labels, later) = (&props.open, &props.state, &props.labels, props.later);
    let document = open.document();
    let alike = if state.selection.target.is_none() { props.alike } else { 0 };
    let shown = state.page.sheet;
    let show = |sheet: Sheet| click(&dispatch, PageAction::Sheet(if shown == sheet { Sheet::Closed } else { sheet }));
    let called = state.page.request.and_then(|(turn, request)| match request {
        BrowserRequest::Entity(id) => Some((turn, id)),
        _ => None,
    });
    html! {
        <aside class="side" aria-label={t.panel}>
            <div class="sheet-tabs">
                <button type="button" data-testid="sheet-panels" aria-expanded={if shown == Sheet::Panels { "true" } else { "false" }}
                    onclick={show(Sheet::Panels)}>{ t.lists }</button>
                <SheetHandle sheet={shown} size={state.page.sheet_size}
                    behind={if state.selection.inspected.is_some() { Sheet::Inspector } else { Sheet::Panels }} />
                <button type="button" data-testid="sheet-inspector" disabled={state.selection.inspected.is_none()}
                    aria-expanded={if shown == Sheet::Inspector { "true" } else { "false" }}
                    onclick={show(Sheet::Inspector)}>{ t.selected_short }</button>
            </div>
            <div class="side-top" data-reviewing={state.review.run.as_ref().map(|_| "")}>
                if let Some(run) = &state.review.run {
                    <ReviewBar run={run.clone()} progress={open.progress} order={state.review.order} sure={Rc::from(confidences(document, &state.article.filter))} />
                }
                if let Some(ids) = state.several() {
                    <Several document={document.clone()} ids={Rc::from(ids)} />
                } else if let Some(inspected) = &state.selection.inspected {
                    <Inspector inspected={Rc::clone(inspected)} labels={Rc::clone(labels)} moving={state.moving_edge()} adding={state.selection.adding} scope={state.selection.scope}
                        {alike} />
                } else if state.review.run.is_none() {
                    <p class="hint nothing" data-testid="nothing-selected">{ t.nothing_selected }</p>
                }
            </div>
            // The lists hold more elements than the article, which the person looks at first.
            <div class="side-lists" aria-busy={(!later).then_some("true")}>
                if later {
                    <FilterBar filter={(*state.article.filter).clone()} labels={Rc::clone(labels)} />
                    <PanelLists panels={Rc::clone(&open.panels)} labels={Rc::clone(labels)} selected={state.selection.selected} further={Rc::clone(&state.selection.further)} {called} />
                }
            </div>
            <Toasts />
        </aside>
    }
}
