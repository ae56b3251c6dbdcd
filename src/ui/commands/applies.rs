//! When a command applies, and what it then does.

use crate::document::{CheckStatus, LabelId};
use crate::ui::state::{Action, AppState, EditAction, ReviewAction, Screen, SelectAction, Tool, Verdict};
use crate::view::{Motion, Step, Way};

/// The action, while something holds.
pub(crate) fn when(holds: bool, action: impl Into<Action>) -> Option<Action> {
    holds.then(|| action.into())
}

pub(crate) fn open(state: &AppState) -> bool {
    state.page.screen == Screen::Article
}

/// Whether words are chosen that can serve the one annotation that is selected.
pub(crate) fn words_for_one(state: &AppState) -> bool {
    state.selection.only().is_some() && state.selection.target.is_some()
}

pub(crate) fn label(state: &AppState, label: LabelId) -> Option<Action> {
    when(open(state), EditAction::Apply(Tool::Label(label)))
}

pub(crate) fn decide(state: &AppState, verdict: Verdict) -> Option<Action> {
    let run = state.review.run.as_ref()?;
    let done = run.current.is_none();
    Some(if done { ReviewAction::End } else { ReviewAction::Decide(verdict) }.into())
}

pub(crate) fn status(state: &AppState, status: CheckStatus) -> Option<Action> {
    when(state.selection.selected.is_some(), EditAction::Status(status))
}

/// The offer of the newest note to do the same elsewhere.
pub(crate) fn likewise(state: &AppState) -> Option<Action> {
    let toast = state.page.toasts.last()?;
    let offer = toast.offers.iter().find(|offer| offer.is_for_others())?;
    Some(Action::Take(toast.turn, offer.clone()))
}

/// A review step on keys that the word cursor needs while it is out.
pub(crate) fn go_on(state: &AppState, step: ReviewAction) -> Option<Action> {
    let asks = state.review.run.as_ref().is_some_and(|run| run.current.is_some());
    when(asks && state.selection.target.is_none(), step)
}

pub(crate) const fn cursor(motion: Motion, extend: bool) -> SelectAction {
    SelectAction::Cursor { motion, extend }
}

pub(crate) fn along(state: &AppState, way: Way) -> Option<Action> {
    when(open(state) && state.selection.target.is_none(), SelectAction::Extend(way))
}

pub(crate) fn walking(state: &AppState, motion: Motion, extend: bool) -> Option<Action> {
    when(state.selection.target.is_some(), cursor(motion, extend))
}

pub(crate) fn grow(state: &AppState, step: Step) -> Option<Action> {
    when(state.selection.only().is_some(), EditAction::Grow(None, step))
}
