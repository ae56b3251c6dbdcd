//! Looking for words in the article: every hit marked, without touching the text.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::text::Source;
use crate::ui::article::selection;
use crate::ui::dom;
use crate::ui::state::PageAction;
use crate::ui::widgets::context::{use_dispatch, use_lang, use_strings};
use crate::ui::widgets::icons::Icon;
use crate::view::find_all;
use crate::web::Layer;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) words: Rc<str>,
    pub(crate) source: Source,
    /// All of the article is drawn.
    pub(crate) whole: bool,
    /// So much of it with its marks.
    pub(crate) drawn: usize,
    /// Changes when other parts of it are drawn.
    pub(crate) turn: usize,
}

/// The search.
#[component]
pub(crate) fn FindBar(props: &Props) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let at = use_state(|| 0_usize);
    let input = use_node_ref();
    let hits = use_memo((props.words.clone(), props.source.clone()), |(words, source)| find_all(source, words));
    let layers = use_memo((), |()| (Layer::new("hits"), Layer::new("hit")));
    let shown = use_mut_ref(|| None);
    use_effect_with((Rc::clone(&hits), *at, (props.whole, props.drawn, props.turn)), {
        let (source, layers) = (props.source.clone(), Rc::clone(&layers));
        move |(hits, at, (whole, drawn, _))| {
            // Other parts are drawn while the person scrolls: that must not bring them back.
            let moves = shown.replace(Some((Rc::clone(hits), *at, *whole, *drawn)));
            let moves = moves.is_none_or(|before| before != (Rc::clone(hits), *at, *whole, *drawn));
            layers.0.show(hits.iter().filter_map(|&hit| selection::live(&source, hit)));
            let here = hits.get(*at).and_then(|&hit| selection::live(&source, hit));
            if let Some(element) =
                here.as_ref().and_then(|r| r.start_container().ok()).and_then(|n| n.parent_element()).filter(|_| moves)
            {
                dom::reveal(&element);
            }
            layers.1.show(here);
        }
    });
    use_effect_with(input.clone(), |input| {
        if let Some(input) = input.cast::<HtmlInputElement>() {
            let _ = input.focus();
        }
    });
    let count = hits.len();
    let go = |back: bool| {
        let at = at.clone();
        move || {
            if count > 0 {
                at.set(if back { (*at + count - 1) % count } else { (*at + 1) % count });
            }
        }
    };
    let oninput = {
        let (dispatch, at) = (dispatch.clone(), at.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) {
                at.set(0);
                dispatch.dispatch(PageAction::Find(Some(input.value().into())).into());
            }
        })
    };
    let onkeydown = {
        let (on, back) = (go(false), go(true));
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                event.prevent_default();
                if event.shift_key() { back() } else { on() }
            }
        })
    };
    let (on, back) = (go(false), go(true));
    html! {
        <search class="find" data-testid="find">
            { Icon::Search.html() }
            <input ref={input} type="search" data-testid="find-input" aria-label={t.find} placeholder={t.find} value={props.words.to_string()} {oninput} {onkeydown} />
            <span class="dim" data-testid="find-count" role="status">
                { if props.words.is_empty() { String::new() } else { lang.count(t.find_hits, count) } }
            </span>
            <button type="button" class="icon-button" aria-label={t.previous} title={t.previous} onclick={move |_: MouseEvent| back()}>{ Icon::Left.html() }</button>
            <button type="button" class="icon-button" aria-label={t.next} title={t.next} onclick={move |_: MouseEvent| on()}>{ Icon::Right.html() }</button>
            <button type="button" class="icon-button" aria-label={t.close} title={t.close}
                onclick={move |_: MouseEvent| dispatch.dispatch(PageAction::Find(None).into())}>{ Icon::Close.html() }</button>
        </search>
    }
}
