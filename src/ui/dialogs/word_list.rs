//! The person's own word list: seen, edited, forgotten, exported and imported. Every change can be taken back at once.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::document::{LabelId, WordChoice, WordList};
use crate::formats::wordlist;
use crate::ui::dialogs::changer::{Changer, use_changer};
use crate::ui::dialogs::chosen_file::ChosenFile;
use crate::ui::dom;
use crate::ui::state::{Failure, KeepAction};
use crate::ui::strings::{Strings, failure, fill};
use crate::ui::widgets::context::{use_dispatch, use_lang, use_strings};
use crate::ui::widgets::draft::{keep_draft, use_draft_of};
use crate::ui::widgets::icons::Icon;
use crate::ui::widgets::modal::Layer;
use crate::web::files;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) words: Rc<WordList>,
    pub(crate) learns: bool,
}

type WordChanger = Changer<WordList>;

/// The dialog.
#[component]
pub(crate) fn WordsDialog(props: &Props) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let wanted = use_state(String::new);
    let changer = use_changer(&props.words, KeepAction::Words);
    let look = wanted.to_lowercase();
    let shown: Vec<_> = props
        .words
        .entries()
        .filter(|(words, choice)| {
            words.to_lowercase().contains(&look) || name_of(choice).to_lowercase().contains(&look)
        })
        .map(|(words, choice)| (AttrValue::from(words.to_owned()), choice.clone()))
        .collect();
    let on_look = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) {
            wanted.set(input.value());
        }
    });
    let on_learns = {
        let learns = props.learns;
        Callback::from(move |_: Event| dispatch.dispatch(KeepAction::Learns(!learns).into()))
    };
    let forget_all = {
        let changer = changer.clone();
        let said = lang.count(t.words_forgot, props.words.len());
        Callback::from(move |_: MouseEvent| {
            dom::focus_on("[data-part=new-words]");
            changer.change(said.clone(), |list| *list = WordList::default());
        })
    };
    html! {
        <Layer title={t.words_title} test="words-dialog">
            <p class="hint">{ t.words_intro }</p>
            <label class="switch"><input type="checkbox" data-testid="words-learn" checked={props.learns} onchange={on_learns} /><span>{ t.words_learn }</span></label>
            <Add changer={changer.clone()} />
            { changer.said(["words-said", "words-undo"], "new-words", t) }
            if props.words.is_empty() {
                <p class="hint" data-testid="words-none">{ t.words_none }</p>
            } else {
                if props.words.len() > 8 {
                    <input type="search" class="words-find" data-testid="words-find" aria-label={t.words_find} placeholder={t.words_find} oninput={on_look} />
                }
                <ul class="words-list" data-testid="words-list">
                    for (words, choice) in shown {
                        <Entry key={words.to_string()} words={words.clone()} {choice} changer={changer.clone()} />
                    }
                </ul>
            }
            <div class="words-foot">
                <span class="dim" data-testid="words-count">{ lang.count(t.words_n, props.words.len()) }</span>
                <Files {changer} />
                <button type="button" data-testid="words-forget-all" disabled={props.words.is_empty()} onclick={forget_all}>{ t.words_forget_all }</button>
            </div>
        </Layer>
    }
}

fn name_of(choice: &WordChoice) -> &str {
    match choice {
        WordChoice::Name { name, .. } => name,
        WordChoice::Never | WordChoice::Aside => "",
    }
}

/// The value of words that name nothing.
const NEVER: &str = "never";

/// The value of words that are set aside where they are a paragraph.
const ASIDE: &str = "aside";

/// What words can be, as the values of a list.
fn kinds(t: &'static Strings) -> [(&'static str, &'static str); 5] {
    [("0", t.person), ("1", t.place), ("2", t.organization), (NEVER, t.words_nothing), (ASIDE, t.words_aside)]
}

fn kind_of(choice: &WordChoice) -> &'static str {
    match choice {
        WordChoice::Name { label: LabelId::PERSON, .. } => "0",
        WordChoice::Name { label: LabelId::PLACE, .. } => "1",
        WordChoice::Name { .. } => "2",
        WordChoice::Never => NEVER,
        WordChoice::Aside => ASIDE,
    }
}

/// The choice for a kind of the list and a name; without a name the words themselves are it.
fn choice_of(kind: &str, name: &str, words: &str) -> WordChoice {
    let name = if name.trim().is_empty() { words } else { name.trim() };
    match kind.parse() {
        Ok(label) => WordChoice::Name { label: LabelId(label), name: name.into() },
        Err(_) if kind == ASIDE => WordChoice::Aside,
        Err(_) => WordChoice::Never,
    }
}

#[derive(Clone, PartialEq, Properties)]
struct EntryProps {
    words: AttrValue,
    choice: WordChoice,
    changer: WordChanger,
}

/// One entry: the words, what they are, what that is called.
#[component]
fn Entry(props: &EntryProps) -> Html {
    let (t, lang) = (use_strings(), use_lang());
    let (kind, name) = (use_node_ref(), use_node_ref());
    let onchange = {
        let (props, kind, name) = (props.clone(), kind.clone(), name.clone());
        Callback::from(move |_: Event| {
            let kind = kind.cast::<HtmlSelectElement>().map(|s| s.value()).unwrap_or_default();
            let name = name.cast::<HtmlInputElement>().map(|i| i.value()).unwrap_or_default();
            let choice = choice_of(&kind, &name, &props.words);
            props.changer.change(t.words_changed.to_owned(), |list| list.put(&props.words, choice));
        })
    };
    let forget = {
        let props = props.clone();
        Callback::from(move |event: MouseEvent| {
            if !dom::focus_in_item(&event, "[data-part=forget]", true) {
                dom::focus_on("[data-part=new-words]");
            }
            props.changer.change(lang.count(t.words_forgot, 1), |list| list.forget(&props.words));
        })
    };
    let now = kind_of(&props.choice);
    html! {
        <li class="word" data-testid="word" data-words={props.words.clone()}>
            <span class="word-words">{ props.words.clone() }</span>
            <select ref={kind} data-testid="word-kind" aria-label={format!("{}: {}", props.words, t.type_)} onchange={onchange.clone()}>
                for (value, title) in kinds(t) { <option key={value} {value} selected={value == now}>{ title }</option> }
            </select>
            if matches!(props.choice, WordChoice::Never | WordChoice::Aside) { <span class="word-name" /> } else {
                <input ref={name} type="text" class="word-name" data-testid="word-name" aria-label={format!("{}: {}", props.words, t.words_named)}
                    value={name_of(&props.choice).to_owned()} {onchange} />
            }
            <button type="button" class="icon-button" data-testid="word-forget" data-part="forget" title={fill(t.words_forget, &[("words", &props.words)])}
                aria-label={fill(t.words_forget, &[("words", &props.words)])} onclick={forget}>{ Icon::Close.html() }</button>
        </li>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ChangerProps {
    changer: WordChanger,
}

/// A new entry, by hand.
#[component]
fn Add(props: &ChangerProps) -> Html {
    let t = use_strings();
    let (words, kind, name) = (use_node_ref(), use_node_ref(), use_node_ref());
    let onsubmit = {
        let (changer, words, kind, name) = (props.changer.clone(), words.clone(), kind.clone(), name.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (Some(field), Some(kind)) = (words.cast::<HtmlInputElement>(), kind.cast::<HtmlSelectElement>()) else {
                return;
            };
            let name = name.cast::<HtmlInputElement>();
            let value = field.value();
            let choice =
                choice_of(&kind.value(), &name.as_ref().map(HtmlInputElement::value).unwrap_or_default(), &value);
            changer.change(t.words_changed.to_owned(), |list| list.put(&value, choice));
            keep_draft("word", "");
            keep_draft("word-name", "");
            field.set_value("");
            if let Some(name) = name {
                name.set_value("");
            }
            let _ = field.focus();
        })
    };
    let on_words = use_draft_of(&words, AttrValue::from("word"));
    let on_name = use_draft_of(&name, AttrValue::from("word-name"));
    html! {
        <form class="word word-add" {onsubmit}>
            <label><span>{ t.words_words }</span><input ref={words} type="text" required={true} data-testid="word-add-words" data-part="new-words" oninput={on_words} /></label>
            <label><span>{ t.type_ }</span>
                <select ref={kind} data-testid="word-add-kind">for (value, title) in kinds(t) { <option key={value} {value} selected={value == "0"}>{ title }</option> }</select></label>
            <label><span>{ t.words_named }</span><input ref={name} type="text" data-testid="word-add-name" oninput={on_name} /></label>
            <button type="submit" data-testid="word-add">{ t.words_add }</button>
        </form>
    }
}

/// The list as a file, out and in.
#[component]
fn Files(props: &ChangerProps) -> Html {
    let (t, lang) = (use_strings(), use_lang());
    let changer = &props.changer;
    let out = {
        let list = Rc::clone(&changer.now);
        Callback::from(move |_: MouseEvent| {
            let _ = files::download("word-list.json", "application/json", wordlist::write(&list).as_bytes());
        })
    };
    let on_text = {
        let changer = changer.clone();
        Callback::from(move |found: Result<String, Failure>| {
            match found.and_then(|text| wordlist::read(&text).map_err(Failure::File)) {
                Ok(list) => {
                    let (merged, count) = changer.now.with(&list);
                    changer.change(lang.count(t.words_imported, count), |list| *list = merged);
                }
                Err(why) => changer.say(failure(lang, &why)),
            }
        })
    };
    html! {
        <>
            <button type="button" data-testid="words-export" disabled={changer.now.is_empty()} onclick={out}>{ t.words_export }</button>
            <ChosenFile label={t.words_import} test="words-import" {on_text} />
        </>
    }
}
