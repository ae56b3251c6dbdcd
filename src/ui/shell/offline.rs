//! The page on this device: kept for use without a network, told when a newer version is there, and given what other programs
//! hand over.

use std::cell::RefCell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::ui::services::import::Brought;
use crate::ui::state::{Message, Offer, PageAction};
use crate::ui::widgets::context::Dispatch;
use crate::web::{handed, offline};

/// Keeps the page, and brings what was handed to it. Gives what loads the newer version.
#[hook]
pub(crate) fn use_offline(dispatch: &Dispatch, on_bring: &Callback<Brought>) -> Callback<()> {
    // Empty until the page is kept, and where it cannot be.
    let on_device = use_memo((), |()| RefCell::new(None::<offline::Kept>));
    let (kept, dispatch, on_bring) = (Rc::clone(&on_device), dispatch.clone(), on_bring.clone());
    use_effect_with((), move |()| {
        let bring = on_bring.clone();
        handed::on_files(move |files| bring.emit(Brought::Files(files)));
        spawn_local(async move {
            if let Some(handed) = handed::shared().await {
                // Files say more than the words that came with them.
                match handed.words {
                    Some(words) if handed.files.is_empty() => on_bring.emit(Brought::Text(words)),
                    _ => on_bring.emit(Brought::Files(handed.files)),
                }
            }
            let newer = offline::keep(move || {
                dispatch.dispatch(PageAction::Notify(Message::Newer, Rc::from([Offer::TakeNewer])).into());
            });
            let newer = newer.await;
            *kept.borrow_mut() = newer;
        });
    });
    use_callback((), move |(), ()| {
        if let Some(kept) = &*on_device.borrow() {
            kept.take_newer();
        }
    })
}
