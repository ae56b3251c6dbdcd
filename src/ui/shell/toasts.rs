//! Notes of what happened, and the live region that reads them out.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::CommandError;
use crate::ui::dom;
use crate::ui::state::{Action, Message, Offer, PageAction, Toast};
use crate::ui::strings::{message, offer};
use crate::ui::widgets::context::{use_dispatch, use_lang, use_strings};
use crate::ui::widgets::icons::Icon;
use crate::web::clock::Timeout;

/// How long a note with an offer stays, in milliseconds; long enough to read it and to reach its button.
const STAY: u32 = 9_000;

/// What there is to tell, for whichever place shows it now.
#[derive(Clone, PartialEq)]
pub(crate) struct Told {
    pub(crate) toasts: Rc<[Toast]>,
    pub(crate) on_offer: Callback<Offer>,
    /// A dialog is open: what lies behind it could not be read.
    pub(crate) is_covered: bool,
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LiveProps {
    pub(crate) announced: Option<(u32, Message)>,
}

/// The live region that reads out what happened.
#[component]
pub(crate) fn Live(props: &LiveProps) -> Html {
    let lang = use_lang();
    let spoken = props.announced.as_ref().map(|(turn, what)| {
        // The same words again must differ in the page to be read again.
        let echo = if turn % 2 == 0 { "\u{a0}" } else { "" };
        format!("{}{echo}", message(lang, what))
    });
    html! { <div class="unseen" role="status" aria-live="polite" data-testid="live">{ spoken.unwrap_or_default() }</div> }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    /// Whether this is the place within a dialog.
    #[prop_or_default]
    pub(crate) over: bool,
}

/// The notes, in a place of their own: below the lists, at the foot of the page or of the dialog that covers it.
#[component]
pub(crate) fn Toasts(props: &Props) -> Html {
    let t = use_strings();
    let Some(told) = use_context::<Told>() else { return html! {} };
    if told.toasts.is_empty() || told.is_covered != props.over {
        return html! {};
    }
    html! {
        <section class="toasts" data-testid="toasts" aria-label={t.notices}>
            for toast in told.toasts.iter() {
                <Note key={toast.turn} toast={toast.clone()} on_offer={told.on_offer.clone()} />
            }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct NoteProps {
    toast: Toast,
    on_offer: Callback<Offer>,
}

#[component]
fn Note(props: &NoteProps) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let turn = props.toast.turn;
    let stays = props.toast.stays();
    {
        let dispatch = dispatch.clone();
        use_effect_with(turn, move |&turn| {
            let timer =
                (!stays).then(|| Timeout::new(STAY, move || dispatch.dispatch(PageAction::Dismiss(turn).into())));
            move || drop(timer)
        });
    }
    let take = |what: &Offer| {
        let (dispatch, what, on_offer) = (dispatch.clone(), what.clone(), props.on_offer.clone());
        Callback::from(move |_: MouseEvent| {
            if what.is_for_browser() {
                on_offer.emit(what.clone());
            }
            dispatch.dispatch(Action::Take(turn, what.clone()));
        })
    };
    let dismiss = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dom::focus_on("#article [tabindex=\"0\"], #article[tabindex=\"0\"], #paste-box");
            dispatch.dispatch(PageAction::Dismiss(turn).into());
        })
    };
    // That it is so already is no fault.
    let refused = matches!(&props.toast.message, Message::Refused(why) if *why != CommandError::NothingToDo);
    let bad = props.toast.is_bad() || refused;
    html! {
        <div class={classes!("toast", bad.then_some("bad"), stays.then_some("stays"))} data-testid="toast">
            <span class="toast-text">{ message(lang, &props.toast.message) }</span>
            for what in props.toast.offers.iter() {
                <button type="button" class="toast-offer" data-testid={name_of(what)}
                    onclick={take(what)}>{ offer(lang, what) }</button>
            }
            <button type="button" class="icon-button" aria-label={t.dismiss} title={t.dismiss} onclick={dismiss}>{ Icon::Close.html() }</button>
        </div>
    }
}

fn name_of(offer: &Offer) -> &'static str {
    match offer {
        Offer::Undo => "toast-undo",
        Offer::Others { new: true, .. } => "mark-all",
        Offer::Others { .. } => "likewise",
        Offer::Words => "toast-words",
        Offer::Analyze => "toast-analyze",
        Offer::Download => "toast-download",
        Offer::Restore(_) => "toast-restore",
        Offer::Retract(..) => "toast-retract",
        Offer::Reopen(_) => "toast-reopen",
        Offer::Raw(_) => "toast-raw",
        Offer::Hand(..) => "toast-hand",
        Offer::Split(_) => "toast-split",
        Offer::KeepOne => "toast-keep-one",
        Offer::TakeNewer => "toast-newer",
        Offer::OpenPasted(_) => "toast-open-pasted",
        Offer::Carried => "toast-carried",
        Offer::Files(_) => "toast-files",
        Offer::List => "toast-list",
        Offer::Library(_) => "toast-back",
    }
}
