//! Which way a text runs.

/// Blocks of Unicode whose letters run from right to left (Hebrew, Arabic, Syriac, Thaana, `NKo`, Adlam and their kin).
const RIGHT_TO_LEFT: [(char, char); 5] = [
    ('\u{590}', '\u{8ff}'),
    ('\u{fb1d}', '\u{fdff}'),
    ('\u{fe70}', '\u{feff}'),
    ('\u{10800}', '\u{10fff}'),
    ('\u{1e800}', '\u{1efff}'),
];
/// Says of itself that what follows runs from right to left.
const MARK: char = '\u{200f}';

/// Whether the first letter of `pieces` runs from right to left (rules P2 and P3 of UAX #9): what `dir="auto"` finds out.
/// Browsers look again at each piece that is put in, which takes the square of the text where there is no letter.
pub fn runs_right_to_left<'a>(pieces: impl IntoIterator<Item = &'a str>) -> bool {
    let first = pieces.into_iter().flat_map(str::chars).find(|&c| c == MARK || c.is_alphabetic() && !c.is_numeric());
    first.is_some_and(|c| c == MARK || RIGHT_TO_LEFT.iter().any(|&(from, to)| (from..=to).contains(&c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_decides() {
        for (text, expected) in [
            ("", false),
            ("Ana said “שלום”", false),
            ("“שלום,” said Ana", true),
            ("12 – سلام", true),
            ("\u{301}\u{301}…", false),
            ("\u{200f}(1) a", true),
            ("東京", false),
        ] {
            assert_eq!(runs_right_to_left([text]), expected, "{text}");
        }
        assert!(runs_right_to_left(["“", "ש", "a"]));
    }
}
