//! Hashes of words and phrases, equal on every target. Case and the form of the apostrophe do not count.

const PRIME: u64 = 0x0000_0100_0000_01b3;
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// Spreads the bits of `h` (a bijection on 64 bits).
pub const fn mix(h: u64) -> u64 {
    let h = (h ^ (h >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    let h = (h ^ (h >> 29)).wrapping_mul(GOLDEN);
    h ^ (h >> 32)
}

/// Both hashes of a word: letter by letter as written, and in lower case.
pub fn word_hashes(word: &str) -> (u64, u64) {
    let (mut exact, mut lower) = (0xcbf2_9ce4_8422_2325_u64, 0xcbf2_9ce4_8422_2325_u64);
    for &b in word.as_bytes() {
        if b >= 0x80 {
            return slow_hashes(word);
        }
        exact = (exact ^ u64::from(b)).wrapping_mul(PRIME);
        lower = (lower ^ u64::from(b.to_ascii_lowercase())).wrapping_mul(PRIME);
    }
    (mix(exact), mix(lower))
}

fn slow_hashes(word: &str) -> (u64, u64) {
    let (mut exact, mut lower) = (0xcbf2_9ce4_8422_2325_u64, 0xcbf2_9ce4_8422_2325_u64);
    for c in word.chars() {
        exact = (exact ^ u64::from(u32::from(c))).wrapping_mul(PRIME);
        for l in fold(c) {
            lower = (lower ^ u64::from(u32::from(l))).wrapping_mul(PRIME);
        }
    }
    (mix(exact), mix(lower))
}

/// The lower case of `c`, with one form of apostrophe.
pub fn fold(c: char) -> impl Iterator<Item = char> {
    let c = if matches!(c, '’' | 'ʼ') { '\'' } else { c };
    c.to_lowercase()
}

/// Hash of a word without regard to case.
pub fn word_hash(word: &str) -> u64 {
    word_hashes(word).1
}

/// Extends the hash of a phrase (0 for the empty one) by a word's hash.
pub const fn extend(phrase: u64, word: u64) -> u64 {
    mix(phrase.rotate_left(23) ^ word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_apostrophes_do_not_count() {
        assert_eq!(word_hash("ASTANA"), word_hash("Astana"));
        assert_eq!(word_hash("O’Neill"), word_hash("o'neill"));
        assert_eq!(word_hash("ÁLVAREZ"), word_hash("álvarez"));
        assert_ne!(word_hash("Astana"), word_hash("Almaty"));
        assert_ne!(word_hashes("Astana").0, word_hashes("ASTANA").0);
    }

    #[test]
    fn order_counts_in_a_phrase() {
        let (a, b) = (word_hash("new"), word_hash("york"));
        assert_ne!(extend(extend(0, a), b), extend(extend(0, b), a));
    }
}
