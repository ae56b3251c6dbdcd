//! What the database tells unasked.

use std::cell::RefCell;
use std::rc::Rc;

/// What happened to the database while nobody asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// It does not answer yet.
    Slow,
    /// Another tab holds an older layout open; it opens when that tab is closed.
    Blocked,
    /// It is open.
    Open,
    /// It was deleted, or closed by the browser.
    Lost,
    /// A newer version of the page needs it: this one has let go of it.
    Outdated,
}

type Call = Rc<dyn Fn(News)>;

/// Who hears of it. Clones share it.
#[derive(Clone, Default)]
pub(super) struct Hearer(Rc<RefCell<Option<Call>>>);

impl Hearer {
    pub(super) fn set(&self, call: impl Fn(News) + 'static) {
        *self.0.borrow_mut() = Some(Rc::new(call));
    }

    pub(super) fn tell(&self, news: News) {
        // The borrow must have ended when the call runs.
        let call = self.0.borrow().clone();
        if let Some(call) = call {
            call(news);
        }
    }
}
