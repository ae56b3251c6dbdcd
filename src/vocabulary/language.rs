//! The language of an article, as data.

use std::fmt;

/// A language by the primary subtag of BCP 47 ("en", "de", "fil"), in small letters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language([u8; LONGEST_CODE]);

/// Letters of the longest code; a shorter one has zeros behind it.
const LONGEST_CODE: usize = 3;
/// Letters of the codes of ISO 639-1.
const SHORT_CODE: usize = 2;
/// A further subtag ("Latn", "CH", "1996") has no more letters and digits.
const LONGEST_SUBTAG: usize = 8;

/// The codes of ISO 639-1, so that "jp" or "cn" is no language: for each first letter the second ones.
const SHORT_CODES: [&str; 26] = [
    "abefkmnrsvyz",
    "aeghimnors",
    "aehorsuvy",
    "aevz",
    "elnostu",
    "afijory",
    "adlnuv",
    "aeiortuyz",
    "adegikostu",
    "av",
    "agijklmnorsuvwy",
    "abginotuv",
    "ghiklnrsty",
    "abdeglnorvy",
    "cjmrs",
    "ailst",
    "u",
    "mnouw",
    "acdeghiklmnoqrstuvw",
    "aeghiklnorstwy",
    "gkrz",
    "eio",
    "ao",
    "h",
    "io",
    "ahu",
];

/// Codes that mean a language which has a shorter or newer one.
const OTHER_CODES: &[(&str, &str)] = &[
    ("ara", "ar"),
    ("chi", "zh"),
    ("deu", "de"),
    ("dut", "nl"),
    ("ell", "el"),
    ("eng", "en"),
    ("fas", "fa"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("ger", "de"),
    ("gre", "el"),
    ("heb", "he"),
    ("hin", "hi"),
    ("in", "id"),
    ("ita", "it"),
    ("iw", "he"),
    ("jpn", "ja"),
    ("kor", "ko"),
    ("nld", "nl"),
    ("per", "fa"),
    ("pol", "pl"),
    ("por", "pt"),
    ("rus", "ru"),
    ("spa", "es"),
    ("swe", "sv"),
    ("tha", "th"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("zho", "zh"),
];

/// Whether two letters are a code of ISO 639-1.
fn is_short_code(code: &str) -> bool {
    let second_letters = ('a'..='z').zip(SHORT_CODES).find(|(first, _)| code.starts_with(*first));
    second_letters.is_some_and(|(_, second)| code.ends_with(|letter: char| second.contains(letter)))
}

/// Languages that are written from right to left.
const RIGHT_TO_LEFT: &[&str] = &["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

impl Language {
    /// The language that the engine was made for.
    pub const ENGLISH: Self = Self(*b"en\0");
    /// A language that is not known by name: "undetermined" in BCP 47.
    pub const UNKNOWN: Self = Self(*b"und");

    /// The languages that may be found in an article, all but [`Language::UNKNOWN`]; a person is offered them by name.
    pub const NAMED: &[&str] = &[
        "af", "am", "ar", "be", "bg", "bn", "bo", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi",
        "fr", "gl", "gu", "he", "hi", "hu", "hy", "id", "is", "it", "ja", "ka", "km", "kn", "ko", "lo", "lt", "lv",
        "mk", "ml", "mr", "ms", "my", "ne", "nl", "no", "or", "pa", "pl", "pt", "ro", "ru", "si", "sk", "sl", "sq",
        "sr", "sv", "sw", "ta", "te", "th", "tl", "tr", "uk", "ur", "vi", "yi", "zh",
    ];

    /// The language of a tag such as `de`, `pt-BR` or `zh_Hant`; `None` for what is no tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let mut subtags = tag.split(['-', '_']);
        let primary = subtags.next()?.to_ascii_lowercase();
        let fits = |subtag: &str| {
            (1..=LONGEST_SUBTAG).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        if !subtags.all(fits) {
            return None;
        }
        let code = OTHER_CODES.iter().find(|(other, _)| *other == primary).map_or(primary.as_str(), |(_, code)| *code);
        let known = match code.len() {
            SHORT_CODE => is_short_code(code),
            LONGEST_CODE => code.bytes().all(|byte| byte.is_ascii_lowercase()),
            _ => false,
        };
        known.then(|| Self::of(code))
    }

    fn of(code: &str) -> Self {
        let mut letters = [0; LONGEST_CODE];
        letters.iter_mut().zip(code.bytes()).for_each(|(letter, byte)| *letter = byte);
        Self(letters)
    }

    /// The code.
    pub fn code(&self) -> &str {
        let letters = self.0.split(|&letter| letter == 0).next().unwrap_or_default();
        std::str::from_utf8(letters).unwrap_or_default()
    }

    /// Whether the engine reads it whole, rather than only what is sound in any language.
    pub fn is_english(self) -> bool {
        self == Self::ENGLISH
    }

    /// Whether it is written from right to left.
    pub fn is_right_to_left(self) -> bool {
        RIGHT_TO_LEFT.contains(&self.code())
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::ENGLISH
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Language({})", self.code())
    }
}

impl fmt::Display for Language {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

/// Who says in which language an article is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LanguageBy {
    /// The engine found it.
    #[default]
    Engine,
    /// The page that the article was read from declares it: a hint, where the text does not tell.
    Page,
    /// The person chose it.
    Person,
}

/// The language of an article and who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ArticleLanguage {
    /// The language.
    pub language: Language,
    /// Who says so.
    pub by: LanguageBy,
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_tag_is_a_language_or_nothing() {
        for (tag, code) in [
            ("en", Some("en")),
            ("EN-gb", Some("en")),
            ("eng", Some("en")),
            ("pt_BR", Some("pt")),
            ("zh-Hant-TW", Some("zh")),
            ("iw", Some("he")),
            ("fil", Some("fil")),
            ("und", Some("und")),
            ("jp", None),
            ("german", None),
            ("", None),
            ("d", None),
            ("de-", None),
            ("de CH", None),
            ("日本", None),
        ] {
            let found = Language::from_tag(tag);
            assert_eq!(found.as_ref().map(Language::code), code, "{tag}");
        }
        assert_eq!(Language::from_tag("en"), Some(Language::ENGLISH));
        assert_eq!(Language::from_tag("und"), Some(Language::UNKNOWN));
    }

    #[test]
    fn every_code_of_the_tables_is_one() {
        let codes = super::OTHER_CODES
            .iter()
            .map(|(_, code)| *code)
            .chain(super::RIGHT_TO_LEFT.iter().chain(Language::NAMED).copied());
        for code in codes {
            assert_eq!(Language::from_tag(code).as_ref().map(Language::code), Some(code));
        }
    }
}
