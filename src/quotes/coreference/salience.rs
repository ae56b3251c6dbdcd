//! Who is in view at a place of the text: who was named or meant shortly before, where in the sentence, and who spoke last.

use crate::entities::EntityIndex;

use crate::quotes::attribution::conversation::{Spoke, Talk};
use crate::quotes::coreference::apposition::name_in_apposition;
use crate::quotes::coreference::discourse::Discourse;
use crate::quotes::coreference::points::salience;
use crate::quotes::parse::index::{IdVec, ItemId, NominalId};
use crate::quotes::parse::items::Class;

/// An antecedent stands at most so many sentences back.
const MOST_SENTENCES: u32 = 25;
/// And at most so many nominals back.
const MOST_NOMINALS: u32 = 90;
/// Who spoke last is looked for among the words of so many.
const LATEST_QUOTES: usize = 3;
/// Who spoke so many sentences ago, or earlier, need not be the one to go on.
const SPOKE_LATELY: u32 = 4;

/// A mention, read before, of somebody who may be meant again.
#[derive(Clone, Copy, Debug)]
struct Antecedent {
    nominal: NominalId,
    entity: EntityIndex,
    /// The nominal begins with "his" or "her" and means what is theirs.
    owner: bool,
    sentence: u32,
    paragraph: u32,
    /// For its place in the sentence.
    points: i32,
    /// Whether it stands as a subject does.
    subject: bool,
}

/// An entity that may be meant, with what speaks for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Referent {
    pub(crate) entity: EntityIndex,
    /// Those of its best mention, and all that is added to them.
    pub(crate) points: i32,
    /// Mentions in view.
    pub(crate) mentions: usize,
    /// Named as a subject in this paragraph since the last quote.
    fresh: bool,
}

/// Who spoke last.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LastSpeaker {
    pub(crate) entity: EntityIndex,
    /// The last item of what they said.
    item: ItemId,
    /// It was a quote.
    pub(crate) marked: bool,
}

/// What was read so far, in order.
pub(crate) struct Salience<'a> {
    discourse: Discourse<'a>,
    talk: Talk,
    antecedents: Vec<Antecedent>,
    /// Whom each nominal means, as far as read.
    meant: IdVec<NominalId, Option<EntityIndex>>,
    /// For each entity one more than its place among the referents that are being counted; else 0.
    places: IdVec<EntityIndex, usize>,
}

impl<'a> Salience<'a> {
    /// Nothing is read yet.
    pub(crate) fn new(discourse: Discourse<'a>, talk: Talk) -> Self {
        Self {
            discourse,
            talk,
            antecedents: Vec::with_capacity(discourse.nominals.len()),
            meant: IdVec::filled(None, discourse.nominals.end()),
            places: IdVec::filled(0, EntityIndex::new(discourse.names.entities.len())),
        }
    }

    /// Whom nominal `index` means, as far as read.
    pub(crate) fn meant(&self, index: NominalId) -> Option<EntityIndex> {
        self.meant.get(index).copied().flatten()
    }

    /// Takes in that nominal `index` means `entity` and begins with a word for `owner` ("her"). Nominals come in order.
    pub(crate) fn take_in(&mut self, index: NominalId, entity: Option<EntityIndex>, owner: Option<EntityIndex>) {
        self.meant[index] = entity;
        // Later ones are read first: the owner before what is theirs.
        self.antecedents.extend(entity.map(|entity| self.antecedent(index, entity, false)));
        self.antecedents.extend(owner.map(|entity| self.antecedent(index, entity, true)));
    }

    /// `entity` as it stands at nominal `index`.
    fn antecedent(&self, index: NominalId, entity: EntityIndex, owner: bool) -> Antecedent {
        let (discourse, nominal) = (self.discourse, &self.discourse.nominals[index]);
        let item = discourse.first_item(nominal);
        let before = discourse.class_before(nominal);
        // "For Raimunda Sousa, the science was simple."
        let fronted = before == Class::Preposition && discourse.words.begins(nominal.first - 1);
        let subject = fronted
            || discourse.words.begins(nominal.first)
            || matches!(before, Class::Comma | Class::Conjunction | Class::Subordinator);
        let behind_preposition = before == Class::Preposition && !fronted;
        let points = [
            (subject, salience::SUBJECT),
            (nominal.possessive, salience::POSSESSOR),
            (behind_preposition, salience::BEHIND_PREPOSITION),
        ];
        let points = points.iter().filter(|(holds, _)| *holds).map(|(_, points)| points).sum();
        let (sentence, paragraph) = (item.sentence, item.paragraph);
        Antecedent { nominal: index, entity, owner, sentence, paragraph, points, subject }
    }

    /// The speaker of the last quote before nominal `index`.
    pub(crate) fn last_speaker(&self, index: NominalId) -> Option<LastSpeaker> {
        let first = self.discourse.nominals[index].first;
        let behind = self.talk.spoke.partition_point(|spoke| spoke.last < first);
        let words = self.discourse.words;
        let (here, says) = (words.items[first].paragraph, words.items.get(first + 1).and_then(|item| item.speech));
        // Without marks, who spoke goes on in that paragraph, and in the next if it begins "he said".
        let goes_on = |spoke: &&Spoke| {
            let paragraph = words.items[spoke.last].paragraph;
            spoke.marked || paragraph == here || paragraph + 1 == here && words.begins(first) && says.is_some()
        };
        let known = |spoke: &Spoke| {
            let entity = self.meant(spoke.speaker).or_else(|| name_in_apposition(self.discourse, spoke.speaker));
            let entity = entity.filter(|_| spoke.speaker < index)?;
            Some(LastSpeaker { entity, item: spoke.last, marked: spoke.marked })
        };
        self.talk.spoke[..behind].iter().rev().filter(goes_on).take(LATEST_QUOTES).find_map(known)
    }

    /// Finds whom the text before nominal `index` speaks of, into `out`, and adds those `afar` that it does not.
    pub(crate) fn in_view(
        &mut self,
        index: NominalId,
        last: Option<LastSpeaker>,
        afar: impl Iterator<Item = EntityIndex>,
        out: &mut Vec<Referent>,
    ) {
        out.clear();
        self.nearby(index, last, out);
        for entity in afar {
            if self.places[entity] == 0 {
                out.push(Referent { entity, points: 0, mentions: 0, fresh: false });
            }
        }
        for referent in out.iter() {
            self.places[referent.entity] = 0;
        }
    }

    /// Whom the text shortly before nominal `index` speaks of.
    fn nearby(&mut self, index: NominalId, last: Option<LastSpeaker>, out: &mut Vec<Referent>) {
        let nominals = self.discourse.nominals;
        let here = self.discourse.first_item(&nominals[index]);
        let behind = self.antecedents.partition_point(|antecedent| antecedent.nominal < index);
        let near = self.antecedents[..behind].iter().rev();
        for antecedent in near.take_while(|antecedent| antecedent.nominal + MOST_NOMINALS >= index) {
            let sentences = here.sentence.saturating_sub(antecedent.sentence);
            if sentences > MOST_SENTENCES && !antecedent.owner {
                break;
            }
            let paragraphs = here.paragraph.saturating_sub(antecedent.paragraph);
            let points = antecedent.points_from(sentences, paragraphs);
            let fresh = !antecedent.owner
                && paragraphs == 0
                && antecedent.subject
                && last.is_none_or(|last| last.item < nominals[antecedent.nominal].first);
            let place = &mut self.places[antecedent.entity];
            if let Some(known) = place.checked_sub(1).and_then(|at| out.get_mut(at)) {
                known.points = known.points.max(points);
                known.fresh |= fresh;
                known.mentions += 1;
            } else {
                out.push(Referent { entity: antecedent.entity, points, mentions: 1, fresh });
                *place = out.len();
            }
        }
    }

    /// Takes out those to whom the words of speaker `index` are said, and points from those of whom they are.
    pub(crate) fn bar_partners(&self, index: NominalId, referents: &mut Vec<Referent>) {
        let against = self.talk.against.as_slice();
        let from = against.partition_point(|against| against.speaker < index);
        let to = from + against[from..].partition_point(|against| against.speaker == index);
        let named = &against[from..to];
        if !named.is_empty() {
            referents.retain_mut(|referent| {
                // Named twice counts once; whom they call stands first.
                let first = named.partition_point(|named| named.entity < referent.entity);
                match named.get(first).filter(|named| named.entity == referent.entity).map(|named| named.points) {
                    Some(None) => return false,
                    Some(Some(less)) => referent.points -= less,
                    None => {}
                }
                true
            });
        }
        let from = self.talk.answers.partition_point(|answer| answer.speaker < index);
        let answers =
            self.talk.answers[from..].iter().take_while(|answer| answer.speaker == index && answer.asked < index);
        for answer in answers {
            let Some(entity) = self.meant(answer.asked) else { continue };
            referents.retain(|referent| referent.entity != entity);
        }
    }

    /// Who spoke last goes on, unless the paragraph has turned to somebody else.
    pub(crate) fn favor_last_speaker(&self, index: NominalId, last: LastSpeaker, referents: &mut [Referent]) {
        let words = self.discourse.words;
        let here = self.discourse.sentence(&self.discourse.nominals[index]);
        if here.saturating_sub(words.items[last.item].sentence) > SPOKE_LATELY {
            return;
        }
        let turned = referents.iter().any(|referent| referent.entity != last.entity && referent.fresh);
        if let Some(speaker) = referents.iter_mut().find(|referent| referent.entity == last.entity) {
            speaker.points += if turned { salience::LAST_SPEAKER_LEFT } else { salience::LAST_SPEAKER };
        }
    }
}

impl Antecedent {
    /// What speaks for it so many sentences and paragraphs further on.
    fn points_from(&self, sentences: u32, paragraphs: u32) -> i32 {
        let times = |count: u32, most: u32| i32::try_from(count.min(most)).unwrap_or(0);
        let sentences = salience::SENTENCE_BETWEEN * times(sentences, MOST_SENTENCES);
        let paragraphs = salience::PARAGRAPH_BETWEEN * times(paragraphs, salience::MOST_PARAGRAPHS);
        if self.owner {
            (salience::OWNER - sentences).max(0)
        } else {
            (salience::MENTION - sentences - paragraphs).max(0) + self.points
        }
    }
}

/// Points for so many mentions.
pub(crate) fn points_for_mentions(count: usize) -> i32 {
    let most = count.min(salience::MOST_MENTIONS);
    i32::try_from(most).unwrap_or(0) * salience::EACH_MENTION
}
