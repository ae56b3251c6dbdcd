//! The marked notation: plain text with its annotations in it.
//!
//! `⟦TAG:text⟧` wraps a span; spans nest and never cross; without every `⟦TAG:` and `⟧` the plain text remains.
//!
//! | tag | span |
//! |---|---|
//! | `P1`, `L1`, `O1` | mention of the first person, place, organization |
//! | `q1d` | part of quote 1; `d` direct, `p` partial, `i` indirect, `t` thought, `n` not a quote |
//! | `c1`, `c1,2` | cue of quote 1; of both |
//! | `s1=P1`, `s1,2` | speaker mention of quote 1 and the person it means; of both, and nobody |
//!
//! ```
//! use article_annotator::testkit::Marked;
//!
//! let marked = Marked::parse("⟦q1d:“Prices rose,”⟧ ⟦c1:said⟧ ⟦s1=P1:President ⟦P1:Tokayev⟧⟧.").unwrap();
//! assert_eq!(marked.text, "“Prices rose,” said President Tokayev.");
//! assert_eq!(marked.mentions.len(), 1);
//! assert_eq!(marked.quotes[0].speaker.unwrap().cluster, Some(marked.mentions[0].cluster));
//! ```

use std::fmt;

use crate::analysis::{Analysis, EntityIndex, EntityKind, Mention, QuoteKind};
use crate::text::{Source, TextRange, TextSize};

/// A person, place or organization of one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cluster {
    /// What it is.
    pub kind: EntityKind,
    /// Counted apart for each kind, usually from 1.
    pub number: u32,
}

/// A name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MarkedMention {
    /// In the plain text.
    pub range: TextRange,
    /// Whom or what it names.
    pub cluster: Cluster,
}

/// The words at a quote that name its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkedSpeaker {
    /// In the plain text.
    pub range: TextRange,
    /// Whom they mean, if anybody the text names.
    pub cluster: Option<Cluster>,
}

/// A quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedQuote {
    /// As written in the notation.
    pub number: u32,
    /// How the words are attributed.
    pub kind: QuoteKind,
    /// In order, marks included.
    pub parts: Vec<TextRange>,
    /// "said".
    pub cue: Option<TextRange>,
    /// Who says it.
    pub speaker: Option<MarkedSpeaker>,
}

/// An annotated text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// Without marks.
    pub text: String,
    /// In reading order.
    pub mentions: Vec<MarkedMention>,
    /// In order of their first part.
    pub quotes: Vec<MarkedQuote>,
}

/// Why a text is not in the notation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedError {
    /// Line of the marked text, from 1.
    pub line: usize,
    /// What is wrong, in words.
    pub message: String,
}

impl fmt::Display for MarkedError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for MarkedError {}

/// What one bracket says.
enum Tag {
    Mention(Cluster),
    Part(u32, QuoteKind),
    Cue(Vec<u32>),
    Speaker(Vec<u32>, Option<Cluster>),
}

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
        let mention = |m: &Mention| Some(MarkedMention { range: m.range, cluster: cluster(m.entity)? });
        let quotes = analysis.quotes.iter().zip(1..).map(|(quote, number)| MarkedQuote {
            number,
            kind: quote.kind,
            parts: quote.parts.clone(),
            cue: quote.cue,
            speaker: quote
                .speaker
                .map(|sentence| MarkedSpeaker { range: sentence.range, cluster: sentence.entity.and_then(cluster) }),
        });
        Self {
            text: source.text().to_owned(),
            mentions: analysis.mentions.iter().filter_map(mention).collect(),
            quotes: quotes.collect(),
        }
    }

    /// Reads the notation.
    pub fn parse(marked: &str) -> Result<Self, MarkedError> {
        let mut reader = Reader { out: Self::default(), cues: Vec::new(), speakers: Vec::new(), line: 1 };
        let mut open: Vec<(Tag, TextSize, usize)> = Vec::new();
        let mut rest = marked;
        while let Some(character) = rest.chars().next() {
            rest = &rest[character.len_utf8()..];
            match character {
                '⟦' => {
                    let (tag, after) = rest.split_once(':').ok_or_else(|| reader.error("a bracket without a colon"))?;
                    let parsed = tag_of(tag).ok_or_else(|| reader.error(&format!("no such tag: {tag:.20}")))?;
                    open.push((parsed, TextSize::of(&reader.out.text), reader.line));
                    rest = after;
                }
                '⟧' => {
                    let (tag, start, _) = open.pop().ok_or_else(|| reader.error("a closing bracket too many"))?;
                    let range = TextRange::new(start, TextSize::of(&reader.out.text));
                    if range.is_empty() {
                        return Err(reader.error("a span without text"));
                    }
                    reader.take(tag, range)?;
                }
                character => {
                    reader.line += usize::from(character == '\n');
                    reader.out.text.push(character);
                }
            }
        }
        if let Some((.., line)) = open.pop() {
            return Err(MarkedError { line, message: "a bracket that is never closed".to_owned() });
        }
        reader.finish()
    }
}

struct Reader {
    out: Marked,
    cues: Vec<(u32, TextRange, usize)>,
    speakers: Vec<(u32, MarkedSpeaker, usize)>,
    line: usize,
}

impl Reader {
    fn error(&self, message: &str) -> MarkedError {
        MarkedError { line: self.line, message: message.to_owned() }
    }

    fn take(&mut self, tag: Tag, range: TextRange) -> Result<(), MarkedError> {
        match tag {
            Tag::Mention(cluster) => self.out.mentions.push(MarkedMention { range, cluster }),
            Tag::Cue(of) => self.cues.extend(of.into_iter().map(|count| (count, range, self.line))),
            Tag::Speaker(of, cluster) => {
                self.speakers.extend(of.into_iter().map(|count| (count, MarkedSpeaker { range, cluster }, self.line)));
            }
            Tag::Part(number, kind) => match self.out.quotes.iter_mut().find(|q| q.number == number) {
                Some(quote) if quote.kind != kind => {
                    return Err(self.error(&format!("quote {number} has parts of two kinds")));
                }
                Some(quote) => quote.parts.push(range),
                None => {
                    self.out.quotes.push(MarkedQuote { number, kind, parts: vec![range], cue: None, speaker: None });
                }
            },
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Marked, MarkedError> {
        for (number, range, line) in self.cues {
            let quote = found(&mut self.out.quotes, number, line)?;
            if quote.cue.replace(range).is_some() {
                return Err(MarkedError { line, message: format!("a second cue for quote {number}") });
            }
        }
        for (number, speaker, line) in self.speakers {
            let quote = found(&mut self.out.quotes, number, line)?;
            if quote.speaker.replace(speaker).is_some() {
                return Err(MarkedError { line, message: format!("a second speaker for quote {number}") });
            }
        }
        self.out.mentions.sort();
        for quote in &mut self.out.quotes {
            quote.parts.sort();
        }
        self.out.quotes.sort_by_key(|q| (q.parts[0].start(), std::cmp::Reverse(q.parts[0].end())));
        Ok(self.out)
    }
}

fn found(quotes: &mut [MarkedQuote], number: u32, line: usize) -> Result<&mut MarkedQuote, MarkedError> {
    quotes
        .iter_mut()
        .find(|quote| quote.number == number)
        .ok_or_else(|| MarkedError { line, message: format!("cue or speaker of quote {number}, which has no part") })
}

fn tag_of(tag: &str) -> Option<Tag> {
    let mut chars = tag.chars();
    match chars.next()? {
        'q' => {
            let kind = match chars.next_back()? {
                'd' => QuoteKind::Direct,
                'p' => QuoteKind::Partial,
                'i' => QuoteKind::Indirect,
                't' => QuoteKind::Thought,
                'n' => QuoteKind::NotQuote,
                _ => return None,
            };
            Some(Tag::Part(chars.as_str().parse().ok()?, kind))
        }
        'c' => Some(Tag::Cue(numbers(chars.as_str())?)),
        's' => match chars.as_str().split_once('=') {
            Some((of, cluster)) => Some(Tag::Speaker(numbers(of)?, Some(cluster_of(cluster)?))),
            None => Some(Tag::Speaker(numbers(chars.as_str())?, None)),
        },
        _ => cluster_of(tag).map(Tag::Mention),
    }
}

fn numbers(list: &str) -> Option<Vec<u32>> {
    list.split(',').map(|number| number.parse().ok()).collect()
}

fn cluster_of(tag: &str) -> Option<Cluster> {
    let (kind, number) = tag.split_at_checked(1)?;
    let kind = match kind {
        "P" => EntityKind::Person,
        "L" => EntityKind::Place,
        "O" => EntityKind::Organization,
        _ => return None,
    };
    Some(Cluster { kind, number: number.parse().ok()? })
}
