//! Zip files: the container is a library's, packing and unpacking is the browser's.

use std::io::Write as _;

use js_sys::{Array, Promise, Reflect, Uint8Array};
use rawzip::time::UtcDateTime;
use rawzip::{CompressionMethod, DataDescriptorOutput, ZipArchive, ZipArchiveWriter, crc32};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// How the browser calls the packing of zip files.
const FORMAT: &str = "deflate-raw";

#[wasm_bindgen]
extern "C" {
    type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;
    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
    /// `Blob` as a stream of bytes.
    type Streaming;
    #[wasm_bindgen(method, catch)]
    fn stream(this: &Streaming) -> Result<Readable, JsValue>;
    type Readable;
    #[wasm_bindgen(method, catch, js_name = pipeThrough)]
    fn pipe_through(this: &Readable, through: &JsValue) -> Result<Readable, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getReader)]
    fn reader(this: &Readable) -> Result<Reader, JsValue>;
    type Reader;
    #[wasm_bindgen(method, catch)]
    fn read(this: &Reader) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn cancel(this: &Reader) -> Result<Promise, JsValue>;
}

/// A file to pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name, with folders before slashes.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Its date, in milliseconds since 1970 (UTC).
    pub updated_ms: u64,
}

/// Whether a file begins as zip files do.
pub fn is_zip(start: &[u8]) -> bool {
    start.starts_with(b"PK\x03\x04")
}

/// A zip file with these files in it. A browser that cannot pack gives a longer one.
///
/// # Errors
/// When a name is too long for a zip file.
pub async fn pack(members: &[Member]) -> Result<Vec<u8>, JsValue> {
    let mut writer = ZipArchiveWriter::new(Vec::new());
    for member in members {
        let packed = match CompressionStream::new(FORMAT) {
            Ok(stream) => through(&member.bytes, &stream.into(), usize::MAX).await.ok(),
            Err(_) => None,
        };
        let method = if packed.is_some() { CompressionMethod::DEFLATE } else { CompressionMethod::STORE };
        let data = packed.as_deref().unwrap_or(&member.bytes);
        put(&mut writer, member, method, data).map_err(|error| JsValue::from_str(&error.to_string()))?;
    }
    writer.finish().map_err(|error| JsValue::from_str(&error.to_string()))
}

fn put(
    writer: &mut ZipArchiveWriter<Vec<u8>>,
    member: &Member,
    method: CompressionMethod,
    data: &[u8],
) -> Result<(), rawzip::Error> {
    let seconds = i64::try_from(member.updated_ms / 1000).unwrap_or_default();
    let file = writer.new_file(member.path.as_str()).compression_method(method);
    let (mut entry, _) = file.last_modified(UtcDateTime::from_unix(seconds)).start()?;
    entry.write_all(data).map_err(rawzip::Error::from)?;
    entry.finish(DataDescriptorOutput::new(crc32(&member.bytes), member.bytes.len() as u64))?;
    Ok(())
}

/// The content of the file of this name in a zip file, in whatever folder it lies; none where there is no such file, where
/// it is damaged, or larger than `limit` bytes.
pub async fn find(zip: &[u8], name: &str, limit: usize) -> Option<Vec<u8>> {
    let (data, method, size, sum) = locate(zip, name, limit)?;
    let bytes = if method == CompressionMethod::STORE {
        data.to_vec()
    } else if method == CompressionMethod::DEFLATE {
        // No more than it says of itself: a small file can unpack to what no memory takes.
        through(data, &DecompressionStream::new(FORMAT).ok()?.into(), size).await.ok()?
    } else {
        return None;
    };
    (bytes.len() == size && crc32(&bytes) == sum).then_some(bytes)
}

/// Whether a zip file has a file of this name.
pub fn has(zip: &[u8], name: &str) -> bool {
    locate(zip, name, usize::MAX).is_some()
}

fn locate<'a>(zip: &'a [u8], name: &str, limit: usize) -> Option<(&'a [u8], CompressionMethod, usize, u32)> {
    let archive = ZipArchive::from_slice(zip).ok()?;
    let mut entries = archive.entries();
    while let Some(entry) = entries.next_entry().ok()? {
        let path = entry.file_path();
        if path.as_ref().rsplit(|byte| *byte == b'/').next() != Some(name.as_bytes()) {
            continue;
        }
        let size = usize::try_from(entry.uncompressed_size_hint()).ok().filter(|size| *size <= limit)?;
        let (method, sum) = (entry.compression_method(), entry.crc32());
        let (from, to) = archive.get_entry(entry.wayfinder()).ok()?.compressed_data_range();
        let data = zip.get(usize::try_from(from).ok()?..usize::try_from(to).ok()?)?;
        return Some((data, method, size, sum));
    }
    None
}

/// What comes out of a stream when `bytes` go in; an error when that is more than `limit` bytes.
async fn through(bytes: &[u8], stream: &JsValue, limit: usize) -> Result<Vec<u8>, JsValue> {
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
    let reader = blob.unchecked_ref::<Streaming>().stream()?.pipe_through(stream)?.reader()?;
    let mut out = Vec::new();
    loop {
        let read = JsFuture::from(reader.read()?).await?;
        if Reflect::get(&read, &"done".into())?.is_truthy() {
            return Ok(out);
        }
        let piece: Uint8Array = Reflect::get(&read, &"value".into())?.dyn_into()?;
        if out.len() + piece.length() as usize > limit {
            // Nobody waits for it.
            let _ = reader.cancel();
            return Err(JsValue::UNDEFINED);
        }
        out.extend(piece.to_vec());
    }
}
