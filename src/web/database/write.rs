//! Writing: all of a batch in one transaction that waits for nothing.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbKeyRange, IdbRequest, IdbTransaction};

use crate::storage::{SessionMeta, StoreError, Stored, TAGS, Value};
use crate::web::database::record::{Record, text_value};
use crate::web::database::request::{answer, commit, end_of, finished, key, keys_of, refused, writing};
use crate::web::database::seen::Versions;
use crate::web::database::stores::{ASIDE, CHANGES, CLAIMS, RECORDS, SNAPSHOT_TEXTS, SNAPSHOTS, STORES, TEXTS, VALUES};

/// Claims that lie further back than this are forgotten when the whole is written.
const CLAIMS_KEPT: u32 = 4_096;

/// What is written in one step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// An article.
    pub article: Option<ArticleBatch>,
    /// Small things beside the articles, by name.
    pub values: Vec<(String, String)>,
    /// Names of small things that go.
    pub gone: Vec<String>,
}

/// What is written of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleBatch {
    /// For the list.
    pub meta: SessionMeta,
    /// The whole, or a change.
    pub stored: Stored,
    /// Everything that was found of it, when something in it could not be read: kept beside it.
    pub aside: Option<String>,
}

/// A write that has begun.
pub(super) struct Begun {
    transaction: IdbTransaction,
    ended: Promise,
    /// What was claimed, by name and version.
    claimed: Vec<(Arc<str>, u32)>,
    /// Why this page gave the transaction up by itself.
    refusal: Rc<RefCell<Option<StoreError>>>,
    checks: Vec<Closure<dyn FnMut(Event)>>,
}

impl Begun {
    /// The transaction, to be committed when the page is left before it has ended.
    pub(super) fn transaction(&self) -> &IdbTransaction {
        &self.transaction
    }

    /// What came of it.
    pub(super) async fn ended(self, versions: &Versions) -> Result<(), StoreError> {
        let outcome = finished(&self.transaction, self.ended).await;
        for (name, version) in &self.claimed {
            versions.end(name, *version, outcome.is_ok());
        }
        match self.refusal.borrow_mut().take() {
            Some(refusal) if outcome.is_err() => Err(refusal),
            _ => outcome,
        }
    }
}

/// Begins to write. Everything is asked for before this returns.
pub(super) fn begin(
    database: &IdbDatabase,
    versions: &Versions,
    batch: &Batch,
    urgent: bool,
) -> Result<Begun, StoreError> {
    let transaction = writing(database).map_err(|thrown| refused(&thrown))?;
    let ended = end_of(&transaction);
    let mut begun = Begun { transaction, ended, claimed: Vec::new(), refusal: Rc::default(), checks: Vec::new() };
    match fill(&mut begun, versions, batch) {
        Ok(()) => {
            if urgent {
                commit(&begun.transaction);
            }
            Ok(begun)
        }
        Err(thrown) => {
            // Nobody waits for its end.
            begun.transaction.set_oncomplete(None);
            begun.transaction.set_onabort(None);
            let _ = begun.transaction.abort();
            for (name, version) in &begun.claimed {
                versions.end(name, *version, false);
            }
            Err(refused(&thrown))
        }
    }
}

fn fill(begun: &mut Begun, versions: &Versions, batch: &Batch) -> Result<(), JsValue> {
    if let Some(article) = &batch.article {
        put_article(begun, versions, article)?;
    }
    for (name, value) in &batch.values {
        // What several tabs add to is claimed; of the rest the last one holds.
        if name == Value::Words.name() {
            claim(begun, versions, name, true)?;
        }
        let mut value = text_value(value, None);
        if let Some((_, version)) = begun.claimed.iter().find(|(claimed, _)| **claimed == **name) {
            value = with_version(value, *version)?;
        }
        let store = begun.transaction.object_store(VALUES)?;
        store.put_with_key(&value, &JsValue::from_str(name))?;
    }
    for name in &batch.gone {
        begun.transaction.object_store(VALUES)?.delete(&JsValue::from_str(name))?;
    }
    Ok(())
}

fn with_version(value: JsValue, version: u32) -> Result<JsValue, JsValue> {
    Reflect::set(value.unchecked_ref::<Object>(), &"version".into(), &version.into())?;
    Ok(value)
}

/// Claims the next version of something; the transaction fails when another tab has it.
fn claim(begun: &mut Begun, versions: &Versions, name: &str, whole: bool) -> Result<(u32, u32), JsValue> {
    let (place, version) = versions.begin(name, whole);
    begun.claimed.push((name.into(), version));
    begun.transaction.object_store(CLAIMS)?.add_with_key(&JsValue::NULL, &key(name, version))?;
    Ok((place, version))
}

fn put_article(begun: &mut Begun, versions: &Versions, article: &ArticleBatch) -> Result<(), JsValue> {
    let id = &*article.meta.id.0;
    let (records, by_id) = (begun.transaction.object_store(RECORDS)?, JsValue::from_str(id));
    let whole = matches!(article.stored, Stored::Whole(_));
    let check = check(begun, &records.get(&by_id)?, id, versions.sent(id), whole);
    begun.checks.push(check);
    let (place, version) = claim(begun, versions, id, whole)?;
    let record = Record { meta: article.meta.clone(), version, changes: Some(place), deleted_ms: None, intact: true };
    records.put(&record.value())?;
    let transaction = &begun.transaction;
    match &article.stored {
        Stored::Whole(text) => {
            transaction.object_store(TEXTS)?.put_with_key(&text_value(text, None), &by_id)?;
            transaction.object_store(CHANGES)?.delete(&keys_of(id)?.into())?;
            if let Some(old) = version.checked_sub(CLAIMS_KEPT) {
                let range = IdbKeyRange::bound(&key(id, 0), &key(id, old))?;
                transaction.object_store(CLAIMS)?.delete(&range.into())?;
            }
        }
        Stored::Change(text) => {
            transaction.object_store(CHANGES)?.put_with_key(&text_value(text, Some(place)), &key(id, version))?;
        }
    }
    if let Some(aside) = &article.aside {
        let value = text_value(aside, None);
        Reflect::set(value.unchecked_ref::<Object>(), &"id".into(), &by_id)?;
        transaction.object_store(ASIDE)?.put(&value)?;
    }
    Ok(())
}

/// Looks, when the browser has time to answer, whether the record is the one this tab has seen; gives up otherwise. A
/// page that is being left does not hear the answer: there the claim alone decides.
fn check(begun: &Begun, asked: &IdbRequest, id: &str, expected: Option<u32>, whole: bool) -> Closure<dyn FnMut(Event)> {
    let (transaction, refusal, request) = (begun.transaction.clone(), Rc::clone(&begun.refusal), asked.clone());
    let id = id.to_owned();
    let closure = Closure::<dyn FnMut(Event)>::new(move |_: Event| {
        let Ok(found) = request.result() else { return };
        let current = (!found.is_undefined()).then(|| Record::read(&id, &found));
        let why = match (&current, expected) {
            // A session that another tab has deleted comes back, but only as a whole.
            (None, Some(_)) if !whole => StoreError::Missing,
            // A record whose version cannot be read says nothing.
            (Some(record), _) if Some(record.version) != expected && (record.intact || record.version > 0) => {
                StoreError::Conflict
            }
            _ => return,
        };
        *refusal.borrow_mut() = Some(why);
        let _ = transaction.abort();
    });
    asked.set_onsuccess(Some(closure.as_ref().unchecked_ref()));
    closure
}

/// Puts an article into the trash, or takes it out.
pub(super) async fn mark(
    database: &IdbDatabase,
    versions: &Versions,
    id: &str,
    deleted_ms: Option<u64>,
) -> Result<(), StoreError> {
    let transaction = writing(database).map_err(|thrown| refused(&thrown))?;
    let ended = end_of(&transaction);
    let by_id = JsValue::from_str(id);
    let records = transaction.object_store(RECORDS).map_err(|thrown| refused(&thrown))?;
    let found = answer(&records.get(&by_id).map_err(|thrown| refused(&thrown))?).await?;
    if found.is_undefined() {
        let _ = transaction.abort();
        let _ = JsFuture::from(ended).await;
        return Err(StoreError::Missing);
    }
    let mut record = Record::read(id, &found);
    let ours = versions.kept(id) == Some(record.version);
    record.version += 1;
    record.deleted_ms = deleted_ms;
    let claims = transaction.object_store(CLAIMS).map_err(|thrown| refused(&thrown))?;
    claims.put_with_key(&JsValue::NULL, &key(id, record.version)).map_err(|thrown| refused(&thrown))?;
    records.put(&record.value()).map_err(|thrown| refused(&thrown))?;
    finished(&transaction, ended).await?;
    if ours {
        versions.read(id, record.version, record.changes.unwrap_or_default());
    }
    Ok(())
}

/// Forgets an article. Its claims stay, so that a tab that still has it open does not write a change of what is gone.
pub(super) async fn remove(database: &IdbDatabase, id: &str) -> Result<(), StoreError> {
    let transaction = writing(database).map_err(|thrown| refused(&thrown))?;
    let ended = end_of(&transaction);
    let by_id = JsValue::from_str(id);
    for store in [RECORDS, TEXTS] {
        transaction.object_store(store).and_then(|store| store.delete(&by_id)).map_err(|thrown| refused(&thrown))?;
    }
    for store in [CHANGES, SNAPSHOTS, SNAPSHOT_TEXTS] {
        let rows = keys_of(id).and_then(|keys| transaction.object_store(store)?.delete(&keys.into()));
        rows.map_err(|thrown| refused(&thrown))?;
    }
    let tags = JsValue::from_str(&format!("{TAGS}{id}"));
    transaction.object_store(VALUES).and_then(|store| store.delete(&tags)).map_err(|thrown| refused(&thrown))?;
    finished(&transaction, ended).await
}

/// Forgets everything.
pub(super) async fn clear(database: &IdbDatabase) -> Result<(), StoreError> {
    let transaction = writing(database).map_err(|thrown| refused(&thrown))?;
    let ended = end_of(&transaction);
    for store in STORES {
        transaction.object_store(store).and_then(|store| store.clear()).map_err(|thrown| refused(&thrown))?;
    }
    finished(&transaction, ended).await
}
