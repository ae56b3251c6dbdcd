//! What other programs hand to the page where it is installed: shared words and files (put aside by
//! `publish/service-worker.js`), and files that were opened with it.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, Cache, File, FilePropertyBag, Request, Response};

/// Where the service worker puts aside what is shared.
const SHARED: &str = "article-annotator-shared";
/// How the address of the page ends when something lies there.
const MARK: &str = "?shared";
/// The end of the address of shared words; of files it is another.
const WORDS: &str = "/shared-text";
/// The header that has the name of a shared file, encoded as in addresses.
const NAME: &str = "x-name";

/// What was handed over at once.
#[derive(Clone, Debug, Default)]
pub struct Handed {
    /// Words, where there were some.
    pub words: Option<String>,
    /// Files.
    pub files: Vec<File>,
}

/// Takes what was shared with the page, and forgets it; `None` where nothing was.
pub async fn shared() -> Option<Handed> {
    let window = web_sys::window()?;
    if window.location().search().ok()? != MARK {
        return None;
    }
    // A reload must not bring it again.
    let path = window.location().pathname().ok()?;
    window.history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(&path)).ok()?;
    let caches = window.caches().ok()?;
    let cache: Cache = JsFuture::from(caches.open(SHARED)).await.ok()?.dyn_into().ok()?;
    let requests: Array = JsFuture::from(cache.keys()).await.ok()?.dyn_into().ok()?;
    let mut handed = Handed::default();
    for request in requests.iter().filter_map(|request| request.dyn_into::<Request>().ok()) {
        let _ = take(&cache, &request, &mut handed).await;
    }
    let _ = JsFuture::from(caches.delete(SHARED)).await;
    (handed.words.is_some() || !handed.files.is_empty()).then_some(handed)
}

async fn take(cache: &Cache, request: &Request, handed: &mut Handed) -> Result<(), JsValue> {
    let response: Response = JsFuture::from(cache.match_with_request(request)).await?.dyn_into()?;
    if request.url().ends_with(WORDS) {
        handed.words = JsFuture::from(response.text()?).await?.as_string();
        return Ok(());
    }
    let name = response.headers().get(NAME)?.unwrap_or_default();
    let name = js_sys::decode_uri_component(&name).map_or_else(|_| name.clone(), String::from);
    let blob: Blob = JsFuture::from(response.blob()?).await?.dyn_into()?;
    let kind = FilePropertyBag::new();
    kind.set_type(&blob.type_());
    handed.files.push(File::new_with_blob_sequence_and_options(&Array::of1(&blob), &name, &kind)?);
    Ok(())
}

#[wasm_bindgen]
extern "C" {
    /// `window.launchQueue`, which only some browsers have.
    type LaunchQueue;
    #[wasm_bindgen(method, js_name = setConsumer)]
    fn set_consumer(this: &LaunchQueue, consumer: &Function);

    type Handle;
    #[wasm_bindgen(method, catch, js_name = getFile)]
    fn get_file(this: &Handle) -> Result<Promise, JsValue>;
}

/// Hears of files that the person opens with the installed page, as long as the page is there.
pub fn on_files(hear: impl Fn(Vec<File>) + Clone + 'static) {
    let queue = Reflect::get(&js_sys::global(), &"launchQueue".into()).ok().filter(JsValue::is_object);
    let Some(queue) = queue.map(JsCast::unchecked_into::<LaunchQueue>) else { return };
    let consumer = Closure::<dyn FnMut(JsValue)>::new(move |launched: JsValue| {
        let handles = Reflect::get(&launched, &"files".into()).ok().and_then(|files| files.dyn_into::<Array>().ok());
        let (Some(handles), hear) = (handles, hear.clone()) else { return };
        spawn_local(async move {
            let mut files = Vec::new();
            for handle in handles.iter().map(JsCast::unchecked_into::<Handle>) {
                if let Ok(promise) = handle.get_file()
                    && let Ok(file) = JsFuture::from(promise).await
                {
                    files.extend(file.dyn_into::<File>().ok());
                }
            }
            if !files.is_empty() {
                hear(files);
            }
        });
    });
    queue.set_consumer(consumer.as_ref().unchecked_ref());
    // The queue keeps it, and cannot let go of it.
    consumer.forget();
}
