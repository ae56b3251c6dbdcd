//! A store that lives as long as the page: for tests, and where the browser refuses storage.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Loaded, SessionId, SessionMeta, SessionStore, StoreError, Stored};

type Sessions = BTreeMap<SessionId, (SessionMeta, Loaded)>;

fn bytes(stored: &Loaded) -> usize {
    stored.whole.len() + stored.changes.iter().map(|change| change.len()).sum::<usize>()
}

/// Sessions in memory. Clones share them.
#[derive(Clone, Debug)]
pub struct MemoryStore {
    sessions: Rc<RefCell<Sessions>>,
    /// Bytes of stored forms it takes before it says it is full.
    capacity: usize,
}

impl MemoryStore {
    /// An empty store that takes `capacity` bytes of stored forms.
    pub fn new(capacity: usize) -> Self {
        Self { sessions: Rc::default(), capacity }
    }
}

impl SessionStore for MemoryStore {
    async fn list(&self) -> Result<Vec<SessionMeta>, StoreError> {
        let mut all: Vec<_> = self.sessions.borrow().values().map(|(meta, _)| meta.clone()).collect();
        all.sort_by(|a, b| b.updated_ms.cmp(&a.updated_ms).then_with(|| a.id.cmp(&b.id)));
        Ok(all)
    }

    async fn load(&self, id: &SessionId) -> Result<Loaded, StoreError> {
        self.sessions.borrow().get(id).map(|(_, stored)| stored.clone()).ok_or(StoreError::Missing)
    }

    async fn save(&self, meta: SessionMeta, stored: Stored) -> Result<(), StoreError> {
        let mut sessions = self.sessions.borrow_mut();
        let next = match stored {
            Stored::Whole(whole) => Loaded { whole, changes: Vec::new() },
            Stored::Change(change) => {
                let mut next = sessions.get(&meta.id).map(|(_, stored)| stored.clone()).ok_or(StoreError::Missing)?;
                next.changes.push(change);
                next
            }
        };
        let others: usize = sessions.iter().filter(|(id, _)| **id != meta.id).map(|(_, (_, s))| bytes(s)).sum();
        if others + bytes(&next) > self.capacity {
            return Err(StoreError::Full);
        }
        sessions.insert(meta.id.clone(), (meta, next));
        Ok(())
    }

    async fn remove(&self, id: &SessionId) -> Result<(), StoreError> {
        self.sessions.borrow_mut().remove(id);
        Ok(())
    }

    async fn clear(&self) -> Result<(), StoreError> {
        self.sessions.borrow_mut().clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    /// The memory store never waits, so one poll is enough.
    fn now<T>(future: impl Future<Output = T>) -> T {
        match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => value,
            Poll::Pending => panic!("a memory store never waits"),
        }
    }

    fn meta(id: &str, updated_ms: u64) -> SessionMeta {
        SessionMeta {
            id: SessionId(id.into()),
            title: id.into(),
            updated_ms,
            words: 0,
            mentions: 0,
            quotes: 0,
            open: 0,
        }
    }

    fn whole(text: &str) -> Stored {
        Stored::Whole(text.into())
    }

    fn loaded(whole: &str, changes: &[&str]) -> Loaded {
        Loaded { whole: whole.into(), changes: changes.iter().map(|&change| change.into()).collect() }
    }

    #[test]
    fn keeps_lists_and_forgets() {
        let store = MemoryStore::new(100);
        now(store.save(meta("a", 1), whole("one"))).unwrap();
        now(store.save(meta("b", 2), whole("two"))).unwrap();
        now(store.save(meta("a", 3), whole("three"))).unwrap();
        let listed: Vec<_> = now(store.list()).unwrap().into_iter().map(|m| m.id.0.to_string()).collect();
        assert_eq!(listed, ["a", "b"]);
        assert_eq!(now(store.load(&SessionId("a".into()))).unwrap(), loaded("three", &[]));
        now(store.remove(&SessionId("a".into()))).unwrap();
        assert_eq!(now(store.load(&SessionId("a".into()))), Err(StoreError::Missing));
        now(store.clear()).unwrap();
        assert!(now(store.list()).unwrap().is_empty());
    }

    #[test]
    fn changes_go_behind_the_whole_and_go_with_it() {
        let store = MemoryStore::new(100);
        let change = |text: &str| Stored::Change(text.into());
        assert_eq!(now(store.save(meta("a", 1), change("+1"))), Err(StoreError::Missing));
        now(store.save(meta("a", 1), whole("one"))).unwrap();
        now(store.save(meta("a", 2), change("+1"))).unwrap();
        now(store.save(meta("a", 3), change("+2"))).unwrap();
        assert_eq!(now(store.load(&SessionId("a".into()))).unwrap(), loaded("one", &["+1", "+2"]));
        now(store.save(meta("a", 4), whole("two"))).unwrap();
        assert_eq!(now(store.load(&SessionId("a".into()))).unwrap(), loaded("two", &[]));
    }

    #[test]
    fn a_full_store_keeps_what_it_had() {
        let store = MemoryStore::new(4);
        now(store.save(meta("a", 1), whole("four"))).unwrap();
        assert_eq!(now(store.save(meta("a", 2), whole("fives"))), Err(StoreError::Full));
        assert_eq!(now(store.load(&SessionId("a".into()))).unwrap(), loaded("four", &[]));
    }
}
