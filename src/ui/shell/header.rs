//! The bar at the top: the name of the page, the title of the article, undo and redo, new article, export, language and
//! colors.

use std::sync::Arc;

use yew::prelude::*;

use crate::document::StepKind;
use crate::ui::settings::{Settings, Theme};
use crate::ui::state::{Action, Dialog, EditAction, PageAction};
use crate::ui::strings::{action, fill};
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{use_dispatch, use_lang, use_strings};
use crate::ui::widgets::icons::Icon;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) settings: Settings,
    pub(crate) on_settings: Callback<Settings>,
    /// The title of the open article, if one is open.
    pub(crate) title: Option<Arc<str>>,
    pub(crate) undoable: Option<(StepKind, usize)>,
    pub(crate) redoable: Option<(StepKind, usize)>,
}

/// The bar at the top.
#[component]
pub(crate) fn Header(props: &Props) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let step = |template: &str, bare: &'static str, what: Option<(StepKind, usize)>| {
        what.map_or(bare.to_owned(), |(kind, count)| fill(template, &[("what", &action(lang, kind, count))]))
    };
    let undo = step(t.undo_what, t.undo, props.undoable);
    let redo = step(t.redo_what, t.redo, props.redoable);
    let theme = props.settings.theme;
    let (icon, name) = match theme {
        Theme::System => (Icon::Auto, t.theme_system),
        Theme::Light => (Icon::Sun, t.theme_light),
        Theme::Dark => (Icon::Moon, t.theme_dark),
    };
    let on_theme = {
        let settings = Settings { theme: theme.next(), ..props.settings };
        props.on_settings.reform(move |_: MouseEvent| settings)
    };
    let next_lang = lang.next();
    let on_lang = {
        let settings = Settings { lang: next_lang, ..props.settings };
        props.on_settings.reform(move |_: MouseEvent| settings)
    };
    let open = props.title.is_some();
    let show = |dialog: Dialog| click(&dispatch, PageAction::Dialog(Some(dialog)));
    html! {
        <header class={classes!("bar", open.then_some("over-article"))}>
            <a class="skip" href={if open { "#article" } else { "#main" }}>{ t.skip_to_article }</a>
            <div class="brand">
                <span class="brand-name">{ t.app_name }</span>
                // Before an article is open the page itself says it, at length.
                if open {
                    <button type="button" class="icon-button dim" data-testid="promise-kept" aria-haspopup="dialog" aria-label={t.promise} title={t.promise}
                        onclick={show(Dialog::Stored)}>{ Icon::Lock.html() }</button>
                }
            </div>
            if let Some(title) = &props.title {
                <button type="button" class="bar-title" data-testid="edit-text" aria-haspopup="dialog" aria-label={format!("{title}: {}", t.versions.edit)} title={t.versions.edit}
                    onclick={show(Dialog::Text)}><span class="bar-title-text" dir="auto">{ title.to_string() }</span>{ Icon::Edit.html() }</button>
            }
            <div class="tools" role="toolbar" aria-label={t.toolbar}>
                if open {
                    <button type="button" class="icon-button" data-testid="undo" aria-label={undo.clone()} title={undo}
                        disabled={props.undoable.is_none()} onclick={click(&dispatch, EditAction::Undo)}>{ Icon::Undo.html() }</button>
                    <button type="button" class="icon-button" data-testid="redo" aria-label={redo.clone()} title={redo}
                        disabled={props.redoable.is_none()} onclick={click(&dispatch, EditAction::Redo)}>{ Icon::Redo.html() }</button>
                    <span class="gap" />
                    <button type="button" class="quiet" data-testid="new-article" aria-label={t.new_article} title={t.new_article} onclick={click(&dispatch, Action::Start)}>
                        { Icon::New.html() }<span class="wide-only">{ t.new_article }</span>
                    </button>
                    <button type="button" class="primary small" data-testid="export" aria-haspopup="dialog" aria-label={t.export} title={t.export}
                        onclick={show(Dialog::Export)}>{ Icon::Download.html() }<span class="wide-only">{ t.export }</span></button>
                    <span class="gap" />
                    <button type="button" class="icon-button wide-only" data-testid="shortcuts" title={t.shortcuts}
                        aria-label={t.shortcuts} onclick={show(Dialog::Shortcuts)}>{ Icon::Keyboard.html() }</button>
                }
                <button type="button" class={classes!("icon-button", "lang", open.then_some("wide-only"))} data-testid="language" lang={next_lang.tag()}
                    title={t.language} aria-label={format!("{} {}: {}", next_lang.tag().to_uppercase(), t.language, next_lang.own_name())} onclick={on_lang}>
                    { next_lang.tag().to_uppercase() }
                </button>
                <button type="button" class={classes!("icon-button", open.then_some("wide-only"))} data-testid="theme" data-theme={theme.name()} title={format!("{}: {name}", t.theme)}
                    aria-label={format!("{}: {name}", t.theme)} onclick={on_theme}>{ icon.html() }</button>
            </div>
        </header>
    }
}
