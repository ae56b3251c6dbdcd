//! A store that lives as long as the page: for tests, and where the browser refuses storage.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use super::{SessionId, SessionMeta, SessionStore, StoreError};

type Sessions = BTreeMap<SessionId, (SessionMeta, Arc<str>)>;

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

    async fn load(&self, id: &SessionId) -> Result<String, StoreError> {
        match self.sessions.borrow().get(id) {
            Some((_, stored)) => Ok(stored.to_string()),
            None => Err(StoreError::Missing),
        }
    }

    async fn save(&self, meta: SessionMeta, stored: Arc<str>) -> Result<(), StoreError> {
        let mut sessions = self.sessions.borrow_mut();
        let others: usize = sessions.iter().filter(|(id, _)| **id != meta.id).map(|(_, (_, s))| s.len()).sum();
        if others + stored.len() > self.capacity {
            return Err(StoreError::Full);
        }
        sessions.insert(meta.id.clone(), (meta, stored));
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

    #[test]
    fn keeps_lists_and_forgets() {
        let store = MemoryStore::new(100);
        now(store.save(meta("a", 1), "one".into())).unwrap();
        now(store.save(meta("b", 2), "two".into())).unwrap();
        now(store.save(meta("a", 3), "three".into())).unwrap();
        let listed: Vec<_> = now(store.list()).unwrap().into_iter().map(|m| m.id.0.to_string()).collect();
        assert_eq!(listed, ["a", "b"]);
        assert_eq!(now(store.load(&SessionId("a".into()))).unwrap(), "three");
        now(store.remove(&SessionId("a".into()))).unwrap();
        assert_eq!(now(store.load(&SessionId("a".into()))), Err(StoreError::Missing));
        now(store.clear()).unwrap();
        assert!(now(store.list()).unwrap().is_empty());
    }

    #[test]
    fn a_full_store_keeps_what_it_had() {
        let store = MemoryStore::new(4);
        now(store.save(meta("a", 1), "four".into())).unwrap();
        assert_eq!(now(store.save(meta("a", 2), "fives".into())), Err(StoreError::Full));
        assert_eq!(now(store.load(&SessionId("a".into()))).unwrap(), "four");
    }
}
