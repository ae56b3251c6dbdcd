//! Writes the marked notation.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fmt::Write;

use super::{Cluster, Marked, MarkedMention, MarkedQuote, MarkedSpeaker};
use crate::analysis::{Analysis, EntityIndex, EntityKind, QuoteKind};
use crate::text::{Source, TextRange, TextSize};

/// Ordered so that of spans that start together the outer one comes first.
type Span = (TextSize, Reverse<TextSize>, u8, String);

impl Marked {
    /// What the engine found in `source`. Clusters and quotes are numbered in the analysis' order.
    pub fn of(source: &Source, analysis: &Analysis) -> Self {
        let mut counts = [0; 3];
        let mut clusters = Vec::with_capacity(analysis.entities.len());
        for entity in &analysis.entities {
            let count = &mut counts[entity.kind as usize];
            *count += 1;
            clusters.push(Cluster { kind: entity.kind, number: *count });
        }
        let cluster = |entity: EntityIndex| clusters.get(entity.index()).copied();
        let mention =
            |m: &crate::analysis::Mention| Some(MarkedMention { range: m.range, cluster: cluster(m.entity)? });
        let quotes = analysis.quotes.iter().zip(1..).map(|(q, number)| MarkedQuote {
            number,
            kind: q.kind,
            parts: q.parts.clone(),
            cue: q.cue,
            speaker: q.speaker.map(|s| MarkedSpeaker { range: s.range, cluster: s.entity.and_then(cluster) }),
        });
        Self {
            text: source.text().to_owned(),
            mentions: analysis.mentions.iter().filter_map(mention).collect(),
            quotes: quotes.collect(),
        }
    }

    /// The notation of this text. Of two spans that cross, which the notation cannot say, the later one is cut in two.
    pub fn print(&self) -> String {
        let mut spans = self.spans();
        let mut out = String::with_capacity(self.text.len() * 3 / 2);
        let mut open: Vec<TextSize> = Vec::new();
        let mut at = TextSize::default();
        while let Some((start, Reverse(end), rank, tag)) = spans.pop_first() {
            while open.last().is_some_and(|&e| e <= start) {
                let close = open.pop().unwrap_or_default();
                self.copy(&mut out, &mut at, close);
                out.push('⟧');
            }
            let end = match open.last() {
                Some(&outer) if outer < end => {
                    spans.insert((outer, Reverse(end), rank, tag.clone()));
                    outer
                }
                _ => end,
            };
            self.copy(&mut out, &mut at, start);
            let _ = write!(out, "⟦{tag}:");
            open.push(end);
        }
        while let Some(close) = open.pop() {
            self.copy(&mut out, &mut at, close);
            out.push('⟧');
        }
        self.copy(&mut out, &mut at, TextSize::of(&self.text));
        out
    }

    fn copy(&self, out: &mut String, at: &mut TextSize, to: TextSize) {
        out.push_str(&self.text[at.index()..to.index()]);
        *at = to;
    }

    fn spans(&self) -> BTreeSet<Span> {
        let mut spans = BTreeSet::new();
        let mut put = |range: TextRange, rank: u8, tag: String| {
            if !range.is_empty() {
                spans.insert((range.start(), Reverse(range.end()), rank, tag));
            }
        };
        for quote in &self.quotes {
            for &part in &quote.parts {
                put(part, 0, format!("q{}{}", quote.number, letter(quote.kind)));
            }
            if let Some(speaker) = quote.speaker {
                let shared = |q: &&MarkedQuote| q.speaker == Some(speaker);
                let tail = speaker.cluster.map_or(String::new(), |c| format!("={}", name(c)));
                put(speaker.range, 1, format!("s{}{tail}", self.numbers(shared)));
            }
            if let Some(cue) = quote.cue {
                put(cue, 2, format!("c{}", self.numbers(|q| q.cue == Some(cue))));
            }
        }
        for mention in &self.mentions {
            put(mention.range, 3, name(mention.cluster));
        }
        spans
    }

    fn numbers(&self, wanted: impl Fn(&&MarkedQuote) -> bool) -> String {
        self.quotes.iter().filter(wanted).map(|q| q.number.to_string()).collect::<Vec<_>>().join(",")
    }
}

fn name(cluster: Cluster) -> String {
    let kind = match cluster.kind {
        EntityKind::Person => 'P',
        EntityKind::Place => 'L',
        EntityKind::Organization => 'O',
    };
    format!("{kind}{}", cluster.number)
}

fn letter(kind: QuoteKind) -> char {
    match kind {
        QuoteKind::Direct => 'd',
        QuoteKind::Partial => 'p',
        QuoteKind::Indirect => 'i',
        QuoteKind::Thought => 't',
        QuoteKind::NotQuote => 'n',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn round(marked: &str) {
        assert_eq!(Marked::parse(marked).expect("valid").print(), marked);
    }

    #[test]
    fn what_is_read_is_printed() {
        round("No marks.");
        round("⟦q1d:“Prices rose,”⟧ ⟦s1=P1:President ⟦P1:Tokayev⟧⟧ ⟦c1:said⟧, ⟦q1d:“in ⟦L1:Lyon⟧.”⟧");
        round("⟦s1,2:He⟧ ⟦c1,2:said⟧ ⟦q1i:it rained⟧ and ⟦q2i:⟦O1:Reuters⟧ slept⟧.");
        round("⟦s1=P1:⟦P1:Ana⟧⟧⟦c1::⟧ ⟦q1d:Yes.⟧\n\n⟦q1d:No.⟧");
        round("⟦q1d:“He ⟦c2:said⟧ ⟦q2d:‘no’⟧”⟧");
    }

    #[test]
    fn faults_are_named_with_their_line() {
        let error = |text| Marked::parse(text).expect_err("invalid").to_string();
        assert_eq!(error("a\n⟦P1:b"), "line 2: a bracket that is never closed");
        assert_eq!(error("⟧"), "line 1: a closing bracket too many");
        assert_eq!(error("⟦X1:a⟧"), "line 1: no such tag: X1");
        assert_eq!(error("⟦P1:⟧"), "line 1: a span without text");
        assert_eq!(error("⟦c3:said⟧"), "line 1: cue or speaker of quote 3, which has no part");
        assert_eq!(error("⟦q1d:a⟧ ⟦q1p:b⟧"), "line 1: quote 1 has parts of two kinds");
        assert_eq!(error("⟦q1d:a⟧ ⟦c1:b⟧ ⟦c1:c⟧"), "line 1: a second cue for quote 1");
    }

    #[test]
    fn crossing_spans_are_cut() {
        let cluster = Cluster { kind: EntityKind::Person, number: 1 };
        let quote = MarkedQuote {
            number: 1,
            kind: QuoteKind::Direct,
            parts: vec![TextRange::at(0, 4)],
            cue: None,
            speaker: None,
        };
        let mention = MarkedMention { range: TextRange::at(2, 6), cluster };
        let marked = Marked { text: "abcdefg".into(), mentions: vec![mention], quotes: vec![quote] };
        assert_eq!(marked.print(), "⟦q1d:ab⟦P1:cd⟧⟧⟦P1:ef⟧g");
    }
}
