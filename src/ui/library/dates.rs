//! Dates and the alphabet as the person's language has them.

use std::cmp::Ordering;

use js_sys::{Array, Date, JsString, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::ui::dom;
use crate::ui::strings::Lang;

/// The language of the page, as the region of the browser has it where that speaks the same.
fn locale(lang: Lang) -> String {
    dom::browser_language()
        .filter(|tag| Lang::of_tag(tag) == lang && tag.starts_with(lang.tag()))
        .unwrap_or_else(|| lang.tag().to_owned())
}

/// Day and time, in words.
pub(crate) fn moment(lang: Lang, unix_ms: u64) -> String {
    let options = Object::new();
    for (name, style) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        // A plain object takes every property.
        let _ = Reflect::set(&options, &name.into(), &style.into());
    }
    date(unix_ms).to_locale_string(&locale(lang), &options).into()
}

/// Day and time, for programs.
pub(crate) fn machine(unix_ms: u64) -> String {
    date(unix_ms).to_iso_string().into()
}

fn date(unix_ms: u64) -> Date {
    // What is no time a browser knows begins in 1970.
    const LAST: u64 = 8_640_000_000_000_000;
    Date::new(&JsValue::from_f64(if unix_ms > LAST { 0.0 } else { unix_ms as f64 }))
}

/// Which title comes first.
pub(crate) fn compare(lang: Lang, one: &str, other: &str) -> Ordering {
    let options = Object::new();
    let _ = Reflect::set(&options, &"numeric".into(), &true.into());
    JsString::from(one).locale_compare(other, &Array::of1(&locale(lang).into()), &options).cmp(&0)
}
