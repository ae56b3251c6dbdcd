//! The engine finds in the browser, to the bit, what it finds natively.

use article_annotator::analysis::Engine;
use wasm_bindgen_test::wasm_bindgen_test;

#[path = "../common/digests.rs"]
mod digests;
#[path = "../common/samples.rs"]
mod samples;

#[wasm_bindgen_test]
fn wasm_and_native_agree() {
    let recorded = include_str!("../golden/digests.txt");
    digests::compare(recorded, &digests::of_all(&Engine::embedded(), samples::SAMPLES));
}
