//! What the lists know of a word or phrase.

/// Phrases of the lists have at most this many words.
pub const LONGEST_PHRASE: usize = 6;

/// A set of the lists that hold a word or phrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Lists(pub u16);

/// A set of the closed classes that a word belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Cues(pub u16);

macro_rules! bits {
    ($type:ident { $(#[doc = $doc:literal] $name:ident = $bit:literal,)* }) => {
        impl $type {
            $(#[doc = $doc] pub const $name: Self = Self(1 << $bit);)*
            /// What each member is, in words.
            pub const WORDS: &'static [(Self, &'static str)] = &[$((Self::$name, $doc),)*];
            /// Whether the two sets share a member.
            pub const fn any(self, of: Self) -> bool {
                self.0 & of.0 != 0
            }
            /// Both sets together.
            #[must_use]
            pub const fn with(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }
        }
    };
}

bits!(Lists {
    /// Countries.
    COUNTRY = 0,
    /// States, provinces, counties.
    REGION = 1,
    /// Cities of 100,000 people and more.
    CITY = 2,
    /// Smaller cities and towns.
    TOWN = 3,
    /// Other names of places, also in other languages.
    ALIAS = 4,
    /// Continents, seas, mountains, famous buildings.
    AREA = 5,
    /// First names of men.
    MALE = 6,
    /// First names of women.
    FEMALE = 7,
    /// First names.
    FIRST = 8,
    /// Family names.
    LAST = 9,
    /// Companies, parties, agencies, teams, media.
    ORGANIZATION = 10,
});

bits!(Cues {
    /// Forms of address: Mr, Dr, Sheikh.
    HONORIFIC = 0,
    /// Offices, ranks, trades before a name: president, striker.
    ROLE = 1,
    /// Prepositions that places follow: in, near.
    LOCATIVE = 2,
    /// What people do: said, told, who.
    SPEECH = 3,
    /// Small words within names: of, de, bin.
    PARTICLE = 4,
    /// Endings and heads of organizations: Inc, Party, Ministry.
    ORGANIZATION = 5,
    /// Heads of place names: River, Province, Street.
    PLACE = 6,
    /// Days and months.
    CALENDAR = 7,
    /// Masculine words: he, Mr, king.
    MASCULINE = 8,
    /// Feminine words: she, Mrs, queen.
    FEMININE = 9,
    /// Peoples, as adjective or noun: Uzbek.
    DEMONYM = 10,
    /// Forms of address and offices that stand before a name but are no part of it.
    TITLE = 11,
    /// Small words that open family names: von, al, dos.
    NAME_PARTICLE = 12,
});

/// What the lists know of a word or phrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Lists it stands on.
    pub lists: Lists,
    /// Closed classes it belongs to.
    pub cues: Cues,
    /// Number of its word cluster plus one; 0 for none.
    pub cluster: u16,
    /// Group of words with like guesses of what sort of name they are part of, plus one; 0 for none.
    pub guess: u8,
    /// Words in the longest listed phrase that begins with this word; 0 or 1 when none does.
    pub longest: u8,
    /// Number of the place plus one; 0 for none.
    pub place: u32,
}
