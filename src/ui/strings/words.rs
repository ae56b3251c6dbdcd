//! What a language is made of: texts, plural forms, and tables of them.

use intl_pluralrules::PluralCategory;

/// A sentence or a name; `{hole}` is filled in.
pub(crate) type Text = &'static str;

/// The forms of a text that counts, one for each plural category (CLDR) of the language; `{n}` is the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Plural {
    pub(crate) zero: Option<Text>,
    pub(crate) one: Option<Text>,
    pub(crate) two: Option<Text>,
    pub(crate) few: Option<Text>,
    pub(crate) many: Option<Text>,
    /// The only form that every language has.
    pub(crate) other: Text,
}

impl Plural {
    /// One text for all numbers.
    pub(crate) const fn always(text: Text) -> Self {
        Self { zero: None, one: None, two: None, few: None, many: None, other: text }
    }

    /// The forms of English, German and their likes.
    pub(crate) const fn of(one: Text, other: Text) -> Self {
        Self { one: Some(one), ..Self::always(other) }
    }

    /// The form of `category`, when it differs from the others.
    pub(crate) fn own_form(&self, category: &PluralCategory) -> Option<Text> {
        match category {
            PluralCategory::ZERO => self.zero,
            PluralCategory::ONE => self.one,
            PluralCategory::TWO => self.two,
            PluralCategory::FEW => self.few,
            PluralCategory::MANY => self.many,
            PluralCategory::OTHER => Some(self.other),
        }
    }

    /// The form of `category`.
    pub(crate) fn form(&self, category: &PluralCategory) -> Text {
        self.own_form(category).unwrap_or(self.other)
    }
}

/// `template` with each `{hole}` replaced by its value.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = template.to_owned();
    for (hole, value) in values {
        out = out.replace(&format!("{{{hole}}}"), value);
    }
    out
}

/// `text` with a capital first letter.
pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// A struct of texts that every language fills: the compiler finds a field that is missing, and the tests (`check`) walk
/// all of them.
macro_rules! table {
    ($(#[$about:meta])* $name:ident { $($(#[$field_about:meta])* $field:ident: $kind:ty,)* }) => {
        $(#[$about])*
        #[derive(Debug)]
        pub(crate) struct $name {
            $($(#[$field_about])* pub(crate) $field: $kind,)*
        }

        #[cfg(test)]
        impl $crate::ui::strings::words::Walk for $name {
            fn walk(&self, path: &str, see: &mut dyn FnMut(&str, $crate::ui::strings::words::Plural)) {
                $($crate::ui::strings::words::Walk::walk(&self.$field, &format!("{path}.{}", stringify!($field)), see);)*
            }
        }
    };
}
pub(crate) use table;

/// Shows every text below it with its path; a plain text as a [`Plural`] of one form.
#[cfg(test)]
pub(crate) trait Walk {
    fn walk(&self, path: &str, see: &mut dyn FnMut(&str, Plural));
}

#[cfg(test)]
impl Walk for Text {
    fn walk(&self, path: &str, see: &mut dyn FnMut(&str, Plural)) {
        see(path, Plural::always(self));
    }
}

#[cfg(test)]
impl Walk for Plural {
    fn walk(&self, path: &str, see: &mut dyn FnMut(&str, Plural)) {
        see(path, *self);
    }
}

/// Texts by a code.
#[cfg(test)]
impl Walk for &'static [(&'static str, Text)] {
    fn walk(&self, path: &str, see: &mut dyn FnMut(&str, Plural)) {
        for (code, text) in *self {
            text.walk(&format!("{path}.{code}"), see);
        }
    }
}
