//! Where the person was in the article: kept with the tab, so that loading the page again brings them back there.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use crate::document::Document;
use crate::ui::dom;
use crate::web::clock::Debounce;

/// The name under which the browser keeps it.
const PLACE: &str = "article-annotator.reading-place";
/// How long the scrolling must rest before the place counts, in milliseconds.
const REST: u32 = 150;
/// Where the topmost paragraph is looked for, in pixels below the upper edge: below the header, and past a gap.
const DEPTHS: [f32; 4] = [90.0, 130.0, 180.0, 240.0];
/// How far within the article's left edge, in pixels.
const WITHIN: f64 = 24.0;

/// A paragraph, and how far below the upper edge of the window it begins.
#[derive(Clone, Copy)]
struct Place {
    paragraph: usize,
    top: f64,
}

/// What tells one article from another here: two of the same length and number of paragraphs in one tab are one. Ends in
/// a space, so that no number is the beginning of another.
fn fingerprint(document: &Document) -> String {
    format!("{} {} ", document.source().text().len(), document.source().paragraphs().len())
}

fn kept(document: &Document) -> Option<Place> {
    let kept = dom::kept_in_tab(PLACE)?;
    let mut fields = kept.strip_prefix(&fingerprint(document))?.split_whitespace();
    Some(Place { paragraph: fields.next()?.parse().ok()?, top: fields.next()?.parse().ok()? })
}

fn here() -> Option<Place> {
    let article = dom::find("#article")?.get_bounding_client_rect();
    let x = (article.left() + WITHIN) as f32;
    let found = |depth: &f32| dom::document().element_from_point(x, *depth)?.closest("[data-p]").ok().flatten();
    let paragraph = DEPTHS.iter().find_map(found)?;
    let index = paragraph.get_attribute("data-p")?.parse().ok()?;
    Some(Place { paragraph: index, top: paragraph.get_bounding_client_rect().top() })
}

fn keep(document: &Document) {
    let at_the_top = dom::window().scroll_y().unwrap_or_default() <= 0.0;
    let place = here().filter(|_| !at_the_top);
    let text = place.map(|place| format!("{}{} {}", fingerprint(document), place.paragraph, place.top.round()));
    dom::keep_in_tab(PLACE, &text.unwrap_or_default());
}

/// Starts an article at its top, or where the person was in it before the page was loaded again. `whole`: it is drawn to
/// its end.
#[hook]
pub(crate) fn use_reading_place(document: &Document, whole: bool) {
    // Until the person is back there, nothing may overwrite the place.
    let waiting = use_memo((), |()| Cell::new(None::<Place>));
    // Not the words: they would be compared one by one, at each key.
    let text = document.source().clone();
    use_effect_with(text.clone(), {
        let (document, waiting) = (document.clone(), Rc::clone(&waiting));
        move |_| {
            // Not for one that is drawn out of sight.
            let shown = |article: &web_sys::HtmlElement| article.closest("[inert]").ok().flatten().is_none();
            if let Some(article) = dom::find("#article").filter(shown) {
                waiting.set(kept(&document));
                dom::window().scroll_to_with_x_and_y(0.0, 0.0);
                dom::focus(&article);
            }
        }
    });
    use_effect_with((text.clone(), whole), {
        let waiting = Rc::clone(&waiting);
        move |&(_, whole)| {
            let place = if whole { waiting.take() } else { None };
            if let Some((place, paragraph)) = place.and_then(|place| Some((place, dom::paragraph(place.paragraph)?))) {
                let now = paragraph.get_bounding_client_rect();
                // What is folded again has no place.
                if now.height() > 0.0 {
                    dom::window().scroll_by_with_x_and_y(0.0, now.top() - place.top);
                }
            }
        }
    });
    use_effect_with(text, {
        let document = document.clone();
        move |_| {
            let debounce = Debounce::default();
            let scrolled = dom::Listener::new(&dom::window(), "scroll", move |_| {
                let (document, waiting) = (document.clone(), Rc::clone(&waiting));
                debounce.call(REST, move || {
                    if waiting.get().is_none() {
                        keep(&document);
                    }
                });
            });
            move || drop(scrolled)
        }
    });
}
