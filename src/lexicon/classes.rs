//! The closed classes of words that tell of names around them, entered into the table that every word is looked up in.

use crate::lexicon::entry::Cues;
use crate::lexicon::hash::{extend, word_hash};
use crate::lexicon::names::{bodies, calendar, gendered, offices, particles, places, titles};
use crate::lexicon::speech::attribution::BESIDE_NAMES;
use crate::lexicon::table::{Table, key};

/// Adds the closed classes to `table`.
pub(super) fn fill(table: &mut Table) {
    for &(class, words) in titles::TITLES.iter().chain(CLASSES) {
        words.split(' ').for_each(|word| enter(table, class, word));
    }
    for word in CALENDAR.iter().copied().flatten() {
        enter(table, Cues::CALENDAR, word);
    }
}

fn enter(table: &mut Table, class: Cues, word: &str) {
    let entry = table.entry(key(extend(0, word_hash(word))));
    entry.cues = entry.cues.with(class);
}

/// Words of each class, lower case; titles stand in their own table.
const CLASSES: &[(Cues, &str)] = &[
    (Cues::NAME_PARTICLE, particles::BEFORE_FAMILY_NAMES),
    (Cues::ROLE, offices::ROLES),
    (Cues::LOCATIVE, places::BEFORE_PLACES),
    (Cues::SPEECH, BESIDE_NAMES),
    (Cues::PARTICLE, particles::WITHIN),
    (Cues::ORGANIZATION, bodies::HEADS),
    (Cues::PLACE, places::HEADS),
    (Cues::MASCULINE, gendered::MASCULINE),
    (Cues::FEMININE, gendered::FEMININE),
];

/// Days, months and feasts.
const CALENDAR: &[&[&str]] =
    &[calendar::WEEKDAYS, calendar::MONTHS, calendar::SHORT_MONTHS, calendar::NEAR_DAYS, calendar::OTHERS];
