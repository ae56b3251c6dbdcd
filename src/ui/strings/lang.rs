//! The languages of the page, in one list, and how each counts.

use std::fmt;

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use crate::ui::strings::page_table::Strings;
use crate::ui::strings::words::{Plural, fill};
use crate::ui::strings::{de, en};

/// A language of the page.
#[derive(Clone, Copy)]
pub(crate) struct Lang(&'static Strings);

impl Lang {
    /// All, in the order of the switch. A new language is a folder like `en`, named in `strings` and here.
    pub(crate) const ALL: [Self; 2] = [Self(&en::STRINGS), Self(&de::STRINGS)];

    /// Its words.
    pub(crate) fn strings(self) -> &'static Strings {
        self.0
    }

    /// Its tag (BCP 47).
    pub(crate) fn tag(self) -> &'static str {
        self.0.tag
    }

    /// What it calls itself.
    pub(crate) fn own_name(self) -> &'static str {
        self.0.language_name
    }

    /// The one that the switch goes to.
    pub(crate) fn next(self) -> Self {
        let mut after = Self::ALL.into_iter().cycle().skip_while(|lang| *lang != self);
        after.nth(1).unwrap_or_default()
    }

    /// The language of a tag such as `de-AT`; the first one when the page does not speak it.
    pub(crate) fn of_tag(tag: &str) -> Self {
        let primary = tag.split('-').next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(primary)).unwrap_or_default()
    }

    /// `number` as this language writes it.
    pub(crate) fn number(self, number: usize) -> String {
        let digits = number.to_string();
        let mut out = String::new();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push_str(self.0.thousands);
            }
            out.push(digit);
        }
        out
    }

    /// `bytes` in megabytes, to the tenth.
    pub(crate) fn megabytes(self, bytes: usize) -> String {
        const MEGABYTE: usize = 1 << 20;
        let tenths = (bytes * 10 + MEGABYTE / 2) / MEGABYTE;
        let whole = self.number(tenths / 10);
        match tenths % 10 {
            0 => whole,
            tenth => format!("{whole}{}{tenth}", self.0.decimal),
        }
    }

    /// The form for `n` things, with `{n}` replaced.
    pub(crate) fn count(self, plural: Plural, n: usize) -> String {
        fill(plural.form(&self.category(n)), &[("n", &self.number(n))])
    }

    /// The plural category of `n` in this language, by the rules of CLDR.
    pub(crate) fn category(self, n: usize) -> PluralCategory {
        let tag: LanguageIdentifier = self.tag().parse().expect("invariant: a test parses our tags");
        let rules = PluralRules::create(tag, PluralRuleType::CARDINAL);
        rules.ok().and_then(|rules| rules.select(n).ok()).unwrap_or(PluralCategory::OTHER)
    }
}

impl Default for Lang {
    fn default() -> Self {
        Self::ALL[0]
    }
}

impl PartialEq for Lang {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for Lang {}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_in_the_language_of_the_reader() {
        let (english, german) = (Lang::of_tag("en"), Lang::of_tag("de"));
        let plural = Plural::of("{n} quote", "{n} quotes");
        let all: Vec<_> = [0, 1, 2, 1234].map(|n| english.count(plural, n)).into();
        assert_eq!(all, ["0 quotes", "1 quote", "2 quotes", "1,234 quotes"]);
        assert_eq!(german.count(plural, 1_234_567), "1.234.567 quotes");
        let sizes = [(0, "0", "0"), (5 << 20, "5", "5"), (9_961_472, "9.5", "9,5"), (2000 << 20, "2,000", "2.000")];
        for (bytes, en, de) in sizes {
            assert_eq!((&*english.megabytes(bytes), &*german.megabytes(bytes)), (en, de));
        }
    }

    #[test]
    fn chooses_the_language_by_its_tag() {
        for (tag, expected) in [("de", "de"), ("DE-at", "de"), ("en-US", "en"), ("den", "en"), ("", "en")] {
            assert_eq!(Lang::of_tag(tag).tag(), expected, "{tag}");
        }
    }

    #[test]
    fn the_switch_goes_round() {
        let mut lang = Lang::default();
        for expected in Lang::ALL.into_iter().skip(1).chain([Lang::default()]) {
            lang = lang.next();
            assert_eq!(lang, expected);
        }
    }
}
