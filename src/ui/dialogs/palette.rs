//! Layers over the page, and the command palette. Real dialogs: the browser keeps the focus inside and gives it back.

use crate::ui::widgets::modal::Layer;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::document::{Command, LabelId};
use crate::formats::Export;
use crate::ui::commands::chord::caps;
use crate::ui::commands::keymap::Keymap;
use crate::ui::commands::table::BINDINGS;
use crate::ui::inspector::panel::KINDS;
use crate::ui::state::{Action, AppState, BrowserRequest, Dialog, EditAction, PageAction, Tool};
use crate::ui::strings::quote_kind;
use crate::ui::strings::{Lang, export};
use crate::ui::widgets::context::{use_dispatch, use_strings};

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
pub(crate) fn commands(state: &AppState, keymap: &Keymap, lang: Lang) -> Vec<Entry> {
    let t = lang.strings();
    let found = BINDINGS.iter().filter_map(|b| {
        let action = (b.act)(state)?;
        let hint = keymap.of(b).first().map(|chord| caps(chord).join(" ")).unwrap_or_default();
        Some(Entry { name: (b.name)(t).into(), hint: hint.into(), action })
    });
    let kinds = state.inspected_quote().into_iter().flat_map(|quote| {
        KINDS.into_iter().map(|kind| Entry {
            name: format!("{}: {}", t.type_, quote_kind(kind, t)).into(),
            hint: "".into(),
            action: Action::Edit(EditAction::Run(Command::SetQuoteKind { id: quote.id, kind })),
        })
    });
    let labels = state.document().into_iter().flat_map(|document| {
        document.labels().iter().enumerate().skip(LabelId::BUILT_IN).flat_map(|(i, label)| {
            let (id, name) = (LabelId::at(i), &label.name);
            let mark = Entry {
                name: format!("{}: {name}", t.mark_as).into(),
                hint: label.key.map(|key| key.to_uppercase().to_string()).unwrap_or_default().into(),
                action: Action::Edit(EditAction::Apply(Tool::Label(id))),
            };
            let edit = Entry {
                name: format!("{}: {name}", t.edit_label).into(),
                hint: "".into(),
                action: Action::Page(PageAction::Dialog(Some(Dialog::Label(Some(id))))),
            };
            [mark, edit]
        })
    });
    let files = state.document().into_iter().flat_map(|_| {
        Export::ALL.into_iter().skip(1).map(|file| Entry {
            name: format!("{}: {}", t.export, export(lang, file).0).into(),
            hint: file.suffix().into(),
            action: Action::Page(PageAction::Request(BrowserRequest::Export(file))),
        })
    });
    let found = found.chain(kinds).chain(labels).chain(files);
    let mut out: Vec<Entry> = Vec::new();
    for entry in found.filter(|e| !matches!(e.action, Action::Page(PageAction::Dialog(Some(Dialog::Palette))))) {
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
        dispatch.dispatch(PageAction::Dialog(None).into());
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
