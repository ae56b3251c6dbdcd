//! The word list at work on an analysis, before the document takes it over.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::analysis::{Analysis, Entity, EntityIndex, EntityKind, Gender, Mention};
use crate::document::wordlist::lines;
use crate::document::wordlist::list::{WordChoice, WordList};
use crate::document::words::occurrences::{is_unspaced, occurrences};
use crate::document::{Document, LabelId, is_whole};
use crate::text::{InOrder as _, Source, TextRange, one_line};
use crate::vocabulary::{BlockKind, Confidence, Evidence};

/// How sure a name of the list is: the person said so, if of another article.
const SURE: Confidence = Confidence::permille(990);

/// The rule that names of the list give as their evidence.
const RULE: &str = "own-list";

fn kind_of(label: LabelId) -> Option<EntityKind> {
    match label {
        LabelId::PERSON => Some(EntityKind::Person),
        LabelId::PLACE => Some(EntityKind::Place),
        LabelId::ORGANIZATION => Some(EntityKind::Organization),
        _ => None,
    }
}

/// Corrects an analysis of `document`: drops mentions that name nothing, marks the words of the list wherever they
/// stand as whole words (page furniture left out), and gives their clusters kind and name of the list.
///
/// A name that the engine found around the words ("Ana Díaz" around "Díaz") stays; one within them gives way. Paragraphs
/// that the list has are set aside before.
pub fn correct(list: &WordList, document: &Document, analysis: &mut Analysis) {
    if list.is_empty() {
        return;
    }
    let source = document.source();
    set_aside(&lines::listed(list, document), source, analysis);
    let words = |range: TextRange| if is_whole(source, range) { one_line(source.slice(range)) } else { "".into() };
    analysis.mentions.retain(|mention| list.get(&words(mention.range)) != Some(&WordChoice::Never));
    mark(list, source, analysis);
    name(list, analysis, &words);
    regroup(analysis);
}

/// Sets paragraphs aside, with the names and quotes in them.
fn set_aside(paragraphs: &[usize], source: &Source, analysis: &mut Analysis) {
    let mut aside: Vec<TextRange> = Vec::new();
    for &index in paragraphs {
        if let (Some(kind), Some(range)) = (analysis.blocks.get_mut(index), source.paragraphs().get(index))
            && kind.is_read()
        {
            *kind = BlockKind::Furniture;
            aside.push(*range);
        }
    }
    let within = |range: TextRange| {
        let next = aside.partition_point(|line| line.end() <= range.start());
        aside.get(next).is_some_and(|line| line.contains_range(range))
    };
    analysis.mentions.retain(|mention| !within(mention.range));
    analysis.quotes.retain(|quote| !quote.parts.iter().all(|part| within(*part)));
}

/// Adds the mentions that the engine did not find.
fn mark(list: &WordList, source: &Source, analysis: &mut Analysis) {
    let mut taken: BTreeSet<TextRange> = analysis.mentions.iter().map(|mention| mention.range).collect();
    let known = runs_of(source.text());
    let mut listed: Vec<_> = list.entries().filter(|(words, _)| runs_of(words).is_subset(&known)).collect();
    // The longest first: "New York Times" before "New York".
    listed.order_by_key(|(words, _)| (std::cmp::Reverse(words.len()), *words));
    for (words, choice) in listed {
        let WordChoice::Name { label, name } = choice else { continue };
        let Some(kind) = kind_of(*label) else { continue };
        let mut entity = None;
        for range in occurrences(source, words) {
            let block = source.paragraph_at(range.start()).and_then(|index| analysis.blocks.get(index));
            if block.is_some_and(|block| !block.is_read()) || !is_whole(source, range) {
                continue;
            }
            let before = range.start().get().saturating_sub(256);
            let near = TextRange::at(before, before);
            let overlapping: Vec<TextRange> = taken
                .range(near..)
                .copied()
                .take_while(|r| r.start() < range.end())
                .filter(|r| r.overlaps(range))
                .collect();
            if overlapping.iter().any(|r| !range.contains_range(*r) || *r == range) {
                continue;
            }
            for inner in overlapping {
                taken.remove(&inner);
                analysis.mentions.retain(|mention| mention.range != inner);
            }
            let index = *entity.get_or_insert_with(|| {
                let new = Entity {
                    kind,
                    name: Arc::clone(name),
                    mentions: Vec::new(),
                    gender: Gender::Unknown,
                    roles: Vec::new(),
                    place: None,
                };
                analysis.entities.push(new);
                EntityIndex::new(analysis.entities.len() - 1)
            });
            taken.insert(range);
            let evidence = vec![Evidence::new(RULE, words)];
            analysis.mentions.push(Mention { range, kind, entity: index, confidence: SURE, evidence });
        }
    }
    analysis.mentions.order_by_key(|mention| mention.range);
}

/// Gives clusters with words of the list kind and name of the list; the first of their words that is in it decides.
fn name(list: &WordList, analysis: &mut Analysis, words: &impl Fn(TextRange) -> Arc<str>) {
    let mut decided: BTreeMap<EntityIndex, (EntityKind, Arc<str>)> = BTreeMap::new();
    for mention in &mut analysis.mentions {
        let words = words(mention.range);
        if let Some(WordChoice::Name { label, name }) = list.get(&words)
            && let Some(kind) = kind_of(*label)
        {
            decided.entry(mention.entity).or_insert_with(|| (kind, Arc::clone(name)));
            if mention.evidence.first().is_none_or(|evidence| evidence.rule != RULE) {
                mention.evidence.insert(0, Evidence::new(RULE, words));
                mention.confidence = SURE;
            }
        }
    }
    for (index, (kind, name)) in decided {
        if let Some(entity) = analysis.entities.get_mut(index.index()) {
            if entity.kind != kind {
                entity.place = None;
            }
            entity.kind = kind;
            entity.name = name;
        }
    }
}

/// All runs of letters and digits of a text, each once: what a long list is compared with before the text is searched.
/// Scripts without spaces have no runs; their words are searched for.
fn runs_of(text: &str) -> BTreeSet<&str> {
    text.split(|character: char| !character.is_alphanumeric() || is_unspaced(character))
        .filter(|run| !run.is_empty())
        .collect()
}

/// Joins clusters of one kind and name, drops those without mentions, and puts all indices right.
fn regroup(analysis: &mut Analysis) {
    let mut first: BTreeMap<(EntityKind, Arc<str>), EntityIndex> = BTreeMap::new();
    let mut used = vec![false; analysis.entities.len()];
    for mention in &analysis.mentions {
        if let Some(slot) = used.get_mut(mention.entity.index()) {
            *slot = true;
        }
    }
    let mut entities: Vec<Entity> = Vec::new();
    let mut moved: Vec<Option<EntityIndex>> = Vec::new();
    for (mut entity, used) in std::mem::take(&mut analysis.entities).into_iter().zip(used) {
        if !used {
            moved.push(None);
            continue;
        }
        let key = (entity.kind, Arc::clone(&entity.name));
        let index = *first.entry(key).or_insert_with(|| {
            entity.mentions.clear();
            entities.push(entity);
            EntityIndex::new(entities.len() - 1)
        });
        moved.push(Some(index));
    }
    let to = |old: EntityIndex| moved.get(old.index()).copied().flatten();
    analysis.mentions.retain_mut(|mention| match to(mention.entity) {
        Some(index) => {
            mention.entity = index;
            mention.kind = entities[index].kind;
            true
        }
        None => false,
    });
    for (mention, i) in analysis.mentions.iter().zip(0..) {
        entities[mention.entity].mentions.push(i);
    }
    analysis.entities = entities;
    for quote in &mut analysis.quotes {
        if let Some(speaker) = &mut quote.speaker {
            speaker.entity = speaker.entity.and_then(to);
        }
        for candidate in &mut quote.candidates {
            candidate.entity = candidate.entity.and_then(to);
        }
    }
}
