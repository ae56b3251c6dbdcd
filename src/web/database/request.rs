//! Requests and transactions of IndexedDB as futures, and what the browser says when it refuses.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbKeyRange, IdbRequest, IdbTransaction};

use crate::storage::StoreError;
use crate::web::database::stores::STORES;
use crate::web::error::describe;

#[wasm_bindgen]
extern "C" {
    /// `IDBDatabase` with the options of its transactions, which `web-sys` does not know.
    type Durable;
    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn begin(this: &Durable, stores: &JsValue, mode: &str, options: &JsValue) -> Result<IdbTransaction, JsValue>;
    /// `IDBTransaction` that is told that nothing more comes.
    type Committing;
    #[wasm_bindgen(method, catch)]
    fn commit(this: &Committing) -> Result<(), JsValue>;
}

/// A transaction over all stores that reads.
pub(super) fn reading(database: &IdbDatabase) -> Result<IdbTransaction, JsValue> {
    database.unchecked_ref::<Durable>().begin(&stores(), "readonly", &JsValue::UNDEFINED)
}

/// A transaction over all stores that writes, and that is over when the device has it, not its cache.
pub(super) fn writing(database: &IdbDatabase) -> Result<IdbTransaction, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    database.unchecked_ref::<Durable>().begin(&stores(), "readwrite", &options)
}

/// Says that nothing more comes, so that the browser need not ask a page that is being left.
pub(super) fn commit(transaction: &IdbTransaction) {
    // Old browsers have no word for it, and end the transaction by themselves.
    let _ = transaction.unchecked_ref::<Committing>().commit();
}

fn stores() -> JsValue {
    STORES.into_iter().map(JsValue::from_str).collect::<Array>().into()
}

/// The keys `[id, number]` of an article: lists sort behind numbers.
pub(super) fn keys_of(id: &str) -> Result<IdbKeyRange, JsValue> {
    let id = JsValue::from_str(id);
    IdbKeyRange::bound(&Array::of1(&id), &Array::of2(&id, &Array::new()))
}

/// The key `[id, number]`.
pub(super) fn key(id: &str, number: u32) -> JsValue {
    Array::of2(&JsValue::from_str(id), &number.into()).into()
}

/// The number in such a key.
pub(super) fn number_in(key: &JsValue) -> Option<u32> {
    let number = key.dyn_ref::<Array>()?.get(1).as_f64()?;
    (number >= 0.0 && number <= f64::from(u32::MAX)).then_some(number as u32)
}

/// The result of a request. Continues within the request's transaction, because promises settle before the browser
/// ends a transaction that has nothing to do.
pub(super) async fn answer(request: &IdbRequest) -> Result<JsValue, StoreError> {
    let done = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(done).await {
        Ok(_) => request.result().map_err(|thrown| refused(&thrown)),
        Err(_) => Err(failure(request)),
    }
}

/// All entries of a store, or those with keys in a range, by key.
pub(super) async fn entries(
    transaction: &IdbTransaction,
    store: &str,
    range: Option<IdbKeyRange>,
) -> Result<Vec<(JsValue, JsValue)>, StoreError> {
    let asked = || -> Result<_, JsValue> {
        let store = transaction.object_store(store)?;
        Ok(match &range {
            None => (store.get_all_keys()?, store.get_all()?),
            Some(range) => {
                let range: JsValue = range.clone().into();
                (store.get_all_keys_with_key(&range)?, store.get_all_with_key(&range)?)
            }
        })
    };
    let (keys, values) = asked().map_err(|thrown| refused(&thrown))?;
    // Asked for in the order in which they are awaited: the answer to an earlier one would come unheard.
    let keys: Array = answer(&keys).await?.unchecked_into();
    let values: Array = answer(&values).await?.unchecked_into();
    Ok(keys.iter().zip(values.iter()).collect())
}

/// Settles when the transaction is written or given up. Must be asked for before anything is awaited.
pub(super) fn end_of(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    })
}

/// What came of a transaction.
pub(super) async fn finished(transaction: &IdbTransaction, ended: Promise) -> Result<(), StoreError> {
    match JsFuture::from(ended).await {
        Ok(_) => Ok(()),
        Err(_) => Err(transaction.error().map_or(StoreError::Closed, |error| named(&error))),
    }
}

/// Why a request failed.
pub(super) fn failure(request: &IdbRequest) -> StoreError {
    match request.error() {
        Ok(Some(error)) => named(&error),
        _ => StoreError::Closed,
    }
}

/// What was thrown, as an error of ours.
pub(super) fn refused(thrown: &JsValue) -> StoreError {
    match thrown.dyn_ref::<DomException>() {
        Some(exception) => named(exception),
        None => StoreError::Other(describe(thrown)),
    }
}

/// Whether the browser calls its error so.
pub(super) fn is_named(error: &DomException, name: &str) -> bool {
    error.name() == name
}

fn named(error: &DomException) -> StoreError {
    match error.name().as_str() {
        "QuotaExceededError" => StoreError::Full,
        "SecurityError" | "NotAllowedError" | "InvalidAccessError" => StoreError::Denied,
        "InvalidStateError" | "AbortError" | "TransactionInactiveError" | "NotFoundError" => StoreError::Closed,
        // A version can be claimed once.
        "ConstraintError" => StoreError::Conflict,
        "VersionError" => StoreError::Outdated,
        _ => StoreError::Other(error.message()),
    }
}
