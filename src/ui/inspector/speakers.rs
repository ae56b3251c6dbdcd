//! Who says the selected quote: a ranked list that answers to the digits.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::state::EditAction;
use crate::ui::strings::evidence;
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{use_dispatch, use_lang, use_strings};
use crate::view::{Inspected, InspectedBody};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) inspected: Rc<Inspected>,
}

/// Speakers shown before "someone else" is opened: those that answer to a digit.
const FIRST: usize = 9;
/// More than so many stand in two columns.
const COLUMN: usize = 5;

/// The ranked list of speakers.
#[component]
pub(crate) fn Speakers(props: &Props) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let all = use_state(|| false);
    let InspectedBody::Quote { choices, entity, speaker, .. } = &props.inspected.body else { return html! {} };
    let nobody = entity.is_none() && speaker.is_none();
    let shown = if *all { choices.len() } else { FIRST };
    let more = Callback::from(move |_: MouseEvent| all.set(true));
    html! {
        <div class="speakers" role="group" aria-label={t.speaker} data-testid="inspector-speakers">
            <h2>{ t.speaker }</h2>
            <ol class={(choices.len().min(shown) > COLUMN).then_some("many")}>
                for (i, choice) in choices.iter().enumerate().filter(|(i, c)| *i < shown || c.current) {
                    <li key={i}>
                        <button type="button" class={classes!("speaker", choice.current.then_some("current"))}
                            data-testid={format!("speaker-{}", i + 1)} aria-pressed={if choice.current { "true" } else { "false" }}
                            title={choice.evidence.first().map(|why| evidence(lang, why))} onclick={click(&dispatch, EditAction::Speaker(i))}>
                            <kbd>{ if i < 9 { (i + 1).to_string() } else { String::new() } }</kbd>
                            <span class="speaker-name" dir="auto">{ choice.name.to_string() }</span>
                            if let Some(score) = choice.score.filter(|score| score.get() >= 10) { <span class="dim">{ format!("{} %", (score.get() + 5) / 10) }</span> }
                        </button>
                    </li>
                }
                <li key="nobody">
                    <button type="button" class={classes!("speaker", nobody.then_some("current"))} data-testid="speaker-0"
                        aria-pressed={if nobody { "true" } else { "false" }} onclick={click(&dispatch, EditAction::Nobody)}>
                        <kbd>{ "0" }</kbd><span class="speaker-name dim">{ t.nobody }</span>
                    </button>
                </li>
            </ol>
            if choices.len() > shown {
                <button type="button" class="link" data-testid="more-speakers" onclick={more}>{ t.more_people }</button>
            }
        </div>
    }
}
