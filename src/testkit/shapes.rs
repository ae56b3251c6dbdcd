//! Texts that a person can paste and that tempt a program to do more than its share of work: each can be made of any
//! length, so that the cost can be set beside the length.

use crate::testkit::generate::article;

/// A kind of text.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// What it is, in a few words.
    pub name: &'static str,
    piece: Piece,
}

/// How a text is put together.
#[derive(Clone, Copy, Debug)]
enum Piece {
    /// Made-up news.
    News,
    /// Pieces, each with the words that stand for its number.
    Numbered(fn(usize) -> String),
    /// A piece again and again.
    Repeated(&'static str),
    /// Marks that open, then words, then the marks that close.
    Nested(&'static [(&'static str, &'static str)]),
}

impl Shape {
    /// A text of this kind of about `bytes` bytes.
    pub fn text(&self, bytes: usize) -> String {
        match self.piece {
            Piece::News => news(bytes),
            Piece::Numbered(piece) => {
                let mut out = String::with_capacity(bytes + 100);
                for number in 0.. {
                    if out.len() >= bytes {
                        break;
                    }
                    out.push_str(&piece(number));
                }
                out
            }
            Piece::Repeated(piece) => piece.repeat(bytes.div_ceil(piece.len())),
            Piece::Nested(marks) => nested(marks, bytes),
        }
    }
}

const NEWS_PARAGRAPH: usize = 350;

fn news(bytes: usize) -> String {
    let mut out = String::with_capacity(bytes + 100);
    for seed in 0.. {
        if out.len() >= bytes {
            break;
        }
        // News has articles, which have their own people.
        out.push_str(&article(seed, (bytes - out.len()).div_ceil(NEWS_PARAGRAPH).min(60)));
    }
    out
}

fn nested(marks: &[(&str, &str)], bytes: usize) -> String {
    let pair: usize = marks.iter().map(|(open, close)| open.len() + close.len()).sum();
    let depth = (bytes / pair).max(1) * marks.len();
    let opening = marks.iter().map(|mark| mark.0).cycle().take(depth);
    let closing = marks.iter().rev().map(|mark| mark.1).cycle().take(depth);
    opening.chain(["We agree"]).chain(closing).collect()
}

const SYLLABLES: &[&str] = &[
    "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we", "xi", "yo",
    "zu",
];

/// A made-up name for each number, and for each `kind` another one.
fn name(number: usize, kind: usize) -> String {
    // Neighbors look different: a bijection on 24 bits.
    let mut rest = (number.wrapping_mul(0x9e_3779) ^ kind.wrapping_mul(0x5b_d1e9)) & 0xff_ffff;
    let mut out = String::new();
    while out.len() < 4 || rest > 0 {
        out.push_str(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
    }
    out[..1].make_ascii_uppercase();
    out
}

fn people(number: usize) -> String {
    let (first, last) = (name(number, 1), name(number, 2));
    format!("{first} {last} of Lyon met {last}’s brother. {}", end(number))
}

/// Ends a line now and then.
fn end(number: usize) -> &'static str {
    if number % 5 == 4 { "\n" } else { "" }
}

/// The texts whose cost is watched.
pub const SHAPES: &[Shape] = &[
    Shape { name: "news", piece: Piece::News },
    Shape { name: "distinct people", piece: Piece::Numbered(people) },
    Shape {
        name: "distinct organizations",
        piece: Piece::Numbered(|n| format!("The {} {} Institute opened in May. {}", name(n, 1), name(n, 2), end(n))),
    },
    Shape {
        name: "distinct speakers",
        piece: Piece::Numbered(|n| format!("“We agree,” said {} {}. {}", name(n, 1), name(n, 2), end(n))),
    },
    Shape {
        name: "speakers without marks",
        piece: Piece::Numbered(|n| format!("{} {} said prices rose. {}", name(n, 1), name(n, 2), end(n))),
    },
    Shape {
        name: "one surname, many first names",
        piece: Piece::Numbered(|n| format!("{} Smith met Smith in Lyon. {}", name(n, 1), end(n))),
    },
    Shape {
        name: "one first name, many surnames",
        piece: Piece::Numbered(|n| format!("John {} met John in Lyon. {}", name(n, 2), end(n))),
    },
    Shape {
        name: "one name, many middle names",
        piece: Piece::Numbered(|n| format!("John {} Smith met Smith in Lyon. {}", name(n, 1), end(n))),
    },
    Shape {
        name: "people with nicknames",
        piece: Piece::Numbered(|n| format!("Ana “Nina” {} met Ana. {}", name(n, 2), end(n))),
    },
    Shape {
        name: "one sentence, one paragraph",
        piece: Piece::Repeated("“We agree,” said Ana Díaz of Reuters in Lyon. "),
    },
    Shape { name: "one-letter lines", piece: Piece::Repeated("a\n") },
    Shape { name: "combining marks", piece: Piece::Repeated("\u{301}") },
    Shape {
        name: "words with many marks",
        piece: Piece::Repeated("Z\u{301}\u{302}\u{303}\u{308}\u{30a}\u{327}a\u{301}\u{302}\u{303}\u{308} "),
    },
    Shape { name: "direction overrides", piece: Piece::Repeated("א\u{202e}") },
    Shape { name: "nested marks", piece: Piece::Nested(&[("“", "”"), ("‘", "’")]) },
    Shape {
        name: "nested marks of all kinds",
        piece: Piece::Nested(&[("«", "»"), ("“", "”"), ("(", ")"), ("„", "“")]),
    },
    Shape { name: "marks that stay open", piece: Piece::Repeated("“We ‘agree „that «it ") },
    Shape {
        name: "a directory",
        piece: Piece::Numbered(|n| {
            let (first, last, street) = (name(n, 1), name(n, 2), name(n, 3));
            format!("{first} {last}\n{} {street} Street, Lyon\n+33 {:09}\n\n", n % 300 + 1, n * 7919 % 1_000_000_000)
        }),
    },
    Shape {
        name: "a page without end",
        piece: Piece::Numbered(|n| {
            let (first, last) = (name(n, 1), name(n, 2));
            format!(
                "Home\nMost read\n{first} {last}\n\n{first} {last} has rowed to the islands again this week.\n\nReply\n{n} hours ago\n\n"
            )
        }),
    },
    Shape {
        name: "sentences of few words between menus",
        piece: Piece::Repeated("Home\nThe ferry to the islands stayed in the harbor this week again.\nNews\n"),
    },
    Shape {
        name: "a narrow column with divided words",
        piece: Piece::Repeated("the ferry to the islands was can-\ncelled on a day of storm and the\n"),
    },
    Shape {
        name: "a marked reply",
        piece: Piece::Repeated("> > the ferry to the islands was can-\n> > celled on a\n>\n"),
    },
    Shape {
        name: "a transcript",
        piece: Piece::Numbered(|n| format!("{} {}: I agree with Ana Díaz.\n", name(n, 1), name(n, 2))),
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_have_the_length_that_was_asked_for() {
        for shape in SHAPES {
            for bytes in [1_000, 20_000] {
                let made = shape.text(bytes).len();
                assert!(made >= bytes * 9 / 10 && made <= bytes + 1_000, "{}: {made} of {bytes}", shape.name);
            }
        }
    }

    #[test]
    fn names_are_distinct() {
        let names: std::collections::BTreeSet<_> = (0..100_000).map(|number| name(number, 1)).collect();
        assert_eq!(names.len(), 100_000);
    }
}
