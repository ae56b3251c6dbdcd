//! The open article with everything around it.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::{Label, LabelId};
use crate::ui::article::body::Article;
use crate::ui::article::find_bar::FindBar;
use crate::ui::article::handles::Handles;
use crate::ui::article::selection_toolbar::{Selected, SelectionBar};
use crate::ui::article::speaker_line::LinkLine;
use crate::ui::dom;
use crate::ui::inspector::multiple::Several;
use crate::ui::inspector::panel::Inspector;
use crate::ui::shell::status_line::Status;
use crate::ui::sidebar::filter_bar::FilterBar;
use crate::ui::sidebar::lists::PanelLists;
use crate::ui::sidebar::review_bar::ReviewBar;
use crate::ui::state::{AppState, BrowserRequest, Open, PageAction, Sheet, Tool};
use crate::ui::strings::fill;
use crate::ui::widgets::context::{EntityNames, OpenDocument, use_dispatch, use_strings};
use crate::ui::widgets::deferred::{use_growing, use_later};
use crate::view::{InspectedBody, QueueOrder, pending};
use crate::vocabulary::Confidence;

#[derive(Clone, Properties)]
pub(crate) struct Props {
    pub(crate) open: Rc<Open>,
    pub(crate) state: Rc<AppState>,
    pub(crate) on_stop: Callback<()>,
}

impl PartialEq for Props {
    /// The state is a snapshot of its own at each change.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The open article.
#[component]
pub(crate) fn Workspace(props: &Props) -> Html {
    let (t, dispatch, later) = (use_strings(), use_dispatch(), use_later());
    let (open, state) = (&props.open, &props.state);
    let document = open.document();
    // What a person has selected must not be drawn anew under the pointer.
    let pieces = open.projection.paragraphs().iter().map(|paragraph| paragraph.segments.len()).sum();
    let drawn = use_growing(pieces, !later || state.selection.target.is_some(), &document.source().shared_text());
    // Shared as long as they are the same: every row of the lists is handed them.
    let labels: Rc<[Label]> = Rc::clone(&use_memo(document.labels().to_vec(), |labels| Rc::from(&**labels)));
    let names = use_memo(Rc::clone(&open.panels), |panels| {
        let all = panels.entities.iter().flat_map(|(label, rows)| rows.iter().map(move |row| (*label, row)));
        EntityNames(
            all.filter_map(|(label, row)| Some((row.id?, label, Rc::clone(&row.name))))
                .collect::<Vec<(_, LabelId, _)>>()
                .into(),
        )
    });
    let selected =
        match state.selection.inspected.as_deref().filter(|_| state.selection.further.is_empty()).map(|i| &i.body) {
            None => Selected::Nothing,
            Some(InspectedBody::Mention { .. }) => Selected::Mention,
            Some(InspectedBody::Quote { .. }) => Selected::Quote,
        };
    let sheet = match state.page.sheet {
        Sheet::Closed => "closed",
        Sheet::Panels => "panels",
        Sheet::Inspector => "inspector",
    };
    // The page scrolls clear of the sheet.
    use_effect_with(sheet, |sheet| dom::set_root_attribute("data-sheet", sheet));
    let show = |to: Sheet| {
        let (dispatch, to) = (dispatch.clone(), if state.page.sheet == to { Sheet::Closed } else { to });
        Callback::from(move |_: MouseEvent| dispatch.dispatch(PageAction::Sheet(to).into()))
    };
    let sure = state.review.run.as_ref().map(|_| {
        let left = pending(document, &state.article.filter, QueueOrder::Reading).into_iter();
        let mut sure: Vec<u16> =
            left.filter_map(|id| document.annotation(id)).map(|a| a.confidence.map_or(1000, Confidence::get)).collect();
        sure.sort_unstable();
        Rc::from(sure)
    });
    let alike = state.alike();
    let called = state.page.request.and_then(|(turn, request)| match request {
        BrowserRequest::Entity(id) => Some((turn, id)),
        _ => None,
    });
    let armed = state.selection.armed.map(|tool| match tool {
        Tool::Quote => t.quote.to_owned(),
        Tool::Label(label) => {
            let name = document.label(label).map(|l| l.name.to_lowercase()).unwrap_or_default();
            crate::ui::strings::kind_name(&name, t).to_owned()
        }
    });
    html! {
        <ContextProvider<EntityNames> context={(*names).clone()}>
        <ContextProvider<OpenDocument> context={OpenDocument(document.clone())}>
            <main id="main" class="workspace" data-sheet={sheet}>
                <div class="reading">
                    if let Some(words) = &state.page.find {
                        <FindBar words={Rc::clone(words)} source={document.source().clone()} whole={later} {drawn} />
                    }
                    if state.selection.adding {
                        <p class="armed-note" data-testid="adding">{ t.adding }</p>
                    }
                    if let Some(label) = armed {
                        <p class="armed-note" data-testid="armed">{ fill(t.armed, &[("label", &label)]) }</p>
                    }
                    <Article paragraphs={Rc::clone(open.projection.paragraphs())} document={document.clone()}
                        selected={state.selection.selected} further={Rc::clone(&state.selection.further)} roving={state.selection.roving} target={state.selection.target} cursor={state.selection.cursor}
                        reveal={state.page.reveal} armed={state.selection.armed.is_some()} whole={later} {drawn} />
                    if let Some(id) = state.selection.only() {
                        <Handles document={document.clone()} {id} />
                        if selected == Selected::Quote {
                            <LinkLine key={id.0} document={document.clone()} {id} paragraphs={Rc::clone(open.projection.paragraphs())} />
                        }
                    }
                </div>
                <aside class="side" aria-label={t.panel}>
                    <div class="sheet-tabs">
                        <button type="button" data-testid="sheet-panels" aria-expanded={if state.page.sheet == Sheet::Panels { "true" } else { "false" }}
                            onclick={show(Sheet::Panels)}>{ t.lists }</button>
                        <button type="button" data-testid="sheet-inspector" disabled={state.selection.inspected.is_none()}
                            aria-expanded={if state.page.sheet == Sheet::Inspector { "true" } else { "false" }}
                            onclick={show(Sheet::Inspector)}>{ t.selected_short }</button>
                    </div>
                    <div class="side-top" data-reviewing={state.review.run.as_ref().map(|_| "")}>
                        if let Some(run) = &state.review.run {
                            <ReviewBar run={run.clone()} progress={open.progress} order={state.review.order} sure={sure.unwrap_or_else(|| Rc::from([]))} />
                        }
                        if let Some(ids) = state.several() {
                            <Several document={document.clone()} ids={Rc::from(ids)} />
                        } else if let Some(inspected) = &state.selection.inspected {
                            <Inspector inspected={Rc::clone(inspected)} labels={Rc::clone(&labels)} moving={state.moving_edge()} adding={state.selection.adding} scope={state.selection.scope}
                                alike={if state.selection.target.is_none() { alike } else { 0 }} />
                        } else if state.review.run.is_none() {
                            <p class="hint nothing" data-testid="nothing-selected">{ t.nothing_selected }</p>
                        }
                    </div>
                    // The lists hold more elements than the article, which the person looks at first.
                    <div class="side-lists" aria-busy={(!later).then_some("true")}>
                        if later {
                            <FilterBar filter={(*state.article.filter).clone()} labels={Rc::clone(&labels)} />
                            <PanelLists panels={Rc::clone(&open.panels)} {labels} selected={state.selection.selected} further={Rc::clone(&state.selection.further)} {called} />
                        }
                    </div>
                </aside>
                if let Some(target) = state.selection.target {
                    <SelectionBar document={document.clone()} {target} {selected} {alike} scope={state.selection.scope} />
                }
            </main>
            <Status saved={state.article.saved.clone()} analysis={state.analysis} shown={open.panels.shown} progress={open.progress}
                reviewing={state.review.run.is_some()} on_stop={props.on_stop.clone()} />
        </ContextProvider<OpenDocument>>
        </ContextProvider<EntityNames>>
    }
}
