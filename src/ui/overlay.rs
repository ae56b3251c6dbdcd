//! Layers over the page: all keys, and the command palette. Real dialogs: the browser keeps the focus inside and gives it
//! back.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlInputElement};
use yew::prelude::*;

use super::context::{use_dispatch, use_strings};
use super::icons::Icon;
use super::keys::{BINDINGS, Group};
use super::state::Action;
use super::strings::Strings;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LayerProps {
    pub(crate) title: AttrValue,
    pub(crate) test: AttrValue,
    pub(crate) children: Html,
}

/// A modal layer that closes with Escape, its button, or a click beside it.
#[component]
pub(crate) fn Layer(props: &LayerProps) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let node = use_node_ref();
    use_effect_with(node.clone(), |node| {
        if let Some(dialog) = node.cast::<HtmlDialogElement>() {
            let _ = dialog.show_modal();
        }
    });
    let close = move || dispatch.dispatch(Action::Dialog(None));
    let oncancel = {
        let close = close.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            close();
        })
    };
    let onclick = {
        let (close, node) = (close.clone(), node.clone());
        Callback::from(move |event: MouseEvent| {
            let on_itself = event.target().and_then(|t| t.dyn_into::<web_sys::Node>().ok()) == node.get();
            if on_itself {
                close();
            }
        })
    };
    html! {
        <dialog ref={node} class="layer" aria-label={props.title.clone()} data-testid={props.test.clone()} {oncancel} {onclick}>
            <div class="layer-body">
                <header><h2>{ props.title.clone() }</h2>
                    <button type="button" class="icon-button" aria-label={t.close} title={t.close} data-testid="layer-close"
                        onclick={move |_: MouseEvent| close()}>{ Icon::Close.html() }</button>
                </header>
                { props.children.clone() }
            </div>
        </dialog>
    }
}

/// All keys, from the table that the page obeys.
#[component]
pub(crate) fn Shortcuts() -> Html {
    let t = use_strings();
    let groups = [
        (Group::Mark, t.group_marks),
        (Group::Walk, t.group_walk),
        (Group::Edit, t.group_edit),
        (Group::Review, t.group_review),
        (Group::Page, t.group_page),
    ];
    html! {
        <Layer title={t.shortcuts} test="shortcuts-overlay">
            <div class="keys">
                for (group, title) in groups {
                    <section key={title}><h3>{ title }</h3><dl>
                        for (id, chords, name) in lines(group, t) {
                            <div key={id}><dt>{ keys(&chords) }</dt><dd>{ name }</dd></div>
                        }
                        if group == Group::Edit { <div><dt><kbd>{ "1" }</kbd>{ " – " }<kbd>{ "9" }</kbd></dt><dd>{ t.cmd_speaker }</dd></div> }
                        if group == Group::Mark { <div><dt><kbd>{ "Alt" }</kbd></dt><dd>{ t.cmd_exact }</dd></div> }
                    </dl></section>
                }
            </div>
        </Layer>
    }
}

/// The commands of a group; the keys of neighbors that share a name ("next or previous") stand on one line.
fn lines(group: Group, t: &Strings) -> Vec<(&'static str, Vec<&'static str>, &'static str)> {
    let mut out: Vec<(&'static str, Vec<&'static str>, &'static str)> = Vec::new();
    for binding in BINDINGS.iter().filter(|b| b.group == group && !b.keys.is_empty()) {
        let name = (binding.name)(t);
        match out.last_mut() {
            Some((_, chords, last)) if *last == name => chords.extend(binding.keys),
            _ => out.push((binding.id, binding.keys.to_vec(), name)),
        }
    }
    out
}

/// Keys as they are printed on them.
fn keys(chords: &[&str]) -> Html {
    chords
        .iter()
        .enumerate()
        .map(|(i, chord)| {
            let parts = if *chord == "+" { vec!["+"] } else { chord.split('+').collect() };
            let caps = parts.into_iter().map(|part| html! { <kbd>{ cap(part) }</kbd> }).collect::<Html>();
            html! { <>{ if i > 0 { ", " } else { "" } }{ caps }</> }
        })
        .collect()
}

fn cap(part: &str) -> String {
    match part {
        "mod" if is_mac() => "⌘".to_owned(),
        "mod" => "Ctrl".to_owned(),
        "alt" if is_mac() => "⌥".to_owned(),
        "alt" => "Alt".to_owned(),
        "shift" => "⇧".to_owned(),
        "ArrowRight" => "→".to_owned(),
        "ArrowLeft" => "←".to_owned(),
        "ArrowUp" => "↑".to_owned(),
        "ArrowDown" => "↓".to_owned(),
        "Enter" => "↵".to_owned(),
        "Backspace" => "⌫".to_owned(),
        "Delete" => "Del".to_owned(),
        "Escape" => "Esc".to_owned(),
        other => other.to_uppercase(),
    }
}

fn is_mac() -> bool {
    super::dom::window().navigator().user_agent().is_ok_and(|agent| agent.contains("Mac"))
}

/// One line of the palette.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) name: Rc<str>,
    pub(crate) hint: Rc<str>,
    pub(crate) action: Action,
}

#[derive(Clone, Properties)]
pub(crate) struct PaletteProps {
    pub(crate) entries: Rc<[Entry]>,
}

impl PartialEq for PaletteProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.entries, &other.entries)
    }
}

/// Commands that apply now, by the table of keys.
pub(crate) fn commands(state: &super::state::AppState, t: &'static Strings) -> Vec<Entry> {
    let found = BINDINGS.iter().filter_map(|b| {
        let action = (b.act)(state)?;
        let hint =
            b.keys.iter().map(|k| k.split('+').map(cap).collect::<Vec<_>>().join(" ")).next().unwrap_or_default();
        Some(Entry { name: (b.name)(t).into(), hint: hint.into(), action })
    });
    let mut out: Vec<Entry> = Vec::new();
    for entry in found.filter(|e| !matches!(e.action, Action::Dialog(Some(super::state::Dialog::Palette)))) {
        // Two keys that move both ways share a name; the palette needs one of them.
        if !out.iter().any(|other| other.name == entry.name) {
            out.push(entry);
        }
    }
    out
}

/// Lines shown at once.
const SHOWN: usize = 12;

/// Type a few letters of a command or a name, Enter does it.
#[component]
pub(crate) fn Palette(props: &PaletteProps) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let query = use_state(String::new);
    let at = use_state(|| 0_usize);
    let wanted = query.to_lowercase();
    let found: Vec<_> =
        props.entries.iter().filter(|e| e.name.to_lowercase().contains(&wanted)).take(SHOWN).cloned().collect();
    let choose = Rc::new(move |entry: &Entry| {
        dispatch.dispatch(Action::Dialog(None));
        dispatch.dispatch(entry.action.clone());
    });
    let oninput = {
        let at = at.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) {
                query.set(input.value());
                at.set(0);
            }
        })
    };
    let onkeydown = {
        let (found, at, choose) = (found.clone(), at.clone(), Rc::clone(&choose));
        Callback::from(move |event: KeyboardEvent| {
            let last = found.len().saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" => at.set((*at + 1).min(last)),
                "ArrowUp" => at.set(at.saturating_sub(1)),
                "Enter" => {
                    if let Some(entry) = found.get(*at) {
                        choose(entry);
                    }
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let active = found.get(*at).map(|_| format!("command-{}", *at));
    html! {
        <Layer title={t.palette} test="palette">
            <input type="text" class="palette-input" data-testid="palette-input" placeholder={t.palette_hint} aria-label={t.palette_hint}
                role="combobox" aria-expanded="true" aria-controls="palette-list" aria-activedescendant={active}
                autocomplete="off" autofocus={true} {oninput} {onkeydown} />
            <ul id="palette-list" class="palette-list" role="listbox" aria-label={t.palette}>
                for (i, entry) in found.iter().enumerate() {
                    <li key={i} id={format!("command-{i}")} role="option" aria-selected={if i == *at { "true" } else { "false" }}
                        data-testid="palette-option"
                        onclick={let (choose, entry) = (Rc::clone(&choose), entry.clone()); move |_: MouseEvent| choose(&entry)}>
                        <span>{ entry.name.to_string() }</span><kbd>{ entry.hint.to_string() }</kbd>
                    </li>
                }
            </ul>
            if found.is_empty() { <p class="hint">{ t.palette_none }</p> }
        </Layer>
    }
}
