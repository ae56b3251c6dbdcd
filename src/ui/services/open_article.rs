//! What a person brings (words, a file, a sample, a saved article) becomes the open article, or a sentence why not.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::formats::{MAX_FILE_BYTES, OpenError};
use crate::ui::services::analysis::Reader;
use crate::ui::services::everything::{bring_all, carry_away, is_everything};
use crate::ui::services::import::{self, Brought, Draft, Taken};
use crate::ui::services::samples::SAMPLES;
use crate::ui::services::saver::Saver;
use crate::ui::services::sessions::{bring_back, erase, forget, hand_raw, new_id, open_saved};
use crate::ui::state::{Action, Failure, Message, PageAction};
use crate::ui::widgets::context::Dispatch;
use crate::ui::widgets::draft::keep_draft;
use crate::web::files::FileError;
use crate::web::{clock, files};

/// The name of the draft in the paste box.
pub(crate) const PASTE: &str = "article";

/// Turns what the person brought into an open article, or says why not and leaves everything as it is.
#[hook]
pub(crate) fn use_bring(
    dispatch: &Dispatch,
    saver: &Saver,
    reader: &Rc<Reader>,
    refused: &UseStateHandle<Option<Failure>>,
    given: &UseStateHandle<Option<Draft>>,
) -> Callback<Brought> {
    let (dispatch, saver, reader) = (dispatch.clone(), saver.clone(), Rc::clone(reader));
    let (refused, given) = (refused.clone(), given.clone());
    use_callback((), move |brought, ()| {
        let (dispatch, saver, reader) = (dispatch.clone(), saver.clone(), Rc::clone(&reader));
        let (refused, given) = (refused.clone(), given.clone());
        spawn_local(async move {
            let refuse = |failure: Failure| {
                refused.set(Some(failure.clone()));
                dispatch.dispatch(PageAction::Refused(failure).into());
            };
            let known = |taken: Taken| {
                let findings = reader.findings(&taken);
                (taken, findings)
            };
            let mut pasted = None;
            let outcome = match brought {
                Brought::Text(text) => reader.typed(&text),
                Brought::Pasted(brought) => {
                    let outcome = reader.pasted(&brought).await;
                    match outcome {
                        Ok(_) => pasted = Some(Rc::from(brought.text)),
                        // As if it had been inserted, so that the person can see and change it.
                        Err(_) => given.set(Some(Draft::new(brought.text.into()))),
                    }
                    outcome
                }
                Brought::Sample(i) => import::from_text(SAMPLES[i].text).map(known),
                Brought::File(file) if is_everything(&file).await => {
                    refused.set(None);
                    return bring_all(&file, &saver, &dispatch).await;
                }
                Brought::File(file) => match files::read(&file, MAX_FILE_BYTES as u32).await {
                    Ok(file) => import::from_file(&file.name, &file.bytes).map(known),
                    Err(FileError::TooLarge { .. }) => {
                        let bytes = file.size() as usize;
                        Err(OpenError::TooLarge { bytes, limit: MAX_FILE_BYTES })
                    }
                    Err(FileError::Unreadable { name }) => {
                        return refuse(Failure::Unreadable(name.into()));
                    }
                },
                Brought::Saved(id) => return open_saved(id, &dispatch, &saver).await,
                Brought::Forget(meta) => return forget(meta, &dispatch, &saver).await,
                Brought::BringBack(id) => return bring_back(id, &dispatch, &saver).await,
                Brought::Erase(ids) => return erase(ids, &dispatch, &saver).await,
                Brought::Everything => return carry_away(&dispatch, &saver).await,
                Brought::Raw(id) => return hand_raw(id, &dispatch, &saver).await,
            };
            match outcome {
                Ok((taken, findings)) => {
                    refused.set(None);
                    given.set(None);
                    keep_draft(PASTE, "");
                    let (id, session) = (new_id(), Box::new(taken.session));
                    dispatch.dispatch(Action::Open { id: id.clone(), session, findings });
                    if let Some(text) = pasted {
                        // The article comes first.
                        clock::idle().await;
                        dispatch.dispatch(Action::Pasted(id, text));
                    }
                    if !taken.repairs.is_empty() {
                        dispatch.dispatch(PageAction::Notify(Message::Repaired(taken.repairs), Rc::from([])).into());
                    }
                    if import::is_worth_a_word(&taken.cleaned) {
                        dispatch.dispatch(PageAction::Notify(Message::Cleaned(taken.cleaned), Rc::from([])).into());
                    }
                }
                Err(why) => refuse(Failure::File(why)),
            }
        });
    })
}

/// A file may be dropped anywhere on the page.
#[hook]
pub(crate) fn use_drop(on_bring: &Callback<Brought>) -> (Callback<DragEvent>, Callback<DragEvent>) {
    let has_files = |event: &DragEvent| {
        let types = event.data_transfer().map(|data| data.types());
        types.is_some_and(|types| types.iter().any(|kind| kind.as_string().as_deref() == Some("Files")))
    };
    let over = use_callback((), move |event: DragEvent, ()| {
        if has_files(&event) {
            event.prevent_default();
        }
    });
    let on_bring = on_bring.clone();
    let drop = use_callback((), move |event: DragEvent, ()| {
        if let Some(file) = files::carried(event.data_transfer().as_ref()).into_iter().next() {
            event.prevent_default();
            on_bring.emit(Brought::File(file));
        }
    });
    (over, drop)
}
