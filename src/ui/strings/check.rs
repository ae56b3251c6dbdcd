//! Holds the languages against each other: what is missing, empty, or left in another language.

use std::collections::{BTreeMap, BTreeSet};

use intl_pluralrules::PluralCategory;
use unic_langid::LanguageIdentifier;

use crate::ui::strings::lang::Lang;
use crate::ui::strings::words::{Plural, Walk};
use crate::vocabulary::Language;

const CATEGORIES: [PluralCategory; 6] = [
    PluralCategory::ZERO,
    PluralCategory::ONE,
    PluralCategory::TWO,
    PluralCategory::FEW,
    PluralCategory::MANY,
    PluralCategory::OTHER,
];

/// Numbers that reach every category of every language that has it for whole numbers.
fn numbers() -> impl Iterator<Item = usize> {
    (0..=200).chain([1_000, 100_000, 1_000_000, 2_000_000])
}

/// Words that are the same in other languages too, and may stay: names, formats, and words the languages share.
const SHARED: &[&str] = &[
    ".app_name",
    ".confidence_of",
    ".cue",
    ".export",
    ".export_title",
    ".filter",
    ".languages.af",
    ".languages.gu",
    ".languages.hi",
    ".languages.km",
    ".languages.kn",
    ".languages.ml",
    ".languages.mr",
    ".languages.or",
    ".languages.ta",
    ".languages.te",
    ".languages.tl",
    ".languages.ur",
    ".messages.exports.json",
    ".messages.exports.w3c",
    ".messages.full",
    ".messages.places.region",
    ".name",
    ".organization",
    ".person",
    ".sample_interview",
    ".shape_box",
    ".status",
    ".theme_system",
];

fn texts(lang: Lang) -> BTreeMap<String, Plural> {
    let mut all = BTreeMap::new();
    lang.strings().walk("", &mut |path, plural| {
        assert!(all.insert(path.to_owned(), plural).is_none(), "{lang:?}{path} stands twice");
    });
    all
}

fn forms(plural: Plural) -> impl Iterator<Item = &'static str> {
    CATEGORIES.into_iter().filter_map(move |category| plural.own_form(&category))
}

fn holes(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

#[test]
fn every_text_says_something_and_closes_its_holes() {
    for lang in Lang::ALL {
        assert!(lang.tag().parse::<LanguageIdentifier>().is_ok(), "{lang:?} is a tag of BCP 47");
        for (path, plural) in texts(lang) {
            for text in forms(plural) {
                assert!(!text.trim().is_empty(), "{lang:?}{path} is empty");
                assert_eq!(text.trim(), text, "{lang:?}{path} has spaces at its ends");
                assert_eq!(text.matches('{').count(), text.matches('}').count(), "{lang:?}{path}: {text}");
            }
        }
    }
}

#[test]
fn all_languages_say_the_same_things_with_the_same_holes() {
    let model = texts(Lang::default());
    for lang in Lang::ALL {
        let texts = texts(lang);
        let (ours, theirs): (BTreeSet<_>, BTreeSet<_>) = (texts.keys().collect(), model.keys().collect());
        assert_eq!(ours, theirs, "{lang:?} has what {:?} has", Lang::default());
        for (path, plural) in &texts {
            let expected = holes(model[path].other);
            assert_eq!(holes(plural.other), expected, "{lang:?}{path}");
            for text in forms(*plural) {
                // A form for one thing may leave the number out.
                assert!(holes(text).is_subset(&expected), "{lang:?}{path}: {text}");
            }
        }
    }
}

#[test]
fn plurals_have_the_forms_of_their_language() {
    for lang in Lang::ALL {
        let used: Vec<_> = CATEGORIES.into_iter().filter(|c| numbers().any(|n| lang.category(n) == *c)).collect();
        for (path, plural) in texts(lang) {
            // One text for all numbers is one for each category.
            if forms(plural).count() == 1 {
                continue;
            }
            for category in CATEGORIES.into_iter().filter(|category| *category != PluralCategory::OTHER) {
                let (has, wanted) = (plural.own_form(&category).is_some(), used.contains(&category));
                assert_eq!(has, wanted, "{lang:?}{path}: the form {category:?}");
            }
        }
    }
}

#[test]
fn every_language_of_an_article_has_a_name() {
    for lang in Lang::ALL {
        let named: Vec<_> = lang.strings().languages.iter().map(|(tag, _)| *tag).collect();
        assert_eq!(named, Language::NAMED, "{lang:?}");
    }
}

#[test]
fn nothing_is_left_in_the_first_language() {
    let first = texts(Lang::default());
    for lang in Lang::ALL.into_iter().skip(1) {
        for (path, plural) in texts(lang) {
            let same = plural.other == first[&path].other && plural.other.contains(char::is_alphabetic);
            assert!(!same || SHARED.contains(&&*path), "{lang:?}{path} is not translated: {}", plural.other);
        }
    }
}
