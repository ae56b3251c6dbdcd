//! The empty state: what this is, the promise, a place to paste, samples, saved work.

use std::rc::Rc;

use yew::prelude::*;

use crate::storage::Listing;
use crate::ui::dom;
use crate::ui::library::list::Library;
use crate::ui::services::import::{Brought, Draft};
use crate::ui::services::samples::SAMPLES;
use crate::ui::services::saving::saver::Saver;
use crate::ui::start::paste_form::PasteForm;
use crate::ui::start::recent::Recent;
use crate::ui::state::{Dialog, PageAction};
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{use_dispatch, use_lang, use_strings};
use crate::ui::widgets::icons::Icon;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) on_bring: Callback<Brought>,
    /// Hears of what stands in the paste box, at the next pause.
    pub(crate) on_draft: Callback<String>,
    /// What is to stand in the paste box.
    pub(crate) given: Option<Draft>,
    pub(crate) listing: Rc<Listing>,
    pub(crate) saver: Saver,
    /// Why what was brought last could not be opened.
    pub(crate) refused: Option<AttrValue>,
}

/// The empty state.
#[component]
pub(crate) fn Start(props: &Props) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let promise = if dom::is_from_disk() { t.promise_file } else { t.promise_long };
    // Those who come back go on first.
    let returns = !props.listing.kept.is_empty();
    let open = |dialog: Dialog| click(&dispatch, PageAction::Dialog(Some(dialog)));
    html! {
        <main id="main" class="start" data-testid="start">
            <header class={classes!("hero", returns.then_some("brief"))}>
                <h1>{ if returns { t.library.tagline } else { t.tagline } }</h1>
                if !returns { <p class="lede">{ t.lede }</p> }
            </header>
            if returns { <Library on_bring={props.on_bring.clone()} listing={Rc::clone(&props.listing)} saver={props.saver.clone()} /> }
            <PasteForm on_bring={props.on_bring.clone()} on_draft={props.on_draft.clone()} given={props.given.clone()} refused={props.refused.clone()} />
            <p class="promise" data-testid="promise">{ Icon::Lock.html() }<span><strong>{ t.promise }</strong>{ " " }{ promise }{ " " }
                <button type="button" class="link" data-testid="verify" onclick={open(Dialog::Stored)}>{ t.privacy.title }</button></span></p>
            <Recent on_bring={props.on_bring.clone()} listing={Rc::clone(&props.listing)} />
            <section class="samples" aria-labelledby="samples-title">
                <h2 id="samples-title">{ t.samples }</h2>
                <ul>
                    for (index, sample) in SAMPLES.iter().enumerate() {
                        <li key={index}>
                            <button type="button" class="sample" data-testid={format!("sample-{index}")}
                                onclick={props.on_bring.reform(move |_| Brought::Sample(index))}>
                                <span class="sample-title">{ sample.title() }</span>
                                <span class="hint">{ (sample.about)(t) }</span>
                            </button>
                        </li>
                    }
                </ul>
            </section>
            <p class="start-foot">
                <button type="button" class="link" data-testid="everything" title={t.keeping.everything_hint}
                    onclick={props.on_bring.reform(move |_: MouseEvent| Brought::Everything(lang))}>{ t.keeping.everything }</button>
                <button type="button" class="link" data-testid="start-words" onclick={open(Dialog::WordList)}>{ t.words_title }</button>
                <button type="button" class="link" data-testid="start-labels" onclick={open(Dialog::LabelSets)}>{ t.sets.title }</button>
                <button type="button" class="link" data-testid="start-shortcuts" onclick={open(Dialog::Shortcuts)}>{ t.shortcuts }</button>
            </p>
        </main>
    }
}
