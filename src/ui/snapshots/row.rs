//! One kept version: what it holds, and what can be done with it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::document::Document;
use crate::storage::{Cause, SessionId, Snapshot};
use crate::ui::dom;
use crate::ui::library::dates::{machine, moment};
use crate::ui::services::saving::saver::Saver;
use crate::ui::snapshots::deeds::{delete, download, rename, restore};
use crate::ui::strings::{Lang, fill};
use crate::ui::widgets::context::{Dispatch, use_dispatch, use_lang, use_strings};

/// The longest name, in characters.
pub(super) const LONGEST_NAME: usize = 120;

/// Versions with their numbers, newest first.
pub(super) type Versions = Rc<[(u32, Snapshot)]>;

const COMPARE: &str = "[data-testid=version-compare]";

#[derive(Clone, PartialEq, Properties)]
pub(super) struct RowProps {
    pub(super) id: SessionId,
    /// The article as it is now.
    pub(super) document: Document,
    pub(super) saver: Saver,
    pub(super) number: u32,
    pub(super) snapshot: Snapshot,
    pub(super) on_compare: Callback<Option<u32>>,
    /// The person comes back from comparing it.
    pub(super) returning: bool,
}

/// What a version is called: its name, or when it was kept by itself.
pub(super) fn called(lang: Lang, snapshot: &Snapshot) -> Rc<str> {
    if snapshot.name.is_empty() {
        format!("{}, {}", lang.strings().snapshots.automatic, moment(lang, snapshot.made_ms)).into()
    } else {
        snapshot.name.as_str().into()
    }
}

/// What it holds, in numbers.
fn holds(lang: Lang, snapshot: &Snapshot) -> String {
    let t = lang.strings();
    let number = |number: u32| lang.number(number as usize);
    let total = snapshot.mentions + snapshot.quotes;
    let done = total.saturating_sub(snapshot.open);
    [
        lang.count(t.words, snapshot.words as usize),
        lang.count(t.snapshots.names, snapshot.mentions as usize),
        lang.count(t.quotes_n, snapshot.quotes as usize),
        fill(t.library.checked, &[("done", &number(done)), ("total", &number(total))]),
    ]
    .join(" · ")
}

/// One version.
#[component]
pub(super) fn Row(props: &RowProps) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let (words, snapshot) = (&t.snapshots, &props.snapshot);
    let renaming = use_state_eq(|| false);
    let row = use_node_ref();
    use_focus(&row, *renaming, props.returning);
    let name = called(lang, snapshot);
    let cause = match Cause::of(&snapshot.cause).filter(|_| snapshot.name.is_empty()) {
        Some(Cause::Text) => words.before_text,
        Some(Cause::Restore) => words.before_restore,
        Some(Cause::Rest) => words.after_rest,
        Some(Cause::Person) | None => "",
    };
    let act = |what: Deed| {
        let (props, name, dispatch) = (props.clone(), Rc::clone(&name), dispatch.clone());
        Callback::from(move |event: MouseEvent| what(&event, &props, Rc::clone(&name), dispatch.clone()))
    };
    let to_name = {
        let renaming = renaming.clone();
        Callback::from(move |_: MouseEvent| renaming.set(true))
    };
    let acts: [(&str, &str, Callback<MouseEvent>); 5] = [
        ("version-compare", words.compare, act(show)),
        ("version-restore", words.restore, act(put_back)),
        ("version-download", words.download, act(hand_over)),
        ("version-rename", words.rename, to_name),
        ("version-delete", words.delete, act(forget)),
    ];
    html! {
        <li ref={row} data-testid="version">
            <p dir="auto"><strong data-testid="version-called">{ if snapshot.name.is_empty() { words.automatic } else { &snapshot.name } }</strong>
                if !cause.is_empty() { { ", " }{ cause } }
            </p>
            <p class="hint">
                <time datetime={machine(snapshot.made_ms)}>{ moment(lang, snapshot.made_ms) }</time>{ " · " }{ holds(lang, snapshot) }
            </p>
            if *renaming {
                <Rename row={props.clone()} on_done={let renaming = renaming.clone(); move |()| renaming.set(false)} />
            } else {
                <p class="version-acts">
                    for (test, word, onclick) in acts {
                        <button key={test} type="button" class="link" data-testid={test} aria-label={format!("{word}: {name}")} {onclick}>{ word }</button>
                    }
                </p>
            }
        </li>
    }
}

/// The focus goes back to the button that was pressed: with the form, or with what was compared, it would be gone.
#[hook]
fn use_focus(row: &NodeRef, renaming: bool, returning: bool) {
    let pressed = use_mut_ref(|| returning.then_some(COMPARE));
    let row = row.clone();
    use_effect_with(renaming, move |renaming| {
        if *renaming {
            *pressed.borrow_mut() = Some("[data-testid=version-rename]");
        } else if let Some(selector) = pressed.take() {
            let button = row.cast::<web_sys::Element>().and_then(|row| row.query_selector(selector).ok().flatten());
            if let Some(button) = button.and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok()) {
                let _ = button.focus();
            }
        }
    });
}

/// What a button does to the version of this name.
type Deed = fn(&MouseEvent, &RowProps, Rc<str>, Dispatch);

fn show(_: &MouseEvent, props: &RowProps, _: Rc<str>, _: Dispatch) {
    props.on_compare.emit(Some(props.number));
}

fn put_back(_: &MouseEvent, props: &RowProps, name: Rc<str>, dispatch: Dispatch) {
    let (id, now, saver) = (props.id.clone(), props.document.clone(), props.saver.clone());
    spawn_local(restore((id, props.number), name, now, dispatch, saver));
}

fn hand_over(_: &MouseEvent, props: &RowProps, _: Rc<str>, dispatch: Dispatch) {
    spawn_local(download(props.id.clone(), props.number, dispatch, props.saver.clone()));
}

fn forget(event: &MouseEvent, props: &RowProps, name: Rc<str>, dispatch: Dispatch) {
    // The row goes, and the focus with it.
    if !dom::focus_in_item(event, COMPARE, true) {
        dom::focus_on("[data-testid=version-name]");
    }
    spawn_local(delete(props.id.clone(), props.number, name, dispatch, props.saver.clone()));
}

#[derive(Clone, PartialEq, Properties)]
struct RenameProps {
    row: RowProps,
    on_done: Callback<()>,
}

/// The name in place.
#[component]
fn Rename(props: &RenameProps) -> Html {
    let (words, dispatch) = (&use_strings().snapshots, use_dispatch());
    let field = use_node_ref();
    use_effect_with(field.clone(), |field| {
        if let Some(field) = field.cast::<HtmlInputElement>() {
            let _ = field.focus();
            field.select();
        }
    });
    let onsubmit = {
        let (row, field, on_done) = (props.row.clone(), field.clone(), props.on_done.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let name = field.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
            if !name.trim().is_empty() {
                let row = row.clone();
                spawn_local(rename(row.id, row.number, name.trim().into(), dispatch.clone(), row.saver));
                on_done.emit(());
            }
        })
    };
    html! {
        <form class="version-acts" {onsubmit}>
            <input ref={field} type="text" data-testid="version-new-name" aria-label={words.new_name} required={true}
                maxlength={LONGEST_NAME.to_string()} value={props.row.snapshot.name.clone()} />
            <button type="submit" class="primary small" data-testid="version-rename-save">{ words.save }</button>
            <button type="button" data-testid="version-rename-cancel" onclick={props.on_done.reform(|_: MouseEvent| ())}>{ words.cancel }</button>
        </form>
    }
}
