//! Words that keep the full stop behind them.

/// What usually follows an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// A name: it never ends a sentence ("Mr.", "Gen.", "St.").
    Title,
    /// A number, else the full stop is not the abbreviation's ("No. 10").
    BeforeNumber,
    /// Anything: it may end a sentence ("Inc.", "Jan.", "etc.").
    Open,
}

use Abbreviation::{BeforeNumber, Open, Title};

/// Sorted by the first column, lower case. A capital in the second column: only when written with a capital ("Mar." is a
/// month, "mar." is not).
const TABLE: &[(&str, char, Abbreviation)] = &[
    ("abp", 'X', Title),
    ("adm", 'x', Title),
    ("adv", 'X', Title),
    ("ala", 'X', Open),
    ("ald", 'X', Title),
    ("amb", 'X', Title),
    ("approx", 'x', Open),
    ("apr", 'X', Open),
    ("apt", 'x', BeforeNumber),
    ("ariz", 'X', Open),
    ("ark", 'X', Open),
    ("arq", 'X', Title),
    ("art", 'x', BeforeNumber),
    ("assn", 'x', Open),
    ("assoc", 'x', Open),
    ("asst", 'x', Title),
    ("atty", 'x', Title),
    ("aug", 'X', Open),
    ("ave", 'X', Open),
    ("blvd", 'X', Open),
    ("bp", 'X', Title),
    ("brig", 'x', Title),
    ("bros", 'X', Open),
    ("calif", 'X', Open),
    ("capt", 'x', Title),
    ("cf", 'x', Open),
    ("cllr", 'x', Title),
    ("cllrs", 'x', Title),
    ("cmdr", 'x', Title),
    ("co", 'X', Open),
    ("col", 'x', Title),
    ("colo", 'X', Open),
    ("comdr", 'x', Title),
    ("conn", 'X', Open),
    ("corp", 'X', Open),
    ("cpl", 'x', Title),
    ("cpt", 'x', Title),
    ("dec", 'X', Open),
    ("del", 'X', Open),
    ("dep", 'x', Title),
    ("dept", 'x', Open),
    ("det", 'X', Title),
    ("dir", 'X', Title),
    ("dist", 'X', Open),
    ("dr", 'x', Title),
    ("dra", 'X', Title),
    ("ed", 'X', Open),
    ("eng", 'X', Title),
    ("engr", 'x', Title),
    ("est", 'x', Open),
    ("etc", 'x', Open),
    ("feb", 'X', Open),
    ("fig", 'x', BeforeNumber),
    ("fla", 'X', Open),
    ("fr", 'X', Title),
    ("fri", 'X', Open),
    ("ft", 'X', Title),
    ("gen", 'x', Title),
    ("gov", 'x', Title),
    ("govt", 'x', Open),
    ("hon", 'x', Title),
    ("hrs", 'x', Open),
    ("ill", 'X', Open),
    ("inc", 'x', Open),
    ("ind", 'X', Open),
    ("ing", 'X', Title),
    ("insp", 'x', Title),
    ("jan", 'X', Open),
    ("jnr", 'x', Open),
    ("jr", 'x', Open),
    ("jul", 'X', Open),
    ("jun", 'X', Open),
    ("kan", 'X', Open),
    ("ky", 'X', Open),
    ("lic", 'X', Title),
    ("lt", 'x', Title),
    ("ltd", 'x', Open),
    ("maj", 'x', Title),
    ("mar", 'X', Open),
    ("mass", 'X', Open),
    ("md", 'X', Open),
    ("messrs", 'x', Title),
    ("mfg", 'x', Open),
    ("mgr", 'X', Title),
    ("mich", 'X', Open),
    ("minn", 'X', Open),
    ("miss", 'X', Open),
    ("mlle", 'x', Title),
    ("mme", 'x', Title),
    ("mo", 'X', Open),
    ("mon", 'X', Open),
    ("mont", 'X', Open),
    ("mr", 'x', Title),
    ("mrs", 'x', Title),
    ("ms", 'x', Title),
    ("msgr", 'x', Title),
    ("mt", 'X', Title),
    ("mx", 'X', Title),
    ("neb", 'X', Open),
    ("nev", 'X', Open),
    ("no", 'x', BeforeNumber),
    ("nos", 'x', BeforeNumber),
    ("nov", 'X', Open),
    ("oct", 'X', Open),
    ("okla", 'X', Open),
    ("ore", 'X', Open),
    ("p", 'x', BeforeNumber),
    ("pa", 'X', Open),
    ("pp", 'x', BeforeNumber),
    ("pres", 'x', Title),
    ("prof", 'x', Title),
    ("pte", 'X', Open),
    ("ptr", 'X', Title),
    ("pty", 'X', Open),
    ("pvt", 'x', Title),
    ("rep", 'x', Title),
    ("reps", 'x', Title),
    ("rev", 'x', Title),
    ("rs", 'X', BeforeNumber),
    ("sat", 'X', Open),
    ("sen", 'x', Title),
    ("sens", 'x', Title),
    ("sep", 'X', Open),
    ("sept", 'X', Open),
    ("sgt", 'x', Title),
    ("smt", 'X', Title),
    ("snr", 'x', Open),
    ("sq", 'x', Open),
    ("sr", 'X', Open),
    ("sra", 'X', Title),
    ("srta", 'X', Title),
    ("st", 'X', Title),
    ("ste", 'X', Title),
    ("supt", 'x', Title),
    ("tenn", 'X', Open),
    ("tex", 'X', Open),
    ("thu", 'X', Open),
    ("thurs", 'X', Open),
    ("tue", 'X', Open),
    ("tues", 'X', Open),
    ("univ", 'x', Open),
    ("v", 'x', Title),
    ("va", 'X', Open),
    ("viz", 'x', Title),
    ("vol", 'x', BeforeNumber),
    ("vs", 'x', Open),
    ("vt", 'X', Open),
    ("wash", 'X', Open),
    ("wed", 'X', Open),
    ("wis", 'X', Open),
    ("wyo", 'X', Open),
];

/// The longest word of the table.
const LONGEST: usize = 6;

/// What `word`, without its full stop, abbreviates, if anything.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    if word.len() > LONGEST || !word.is_ascii() {
        return None;
    }
    let mut lower = [0; LONGEST];
    for (to, from) in lower.iter_mut().zip(word.bytes()) {
        *to = from.to_ascii_lowercase();
    }
    let found = TABLE.binary_search_by(|(entry, ..)| entry.as_bytes().cmp(&lower[..word.len()])).ok()?;
    let (_, case, kind) = TABLE[found];
    (case == 'x' || word.as_bytes()[0].is_ascii_uppercase()).then_some(kind)
}

/// Words that seldom are a name and often begin a sentence: after an abbreviation that may end a sentence, one of them
/// means that it did.
pub(super) fn begins_sentence(word: &str) -> bool {
    matches!(
        word,
        "A" | "About"
            | "According"
            | "After"
            | "All"
            | "Also"
            | "Although"
            | "An"
            | "And"
            | "Another"
            | "Any"
            | "As"
            | "At"
            | "Because"
            | "Before"
            | "Both"
            | "But"
            | "By"
            | "Despite"
            | "During"
            | "Each"
            | "Even"
            | "Every"
            | "Few"
            | "For"
            | "From"
            | "He"
            | "Her"
            | "Here"
            | "His"
            | "How"
            | "However"
            | "I"
            | "If"
            | "In"
            | "Instead"
            | "It"
            | "Its"
            | "Last"
            | "Later"
            | "Many"
            | "Meanwhile"
            | "More"
            | "Most"
            | "My"
            | "No"
            | "Nor"
            | "Not"
            | "Now"
            | "Of"
            | "On"
            | "Once"
            | "One"
            | "Only"
            | "Or"
            | "Other"
            | "Others"
            | "Our"
            | "Over"
            | "She"
            | "Since"
            | "So"
            | "Some"
            | "Still"
            | "Such"
            | "Than"
            | "That"
            | "The"
            | "Their"
            | "Then"
            | "There"
            | "These"
            | "They"
            | "This"
            | "Those"
            | "Though"
            | "Through"
            | "To"
            | "Today"
            | "Two"
            | "Under"
            | "Until"
            | "We"
            | "What"
            | "When"
            | "Where"
            | "Whether"
            | "Which"
            | "While"
            | "Who"
            | "Why"
            | "With"
            | "Yet"
            | "You"
            | "Your"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_short() {
        assert!(TABLE.is_sorted_by(|a, b| a.0 < b.0));
        assert_eq!(TABLE.iter().map(|(word, ..)| word.len()).max(), Some(LONGEST));
    }

    #[test]
    fn a_month_needs_its_capital() {
        assert_eq!(abbreviation("Mar"), Some(Open));
        assert_eq!(abbreviation("mar"), None);
        assert_eq!(abbreviation("MR"), Some(Title));
        assert_eq!(abbreviation("hour"), None);
        assert_eq!(abbreviation("überlang"), None);
    }
}
