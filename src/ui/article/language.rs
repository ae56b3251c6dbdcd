//! In which language the article is: a word where it is another than English, and a choice.

use yew::prelude::*;

use web_sys::HtmlSelectElement;

use crate::document::Command;
use crate::text::InOrder as _;
use crate::ui::state::{AnalysisAction, EditAction};
use crate::ui::strings::{Strings, fill};
use crate::ui::widgets::context::{Dispatch, use_dispatch, use_strings};
use crate::vocabulary::{ArticleLanguage, Language, LanguageBy};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) language: Option<ArticleLanguage>,
}

/// What a language is called.
fn name(t: &'static Strings, language: Language) -> &'static str {
    t.languages.iter().find(|(tag, _)| *tag == language.code()).map_or(t.other_language, |(_, name)| *name)
}

/// Takes the person's choice over; `None` leaves it to the engine.
fn choose(dispatch: &Dispatch, language: Option<Language>) {
    dispatch.dispatch(EditAction::Run(Command::SetLanguage(language)).into());
    dispatch.dispatch(AnalysisAction::Ask.into());
}

/// Says that little is marked in an article of another language than English, and why.
#[component]
pub(crate) fn LanguageNote(props: &Props) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let Some(known) = props.language.filter(|known| !known.language.is_english()) else { return Html::default() };
    let words = if known.language == Language::UNKNOWN {
        t.unknown_language_note.to_owned()
    } else {
        fill(t.language_note, &[("language", name(t, known.language))])
    };
    let onclick = move |_: MouseEvent| choose(&dispatch, Some(Language::ENGLISH));
    html! {
        <p class="language-note" role="status" data-testid="language-note">
            <span>{ words }</span>{ " " }
            <button type="button" class="link" data-testid="read-as-english" {onclick}>{ t.read_as_english }</button>
        </p>
    }
}

/// The choice, in the line at the foot.
#[component]
pub(crate) fn LanguageChoice(props: &Props) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let Some(known) = props.language else { return Html::default() };
    let own = known.by == LanguageBy::Person;
    let onchange = move |event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        choose(&dispatch, Language::from_tag(&value));
    };
    let found = if own {
        t.language_by_itself.to_owned()
    } else {
        fill(t.language_found, &[("language", name(t, known.language))])
    };
    let mut languages = t.languages.to_vec();
    languages.order_by_key(|(_, name)| *name);
    let code = if known.language == Language::UNKNOWN { "?".to_owned() } else { known.language.code().to_uppercase() };
    html! {
        <span class="language">
        // For small screens, where the words have no room; the choice lies over it.
        <span class="language-code" aria-hidden="true">{ code }</span>
        <select class="language-choice" data-testid="article-language" aria-label={t.article_language} title={t.article_language} {onchange}>
            <option value="" selected={!own}>{ found }</option>
            { for languages.iter().map(|(tag, name)| html! {
                <option value={*tag} selected={own && *tag == known.language.code()}>{ *name }</option>
            }) }
        </select>
        </span>
    }
}
