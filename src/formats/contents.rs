//! What can be looked for in an article as it is stored, without opening it: its text, and the names in it.

use std::borrow::Cow;

use serde::Deserialize;

#[derive(Deserialize)]
struct Contents<'a> {
    #[serde(borrow, default)]
    text: Cow<'a, str>,
    #[serde(borrow, default)]
    clusters: Vec<Named<'a>>,
}

#[derive(Deserialize)]
struct Named<'a> {
    #[serde(borrow, default)]
    name: Cow<'a, str>,
}

/// Text and names of a stored form, one behind the other; nothing of what is none.
pub fn contents(whole: &str) -> String {
    let Ok(Contents { text, clusters }) = serde_json::from_str::<Contents<'_>>(whole) else { return String::new() };
    let mut all = text.into_owned();
    for Named { name } in clusters {
        all.push('\n');
        all.push_str(&name);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_names_are_found_and_nothing_else() {
        let whole = r#"{"format": "x", "title": "T", "text": "Ana \"left\".", "clusters": [{"id": 1, "name": "Ana Díaz"}], "n": [1]}"#;
        assert_eq!(contents(whole), "Ana \"left\".\nAna Díaz");
        assert_eq!(contents("{}"), "");
        assert_eq!(contents("nothing"), "");
    }
}
