//! Tables of conventions for the pairing of marks.

use crate::quotes::spans::pairing::pair;
use crate::text::Source;

/// Each quotation found, with `#` and its depth when nested and `!` when unclosed; parts joined by ` | `.
fn found(text: &str) -> Vec<String> {
    let source = Source::new(text);
    pair(source.text(), source.paragraphs())
        .into_iter()
        .map(|span| {
            let words: Vec<_> = span.parts.iter().map(|part| source.slice(*part)).collect();
            let depth = if span.depth > 0 { format!("#{} ", span.depth) } else { String::new() };
            format!("{depth}{}{}", words.join(" | "), if span.unclosed { " !" } else { "" })
        })
        .collect()
}

fn check(table: &[(&str, &[&str])]) {
    for (text, want) in table {
        assert_eq!(found(text), *want, "{text}");
    }
}

#[test]
fn conventions() {
    check(&[
        ("\"No,\" he said.", &["\"No,\""]),
        ("“No,” he said.", &["“No,”"]),
        ("‘No,’ he said.", &["‘No,’"]),
        ("'No,' he said.", &["'No,'"]),
        ("„Nein“, sagte er.", &["„Nein“"]),
        ("„Nie”, powiedział.", &["„Nie”"]),
        ("»Nein«, sagte er.", &["»Nein«"]),
        ("«Non», dit-il.", &["«Non»"]),
        ("« Non », dit-il.", &["« Non »"]),
        ("”Nej”, sade han.", &["”Nej”"]),
        ("»Ei», hän sanoi.", &["»Ei»"]),
        ("‚Nein‘, sagte er.", &["‚Nein‘"]),
        ("‹Nein›, sagte er.", &["‹Nein›"]),
        ("›Nein‹, sagte er.", &["›Nein‹"]),
        ("他说：「不。」", &["「不。」"]),
        ("他說：『不。』", &["『不。』"]),
        ("他说：“不。”", &["“不。”"]),
        ("그는 “아니오”라고 말했다.", &["“아니오”"]),
        ("''No,'' he said.", &["''No,''"]),
        ("``No,'' he said.", &["``No,''"]),
        ("〝No〟 he said.", &["〝No〟"]),
        ("＂No＂ he said.", &["＂No＂"]),
        ("He said: “No.\" Then he left.", &["“No.\""]),
        ("“No —“ he said, “now!”", &["“No —“", "“now!”"]),
    ]);
}

#[test]
fn nesting() {
    check(&[
        ("“He said, ‘Go,’ and I went.”", &["“He said, ‘Go,’ and I went.”", "#1 ‘Go,’"]),
        ("\"He said, 'Go,' and I went.\"", &["\"He said, 'Go,' and I went.\"", "#1 'Go,'"]),
        ("‘He said, “Go,” and I went.’", &["‘He said, “Go,” and I went.’", "#1 “Go,”"]),
        ("“the real situation ‘on the field’.”", &["“the real situation ‘on the field’.”", "#1 ‘on the field’"]),
        ("''He said, 'Go.'''", &["''He said, 'Go.'''", "#1 'Go.'"]),
        ("\"He said \"no\" to me,\" she said.", &["\"He said \"no\" to me,\"", "#1 \"no\""]),
        ("« Il a dit “non” », dit-elle.", &["« Il a dit “non” »", "#1 “non”"]),
        ("“a ‘b “c” d’ e”", &["“a ‘b “c” d’ e”", "#1 ‘b “c” d’", "#2 “c”"]),
    ]);
}

#[test]
fn not_quotation_marks() {
    check(&[
        ("Don't go, it's the boys' room and the '90s were rock 'n' roll.", &[]),
        ("Don’t go, it’s the boys’ room and the ’90s were rock ’n’ roll.", &[]),
        ("He is 6'2\" tall and the pizza 12\" wide.", &[]),
        ("Get 'em, 'cause 'tis late.", &[]),
        ("The dogs' owners met the cats' owners.", &[]),
        ("<a href=\"x\" class=\"y\">link</a>", &[]),
        ("\"\" and “”", &[]),
    ]);
}

#[test]
fn apostrophes_within() {
    check(&[
        ("“It’s the boys’ room,” she said.", &["“It’s the boys’ room,”"]),
        ("‘It’s the boys’ room,’ she said.", &["‘It’s the boys’ room,’"]),
        ("'It's the '90s,' she said, 'don't worry.'", &["'It's the '90s,'", "'don't worry.'"]),
        ("\"a 6'2\" man,\" she said", &["\"a 6'2\" man,\""]),
        ("Trump 'racist', says Ryan", &["'racist'"]),
    ]);
}

#[test]
fn paragraphs() {
    check(&[
        ("“One.\n\n“Two.”\n\n“Three.”", &["“One. | “Two.”", "“Three.”"]),
        ("\"One.\n\n\"Two \"x\" y.\n\n\"Three,\" he said.", &["\"One. | \"Two \"x\" y. | \"Three,\"", "#1 \"x\""]),
        ("„Eins.\n\nZwei.“ Drei.", &["„Eins. | Zwei.“"]),
        ("He said “one.\n\nTwo.\n\n“Three.”", &["“one. !", "“Three.”"]),
        ("\"One, he said.\n\nTwo.", &["\"One, he said. !"]),
        ("“A,” said Bob. “B.\nC\nD\nE\nF\nG\nH”", &["“A,”", "“B. !"]),
        ("‘One.\n\n‘Two,’ he said.", &["‘One. | ‘Two,’"]),
    ]);
}

#[test]
fn any_string_of_marks_ends() {
    let shapes = ["\"", "'", "“", "”", "„", "‘", "’", "«", "»", " ", "a", "\n", "''", "1", ".", "<", "「", "」"];
    let mut state = 1u32;
    let mut text = String::new();
    for _ in 0..60_000 {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        text.push_str(shapes[(state >> 16) as usize % shapes.len()]);
    }
    for span in pair(&text, Source::new(text.clone()).paragraphs()) {
        assert!(span.parts.windows(2).all(|two| two[0].end() <= two[1].start()));
    }
}
