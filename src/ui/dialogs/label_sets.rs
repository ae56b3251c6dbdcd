//! The person's labels for all articles: sets of them are chosen, named, exported and imported. Every change can be taken
//! back at once.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::document::{Command, Label, LabelId, LabelSet, LabelSets, added};
use crate::formats::label_sets;
use crate::ui::dialogs::changer::{Changer, use_changer};
use crate::ui::dialogs::chosen_file::ChosenFile;
use crate::ui::dom;
use crate::ui::services::import::file_stem;
use crate::ui::state::{EditAction, Failure, KeepAction};
use crate::ui::strings::{Strings, failure, fill, shape_name};
use crate::ui::widgets::context::{use_lang, use_strings};
use crate::ui::widgets::draft::{keep_draft, use_draft_of};
use crate::ui::widgets::icons::Icon;
use crate::ui::widgets::modal::Layer;
use crate::web::files;

/// The draft of the name of a new set.
const NEW: &str = "label-set";

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) sets: Rc<LabelSets>,
    /// The labels of the open article.
    pub(crate) here: Option<Rc<[Label]>>,
}

type SetChanger = Changer<LabelSets>;

fn name_of(set: &LabelSet, t: &Strings) -> String {
    if set.name.is_empty() { t.sets.mine.to_owned() } else { set.name.to_string() }
}

/// The dialog.
#[component]
pub(crate) fn LabelSetsDialog(props: &Props) -> Html {
    let (t, lang) = (use_strings(), use_lang());
    let changer = use_changer(&props.sets, KeepAction::Labels);
    let on_text = {
        let changer = changer.clone();
        Callback::from(move |found: Result<String, Failure>| {
            match found.and_then(|text| label_sets::read(&text).map_err(Failure::File)) {
                Ok(others) => {
                    let mut next = LabelSets::clone(&changer.now);
                    let count = next.extend(&others);
                    changer.change(lang.count(t.sets.imported, count), |sets| *sets = next);
                }
                Err(why) => changer.say(failure(lang, &why)),
            }
        })
    };
    html! {
        <Layer title={t.sets.title} test="sets-dialog">
            <p class="hint">{ t.sets.intro }</p>
            <ul class="label-sets" data-testid="label-sets">
                for (at, set) in props.sets.sets().iter().enumerate() {
                    <SetRow key={at} {at} set={set.clone()} changer={changer.clone()} here={props.here.clone()} />
                }
            </ul>
            { changer.said(["sets-said", "sets-undo"], "new-set", t) }
            <NewSet {changer} here={props.here.clone()} />
            <div class="words-foot"><span class="dim" /><ChosenFile label={t.sets.import} test="sets-import" {on_text} /></div>
        </Layer>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RowProps {
    at: usize,
    set: LabelSet,
    changer: SetChanger,
    here: Option<Rc<[Label]>>,
}

/// One set: whether it is chosen, its name, its labels, and what can be done with it.
#[component]
fn SetRow(props: &RowProps) -> Html {
    let (t, lang) = (use_strings(), use_lang());
    let (at, name) = (props.at, name_of(&props.set, t));
    let named = |template: &str| fill(template, &[("name", &name)]);
    let changer = &props.changer;
    let on_choose = {
        let (changer, said) = (changer.clone(), named(t.sets.chosen));
        Callback::from(move |_: Event| changer.change(said.clone(), |sets| sets.choose(at)))
    };
    let on_name = {
        let (changer, was) = (changer.clone(), props.set.name.to_string());
        Callback::from(move |event: Event| {
            let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else { return };
            let wanted = input.value();
            let mut next = LabelSets::clone(&changer.now);
            if next.rename(at, &wanted) {
                changer.change(t.sets.renamed.to_owned(), |sets| *sets = next);
            } else {
                input.set_value(&was);
                changer.say(fill(t.sets.taken, &[("name", wanted.trim())]));
            }
        })
    };
    let export = {
        let (set, name) = (props.set.clone(), name.clone());
        Callback::from(move |_: MouseEvent| {
            let json = label_sets::write(std::slice::from_ref(&set), 0);
            let _ = files::download(&format!("{}-labels.json", file_stem(&name)), "application/json", json.as_bytes());
        })
    };
    let delete = {
        let (changer, said) = (changer.clone(), named(t.sets.deleted));
        Callback::from(move |_: MouseEvent| {
            dom::focus_on("[data-part=new-set]");
            changer.change(said.clone(), |sets| sets.remove(at));
        })
    };
    let is_chosen = changer.now.chosen_at() == at;
    let is_bare = changer.now.sets().len() == 1 && props.set == LabelSet::default();
    html! {
        <li class="label-set" data-testid="label-set" data-set={name.clone()}>
            <input type="radio" name="label-set" data-testid="set-choose" aria-label={named(t.sets.choose)} checked={is_chosen} onchange={on_choose} />
            <input type="text" class="set-name" data-testid="set-name" aria-label={t.sets.name} maxlength="60" value={props.set.name.to_string()}
                placeholder={t.sets.mine} onchange={on_name} />
            <span class="dim set-count">{ lang.count(t.sets.labels, props.set.labels.len()) }</span>
            <button type="button" class="icon-button" data-testid="set-delete" title={named(t.sets.delete_named)} aria-label={named(t.sets.delete_named)}
                disabled={is_bare} onclick={delete}>{ Icon::Close.html() }</button>
            <p class="set-labels">
                for label in &props.set.labels {
                    <span key={label.name.to_string()} class="set-label"><span class={format!("swatch c{} s-{}", label.color, shape_name(label.shape))} aria-hidden="true">{ "Aa" }</span>
                        { " " }{ label.name.to_string() }if let Some(key) = label.key { { " " }<kbd>{ key.to_uppercase().to_string() }</kbd> }</span>
                }
                if props.set.labels.is_empty() { <span class="hint">{ t.sets.none }</span> }
            </p>
            <span class="set-deeds">
                <AddHere set={props.set.clone()} changer={changer.clone()} here={props.here.clone()} />
                <button type="button" class="link" data-testid="set-export" aria-label={named(t.sets.export_named)} disabled={props.set.labels.is_empty()} onclick={export}>{ t.sets.export }</button>
            </span>
        </li>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct HereProps {
    set: LabelSet,
    changer: SetChanger,
    here: Option<Rc<[Label]>>,
}

/// Puts the labels of a set that the open article lacks into it, as one step.
#[component]
fn AddHere(props: &HereProps) -> Html {
    let (t, lang) = (use_strings(), use_lang());
    let Some(here) = &props.here else { return html! {} };
    let missing = added(here, &props.set.labels).split_off(here.len());
    let count = missing.len();
    let add = {
        let changer = props.changer.clone();
        Callback::from(move |_: MouseEvent| {
            let put = |label: &Label| Command::PutLabel { id: None, label: label.clone() };
            let all = Command::Together(missing.iter().map(put).collect());
            // The chosen set learns what is made in an article, not what another set gives it.
            changer.dispatch.dispatch(KeepAction::LendLabels(missing.as_slice().into()).into());
            changer.dispatch.dispatch(EditAction::Run(all).into());
            changer.say(lang.count(t.sets.added_here, count));
        })
    };
    html! { <button type="button" class="link" data-testid="set-add" disabled={count == 0} onclick={add}>{ t.sets.add_here }</button> }
}

#[derive(Clone, PartialEq, Properties)]
struct NewProps {
    changer: SetChanger,
    here: Option<Rc<[Label]>>,
}

/// A new set, with the labels of the open article.
#[component]
fn NewSet(props: &NewProps) -> Html {
    let t = use_strings();
    let name = use_node_ref();
    let oninput = use_draft_of(&name, AttrValue::from(NEW));
    let onsubmit = {
        let (changer, name, here) = (props.changer.clone(), name.clone(), props.here.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(field) = name.cast::<HtmlInputElement>() else { return };
            let wanted = field.value();
            if wanted.trim().is_empty() {
                return changer.say(fill(t.sets.taken, &[("name", "")]));
            }
            let own = here.as_deref().and_then(|labels| labels.get(LabelId::BUILT_IN..)).unwrap_or_default();
            let set = LabelSet { name: wanted.trim().into(), labels: own.to_vec() };
            let mut next = LabelSets::clone(&changer.now);
            let at = next.push(&set);
            next.choose(at);
            let said = fill(t.sets.made, &[("name", &next.chosen().name)]);
            changer.change(said, |sets| *sets = next);
            keep_draft(NEW, "");
            field.set_value("");
        })
    };
    html! {
        <form class="set-new" {onsubmit}>
            <label><span>{ t.sets.new }</span><input ref={name} type="text" required={true} maxlength="60" data-testid="set-new" data-part="new-set" {oninput} aria-describedby="set-new-hint" /></label>
            <button type="submit" data-testid="set-make">{ t.sets.make }</button>
            <p id="set-new-hint" class="hint">{ t.sets.new_hint }</p>
        </form>
    }
}
