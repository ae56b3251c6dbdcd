//! All keys, from the table that the page obeys; and changing them.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use crate::document::Label;
use crate::ui::commands::binding::{Binding, Group};
use crate::ui::commands::chord::{caps, chord};
use crate::ui::commands::keymap::{Conflict, Keymap};
use crate::ui::commands::table::{BINDINGS, binding};
use crate::ui::dom;
use crate::ui::strings::{Strings, fill};
use crate::ui::widgets::context::{OwnKeys, use_keymap, use_own_keys, use_strings};
use crate::ui::widgets::modal::Layer;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    /// The labels of the open article, whose keys are taken too.
    pub(crate) labels: Rc<[Label]>,
}

/// Where changing a key stands.
#[derive(Clone, PartialEq)]
enum Asking {
    Nothing,
    /// The next key is for this command.
    Key(&'static str),
    /// This key is another command's: use it here instead?
    Taken(&'static str, String),
    /// Why a key was refused, or what was changed, as a sentence.
    Said(String),
}

fn groups(t: &Strings) -> [(Group, &'static str); 5] {
    [
        (Group::Mark, t.group_marks),
        (Group::Walk, t.group_walk),
        (Group::Edit, t.group_edit),
        (Group::Review, t.group_review),
        (Group::Page, t.group_page),
    ]
}

/// The overlay.
#[component]
pub(crate) fn Shortcuts(props: &Props) -> Html {
    let t = use_strings();
    let changing = use_state(|| false);
    let toggle = {
        let changing = changing.clone();
        Callback::from(move |_: MouseEvent| changing.set(!*changing))
    };
    let words = use_state_eq(String::new);
    let oninput = {
        let words = words.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|to| to.dyn_into::<HtmlInputElement>().ok()) {
                words.set(input.value());
            }
        })
    };
    html! {
        <Layer title={t.shortcuts} test="shortcuts-overlay">
            <div class="keys-head">
                <input type="search" data-testid="keys-find" aria-label={t.around.find_command} placeholder={t.around.find_command} autocomplete="off" value={(*words).clone()} {oninput} />
                <button type="button" class="small" data-testid="keys-change" data-part="keys-change" aria-pressed={if *changing { "true" } else { "false" }} onclick={toggle}>
                    { if *changing { t.keys_done } else { t.keys_change } }
                </button>
            </div>
            if *changing { <Change labels={Rc::clone(&props.labels)} words={(*words).clone()} /> } else { <All words={(*words).clone()} /> }
        </Layer>
    }
}

/// Whether a command is among those that are looked for, by its name or one of its keys as they are printed.
fn fits(words: &str, name: &str, chords: &[String]) -> bool {
    let words = words.trim().to_lowercase();
    let printed = |chord: &String| caps(chord).join(" ").to_lowercase();
    words.is_empty() || name.to_lowercase().contains(&words) || chords.iter().any(|chord| printed(chord) == words)
}

#[derive(Clone, PartialEq, Properties)]
struct AllProps {
    /// What is looked for.
    words: String,
}

/// All keys, to read.
#[component]
fn All(props: &AllProps) -> Html {
    let (t, keymap) = (use_strings(), use_keymap());
    let words = &props.words;
    // What is no command of the table: it has a place among those it belongs to.
    let others = |group: Group| match group {
        Group::Mark => Some((html! { <kbd>{ "Alt" }</kbd> }, t.cmd_exact)),
        Group::Walk => Some((html! { <kbd>{ caps("mod+k").first().cloned() }</kbd> }, t.cmd_ctrl_click)),
        Group::Edit => {
            Some((html! { <span class="chord"><kbd>{ "1" }</kbd>{ " – " }<kbd>{ "9" }</kbd></span> }, t.cmd_speaker))
        }
        Group::Review | Group::Page => None,
    };
    let section = |(group, title): (Group, &'static str)| {
        let mut rows: Vec<Html> = lines(group, &keymap, t)
            .into_iter()
            .filter(|(_, chords, name)| fits(words, name, chords))
            .map(|(id, chords, name)| html! { <div key={id}><dt>{ printed(&chords, t) }</dt><dd>{ name }</dd></div> })
            .collect();
        rows.extend(
            others(group)
                .filter(|(_, name)| fits(words, name, &[]))
                .map(|(keys, name)| html! { <div key="other"><dt>{ keys }</dt><dd>{ name }</dd></div> }),
        );
        (!rows.is_empty()).then(|| html! { <section key={title}><h3>{ title }</h3><dl>{ rows }</dl></section> })
    };
    let found: Vec<Html> = groups(t).into_iter().filter_map(section).collect();
    html! {
        <div class="keys" data-testid="keys-list">
            if found.is_empty() { <p class="hint" role="status">{ t.palette_none }</p> }
            { found }
        </div>
    }
}

/// The commands of a group; the keys of neighbors that share a name ("next or previous") stand on one line.
fn lines(group: Group, keymap: &Keymap, t: &Strings) -> Vec<(&'static str, Vec<String>, &'static str)> {
    let mut out: Vec<(&'static str, Vec<String>, &'static str)> = Vec::new();
    for binding in BINDINGS.iter().filter(|b| b.group == group) {
        let keys: Vec<String> = keymap.of(binding).into_iter().map(str::to_owned).collect();
        let name = (binding.name)(t);
        match out.last_mut() {
            _ if keys.is_empty() => {}
            Some((_, chords, last)) if *last == name => chords.extend(keys),
            _ => out.push((binding.id, keys, name)),
        }
    }
    out
}

/// Keys as they are printed on them.
fn printed(chords: &[String], t: &'static Strings) -> Html {
    if chords.is_empty() {
        return html! { <span class="dim">{ t.keys_none }</span> };
    }
    chords
        .iter()
        .enumerate()
        .map(|(i, chord)| {
            let caps = caps(chord).into_iter().map(|cap| html! { <kbd>{ cap }</kbd> }).collect::<Html>();
            html! { <span class="chord">{ caps }{ if i + 1 < chords.len() { "," } else { "" } }</span> }
        })
        .collect()
}

fn name_of(id: &str, t: &Strings) -> &'static str {
    binding(id).map_or("", |binding| (binding.name)(t))
}

/// A command's name for a list in which each stands alone: with its direction where two share a name.
fn full_name(binding: &Binding, t: &'static Strings) -> String {
    let name = (binding.name)(t);
    let shared = BINDINGS.iter().filter(|b| (b.name)(t) == name && b.layer == binding.layer).count() > 1;
    match binding.id {
        id if shared && id.ends_with("-on") => format!("{name} ({})", t.next),
        id if shared && id.ends_with("-back") => format!("{name} ({})", t.previous),
        _ => name.to_owned(),
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ChangeProps {
    labels: Rc<[Label]>,
    /// What is looked for.
    words: String,
}

/// All commands, each with its keys to change.
#[component]
fn Change(props: &ChangeProps) -> Html {
    let (t, OwnKeys { map: keymap, change: on_change }) = (use_strings(), use_own_keys());
    let asking = use_state(|| Asking::Nothing);
    let set = {
        let keymap = Rc::clone(&keymap);
        Rc::new(move |change: &dyn Fn(&mut Keymap)| {
            let mut next = Keymap::clone(&keymap);
            change(&mut next);
            on_change.emit(Rc::new(next));
        })
    };
    use_capture(&asking, &keymap, &props.labels, &set, t);
    let give = |binding: &'static Binding, chord: String| {
        let (set, asking) = (Rc::clone(&set), asking.clone());
        Callback::from(move |event: MouseEvent| {
            dom::focus_in_item(&event, "[data-part=key-ask]", false);
            set(&|map| map.put(binding, &chord));
            let (name, key) = ((binding.name)(t), caps(&chord).join(" "));
            asking.set(Asking::Said(fill(t.keys_set, &[("name", name), ("key", &key)])));
        })
    };
    let edit = |change: fn(&mut Keymap, &'static Binding), binding: &'static Binding| {
        let (set, asking) = (Rc::clone(&set), asking.clone());
        Callback::from(move |event: MouseEvent| {
            dom::focus_in_item(&event, "[data-part=key-ask]", false);
            set(&|map| change(map, binding));
            asking.set(Asking::Nothing);
        })
    };
    let reset_all = {
        let (set, asking) = (Rc::clone(&set), asking.clone());
        Callback::from(move |_: MouseEvent| {
            dom::focus_on("[data-part=keys-change]");
            set(&|map| *map = Keymap::default());
            asking.set(Asking::Nothing);
        })
    };
    let row = |binding: &'static Binding| {
        let own: Vec<String> = keymap.of(binding).into_iter().map(str::to_owned).collect();
        let is_asked = *asking == Asking::Key(binding.id);
        let name = full_name(binding, t);
        let changed = keymap.is_changed(binding).then(|| edit(Keymap::reset, binding));
        let given = (!own.is_empty()).then(|| edit(Keymap::take, binding));
        html! {
            <li key={binding.id} class={classes!("key-row", is_asked.then_some("asked"))} data-testid="key-row" data-command={binding.id}>
                { ask(binding, is_asked, &own, &asking, t) }
                if let Some(onclick) = changed { { text_button("key-reset", &name, t.keys_reset, onclick) } }
                if let Some(onclick) = given { { text_button("key-take", &name, t.keys_take, onclick) } }
                if let Asking::Taken(id, chord) = &*asking {
                    if *id == binding.id { { taken(&keymap, binding, chord, give(binding, chord.clone()), t) } }
                }
            </li>
        }
    };
    let wanted = |binding: &Binding| {
        let own: Vec<String> = keymap.of(binding).into_iter().map(str::to_owned).collect();
        !binding.is_fixed() && fits(&props.words, &full_name(binding, t), &own)
    };
    let said = match &*asking {
        Asking::Nothing | Asking::Taken(..) => t.keys_hint.to_owned(),
        Asking::Key(id) => fill(t.keys_press, &[("name", name_of(id, t))]),
        Asking::Said(sentence) => sentence.clone(),
    };
    html! {
        <div class="key-editor">
            <p class="key-said" role="status" data-testid="key-said">{ said }</p>
            for (group, title) in groups(t) {
                if BINDINGS.iter().any(|b| b.group == group && wanted(b)) {
                    <section key={title}><h3>{ title }</h3><ul>
                        for binding in BINDINGS.iter().filter(|b| b.group == group && wanted(b)) { { row(binding) } }
                    </ul></section>
                }
            }
            <button type="button" class="small" data-testid="keys-reset-all" disabled={keymap.is_default()} onclick={reset_all}>{ t.keys_reset_all }</button>
        </div>
    }
}

/// The name of a command with its keys: the next key pressed is for it.
fn ask(
    binding: &'static Binding,
    is_asked: bool,
    own: &[String],
    asking: &UseStateHandle<Asking>,
    t: &'static Strings,
) -> Html {
    let asking = asking.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        asking.set(if is_asked { Asking::Nothing } else { Asking::Key(binding.id) });
    });
    html! {
        <button type="button" class="key-name" data-testid="key-ask" data-part="key-ask" aria-pressed={if is_asked { "true" } else { "false" }} {onclick}>
            <span>{ full_name(binding, t) }</span><span class="key-caps">{ printed(own, t) }</span>
        </button>
    }
}

fn text_button(test: &'static str, command: &str, words: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="link" data-testid={test} aria-label={format!("{words}: {command}")} {onclick}>{ words }</button>
    }
}

/// The question whether a key may be taken from the command that has it.
fn taken(keymap: &Keymap, binding: &Binding, chord: &str, give: Callback<MouseEvent>, t: &'static Strings) -> Html {
    let other = match keymap.conflict(binding, chord, &[]) {
        Some(Conflict::Command(id)) => name_of(id, t),
        _ => return html! {},
    };
    html! {
        <p class="key-taken" role="alert" data-testid="key-taken">
            { fill(t.keys_taken, &[("key", &caps(chord).join(" ")), ("name", other)]) }{ " " }
            <button type="button" class="small" data-testid="key-use" autofocus={true} onclick={give}>{ t.keys_use }</button>
        </p>
    }
}

/// While a key is asked for, the next one is caught before anything else obeys it.
#[hook]
fn use_capture(
    asking: &UseStateHandle<Asking>,
    keymap: &Rc<Keymap>,
    labels: &Rc<[Label]>,
    set: &Rc<impl Fn(&dyn Fn(&mut Keymap)) + 'static>,
    t: &'static Strings,
) {
    let (asking, keymap, labels, set) = (asking.clone(), Rc::clone(keymap), Rc::clone(labels), Rc::clone(set));
    let asked = match &*asking {
        Asking::Key(id) => Some(*id),
        _ => None,
    };
    use_effect_with((asked, Rc::clone(&keymap)), move |(asked, _)| {
        let binding = asked.and_then(binding);
        let listener = binding.map(|binding| {
            let window: web_sys::EventTarget = dom::window().into();
            dom::Listener::first(&window, "keydown", move |event| {
                let Some(event) = wasm_bindgen::JsCast::dyn_ref::<KeyboardEvent>(event) else { return };
                let key = event.key();
                // A modifier alone is not yet a key; Tab goes on leading out of here.
                if matches!(key.as_str(), "Shift" | "Control" | "Alt" | "Meta" | "AltGraph" | "CapsLock" | "Tab") {
                    return;
                }
                event.prevent_default();
                event.stop_propagation();
                if key == "Escape" {
                    return asking.set(Asking::Nothing);
                }
                let pressed = chord(event);
                let cap = caps(&pressed).join(" ");
                let taken: Vec<_> = labels.iter().map(|l| l.key).collect();
                asking.set(match keymap.conflict(binding, &pressed, &taken) {
                    None => {
                        set(&|map| map.put(binding, &pressed));
                        Asking::Said(fill(t.keys_set, &[("name", (binding.name)(t)), ("key", &cap)]))
                    }
                    Some(Conflict::Command(_)) => Asking::Taken(binding.id, pressed),
                    Some(Conflict::Label(i)) => {
                        let name = labels.get(i).map(|l| l.name.to_string()).unwrap_or_default();
                        Asking::Said(fill(t.keys_label, &[("key", &cap), ("name", &name)]))
                    }
                    Some(Conflict::Reserved) => Asking::Said(fill(t.keys_reserved, &[("key", &cap)])),
                    Some(Conflict::Browser) => Asking::Said(fill(t.keys_browser, &[("key", &cap)])),
                });
            })
        });
        move || drop(listener)
    });
}
