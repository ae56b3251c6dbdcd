//! Articles on the device: which one a tab begins with, opening, deleting and bringing back.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::document::{Session, StepKind, rebase};
use crate::formats::Export;
use crate::formats::native;
use crate::storage::{Listing, SessionId, SessionMeta, StoreError, Value};
use crate::ui::library::deeds::undo;
use crate::ui::privacy::wipe::follow;
use crate::ui::services::browser_requests::hand;
use crate::ui::services::import::{Brought, Draft};
use crate::ui::services::preferences::{Memory, place_in};
use crate::ui::services::saving::autosave::{Latest, kept_filter};
use crate::ui::services::saving::bring_back::{bring_back_small, bring_back_writes};
use crate::ui::services::saving::matter::Matter;
use crate::ui::services::saving::saver::Saver;
use crate::ui::services::saving::tabs::{Heard, new_name};
use crate::ui::snapshots::deeds::keep_rested;
use crate::ui::state::{
    Action, Articles, BrowserRequest, Failure, Findings, Message, Offer, PageAction, SaveAction, Screen,
};
use crate::ui::widgets::context::Dispatch;
use crate::view::Filter;
use crate::web::clock;

/// What takes longer to open than this, in milliseconds, and was not drawn, counts as not finished.
const UNFINISHED: u64 = 2_500;

/// A name for a new session, unique on this device.
pub(crate) fn new_id() -> SessionId {
    SessionId(new_name().into())
}

/// Opens the database and brings back the article that was open; takes over what other tabs write. The number grows
/// whenever the list of articles may be another.
#[hook]
pub(crate) fn use_sessions(state: &Latest, saver: &Saver, memory: &Rc<Memory>) -> u32 {
    let turn = use_state(|| 0_u32);
    let latest = use_mut_ref(|| None);
    *latest.borrow_mut() = Some(state.clone());
    let now = *turn;
    let (saver, memory, dispatch) = (saver.clone(), Rc::clone(memory), state.dispatcher());
    use_effect_with((), move |()| {
        let turns = Rc::new(std::cell::Cell::new(0));
        let acting = saver.clone();
        saver.on_matter(move |matter| {
            let state: Option<Latest> = latest.borrow().clone();
            let Some(state) = state else { return };
            turns.set(turns.get() + 1);
            turn.set(turns.get());
            let (saver, memory) = (acting.clone(), Rc::clone(&memory));
            match matter {
                Matter::Opened => spawn_local(async move {
                    bring_back_writes(&saver).await;
                    bring_back_small(&saver).await;
                    look_around(&state, true, &saver, &memory).await;
                }),
                Matter::Heard(Heard::Values) => {
                    spawn_local(async move { look_around(&state, false, &saver, &memory).await });
                }
                Matter::Conflict(id) => spawn_local(async move { meet(&id, &state, &saver).await }),
                Matter::Heard(Heard::Article(id, version)) => {
                    // What is being written here meets the other by itself.
                    let known = saver.database().version(&id).is_none_or(|known| known >= version);
                    if !known && saver.held(&id).is_none() && is_open(&id, &state) {
                        spawn_local(async move { meet(&id, &state, &saver).await });
                    }
                }
                Matter::Heard(Heard::List | Heard::Snapshots(_)) => {}
                Matter::Heard(Heard::Wiped) => follow(&state.dispatcher(), &saver),
            }
        });
        spawn_local(async move {
            if saver.database().ready().await.is_err() {
                // A browser that keeps nothing: saving tells the person.
                dispatch.dispatch(Action::Start);
            }
        });
    });
    now
}

/// Reads what outlives an article; a page that has just been loaded goes on with the article that was open.
async fn look_around(state: &Latest, opened: bool, saver: &Saver, memory: &Memory) {
    let dispatch = state.dispatcher();
    let Ok(values) = saver.database().values().await else { return };
    saver.values().know(&values);
    let first = memory.take_over(&values, (&state.clone().kept, opened), saver, &dispatch);
    Memory::tidy(&values, saver);
    // Who looks a second time, because another tab said something, finds the article being opened.
    if !first || state.clone().page.screen != Screen::Loading {
        return;
    }
    let Some(id) = Memory::place(&values, saver.tabs()) else { return dispatch.dispatch(Action::Start) };
    let opening = values.get(Value::Opening.name()).map(|value| place_in(value));
    if opening.is_some_and(|(at, which)| which == id && at + UNFINISHED < clock::unix_ms()) {
        saver.values().drop_value(Value::Opening.name());
        dispatch.dispatch(Action::Start);
        let offers = Rc::from([Offer::Reopen(SessionId(id.into()))]);
        return dispatch.dispatch(PageAction::Notify(Message::Unfinished, offers).into());
    }
    saver.values().keep(Value::Opening.name(), format!("{} {id}", clock::unix_ms()));
    saver.flush();
    let id = SessionId(id.into());
    let filter = kept_filter(&id);
    open_saved(id, &dispatch, saver).await;
    if let Some(words) = filter {
        dispatch.dispatch(Action::Filter(Filter { words: words.into(), ..Filter::default() }));
    }
    clock::idle().await;
    saver.values().drop_value(Value::Opening.name());
    saver.flush();
}

/// Opens a saved article; the empty state and a sentence when it cannot be read.
pub(crate) async fn open_saved(id: SessionId, dispatch: &Dispatch, saver: &Saver) {
    let open = |session: Session| {
        // One of several that were pasted together is read when it is opened first.
        // What was only given a title was not read either.
        let document = session.document();
        let is_bare = !document.title().is_empty() && document.annotations().next().is_none();
        let unread = document.engine().is_none() && (session.is_untouched() || is_bare);
        let findings = if unread { Findings::Ask } else { Findings::Own };
        saver.opens(&id, &session);
        let (id, session) = (id.clone(), Box::new(session));
        dispatch.dispatch(Action::Open { id, session, findings });
    };
    // What is not on the device yet is newer than what is.
    if let Some(session) = saver.held(&id) {
        return open(session);
    }
    let loaded = match saver.database().load(&id).await {
        Ok(loaded) => loaded,
        // Deleted in another tab: nothing to say, the list shows what there is.
        Err(StoreError::Missing) => return dispatch.dispatch(Action::Start),
        Err(error) => return cannot_open(&id, Failure::Storage(error), dispatch),
    };
    let mut opened = match native::read_session(&loaded.whole, &loaded.changes) {
        Ok(opened) => opened,
        Err(error) => return cannot_open(&id, Failure::File(error), dispatch),
    };
    opened.repairs.changes_lost += loaded.odd;
    let whole = opened.repairs.is_empty() && !loaded.altered;
    let there = if whole {
        Ok(loaded.changes.len())
    } else {
        // What could not be read is kept beside the article when it is written next.
        Err(saver.database().raw(&id).await.unwrap_or_default())
    };
    saver.found(&id, &opened.session, there);
    spawn_local(keep_rested(id.clone(), opened.session.clone(), saver.clone()));
    open(opened.session);
    if loaded.altered {
        dispatch.dispatch(PageAction::Notify(Message::Altered, Rc::from([Offer::Raw(id.clone())])).into());
    }
    if !opened.repairs.is_empty() {
        dispatch
            .dispatch(PageAction::Notify(Message::Repaired(opened.repairs), Rc::from([Offer::Raw(id.clone())])).into());
    }
}

fn cannot_open(id: &SessionId, failure: Failure, dispatch: &Dispatch) {
    dispatch.dispatch(Action::Start);
    dispatch.dispatch(PageAction::Notify(Message::Failed(failure), Rc::from([Offer::Raw(id.clone())])).into());
}

/// Another tab has written this article. What this one has done since is put on top of it; where both have changed the
/// same thing, both versions are kept, and the person is told.
async fn meet(id: &SessionId, state: &Latest, saver: &Saver) {
    let dispatch = state.dispatcher();
    let loaded = match saver.database().load(id).await {
        Ok(loaded) => loaded,
        // It was deleted: work is never lost, it comes back as a whole.
        Err(StoreError::Missing) if saver.held(id).is_some() => return saver.rewrite(id),
        Err(_) => return part(id, state, saver),
    };
    // From here on nothing is waited for: what the database has and what this tab knows of it go together.
    let read = native::read_session(&loaded.whole, &loaded.changes);
    let theirs = read.ok().filter(|read| read.repairs.is_empty() && loaded.odd == 0 && !loaded.altered);
    let Some(theirs) = theirs.map(|read| read.session) else { return part(id, state, saver) };
    let (mine, base) = (saver.held(id), saver.keeper().confirmed(id).cloned());
    let news = mine.as_ref().filter(|mine| !says_the_same(mine, &theirs));
    let merged = match (news, &base) {
        (None, _) => theirs.clone(),
        (Some(mine), Some(base)) => match rebase(mine, base, &theirs) {
            Some(merged) => merged,
            None => return part(id, state, saver),
        },
        (Some(_), None) => return part(id, state, saver),
    };
    saver.found(id, &theirs, Ok(loaded.changes.len()));
    if is_open(id, state) {
        dispatch.dispatch(SaveAction::Follow(id.clone(), Box::new(merged)).into());
        if news.is_some() {
            dispatch.dispatch(PageAction::Notify(Message::Merged, Rc::from([])).into());
        }
    } else if news.is_some() {
        saver.adopt(id, &merged);
    }
}

/// Whether two tabs made the same of an article: both brought back what a page that was left had under way, or wrote it
/// anew into a database that had gone.
fn says_the_same(mine: &Session, theirs: &Session) -> bool {
    native::write_session(mine) == native::write_session(theirs)
}

fn is_open(id: &SessionId, state: &Latest) -> bool {
    state.clone().article.open.as_ref().is_some_and(|open| open.id == *id)
}

/// What this tab has done goes on under a name of its own, beside what another one has made of the article.
fn part(id: &SessionId, state: &Latest, saver: &Saver) {
    let Some(session) = saver.held(id) else { return };
    let copy = new_id();
    saver.forget(id);
    if is_open(id, state) {
        state.dispatcher().dispatch(SaveAction::Copied(copy).into());
    } else {
        saver.adopt(&copy, &session);
    }
}

/// The articles of this device, read again whenever the empty state appears or something may have changed.
#[hook]
pub(crate) fn use_listing(screen: Screen, turn: (u32, Option<u32>), saver: &Saver) -> Rc<Listing> {
    let listing = use_state(|| Rc::new(Listing::default()));
    let saver = saver.clone();
    {
        let listing = listing.clone();
        use_effect_with((screen, turn), move |(screen, _)| {
            if *screen == Screen::Start && saver.database().is_open() {
                spawn_local(async move {
                    // A database that cannot be read has nothing to list; opening it tells the person.
                    if let Ok(found) = saver.database().list().await {
                        listing.set(Rc::new(found));
                    }
                });
            }
        });
    }
    Rc::clone(&listing)
}

/// Puts an article into the trash.
pub(crate) async fn forget(meta: SessionMeta, dispatch: &Dispatch, saver: &Saver) {
    saver.forget(&meta.id);
    let (message, offers): (Message, Rc<[Offer]>) = match saver.database().delete(&meta.id, clock::unix_ms()).await {
        Ok(()) => {
            saver.tell_others(&Heard::List);
            (Message::Forgot(Rc::from(&*meta.title)), Rc::from([Offer::Restore(meta.id)]))
        }
        Err(error) => (Message::Failed(Failure::Storage(error)), Rc::from([])),
    };
    dispatch.dispatch(PageAction::Notify(message, offers).into());
}

/// Takes an article out of the trash.
pub(crate) async fn bring_back(id: SessionId, dispatch: &Dispatch, saver: &Saver) {
    let told = match saver.database().restore(&id).await {
        Ok(()) => Message::Undid(StepKind::Delete, 1),
        Err(error) => Message::Failed(Failure::Storage(error)),
    };
    saver.tell_others(&Heard::List);
    dispatch.dispatch(PageAction::Notify(told, Rc::from([])).into());
}

/// Deletes articles for ever; what waited for space is tried again.
pub(crate) async fn erase(ids: Vec<SessionId>, dispatch: &Dispatch, saver: &Saver) {
    let mut outcome = Ok(());
    for id in &ids {
        saver.forget(id);
        outcome = outcome.and(saver.database().remove(id).await);
    }
    saver.tell_others(&Heard::List);
    saver.try_again();
    let told = match outcome {
        Ok(()) => Message::Erased(ids.len()),
        Err(error) => Message::Failed(Failure::Storage(error)),
    };
    dispatch.dispatch(PageAction::Notify(told, Rc::from([])).into());
}

/// Hands over everything there is of an article, readable or not.
pub(crate) async fn hand_raw(id: SessionId, dispatch: &Dispatch, saver: &Saver) {
    match saver.database().raw(&id).await {
        Ok(raw) => hand("article-raw.json", &raw, dispatch),
        Err(error) => {
            let failed = Message::Failed(Failure::Storage(error));
            dispatch.dispatch(PageAction::Notify(failed, Rc::from([])).into());
        }
    }
}

/// Puts each article of a paste into the list and opens the first. The paste stays there as it is.
fn split(articles: &Articles, dispatch: &Dispatch, saver: &Saver) {
    let Some((first, others)) = articles.0.split_first() else { return };
    let others: Vec<_> = others.iter().cloned().map(Session::new).collect();
    put_into_list(&others, saver);
    let session = Box::new(Session::new(first.clone()));
    dispatch.dispatch(Action::Open { id: new_id(), session, findings: Findings::Ask });
    dispatch.dispatch(PageAction::Notify(Message::Split(articles.0.len()), Rc::from([])).into());
    saver.tell_others(&Heard::List);
}

/// Articles that nobody opens yet are saved, so that the list shows them in this order.
pub(crate) fn put_into_list(articles: &[Session], saver: &Saver) {
    // The list begins with what was saved last.
    for article in articles.iter().rev() {
        saver.adopt(&new_id(), article);
    }
}

/// Carries out what only the browser can do of a note's offers.
#[hook]
pub(crate) fn use_offer(
    dispatch: &Dispatch,
    saver: &Saver,
    given: &UseStateHandle<Option<Draft>>,
    calls: (&Callback<Brought>, &Callback<()>),
    untouched: bool,
) -> Callback<Offer> {
    let (dispatch, saver, given) = (dispatch.clone(), saver.clone(), given.clone());
    // What opens things that are brought, and what loads the newer version.
    let (on_bring, on_newer) = (calls.0.clone(), calls.1.clone());
    use_callback(untouched, move |offer, &untouched| {
        let (dispatch, saver) = (dispatch.clone(), saver.clone());
        match offer {
            Offer::Retract(id, text) => {
                given.set(Some(Draft::new(text)));
                dispatch.dispatch(Action::Start);
                // Work that was begun stays in the list.
                if untouched {
                    saver.forget(&id);
                    // What was not written yet need not be removed.
                    spawn_local(async move { drop(saver.database().remove(&id).await) });
                }
            }
            Offer::Download => dispatch.dispatch(PageAction::Request(BrowserRequest::Export(Export::Json)).into()),
            Offer::Restore(id) => spawn_local(async move { bring_back(id, &dispatch, &saver).await }),
            Offer::Reopen(id) => spawn_local(async move { open_saved(id, &dispatch, &saver).await }),
            Offer::Raw(id) => spawn_local(async move { hand_raw(id, &dispatch, &saver).await }),
            Offer::Hand(name, text) => hand(&name, &text, &dispatch),
            Offer::Split(articles) => split(&articles, &dispatch, &saver),
            Offer::Library(back) => spawn_local(async move { undo(back, &dispatch, &saver).await }),
            Offer::TakeNewer => on_newer.emit(()),
            Offer::OpenPasted(pasted) => on_bring.emit(Brought::Pasted(pasted)),
            Offer::Undo
            | Offer::Others { .. }
            | Offer::Words
            | Offer::Analyze
            | Offer::KeepOne
            | Offer::List
            | Offer::Files(_)
            | Offer::Carried => {}
        }
    })
}
