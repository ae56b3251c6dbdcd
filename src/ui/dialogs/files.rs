//! What came of each of several files: first those that were not opened, and why.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::state::{Came, Fate, PageAction};
use crate::ui::strings::{Lang, failure, message};
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{use_dispatch, use_lang, use_strings};
use crate::ui::widgets::modal::Layer;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) fates: Rc<[Fate]>,
}

/// The list.
#[component]
pub(crate) fn FilesDialog(props: &Props) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let words = &t.bringing;
    let those = |is_one: fn(&Came) -> bool| props.fates.iter().filter(|fate| is_one(&fate.came)).collect::<Vec<_>>();
    html! {
        <Layer title={words.files_title} test="files-dialog">
            { part(words.head_refused, &those(|came| matches!(came, Came::Refused(_))), lang) }
            { part(words.head_open, &those(|came| *came == Came::Open), lang) }
            { part(words.head_listed, &those(|came| *came == Came::Listed), lang) }
            <div class="words-foot">
                <button type="button" class="primary small" data-testid="files-close" onclick={click(&dispatch, PageAction::Dialog(None))}>{ t.close }</button>
            </div>
        </Layer>
    }
}

fn part(head: &'static str, fates: &[&Fate], lang: Lang) -> Html {
    if fates.is_empty() {
        return html! {};
    }
    html! {
        <section class="carried" key={head}>
            <h3>{ head }{ " " }<span class="dim">{ lang.number(fates.len()) }</span></h3>
            // It scrolls, and has nothing in it that takes the focus.
            <ul tabindex="0" aria-label={head}>
                for (at, fate) in fates.iter().enumerate() {
                    <li key={at} data-testid="files-row"><strong>{ fate.name.to_string() }</strong>
                        if let Came::Refused(why) = &fate.came { { " " }{ failure(lang, why) } }
                        for (at, note) in fate.notes.iter().enumerate() { <span key={at} class="dim">{ " " }{ message(lang, note) }</span> }
                    </li>
                }
            </ul>
        </section>
    }
}
