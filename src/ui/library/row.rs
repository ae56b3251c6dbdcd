//! One article of the list: opened, selected, deleted, and its title and tags changed in place.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::storage::{SessionId, SessionMeta};
use crate::ui::dom;
use crate::ui::library::dates::{machine, moment};
use crate::ui::library::deeds::{Tags, duplicate, edit};
use crate::ui::library::look::{Look, LookAction};
use crate::ui::library::order::tags_in;
use crate::ui::services::import::Brought;
use crate::ui::services::saving::saver::Saver;
use crate::ui::strings::fill;
use crate::ui::widgets::context::{use_dispatch, use_lang, use_strings};
use crate::ui::widgets::icons::Icon;

const EDIT: &str = "[data-testid=library-edit]";

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RowProps {
    pub(crate) meta: SessionMeta,
    pub(crate) tags: Tags,
    pub(crate) picked: bool,
    pub(crate) edited: bool,
    /// All that are shown, in their order.
    pub(crate) shown: Rc<[SessionId]>,
    pub(crate) look: UseReducerDispatcher<Look>,
    pub(crate) on_bring: Callback<Brought>,
    pub(crate) saver: Saver,
}

/// One article.
#[component]
pub(crate) fn Row(props: &RowProps) -> Html {
    let (t, lang) = (use_strings(), use_lang());
    let (meta, look, words) = (&props.meta, &props.look, &t.library);
    let titled = |template: &str| fill(template, &[("title", &meta.title)]);
    let pick = {
        let (look, id, shown) = (look.clone(), meta.id.clone(), Rc::clone(&props.shown));
        Callback::from(move |event: MouseEvent| {
            look.dispatch(LookAction::Pick(id.clone(), event.shift_key().then(|| Rc::clone(&shown))));
        })
    };
    let on_edit = {
        let (look, id, edited) = (look.clone(), meta.id.clone(), props.edited);
        Callback::from(move |_: MouseEvent| look.dispatch(LookAction::Edit(Some(id.clone()).filter(|_| !edited))))
    };
    let on_forget = {
        let (on_bring, meta) = (props.on_bring.clone(), meta.clone());
        Callback::from(move |event: MouseEvent| {
            dom::focus_in_item(&event, "[data-testid=recent]", true);
            on_bring.emit(Brought::Forget(meta.clone()));
        })
    };
    html! {
        <li class="library-row" data-testid="library-row">
            <input type="checkbox" data-testid="library-pick" aria-label={titled(words.pick)} checked={props.picked} onclick={pick} />
            <button type="button" class="sample" data-testid="recent"
                onclick={let id = meta.id.clone(); props.on_bring.reform(move |_| Brought::Saved(id.clone()))}>
                <span class="sample-title" dir="auto">{ meta.title.to_string() }</span>
                <span class="hint facts">
                    <time datetime={machine(meta.updated_ms)}>{ moment(lang, meta.updated_ms) }</time>
                    { " " }<span>{ lang.count(t.words, meta.words as usize) }</span>
                    <Checked meta={meta.clone()} />
                </span>
            </button>
            <button type="button" class="icon-button" data-testid="library-edit" aria-expanded={props.edited.to_string()}
                title={titled(words.edit)} aria-label={titled(words.edit)} onclick={on_edit}>{ Icon::More.html() }</button>
            <button type="button" class="icon-button" data-testid="forget" title={t.forget}
                aria-label={format!("{}: {}", t.forget, meta.title)} onclick={on_forget}>{ Icon::Cross.html() }</button>
            if !props.tags.is_empty() && !props.edited {
                <span class="chips">
                    for tag in props.tags.iter() {
                        <button key={tag.to_string()} type="button" class="choice chip" data-testid="library-tag"
                            title={fill(words.tagged_with, &[("tag", tag)])}
                            onclick={let (look, tag) = (look.clone(), tag.clone()); move |_: MouseEvent| look.dispatch(LookAction::Tag(tag.clone()))}>
                            { tag.to_string() }
                        </button>
                    }
                </span>
            }
            if props.edited {
                <Editor meta={meta.clone()} tags={Rc::clone(&props.tags)} look={look.clone()} saver={props.saver.clone()} />
            }
        </li>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CheckedProps {
    meta: SessionMeta,
}

/// How many annotations somebody has looked at.
#[component]
fn Checked(props: &CheckedProps) -> Html {
    let (lang, words) = (use_lang(), &use_strings().library);
    let total = props.meta.mentions + props.meta.quotes;
    let done = total.saturating_sub(props.meta.open);
    if total == 0 {
        return html! {};
    }
    let number = |number: u32| lang.number(number as usize);
    html! {
        <>
            { " " }
            <span class="library-checked">
            <progress aria-hidden="true" value={done.to_string()} max={total.to_string()} />
            { " " }
            <span data-testid="library-checked">
                if props.meta.open == 0 { { words.all_checked } }
                else { { fill(words.checked, &[("done", &number(done)), ("total", &number(total))]) } }
            </span>
            </span>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct EditorProps {
    meta: SessionMeta,
    tags: Tags,
    look: UseReducerDispatcher<Look>,
    saver: Saver,
}

/// Title and tags in place, and a copy.
#[component]
fn Editor(props: &EditorProps) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let (words, meta) = (&t.library, &props.meta);
    let (title, tags) = (use_node_ref(), use_node_ref());
    use_effect_with(title.clone(), |title| {
        if let Some(field) = title.cast::<HtmlInputElement>() {
            let _ = field.focus();
            field.select();
        }
    });
    let close = {
        let look = props.look.clone();
        move |event: &web_sys::Event| {
            dom::focus_in_item(event, EDIT, false);
            look.dispatch(LookAction::Edit(None));
        }
    };
    let onsubmit = {
        let (close, title, tags) = (close.clone(), title.clone(), tags.clone());
        let (props, dispatch) = (props.clone(), dispatch.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            close(&event);
            let typed =
                |field: &NodeRef| field.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
            let (named, tagged) = (typed(&title), Tags::from(tags_in(&typed(&tags))));
            let named = Some(named.trim()).filter(|name| *name != &*props.meta.title).map(Rc::from);
            let before = Rc::clone(&props.tags);
            let tagged = Some(tagged).filter(|tags| *tags != before);
            if named.is_some() || tagged.is_some() {
                let (meta, saver, dispatch) = (props.meta.clone(), props.saver.clone(), dispatch.clone());
                spawn_local(async move { edit(&meta, named, tagged, Some(before), &dispatch, &saver).await });
            }
        })
    };
    let on_copy = {
        let (close, props, template) = (close.clone(), props.clone(), words.copy);
        Callback::from(move |event: MouseEvent| {
            close(&event);
            let (props, dispatch) = (props.clone(), dispatch.clone());
            spawn_local(async move { duplicate(&props.meta, template, &props.tags, &dispatch, &props.saver).await });
        })
    };
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                close(event.unchecked_ref());
            }
        })
    };
    html! {
        <form class="library-editor" data-testid="library-editor" {onsubmit} {onkeydown}>
            <label><span>{ words.title }</span><input ref={title} type="text" dir="auto" autocomplete="off" data-testid="library-title" value={meta.title.to_string()} /></label>
            <label><span>{ words.tags }<span class="hint">{ " " }{ words.tags_hint }</span></span>
                <input ref={tags} type="text" dir="auto" autocomplete="off" data-testid="library-tags" value={props.tags.join(", ")} /></label>
            <div class="library-act">
                <button type="submit" class="primary small" data-testid="library-save">{ t.save }</button>
                <button type="button" class="small" data-testid="library-duplicate" onclick={on_copy}>{ words.duplicate }</button>
                <button type="button" class="small quiet" data-testid="library-cancel" onclick={move |event: MouseEvent| close(&event)}>{ words.cancel }</button>
            </div>
        </form>
    }
}
