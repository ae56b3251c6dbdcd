//! What the article says of each person before a mention is resolved: gender by pronouns near the name, roles beside it.

use crate::entities::{EntityKind, Gender, Recognition};
use crate::lexicon::roles::role;

use super::noms::{Kind, Nominal};
use super::resolve::{Resolver, last_word};
use super::words::{Class, Words};

impl<'a> Resolver<'a> {
    /// Reads the pronouns of the article for the gender of those named near them.
    pub(super) fn new(words: &'a Words<'a>, nominals: &'a [Nominal], names: &'a Recognition) -> Self {
        let mut votes = vec![0i32; names.entities.len()];
        let mut next = 0;
        // The persons named in this sentence and in the one before it.
        let (mut here, mut before): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
        for (i, item) in words.items.iter().enumerate() {
            if i > 0 && item.sentence != words.items[i - 1].sentence {
                let near =
                    item.sentence == words.items[i - 1].sentence + 1 && item.paragraph == words.items[i - 1].paragraph;
                before = if near { std::mem::take(&mut here) } else { Vec::new() };
                here.clear();
            }
            while nominals.get(next).is_some_and(|n| n.first as usize <= i) {
                let n = &nominals[next];
                if n.kind == Kind::Person
                    && let Some(e) = n.entity
                    && !here.contains(&e)
                {
                    here.push(e);
                }
                next += 1;
            }
            let vote = match words.str(i) {
                "he" | "his" | "him" | "He" | "His" => 1,
                "she" | "her" | "She" | "Her" => -1,
                _ => continue,
            };
            let subject = matches!(words.str(i), "he" | "He" | "she" | "She");
            match (here.as_slice(), before.as_slice()) {
                ([one], _) => votes[*one as usize] += 2 * vote,
                ([], [one]) if subject => votes[*one as usize] += 2 * vote,
                ([], [one]) => votes[*one as usize] += vote,
                _ => {}
            }
        }
        let genders = names
            .entities
            .iter()
            .zip(votes)
            .map(|(e, vote)| match e.gender {
                Gender::Unknown if vote >= 2 => Gender::Masculine,
                Gender::Unknown if vote <= -2 => Gender::Feminine,
                known => known,
            })
            .collect();
        let mut out = Self { words, nominals, names, genders, roles: Vec::new(), tails: Vec::new() };
        out.roles = out.roles_beside_names();
        out.roles.sort();
        out.roles.dedup();
        let named = names.entities.iter().enumerate().filter(|(_, e)| e.kind != EntityKind::Place);
        out.tails = named.map(|(i, e)| (last_word(&e.name.to_lowercase()).to_owned(), i as u32)).collect();
        out.tails.sort();
        out
    }

    /// "The mayor, Jón Sigurðsson", "Ana Díaz, the Ajax captain", "Captain Talukdar".
    fn roles_beside_names(&self) -> Vec<(u32, String, String)> {
        let mut out: Vec<(u32, String, String)> = Vec::new();
        let mut put = |entity: u32, phrase: String| {
            let head =
                role(last_word(&phrase)).map_or_else(|| last_word(&phrase).to_owned(), |r| r.singular.to_owned());
            if phrase.len() < 80 {
                out.push((entity, head, phrase));
            }
        };
        for (i, n) in self.nominals.iter().enumerate() {
            let Some(entity) = n.entity.filter(|_| n.kind == Kind::Person) else { continue };
            // Role words within the nominal, before the name.
            let name = self.words.items[n.first as usize..n.last as usize]
                .iter()
                .rposition(|i| i.role.is_some() && i.class != Class::Genitive);
            if let Some(k) = name {
                let last = n.first as usize + k + 1;
                let head = Nominal { last: last as u32, ..*n };
                if last < n.last as usize {
                    put(entity, self.phrase(&head));
                }
            }
            let beside = |m: &Nominal, comma: u32| {
                m.role.is_some_and(|r| !r.plural)
                    && m.kind != Kind::Person
                    && self.words.class(comma as usize) == Class::Comma
            };
            if let Some(m) = i.checked_sub(1).map(|k| &self.nominals[k])
                && m.last + 1 == n.first
                && beside(m, m.last)
            {
                put(entity, self.phrase(m));
            }
            if let Some(m) = self.nominals.get(i + 1)
                && n.last + 1 == m.first
                && beside(m, n.last)
            {
                put(entity, self.phrase(m));
            }
        }
        out
    }
}
