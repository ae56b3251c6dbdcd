//! What the gazetteer knows of a place.

/// Sort of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlaceKind {
    /// A state.
    Country,
    /// A state, province or other part of a country.
    Region,
    /// A city or town.
    City,
    /// Seas, mountains, deserts.
    Natural,
    /// Continents and parts of the world.
    Continent,
    /// Buildings.
    Facility,
}

impl PlaceKind {
    pub(super) const ALL: [Self; 6] =
        [Self::Country, Self::Region, Self::City, Self::Natural, Self::Continent, Self::Facility];

    /// The name used in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Region => "region",
            Self::City => "city",
            Self::Natural => "natural",
            Self::Continent => "continent",
            Self::Facility => "facility",
        }
    }
}

/// What the gazetteer knows of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Sort of place.
    pub kind: PlaceKind,
    /// ISO 3166-1 alpha-2, two spaces when it lies in several countries.
    pub country: [u8; 2],
    /// Hundredths of a degree north; 0 with `longitude_e2` 0 means unknown.
    pub latitude_e2: i16,
    /// Hundredths of a degree east.
    pub longitude_e2: i16,
    /// 0 (unknown, or below 10) to 7 (10 million people and more): how many times ten goes into the population.
    pub population_rank: u8,
}

/// The decimal order of a population, at most 7.
#[cfg(feature = "train")]
pub(super) fn rank(population: u64) -> u8 {
    population.checked_ilog10().unwrap_or(0).min(7) as u8
}
