//! HTML, as it is pasted or opened: all that the page shows as text, and what each paragraph of it is.
//!
//! `tree` reads the tags and `lines` the text between them, with `element` and `hints` for what names and attributes mean;
//! `measure` counts, `region` finds the article among all that is around it, `judge` says what each line is and
//! `forms` how it is set, `article` puts it together. Nothing is loaded, run or believed: scripts, styles, drawings and what is hidden are no text.
//! Read `article` first.

mod article;
mod element;
mod forms;
mod header;
mod hidden;
mod hints;
mod judge;
mod lines;
mod measure;
mod node;
mod place;
mod region;
#[cfg(test)]
mod tests;
mod tree;

pub use article::{Article, article};

/// Whether a text is HTML: it starts as a document does, or has several closing tags of blocks.
pub fn is_html(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(200).collect::<String>().to_lowercase();
    if ["<!doctype html", "<html", "<head", "<body", "<article", "<main", "<meta"]
        .iter()
        .any(|step| start.starts_with(step))
    {
        return true;
    }
    start.starts_with('<') && ["</p>", "</div>", "</h1>", "</section>"].iter().any(|end| text.contains(end))
}
