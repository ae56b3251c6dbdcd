//! What is found: mentions, the entities they form, and which tokens are the same word.

use std::ops::{Index, IndexMut};
use std::sync::Arc;

use crate::entities::index::EntityIndex;
use crate::lexicon::{Place, word_hash};
use crate::segment::Segmentation;
use crate::tagger::Class;
use crate::text::{Source, TextRange};
use crate::vocabulary::{Confidence, Evidence};

/// What is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntityKind {
    /// A personal name, without title.
    Person,
    /// Countries, cities, regions, natural places, facilities.
    Place,
    /// Companies, parties, agencies, teams, media.
    Organization,
}

impl EntityKind {
    /// The kind of a class of names; `None` for the classes that are found only to keep them out of the others.
    pub(crate) fn of(class: Class) -> Option<Self> {
        match class {
            Class::Person => Some(Self::Person),
            Class::Place => Some(Self::Place),
            Class::Organization => Some(Self::Organization),
            Class::Other => None,
        }
    }
}

/// One name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The name, without title or possessive.
    pub range: TextRange,
    /// What it names.
    pub kind: EntityKind,
    /// Index into [`Recognition::entities`].
    pub entity: EntityIndex,
    /// Calibrated.
    pub confidence: Confidence,
    /// Strongest first.
    pub evidence: Vec<Evidence>,
}

/// Grammatical gender as the text shows it (he, she, Mr, Mrs, "spokeswoman"); never inferred from a name alone for
/// display, only used to resolve pronouns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Gender {
    /// Nothing in the text says.
    #[default]
    Unknown,
    /// he, Mr.
    Masculine,
    /// she, Mrs.
    Feminine,
}

/// What the gazetteer knows of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceFacts {
    /// ISO 3166-1 alpha-2 country code, empty when it spans several.
    pub country: Arc<str>,
    /// `country`, `region`, `city`, `natural`, `continent`, `facility`.
    pub kind: &'static str,
    /// Latitude in hundredths of a degree.
    pub latitude_e2: i16,
    /// Longitude in hundredths of a degree.
    pub longitude_e2: i16,
    /// 0 (unknown or small) to 7 (10 million people and more): the decimal order of the population.
    pub population_rank: u8,
}

impl PlaceFacts {
    /// What is shown of a place of the gazetteer.
    pub(super) fn of(place: Place) -> Self {
        let country = std::str::from_utf8(&place.country).unwrap_or_default().trim();
        Self {
            country: country.into(),
            kind: place.kind.name(),
            latitude_e2: place.latitude_e2,
            longitude_e2: place.longitude_e2,
            population_rank: place.population_rank,
        }
    }
}

/// One person, place or organization with all its mentions in the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// The fullest form used ("Kasym-Jomart Tokayev").
    pub name: Arc<str>,
    /// Indices into [`Recognition::mentions`], in reading order. Never empty.
    pub mentions: Vec<u32>,
    /// For resolving pronouns.
    pub gender: Gender,
    /// Roles the text gives ("president", "Uzbek president"), lower case; for resolving role nouns.
    pub roles: Vec<Arc<str>>,
    /// For places found in the gazetteer.
    pub place: Option<PlaceFacts>,
}

/// All names of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recognition {
    /// In reading order, disjoint.
    pub mentions: Vec<Mention>,
    /// In order of first mention.
    pub entities: Vec<Entity>,
    /// Which tokens are the same word: what is asked of every token need be found out only once for each word.
    pub spellings: Spellings,
}

/// The distinct words of an article, as they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spellings {
    /// For each token the number of its word, from 0 in order of first appearance. Tokens with the same number are the
    /// same word.
    pub numbers: Vec<u32>,
    /// For each number the hash of the word, case aside: [`word_hash`].
    pub hashes: Vec<u64>,
}

impl Spellings {
    /// The tokens of `source`, each with a number of its own.
    pub fn of(source: &Source, segmentation: &Segmentation) -> Self {
        let hashes: Vec<_> = segmentation.tokens.iter().map(|token| word_hash(source.slice(token.range))).collect();
        Self { numbers: (0..hashes.len() as u32).collect(), hashes }
    }
}

impl Index<EntityIndex> for Vec<Entity> {
    type Output = Entity;

    fn index(&self, entity: EntityIndex) -> &Entity {
        &self.as_slice()[entity.index()]
    }
}

impl IndexMut<EntityIndex> for Vec<Entity> {
    fn index_mut(&mut self, entity: EntityIndex) -> &mut Entity {
        &mut self.as_mut_slice()[entity.index()]
    }
}

impl Recognition {
    /// All entities with their places.
    pub fn indexed(&self) -> impl DoubleEndedIterator<Item = (EntityIndex, &Entity)> + ExactSizeIterator {
        self.entities.iter().enumerate().map(|(index, entity)| (EntityIndex::new(index), entity))
    }

    /// The mentions of an entity, in reading order.
    pub fn mentions_of(&self, entity: EntityIndex) -> impl DoubleEndedIterator<Item = &Mention> + ExactSizeIterator {
        self.entities[entity].mentions.iter().map(|&mention| &self.mentions[mention as usize])
    }
}
