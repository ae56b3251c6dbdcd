//! What buttons do.

use yew::prelude::*;

use crate::ui::state::Action;
use crate::ui::widgets::context::Dispatch;

/// A click that sends `action`.
pub(crate) fn click(dispatch: &Dispatch, action: impl Into<Action>) -> Callback<MouseEvent> {
    let (dispatch, action) = (dispatch.clone(), action.into());
    Callback::from(move |_| dispatch.dispatch(action.clone()))
}
