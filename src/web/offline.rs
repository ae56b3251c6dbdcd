//! Keeping the page on this device: it then opens without a network. A newer version waits until the person takes it.
//!
//! The other side is `publish/service-worker.js`, which only a built page has.

use std::rc::Rc;

use js_sys::{Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::EventTarget;

use crate::web::worker_script;

/// The attribute of `#app` that says where the service worker is; a page without it is not kept.
const ATTRIBUTE: &str = "data-offline";
/// What a waiting version is told.
const TAKE_OVER: &str = "take-over";
/// How a version is called that is on this device as a whole.
const WHOLE: &str = "installed";

#[wasm_bindgen]
extern "C" {
    /// `navigator.serviceWorker`.
    #[wasm_bindgen(extends = EventTarget)]
    type Container;
    // The binding of web-sys takes text only, which the content security policy forbids.
    #[wasm_bindgen(method, catch)]
    fn register(this: &Container, address: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getRegistration)]
    fn registration(this: &Container) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn controller(this: &Container) -> Option<Version>;

    #[derive(Clone)]
    #[wasm_bindgen(extends = EventTarget)]
    type Registration;
    #[wasm_bindgen(method, catch)]
    fn unregister(this: &Registration) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn installing(this: &Registration) -> Option<Version>;
    #[wasm_bindgen(method, getter)]
    fn waiting(this: &Registration) -> Option<Version>;

    #[derive(Clone)]
    #[wasm_bindgen(extends = EventTarget)]
    type Version;
    #[wasm_bindgen(method, getter)]
    fn state(this: &Version) -> String;
    #[wasm_bindgen(method, js_name = postMessage, catch)]
    fn post_message(this: &Version, message: &str) -> Result<(), JsValue>;
}

/// What the names of all our caches begin with.
const CACHES: &str = "article-annotator-";

/// Forgets the page on this device: its service worker, and all files that it keeps. Whether nothing is left.
pub async fn forget() -> bool {
    let Some(window) = web_sys::window() else { return false };
    if let Some(registration) = registration(&window).await {
        // Another page of the same address has one of its own, which stays.
        let ended = match registration.unregister() {
            Ok(ended) => JsFuture::from(ended).await.is_ok_and(|ended| ended.is_truthy()),
            Err(_) => false,
        };
        if !ended {
            return false;
        }
    }
    // Without a secure address there are none.
    let Ok(caches) = window.caches() else { return true };
    let Ok(names) = JsFuture::from(caches.keys()).await else { return false };
    let names = js_sys::Array::from(&names);
    let ours = names.iter().filter_map(|name| name.as_string());
    let mut left = false;
    for name in ours.filter(|name| name.starts_with(CACHES)) {
        left |= JsFuture::from(caches.delete(&name)).await.is_err();
    }
    !left
}

/// What keeps this page, if something does.
async fn registration(window: &web_sys::Window) -> Option<Registration> {
    let container = Reflect::get(&window.navigator(), &"serviceWorker".into()).ok().filter(JsValue::is_object)?;
    let container: Container = container.unchecked_into();
    let found = JsFuture::from(container.registration().ok()?).await.ok().filter(JsValue::is_object)?;
    Some(found.unchecked_into())
}

/// The page as it is kept on this device. When dropped, it hears no more of newer versions.
pub struct Kept {
    container: Container,
    registration: Registration,
    on_found: Closure<dyn FnMut()>,
}

impl std::fmt::Debug for Kept {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Kept").finish_non_exhaustive()
    }
}

/// Keeps the page on this device; `on_newer` is called when a newer version than the one that is shown lies ready. `None`
/// where the browser cannot or may not keep it, or the page was not built for it: it works as before.
pub async fn keep(on_newer: impl Fn() + 'static) -> Option<Kept> {
    let window = web_sys::window()?;
    let address = window.document()?.get_element_by_id("app")?.get_attribute(ATTRIBUTE)?;
    let container = Reflect::get(&window.navigator(), &"serviceWorker".into()).ok().filter(JsValue::is_object)?;
    let container: Container = container.unchecked_into();
    let registered = container.register(&worker_script::trusted(&address).ok()?).ok()?;
    let registration = JsFuture::from(registered).await.ok().filter(JsValue::is_object)?;
    let registration: Registration = registration.unchecked_into();
    // The first version of all replaces none.
    let is_shown_another = container.controller().is_some();
    let on_newer = Rc::new(on_newer);
    let told = Rc::new(move || {
        if is_shown_another {
            on_newer();
        }
    });
    if registration.waiting().is_some() {
        told();
    }
    let found = registration.clone();
    let on_found = Closure::<dyn FnMut()>::new(move || {
        let Some(version) = found.installing() else { return };
        let (told, same) = (Rc::clone(&told), version.clone());
        let on_state = Closure::<dyn FnMut()>::new(move || {
            if same.state() == WHOLE {
                told();
            }
        });
        let _ = version.add_event_listener_with_callback("statechange", on_state.as_ref().unchecked_ref());
        // It ends with that version.
        on_state.forget();
    });
    registration.add_event_listener_with_callback("updatefound", on_found.as_ref().unchecked_ref()).ok()?;
    Some(Kept { container, registration, on_found })
}

impl Kept {
    /// Takes the version that waits, and loads the page again with it.
    pub fn take_newer(&self) {
        let reload = || {
            if let Some(window) = web_sys::window() {
                let _ = window.location().reload();
            }
        };
        // Another tab may have taken it meanwhile.
        let Some(waiting) = self.registration.waiting() else { return reload() };
        let on_change = Closure::<dyn FnMut()>::new(reload);
        let heard =
            self.container.add_event_listener_with_callback("controllerchange", on_change.as_ref().unchecked_ref());
        // It lives as long as the page, which is about to go.
        on_change.forget();
        if heard.is_ok() {
            let _ = waiting.post_message(TAKE_OVER);
        }
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        let heard = self.on_found.as_ref().unchecked_ref();
        let _ = self.registration.remove_event_listener_with_callback("updatefound", heard);
    }
}
