//! The bar at the top: name, promise, undo and redo, download, new article, language and colors.

use yew::prelude::*;

use crate::document::StepKind;
use crate::formats::Export;
use crate::ui::settings::{Settings, Theme};
use crate::ui::state::{Action, BrowserRequest, Dialog, EditAction, PageAction};
use crate::ui::strings::{action, fill};
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{use_dispatch, use_lang, use_strings};
use crate::ui::widgets::icons::Icon;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) settings: Settings,
    pub(crate) on_settings: Callback<Settings>,
    /// Whether an article is open.
    pub(crate) open: bool,
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
    html! {
        <header class="bar">
            <a class="skip" href={if props.open { "#article" } else { "#main" }}>{ t.skip_to_article }</a>
            <div class="brand">
                <span class="brand-name">{ t.app_name }</span>
                <span class="brand-promise">{ Icon::Lock.html() }{ t.promise }</span>
            </div>
            <div class="tools" role="toolbar" aria-label={t.toolbar}>
                if props.open {
                    <button type="button" class="icon-button" data-testid="undo" aria-label={undo.clone()} title={undo}
                        disabled={props.undoable.is_none()} onclick={click(&dispatch, EditAction::Undo)}>{ Icon::Undo.html() }</button>
                    <button type="button" class="icon-button" data-testid="redo" aria-label={redo.clone()} title={redo}
                        disabled={props.redoable.is_none()} onclick={click(&dispatch, EditAction::Redo)}>{ Icon::Redo.html() }</button>
                    <button type="button" class="icon-button" data-testid="edit-text" aria-haspopup="dialog" aria-label={t.versions.edit} title={t.versions.edit}
                        onclick={click(&dispatch, PageAction::Dialog(Some(Dialog::Text)))}>{ Icon::Edit.html() }</button>
                    <span class="gap" />
                    <button type="button" class="quiet" data-testid="new-article" aria-label={t.new_article} onclick={click(&dispatch, Action::Start)}>
                        { Icon::New.html() }<span class="wide-only">{ t.new_article }</span>
                    </button>
                    <button type="button" class="primary small" data-testid="download-json" aria-label={t.download}
                        onclick={click(&dispatch, PageAction::Request(BrowserRequest::Export(Export::Json)))}>
                        { Icon::Download.html() }<span class="wide-only">{ t.download }</span>
                    </button>
                    <button type="button" class="icon-button" data-testid="export" aria-haspopup="dialog" aria-label={t.export} title={t.export}
                        onclick={click(&dispatch, PageAction::Dialog(Some(Dialog::Export)))}>{ Icon::Export.html() }</button>
                    <span class="gap" />
                    <button type="button" class="icon-button wide-only" data-testid="shortcuts" title={t.shortcuts}
                        aria-label={t.shortcuts} onclick={click(&dispatch, PageAction::Dialog(Some(Dialog::Shortcuts)))}>{ Icon::Keyboard.html() }</button>
                }
                <button type="button" class={classes!("icon-button", "lang", props.open.then_some("wide-only"))} data-testid="language" lang={next_lang.tag()}
                    title={t.language} aria-label={format!("{} {}: {}", next_lang.tag().to_uppercase(), t.language, next_lang.own_name())} onclick={on_lang}>
                    { next_lang.tag().to_uppercase() }
                </button>
                <button type="button" class={classes!("icon-button", props.open.then_some("wide-only"))} data-testid="theme" data-theme={theme.name()} title={format!("{}: {name}", t.theme)}
                    aria-label={format!("{}: {name}", t.theme)} onclick={on_theme}>{ icon.html() }</button>
            </div>
        </header>
    }
}
