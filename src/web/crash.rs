//! The last word of a page that broke: a sentence instead of a page that no longer answers.

use std::panic::PanicHookInfo;

/// What to do when the program breaks: say so at the top of the page (`role="alert"`, class `crash`) and in the console.
/// Saved work is safe: every change was written when it was made.
///
/// Whoever mounts the page must set this as the hook: Yew would otherwise put its own in its place.
pub fn hook(sentence: &'static str, reload: &'static str) -> impl Fn(&PanicHookInfo<'_>) + Send + Sync + 'static {
    move |info| {
        web_sys::console::error_1(&info.to_string().into());
        let _ = show(sentence, reload);
    }
}

fn show(sentence: &str, reload: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    if document.query_selector(".crash").ok()?.is_some() {
        return None;
    }
    let notice = document.create_element("div").ok()?;
    notice.set_class_name("crash");
    notice.set_attribute("role", "alert").ok()?;
    notice.set_text_content(Some(&format!("{sentence} ")));
    // A plain link: nothing of the broken program needs to run for it.
    let link = document.create_element("a").ok()?;
    link.set_attribute("href", "").ok()?;
    link.set_text_content(Some(reload));
    notice.append_child(&link).ok()?;
    document.body()?.prepend_with_node_1(&notice).ok()
}
