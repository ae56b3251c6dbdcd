//! What is done to kept versions, and when one is kept by itself.

use std::rc::Rc;

use crate::document::{Document, Session};
use crate::formats::native;
use crate::storage::{Cause, REST_MS, SessionId, Snapshot, StoreError};
use crate::ui::services::browser_requests::hand;
use crate::ui::services::import;
use crate::ui::services::saving::saver::Saver;
use crate::ui::services::saving::tabs::Heard;
use crate::ui::state::{Back, EditAction, Failure, Message, Offer, PageAction, Snapped};
use crate::ui::widgets::context::Dispatch;
use crate::web::clock;

/// The article as it is now, to be kept.
fn taken(id: &SessionId, document: &Document, name: &str, cause: Cause) -> Snapshot {
    let made_ms = clock::unix_ms();
    let meta = import::meta(id.clone(), document, made_ms);
    Snapshot {
        made_ms,
        name: name.to_owned(),
        cause: cause.code().to_owned(),
        words: meta.words,
        mentions: meta.mentions,
        quotes: meta.quotes,
        open: meta.open,
        text: native::write_session(&Session::new(document.clone())),
    }
}

async fn put(id: &SessionId, snapshot: Snapshot, saver: &Saver) -> Result<(), StoreError> {
    if saver.database().keep_snapshots(id, &[snapshot]).await? > 0 {
        saver.look_again(Heard::Snapshots(id.clone()));
    }
    Ok(())
}

/// Keeps the article as it is now under a name.
pub(crate) async fn keep(id: SessionId, document: Document, name: Rc<str>, dispatch: Dispatch, saver: Saver) {
    let snapshot = taken(&id, &document, &name, Cause::Person);
    let kept = put(&id, snapshot, &saver).await.map(|()| (Snapped::Named(name), None));
    tell(kept.map_err(not_kept), &dispatch);
}

/// Keeps the article as it was before its text is edited, when the browser is idle: the edit does not wait.
pub(crate) async fn keep_before_text(id: SessionId, document: Document, dispatch: Dispatch, saver: Saver) {
    clock::idle().await;
    if let Err(error) = put(&id, taken(&id, &document, "", Cause::Text), &saver).await {
        tell(Err(not_kept(error)), &dispatch);
    }
}

fn not_kept(error: StoreError) -> Message {
    Message::NotKept(error, false)
}

/// Keeps an article that nobody worked on for a while as it is found; nothing when it was kept so before.
pub(crate) async fn keep_rested(id: SessionId, session: Session, saver: Saver) {
    let saved = saver.database().last_saved(&id).await.unwrap_or_default();
    if session.is_untouched() || saved == 0 || saved + REST_MS > clock::unix_ms() {
        return;
    }
    clock::idle().await;
    // Nobody asked for it: what the browser refuses it refuses again when the article is saved, and that is told.
    let _ = put(&id, taken(&id, session.document(), "", Cause::Rest), &saver).await;
}

/// The document of a kept version.
///
/// # Errors
/// What to tell the person.
pub(crate) async fn read(id: &SessionId, number: u32, saver: &Saver) -> Result<Document, Message> {
    let failed = |error| Message::Failed(Failure::Storage(error));
    let snapshot = saver.database().snapshot(id, number).await.map_err(|error| match error {
        StoreError::Damaged => Message::BadVersion,
        error => failed(error),
    })?;
    match native::read_session(&snapshot.text, &[] as &[&str]) {
        Ok(opened) if opened.repairs.is_empty() => Ok(opened.session.document().clone()),
        _ => Err(Message::BadVersion),
    }
}

/// Puts a version back. What is there now is kept first: without that nothing is done.
pub(crate) async fn restore(
    (id, number): (SessionId, u32),
    name: Rc<str>,
    now: Document,
    dispatch: Dispatch,
    saver: Saver,
) {
    let version = match read(&id, number, &saver).await {
        Ok(version) if version == now => return tell(Err(Message::SameVersion), &dispatch),
        Ok(version) => version,
        Err(message) => return tell(Err(message), &dispatch),
    };
    if let Err(error) = put(&id, taken(&id, &now, "", Cause::Restore), &saver).await {
        return tell(Err(Message::NotKept(error, true)), &dispatch);
    }
    dispatch.dispatch(PageAction::Dialog(None).into());
    dispatch.dispatch(EditAction::Restore(version, name).into());
}

/// Hands a version over as our JSON; one that cannot be read as it lies there.
pub(crate) async fn download(id: SessionId, number: u32, dispatch: Dispatch, saver: Saver) {
    match read(&id, number, &saver).await {
        Ok(version) => {
            let name = format!("{}.annotations.json", import::file_name(&version));
            hand(&name, &native::write(&version), &dispatch);
        }
        Err(_) => match saver.database().raw_snapshot(&id, number).await {
            Ok(raw) => hand("version-raw.json", &raw, &dispatch),
            Err(error) => tell(Err(Message::Failed(Failure::Storage(error))), &dispatch),
        },
    }
}

/// Gives a version a name, or another one.
pub(crate) async fn rename(id: SessionId, number: u32, name: Rc<str>, dispatch: Dispatch, saver: Saver) {
    let renamed = saver.database().rename_snapshot(&id, number, &name).await;
    saver.look_again(Heard::Snapshots(id));
    tell(
        renamed.map(|()| (Snapped::Renamed(name), None)).map_err(Failure::Storage).map_err(Message::Failed),
        &dispatch,
    );
}

/// Deletes a version; it can be had back.
pub(crate) async fn delete(id: SessionId, number: u32, name: Rc<str>, dispatch: Dispatch, saver: Saver) {
    let removed = saver.database().remove_snapshot(&id, number).await;
    saver.look_again(Heard::Snapshots(id.clone()));
    let done = removed.map(|snapshot| (Snapped::Deleted(name), Some(Back::Snapshot(id, Rc::new(snapshot)))));
    tell(done.map_err(Failure::Storage).map_err(Message::Failed), &dispatch);
}

/// Puts a version that was deleted back among the others.
pub(crate) async fn bring_back(id: SessionId, snapshot: &Snapshot, dispatch: &Dispatch, saver: &Saver) {
    let back = saver.database().keep_snapshots(&id, std::slice::from_ref(snapshot)).await;
    saver.look_again(Heard::Snapshots(id));
    tell(back.map(|_| (Snapped::Back, None)).map_err(not_kept), dispatch);
}

fn tell(outcome: Result<(Snapped, Option<Back>), Message>, dispatch: &Dispatch) {
    let (message, back) = match outcome {
        Ok((kept, back)) => (Message::Version(kept), back),
        Err(message) => (message, None),
    };
    dispatch.dispatch(PageAction::Notify(message, back.map(Offer::Library).into_iter().collect()).into());
}
