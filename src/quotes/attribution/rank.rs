//! Chooses for each quote, in reading order, the best of its possible attributions.

use std::cmp::Reverse;

use crate::quotes::attribution::candidate::{Attribution, Cue, Previous, Region};
use crate::quotes::attribution::exchange::{answers, partner};
use crate::quotes::attribution::feature::Score;
use crate::quotes::attribution::generate::candidates;
use crate::quotes::attribution::nobody;
use crate::quotes::attribution::weights::SCALE;
use crate::quotes::parse::context::Field;
use crate::quotes::parse::index::{IdVec, NominalId, QuoteId};
use crate::quotes::parse::items::Class;

/// What was decided for one quote.
#[derive(Clone, Debug)]
pub(crate) struct Decision {
    /// The best.
    pub(crate) best: Attribution<Score>,
    /// How sure the choice of cue and speaker is, permille.
    pub(crate) certainty: u16,
    /// How sure it is that somebody says these words (or nobody does, when that is the choice), permille.
    pub(crate) quoted: u16,
    /// Distinct speakers with their shares in permille.
    pub(crate) ranked: Ranked,
}

/// So many speakers are given out.
const MOST_SPEAKERS: usize = 9;

/// The best nine speakers with their shares, best first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ranked {
    all: [(NominalId, u16); MOST_SPEAKERS],
    len: usize,
}

impl Ranked {
    fn of(shares: impl Iterator<Item = (NominalId, u16)>) -> Self {
        let mut out = Self::default();
        for (slot, share) in out.all.iter_mut().zip(shares) {
            *slot = share;
            out.len += 1;
        }
        out
    }
}

impl std::ops::Deref for Ranked {
    type Target = [(NominalId, u16)];

    fn deref(&self) -> &Self::Target {
        &self.all[..self.len]
    }
}

/// Decides for every quote of a level.
pub(crate) fn decide(field: &Field<'_>) -> IdVec<QuoteId, Decision> {
    let mut ranker = Ranker::new(field);
    field.quotes.ids().map(|quote| ranker.decide(quote)).collect()
}

/// Candidates, cues and speakers that most quotes have, or more.
const ROOM_CANDIDATES: usize = 64;
const ROOM_CUES: usize = 16;
const ROOM_SPEAKERS: usize = 32;
/// Somebody says a fragment if the share of nobody is below four tenths: most terms and titles are fragments.
const FRAGMENT_SAID_BELOW: u32 = 4;
const TENTHS: u32 = 10;
/// Words that a quote in a headline has at least; of fewer it is a term.
const HEADLINE_WORDS: u32 = 3;

/// Goes from quote to quote, in reading order.
struct Ranker<'a> {
    field: &'a Field<'a>,
    /// What was chosen for the last quote that somebody says.
    previous: Option<Previous>,
    /// Room to work in: the candidates of a quote and the mass of each, its cues, its speakers with their masses.
    candidates: Vec<Attribution<Score>>,
    masses: Vec<u32>,
    cues: Vec<Cue>,
    speakers: Vec<(NominalId, u32)>,
}

impl<'a> Ranker<'a> {
    fn new(field: &'a Field<'a>) -> Self {
        Self {
            field,
            previous: None,
            candidates: Vec::with_capacity(ROOM_CANDIDATES),
            masses: Vec::with_capacity(ROOM_CANDIDATES),
            cues: Vec::with_capacity(ROOM_CUES),
            speakers: Vec::with_capacity(ROOM_SPEAKERS),
        }
    }

    /// Decides for `quote`, which stands behind those decided before.
    fn decide(&mut self, quote: QuoteId) -> Decision {
        let field = self.field;
        self.candidates.clear();
        candidates(field, quote, self.previous, &mut self.cues, &mut self.candidates);
        let winner = best_of(&self.candidates);
        let top = self.candidates[winner].features.0;
        self.masses.clear();
        self.masses.extend(self.candidates.iter().map(|candidate| mass(top - candidate.features.0)));
        let total = self.masses.iter().sum::<u32>().max(1);
        let share = |mass| permille(mass, total);

        let answering = answers(field, quote) && self.previous.is_some_and(|before| before.quote.next() == quote);
        let spoken = answering || is_spoken(field, quote);
        let best = if nobody::says(field, quote) {
            self.candidates.len() - 1
        } else {
            self.choose(winner, total, spoken, field.shapes[quote].is_whole())
        };
        let nobody = share(self.masses[self.masses.len() - 1]);
        self.rank_speakers();
        let chosen = self.candidates.swap_remove(best);
        let certainty = match chosen.speaker {
            Some(speaker) => {
                self.speakers.iter().find(|ranked| ranked.0 == speaker).map_or(0, |ranked| share(ranked.1))
            }
            None => share(self.masses[best]),
        };
        let quoted = if chosen.region == Region::Nobody { nobody } else { ALL - nobody };
        self.go_on(quote, &chosen, answering);
        let shares = self.speakers.iter().map(|&(speaker, mass)| (speaker, share(mass)));
        let ranked = Ranked::of(shares.filter(|ranked| ranked.1 > 0));
        Decision { best: chosen, certainty, quoted, ranked }
    }

    /// The candidate to choose: the winner, nobody (the last), or the best but nobody. `spoken` words are never nobody's.
    fn choose(&self, winner: usize, total: u32, spoken: bool, whole: bool) -> usize {
        let last = self.candidates.len() - 1;
        let nobody = self.masses[last];
        // Many weak ways to be somebody's words may together outweigh the one way to be nobody's.
        let said = if whole { nobody < total - nobody } else { nobody * TENTHS < total * FRAGMENT_SAID_BELOW };
        if !spoken && !said && (winner == last || !whole) {
            last
        } else if winner == last {
            best_of(&self.candidates[..last])
        } else {
            winner
        }
    }

    /// Sums the masses of the candidates of each speaker, most first.
    fn rank_speakers(&mut self) {
        self.speakers.clear();
        for (candidate, &mass) in self.candidates.iter().zip(&self.masses) {
            let Some(speaker) = candidate.speaker.filter(|_| mass > 0) else { continue };
            match self.speakers.iter_mut().find(|ranked| ranked.0 == speaker) {
                Some(ranked) => ranked.1 += mass,
                None => self.speakers.push((speaker, mass)),
            }
        }
        self.speakers.sort_unstable_by_key(|&(speaker, mass)| (Reverse(mass), speaker));
    }

    /// Remembers what was chosen for `quote`, for the quotes behind it.
    fn go_on(&mut self, quote: QuoteId, chosen: &Attribution<Score>, answering: bool) {
        let (cue, speaker) = match chosen.region {
            // Whoever it was, the talk goes on with who spoke before.
            Region::Orphan if answering => (None, None),
            Region::Nobody | Region::Orphan => return,
            _ => (chosen.cue, chosen.speaker),
        };
        let partner = partner(self.field, quote, speaker, self.previous);
        self.previous = Some(Previous { quote, cue, speaker, partner });
    }
}

/// The first of the best: candidates come nearest first.
fn best_of(candidates: &[Attribution<Score>]) -> usize {
    let scored = candidates.iter().map(|candidate| candidate.features).enumerate();
    scored.max_by_key(|&(index, score)| (score, Reverse(index))).map_or(0, |(index, _)| index)
}

/// Whether a quote is somebody's words by where it stands: a line that a dash opens, a block set off, a headline's
/// beginning, a sentence by itself. No term or title stands so.
fn is_spoken(field: &Field<'_>, quote: QuoteId) -> bool {
    field.quotes[quote].glyph.is_layout() || opens_headline(field, quote) || stands_alone(field, quote)
}

/// Whether a quote opens a headline: "“We counted the umbrellas”: how a village emptied a ferry".
fn opens_headline(field: &Field<'_>, quote: QuoteId) -> bool {
    let (words, place, shape) = (field.words, field.words.places[quote], field.shapes[quote]);
    if !words.in_heading(place.first) {
        return false;
    }
    let behind = place.last.next();
    let (first, last) = (&words.items[place.first], &words.items[place.last]);
    let opens = place.first.previous().is_none_or(|before| words.items[before].paragraph != first.paragraph);
    let alone = || words.items.get(behind).is_none_or(|item| item.paragraph != last.paragraph);
    opens
        && (alone() || matches!(words.class(behind), Class::Colon | Class::Comma))
        && shape.words >= HEADLINE_WORDS
        && !shape.title
}

/// Whether a quote is a sentence by itself ("The judge turned to me. “Mr. Diallo?” I had prepared a speech."), or all of a
/// headline behind the speaker's name ("Kasich: ‘We Will Win’").
fn stands_alone(field: &Field<'_>, quote: QuoteId) -> bool {
    let (words, place, shape) = (field.words, field.words.places[quote], field.shapes[quote]);
    if words.together(place.last, place.last.next()) {
        return false;
    }
    if words.in_heading(place.first) {
        let colon = place.first.previous().filter(|&before| {
            words.class(before) == Class::Colon && words.together(before, place.first) && shape.words >= HEADLINE_WORDS
        });
        return colon.is_some_and(|colon| {
            field.ended(colon).previous().is_some_and(|named| field.nominals[named].end == colon)
        });
    }
    let single = field.quotes[quote].glyph.is_single() && !field.british;
    !single && words.begins(place.first) && shape.is_whole() && (!shape.title || matches!(shape.last, '?' | '!'))
}

/// All of it, in permille.
const ALL: u16 = 1000;
/// The mass of the best candidate.
const WHOLE_MASS: u64 = 65_536;
/// The mass halves so often before it is nothing.
const HALVINGS: u64 = 16;
/// The natural logarithm of 2 is 710/1024, nearly.
const LN_2: (u64, u64) = (710, 1024);

/// The share of `mass` in `total`, permille.
fn permille(mass: u32, total: u32) -> u16 {
    u16::try_from(u64::from(mass) * u64::from(ALL) / u64::from(total)).unwrap_or(ALL)
}

/// The share, in permille, of what has so many points more than its opposite.
pub(crate) fn share_of_points(points: i32) -> u16 {
    let (more, less) = (mass(-points), mass(points));
    permille(more, more + less)
}

/// `exp(-gap / SCALE)` in 1/65536, by halving with linear steps between: the same on every machine.
fn mass(gap: i32) -> u32 {
    let halves = u64::from(gap.max(0).unsigned_abs()) * LN_2.1;
    let unit = u64::from(SCALE.unsigned_abs()) * LN_2.0;
    let whole = halves / unit;
    if whole >= HALVINGS {
        return 0;
    }
    let base = WHOLE_MASS >> whole;
    let within = base * (halves % unit) / (2 * unit);
    u32::try_from(base - within).unwrap_or(u32::MAX)
}
