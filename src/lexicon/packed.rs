//! The packed file of lists.
//!
//! `AAL2`, counts (entries, places, countries), then the columns ([`Columns`]): keys, lists; clusters and groups of guesses
//! of the entries that have them; the longest phrase, less one; for each entry with [`HAS_PLACE`] country, kind, latitude, longitude,
//! population rank; two letters for each country.

use crate::lexicon::columns::{Columns, PackError};
use crate::lexicon::entry::Lists;
use crate::lexicon::hash::mix;
use crate::lexicon::places::{Place, PlaceKind};
use crate::lexicon::table::Table;

/// How a packed file begins, as written.
pub(super) const MAGIC: &[u8; 4] = b"AAL2";
/// Marks an entry with place facts in the stored lists.
pub(super) const HAS_PLACE: u16 = 1 << 15;
/// Marks an entry with a cluster.
pub(super) const HAS_CLUSTER: u16 = 1 << 14;
/// Marks an entry with a group of guesses.
pub(super) const HAS_GUESS: u16 = 1 << 13;

/// The table of all words and phrases, and the places.
pub(super) fn read(bytes: &[u8]) -> Result<(Table, Vec<Place>), PackError> {
    let mut columns = Columns::after(*MAGIC, bytes)?;
    let entries = columns.count()?;
    let places = columns.count()?;
    let countries = columns.count()?;
    let keys = columns.keys(entries)?;
    let lists = columns.few(entries)?;
    let having = |bit: u16| lists.iter().filter(|&lists| lists & bit != 0).count();
    let cluster = columns.wide(having(HAS_CLUSTER))?;
    let guess = columns.take(having(HAS_GUESS))?;
    let longest = columns.take(entries)?;
    let place_country = columns.take(places)?;
    let place_kind = columns.take(places)?;
    let latitude = columns.wide(places)?;
    let longitude = columns.wide(places)?;
    let rank = columns.take(places)?;
    let codes = columns.take(countries * 2)?;
    let mut facts = Vec::with_capacity(places);
    for index in 0..places {
        let code = usize::from(place_country[index]) * 2;
        facts.push(Place {
            kind: *PlaceKind::ALL.get(usize::from(place_kind[index])).ok_or(PackError)?,
            country: codes.get(code..code + 2).ok_or(PackError)?.try_into().map_err(|_| PackError)?,
            latitude_e2: latitude(index).cast_signed(),
            longitude_e2: longitude(index).cast_signed(),
            population_rank: rank[index],
        });
    }
    let mut table = Table::with_capacity(entries + 1024);
    let (mut next_place, mut next_cluster, mut next_guess) = (0, 0, 0);
    for (index, (&key, &stored)) in keys.iter().zip(&lists).enumerate() {
        let entry = table.entry(key);
        entry.lists = Lists(stored & !(HAS_PLACE | HAS_CLUSTER | HAS_GUESS));
        if stored & HAS_CLUSTER != 0 {
            entry.cluster = cluster(next_cluster);
            next_cluster += 1;
        }
        if stored & HAS_GUESS != 0 {
            entry.guess = guess[next_guess];
            next_guess += 1;
        }
        // Words that are on no list and begin no phrase of one have none.
        entry.longest = if longest[index] == 0 && entry.lists.0 == 0 { 0 } else { longest[index].saturating_add(1) };
        if stored & HAS_PLACE != 0 {
            next_place += 1;
            entry.place = next_place;
        }
    }
    Ok((table, facts))
}

/// A hash of the bytes, to name a version of model and lists; no protection against forgery.
pub fn content_hash(bytes: &[u8]) -> u64 {
    let mut hash = bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        hash = mix(hash ^ u64::from_le_bytes(word)).wrapping_add(0x9e37_79b9_7f4a_7c15);
    }
    hash
}
