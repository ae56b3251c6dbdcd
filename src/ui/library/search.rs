//! Looking through the texts: they are read one after the other, while the browser is idle, and once for each state.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::formats::{contents, native};
use crate::storage::{Listing, SessionId, SessionMeta};
use crate::ui::library::order::has_all;
use crate::ui::services::saving::saver::Saver;
use crate::web::clock;

/// Of a longer article, in bytes as it is stored, names that were changed after it was written as a whole are not found:
/// reading it as a person has it would hold up the page.
const LONG: usize = 1 << 20;

/// So many texts are looked at before the list shows what was found.
const STEP: usize = 8;

/// What was found so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// These words, in small letters.
    words: Rc<str>,
    pub(crate) hits: BTreeSet<SessionId>,
    /// So many texts were looked through, of so many.
    pub(crate) read: usize,
    pub(crate) of: usize,
}

impl Found {
    pub(crate) fn is_whole(&self) -> bool {
        self.read == self.of
    }
}

/// Texts with names in small letters, as they were at that time.
type Texts = Rc<RefCell<BTreeMap<SessionId, (u64, Rc<str>)>>>;

/// The articles that have all of the words, in text or names.
#[hook]
pub(crate) fn use_found(listing: &Rc<Listing>, words: &str, saver: &Saver) -> Found {
    let found = use_state_eq(Found::default);
    let texts: Texts = use_mut_ref(BTreeMap::new);
    let turn = use_mut_ref(|| 0_u32);
    let words: Rc<str> = words.trim().to_lowercase().into();
    let (saver, setter) = (saver.clone(), found.setter());
    use_effect_with((Rc::clone(&words), Rc::clone(listing)), move |(words, listing)| {
        *turn.borrow_mut() += 1;
        let mine = *turn.borrow();
        if words.is_empty() {
            setter.set(Found::default());
            return;
        }
        let (words, listing, turn) = (Rc::clone(words), Rc::clone(listing), Rc::clone(&turn));
        let is_asked = move || *turn.borrow() == mine;
        spawn_local(async move { look(words, &listing.kept, &texts, &saver, (&is_asked, &setter)).await });
    });
    // What was found for other words says nothing.
    if found.words == words {
        Found::clone(&found)
    } else {
        Found { words, of: listing.kept.len(), ..Found::default() }
    }
}

async fn look(
    words: Rc<str>,
    all: &[SessionMeta],
    texts: &Texts,
    saver: &Saver,
    (is_asked, setter): (&dyn Fn() -> bool, &UseStateSetter<Found>),
) {
    let mut found = Found { words: Rc::clone(&words), of: all.len(), ..Found::default() };
    for meta in all {
        let known =
            texts.borrow().get(&meta.id).filter(|(at, _)| *at == meta.updated_ms).map(|(_, text)| Rc::clone(text));
        let is_new = known.is_none();
        let text = match known {
            Some(text) => text,
            None => read(&meta.id, saver).await,
        };
        if !is_asked() {
            return;
        }
        if has_all(&text, &words) {
            found.hits.insert(meta.id.clone());
        }
        found.read += 1;
        if is_new {
            texts.borrow_mut().insert(meta.id.clone(), (meta.updated_ms, text));
            if found.read.is_multiple_of(STEP) {
                setter.set(found.clone());
            }
            clock::idle().await;
        }
    }
    if is_asked() {
        setter.set(found);
    }
}

/// What can be found in an article; nothing when it cannot be read.
async fn read(id: &SessionId, saver: &Saver) -> Rc<str> {
    let Ok(loaded) = saver.database().load(id).await else { return Rc::from("") };
    let plain = loaded.changes.is_empty() || loaded.whole.len() > LONG;
    let opened = if plain { None } else { native::read_session(&loaded.whole, &loaded.changes).ok() };
    let all = match opened.as_ref().map(|opened| opened.session.document()) {
        None => contents(&loaded.whole),
        Some(document) => {
            let names = document.entities().map(|entity| entity.name.to_string());
            std::iter::once(document.source().text().to_owned()).chain(names).collect::<Vec<_>>().join("\n")
        }
    };
    all.to_lowercase().into()
}
