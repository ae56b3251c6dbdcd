//! What the attributes of an element say of what it is: its role, its classes, whether it is hidden.

use std::collections::HashMap;
use std::ops::{BitAnd, BitOr, BitOrAssign};
use std::sync::LazyLock;

/// A set of things that an element says of itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hints(u32);

impl Hints {
    pub(super) const NONE: Self = Self(0);
    pub(super) const ALL: Self = Self(u32::MAX);
    pub(super) const NAVIGATION: Self = Self(1);
    pub(super) const ASIDE: Self = Self(1 << 1);
    pub(super) const FOOTER: Self = Self(1 << 2);
    pub(super) const RELATED: Self = Self(1 << 3);
    pub(super) const SHARE: Self = Self(1 << 4);
    pub(super) const COMMENTS: Self = Self(1 << 5);
    pub(super) const ADVERTISEMENT: Self = Self(1 << 6);
    pub(super) const SIGNUP: Self = Self(1 << 7);
    pub(super) const POPUP: Self = Self(1 << 8);
    pub(super) const TAGS: Self = Self(1 << 9);
    pub(super) const ABOUT: Self = Self(1 << 10);
    pub(super) const CONTENT: Self = Self(1 << 11);
    pub(super) const CAPTION: Self = Self(1 << 12);
    pub(super) const BYLINE: Self = Self(1 << 13);
    pub(super) const DATE: Self = Self(1 << 14);
    pub(super) const HEADLINE: Self = Self(1 << 15);
    pub(super) const DECK: Self = Self(1 << 16);
    pub(super) const QUOTE: Self = Self(1 << 17);
    /// Not shown: `hidden`, `display:none`, `aria-hidden`.
    pub(super) const HIDDEN: Self = Self(1 << 18);
    /// The author by `rel` or `itemprop`, not by a class alone.
    pub(super) const AUTHOR: Self = Self(1 << 19);

    /// Whether any of `other` is said.
    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// What is said besides `other`.
    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl BitOr for Hints {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Hints {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl BitAnd for Hints {
    type Output = Self;
    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

/// The lists of `words.txt` and what they are hints of.
const LISTS: &[(&str, Hints)] = &[
    ("navigation", Hints::NAVIGATION),
    ("aside", Hints::ASIDE),
    ("footer", Hints::FOOTER),
    ("related", Hints::RELATED),
    ("share", Hints::SHARE),
    ("comments", Hints::COMMENTS),
    ("advertisement", Hints::ADVERTISEMENT),
    ("signup", Hints::SIGNUP),
    ("popup", Hints::POPUP),
    ("tags", Hints::TAGS),
    ("about", Hints::ABOUT),
    ("content", Hints::CONTENT),
    ("caption", Hints::CAPTION),
    ("byline", Hints::BYLINE),
    ("date", Hints::DATE),
    ("headline", Hints::HEADLINE),
    ("deck", Hints::DECK),
    ("quote", Hints::QUOTE),
];

/// So many bytes of a class are read: what is longer was written by a program.
const LONGEST: usize = 400;

fn words() -> &'static HashMap<&'static str, Hints> {
    static WORDS: LazyLock<HashMap<&'static str, Hints>> = LazyLock::new(|| {
        let mut words = HashMap::new();
        let mut hints = Hints::NONE;
        for line in include_str!("words.txt").lines().filter(|line| !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                hints = LISTS.iter().find(|list| list.0 == name).map_or(Hints::NONE, |list| list.1);
                continue;
            }
            for entry in line.split(';').map(str::trim).filter(|entry| !entry.is_empty()) {
                *words.entry(entry).or_default() |= hints;
            }
        }
        words
    });
    &WORDS
}

/// What an attribute says.
pub(super) fn of_attribute(name: &[u8], value: &[u8]) -> Hints {
    let value = &value[..value.len().min(LONGEST)];
    match name {
        b"class" | b"id" | b"role" | b"data-component" | b"data-testid" => of_name(value),
        b"itemprop" | b"rel" => match value {
            _ if value.eq_ignore_ascii_case(b"author") => Hints::AUTHOR | Hints::BYLINE,
            _ if value.eq_ignore_ascii_case(b"articleBody") => Hints::CONTENT,
            _ if value.eq_ignore_ascii_case(b"headline") => Hints::HEADLINE,
            _ if value.eq_ignore_ascii_case(b"datePublished") || value.eq_ignore_ascii_case(b"dateModified") => {
                Hints::DATE
            }
            _ => Hints::NONE,
        },
        b"type" if value.eq_ignore_ascii_case(b"cite") => Hints::QUOTE,
        b"hidden" if !value.eq_ignore_ascii_case(b"until-found") => Hints::HIDDEN,
        b"aria-hidden" if value.eq_ignore_ascii_case(b"true") => Hints::HIDDEN,
        b"style" if is_hiding(value) => Hints::HIDDEN,
        _ => Hints::NONE,
    }
}

/// Whether a style hides its element.
fn is_hiding(style: &[u8]) -> bool {
    let packed: Vec<u8> = style.iter().filter(|byte| !byte.is_ascii_whitespace()).map(u8::to_ascii_lowercase).collect();
    [b"display:none".as_slice(), b"mso-hide:all", b"mso-list:ignore"]
        .iter()
        .any(|rule| packed.windows(rule.len()).any(|window| window == *rule))
}

/// What the words of a class or id say.
fn of_name(value: &[u8]) -> Hints {
    let mut hints = Hints::NONE;
    let words = words();
    // The word before, a space and this one.
    let mut pair = String::new();
    for name in value.split(u8::is_ascii_whitespace) {
        pair.clear();
        for word in pieces(name) {
            let before = pair.rfind(' ').map_or(0, |space| space + 1);
            pair.drain(..before);
            if !pair.is_empty() {
                pair.push(' ');
            }
            let start = pair.len();
            pair.push_str(&word);
            hints |= words.get(pair.as_str()).copied().unwrap_or_default();
            hints |= words.get(&pair[start..]).copied().unwrap_or_default();
        }
    }
    hints
}

/// The words of one name in lower case: cut at what is no letter and where a capital follows a small letter.
fn pieces(name: &[u8]) -> impl Iterator<Item = String> {
    let mut rest = name;
    std::iter::from_fn(move || {
        let start = rest.iter().position(u8::is_ascii_alphabetic)?;
        rest = &rest[start..];
        let mut len = 1;
        while len < rest.len()
            && rest[len].is_ascii_alphabetic()
            && !(rest[len].is_ascii_uppercase() && rest[len - 1].is_ascii_lowercase())
        {
            len += 1;
        }
        let word = rest[..len].iter().map(|byte| char::from(byte.to_ascii_lowercase())).collect();
        rest = &rest[len..];
        Some(word)
    })
}
