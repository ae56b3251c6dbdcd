//! The files beside the archive in a zip file: each article as text and as JSON for other programs, and a page that lists
//! them. They are for people and other programs; what is read here again is the archive alone.

use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The name of the archive in the zip file.
pub const LIBRARY: &str = "library.json";
/// The name of the page that lists the articles.
pub const INDEX: &str = "index.html";
/// The folders of the articles.
pub const TEXTS: &str = "texts";
/// The folder of their annotations.
pub const ANNOTATIONS: &str = "annotations";

/// The words of the index, in the language of the page.
#[derive(Clone, Debug)]
pub struct Words<'a> {
    /// The tag of their language.
    pub lang: &'a str,
    /// The title.
    pub title: &'a str,
    /// What the files are for.
    pub hint: &'a str,
    /// The heads of the columns: title, saved, words, checked, tags, annotations.
    pub heads: [&'a str; 6],
}

/// An article in the index.
#[derive(Clone, Debug)]
pub struct Row {
    /// The name of its files, without folder and extension.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// When it was saved last, as the language writes it.
    pub saved: String,
    /// How many words it has, as the language writes it.
    pub words: String,
    /// How far it was reviewed.
    pub checked: String,
    /// Its tags.
    pub tags: String,
}

/// A name for the files of an article that no other one has.
pub fn unique(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut found = name.to_owned();
    let mut number = 1;
    while !taken.insert(found.clone()) {
        number += 1;
        found = format!("{name}-{number}");
    }
    found
}

/// The page that lists the articles: one file without scripts.
pub fn index(words: &Words, rows: &[Row]) -> String {
    let Words { lang, title, hint, heads } = words;
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n<style>{STYLE}</style>\n<h1>{}</h1>\n<p>{}</p>\n<table>\n<tr>",
        escaped(lang),
        escaped(title),
        escaped(title),
        escaped(hint)
    );
    for head in heads {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(head));
    }
    out.push_str("</tr>\n");
    // A string takes whatever is written.
    for row in rows {
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\"><a href=\"{TEXTS}/{name}.txt\">{}</a></th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td><a href=\"{ANNOTATIONS}/{name}.json\">JSON</a></td></tr>",
            escaped(&row.title),
            escaped(&row.saved),
            escaped(&row.words),
            escaped(&row.checked),
            escaped(&row.tags),
            name = escaped(&row.name),
        );
    }
    out.push_str("</table>\n</html>\n");
    out
}

const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}table{border-collapse:collapse;width:100%}th,td{padding:.4rem .8rem .4rem 0;text-align:start;vertical-align:top;border-bottom:1px solid #8888}";

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_leads_to_each_article_and_no_title_is_markup() {
        let heads = ["Title", "Saved", "Words", "Checked", "Tags", "Annotations"];
        let words = Words { lang: "en", title: "Articles", hint: "What \"is\" here", heads };
        let row = Row {
            name: "ferry".into(),
            title: "<b>Ferry & \"boat\"".into(),
            saved: "May 3".into(),
            words: "1,200".into(),
            checked: "3 of 5".into(),
            tags: "lake".into(),
        };
        let page = index(&words, &[row]);
        for part in [
            "href=\"texts/ferry.txt\">&lt;b&gt;Ferry &amp; &quot;boat&quot;</a>",
            "href=\"annotations/ferry.json\"",
            "<html lang=\"en\">",
            "<td>1,200</td><td>3 of 5</td><td>lake</td>",
        ] {
            assert!(page.contains(part), "{part} in {page}");
        }
    }

    #[test]
    fn articles_of_one_title_have_files_of_their_own() {
        let mut taken = BTreeSet::new();
        let names: Vec<_> = ["a", "a", "b", "a-2", "a"].iter().map(|name| unique(name, &mut taken)).collect();
        assert_eq!(names, ["a", "a-2", "b", "a-2-2", "a-3"]);
    }
}
