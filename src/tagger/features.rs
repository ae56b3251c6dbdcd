//! Features of a token: what of it and around it the model weighs.
//!
//! Features that depend on one word alone come apart from the others, so that their weights are summed once for each
//! distinct word of an article. Templates follow Ratinov and Roth (2009) and Finkel et al. (2005); hashing follows
//! Weinberger et al. (2009).

use crate::lexicon::{Cues, mix};
use crate::tagger::article::{Article, GROUPS, Line, Style, is_title};
use crate::tagger::words::Word;

impl Template {
    /// What a feature of this kind knows the word by; training leaves each sort out at times, as for words and names that
    /// it never saw.
    pub const fn sort(self) -> Sort {
        match self {
            Self::Word
            | Self::Cluster
            | Self::Guess
            | Self::GuessShape
            | Self::PairBefore
            | Self::PairAfter
            | Self::GuessesBefore
            | Self::GuessesAfter
            | Self::StartWord
            | Self::RunLast
            | Self::RunFirst => Sort::Word,
            Self::Lists
            | Self::RunListed
            | Self::Mark
            | Self::MarkShapes
            | Self::MarkAfter
            | Self::MarkBefore
            | Self::Marks
            | Self::MarksAfter
            | Self::MarksBefore => Sort::Lists,
            _ => Sort::Other,
        }
    }
}

/// What a feature knows a word by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Neither of the others.
    Other,
    /// The word itself.
    Word,
    /// The lists it stands on.
    Lists,
}

/// Bits of a feature's key.
pub const KEY_BITS: u32 = 26;

macro_rules! templates {
    ($(#[doc = $doc:literal] $name:ident,)*) => {
        /// A kind of feature.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Template { $(#[doc = $doc] $name,)* }
        impl Template {
            /// What it is, in words.
            pub const fn words(self) -> &'static str {
                match self { $(Self::$name => $doc,)* }
            }

            /// All, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];
        }
    };
}

templates! {
    /// Always there.
    Bias,
    /// The word.
    Word,
    /// Its shape.
    Shape,
    /// Its first letters.
    Prefix,
    /// Its last letters.
    Suffix,
    /// Its fine cluster.
    Cluster,
    /// The group of guesses of what sort of name it is part of.
    Guess,
    /// The same and its shape.
    GuessShape,
    /// Its lists as a single word.
    Lists,
    /// Its closed classes.
    Cues,
    /// The word before.
    Before1,
    /// The word after.
    After1,
    /// The word two before.
    Before2,
    /// The word two after.
    After2,
    /// The fine cluster of the word before.
    ClusterBefore1,
    /// The fine cluster of the word after.
    ClusterAfter1,
    /// The guess of the word two before.
    GuessBefore2,
    /// The guess of the word two after.
    GuessAfter2,
    /// The word before and the word.
    PairBefore,
    /// The word and the word after.
    PairAfter,
    /// The two words before.
    TwoBefore,
    /// The two words after.
    TwoAfter,
    /// The words on both sides.
    Around,
    /// The guesses before and here.
    GuessesBefore,
    /// The guesses here and after.
    GuessesAfter,
    /// The word before and the shape.
    BeforeShape,
    /// The word after and the shape.
    AfterShape,
    /// Shapes before and here.
    ShapesBefore,
    /// Shapes here and after.
    ShapesAfter,
    /// Shapes before, here and after.
    Shapes,
    /// How the sentence is written, and the shape.
    Style,
    /// Shape at the start of a sentence.
    StartShape,
    /// Word at the start of a sentence.
    StartWord,
    /// Place within a run of capitalized words.
    RunPlace,
    /// The word before the run.
    RunBefore,
    /// The word after the run.
    RunAfter,
    /// The words before and after the run.
    RunAround,
    /// The last word of the run.
    RunLast,
    /// The first word of the run.
    RunFirst,
    /// The guesses before and after the run.
    RunGuesses,
    /// The lists that hold the whole run.
    RunListed,
    /// The lists that mark the end of the run before, with what stands between.
    RunMarksBefore,
    /// The guess of the end of the run before, with what stands between.
    RunGuessBefore,
    /// The lists that mark the start of the run after, with what stands between.
    RunMarksAfter,
    /// One group of lists marks the token.
    Mark,
    /// One group of lists, with shapes.
    MarkShapes,
    /// A group marks the token after.
    MarkAfter,
    /// A group marks the token before.
    MarkBefore,
    /// All marks.
    Marks,
    /// All marks here and after.
    MarksAfter,
    /// All marks before and here.
    MarksBefore,
    /// How far before a title stands.
    Title,
    /// Joined to the token before or after without a space.
    Joined,
    /// How often in lower case in the article.
    TimesLower,
    /// How often capitalized within sentences.
    TimesInner,
    /// Both, with the place in the sentence.
    TimesBoth,
    /// After a title elsewhere.
    TitledElsewhere,
    /// After "in" elsewhere.
    LocatedElsewhere,
    /// Next to "said" in the article.
    Speaks,
    /// Before a possessive in the article.
    Owns,
    /// How often within longer names.
    Runs,
    /// The word before the run and the guess of its last word.
    RunBeforeKind,
    /// The closed classes of the first and the last word of the run.
    RunCues,
    /// The last word of the run before, with what stands between.
    RunHeadBefore,
    /// The first word of the run after, with what stands between.
    RunHeadAfter,
    /// The guess of the start of the run after, with what stands between.
    RunGuessAfter,
    /// Second stage: what it thinks of the other tokens of the word.
    Elsewhere,
    /// Second stage: the word within longer names of the article.
    Within,
    /// Second stage: what it thinks of the whole name's other mentions.
    NameElsewhere,
}

/// Takes features one by one.
pub trait Sink {
    /// A feature of `template` about `a` and `b`.
    fn add(&mut self, template: Template, first: u64, second: u64);
}

/// The key of a feature.
pub fn key(template: Template, first: u64, second: u64) -> u32 {
    let hash = (first ^ (template as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    (mix(hash ^ (hash >> 32) ^ second.wrapping_mul(0xa076_1d64_78bd_642f)) >> (64 - KEY_BITS)) as u32
}

/// Where a context word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Two before the token.
    Before2,
    /// Before the token.
    Before1,
    /// After the token.
    After1,
    /// Two after the token.
    After2,
}

/// Features of a word as itself.
pub fn own(word: &Word, sink: &mut impl Sink) {
    sink.add(Template::Bias, 0, 0);
    sink.add(Template::Word, word.lower, 0);
    sink.add(Template::Shape, word.shape, 0);
    for key in 0..4 {
        if word.prefixes[key] != 0 {
            sink.add(Template::Prefix, word.prefixes[key], 0);
            sink.add(Template::Suffix, word.suffixes[key], 0);
        }
    }
    if word.entry.cluster != 0 {
        sink.add(Template::Cluster, u64::from(word.entry.cluster), 0);
    }
    if word.entry.guess != 0 {
        sink.add(Template::Guess, u64::from(word.entry.guess), 0);
        sink.add(Template::GuessShape, u64::from(word.entry.guess), word.shape);
    }
    if word.entry.lists.0 != 0 {
        sink.add(Template::Lists, u64::from(word.entry.lists.0), 0);
    }
    if word.entry.cues.0 != 0 {
        sink.add(Template::Cues, u64::from(word.entry.cues.0), 0);
    }
}

/// Features of a word as context.
pub fn context(word: Option<&Word>, side: Side, sink: &mut impl Sink) {
    let (lower, cluster, guess) =
        word.map_or((1, 0, 0), |weight| (weight.lower, weight.entry.cluster, weight.entry.guess));
    let (word, cluster_of, value) = match side {
        Side::Before1 => (Template::Before1, Template::ClusterBefore1, u64::from(cluster)),
        Side::After1 => (Template::After1, Template::ClusterAfter1, u64::from(cluster)),
        Side::Before2 => (Template::Before2, Template::GuessBefore2, u64::from(guess)),
        Side::After2 => (Template::After2, Template::GuessAfter2, u64::from(guess)),
    };
    sink.add(word, lower, 0);
    if value != 0 {
        sink.add(cluster_of, value, 0);
    }
}

/// A count in four steps.
const fn step(count: u16) -> u64 {
    match count {
        0 => 0,
        1 => 1,
        2 | 3 => 2,
        _ => 3,
    }
}

/// Features of token `i` of a sentence that depend on more than one word.
pub fn token(article: &Article, line: Line, index: usize, sink: &mut impl Sink) {
    let word = article.word(index);
    let at = |key: isize| -> Option<&Word> {
        let other = index.checked_add_signed(key)?;
        (line.start..line.end).contains(&other).then(|| article.word(other))
    };
    let (b2, b1, a1, a2) = (at(-2), at(-1), at(1), at(2));
    let lower = |weight: Option<&Word>| weight.map_or(1, |weight| weight.lower);
    let shape = |weight: Option<&Word>| weight.map_or(1, |weight| weight.shape);
    let guess = |weight: Option<&Word>| weight.map_or(0, |weight| u64::from(weight.entry.guess));
    let (b1l, a1l, b1s, a1s) = (lower(b1), lower(a1), shape(b1), shape(a1));
    sink.add(Template::PairBefore, b1l, word.lower);
    sink.add(Template::PairAfter, word.lower, a1l);
    sink.add(Template::TwoBefore, lower(b2), b1l);
    sink.add(Template::TwoAfter, a1l, lower(a2));
    sink.add(Template::GuessesBefore, guess(b1) << 8 | u64::from(word.entry.guess), 0);
    sink.add(Template::GuessesAfter, u64::from(word.entry.guess) << 8 | guess(a1), 0);
    sink.add(Template::BeforeShape, b1l, word.shape);
    sink.add(Template::AfterShape, a1l, word.shape);
    sink.add(Template::ShapesBefore, b1s, word.shape);
    sink.add(Template::ShapesAfter, word.shape, a1s);
    sink.add(Template::Shapes, mix(b1s ^ word.shape.rotate_left(17)), a1s);
    sink.add(Template::Style, line.style as u64, word.shape);
    if index == line.start || index == line.start + 1 && !article.word(line.start).case.is_word() {
        sink.add(Template::StartShape, word.shape, 0);
        sink.add(Template::StartWord, word.lower, 0);
    }
    if let Some(distance) = (1..=4).find(|&key| at(-key).is_some_and(is_title)) {
        sink.add(Template::Title, distance as u64, word.shape);
    }
    let joined_before = article.joined[index] && index > line.start;
    let joined_after = index + 1 < line.end && article.joined[index + 1];
    if joined_before || joined_after {
        let sides = u64::from(joined_before) | u64::from(joined_after) << 1;
        sink.add(Template::Joined, sides, word.shape);
        sink.add(Template::Joined, sides | 4, if joined_before { b1l } else { a1l });
    }
    marks(article, line, index, sink);
    if word.case.is_capital() {
        sink.add(Template::Around, b1l, a1l);
        run(article, line, index, sink);
        statistics(article, line, index, sink);
    }
}

/// A run of capitalized words is followed so far to either side: each token of a text in capitals looks along it.
const REACH: usize = 24;

/// Features of the run of capitalized words around token `i`.
fn run(article: &Article, line: Line, token: usize, sink: &mut impl Sink) {
    let capital = |other: usize| article.word(other).case.is_capital();
    let mut start = token;
    while start > line.start && token - start < REACH && capital(start - 1) {
        start -= 1;
    }
    let mut second = token + 1;
    while second < line.end && second - token < REACH && capital(second) {
        second += 1;
    }
    let before = (start > line.start).then(|| article.word(start - 1));
    let after = (second < line.end).then(|| article.word(second));
    let (bl, al) = (before.map_or(1, |word| word.lower), after.map_or(1, |word| word.lower));
    sink.add(Template::RunPlace, (token - start).min(3) as u64, (second - token - 1).min(3) as u64);
    sink.add(Template::RunBefore, bl, 0);
    sink.add(Template::RunAfter, al, 0);
    sink.add(Template::RunAround, bl, al);
    let cluster = |word: Option<&Word>| word.map_or(0, |word| u64::from(word.entry.guess));
    sink.add(Template::RunGuesses, cluster(before), cluster(after));
    let place = ((token - start).min(3) * 4 + (second - token - 1).min(3)) as u64;
    let whole = article.whole(start, second);
    if whole != 0 {
        sink.add(Template::RunListed, u64::from(whole), place);
    }
    let (first, last) = (article.word(start), article.word(second - 1));
    sink.add(Template::RunBeforeKind, bl, u64::from(last.entry.guess));
    if first.entry.cues.0 != 0 || last.entry.cues.0 != 0 {
        sink.add(Template::RunCues, u64::from(first.entry.cues.0) << 16 | u64::from(last.entry.cues.0), place);
    }
    // "Astana, Almaty and Shymkent": what the neighbor in a list is.
    if let Some(before) = before.filter(|_| start >= line.start + 2 && capital(start - 2)) {
        sink.add(Template::RunHeadBefore, article.word(start - 2).lower, before.lower);
        sink.add(Template::RunMarksBefore, u64::from(article.marks[start - 2]), before.lower);
        sink.add(Template::RunGuessBefore, u64::from(article.word(start - 2).entry.guess), before.lower);
    }
    if let Some(after) = after.filter(|_| second + 1 < line.end && capital(second + 1)) {
        sink.add(Template::RunHeadAfter, article.word(second + 1).lower, after.lower);
        sink.add(Template::RunMarksAfter, u64::from(article.marks[second + 1]), after.lower);
        sink.add(Template::RunGuessAfter, u64::from(article.word(second + 1).entry.guess), after.lower);
    }
    if second - token > 1 {
        sink.add(Template::RunLast, article.word(second - 1).lower, 0);
    }
    if start < token {
        sink.add(Template::RunFirst, article.word(start).lower, 0);
    }
}

/// Features of the lists that mark the tokens around `i`.
fn marks(article: &Article, line: Line, token: usize, sink: &mut impl Sink) {
    let here = article.marks[token];
    let before = if token > line.start { article.marks[token - 1] } else { 0 };
    let after = if token + 1 < line.end { article.marks[token + 1] } else { 0 };
    let capital = u64::from(article.word(token).case.is_capital());
    let shape = article.word(token).shape;
    let next = if token + 1 < line.end { article.word(token + 1).shape } else { 1 };
    for group in 0..GROUPS.len() {
        let bits = |marks: u16| u64::from(marks >> (2 * group) & 3);
        if bits(here) != 0 {
            sink.add(Template::Mark, (group as u64) << 2 | bits(here), 0);
            sink.add(Template::MarkShapes, (group as u64) << 2 | bits(here), mix(shape) ^ next);
        }
        if bits(after) != 0 {
            sink.add(Template::MarkAfter, (group as u64) << 2 | bits(after), capital);
        }
        if bits(before) != 0 {
            sink.add(Template::MarkBefore, (group as u64) << 2 | bits(before), capital);
        }
    }
    sink.add(Template::Marks, u64::from(here), 0);
    sink.add(Template::MarksAfter, u64::from(here), u64::from(after));
    sink.add(Template::MarksBefore, u64::from(before), u64::from(here));
}

/// Features of the word's other appearances in the article.
fn statistics(article: &Article, line: Line, token: usize, sink: &mut impl Sink) {
    let word = article.word(token);
    let seen = article.statistics[word.form as usize];
    let before = (token > line.start && line.style == Style::Normal).then(|| article.word(token - 1));
    sink.add(Template::TimesLower, step(seen.lower), 0);
    sink.add(Template::TimesInner, step(seen.inner), 0);
    sink.add(Template::TimesBoth, step(seen.lower) << 2 | step(seen.inner), u64::from(token == line.start));
    let titled = seen.titled - u16::from(before.is_some_and(is_title)).min(seen.titled);
    if titled > 0 {
        sink.add(Template::TitledElsewhere, 0, 0);
    }
    let located = seen.located - u16::from(before.is_some_and(|weight| weight.is(Cues::LOCATIVE))).min(seen.located);
    if located > 0 {
        sink.add(Template::LocatedElsewhere, step(located), 0);
    }
    if seen.speaks > 0 {
        sink.add(Template::Speaks, step(seen.speaks), 0);
    }
    if seen.owns > 0 {
        sink.add(Template::Owns, 0, 0);
    }
    sink.add(Template::Runs, step(seen.follows), step(seen.leads));
}
