//! Versions of articles that are kept beside them: what the list shows in one store, their texts in another, so that a list
//! reads no texts.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbKeyRange, IdbTransaction};

use crate::storage::{Snapshot, StoreError, checksum, thinned};
use crate::text::InOrder as _;
use crate::web::database::record::{Record, number, raw as raw_value, read_text, small, text_value, words};
use crate::web::database::request::{
    answer, end_of, entries, finished, key, keys_of, number_in, reading, refused, writing,
};
use crate::web::database::stores::{RECORDS, SNAPSHOT_TEXTS, SNAPSHOTS};

/// What is listed of a version, as it is put into the store.
fn value(snapshot: &Snapshot, sum: &str) -> JsValue {
    let object = Object::new();
    let pairs: [(&str, JsValue); 8] = [
        ("made_ms", (snapshot.made_ms as f64).into()),
        ("name", snapshot.name.as_str().into()),
        ("cause", snapshot.cause.as_str().into()),
        ("words", snapshot.words.into()),
        ("mentions", snapshot.mentions.into()),
        ("quotes", snapshot.quotes.into()),
        ("open", snapshot.open.into()),
        ("sum", sum.into()),
    ];
    for (name, value) in pairs {
        // A plain object takes every property.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}

/// What can be read of it; without its text.
fn read(value: &JsValue) -> Snapshot {
    let count = |name| small(value, name).unwrap_or_default();
    Snapshot {
        made_ms: number(value, "made_ms").unwrap_or_default(),
        name: words(value, "name").unwrap_or_default(),
        cause: words(value, "cause").unwrap_or_default(),
        words: count("words"),
        mentions: count("mentions"),
        quotes: count("quotes"),
        open: count("open"),
        text: String::new(),
    }
}

fn range(id: &str) -> Result<IdbKeyRange, StoreError> {
    keys_of(id).map_err(|thrown| refused(&thrown))
}

/// All versions of an article, newest first, each with the checksum of its text.
async fn all(transaction: &IdbTransaction, id: &str) -> Result<Vec<(u32, Snapshot, String)>, StoreError> {
    let found = entries(transaction, SNAPSHOTS, Some(range(id)?)).await?;
    let of = |(key, value): (JsValue, JsValue)| {
        Some((number_in(&key)?, read(&value), words(&value, "sum").unwrap_or_default()))
    };
    let mut all: Vec<_> = found.into_iter().filter_map(of).collect();
    all.order_by_key(|(number, snapshot, _)| std::cmp::Reverse((snapshot.made_ms, *number)));
    Ok(all)
}

fn named(all: Vec<(u32, Snapshot, String)>) -> Vec<(u32, Snapshot)> {
    all.into_iter().map(|(number, snapshot, _)| (number, snapshot)).collect()
}

/// All versions of an article, newest first, without their texts.
pub(super) async fn list(database: &IdbDatabase, id: &str) -> Result<Vec<(u32, Snapshot)>, StoreError> {
    let transaction = reading(database).map_err(|thrown| refused(&thrown))?;
    Ok(named(all(&transaction, id).await?))
}

/// What lies under this key.
async fn get(transaction: &IdbTransaction, store: &str, key: &JsValue) -> Result<JsValue, StoreError> {
    let asked = transaction.object_store(store).and_then(|store| store.get(key));
    answer(&asked.map_err(|thrown| refused(&thrown))?).await
}

/// A version with its text.
pub(super) async fn load(database: &IdbDatabase, id: &str, number: u32) -> Result<Snapshot, StoreError> {
    let transaction = reading(database).map_err(|thrown| refused(&thrown))?;
    let at = key(id, number);
    let found = get(&transaction, SNAPSHOTS, &at).await?;
    let text = get(&transaction, SNAPSHOT_TEXTS, &at).await?;
    if found.is_undefined() && text.is_undefined() {
        return Err(StoreError::Missing);
    }
    let text = read_text(&text).filter(|text| text.intact).ok_or(StoreError::Damaged)?;
    Ok(Snapshot { text: text.content.to_string(), ..read(&found) })
}

/// Everything there is of a version, readable or not.
pub(super) async fn raw(database: &IdbDatabase, id: &str, number: u32) -> Result<String, StoreError> {
    let transaction = reading(database).map_err(|thrown| refused(&thrown))?;
    raw_text(&transaction, id, number).await
}

async fn raw_text(transaction: &IdbTransaction, id: &str, number: u32) -> Result<String, StoreError> {
    let text = get(transaction, SNAPSHOT_TEXTS, &key(id, number)).await?;
    Ok(read_text(&text).map_or_else(|| raw_value(&text), |text| text.content.to_string()))
}

/// When an article was saved last.
pub(super) async fn last_saved(database: &IdbDatabase, id: &str) -> Result<u64, StoreError> {
    let transaction = reading(database).map_err(|thrown| refused(&thrown))?;
    let found = get(&transaction, RECORDS, &JsValue::from_str(id)).await?;
    Ok(Record::read(id, &found).meta.updated_ms)
}

fn put(transaction: &IdbTransaction, id: &str, number: u32, snapshot: &Snapshot) -> Result<(), StoreError> {
    let at = key(id, number);
    let texts = transaction.object_store(SNAPSHOT_TEXTS);
    texts
        .and_then(|texts| {
            texts.put_with_key(&text_value(&snapshot.text, None), &at)?;
            transaction.object_store(SNAPSHOTS)?.put_with_key(&value(snapshot, &checksum(&snapshot.text)), &at)
        })
        .map_err(|thrown| refused(&thrown))?;
    Ok(())
}

fn delete(transaction: &IdbTransaction, id: &str, number: u32) -> Result<(), StoreError> {
    let at = key(id, number);
    for store in [SNAPSHOTS, SNAPSHOT_TEXTS] {
        transaction.object_store(store).and_then(|store| store.delete(&at)).map_err(|thrown| refused(&thrown))?;
    }
    Ok(())
}

/// Keeps versions of an article that are not there yet; of those without a name too many go. One that was kept by itself is
/// there already when the newest has the same in it. How many came.
pub(super) async fn keep(database: &IdbDatabase, id: &str, snapshots: &[Snapshot]) -> Result<usize, StoreError> {
    let transaction = writing(database).map_err(|thrown| refused(&thrown))?;
    let ended = end_of(&transaction);
    let mut there = all(&transaction, id).await?;
    let mut next = there.iter().map(|(number, ..)| *number).max().unwrap_or_default();
    let mut came = 0;
    for snapshot in snapshots {
        let sum = checksum(&snapshot.text);
        let newest = there.first().is_some_and(|(_, _, other)| snapshot.name.is_empty() && *other == sum);
        let same = |(_, other, its): &(u32, Snapshot, String)| other.made_ms == snapshot.made_ms && *its == sum;
        if newest || there.iter().any(same) {
            continue;
        }
        next += 1;
        came += 1;
        put(&transaction, id, next, snapshot)?;
        there.push((next, Snapshot { text: String::new(), ..snapshot.clone() }, sum));
        there.order_by_key(|(number, snapshot, _)| std::cmp::Reverse((snapshot.made_ms, *number)));
    }
    for number in thinned(&named(there)) {
        delete(&transaction, id, number)?;
    }
    finished(&transaction, ended).await?;
    Ok(came)
}

/// Gives a version another name.
pub(super) async fn rename(database: &IdbDatabase, id: &str, number: u32, name: &str) -> Result<(), StoreError> {
    let transaction = writing(database).map_err(|thrown| refused(&thrown))?;
    let ended = end_of(&transaction);
    let found = get(&transaction, SNAPSHOTS, &key(id, number)).await?;
    if found.is_undefined() {
        return Err(StoreError::Missing);
    }
    let snapshot = Snapshot { name: name.to_owned(), ..read(&found) };
    let value = value(&snapshot, &words(&found, "sum").unwrap_or_default());
    let put = transaction.object_store(SNAPSHOTS).and_then(|store| store.put_with_key(&value, &key(id, number)));
    put.map_err(|thrown| refused(&thrown))?;
    finished(&transaction, ended).await
}

/// Deletes a version, and gives it back as far as it can be read.
pub(super) async fn remove(database: &IdbDatabase, id: &str, number: u32) -> Result<Snapshot, StoreError> {
    let transaction = writing(database).map_err(|thrown| refused(&thrown))?;
    let ended = end_of(&transaction);
    let found = get(&transaction, SNAPSHOTS, &key(id, number)).await?;
    let text = raw_text(&transaction, id, number).await?;
    delete(&transaction, id, number)?;
    finished(&transaction, ended).await?;
    Ok(Snapshot { text, ..read(&found) })
}

/// The versions of all articles with their texts, as far as they can be read, by the names of the articles.
pub(super) async fn everything(transaction: &IdbTransaction) -> Result<Vec<(String, Snapshot)>, StoreError> {
    let id = |key: &JsValue| key.dyn_ref::<Array>().and_then(|parts| parts.get(0).as_string());
    let texts = entries(transaction, SNAPSHOT_TEXTS, None).await?;
    let listed = entries(transaction, SNAPSHOTS, None).await?;
    let place = |key: &JsValue| Some((id(key)?, number_in(key)?));
    let listed: std::collections::BTreeMap<_, _> =
        listed.iter().filter_map(|(key, value)| Some((place(key)?, read(value)))).collect();
    let of = |(key, value): &(JsValue, JsValue)| {
        let at = place(key)?;
        let snapshot = listed.get(&at).cloned().unwrap_or_default();
        let text = read_text(value).map_or_else(|| raw_value(value), |text| text.content.to_string());
        Some((at.0, Snapshot { text, ..snapshot }))
    };
    Ok(texts.iter().filter_map(of).collect())
}
