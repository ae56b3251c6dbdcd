//! Taking over an analysis: replaces the suggestions nobody touched, keeps everything a person did.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::analysis::{Analysis, EntityIndex, EntityKind};
use crate::document::check::is_whole;
use crate::document::run::edit::Edit;
use crate::document::run::settings;
use crate::document::words::spans::Spans;
use crate::document::{
    Annotation, AnnotationId, Body, Change, CheckStatus, CommandError, Document, EngineInfo, Entity, EntityId, LabelId,
    MentionBody, Origin, Outcome, Place, QuoteBody, Review, SpeakerCandidate, StepKind,
};
use crate::text::{InOrder as _, Source, TextRange};
use crate::vocabulary::{Confidence, Evidence};

/// Bytes of context on each side by which a rejected suggestion is known again.
const CONTEXT: usize = 48;

/// Mentions by range and label, quotes by their parts: what makes two suggestions the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Mention(TextRange, LabelId),
    Quote(Arc<[TextRange]>),
}

impl Key {
    fn of(body: &Body) -> Self {
        match body {
            Body::Mention(mention) => Self::Mention(mention.range, mention.label),
            Body::Quote(quote) => Self::Quote(Arc::clone(&quote.parts)),
        }
    }

    fn label(&self) -> Option<LabelId> {
        match self {
            Self::Mention(_, label) => Some(*label),
            Self::Quote(_) => None,
        }
    }

    fn first(&self) -> TextRange {
        match self {
            Self::Mention(range, _) => *range,
            Self::Quote(parts) => parts[0],
        }
    }
}

/// What stood in the document before the analysis came.
struct Before {
    /// Suggestions nobody touched: they give their ids to the same suggestions of the new analysis.
    untouched: BTreeMap<Key, AnnotationId>,
    /// Live annotations, touched or not.
    live: BTreeSet<Key>,
    /// Names a person has a hand in. Own labels may nest with the engine's, the built-in ones not.
    names: Spans,
    exact_names: BTreeSet<TextRange>,
    quotes: Spans,
    /// Rejected as found.
    rejected: BTreeSet<Key>,
    /// Rejected, by words and context: the same words in the same surroundings, elsewhere.
    rejected_contexts: BTreeSet<(Option<LabelId>, usize, String)>,
    /// Changed, then rejected: nothing of the kind may come back there.
    discarded_names: Spans,
    discarded_quotes: Spans,
    /// The clusters of each live name, and whether a person has a hand in the name.
    clusters: BTreeMap<TextRange, Vec<(EntityId, bool)>>,
}

impl Before {
    fn new(document: &Document) -> Self {
        let (mut names, mut quotes, mut gone_names, mut gone_quotes) = (vec![], vec![], vec![], vec![]);
        let mut before = Self {
            untouched: BTreeMap::new(),
            live: BTreeSet::new(),
            names: Spans::default(),
            exact_names: BTreeSet::new(),
            quotes: Spans::default(),
            rejected: BTreeSet::new(),
            rejected_contexts: BTreeSet::new(),
            discarded_names: Spans::default(),
            discarded_quotes: Spans::default(),
            clusters: BTreeMap::new(),
        };
        for annotation in document.annotations() {
            let key = Key::of(&annotation.body);
            let parts = annotation.body.parts();
            if !annotation.is_live() {
                if annotation.origin == Origin::Person {
                    if key.label().is_some() { &mut gone_names } else { &mut gone_quotes }.extend_from_slice(parts);
                }
                before.rejected_contexts.insert(context(document.source(), &key));
                before.rejected.insert(key);
                continue;
            }
            if let Some(MentionBody { range, entity: Some(entity), .. }) = annotation.body.mention() {
                before.clusters.entry(*range).or_default().push((*entity, !annotation.is_untouched()));
            }
            before.live.insert(key.clone());
            if annotation.is_untouched() {
                before.untouched.insert(key, annotation.id);
                continue;
            }
            match key {
                Key::Quote(_) => quotes.extend_from_slice(parts),
                Key::Mention(range, label) => {
                    before.exact_names.insert(range);
                    if label <= LabelId::ORGANIZATION {
                        names.push(range);
                    }
                }
            }
        }
        before.names = Spans::new(names);
        before.quotes = Spans::new(quotes);
        before.discarded_names = Spans::new(gone_names);
        before.discarded_quotes = Spans::new(gone_quotes);
        before
    }

    /// Whether a person's work forbids this suggestion.
    fn forbids(&self, source: &Source, key: &Key) -> bool {
        if self.rejected.contains(key) {
            return true;
        }
        if self.rejected_contexts.contains(&context(source, key)) && !self.live.contains(key) {
            return true;
        }
        match key {
            Key::Mention(range, _) => {
                self.names.overlaps(*range) || self.exact_names.contains(range) || self.discarded_names.overlaps(*range)
            }
            Key::Quote(parts) => {
                parts.iter().any(|&place| self.quotes.overlaps(place) || self.discarded_quotes.overlaps(place))
            }
        }
    }
}

/// Kind, words and surroundings: the text around the first part, and where in it the part starts.
fn context(source: &Source, key: &Key) -> (Option<LabelId>, usize, String) {
    let (text, range) = (source.text(), key.first());
    let start = text.floor_char_boundary(range.start().index().saturating_sub(CONTEXT));
    let end = text.ceil_char_boundary((range.end().index() + CONTEXT).min(text.len()));
    (key.label(), range.start().index() - start, text[start..end].to_owned())
}

fn label_of(kind: EntityKind) -> LabelId {
    match kind {
        EntityKind::Person => LabelId::PERSON,
        EntityKind::Place => LabelId::PLACE,
        EntityKind::Organization => LabelId::ORGANIZATION,
    }
}

/// Replaces untouched suggestions by those of the analysis, as one step.
///
/// Kept: everything a person made, changed, accepted, rejected or noted; clusters and names a person chose. A
/// suggestion that is found again keeps its id, a cluster found again its id too.
pub(crate) fn apply_analysis(edit: &mut Edit, analysis: &Analysis) -> Result<Outcome, CommandError> {
    if analysis.blocks.len() != edit.document.blocks().len() {
        return Err(CommandError::OtherText);
    }
    let before = Before::new(&edit.document);
    for (i, &kind) in analysis.blocks.iter().enumerate() {
        let paragraph = i as u32;
        let known = edit.document.chosen.contains(&paragraph) || edit.document.told.contains(&paragraph);
        if !known && edit.document.blocks[i] != kind {
            edit.put(Change::Block { paragraph, kind, chosen: false });
        }
    }
    settings::find_language(edit, analysis.language);
    let mut mapped = known_clusters(edit, analysis, &before);
    let mut put = BTreeSet::new();
    let mut suggestions = Vec::new();
    for mention in &analysis.mentions {
        if !is_whole(edit.document.source(), mention.range) {
            continue;
        }
        let Some(cluster) = analysis.entities.get(mention.entity.index()) else { continue };
        let range = mention.range;
        let found = Key::Mention(range, label_of(mention.kind));
        if before.forbids(edit.document.source(), &found) {
            continue;
        }
        let entity = match (chosen_cluster(edit, &before, range), mapped[mention.entity.index()]) {
            (Some(id), _) | (None, Some(id)) => id,
            (None, None) => {
                let id = edit.new_cluster(label_of(cluster.kind), &cluster.name);
                mapped[mention.entity.index()] = Some(id);
                id
            }
        };
        let label = edit.entity(entity)?.label;
        let key = Key::Mention(range, label);
        if before.forbids(edit.document.source(), &key) || put.contains(&key) {
            continue;
        }
        let body = Body::Mention(MentionBody { range, label, entity: Some(entity) });
        suggestions.extend(suggestion(edit, &before, &key, body, mention.confidence, &mention.evidence));
        put.insert(key);
    }
    edit.put_annotations(suggestions);
    remove_stale(edit, &before, &put, |key| key.label().is_some());
    name_clusters(edit, analysis, &mapped)?;
    // A cluster whose mentions a person rejected is nobody; stale quotes do not make it somebody.
    let known = named_or_chosen(edit);
    for slot in &mut mapped {
        *slot = slot.filter(|id| known.contains(id));
    }
    let mut suggestions = Vec::new();
    for quote in &analysis.quotes {
        let Some(body) = quote_body(edit, quote, &mapped) else { continue };
        let body = Body::Quote(body);
        let key = Key::of(&body);
        if !before.forbids(edit.document.source(), &key) && put.insert(key.clone()) {
            suggestions.extend(suggestion(edit, &before, &key, body, quote.confidence, &quote.evidence));
        }
    }
    edit.put_annotations(suggestions);
    remove_stale(edit, &before, &put, |key| key.label().is_none());
    let tag = &analysis.engine;
    let engine = EngineInfo { version: tag.version.as_str().into(), model: tag.model.as_str().into() };
    edit.put(Change::Engine(Some(Arc::new(engine))));
    Ok(Outcome { action: StepKind::Analyze, count: put.len(), select: None })
}

/// Clusters with a mention, or with a quote that a person has a hand in.
fn named_or_chosen(edit: &Edit) -> BTreeSet<EntityId> {
    let live = edit.document.annotations().filter(|annotation| annotation.is_live());
    live.filter_map(|annotation| match &annotation.body {
        Body::Mention(mention) => mention.entity,
        Body::Quote(quote) => quote.entity.filter(|_| !annotation.is_untouched()),
    })
    .collect()
}

/// `None` where the document has it already: what did not change keeps its allocation, so that the view sees an untouched
/// paragraph.
fn suggestion(
    edit: &mut Edit,
    before: &Before,
    key: &Key,
    body: Body,
    confidence: Confidence,
    evidence: &[Evidence],
) -> Option<Annotation> {
    let id = before.untouched.get(key).copied().unwrap_or_else(|| edit.new_id());
    let annotation = Annotation {
        id,
        body,
        origin: Origin::Engine,
        review: Review::Suggested,
        confidence: Some(confidence),
        evidence: evidence.into(),
        note: "".into(),
        status: CheckStatus::Unchecked,
    };
    edit.document.annotation(id).is_none_or(|old| **old != annotation).then_some(annotation)
}

fn remove_stale(edit: &mut Edit, before: &Before, put: &BTreeSet<Key>, of_kind: impl Fn(&Key) -> bool) {
    let stale = before.untouched.iter().filter(|(key, _)| of_kind(key) && !put.contains(key));
    edit.remove_annotations(stale.map(|(_, &id)| id));
}

/// The cluster a person chose for these words.
fn chosen_cluster(edit: &Edit, before: &Before, range: TextRange) -> Option<EntityId> {
    let mut found = before.clusters.get(&range)?.iter().map(|(id, _)| *id);
    found.find(|&id| edit.document.entity(id).is_some_and(|entity| entity.by_person))
}

/// For each cluster of the analysis the cluster of the document that it is: the one most of its mentions belonged
/// to, else the one of its name. Only a cluster that a person chose can be several of the analysis, or of another
/// label.
fn known_clusters(edit: &Edit, analysis: &Analysis, before: &Before) -> Vec<Option<EntityId>> {
    let mut votes: BTreeMap<(usize, EntityId), (bool, usize)> = BTreeMap::new();
    for mention in &analysis.mentions {
        for &(id, touched) in before.clusters.get(&mention.range).into_iter().flatten() {
            let Some(entity) = edit.document.entity(id) else { continue };
            if entity.by_person || entity.label == label_of(mention.kind) {
                let vote = votes.entry((mention.entity.index(), id)).or_default();
                *vote = (vote.0 || touched, vote.1 + 1);
            }
        }
    }
    let by_person = |id: EntityId| edit.document.entity(id).is_some_and(|entity| entity.by_person);
    let rank = |((index, id), (touched, count)): ((usize, EntityId), (bool, usize))| {
        (!touched, !by_person(id), usize::MAX - count, index, id)
    };
    let mut ranked: Vec<_> = votes.into_iter().map(rank).collect();
    ranked.order();
    let mut mapped = vec![None; analysis.entities.len()];
    let mut taken = BTreeSet::new();
    for (_, _, _, i, id) in ranked {
        if let Some(slot @ None) = mapped.get_mut(i)
            && (by_person(id) || !taken.contains(&id))
        {
            *slot = Some(id);
            taken.insert(id);
        }
    }
    let mut by_name: BTreeMap<&str, Vec<&Arc<Entity>>> = BTreeMap::new();
    for entity in edit.document.entities() {
        by_name.entry(&entity.name).or_default().push(entity);
    }
    for (slot, cluster) in mapped.iter_mut().zip(&analysis.entities) {
        if slot.is_some() {
            continue;
        }
        let same = by_name.get(&*cluster.name).into_iter().flatten();
        let fits = |entity: &&&Arc<Entity>| {
            entity.by_person || (entity.label == label_of(cluster.kind) && !taken.contains(&entity.id))
        };
        if let Some(entity) = same.filter(fits).min_by_key(|entity| !entity.by_person) {
            *slot = Some(entity.id);
            taken.insert(entity.id);
        }
    }
    mapped
}

/// Clusters that no person named take name and facts of the analysis.
fn name_clusters(edit: &mut Edit, analysis: &Analysis, mapped: &[Option<EntityId>]) -> Result<(), CommandError> {
    for (cluster, id) in analysis.entities.iter().zip(mapped) {
        let Some(id) = *id else { continue };
        let old = edit.entity(id)?;
        if old.by_person || !edit.document.is_shown(id) {
            continue;
        }
        let place = cluster.place.as_ref().map(|place| Place {
            country: Arc::clone(&place.country),
            kind: place.kind.into(),
            latitude_e2: place.latitude_e2,
            longitude_e2: place.longitude_e2,
            population_rank: place.population_rank,
        });
        let entity = Entity { name: crate::text::one_line(&cluster.name), place, ..(*old).clone() };
        if entity != *old {
            edit.put_entity(entity);
        }
    }
    Ok(())
}

/// A quote of the analysis in the document's terms; `None` when it does not fit the text.
fn quote_body(edit: &Edit, quote: &crate::analysis::Quote, mapped: &[Option<EntityId>]) -> Option<QuoteBody> {
    let source = edit.document.source();
    let whole = |range: &TextRange| is_whole(source, *range);
    let sorted = quote.parts.windows(2).all(|pair| pair[0].end() <= pair[1].start());
    if quote.parts.is_empty() || !sorted || !quote.parts.iter().all(whole) {
        return None;
    }
    let known = |entity: Option<EntityIndex>| entity.and_then(|entity| mapped.get(entity.index()).copied().flatten());
    let candidates =
        quote.candidates.iter().filter(|candidate| whole(&candidate.range)).map(|candidate| SpeakerCandidate {
            entity: known(candidate.entity),
            range: candidate.range,
            score: candidate.score,
            evidence: [candidate.evidence.clone()].into(),
        });
    Some(QuoteBody {
        kind: quote.kind,
        parts: quote.parts.as_slice().into(),
        cue: quote.cue.filter(whole),
        speaker: quote.speaker.map(|speaker| speaker.range).filter(whole),
        entity: known(quote.speaker.and_then(|speaker| speaker.entity)),
        candidates: candidates.collect(),
        unclosed: quote.unclosed,
    })
}
