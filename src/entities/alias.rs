//! Whether two names may name the same.

use crate::lexicon::fold;

/// One word of a name, ready to be compared: lower case, without diacritics, hyphens and full stops.
pub(super) fn plain(word: &str) -> String {
    word.chars().flat_map(fold).filter(|c| c.is_alphanumeric()).map(base).collect()
}

/// The letter without its mark, for the letters of European alphabets.
fn base(c: char) -> char {
    match c {
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
        _ => c,
    }
}

/// Whether one plain word may be another spelling of the other: transliterations differ by a letter or two inside.
pub(super) fn spelled_alike(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    if a.chars().next() != b.chars().next() || a.chars().next_back() != b.chars().next_back() {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let shorter = a.len().min(b.len());
    if shorter < 5 || a.len().abs_diff(b.len()) > 2 {
        return false;
    }
    let distance = distance(&a, &b);
    distance <= 1 && shorter >= 6 || distance <= 2 && shorter >= 8
}

/// Edits that make `a` into `b` (Levenshtein).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let change = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = change.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
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
    let initial = |a: &str, b: &str| a.len() == 1 && b.starts_with(a);
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
    (short.iter().all(|w| rest.any(|l| l == w)) && first == long[0]).then_some(60)
}

/// Whether `short` is made of the initials of `words` ("WHO"), small words left out or taken in.
pub(super) fn is_acronym(short: &str, words: &[&str]) -> bool {
    let letters: String = short.chars().filter(|c| c.is_alphanumeric()).collect();
    if letters.chars().count() < 2 || words.len() < 2 || !letters.chars().all(char::is_uppercase) {
        return false;
    }
    let initials = |all: bool| -> String {
        let first = |w: &&str| w.chars().next().filter(|c| c.is_alphabetic());
        words.iter().filter_map(first).filter(|c| all || c.is_uppercase()).flat_map(char::to_uppercase).collect()
    };
    initials(false) == letters || initials(true) == letters
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strs(words: &[String]) -> Vec<&str> {
        words.iter().map(String::as_str).collect()
    }

    fn fit(a: &str, b: &str) -> Option<u8> {
        let words = |s: &str| s.split([' ', '-']).map(plain).collect::<Vec<_>>();
        let (a, b) = (words(a), words(b));
        person_fit(&strs(&a), &strs(&b))
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

    #[test]
    fn acronyms() {
        assert!(is_acronym("WHO", &["World", "Health", "Organization"]));
        assert!(is_acronym("DRC", &["Democratic", "Republic", "of", "Congo"]));
        assert!(!is_acronym("EU", &["United", "Nations"]));
    }
}
