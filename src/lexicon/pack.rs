//! Packs the lists that `seeds/gazetteers/collect.py` collects.

use std::collections::BTreeMap;

use crate::lexicon::columns::{put_count, put_few, put_keys, put_wide};
use crate::lexicon::entry::{LONGEST_PHRASE, Lists};
use crate::lexicon::hash::{extend, word_hash};
use crate::lexicon::packed::{HAS_CLUSTER, HAS_GUESS, HAS_PLACE, MAGIC};
use crate::lexicon::places::{PlaceKind, rank};
use crate::lexicon::table::key;
use crate::segment::{BlockChoice, segment};
use crate::text::Source;
use crate::vocabulary::BlockKind;

/// The three collected files (`lists.tsv`, `places.tsv`, `clusters.tsv`), whole.
#[derive(Debug)]
pub struct Collected<'a> {
    /// Phrase and list.
    pub lists: &'a str,
    /// Name, kind, country, latitude, longitude, population.
    pub places: &'a str,
    /// Word, cluster (or `-`) and group of guesses.
    pub clusters: &'a str,
}

#[derive(Default)]
struct Packed {
    lists: u16,
    cluster: u16,
    guess: u8,
    longest: u8,
    place: Option<Facts>,
}

#[derive(Clone, Copy)]
struct Facts {
    country: [u8; 2],
    kind: PlaceKind,
    latitude: i16,
    longitude: i16,
    population: u64,
}

/// Hashes of the words of a phrase, split as articles are.
fn words(phrase: &str) -> Vec<u64> {
    let source = Source::new(phrase);
    let cut = segment(&source, &[BlockChoice { paragraph: 0, kind: BlockKind::Body }]);
    cut.tokens.iter().map(|token| word_hash(source.slice(token.range))).collect()
}

/// Adds a phrase to a map and returns its entry; `None` when it is empty or too long.
fn put<'a>(map: &'a mut BTreeMap<u32, Packed>, phrase: &str) -> Option<&'a mut Packed> {
    let words = words(phrase);
    if words.is_empty() || words.len() > LONGEST_PHRASE {
        return None;
    }
    let first = map.entry(key(extend(0, words[0]))).or_default();
    first.longest = first.longest.max(words.len() as u8);
    let whole = words.iter().fold(0, |hash, &word| extend(hash, word));
    Some(map.entry(key(whole)).or_default())
}

/// A line that is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// The collected file it stands in: `lists`, `places` or `clusters`.
    pub file: &'static str,
    /// As it stands there.
    pub line: String,
}

impl BadLine {
    fn new(file: &'static str, line: &str) -> Self {
        Self { file, line: line.to_owned() }
    }
}

/// The packed file.
///
/// # Errors
/// The lines that are not understood.
pub fn pack(collected: &Collected<'_>) -> Result<Vec<u8>, Vec<BadLine>> {
    let mut map: BTreeMap<u32, Packed> = BTreeMap::new();
    let mut bad = Vec::new();
    for line in collected.lists.lines() {
        let mut fields = line.split('\t');
        let (Some(phrase), Some(list)) = (fields.next(), fields.next().and_then(list)) else {
            bad.push(BadLine::new("lists", line));
            continue;
        };
        if let Some(entry) = put(&mut map, phrase) {
            entry.lists |= list.0;
        }
    }
    for line in collected.places.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let Some((name, facts)) = facts(&fields) else {
            bad.push(BadLine::new("places", line));
            continue;
        };
        if let Some(entry) = put(&mut map, name) {
            entry.lists |= list_of(&facts).0;
            // Of places of one name a country goes first, then the most populous.
            let weight = |form: &Facts| (form.kind == PlaceKind::Country, form.population);
            if entry.place.as_ref().is_none_or(|known| weight(known) < weight(&facts)) {
                entry.place = Some(facts);
            }
        }
    }
    for line in collected.clusters.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let read = || -> Option<(&str, Option<u16>, u8)> {
            let &[word, cluster, guess] = &fields[..] else { return None };
            let cluster = if cluster == "-" { None } else { Some(cluster.parse().ok()?) };
            Some((word, cluster, guess.parse().ok()?))
        };
        let Some((word, cluster, guess)) = read() else {
            bad.push(BadLine::new("clusters", line));
            continue;
        };
        if let [one] = words(word)[..] {
            let entry = map.entry(key(extend(0, one))).or_default();
            entry.cluster = cluster.map_or(0, |character| character + 1);
            entry.guess = guess + 1;
        }
    }
    if bad.is_empty() { Ok(write(&map)) } else { Err(bad) }
}

fn list(name: &str) -> Option<Lists> {
    Some(match name {
        "country" => Lists::COUNTRY,
        "region" => Lists::REGION,
        "town" => Lists::TOWN,
        "alias" => Lists::ALIAS,
        "first" => Lists::FIRST,
        "first-male" => Lists::MALE,
        "first-female" => Lists::FEMALE,
        "last" => Lists::LAST,
        "organization" => Lists::ORGANIZATION,
        _ => return None,
    })
}

fn list_of(facts: &Facts) -> Lists {
    match facts.kind {
        PlaceKind::Country => Lists::COUNTRY,
        PlaceKind::Region => Lists::REGION,
        PlaceKind::City if facts.population >= 100_000 || facts.population == 0 => Lists::CITY,
        PlaceKind::City => Lists::TOWN,
        PlaceKind::Natural | PlaceKind::Continent | PlaceKind::Facility => Lists::AREA,
    }
}

fn facts<'a>(fields: &[&'a str]) -> Option<(&'a str, Facts)> {
    let &[name, kind, country, latitude, longitude, population] = fields else { return None };
    let kind = PlaceKind::ALL.into_iter().find(|key| key.name() == kind)?;
    let country = if country.is_empty() { *b"  " } else { country.as_bytes().try_into().ok()? };
    let facts = Facts {
        country,
        kind,
        latitude: latitude.parse().ok()?,
        longitude: longitude.parse().ok()?,
        population: population.parse().ok()?,
    };
    Some((name, facts))
}

fn write(map: &BTreeMap<u32, Packed>) -> Vec<u8> {
    let placed: Vec<&Facts> = map.values().filter_map(|entity| entity.place.as_ref()).collect();
    let mut countries: Vec<[u8; 2]> = placed.iter().map(|form| form.country).collect();
    countries.sort_unstable();
    countries.dedup();
    let mut out = MAGIC.to_vec();
    for count in [map.len(), placed.len(), countries.len()] {
        put_count(&mut out, count);
    }
    put_keys(&mut out, map.keys().copied());
    let bit = |has: bool, bit: u16| if has { bit } else { 0 };
    let stored = |entity: &Packed| {
        let extras = bit(entity.place.is_some(), HAS_PLACE)
            | bit(entity.cluster != 0, HAS_CLUSTER)
            | bit(entity.guess != 0, HAS_GUESS);
        entity.lists | extras
    };
    let lists: Vec<u16> = map.values().map(stored).collect();
    let clusters: Vec<u16> = map.values().map(|entity| entity.cluster).filter(|character| *character != 0).collect();
    put_few(&mut out, &lists);
    put_wide(&mut out, &clusters);
    out.extend(map.values().map(|entity| entity.guess).filter(|g| *g != 0));
    out.extend(map.values().map(|entity| entity.longest.saturating_sub(1)));
    out.extend(placed.iter().map(|form| countries.binary_search(&form.country).map_or(0, |index| index as u8)));
    out.extend(
        placed
            .iter()
            .map(|form| PlaceKind::ALL.iter().position(|key| *key == form.kind).map_or(0, |index| index as u8)),
    );
    for degrees in [|form: &Facts| form.latitude, |form: &Facts| form.longitude] {
        let column: Vec<u16> = placed.iter().map(|form| degrees(form).cast_unsigned()).collect();
        put_wide(&mut out, &column);
    }
    out.extend(placed.iter().map(|form| rank(form.population)));
    out.extend(countries.iter().flatten());
    out
}
