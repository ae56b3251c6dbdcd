//! What lies in the stores, written with a checksum and read one by one: what is odd in one harms no other.

use std::sync::Arc;

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

use crate::storage::{SessionId, SessionMeta, checksum};

/// The record of an article.
#[derive(Clone, Debug)]
pub(super) struct Record {
    pub(super) meta: SessionMeta,
    /// Grows with each write.
    pub(super) version: u32,
    /// How many changes stand behind the whole; unknown in old layouts.
    pub(super) changes: Option<u32>,
    /// When it was put into the trash.
    pub(super) deleted_ms: Option<u64>,
    /// Everything in it could be read, and is as it was written.
    pub(super) intact: bool,
}

/// A text as it was found.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub(super) content: Arc<str>,
    /// Its place in a row of changes; unknown in old layouts.
    pub(super) place: Option<u32>,
    /// Whether the checksum fits; old layouts have none.
    pub(super) intact: bool,
}

fn get(value: &JsValue, name: &str) -> Option<JsValue> {
    if !value.is_object() {
        return None;
    }
    Reflect::get(value, &JsValue::from_str(name)).ok().filter(|found| !found.is_undefined())
}

fn put(object: &Object, name: &str, value: &JsValue) {
    // A plain object takes every property.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// A whole number from 0, within what a JavaScript number counts exactly.
pub(super) fn number(value: &JsValue, name: &str) -> Option<u64> {
    let number = get(value, name)?.as_f64()?;
    let counts = number >= 0.0 && number.fract() == 0.0 && number <= 9_007_199_254_740_991.0;
    counts.then_some(number as u64)
}

pub(super) fn small(value: &JsValue, name: &str) -> Option<u32> {
    number(value, name).and_then(|number| u32::try_from(number).ok())
}

pub(super) fn words(value: &JsValue, name: &str) -> Option<String> {
    get(value, name)?.as_string()
}

impl Record {
    /// As it is put into the store.
    pub(super) fn value(&self) -> JsValue {
        let (object, meta) = (Object::new(), &self.meta);
        put(&object, "id", &JsValue::from_str(&meta.id.0));
        put(&object, "version", &self.version.into());
        put(&object, "title", &JsValue::from_str(&meta.title));
        put(&object, "updated_ms", &(meta.updated_ms as f64).into());
        put(&object, "words", &meta.words.into());
        put(&object, "mentions", &meta.mentions.into());
        put(&object, "quotes", &meta.quotes.into());
        put(&object, "open", &meta.open.into());
        if let Some(changes) = self.changes {
            put(&object, "changes", &changes.into());
        }
        if let Some(deleted_ms) = self.deleted_ms {
            put(&object, "deleted_ms", &(deleted_ms as f64).into());
        }
        put(&object, "sum", &JsValue::from_str(&self.sum()));
        object.into()
    }

    fn sum(&self) -> String {
        let meta = &self.meta;
        checksum(&format!(
            "{}\n{}\n{}\n{} {} {} {} {} {:?} {:?}",
            meta.id.0,
            meta.title,
            self.version,
            meta.updated_ms,
            meta.words,
            meta.mentions,
            meta.quotes,
            meta.open,
            self.changes,
            self.deleted_ms,
        ))
    }

    /// What can be read of a value found under this name.
    pub(super) fn read(id: &str, value: &JsValue) -> Self {
        let count = |name: &str| small(value, name);
        let (title, version) = (words(value, "title"), count("version"));
        let counts = [count("words"), count("mentions"), count("quotes"), count("open")];
        let updated_ms = number(value, "updated_ms");
        let readable =
            title.is_some() && version.is_some() && updated_ms.is_some() && counts.iter().all(Option::is_some);
        let [words_count, mentions, quotes, open] = counts.map(Option::unwrap_or_default);
        let meta = SessionMeta {
            id: SessionId(id.into()),
            title: title.unwrap_or_default().into(),
            updated_ms: updated_ms.unwrap_or_default(),
            words: words_count,
            mentions,
            quotes,
            open,
        };
        let mut record = Self {
            meta,
            version: version.unwrap_or_default(),
            changes: count("changes"),
            deleted_ms: number(value, "deleted_ms"),
            intact: false,
        };
        record.intact = readable && words(value, "sum").is_none_or(|sum| sum == record.sum());
        record
    }
}

/// A text as it is put into a store; in a row of changes with its place there.
pub(super) fn text_value(text: &str, place: Option<u32>) -> JsValue {
    let object = Object::new();
    put(&object, "text", &JsValue::from_str(text));
    put(&object, "sum", &JsValue::from_str(&checksum(text)));
    if let Some(place) = place {
        put(&object, "place", &place.into());
    }
    object.into()
}

/// The text in a value, if there is one.
pub(super) fn read_text(value: &JsValue) -> Option<Text> {
    if let Some(text) = value.as_string() {
        return Some(Text { content: text.into(), place: None, intact: true });
    }
    let text = words(value, "text")?;
    let intact = words(value, "sum").is_some_and(|sum| sum == checksum(&text));
    Some(Text { content: text.into(), place: small(value, "place"), intact })
}

/// Anything from a store as text a person can look into.
pub(super) fn raw(value: &JsValue) -> String {
    if let Some(text) = value.as_string() {
        return text;
    }
    js_sys::JSON::stringify(value).ok().and_then(|text| text.as_string()).unwrap_or_else(|| format!("{value:?}"))
}
