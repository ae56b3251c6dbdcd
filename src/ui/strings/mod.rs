//! Every word of the page, in every language it speaks: one table a language, the same fields in each, so that the
//! compiler finds what is missing. Plural forms are chosen by the rules of CLDR (`intl_pluralrules`).

mod de;
mod en;
mod evidence;
mod exports;
mod messages;
mod names;
mod table;

pub(crate) use evidence::evidence;
pub(crate) use exports::{export, losses};
pub(crate) use messages::{action, crashed, file, message, offer, storage};
pub(crate) use names::{edge_name, kind_name, quote_kind, shape_name};
pub(crate) use table::{Plural, Strings};

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Lang {
    #[default]
    English,
    German,
}

impl Lang {
    /// All, in the order of the switch.
    pub(crate) const ALL: [Self; 2] = [Self::English, Self::German];

    /// Its tag (BCP 47).
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// What it calls itself.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// The language of a tag such as `de-AT`; English when the page does not speak it.
    pub(crate) fn of_tag(tag: &str) -> Self {
        if tag.split('-').next().is_some_and(|primary| primary.eq_ignore_ascii_case("de")) {
            Self::German
        } else {
            Self::English
        }
    }

    /// Its words.
    pub(crate) fn strings(self) -> &'static Strings {
        match self {
            Self::English => &en::STRINGS,
            Self::German => &de::STRINGS,
        }
    }

    fn id(self) -> LanguageIdentifier {
        self.tag().parse().expect("invariant: our tags are valid")
    }

    /// `number` as this language writes it.
    pub(crate) fn number(self, number: usize) -> String {
        let separator = match self {
            Self::English => ',',
            Self::German => '.',
        };
        let digits = number.to_string();
        let mut out = String::new();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push(separator);
            }
            out.push(digit);
        }
        out
    }

    /// The form for `n` things, with `{n}` replaced.
    pub(crate) fn count(self, plural: Plural, n: usize) -> String {
        let rules = PluralRules::create(self.id(), PluralRuleType::CARDINAL);
        let one = rules.is_ok_and(|rules| rules.select(n) == Ok(PluralCategory::ONE));
        fill(if one { plural.one } else { plural.other }, &[("n", &self.number(n))])
    }
}

/// `template` with each `{name}` replaced by its value.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = template.to_owned();
    for (name, value) in values {
        out = out.replace(&format!("{{{name}}}"), value);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_in_the_language_of_the_reader() {
        let plural = Plural { one: "{n} quote", other: "{n} quotes" };
        let all: Vec<_> = [0, 1, 2, 1234].map(|n| Lang::English.count(plural, n)).into();
        assert_eq!(all, ["0 quotes", "1 quote", "2 quotes", "1,234 quotes"]);
        assert_eq!(Lang::German.count(plural, 1_234_567), "1.234.567 quotes");
    }

    #[test]
    fn chooses_the_language_by_its_tag() {
        let table = [("de", Lang::German), ("de-AT", Lang::German), ("en-US", Lang::English), ("den", Lang::English)];
        for (tag, expected) in table {
            assert_eq!(Lang::of_tag(tag), expected, "{tag}");
        }
    }
}
