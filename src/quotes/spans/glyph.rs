//! Quotation marks of the world's conventions and which one closes which.

/// One shape of quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Glyph {
    /// `"` and its full-width form: opens and closes.
    Straight,
    /// `'`: opens, closes, or is an apostrophe.
    StraightSingle,
    /// `''` and ` `` `: a double mark typed as two single ones (wire archives, TeX).
    Ticks,
    /// `“`: opens; closes after `„`.
    LeftDouble,
    /// `”`: closes; opens in Swedish and Finnish.
    RightDouble,
    /// `„`: opens.
    LowDouble,
    /// `‟`: opens, or closes after `„`.
    ReversedDouble,
    /// `‘`: opens; closes after `‚`.
    LeftSingle,
    /// `’`: closes, or is an apostrophe.
    RightSingle,
    /// `‚`: opens.
    LowSingle,
    /// `«`: opens; closes in German books and Danish.
    LeftGuillemet,
    /// `»`: closes; opens in German books, Danish, Swedish.
    RightGuillemet,
    /// `‹`: as `«`.
    LeftAngle,
    /// `›`: as `»`.
    RightAngle,
    /// `「` and its half-width and vertical forms.
    LeftCorner,
    /// `」`.
    RightCorner,
    /// `『`.
    LeftWhiteCorner,
    /// `』`.
    RightWhiteCorner,
    /// `《` and `〈`: titles of works in Chinese, speech in North Korea.
    LeftBracket,
    /// `》` and `〉`.
    RightBracket,
    /// `〝`.
    LeftPrime,
    /// `〞` and `〟`.
    RightPrime,
    /// A dash that opens a line of dialogue.
    Dash,
    /// `>` before each line of a block.
    Block,
}

/// Whether `c` is a letter or digit: [`char::is_alphanumeric`], which is slow for marks, the characters most asked for.
pub(crate) fn is_word(character: char) -> bool {
    const PUNCTUATION: std::ops::RangeInclusive<char> = '\u{2000}'..='\u{206f}';
    if character.is_ascii() {
        character.is_ascii_alphanumeric()
    } else {
        !PUNCTUATION.contains(&character) && character.is_alphanumeric()
    }
}

impl Glyph {
    /// The mark that `c` is, if any. Two straight singles in a row are told apart by the scanner.
    pub(crate) fn of(character: char) -> Option<Self> {
        Some(match character {
            '"' | '＂' | '″' => Self::Straight,
            '\'' | '＇' => Self::StraightSingle,
            '“' | '❝' | '‶' => Self::LeftDouble,
            '”' | '❞' => Self::RightDouble,
            '„' | '⹂' => Self::LowDouble,
            '‟' => Self::ReversedDouble,
            '‘' | '‛' | '❛' | '‵' => Self::LeftSingle,
            '’' | '❜' | '′' => Self::RightSingle,
            '‚' => Self::LowSingle,
            '«' => Self::LeftGuillemet,
            '»' => Self::RightGuillemet,
            '‹' => Self::LeftAngle,
            '›' => Self::RightAngle,
            '「' | '｢' | '﹁' => Self::LeftCorner,
            '」' | '｣' | '﹂' => Self::RightCorner,
            '『' | '﹃' => Self::LeftWhiteCorner,
            '』' | '﹄' => Self::RightWhiteCorner,
            '《' | '〈' => Self::LeftBracket,
            '》' | '〉' => Self::RightBracket,
            '〝' => Self::LeftPrime,
            '〞' | '〟' => Self::RightPrime,
            _ => return None,
        })
    }

    /// Whether the form of the line sets the words off, rather than marks around them.
    pub(crate) fn is_layout(self) -> bool {
        matches!(self, Self::Dash | Self::Block)
    }

    /// Whether the mark is a single one, which an apostrophe may look like.
    pub(crate) fn is_single(self) -> bool {
        matches!(self, Self::StraightSingle | Self::LeftSingle | Self::RightSingle | Self::LowSingle)
    }

    /// Whether the mark looks the same at both ends.
    pub(crate) fn is_undirected(self) -> bool {
        matches!(self, Self::Straight | Self::StraightSingle | Self::Ticks)
    }

    /// Whether the mark belongs to a script that writes without spaces, so that its neighbors say nothing.
    pub(crate) fn is_cjk(self) -> bool {
        matches!(
            self,
            Self::LeftCorner
                | Self::RightCorner
                | Self::LeftWhiteCorner
                | Self::RightWhiteCorner
                | Self::LeftBracket
                | Self::RightBracket
                | Self::LeftPrime
                | Self::RightPrime
        )
    }

    /// Whether `self`, met while `opener` is open, may close it.
    pub(crate) fn closes(self, opener: Self) -> bool {
        match opener {
            Self::Straight | Self::LeftDouble => {
                matches!(self, Self::RightDouble | Self::Straight | Self::LeftDouble | Self::Ticks)
            }
            Self::Ticks => matches!(self, Self::Ticks | Self::Straight),
            Self::LowDouble => matches!(
                self,
                Self::LeftDouble | Self::RightDouble | Self::ReversedDouble | Self::Straight | Self::RightGuillemet
            ),
            Self::RightDouble | Self::ReversedDouble => matches!(self, Self::RightDouble),
            Self::StraightSingle => matches!(self, Self::StraightSingle | Self::RightSingle),
            Self::LeftSingle => matches!(self, Self::RightSingle | Self::StraightSingle),
            Self::LowSingle => matches!(self, Self::LeftSingle | Self::RightSingle | Self::StraightSingle),
            Self::RightSingle => matches!(self, Self::RightSingle),
            Self::LeftGuillemet => matches!(self, Self::RightGuillemet),
            Self::RightGuillemet => matches!(self, Self::LeftGuillemet | Self::RightGuillemet),
            Self::LeftAngle => matches!(self, Self::RightAngle),
            Self::RightAngle => matches!(self, Self::LeftAngle | Self::RightAngle),
            Self::LeftCorner => matches!(self, Self::RightCorner),
            Self::LeftWhiteCorner => matches!(self, Self::RightWhiteCorner),
            Self::LeftBracket => matches!(self, Self::RightBracket),
            Self::LeftPrime => matches!(self, Self::RightPrime),
            Self::RightCorner
            | Self::RightWhiteCorner
            | Self::RightBracket
            | Self::RightPrime
            | Self::Dash
            | Self::Block => false,
        }
    }

    /// Whether the mark never opens.
    pub(crate) fn only_closes(self) -> bool {
        matches!(self, Self::RightCorner | Self::RightWhiteCorner | Self::RightBracket | Self::RightPrime)
    }
}
