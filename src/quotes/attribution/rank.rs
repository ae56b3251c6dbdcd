//! Chooses for each quote, in reading order, the best of its possible attributions.

use crate::quotes::attribution::candidate::{Attribution, Previous, Region};
use crate::quotes::attribution::feature::Score;
use crate::quotes::attribution::weights::SCALE;
use crate::quotes::parse::context::Field;
use crate::quotes::parse::index::{IdVec, ItemId, NominalId, QuoteId};
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

/// The best nine of something with their shares, best first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ranked {
    all: [(NominalId, u16); 9],
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

/// Decides for every quote of an article.
pub(crate) fn decide(field: &Field<'_>) -> IdVec<QuoteId, Decision> {
    let mut out = IdVec::with_capacity(field.quotes.len());
    let mut previous: Option<Previous> = None;
    // As many as most quotes have, or more.
    let (mut candidates, mut cues) = (Vec::with_capacity(64), Vec::with_capacity(16));
    let (mut scores, mut masses) = (Vec::with_capacity(64), Vec::with_capacity(64));
    let mut ranked: Vec<(NominalId, u32)> = Vec::with_capacity(32);
    for q in field.quotes.ids() {
        candidates.clear();
        field.candidates(q, previous, &mut cues, &mut candidates);
        scores.clear();
        scores.extend(candidates.iter().map(|c: &Attribution<Score>| c.features.0));
        // The first of equals: candidates come nearest first.
        let winner = |n: usize| {
            let scored = scores[..n].iter().enumerate();
            scored.max_by_key(|&(i, &s)| (s, std::cmp::Reverse(i))).map_or(0, |(i, _)| i)
        };
        let mut best = winner(scores.len());
        let top = scores[best];
        masses.clear();
        masses.extend(scores.iter().map(|&s| mass(top - s)));
        let total: u32 = masses.iter().sum::<u32>().max(1);
        let nobody = masses[masses.len() - 1];
        // A dash that opens a line, a block set off: never a term or title.
        // Nor an answer to somebody's words.
        let answers = field.answers(q) && previous.is_some_and(|p| p.quote + 1 == q);
        let spoken = field.quotes[q].glyph.is_layout() || field.heads(q) || field.alone(q) || answers;
        // Many weak ways to be somebody's words may together outweigh the one way to be nobody's.
        // A fragment needs more: most terms and titles are fragments.
        let enough = if field.shapes[q].is_whole() { nobody < total - nobody } else { nobody * 10 < total * 4 };
        let nobody_wins = best + 1 == scores.len() || (!spoken && !enough && !field.shapes[q].is_whole());
        if nobody_wins && !spoken && !enough {
            best = scores.len() - 1;
        } else if best + 1 == scores.len() {
            best = winner(scores.len() - 1);
        }
        ranked.clear();
        for (c, &m) in candidates.iter().zip(&masses) {
            if let Some(speaker) = c.speaker.filter(|_| m > 0) {
                match ranked.iter_mut().find(|r| r.0 == speaker) {
                    Some(r) => r.1 += m,
                    None => ranked.push((speaker, m)),
                }
            }
        }
        ranked.sort_unstable_by_key(|&(speaker, m)| (std::cmp::Reverse(m), speaker));
        let share = |m: u32| (u64::from(m) * 1000 / u64::from(total)) as u16;
        let chosen = candidates.swap_remove(best);
        let certainty = match chosen.speaker {
            Some(s) => ranked.iter().find(|r| r.0 == s).map_or(0, |r| share(r.1)),
            None => share(masses[best]),
        };
        let quoted = if chosen.region == Region::Nobody { share(nobody) } else { 1000 - share(nobody) };
        if !matches!(chosen.region, Region::Nobody | Region::Orphan) {
            let partner = field.partner(q, chosen.speaker, previous);
            previous = Some(Previous { quote: q, cue: chosen.cue, speaker: chosen.speaker, partner });
        } else if answers && chosen.region == Region::Orphan {
            // Whoever it was, the talk goes on with who spoke before.
            let partner = field.partner(q, None, previous);
            previous = Some(Previous { quote: q, cue: None, speaker: None, partner });
        }
        let shares = Ranked::of(ranked.iter().map(|&(s, m)| (s, share(m))).filter(|r| r.1 > 0));
        out.push(Decision { best: chosen, certainty, quoted, ranked: shares });
    }
    out
}

impl Field<'_> {
    /// Whether a quote opens a headline: "“We counted the umbrellas”: how a village emptied a ferry".
    fn heads(&self, q: QuoteId) -> bool {
        let words = self.words;
        let (start, end) = (words.places[q].first, words.places[q].last);
        let alone = words.items.get(end + 1).is_none_or(|i| i.paragraph != words.items[end].paragraph);
        words.in_heading(start)
            && (start == ItemId::FIRST || words.items[start - 1].paragraph != words.items[start].paragraph)
            && (alone || matches!(words.class(end + 1), Class::Colon | Class::Comma))
            && self.shapes[q].words >= 3
            && !self.shapes[q].title
    }

    /// Whether a quote is a sentence by itself ("The judge turned to me. “Mr. Diallo?” I had prepared a speech."), or all of a
    /// headline behind the speaker's name ("Kasich: ‘We Will Win’"): no term or title stands so.
    fn alone(&self, q: QuoteId) -> bool {
        let words = self.words;
        let (start, end) = (words.places[q].first, words.places[q].last);
        let (shape, single) = (self.shapes[q], self.quotes[q].glyph.is_single() && !self.british);
        if words.in_heading(start) {
            return start > ItemId::FIRST
                && words.class(start - 1) == Class::Colon
                && words.together(start - 1, start)
                && !words.together(end, end + 1)
                && shape.words >= 3
                && self.ended(start - 1).previous().is_some_and(|n| self.nominals[n].end + 1 == start);
        }
        !single
            && words.begins(start)
            && !words.together(end, end + 1)
            && shape.is_whole()
            && (!shape.title || matches!(shape.last, '?' | '!'))
    }
}

/// `exp(-gap / SCALE)` in 1/65536, by halving with linear steps between: the same on every machine.
fn mass(gap: i32) -> u32 {
    // ln 2 as 710/1024.
    let halves = i64::from(gap.max(0)) * 1024;
    let unit = i64::from(SCALE) * 710;
    let whole = halves / unit;
    if whole >= 16 {
        return 0;
    }
    let rest = halves % unit;
    let base = 65_536_i64 >> whole;
    (base - base * rest / (2 * unit)) as u32
}
