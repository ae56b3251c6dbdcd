//! The list with what stands above it: search, sort, tags, and what is done to all that are selected.

use std::rc::Rc;
use std::sync::Arc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::storage::{Listing, SessionId, SessionMeta};
use crate::ui::dom;
use crate::ui::library::dates::compare;
use crate::ui::library::deeds::{Tags, forget};
use crate::ui::library::look::{Look, LookAction, Sort};
use crate::ui::library::order::{shown, tags};
use crate::ui::library::row::Row;
use crate::ui::library::search::{Found, use_found};
use crate::ui::services::everything::carry_some;
use crate::ui::services::import::Brought;
use crate::ui::services::saving::saver::Saver;
use crate::ui::strings::fill;
use crate::ui::widgets::context::{use_dispatch, use_lang, use_strings};
use crate::ui::widgets::draft::{draft, keep_draft};

/// So many are shown at first.
const FIRST: usize = 12;
/// The name under which the tab keeps the order of the list.
const SORT: &str = "library-sort";

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) on_bring: Callback<Brought>,
    pub(crate) listing: Rc<Listing>,
    pub(crate) saver: Saver,
}

/// The articles that are kept.
#[component]
pub(crate) fn Library(props: &Props) -> Html {
    let (t, lang) = (use_strings(), use_lang());
    let look = use_reducer(|| Look::sorted(Sort::of_name(&draft(SORT).unwrap_or_default())));
    let listing = &props.listing;
    let found = use_found(listing, &look.words, &props.saver);
    let all = shown(listing, &look, &found.hits, &|one, other| compare(lang, one, other));
    let several = listing.kept.len() > 1;
    let most = if look.all { all.len() } else { FIRST };
    let here: Rc<[SessionId]> = all.iter().take(most).map(|meta| meta.id.clone()).collect();
    let none: Tags = Rc::from([]);
    // Never what nobody sees.
    let picked: Rc<[SessionMeta]> =
        all.iter().filter(|meta| look.picked.contains(&meta.id)).map(|meta| SessionMeta::clone(meta)).collect();
    html! {
        <section class="recent library" aria-labelledby="recent-title" data-testid="library">
            <div class="library-head">
                <h2 id="recent-title">{ t.recent }</h2>
                <span class="hint">{ lang.count(t.library.articles, listing.kept.len()) }</span>
            </div>
            if several {
                <Controls look={look.dispatcher()} sort={look.sort} />
                <TagBar look={look.dispatcher()} tag={look.tag.clone()} listing={Rc::clone(listing)} />
                <Picked look={look.dispatcher()} shown={Rc::clone(&here)} picked={picked} saver={props.saver.clone()} />
            }
            <Told count={all.len()} filters={look.filters()} found={found} />
            <ul>
                for meta in all.iter().take(most) {
                    <Row key={meta.id.0.to_string()} meta={SessionMeta::clone(meta)} picked={look.picked.contains(&meta.id)}
                        edited={look.edited.as_ref() == Some(&meta.id)} shown={Rc::clone(&here)} look={look.dispatcher()}
                        tags={listing.tags.get(&meta.id).map_or_else(|| Rc::clone(&none), |tags| Tags::from(tags.as_slice()))}
                        on_bring={props.on_bring.clone()} saver={props.saver.clone()} />
                }
            </ul>
            if all.len() > most {
                <button type="button" class="quiet library-more" data-testid="library-more"
                    onclick={let look = look.dispatcher(); move |_: MouseEvent| look.dispatch(LookAction::All)}>
                    { lang.count(t.library.all, all.len()) }
                </button>
            }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ToldProps {
    count: usize,
    filters: bool,
    found: Found,
}

/// What was found, and how far the search has come.
#[component]
fn Told(props: &ToldProps) -> Html {
    let (lang, words) = (use_lang(), &use_strings().library);
    let said = if !props.filters {
        String::new()
    } else if !props.found.is_whole() {
        let number = |number: usize| lang.number(number);
        fill(words.searching, &[("done", &number(props.found.read)), ("total", &number(props.found.of))])
    } else if props.count == 0 {
        words.nothing.to_owned()
    } else {
        lang.count(words.found, props.count)
    };
    html! { <p class="hint library-told" role="status" data-testid="library-told">{ said }</p> }
}

#[derive(Clone, PartialEq, Properties)]
struct ControlsProps {
    look: UseReducerDispatcher<Look>,
    sort: Sort,
}

/// Search and sort.
#[component]
fn Controls(props: &ControlsProps) -> Html {
    let words = &use_strings().library;
    let oninput = {
        let look = props.look.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
                look.dispatch(LookAction::Words(field.value().into()));
            }
        })
    };
    let onchange = {
        let look = props.look.clone();
        Callback::from(move |event: Event| {
            if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
                keep_draft(SORT, &field.value());
                look.dispatch(LookAction::Sort(Sort::of_name(&field.value())));
            }
        })
    };
    let sorts = [words.by_date, words.by_title, words.by_words, words.by_open];
    html! {
        <div class="library-controls" role="search">
            <input type="search" data-testid="library-search" aria-label={words.search} placeholder={words.search}
                autocomplete="off" spellcheck="false" {oninput} />
            <label><span class="hint">{ words.sort }</span>
                <select data-testid="library-sort" {onchange}>
                    for (sort, name) in Sort::ALL.into_iter().zip(sorts) {
                        <option value={sort.name()} selected={sort == props.sort}>{ name }</option>
                    }
                </select>
            </label>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TagBarProps {
    look: UseReducerDispatcher<Look>,
    tag: Option<Arc<str>>,
    listing: Rc<Listing>,
}

/// All tags: one of them can be chosen.
#[component]
fn TagBar(props: &TagBarProps) -> Html {
    let words = &use_strings().library;
    let mut all = tags(&props.listing);
    // The last article with it may be gone: it can still be let go of.
    if let Some(tag) = &props.tag {
        all.entry(Arc::clone(tag)).or_default();
    }
    if all.is_empty() {
        return html! {};
    }
    html! {
        <div class="chips" role="group" aria-label={words.tags}>
            for (tag, count) in all {
                <button key={tag.to_string()} type="button" class="choice chip" data-testid="library-only"
                    aria-pressed={(props.tag.as_ref() == Some(&tag)).to_string()}
                    onclick={let (look, tag) = (props.look.clone(), tag.clone()); move |_: MouseEvent| look.dispatch(LookAction::Tag(tag.clone()))}>
                    { format!("{tag} {count}") }
                </button>
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PickedProps {
    look: UseReducerDispatcher<Look>,
    shown: Rc<[SessionId]>,
    picked: Rc<[SessionMeta]>,
    saver: Saver,
}

/// Selects all, and does something to all that are selected.
#[component]
fn Picked(props: &PickedProps) -> Html {
    let (lang, dispatch, words) = (use_lang(), use_dispatch(), &use_strings().library);
    let is_all = !props.shown.is_empty() && props.shown.iter().all(|id| props.picked.iter().any(|meta| meta.id == *id));
    let on_all = {
        let (look, shown) = (props.look.clone(), Rc::clone(&props.shown));
        Callback::from(move |_: MouseEvent| look.dispatch(LookAction::PickAll(Rc::clone(&shown))))
    };
    let on_delete = {
        let (props, dispatch) = (props.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            // The button goes.
            dom::focus_on("[data-testid=library-all]");
            props.look.dispatch(LookAction::PickNone);
            let (picked, saver, dispatch) = (Rc::clone(&props.picked), props.saver.clone(), dispatch.clone());
            spawn_local(async move { forget(&picked, &dispatch, &saver).await });
        })
    };
    let on_download = {
        let props = props.clone();
        Callback::from(move |_: MouseEvent| {
            let ids: Vec<SessionId> = props.picked.iter().map(|meta| meta.id.clone()).collect();
            let (saver, dispatch) = (props.saver.clone(), dispatch.clone());
            spawn_local(async move { carry_some(&ids, lang, &dispatch, &saver).await });
        })
    };
    let on_none = {
        let look = props.look.clone();
        Callback::from(move |_: MouseEvent| {
            dom::focus_on("[data-testid=library-all]");
            look.dispatch(LookAction::PickNone);
        })
    };
    html! {
        <div class="library-picked">
            <label class="switch"><input type="checkbox" data-testid="library-all" checked={is_all} onclick={on_all} /><span>{ words.pick_all }</span></label>
            if !props.picked.is_empty() {
                <span class="library-act" data-testid="library-picked">
                    <span role="status">{ lang.count(words.picked, props.picked.len()) }</span>
                    <button type="button" class="small" data-testid="library-download" onclick={on_download}>{ words.download }</button>
                    <button type="button" class="small reject" data-testid="library-delete" onclick={on_delete}>{ words.delete }</button>
                    <button type="button" class="link" data-testid="library-none" onclick={on_none}>{ words.unpick }</button>
                </span>
            }
        </div>
    }
}
