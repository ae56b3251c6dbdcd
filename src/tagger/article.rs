//! One article as the model sees it: numbered words, marks of the lists, statistics of each word, tokens that may be part
//! of a name.

use crate::lexicon::{Cues, LONGEST_PHRASE, Lexicon, Lists, extend, word_hash};
use crate::segment::Segmentation;
use crate::tagger::words::{Case, Word, Words};
use crate::text::Source;

/// Groups of lists whose phrases are marked on tokens, two bits each: begins here, goes on here.
pub const GROUPS: [Lists; 7] = [
    Lists(Lists::COUNTRY.0 | Lists::AREA.0),
    Lists::REGION,
    Lists::CITY,
    Lists(Lists::TOWN.0 | Lists::ALIAS.0),
    Lists(Lists::FIRST.0 | Lists::MALE.0 | Lists::FEMALE.0),
    Lists::LAST,
    Lists::ORGANIZATION,
];

/// How often and where a word (case aside) stands in the article.
#[derive(Clone, Copy, Debug, Default)]
pub struct Statistic {
    /// In lower case.
    pub lower: u16,
    /// With a capital after another word.
    pub inner: u16,
    /// After a title.
    pub titled: u16,
    /// After "in", "near".
    pub located: u16,
    /// Next to "said", "who", "has".
    pub speaks: u16,
    /// Before a possessive.
    pub owns: u16,
    /// After a capitalized word.
    pub follows: u16,
    /// Before a capitalized word.
    pub leads: u16,
}

/// A sentence of the article.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// How it is written.
    pub style: Style,
}

/// How a sentence is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Names stand out by their capitals.
    Normal,
    /// Most words have a capital.
    Title,
    /// All capitals.
    Capitals,
}

/// One article as the model sees it.
#[derive(Debug)]
pub struct Article {
    /// The distinct words.
    pub words: Words,
    /// The word of each token.
    pub ids: Vec<u32>,
    /// List marks of each token, two bits for each of [`GROUPS`].
    pub marks: Vec<u16>,
    /// Listed phrases of two words and more: first token, end, bits of [`GROUPS`].
    phrases: Vec<(u32, u32, u8)>,
    /// By [`Word::form`].
    pub statistics: Vec<Statistic>,
    /// Sentences.
    pub lines: Vec<Line>,
    /// Which tokens may be part of a name; all others are outside.
    pub candidate: Vec<bool>,
    /// Which tokens follow the one before without a space.
    pub joined: Vec<bool>,
}

impl Article {
    /// Reads the tokens of `source`.
    pub fn new(source: &Source, segmentation: &Segmentation, lexicon: &Lexicon) -> Self {
        let mut words = Words::with_capacity(segmentation.tokens.len());
        let ids: Vec<u32> = segmentation
            .tokens
            .iter()
            .map(|token| words.number(&source.text()[std::ops::Range::from(token.range)], token.kind, lexicon))
            .collect();
        let count = ids.len();
        let mut article = Self {
            statistics: vec![Statistic::default(); words.forms()],
            words,
            ids,
            marks: vec![0; count],
            phrases: Vec::new(),
            lines: Vec::with_capacity(segmentation.sentences.len()),
            candidate: vec![false; count],
            joined: segmentation.tokens.iter().map(|token| !token.spaced).collect(),
        };
        for sentence in &segmentation.sentences {
            let (start, end) = (sentence.tokens.start as usize, sentence.tokens.end as usize);
            let style = article.style(start, end);
            article.lines.push(Line { start, end, style });
            article.mark(start, end, lexicon);
            article.find_candidates(start, end);
            article.count(start, end, style);
        }
        article
    }

    /// The word of token `i`.
    pub fn word(&self, token: usize) -> &Word {
        &self.words.list()[self.ids[token] as usize]
    }

    /// The groups of lists (one bit each) that hold the phrase of these tokens as a whole.
    pub fn whole(&self, start: usize, end: usize) -> u8 {
        if end == start + 1 {
            let lists = self.word(start).entry.lists;
            return (0..GROUPS.len())
                .filter(|&group| lists.any(GROUPS[group]))
                .fold(0, |bits, group| bits | 1 << group);
        }
        let wanted = (start as u32, end as u32);
        self.phrases
            .binary_search_by_key(&wanted, |previous| (previous.0, previous.1))
            .map_or(0, |at| self.phrases[at].2)
    }

    fn case(&self, token: usize) -> Case {
        self.word(token).case
    }

    fn style(&self, start: usize, end: usize) -> Style {
        let (mut words, mut capitals, mut upper) = (0, 0, 0);
        for token in start..end {
            let case = self.case(token);
            words += usize::from(case.is_word());
            capitals += usize::from(case.is_capital());
            upper += usize::from(case == Case::Upper);
        }
        if words >= 2 && upper * 10 >= words * 8 {
            Style::Capitals
        } else if words >= 4 && capitals * 10 >= words * 7 {
            Style::Title
        } else {
            Style::Normal
        }
    }

    /// Marks the phrases of the lists.
    fn mark(&mut self, start: usize, end: usize, lexicon: &Lexicon) {
        for token in start..end {
            let first = self.word(token);
            if !first.case.is_capital() || first.entry.longest == 0 {
                continue;
            }
            let longest = usize::from(first.entry.longest).min(LONGEST_PHRASE).min(end - token);
            let mut phrase = 0;
            for key in 0..longest {
                let word = self.word(token + key);
                phrase = extend(phrase, word.lower);
                let lists = if key == 0 {
                    word.entry.lists
                } else {
                    lexicon.get(phrase).map_or(Lists::default(), |entry| entry.lists)
                };
                if lists == Lists::default() {
                    continue;
                }
                let mut groups = 0;
                for (g, group) in GROUPS.into_iter().enumerate() {
                    if lists.any(group) {
                        groups |= 1 << g;
                        self.marks[token] |= 1 << (2 * g);
                        for inner in &mut self.marks[token + 1..=token + key] {
                            *inner |= 2 << (2 * g);
                        }
                    }
                }
                if groups != 0 && key > 0 {
                    self.phrases.push((token as u32, (token + key + 1) as u32, groups));
                }
            }
        }
    }

    /// Capitalized words, and what may join two of them into one name or belong to one.
    fn find_candidates(&mut self, start: usize, end: usize) {
        let mut last_capital = None;
        for token in start..end {
            if !self.case(token).is_capital() {
                continue;
            }
            self.candidate[token] = true;
            if let Some(last) = last_capital
                && token - last <= 4
                && (last + 1..token).all(|other| self.joins(other))
            {
                self.candidate[last + 1..token].fill(true);
            }
            if token > start && (self.case(token - 1) == Case::Number || self.word(token - 1).is(Cues::NAME_PARTICLE)) {
                self.candidate[token - 1] = true;
            }
            if token + 1 < end && self.case(token + 1) == Case::Number {
                self.candidate[token + 1] = true;
            }
            // "al-Assad", "sub-Saharan"; "Suk-yeol", "Chan-o-cha".
            if token >= start + 2 && self.hyphen(token - 1) && self.joined[token] {
                self.candidate[token - 2..token].fill(true);
            }
            let mut tail = token;
            while tail + 2 < end && self.hyphen(tail + 1) && self.joined[tail + 2] && self.case(tail + 2) == Case::Lower
            {
                tail += 2;
                self.candidate[token..=tail].fill(true);
            }
            last_capital = Some(token);
        }
    }

    /// Whether a token is a hyphen right behind the one before.
    fn hyphen(&self, token: usize) -> bool {
        self.joined[token] && self.word(token).case == Case::Mark && self.word(token).is(Cues::PARTICLE)
    }

    fn joins(&self, token: usize) -> bool {
        let word = self.word(token);
        word.is(Cues::PARTICLE) || word.case == Case::Number
    }

    fn count(&mut self, start: usize, end: usize, style: Style) {
        let possessive = word_hash("'s");
        for token in start..end {
            let word = self.word(token);
            if !word.case.is_word() {
                continue;
            }
            let (form, capital) = (word.form as usize, word.case.is_capital());
            let mut seen = self.statistics[form];
            if !capital {
                seen.lower = seen.lower.saturating_add(1);
            } else if style == Style::Normal {
                let before = (token > start).then(|| self.word(token - 1));
                let after = (token + 1 < end).then(|| self.word(token + 1));
                let add = |count: &mut u16, is: bool| *count = count.saturating_add(u16::from(is));
                add(&mut seen.inner, before.is_some_and(|weight| weight.case.is_word()));
                add(&mut seen.titled, before.is_some_and(is_title));
                add(&mut seen.located, before.is_some_and(|weight| weight.is(Cues::LOCATIVE)));
                add(
                    &mut seen.speaks,
                    after.is_some_and(|weight| weight.is(Cues::SPEECH))
                        || before.is_some_and(|weight| weight.is(Cues::SPEECH)),
                );
                add(&mut seen.owns, after.is_some_and(|weight| weight.lower == possessive));
                add(&mut seen.follows, before.is_some_and(|weight| weight.case.is_capital()));
                add(&mut seen.leads, after.is_some_and(|weight| weight.case.is_capital()));
            }
            self.statistics[form] = seen;
        }
    }
}

/// Whether a name after this word is likely a person's.
pub fn is_title(word: &Word) -> bool {
    word.is(Cues::HONORIFIC.with(Cues::ROLE))
}
