//! What a speaker is called at the end of a quote: by the whole name until the article has given it, then by the part of
//! it that the article goes on with, mostly the surname. Never by a part that two people share.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::document::{Annotation, Document, Entity, EntityId, LabelId};
use crate::text::TextSize;

/// What one speaker is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Called {
    /// Part of the name that stands for it; none where only the whole name is clear.
    pub(crate) short: Option<Rc<str>>,
    /// For the smallest screens.
    pub(crate) initials: Rc<str>,
    /// Where the whole name is given to the reader: by the article, else by the end of the first quote.
    pub(crate) given: TextSize,
}

/// What all speakers of an article are called. Kept up to date step by step: a change looks at the people it concerns.
#[derive(Clone, Debug, Default)]
pub(crate) struct SpeakerNames {
    /// The people with a word in their name, by the word in lower case.
    words: Rc<BTreeMap<Rc<str>, BTreeSet<EntityId>>>,
    called: Rc<BTreeMap<EntityId, Called>>,
}

impl SpeakerNames {
    /// From nothing.
    pub(crate) fn new(document: &Document) -> Self {
        let mut words: BTreeMap<Rc<str>, BTreeSet<EntityId>> = BTreeMap::new();
        for entity in document.entities().filter(|entity| is_person(entity)) {
            for word in words_of(&entity.name) {
                words.entry(word).or_default().insert(entity.id);
            }
        }
        let called = document.entities().filter_map(|entity| Some((entity.id, called(document, &words, entity.id)?)));
        Self { called: Rc::new(called.collect()), words: Rc::new(words) }
    }

    /// What this speaker is called.
    pub(crate) fn of(&self, id: EntityId) -> Option<&Called> {
        self.called.get(&id)
    }

    /// The same after a change, and the speakers who are called otherwise now. `touched` are those who have other mentions or
    /// quotes than before, `renamed` those who came, went, or have another name.
    pub(crate) fn update(
        &self,
        (before, after): (&Document, &Document),
        touched: BTreeSet<EntityId>,
        renamed: &BTreeSet<EntityId>,
    ) -> (Self, BTreeSet<EntityId>) {
        let mut next = self.clone();
        let mut concerned = touched;
        for &id in renamed {
            concerned.insert(id);
            let (old, new) = (word_set(before, id), word_set(after, id));
            for word in old.symmetric_difference(&new) {
                let words = Rc::make_mut(&mut next.words);
                let people = words.entry(Rc::clone(word)).or_default();
                if new.contains(word) {
                    people.insert(id);
                } else {
                    people.remove(&id);
                }
                concerned.extend(people.iter().copied());
            }
        }
        let mut differ = BTreeSet::new();
        for id in concerned {
            let now = called(after, &next.words, id);
            if now.as_ref() != self.called.get(&id) {
                differ.insert(id);
                let all = Rc::make_mut(&mut next.called);
                match now {
                    Some(now) => drop(all.insert(id, now)),
                    None => drop(all.remove(&id)),
                }
            }
        }
        (next, differ)
    }
}

fn is_person(entity: &Entity) -> bool {
    entity.label == LabelId::PERSON
}

fn words_of(name: &str) -> impl Iterator<Item = Rc<str>> + '_ {
    name.split_whitespace().map(|word| word.to_lowercase().into())
}

/// The words of a person who is shown.
fn word_set(document: &Document, id: EntityId) -> BTreeSet<Rc<str>> {
    let person = document.entity(id).filter(|entity| is_person(entity) && document.is_shown(id));
    person.into_iter().flat_map(|entity| words_of(&entity.name)).collect()
}

/// What a speaker is called; none where nothing is said by them.
fn called(document: &Document, words: &BTreeMap<Rc<str>, BTreeSet<EntityId>>, id: EntityId) -> Option<Called> {
    let first_quote = document.quotes_of(id).into_iter().map(|quote| quote.body.span().end()).min()?;
    let entity = document.entity(id)?;
    let mentions = document.mentions_of(id);
    let text = |mention: &Annotation| document.source().slice(mention.body.span());
    let whole = mentions.iter().find(|mention| text(mention).contains(&*entity.name));
    let whole = whole.map(|mention| mention.body.span().start());
    let is_shared =
        |part: &str| words_of(part).last().is_none_or(|word| words.get(&word).is_some_and(|people| people.len() > 1));
    let short = if is_person(entity) { surname(&entity.name) } else { None };
    let says =
        |part: &str| mentions.iter().any(|mention| text(mention).ends_with(part) && text(mention) != &*entity.name);
    let short = short.map(|surname| {
        // In some languages the family name comes first: the article tells by what it goes on with.
        let first = entity.name.split_whitespace().next().unwrap_or(surname);
        if !says(surname) && mentions.iter().any(|mention| text(mention) == first) { first } else { surname }
    });
    Some(Called {
        short: short.filter(|part| !is_shared(part)).map(Rc::from),
        initials: initials(&entity.name),
        given: whole.map_or(first_quote, |start| start.min(first_quote)),
    })
}

/// A surname has at least so many letters: a shorter end of a name is more likely something else (Jr, II).
const SHORTEST: usize = 3;

/// The end of a name of several words: from its first particle on (van der Berg), else the last word.
fn surname(name: &str) -> Option<&str> {
    let (_, behind) = name.split_once(char::is_whitespace)?;
    let last = behind.split_whitespace().last()?;
    let looks_like_one =
        last.chars().count() >= SHORTEST && !last.ends_with('.') && last.chars().any(char::is_lowercase);
    let particle = behind.split_whitespace().find(|word| word.starts_with(char::is_lowercase));
    let begin = particle.and_then(|word| behind.find(&format!("{word} "))).or_else(|| behind.rfind(last))?;
    looks_like_one.then(|| behind[begin..].trim())
}

/// "AD" of Ana Díaz.
fn initials(name: &str) -> Rc<str> {
    let letter = |word: &str| word.chars().find(|letter| letter.is_alphanumeric());
    let words: Vec<&str> = name.split_whitespace().collect();
    let ends = [words.first(), words.last().filter(|_| words.len() > 1)];
    let letters = ends.into_iter().flatten().filter_map(|word| letter(word)).flat_map(char::to_uppercase);
    letters.collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_is_the_last_word_with_its_particles() {
        let table = [
            ("Ana Díaz", Some("Díaz")),
            ("Ursula von der Leyen", Some("von der Leyen")),
            ("Ludwig van Beethoven", Some("van Beethoven")),
            ("Ana María Gómez Ruiz", Some("Ruiz")),
            ("Mary Jones-Smith", Some("Jones-Smith")),
            ("Madonna", None),
            ("Martin Luther King Jr.", None),
            ("Robert Brown II", None),
            ("Robert Brown III", None),
            ("", None),
        ];
        for (name, expected) in table {
            assert_eq!(surname(name), expected, "{name}");
        }
    }

    #[test]
    fn initials_are_of_the_first_and_the_last_word() {
        for (name, expected) in
            [("Ana Díaz", "AD"), ("Ana María Díaz", "AD"), ("élodie", "É"), ("“Bo” Li", "BL"), ("", "")]
        {
            assert_eq!(&*initials(name), expected, "{name}");
        }
    }
}
