//! What became of the annotations when the text was edited, to step through.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::{Body, Document, Fate, FateKind};
use crate::ui::state::{CarryReport, EditAction, PageAction, SelectAction};
use crate::ui::strings::{Strings, fill, kind_name, quote_kind};
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{use_dispatch, use_lang, use_strings};
use crate::ui::widgets::modal::Layer;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) report: Rc<CarryReport>,
    pub(crate) document: Document,
    /// Whether undo takes the edit back: nothing was done since.
    pub(crate) is_last: bool,
}

/// First what a person has to look at.
const KINDS: [FateKind; 3] = [FateKind::Vanished, FateKind::Changed, FateKind::Moved];

/// The list.
#[component]
pub(crate) fn CarriedDialog(props: &Props) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let words = &t.versions;
    let undo = {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| {
            dispatch.dispatch(PageAction::Dialog(None).into());
            dispatch.dispatch(EditAction::Undo.into());
        }
    };
    html! {
        <Layer title={words.carried} test="carried-dialog">
            if props.report.kept > 0 {
                <p data-testid="carried-kept">{ lang.count(words.kept, props.report.kept) }</p>
            }
            if props.report.fates.is_empty() { <p>{ words.nothing }</p> }
            for kind in KINDS.into_iter().filter(|&kind| props.report.count(kind) > 0) {
                <section class="carried" key={format!("{kind:?}")}>
                    <h3>{ match kind {
                        FateKind::Vanished => words.kind_gone,
                        FateKind::Changed => words.kind_changed,
                        FateKind::Moved => words.kind_moved,
                    } }</h3>
                    <ul>
                        for fate in props.report.fates.iter().filter(|fate| fate.kind == kind) {
                            <li key={fate.id.0} data-testid="carried-row">{ row(fate, props, t) }</li>
                        }
                    </ul>
                </section>
            }
            <div class="words-foot">
                <button type="button" class="primary small" data-testid="carried-close"
                    onclick={click(&dispatch, PageAction::Dialog(None))}>{ t.close }</button>
                if props.is_last {
                    <button type="button" data-testid="carried-undo" onclick={undo}>{ t.undo }</button>
                }
            </div>
        </Layer>
    }
}

/// One annotation: what is still there is a button that leads to it.
#[component]
fn Row(props: &RowProps) -> Html {
    let dispatch = use_dispatch();
    let id = props.fate.id;
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(PageAction::Dialog(None).into());
        dispatch.dispatch(SelectAction::Jump(id).into());
    });
    html! { <button type="button" class="link" data-testid="carried-go" {onclick}>{ props.now.clone() }</button> }
}

#[derive(Clone, PartialEq, Properties)]
struct RowProps {
    fate: Fate,
    now: AttrValue,
}

fn row(fate: &Fate, props: &Props, t: &'static Strings) -> Html {
    let name = match &fate.annotation.body {
        Body::Mention(mention) => {
            let label = props.document.label(mention.label).map_or("", |label| &*label.name);
            kind_name(label, t).to_owned()
        }
        Body::Quote(quote) => quote_kind(quote.kind, t).to_owned(),
    };
    let now = props.document.annotation(fate.id).map(|annotation| {
        let parts = annotation.body.parts().iter().map(|&part| props.document.source().slice(part));
        parts.collect::<Vec<_>>().join(" … ")
    });
    html! {
        <>
            <span class="dim">{ name }</span>{ " " }
            if let Some(now) = &now {
                <Row fate={fate.clone()} now={now.clone()} />
            } else {
                <span>{ fate.before.to_string() }</span>
            }
            if now.as_deref().is_some_and(|now| now != &*fate.before) {
                <span class="dim">{ " " }{ fill(t.versions.before, &[("words", &fate.before)]) }</span>
            }
            if !fate.annotation.note.is_empty() {
                <span class="dim">{ " " }{ fill(t.versions.note, &[("note", &fate.annotation.note)]) }</span>
            }
        </>
    }
}
