//! What only a browser can show; run in Chromium by `./dev test`.
#![cfg(all(target_arch = "wasm32", feature = "app"))]
#![expect(clippy::unwrap_used, reason = "in a test a panic is the failure report")]

mod clock;
mod layer;
mod parity;
mod store;
mod worker;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
