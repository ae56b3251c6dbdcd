//! The stores of the database, and what is in a request to open it.
//!
//! The browser's version of a database grows also when a damaged layout is mended; its thousands say which layout it is.
//! The first two layouts had the versions 1 and 2.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbObjectStoreParameters, IdbOpenDbRequest};

use crate::storage::StoreError;
use crate::web::clock::Timeout;
use crate::web::database::news::{Hearer, News};
use crate::web::database::request::{failure, is_named, refused};
use crate::web::database::stores::{ASIDE, RECORDS, STORES};

const LAYOUT: u32 = 4;
const STEP: u32 = 1000;

/// How often opening goes on with another version before it is given up.
const MOST_TRIES: u32 = 5;

/// How long the browser may take to open the database before the person is told, and how often it is asked again, in
/// milliseconds.
const PATIENCE: u32 = 4_000;

/// Opens the database with all its stores, whatever layout it has. Waits as long as another tab holds an older layout
/// open, and tells of it.
pub(super) async fn open(name: &str, hearer: &Hearer) -> Result<IdbDatabase, StoreError> {
    let mut version = Some(LAYOUT * STEP);
    for _ in 0..MOST_TRIES {
        match ask(name, version, hearer).await {
            Ok(database) => {
                let there = database.version() as u32;
                if there / STEP > LAYOUT {
                    database.close();
                    return Err(StoreError::Outdated);
                }
                let names = database.object_store_names();
                if there >= LAYOUT * STEP && STORES.iter().all(|store| names.contains(store)) {
                    return Ok(database);
                }
                // Mended by an upgrade that creates what lacks.
                database.close();
                version = Some((there + 1).max(LAYOUT * STEP));
            }
            // It was mended before, or is of a newer page: the browser says which version it has.
            Err(StoreError::Outdated) if version.is_some() => version = None,
            Err(error) => return Err(error),
        }
    }
    Err(StoreError::Other("the layout of the database could not be mended".to_owned()))
}

/// One request to open, asked again while the browser does not answer; the first answer counts.
async fn ask(name: &str, version: Option<u32>, hearer: &Hearer) -> Result<IdbDatabase, StoreError> {
    let window = web_sys::window().ok_or(StoreError::Denied)?;
    let factory = window.indexed_db().map_err(|_| StoreError::Denied)?.ok_or(StoreError::Denied)?;
    let asked = || {
        let request = match version {
            Some(version) => factory.open_with_u32(name, version),
            None => factory.open(name),
        };
        request.map_err(|_| StoreError::Denied)
    };
    let answered = Rc::new(RefCell::new(None::<IdbOpenDbRequest>));
    let blocked = Rc::new(RefCell::new(false));
    let answer = follow(&asked()?, &answered, &blocked, hearer);
    let mut timer = None;
    let late = Promise::new(&mut |resolve, _| {
        timer = Some(Timeout::new(PATIENCE, move || {
            let _ = resolve.call0(&JsValue::NULL);
        }));
    });
    let _ = JsFuture::from(Promise::race(&Array::of2(&answer, &late))).await;
    if answered.borrow().is_none() {
        if !*blocked.borrow() {
            hearer.tell(News::Slow);
        }
        // A request that got lost is never answered, one that waits is answered in its turn.
        let again = follow(&asked()?, &answered, &blocked, hearer);
        let _ = JsFuture::from(Promise::race(&Array::of2(&answer, &again))).await;
    }
    drop(timer);
    let request = answered.borrow_mut().take().ok_or(StoreError::Silent)?;
    match request.error() {
        Ok(Some(error)) if is_named(&error, "VersionError") => Err(StoreError::Outdated),
        Ok(Some(_)) => Err(failure(&request)),
        _ => request.result().map(JsCast::unchecked_into).map_err(|thrown| refused(&thrown)),
    }
}

/// Deletes the database of this name. Waits for other pages that hold it, but not for long.
pub(super) async fn delete(name: &str) -> Result<(), StoreError> {
    let window = web_sys::window().ok_or(StoreError::Denied)?;
    let factory = window.indexed_db().map_err(|_| StoreError::Denied)?.ok_or(StoreError::Denied)?;
    let request = factory.delete_database(name).map_err(|thrown| refused(&thrown))?;
    let (answered, unheard) = (Rc::new(RefCell::new(None)), Hearer::default());
    let answer = follow(&request, &answered, &Rc::default(), &unheard);
    let mut timer = None;
    let late = Promise::new(&mut |resolve, _| {
        timer = Some(Timeout::new(PATIENCE, move || {
            let _ = resolve.call0(&JsValue::NULL);
        }));
    });
    let _ = JsFuture::from(Promise::race(&Array::of2(&answer, &late))).await;
    match answered.take() {
        None => Err(StoreError::Blocked),
        Some(request) if matches!(request.error(), Ok(Some(_))) => Err(failure(&request)),
        Some(_) => Ok(()),
    }
}

/// Hears a request until it ends, however long that takes: an upgrade that nobody hears would leave the database without
/// its stores. What opens after another has answered is closed.
fn follow(
    request: &IdbOpenDbRequest,
    answered: &Rc<RefCell<Option<IdbOpenDbRequest>>>,
    blocked: &Rc<RefCell<bool>>,
    hearer: &Hearer,
) -> Promise {
    let upgrading = request.clone();
    let on_upgrade = Closure::once_into_js(move |_: Event| {
        if let Ok(database) = upgrading.result() {
            create(&database.unchecked_into());
        }
    });
    request.set_onupgradeneeded(Some(on_upgrade.unchecked_ref()));
    let (hearer, blocked) = (hearer.clone(), Rc::clone(blocked));
    let on_blocked = Closure::once_into_js(move |_: Event| {
        *blocked.borrow_mut() = true;
        hearer.tell(News::Blocked);
    });
    request.set_onblocked(Some(on_blocked.unchecked_ref()));
    Promise::new(&mut |resolve, _| {
        let end = |request: &IdbOpenDbRequest| {
            let (answered, request, resolve) = (Rc::clone(answered), request.clone(), resolve.clone());
            Closure::once_into_js(move |_: Event| {
                let first = answered.borrow().is_none();
                if first {
                    *answered.borrow_mut() = Some(request);
                } else if let Ok(database) = request.result() {
                    database.unchecked_into::<IdbDatabase>().close();
                }
                let _ = resolve.call0(&JsValue::NULL);
            })
        };
        request.set_onsuccess(Some(end(request).unchecked_ref()));
        request.set_onerror(Some(end(request).unchecked_ref()));
    })
}

/// Creates what lacks. A failure aborts the upgrade and comes back as the error of the request.
fn create(database: &IdbDatabase) {
    let by_id = IdbObjectStoreParameters::new();
    by_id.set_key_path(&"id".into());
    let numbered = IdbObjectStoreParameters::new();
    numbered.set_auto_increment(true);
    let present = database.object_store_names();
    for store in STORES.into_iter().filter(|store| !present.contains(store)) {
        let _ = match store {
            RECORDS => database.create_object_store_with_optional_parameters(store, &by_id),
            ASIDE => database.create_object_store_with_optional_parameters(store, &numbered),
            _ => database.create_object_store(store),
        };
    }
}
