//! The whole page: state at the top, screens and layers below.

use std::rc::Rc;
use std::sync::Arc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::document::{Label, Session};
use crate::formats::{Export, MAX_FILE_BYTES, OpenError};
use crate::storage::{Loaded, SessionMeta, SessionStore, StoreError, Stored};
use crate::ui::commands::keymap::Keymap;
use crate::ui::dialogs::export::ExportDialog;
use crate::ui::dialogs::label::LabelDialog;
use crate::ui::dialogs::palette::{Entry, Palette, commands};
use crate::ui::dialogs::shortcuts::Shortcuts;
use crate::ui::dialogs::word_list::WordsDialog;
use crate::ui::services::analysis::{Reader, use_reader};
use crate::ui::services::autosave::use_autosave;
use crate::ui::services::browser_requests::use_wishes;
use crate::ui::services::import;
use crate::ui::services::preferences::{self, use_kept};
use crate::ui::services::samples::SAMPLES;
use crate::ui::services::sessions::{Store, new_id, open_saved, use_keys, use_leaving, use_restore};
use crate::ui::settings::Settings;
use crate::ui::shell::header::Header;
use crate::ui::shell::toasts::Toasts;
use crate::ui::shell::warm_up::use_rehearsal;
use crate::ui::shell::workspace::Workspace;
use crate::ui::start::paste_box::Draft;
use crate::ui::start::screen::{Brought, Start};
use crate::ui::state::{Action, AppState, Dialog, Failure, Message, Offer, Screen, Wish};
use crate::ui::strings::{Lang, file, message};
use crate::ui::widgets::context::Dispatch;
use crate::web::files::FileError;
use crate::web::{clock, files};

impl Reducible for AppState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Self::clone(&self);
        next.step(action);
        Rc::new(next)
    }
}

/// The whole page.
#[component]
pub(crate) fn App() -> Html {
    let state = use_reducer(|| AppState::with(preferences::load()));
    let settings = use_state(Settings::load);
    let store = use_memo((), |()| Store::new());
    let refused = use_state(|| None::<Failure>);
    let dispatch = state.dispatcher();
    use_effect_with(*settings, |settings| settings.apply());
    let (reader, on_stop) = use_reader(&state, &dispatch);
    use_kept(&state, &dispatch);
    use_autosave(&state, &dispatch, &store);
    use_wishes(&state, &dispatch);
    use_restore(&dispatch, &store);
    use_leaving(state.screen);
    use_keys(&state);
    let recent = use_recent(state.screen, &state.toasts, &store);
    let lang = settings.lang;
    use_page_title(state.open.as_ref().map(|open| import::title(open.document())), lang);
    let given = use_state_eq(|| None::<Draft>);
    let on_bring = use_bring(&dispatch, &store, &reader, &refused, &given);
    let on_draft = {
        let reader = Rc::clone(&reader);
        use_callback((), move |draft, ()| reader.read_ahead(draft))
    };
    use_rehearsal(&state, &reader, *settings);
    let on_settings = {
        let settings = settings.clone();
        use_callback((), move |next, ()| settings.set(next))
    };
    let untouched = state.open.as_ref().is_some_and(|open| open.session.is_untouched());
    let on_offer = use_offer(&dispatch, &store, &given, untouched);
    let (ondragover, ondrop) = use_drop(&on_bring);
    let sentence = refused.as_ref().map(|failure| {
        AttrValue::from(match failure {
            Failure::File(error) => file(lang, error) + ".",
            other => message(lang, &Message::Failed(other.clone())),
        })
    });
    let session = state.open.as_ref().map(|open| &open.session);
    let screen = match (state.screen, &state.open) {
        (Screen::Loading, _) => {
            html! { <main id="main" class="loading" aria-busy="true"><p>{ lang.strings().loading }</p></main> }
        }
        (Screen::Article, Some(open)) => html! {
            <Workspace open={Rc::clone(open)} state={Rc::new(AppState::clone(&state))} {on_stop} />
        },
        _ => html! {
            <Start on_bring={on_bring.clone()} {on_draft} given={(*given).clone()} recent={recent} refused={sentence} />
        },
    };
    html! {
        <ContextProvider<Lang> context={lang}>
            <ContextProvider<Dispatch> context={dispatch}>
            <ContextProvider<Rc<Keymap>> context={Rc::clone(&state.kept.keys)}>
                <div class="page" {ondragover} {ondrop}>
                    <Header settings={*settings} {on_settings} open={session.is_some()}
                        undoable={session.and_then(Session::undoable)} redoable={session.and_then(Session::redoable)} />
                    { screen }
                    <Toasts toasts={Rc::clone(&state.toasts)} announced={state.announced.clone()} {on_offer} />
                    { layer(&state, lang) }
                </div>
            </ContextProvider<Rc<Keymap>>>
            </ContextProvider<Dispatch>>
        </ContextProvider<Lang>>
    }
}

fn layer(state: &AppState, lang: Lang) -> Html {
    let labels = || -> Rc<[Label]> { state.document().map_or(Rc::from([]), |d| d.labels().into()) };
    match state.dialog {
        None => html! {},
        Some(Dialog::Shortcuts) => html! { <Shortcuts labels={labels()} /> },
        Some(Dialog::Label(id)) => {
            html! { <LabelDialog {id} labels={labels()} worn={id.map_or(0, |id| state.worn(id))} /> }
        }
        Some(Dialog::Export) => match state.document() {
            Some(document) => html! { <ExportDialog document={document.clone()} /> },
            None => html! {},
        },
        Some(Dialog::Words) => {
            html! { <WordsDialog words={Rc::clone(&state.kept.words)} learns={state.kept.learns} /> }
        }
        Some(Dialog::Palette) => {
            let mut entries = commands(state, lang);
            if let Some(open) = &state.open {
                for (_, rows) in &open.panels.entities {
                    entries.extend(rows.iter().filter_map(|row| {
                        let first = *row.mentions.first()?;
                        let hint = lang.count(lang.strings().mentions, row.mentions.len());
                        Some(Entry { name: Rc::clone(&row.name), hint: hint.into(), action: Action::Jump(first) })
                    }));
                }
            }
            html! { <Palette entries={Rc::from(entries)} /> }
        }
    }
}

/// The articles saved on this device, read again whenever the empty state appears or an article was deleted.
#[hook]
fn use_recent(screen: Screen, toasts: &Rc<[crate::ui::state::Toast]>, store: &Rc<Store>) -> Rc<[SessionMeta]> {
    let recent = use_state(|| Rc::<[SessionMeta]>::from([]));
    let store = Rc::clone(store);
    let turn = toasts.last().map(|toast| toast.turn);
    {
        let recent = recent.clone();
        use_effect_with((screen, turn), move |(screen, _)| {
            if *screen == Screen::Start {
                spawn_local(async move {
                    // A browser that keeps nothing has nothing to list; saving tells the person.
                    recent.set(store.list().await.map(Rc::from).unwrap_or_default());
                });
            }
        });
    }
    (*recent).clone()
}

#[hook]
fn use_page_title(title: Option<Arc<str>>, lang: Lang) {
    use_effect_with((title, lang), |(title, lang)| {
        let name = lang.strings().app_name;
        let title = title.as_deref().filter(|title| !title.is_empty());
        crate::ui::dom::document().set_title(&title.map_or(name.to_owned(), |title| format!("{title} · {name}")));
    });
}

/// Turns what the person brought into an open article, or says why not and leaves everything as it is.
#[hook]
fn use_bring(
    dispatch: &Dispatch,
    store: &Rc<Store>,
    reader: &Rc<Reader>,
    refused: &UseStateHandle<Option<Failure>>,
    given: &UseStateHandle<Option<Draft>>,
) -> Callback<Brought> {
    let (dispatch, store, reader) = (dispatch.clone(), Rc::clone(store), Rc::clone(reader));
    let (refused, given) = (refused.clone(), given.clone());
    use_callback((), move |brought, ()| {
        let (dispatch, store, reader) = (dispatch.clone(), Rc::clone(&store), Rc::clone(&reader));
        let (refused, given) = (refused.clone(), given.clone());
        spawn_local(async move {
            let read = |text: &str| match reader.take(text) {
                Some(taken) => Ok(taken),
                None => import::from_text(text).map_err(Failure::File),
            };
            let mut pasted = None;
            let outcome = match brought {
                Brought::Text(text) => read(&text),
                Brought::Pasted(text) => {
                    reader.read_ahead(text.clone());
                    reader.answered().await;
                    let outcome = read(&text);
                    match outcome {
                        Ok(_) => pasted = Some(Rc::from(text)),
                        // As if it had been inserted, so that the person can see and change it.
                        Err(_) => given.set(Some(Draft::new(text.into()))),
                    }
                    outcome
                }
                Brought::Sample(i) => import::from_text(SAMPLES[i].text).map_err(Failure::File),
                Brought::File(file) => match files::read(&file, MAX_FILE_BYTES as u32).await {
                    Ok(file) => import::from_file(&file.name, &file.bytes).map_err(Failure::File),
                    Err(FileError::TooLarge { .. }) => {
                        let bytes = file.size() as usize;
                        Err(Failure::File(OpenError::TooLarge { bytes, limit: MAX_FILE_BYTES }))
                    }
                    Err(FileError::Unreadable { name }) => Err(Failure::Unreadable(name.into())),
                },
                Brought::Saved(id) => return open_saved(id, &dispatch, &store).await,
                Brought::Forget(meta) => return forget(meta, &dispatch, &store).await,
            };
            match outcome {
                Ok(taken) => {
                    refused.set(None);
                    given.set(None);
                    let findings = reader.findings(&taken);
                    let (id, session) = (new_id(), Box::new(taken.session));
                    dispatch.dispatch(Action::Open { id: id.clone(), session, findings });
                    if let Some(text) = pasted {
                        // The article comes first.
                        clock::idle().await;
                        dispatch.dispatch(Action::Pasted(id, text));
                    }
                    if !taken.repairs.is_empty() {
                        dispatch.dispatch(Action::Notify(Message::Repaired(taken.repairs), Rc::from([])));
                    }
                    if import::is_worth_a_word(&taken.cleaned) {
                        dispatch.dispatch(Action::Notify(Message::Cleaned(taken.cleaned), Rc::from([])));
                    }
                }
                Err(failure) => {
                    refused.set(Some(failure.clone()));
                    dispatch.dispatch(Action::Refused(failure));
                }
            }
        });
    })
}

thread_local! {
    /// Articles deleted in this visit, so that deleting can be taken back.
    static FORGOTTEN: std::cell::RefCell<Vec<(SessionMeta, Loaded)>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Writes a deleted article as it was.
async fn restore(store: &Store, meta: SessionMeta, stored: Loaded) -> Result<(), StoreError> {
    store.save(meta.clone(), Stored::Whole(stored.whole)).await?;
    for change in stored.changes {
        store.save(meta.clone(), Stored::Change(change)).await?;
    }
    Ok(())
}

async fn forget(meta: SessionMeta, dispatch: &Dispatch, store: &Store) {
    let stored = store.load(&meta.id).await.ok();
    let (message, offers): (Message, Rc<[Offer]>) = match store.remove(&meta.id).await {
        Ok(()) => {
            let offers: Rc<[Offer]> = stored.is_some().then(|| Offer::Restore(meta.id.clone())).into_iter().collect();
            let title = Rc::from(&*meta.title);
            FORGOTTEN.with_borrow_mut(|list| list.extend(stored.map(|stored| (meta, stored))));
            (Message::Forgot(title), offers)
        }
        Err(error) => (Message::Failed(Failure::Storage(error)), Rc::from([])),
    };
    dispatch.dispatch(Action::Notify(message, offers));
}

/// Carries out what only the browser can do of a note's offers.
#[hook]
fn use_offer(
    dispatch: &Dispatch,
    store: &Rc<Store>,
    given: &UseStateHandle<Option<Draft>>,
    untouched: bool,
) -> Callback<Offer> {
    let (dispatch, store, given) = (dispatch.clone(), Rc::clone(store), given.clone());
    use_callback(untouched, move |offer, &untouched| match offer {
        Offer::Retract(id, text) => {
            given.set(Some(Draft::new(text)));
            dispatch.dispatch(Action::Start);
            // Work that was begun stays in the list.
            if untouched {
                let store = Rc::clone(&store);
                spawn_local(async move {
                    // What was not written yet need not be removed.
                    let _ = store.remove(&id).await;
                });
            }
        }
        Offer::Download => dispatch.dispatch(Action::Wish(Wish::Export(Export::Json))),
        Offer::Restore(id) => {
            let found = FORGOTTEN.with_borrow_mut(|list| {
                let at = list.iter().position(|(meta, _)| meta.id == id)?;
                Some(list.remove(at))
            });
            let (dispatch, store) = (dispatch.clone(), Rc::clone(&store));
            spawn_local(async move {
                if let Some((meta, stored)) = found {
                    let told = match restore(&store, meta, stored).await {
                        Ok(()) => Message::Undid("delete", 1),
                        Err(error) => Message::Failed(Failure::Storage(error)),
                    };
                    dispatch.dispatch(Action::Notify(told, Rc::from([])));
                }
            });
        }
        Offer::Undo | Offer::Others { .. } | Offer::Words | Offer::Analyze => {}
    })
}

/// A file may be dropped anywhere on the page.
#[hook]
fn use_drop(on_bring: &Callback<Brought>) -> (Callback<DragEvent>, Callback<DragEvent>) {
    let has_files = |event: &DragEvent| {
        let types = event.data_transfer().map(|data| data.types());
        types.is_some_and(|types| types.iter().any(|kind| kind.as_string().as_deref() == Some("Files")))
    };
    let over = use_callback((), move |event: DragEvent, ()| {
        if has_files(&event) {
            event.prevent_default();
        }
    });
    let on_bring = on_bring.clone();
    let drop = use_callback((), move |event: DragEvent, ()| {
        if let Some(file) = files::carried(event.data_transfer().as_ref()).into_iter().next() {
            event.prevent_default();
            on_bring.emit(Brought::File(file));
        }
    });
    (over, drop)
}
