//! What reaches out of the page's state: the storage, the keyboard.

use crate::formats::Export;
use crate::storage::Loaded;
use crate::storage::SessionMeta;
use crate::storage::StoreError;
use crate::storage::Stored;
use crate::ui::services::import::Draft;
use crate::ui::state::{Action, BrowserRequest, Failure, Findings, Message, Offer, PageAction, Screen};
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::formats::native;
use crate::storage::{SessionId, SessionStore};
use crate::ui::dom;
use crate::ui::widgets::context::Dispatch;
use crate::web::clock;

/// Where sessions are kept.
pub(crate) type Store = crate::web::IndexedDbStore;

/// The name under which the browser remembers which article was open.
pub(crate) const CURRENT: &str = "article-annotator.current";

/// A name for a new session, unique on this device.
pub(crate) fn new_id() -> SessionId {
    let random = (js_sys::Math::random() * 1e9) as u64;
    SessionId(format!("{}-{random}", clock::unix_ms()).into())
}

/// Brings back the article that was open last.
#[hook]
pub(crate) fn use_restore(dispatch: &Dispatch, store: &Rc<Store>) {
    let (dispatch, store) = (dispatch.clone(), Rc::clone(store));
    use_effect_with((), move |()| {
        spawn_local(async move {
            match dom::kept(CURRENT).filter(|id| !id.is_empty()) {
                Some(id) => open_saved(SessionId(id.into()), &dispatch, &store).await,
                None => dispatch.dispatch(Action::Start),
            }
        });
    });
}

/// Opens a saved article; the empty state and a sentence when it cannot be read.
pub(crate) async fn open_saved(id: SessionId, dispatch: &Dispatch, store: &Store) {
    let failure = match store.load(&id).await {
        Ok(stored) => match native::read_session(&stored.whole, &stored.changes) {
            Ok(opened) => {
                let session = Box::new(opened.session);
                dispatch.dispatch(Action::Open { id, session, findings: Findings::Own });
                if !opened.repairs.is_empty() {
                    dispatch.dispatch(PageAction::Notify(Message::Repaired(opened.repairs), Rc::from([])).into());
                }
                return;
            }
            Err(error) => Failure::File(error),
        },
        // Deleted in another tab: nothing to say, the list shows what there is.
        Err(crate::storage::StoreError::Missing) => return dispatch.dispatch(Action::Start),
        Err(error) => Failure::Storage(error),
    };
    dispatch.dispatch(Action::Start);
    dispatch.dispatch(PageAction::Notify(Message::Failed(failure), Rc::from([])).into());
}

/// Forgets which article was open, so that a reload shows the empty state too.
#[hook]
pub(crate) fn use_leaving(screen: Screen) {
    use_effect_with(screen, |screen| {
        if *screen == Screen::Start {
            dom::keep(CURRENT, "");
        }
    });
}

/// The articles saved on this device, read again whenever the empty state appears or an article was deleted.
#[hook]
pub(crate) fn use_recent(
    screen: Screen,
    toasts: &Rc<[crate::ui::state::Toast]>,
    store: &Rc<Store>,
) -> Rc<[SessionMeta]> {
    let recent = use_state(|| Rc::<[SessionMeta]>::from([]));
    let store = Rc::clone(store);
    let turn = toasts.last().map(|toast| toast.turn);
    {
        let recent = recent.clone();
        use_effect_with((screen, turn), move |(screen, _)| {
            if *screen == Screen::Start {
                spawn_local(async move {
                    // A browser that keeps nothing has nothing to list; saving tells the person.
                    recent.set(store.list().await.map(Rc::from).unwrap_or_default());
                });
            }
        });
    }
    (*recent).clone()
}

thread_local! {
    /// Articles deleted in this visit, so that deleting can be taken back.
    static FORGOTTEN: std::cell::RefCell<Vec<(SessionMeta, Loaded)>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Writes a deleted article as it was.
pub(crate) async fn restore(store: &Store, meta: SessionMeta, stored: Loaded) -> Result<(), StoreError> {
    store.save(meta.clone(), Stored::Whole(stored.whole)).await?;
    for change in stored.changes {
        store.save(meta.clone(), Stored::Change(change)).await?;
    }
    Ok(())
}

pub(crate) async fn forget(meta: SessionMeta, dispatch: &Dispatch, store: &Store) {
    let stored = store.load(&meta.id).await.ok();
    let (message, offers): (Message, Rc<[Offer]>) = match store.remove(&meta.id).await {
        Ok(()) => {
            let offers: Rc<[Offer]> = stored.is_some().then(|| Offer::Restore(meta.id.clone())).into_iter().collect();
            let title = Rc::from(&*meta.title);
            FORGOTTEN.with_borrow_mut(|list| list.extend(stored.map(|stored| (meta, stored))));
            (Message::Forgot(title), offers)
        }
        Err(error) => (Message::Failed(Failure::Storage(error)), Rc::from([])),
    };
    dispatch.dispatch(PageAction::Notify(message, offers).into());
}

/// Carries out what only the browser can do of a note's offers.
#[hook]
pub(crate) fn use_offer(
    dispatch: &Dispatch,
    store: &Rc<Store>,
    given: &UseStateHandle<Option<Draft>>,
    untouched: bool,
) -> Callback<Offer> {
    let (dispatch, store, given) = (dispatch.clone(), Rc::clone(store), given.clone());
    use_callback(untouched, move |offer, &untouched| match offer {
        Offer::Retract(id, text) => {
            given.set(Some(Draft::new(text)));
            dispatch.dispatch(Action::Start);
            // Work that was begun stays in the list.
            if untouched {
                let store = Rc::clone(&store);
                spawn_local(async move {
                    // What was not written yet need not be removed.
                    let _ = store.remove(&id).await;
                });
            }
        }
        Offer::Download => dispatch.dispatch(PageAction::Request(BrowserRequest::Export(Export::Json)).into()),
        Offer::Restore(id) => {
            let found = FORGOTTEN.with_borrow_mut(|list| {
                let at = list.iter().position(|(meta, _)| meta.id == id)?;
                Some(list.remove(at))
            });
            let (dispatch, store) = (dispatch.clone(), Rc::clone(&store));
            spawn_local(async move {
                if let Some((meta, stored)) = found {
                    let told = match restore(&store, meta, stored).await {
                        Ok(()) => Message::Undid("delete", 1),
                        Err(error) => Message::Failed(Failure::Storage(error)),
                    };
                    dispatch.dispatch(PageAction::Notify(told, Rc::from([])).into());
                }
            });
        }
        Offer::Undo | Offer::Others { .. } | Offer::Words | Offer::Analyze => {}
    })
}
