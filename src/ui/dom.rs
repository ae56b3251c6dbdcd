//! The few things the page asks the browser for directly.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, Storage, Window};

pub(crate) fn window() -> Window {
    web_sys::window().expect("invariant: the page runs in a window")
}

pub(crate) fn document() -> Document {
    window().document().expect("invariant: the window has a document")
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// A small setting kept on this device.
pub(crate) fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// Keeps a small setting; whether the browser took it.
pub(crate) fn keep(name: &str, value: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(name, value).is_ok())
}

/// Keeps it no longer.
pub(crate) fn let_go(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(name);
    }
}

/// The names under which something small is kept, with the same beginning, which is left out.
pub(crate) fn kept_names(beginning: &str) -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    let names = (0..storage.length().unwrap_or_default()).filter_map(|at| storage.key(at).ok().flatten());
    names.filter_map(|name| name.strip_prefix(beginning).map(str::to_owned)).collect()
}

fn tab_storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// Something small that is kept as long as the tab is there.
pub(crate) fn kept_in_tab(name: &str) -> Option<String> {
    tab_storage()?.get_item(name).ok().flatten()
}

/// Keeps something small as long as the tab is there; an empty text removes it.
pub(crate) fn keep_in_tab(name: &str, value: &str) {
    if let Some(storage) = tab_storage() {
        let _ = if value.is_empty() { storage.remove_item(name) } else { storage.set_item(name, value) };
    }
}

/// Keeps nothing in the tab any more under a name that begins so.
pub(crate) fn forget_in_tab(beginning: &str) {
    let Some(storage) = tab_storage() else { return };
    let names: Vec<String> =
        (0..storage.length().unwrap_or_default()).filter_map(|at| storage.key(at).ok().flatten()).collect();
    for name in names.iter().filter(|name| name.starts_with(beginning)) {
        let _ = storage.remove_item(name);
    }
}

/// Whether the page was loaded again in its tab.
pub(crate) fn is_reloaded() -> bool {
    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = performance, js_name = getEntriesByType, catch)]
        fn entries(kind: &str) -> Result<js_sys::Array, JsValue>;
    }
    let entry = entries("navigation").map(|entries| entries.get(0)).unwrap_or_default();
    let kind = js_sys::Reflect::get(&entry, &"type".into()).ok().and_then(|kind| kind.as_string());
    kind.as_deref() == Some("reload")
}

/// Whether the page is a file that was opened from disk.
pub(crate) fn is_from_disk() -> bool {
    window().location().protocol().is_ok_and(|protocol| protocol == "file:")
}

pub(crate) fn browser_language() -> Option<String> {
    window().navigator().language()
}

pub(crate) fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(name, value);
    }
}

/// The first element that matches.
pub(crate) fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// The element of a paragraph of the article; found by name, so that a long article takes no longer.
pub(crate) fn paragraph(index: usize) -> Option<Element> {
    document().get_element_by_id(&format!("p{index}"))
}

/// Where the browser puts the focus now.
pub(crate) fn focused() -> Option<Element> {
    document().active_element()
}

/// Opens what `element` is folded into: what is folded can be neither seen nor focused.
pub(crate) fn unfold(element: &Element) {
    if let Some(closed) = element.closest("details:not([open])").ok().flatten() {
        let _ = closed.set_attribute("open", "");
    }
}

/// Gives the focus without scrolling.
pub(crate) fn focus(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Gives the focus to the first element that matches, before the one that has it goes.
pub(crate) fn focus_on(selector: &str) {
    if let Some(element) = find(selector) {
        focus(&element);
    }
}

/// The focus goes to what matches `selector` in the list item of `event`'s target, or in the item beside it with
/// `beside`; whether there was one.
pub(crate) fn focus_in_item(event: &web_sys::Event, selector: &str, beside: bool) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let item = target.and_then(|target| target.closest("li").ok().flatten()).and_then(|item| {
        if beside { item.next_element_sibling().or_else(|| item.previous_element_sibling()) } else { Some(item) }
    });
    let wanted = item.and_then(|item| item.query_selector(selector).ok().flatten());
    wanted.and_then(|wanted| wanted.dyn_into::<HtmlElement>().ok()).map(|wanted| focus(&wanted)).is_some()
}

/// Scrolls just enough to show the element, smoothly unless the person asked for less motion.
pub(crate) fn reveal(element: &Element) {
    unfold(element);
    let calm = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten().is_some_and(|q| q.matches());
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    options.set_behavior(if calm { web_sys::ScrollBehavior::Instant } else { web_sys::ScrollBehavior::Smooth });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Whether typing goes into a field.
pub(crate) fn is_field(target: Option<web_sys::EventTarget>) -> bool {
    let Some(element) = target.and_then(|target| target.dyn_into::<Element>().ok()) else { return false };
    let name = element.tag_name();
    if name.eq_ignore_ascii_case("input") {
        let kind = element.get_attribute("type").unwrap_or_default();
        return !matches!(kind.as_str(), "checkbox" | "radio" | "button" | "range" | "file" | "color");
    }
    name.eq_ignore_ascii_case("textarea") || name.eq_ignore_ascii_case("select")
}

/// A listener that goes when it is dropped.
pub(crate) struct Listener {
    target: web_sys::EventTarget,
    event: &'static str,
    closure: Closure<dyn FnMut(web_sys::Event)>,
    capture: bool,
}

impl Listener {
    pub(crate) fn new(
        target: &web_sys::EventTarget,
        event: &'static str,
        work: impl FnMut(web_sys::Event) + 'static,
    ) -> Self {
        let closure = Closure::<dyn FnMut(web_sys::Event)>::new(work);
        let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        Self { target: target.clone(), event, closure, capture: false }
    }

    /// One that hears of the event before anything within `target` does.
    pub(crate) fn first(
        target: &web_sys::EventTarget,
        event: &'static str,
        mut work: impl FnMut(&web_sys::Event) + 'static,
    ) -> Self {
        let closure = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| work(&event));
        let _ = target.add_event_listener_with_callback_and_bool(event, closure.as_ref().unchecked_ref(), true);
        Self { target: target.clone(), event, closure, capture: true }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback_and_bool(self.event, function, self.capture);
    }
}

/// Sets the custom properties by which a style sheet places `element`. By the object model, which the content security
/// policy allows; never by a style attribute.
pub(crate) fn place(element: &HtmlElement, properties: &[(&str, f64)]) {
    for (name, value) in properties {
        let _ = element.style().set_property(name, &format!("{value}px"));
    }
}
