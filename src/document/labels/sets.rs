//! Labels of the person's own that outlive an article, in sets: those of the chosen set are there in each new article.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::document::entity::Label;
use crate::document::labels::fitting::{added, same};
use crate::document::step::StepKind;
use crate::text::one_line;

/// A set of labels.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabelSet {
    /// What the person calls it; empty for the one that is there from the start.
    pub name: Arc<str>,
    /// Its labels, none of them built in.
    pub labels: Vec<Label>,
}

/// The sets of a device. There is always one, and one is chosen; no two have one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelSets {
    sets: Vec<LabelSet>,
    chosen: usize,
}

/// What is remembered of names of labels while the page is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Learned {
    /// They came into the chosen set from an article: only those does undo take out of it.
    made: BTreeSet<Arc<str>>,
    /// They came into an article from a set: the chosen one does not learn them.
    lent: BTreeSet<Arc<str>>,
}

impl Learned {
    /// An article gets these labels from a set.
    pub fn lend(&mut self, labels: &[Label]) {
        self.lent.extend(labels.iter().map(|label| Arc::clone(&label.name)));
    }

    /// The person has edited the sets: whatever is in them now, no undo in an article takes it away.
    pub fn settle(&mut self) {
        self.made.clear();
    }
}

impl Default for LabelSets {
    fn default() -> Self {
        Self { sets: vec![LabelSet::default()], chosen: 0 }
    }
}

impl LabelSets {
    /// These sets, of which the one at `chosen` is chosen. Sets of a name that is taken get another, and labels that
    /// contradict others of their set are left out.
    pub fn new(sets: Vec<LabelSet>, chosen: usize) -> Self {
        let mut all = Self { sets: Vec::new(), chosen: 0 };
        for set in sets {
            all.push(&set);
        }
        if all.sets.is_empty() {
            return Self::default();
        }
        all.chosen = chosen.min(all.sets.len() - 1);
        all
    }

    /// All of them, in the person's order.
    pub fn sets(&self) -> &[LabelSet] {
        &self.sets
    }

    /// Which one new articles begin with.
    pub fn chosen_at(&self) -> usize {
        self.chosen
    }

    /// The one that new articles begin with.
    pub fn chosen(&self) -> &LabelSet {
        &self.sets[self.chosen]
    }

    /// Whether nobody has made anything of them yet.
    pub fn is_untouched(&self) -> bool {
        *self == Self::default()
    }

    /// Chooses the set at this place, if there is one.
    pub fn choose(&mut self, at: usize) {
        if at < self.sets.len() {
            self.chosen = at;
        }
    }

    /// Gives a set another name. Whether it could have it: it is not empty, and no other has it.
    pub fn rename(&mut self, at: usize, name: &str) -> bool {
        let name = one_line(name);
        if name.is_empty() || self.sets.iter().enumerate().any(|(other, set)| other != at && same(&set.name, &name)) {
            return false;
        }
        match self.sets.get_mut(at) {
            Some(set) => set.name = name,
            None => return false,
        }
        true
    }

    /// Takes a set away; an empty one without a name stays where it would be the last.
    pub fn remove(&mut self, at: usize) {
        if at < self.sets.len() {
            self.sets.remove(at);
            if self.sets.is_empty() {
                self.sets.push(LabelSet::default());
            }
            self.chosen = if at < self.chosen { self.chosen - 1 } else { self.chosen.min(self.sets.len() - 1) };
        }
    }

    /// Puts a set behind the others, under another name where its own is taken, and says where it is. One that is there
    /// already stays the only one.
    pub fn push(&mut self, set: &LabelSet) -> usize {
        let set = LabelSet { name: one_line(&set.name), labels: added(&[], &set.labels) };
        if let Some(at) = self.sets.iter().position(|other| *other == set) {
            return at;
        }
        let taken = |name: &str| self.sets.iter().any(|other| same(&other.name, name));
        let mut name = Arc::clone(&set.name);
        let mut number = 2;
        while taken(&name) {
            name = format!("{} {number}", set.name).trim_start().into();
            number += 1;
        }
        self.sets.push(LabelSet { name, ..set });
        self.sets.len() - 1
    }

    /// Takes the sets of another list over; the one that every device has gets what it lacks. How many came or got more.
    pub fn extend(&mut self, others: &Self) -> usize {
        let before = self.sets.clone();
        for set in &others.sets {
            match self.sets.iter_mut().find(|own| own.name.is_empty() && set.name.is_empty()) {
                Some(own) => own.labels = added(&own.labels, &set.labels),
                None if *set == LabelSet::default() => {}
                None => drop(self.push(set)),
            }
        }
        self.sets.iter().filter(|set| !before.contains(set)).count()
    }

    /// The chosen set follows what the person did to the own labels of an article, which were `old` and are `new`, in a step
    /// of this kind, there or back.
    pub fn learn(&mut self, action: StepKind, learned: &mut Learned, old: &[Label], new: &[Label]) {
        let has = |labels: &[Label], name: &str| labels.iter().any(|label| same(&label.name, name));
        let set = &mut self.sets[self.chosen];
        if old.len() == new.len() {
            for (old, new) in old.iter().zip(new).filter(|(old, new)| old != new) {
                if let Some(at) = set.labels.iter().position(|label| same(&label.name, &old.name)) {
                    let mut others = set.labels.clone();
                    others.remove(at);
                    if let [fitting] = &added(&others, std::slice::from_ref(new))[others.len()..] {
                        set.labels[at] = fitting.clone();
                    }
                }
            }
        }
        if new.len() > old.len() {
            let is_made = |label: &&Label| !has(old, &label.name) && !learned.lent.contains(&label.name);
            for label in new.iter().filter(is_made).cloned().collect::<Vec<_>>() {
                if !has(&set.labels, &label.name) {
                    learned.made.insert(Arc::clone(&label.name));
                }
                set.labels = added(&set.labels, std::slice::from_ref(&label));
            }
        }
        if new.len() < old.len() {
            for label in old.iter().filter(|label| !has(new, &label.name)) {
                if action == StepKind::RemoveLabel || learned.made.remove(&label.name) {
                    set.labels.retain(|other| !same(&other.name, &label.name));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Command, Document, LabelId, Session, Shape};
    use crate::text::Source;

    fn label(name: &str, key: Option<char>) -> Label {
        Label { name: name.into(), key, color: 4, shape: Shape::Box }
    }

    fn names(labels: &[Label]) -> Vec<&str> {
        labels.iter().map(|label| &*label.name).collect()
    }

    /// Runs steps as the page does: each is learned from.
    struct Desk {
        session: Session,
        sets: LabelSets,
        learned: Learned,
    }

    impl Desk {
        fn new(own: &[Label]) -> Self {
            let document = Document::new(Source::new("Boats came.")).with_labels(own);
            Self { session: Session::new(document), sets: LabelSets::default(), learned: Learned::default() }
        }

        fn step(&mut self, work: impl FnOnce(&mut Session) -> Option<StepKind>) -> Vec<&str> {
            let before = self.session.document().clone();
            let action = work(&mut self.session).expect("a step");
            let (old, new) = (before.own_labels(), self.session.document().own_labels());
            self.sets.learn(action, &mut self.learned, old, new);
            names(&self.sets.chosen().labels)
        }

        fn run(&mut self, command: Command) -> Vec<&str> {
            self.step(|session| session.run(command).ok().map(|outcome| outcome.action))
        }

        fn undo(&mut self) -> Vec<&str> {
            self.step(|session| session.undo().map(|outcome| outcome.action))
        }

        fn redo(&mut self) -> Vec<&str> {
            self.step(|session| session.redo().map(|outcome| outcome.action))
        }
    }

    fn made(name: &str) -> Command {
        Command::PutLabel { id: None, label: label(name, None) }
    }

    #[test]
    fn the_chosen_set_follows_what_is_done_to_the_labels_of_an_article() {
        let mut desk = Desk::new(&[]);
        assert_eq!(desk.run(made("Boat")), ["Boat"]);
        assert_eq!(desk.run(made("Claim")), ["Boat", "Claim"]);
        let renamed = Command::PutLabel { id: Some(LabelId(3)), label: label("Vessel", Some('v')) };
        assert_eq!(desk.run(renamed), ["Vessel", "Claim"]);
        assert_eq!(desk.undo(), ["Boat", "Claim"]);
        assert_eq!(desk.undo(), ["Boat"]);
        assert_eq!(desk.redo(), ["Boat", "Claim"]);
        assert_eq!(desk.run(Command::RemoveLabel { id: LabelId(3), into: None }), ["Claim"]);
        assert_eq!(desk.undo(), ["Claim", "Boat"]);
        assert_eq!(desk.redo(), ["Claim"]);
    }

    #[test]
    fn labels_that_a_set_had_before_stay_in_it_when_an_article_gives_them_back() {
        let mut desk = Desk::new(&[]);
        desk.sets.push(&LabelSet { name: "Ships".into(), labels: vec![label("Boat", None)] });
        desk.sets.choose(1);
        assert_eq!(desk.run(made("Boat")), ["Boat"]);
        assert_eq!(desk.undo(), ["Boat"], "it was there before");
        // What an article gets from another set is not made in it, not even when it is done again.
        let mut desk = Desk::new(&[]);
        desk.learned.lend(&[label("Ship", None)]);
        assert!(desk.run(made("Ship")).is_empty());
        desk.undo();
        assert!(desk.redo().is_empty());
        assert_eq!(desk.run(made("Boat")), ["Boat"]);
        // An article of elsewhere has labels that the set does not have: it does not get them by the way.
        let mut desk = Desk::new(&[label("Foreign", None)]);
        let renamed = Command::PutLabel { id: Some(LabelId(3)), label: label("Strange", None) };
        assert!(desk.run(renamed).is_empty());
    }

    #[test]
    fn sets_have_names_of_their_own_and_one_is_always_there() {
        let mut sets = LabelSets::default();
        assert_eq!(sets.push(&LabelSet { name: " Audit\n".into(), labels: vec![label("Claim", None)] }), 1);
        assert_eq!(sets.push(&LabelSet { name: "audit".into(), labels: vec![label("Source", None)] }), 2);
        assert_eq!(
            sets.push(&LabelSet { name: "Audit".into(), labels: vec![label("Claim", None)] }),
            1,
            "there already"
        );
        let all: Vec<_> = sets.sets().iter().map(|set| &*set.name).collect();
        assert_eq!(all, ["", "Audit", "audit 2"]);
        assert!(!sets.rename(2, "AUDIT") && !sets.rename(2, " ") && !sets.rename(9, "x"));
        assert!(sets.rename(2, "Sources"));
        sets.choose(2);
        sets.remove(1);
        assert_eq!(&*sets.chosen().name, "Sources");
        sets.remove(1);
        sets.remove(0);
        assert!(sets.is_untouched());
        let mut other = LabelSets::default();
        assert_eq!(other.extend(&sets), 0, "an empty one says nothing");
        let theirs = [("", "Boat"), ("Audit", "Claim")];
        let theirs = theirs.map(|(name, own)| LabelSet { name: name.into(), labels: vec![label(own, None)] });
        let theirs = LabelSets::new(theirs.into(), 1);
        other.push(&LabelSet { name: "Ships".into(), labels: vec![label("Ship", None)] });
        other.sets[0].labels.push(label("Bus", None));
        assert_eq!(other.extend(&theirs), 2);
        let all: Vec<_> = other.sets().iter().map(|set| (&*set.name, names(&set.labels))).collect();
        assert_eq!(all, [("", vec!["Bus", "Boat"]), ("Ships", vec!["Ship"]), ("Audit", vec!["Claim"])]);
        assert_eq!((other.extend(&theirs), other.chosen_at()), (0, 0), "there already, and the choice stays");
    }
}
