//! Everything of this device in one file, and back. What is there already stays as it is: an article of the file that is
//! another one here comes beside it.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use web_sys::File;

use crate::document::Session;
use crate::formats::archive::{self, Archive};
use crate::formats::{OpenError, bundle, decode_up_to, label_sets, native, wordlist};
use crate::storage::{Filed, SessionId, SessionMeta, StoreError, Stored, TAGS, Value, tags_of};
use crate::text::InOrder as _;
use crate::ui::commands::keymap::Keymap;
use crate::ui::library::dates::moment;
use crate::ui::services::import;
use crate::ui::services::saving::saver::Saver;
use crate::ui::services::saving::tabs::Heard;
use crate::ui::services::sessions::new_id;
use crate::ui::state::{Done, Failure, KeepAction, Message, PageAction};
use crate::ui::strings::{Lang, fill};
use crate::ui::widgets::context::Dispatch;
use crate::web::clock;
use crate::web::database::{ArticleBatch, Batch};
use crate::web::files;
use crate::web::files::FileError;
use crate::web::zip::{self, Member};
use crate::web::{describe, log};

/// The name of the file.
const NAME: &str = "article-annotator-everything.zip";

/// The name of a file with some articles.
const SOME: &str = "article-annotator-articles.zip";

/// Gives the person one file with all that is on this device, and with what could not be written to it.
pub(crate) async fn carry_away(lang: Lang, dispatch: &Dispatch, saver: &Saver) {
    match gathered(saver).await {
        Ok(archive) => give(NAME, &archive, Message::CarriedAway(archive.articles.len()), lang, dispatch).await,
        Err(error) => tell(Message::Failed(Failure::Storage(error)), dispatch),
    }
}

/// Gives the person one file with these articles, and their tags.
pub(crate) async fn carry_some(ids: &[SessionId], lang: Lang, dispatch: &Dispatch, saver: &Saver) {
    let is_wanted = |id: &str| ids.iter().any(|wanted| *wanted.0 == *id);
    match gathered(saver).await {
        Ok(mut archive) => {
            archive.articles.retain(|article| is_wanted(&article.id));
            archive.values.retain(|name, _| name.strip_prefix(TAGS).is_some_and(is_wanted));
            let told = Message::Library(Done::HandedOver(archive.articles.len()));
            give(SOME, &archive, told, lang, dispatch).await;
        }
        Err(error) => tell(Message::Failed(Failure::Storage(error)), dispatch),
    }
}

/// Gives the person the zip file, and says so.
async fn give(name: &str, archive: &Archive, told: Message, lang: Lang, dispatch: &Dispatch) {
    let given = match zip::pack(&members(archive, lang)).await {
        Ok(bytes) => files::download(name, "application/zip", &bytes),
        Err(thrown) => Err(thrown),
    };
    match given {
        Ok(()) => tell(told, dispatch),
        Err(thrown) => {
            log(&describe(&thrown));
            tell(Message::Failed(Failure::NotDownloaded(name.into())), dispatch);
        }
    }
}

/// The archive, and beside it what people and other programs can read of it.
fn members(archive: &Archive, lang: Lang) -> Vec<Member> {
    let (t, now) = (lang.strings(), clock::unix_ms());
    let member = |path: String, text: String, updated_ms| Member { path, bytes: text.into_bytes(), updated_ms };
    let (mut taken, mut rows, mut articles) = (BTreeSet::new(), Vec::new(), Vec::new());
    let mut listed: Vec<_> = archive.articles.iter().filter(|article| article.deleted_ms.is_none()).collect();
    listed.order_by_key(|article| Reverse(article.updated_ms));
    for article in listed {
        let Some(session) = session_of(article) else { continue };
        let document = session.document();
        let meta = import::meta(SessionId(article.id.as_str().into()), document, article.updated_ms);
        let name = bundle::unique(&import::file_name(document), &mut taken);
        let tags = archive.values.get(&format!("{TAGS}{}", article.id));
        rows.push(bundle::Row {
            name: name.clone(),
            title: meta.title.to_string(),
            saved: moment(lang, article.updated_ms),
            words: lang.number(meta.words as usize),
            checked: checked(lang, &meta),
            tags: tags.map(|kept| tags_of(kept).join(", ")).unwrap_or_default(),
        });
        let (text, annotations) = (document.source().text().to_owned(), native::write(document));
        articles.push(member(format!("{}/{name}.txt", bundle::TEXTS), text, article.updated_ms));
        articles.push(member(format!("{}/{name}.json", bundle::ANNOTATIONS), annotations, article.updated_ms));
    }
    let words = &t.library;
    let heads = [words.title, words.index_saved, words.index_words, words.index_checked, words.tags, words.index_json];
    let (title, hint) = (words.index, words.index_hint);
    let index = bundle::index(&bundle::Words { lang: lang.tag(), title, hint, heads }, &rows);
    let mut all = vec![
        member(bundle::INDEX.to_owned(), index, now),
        member(bundle::LIBRARY.to_owned(), archive::write(archive), now),
    ];
    all.append(&mut articles);
    all
}

/// How far an article was reviewed.
fn checked(lang: Lang, meta: &SessionMeta) -> String {
    let words = &lang.strings().library;
    let total = meta.mentions + meta.quotes;
    let number = |number: u32| lang.number(number as usize);
    fill(words.checked, &[("done", &number(total - meta.open.min(total))), ("total", &number(total))])
}

/// All that is on this device, and what could not be written to it.
async fn gathered(saver: &Saver) -> Result<Archive, StoreError> {
    saver.flush();
    let database = saver.database();
    let values = database.values().await?;
    let mut archive = Archive { articles: database.everything().await?, values };
    // Of this device's own business: which tab shows what.
    let wanted = Value::SHARED.map(Value::name);
    let aside = [Value::Words, Value::Labels].map(|value| format!("{} set aside", value.name()));
    archive.values.retain(|name, _| {
        wanted.contains(&name.as_str()) || aside.iter().any(|aside| name.starts_with(aside)) || name.starts_with(TAGS)
    });
    for (id, session, _) in saver.keeper().unsaved() {
        let kept = archive.articles.extract_if(.., |article| *article.id == *id.0);
        let snapshots = kept.flat_map(|article| article.snapshots).collect();
        archive.articles.push(Filed {
            id: id.0.to_string(),
            title: import::title(session.document()).to_string(),
            updated_ms: clock::unix_ms(),
            whole: native::write_session(session),
            snapshots,
            ..Filed::default()
        });
    }
    Ok(archive)
}

/// What came of bringing everything back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Outcome {
    came: usize,
    /// Here already, letter by letter or in what it says.
    there: usize,
    unreadable: usize,
}

/// Whether a file has everything of a device in it.
pub(crate) async fn is_everything(file: &File) -> bool {
    let start = files::beginning(file, archive::LOOK as i32).await;
    if !zip::is_zip(&start) {
        return archive::is_archive(&start);
    }
    // Documents of other programs are zip files, too.
    let read = files::read(file, archive::MAX_ARCHIVE_BYTES as u32).await;
    read.is_ok_and(|opened| zip::has(&opened.bytes, bundle::LIBRARY))
}

/// Brings back what is in such a file.
///
/// # Errors
/// Why the file cannot be read; then nothing has changed.
pub(crate) async fn bring_all(file: &File, saver: &Saver, dispatch: &Dispatch) -> Result<(), Failure> {
    let archive = read(file).await?;
    if let Some(words) = archive.values.get(Value::Words.name()).and_then(|kept| wordlist::read(kept).ok()) {
        dispatch.dispatch(KeepAction::Add(Rc::new(words)).into());
    }
    if let Some(labels) = archive.values.get(Value::Labels.name()).and_then(|kept| label_sets::read(kept).ok()) {
        dispatch.dispatch(KeepAction::AddLabels(Rc::new(labels)).into());
    }
    let brought = async {
        bring_keys(&archive, saver).await?;
        bring_articles(archive, saver).await
    };
    match brought.await {
        Ok(outcome) => tell(Message::Brought(outcome.came, outcome.there, outcome.unreadable), dispatch),
        Err(error) => tell(Message::Failed(Failure::Storage(error)), dispatch),
    }
    saver.tell_others(&Heard::List);
    Ok(())
}

async fn read(file: &File) -> Result<Archive, Failure> {
    let opened = files::read(file, archive::MAX_ARCHIVE_BYTES as u32).await.map_err(|error| match error {
        FileError::TooLarge { .. } => {
            let bytes = file.size() as usize;
            Failure::File(OpenError::TooLarge { bytes, limit: archive::MAX_ARCHIVE_BYTES })
        }
        FileError::Unreadable { name } => Failure::Unreadable(name.into()),
    })?;
    let bytes = if zip::is_zip(&opened.bytes) {
        let found = zip::find(&opened.bytes, bundle::LIBRARY, archive::MAX_ARCHIVE_BYTES).await;
        found.ok_or(Failure::File(OpenError::Truncated))?
    } else {
        opened.bytes
    };
    let text = decode_up_to(&bytes, archive::MAX_ARCHIVE_BYTES).map_err(Failure::File)?;
    archive::read(&text).map_err(Failure::File)
}

/// Keys come back where the person has none of their own here.
async fn bring_keys(archive: &Archive, saver: &Saver) -> Result<(), StoreError> {
    let name = Value::Keys.name();
    let Some(keys) = archive.values.get(name) else { return Ok(()) };
    let here = saver.database().values().await?;
    if here.get(name).is_none_or(|kept| Keymap::read(kept).is_default()) {
        let batch = Batch { values: vec![(name.to_owned(), keys.clone())], ..Batch::default() };
        saver.database().write(&batch, false).await?;
        saver.look_again(Heard::Values);
    }
    Ok(())
}

async fn bring_articles(archive: Archive, saver: &Saver) -> Result<Outcome, StoreError> {
    let Archive { mut articles, values } = archive;
    let here = saver.database().everything().await?;
    let mut outcome = Outcome::default();
    // The list goes by when an article was saved.
    articles.order_by_key(|article| article.updated_ms);
    for article in articles {
        let Some(session) = session_of(&article) else {
            outcome.unreadable += 1;
            continue;
        };
        let namesake = here.iter().find(|other| other.id == article.id);
        let same = namesake.is_some_and(|other| {
            (other.whole == article.whole && other.changes == article.changes)
                || session_of(other).is_some_and(|other| other.document() == session.document())
        });
        let deleted_here = namesake.is_some_and(|other| other.deleted_ms.is_some());
        if same {
            saver.database().keep_snapshots(&SessionId(article.id.as_str().into()), &article.snapshots).await?;
            if deleted_here && article.deleted_ms.is_none() {
                saver.database().restore(&SessionId(article.id.into())).await?;
                outcome.came += 1;
            } else {
                outcome.there += 1;
            }
            continue;
        }
        let id = if namesake.is_some() { new_id() } else { SessionId(article.id.as_str().into()) };
        write(&id, &article, &session, saver).await?;
        saver.database().keep_snapshots(&id, &article.snapshots).await?;
        if let Some(tags) = values.get(&format!("{TAGS}{}", article.id)) {
            let batch = Batch { values: vec![(format!("{TAGS}{}", id.0), tags.clone())], ..Batch::default() };
            saver.database().write(&batch, false).await?;
        }
        outcome.came += 1;
    }
    Ok(outcome)
}

/// The article in a file, as far as its row of changes reaches.
fn session_of(article: &Filed) -> Option<Session> {
    native::read_session(&article.whole, &article.changes).ok().map(|opened| opened.session)
}

/// Writes one article, with when it was saved and whether it lies in the trash.
async fn write(id: &SessionId, article: &Filed, session: &Session, saver: &Saver) -> Result<(), StoreError> {
    let meta = import::meta(id.clone(), session.document(), article.updated_ms);
    let title = if article.title.is_empty() { Arc::clone(&meta.title) } else { article.title.as_str().into() };
    let aside = article.raw.clone();
    let stored = Stored::Whole(native::write_session(session).into());
    let batch = Batch {
        article: Some(ArticleBatch { meta: SessionMeta { title, ..meta }, stored, aside }),
        ..Batch::default()
    };
    let database = saver.database();
    let mut written = database.write(&batch, false).await;
    if written == Err(StoreError::Conflict) {
        // It was here once, and was deleted for ever: its versions are claimed, which loading tells.
        let _ = database.load(id).await;
        written = database.write(&batch, false).await;
    }
    written?;
    match article.deleted_ms {
        Some(deleted_ms) => database.delete(id, deleted_ms).await,
        None => Ok(()),
    }
}

fn tell(message: Message, dispatch: &Dispatch) {
    dispatch.dispatch(PageAction::Notify(message, Rc::from([])).into());
}
