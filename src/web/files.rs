//! Files the person opens, drops or pastes, and files the page gives back.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DataTransfer, File, FileList, HtmlAnchorElement, Url};

use super::clock::Timeout;
use super::error::describe;

/// How long the browser may take over a download before its address is given back.
const DOWNLOAD_MS: u32 = 60_000;

/// A file as it was read; nobody has looked at its bytes yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedFile {
    /// Name without folders.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why a file could not be read, as data: who shows it has the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// Larger than the limit.
    TooLarge {
        /// Name of the file.
        name: String,
        /// The limit in bytes.
        limit: u32,
    },
    /// The browser could not read it (moved, no permission, a folder).
    Unreadable {
        /// Name of the file.
        name: String,
    },
}

/// The files of a list.
pub fn listed(list: Option<FileList>) -> Vec<File> {
    list.map_or_else(Vec::new, |list| (0..list.length()).filter_map(|i| list.get(i)).collect())
}

/// The files of a drop or paste.
pub fn carried(data: Option<&DataTransfer>) -> Vec<File> {
    listed(data.and_then(DataTransfer::files))
}

/// Reads a file, refusing one of more than `limit` bytes before it is read.
pub async fn read(file: &File, limit: u32) -> Result<OpenedFile, FileError> {
    let name = file.name();
    if file.size() > f64::from(limit) {
        return Err(FileError::TooLarge { name, limit });
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Ok(OpenedFile { name, bytes: Uint8Array::new(&buffer).to_vec() }),
        Err(thrown) => {
            super::error::log(&format!("{name}: {}", describe(&thrown)));
            Err(FileError::Unreadable { name })
        }
    }
}

/// The first bytes of a file; none when it cannot be read.
pub async fn beginning(file: &File, bytes: i32) -> Vec<u8> {
    let Ok(start) = file.slice_with_i32_and_i32(0, bytes) else { return Vec::new() };
    let read = JsFuture::from(start.array_buffer()).await;
    read.map(|buffer| Uint8Array::new(&buffer).to_vec()).unwrap_or_default()
}

/// Gives the person a file called `name` of type `mime`, under the browser's usual download rules.
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes)), &options)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::UNDEFINED)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    let address = Url::create_object_url_with_blob(&blob)?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Some browsers read the content only after the click has returned, and a download must outlive whatever part of
    // the page started it: the timer is given away to run out by itself.
    std::mem::forget(Timeout::new(DOWNLOAD_MS, move || {
        let _ = Url::revoke_object_url(&address);
    }));
    Ok(())
}
