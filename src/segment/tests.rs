//! Tokens and sentences, written as text: `|` between tokens, a line per sentence.

use super::*;

fn show(text: &str) -> String {
    let source = Source::new(text);
    let seg = segment(&source, &[]);
    let sentence = |s: &Sentence| {
        let tokens = &seg.tokens[s.tokens.start as usize..s.tokens.end as usize];
        tokens.iter().map(|token| source.slice(token.range)).collect::<Vec<_>>().join("|")
    };
    seg.sentences.iter().map(sentence).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(show(text), expected, "of {text}");
}

#[test]
fn words() {
    check("Tokayev met Mirziyoyev.", "Tokayev|met|Mirziyoyev|.");
    check("Kasym-Jomart Tokayev's co-operation", "Kasym|-|Jomart|Tokayev|'s|co-operation");
    check("the US-led, anti-Taliban al-Qaida talks", "the|US|-|led|,|anti|-|Taliban|al|-|Qaida|talks");
    check("COVID-19, F-16s and AT&T", "COVID-19|,|F-16s|and|AT&T");
    check("a 20-year-old, 2010-2015 and 1990s", "a|20-year-old|,|2010|-|2015|and|1990s");
    check("$1,200.50 at 10:30 on 12/05/2026 (3.5%)", "$|1,200.50|at|10:30|on|12/05/2026|(|3.5|%|)");
    check("naïve cafe\u{301} Ołeksandr Ġorġ", "naïve|cafe\u{301}|Ołeksandr|Ġorġ");
    check("東京で会う。", "東|京|で|会|う|。");
}

#[test]
fn apostrophes() {
    for first in ["'", "’", "ʼ", "`", "´", "＇"] {
        check(&format!("O{first}Neill{first}s don{first}t"), &format!("O{first}Neill|{first}s|don{first}t"));
        check(
            &format!("d{first}Ivoire they{first}ve Qur{first}an"),
            &format!("d{first}Ivoire|they|{first}ve|Qur{first}an"),
        );
        check(&format!("workers{first} rights"), &format!("workers|{first}|rights"));
    }
    check("‘It’s over,’ he said", "‘|It|’s|over|,|’|he|said");
    check("the 1990's and ’90s", "the|1990|'s|and|’|90s");
    check("the US's and NATO’S", "the|US|'s|and|NATO|’S");
    check("on the ‘field’.”", "on|the|‘|field|’|.|”");
}

#[test]
fn abbreviations_and_initials() {
    check("Mr. J. Smith of U.S. Steel Corp. met Dr.\u{a0}No.", "Mr.|J.|Smith|of|U.S.|Steel|Corp.|met|Dr.|No|.");
    check("He left the U.S. The visit ended.", "He|left|the|U.S.\nThe|visit|ended|.");
    check("On Jan. 11 at 5 p.m. Monday in St. Louis.", "On|Jan.|11|at|5|p.m.|Monday|in|St.|Louis|.");
    check("No. 10 said no. Yes.", "No.|10|said|no|.\nYes|.");
    check("George W. Bush Jr. met J.K. Rowling.", "George|W.|Bush|Jr.|met|J.K.|Rowling|.");
    check("It was vitamin C. Then rain.", "It|was|vitamin|C.\nThen|rain|.");
    check("a Ph.D. student", "a|Ph.D.|student");
    check("Acme Inc. The firm", "Acme|Inc.\nThe|firm");
}

#[test]
fn addresses() {
    check(
        "Mail a.b+c@example.org, or see https://example.com/a_(b)?x=1.",
        "Mail|a.b+c@example.org|,|or|see|https://example.com/a_(b)?x=1|.",
    );
    check(
        "www.example.com, Example.com/news and @ana_díaz #Lyon2026!",
        "www.example.com|,|Example.com/news|and|@ana_díaz|#Lyon2026|!",
    );
    check("He said.it was late.Then", "He|said|.|it|was|late|.\nThen");
    check("#1 and @ noon", "#|1|and|@|noon");
}

#[test]
fn sentences() {
    check("“Why?” Tokayev asked. “No.” He left.", "“|Why|?|”|Tokayev|asked|.\n“|No|.|”\nHe|left|.");
    check("\"Prices rose. They fell,\" she said.", "\"|Prices|rose|.\nThey|fell|,|\"|she|said|.");
    check("He paused... then spoke. (It rained.) Yes!", "He|paused|...|then|spoke|.\n(|It|rained|.|)\nYes|!");
    check("Yahoo! bought it. eBay did not. 5 left.", "Yahoo|!|bought|it|.\neBay|did|not|.\n5|left|.");
    check("One line\nAnother line", "One|line\nAnother|line");
    check("3. Taiwan. It rained.", "3|.|Taiwan|.\nIt|rained|.");
    check("a\n12. Andy Nájar", "a\n12|.|Andy|Nájar");
    check("in Roe v. Wade, Eng. Fahad Alidi", "in|Roe|v.|Wade|,|Eng.|Fahad|Alidi");
    check("Я ушёл. Он остался.", "Я|ушёл|.\nОн|остался|.");
}

#[test]
fn emoji_and_odd_characters_stay_whole() {
    check("Hi 👩‍👩‍👧🇰🇿👍🏽!", "Hi|👩‍👩‍👧|🇰🇿|👍🏽|!");
    check("a\u{200b}b \u{feff}c", "a|b|c");
}

#[test]
fn kinds() {
    use TokenKind::*;
    let table = [
        ("said", Lower),
        ("co-operation", Lower),
        ("Tokayev", Capitalized),
        ("O'Neill", Capitalized),
        ("J.", Capitalized),
        ("NATO", Upper),
        ("U.S.", Upper),
        ("iPhone", Mixed),
        ("McDonald", Mixed),
        ("G20", Mixed),
        ("COVID-19", Mixed),
        ("كازاخستان", Uncased),
        ("1,200.5", Number),
        ("20-year-old", Number),
        ("x@example.org", Address),
        ("“", QuoteMark),
        ("''", QuoteMark),
        ("—", Punctuation),
        ("Астана", Capitalized),
        ("США", Upper),
    ];
    for (text, kind) in table {
        let seg = segment(&Source::new(format!("{text} a")), &[]);
        assert_eq!(seg.tokens[0].kind, kind, "of {text}");
    }
}
