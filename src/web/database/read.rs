//! Reading: each record by itself, so that what is odd in one harms no other.

use std::collections::{BTreeMap, BTreeSet};

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbKeyRange, IdbTransaction};

use crate::storage::{Filed, Listing, Loaded, SessionId, SessionMeta, StoreError, TAGS, Value, tags_of};
use crate::text::InOrder as _;
use crate::web::database::record::{self, Record};
use crate::web::database::request::{answer, entries, keys_of, number_in, reading, refused};
use crate::web::database::seen::Versions;
use crate::web::database::snapshots;
use crate::web::database::stores::{CHANGES, CLAIMS, RECORDS, TEXTS, VALUES};

/// The names of all articles of which a store has something.
async fn ids(transaction: &IdbTransaction, store: &str) -> Result<Vec<String>, StoreError> {
    let asked = transaction.object_store(store).and_then(|store| store.get_all_keys());
    let keys: Array = answer(&asked.map_err(|thrown| refused(&thrown))?).await?.unchecked_into();
    let name = |key: JsValue| match key.dyn_ref::<Array>() {
        Some(parts) => parts.get(0).as_string(),
        None => key.as_string(),
    };
    Ok(keys.iter().filter_map(name).collect())
}

/// No name of an article begins with it or with anything behind it.
const LAST: char = '\u{ffff}';

/// All articles, each by itself.
pub(super) async fn list(database: &IdbDatabase) -> Result<Listing, StoreError> {
    let transaction = reading(database).map_err(|thrown| refused(&thrown))?;
    let mut listing = Listing::default();
    let mut known = BTreeSet::new();
    let texts = ids(&transaction, TEXTS).await?;
    for (key, value) in entries(&transaction, RECORDS, None).await? {
        let Some(id) = key.as_string() else { continue };
        let found = Record::read(&id, &value);
        let readable = texts.contains(&id);
        known.insert(id);
        if !readable {
            listing.odd.push(found.meta);
        } else if let Some(deleted_ms) = found.deleted_ms {
            listing.deleted.push(SessionMeta { updated_ms: deleted_ms, ..found.meta });
        } else {
            listing.kept.push(found.meta);
        }
    }
    // A text or a change without a record: the article is there all the same.
    for id in texts.into_iter().chain(ids(&transaction, CHANGES).await?) {
        if known.insert(id.clone()) {
            listing.odd.push(Record::read(&id, &JsValue::UNDEFINED).meta);
        }
    }
    let tagged =
        IdbKeyRange::bound(&TAGS.into(), &format!("{TAGS}{LAST}").into()).map_err(|thrown| refused(&thrown))?;
    for (key, value) in entries(&transaction, VALUES, Some(tagged)).await? {
        let (Some(name), Some(found)) = (key.as_string(), record::read_text(&value)) else { continue };
        let id = name.strip_prefix(TAGS).unwrap_or_default();
        listing.tags.insert(SessionId(id.into()), tags_of(&found.content));
    }
    for list in [&mut listing.kept, &mut listing.deleted, &mut listing.odd] {
        list.order_by(|one, other| other.updated_ms.cmp(&one.updated_ms).then_with(|| one.id.cmp(&other.id)));
    }
    Ok(listing)
}

/// The version of an article: that of its record, or what its keys say.
async fn version(transaction: &IdbTransaction, id: &str) -> Result<u32, StoreError> {
    let asked =
        || -> Result<_, JsValue> { transaction.object_store(CLAIMS)?.get_all_keys_with_key(&keys_of(id)?.into()) };
    let keys: Array = answer(&asked().map_err(|thrown| refused(&thrown))?).await?.unchecked_into();
    Ok(keys.iter().last().and_then(|key| number_in(&key)).unwrap_or_default())
}

/// What the stores hold of one article, as it was found.
struct Rows {
    record: JsValue,
    text: JsValue,
    /// Keys and values, in their order.
    changes: Vec<(JsValue, JsValue)>,
}

async fn rows(transaction: &IdbTransaction, id: &str) -> Result<Rows, StoreError> {
    let by_id = JsValue::from_str(id);
    let get = |store| {
        let asked = transaction.object_store(store).and_then(|store| store.get(&by_id));
        asked.map_err(|thrown| refused(&thrown))
    };
    let (record, text) = (get(RECORDS)?, get(TEXTS)?);
    let record = answer(&record).await?;
    let text = answer(&text).await?;
    let of_article = keys_of(id).map_err(|thrown| refused(&thrown))?;
    Ok(Rows { record, text, changes: entries(transaction, CHANGES, Some(of_article)).await? })
}

/// The stored form of one article, with its changes up to the first that cannot be read.
pub(super) async fn load(database: &IdbDatabase, versions: &Versions, id: &str) -> Result<Loaded, StoreError> {
    let transaction = reading(database).map_err(|thrown| refused(&thrown))?;
    let Rows { record: found, text, changes } = rows(&transaction, id).await?;
    let claimed = version(&transaction, id).await?;
    if found.is_undefined() && text.is_undefined() {
        // Its claims stay: what comes back must claim a version behind them.
        if claimed > 0 {
            versions.read(id, claimed, 0);
        }
        return Err(StoreError::Missing);
    }
    let found = Record::read(id, &found);
    let last_change = changes.last().and_then(|(key, _)| number_in(key)).unwrap_or_default();
    let readable = record::read_text(&text);
    let mut loaded = Loaded { altered: readable.as_ref().is_some_and(|text| !text.intact), ..Loaded::default() };
    let count = changes.len();
    for (place, (_, value)) in (1_u32..).zip(&changes) {
        let next = record::read_text(value).filter(|change| change.intact && change.place.is_none_or(|it| it == place));
        let Some(next) = next else { break };
        loaded.changes.push(next.content);
    }
    // Some that were written are not there.
    let written = found.changes.filter(|_| found.intact).map_or(count, |written| written as usize);
    loaded.odd = count.max(written) - loaded.changes.len();
    versions.read(id, found.version.max(claimed).max(last_change), count as u32);
    loaded.whole = readable.map(|text| text.content).ok_or(StoreError::Damaged)?;
    Ok(loaded)
}

/// Everything there is of an article.
pub(super) async fn raw(database: &IdbDatabase, id: &str) -> Result<String, StoreError> {
    let transaction = reading(database).map_err(|thrown| refused(&thrown))?;
    let Rows { record: found, text, changes } = rows(&transaction, id).await?;
    let changes: Vec<String> = changes.iter().map(|(_, value)| record::raw(value)).collect();
    let words = |value: &JsValue| serde_json::Value::from(record::raw(value));
    let all = serde_json::json!({ "id": id, "record": words(&found), "text": words(&text), "changes": changes });
    Ok(format!("{all:#}\n"))
}

/// All articles as they lie in the stores, in one look. This tab has not seen their versions: it writes nothing on top
/// of what is only carried away.
pub(super) async fn everything(database: &IdbDatabase) -> Result<Vec<Filed>, StoreError> {
    let transaction = reading(database).map_err(|thrown| refused(&thrown))?;
    let mut all: BTreeMap<String, Filed> = BTreeMap::new();
    let mut odd: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let filed = |id: &str| Filed { id: id.into(), ..Filed::default() };
    for (key, value) in entries(&transaction, RECORDS, None).await? {
        let Some(id) = key.as_string() else { continue };
        let found = Record::read(&id, &value);
        let article = all.entry(id.clone()).or_insert_with(|| filed(&id));
        article.title = found.meta.title.to_string();
        article.updated_ms = found.meta.updated_ms;
        article.deleted_ms = found.deleted_ms;
        if !found.intact {
            odd.entry(id).or_default().push(record::raw(&value));
        }
    }
    for (key, value) in entries(&transaction, TEXTS, None).await? {
        let Some(id) = key.as_string() else { continue };
        let article = all.entry(id.clone()).or_insert_with(|| filed(&id));
        match record::read_text(&value) {
            Some(text) => article.whole = text.content.to_string(),
            None => odd.entry(id).or_default().push(record::raw(&value)),
        }
    }
    for (key, value) in entries(&transaction, CHANGES, None).await? {
        let Some(id) = key.dyn_ref::<Array>().and_then(|parts| parts.get(0).as_string()) else { continue };
        let article = all.entry(id.clone()).or_insert_with(|| filed(&id));
        // What stands behind a change that cannot be read cannot be done either.
        let row = !odd.contains_key(&id);
        match record::read_text(&value).filter(|change| change.intact && row) {
            Some(change) => article.changes.push(change.content.to_string()),
            None => odd.entry(id).or_default().push(record::raw(&value)),
        }
    }
    for (id, snapshot) in snapshots::everything(&transaction).await? {
        if let Some(article) = all.get_mut(&id) {
            article.snapshots.push(snapshot);
        }
    }
    for (id, found) in odd {
        if let Some(article) = all.get_mut(&id) {
            article.raw = Some(found.join("\n"));
        }
    }
    Ok(all.into_values().collect())
}

/// The small things beside the articles.
pub(super) async fn values(
    database: &IdbDatabase,
    versions: &Versions,
) -> Result<BTreeMap<String, String>, StoreError> {
    let transaction = reading(database).map_err(|thrown| refused(&thrown))?;
    let mut values = BTreeMap::new();
    for (key, value) in entries(&transaction, VALUES, None).await? {
        let (Some(name), Some(found)) = (key.as_string(), record::read_text(&value)) else { continue };
        values.insert(name, found.content.to_string());
    }
    let words = Value::Words.name();
    let claimed = version(&transaction, words).await?;
    if claimed > 0 {
        versions.read(words, claimed, 0);
    }
    Ok(values)
}
