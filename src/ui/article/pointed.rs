//! Which quotes the pointer is on: their chips show then, where a person wants to see them only then. Never in the state:
//! an attribute that the drawing does not know.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::ui::dom;

/// The attribute of the chips of quotes under the pointer.
const POINTED: &str = "data-pointed";

/// Follows the pointer through the article.
#[hook]
pub(crate) fn use_pointed() {
    use_effect_with((), |()| {
        let listener = dom::find("#article").map(|article| {
            let pointed = RefCell::new(Vec::<Element>::new());
            dom::Listener::new(&article, "pointerover", move |event| {
                let on = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                let chips = on.map(|element| chips_of(&element)).unwrap_or_default();
                let before = pointed.replace(chips);
                let now = pointed.borrow();
                for chip in before.iter().filter(|chip| !now.contains(chip)) {
                    let _ = chip.remove_attribute(POINTED);
                }
                for chip in &*now {
                    let _ = chip.set_attribute(POINTED, "");
                }
            })
        });
        move || drop(listener)
    });
}

/// The chips of the quotes at an element, in its paragraph.
fn chips_of(element: &Element) -> Vec<Element> {
    let closest = |selector: &str| element.closest(selector).ok().flatten();
    let ids = closest("[data-ids]").and_then(|piece| piece.get_attribute("data-ids"));
    let (Some(ids), Some(paragraph)) = (ids, closest("[data-p]")) else { return Vec::new() };
    let chip = |id: &str| paragraph.query_selector(&format!(".speaker-chip[data-id=\"{id}\"]")).ok().flatten();
    ids.split(' ').filter_map(chip).collect()
}
