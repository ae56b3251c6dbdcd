//! Scripts of commands: numbers that a session turns into something to do, so that proptest can shrink them.

use std::sync::Arc;

use article_annotator::analysis::{
    Analysis, EngineTag, Entity, EntityIndex, EntityKind, Gender, Mention, Quote, SpeakerMention,
};
use article_annotator::document::{
    AnnotationId, CheckStatus, Command, Document, EntityId, Label, LabelId, Review, Session, Shape, Snap,
};
use article_annotator::text::{Source, TextRange};
use article_annotator::vocabulary::{BlockKind, Confidence, Evidence, Language, QuoteKind};
use proptest::prelude::*;

/// One step of a script.
pub(crate) type Op = (u8, u16, u16, u16);

pub(crate) fn op() -> impl Strategy<Value = Op> {
    (0_u8..32, any::<u16>(), any::<u16>(), any::<u16>())
}

pub(crate) fn script() -> impl Strategy<Value = Vec<Op>> {
    prop::collection::vec(op(), 0..40)
}

/// Texts with what breaks offsets: nothing, marks of several languages, emoji, combining marks, other scripts, blanks.
pub(crate) const TEXTS: &[&str] = &[
    "",
    " \n \n",
    "Ana Díaz said on Monday, “Prices rose in Lyon.”\nDíaz left Lyon. “It is,” the minister added, “over.”\n\nAna went on.",
    "📰 👩‍👩‍👧 Jose\u{301} and José met in Lyon\u{a0}— “yes 👍🏽” said Jose\u{301}.\nLyon Lyon Lyon",
    "习近平在北京说：「你好」。北京\nשלום Ana שלום",
];

fn pick<T: Copy>(all: &[T], n: u16) -> Option<T> {
    (!all.is_empty()).then(|| all[usize::from(n) % all.len()])
}

fn range(document: &Document, a: u16, b: u16) -> Option<TextRange> {
    let len = document.source().text().len() as u32;
    let start = u32::from(a) % (len + 1);
    let end = (start + u32::from(b) % 12).min(len);
    let raw = TextRange::at(start, end);
    match a % 8 {
        // Now and then as a broken page would send it: commands must refuse, never panic.
        0 => Some(raw),
        1 | 2 => document.snap(raw, Snap::Characters),
        3 => document.snap(raw, Snap::Quote),
        _ => document.snap(raw, Snap::Words),
    }
}

fn label(n: u16) -> LabelId {
    LabelId(n % 5)
}

/// What a step of a script asks of this session; `None` when there is nothing to ask.
pub(crate) fn command(session: &Session, (kind, a, b, c): Op) -> Option<Command> {
    let document = session.document();
    let ids: Vec<AnnotationId> = document.annotations().map(|x| x.id).collect();
    let entities: Vec<EntityId> = document.all_entities().map(|e| e.id).collect();
    let id = pick(&ids, a);
    let some = || vec![pick(&ids, a), pick(&ids, b)].into_iter().flatten().collect::<Vec<_>>();
    let quote_kind =
        [QuoteKind::Direct, QuoteKind::Partial, QuoteKind::Indirect, QuoteKind::NotQuote][usize::from(c % 4)];
    Some(match kind {
        0 | 1 => Command::AddMentions { ranges: vec![range(document, a, b)?], label: label(c), entity: None },
        2 => {
            let range = range(document, a, b)?;
            document.source().text().get(std::ops::Range::from(range))?;
            let mut ranges = document.other_occurrences(range);
            ranges.push(range);
            Command::AddMentions { ranges, label: label(c), entity: pick(&entities, c).filter(|_| c % 3 == 0) }
        }
        3 | 4 => {
            let parts = vec![range(document, a, b), range(document, b, c)].into_iter().flatten().collect();
            Command::AddQuote { parts, kind: quote_kind }
        }
        5 => Command::Remove(some()),
        6 => Command::Retarget { id: id?, part: usize::from(c % 2), range: range(document, b, c)? },
        7 => Command::AddPart { id: id?, range: range(document, b, c)? },
        8 => Command::RemovePart { id: id?, part: usize::from(c % 3) },
        9 => Command::Relabel { ids: document.same_words(id?), label: label(b) },
        10 => Command::Relabel { ids: some(), label: label(c) },
        11 => Command::SetQuoteKind { id: id?, kind: quote_kind },
        12 => Command::QuoteToMention { id: id?, label: label(b) },
        13 => Command::SetSpeaker { id: id?, entity: pick(&entities, b), mention: range(document, b, c) },
        14 => Command::SetCue { id: id?, cue: range(document, b, c) },
        15 => Command::RenameEntity { id: pick(&entities, a)?, name: format!("Name {}", b % 4).into() },
        16 => Command::RelabelEntity { id: pick(&entities, a)?, label: label(b) },
        17 => Command::MergeEntities { from: vec![pick(&entities, a)?], into: pick(&entities, b)? },
        18 => Command::MoveMentions { ids: some(), into: pick(&entities, c).filter(|_| c % 2 == 0) },
        19 => Command::RemoveEntity(pick(&entities, a)?),
        20 => Command::Accept(some()),
        21 => Command::Reject(some()),
        22 => Command::Accept(sure(document, Confidence::permille(a % 1000))),
        23 => Command::Unreview(some()),
        24 => Command::SetNote { id: id?, note: ["", "check 📰", " "][usize::from(b % 3)].into() },
        25 => Command::SetStatus { ids: some(), status: CheckStatus::Disputed },
        26 => Command::SetBlock { paragraph: u32::from(a % 5), kind: BlockKind::Furniture },
        27 => {
            let key = ['x', 'y'][usize::from(b % 2)];
            let label = Label { name: format!("OWN{}", b % 3).into(), key: Some(key), color: 5, shape: Shape::Wavy };
            Command::PutLabel { id: None, label }
        }
        28 => Command::RemoveLabel { id: LabelId(a % 6), into: Some(LabelId(c % 6)).filter(|_| b % 2 == 0) },
        29 => Command::SetTitle(format!("Title {a}").into()),
        30 => Command::SetLanguage([None, Language::from_tag("de"), Some(Language::ENGLISH)][usize::from(a % 3)]),
        _ => Command::ApplyAnalysis(Arc::new(analysis(document.source(), u32::from(a), u32::from(b)))),
    })
}

/// The suggestions that are at least so sure.
fn sure(document: &Document, least: Confidence) -> Vec<AnnotationId> {
    let certain = Confidence::permille(1000);
    let open = document.annotations().filter(|a| a.review == Review::Suggested);
    open.filter(|a| a.confidence.unwrap_or(certain) >= least).map(|a| a.id).collect()
}

/// An analysis of made-up findings: every `step`-th word is a name, every paragraph a quote.
pub(crate) fn analysis(source: &Source, seed: u32, step: u32) -> Analysis {
    let document = Document::new(source.clone());
    let kinds = [EntityKind::Person, EntityKind::Place, EntityKind::Organization];
    let mut out =
        Analysis { engine: EngineTag { version: "test".into(), model: seed.to_string() }, ..Analysis::default() };
    out.blocks = source
        .paragraphs()
        .iter()
        .enumerate()
        .map(|(i, _)| if i == 0 { BlockKind::Headline } else { BlockKind::Body })
        .collect();
    let evidence = || vec![Evidence::new("made-up", "word")];
    let mut at = seed % 7;
    let mut end = 0;
    while (at as usize) < source.text().len() {
        let found = document.snap(TextRange::at(at, (at + 1).min(source.text().len() as u32)), Snap::Words);
        at += 3 + (step % 9);
        let Some(range) = found.filter(|r| r.start().get() >= end) else { continue };
        end = range.end().get();
        let words = source.slice(range);
        let known = out.entities.iter().position(|e| &*e.name == words);
        let entity = known.unwrap_or_else(|| {
            let kind = kinds[(words.len() + seed as usize) % 3];
            out.entities.push(Entity {
                kind,
                name: words.into(),
                mentions: vec![],
                gender: Gender::Unknown,
                roles: vec![],
                place: None,
            });
            out.entities.len() - 1
        });
        out.entities[entity].mentions.push(out.mentions.len() as u32);
        let confidence = Confidence::permille((range.start().get() as u16).wrapping_mul(131) % 1000);
        let kind = out.entities[entity].kind;
        out.mentions.push(Mention { range, kind, entity: EntityIndex::new(entity), confidence, evidence: evidence() });
    }
    for &paragraph in source.paragraphs() {
        let Some(part) = document.snap(paragraph, Snap::Quote) else { continue };
        let speaker = out.mentions.first().map(|m| SpeakerMention { range: m.range, entity: Some(m.entity) });
        out.quotes.push(Quote {
            kind: QuoteKind::Direct,
            parts: vec![part],
            cue: None,
            speaker,
            candidates: out
                .mentions
                .iter()
                .take(3)
                .map(|m| article_annotator::analysis::Candidate {
                    entity: Some(m.entity),
                    range: m.range,
                    score: Confidence::permille(333),
                    evidence: evidence().remove(0),
                })
                .collect(),
            confidence: Confidence::permille(500),
            evidence: vec![],
            unclosed: false,
        });
    }
    out
}

/// A session after a script, and how many of its commands were taken.
pub(crate) fn play(text: &str, script: &[Op]) -> (Session, usize) {
    let mut session = Session::new(Document::new(Source::new(text)));
    let taken = script.iter().filter(|op| command(&session, **op).is_some_and(|c| session.run(c).is_ok())).count();
    (session, taken)
}
