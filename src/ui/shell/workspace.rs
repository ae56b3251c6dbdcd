//! The open article with everything around it.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::{Document, Label, LabelId};
use crate::ui::article::body::Article;
use crate::ui::article::find_bar::FindBar;
use crate::ui::article::handles::Handles;
use crate::ui::article::language::LanguageNote;
use crate::ui::article::outline::Outline;
use crate::ui::article::selection_toolbar::{Selected, SelectionBar};
use crate::ui::article::speaker_line::LinkLine;
use crate::ui::dom;
use crate::ui::shell::paper_notes::PaperNotes;
use crate::ui::shell::side::Side;
use crate::ui::shell::status_line::Status;
use crate::ui::state::{AppState, Open, Sheet, SheetSize, Tool};
use crate::ui::strings::{Strings, fill, kind_name};
use crate::ui::widgets::context::{EntityNames, OpenDocument, use_strings};
use crate::ui::widgets::deferred::{use_growing, use_later};
use crate::view::{InspectedBody, Panels};

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

/// An article of more pieces of text is drawn with its marks only where the person looks.
const MANY_PIECES: usize = 20_000;
/// One of more paragraphs, too.
const MANY_PARAGRAPHS: usize = 5_000;

/// The open article.
#[component]
pub(crate) fn Workspace(props: &Props) -> Html {
    let (t, later) = (use_strings(), use_later());
    let (open, state) = (&props.open, &props.state);
    let document = open.document();
    // What a person has selected must not be drawn anew under the pointer.
    let pieces = open.projection.paragraphs().iter().map(|paragraph| paragraph.segments.len()).sum();
    let vast = pieces > MANY_PIECES || open.projection.paragraphs().len() > MANY_PARAGRAPHS;
    let waits = !later || vast || state.selection.target.is_some();
    let grown = use_growing(pieces, waits, &document.source().shared_text());
    let drawn = if vast { pieces } else { grown };
    let turn = use_mut_ref(|| 0_usize);
    let redraw = use_force_update();
    let on_near = {
        let turn = Rc::clone(&turn);
        use_callback((), move |(), ()| {
            *turn.borrow_mut() += 1;
            redraw.force_update();
        })
    };
    let turn = *turn.borrow();
    // Shared as long as they are the same: every row of the lists is handed them.
    let labels: Rc<[Label]> = Rc::clone(&use_memo(document.labels().to_vec(), |labels| Rc::from(&**labels)));
    let names = use_names(&open.panels);
    let selected = what_is_selected(state);
    let sheet = match state.page.sheet {
        Sheet::Closed => "closed",
        Sheet::Panels => "panels",
        Sheet::Inspector => "inspector",
    };
    let size = match state.page.sheet_size {
        SheetSize::Third => "third",
        SheetSize::Tall => "tall",
    };
    // The page scrolls clear of the sheet.
    use_effect_with((sheet, size), |(sheet, size)| {
        dom::set_root_attribute("data-sheet", sheet);
        dom::set_root_attribute("data-sheet-size", size);
    });
    let alike = state.alike();
    html! {
        <ContextProvider<EntityNames> context={(*names).clone()}>
        <ContextProvider<OpenDocument> context={OpenDocument(document.clone())}>
            <main id="main" class="workspace" data-sheet={sheet}>
                <div class="reading">
                    if let Some(words) = &state.page.find {
                        <FindBar words={Rc::clone(words)} source={document.source().clone()} whole={later} {drawn} {turn} />
                    }
                    if state.selection.adding {
                        <p class="armed-note" data-testid="adding">{ t.adding }</p>
                    }
                    if let Some(label) = armed(state, document, t) {
                        <p class="armed-note" data-testid="armed">{ fill(t.armed, &[("label", &label)]) }</p>
                    }
                    <LanguageNote language={document.language()} />
                    <Article paragraphs={Rc::clone(open.projection.paragraphs())} document={document.clone()}
                        selected={state.selection.selected} further={Rc::clone(&state.selection.further)} roving={state.selection.roving} target={state.selection.target} cursor={state.selection.cursor}
                        reveal={state.page.reveal} armed={state.selection.armed.is_some()} whole={later} {drawn} {vast} {turn} {on_near} />
                    <PaperNotes document={document.clone()} />
                    if let Some(first) = state.selection.selected {
                        <Outline document={document.clone()} {first} further={Rc::clone(&state.selection.further)}
                            paragraphs={Rc::clone(open.projection.paragraphs())} />
                    }
                    if let Some(id) = state.selection.only() {
                        <Handles document={document.clone()} {id} />
                        if selected == Selected::Quote {
                            <LinkLine key={id.0} document={document.clone()} {id} paragraphs={Rc::clone(open.projection.paragraphs())} />
                        }
                    }
                </div>
                <Side open={Rc::clone(open)} state={Rc::clone(state)} {labels} {later} {alike} />
                if let Some(target) = state.selection.target {
                    <SelectionBar document={document.clone()} {target} {selected} {alike} scope={state.selection.scope} />
                }
            </main>
            <Status saved={state.article.saved.clone()} analysis={state.analysis} shown={open.panels.shown} progress={open.progress}
                language={document.language()} reviewing={state.review.run.is_some()} on_stop={props.on_stop.clone()} />
        </ContextProvider<OpenDocument>>
        </ContextProvider<EntityNames>>
    }
}

/// The names of all entities, for lists to choose from.
#[hook]
fn use_names(panels: &Rc<Panels>) -> Rc<EntityNames> {
    use_memo(Rc::clone(panels), |panels| {
        let all = panels.entities.iter().flat_map(|(label, rows)| rows.iter().map(move |row| (*label, row)));
        EntityNames(
            all.filter_map(|(label, row)| Some((row.id?, label, Rc::clone(&row.name))))
                .collect::<Vec<(_, LabelId, _)>>()
                .into(),
        )
    })
}

fn what_is_selected(state: &AppState) -> Selected {
    match state
        .selection
        .inspected
        .as_deref()
        .filter(|_| state.selection.further.is_empty())
        .map(|inspected| &inspected.body)
    {
        None => Selected::Nothing,
        Some(InspectedBody::Mention { .. }) => Selected::Mention,
        Some(InspectedBody::Quote { .. }) => Selected::Quote,
    }
}

/// What the next words that are selected become, in words.
fn armed(state: &AppState, document: &Document, t: &'static Strings) -> Option<String> {
    state.selection.armed.map(|tool| match tool {
        Tool::Quote => t.quote.to_owned(),
        Tool::Label(label) => {
            let name = document.label(label).map(|l| l.name.to_string()).unwrap_or_default();
            kind_name(&name, t).to_owned()
        }
    })
}
