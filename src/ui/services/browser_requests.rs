//! What only the browser can do, at the state's wish: downloads, printing, putting the focus somewhere.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::Document;
use crate::formats::Export;
use crate::ui::dom;
use crate::ui::services::import;
use crate::ui::state::{Action, AppState, Failure, Message, Wish};
use crate::ui::widgets::context::Dispatch;
use crate::web::clock::Timeout;
use crate::web::{describe, files, log};

/// Carries out each wish once.
#[hook]
pub(crate) fn use_wishes(state: &AppState, dispatch: &Dispatch) {
    let document = state.document().cloned();
    let dispatch = dispatch.clone();
    use_effect_with(state.wish, move |wish| {
        let mut timer = None;
        match (wish.map(|(_, wish)| wish), document) {
            (Some(Wish::Export(export)), Some(document)) => dispatch.dispatch(download(export, &document)),
            (Some(Wish::Print), _) => {
                // A layer over the page would be printed with it: it goes first.
                dispatch.dispatch(Action::Dialog(None));
                timer = Some(Timeout::new(50, || {
                    let _ = dom::window().print();
                }));
            }
            (Some(Wish::Note), _) => go("[data-testid=inspector-note]"),
            (Some(Wish::Filter), _) => {
                if let Some(filter) = dom::find("[data-testid=filter]") {
                    let _ = filter.set_attribute("open", "");
                }
                go("[data-testid=filter-words]");
            }
            // The row itself opens.
            (Some(Wish::Entity(_)) | None, _) | (Some(Wish::Export(_)), None) => {}
        }
        move || drop(timer)
    });
}

fn go(selector: &str) {
    if let Some(element) = dom::find(selector) {
        dom::focus(&element);
        dom::reveal(&element);
    }
}

/// Gives the person the file, and says what came of it.
fn download(export: Export, document: &Document) -> Action {
    let suffix = if export == Export::Json { ".annotations.json" } else { export.suffix() };
    let name = format!("{}{suffix}", import::file_name(document));
    match files::download(&name, export.media_type(), export.write(document).as_bytes()) {
        Ok(()) => Action::Announce(Message::Downloaded(name.into())),
        Err(thrown) => {
            log(&format!("{name}: {}", describe(&thrown)));
            Action::Notify(Message::Failed(Failure::NotDownloaded(name.into())), Rc::from([]))
        }
    }
}
