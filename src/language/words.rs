//! How often the small words of each language stand in a text, and what follows from that.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::language::script::Script;
use crate::lexicon::languages::{cyrillic, latin, others};
use crate::lexicon::{ByHash, word_hash};
use crate::vocabulary::Language;

/// What a small word counts that stands in one language alone; it is shared among those that have it.
const WHOLE: usize = 12;
/// A language needs the points of so many words of its own.
const FEWEST: usize = 5 * WHOLE;
/// Of a script that is not English it needs less.
const FEWEST_ELSEWHERE: usize = 3 * WHOLE;
/// It needs so many different words.
const FEWEST_DIFFERENT: usize = 4;
/// Its points, where each word of the text had the whole, are at least so many in a hundred.
const LEAST_SHARE: usize = 6;
/// The next one has at most so many points of the best one's hundred.
const NEXT_AT_MOST: usize = 90;
/// The points of English count so many times against another language.
const GUARD: usize = 2;
/// So many words written small, among which so few in a hundred are English, are of another language.
const MANY_WORDS: usize = 100;
const FEW_ENGLISH: usize = 3;

type List = &'static [(&'static str, &'static str)];

/// The languages of a script: for each of their words the languages that have it, as places in the list.
struct Table {
    list: List,
    words: ByHash<Vec<u8>>,
}

impl Table {
    fn new(list: List) -> Self {
        let mut words: ByHash<Vec<u8>> = ByHash::default();
        for ((_, text), language) in list.iter().zip(0..) {
            for word in text.split(' ') {
                words.entry(word_hash(word)).or_default().push(language);
            }
        }
        Self { list, words }
    }

    fn of(script: Script) -> Option<&'static Self> {
        static LATIN: LazyLock<Table> = LazyLock::new(|| Table::new(latin::SMALL_WORDS));
        static CYRILLIC: LazyLock<Table> = LazyLock::new(|| Table::new(cyrillic::SMALL_WORDS));
        static ARABIC: LazyLock<Table> = LazyLock::new(|| Table::new(others::ARABIC));
        static HEBREW: LazyLock<Table> = LazyLock::new(|| Table::new(others::HEBREW));
        static DEVANAGARI: LazyLock<Table> = LazyLock::new(|| Table::new(others::DEVANAGARI));
        Some(match script {
            Script::Latin => &LATIN,
            Script::Cyrillic => &CYRILLIC,
            Script::Arabic => &ARABIC,
            Script::Hebrew => &HEBREW,
            Script::Devanagari => &DEVANAGARI,
            Script::EastAsian | Script::Of(_) | Script::Unknown => return None,
        })
    }
}

/// What one language has in a text.
#[derive(Clone, Copy, Debug)]
struct Score {
    code: &'static str,
    points: usize,
    different: usize,
}

/// The small words of a text.
pub(super) struct Count {
    /// Each language, most points first; English apart.
    scores: Vec<Score>,
    english: usize,
    /// Words that are not written with a capital.
    small: usize,
}

impl Count {
    /// Counts the words of `text` in `script`. Words with a capital may be names: they count for English alone.
    pub(super) fn of(text: &str, script: Script) -> Self {
        let Some(table) = Table::of(script) else { return Self { scores: Vec::new(), english: 0, small: 0 } };
        let mut points = vec![0; table.list.len()];
        let mut seen = BTreeSet::new();
        let mut small = 0;
        for word in text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()) {
            let Some(first) = word.chars().next().filter(|first| script.has(*first)) else { continue };
            let capital = first.is_uppercase();
            small += usize::from(!capital);
            let hash = word_hash(word);
            let Some(languages) = table.words.get(&hash) else { continue };
            for &language in languages {
                let at = usize::from(language);
                if !capital || table.list[at].0 == Language::ENGLISH.code() {
                    points[at] += WHOLE / languages.len().min(WHOLE);
                    seen.insert((language, hash));
                }
            }
        }
        let mut scores: Vec<Score> = (0_u8..)
            .zip(table.list.iter().zip(points))
            .map(|(language, ((code, _), points))| Score {
                code,
                points,
                different: seen.range((language, 0)..=(language, u64::MAX)).count(),
            })
            .collect();
        let is_english = |score: &Score| score.code == Language::ENGLISH.code();
        let english = scores.iter().find(|score| is_english(score)).map_or(0, |score| score.points);
        scores.retain(|score| !is_english(score));
        scores.sort_by_key(|score| std::cmp::Reverse(score.points));
        Self { scores, english, small }
    }

    /// The best language, if it has at least `fewest` points; that of no name where another is as good.
    fn best(&self, fewest: usize) -> Option<Language> {
        let [best, next, ..] = self.scores.as_slice() else { return None };
        let enough = best.points >= fewest
            && best.different >= FEWEST_DIFFERENT
            && best.points * 100 >= LEAST_SHARE * self.small * WHOLE;
        let alone = next.points * 100 <= best.points * NEXT_AT_MOST;
        enough.then(|| Language::from_tag(best.code).filter(|_| alone).unwrap_or(Language::UNKNOWN))
    }
}

/// The language of a text in Latin letters.
pub(super) fn latin(count: &Count) -> Option<Language> {
    let best = count.scores.first().map_or(0, |score| score.points);
    let guarded = count.english * GUARD >= best;
    if guarded && count.english >= FEWEST {
        return Some(Language::ENGLISH);
    }
    let known = if guarded { None } else { count.best(FEWEST) };
    let unlike_english = count.small >= MANY_WORDS && count.english * 100 < FEW_ENGLISH * count.small * WHOLE;
    known.or_else(|| unlike_english.then_some(Language::UNKNOWN))
}

/// The language of a text in other letters, which is not English.
pub(super) fn other(count: &Count) -> Language {
    count.best(FEWEST_ELSEWHERE).unwrap_or(Language::UNKNOWN)
}

#[cfg(test)]
mod tests {
    use super::{cyrillic, latin, others};
    use crate::vocabulary::Language;

    #[test]
    fn every_list_is_of_a_language_with_a_name() {
        for list in [latin::SMALL_WORDS, cyrillic::SMALL_WORDS, others::ARABIC, others::HEBREW, others::DEVANAGARI] {
            for (code, _) in list.iter().filter(|(code, _)| *code != Language::UNKNOWN.code()) {
                assert!(Language::NAMED.contains(code), "{code}");
            }
        }
    }
}
