//! What a person brings (words, files, a sample, a saved article) becomes the open article, or a sentence why not.

use std::rc::Rc;

use web_sys::File;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::document::Session;
use crate::formats::{LOOK, MAX_FILE_BYTES, MAX_TEXT_BYTES, OpenError, check_size};
use crate::storage::SessionId;
use crate::ui::services::analysis::Reader;
use crate::ui::services::everything::{bring_all, carry_away, is_everything};
use crate::ui::services::import::{self, Brought, Draft, Taken};
use crate::ui::services::samples::SAMPLES;
use crate::ui::services::saving::saver::Saver;
use crate::ui::services::saving::tabs::Heard;
use crate::ui::services::sessions::{bring_back, erase, forget, hand_raw, new_id, open_saved, put_into_list};
use crate::ui::state::{Action, Came, Failure, Fate, Findings, Message, Offer, PageAction, Pasted};
use crate::ui::widgets::context::Dispatch;
use crate::ui::widgets::draft::keep_draft;
use crate::web::files::FileError;
use crate::web::{clock, files};

/// The name of the draft in the paste box.
pub(crate) const PASTE: &str = "article";

/// Of more files it is told how far reading them has come, and after each so many again.
const MANY: usize = 10;

/// What opening an article needs at hand.
#[derive(Clone)]
struct Opener {
    dispatch: Dispatch,
    saver: Saver,
    reader: Rc<Reader>,
    refused: UseStateHandle<Option<Failure>>,
    given: UseStateHandle<Option<Draft>>,
}

/// Turns what the person brought into an open article, or says why not and leaves everything as it is.
#[hook]
pub(crate) fn use_bring(
    dispatch: &Dispatch,
    saver: &Saver,
    reader: &Rc<Reader>,
    refused: &UseStateHandle<Option<Failure>>,
    given: &UseStateHandle<Option<Draft>>,
) -> Callback<Brought> {
    let (dispatch, saver, reader) = (dispatch.clone(), saver.clone(), Rc::clone(reader));
    let opener = Opener { dispatch, saver, reader, refused: refused.clone(), given: given.clone() };
    use_callback((), move |brought, ()| {
        let opener = opener.clone();
        spawn_local(async move { opener.bring(brought).await });
    })
}

impl Opener {
    async fn bring(&self, brought: Brought) {
        let (dispatch, saver) = (&self.dispatch, &self.saver);
        match brought {
            Brought::Text(text) => self.text(&text),
            Brought::Pasted(pasted) => self.pasted(pasted).await,
            Brought::TooLong(why) => self.refuse(Failure::File(why)),
            Brought::Sample(i) => match import::from_text(SAMPLES[i].text) {
                Ok(taken) => self.open(taken),
                Err(why) => self.refuse(Failure::File(why)),
            },
            Brought::Files(files) => self.files(files).await,
            Brought::Saved(id) => open_saved(id, dispatch, saver).await,
            Brought::Forget(meta) => forget(meta, dispatch, saver).await,
            Brought::BringBack(id) => bring_back(id, dispatch, saver).await,
            Brought::Erase(ids) => erase(ids, dispatch, saver).await,
            Brought::Everything(lang) => carry_away(lang, dispatch, saver).await,
            Brought::Raw(id) => hand_raw(id, dispatch, saver).await,
        }
    }

    fn text(&self, text: &str) {
        match import::check_length(text).and_then(|()| self.reader.typed(text)) {
            Ok((taken, findings)) => drop(self.show(taken, findings)),
            Err(why) => self.refuse(Failure::File(why)),
        }
    }

    async fn pasted(&self, pasted: Pasted) {
        // What is too long is not put into the box either: it would hold up the page.
        if let Err(why) = import::check_length(&pasted.text) {
            return self.refuse(Failure::File(why));
        }
        match self.reader.pasted(&pasted).await {
            Ok((taken, findings)) => {
                let id = self.show(taken, findings);
                // The article comes first.
                clock::idle().await;
                self.dispatch.dispatch(Action::Pasted(id, pasted.text));
            }
            Err(why) => {
                // As if it had been inserted, so that the person can see and change it.
                if pasted.text.len() <= MAX_TEXT_BYTES {
                    self.given.set(Some(Draft::new(pasted.text)));
                }
                self.refuse(Failure::File(why));
            }
        }
    }

    /// One file becomes the open article. Of several the first one does, and the others go into the list.
    async fn files(&self, all: Vec<File>) {
        let (mut articles, mut archives) = (Vec::new(), Vec::new());
        for file in all {
            if is_everything(&file).await {
                archives.push(file);
            } else {
                articles.push(file);
            }
        }
        match articles.as_slice() {
            [] => self.refused.set(None),
            [file] => match read(file).await {
                Ok(taken) => self.open(taken),
                Err(failure) => self.refuse(failure),
            },
            several => self.several(several).await,
        }
        for file in archives {
            if let Err(failure) = bring_all(&file, &self.saver, &self.dispatch).await {
                self.refuse(failure);
            }
        }
    }

    async fn several(&self, files: &[File]) {
        let (mut fates, mut first) = (Vec::new(), None);
        let mut others: Vec<Session> = Vec::new();
        for (done, file) in files.iter().enumerate() {
            if files.len() > MANY && done.is_multiple_of(MANY) {
                let reading = Message::Reading(done, files.len());
                self.dispatch.dispatch(PageAction::Notify(reading, Rc::from([])).into());
                clock::idle().await;
            }
            let (came, notes) = match read(file).await {
                Err(failure) => (Came::Refused(failure), Vec::new()),
                Ok(taken) if first.is_none() => {
                    let notes = taken.notes();
                    first = Some(taken);
                    (Came::Open, notes)
                }
                Ok(taken) => {
                    let notes = taken.notes();
                    others.push(taken.session);
                    (Came::Listed, notes)
                }
            };
            fates.push(Fate { name: file.name().into(), came, notes: notes.into() });
        }
        put_into_list(&others, &self.saver);
        if let Some(taken) = first {
            let findings = self.reader.findings(&taken);
            self.enter(taken.session, findings);
        }
        let fates: Rc<[Fate]> = fates.into();
        let mut offers = vec![Offer::Files(Rc::clone(&fates))];
        if !others.is_empty() {
            offers.push(Offer::List);
        }
        self.dispatch.dispatch(PageAction::Notify(Message::Files(fates), offers.into()).into());
        self.saver.tell_others(&Heard::List);
    }

    /// Opens what was taken in.
    fn open(&self, taken: Taken) {
        let findings = self.reader.findings(&taken);
        self.show(taken, findings);
    }

    /// Shows an article with what is known of it, and says what is worth a word; its name on the device.
    fn show(&self, taken: Taken, findings: Findings) -> SessionId {
        let notes = taken.notes();
        let id = self.enter(taken.session, findings);
        for note in notes {
            self.dispatch.dispatch(PageAction::Notify(note, Rc::from([])).into());
        }
        id
    }

    fn enter(&self, session: Session, findings: Findings) -> SessionId {
        self.refused.set(None);
        self.given.set(None);
        keep_draft(PASTE, "");
        let (id, session) = (new_id(), Box::new(session));
        self.dispatch.dispatch(Action::Open { id: id.clone(), session, findings });
        id
    }

    fn refuse(&self, failure: Failure) {
        self.refused.set(Some(failure.clone()));
        self.dispatch.dispatch(PageAction::Refused(failure).into());
    }
}

/// Takes in a file; one that is too large for what it is, is not read at all.
async fn read(file: &File) -> Result<Taken, Failure> {
    let (name, bytes) = (file.name(), file.size() as usize);
    check_size(&name, &files::beginning(file, LOOK as i32).await, bytes).map_err(Failure::File)?;
    match files::read(file, MAX_FILE_BYTES as u32).await {
        Ok(read) => import::from_file(&read.name, &read.bytes).map_err(Failure::File),
        Err(FileError::TooLarge { .. }) => Err(Failure::File(OpenError::TooLarge { bytes, limit: MAX_FILE_BYTES })),
        Err(FileError::Unreadable { name }) => Err(Failure::Unreadable(name.into())),
    }
}

/// What the page hears of files that are dragged over it.
pub(crate) struct Dropping {
    /// Files are over the page now.
    pub(crate) is_over: bool,
    pub(crate) over: Callback<DragEvent>,
    pub(crate) leave: Callback<DragEvent>,
    pub(crate) drop: Callback<DragEvent>,
}

/// Files may be dropped anywhere on the page.
#[hook]
pub(crate) fn use_drop(on_bring: &Callback<Brought>) -> Dropping {
    let is_over = use_state_eq(|| false);
    let has_files = |event: &DragEvent| {
        let types = event.data_transfer().map(|data| data.types());
        types.is_some_and(|types| types.iter().any(|kind| kind.as_string().as_deref() == Some("Files")))
    };
    let over = use_callback(is_over.setter(), move |event: DragEvent, is_over| {
        if has_files(&event) {
            event.prevent_default();
            is_over.set(true);
        }
    });
    // From one part of the page to the next it is still over it.
    let leave = use_callback(is_over.setter(), |event: DragEvent, is_over| {
        if event.related_target().is_none() {
            is_over.set(false);
        }
    });
    let on_bring = on_bring.clone();
    let drop = use_callback(is_over.setter(), move |event: DragEvent, is_over| {
        is_over.set(false);
        let dropped = files::carried(event.data_transfer().as_ref());
        if !dropped.is_empty() {
            event.prevent_default();
            on_bring.emit(Brought::Files(dropped));
        }
    });
    Dropping { is_over: *is_over, over, leave, drop }
}
