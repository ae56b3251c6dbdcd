//! What stands in the paste box: read ahead while it stands there, and opened at once when it is a pasted article.

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::ui::dom;
use crate::ui::services::import::{Brought, Clip, Draft, check_length, check_together, clip_of};
use crate::ui::state::Pasted;
use crate::web::clock::{Debounce, Frame};

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

/// Pasting anywhere in the empty state: an article is opened at once if the box is empty, and so are files; other words go
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
            match clip_of(&event) {
                Clip::Nothing => {}
                Clip::Files(files) => {
                    event.prevent_default();
                    on_bring.emit(Brought::Files(files));
                }
                Clip::Words(pasted) => words_pasted(&event, &area, in_box, pasted, &on_bring),
            }
        });
        move || drop(listener)
    });
}

fn words_pasted(
    event: &web_sys::Event,
    area: &HtmlTextAreaElement,
    in_box: bool,
    pasted: Pasted,
    on_bring: &Callback<Brought>,
) {
    let there = area.value();
    let alone = there.trim().is_empty();
    let refusal = if alone { check_length(&pasted.text) } else { check_together(&there, &pasted.text) };
    if let Err(why) = refusal {
        // Not even inserted by the browser: that alone would hold up the page.
        event.prevent_default();
        on_bring.emit(Brought::TooLong(why));
    } else if alone && pasted.text.trim().len() >= SHORTEST_ARTICLE {
        event.prevent_default();
        on_bring.emit(Brought::Pasted(pasted));
    } else if !in_box {
        event.prevent_default();
        area.set_value(&(there + &pasted.text));
        let _ = area.focus();
    }
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
