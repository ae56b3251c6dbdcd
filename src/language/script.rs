//! Scripts, by their letters.

use crate::vocabulary::Language;

/// A script of the world's newspapers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Hebrew,
    Devanagari,
    /// Chinese characters, kana and hangul.
    EastAsian,
    /// One that a single language is printed in, with its code.
    Of(&'static str),
    /// Any other.
    Unknown,
}

/// Letters of scripts that a single language is printed in.
const OF_ONE_LANGUAGE: &[(u32, u32, &str)] = &[
    (0x0370, 0x03ff, "el"),
    (0x0530, 0x058f, "hy"),
    (0x0980, 0x09ff, "bn"),
    (0x0a00, 0x0a7f, "pa"),
    (0x0a80, 0x0aff, "gu"),
    (0x0b00, 0x0b7f, "or"),
    (0x0b80, 0x0bff, "ta"),
    (0x0c00, 0x0c7f, "te"),
    (0x0c80, 0x0cff, "kn"),
    (0x0d00, 0x0d7f, "ml"),
    (0x0d80, 0x0dff, "si"),
    (0x0e00, 0x0e7f, "th"),
    (0x0e80, 0x0eff, "lo"),
    (0x0f00, 0x0fff, "bo"),
    (0x1000, 0x109f, "my"),
    (0x10a0, 0x10ff, "ka"),
    (0x1200, 0x137f, "am"),
    (0x1780, 0x17ff, "km"),
    (0x1f00, 0x1fff, "el"),
];

/// A letter of a script that writes words in one or two letters counts as so many.
const WEIGHT_EAST_ASIAN: usize = 3;
/// Where one letter in so many of a text in Chinese characters is kana, it is Japanese.
const KANA_SHARE: usize = 10;

impl Script {
    /// The script of a letter.
    fn of(letter: char) -> Self {
        if letter.is_ascii() {
            return Self::Latin;
        }
        let code = u32::from(letter);
        match code {
            0x00c0..=0x024f | 0x1e00..=0x1eff => Self::Latin,
            0x0400..=0x052f => Self::Cyrillic,
            0x0590..=0x05ff => Self::Hebrew,
            0x0600..=0x077f | 0x08a0..=0x08ff | 0xfb50..=0xfdff | 0xfe70..=0xfeff => Self::Arabic,
            0x0900..=0x097f => Self::Devanagari,
            0x1100..=0x11ff
            | 0x3040..=0x30ff
            | 0x3130..=0x318f
            | 0x3400..=0x9fff
            | 0xac00..=0xd7af
            | 0xf900..=0xfaff => Self::EastAsian,
            _ => OF_ONE_LANGUAGE
                .iter()
                .find(|(first, last, _)| (*first..=*last).contains(&code))
                .map_or(Self::Unknown, |(_, _, language)| Self::Of(language)),
        }
    }

    /// Whether a letter is of this script.
    pub(super) fn has(self, letter: char) -> bool {
        Self::of(letter) == self
    }

    /// The language of a script that has one alone.
    pub(super) fn only_language(self) -> Option<Language> {
        match self {
            Self::Of(code) => Language::from_tag(code),
            Self::Unknown => Some(Language::UNKNOWN),
            _ => None,
        }
    }
}

/// How many letters of each script a text has.
pub(super) struct Letters {
    /// Latin first.
    scripts: Vec<(Script, usize)>,
    kana: usize,
    hangul: usize,
    east_asian: usize,
}

impl Letters {
    pub(super) fn of(text: &str) -> Self {
        let mut letters = Self { scripts: vec![(Script::Latin, 0)], kana: 0, hangul: 0, east_asian: 0 };
        for letter in text.chars().filter(|letter| letter.is_alphabetic()) {
            let script = Script::of(letter);
            let weight = if script == Script::EastAsian { WEIGHT_EAST_ASIAN } else { 1 };
            match letters.scripts.iter_mut().find(|(known, _)| *known == script) {
                Some((_, count)) => *count += weight,
                None => letters.scripts.push((script, weight)),
            }
            if script == Script::EastAsian {
                letters.east_asian += 1;
                letters.kana += usize::from(('\u{3040}'..='\u{30ff}').contains(&letter));
                letters.hangul += usize::from(
                    matches!(letter, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}'),
                );
            }
        }
        letters
    }

    /// The script of more than half of the letters, and how many those are; Latin where none has so many.
    pub(super) fn most(&self) -> (Script, usize) {
        let all: usize = self.scripts.iter().map(|(_, count)| count).sum();
        let most = self.scripts.iter().copied().find(|(_, count)| count * 2 > all);
        most.unwrap_or_else(|| self.scripts.first().copied().unwrap_or((Script::Latin, 0)))
    }

    /// Whether half of the letters or more are Latin, each counted once.
    pub(super) fn mostly_latin(&self) -> bool {
        let all: usize = self.scripts.iter().map(|(_, count)| count).sum();
        let latin = self.scripts.first().map_or(0, |(_, count)| *count);
        latin * 2 >= all - self.east_asian * (WEIGHT_EAST_ASIAN - 1)
    }

    /// Chinese, Japanese or Korean; `None` for a text that is mostly in other letters.
    pub(super) fn east_asian(&self) -> Option<Language> {
        if self.most().0 != Script::EastAsian {
            return None;
        }
        let code = if self.hangul * 2 > self.east_asian {
            "ko"
        } else if self.kana * KANA_SHARE >= self.east_asian {
            "ja"
        } else {
            "zh"
        };
        Language::from_tag(code)
    }
}

#[cfg(test)]
mod tests {
    use super::OF_ONE_LANGUAGE;
    use crate::vocabulary::Language;

    #[test]
    fn every_script_of_one_language_has_a_known_one() {
        assert!(OF_ONE_LANGUAGE.iter().all(|(_, _, code)| Language::NAMED.contains(code)));
        assert!(OF_ONE_LANGUAGE.is_sorted_by_key(|(first, _, _)| first));
    }
}
