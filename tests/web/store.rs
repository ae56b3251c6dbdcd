use std::sync::Arc;

use article_annotator::storage::{Loaded, SessionId, SessionMeta, SessionStore, StoreError, Stored};
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
    store.save(meta(name, at), Stored::Whole(Arc::from(text))).await
}

async fn change(store: &IndexedDbStore, name: &str, at: u64, text: &str) -> Result<(), StoreError> {
    store.save(meta(name, at), Stored::Change(Arc::from(text))).await
}

fn whole(text: &str) -> Loaded {
    loaded(text, &[])
}

fn loaded(text: &str, changes: &[&str]) -> Loaded {
    Loaded { whole: text.into(), changes: changes.iter().map(|&change| change.into()).collect() }
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
    assert_eq!(store.load(&id("b")).await.unwrap(), whole("“two” 🙂"));
    assert_eq!(store.load(&id("a")).await.unwrap(), whole("three"));
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
    assert_eq!(two.load(&id("a")).await.unwrap(), whole("start"));
    save(&two, "a", 2, "by two").await.unwrap();
    assert_eq!(save(&one, "a", 3, "by one").await, Err(StoreError::Conflict));
    assert_eq!(save(&one, "a", 4, "by one again").await, Err(StoreError::Conflict), "and stays refused");
    save(&one, "a copy", 5, "by one").await.unwrap();
    save(&two, "a", 6, "by two again").await.unwrap();
    let reader = IndexedDbStore::named("tabs");
    assert_eq!(reader.load(&id("a")).await.unwrap(), whole("by two again"));
    assert_eq!(reader.load(&id("a copy")).await.unwrap(), whole("by one"));
}

#[wasm_bindgen_test]
async fn a_tab_that_never_saw_a_session_does_not_replace_it() {
    let one = fresh("unseen").await;
    save(&one, "a", 1, "mine").await.unwrap();
    let two = IndexedDbStore::named("unseen");
    assert_eq!(save(&two, "a", 2, "other").await, Err(StoreError::Conflict));
    assert_eq!(one.load(&id("a")).await.unwrap(), whole("mine"));
}

#[wasm_bindgen_test]
async fn a_session_deleted_elsewhere_comes_back_with_the_next_change() {
    let one = fresh("deleted").await;
    save(&one, "a", 1, "start").await.unwrap();
    IndexedDbStore::named("deleted").remove(&id("a")).await.unwrap();
    save(&one, "a", 2, "still here").await.unwrap();
    assert_eq!(one.load(&id("a")).await.unwrap(), whole("still here"));
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
    assert_eq!(store.load(&id("a")).await.unwrap(), whole("last"));
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
    assert_eq!(store.load(&id("a")).await.unwrap(), whole("two"));
}

#[wasm_bindgen_test]
async fn changes_go_behind_the_whole_in_their_order_and_go_with_it() {
    let store = fresh("changes").await;
    assert_eq!(change(&store, "a", 1, "+1").await, Err(StoreError::Missing));
    save(&store, "a", 1, "one").await.unwrap();
    save(&store, "ab", 1, "other").await.unwrap();
    let steps: Vec<_> = (1..=12).map(|i| format!("+{i}")).collect();
    for (step, at) in steps.iter().zip(2..) {
        change(&store, "a", at, step).await.unwrap();
    }
    change(&store, "ab", 2, "other change").await.unwrap();
    drop(store);
    let store = IndexedDbStore::named("changes");
    let steps: Vec<_> = steps.iter().map(|step| &**step).collect();
    assert_eq!(store.load(&id("a")).await.unwrap(), loaded("one", &steps));
    change(&store, "a", 20, "the next page goes on").await.unwrap();
    save(&store, "a", 21, "two").await.unwrap();
    assert_eq!(store.load(&id("a")).await.unwrap(), whole("two"));
    store.remove(&id("a")).await.unwrap();
    assert_eq!(store.load(&id("ab")).await.unwrap(), loaded("other", &["other change"]));
}

#[wasm_bindgen_test]
async fn a_change_lands_only_behind_the_state_it_was_made_from() {
    let one = fresh("behind").await;
    save(&one, "a", 1, "start").await.unwrap();
    let two = IndexedDbStore::named("behind");
    two.load(&id("a")).await.unwrap();
    change(&two, "a", 2, "by two").await.unwrap();
    assert_eq!(change(&one, "a", 3, "by one").await, Err(StoreError::Conflict));
    assert_eq!(two.load(&id("a")).await.unwrap(), loaded("start", &["by two"]));
    two.remove(&id("a")).await.unwrap();
    assert_eq!(change(&one, "a", 4, "by one").await, Err(StoreError::Missing));
}

#[wasm_bindgen_test]
async fn sessions_of_the_first_layout_are_read() {
    let factory = web_sys::window().unwrap().indexed_db().unwrap().unwrap();
    let finished = |request: &web_sys::IdbRequest| {
        wasm_bindgen_futures::JsFuture::from(js_sys::Promise::new(&mut |resolve, reject| {
            request.set_onsuccess(Some(&resolve));
            request.set_onerror(Some(&reject));
        }))
    };
    finished(&factory.delete_database("layout").unwrap()).await.unwrap();
    let request = factory.open_with_u32("layout", 1).unwrap();
    let upgrade = {
        let request = request.clone();
        wasm_bindgen::closure::Closure::once(move |_: web_sys::Event| {
            use wasm_bindgen::JsCast;
            let database: web_sys::IdbDatabase = request.result().unwrap().unchecked_into();
            let by_id = web_sys::IdbObjectStoreParameters::new();
            by_id.set_key_path(&"id".into());
            let records = database.create_object_store_with_optional_parameters("records", &by_id).unwrap();
            let texts = database.create_object_store("texts").unwrap();
            let record = js_sys::JSON::parse(
                r#"{"id":"a","version":7,"title":"T","updated_ms":5,"words":1,"mentions":2,"quotes":3,"open":4}"#,
            );
            records.put(&record.unwrap()).unwrap();
            texts.put_with_key(&"old".into(), &"a".into()).unwrap();
        })
    };
    request.set_onupgradeneeded(Some(wasm_bindgen::JsCast::unchecked_ref(upgrade.as_ref())));
    finished(&request).await.unwrap();
    wasm_bindgen::JsCast::unchecked_into::<web_sys::IdbDatabase>(request.result().unwrap()).close();

    let store = IndexedDbStore::named("layout");
    assert_eq!(store.load(&id("a")).await.unwrap(), whole("old"));
    change(&store, "a", 6, "new").await.unwrap();
    assert_eq!(store.load(&id("a")).await.unwrap(), loaded("old", &["new"]));
}
