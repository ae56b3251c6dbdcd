//! The database: what is written is found, two tabs never overwrite each other, odd things harm nothing else.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use article_annotator::storage::{Loaded, NEWEST, SessionId, SessionMeta, Snapshot, StoreError, Stored, Value};
use article_annotator::web::Database;
use article_annotator::web::database::{ArticleBatch, Batch, News};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, IdbDatabase, IdbObjectStore, IdbObjectStoreParameters, IdbRequest, IdbTransactionMode};

fn id(name: &str) -> SessionId {
    SessionId(name.into())
}

fn meta(name: &str, updated_ms: u64) -> SessionMeta {
    SessionMeta {
        id: id(name), title: "Über Ōsaka 🙂".into(), updated_ms, words: 1, mentions: 2, quotes: 3, open: 4
    }
}

fn batch(name: &str, at: u64, stored: Stored) -> Batch {
    let article = ArticleBatch { meta: meta(name, at), stored, aside: None };
    Batch { article: Some(article), ..Batch::default() }
}

async fn save(store: &Database, name: &str, at: u64, text: &str) -> Result<(), StoreError> {
    store.ready().await?;
    store.write(&batch(name, at, Stored::Whole(Arc::from(text))), false).await
}

async fn change(store: &Database, name: &str, at: u64, text: &str) -> Result<(), StoreError> {
    store.ready().await?;
    store.write(&batch(name, at, Stored::Change(Arc::from(text))), false).await
}

fn whole(text: &str) -> Loaded {
    loaded(text, &[])
}

fn loaded(text: &str, changes: &[&str]) -> Loaded {
    let changes = changes.iter().map(|&change| change.into()).collect();
    Loaded { whole: text.into(), changes, ..Loaded::default() }
}

async fn fresh(name: &str) -> Database {
    let store = Database::named(name);
    store.clear().await.unwrap();
    store
}

async fn settled(request: &IdbRequest) {
    JsFuture::from(js_sys::Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    }))
    .await
    .unwrap();
}

fn factory() -> web_sys::IdbFactory {
    web_sys::window().unwrap().indexed_db().unwrap().unwrap()
}

async fn delete(name: &str) {
    settled(&factory().delete_database(name).unwrap()).await;
}

/// The database as an older page, or a damage, left it.
async fn old(name: &str, version: u32, make: impl FnOnce(&IdbDatabase) + 'static) -> IdbDatabase {
    delete(name).await;
    let request = factory().open_with_u32(name, version).unwrap();
    let upgrading = request.clone();
    let upgrade = Closure::once(move |_: Event| make(&upgrading.result().unwrap().unchecked_into()));
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    settled(&request).await;
    request.result().unwrap().unchecked_into()
}

fn by_id() -> IdbObjectStoreParameters {
    let parameters = IdbObjectStoreParameters::new();
    parameters.set_key_path(&"id".into());
    parameters
}

const RECORD: &str = r#"{"id":"a","version":7,"title":"T","updated_ms":5,"words":1,"mentions":2,"quotes":3,"open":4}"#;

fn put_old(records: &IdbObjectStore, texts: &IdbObjectStore) {
    records.put(&js_sys::JSON::parse(RECORD).unwrap()).unwrap();
    texts.put_with_key(&"old".into(), &"a".into()).unwrap();
}

/// Puts a value into a store under the page's back.
async fn smuggle(name: &str, store: &str, key: Option<JsValue>, value: JsValue) {
    let request = factory().open(name).unwrap();
    settled(&request).await;
    let database: IdbDatabase = request.result().unwrap().unchecked_into();
    let transaction = database.transaction_with_str_and_mode(store, IdbTransactionMode::Readwrite).unwrap();
    let store = transaction.object_store(store).unwrap();
    let put = match key {
        Some(key) => store.put_with_key(&value, &key).unwrap(),
        None => store.put(&value).unwrap(),
    };
    settled(&put).await;
    database.close();
}

fn heard(store: &Database) -> Rc<RefCell<Vec<News>>> {
    let news = Rc::<RefCell<Vec<News>>>::default();
    let into = Rc::clone(&news);
    store.hear(move |what| into.borrow_mut().push(what));
    news
}

#[wasm_bindgen_test]
async fn what_is_saved_is_found_by_the_next_page() {
    let store = fresh("found").await;
    let late = 1_900_000_000_123;
    save(&store, "a", 1, "one").await.unwrap();
    save(&store, "b", late, "“two” 🙂").await.unwrap();
    save(&store, "a", 3, "three").await.unwrap();
    drop(store);
    let store = Database::named("found");
    assert_eq!(store.list().await.unwrap().kept, [meta("b", late), meta("a", 3)]);
    assert_eq!(store.load(&id("b")).await.unwrap(), whole("“two” 🙂"));
    assert_eq!(store.load(&id("a")).await.unwrap(), whole("three"));
    store.remove(&id("a")).await.unwrap();
    assert_eq!(store.load(&id("a")).await, Err(StoreError::Missing));
    store.clear().await.unwrap();
    assert!(store.list().await.unwrap().kept.is_empty());
}

#[wasm_bindgen_test]
async fn small_things_are_kept_in_the_same_step() {
    let store = fresh("values").await;
    let mut both = batch("a", 1, Stored::Whole("one".into()));
    both.values = vec![(Value::Words.name().into(), "list".into()), ("tab:1".into(), "5 a".into())];
    store.ready().await.unwrap();
    store.write(&both, true).await.unwrap();
    let values = Database::named("values").values().await.unwrap();
    assert_eq!(values.get("words").map(String::as_str), Some("list"));
    assert_eq!(values.get("tab:1").map(String::as_str), Some("5 a"));
    let gone = Batch { gone: vec!["tab:1".into()], ..Batch::default() };
    store.write(&gone, false).await.unwrap();
    assert!(!store.values().await.unwrap().contains_key("tab:1"));
}

#[wasm_bindgen_test]
async fn a_word_list_that_another_tab_has_written_is_not_written_over() {
    let one = fresh("lists").await;
    let two = Database::named("lists");
    let words = |text: &str| Batch { values: vec![("words".into(), text.into())], ..Batch::default() };
    one.values().await.unwrap();
    two.values().await.unwrap();
    one.write(&words("by one"), false).await.unwrap();
    assert_eq!(two.write(&words("by two"), false).await, Err(StoreError::Conflict));
    assert_eq!(two.values().await.unwrap()["words"], "by one");
    two.write(&words("both"), false).await.unwrap();
    assert_eq!(one.values().await.unwrap()["words"], "both");
}

#[wasm_bindgen_test]
async fn two_tabs_never_overwrite_each_other() {
    for urgent in [false, true] {
        let one = fresh("tabs").await;
        save(&one, "a", 1, "start").await.unwrap();
        let two = Database::named("tabs");
        assert_eq!(two.load(&id("a")).await.unwrap(), whole("start"));
        save(&two, "a", 2, "by two").await.unwrap();
        let by_one = batch("a", 3, Stored::Whole("by one".into()));
        assert_eq!(one.write(&by_one, urgent).await, Err(StoreError::Conflict));
        assert_eq!(one.write(&by_one, urgent).await, Err(StoreError::Conflict), "and stays refused");
        save(&one, "a copy", 5, "by one").await.unwrap();
        save(&two, "a", 6, "by two again").await.unwrap();
        let reader = Database::named("tabs");
        assert_eq!(reader.load(&id("a")).await.unwrap(), whole("by two again"));
        assert_eq!(reader.load(&id("a copy")).await.unwrap(), whole("by one"));
    }
}

#[wasm_bindgen_test]
async fn a_tab_that_never_saw_a_session_does_not_replace_it() {
    let one = fresh("unseen").await;
    save(&one, "a", 1, "mine").await.unwrap();
    let two = Database::named("unseen");
    assert_eq!(save(&two, "a", 2, "other").await, Err(StoreError::Conflict));
    assert_eq!(one.load(&id("a")).await.unwrap(), whole("mine"));
}

#[wasm_bindgen_test]
async fn writes_are_sent_one_behind_the_other_and_keep_their_order() {
    let store = fresh("overlap").await;
    save(&store, "a", 1, "start").await.unwrap();
    let texts: Vec<String> = (0..20).map(|i| format!("+{i}")).collect();
    let sent: Vec<_> =
        texts.iter().map(|text| store.write(&batch("a", 2, Stored::Change(text.as_str().into())), true)).collect();
    for write in sent {
        write.await.unwrap();
    }
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    assert_eq!(store.load(&id("a")).await.unwrap(), loaded("start", &texts));
}

#[wasm_bindgen_test]
async fn a_deleted_database_is_opened_again_and_told_of() {
    let store = fresh("gone").await;
    let news = heard(&store);
    save(&store, "a", 1, "one").await.unwrap();
    delete("gone").await;
    assert_eq!(*news.borrow(), [News::Lost]);
    assert!(!store.is_open());
    assert_eq!(store.write(&batch("a", 2, Stored::Whole("lost".into())), false).await, Err(StoreError::Closed));
    assert!(store.list().await.unwrap().kept.is_empty());
    assert_eq!(*news.borrow(), [News::Lost, News::Open]);
    save(&store, "a", 2, "two").await.unwrap();
    assert_eq!(store.load(&id("a")).await.unwrap(), whole("two"));
}

#[wasm_bindgen_test]
async fn changes_go_behind_the_whole_in_their_order_and_go_with_it() {
    let store = fresh("changes").await;
    save(&store, "a", 1, "one").await.unwrap();
    save(&store, "ab", 1, "other").await.unwrap();
    let steps: Vec<_> = (1..=12).map(|i| format!("+{i}")).collect();
    for (step, at) in steps.iter().zip(2..) {
        change(&store, "a", at, step).await.unwrap();
    }
    change(&store, "ab", 2, "other change").await.unwrap();
    drop(store);
    let store = Database::named("changes");
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
    let two = Database::named("behind");
    two.load(&id("a")).await.unwrap();
    change(&two, "a", 2, "by two").await.unwrap();
    assert_eq!(change(&one, "a", 3, "by one").await, Err(StoreError::Conflict));
    assert_eq!(two.load(&id("a")).await.unwrap(), loaded("start", &["by two"]));
}

#[wasm_bindgen_test]
async fn what_is_gone_for_ever_comes_back_only_as_a_whole() {
    let one = fresh("erased").await;
    save(&one, "a", 1, "start").await.unwrap();
    Database::named("erased").remove(&id("a")).await.unwrap();
    assert_eq!(change(&one, "a", 2, "change").await, Err(StoreError::Missing));
    save(&one, "a", 3, "still here").await.unwrap();
    assert_eq!(one.load(&id("a")).await.unwrap(), whole("still here"));
}

#[wasm_bindgen_test]
async fn the_trash_keeps_until_it_is_emptied() {
    let store = fresh("trash").await;
    save(&store, "a", 1, "one").await.unwrap();
    change(&store, "a", 2, "+1").await.unwrap();
    store.delete(&id("a"), 77).await.unwrap();
    let listing = Database::named("trash").list().await.unwrap();
    assert!(listing.kept.is_empty() && listing.odd.is_empty());
    assert_eq!(listing.deleted, [meta("a", 77)]);
    store.restore(&id("a")).await.unwrap();
    assert_eq!(store.list().await.unwrap().kept, [meta("a", 2)]);
    assert_eq!(store.load(&id("a")).await.unwrap(), loaded("one", &["+1"]));
    change(&store, "a", 3, "+2").await.unwrap();
    // A tab that has not seen that it was deleted is told, and nothing is lost.
    let late = Database::named("trash");
    late.load(&id("a")).await.unwrap();
    store.delete(&id("a"), 78).await.unwrap();
    assert_eq!(change(&late, "a", 4, "+3").await, Err(StoreError::Conflict));
    assert_eq!(store.delete(&id("nobody"), 1).await, Err(StoreError::Missing));
}

#[wasm_bindgen_test]
async fn sessions_of_the_first_layouts_are_read() {
    for layout in [1, 2] {
        let database = old("layout", layout, move |database| {
            let records = database.create_object_store_with_optional_parameters("records", &by_id()).unwrap();
            let texts = database.create_object_store("texts").unwrap();
            put_old(&records, &texts);
            if layout == 2 {
                let key = js_sys::Array::of2(&"a".into(), &7.into());
                database.create_object_store("changes").unwrap().put_with_key(&"+1".into(), &key).unwrap();
            }
        })
        .await;
        database.close();
        let store = Database::named("layout");
        let before: &[&str] = if layout == 2 { &["+1"] } else { &[] };
        assert_eq!(store.load(&id("a")).await.unwrap(), loaded("old", before));
        change(&store, "a", 6, "new").await.unwrap();
        let after: Vec<_> = before.iter().copied().chain(["new"]).collect();
        assert_eq!(store.load(&id("a")).await.unwrap(), loaded("old", &after));
        store.clear().await.unwrap();
    }
}

#[wasm_bindgen_test]
async fn a_blocked_upgrade_waits_tells_and_happens_as_a_whole() {
    for layout in [1, 2] {
        let name = format!("blocked {layout}");
        let holding = old(&name, layout, |database| {
            let records = database.create_object_store_with_optional_parameters("records", &by_id()).unwrap();
            let texts = database.create_object_store("texts").unwrap();
            put_old(&records, &texts);
        })
        .await;
        let store = Database::named(&name);
        let news = heard(&store);
        let waiting = wasm_bindgen_futures::future_to_promise({
            let store = store.clone();
            async move { store.ready().await.map(|()| JsValue::TRUE).map_err(|_| JsValue::FALSE) }
        });
        // Longer than the page waits before it asks again.
        JsFuture::from(js_sys::Promise::new(&mut |resolve, _| {
            let window = web_sys::window().unwrap();
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 5_000).unwrap();
        }))
        .await
        .unwrap();
        assert!(news.borrow().contains(&News::Blocked), "{:?}", news.borrow());
        assert!(!store.is_open());
        holding.close();
        JsFuture::from(waiting).await.unwrap();
        assert_eq!(store.load(&id("a")).await.unwrap(), whole("old"));
        save(&store, "a", 9, "new").await.unwrap();
        assert_eq!(Database::named(&name).load(&id("a")).await.unwrap(), whole("new"));
    }
}

#[wasm_bindgen_test]
async fn a_layout_that_lacks_stores_is_mended() {
    for version in [2, 3_000, 3_004, 4_000] {
        let database = old("mended", version, |database| {
            let records = database.create_object_store_with_optional_parameters("records", &by_id()).unwrap();
            put_old(&records, &database.create_object_store("texts").unwrap());
        })
        .await;
        database.close();
        let store = Database::named("mended");
        assert_eq!(store.load(&id("a")).await.unwrap(), whole("old"), "{version}");
        change(&store, "a", 6, "new").await.unwrap();
        // A tab of the same page opens what was mended.
        assert_eq!(Database::named("mended").load(&id("a")).await.unwrap(), loaded("old", &["new"]));
    }
}

#[wasm_bindgen_test]
async fn versions_are_kept_listed_and_go_with_their_article() {
    let store = fresh("snapshots").await;
    save(&store, "a", 1, "one").await.unwrap();
    save(&store, "ab", 1, "one").await.unwrap();
    let version = |made_ms: u64, name: &str, text: &str| Snapshot {
        made_ms,
        name: name.into(),
        cause: "person".into(),
        words: 1,
        mentions: 2,
        quotes: 3,
        open: 4,
        text: text.into(),
    };
    let (first, second) = (version(5, "first", "“one”"), version(6, "", "two"));
    assert_eq!(store.keep_snapshots(&id("a"), &[first.clone(), second.clone()]).await, Ok(2));
    assert_eq!(store.keep_snapshots(&id("ab"), &[version(1, "other", "x")]).await, Ok(1));
    // What is there already, and what was kept by itself and is the same as the newest.
    assert_eq!(store.keep_snapshots(&id("a"), &[first.clone(), version(9, "", "two")]).await, Ok(0));
    let listed = store.snapshots(&id("a")).await.unwrap();
    let bare = |snapshot: &Snapshot| Snapshot { text: String::new(), ..snapshot.clone() };
    assert_eq!(listed, [(2, bare(&second)), (1, bare(&first))]);
    assert_eq!(store.snapshot(&id("a"), 1).await, Ok(first.clone()));
    store.rename_snapshot(&id("a"), 2, "second").await.unwrap();
    assert_eq!(store.snapshot(&id("a"), 2).await.unwrap().name, "second");
    assert_eq!(store.rename_snapshot(&id("a"), 7, "nobody").await, Err(StoreError::Missing));
    let gone = store.remove_snapshot(&id("a"), 1).await.unwrap();
    assert_eq!((gone.clone(), store.snapshot(&id("a"), 1).await), (first, Err(StoreError::Missing)));
    assert_eq!(store.keep_snapshots(&id("a"), &[gone]).await, Ok(1));
    // Automatic ones are bounded; one that is damaged is told, and all of them are in the file with everything.
    let many: Vec<_> = (10..40).map(|at| version(at, "", &at.to_string())).collect();
    assert_eq!(store.keep_snapshots(&id("a"), &many).await, Ok(many.len()));
    assert_eq!(store.snapshots(&id("a")).await.unwrap().len(), 2 + NEWEST);
    let key = js_sys::Array::of2(&"a".into(), &2.into());
    smuggle(
        "snapshots",
        "snapshot-texts",
        Some(key.into()),
        js_sys::JSON::parse(r#"{"text":"tw","sum":"x"}"#).unwrap(),
    )
    .await;
    assert_eq!(store.snapshot(&id("a"), 2).await, Err(StoreError::Damaged));
    assert_eq!(store.raw_snapshot(&id("a"), 2).await.unwrap(), "tw");
    let everything = store.everything().await.unwrap();
    let counts: Vec<_> = everything.iter().map(|article| (&*article.id, article.snapshots.len())).collect();
    assert_eq!(counts, [("a", 2 + NEWEST), ("ab", 1)]);
    store.remove(&id("a")).await.unwrap();
    assert_eq!(store.snapshots(&id("a")).await, Ok(Vec::new()));
    assert_eq!(store.snapshots(&id("ab")).await.unwrap().len(), 1);
}

#[wasm_bindgen_test]
async fn a_newer_layout_is_left_alone() {
    old("newer", 5_000, |database| drop(database.create_object_store("else").unwrap())).await.close();
    assert_eq!(Database::named("newer").ready().await, Err(StoreError::Outdated));
}

/// Values that no version of the page has written.
fn garbage() -> Vec<JsValue> {
    let json = |text: &str| js_sys::JSON::parse(text).unwrap();
    vec![
        JsValue::NULL,
        JsValue::TRUE,
        3.5.into(),
        f64::NAN.into(),
        js_sys::Date::new_0().into(),
        js_sys::Uint8Array::new_with_length(3).into(),
        js_sys::Map::new().into(),
        js_sys::Array::new().into(),
        json("{}"),
        json("[1,[2]]"),
        json(r#"{"text":7}"#),
        json(r#"{"text":"","sum":""}"#),
        json(r#"{"text":"x","sum":"wrong"}"#),
        json(r#"{"text":"x","sum":null,"place":-1}"#),
        json(r#"{"sum":"cbf29ce484222325"}"#),
        json(r#"{"version":"7"}"#),
    ]
}

fn odd_records() -> Vec<JsValue> {
    let rest = [
        r#""version":"7""#,
        r#""version":-1"#,
        r#""version":1e300"#,
        r#""title":5"#,
        r#""title":null"#,
        r#""updated_ms":"now""#,
        r#""words":-3"#,
        r#""words":1.5"#,
        r#""deleted_ms":"x""#,
        r#""sum":"wrong""#,
        r#""changes":"many""#,
    ];
    let text = |fields: &str| js_sys::JSON::parse(&format!("{{\"id\":\"odd\",{fields}}}")).unwrap();
    rest.iter().map(|fields| text(fields)).collect()
}

#[wasm_bindgen_test]
async fn odd_things_in_each_store_harm_no_other_article() {
    let store = fresh("odd").await;
    for value in garbage() {
        let told = format!("{value:?}");
        let fine = format!("good {told}");
        save(&store, &fine, 1, "fine").await.unwrap();
        let key = |number: u32| JsValue::from(js_sys::Array::of2(&"odd".into(), &number.into()));
        smuggle("odd", "texts", Some("odd".into()), value.clone()).await;
        smuggle("odd", "changes", Some(key(3)), value.clone()).await;
        smuggle("odd", "changes", Some("no list".into()), value.clone()).await;
        smuggle("odd", "claims", Some(key(4)), value.clone()).await;
        smuggle("odd", "values", Some("words".into()), value.clone()).await;
        smuggle("odd", "values", Some(7.into()), value.clone()).await;
        let listing = store.list().await.unwrap();
        assert!(listing.kept.iter().any(|meta| meta.id == id(&fine)), "{told}");
        let found = listing.odd.iter().chain(&listing.kept).any(|meta| meta.id == id("odd"));
        assert!(found, "{told}: is listed");
        assert_eq!(store.load(&id(&fine)).await.unwrap(), whole("fine"), "{told}");
        let _ = store.load(&id("odd")).await;
        assert!(store.raw(&id("odd")).await.unwrap().contains("odd"), "{told}");
        store.values().await.unwrap();
    }
    for value in odd_records() {
        let told = format!("{value:?}");
        smuggle("odd", "texts", Some("odd".into()), "its text".into()).await;
        smuggle("odd", "records", None, value).await;
        let listing = store.list().await.unwrap();
        let found = [&listing.kept, &listing.deleted, &listing.odd].into_iter().flatten();
        assert!(found.into_iter().any(|meta| meta.id == id("odd")), "{told}");
        assert!(listing.kept.len() > 10, "{told}");
        assert_eq!(&*store.load(&id("odd")).await.unwrap().whole, "its text", "{told}");
    }
}

#[wasm_bindgen_test]
async fn an_unreadable_change_costs_the_view_and_nothing_else() {
    for (at, value) in [(2, JsValue::NULL), (3, js_sys::JSON::parse(r#"{"text":"+2","sum":"no","place":2}"#).unwrap())]
    {
        let store = fresh("unreadable").await;
        save(&store, "a", 1, "one").await.unwrap();
        for step in ["+1", "+2", "+3"] {
            change(&store, "a", 2, step).await.unwrap();
        }
        let key = js_sys::Array::of2(&"a".into(), &at.into());
        smuggle("unreadable", "changes", Some(key.into()), value).await;
        let store = Database::named("unreadable");
        let readable: &[&str] = if at == 2 { &[] } else { &["+1"] };
        let found = store.load(&id("a")).await.unwrap();
        assert_eq!(found, Loaded { odd: 3 - readable.len(), ..loaded("one", readable) });
        // Nothing is deleted by a look.
        assert!(store.raw(&id("a")).await.unwrap().contains("+3"));
        let aside = store.raw(&id("a")).await.unwrap();
        let mut next = batch("a", 5, Stored::Whole("anew".into()));
        if let Some(article) = &mut next.article {
            article.aside = Some(aside);
        }
        store.write(&next, false).await.unwrap();
        assert_eq!(store.load(&id("a")).await.unwrap(), whole("anew"));
    }
}
