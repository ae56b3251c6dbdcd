//! Clusters and labels.

use std::sync::Arc;

use crate::document::{EntityId, LabelId};

/// What the gazetteer knows of a place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// ISO 3166-1 alpha-2, may be empty.
    pub country: Arc<str>,
    /// `country`, `region`, `city`, `natural`, `continent`, `facility`.
    pub kind: Arc<str>,
    /// Hundredths of a degree.
    pub latitude_e2: i16,
    /// Hundredths of a degree.
    pub longitude_e2: i16,
    /// Decimal order of the population, 0 to 7.
    pub population_rank: u8,
}

/// One person, place or organization.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Entity {
    /// Its name within the document.
    pub id: EntityId,
    /// What it is.
    pub label: LabelId,
    /// Canonical name shown in panels.
    pub name: Arc<str>,
    /// The person chose the name or the members: re-analysis leaves it alone.
    pub by_person: bool,
    /// For places the gazetteer knows.
    pub place: Option<Place>,
}

/// How a label is drawn besides its color.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Solid underline.
    Underline,
    /// Dotted underline.
    Dotted,
    /// Double underline.
    Double,
    /// Wavy underline.
    Wavy,
    /// Box around the words.
    Box,
}

/// A label for mentions.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Label {
    /// As exported: `PERSON`, `PLACE`, `ORGANIZATION` or the person's own.
    pub name: Arc<str>,
    /// The key that applies it, lower case; none when there is none.
    pub key: Option<char>,
    /// Index into the palette of `styles/tokens.css` (0 to 11); contrast of each is checked in both themes.
    pub color: u8,
    /// How it is drawn besides its color.
    pub shape: Shape,
}

impl Label {
    /// The labels that every article has: PERSON, PLACE, ORGANIZATION.
    pub fn built_in() -> [Self; LabelId::BUILT_IN] {
        let label = |name: &str, key, color, shape| Self { name: name.into(), key: Some(key), color, shape };
        [
            label("PERSON", 'p', 0, Shape::Underline),
            label("PLACE", 'l', 1, Shape::Dotted),
            label("ORGANIZATION", 'o', 2, Shape::Double),
        ]
    }
}

/// Which engine made the suggestions of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct EngineInfo {
    /// Version of the program.
    pub version: Arc<str>,
    /// Content hash of model and lists, hexadecimal.
    pub model: Arc<str>,
}
