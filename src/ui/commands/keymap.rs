//! The person's own keys: what differs from the `table` of commands, kept on this device as plain lines.

use std::collections::BTreeMap;

use crate::document::LabelId;
use crate::ui::commands::binding::{Binding, Layer};
use crate::ui::commands::table::{self, BINDINGS};

/// The person's own keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Keymap {
    /// By command; an empty list means that the command has no key.
    own: BTreeMap<&'static str, Vec<String>>,
}

/// Why a command cannot have a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Conflict {
    /// This command has it.
    Command(&'static str),
    /// A label of the person's own, by its index, has it.
    Label(usize),
    /// It moves the focus, chooses a speaker, or presses what has the focus.
    Reserved,
    /// The browser or the system keeps it for itself.
    Browser,
}

/// Keys without which the page could not be used: they go on meaning what they mean everywhere.
const RESERVED: &[&str] =
    &["Tab", "shift+Tab", "Escape", "Space", "shift+Enter", "ContextMenu", "Unidentified", "Dead", "Process"];

/// What browsers do not give away, or what everybody expects of them.
const BROWSER: &[&str] = &[
    "mod+a",
    "mod+c",
    "mod+f",
    "mod+l",
    "mod+n",
    "mod+p",
    "mod+q",
    "mod+r",
    "mod+t",
    "mod+v",
    "mod+w",
    "mod+x",
    "mod++",
    "mod+-",
    "mod+0",
    "shift+mod+n",
    "shift+mod+t",
    "shift+mod+w",
    "shift+mod+i",
    "shift+mod+c",
    "shift+mod+j",
    "mod+Tab",
    "F1",
    "F3",
    "F5",
    "F6",
    "F11",
    "F12",
    "alt+F4",
];

/// The other commands that listen when `binding` does.
fn rivals(binding: &Binding) -> impl Iterator<Item = &'static Binding> + use<> {
    let (id, layer) = (binding.id, binding.layer);
    BINDINGS.iter().filter(move |other| other.id != id && other.layer == layer)
}

impl Keymap {
    /// The keys of a command, the first shown first.
    pub(crate) fn of<'a>(&'a self, binding: &'a Binding) -> Vec<&'a str> {
        match self.own.get(binding.id) {
            Some(own) => own.iter().map(String::as_str).collect(),
            None => binding.keys.to_vec(),
        }
    }

    /// The first key of the command `id`.
    pub(crate) fn first(&self, id: &str) -> Option<&str> {
        self.of(table::binding(id)?).into_iter().next()
    }

    pub(crate) fn has(&self, binding: &Binding, chord: &str) -> bool {
        match self.own.get(binding.id) {
            Some(own) => own.iter().any(|own| own == chord),
            None => binding.keys.contains(&chord),
        }
    }

    /// Whether a command has other keys than those it came with.
    pub(crate) fn is_changed(&self, binding: &Binding) -> bool {
        self.own.contains_key(binding.id)
    }

    /// Whether any command has.
    pub(crate) fn is_default(&self) -> bool {
        self.own.is_empty()
    }

    /// Why `binding` cannot have `chord`, with `labels` the keys of the article's labels.
    pub(crate) fn conflict(&self, binding: &Binding, chord: &str, labels: &[Option<char>]) -> Option<Conflict> {
        let digit = chord.len() == 1 && chord.chars().all(|c| c.is_ascii_digit()) && binding.id != "nobody";
        let enters = chord == "Enter" && binding.layer != Layer::Review;
        if RESERVED.contains(&chord) || digit || enters {
            return Some(Conflict::Reserved);
        }
        if BROWSER.contains(&chord) {
            return Some(Conflict::Browser);
        }
        let taken = rivals(binding).find(|other| self.has(other, chord));
        if let Some(taken) = taken {
            return Some(Conflict::Command(taken.id));
        }
        let mut chars = chord.chars();
        let only = chars.next().filter(|_| chars.next().is_none());
        // The built-in labels are commands of the table.
        let label = labels.iter().enumerate().skip(LabelId::BUILT_IN).find(|(_, key)| key.is_some() && **key == only);
        label.map(|(i, _)| Conflict::Label(i))
    }

    /// What has `chord` for a label of the person's own: a command that always listens, or what no command may have.
    pub(crate) fn holder(&self, chord: &str) -> Option<Conflict> {
        if RESERVED.contains(&chord) || chord.chars().all(|c| c.is_ascii_digit()) {
            return Some(Conflict::Reserved);
        }
        let holder = BINDINGS.iter().find(|binding| binding.layer == Layer::Page && self.has(binding, chord));
        holder.map(|b| Conflict::Command(b.id))
    }

    /// Gives `binding` the key `chord` alone, and takes it from the command that has it.
    pub(crate) fn put(&mut self, binding: &'static Binding, chord: &str) {
        for other in rivals(binding) {
            if self.has(other, chord) {
                let rest = self.of(other).into_iter().filter(|c| *c != chord).map(str::to_owned).collect();
                self.set(other, rest);
            }
        }
        self.set(binding, vec![chord.to_owned()]);
    }

    /// Leaves a command without a key.
    pub(crate) fn take(&mut self, binding: &'static Binding) {
        self.set(binding, Vec::new());
    }

    /// Gives a command the keys it came with, and takes them from those that have them meanwhile.
    pub(crate) fn reset(&mut self, binding: &'static Binding) {
        self.own.remove(binding.id);
        for other in rivals(binding) {
            let shared = |c: &&str| binding.keys.contains(c) && !other.keys.contains(c);
            if self.of(other).iter().any(shared) {
                let rest = self.of(other).into_iter().filter(|c| !shared(c)).map(str::to_owned).collect();
                self.set(other, rest);
            }
        }
    }

    fn set(&mut self, binding: &'static Binding, chords: Vec<String>) {
        if chords.iter().map(String::as_str).eq(binding.keys.iter().copied()) {
            self.own.remove(binding.id);
        } else {
            self.own.insert(binding.id, chords);
        }
    }

    /// As it is kept: one line for each changed command, its name and its keys.
    pub(crate) fn write(&self) -> String {
        let lines: Vec<_> = self.own.iter().map(|(id, chords)| format!("{id} {}", chords.join(" "))).collect();
        lines.join("\n")
    }

    /// As it was kept; lines that mean nothing, and keys that two commands would have, are left out.
    pub(crate) fn read(kept: &str) -> Self {
        let mut out = Self::default();
        for line in kept.lines() {
            let mut words = line.split_whitespace();
            let Some(binding) = words.next().and_then(table::binding) else { continue };
            if binding.is_fixed() {
                continue;
            }
            out.own.insert(binding.id, words.map(str::to_owned).collect());
        }
        let twice: Vec<&'static Binding> = BINDINGS
            .iter()
            .filter(|b| out.own.get(b.id).is_some_and(|own| own.iter().any(|c| out.conflict(b, c, &[]).is_some())))
            .collect();
        for binding in twice {
            out.own.remove(binding.id);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn binding(id: &str) -> &'static Binding {
        table::binding(id).expect("a command")
    }

    #[test]
    fn the_table_itself_has_no_conflict() {
        let map = Keymap::default();
        for binding in BINDINGS.iter().filter(|b| !b.is_fixed()) {
            for chord in binding.keys {
                assert_eq!(map.conflict(binding, chord, &[]), None, "{} on {chord}", binding.id);
            }
        }
    }

    #[test]
    fn a_key_is_explained_taken_and_given_back() {
        let mut map = Keymap::default();
        let (place, person) = (binding("place"), binding("person"));
        assert_eq!(map.conflict(place, "p", &[]), Some(Conflict::Command("person")));
        assert_eq!(map.conflict(place, "3", &[]), Some(Conflict::Reserved));
        assert_eq!(map.conflict(place, "Enter", &[]), Some(Conflict::Reserved));
        assert_eq!(map.conflict(place, "mod+w", &[]), Some(Conflict::Browser));
        assert_eq!(map.conflict(place, "k", &[Some('p'), Some('l'), Some('o'), Some('k')]), Some(Conflict::Label(3)));
        // Other layers do not count: while the review runs, its own commands have the keys.
        assert_eq!(map.conflict(binding("review-skip"), "p", &[]), None);
        map.put(place, "p");
        assert_eq!((map.first("place"), map.first("person")), (Some("p"), None));
        map.reset(person);
        assert_eq!((map.first("place"), map.first("person")), (None, Some("p")));
        map.reset(place);
        assert!(map.is_default());
        map.take(place);
        assert_eq!(map.first("place"), None);
    }

    #[test]
    fn what_is_kept_comes_back_and_nonsense_does_not() {
        let mut map = Keymap::default();
        map.put(binding("place"), "alt+shift+L");
        map.take(binding("organization"));
        assert_eq!(Keymap::read(&map.write()), map);
        let nonsense = Keymap::read("back x\nnothing y\nplace p\nquote q\n\u{0}\nfind mod+w\n");
        assert_eq!(nonsense, Keymap::read("quote q\n"));
        assert_eq!(nonsense.first("place"), Some("l"));
    }
}
