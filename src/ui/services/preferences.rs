//! What outlives an article: the person's own word list and keys, and which article is open in which tab. It is kept in
//! the database, in one step with what causes it, and the same in every tab.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::document::{LabelSets, WordList};
use crate::formats::{label_sets, wordlist};
use yew::prelude::*;

use crate::storage::Value;
use crate::ui::commands::keymap::Keymap;
use crate::ui::dom;
use crate::ui::services::saving::saver::Saver;
use crate::ui::services::saving::tabs::Tabs;
use crate::ui::settings::Settings;
use crate::ui::state::{AppState, KeepAction, Kept, Message, Offer, PageAction, Screen};
use crate::ui::widgets::context::Dispatch;
use crate::web::clock;

// Where versions of the page before the third layout of the database kept it; only read.
const WORDS: &str = "article-annotator.words";
const LEARNS: &str = "article-annotator.learns";
const KEYS: &str = "article-annotator.keys";
const CURRENT: &str = "article-annotator.current";

/// Places of tabs that were not used for so long are forgotten, in milliseconds.
const PLACE_KEPT: u64 = 30 * 24 * 3_600_000;

/// As older versions of the page kept it.
pub(crate) fn load() -> Kept {
    let words = dom::kept(WORDS).and_then(|kept| wordlist::read(&kept).ok()).unwrap_or_default();
    Kept { words: Rc::new(words), learns: learns(dom::kept(LEARNS).as_deref()), ..Kept::default() }
}

fn learns(kept: Option<&str>) -> bool {
    kept != Some("no")
}

/// What the database has, or will have when what is under way has come.
pub(crate) struct Memory {
    /// Before it was read, nothing is written over it.
    is_read: Cell<bool>,
    /// The list as this tab has last read or written it.
    words: RefCell<Rc<WordList>>,
    learns: Cell<Option<bool>>,
    /// The sets of labels as the database has them.
    labels: RefCell<Rc<LabelSets>>,
    keys: RefCell<Option<Rc<Keymap>>>,
    /// The keys as they are in this tab.
    own_keys: RefCell<Rc<Keymap>>,
    /// Who shows them.
    on_keys: RefCell<Callback<Rc<Keymap>>>,
    /// Colors and language as the database has them, as they are in this tab, and who shows them.
    settings: Cell<Option<Settings>>,
    own_settings: Cell<Settings>,
    on_settings: RefCell<Callback<Settings>>,
    place: RefCell<Option<String>>,
}

impl Memory {
    /// Knows what older versions of the page kept.
    pub(crate) fn new() -> Self {
        let own_keys = dom::kept(KEYS).map(|kept| Keymap::read(&kept)).unwrap_or_default();
        Self {
            is_read: Cell::default(),
            words: RefCell::default(),
            learns: Cell::default(),
            labels: RefCell::default(),
            keys: RefCell::default(),
            own_keys: RefCell::new(Rc::new(own_keys)),
            on_keys: RefCell::default(),
            settings: Cell::default(),
            own_settings: Cell::new(Settings::load()),
            on_settings: RefCell::default(),
            place: RefCell::default(),
        }
    }

    /// The person's own keys.
    pub(crate) fn own_keys(&self) -> Rc<Keymap> {
        Rc::clone(&self.own_keys.borrow())
    }

    /// The person has other keys now; they are kept with the next look at the page.
    pub(crate) fn choose_keys(&self, keys: &Rc<Keymap>) {
        *self.own_keys.borrow_mut() = Rc::clone(keys);
    }

    /// Who shows the keys.
    pub(crate) fn on_keys(&self, show: Callback<Rc<Keymap>>) {
        *self.on_keys.borrow_mut() = show;
    }

    /// Colors and language.
    pub(crate) fn settings(&self) -> Settings {
        self.own_settings.get()
    }

    /// The person chose others; they are kept with the next look at the page.
    pub(crate) fn choose_settings(&self, settings: Settings) {
        self.own_settings.set(settings);
    }

    /// Who shows colors and language.
    pub(crate) fn on_settings(&self, show: Callback<Settings>) {
        *self.on_settings.borrow_mut() = show;
    }

    /// Queues what differs from what the database has; whether anything does.
    pub(crate) fn remember(&self, state: &AppState, saver: &Saver) -> bool {
        if !self.is_read.get() {
            return false;
        }
        let mut queued = false;
        let mut keep = |name: &str, value: String| {
            queued = true;
            saver.values().keep(name, value);
        };
        let kept = &state.kept;
        if *kept.words != **self.words.borrow() {
            *self.words.borrow_mut() = Rc::clone(&kept.words);
            keep(Value::Words.name(), wordlist::write(&kept.words));
        }
        if self.learns.replace(Some(kept.learns)) != Some(kept.learns) {
            keep(Value::Learns.name(), if kept.learns { "yes" } else { "no" }.to_owned());
        }
        if *kept.labels != **self.labels.borrow() {
            *self.labels.borrow_mut() = Rc::clone(&kept.labels);
            keep(Value::Labels.name(), label_sets::write(kept.labels.sets(), kept.labels.chosen_at()));
        }
        let own_keys = self.own_keys();
        if self.keys.borrow().as_ref() != Some(&own_keys) {
            keep(Value::Keys.name(), own_keys.write());
            *self.keys.borrow_mut() = Some(own_keys);
        }
        let settings = self.settings();
        if self.settings.replace(Some(settings)) != Some(settings) {
            keep(Value::Settings.name(), settings.write());
        }
        if state.page.screen != Screen::Loading {
            let here = state.article.open.as_ref().map_or(String::new(), |open| open.id.0.to_string());
            if self.place.borrow().as_ref() != Some(&here) {
                keep(saver.tabs().place(), format!("{} {here}", clock::unix_ms()));
                keep(Value::Last.name(), here.clone());
                *self.place.borrow_mut() = Some(here);
            }
        }
        queued
    }

    /// Takes over what the database has. What this tab has changed since it read it last is added to it. A database that
    /// was just `opened` may be another one than before. Whether this was the first time.
    pub(crate) fn take_over(
        &self,
        values: &BTreeMap<String, String>,
        (mine, opened): (&Kept, bool),
        saver: &Saver,
        dispatch: &Dispatch,
    ) -> bool {
        let first = !self.is_read.replace(true);
        let theirs = match values.get(Value::Words.name()) {
            Some(kept) => Some(read_words(kept, saver, dispatch)),
            // Carried over from where it was kept before.
            None if first => dom::kept(WORDS).map(|kept| read_words(&kept, saver, dispatch)),
            // No tab has written a list yet. Told so by another tab, this one has nothing to write again: two tabs would
            // answer each other for ever.
            None if !opened => Some(WordList::clone(&self.words.borrow())),
            None => {
                // The database came new: all of it is written again.
                self.learns.set(None);
                self.keys.take();
                self.settings.set(None);
                self.place.take();
                Some(WordList::clone(&self.words.borrow()))
            }
        };
        let theirs = Rc::new(theirs.unwrap_or_default());
        // Before the first reading nothing but the older list was known.
        let before = if first { load().words } else { Rc::clone(&self.words.borrow()) };
        let merged = WordList::merged(&before, &mine.words, &theirs);
        *self.words.borrow_mut() =
            if values.contains_key(Value::Words.name()) { theirs } else { Rc::new(WordList::default()) };
        if merged != *mine.words {
            dispatch.dispatch(KeepAction::Words(Rc::new(merged)).into());
        }
        if let Some(kept) = values.get(Value::Learns.name()) {
            self.learns.set(Some(learns(Some(kept))));
            dispatch.dispatch(KeepAction::Learns(learns(Some(kept))).into());
        }
        self.take_labels(values, (&mine.labels, opened), (saver, dispatch));
        if let Some(kept) = values.get(Value::Keys.name()) {
            let keys = Rc::new(Keymap::read(kept));
            *self.keys.borrow_mut() = Some(Rc::clone(&keys));
            self.choose_keys(&keys);
            let show = self.on_keys.borrow().clone();
            show.emit(keys);
        }
        self.take_settings(values);
        first
    }

    /// Takes over the sets of labels of the database. Those that cannot be read stay where they are, apart, until the
    /// person has them to download; a database that was just `opened` and has none gets those of this tab.
    fn take_labels(
        &self,
        values: &BTreeMap<String, String>,
        (mine, opened): (&LabelSets, bool),
        (saver, dispatch): (&Saver, &Dispatch),
    ) {
        let Some(kept) = values.get(Value::Labels.name()) else {
            if opened {
                self.labels.take();
            }
            return;
        };
        let labels = label_sets::read(kept).unwrap_or_else(|error| {
            set_aside(Value::Labels, kept, saver);
            saver.values().keep(Value::Labels.name(), label_sets::write(LabelSets::default().sets(), 0));
            let offer = Offer::Hand("labels-set-aside.json".into(), kept.as_str().into());
            dispatch.dispatch(PageAction::Notify(Message::LabelsUnreadable(error), Rc::from([offer])).into());
            LabelSets::default()
        });
        let labels = Rc::new(labels);
        *self.labels.borrow_mut() = Rc::clone(&labels);
        if *labels != *mine {
            dispatch.dispatch(KeepAction::Labels(labels).into());
        }
    }

    /// Takes over colors and language of the database.
    fn take_settings(&self, values: &BTreeMap<String, String>) {
        let Some(kept) = values.get(Value::Settings.name()).map(|kept| Settings::read(kept)) else { return };
        self.settings.set(Some(kept));
        if kept != self.settings() {
            self.choose_settings(kept);
            let show = self.on_settings.borrow().clone();
            show.emit(kept);
        }
    }

    /// The article that this tab, or the last one that was used, had open.
    pub(crate) fn place(values: &BTreeMap<String, String>, tabs: &Tabs) -> Option<String> {
        let of_tab = tabs.place_before().and_then(|name| values.get(name)).map(|value| place_in(value).1.to_owned());
        let last = || values.get(Value::Last.name()).cloned();
        of_tab.or_else(last).or_else(|| dom::kept(CURRENT)).filter(|id| !id.is_empty())
    }

    /// Forgets the places of tabs that are long gone.
    pub(crate) fn tidy(values: &BTreeMap<String, String>, saver: &Saver) {
        let now = clock::unix_ms();
        for (name, value) in values.iter().filter(|(name, _)| Tabs::is_place(name)) {
            if place_in(value).0.saturating_add(PLACE_KEPT) < now && name != saver.tabs().place() {
                saver.values().drop_value(name);
            }
        }
    }
}

/// When, and which article.
pub(crate) fn place_in(value: &str) -> (u64, &str) {
    let (at, id) = value.split_once(' ').unwrap_or(("0", value));
    (at.parse().unwrap_or_default(), id)
}

/// Keeps what cannot be read beside what takes its place.
fn set_aside(value: Value, kept: &str, saver: &Saver) {
    saver.values().keep(&format!("{} set aside {}", value.name(), clock::unix_ms()), kept.to_owned());
}

/// The word list; one that cannot be read is set aside, and the person has it to download.
fn read_words(kept: &str, saver: &Saver, dispatch: &Dispatch) -> WordList {
    wordlist::read(kept).unwrap_or_else(|error| {
        set_aside(Value::Words, kept, saver);
        // A new one begins: the next start need not set it aside again.
        saver.values().keep(Value::Words.name(), wordlist::write(&WordList::default()));
        let offer = Offer::Hand("word-list-set-aside.json".into(), kept.into());
        dispatch.dispatch(PageAction::Notify(Message::WordsUnreadable(error), Rc::from([offer])).into());
        WordList::default()
    })
}
