//! People, places and organizations: mentions and the clusters they form.

mod alias;
mod borders;
mod cluster;
mod consistency;
pub mod evidence;
mod facts;
mod index;
mod longer;
mod name;
mod reasons;

use std::sync::Arc;

use crate::lexicon::{Lexicon, word_hash};
use crate::segment::Segmentation;
use crate::tagger::{Article, Class, Tagger};
use crate::text::{Source, TextRange};
use crate::vocabulary::{Confidence, Evidence};
pub use index::EntityIndex;
use name::{Name, View};
pub use reasons::confidence_step;

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
        let hashes: Vec<_> = segmentation.tokens.iter().map(|t| word_hash(source.slice(t.range))).collect();
        Self { numbers: (0..hashes.len() as u32).collect(), hashes }
    }
}

/// Finds names and groups them.
pub fn recognize(source: &Source, segmentation: &Segmentation, lexicon: &Lexicon, tagger: &Tagger) -> Recognition {
    let (mut found, spellings) =
        settled(source, segmentation, lexicon, tagger, |view, names| cluster::group(view, names, tagger));
    found.spellings = spellings;
    found
}

/// Finds names and gives for each its range, kind and margin: how sure the model is before calibration, in units of
/// weight, negative for names that only the rest of the article speaks for.
pub fn margins(
    source: &Source,
    segmentation: &Segmentation,
    lexicon: &Lexicon,
    tagger: &Tagger,
) -> Vec<(TextRange, EntityKind, i32)> {
    settled(source, segmentation, lexicon, tagger, |view, names| {
        names.iter().filter_map(|n| Some((view.range(&n.tokens), kind(n.class)?, n.margin))).collect()
    })
    .0
}

/// What `then` makes of the settled names, and the distinct words.
fn settled<T>(
    source: &Source,
    segmentation: &Segmentation,
    lexicon: &Lexicon,
    tagger: &Tagger,
    then: impl FnOnce(View<'_>, &[Name]) -> T,
) -> (T, Spellings) {
    let article = Article::new(source, segmentation, lexicon);
    let tags = tagger.tag(&article);
    let view = View { source, segmentation, article: &article, lexicon, tags: &tags };
    let mut names = consistency::settle(view, borders::from_model(view));
    names.retain(|n| kind(n.class).is_some());
    let made = then(view, &names);
    let hashes = article.words.list().iter().map(|word| word.lower).collect();
    (made, Spellings { numbers: article.ids, hashes })
}

/// The kind of a class of names; `None` for the classes that are found only to keep them out of the others.
fn kind(class: Class) -> Option<EntityKind> {
    match class {
        Class::Person => Some(EntityKind::Person),
        Class::Place => Some(EntityKind::Place),
        Class::Organization => Some(EntityKind::Organization),
        Class::Other => None,
    }
}
