//! The one place that decides what is saved.
//!
//! A pure state machine: no browser, no clock. It knows of each article what is wanted on the device, what was handed to
//! the database last, and what the database has confirmed. "Saved" is what was confirmed, of the very state that is
//! asked about, and nothing else. One write of an article is under way at a time; only a page that is being left sends
//! the next one behind it.

use std::collections::BTreeMap;

use super::{SessionId, StoreError};

/// After so many changes the whole is written again, so that the next visit need not read them one by one.
const MOST_CHANGES: usize = 400;

/// Names one write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// The article.
    pub id: SessionId,
    revision: u32,
    epoch: u32,
}

/// Something to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job<T> {
    /// To be given back with what came of it.
    pub ticket: Ticket,
    /// What the database has, or will have when this write comes: a change from there may be written. Without it the
    /// whole must be.
    pub base: Option<T>,
    /// What is to be there.
    pub wanted: T,
}

/// How an article stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The database has confirmed exactly this state.
    Kept,
    /// It is to be written, or is being written.
    Pending,
    /// The database refused it; it is tried again.
    Refused(StoreError),
}

#[derive(Clone, Debug)]
struct Article<T> {
    revision: u32,
    wanted: T,
    /// What was handed to the database last, with its revision.
    sent: Option<(u32, T)>,
    /// Changes behind the whole, those under way included.
    changes: usize,
    /// What the database has, with its revision.
    confirmed: Option<(u32, T)>,
    /// Writes under way.
    flying: usize,
    /// Grows when what was sent does not count any more: answers to older tickets then say nothing.
    epoch: u32,
    refused: Option<StoreError>,
    /// A refused write waits until it is tried again.
    waits: bool,
}

impl<T> Article<T> {
    fn is_kept(&self) -> bool {
        self.confirmed.as_ref().is_some_and(|(revision, _)| *revision == self.revision)
    }

    fn is_sent(&self) -> bool {
        self.sent.as_ref().is_some_and(|(revision, _)| *revision == self.revision)
    }

    /// What was sent does not count: the whole is written next.
    fn start_over(&mut self) {
        self.epoch += 1;
        self.sent = None;
        self.flying = 0;
        self.changes = 0;
    }
}

/// Decides what is to be written, and what is saved.
#[derive(Clone, Debug)]
pub struct Keeper<T> {
    articles: BTreeMap<SessionId, Article<T>>,
}

impl<T> Default for Keeper<T> {
    fn default() -> Self {
        Self { articles: BTreeMap::new() }
    }
}

impl<T: Clone> Keeper<T> {
    /// The article was read in this state, with so many changes behind its whole. Without them, something of it could not
    /// be read: what is written next is the whole.
    pub fn found(&mut self, id: SessionId, revision: u32, state: T, changes: Option<usize>) {
        let epoch = self.articles.get(&id).map_or(0, |article| article.epoch + 1);
        let article = Article {
            revision,
            wanted: state.clone(),
            sent: changes.map(|_| (revision, state.clone())),
            changes: changes.unwrap_or_default(),
            confirmed: Some((revision, state)),
            flying: 0,
            epoch,
            refused: None,
            waits: false,
        };
        self.articles.insert(id, article);
    }

    /// This state of the article is to be on the device. Whether that is news.
    pub fn want(&mut self, id: &SessionId, revision: u32, state: &T) -> bool {
        let Some(article) = self.articles.get_mut(id) else {
            let article = Article {
                revision,
                wanted: state.clone(),
                sent: None,
                changes: 0,
                confirmed: None,
                flying: 0,
                epoch: 0,
                refused: None,
                waits: false,
            };
            self.articles.insert(id.clone(), article);
            return true;
        };
        if article.revision == revision {
            return false;
        }
        article.revision = revision;
        article.wanted = state.clone();
        // What the person does is tried at once, whatever was refused before.
        article.waits = false;
        true
    }

    /// The next thing to write; `urgent` also what comes behind a write that is still under way.
    pub fn next(&self, urgent: bool) -> Option<Job<T>> {
        let due = |article: &Article<T>| {
            let wanting = !article.is_sent() && !article.is_kept();
            wanting && (urgent || (article.flying == 0 && !article.waits))
        };
        let (id, article) = self.articles.iter().find(|(_, article)| due(article))?;
        let base = article.sent.as_ref().filter(|_| article.changes < MOST_CHANGES).map(|(_, state)| state.clone());
        let ticket = Ticket { id: id.clone(), revision: article.revision, epoch: article.epoch };
        Some(Job { ticket, base, wanted: article.wanted.clone() })
    }

    /// The job was handed to the database: the whole was, or a change behind it.
    pub fn sent(&mut self, job: &Job<T>, whole: bool) {
        if let Some(article) = self.current(&job.ticket) {
            article.sent = Some((job.ticket.revision, job.wanted.clone()));
            article.flying += 1;
            article.changes = if whole { 0 } else { article.changes + 1 };
        }
    }

    /// What the database says of a write.
    pub fn ended(&mut self, job: &Job<T>, outcome: Result<(), StoreError>) {
        let Some(article) = self.current(&job.ticket) else { return };
        article.flying = article.flying.saturating_sub(1);
        match outcome {
            Ok(()) => {
                article.confirmed = Some((job.ticket.revision, job.wanted.clone()));
                article.refused = None;
            }
            Err(error) => {
                // What was sent behind it is built on nothing, whatever the database says of it.
                article.start_over();
                article.refused = Some(error);
                article.waits = true;
            }
        }
    }

    fn current(&mut self, ticket: &Ticket) -> Option<&mut Article<T>> {
        self.articles.get_mut(&ticket.id).filter(|article| article.epoch == ticket.epoch)
    }

    /// What was refused is tried again.
    pub fn retry(&mut self) {
        for article in self.articles.values_mut() {
            article.waits = false;
        }
    }

    /// The database is not what it was: all that this page holds is written anew, as a whole.
    pub fn anew(&mut self) {
        for article in self.articles.values_mut() {
            article.start_over();
            article.confirmed = None;
            article.waits = false;
        }
    }

    /// What the device has of an article is not what is open: the whole is written next.
    pub fn rebuild(&mut self, id: &SessionId) {
        if let Some(article) = self.articles.get_mut(id) {
            article.start_over();
            article.confirmed = None;
            article.waits = false;
        }
    }

    /// The database cannot be reached: nothing that is wanted is saved.
    pub fn refuse(&mut self, error: &StoreError) {
        for article in self.articles.values_mut().filter(|article| !article.is_kept()) {
            article.refused = Some(error.clone());
            article.waits = true;
        }
    }

    /// How this state of the article stands.
    pub fn standing(&self, id: &SessionId, revision: u32) -> Standing {
        match self.articles.get(id) {
            Some(article) if article.is_kept() && article.revision == revision => Standing::Kept,
            Some(Article { refused: Some(error), .. }) => Standing::Refused(error.clone()),
            _ => Standing::Pending,
        }
    }

    /// The state of an article that is not on the device yet.
    pub fn unsaved_state(&self, id: &SessionId) -> Option<&T> {
        self.articles.get(id).filter(|article| !article.is_kept()).map(|article| &article.wanted)
    }

    /// All articles that are not on the device as they are wanted, with why.
    pub fn unsaved(&self) -> impl Iterator<Item = (&SessionId, &T, Option<&StoreError>)> {
        let left = self.articles.iter().filter(|(_, article)| !article.is_kept());
        left.map(|(id, article)| (id, &article.wanted, article.refused.as_ref()))
    }

    /// What the device has of an article, as far as this page knows.
    pub fn confirmed(&self, id: &SessionId) -> Option<&T> {
        self.articles.get(id)?.confirmed.as_ref().map(|(_, state)| state)
    }

    /// The person does not want it any more.
    pub fn forget(&mut self, id: &SessionId) {
        self.articles.remove(id);
    }

    /// Lets go of all articles that are on the device, but `open`.
    pub fn let_go(&mut self, open: Option<&SessionId>) {
        self.articles.retain(|id, article| !article.is_kept() || Some(id) == open);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(name: &str) -> SessionId {
        SessionId(name.into())
    }

    /// Takes the next job and hands it over: a change where there is something to build on.
    fn send<T: Clone>(keeper: &mut Keeper<T>, urgent: bool) -> Option<Job<T>> {
        let job = keeper.next(urgent)?;
        keeper.sent(&job, job.base.is_none());
        Some(job)
    }

    #[test]
    fn saved_is_what_was_confirmed_of_this_article_and_this_state() {
        let mut keeper = Keeper::default();
        let (first, second) = (id("a"), id("b"));
        keeper.want(&first, 1, &"a1");
        let job = send(&mut keeper, false).expect("a write");
        // Another article with the same revision comes while the first is written.
        keeper.want(&second, 1, &"b1");
        keeper.ended(&job, Ok(()));
        assert_eq!(keeper.standing(&first, 1), Standing::Kept);
        assert_eq!(keeper.standing(&second, 1), Standing::Pending);
        keeper.want(&first, 2, &"a2");
        assert_eq!(keeper.standing(&first, 2), Standing::Pending);
        assert_eq!(keeper.standing(&first, 1), Standing::Pending, "an older state is not what is wanted");
    }

    #[test]
    fn one_write_is_under_way_unless_the_page_is_left() {
        let mut keeper = Keeper::default();
        let article = id("a");
        keeper.want(&article, 1, &"one");
        let first = send(&mut keeper, false).expect("a write");
        assert_eq!(first.base, None);
        keeper.want(&article, 2, &"two");
        assert_eq!(keeper.next(false), None);
        let second = send(&mut keeper, true).expect("a write behind the first");
        assert_eq!((&second.base, second.wanted), (&Some("one"), "two"));
        keeper.ended(&first, Ok(()));
        assert_eq!(keeper.standing(&article, 2), Standing::Pending);
        keeper.ended(&second, Ok(()));
        assert_eq!(keeper.standing(&article, 2), Standing::Kept);
        assert_eq!(keeper.unsaved().count(), 0);
    }

    #[test]
    fn what_was_sent_behind_a_refused_write_does_not_count() {
        let mut keeper = Keeper::default();
        let article = id("a");
        keeper.found(article.clone(), 0, "zero", Some(0));
        keeper.want(&article, 1, &"one");
        let first = send(&mut keeper, false).expect("a write");
        keeper.want(&article, 2, &"two");
        let second = send(&mut keeper, true).expect("a write behind the first");
        keeper.ended(&first, Err(StoreError::Full));
        keeper.ended(&second, Ok(()));
        assert_eq!(keeper.standing(&article, 2), Standing::Refused(StoreError::Full));
        assert_eq!(keeper.next(false), None, "it waits");
        keeper.retry();
        let again = send(&mut keeper, false).expect("the whole");
        assert_eq!((&again.base, again.wanted), (&None, "two"));
        keeper.ended(&again, Ok(()));
        assert_eq!(keeper.standing(&article, 2), Standing::Kept);
    }

    #[test]
    fn an_article_is_held_until_it_is_on_the_device() {
        let mut keeper = Keeper::default();
        keeper.want(&id("a"), 1, &"a");
        let job = send(&mut keeper, false).expect("a write");
        keeper.let_go(None);
        assert_eq!(keeper.unsaved_state(&id("a")), Some(&"a"));
        keeper.ended(&job, Ok(()));
        keeper.let_go(None);
        assert_eq!(keeper.unsaved().count(), 0);
        assert_eq!(keeper.confirmed(&id("a")), None);
    }

    #[test]
    fn a_database_that_came_new_gets_everything_as_a_whole() {
        let mut keeper = Keeper::default();
        keeper.found(id("a"), 3, "three", Some(7));
        keeper.anew();
        assert_eq!(keeper.standing(&id("a"), 3), Standing::Pending);
        assert_eq!(keeper.next(false).expect("a write").base, None);
    }

    #[test]
    fn the_whole_is_written_again_after_many_changes() {
        let mut keeper = Keeper::default();
        keeper.found(id("a"), 0, 0, Some(MOST_CHANGES - 1));
        for (revision, based) in [(1, true), (2, false), (3, true)] {
            keeper.want(&id("a"), revision, &revision);
            let job = send(&mut keeper, false).expect("a write");
            assert_eq!(job.base.is_some(), based, "{revision}");
            keeper.ended(&job, Ok(()));
        }
    }
}
