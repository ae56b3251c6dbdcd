//! What a command did, with the words it concerned: what the person is told of it.

use std::rc::Rc;

use crate::document::{AnnotationId, CheckStatus, Command, Document, EntityId, LabelId, Outcome, StepKind};
use crate::text::TextRange;
use crate::view::excerpt;
use crate::vocabulary::QuoteKind;

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Deed {
    pub(crate) kind: StepKind,
    /// How many annotations, or persons, places and organizations.
    pub(crate) count: usize,
    /// The words or the name that it concerned, where they all are the same.
    pub(crate) words: Option<Rc<str>>,
    pub(crate) to: To,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum To {
    /// Nothing else.
    Itself,
    /// It has this label.
    Label(Rc<str>),
    /// It is a quote of this kind.
    Kind(QuoteKind),
    /// It is called so, belongs to it, or is said by it.
    Name(Rc<str>),
    /// Nobody is named as its speaker, or it belongs to nothing else.
    Nobody,
    /// Its state of fact checking.
    Status(CheckStatus),
}

/// Characters of the words that are told: a note is one line.
const LONG: usize = 40;

/// What can be said of a command before it runs.
pub(crate) struct Plan {
    words: Option<Rc<str>>,
    to: To,
    /// Those that are merged are named together.
    is_one: bool,
}

/// What `command` is about to do to the document `before` it.
pub(crate) fn plan(command: &Command, before: &Document) -> Plan {
    let (words, to) = told(command, before);
    Plan { words, to, is_one: matches!(command, Command::MergeEntities { .. }) }
}

impl Plan {
    /// What was done, with what came of it.
    pub(crate) fn done(self, outcome: &Outcome) -> Deed {
        let count = if self.is_one { 1 } else { outcome.count };
        Deed { kind: outcome.action, count, words: self.words, to: self.to }
    }
}

fn told(command: &Command, before: &Document) -> (Option<Rc<str>>, To) {
    let name = |id: &EntityId| before.entity(*id).map(|entity| excerpt(&entity.name, LONG));
    let label = |id: &LabelId| before.label(*id).map_or(To::Itself, |label| To::Label(Rc::from(&*label.name)));
    let named = |id: &EntityId| name(id).map_or(To::Nobody, To::Name);
    match command {
        Command::AddMentions { ranges, label: wanted, .. } => (alike(before, ranges), label(wanted)),
        Command::AddQuote { parts, kind } => (alike(before, parts.get(..1).unwrap_or_default()), To::Kind(*kind)),
        Command::Relabel { ids, label: wanted } => (of_all(before, ids), label(wanted)),
        Command::QuoteToMention { id, label: wanted } => (of_all(before, &[*id]), label(wanted)),
        Command::RelabelEntity { id, label: wanted } => (name(id), label(wanted)),
        Command::SetQuoteKind { id, kind } => (of_all(before, &[*id]), To::Kind(*kind)),
        Command::SetSpeaker { id, entity, mention } => {
            let words = || mention.map_or(To::Nobody, |words| To::Name(excerpt(before.source().slice(words), LONG)));
            (of_all(before, &[*id]), entity.as_ref().map_or_else(words, named))
        }
        Command::RenameEntity { id, name: new } => (name(id), To::Name(excerpt(new, LONG))),
        Command::MergeEntities { from, into } => {
            let names: Vec<_> = from.iter().filter_map(name).collect();
            (Some(excerpt(&names.join(", "), LONG)), named(into))
        }
        Command::MoveMentions { ids, into } => (of_all(before, ids), into.as_ref().map_or(To::Nobody, named)),
        Command::RemoveEntity(id) => (name(id), To::Itself),
        Command::SetStatus { ids, status } => (of_all(before, ids), To::Status(*status)),
        Command::Remove(ids) | Command::Accept(ids) | Command::Reject(ids) | Command::Unreview(ids) => {
            (of_all(before, ids), To::Itself)
        }
        Command::Retarget { id, .. }
        | Command::AddPart { id, .. }
        | Command::RemovePart { id, .. }
        | Command::SetCue { id, .. }
        | Command::SetNote { id, .. } => (of_all(before, &[*id]), To::Itself),
        Command::PutLabel { label, .. } => (Some(excerpt(&label.name, LONG)), To::Itself),
        Command::RemoveLabel { id, .. } => (before.label(*id).map(|label| excerpt(&label.name, LONG)), To::Itself),
        _ => (None, To::Itself),
    }
}

/// The words of annotations, if they all have the same.
fn of_all(document: &Document, ids: &[AnnotationId]) -> Option<Rc<str>> {
    let ranges = ids.iter().map(|&id| Some(*document.annotation(id)?.body.parts().first()?));
    alike(document, &ranges.collect::<Option<Vec<_>>>()?)
}

/// The words of these ranges, if they all have the same.
fn alike(document: &Document, ranges: &[TextRange]) -> Option<Rc<str>> {
    let words = |range: &TextRange| document.source().slice(*range);
    let first = words(ranges.first()?);
    ranges.iter().all(|range| words(range) == first).then(|| excerpt(&one_line(first), LONG))
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::state::tests::{PERSON, PLACE, at, mark, open};
    use crate::ui::state::{Action, AppState, EditAction, Message, Scope, SelectAction};

    /// What the last note tells.
    fn last(state: &AppState) -> (StepKind, usize, Option<&str>, &To) {
        match &state.page.toasts.last().expect("a note").message {
            Message::Did(deed) => (deed.kind, deed.count, deed.words.as_deref(), &deed.to),
            other => panic!("{other:?}"),
        }
    }

    fn label(name: &str) -> To {
        To::Label(name.into())
    }

    #[test]
    fn a_note_names_the_words_and_what_became_of_them() {
        let mut state = open();
        mark(&mut state, "Lyon", 0, PLACE);
        assert_eq!(last(&state), (StepKind::Mark, 1, Some("Lyon"), &label("PLACE")));
        // The offer to mark the others makes all of them one step, and says so.
        let toast = state.page.toasts.last().expect("a note").clone();
        let others = toast.offers.iter().find(|offer| offer.is_for_others()).expect("two more places").clone();
        state.step(Action::Take(toast.turn, others));
        assert_eq!(last(&state), (StepKind::Mark, 3, Some("Lyon"), &label("PLACE")));
        state.step(SelectAction::Scope(Scope::All));
        state.step(EditAction::Apply(PERSON));
        assert_eq!(last(&state), (StepKind::Relabel, 3, Some("Lyon"), &label("PERSON")));
        state.step(EditAction::Delete);
        assert_eq!(last(&state), (StepKind::Delete, 1, Some("Lyon"), &To::Itself));
    }

    #[test]
    fn a_note_names_persons_by_their_names_of_before() {
        let mut state = open();
        mark(&mut state, "Ben Ode", 0, PERSON);
        let ben = state.inspected_entity().expect("Ben is a cluster");
        mark(&mut state, "Ana Díaz", 0, PERSON);
        let ana = state.inspected_entity().expect("Ana is a cluster");
        state.step(EditAction::Run(Command::RenameEntity { id: ana, name: "Ana Prado".into() }));
        assert_eq!(last(&state), (StepKind::Rename, 1, Some("Ana Díaz"), &To::Name("Ana Prado".into())));
        state.step(EditAction::Run(Command::MergeEntities { from: vec![ben], into: ana }));
        assert_eq!(last(&state), (StepKind::Merge, 1, Some("Ben Ode"), &To::Name("Ana Prado".into())));
        state.step(EditAction::Run(Command::RemoveEntity(ana)));
        let (kind, count, words, _) = last(&state);
        assert_eq!((kind, count, words), (StepKind::RemoveEntity, 2, Some("Ana Prado")));
    }

    #[test]
    fn different_words_are_counted_and_long_ones_are_cut() {
        let state = open();
        let document = state.document().expect("an article is open");
        assert_eq!(alike(document, &[at("Lyon", 0), at("Lyon", 2)]).as_deref(), Some("Lyon"));
        assert_eq!(alike(document, &[at("Lyon", 0), at("Ben Ode", 0)]), None);
        assert_eq!(alike(document, &[]), None);
        let long = alike(document, &[at("Ana Díaz met Ben Ode in Lyon.\n\n“Lyon is calm,” said", 0)]);
        assert_eq!(long.as_deref(), Some("Ana Díaz met Ben Ode in Lyon. “Lyon is\u{2026}"));
    }
}
