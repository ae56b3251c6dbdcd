//! Which of the people named so far is meant: nearness, place in the sentence, who speaks and who the text is about.

use crate::entities::{Entity, EntityKind, Gender};
use crate::lexicon::roles::Bearer;
use crate::vocabulary::Evidence;

use super::noms::Kind;
use super::resolve::{Resolution, Resolver};
use super::words::Class;

/// How far ahead the best must be.
const MARGIN: i32 = 6;
/// How many sentences back a name may stand.
const BACK: u32 = 25;
/// How many nominals back.
const LOOK: usize = 90;

impl Resolver<'_> {
    /// Reads the nominals in order, so that a pronoun hands its person on to the next one.
    pub(super) fn read(&mut self) {
        let words = self.words;
        for index in 0..self.nominals.len() {
            let n = &self.nominals[index];
            if words.in_byline(n.first as usize) {
                continue;
            }
            self.owners[index] = match words.str(n.first as usize) {
                "his" | "His" => self.person(index, "his", Gender::Masculine).entity,
                "her" | "Her" if n.last > n.first + 1 => self.person(index, "her", Gender::Feminine).entity,
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
        }
    }

    /// "Asked what she would do, the champion …": the pronoun means who follows.
    fn ahead_of_its_name(&self, index: usize) -> bool {
        let words = self.words;
        let at = self.nominals[index].first as usize;
        let mut first = at;
        while first > 0 && at - first < 12 && words.together(first - 1, at) {
            first -= 1;
        }
        let opens = matches!(words.str(first), "Asked" | "Told" | "When" | "As" | "While" | "After" | "Before" | "If");
        opens && first < at && !(first..at).any(|i| words.class(i) == Class::Comma)
    }

    /// The speaker of the last quote before nominal `index` and the last item of that quote.
    fn last_speaker(&self, index: usize) -> Option<(u32, u32)> {
        let first = self.nominals[index].first;
        let behind = self.spoke.partition_point(|s| s.0 < first);
        let known = |&(item, speaker): &(u32, u32)| {
            let entity = *self.means.get(speaker as usize).filter(|_| (speaker as usize) < index)?;
            entity.map(|e| (e, item))
        };
        self.spoke[..behind].iter().rev().take(3).find_map(known)
    }

    /// The nearest person whom "he" or "she" may mean.
    pub(super) fn person(&self, index: usize, word: &str, gender: Gender) -> Resolution {
        self.choose(index, word, |e, known, _| match known {
            _ if e.kind != EntityKind::Person => None,
            Gender::Unknown => Some(0),
            same if same == gender => Some(12),
            _ => None,
        })
    }

    /// The entity with the most points among those that `agree` gives points to, if clearly ahead.
    pub(super) fn choose(
        &self,
        index: usize,
        word: &str,
        agree: impl Fn(&Entity, Gender, u32) -> Option<i32>,
    ) -> Resolution {
        let words = self.words;
        let here = words.items[self.nominals[index].first as usize];
        // Entity, points of its best mention, whether it was named in this paragraph since the last quote, mentions.
        let mut points: Vec<(u32, i32, bool, i32)> = Vec::new();
        let last = self.last_speaker(index);
        for i in (0..index).rev().take(LOOK) {
            if let Some(owner) = self.owners[i] {
                let item = &words.items[self.nominals[i].first as usize];
                let back = here.sentence.saturating_sub(item.sentence) as i32;
                let value = (30 - 5 * back).max(0);
                match points.iter_mut().find(|p| p.0 == owner) {
                    Some(p) => *p = (owner, p.1.max(value), p.2, p.3 + 1),
                    None => points.push((owner, value, false, 1)),
                }
            }
            let Some(entity) = self.means[i] else { continue };
            let n = &self.nominals[i];
            let first = n.first as usize;
            let item = &words.items[first];
            let back = here.sentence.saturating_sub(item.sentence);
            if back > BACK {
                break;
            }
            let before = words.class(first.wrapping_sub(1));
            // "For Raimunda Sousa, the science was simple."
            let fronted = before == Class::Preposition && words.begins(first - 1);
            let subject = fronted
                || words.begins(first)
                || matches!(before, Class::Comma | Class::Conjunction | Class::Subordinator);
            let paragraphs = here.paragraph.saturating_sub(item.paragraph).min(3);
            let mut value = (36 - 5 * back as i32 - 2 * paragraphs as i32).max(0);
            value += if subject { 7 } else { 0 };
            value -= if n.possessive { 4 } else { 0 };
            value -= if before == Class::Preposition && !fronted { 4 } else { 0 };
            let fresh = paragraphs == 0 && subject && last.is_none_or(|(_, item)| item < n.first);
            match points.iter_mut().find(|p| p.0 == entity) {
                Some(p) => *p = (entity, p.1.max(value), p.2 || fresh, p.3 + 1),
                None => points.push((entity, value, fresh, 1)),
            }
        }
        // Roles reach further than pronouns.
        let far = self.nominals[index].kind == Kind::Role;
        if far {
            // Entities stand in order of their first mention; the latest few introduced are enough.
            let known = self.names.entities.partition_point(|e| {
                let first = e.mentions.first().and_then(|&m| self.names.mentions.get(m as usize));
                first.is_none_or(|m| m.range.start().get() < here.start)
            });
            for entity in known.saturating_sub(80)..known {
                if points.iter().all(|p| p.0 != entity as u32) {
                    points.push((entity as u32, 0, false, 0));
                }
            }
        }
        points.retain_mut(|(entity, value, _, mentions)| {
            let Some(e) = self.names.entities.get(*entity as usize) else { return false };
            let Some(more) = agree(e, self.genders[*entity as usize], *entity) else { return false };
            *value += more + (e.mentions.len() as i32).min(6) + (*mentions).min(6);
            true
        });
        if let Some((speaker, item)) = last
            && here.sentence.saturating_sub(words.items[item as usize].sentence) <= 4
        {
            // Who spoke last goes on, unless the paragraph has turned to somebody else.
            let turned = points.iter().any(|p| p.0 != speaker && p.2);
            if let Some(p) = points.iter_mut().find(|p| p.0 == speaker) {
                p.1 += if turned { 2 } else { 12 };
            }
        }
        let mut ranked: Vec<(u32, i32)> = points.into_iter().map(|p| (p.0, p.1)).collect();
        ranked.sort_by_key(|&(entity, value)| (std::cmp::Reverse(value), entity));
        let clear = match ranked.as_slice() {
            [] => false,
            [(_, only)] => *only > if far { 0 } else { 12 },
            // Far from all of them more is needed.
            [first, second, ..] => first.1 - second.1 >= if far || first.1 >= 36 { MARGIN } else { MARGIN + 8 },
        };
        let rule = if far { "speaker-role" } else { "speaker-pronoun" };
        let evidence = vec![Evidence::new(if clear { rule } else { "speaker-unclear" }, word)];
        Resolution { entity: ranked.first().filter(|_| clear).map(|r| r.0), evidence, rivals: ranked }
    }
}
