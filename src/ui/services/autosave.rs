//! Never lost: every change is written to the device, at the next pause and when the page is left.
//!
//! A session is written as a whole once, then only what changes: a step in a long article must not wait for megabytes.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::document::Session;
use crate::formats::native;
use crate::storage::{SessionId, SessionMeta, SessionStore, StoreError, Stored};
use crate::ui::dom;
use crate::ui::services::import;
use crate::ui::services::sessions::{CURRENT, Store, new_id};
use crate::ui::state::{AppState, Open, SaveAction, Saved};
use crate::ui::widgets::context::Dispatch;
use crate::web::clock;
use crate::web::clock::{Debounce, Idle};

/// How long the person must pause before the work is written, in milliseconds.
const PAUSE: u32 = 250;

/// After so many changes the whole is written again, so that the next visit need not read them one by one.
const MOST_CHANGES: usize = 400;

/// Writes every change to the device.
#[hook]
pub(crate) fn use_autosave(state: &AppState, dispatch: &Dispatch, store: &Rc<Store>) {
    let latest = use_mut_ref(|| None);
    *latest.borrow_mut() = state
        .article
        .open
        .clone()
        .filter(|_| state.article.saved == Saved::Pending || matches!(state.article.saved, Saved::No(_)));
    let pause = use_memo((), |()| Debounce::default());
    let writer = use_mut_ref(Writer::default);
    let save = {
        let (store, dispatch) = (Rc::clone(store), dispatch.clone());
        use_callback((), move |(), ()| {
            if std::mem::replace(&mut writer.borrow_mut().busy, true) {
                writer.borrow_mut().again = true;
                return;
            }
            let (store, dispatch) = (Rc::clone(&store), dispatch.clone());
            let (writer, latest) = (Rc::clone(&writer), Rc::clone(&latest));
            spawn_local(async move {
                loop {
                    let Some(open) = RefCell::borrow(&latest).clone() else { break };
                    let written = write(&open, &writer, &store, &dispatch).await;
                    dispatch.dispatch(
                        SaveAction::Saved(match written {
                            Ok(()) => Saved::Yes(open.session.revision()),
                            Err(error) => Saved::No(error),
                        })
                        .into(),
                    );
                    if !std::mem::take(&mut writer.borrow_mut().again) {
                        break;
                    }
                }
                writer.borrow_mut().busy = false;
            });
        })
    };
    let now = state.article.open.as_ref().map(|open| (open.id.clone(), open.session.revision()));
    {
        let save = save.clone();
        let last = use_mut_ref(|| None);
        let first = use_mut_ref(|| None::<Idle>);
        use_effect_with(now, move |now| {
            if let Some((id, _)) = now {
                // An article that was just brought is written once all of it is drawn; what follows, at the next pause.
                let new = last.borrow_mut().replace(id.clone()).as_ref() != Some(id);
                if new {
                    pause.cancel();
                    let id = id.clone();
                    *first.borrow_mut() = Some(Idle::new(move || {
                        dom::keep(CURRENT, &id.0);
                        save.emit(());
                    }));
                } else {
                    pause.call(PAUSE, move || save.emit(()));
                }
            }
        });
    }
    use_effect_with((), move |()| {
        let page: web_sys::EventTarget = dom::document().into();
        let listener = dom::Listener::new(&page, "visibilitychange", move |_| {
            if dom::document().hidden() {
                save.emit(());
            }
        });
        move || drop(listener)
    });
}

/// One write at a time: each change is made from the state that was written before it.
#[derive(Default)]
struct Writer {
    busy: bool,
    /// Something happened while a write was under way.
    again: bool,
    /// What is on the device, as this page wrote it, and how many changes stand behind the whole.
    there: Option<(SessionId, Session, usize)>,
    /// The names under which articles go on that another tab has changed.
    copies: BTreeMap<SessionId, SessionId>,
}

async fn write(open: &Open, writer: &RefCell<Writer>, store: &Store, dispatch: &Dispatch) -> Result<(), StoreError> {
    let meta = import::meta(open.id.clone(), open.document(), clock::unix_ms());
    // Taken out: a write that fails leaves nothing to build on.
    let there = writer.borrow_mut().there.take().filter(|(id, _, changes)| *id == open.id && *changes < MOST_CHANGES);
    if let Some((id, before, changes)) = there
        && let Some(change) = native::write_change(&before, &open.session)
    {
        match store.save(meta.clone(), Stored::Change(change.into())).await {
            // Another tab was here: the whole is written, below.
            Err(StoreError::Missing | StoreError::Conflict) => {}
            Err(error) => return Err(error),
            Ok(()) => {
                writer.borrow_mut().there = Some((id, open.session.clone(), changes + 1));
                return Ok(());
            }
        }
    }
    let whole: Arc<str> = native::write_session(&open.session).into();
    let mut id = open.id.clone();
    let mut written = store.save(meta.clone(), Stored::Whole(Arc::clone(&whole))).await;
    if written == Err(StoreError::Conflict) {
        // Another tab has changed this article: both versions are kept, ours under a new name.
        let known = writer.borrow().copies.get(&open.id).cloned();
        id = known.unwrap_or_else(|| {
            let id = new_id();
            writer.borrow_mut().copies.insert(open.id.clone(), id.clone());
            dispatch.dispatch(SaveAction::Copied(id.clone()).into());
            id
        });
        written = store.save(SessionMeta { id: id.clone(), ..meta }, Stored::Whole(whole)).await;
    }
    if written.is_ok() {
        writer.borrow_mut().there = Some((id, open.session.clone(), 0));
    }
    written
}
