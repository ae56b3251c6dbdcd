//! Texts that nobody writes: what breaks scanners, mixed with words, and articles damaged at random.

use crate::testkit::generate::{Generator, article};

/// Pieces that texts are made of: what breaks scanners, and words.
pub const ODD_PIECES: &[&str] = &[
    "a",
    "A",
    "said",
    "Ana",
    "O’Neill",
    "al-",
    "Díaz",
    "U.S.",
    "Mr.",
    "J.",
    "’s",
    "n't",
    "'",
    "\"",
    "“",
    "”",
    "‘",
    "«\u{a0}",
    "»",
    "„",
    "(",
    ")",
    "-",
    "—",
    ".",
    "...",
    "!",
    "?",
    ",",
    ":",
    "1",
    "2,000.5",
    "%",
    "@",
    "a@b.org",
    "https://x.org/a",
    "www.",
    "#tag",
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\0",
    "\u{1b}",
    "\u{301}",
    "é",
    "Ł",
    "ß",
    "İ",
    "ǆ",
    "👩‍👧",
    "🇰🇿",
    "👍🏽",
    "❤\u{fe0f}",
    "東京",
    "한국",
    "שלום",
    "سلام",
    "می‌خواهم",
    "हिन्दी",
    "ไทย",
    "\u{fffd}",
    "Реклама",
    "Share",
    "17:42",
    "-2.4 C",
    "By ",
    "ASTANA, Jan 11 (Reuters) — ",
    "Europe",
    "Read more",
    "⟦",
    "⟧",
];

/// The longest text of pieces, in pieces.
const MOST_PIECES: usize = 60;
/// The most damages that one article suffers.
const MOST_DAMAGES: usize = 12;
/// The longest stretch that one damage takes or doubles, in characters.
const LONGEST_STRETCH: usize = 40;

/// The next odd text: pieces in a row, pieces with spaces between, any characters, or a damaged article.
pub fn odd_text(generator: &mut Generator) -> String {
    match generator.below(6) {
        0..=2 => {
            let glue = if generator.below(4) == 0 { " " } else { "" };
            let pieces: Vec<_> = (0..generator.below(MOST_PIECES)).map(|_| generator.pick(ODD_PIECES)).collect();
            pieces.join(glue)
        }
        3 => (0..generator.below(MOST_PIECES)).map(|_| any_char(generator)).collect(),
        _ => {
            let paragraphs = generator.below(4);
            let mut text: Vec<char> = article(generator.draw(), paragraphs).chars().collect();
            for _ in 0..generator.below(MOST_DAMAGES) {
                damage(&mut text, generator);
            }
            text.into_iter().collect()
        }
    }
}

/// Any character; one in two of the first thousand, where most scripts with case and most marks stand.
fn any_char(generator: &mut Generator) -> char {
    let most = if generator.below(2) == 0 { 0x400 } else { 0x11_0000 };
    u32::try_from(generator.below(most)).ok().and_then(char::from_u32).unwrap_or('\u{fffd}')
}

/// Takes a stretch out, doubles it somewhere else, or puts a piece in.
fn damage(text: &mut Vec<char>, generator: &mut Generator) {
    let at = generator.below(text.len() + 1);
    let end = (at + generator.below(LONGEST_STRETCH)).min(text.len());
    match generator.below(3) {
        0 => drop(text.drain(at..end)),
        1 => {
            let stretch = text[at..end].to_vec();
            let to = generator.below(text.len() + 1);
            text.splice(to..to, stretch);
        }
        _ => drop(text.splice(at..at, generator.pick(ODD_PIECES).chars())),
    }
}
