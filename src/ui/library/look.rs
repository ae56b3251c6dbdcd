//! What the person wants to see of the list, and which articles are selected there. Pure.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use yew::Reducible;

use crate::storage::SessionId;

/// What comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Sort {
    #[default]
    Date,
    Title,
    Words,
    Open,
}

impl Sort {
    pub(crate) const ALL: [Self; 4] = [Self::Date, Self::Title, Self::Words, Self::Open];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Title => "title",
            Self::Words => "words",
            Self::Open => "open",
        }
    }

    pub(crate) fn of_name(name: &str) -> Self {
        Self::ALL.into_iter().find(|sort| sort.name() == name).unwrap_or_default()
    }
}

/// How the list is looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Look {
    /// What is searched for.
    pub(crate) words: Rc<str>,
    pub(crate) sort: Sort,
    /// Only what has this tag.
    pub(crate) tag: Option<Arc<str>>,
    pub(crate) picked: BTreeSet<SessionId>,
    /// The one that was selected last: a selection goes on from there.
    pub(crate) anchor: Option<SessionId>,
    /// Of which title and tags are being edited.
    pub(crate) edited: Option<SessionId>,
    /// Also what a long list leaves out at first.
    pub(crate) all: bool,
}

/// What changes it.
#[derive(Clone, Debug)]
pub(crate) enum LookAction {
    Words(Rc<str>),
    Sort(Sort),
    /// Only what has this tag; the same again shows all.
    Tag(Arc<str>),
    /// Selects one or lets go of it; with those up to the last one, in the order of the list.
    Pick(SessionId, Option<Rc<[SessionId]>>),
    /// Selects all of these, or lets go of them when all are selected.
    PickAll(Rc<[SessionId]>),
    PickNone,
    Edit(Option<SessionId>),
    All,
}

impl Look {
    /// Sorted so.
    pub(crate) fn sorted(sort: Sort) -> Self {
        Self { sort, ..Self::default() }
    }

    /// Whether it leaves something out.
    pub(crate) fn filters(&self) -> bool {
        !self.words.trim().is_empty() || self.tag.is_some()
    }

    fn step(&mut self, action: LookAction) {
        match action {
            LookAction::Words(words) => self.words = words,
            LookAction::Sort(sort) => self.sort = sort,
            LookAction::Tag(tag) => self.tag = Some(tag).filter(|tag| self.tag.as_ref() != Some(tag)),
            LookAction::Pick(id, shown) => self.pick(id, shown.as_deref()),
            LookAction::PickAll(shown) if shown.iter().all(|id| self.picked.contains(id)) => {
                self.picked.retain(|id| !shown.contains(id));
            }
            LookAction::PickAll(shown) => self.picked.extend(shown.iter().cloned()),
            LookAction::PickNone => self.picked.clear(),
            LookAction::Edit(edited) => self.edited = edited,
            LookAction::All => self.all = true,
        }
    }

    fn pick(&mut self, id: SessionId, shown: Option<&[SessionId]>) {
        let place = |wanted: &SessionId| shown?.iter().position(|one| one == wanted);
        let (here, there) = (place(&id), self.anchor.as_ref().and_then(place));
        let range = match (here, there, shown) {
            (Some(here), Some(there), Some(shown)) => &shown[here.min(there)..=here.max(there)],
            _ => std::slice::from_ref(&id),
        };
        if self.picked.contains(&id) {
            self.picked.retain(|one| !range.contains(one));
        } else {
            self.picked.extend(range.iter().cloned());
        }
        self.anchor = Some(id);
    }
}

impl Reducible for Look {
    type Action = LookAction;

    fn reduce(self: Rc<Self>, action: LookAction) -> Rc<Self> {
        let mut next = Self::clone(&self);
        next.step(action);
        Rc::new(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(names: &str) -> Rc<[SessionId]> {
        names.chars().map(|name| SessionId(name.to_string().into())).collect()
    }

    fn picked(look: &Look) -> String {
        look.picked.iter().map(|id| &*id.0).collect()
    }

    #[test]
    fn with_shift_all_between_are_selected_or_let_go_of() {
        let (mut look, shown) = (Look::default(), ids("abcde"));
        let one = |name: &str| ids(name)[0].clone();
        for (name, shift, wanted) in [
            ("b", false, "b"),
            ("d", true, "bcd"),
            ("a", true, "abcd"),
            ("c", true, "d"),
            ("e", false, "de"),
            ("x", true, "dex"),
        ] {
            look.step(LookAction::Pick(one(name), shift.then(|| Rc::clone(&shown))));
            assert_eq!(picked(&look), wanted, "{name}");
        }
        look.step(LookAction::PickAll(ids("ab")));
        assert_eq!(picked(&look), "abdex");
        look.step(LookAction::PickAll(ids("ab")));
        assert_eq!(picked(&look), "dex");
        look.step(LookAction::PickNone);
        assert_eq!(picked(&look), "");
    }

    #[test]
    fn a_tag_is_let_go_of_when_it_is_chosen_again() {
        let mut look = Look::default();
        for filters in [true, false] {
            look.step(LookAction::Tag("city".into()));
            assert_eq!(look.filters(), filters);
        }
    }
}
