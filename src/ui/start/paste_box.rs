//! What stands in the paste box: read ahead while it stands there, and opened at once when it is a pasted article.

use crate::ui::services::import::Draft;

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlTextAreaElement};
use yew::prelude::*;

use crate::formats::{MAX_FILE_BYTES, MAX_PAGE_BYTES, html};
use crate::ui::dom;
use crate::ui::services::import::{Brought, Pasted};
use crate::web::clock::{Debounce, Frame};
use crate::web::files;

/// How long typing must rest before the draft is read ahead, in milliseconds.
const REST: u32 = 400;

/// What is shorter may be a headline, to which the person wants to add; in bytes.
const SHORTEST_ARTICLE: usize = 200;

/// Tells of the draft: of words that came at once when they are drawn, of typed ones when the person rests.
#[hook]
pub(crate) fn use_draft(paste: &NodeRef, on_draft: &Callback<String>) -> Callback<InputEvent> {
    let typing = use_memo((), |()| Debounce::default());
    let drawn = use_mut_ref(|| None::<Frame>);
    let (paste, on_draft) = (paste.clone(), on_draft.clone());
    use_callback((), move |event: InputEvent, ()| {
        let tell = {
            let (paste, on_draft) = (paste.clone(), on_draft.clone());
            move || {
                if let Some(area) = paste.cast::<HtmlTextAreaElement>() {
                    on_draft.emit(area.value());
                }
            }
        };
        let whole = matches!(event.input_type().as_str(), "insertFromPaste" | "insertFromDrop");
        if whole {
            typing.cancel();
            *drawn.borrow_mut() = Some(Frame::new(tell));
        } else {
            typing.call(REST, tell);
        }
    })
}

/// Pasting anywhere in the empty state: an article is opened at once if the box is empty, and so is a file; other words go
/// into the box.
#[hook]
pub(crate) fn use_paste(paste: &NodeRef, on_bring: &Callback<Brought>) {
    let (paste, on_bring) = (paste.clone(), on_bring.clone());
    use_effect_with((), move |()| {
        let page: web_sys::EventTarget = dom::document().into();
        let listener = dom::Listener::new(&page, "paste", move |event| {
            let Some(area) = paste.cast::<HtmlTextAreaElement>() else { return };
            let in_box = event.target().is_some_and(|target| target == *area.unchecked_ref::<web_sys::EventTarget>());
            // Not what is pasted into a field of a dialog, nor behind one.
            if !in_box && (dom::is_field(event.target()) || dom::find("dialog[open]").is_some()) {
                return;
            }
            let carried = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
            let of_type = |kind: &str| carried.as_ref().and_then(|data| data.get_data(kind).ok()).unwrap_or_default();
            let (mut text, html) = (of_type("text/plain"), of_type("text/html"));
            if text.is_empty() && html.len() <= MAX_PAGE_BYTES {
                text = html::article(&html).text;
            }
            if text.is_empty() {
                if let Some(file) = files::carried(carried.as_ref()).into_iter().next() {
                    event.prevent_default();
                    on_bring.emit(Brought::File(file));
                }
            } else if area.value().trim().is_empty() && is_article(&text) {
                event.prevent_default();
                on_bring.emit(Brought::Pasted(Pasted { text, html: Some(html).filter(|html| !html.is_empty()) }));
            } else if !in_box {
                event.prevent_default();
                area.set_value(&(area.value() + &text));
                let _ = area.focus();
            }
        });
        move || drop(listener)
    });
}

/// Whether pasted words are opened at once.
fn is_article(text: &str) -> bool {
    (SHORTEST_ARTICLE..=MAX_FILE_BYTES).contains(&text.trim().len())
}

/// Puts words into the box, ready to be gone on with.
#[hook]
pub(crate) fn use_given(paste: &NodeRef, given: Option<&Draft>) {
    let paste = paste.clone();
    use_effect_with(given.cloned(), move |given| {
        if let (Some(draft), Some(area)) = (given, paste.cast::<HtmlTextAreaElement>()) {
            area.set_value(&draft.0);
            let _ = area.focus();
        }
    });
}
