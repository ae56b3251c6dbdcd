//! What is done to articles in the list, which nobody has open here.

use std::rc::Rc;
use std::sync::Arc;

use crate::document::{Command, CommandError, Session};
use crate::formats::native;
use crate::storage::{SessionId, SessionMeta, StoreError, Stored, TAGS};
use crate::ui::services::import;
use crate::ui::services::saving::saver::Saver;
use crate::ui::services::saving::tabs::{Heard, new_name};
use crate::ui::snapshots::deeds::bring_back;
use crate::ui::state::{Back, Done, Failure, Message, Offer, PageAction};
use crate::ui::strings::fill;
use crate::ui::widgets::context::Dispatch;
use crate::web::clock;
use crate::web::database::{ArticleBatch, Batch};

/// Tags, in their order.
pub(crate) type Tags = Rc<[Arc<str>]>;

/// Takes back what was done.
pub(crate) async fn undo(back: Back, dispatch: &Dispatch, saver: &Saver) {
    match back {
        Back::Restore(ids) => {
            let mut outcome = Ok(());
            for id in ids.iter() {
                outcome = outcome.and(saver.database().restore(id).await);
            }
            tell(outcome.map_err(Failure::Storage).map(|()| (Done::Restored(ids.len()), None)), dispatch, saver);
        }
        Back::Edit(meta, title, tags) => edit(&meta, title, tags, None, dispatch, saver).await,
        Back::Forget(all) => forget(&all, dispatch, saver).await,
        Back::Snapshot(id, snapshot) => bring_back(id, &snapshot, dispatch, saver).await,
    }
}

/// Puts articles into the trash.
pub(crate) async fn forget(all: &[SessionMeta], dispatch: &Dispatch, saver: &Saver) {
    let (mut gone, mut outcome) = (Vec::new(), Ok(()));
    for meta in all {
        saver.forget(&meta.id);
        match saver.database().delete(&meta.id, clock::unix_ms()).await {
            Ok(()) => gone.push(meta.id.clone()),
            Err(error) => outcome = Err(Failure::Storage(error)),
        }
    }
    tell(outcome.map(|()| (Done::Forgot(gone.len()), Some(Back::Restore(gone.into())))), dispatch, saver);
}

/// Gives an article another title, other tags, or both. With what tags it had `before`, it can be taken back.
pub(crate) async fn edit(
    meta: &SessionMeta,
    title: Option<Rc<str>>,
    tags: Option<Tags>,
    before: Option<Tags>,
    dispatch: &Dispatch,
    saver: &Saver,
) {
    let edited = async {
        let old_title = match &title {
            Some(title) => Some(rename(meta, title, saver).await?),
            None => None,
        };
        if let Some(tags) = &tags {
            keep_tags(&meta.id, tags, saver).await.map_err(Failure::Storage)?;
        }
        let done = match &title {
            Some(title) if !title.is_empty() => Done::Renamed(Rc::clone(title)),
            _ => Done::Tagged(Rc::from(&*meta.title)),
        };
        let back = before.map(|before| Back::Edit(meta.clone(), old_title, tags.is_some().then_some(before)));
        Ok((done, back))
    };
    tell(edited.await, dispatch, saver);
}

/// Puts a copy of an article into the list, called so.
pub(crate) async fn duplicate(
    meta: &SessionMeta,
    template: &str,
    tags: &[Arc<str>],
    dispatch: &Dispatch,
    saver: &Saver,
) {
    let copied = async {
        let (mut session, _) = opened(&meta.id, saver).await?;
        let title: Rc<str> = fill(template, &[("title", &meta.title)]).into();
        retitle(&mut session, &title);
        let id = SessionId(new_name().into());
        let now = clock::unix_ms();
        write(&id, &session, None, now, saver).await.map_err(Failure::Storage)?;
        if !tags.is_empty() {
            keep_tags(&id, tags, saver).await.map_err(Failure::Storage)?;
        }
        let copy = import::meta(id, session.document(), now);
        Ok((Done::Copied(title), Some(Back::Forget(Rc::from([copy])))))
    };
    tell(copied.await, dispatch, saver);
}

/// What it was called before, as the person had said.
async fn rename(meta: &SessionMeta, title: &str, saver: &Saver) -> Result<Rc<str>, Failure> {
    let (mut session, aside) = opened(&meta.id, saver).await?;
    let before = Rc::from(session.document().title());
    if !retitle(&mut session, title) {
        return Ok(before);
    }
    if saver.held(&meta.id).is_some() {
        saver.adopt(&meta.id, &session);
        return Ok(before);
    }
    // When it was worked on stays as it was.
    let mut written = write(&meta.id, &session, aside, meta.updated_ms, saver).await;
    if written == Err(StoreError::Conflict) {
        // Another tab was quicker: once more, on top of that.
        let (mut session, aside) = opened(&meta.id, saver).await?;
        retitle(&mut session, title);
        written = write(&meta.id, &session, aside, meta.updated_ms, saver).await;
    }
    written.map(|()| before).map_err(Failure::Storage)
}

fn retitle(session: &mut Session, title: &str) -> bool {
    !matches!(session.run(Command::SetTitle(title.into())), Err(CommandError::NothingToDo))
}

/// An article as it is, and, where something of it cannot be read, everything that was found.
async fn opened(id: &SessionId, saver: &Saver) -> Result<(Session, Option<String>), Failure> {
    if let Some(session) = saver.held(id) {
        return Ok((session, None));
    }
    let loaded = saver.database().load(id).await.map_err(Failure::Storage)?;
    let opened = native::read_session(&loaded.whole, &loaded.changes).map_err(Failure::File)?;
    let is_whole = opened.repairs.is_empty() && !loaded.altered && loaded.odd == 0;
    let aside = if is_whole { None } else { saver.database().raw(id).await.ok() };
    Ok((opened.session, aside))
}

async fn write(
    id: &SessionId,
    session: &Session,
    aside: Option<String>,
    updated_ms: u64,
    saver: &Saver,
) -> Result<(), StoreError> {
    let meta = import::meta(id.clone(), session.document(), updated_ms);
    let stored = Stored::Whole(native::write_session(session).into());
    let batch = Batch { article: Some(ArticleBatch { meta, stored, aside }), ..Batch::default() };
    saver.database().write(&batch, false).await?;
    if let Some(version) = saver.database().version(id) {
        saver.tell_others(&Heard::Article(id.clone(), version));
    }
    Ok(())
}

async fn keep_tags(id: &SessionId, tags: &[Arc<str>], saver: &Saver) -> Result<(), StoreError> {
    let name = format!("{TAGS}{}", id.0);
    let batch = if tags.is_empty() {
        Batch { gone: vec![name], ..Batch::default() }
    } else {
        Batch { values: vec![(name, tags.join("\n"))], ..Batch::default() }
    };
    saver.database().write(&batch, false).await
}

/// Says what came of it; the list is read anew with it, here and in other tabs.
fn tell(outcome: Result<(Done, Option<Back>), Failure>, dispatch: &Dispatch, saver: &Saver) {
    saver.tell_others(&Heard::List);
    let (message, back) = match outcome {
        Ok((done, back)) => (Message::Library(done), back),
        Err(failure) => (Message::Failed(failure), None),
    };
    let offers = back.map(Offer::Library).into_iter().collect();
    dispatch.dispatch(PageAction::Notify(message, offers).into());
}
