//! Another version of the text, whose annotations are carried along, with word of what became of them; or a kept version.

use std::rc::Rc;
use std::sync::Arc;

use crate::document::{Command, Document, FateKind, carry};
use crate::text::Source;
use crate::ui::state::article::CarryReport;
use crate::ui::state::desk::Desk;
use crate::ui::state::message::{Message, Offer, Snapped};
use crate::ui::state::page::Dialog;

/// Puts title and text in. Whether the article is to be analyzed again after it.
pub(crate) fn put(desk: &mut Desk, title: Arc<str>, source: Source) -> bool {
    let Some(document) = desk.document() else { return false };
    if source == *document.source() {
        if *title != *document.title() {
            desk.run(Command::SetTitle(title));
        }
        return false;
    }
    let carried = carry(document, source);
    // One step with the text.
    let version = carried.document.titled(title);
    if let Err(error) = desk.change(|session| session.edit_text(&version)) {
        desk.page.refuse(error);
        return false;
    }
    let report = CarryReport { kept: carried.kept, fates: carried.report };
    let [moved, changed, gone] =
        [FateKind::Moved, FateKind::Changed, FateKind::Vanished].map(|kind| report.count(kind));
    let mut offers = vec![Offer::Undo];
    if moved + changed + gone > 0 {
        offers.push(Offer::Carried);
    }
    // A note of before speaks of another text.
    desk.page.dismiss_passing();
    // What a person may have to look at is shown at once.
    if changed + gone > 0 {
        desk.page.dialog = Some(Dialog::Carried);
    }
    desk.page.toast(Message::Carried([report.kept, moved, changed, gone]), &offers);
    desk.article.carried = Some(Rc::new(report));
    true
}

/// Puts a kept version back, with its text and all that was marked in it.
pub(crate) fn restore(desk: &mut Desk, kept: &Document, name: Rc<str>) {
    match desk.change(|session| session.restore(kept)) {
        Ok(_) => {
            // A note of before speaks of another state.
            desk.page.dismiss_passing();
            desk.page.toast(Message::Version(Snapped::Restored(name)), &[Offer::Undo]);
        }
        Err(error) => desk.page.refuse(error),
    }
}
