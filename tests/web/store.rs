use std::sync::Arc;

use article_annotator::storage::{SessionId, SessionMeta, SessionStore, StoreError};
use article_annotator::web::IndexedDbStore;
use wasm_bindgen_test::wasm_bindgen_test;

fn id(name: &str) -> SessionId {
    SessionId(name.into())
}

fn meta(name: &str, updated_ms: u64) -> SessionMeta {
    SessionMeta {
        id: id(name), title: "Über Ōsaka 🙂".into(), updated_ms, words: 1, mentions: 2, quotes: 3, open: 4
    }
}

async fn save(store: &IndexedDbStore, name: &str, at: u64, text: &str) -> Result<(), StoreError> {
    store.save(meta(name, at), Arc::from(text)).await
}

async fn fresh(name: &str) -> IndexedDbStore {
    let store = IndexedDbStore::named(name);
    store.clear().await.unwrap();
    store
}

#[wasm_bindgen_test]
async fn what_is_saved_is_found_by_the_next_page() {
    let store = fresh("found").await;
    let late = 1_900_000_000_123;
    save(&store, "a", 1, "one").await.unwrap();
    save(&store, "b", late, "“two” 🙂").await.unwrap();
    save(&store, "a", 3, "three").await.unwrap();
    drop(store);
    let store = IndexedDbStore::named("found");
    assert_eq!(store.list().await.unwrap(), [meta("b", late), meta("a", 3)]);
    assert_eq!(store.load(&id("b")).await.unwrap(), "“two” 🙂");
    assert_eq!(store.load(&id("a")).await.unwrap(), "three");
    store.remove(&id("a")).await.unwrap();
    assert_eq!(store.load(&id("a")).await, Err(StoreError::Missing));
    store.clear().await.unwrap();
    assert!(store.list().await.unwrap().is_empty());
}

#[wasm_bindgen_test]
async fn two_tabs_never_overwrite_each_other() {
    let one = fresh("tabs").await;
    save(&one, "a", 1, "start").await.unwrap();
    let two = IndexedDbStore::named("tabs");
    assert_eq!(two.load(&id("a")).await.unwrap(), "start");
    save(&two, "a", 2, "by two").await.unwrap();
    assert_eq!(save(&one, "a", 3, "by one").await, Err(StoreError::Conflict));
    assert_eq!(save(&one, "a", 4, "by one again").await, Err(StoreError::Conflict), "and stays refused");
    save(&one, "a copy", 5, "by one").await.unwrap();
    save(&two, "a", 6, "by two again").await.unwrap();
    let reader = IndexedDbStore::named("tabs");
    assert_eq!(reader.load(&id("a")).await.unwrap(), "by two again");
    assert_eq!(reader.load(&id("a copy")).await.unwrap(), "by one");
}

#[wasm_bindgen_test]
async fn a_tab_that_never_saw_a_session_does_not_replace_it() {
    let one = fresh("unseen").await;
    save(&one, "a", 1, "mine").await.unwrap();
    let two = IndexedDbStore::named("unseen");
    assert_eq!(save(&two, "a", 2, "other").await, Err(StoreError::Conflict));
    assert_eq!(one.load(&id("a")).await.unwrap(), "mine");
}

#[wasm_bindgen_test]
async fn a_session_deleted_elsewhere_comes_back_with_the_next_change() {
    let one = fresh("deleted").await;
    save(&one, "a", 1, "start").await.unwrap();
    IndexedDbStore::named("deleted").remove(&id("a")).await.unwrap();
    save(&one, "a", 2, "still here").await.unwrap();
    assert_eq!(one.load(&id("a")).await.unwrap(), "still here");
}

#[wasm_bindgen_test]
async fn saves_that_overlap_keep_their_order() {
    let store = fresh("overlap").await;
    let saves = js_sys::Array::new();
    for text in (0..20).map(|i| format!("text {i}")).chain(["last".to_owned()]) {
        let store = store.clone();
        saves.push(&wasm_bindgen_futures::future_to_promise(async move {
            save(&store, "a", 1, &text).await.unwrap();
            Ok(true.into())
        }));
    }
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::all(&saves)).await.unwrap();
    assert_eq!(store.load(&id("a")).await.unwrap(), "last");
}

#[wasm_bindgen_test]
async fn a_deleted_database_is_opened_again() {
    let store = fresh("gone").await;
    save(&store, "a", 1, "one").await.unwrap();
    // Asks every open connection to close; ours does.
    let factory = web_sys::window().unwrap().indexed_db().unwrap().unwrap();
    let request = factory.delete_database("gone").unwrap();
    let deleted = js_sys::Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    wasm_bindgen_futures::JsFuture::from(deleted).await.unwrap();
    assert!(store.list().await.unwrap().is_empty());
    save(&store, "a", 2, "two").await.unwrap();
    assert_eq!(store.load(&id("a")).await.unwrap(), "two");
}
