//! One article is read and drawn out of sight while the page has nothing else to do.
//!
//! Browsers compile WebAssembly function by function at first use, and load fonts at their first letter: without a rehearsal
//! the person's first article would take several times as long to appear as the second.

use std::rc::Rc;

use wasm_bindgen_futures::JsFuture;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::document::Body;
use crate::storage::SessionId;
use crate::ui::dom;
use crate::ui::services::analysis::{Answer, Reader};
use crate::ui::services::import;
use crate::ui::services::samples::SAMPLES;
use crate::ui::settings::Settings;
use crate::ui::shell::workspace::Workspace;
use crate::ui::state::{Action, AppState, Findings, Open, Screen, SelectAction, Sheet};
use crate::ui::strings::Lang;
use crate::ui::widgets::context::{Dispatch, OwnKeys};
use crate::ui::widgets::deferred::AtOnce;
use crate::web::clock;
use crate::web::clock::{Frame, Idle};

/// The sample with the most to draw.
const SAMPLE: usize = 1;

/// Rehearses once, when the empty state has been drawn.
#[hook]
pub(crate) fn use_rehearsal(state: &AppState, reader: &Rc<Reader>, settings: Settings) {
    let begun = use_mut_ref(|| None::<Frame>);
    let idle = use_mut_ref(|| None::<Idle>);
    let here = use_mut_ref(|| false);
    *here.borrow_mut() = state.page.screen == Screen::Start;
    let drawn = use_mut_ref(|| false);
    let reader = Rc::clone(reader);
    use_effect_with(state.page.screen, move |screen| {
        // An article that was drawn in earnest leaves nothing to rehearse.
        *drawn.borrow_mut() |= *screen == Screen::Article;
        if *screen != Screen::Start || *drawn.borrow() || begun.borrow().is_some() {
            return;
        }
        let begin = move || {
            let Ok(taken) = import::from_text(SAMPLES[SAMPLE].text) else { return };
            reader.rehearse(taken, move |taken, answer| {
                let act = move || {
                    if *here.borrow() {
                        spawn_local(perform(Rc::new(rehearsed(taken, answer)), settings.lang));
                    }
                };
                *idle.borrow_mut() = Some(Idle::new(act));
            });
        };
        *begun.borrow_mut() = Some(Frame::new(begin));
    });
}

fn rehearsed(taken: import::Taken, (analysis, millis): Answer) -> AppState {
    let mut state = AppState::default();
    let findings = Findings::Ready(analysis, millis);
    state.step(Action::Open { id: SessionId("rehearsal".into()), session: Box::new(taken.session), findings });
    state
}

/// Draws the article, then the same with a quote selected, and clears it away, within a few milliseconds and where
/// nothing of it can be seen, heard or reached.
async fn perform(state: Rc<AppState>, lang: Lang) {
    let page = dom::document();
    let (Some(body), Ok(element)) = (page.body(), page.create_element("div")) else { return };
    element.set_class_name("rehearsal");
    // No focus may go there.
    let _ = element.set_attribute("inert", "");
    let _ = body.append_child(&element);
    let mut selected = AppState::clone(&state);
    let quote = state.document().and_then(|d| d.annotations().find(|a| matches!(a.body, Body::Quote(_))).map(|a| a.id));
    selected.step(SelectAction::Only(quote));
    // A small screen opens its sheet for the selected; the page's own is not to move.
    selected.page.sheet = Sheet::Closed;
    let mut app = yew::Renderer::<Stage>::with_root_and_props(element.clone(), StageProps { state, lang }).render();
    settled().await;
    let _ = element.get_bounding_client_rect();
    app.update(StageProps { state: Rc::new(selected), lang });
    settled().await;
    let _ = element.get_bounding_client_rect();
    app.destroy();
    settled().await;
    element.remove();
}

/// Yew draws in a microtask; after 16 milliseconds it puts off effects to a task, and once more what they ask for.
async fn settled() {
    for _ in 0..2 {
        let _ = JsFuture::from(js_sys::Promise::new(&mut |resolve, _| clock::soon(&resolve))).await;
    }
}

#[derive(Clone, Properties)]
struct StageProps {
    state: Rc<AppState>,
    lang: Lang,
}

impl PartialEq for StageProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The page without its top bar, its notes and its memory: what is sent goes nowhere.
#[component]
fn Stage(props: &StageProps) -> Html {
    let nowhere = use_reducer(AppState::default);
    let open: Option<Rc<Open>> = props.state.article.open.clone();
    html! {
        <ContextProvider<Lang> context={props.lang}>
            <ContextProvider<Dispatch> context={nowhere.dispatcher()}>
            <ContextProvider<OwnKeys> context={OwnKeys::default()}>
            <ContextProvider<AtOnce> context={AtOnce(true)}>
                if let Some(open) = open {
                    <Workspace {open} state={Rc::clone(&props.state)} on_stop={Callback::<()>::noop()} />
                }
            </ContextProvider<AtOnce>>
            </ContextProvider<OwnKeys>>
            </ContextProvider<Dispatch>>
        </ContextProvider<Lang>>
    }
}
