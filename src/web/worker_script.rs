//! Where the worker's program lies, and starting it under Trusted Types.
//!
//! The content security policy lets no text become a script's address; only this module's policy makes one.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Worker, WorkerOptions, WorkerType};

/// Trunk's shim, which starts the worker's module, as it is named before files are named by their content.
const PLAIN: &str = "./worker_loader.js";
/// The attribute of `#app` that says how it is named.
const ATTRIBUTE: &str = "data-worker";
/// How the address of a script begins that the page made itself, when it is one file (`single-file/parts.js`).
const MADE_HERE: &str = "blob:";
/// As the content security policy names it.
const POLICY: &str = "article-annotator";

/// The address of the worker's script.
pub(crate) fn address() -> String {
    let document = web_sys::window().and_then(|window| window.document());
    let app = document.and_then(|document| document.get_element_by_id("app"));
    app.and_then(|app| app.get_attribute(ATTRIBUTE)).unwrap_or_else(|| PLAIN.to_owned())
}

thread_local! {
    /// Made once: the content security policy allows no second one of the same name. `None` where browsers lack them.
    static TRUSTED: Option<JsValue> = policy();
}

fn policy() -> Option<JsValue> {
    let types = Reflect::get(&js_sys::global(), &"trustedTypes".into()).ok().filter(JsValue::is_object)?;
    let create: js_sys::Function = Reflect::get(&types, &"createPolicy".into()).ok()?.dyn_into().ok()?;
    // Nothing but `start` and the service worker reach the policy, and these only with addresses that stand in the page.
    let same = Closure::<dyn Fn(String) -> String>::new(|address| address);
    let rules = Object::new();
    Reflect::set(&rules, &"createScriptURL".into(), same.as_ref()).ok()?;
    let policy = create.call2(&types, &POLICY.into(), &rules).ok()?;
    // It lives as long as the page.
    same.forget();
    Some(policy)
}

/// An address that Trusted Types let become a script's.
///
/// # Errors
/// What the browser throws when the policy is not allowed.
pub(crate) fn trusted(address: &str) -> Result<JsValue, JsValue> {
    TRUSTED.with(|policy| match policy {
        Some(policy) => {
            let create: js_sys::Function = Reflect::get(policy, &"createScriptURL".into())?.dyn_into()?;
            create.call1(policy, &address.into())
        }
        None => Ok(address.into()),
    })
}

/// Starts the worker whose script lies at `address`.
///
/// # Errors
/// What the browser throws when it has no workers or refuses this one.
pub(crate) fn start(address: &str) -> Result<Worker, JsValue> {
    let options = WorkerOptions::new();
    // A script that the page made from its own words imports nothing, and a page from disk cannot start it as a module.
    if !address.starts_with(MADE_HERE) {
        options.set_type(WorkerType::Module);
    }
    // The binding takes text only, which the policy forbids.
    let constructor: js_sys::Function = Reflect::get(&js_sys::global(), &"Worker".into())?.dyn_into()?;
    let worker = Reflect::construct(&constructor, &Array::of2(&trusted(address)?, &options))?;
    worker.dyn_into()
}
