//! The whole page: state at the top, screens and layers below.

use crate::ui::commands::keyboard::use_keys;
use crate::ui::services::open_article::use_bring;
use crate::ui::services::open_article::{Dropping, use_drop};
use crate::ui::services::sessions::use_listing;
use crate::ui::services::sessions::use_offer;
use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::document::{Label, Session, StepKind};
use crate::ui::commands::keymap::Keymap;
use crate::ui::dialogs::carried::CarriedDialog;
use crate::ui::dialogs::export::ExportDialog;
use crate::ui::dialogs::files::FilesDialog;
use crate::ui::dialogs::label::LabelDialog;
use crate::ui::dialogs::label_sets::LabelSetsDialog;
use crate::ui::dialogs::palette::{Entry, Palette, commands};
use crate::ui::dialogs::shortcuts::Shortcuts;
use crate::ui::dialogs::text::TextDialog;
use crate::ui::dialogs::unsaved::UnsavedDialog;
use crate::ui::dialogs::word_list::WordsDialog;
use crate::ui::privacy::dialog::StoredDialog;
use crate::ui::privacy::wiped::NothingLeft;
use crate::ui::services::analysis::use_reader;
use crate::ui::services::browser_requests::use_browser_requests;
use crate::ui::services::import;
use crate::ui::services::import::Draft;
use crate::ui::services::own_keys::{use_kept_keys, use_kept_settings};
use crate::ui::services::preferences::{self, Memory};
use crate::ui::services::saving::autosave::use_saving;
use crate::ui::services::saving::saver::Saver;
use crate::ui::services::sessions::use_sessions;
use crate::ui::shell::header::Header;
use crate::ui::shell::offline::use_offline;
use crate::ui::shell::paste_over::use_paste_over;
use crate::ui::shell::toasts::{Live, Toasts, Told};
use crate::ui::shell::warm_up::use_rehearsal;
use crate::ui::shell::workspace::Workspace;
use crate::ui::snapshots::dialog::VersionsDialog;
use crate::ui::start::screen::Start;
use crate::ui::state::{Action, AppState, Dialog, Failure, Screen, SelectAction};
use crate::ui::strings::{Lang, failure};
use crate::ui::widgets::context::{Dispatch, OwnKeys, OwnSettings};
use crate::ui::widgets::icons::Icon;

/// The whole page.
#[component]
pub(crate) fn App() -> Html {
    let state = use_reducer(|| AppState::with(preferences::load()));
    let refused = use_state(|| None::<Failure>);
    let dispatch = state.dispatcher();
    let (reader, on_stop) = use_reader(&state, &dispatch);
    let saver = use_saver(&dispatch);
    let memory = use_memo((), |()| Memory::new());
    let (settings, on_settings) = use_kept_settings(&memory);
    let turn = use_sessions(&state, &saver, &memory);
    let own_keys = use_kept_keys(&memory);
    use_saving(&state, &saver, &memory);
    use_browser_requests(&state, &dispatch);
    use_keys(&state, &own_keys.map);
    let listing_turn = (turn, state.page.toasts.last().map(|toast| toast.turn));
    let listing = use_listing(state.page.screen, listing_turn, &saver);
    let lang = settings.lang;
    let own_settings = OwnSettings { now: settings, change: on_settings.clone() };
    let title = state.article.open.as_ref().map(|open| import::title(open.document()));
    use_page_title(title.clone(), lang);
    let given = use_state_eq(|| None::<Draft>);
    let on_bring = use_bring(&dispatch, &saver, &reader, &refused, &given);
    let on_draft = {
        let reader = Rc::clone(&reader);
        use_callback((), move |draft, ()| reader.read_ahead(draft))
    };
    use_rehearsal(&state, &reader, settings);
    let untouched = state.article.open.as_ref().is_some_and(|open| open.session.is_untouched());
    let on_newer = use_offline(&dispatch, &on_bring);
    let on_offer = use_offer(&dispatch, &saver, &given, (&on_bring, &on_newer), untouched);
    let Dropping { is_over, over, leave, drop } = use_drop(&on_bring);
    use_paste_over(state.page.screen == Screen::Article, &dispatch, &on_bring);
    let on_discard = {
        let (saver, dispatch) = (saver.clone(), dispatch.clone());
        use_callback(state.article.open.as_ref().map(|open| open.id.clone()), move |(), id| {
            if let Some(id) = id {
                saver.forget(id);
            }
            dispatch.dispatch(Action::Leave);
        })
    };
    let sentence = refused.as_ref().map(|why| AttrValue::from(failure(lang, why)));
    let session = state.article.open.as_ref().map(|open| &open.session);
    let screen = match (state.page.screen, &state.article.open) {
        (Screen::Loading, _) => loading(lang.strings().loading),
        (Screen::Wiped(wiped), _) => html! { <NothingLeft {wiped} saver={saver.clone()} /> },
        (Screen::Article, Some(open)) => html! {
            <Workspace open={Rc::clone(open)} state={Rc::new(AppState::clone(&state))} {on_stop} />
        },
        _ => html! {
            <Start on_bring={on_bring.clone()} {on_draft} given={(*given).clone()} {listing} refused={sentence} saver={saver.clone()} />
        },
    };
    let told = Told { toasts: Rc::clone(&state.page.toasts), on_offer, is_covered: state.page.is_covered() };
    html! {
        <ContextProvider<Lang> context={lang}>
            <ContextProvider<Dispatch> context={dispatch}>
            <ContextProvider<OwnKeys> context={own_keys.clone()}>
            <ContextProvider<OwnSettings> context={own_settings}>
            <ContextProvider<Told> context={told}>
                <div class="page" ondragover={over} ondragleave={leave} ondrop={drop}>
                    // What is chosen there would be kept.
                    if !matches!(state.page.screen, Screen::Wiped(_)) {
                        <Header {settings} {on_settings} {title}
                            undoable={session.and_then(Session::undoable)} redoable={session.and_then(Session::redoable)} />
                    }
                    { screen }
                    <Live announced={state.page.announced.clone()} />
                    { foot(state.page.screen) }
                    { dropping(is_over, lang) }
                    { layer(&state, &own_keys.map, lang, on_discard, (&saver, listing_turn)) }
                </div>
            </ContextProvider<Told>>
            </ContextProvider<OwnSettings>>
            </ContextProvider<OwnKeys>>
            </ContextProvider<Dispatch>>
        </ContextProvider<Lang>>
    }
}

/// Saved work is read.
fn loading(doing: &'static str) -> Html {
    html! { <main id="main" class="loading" aria-busy="true"><p>{ doing }</p><progress aria-label={doing} /></main> }
}

/// Notes at the foot of the page; beside an article they stand with the lists.
fn foot(screen: Screen) -> Html {
    if screen == Screen::Article {
        html! {}
    } else {
        html! { <Toasts /> }
    }
}

/// What letting go of the files does that are over the page.
fn dropping(is_over: bool, lang: Lang) -> Html {
    if !is_over {
        return html! {};
    }
    html! {
        <div class="dropping" data-testid="dropping" aria-hidden="true"><p>{ Icon::Open.html() }{ lang.strings().around.drop_here }</p></div>
    }
}

/// `listed` is the saver, with what changes when lists that it keeps may be others.
fn layer(
    state: &AppState,
    keymap: &Keymap,
    lang: Lang,
    on_discard: Callback<()>,
    listed: (&Saver, (u32, Option<u32>)),
) -> Html {
    let (saver, turn) = listed;
    let labels = || -> Rc<[Label]> { state.document().map_or(Rc::from([]), |d| d.labels().into()) };
    match state.page.dialog {
        None => html! {},
        Some(Dialog::Shortcuts) => html! { <Shortcuts labels={labels()} /> },
        Some(Dialog::Label(id)) => {
            html! { <LabelDialog {id} labels={labels()} uses={id.map_or(0, |id| state.uses(id))} /> }
        }
        Some(Dialog::Export) => match state.document() {
            Some(document) => html! { <ExportDialog document={document.clone()} /> },
            None => html! {},
        },
        Some(Dialog::WordList) => {
            html! { <WordsDialog words={Rc::clone(&state.kept.words)} learns={state.kept.learns} /> }
        }
        Some(Dialog::LabelSets) => {
            html! { <LabelSetsDialog sets={Rc::clone(&state.kept.labels)} here={state.document().map(|document| Rc::from(document.labels()))} /> }
        }
        Some(Dialog::Stored) => html! { <StoredDialog saver={saver.clone()} /> },
        Some(Dialog::Text) => match &state.article.open {
            Some(open) => {
                html! { <TextDialog id={open.id.clone()} document={open.document().clone()} saver={saver.clone()} /> }
            }
            None => html! {},
        },
        Some(Dialog::Versions) => match &state.article.open {
            Some(open) => {
                html! { <VersionsDialog id={open.id.clone()} document={open.document().clone()} saver={saver.clone()} {turn} /> }
            }
            None => html! {},
        },
        Some(Dialog::Carried) => match (&state.article.carried, state.document()) {
            (Some(report), Some(document)) => {
                let open = state.article.open.as_ref();
                let last = open.and_then(|open| open.session.undoable()).map(|(kind, _)| kind);
                let is_last = last == Some(StepKind::Text);
                html! { <CarriedDialog report={Rc::clone(report)} document={document.clone()} {is_last} /> }
            }
            _ => html! {},
        },
        Some(Dialog::Files) => html! { <FilesDialog fates={Rc::clone(&state.page.files)} /> },
        Some(Dialog::Unsaved) => html! { <UnsavedDialog on_discard={on_discard} /> },
        Some(Dialog::Palette) => {
            let mut entries = commands(state, keymap, lang);
            if let Some(open) = &state.article.open {
                for (_, rows) in &open.panels.entities {
                    entries.extend(rows.iter().filter_map(|row| {
                        let first = *row.mentions.first()?;
                        let hint = lang.count(lang.strings().mentions, row.mentions.len());
                        Some(Entry {
                            name: Rc::clone(&row.name),
                            hint: hint.into(),
                            action: SelectAction::Jump(first).into(),
                        })
                    }));
                }
            }
            html! { <Palette entries={Rc::from(entries)} /> }
        }
    }
}

/// The one saver of the page.
#[hook]
fn use_saver(dispatch: &Dispatch) -> Saver {
    let dispatch = dispatch.clone();
    Saver::clone(&use_memo((), move |()| Saver::new(&dispatch)))
}

#[hook]
fn use_page_title(title: Option<Arc<str>>, lang: Lang) {
    use_effect_with((title, lang), |(title, lang)| {
        let name = lang.strings().app_name;
        let title = title.as_deref().filter(|title| !title.is_empty());
        crate::ui::dom::document().set_title(&title.map_or(name.to_owned(), |title| format!("{title} · {name}")));
    });
}
