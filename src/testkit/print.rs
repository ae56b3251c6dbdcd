//! Writes the marked notation.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fmt::{self, Write};

use crate::analysis::{EntityKind, QuoteKind};
use crate::testkit::marked::{Cluster, Marked, MarkedQuote};
use crate::text::{TextRange, TextSize};

/// Ordered so that of spans that start together the outer one comes first.
type Span = (TextSize, Reverse<TextSize>, u8, String);

/// The notation. Of two spans that cross, which it cannot say, the later one is cut in two.
impl fmt::Display for Marked {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut spans = spans(self);
        let mut open: Vec<TextSize> = Vec::new();
        let mut at = TextSize::default();
        while let Some((start, Reverse(end), rank, tag)) = spans.pop_first() {
            while open.last().is_some_and(|&error| error <= start) {
                let close = open.pop().unwrap_or_default();
                copy(&self.text, out, &mut at, close)?;
                out.write_char('⟧')?;
            }
            let end = match open.last() {
                Some(&outer) if outer < end => {
                    spans.insert((outer, Reverse(end), rank, tag.clone()));
                    outer
                }
                _ => end,
            };
            copy(&self.text, out, &mut at, start)?;
            write!(out, "⟦{tag}:")?;
            open.push(end);
        }
        while let Some(close) = open.pop() {
            copy(&self.text, out, &mut at, close)?;
            out.write_char('⟧')?;
        }
        copy(&self.text, out, &mut at, TextSize::of(&self.text))
    }
}

fn copy(text: &str, out: &mut fmt::Formatter<'_>, at: &mut TextSize, to: TextSize) -> fmt::Result {
    out.write_str(&text[at.index()..to.index()])?;
    *at = to;
    Ok(())
}

fn spans(marked: &Marked) -> BTreeSet<Span> {
    let mut spans = BTreeSet::new();
    let mut put = |range: TextRange, rank: u8, tag: String| {
        if !range.is_empty() {
            spans.insert((range.start(), Reverse(range.end()), rank, tag));
        }
    };
    for quote in &marked.quotes {
        for &part in &quote.parts {
            put(part, 0, format!("q{}{}", quote.number, letter(quote.kind)));
        }
        if let Some(speaker) = quote.speaker {
            let shared = |q: &&MarkedQuote| q.speaker == Some(speaker);
            let tail = speaker.cluster.map_or(String::new(), |character| format!("={}", name(character)));
            put(speaker.range, 1, format!("s{}{tail}", numbers(&marked.quotes, shared)));
        }
        if let Some(cue) = quote.cue {
            put(cue, 2, format!("c{}", numbers(&marked.quotes, |q| q.cue == Some(cue))));
        }
    }
    for mention in &marked.mentions {
        put(mention.range, 3, name(mention.cluster));
    }
    spans
}

fn numbers(quotes: &[MarkedQuote], wanted: impl Fn(&&MarkedQuote) -> bool) -> String {
    quotes.iter().filter(wanted).map(|quote| quote.number.to_string()).collect::<Vec<_>>().join(",")
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
    use crate::testkit::marked::MarkedMention;

    #[track_caller]
    fn round(marked: &str) {
        assert_eq!(Marked::parse(marked).expect("valid").to_string(), marked);
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
        assert_eq!(marked.to_string(), "⟦q1d:ab⟦P1:cd⟧⟧⟦P1:ef⟧g");
    }
}
