//! The page.

mod app;

/// Mounts the page into `#app`.
///
/// # Panics
/// When the document has no element `#app`.
pub fn run() {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"))
        .expect("invariant: index.html has #app");
    yew::Renderer::<app::App>::with_root(root).render();
}
