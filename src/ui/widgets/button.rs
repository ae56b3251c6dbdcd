//! What buttons do.

use yew::prelude::*;

use crate::ui::state::Action;
use crate::ui::widgets::context::Dispatch;

pub(crate) fn click(dispatch: &Dispatch, action: Action) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(action.clone()))
}
