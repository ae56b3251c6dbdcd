//! Structure, written as text: a letter before each line says its role.

use super::*;

/// `H` headline, `h` heading, `B` byline, `L` dateline, `D` date, `C` caption, `F` furniture, ` ` text.
#[track_caller]
pub(super) fn check(expected: &str) {
    let text: Vec<_> = expected.lines().map(|l| l.get(2..).unwrap_or("")).collect();
    let text = text.join("\n");
    let source = Source::new(text.as_str());
    let mut roles = roles(&source, &[]).into_iter();
    let shown: Vec<_> = text
        .lines()
        .map(|line| {
            if line.trim().is_empty() {
                return String::new();
            }
            let letter = match roles.next() {
                Some(BlockKind::Headline) => 'H',
                Some(BlockKind::Heading) => 'h',
                Some(BlockKind::Byline) => 'B',
                Some(BlockKind::Dateline) => 'L',
                Some(BlockKind::Date) => 'D',
                Some(BlockKind::Caption) => 'C',
                Some(BlockKind::Furniture) => 'F',
                _ => ' ',
            };
            format!("{letter} {line}")
        })
        .collect();
    assert_eq!(shown.join("\n"), expected.trim_end());
}

#[test]
fn furniture_before_and_behind() {
    check(
        "\
F back to top
F -2.4 C
F Europe
F Sunday, January 11, 2026

H Minister calls farmers to the capital

  The minister of agriculture invited the farmers of three valleys to the capital on Friday.

  “We will come,” they said.

F - Реклама -",
    );
}

#[test]
fn header_with_byline_and_deck() {
    check(
        "\
F Home > News > Asia
F Opinion
H Why the river runs backwards
h A short history of a long mistake
B By Ana Díaz and Wei Ito
D Published 17:42 GMT, 3 March 2025
B Posted 3 hours ago by Staff Reporter
F Share on Facebook

  The river has been running backwards since the dam was built, says the engineer.

h What happens next

  Nobody knows what happens next, and nobody wants to be the first to ask about it.

F Most read
F 1. Five recipes for soup
F 2. The captain who paints
F 12 comments
F © 2025 The Paper",
    );
}

#[test]
fn dates_captions_and_datelines_are_told_apart() {
    check(
        "\
F Tuesday, 4 March 2025
F Weather
H Ferry to the islands stays in the harbor
B By Mira Holm
D 3 March 2025, 17:42
D Updated 18:05
C The ferry in the harbor. Photo: Ana Díaz
L HOLM, Sundland (AP) —

  The ferry to the islands stayed in the harbor on Monday for the third time this week.

C Islanders push a boat into the water. (Ana Díaz/AFP)

  The company that runs the ferry said the engine waits for a part from another country.

D 19:30

  The mayor said on Monday evening that the part had come and that the ferry would sail.

F Share
D Last modified on Tue 4 March 2025",
    );
    check(
        "\
D March 3, 2025
H Ferry to the islands stays in the harbor

  HOLM, Sundland (AP) — The ferry to the islands stayed in the harbor on Monday for the third time.

  The company that runs the ferry said the engine waits for a part from another country.",
    );
}

#[test]
fn datelines_on_a_line_of_their_own() {
    for (text, alone) in [
        ("OSLO (AP) —", true),
        ("OSLO, Norway (AP)", true),
        ("OSLO —", true),
        ("WASHINGTON, March 3 (Reuters) -", true),
        ("Geneva, 3 March 2021", true),
        ("Geneva, 3 March 2021 –", true),
        ("NEW YORK, Aug. 5, 2021", true),
        ("NATO (Brussels)", false),
        ("OSLO, Norway", false),
        ("Arsenal 2, Chelsea 1", false),
        ("Oslo", false),
        ("May 06, 2022 News", false),
        ("Written by The Valley on March 7, 2021", false),
        ("— Jonas Field (@jonasfield) March 3, 2025", false),
        ("What March brings, in 3 words", false),
        ("“OSLO (AP)”", false),
        ("—", false),
        ("", false),
    ] {
        assert_eq!(dateline::is_dateline(&Line::new(text, true)), alone, "{text}");
    }
}

#[test]
fn nothing_of_an_interview_or_transcript_is_lost() {
    check(
        "\
H Interview: the man who counts birds

  Q: Why birds?
  A: Why not?
  Mamani: They are many.
  “Yes.”
  “Read more!” she cried.
  CHAIR: Carried.
  He said it was a long day and that he would come again tomorrow.",
    );
}

#[test]
fn plain_text_without_structure_stays_text() {
    check("  One line without an end");
    check("  He came.\n  He saw.");
    check("  Nicaragua\t1-9\tHonduras\n  2007\tMexico\t2-1\tCuba");
    check("  1. Mexico\n  2. Honduras\n  3. Cuba");
}

#[test]
fn furniture_in_many_languages() {
    for line in [
        "Advertisement",
        "- Реклама -",
        "— Publicité —",
        "Anzeige",
        "[Publicidad]",
        "广告",
        "إعلان",
        "विज्ञापन",
        "Жарнама",
        "Read more",
        "Читать далее",
        "Lire la suite",
        "Leer más",
        "Weiterlesen",
        "続きを読む",
        "Share",
        "Поделиться",
        "Teilen",
        "Compartir",
        "12 comments",
        "3.4k shares",
        "5 min read",
        "2 hours ago",
        "Updated 17:42",
        "11/01/2026",
        "2026-01-11",
        "11 января 2026",
        "Dimanche 11 janvier 2026",
        "2026年1月11日",
        "11. Januar 2026, 17:42 Uhr",
        "17:42",
        "24°C",
        "+5 °C",
        "Almaty -2.4 °C",
        "© Reuters",
        "https://example.com/a",
        "@example",
        "* * *",
        "• • •",
        "Menu   Home   World   Weather",
        "Subscribe | Log in",
        "Tags: Vanuatu, weather",
        "Photo: Ana Díaz",
        "We use cookies to improve your experience.",
        "Read more: How to prepare your house",
        "Follow us on Telegram",
        "Copyright 2025 The Paper",
    ] {
        assert!(furniture::is_furniture(&Line::new(line, true)), "{line} is furniture");
    }
}

#[test]
fn what_only_looks_like_furniture_stays() {
    for line in [
        "Share the blame, he said.",
        "“Read more,” she said.",
        "May 1945 was warm.",
        "Europe is waiting.",
        "2013",
        "24",
        "Suva 24 Apia 22",
        "3-1",
        "He was 42.",
        "Yes.",
        "No.",
        "Tuesday",
        "Ana Díaz",
        "“Home.”",
        "Watch out for the dog, he told them, and closed the gate.",
        "17 people died",
        "5 minutes later he was dead",
        "Costa Ricans: ₡1000 Foreigners: $15",
        "The paper subscribed to the view that cookies are good.",
        "Nicaragua / Honduras",
        "By car",
        "In 2010",
        "90 percent",
        "Written by Mira Patel | Mumbai |",
        "1. Mexico",
        "Lyon - Paris",
        "4 C of snow",
        "Related to this is the question of money, which nobody asked.",
        "Join our fight, the union said on Monday, and thousands did.",
    ] {
        assert!(!furniture::is_furniture(&Line::new(line, true)), "{line} is not furniture");
    }
}

#[test]
fn datelines() {
    let found = |text: &'static str| dateline(text).map(|count| &text[..count]);
    for (text, expected) in [
        ("ASTANA, Jan 11 (Reuters) — The president", Some("ASTANA, Jan 11 (Reuters) —")),
        ("KITWE, Zambia — They came", Some("KITWE, Zambia —")),
        ("JAKARTA (Staff) - A quake", Some("JAKARTA (Staff) -")),
        ("KARAGANDA, Kazakhstan, April 22, 2025 - Saryarka", Some("KARAGANDA, Kazakhstan, April 22, 2025 -")),
        ("Beijing, July 18 (Xinhua) -- China", Some("Beijing, July 18 (Xinhua) --")),
        ("STRASBOURG — Nobody", Some("STRASBOURG —")),
        ("SÃO LUÍS, Brazil — A dose", Some("SÃO LUÍS, Brazil —")),
        ("ST. LOUIS — A barge", Some("ST. LOUIS —")),
        ("The river — long and slow — rose", None),
        ("He said no - and left", None),
        ("Tokayev — the president — left", None),
        ("NATO-led forces left", None),
        ("Deputy Mayor Vivian Huang (黃珊珊) — who", None),
        ("MONDAY’S ‘OUTLIERS’ - a list", None),
        ("New York (AFP) – A", Some("New York (AFP) –")),
        ("MARSABIT, KENYA, Jun 3 2022 (IPS) - A", Some("MARSABIT, KENYA, Jun 3 2022 (IPS) -")),
        ("“ASTANA — here” he said", None),
    ] {
        assert_eq!(found(text), expected, "of {text}");
    }
}
