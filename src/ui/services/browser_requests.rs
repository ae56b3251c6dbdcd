//! What only the browser can do, at the state's request: downloads, printing, putting the focus somewhere; and handing
//! over a text.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::Document;
use crate::formats::Export;
use crate::ui::dom;
use crate::ui::services::import;
use crate::ui::state::{Action, AppState, BrowserRequest, Failure, Message, PageAction};
use crate::ui::widgets::context::Dispatch;
use crate::web::clock::Timeout;
use crate::web::{describe, files, log};

/// Carries out each request once.
#[hook]
pub(crate) fn use_browser_requests(state: &AppState, dispatch: &Dispatch) {
    let document = state.document().cloned();
    let dispatch = dispatch.clone();
    use_effect_with(state.page.request, move |request| {
        let mut timer = None;
        match (request.map(|(_, request)| request), document) {
            (Some(BrowserRequest::Export(export)), Some(document)) => dispatch.dispatch(download(export, &document)),
            (Some(BrowserRequest::Print), _) => {
                // A layer over the page would be printed with it: it goes first.
                dispatch.dispatch(PageAction::Dialog(None).into());
                timer = Some(Timeout::new(50, || {
                    let _ = dom::window().print();
                }));
            }
            (Some(BrowserRequest::Note), _) => go("[data-part=note]"),
            (Some(BrowserRequest::Filter), _) => {
                if let Some(filter) = dom::find("[data-part=filter]") {
                    let _ = filter.set_attribute("open", "");
                }
                go("[data-part=filter-words]");
            }
            // The row itself opens.
            (Some(BrowserRequest::Entity(_)) | None, _) | (Some(BrowserRequest::Export(_)), None) => {}
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
        Ok(()) => PageAction::Announce(Message::Downloaded(name.into())).into(),
        Err(thrown) => {
            log(&format!("{name}: {}", describe(&thrown)));
            PageAction::Notify(Message::Failed(Failure::NotDownloaded(name.into())), Rc::from([])).into()
        }
    }
}

/// Gives the person a file.
pub(crate) fn hand(name: &str, text: &str, dispatch: &Dispatch) {
    if let Err(thrown) = files::download(name, "application/json", text.as_bytes()) {
        log(&describe(&thrown));
        let failed = Message::Failed(Failure::NotDownloaded(name.into()));
        dispatch.dispatch(PageAction::Notify(failed, Rc::from([])).into());
    }
}
