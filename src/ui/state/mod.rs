//! All that the page knows, changed only by actions in pure functions: no browser, no clock, no words.
//! `action` names what can happen; `app_state` hands each action to the part it concerns; `page`, `selection`, `review`,
//! `analysis`, `saving` and `kept` hold a part each with its actions and its reducer, and `desk` runs commands for them.
//! Read `app_state` first.

mod action;
mod analysis;
mod app_state;
mod article;
mod desk;
mod editing;
mod kept;
mod message;
#[cfg(test)]
mod opening_tests;
mod page;
mod review;
mod saving;
mod selection;
#[cfg(test)]
mod several_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod version_tests;
mod word_cursor;

pub(crate) use action::Action;
pub(crate) use analysis::{Analysis, AnalysisAction, Findings};
pub(crate) use app_state::AppState;
pub(crate) use article::{CarryReport, Open};
pub(crate) use editing::deed::{Deed, To};
pub(crate) use editing::edit::EditAction;
pub(crate) use kept::{KeepAction, Kept};
pub(crate) use message::{Articles, Back, Came, Done, Failure, Fate, Message, Offer, Pasted, Snapped, Toast};
pub(crate) use page::{BrowserRequest, Dialog, PageAction, Reveal, Screen, Sheet, SheetSize, Wiped};
pub(crate) use review::{ReviewAction, ReviewRun, Verdict};
pub(crate) use saving::{SaveAction, Saved};
pub(crate) use selection::{MovingEdge, Scope, SelectAction, Tool};
