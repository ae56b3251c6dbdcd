//! Whether two names may name the same.

use crate::lexicon::{fold, mix};

/// One word of a name, ready to be compared: lower case, without diacritics, hyphens and full stops.
pub(super) fn plain(word: &str) -> String {
    word.chars().flat_map(fold).filter(|character| character.is_alphanumeric()).map(base).collect()
}

/// The letter without its mark, for the letters of European alphabets.
fn base(class: char) -> char {
    match class {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' | 'ė' => 'e',
        'ğ' | 'ģ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => 'i',
        'ķ' => 'k',
        'ł' | 'ľ' | 'ļ' => 'l',
        'ñ' | 'ń' | 'ň' | 'ņ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        _ => class,
    }
}

/// Words of fewer letters are never spelled alike when they differ.
const SHORTEST_ALIKE: usize = 5;
/// The most edits between two spellings.
const MOST_EDITS: usize = 2;

/// Whether one plain word may be another spelling of the other: transliterations differ by a letter or two inside.
pub(super) fn spelled_alike(first: &str, second: &str) -> bool {
    if first == second {
        return true;
    }
    if first.chars().next() != second.chars().next() || first.chars().next_back() != second.chars().next_back() {
        return false;
    }
    let (long, short) =
        (first.chars().count().max(second.chars().count()), first.chars().count().min(second.chars().count()));
    if short < SHORTEST_ALIKE || long - short > MOST_EDITS {
        return false;
    }
    let (first, second): (Vec<char>, Vec<char>) = (first.chars().collect(), second.chars().collect());
    let edits = edits(&first, &second);
    edits <= 1 && short >= 6 || edits <= MOST_EDITS && short >= 8
}

/// What all spellings of one plain word share, as a hash: the first and the last letter. `None` for words that have no
/// other spelling.
pub(super) fn ends(word: &str) -> Option<u64> {
    let mut letters = word.chars();
    let (first, last) = (letters.next()?, letters.next_back()?);
    (letters.count() + 2 >= SHORTEST_ALIKE).then(|| mix(u64::from(u32::from(first)) << 32 | u64::from(u32::from(last))))
}

/// Edits that make `a` into `b` (Levenshtein, 1966); of words that are further apart than [`MOST_EDITS`] only that they
/// are. Linear in the letters: only what lies near the diagonal is looked at.
fn edits(first: &[char], second: &[char]) -> usize {
    let far = MOST_EDITS + 1;
    let same = first.iter().zip(second).take_while(|(value, y)| value == y).count();
    let (first, second) = (&first[same..], &second[same..]);
    let mut row: Vec<usize> = (0..=second.len()).map(|edits| edits.min(far)).collect();
    for (index, value) in first.iter().enumerate() {
        let (from, to) = (index.saturating_sub(MOST_EDITS), (index + far).min(second.len()));
        let mut diagonal = row[from];
        row[from] = if from == 0 { far.min(index + 1) } else { far };
        let mut least = row[from];
        for j in from..to {
            let change = diagonal + usize::from(*value != second[j]);
            // The cell above the last one was not reached by the row before.
            let above = if j == index + MOST_EDITS { far } else { row[j + 1] };
            diagonal = row[j + 1];
            row[j + 1] = change.min(above + 1).min(row[j] + 1).min(far);
            least = least.min(row[j + 1]);
        }
        if least >= far {
            return far;
        }
    }
    row[second.len()]
}

/// How well one personal name fits the other: `None` when they cannot be one person's.
///
/// Names are compared as plain words, initials included: "J. Smith" fits "John Smith", "Tokayev" fits "Kasym Jomart
/// Tokayev", "Salman" does not contradict "Mohammed bin Salman".
pub(super) fn person_fit(short: &[&str], long: &[&str]) -> Option<u8> {
    let (short, long) = if short.len() <= long.len() { (short, long) } else { (long, short) };
    let (&last, others) = short.split_last()?;
    let (&long_last, long_others) = long.split_last()?;
    if short == long {
        return Some(100);
    }
    if others.is_empty() {
        return if last == long_last {
            Some(80)
        } else if last.len() > 1 && long_others.first() == Some(&last) {
            Some(50)
        } else if last.len() > 2 && long_others.contains(&last) {
            Some(40)
        } else if spelled_alike(last, long_last) {
            Some(30)
        } else {
            None
        };
    }
    let same_last = last == long_last;
    let first = others[0];
    let &long_first = long_others.first()?;
    let initial = |short: &str, long: &str| short.len() == 1 && long.starts_with(short);
    let first_fits = first == long_first
        || initial(first, long_first)
        || initial(long_first, first)
        || spelled_alike(first, long_first);
    if same_last && first_fits {
        return Some(90);
    }
    if first == long_first && spelled_alike(last, long_last) {
        return Some(70);
    }
    // All family names, without the first name: "Mamani Torres", "Reyes-Whitaker".
    if long.ends_with(short) {
        return Some(85);
    }
    // All words of the shorter one stand in the longer one, in order: "Mohammed Salman Saud".
    let mut rest = long.iter();
    (short.iter().all(|word| rest.any(|line| line == word)) && first == long[0]).then_some(60)
}

/// Whether `short` is made of the initials of `words` ("WHO"), small words left out or taken in.
pub(super) fn is_acronym(short: &str, words: &[&str]) -> bool {
    words.len() >= 2
        && acronym_letters(short)
            .is_some_and(|letters| initials(words, false) == letters || initials(words, true) == letters)
}

/// The letters of an acronym ("U.N."); `None` when the word is none.
pub(super) fn acronym_letters(word: &str) -> Option<String> {
    let letters: String = word.chars().filter(|character| character.is_alphanumeric()).collect();
    (letters.chars().nth(1).is_some() && letters.chars().all(char::is_uppercase)).then_some(letters)
}

/// The initials of words as capitals: of `all`, or of those with a capital.
pub(super) fn initials(words: &[&str], all: bool) -> String {
    let first = |word: &&str| word.chars().next().filter(|character| character.is_alphabetic());
    words
        .iter()
        .filter_map(first)
        .filter(|character| all || character.is_uppercase())
        .flat_map(char::to_uppercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strs(words: &[String]) -> Vec<&str> {
        words.iter().map(String::as_str).collect()
    }

    fn fit(first: &str, second: &str) -> Option<u8> {
        let words = |sentence: &str| sentence.split([' ', '-']).map(plain).collect::<Vec<_>>();
        let (first, second) = (words(first), words(second));
        person_fit(&strs(&first), &strs(&second))
    }

    #[test]
    fn short_forms_fit_the_full_name() {
        for short in ["Tokayev", "K. Tokayev", "Kasym-Jomart Tokayev", "Kasym Tokayev"] {
            assert!(fit(short, "Kasym-Jomart Tokayev").is_some(), "{short}");
        }
        assert!(fit("Mirziyev", "Shavkat Mirziyoyev").is_some());
        assert!(fit("Mohammed bin Salman", "Mohammed bin Salman Al Saud").is_some());
        assert!(fit("Erdogan", "Recep Tayyip Erdoğan").is_some());
        assert!(fit("Mamani Torres", "Quilla Mamani Torres").is_some());
        assert!(fit("Reyes-Whitaker", "Tomás Reyes-Whitaker").is_some());
    }

    #[test]
    fn namesakes_do_not_fit() {
        assert_eq!(fit("Bill Clinton", "Hillary Clinton"), None);
        assert_eq!(fit("Putin", "Donald Trump"), None);
        assert_eq!(fit("John Smith", "John Miller"), None);
    }

    /// The whole table, cell by cell.
    fn all_edits(first: &[char], second: &[char]) -> usize {
        match (first, second) {
            ([], rest) | (rest, []) => rest.len(),
            ([value, first @ ..], [y, second @ ..]) if value == y => all_edits(first, second),
            ([_, a_rest @ ..], [_, b_rest @ ..]) => {
                1 + all_edits(a_rest, b_rest).min(all_edits(a_rest, second)).min(all_edits(first, b_rest))
            }
        }
    }

    #[test]
    fn edits_are_counted_as_by_the_whole_table() {
        let words = ["", "a", "ab", "ba", "abcab", "abcba", "bbcab", "aabcab", "abcabab", "cabcab", "abc", "acb"];
        for first in words {
            for second in words {
                let (left, right): (Vec<char>, Vec<char>) = (first.chars().collect(), second.chars().collect());
                let far = MOST_EDITS + 1;
                assert_eq!(edits(&left, &right).min(far), all_edits(&left, &right).min(far), "{first} {second}");
            }
        }
    }

    #[test]
    fn acronyms() {
        assert!(is_acronym("WHO", &["World", "Health", "Organization"]));
        assert!(is_acronym("DRC", &["Democratic", "Republic", "of", "Congo"]));
        assert!(!is_acronym("EU", &["United", "Nations"]));
    }
}
