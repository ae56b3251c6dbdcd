//! Sessions in the browser's own database.
//!
//! One store holds the small records for the list, another the stored forms, a third what changed since; what belongs
//! together is written in one transaction. Each record has a version that grows with each write: a tab that writes on
//! top of a version it has not seen is refused ([`StoreError::Conflict`]), so that two tabs never overwrite each other's
//! work unnoticed, and a change never lands behind another state than the one it was made from.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use js_sys::Promise;
use serde::{Deserialize, Serialize};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, Event, IdbDatabase, IdbKeyRange, IdbRequest, IdbTransaction, IdbTransactionMode};

use super::error::describe;
use crate::storage::{Damage, Loaded, SessionId, SessionMeta, SessionStore, StoreError, Stored};

const DATABASE: &str = "article-annotator";
/// Version of the stores, not of what is in them (`formats::native` has its own). The first had no changes.
const LAYOUT: u32 = 2;
const RECORDS: &str = "records";
const TEXTS: &str = "texts";
/// Keys are `[id, version of the record]`.
const CHANGES: &str = "changes";
const STORES: [&str; 3] = [RECORDS, TEXTS, CHANGES];

/// Sessions in IndexedDB. Clones share the connection.
#[derive(Clone, Debug)]
pub struct IndexedDbStore {
    name: Rc<str>,
    shared: Rc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    connection: RefCell<Option<Connection>>,
    /// The version of each session that this tab has read or written last.
    seen: RefCell<BTreeMap<Arc<str>, u32>>,
}

/// An open database with its listener; closed when dropped.
#[derive(Debug)]
struct Connection {
    database: IdbDatabase,
    _on_end: Closure<dyn FnMut(Event)>,
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.set_onversionchange(None);
        self.database.set_onclose(None);
        self.database.close();
    }
}

#[derive(Serialize, Deserialize)]
struct Record {
    id: String,
    version: u32,
    title: String,
    /// A JavaScript number: `u64` would become a `BigInt`.
    updated_ms: f64,
    words: u32,
    mentions: u32,
    quotes: u32,
    open: u32,
}

impl Record {
    fn new(meta: &SessionMeta, version: u32) -> Self {
        Self {
            id: meta.id.0.to_string(),
            version,
            title: meta.title.to_string(),
            updated_ms: meta.updated_ms as f64,
            words: meta.words,
            mentions: meta.mentions,
            quotes: meta.quotes,
            open: meta.open,
        }
    }

    fn meta(self) -> SessionMeta {
        SessionMeta {
            id: SessionId(self.id.into()),
            title: self.title.into(),
            updated_ms: self.updated_ms as u64,
            words: self.words,
            mentions: self.mentions,
            quotes: self.quotes,
            open: self.open,
        }
    }
}

impl Default for IndexedDbStore {
    fn default() -> Self {
        Self::new()
    }
}

impl IndexedDbStore {
    /// The sessions of this browser. Opens the database with the first request.
    pub fn new() -> Self {
        Self::named(DATABASE)
    }

    /// The sessions of another database of this page.
    pub fn named(name: &str) -> Self {
        Self { name: name.into(), shared: Rc::default() }
    }

    async fn database(&self) -> Result<IdbDatabase, StoreError> {
        if let Some(connection) = &*self.shared.connection.borrow() {
            return Ok(connection.database.clone());
        }
        let database = open(&self.name).await?;
        let shared = Rc::downgrade(&self.shared);
        // Site data was cleared, or a newer version of the page wants to change the layout: let go, the next request
        // opens it again.
        let on_end = Closure::<dyn FnMut(Event)>::new(move |_: Event| {
            if let Some(shared) = shared.upgrade() {
                shared.connection.borrow_mut().take();
            }
        });
        database.set_onversionchange(Some(on_end.as_ref().unchecked_ref()));
        database.set_onclose(Some(on_end.as_ref().unchecked_ref()));
        *self.shared.connection.borrow_mut() = Some(Connection { database: database.clone(), _on_end: on_end });
        Ok(database)
    }

    async fn begin(&self, mode: IdbTransactionMode) -> Result<IdbTransaction, StoreError> {
        let stores: js_sys::Array = STORES.into_iter().map(JsValue::from_str).collect();
        let database = self.database().await?;
        let begun = database.transaction_with_str_sequence_and_mode(&stores, mode);
        if let Ok(transaction) = begun {
            return Ok(transaction);
        }
        // The connection was closed under us: once more with a new one.
        self.shared.connection.borrow_mut().take();
        self.database().await?.transaction_with_str_sequence_and_mode(&stores, mode).map_err(|e| refused(&e))
    }
}

impl SessionStore for IndexedDbStore {
    async fn list(&self) -> Result<Vec<SessionMeta>, StoreError> {
        let transaction = self.begin(IdbTransactionMode::Readonly).await?;
        let all = transaction.object_store(RECORDS).and_then(|s| s.get_all()).map_err(|e| refused(&e))?;
        let all: js_sys::Array = answer(&all).await?.unchecked_into();
        let mut sessions = Vec::new();
        for value in all.iter() {
            sessions.push(record(value)?.meta());
        }
        sessions.sort_by(|a, b| b.updated_ms.cmp(&a.updated_ms).then_with(|| a.id.cmp(&b.id)));
        Ok(sessions)
    }

    async fn load(&self, id: &SessionId) -> Result<Loaded, StoreError> {
        let key = JsValue::from_str(&id.0);
        let transaction = self.begin(IdbTransactionMode::Readonly).await?;
        // Asked for in the order in which they are awaited: the answer to an earlier one would come unheard.
        let get = |store| transaction.object_store(store).and_then(|s| s.get(&key)).map_err(|e| refused(&e));
        let (found, text) = (get(RECORDS)?, get(TEXTS)?);
        let changes = transaction.object_store(CHANGES).and_then(|s| s.get_all_with_key(&changes_of(&id.0)?.into()));
        let changes = changes.map_err(|e| refused(&e))?;
        let found = answer(&found).await?;
        let text = answer(&text).await?;
        let changes: js_sys::Array = answer(&changes).await?.unchecked_into();
        if found.is_undefined() {
            return Err(StoreError::Missing);
        }
        let version = record(found)?.version;
        let damaged = || StoreError::Damaged(Damage::NoText);
        let words = |value: JsValue| value.as_string().map(Arc::<str>::from).ok_or_else(damaged);
        let loaded =
            Loaded { whole: words(text)?, changes: changes.iter().map(words).collect::<Result<_, StoreError>>()? };
        self.shared.seen.borrow_mut().insert(Arc::clone(&id.0), version);
        Ok(loaded)
    }

    async fn save(&self, meta: SessionMeta, stored: Stored) -> Result<(), StoreError> {
        let key = JsValue::from_str(&meta.id.0);
        let transaction = self.begin(IdbTransactionMode::Readwrite).await?;
        let ended = end_of(&transaction);
        let records = transaction.object_store(RECORDS).map_err(|e| refused(&e))?;
        let current = answer(&records.get(&key).map_err(|e| refused(&e))?).await?;
        let current = if current.is_undefined() { None } else { Some(record(current)?.version) };
        let seen = self.shared.seen.borrow().get(&meta.id.0).copied();
        // A session that another tab has deleted comes back, but only as a whole: work is never lost.
        let refusal = match (&stored, current) {
            (_, Some(_)) if current != seen => Some(StoreError::Conflict),
            (Stored::Change(_), None) => Some(StoreError::Missing),
            _ => None,
        };
        if let Some(refusal) = refusal {
            let _ = transaction.abort();
            let _ = JsFuture::from(ended).await;
            return Err(refusal);
        }
        let version = current.or(seen).map_or(1, |version| version + 1);
        let value = serde_wasm_bindgen::to_value(&Record::new(&meta, version)).map_err(|e| refused(&e.into()))?;
        records.put(&value).map_err(|e| refused(&e))?;
        put(&transaction, &meta.id.0, version, &stored).map_err(|e| refused(&e))?;
        self.shared.seen.borrow_mut().insert(Arc::clone(&meta.id.0), version);
        let written = JsFuture::from(ended).await;
        if written.is_err() {
            let mut all = self.shared.seen.borrow_mut();
            // Unless a later save of this tab has gone on from here.
            if all.get(&meta.id.0) == Some(&version) {
                match current {
                    Some(before) => all.insert(Arc::clone(&meta.id.0), before),
                    None => all.remove(&meta.id.0),
                };
            }
            return Err(transaction.error().map_or(StoreError::Closed, |error| named(&error)));
        }
        Ok(())
    }

    async fn remove(&self, id: &SessionId) -> Result<(), StoreError> {
        let key = JsValue::from_str(&id.0);
        let transaction = self.begin(IdbTransactionMode::Readwrite).await?;
        let ended = end_of(&transaction);
        for store in [RECORDS, TEXTS] {
            transaction.object_store(store).and_then(|s| s.delete(&key)).map_err(|e| refused(&e))?;
        }
        forget_changes(&transaction, &id.0).map_err(|e| refused(&e))?;
        finished(&transaction, ended).await?;
        self.shared.seen.borrow_mut().remove(&id.0);
        Ok(())
    }

    async fn clear(&self) -> Result<(), StoreError> {
        let transaction = self.begin(IdbTransactionMode::Readwrite).await?;
        let ended = end_of(&transaction);
        for store in STORES {
            transaction.object_store(store).and_then(|s| s.clear()).map_err(|e| refused(&e))?;
        }
        finished(&transaction, ended).await?;
        self.shared.seen.borrow_mut().clear();
        Ok(())
    }
}

/// Puts the text of a session, or a change behind it.
fn put(transaction: &IdbTransaction, id: &str, version: u32, stored: &Stored) -> Result<(), JsValue> {
    match stored {
        Stored::Whole(text) => {
            transaction.object_store(TEXTS)?.put_with_key(&JsValue::from_str(text), &JsValue::from_str(id))?;
            forget_changes(transaction, id)
        }
        Stored::Change(text) => {
            let key = js_sys::Array::of2(&JsValue::from_str(id), &version.into());
            transaction.object_store(CHANGES)?.put_with_key(&JsValue::from_str(text), &key)?;
            Ok(())
        }
    }
}

fn forget_changes(transaction: &IdbTransaction, id: &str) -> Result<(), JsValue> {
    transaction.object_store(CHANGES)?.delete(&changes_of(id)?.into())?;
    Ok(())
}

/// The keys of all changes of a session: lists sort behind numbers.
fn changes_of(id: &str) -> Result<IdbKeyRange, JsValue> {
    let id = JsValue::from_str(id);
    IdbKeyRange::bound(&js_sys::Array::of1(&id), &js_sys::Array::of2(&id, &js_sys::Array::new()))
}

async fn open(name: &str) -> Result<IdbDatabase, StoreError> {
    let window = web_sys::window().ok_or(StoreError::Denied)?;
    let factory = window.indexed_db().map_err(|_| StoreError::Denied)?.ok_or(StoreError::Denied)?;
    let request = factory.open_with_u32(name, LAYOUT).map_err(|_| StoreError::Denied)?;
    let upgrading = request.clone();
    let on_upgrade = Closure::once(move |_: Event| {
        let database: IdbDatabase = upgrading.result().expect("invariant: an upgrade has a database").unchecked_into();
        let by_id = web_sys::IdbObjectStoreParameters::new();
        by_id.set_key_path(&"id".into());
        let present = database.object_store_names();
        // A failure aborts the upgrade and comes back as the error of the request.
        if !present.contains(RECORDS) {
            let _ = database.create_object_store_with_optional_parameters(RECORDS, &by_id);
        }
        for store in [TEXTS, CHANGES].into_iter().filter(|store| !present.contains(store)) {
            let _ = database.create_object_store(store);
        }
    });
    request.set_onupgradeneeded(Some(on_upgrade.as_ref().unchecked_ref()));
    let opened = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
        request.set_onblocked(Some(&reject));
    });
    let event = JsFuture::from(opened).await;
    request.set_onupgradeneeded(None);
    request.set_onblocked(None);
    if let Err(event) = event {
        let blocked = event.dyn_ref::<Event>().is_some_and(|event| event.type_() == "blocked");
        return Err(if blocked { StoreError::Blocked } else { failure(&request) });
    }
    request.result().map(JsCast::unchecked_into).map_err(|e| refused(&e))
}

/// The result of a request. Continues within the request's transaction, because promises settle before the browser
/// ends a transaction that has nothing to do.
async fn answer(request: &IdbRequest) -> Result<JsValue, StoreError> {
    let done = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(done).await {
        Ok(_) => request.result().map_err(|e| refused(&e)),
        Err(_) => Err(failure(request)),
    }
}

/// Settles when the transaction is written or given up. Must be asked for before anything is awaited.
fn end_of(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    })
}

async fn finished(transaction: &IdbTransaction, ended: Promise) -> Result<(), StoreError> {
    match JsFuture::from(ended).await {
        Ok(_) => Ok(()),
        Err(_) => Err(transaction.error().map_or(StoreError::Closed, |error| named(&error))),
    }
}

fn record(value: JsValue) -> Result<Record, StoreError> {
    serde_wasm_bindgen::from_value(value).map_err(|error| StoreError::Damaged(Damage::Record(error.to_string())))
}

fn failure(request: &IdbRequest) -> StoreError {
    match request.error() {
        Ok(Some(error)) => named(&error),
        _ => StoreError::Closed,
    }
}

fn refused(thrown: &JsValue) -> StoreError {
    match thrown.dyn_ref::<DomException>() {
        Some(exception) => named(exception),
        None => StoreError::Other(describe(thrown)),
    }
}

fn named(error: &DomException) -> StoreError {
    match error.name().as_str() {
        "QuotaExceededError" => StoreError::Full,
        "SecurityError" | "NotAllowedError" | "InvalidAccessError" => StoreError::Denied,
        "InvalidStateError" | "AbortError" | "TransactionInactiveError" => StoreError::Closed,
        "VersionError" => StoreError::Outdated,
        _ => StoreError::Other(error.message()),
    }
}
