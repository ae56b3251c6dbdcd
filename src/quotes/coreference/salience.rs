//! Which of the people named so far is meant: nearness, place in the sentence, who speaks and who the text is about.

use crate::entities::{Entity, EntityIndex, EntityKind, Gender};
use crate::lexicon::grammar::clauses::SENTENCE_OPENERS;
use crate::lexicon::roles::Bearer;

use crate::quotes::attribution::conversation::{Against, Answer, Spoke};
use crate::quotes::coreference::resolution::{Resolution, Told};
use crate::quotes::coreference::resolver::Resolver;
use crate::quotes::parse::index::{IdRange, IdVec, ItemId, NominalId};
use crate::quotes::parse::items::Class;
use crate::quotes::parse::nominals::Kind;

/// How far ahead the best must be.
const MARGIN: i32 = 6;
/// How many sentences back a name may stand.
const BACK: u32 = 25;
/// How many nominals back.
const LOOK: u32 = 90;

/// Somebody who has been named or meant.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen {
    pub(crate) nominal: NominalId,
    pub(crate) entity: EntityIndex,
    /// The nominal begins with "his" or "her" and means what is theirs.
    pub(crate) owner: bool,
    pub(crate) sentence: u32,
    pub(crate) paragraph: u32,
    /// Points for its place in the sentence.
    pub(crate) bonus: i32,
    /// Whether it stands as a subject does.
    pub(crate) subject: bool,
}

/// What speaks for one entity.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Points {
    pub(crate) entity: EntityIndex,
    /// Of its best mention.
    pub(crate) value: i32,
    /// Named in this paragraph since the last quote.
    pub(crate) fresh: bool,
    pub(crate) mentions: i32,
}

/// Who can be meant from afar.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Reach<'l> {
    /// Everybody.
    All,
    /// These, in order: the others would not agree.
    Listed(&'l [EntityIndex]),
}

impl<'a> Resolver<'a> {
    /// Reads the nominals in order, so that a pronoun hands its person on to the next one.
    pub(crate) fn read(&mut self) {
        self.reading = true;
        let words = self.words;
        for index in self.nominals.ids() {
            let n = &self.nominals[index];
            if words.in_byline(n.first) {
                continue;
            }
            let owner = match words.class(n.first) {
                Class::Possessive => match words.str(n.first) {
                    "his" | "His" => self.person(index, "his", Gender::Masculine).entity,
                    "her" | "Her" if n.end > n.first + 1 => self.person(index, "her", Gender::Feminine).entity,
                    _ => None,
                },
                _ => None,
            };
            let entity = match n.kind {
                Kind::Pronoun if self.ahead_of_its_name(index) => None,
                Kind::Person | Kind::Organization => n.entity,
                Kind::Pronoun | Kind::Weak | Kind::Capital => self.resolve(index).entity,
                Kind::Role => {
                    let one = n.role.is_some_and(|r| !r.plural && !matches!(r.bearer, Bearer::Body | Bearer::Medium));
                    if one { self.resolve(index).entity } else { None }
                }
                Kind::Place | Kind::Phrase => None,
            };
            self.means[index] = entity;
            // Later ones are read first: the owner before what is theirs.
            self.seen.extend(entity.map(|entity| self.look_at(index, entity, false)));
            self.seen.extend(owner.map(|entity| self.look_at(index, entity, true)));
        }
        self.reading = false;
    }

    /// `entity` as it stands at nominal `index`.
    fn look_at(&self, index: NominalId, entity: EntityIndex, owner: bool) -> Seen {
        let words = self.words;
        let n = &self.nominals[index];
        let first = n.first;
        let item = &words.items[first];
        let before = words.class_before(first);
        // "For Raimunda Sousa, the science was simple."
        let fronted = before == Class::Preposition && words.begins(first - 1);
        let subject =
            fronted || words.begins(first) || matches!(before, Class::Comma | Class::Conjunction | Class::Subordinator);
        let mut bonus = if subject { 7 } else { 0 };
        bonus -= if n.possessive { 4 } else { 0 };
        bonus -= if before == Class::Preposition && !fronted { 4 } else { 0 };
        let (sentence, paragraph) = (item.sentence, item.paragraph);
        Seen { nominal: index, entity, owner, sentence, paragraph, bonus, subject }
    }

    /// "Asked what she would do, the champion …": the pronoun means who follows.
    fn ahead_of_its_name(&self, index: NominalId) -> bool {
        let words = self.words;
        let at = self.nominals[index].first;
        let mut first = at;
        while first > ItemId::FIRST && at - first < 12 && words.together(first - 1, at) {
            first -= 1;
        }
        let opens = SENTENCE_OPENERS.contains(&words.str(first));
        opens && first < at && !first.to(at).iter().any(|i| words.class(i) == Class::Comma)
    }

    /// The speaker of the last quote before nominal `index` and the last item of that quote.
    fn last_speaker(&self, index: NominalId) -> Option<(EntityIndex, ItemId)> {
        let first = self.nominals[index].first;
        let behind = self.talk.spoke.partition_point(|s| s.last < first);
        let known = |spoke: &Spoke| {
            let entity = *self.means.get(spoke.speaker).filter(|_| spoke.speaker < index)?;
            entity.map(|e| (e, spoke.last))
        };
        self.talk.spoke[..behind].iter().rev().take(3).find_map(known)
    }

    /// The nearest person whom "he" or "she" may mean.
    pub(crate) fn person(&self, index: NominalId, word: &'a str, gender: Gender) -> Resolution<'a> {
        self.choose(index, Told::Text(word), Reach::All, |e, known, _| match known {
            _ if e.kind != EntityKind::Person => None,
            Gender::Unknown => Some(0),
            same if same == gender => Some(12),
            _ => None,
        })
    }

    /// The entity with the most points among those that `agree` gives points to, if clearly ahead.
    pub(crate) fn choose(
        &self,
        index: NominalId,
        word: Told<'a>,
        reach: Reach<'_>,
        agree: impl Fn(&Entity, Gender, EntityIndex) -> Option<i32>,
    ) -> Resolution<'a> {
        let words = self.words;
        let here = words.items[self.nominals[index].first];
        let last = self.last_speaker(index);
        let (mut points, mut places) = self.counted.take();
        points.clear();
        self.count_seen(index, last, &mut points, &mut places);
        // Roles reach further than pronouns.
        let far = self.nominals[index].kind == Kind::Role;
        if far {
            // Entities stand in order of their first mention; the latest few introduced are enough.
            let known = self.names.entities.partition_point(|e| {
                let first = e.mentions.first().and_then(|&m| self.names.mentions.get(m as usize));
                first.is_none_or(|m| m.range.start() < here.range.start())
            });
            let latest = IdRange { first: EntityIndex::new(known.saturating_sub(80)), end: EntityIndex::new(known) };
            let mut add = |entity: EntityIndex| {
                if places[entity] == 0 {
                    points.push(Points { entity, value: 0, fresh: false, mentions: 0 });
                }
            };
            match reach {
                Reach::All => latest.iter().for_each(add),
                Reach::Listed(list) => {
                    let from = list.partition_point(|&e| e < latest.first);
                    list[from..].iter().take_while(|&&e| e < latest.end).for_each(|&e| add(e));
                }
            }
        }
        for p in &points {
            places[p.entity] = 0;
        }
        points.retain_mut(|p| {
            let Some(e) = self.names.entities.get(p.entity.index()) else { return false };
            let Some(more) = agree(e, self.genders[p.entity], p.entity) else { return false };
            p.value += more + (e.mentions.len() as i32).min(6) + p.mentions.min(6);
            true
        });
        self.bar_partners(index, &mut points);
        if let Some((speaker, item)) = last
            && here.sentence.saturating_sub(words.items[item].sentence) <= 4
        {
            // Who spoke last goes on, unless the paragraph has turned to somebody else.
            let turned = points.iter().any(|p| p.entity != speaker && p.fresh);
            if let Some(p) = points.iter_mut().find(|p| p.entity == speaker) {
                p.value += if turned { 2 } else { 12 };
            }
        }
        let order = |p: &Points| (std::cmp::Reverse(p.value), p.entity);
        let first = points.iter().min_by_key(|p| order(p));
        let second = points.iter().filter(|p| Some(p.entity) != first.map(|f| f.entity)).map(|p| p.value).max();
        let clear = first.is_some_and(|first| match second {
            None => first.value > if far { 0 } else { 12 },
            // Far from all of them more is needed.
            Some(second) => first.value - second >= if far || first.value >= 36 { MARGIN } else { MARGIN + 8 },
        });
        let entity = first.filter(|_| clear).map(|p| p.entity);
        let mut rivals = Vec::new();
        if !self.reading {
            points.sort_unstable_by_key(order);
            rivals.extend(points.iter().map(|p| (p.entity, p.value)));
        }
        self.counted.set((points, places));
        let rule = if far { "speaker-role" } else { "speaker-pronoun" };
        let why = Some((if clear { rule } else { "speaker-unclear" }, word));
        Resolution { entity, why, rivals }
    }

    /// Takes out those to whom the words of speaker `index` are said, and points from those of whom they are.
    fn bar_partners(&self, index: NominalId, points: &mut Vec<Points>) {
        let from = self.talk.against.partition_point(|a| a.speaker < index);
        let mut last = None;
        for &Against { entity, points: against, .. } in
            self.talk.against[from..].iter().take_while(|a| a.speaker == index)
        {
            match against {
                None => points.retain(|p| p.entity != entity),
                // Named twice counts once.
                Some(less) if last != Some(entity) => {
                    points.iter_mut().filter(|p| p.entity == entity).for_each(|p| p.value -= less);
                }
                Some(_) => {}
            }
            last = Some(entity);
        }
        let from = self.talk.answers.partition_point(|a| a.speaker < index);
        for &Answer { asked, .. } in
            self.talk.answers[from..].iter().take_while(|a| a.speaker == index && a.asked < index)
        {
            let Some(entity) = self.means[asked] else { continue };
            points.retain(|p| p.entity != entity);
        }
    }

    /// Counts for each entity what was seen of it before nominal `index`; `last` is who spoke last and where. `places`
    /// holds one more than each entity's place in `points`.
    fn count_seen(
        &self,
        index: NominalId,
        last: Option<(EntityIndex, ItemId)>,
        points: &mut Vec<Points>,
        places: &mut IdVec<EntityIndex, u32>,
    ) {
        let first = self.nominals[index].first;
        let here = &self.words.items[first];
        let behind = self.seen.partition_point(|s| s.nominal < index);
        for seen in self.seen[..behind].iter().rev().take_while(|s| s.nominal + LOOK >= index) {
            let back = here.sentence.saturating_sub(seen.sentence);
            if back > BACK && !seen.owner {
                break;
            }
            let paragraphs = here.paragraph.saturating_sub(seen.paragraph).min(3);
            let (value, fresh) = if seen.owner {
                ((30 - 5 * back as i32).max(0), false)
            } else {
                let fresh = paragraphs == 0
                    && seen.subject
                    && last.is_none_or(|(_, item)| item < self.nominals[seen.nominal].first);
                ((36 - 5 * back as i32 - 2 * paragraphs as i32).max(0) + seen.bonus, fresh)
            };
            let place = &mut places[seen.entity];
            if let Some(p) = place.checked_sub(1).and_then(|at| points.get_mut(at as usize)) {
                p.value = p.value.max(value);
                p.fresh |= fresh;
                p.mentions += 1;
            } else {
                points.push(Points { entity: seen.entity, value, fresh, mentions: 1 });
                *place = points.len() as u32;
            }
        }
    }
}
