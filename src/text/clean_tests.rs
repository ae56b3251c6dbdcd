//! Cleaning, as a table of what goes in and what comes out.

use super::{CleanReport, Cleaned, TextRange, clean};

#[track_caller]
fn check(pasted: &str, text: &str, report: CleanReport) -> Cleaned {
    let cleaned = clean(pasted);
    assert_eq!((cleaned.text.as_str(), cleaned.report), (text, report), "of {pasted:?}");
    assert_eq!(clean(text).text, text, "cleaning twice changes nothing");
    cleaned
}

const NONE: CleanReport = CleanReport {
    line_breaks: 0,
    spaces: 0,
    soft_hyphens: 0,
    invisible: 0,
    controls: 0,
    blank_lines: 0,
    joined_lines: 0,
    reply_marks: 0,
    unreadable: 0,
};

#[test]
fn clean_text_is_left_alone() {
    check("", "", NONE);
    check("One.\n\nTwo – “three”\tfour 👍🏽.", "One.\n\nTwo – “three”\tfour 👍🏽.", NONE);
    assert!(clean("One.\n").report.is_unchanged());
}

#[test]
fn line_breaks_of_every_system() {
    check("a\r\nb\rc\u{2028}d\u{85}e", "a\nb\nc\nd\ne", CleanReport { line_breaks: 4, ..NONE });
}

#[test]
fn odd_spaces_and_soft_hyphens() {
    check("«\u{a0}a\u{202f}» b\u{3000}c", "« a » b c", CleanReport { spaces: 3, ..NONE });
    check("Kasach\u{ad}stan", "Kasachstan", CleanReport { soft_hyphens: 1, ..NONE });
}

#[test]
fn invisible_characters_go_unless_they_do_something() {
    check("\u{feff}a\u{200b}b\u{2060}c\u{200e}", "abc", CleanReport { invisible: 4, ..NONE });
    check(
        "👩\u{200d}👧 ❤\u{fe0f} 1\u{fe0f}\u{20e3} 🏳\u{fe0f}\u{200d}🌈",
        "👩\u{200d}👧 ❤\u{fe0f} 1\u{fe0f}\u{20e3} 🏳\u{fe0f}\u{200d}🌈",
        NONE,
    );
    check("🏴\u{e0067}\u{e0062}\u{e007f}", "🏴\u{e0067}\u{e0062}\u{e007f}", NONE);
    check("می\u{200c}خواهم क\u{94d}\u{200d}ष", "می\u{200c}خواهم क\u{94d}\u{200d}ष", NONE);
    check("a\u{200d}b\u{200c}c", "abc", CleanReport { invisible: 2, ..NONE });
    check("hi\u{e0068}\u{e0069}", "hi", CleanReport { invisible: 2, ..NONE });
    check("שלום\u{200f} (a)", "שלום\u{200f} (a)", NONE);
}

#[test]
fn controls_and_unreadable_characters() {
    check("a\0b\u{1b}[1mc\u{7f}", "ab[1mc", CleanReport { controls: 3, ..NONE });
    check("caf\u{fffd}", "caf\u{fffd}", CleanReport { unreadable: 1, ..NONE });
    assert!(clean("caf\u{fffd}").report.is_unchanged());
}

#[test]
fn runs_of_blank_lines() {
    check("\n\n a\n\n\n \t\nb\n\n\n", " a\n\nb", CleanReport { blank_lines: 6, ..NONE });
    check("a\n  \nb", "a\n\nb", NONE);
    check("a\n\u{200b}\n\n\u{a0}\nb", "a\n\nb", CleanReport { invisible: 1, spaces: 1, blank_lines: 2, ..NONE });
}

#[test]
fn wrapped_lines_become_paragraphs() {
    let wrapped = "The river has been running backwards since the dam was built,\r\nsays the engineer who built it, and nobody along its banks was\r\nasked whether they would mind. “We were told in the evening, and\r\nin the morning it was done,” said Ana Díaz, a fisher.\r\n\r\n";
    let cleaned = clean(&wrapped.repeat(3));
    assert_eq!((cleaned.report.joined_lines, cleaned.text.lines().count()), (9, 5));
    let start = cleaned.text.rfind("Ana").expect("a name") as u32;
    let pasted = cleaned.pasted(TextRange::at(start, start + 3));
    assert_eq!(&wrapped.repeat(3)[std::ops::Range::from(pasted)], "Ana");
}

#[test]
fn a_reply_is_an_article_and_ranges_lead_back() {
    let reply = "> > The river has been running back-\r\n> > wards since the dam was built, says\r\n> > the engineer who built it, and no-\r\n> > body along its banks was asked whe-\r\n> > ther they would mind, said Ana Díaz.\r\n>\r\n>\r\n";
    let whole = "The river has been running backwards since the dam was built, says the engineer who built it, and nobody along its banks was asked whether they would mind, said Ana Díaz.";
    let pasted = reply.repeat(3);
    let cleaned = clean(&pasted);
    assert_eq!(cleaned.text, [whole; 3].join("\n\n"));
    assert_eq!((cleaned.report.joined_lines, cleaned.report.reply_marks), (12, 21));
    assert_eq!(clean(&cleaned.text).text, cleaned.text);
    for (part, expected) in
        [("Ana Díaz", "Ana Díaz"), ("backwards", "back-\r\n> > wards"), ("the engineer", "the engineer")]
    {
        for (start, _) in cleaned.text.match_indices(part) {
            let range = cleaned.pasted(TextRange::at(start as u32, (start + part.len()) as u32));
            assert_eq!(&pasted[std::ops::Range::from(range)], expected);
        }
    }
}

#[test]
fn ranges_lead_back() {
    let pasted = "\u{feff}\r\n\r\nDr.\u{a0}Zo\u{ad}ë\u{200b}\r\n\r\n\r\n\r\n« Oui\u{202f}»\0!";
    let cleaned = clean(pasted);
    assert_eq!(cleaned.text, "Dr. Zoë\n\n« Oui »!");
    let back = |part: &str| {
        let start = cleaned.text.find(part).expect("part") as u32;
        let range = cleaned.pasted(TextRange::at(start, start + part.len() as u32));
        &pasted[std::ops::Range::from(range)]
    };
    for (part, expected) in [
        ("Dr.", "Dr."),
        ("Dr. ", "Dr.\u{a0}"),
        (" ", "\u{a0}"),
        ("Zoë", "Zo\u{ad}ë"),
        ("ë", "ë"),
        ("« Oui »", "« Oui\u{202f}»"),
        ("!", "!"),
    ] {
        assert_eq!(back(part), expected, "of {part:?}");
    }
}

#[test]
fn directions_nested_too_deep_go() {
    let deep = format!("{}א{}", "\u{202e}".repeat(1_000), "\u{202c}".repeat(1_000));
    let cleaned = clean(&deep);
    assert_eq!(cleaned.text, format!("{}א{}", "\u{202e}".repeat(16), "\u{202c}".repeat(16)));
    assert_eq!(cleaned.report.invisible, 2 * 984);
    assert_eq!(clean(&cleaned.text).text, cleaned.text);
    let usual = "\u{2067}א\u{2069} b ".repeat(100);
    assert_eq!(clean(usual.trim_end()).text, usual.trim_end());
}
