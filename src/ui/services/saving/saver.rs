//! Never lost: what is open is handed to the database as soon as it changes, and "Saved" is shown for exactly what the
//! database has confirmed.
//!
//! `storage::Keeper` decides, `web::Database` carries out; this brings them together with the page: it tells the state how
//! the open article stands, tries again what was refused, and holds what was left before it was on the device.

use std::cell::{Cell, Ref, RefCell, RefMut};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use yew::platform::spawn_local;

use crate::document::Session;
use crate::formats::native;
use crate::storage::{Job, Keeper, SessionId, StoreError, Stored};
use crate::ui::dom;
use crate::ui::services::import;
use crate::ui::services::saving::left::Left;
use crate::ui::services::saving::matter::{Matter, OnMatter};
use crate::ui::services::saving::notes::Notes;
use crate::ui::services::saving::tabs::{Heard, Tabs, WIPING};
use crate::ui::services::saving::told::Told;
use crate::ui::services::saving::values::Values;
use crate::ui::state::{SaveAction, Saved};
use crate::ui::widgets::context::Dispatch;
use crate::web::Database;
use crate::web::clock::{self, Backoff, Idle};
use crate::web::database::{ArticleBatch, Batch, News};
use crate::web::persistence;

/// After how many milliseconds what was refused is tried again; doubled each time up to the longest.
const FIRST_PAUSE: u32 = 1_000;
const LONGEST_PAUSE: u32 = 60_000;

struct Inner {
    database: Database,
    dispatch: Dispatch,
    keeper: RefCell<Keeper<Session>>,
    told: RefCell<Told>,
    left: RefCell<Left>,
    notes: RefCell<Notes>,
    values: RefCell<Values>,
    /// Everything that was found of an article of which something could not be read.
    aside: RefCell<BTreeMap<SessionId, String>>,
    /// Why the database does not open yet.
    trouble: RefCell<Option<StoreError>>,
    retry: Backoff,
    whole: RefCell<Option<Idle>>,
    tabs: Tabs,
    /// Nothing is written any more.
    ended: Cell<bool>,
    on_matter: RefCell<Option<OnMatter>>,
}

/// The saver. Clones are the same.
#[derive(Clone)]
pub(crate) struct Saver(Rc<Inner>);

impl PartialEq for Saver {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Saver {
    pub(crate) fn new(dispatch: &Dispatch) -> Self {
        let heard = Rc::new(RefCell::new(None::<Rc<dyn Fn(Heard)>>));
        let hear = Rc::clone(&heard);
        let tabs = Tabs::new(move |said| {
            let call = hear.borrow().clone();
            if let Some(call) = call {
                call(said);
            }
        });
        let saver = Self(Rc::new(Inner {
            database: Database::new(),
            dispatch: dispatch.clone(),
            keeper: RefCell::default(),
            told: RefCell::default(),
            left: RefCell::default(),
            notes: RefCell::new(Notes::found()),
            values: RefCell::default(),
            aside: RefCell::default(),
            trouble: RefCell::default(),
            retry: Backoff::new(FIRST_PAUSE, LONGEST_PAUSE),
            whole: RefCell::default(),
            tabs,
            ended: Cell::default(),
            on_matter: RefCell::default(),
        }));
        // Of a tab that did not come to its end.
        dom::let_go(WIPING);
        let listening = saver.clone();
        *heard.borrow_mut() = Some(Rc::new(move |said| listening.matter(Matter::Heard(said))));
        let listening = saver.clone();
        saver.0.database.hear(move |news| listening.hear(news));
        saver
    }

    /// Who takes care of what the saver cannot decide.
    pub(crate) fn on_matter(&self, call: impl Fn(Matter) + 'static) {
        *self.0.on_matter.borrow_mut() = Some(Rc::new(call));
    }

    fn matter(&self, matter: Matter) {
        let call = self.0.on_matter.borrow().clone();
        if let Some(call) = call {
            call(matter);
        }
    }

    /// The database.
    pub(crate) fn database(&self) -> &Database {
        &self.0.database
    }

    /// This tab among the others.
    pub(crate) fn tabs(&self) -> &Tabs {
        &self.0.tabs
    }

    /// This is about to be open: it is not let go of before the page shows it.
    pub(crate) fn opens(&self, id: &SessionId, session: &Session) {
        self.0.told.borrow_mut().see(Some((id, session)), &Saved::Pending);
    }

    /// This is what is open now, and is to be on the device; the page shows it as `saved`.
    pub(crate) fn see(&self, open: Option<(&SessionId, &Session)>, saved: &Saved) {
        if self.0.ended.get() {
            return;
        }
        self.0.told.borrow_mut().see(open, saved);
        let mut keeper = self.0.keeper.borrow_mut();
        let news = open.is_some_and(|(id, session)| keeper.want(id, session.revision(), session));
        keeper.let_go(open.map(|(id, _)| id));
        drop(keeper);
        if news {
            self.pump(false, false);
        } else {
            // Not within the drawing that asks.
            let saver = self.clone();
            spawn_local(async move { saver.report() });
        }
    }

    /// The article is on the device as it was read, with so many changes behind its whole; or, with everything that was
    /// found of it, as far as it could be read: that is set aside when it is written next.
    pub(crate) fn found(&self, id: &SessionId, session: &Session, there: Result<usize, String>) {
        let (changes, aside) = match there {
            Ok(changes) => (Some(changes), None),
            Err(aside) => (None, Some(aside)),
        };
        self.0.keeper.borrow_mut().found(id.clone(), session.revision(), session.clone(), changes);
        let mut all = self.0.aside.borrow_mut();
        match aside {
            Some(aside) => all.insert(id.clone(), aside),
            None => all.remove(id),
        };
    }

    /// The small things, to be written in one step with what causes them.
    pub(crate) fn values(&self) -> RefMut<'_, Values> {
        self.0.values.borrow_mut()
    }

    /// Writes what is due.
    pub(crate) fn flush(&self) {
        self.pump(false, false);
    }

    /// The page is being left: everything is sent at once, and nothing is waited for.
    pub(crate) fn send_all(&self) {
        self.pump(true, true);
        // What was sent a moment ago, when nobody knew that the page would be left.
        self.0.database.commit_all();
        self.0.notes.borrow_mut().note();
        self.values().note(self.0.tabs.place());
    }

    /// Everything is being deleted from the device: from here on nothing is written, and nothing held.
    pub(crate) fn end(&self) {
        self.0.ended.set(true);
        *self.0.keeper.borrow_mut() = Keeper::default();
        *self.0.values.borrow_mut() = Values::default();
        self.0.notes.borrow_mut().end();
        self.0.retry.stop();
        drop((self.0.whole.take(), self.0.told.take()));
    }

    /// Tries again what was refused.
    pub(crate) fn try_again(&self) {
        self.0.retry.reset();
        self.0.keeper.borrow_mut().retry();
        self.pump(false, true);
    }

    /// Whether something would be lost if the page ended now.
    pub(crate) fn would_lose(&self) -> bool {
        let open = self.0.database.is_open();
        self.0.keeper.borrow().unsaved().any(|(_, _, refused)| refused.is_some() || !open)
    }

    /// A state of an article that is not on the device yet.
    pub(crate) fn held(&self, id: &SessionId) -> Option<Session> {
        self.0.keeper.borrow().unsaved_state(id).cloned()
    }

    /// What is wanted on the device, and what the database has confirmed.
    pub(crate) fn keeper(&self) -> Ref<'_, Keeper<Session>> {
        self.0.keeper.borrow()
    }

    /// The person does not want to keep it.
    pub(crate) fn forget(&self, id: &SessionId) {
        self.0.keeper.borrow_mut().forget(id);
        self.0.notes.borrow_mut().forget(id);
    }

    /// An article that nobody has open is to be on the device under this name.
    pub(crate) fn adopt(&self, id: &SessionId, session: &Session) {
        self.0.keeper.borrow_mut().want(id, session.revision(), session);
        self.pump(false, true);
    }

    /// The article is to be written as a whole.
    pub(crate) fn rewrite(&self, id: &SessionId) {
        self.0.keeper.borrow_mut().rebuild(id);
        self.pump(false, true);
    }

    /// Something was written past the state of the page: this one looks again, as the other tabs do.
    pub(crate) fn look_again(&self, what: Heard) {
        self.0.tabs.tell(&what);
        self.matter(Matter::Heard(what));
    }

    /// Tells of a change that other tabs may show.
    pub(crate) fn tell_others(&self, what: &Heard) {
        self.0.tabs.tell(what);
    }

    fn pump(&self, urgent: bool, wholes: bool) {
        if self.0.ended.get() {
            return;
        }
        if !self.0.database.is_open() {
            return self.open_first();
        }
        loop {
            let job = self.0.keeper.borrow().next(urgent);
            let Some(job) = job else { break };
            let change = job.base.as_ref().and_then(|base| native::write_change(base, &job.wanted));
            if change.is_none() && !wholes {
                // A whole is long: what the person sees comes first.
                return self.pump_when_idle();
            }
            self.send(job, change, urgent);
        }
        let batch = self.0.values.borrow_mut().batch(None);
        if batch != Batch::default() {
            self.send_values(batch, urgent);
        }
    }

    fn pump_when_idle(&self) {
        let mut whole = self.0.whole.borrow_mut();
        if whole.is_none() {
            let saver = self.clone();
            *whole = Some(Idle::new(move || {
                let done = saver.0.whole.borrow_mut().take();
                saver.pump(false, true);
                // The closure that runs now must outlive the call.
                spawn_local(async move { drop(done) });
            }));
        }
    }

    fn send(&self, job: Job<Session>, change: Option<String>, urgent: bool) {
        let id = &job.ticket.id;
        let whole = change.is_none();
        let stored = match change {
            Some(change) => Stored::Change(change.into()),
            None => Stored::Whole(Arc::from(native::write_session(&job.wanted))),
        };
        let meta = import::meta(id.clone(), job.wanted.document(), clock::unix_ms());
        let aside = self.0.aside.borrow().get(id).cloned();
        let article = ArticleBatch { meta, stored: stored.clone(), aside };
        let batch = self.0.values.borrow_mut().batch(Some(article));
        self.0.keeper.borrow_mut().sent(&job, whole);
        let written = self.0.database.write(&batch, urgent);
        let version = self.0.database.version_sent(id).unwrap_or_default();
        self.0.notes.borrow_mut().began(id, version, &stored);
        let saver = self.clone();
        spawn_local(async move {
            let outcome = written.await;
            saver.0.notes.borrow_mut().ended(&job.ticket.id, version);
            saver.ended(&job, outcome, batch);
        });
    }

    fn ended(&self, job: &Job<Session>, outcome: Result<(), StoreError>, batch: Batch) {
        let id = job.ticket.id.clone();
        self.0.keeper.borrow_mut().ended(job, outcome.clone());
        match outcome {
            Ok(()) => {
                self.0.retry.reset();
                self.0.aside.borrow_mut().remove(&id);
                let told = self.0.left.borrow_mut().saved(&id, &job.wanted);
                if let Some(action) = told {
                    self.0.dispatch.dispatch(action);
                }
                if let Some(version) = self.0.database.version(&id) {
                    self.0.tabs.tell(&Heard::Article(id, version));
                }
                self.values_came(&batch);
                // Once there is work of the person's own.
                if !job.wanted.is_untouched() {
                    persistence::ask_once();
                }
                let open = self.0.told.borrow().open().cloned();
                self.0.keeper.borrow_mut().let_go(open.as_ref());
                self.report();
                // What came in while this was written.
                self.pump(false, false);
            }
            Err(error) => {
                self.0.values.borrow_mut().take_back(batch);
                self.refused(&id, &error);
            }
        }
    }

    fn send_values(&self, batch: Batch, urgent: bool) {
        let written = self.0.database.write(&batch, urgent);
        let saver = self.clone();
        spawn_local(async move {
            match written.await {
                Ok(()) => saver.values_came(&batch),
                Err(error) => {
                    saver.0.values.borrow_mut().take_back(batch);
                    match error {
                        StoreError::Conflict => saver.matter(Matter::Heard(Heard::Values)),
                        _ => saver.try_later(),
                    }
                }
            }
        });
    }

    fn values_came(&self, batch: &Batch) {
        self.values().came(batch);
        if batch.values.iter().any(|(name, _)| crate::storage::Value::SHARED.iter().any(|value| value.name() == name)) {
            self.0.tabs.tell(&Heard::Values);
        }
    }

    fn refused(&self, id: &SessionId, error: &StoreError) {
        match error {
            StoreError::Conflict | StoreError::Missing => return self.matter(Matter::Conflict(id.clone())),
            StoreError::Closed => {
                self.0.keeper.borrow_mut().anew();
                self.report();
                // Not at once: a database that closes again and again must not keep the page busy.
                return self.try_later();
            }
            _ => {}
        }
        self.report();
        self.tell_of_left();
        self.try_later();
    }

    fn try_later(&self) {
        let saver = self.clone();
        self.0.retry.later(move || {
            saver.0.keeper.borrow_mut().retry();
            saver.pump(false, true);
        });
    }

    /// Opens the database, then writes. Until then nothing is saved.
    fn open_first(&self) {
        let saver = self.clone();
        let trouble = self.0.trouble.borrow().clone();
        spawn_local(async move {
            if let Some(error) = trouble {
                // It may take long, and what came since is no more saved than the rest.
                saver.0.keeper.borrow_mut().refuse(&error);
                saver.report();
            }
            if let Err(error) = saver.0.database.ready().await {
                saver.0.keeper.borrow_mut().refuse(&error);
                saver.report();
                saver.tell_of_left();
                saver.try_later();
            }
        });
    }

    fn hear(&self, news: News) {
        match news {
            News::Slow => self.cannot(&StoreError::Silent),
            News::Blocked => self.cannot(&StoreError::Blocked),
            News::Open => {
                self.0.trouble.borrow_mut().take();
                self.0.keeper.borrow_mut().retry();
                self.matter(Matter::Opened);
                self.pump(false, true);
            }
            News::Lost if dom::kept(WIPING).is_some() => self.matter(Matter::Heard(Heard::Wiped)),
            News::Lost => {
                self.0.keeper.borrow_mut().anew();
                self.report();
                self.0.dispatch.dispatch(SaveAction::Storage(StoreError::Closed).into());
                self.open_first();
            }
            // Another tab mends the layout, or is of a newer version: opening tells which.
            News::Outdated => self.open_first(),
        }
    }

    /// The database does not open yet; the person is told, and what they do is held.
    fn cannot(&self, error: &StoreError) {
        *self.0.trouble.borrow_mut() = Some(error.clone());
        self.0.keeper.borrow_mut().refuse(error);
        self.report();
        self.0.dispatch.dispatch(SaveAction::Storage(error.clone()).into());
    }

    /// Tells the state how the open article stands.
    pub(crate) fn report(&self) {
        let news = self.0.told.borrow_mut().news(&self.0.keeper.borrow());
        if let Some(action) = news {
            self.0.dispatch.dispatch(action);
        }
    }

    /// Tells of articles that were left and cannot be saved, once each.
    fn tell_of_left(&self) {
        let open = self.0.told.borrow().open().cloned();
        let news = self.0.left.borrow_mut().news(&self.0.keeper.borrow(), open.as_ref());
        for action in news {
            self.0.dispatch.dispatch(action);
        }
    }
}
