//! The browser's own database: articles, what changed in them, and the small things beside them.
//!
//! What belongs together is written in one transaction, which is begun before the call returns: a page that is being left
//! need not come back for it. Each record has a version that grows with each write, and each version can be claimed
//! once: a tab that writes on top of a version it has not seen is refused ([`StoreError::Conflict`]). Start with
//! [`Database`]; `layout` opens it, `write` and `read` do the work, `snapshots` that of versions which are kept.

mod layout;
mod news;
mod read;
mod record;
mod request;
mod seen;
mod snapshots;
mod stores;
mod write;

pub use news::News;
pub use write::{ArticleBatch, Batch};

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbTransaction, IdbVersionChangeEvent};

use crate::storage::{Filed, Listing, Loaded, SessionId, Snapshot, StoreError};
use crate::web::database::news::Hearer;
use crate::web::database::request::refused;
use crate::web::database::seen::Versions;

const DATABASE: &str = "article-annotator";

/// The database. Clones share the connection.
#[derive(Clone)]
pub struct Database {
    shared: Rc<Shared>,
}

impl std::fmt::Debug for Database {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Database").field("name", &self.shared.name).finish_non_exhaustive()
    }
}

impl PartialEq for Database {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.shared, &other.shared)
    }
}

struct Shared {
    name: Rc<str>,
    connection: RefCell<Option<Connection>>,
    /// Being opened: settles when it is open or cannot be.
    opening: RefCell<Option<Promise>>,
    trouble: RefCell<Option<StoreError>>,
    /// It is not opened any more.
    shut: Cell<bool>,
    /// Writes that have not ended.
    under_way: RefCell<Vec<IdbTransaction>>,
    versions: Versions,
    hearer: Hearer,
}

/// An open database with its listeners; closed when dropped.
struct Connection {
    database: IdbDatabase,
    _on_change: Closure<dyn FnMut(IdbVersionChangeEvent)>,
    _on_close: Closure<dyn FnMut(Event)>,
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.set_onversionchange(None);
        self.database.set_onclose(None);
        self.database.close();
    }
}

impl Default for Database {
    fn default() -> Self {
        Self::new()
    }
}

impl Database {
    /// The database of this page; opened by [`Self::ready`].
    pub fn new() -> Self {
        Self::named(DATABASE)
    }

    /// Another database of this page.
    pub fn named(name: &str) -> Self {
        let shared = Shared {
            name: name.into(),
            connection: RefCell::default(),
            opening: RefCell::default(),
            trouble: RefCell::default(),
            shut: Cell::default(),
            under_way: RefCell::default(),
            versions: Versions::default(),
            hearer: Hearer::default(),
        };
        Self { shared: Rc::new(shared) }
    }

    /// Who is told what happens to the database.
    pub fn hear(&self, call: impl Fn(News) + 'static) {
        self.shared.hearer.set(call);
    }

    /// Whether it is open, so that a write begins at once.
    pub fn is_open(&self) -> bool {
        self.shared.connection.borrow().is_some()
    }

    /// Waits until it is open, however long another tab holds it.
    ///
    /// # Errors
    /// Why it cannot be opened.
    pub async fn ready(&self) -> Result<(), StoreError> {
        self.opened().await.map(|_| ())
    }

    /// Writes all of it or nothing. The transaction is begun before this returns; with `urgent` the browser is told that
    /// nothing more comes, so that it need not ask a page that is being left.
    pub fn write(&self, batch: &Batch, urgent: bool) -> impl Future<Output = Result<(), StoreError>> + use<> {
        let begun = match self.open_now() {
            Some(database) => write::begin(&database, &self.shared.versions, batch, urgent),
            None => Err(StoreError::Closed),
        };
        let shared = Rc::clone(&self.shared);
        if let Ok(begun) = &begun {
            shared.under_way.borrow_mut().push(begun.transaction().clone());
        }
        async move {
            let written = match begun {
                Ok(begun) => {
                    let transaction = begun.transaction().clone();
                    let written = begun.ended(&shared.versions).await;
                    shared.under_way.borrow_mut().retain(|other| *other != transaction);
                    written
                }
                Err(error) => Err(error),
            };
            if written == Err(StoreError::Closed) {
                // The connection was closed under us: the next request opens it again.
                shared.connection.borrow_mut().take();
            }
            written
        }
    }

    /// Tells the browser that nothing more comes in the writes that are under way. It waits with one whose answers it has
    /// still to hand to the page; when that page goes, such a write goes with it.
    pub fn commit_all(&self) {
        for transaction in self.shared.under_way.take() {
            request::commit(&transaction);
        }
    }

    /// All articles.
    ///
    /// # Errors
    /// When the database cannot be read at all; what is odd in it is in the list.
    pub async fn list(&self) -> Result<Listing, StoreError> {
        read::list(&self.opened().await?).await
    }

    /// The stored form of one article.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is none, [`StoreError::Damaged`] when its text cannot be read.
    pub async fn load(&self, id: &SessionId) -> Result<Loaded, StoreError> {
        read::load(&self.opened().await?, &self.shared.versions, &id.0).await
    }

    /// Everything there is of an article, readable or not, as JSON to look into.
    ///
    /// # Errors
    /// When the database cannot be read at all.
    pub async fn raw(&self, id: &SessionId) -> Result<String, StoreError> {
        read::raw(&self.opened().await?, &id.0).await
    }

    /// All articles as they lie here, the deleted ones and what is odd too.
    ///
    /// # Errors
    /// When the database cannot be read at all.
    pub async fn everything(&self) -> Result<Vec<Filed>, StoreError> {
        read::everything(&self.opened().await?).await
    }

    /// The small things beside the articles, by name.
    ///
    /// # Errors
    /// When the database cannot be read at all; what is odd in it is left out.
    pub async fn values(&self) -> Result<BTreeMap<String, String>, StoreError> {
        read::values(&self.opened().await?, &self.shared.versions).await
    }

    /// Puts an article into the trash.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is none.
    pub async fn delete(&self, id: &SessionId, now_ms: u64) -> Result<(), StoreError> {
        write::mark(&self.opened().await?, &self.shared.versions, &id.0, Some(now_ms)).await
    }

    /// Takes an article out of the trash.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is none.
    pub async fn restore(&self, id: &SessionId) -> Result<(), StoreError> {
        write::mark(&self.opened().await?, &self.shared.versions, &id.0, None).await
    }

    /// Forgets an article for ever; not an error when there is none.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn remove(&self, id: &SessionId) -> Result<(), StoreError> {
        write::remove(&self.opened().await?, &id.0).await
    }

    /// The versions that are kept of an article, newest first, each with its number and without its text.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn snapshots(&self, id: &SessionId) -> Result<Vec<(u32, Snapshot)>, StoreError> {
        snapshots::list(&self.opened().await?, &id.0).await
    }

    /// A kept version with its text.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is none, [`StoreError::Damaged`] when it is not as it was written.
    pub async fn snapshot(&self, id: &SessionId, number: u32) -> Result<Snapshot, StoreError> {
        snapshots::load(&self.opened().await?, &id.0, number).await
    }

    /// What there is of the text of a kept version, readable or not.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn raw_snapshot(&self, id: &SessionId, number: u32) -> Result<String, StoreError> {
        snapshots::raw(&self.opened().await?, &id.0, number).await
    }

    /// Keeps versions that are not there yet. How many came.
    ///
    /// # Errors
    /// When the browser refuses; then none of them came.
    pub async fn keep_snapshots(&self, id: &SessionId, all: &[Snapshot]) -> Result<usize, StoreError> {
        snapshots::keep(&self.opened().await?, &id.0, all).await
    }

    /// Gives a kept version another name.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is none.
    pub async fn rename_snapshot(&self, id: &SessionId, number: u32, name: &str) -> Result<(), StoreError> {
        snapshots::rename(&self.opened().await?, &id.0, number, name).await
    }

    /// Deletes a kept version, and gives it back.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn remove_snapshot(&self, id: &SessionId, number: u32) -> Result<Snapshot, StoreError> {
        snapshots::remove(&self.opened().await?, &id.0, number).await
    }

    /// When an article was saved last, in milliseconds since 1970 (UTC); 0 when it never was.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn last_saved(&self, id: &SessionId) -> Result<u64, StoreError> {
        snapshots::last_saved(&self.opened().await?, &id.0).await
    }

    /// Forgets everything.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn clear(&self) -> Result<(), StoreError> {
        write::clear(&self.opened().await?).await?;
        self.shared.versions.forget();
        Ok(())
    }

    /// The version of an article that this tab has read or written last.
    pub fn version(&self, id: &SessionId) -> Option<u32> {
        self.shared.versions.kept(&id.0)
    }

    /// The version of an article that is there when all writes under way have come.
    pub fn version_sent(&self, id: &SessionId) -> Option<u32> {
        self.shared.versions.sent(&id.0)
    }

    fn open_now(&self) -> Option<IdbDatabase> {
        self.shared.connection.borrow().as_ref().map(|connection| connection.database.clone())
    }

    /// Lets go of it for good: this page opens it no more.
    pub fn shut(&self) {
        self.shared.shut.set(true);
        self.shared.connection.borrow_mut().take();
    }

    /// Deletes it with all that is in it, when the last page has let go of it; this one does at once.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] when another page holds it: what is in it is gone all the same, and it goes with that page.
    pub async fn destroy(&self) -> Result<(), StoreError> {
        if let Some(database) = self.open_now() {
            // Emptied first: that waits for no other page.
            let _ = write::clear(&database).await;
        }
        self.shut();
        layout::delete(&self.shared.name).await
    }

    async fn opened(&self) -> Result<IdbDatabase, StoreError> {
        if self.shared.shut.get() {
            return Err(StoreError::Closed);
        }
        if let Some(database) = self.open_now() {
            // A connection that was closed under us says so when it is used.
            if request::reading(&database).is_ok() {
                return Ok(database);
            }
            self.shared.connection.borrow_mut().take();
        }
        let known = self.shared.opening.borrow().clone();
        let opening = known.unwrap_or_else(|| {
            let shared = Rc::clone(&self.shared);
            let opening = wasm_bindgen_futures::future_to_promise(async move {
                let outcome = layout::open(&shared.name, &shared.hearer).await;
                shared.opening.borrow_mut().take();
                match outcome {
                    Ok(database) if shared.shut.get() => database.close(),
                    Ok(database) => {
                        *shared.connection.borrow_mut() = Some(connected(database, &shared));
                        shared.trouble.borrow_mut().take();
                        shared.hearer.tell(News::Open);
                    }
                    Err(error) => *shared.trouble.borrow_mut() = Some(error),
                }
                Ok(wasm_bindgen::JsValue::UNDEFINED)
            });
            *self.shared.opening.borrow_mut() = Some(opening.clone());
            opening
        });
        JsFuture::from(opening).await.map_err(|thrown| refused(&thrown))?;
        self.open_now().ok_or_else(|| self.shared.trouble.borrow().clone().unwrap_or(StoreError::Closed))
    }
}

/// A connection that lets go when the database is deleted, or a newer version of the page wants to change its layout.
fn connected(database: IdbDatabase, shared: &Rc<Shared>) -> Connection {
    let lost = |shared: &Shared, news: News| {
        let connection = shared.connection.borrow_mut().take();
        // This runs within one of its own listeners, which must outlive the call.
        if let Some(connection) = connection {
            connection.database.close();
            wasm_bindgen_futures::spawn_local(async move { drop(connection) });
            shared.hearer.tell(news);
        }
    };
    let weak = Rc::downgrade(shared);
    let on_change = Closure::<dyn FnMut(IdbVersionChangeEvent)>::new(move |event: IdbVersionChangeEvent| {
        if let Some(shared) = weak.upgrade() {
            // Without a new version it is being deleted.
            let newer = event.new_version().is_some();
            lost(&shared, if newer { News::Outdated } else { News::Lost });
        }
    });
    let weak = Rc::downgrade(shared);
    let on_close = Closure::<dyn FnMut(Event)>::new(move |_: Event| {
        if let Some(shared) = weak.upgrade() {
            lost(&shared, News::Lost);
        }
    });
    database.set_onversionchange(Some(on_change.as_ref().unchecked_ref()));
    database.set_onclose(Some(on_close.as_ref().unchecked_ref()));
    Connection { database, _on_change: on_change, _on_close: on_close }
}
