//! Who says the selected quote: a ranked list that answers to the digits, and a field to look for somebody else.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::state::EditAction;
use crate::ui::strings::evidence;
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{use_dispatch, use_lang, use_strings};
use crate::view::{Inspected, InspectedBody, SpeakerChoice};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) inspected: Rc<Inspected>,
}

/// Speakers shown before "someone else" is opened: those that answer to a digit.
const FIRST: usize = 9;
/// More than so many stand in two columns, and can be looked for.
const COLUMN: usize = 5;

/// Those whose names have all of the words, with their places in the list.
fn found<'a>(choices: &'a [SpeakerChoice], words: &str) -> Vec<(usize, &'a SpeakerChoice)> {
    let wanted: Vec<String> = words.to_lowercase().split_whitespace().map(str::to_owned).collect();
    let fits = |name: &str| {
        let name = name.to_lowercase();
        wanted.iter().all(|word| name.contains(word))
    };
    choices.iter().enumerate().filter(|(_, choice)| fits(&choice.name)).collect()
}

/// The ranked list of speakers.
#[component]
pub(crate) fn Speakers(props: &Props) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let (all, words) = (use_state_eq(|| false), use_state_eq(String::new));
    // Another quote has other speakers.
    use_effect_with((props.inspected.id, words.setter()), |(_, words)| words.set(String::new()));
    let InspectedBody::Quote { choices, entity, speaker, .. } = &props.inspected.body else { return html! {} };
    let nobody = entity.is_none() && speaker.is_none();
    let looks = !words.trim().is_empty();
    let here = found(choices, &words);
    let shown = if *all || looks { choices.len() } else { FIRST };
    let more = Callback::from(move |_: MouseEvent| all.set(true));
    let item = |(i, choice): (usize, &SpeakerChoice)| {
        html! {
            <li key={i}>
                <button type="button" class={classes!("speaker", choice.current.then_some("current"))}
                    data-testid={format!("speaker-{}", i + 1)} aria-pressed={if choice.current { "true" } else { "false" }}
                    title={choice.evidence.first().map(|why| evidence(lang, why))} onclick={click(&dispatch, EditAction::Speaker(i))}>
                    <kbd>{ if i < FIRST { (i + 1).to_string() } else { String::new() } }</kbd>
                    <span class="speaker-name" dir="auto">{ choice.name.to_string() }</span>
                    if let Some(score) = choice.score.filter(|score| score.get() >= 10) { <span class="dim">{ format!("{} %", (score.get() + 5) / 10) }</span> }
                </button>
            </li>
        }
    };
    let listed: Vec<_> = here.iter().copied().filter(|(i, choice)| *i < shown || choice.current).collect();
    html! {
        <div class="speakers" role="group" aria-label={t.speaker} data-testid="inspector-speakers">
            <h2>{ t.speaker }</h2>
            if choices.len() > COLUMN {
                <Search words={(*words).clone()} first={here.first().filter(|_| looks).map(|(i, _)| *i)} on_words={let words = words.clone(); move |typed| words.set(typed)} />
            }
            <ol class={(listed.len() > COLUMN).then_some("many")}>
                for one in listed { { item(one) } }
                if !looks {
                    <li key="nobody">
                        <button type="button" class={classes!("speaker", nobody.then_some("current"))} data-testid="speaker-0"
                            aria-pressed={if nobody { "true" } else { "false" }} onclick={click(&dispatch, EditAction::Nobody)}>
                            <kbd>{ "0" }</kbd><span class="speaker-name dim">{ t.nobody }</span>
                        </button>
                    </li>
                }
            </ol>
            if looks && here.is_empty() { <p class="hint" role="status">{ t.around.no_such_speaker }</p> }
            if choices.len() > shown {
                <button type="button" class="link" data-testid="more-speakers" onclick={more}>{ lang.count(t.show_more, choices.len() - shown) }</button>
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SearchProps {
    words: String,
    /// Who is first in the list that is looked at.
    first: Option<usize>,
    on_words: Callback<String>,
}

/// The field: Enter takes the first, Escape leaves off looking.
#[component]
fn Search(props: &SearchProps) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let oninput = props.on_words.reform(|event: InputEvent| {
        event.target().and_then(|to| to.dyn_into::<HtmlInputElement>().ok()).map(|i| i.value()).unwrap_or_default()
    });
    let onkeydown = {
        let (first, is_blank, on_words) = (props.first, props.words.is_empty(), props.on_words.clone());
        Callback::from(move |event: KeyboardEvent| match (&*event.key(), first) {
            ("Enter", Some(first)) => {
                event.prevent_default();
                dispatch.dispatch(EditAction::Speaker(first).into());
                on_words.emit(String::new());
            }
            ("Escape", _) if !is_blank => {
                event.prevent_default();
                event.stop_propagation();
                on_words.emit(String::new());
            }
            _ => {}
        })
    };
    html! {
        <input type="search" class="speaker-search" data-testid="speaker-search" aria-label={t.around.find_speaker} placeholder={t.around.find_speaker}
            value={props.words.clone()} autocomplete="off" {oninput} {onkeydown} />
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_speaker_is_found_by_parts_of_the_name_in_any_order() {
        let choice = |name: &str| SpeakerChoice {
            entity: None,
            name: name.into(),
            mention: None,
            score: None,
            evidence: [].into(),
            current: false,
        };
        let all = ["Ana Díaz", "Ben Ode", "Diana Prado"].map(choice);
        let places = |words: &str| found(&all, words).into_iter().map(|(i, _)| i).collect::<Vec<_>>();
        assert_eq!(places(""), [0, 1, 2]);
        assert_eq!(places("ANA"), [0, 2]);
        assert_eq!(places("díaz a"), [0]);
        assert!(places("x").is_empty());
    }
}
