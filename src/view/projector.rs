//! From a document to its paragraphs, drawing again only those that a change touches.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::document::{Annotation, AnnotationId, Document, EntityId};
use crate::document::{differing_annotations, differing_entities, share_blocks};
use crate::text::TextRange;
use crate::view::filter::Filter;
use crate::view::lists::queue::Way;
use crate::view::paragraph::{ParagraphView, footprint, project_paragraph};
use crate::view::speaker_names::SpeakerNames;

/// A document as it is drawn. An update shares every paragraph that looks the same as before.
#[derive(Clone, Debug)]
pub struct Projection {
    document: Document,
    filter: Filter,
    paragraphs: Rc<[Rc<ParagraphView>]>,
    /// For each paragraph the annotations whose footprint meets it, rejected and hidden ones included.
    here: Vec<Rc<BTreeSet<AnnotationId>>>,
    names: SpeakerNames,
}

impl Projection {
    /// Draws `document` from nothing.
    pub fn new(document: &Document, filter: &Filter) -> Self {
        let mut here = vec![BTreeSet::new(); document.source().paragraphs().len()];
        for annotation in document.annotations() {
            for index in met(document, annotation) {
                here[index].insert(annotation.id);
            }
        }
        let here: Vec<_> = here.into_iter().map(Rc::new).collect();
        let names = SpeakerNames::new(document);
        let drawn = |index: usize| Rc::new(draw(document, filter, index, &here[index], &names));
        let paragraphs = (0..here.len()).map(drawn).collect();
        Self { document: document.clone(), filter: filter.clone(), paragraphs, here, names }
    }

    /// The document that is drawn.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// What is drawn of it.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The paragraphs in order.
    pub fn paragraphs(&self) -> &Rc<[Rc<ParagraphView>]> {
        &self.paragraphs
    }

    /// Keyboard stops of the whole article in reading order.
    pub fn stops(&self) -> Vec<AnnotationId> {
        self.paragraphs.iter().flat_map(|paragraph| paragraph.stops()).collect()
    }

    /// The keyboard stop before or behind that of an annotation; the first when it has none. What lies elsewhere is not
    /// looked at.
    pub fn stop_beside(&self, id: AnnotationId, way: Way) -> Option<AnnotationId> {
        let stops = |index: usize| self.paragraphs[index].stops();
        let found = shown_in(&self.document, id).into_iter().map(|index| index as usize).find_map(|index| {
            let here: Vec<_> = stops(index).collect();
            here.iter().position(|&stop| stop == id).map(|at| (index, here, at))
        });
        let Some((index, here, at)) = found else {
            return (0..self.paragraphs.len()).find_map(|index| stops(index).next());
        };
        match way {
            Way::On => here
                .get(at + 1)
                .copied()
                .or_else(|| (index + 1..self.paragraphs.len()).find_map(|index| stops(index).next())),
            Way::Back => match at.checked_sub(1) {
                Some(before) => here.get(before).copied(),
                None => (0..index).rev().find_map(|index| stops(index).last()),
            },
        }
    }

    /// The same for a later (or earlier) state of the same article. Draws anew what differs, shares the rest; when
    /// nothing differs the list of paragraphs itself is shared.
    #[must_use]
    pub fn update(&self, document: &Document, filter: &Filter) -> Self {
        let same_text = self.document.source() == document.source();
        // A filter by words looks at names of clusters too, which may have changed anywhere.
        let by_words = !filter.words.is_empty();
        if !same_text || self.document.labels() != document.labels() || *filter != self.filter || by_words {
            let mut fresh = Self::new(document, filter);
            if same_text {
                fresh.paragraphs = share(&self.paragraphs, fresh.paragraphs.iter().cloned());
            }
            return fresh;
        }
        let mut here = self.here.clone();
        let mut touched: BTreeSet<usize> = BTreeSet::new();
        let mut speakers: BTreeSet<EntityId> = BTreeSet::new();
        for (id, before, after) in differing_annotations(&self.document, document) {
            speakers.extend([before, after].into_iter().flatten().filter_map(|annotation| annotation.body.entity()));
            for index in before.into_iter().flat_map(|annotation| met(&self.document, annotation)) {
                Rc::make_mut(&mut here[index]).remove(&id);
                touched.insert(index);
            }
            for index in after.into_iter().flat_map(|annotation| met(document, annotation)) {
                Rc::make_mut(&mut here[index]).insert(id);
                touched.insert(index);
            }
        }
        let renamed = renamed(&self.document, document);
        let (names, called) = self.names.update((&self.document, document), speakers, &renamed);
        let tied = renamed.union(&called).flat_map(|&id| document.quotes_of(id));
        touched.extend(tied.flat_map(|quote| met(document, quote)));
        if !share_blocks(&self.document, document) {
            let differs = |&index: &usize| self.document.blocks().get(index) != document.blocks().get(index);
            touched.extend((0..here.len()).filter(differs));
        }
        let paragraphs = if touched.is_empty() {
            Rc::clone(&self.paragraphs)
        } else {
            let next = self.paragraphs.iter().enumerate().map(|(index, old)| {
                if touched.contains(&index) {
                    Rc::new(draw(document, filter, index, &here[index], &names))
                } else {
                    Rc::clone(old)
                }
            });
            share(&self.paragraphs, next)
        };
        Self { document: document.clone(), filter: filter.clone(), paragraphs, here, names }
    }
}

/// Keeps the old paragraph wherever the new one looks the same, and the old list when all do.
fn share(old: &Rc<[Rc<ParagraphView>]>, new: impl Iterator<Item = Rc<ParagraphView>>) -> Rc<[Rc<ParagraphView>]> {
    let mut changed = false;
    let list: Vec<_> = new
        .enumerate()
        .map(|(index, new)| {
            if Rc::ptr_eq(&old[index], &new) || *old[index] == *new {
                return Rc::clone(&old[index]);
            }
            changed = true;
            new
        })
        .collect();
    if changed { list.into() } else { Rc::clone(old) }
}

fn draw(
    document: &Document,
    filter: &Filter,
    index: usize,
    here: &BTreeSet<AnnotationId>,
    names: &SpeakerNames,
) -> ParagraphView {
    let shown: Vec<&Annotation> = here
        .iter()
        .filter_map(|&id| document.annotation(id))
        .map(|annotation| &**annotation)
        .filter(|annotation| filter.shows(document, annotation))
        .collect();
    project_paragraph(document, index as u32, &shown, names)
}

/// The paragraphs in which an annotation shows.
fn met(document: &Document, annotation: &Annotation) -> BTreeSet<usize> {
    footprint(annotation).into_iter().flat_map(|range| overlapped(document, range)).collect()
}

/// The indices of the paragraphs in which `id` shows, as a piece, a chip or the words tied to a quote.
pub fn shown_in(document: &Document, id: AnnotationId) -> BTreeSet<u32> {
    let all = document.annotation(id).into_iter().flat_map(|annotation| met(document, annotation));
    all.map(|index| index as u32).collect()
}

fn overlapped(document: &Document, range: TextRange) -> std::ops::Range<usize> {
    let paragraphs = document.source().paragraphs();
    let first = paragraphs.partition_point(|paragraph| paragraph.end() <= range.start());
    let last = paragraphs.partition_point(|paragraph| paragraph.start() < range.end());
    first..last.max(first)
}

/// Clusters that came, went or changed.
fn renamed(old: &Document, new: &Document) -> BTreeSet<EntityId> {
    let shown = |document: &'_ Document, id: EntityId| document.entity(id).filter(|_| document.is_shown(id)).cloned();
    let differs = |id: &EntityId| shown(old, *id) != shown(new, *id);
    differing_entities(old, new).into_iter().filter(differs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Command, LabelId, Session};
    use crate::text::Source;
    use crate::view::edits_tests::{Choices, TEXT, at, command};
    use crate::vocabulary::QuoteKind;

    /// The article as one would sketch it: pieces with their classes, chips in brackets.
    fn sketch(projection: &Projection) -> String {
        let piece = |s: &crate::view::SegmentView| {
            let chips = s.chips.iter().fold(String::new(), |chips, c| {
                chips + "[" + c.entity.as_ref().map(|(_, n)| &**n).or(c.words.as_deref()).unwrap_or("?") + "]"
            });
            let text = if s.ids.is_empty() { s.text.to_string() } else { format!("<{}:{}>", s.kind, s.text) };
            text + &chips
        };
        let lines = projection.paragraphs().iter().map(|p| p.segments.iter().map(piece).collect::<String>());
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn nested_names_quotes_in_parts_and_their_chips() {
        let mut session = Session::new(Document::new(Source::new(TEXT)));
        let mut run = |command| session.run(command).expect("the command runs").select.expect("it selects");
        run(Command::AddMentions { ranges: vec![at("Ana Díaz", 0)], label: LabelId::PERSON, entity: None });
        let quote = run(Command::AddQuote {
            parts: vec![at("“Lyon is calm,”", 0), at("“Very calm.”", 0)],
            kind: QuoteKind::Direct,
        });
        run(Command::AddMentions { ranges: vec![at("Lyon", 1)], label: LabelId::PLACE, entity: None });
        let entity = session.document().entities().find(|e| &*e.name == "Ana Díaz").map(|e| e.id);
        let speaker = Command::SetSpeaker { id: quote, entity, mention: Some(at("Díaz", 1)) };
        session.run(speaker).expect("the command runs");
        let projection = Projection::new(session.document(), &Filter::default());
        assert_eq!(
            sketch(&projection),
            "<person:Ana Díaz> met Ben Ode in Lyon.\n\
             <quote:“><place:Lyon><quote: is calm,”> said Díaz. <quote:“Very calm.”>[Ana Díaz]\n\
             Nobody was there.\n\
             Ben slept, 🙂 and Ana left Lyon."
        );
        let tied: Vec<_> = projection.paragraphs()[1].segments.iter().filter(|s| !s.speaker_of.is_empty()).collect();
        assert_eq!(tied.iter().map(|s| &*s.text).collect::<Vec<_>>(), ["Díaz"]);
        assert_eq!(projection.stops().len(), 3);
    }

    #[test]
    fn chips_stand_behind_the_punctuation_and_shorten_a_name_that_was_given() {
        let text = "Ana Díaz spoke to Ben Ode.\n\n“Yes”, said Díaz; “no”. He: “Hm”\n\n“Well”!";
        let at = |words: &str| {
            let start = text.find(words).unwrap() as u32;
            TextRange::at(start, start + words.len() as u32)
        };
        let mut session = Session::new(Document::new(Source::new(text)));
        let mut run = |command| session.run(command).expect("the command runs").select.expect("it selects");
        run(Command::AddMentions { ranges: vec![at("Ana Díaz")], label: LabelId::PERSON, entity: None });
        let ben = Command::AddMentions { ranges: vec![at("Ben Ode")], label: LabelId::PERSON, entity: None };
        let ben = run(ben);
        let quotes = ["“Yes”", "“no”", "“Hm”", "“Well”"]
            .map(|words| run(Command::AddQuote { parts: vec![at(words)], kind: QuoteKind::Direct }));
        let person =
            |session: &Session, name: &str| session.document().entities().find(|e| &*e.name == name).map(|e| e.id);
        for (id, name) in quotes.into_iter().zip(["Ana Díaz", "Ana Díaz", "Ben Ode", "Ana Díaz"]) {
            let entity = person(&session, name);
            session.run(Command::SetSpeaker { id, entity, mention: None }).expect("the command runs");
        }
        let chips = |projection: &Projection| {
            let mut out = String::new();
            for segment in projection.paragraphs()[1..].iter().flat_map(|paragraph| &*paragraph.segments) {
                out += &segment.text;
                for chip in &*segment.chips {
                    let name = chip.entity.as_ref().map_or("?", |(_, name)| name);
                    let again = if chip.again { "*" } else { "" };
                    out += &["[", chip.short.as_deref().unwrap_or(name), again, "]"].concat();
                }
            }
            out
        };
        let before = Projection::new(session.document(), &Filter::default());
        assert_eq!(chips(&before), "“Yes”,[Díaz] said Díaz; “no”.[Díaz*] He: “Hm”[Ode]“Well”![Díaz]");
        // What was given is taken away again: the first chip gives it.
        session.run(Command::Remove(vec![ben])).expect("the command runs");
        let after = before.update(session.document(), &Filter::default());
        assert_eq!(chips(&after), "“Yes”,[Díaz] said Díaz; “no”.[Díaz*] He: “Hm”[Ben Ode]“Well”![Díaz]");
        // Another person of that surname.
        let ana = person(&session, "Ana Díaz").expect("she is there");
        let ben = person(&session, "Ben Ode").expect("he is there");
        session.run(Command::RenameEntity { id: ben, name: "Ben Díaz".into() }).expect("the command runs");
        let shared = after.update(session.document(), &Filter::default());
        assert_eq!(chips(&shared), "“Yes”,[Ana Díaz] said Díaz; “no”.[Ana Díaz*] He: “Hm”[Ben Díaz]“Well”![Ana Díaz]");
        assert_eq!(shared.paragraphs(), Projection::new(session.document(), &Filter::default()).paragraphs());
        session.run(Command::SetSpeaker { id: quotes[2], entity: Some(ana), mention: None }).expect("the command runs");
        let one = shared.update(session.document(), &Filter::default());
        assert_eq!(one.paragraphs(), Projection::new(session.document(), &Filter::default()).paragraphs());
    }

    #[test]
    fn an_update_draws_what_a_fresh_projection_draws_and_shares_the_rest() {
        for seed in 0..40 {
            let mut choices = Choices(seed);
            let mut session = Session::new(Document::new(Source::new(TEXT)));
            let mut projection = Projection::new(session.document(), &Filter::default());
            for _ in 0..60 {
                match choices.below(8) {
                    0 => drop(session.undo()),
                    1 => drop(session.redo()),
                    _ => drop(session.run(command(&mut choices, session.document()))),
                }
                let words = ["", "", "", "ana", "lyon"][choices.below(5)].into();
                let filter = Filter { hide_quotes: choices.below(6) == 0, words, ..Filter::default() };
                let next = projection.update(session.document(), &filter);
                let fresh = Projection::new(session.document(), &filter);
                assert_eq!(next.paragraphs(), fresh.paragraphs(), "seed {seed}");
                let stops = next.stops();
                for (at, &stop) in stops.iter().enumerate() {
                    // What stops twice goes on from where it stops first.
                    let at = stops[..at].iter().position(|&other| other == stop).unwrap_or(at);
                    let before = at.checked_sub(1).map(|before| stops[before]);
                    assert_eq!(next.stop_beside(stop, Way::On), stops.get(at + 1).copied(), "seed {seed}");
                    assert_eq!(next.stop_beside(stop, Way::Back), before, "seed {seed}");
                }
                assert_eq!(next.stop_beside(AnnotationId(u32::MAX), Way::Back), stops.first().copied());
                for (old, new) in projection.paragraphs().iter().zip(next.paragraphs().iter()) {
                    assert!(Rc::ptr_eq(old, new) == (old == new), "equal paragraphs are shared, seed {seed}");
                }
                projection = next;
            }
        }
    }

    #[test]
    fn nothing_changed_shares_the_list_itself() {
        let session = Session::new(Document::new(Source::new(TEXT)));
        let projection = Projection::new(session.document(), &Filter::default());
        let next = projection.update(&session.document().clone(), &Filter::default());
        assert!(Rc::ptr_eq(projection.paragraphs(), next.paragraphs()));
    }
}
