//! What two versions of an article have otherwise, as a person tells it: what came, what went, what was changed.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::document::{
    Annotation, AnnotationId, Body, CheckStatus, Document, FateKind, MentionBody, QuoteBody, Review, carry,
};
use crate::text::{InOrder as _, TextRange};
use crate::view::lists::panels::excerpt;
use crate::vocabulary::QuoteKind;

/// Characters of the words of an annotation.
const SHOWN: usize = 120;

/// What a later version has otherwise than an earlier one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Words of the text that came, and that went.
    pub words: [usize; 2],
    /// The title before and now.
    pub title: Option<(Rc<str>, Rc<str>)>,
    /// Who or what is called otherwise: before and now.
    pub renamed: Vec<(Rc<str>, Rc<str>)>,
    /// Paragraphs that are something else now; of the same text only.
    pub roles: usize,
    /// The language is another one than it was known to be.
    pub language: bool,
    /// The person's own labels are others.
    pub labels: bool,
    /// Annotations, in reading order.
    pub lines: Vec<Line>,
}

/// One annotation that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What became of it.
    pub fate: Became,
    /// What it is; of one that went, what it was.
    pub what: What,
    /// Its words, likewise.
    pub words: Rc<str>,
    /// Where that is in the later version, if it is there.
    pub place: Option<Spot>,
}

/// What became of an annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Became {
    /// It was not there.
    Added,
    /// It is not there any more.
    Gone,
    /// It says something else.
    Changed(Vec<Aspect>),
}

/// What an annotation is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A name with the label of this name.
    Label(Rc<str>),
    /// A quote.
    Quote(QuoteKind),
}

/// Something of an annotation that is not as it was: what it was before, and where it cannot be seen otherwise, what it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// What it is.
    What(What),
    /// Its words.
    Words(Rc<str>),
    /// Whom it names, or who says it.
    Belongs(Option<Rc<str>>, Option<Rc<str>>),
    /// What the person decided.
    Review(Review, Review),
    /// The state of fact checking.
    Status(CheckStatus, CheckStatus),
    /// The note.
    Note(Rc<str>, Rc<str>),
}

/// A place in the later version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// An annotation.
    Annotation(AnnotationId),
    /// Words.
    Words(TextRange),
}

impl Comparison {
    /// Whether both are the same to a person.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What `new` has otherwise than `old`, a version of the same article, whose text may be another one.
pub fn compare(old: &Document, new: &Document) -> Comparison {
    let carried = carry(old, new.source().clone());
    let then = &carried.document;
    let edited: BTreeSet<_> =
        carried.report.iter().filter(|fate| fate.kind == FateKind::Changed).map(|fate| fate.id).collect();
    let pairs = Pairs::of(then, new);
    let mut lines = Vec::new();
    let mut renamed = BTreeSet::new();
    for annotation in old.annotations() {
        let now = pairs.found.get(&annotation.id).and_then(|id| new.annotation(*id));
        let Some(now) = now else {
            if annotation.is_live() {
                let place = then.annotation(annotation.id).map(|there| Spot::Words(there.body.span()));
                lines.push(line(old, annotation, Became::Gone, place));
            }
            continue;
        };
        let names = (name(old, &annotation.body), name(new, &now.body));
        let same_entity = annotation.body.entity().is_some() && annotation.body.entity() == now.body.entity();
        if let (Some(before), Some(after), true) = (&names.0, &names.1, same_entity && names.0 != names.1) {
            renamed.insert((Rc::clone(before), Rc::clone(after)));
        }
        let has_words_of = then.annotation(annotation.id).is_some_and(|there| there.body.parts() == now.body.parts());
        let moved = !has_words_of || edited.contains(&annotation.id);
        let aspects = aspects((old, annotation), (new, now), names, moved);
        if !aspects.is_empty() && (annotation.is_live() || now.is_live()) {
            let place = now.is_live().then_some(Spot::Annotation(now.id));
            lines.push(line(new, now, Became::Changed(aspects), place));
        }
    }
    let taken: BTreeSet<_> = pairs.found.values().collect();
    for annotation in new.annotations().filter(|annotation| annotation.is_live() && !taken.contains(&annotation.id)) {
        lines.push(line(new, annotation, Became::Added, Some(Spot::Annotation(annotation.id))));
    }
    lines.order_by_key(|line| match line.place {
        Some(Spot::Annotation(id)) => new.annotation(id).map(|annotation| annotation.body.span().start()),
        Some(Spot::Words(range)) => Some(range.start()),
        None => None,
    });
    let names_of = |document: &Document| document.labels().iter().map(|label| label.name.clone()).collect::<Vec<_>>();
    let same_text = old.source() == new.source();
    let roles = old.blocks().iter().zip(new.blocks()).filter(|(before, now)| same_text && before != now).count();
    Comparison {
        words: carried.words,
        title: (old.title() != new.title()).then(|| (old.title().into(), new.title().into())),
        renamed: renamed.into_iter().collect(),
        roles,
        language: old.language().zip(new.language()).is_some_and(|(before, now)| before.language != now.language),
        labels: names_of(old) != names_of(new),
        lines,
    }
}

/// Which annotation of the later version is which of the earlier one.
struct Pairs {
    found: BTreeMap<AnnotationId, AnnotationId>,
}

impl Pairs {
    /// By name and place; then, since an analysis gives new names, by the same words; then by some of them. `then` has the
    /// annotations before, in the text of now.
    fn of(then: &Document, new: &Document) -> Self {
        let mut found = BTreeMap::new();
        let mut taken = BTreeSet::new();
        for annotation in then.annotations() {
            let same = new.annotation(annotation.id).filter(|now| touch(&annotation.body, &now.body));
            if same.is_some() {
                found.insert(annotation.id, annotation.id);
                taken.insert(annotation.id);
            }
        }
        for to_the_letter in [true, false] {
            for annotation in then.in_reading_order() {
                if found.contains_key(&annotation.id) || !annotation.is_live() {
                    continue;
                }
                let fits = |now: &&std::sync::Arc<Annotation>| {
                    let (one, other) = (&annotation.body, &now.body);
                    let alike = one.quote().is_some() == other.quote().is_some();
                    alike && !taken.contains(&now.id) && (one.parts() == other.parts() || !to_the_letter)
                };
                if let Some(now) = new.overlapping(annotation.body.span()).into_iter().find(fits) {
                    found.insert(annotation.id, now.id);
                    taken.insert(now.id);
                }
            }
        }
        Self { found }
    }
}

fn touch(one: &Body, other: &Body) -> bool {
    one.parts().iter().any(|part| other.parts().iter().any(|other| part.overlaps(*other)))
}

fn aspects(
    (old, before): (&Document, &Annotation),
    (new, now): (&Document, &Annotation),
    names: (Option<Rc<str>>, Option<Rc<str>>),
    moved: bool,
) -> Vec<Aspect> {
    let mut all = Vec::new();
    let (was, is) = (what(old, &before.body), what(new, &now.body));
    if was != is {
        all.push(Aspect::What(was));
    }
    if moved {
        all.push(Aspect::Words(words(old, &before.body)));
    }
    // Who is only called otherwise is told once, of all that belongs to it.
    let belongs = |body: &Body| body.entity();
    if names.0 != names.1 && (belongs(&before.body) != belongs(&now.body) || belongs(&now.body).is_none()) {
        all.push(Aspect::Belongs(names.0, names.1));
    }
    if before.review != now.review {
        all.push(Aspect::Review(before.review, now.review));
    }
    if before.status != now.status {
        all.push(Aspect::Status(before.status, now.status));
    }
    if before.note != now.note {
        all.push(Aspect::Note((*before.note).into(), (*now.note).into()));
    }
    all
}

fn line(document: &Document, annotation: &Annotation, fate: Became, place: Option<Spot>) -> Line {
    let (what, words) = (what(document, &annotation.body), words(document, &annotation.body));
    Line { fate, what, words, place }
}

fn what(document: &Document, body: &Body) -> What {
    match body {
        Body::Mention(mention) => What::Label(document.label(mention.label).map_or("", |label| &*label.name).into()),
        Body::Quote(quote) => What::Quote(quote.kind),
    }
}

fn words(document: &Document, body: &Body) -> Rc<str> {
    let parts: Vec<_> = body.parts().iter().map(|&part| document.source().slice(part)).collect();
    excerpt(&parts.join(" … "), SHOWN)
}

/// Whom it names or who says it; of a quote without a known speaker the words that name one.
fn name(document: &Document, body: &Body) -> Option<Rc<str>> {
    let entity = body.entity().and_then(|id| document.entity(id)).map(|entity| Rc::from(&*entity.name));
    match body {
        Body::Mention(MentionBody { .. }) => entity,
        Body::Quote(QuoteBody { speaker, .. }) => {
            entity.or_else(|| speaker.map(|words| excerpt(document.source().slice(words), SHOWN)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Command, LabelId, Session};
    use crate::text::{Source, TextSize};

    const TEXT: &str = "Ana Lee met Bo Day in Oslo.\n\n“We go,” Lee said, and Cy Fox came too.";

    fn range(session: &Session, words: &str) -> TextRange {
        let (before, _) = session.document().source().text().split_once(words).expect("the words");
        let start = TextSize::of(before);
        TextRange::new(start, start + TextSize::of(words))
    }

    fn mark(session: &mut Session, words: &str, label: LabelId) -> AnnotationId {
        let ranges = vec![range(session, words)];
        let command = Command::AddMentions { ranges, label, entity: None };
        session.run(command).expect("a mark").select.expect("what was marked")
    }

    fn start() -> (Session, [AnnotationId; 3]) {
        let mut session = Session::new(Document::new(Source::new(TEXT)));
        let ana = mark(&mut session, "Ana Lee", LabelId::PERSON);
        let oslo = mark(&mut session, "Oslo", LabelId::PERSON);
        let parts = vec![range(&session, "“We go,”")];
        let quote = session.run(Command::AddQuote { parts, kind: QuoteKind::Direct }).expect("a quote").select;
        (session, [ana, oslo, quote.expect("the quote")])
    }

    /// Each line in short.
    fn told(old: &Document, new: &Document) -> Vec<String> {
        let lines = compare(old, new).lines;
        let fate = |line: &Line| match &line.fate {
            Became::Added => "+".to_owned(),
            Became::Gone => "-".to_owned(),
            Became::Changed(aspects) => format!("{aspects:?}"),
        };
        lines.iter().map(|line| format!("{} {}", line.words, fate(line))).collect()
    }

    #[test]
    fn the_same_is_no_difference() {
        let (session, _) = start();
        assert!(compare(session.document(), session.document()).is_empty());
    }

    #[test]
    fn each_change_is_told_with_the_words_it_is_about() {
        let (base, [ana, oslo, quote]) = start();
        let table: [(Command, &str); 8] = [
            (Command::Remove(vec![ana]), "Ana Lee -"),
            (Command::Relabel { ids: vec![oslo], label: LabelId::PLACE }, "Oslo [What(Label(\"PERSON\"))]"),
            (Command::Reject(vec![oslo]), "Oslo -"),
            (Command::SetNote { id: ana, note: "rang".into() }, "Ana Lee [Note(\"\", \"rang\")]"),
            (
                Command::SetStatus { ids: vec![quote], status: CheckStatus::Disputed },
                "“We go,” [Status(Unchecked, Disputed)]",
            ),
            (Command::SetQuoteKind { id: quote, kind: QuoteKind::Partial }, "“We go,” [What(Quote(Direct))]"),
            (Command::Retarget { id: ana, part: 0, range: range(&base, "Lee") }, "Lee [Words(\"Ana Lee\")]"),
            (
                Command::AddMentions { ranges: vec![range(&base, "Cy Fox")], label: LabelId::PERSON, entity: None },
                "Cy Fox +",
            ),
        ];
        for (command, expected) in table {
            let mut session = base.clone();
            session.run(command).expect("it runs");
            assert_eq!(told(base.document(), session.document()), [expected]);
        }
    }

    #[test]
    fn a_speaker_is_told_at_the_quote_and_a_new_name_once() {
        let (base, [ana, _, quote]) = start();
        let mut session = base.clone();
        let entity = session.document().annotation(ana).and_then(|annotation| annotation.body.entity());
        let id = entity.expect("whom it names");
        session.run(Command::SetSpeaker { id: quote, entity, mention: None }).expect("a speaker");
        assert_eq!(told(base.document(), session.document()), ["“We go,” [Belongs(None, Some(\"Ana Lee\"))]"]);
        let before = session.clone();
        session.run(Command::RenameEntity { id, name: "Dr Lee".into() }).expect("a name");
        let comparison = compare(before.document(), session.document());
        assert_eq!(comparison.renamed, [("Ana Lee".into(), "Dr Lee".into())]);
        assert_eq!(comparison.lines, []);
    }

    #[test]
    fn in_another_text_annotations_are_known_by_their_words() {
        let (base, [_, oslo, _]) = start();
        let mut session = base.clone();
        let text = TEXT.replace("Ana Lee met", "On Monday, somebody met").replace("Oslo", "Oslo again");
        let version = carry(session.document(), Source::new(text)).document;
        session.edit_text(&version).expect("another text");
        let comparison = compare(base.document(), session.document());
        assert_eq!(comparison.words, [4, 2]);
        assert_eq!(comparison.lines.len(), 1);
        assert_eq!((&*comparison.lines[0].words, comparison.lines[0].place), ("Ana Lee", None));
        // And the other way round, with a click that leads to what is there.
        session.run(Command::SetNote { id: oslo, note: "where".into() }).expect("a note");
        let back = compare(session.document(), base.document());
        assert_eq!(back.lines.last().and_then(|line| line.place), Some(Spot::Annotation(oslo)));
    }

    #[test]
    fn what_an_analysis_found_anew_is_the_same_annotation() {
        let (base, [ana, ..]) = start();
        let mut session = base.clone();
        session.run(Command::Remove(vec![ana])).expect("gone");
        mark(&mut session, "Ana Lee", LabelId::PERSON);
        assert_eq!(told(base.document(), session.document()), Vec::<String>::new());
    }
}
