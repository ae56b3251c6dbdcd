//! Scores of quotes on corpora that say who said what in which words, as `score.py` in the corpora's folder counts them.
//!
//! Parts are compared piece by piece: cut at line breaks, marks, space, comma and full stop trimmed at both ends. A piece
//! is found when intersection over union with one of ours is at least 0.8. Positions are code points.

use std::collections::BTreeMap;

use super::clusters::{self, Overlap};
use crate::analysis::{Analysis, Engine, EntityIndex, Options, QuoteKind, analyze};
use crate::text::{Source, TextRange, clean};

/// Start and end in code points.
pub type Span = (u32, u32);

/// Trimmed from both ends of a piece.
const TRIM: &str = "\"'“”‘’„‟«»‹› \t\r\n\u{a0},.";
/// A piece agrees from this intersection over union on, in tenths.
const AGREES: u32 = 8;

/// How much of what was said stands in marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// All of it.
    Whole,
    /// A fragment.
    Partial,
    /// Nothing.
    Reported,
}

/// One quote of a corpus.
#[derive(Clone, Debug)]
pub struct GoldQuote {
    /// Its words.
    pub range: Span,
    /// How they stand.
    pub form: Form,
    /// The words that name the speaker.
    pub speaker: Option<Span>,
    /// What introduces it.
    pub cue: Option<Span>,
    /// Who speaks, where the corpus says only that: a name with `_` for spaces and a number behind.
    pub who: Option<String>,
}

/// One text of a corpus.
#[derive(Clone, Debug)]
pub struct Gold {
    /// The text.
    pub text: String,
    /// Its quotes.
    pub quotes: Vec<GoldQuote>,
}

/// How many of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Right.
    pub n: usize,
    /// Of.
    pub of: usize,
}

impl Share {
    fn count(&mut self, right: bool) {
        self.n += usize::from(right);
        self.of += 1;
    }

    /// In percent.
    pub fn percent(self) -> f64 {
        100.0 * self.n as f64 / self.of.max(1) as f64
    }
}

/// Of one form.
#[derive(Clone, Copy, Debug, Default)]
pub struct FormScores {
    /// Found, of all of the corpus.
    pub found: Share,
    /// Speaker mention right, of those found that have one.
    pub speaker: Share,
    /// Cue right, of those found that have one.
    pub cue: Share,
}

/// Scores on one corpus.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    /// By form, in the order of [`Form`].
    pub forms: [FormScores; 3],
    /// Pieces we found: quoted, reported.
    pub predicted: [usize; 2],
    /// Pieces in marks with the corpus' borders.
    pub exact: usize,
    /// Pieces in marks that are found with the right speaker.
    pub joint: usize,
    /// By tenths of confidence, quoted and reported: pieces, of them right (span and speaker).
    pub reliability: [[(usize, usize); 10]; 2],
    /// Groups of quotes by who speaks, where the corpus names only that.
    pub groups: Overlap,
    /// Who speaks is called by a word of that person's name or description.
    pub named: Share,
}

/// A piece of one of our quotes.
struct Piece {
    span: Span,
    /// Index of the quote.
    quote: usize,
}

/// Scores the engine on `corpus`.
pub fn score(corpus: &[Gold], engine: &Engine, options: &Options) -> Scores {
    let mut scores = Scores::default();
    for gold in corpus {
        let cleaned = clean(&gold.text);
        let analysis = analyze(&Source::new(cleaned.text.as_str()), engine, options);
        let pasted = Source::new(gold.text.as_str());
        let at = |range: TextRange| {
            let range = cleaned.pasted(range);
            let char = |offset| pasted.map().to_char(pasted.text(), offset).0;
            (char(range.start()), char(range.end()))
        };
        scores.add(gold, &analysis, &at);
    }
    scores
}

impl Scores {
    /// Adds one text; `at` says where a range of the analysis stands in it.
    fn add(&mut self, gold: &Gold, analysis: &Analysis, at: &dyn Fn(TextRange) -> Span) {
        let chars: Vec<char> = gold.text.chars().collect();
        let mut ours: [Vec<Piece>; 2] = [Vec::new(), Vec::new()];
        // Quotes within quotes are given out too; corpora mark the outer one.
        let mut outer = 0;
        for (index, quote) in analysis.quotes.iter().enumerate() {
            let class = match quote.kind {
                QuoteKind::Direct | QuoteKind::Partial => 0,
                QuoteKind::Indirect | QuoteKind::Thought => 1,
                QuoteKind::NotQuote => continue,
            };
            let end = quote.span().end().get();
            if class == 0 {
                if end <= outer {
                    continue;
                }
                outer = end;
            }
            for part in &quote.parts {
                ours[class].extend(pieces(&chars, at(*part)).into_iter().map(|span| Piece { span, quote: index }));
            }
        }
        for (class, ours) in ours.iter().enumerate() {
            self.predicted[class] += ours.len();
            self.compare(gold, &chars, analysis, at, class, ours);
        }
        if gold.quotes.iter().any(|q| q.who.is_some()) {
            self.who(gold, &chars, analysis, at, &ours[0]);
        }
    }

    fn compare(
        &mut self,
        gold: &Gold,
        chars: &[char],
        analysis: &Analysis,
        at: &dyn Fn(TextRange) -> Span,
        class: usize,
        ours: &[Piece],
    ) {
        let mut used = vec![false; ours.len()];
        let mut right = vec![false; ours.len()];
        for quote in gold.quotes.iter().filter(|q| usize::from(q.form == Form::Reported) == class) {
            let form = &mut self.forms[quote.form as usize];
            for piece in pieces(chars, quote.range) {
                let best = best(piece, ours, &used);
                form.found.count(best.is_some());
                let Some(index) = best else { continue };
                used[index] = true;
                let found = &analysis.quotes[ours[index].quote];
                let (speaker, cue) = (found.speaker.map(|span| at(span.range)), found.cue.map(at));
                if quote.speaker.is_some() {
                    form.speaker.count(touch(quote.speaker, speaker));
                }
                if quote.cue.is_some() {
                    form.cue.count(touch(quote.cue, cue));
                }
                right[index] = touch(quote.speaker, speaker) || (quote.speaker.is_none() && speaker.is_none());
                if class == 0 {
                    self.exact += usize::from(ours[index].span == piece);
                    self.joint += usize::from(right[index]);
                }
            }
        }
        for (piece, right) in ours.iter().zip(right) {
            let step = usize::from(analysis.quotes[piece.quote].confidence.get() / 100).min(9);
            let (all, good) = &mut self.reliability[class][step];
            *all += 1;
            *good += usize::from(right);
        }
    }

    /// Who speaks, where the corpus has no mention of the speaker.
    fn who(
        &mut self,
        gold: &Gold,
        chars: &[char],
        analysis: &Analysis,
        at: &dyn Fn(TextRange) -> Span,
        ours: &[Piece],
    ) {
        let mut ids: BTreeMap<&str, u32> = BTreeMap::new();
        let (mut right, mut found) = (Vec::new(), Vec::new());
        let mut used = vec![false; ours.len()];
        for quote in &gold.quotes {
            let Some(who) = quote.who.as_deref() else { continue };
            let next = ids.len() as u32;
            let id = *ids.entry(who).or_insert(next);
            for piece in pieces(chars, quote.range) {
                let Some(index) = best(piece, ours, &used) else { continue };
                used[index] = true;
                let speaker = analysis.quotes[ours[index].quote].speaker;
                let entity = speaker.and_then(|span| span.entity);
                let range = TextRange::at(piece.0, piece.1);
                right.push((range, id));
                // Each quote whose speaker is not known is a group of its own.
                found.push((range, entity.map_or(u32::MAX - index as u32, EntityIndex::get)));
                let mentions = entity.map(|e| analysis.entities[e].mentions.as_slice()).unwrap_or_default();
                let ranges = mentions.iter().map(|&mention| analysis.mentions[mention as usize].range);
                let called = speaker.map(|span| span.range).into_iter().chain(ranges);
                let text = |recall| -> String {
                    let (first, second) = at(recall);
                    chars[first as usize..second as usize].iter().collect()
                };
                self.named.count(called.map(text).any(|words| same_name(who, &words)));
            }
        }
        self.groups.add(clusters::compare(&right, &found));
    }
}

/// Whether a description and an identifier such as `Mrs__Bennet-7` share a word that is no title.
fn same_name(who: &str, words: &str) -> bool {
    let parts = |span: &str| -> Vec<String> {
        let words = span.split(|character: char| !character.is_alphabetic() && character != '’').map(str::to_lowercase);
        words.filter(|w| w.len() > 2 && !matches!(w.as_str(), "the" | "mrs" | "miss" | "and" | "his" | "her")).collect()
    };
    let theirs = parts(who);
    parts(words).iter().any(|w| theirs.contains(w))
}

/// The unused piece that agrees best with `piece`.
fn best(piece: Span, ours: &[Piece], used: &[bool]) -> Option<usize> {
    let mut best: Option<(u32, u32, usize)> = None;
    for (index, other) in ours.iter().enumerate().filter(|(index, _)| !used[*index]) {
        let both = piece.1.min(other.span.1).saturating_sub(piece.0.max(other.span.0));
        let all = piece.1.max(other.span.1) - piece.0.min(other.span.0);
        let better = best
            .is_none_or(|(second, first, _)| u64::from(both) * u64::from(first) > u64::from(second) * u64::from(all));
        if both * 10 >= all * AGREES && both > 0 && better {
            best = Some((both, all, index));
        }
    }
    best.map(|second| second.2)
}

/// The lines of a span, trimmed; empty ones dropped.
fn pieces(chars: &[char], span: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = span.0 as usize;
    for line in chars[start..span.1 as usize].split(|&character| character == '\n') {
        let end = start + line.len();
        let skip = line.iter().take_while(|character| TRIM.contains(**character)).count();
        let cut = line.iter().rev().take_while(|character| TRIM.contains(**character)).count();
        if skip + cut < line.len() {
            out.push(((start + skip) as u32, (end - cut) as u32));
        }
        start = end + 1;
    }
    out
}

fn touch(first: Option<Span>, second: Option<Span>) -> bool {
    first.zip(second).is_some_and(|(first, second)| first.0 < second.1 && second.0 < first.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_trimmed_lines() {
        let text: Vec<char> = "“Ab, \n.\ncd.”".chars().collect();
        assert_eq!(pieces(&text, (0, text.len() as u32)), [(1, 3), (8, 10)]);
    }

    #[test]
    fn names_and_descriptions() {
        assert!(same_name("Mr__Bennet-7", "Mr. Bennet"));
        assert!(!same_name("Mrs_Bennet-7", "Mrs. Long"));
        assert!(same_name("the_old_man-3", "an old woman") && !same_name("I-3", "I"));
    }
}
