//! Deleting everything of this page from this device. No tab writes anything back: the others are told, and a tab that did
//! not hear finds the mark when its database goes.

use crate::ui::dom;
use crate::ui::services::saving::saver::Saver;
use crate::ui::services::saving::tabs::{Heard, WIPING};
use crate::ui::state::{Action, Wiped};
use crate::ui::widgets::context::Dispatch;
use crate::web::offline;

/// What all names begin with under which the page keeps something small.
const OURS: &str = "article-annotator.";

/// Deletes everything, and shows what came of it.
pub(crate) async fn wipe(dispatch: &Dispatch, saver: &Saver) {
    dom::keep(WIPING, "yes");
    saver.tell_others(&Heard::Wiped);
    saver.end();
    let database = saver.database().destroy().await.is_ok();
    let files = offline::forget().await;
    dom::forget_in_tab(OURS);
    for name in dom::kept_names(OURS) {
        dom::let_go(&format!("{OURS}{name}"));
    }
    let settings = dom::kept_names(OURS).is_empty();
    dispatch.dispatch(Action::Wiped(Wiped::Here { database, settings, files }));
}

/// Another tab deletes everything: this one lets go of it, and shows that.
pub(crate) fn follow(dispatch: &Dispatch, saver: &Saver) {
    saver.end();
    saver.database().shut();
    dom::forget_in_tab(OURS);
    dispatch.dispatch(Action::Wiped(Wiped::Elsewhere));
}
