//! Short articles of our own in twelve languages: which language each is found to be in, that nobody is made up, and which
//! quotes stand in the marks of its convention.
#![cfg(all(feature = "model", not(target_family = "wasm")))]

use std::fs;

use article_annotator::analysis::{Analysis, Engine, EntityKind, Language, Options, QuoteKind, analyze};
use article_annotator::text::{Source, clean};

/// What is to be found in an article: its language, its people, and its quotes by kind and first word, with the speaker.
struct Expected {
    code: &'static str,
    people: &'static [&'static str],
    quotes: &'static [(QuoteKind, &'static str, Option<&'static str>)],
}

use QuoteKind::{Direct, NotQuote, Partial};

/// Titles of works and names of papers stand in marks as well; they are nobody's words, and neither is a short fragment that
/// begins with a capital, as a title does.
const ARTICLES: &[Expected] = &[
    Expected {
        code: "de",
        people: &["Friedrich Brandt", "Sabine Hoffmann"],
        quotes: &[
            (Direct, "„Wir", None),
            (NotQuote, "„Zumutung", None),
            (NotQuote, "„Weserland“", None),
            (Direct, "„Im", Some("Sabine Hoffmann")),
        ],
    },
    Expected {
        code: "fr",
        people: &["Camille Renaud", "Hélène Marchand"],
        quotes: &[
            (Direct, "«", None),
            (Partial, "«", None),
            (NotQuote, "«", None),
            (Direct, "«", Some("Hélène Marchand")),
        ],
    },
    Expected {
        code: "es",
        people: &["Carmen Ortega"],
        quotes: &[(Direct, "«No", None), (Partial, "«una", None), (Direct, "«Mi", Some("Carmen Ortega"))],
    },
    Expected {
        code: "pt",
        people: &["Teresa Moura"],
        quotes: &[(Direct, "“Estão", None), (Partial, "“promessas", None), (Direct, "“O", Some("Teresa Moura"))],
    },
    Expected {
        code: "it",
        people: &["Giulia Ferrero"],
        quotes: &[
            (Direct, "«È", None),
            (Partial, "«uno", None),
            (NotQuote, "«La", None),
            (Direct, "«Mia", Some("Giulia Ferrero")),
        ],
    },
    Expected {
        code: "nl",
        people: &["Marijke Visser"],
        quotes: &[(Direct, "“We", None), (Partial, "“een", None), (Direct, "“Ik", Some("Marijke Visser"))],
    },
    Expected {
        code: "pl",
        people: &[],
        quotes: &[
            (Direct, "„Nie", None),
            (Partial, "„obietnica", None),
            (NotQuote, "„Nasza", None),
            (Direct, "„Moi", Some("Anna Wilczek")),
        ],
    },
    Expected {
        code: "ru",
        people: &[],
        quotes: &[
            (Direct, "«Мы", None),
            (Partial, "«красивой", None),
            (NotQuote, "«Родник»", None),
            (Direct, "«Я", Some("Ольга Никитина")),
        ],
    },
    Expected {
        code: "tr",
        people: &[],
        quotes: &[
            (Partial, "“Babam", None),
            (Partial, "“geç", None),
            (NotQuote, "“Yeşil", None),
            (Direct, "“Ağaçlarımı", Some("Elif Karaca")),
        ],
    },
    Expected {
        code: "ar",
        people: &[],
        quotes: &[(Direct, "«انتظرنا", None), (Partial, "«فرحة", None), (NotQuote, "«الميناء»", None)],
    },
    Expected { code: "he", people: &[], quotes: &[(Direct, "\"חיכינו", None), (Partial, "\"מתנה", None)] },
    Expected {
        code: "ja",
        people: &[],
        quotes: &[
            (Partial, "「この学校で学んだことを忘れずに、胸を張って歩いてください」", None),
            (Partial, "「寂しいが、前を向くしかない」", None),
            (NotQuote, "「ふるさと館」", None),
            (Direct, "「先生に手紙を書きたいです。ありがとうございました。」", None),
        ],
    },
];

/// Sentences of our own in further languages.
const SENTENCES: &[(&str, &str)] = &[
    (
        "sv",
        "Kommunen har inte råd att bygga en ny skola, men det är för tidigt att säga vad som händer med den gamla. Den kan bli bostäder eller rivas, säger man till tidningen.",
    ),
    (
        "uk",
        "Мер сказав, що міст буде відкрито після ремонту, але мешканці не вірять, бо його вже закривали для робіт у минулому році.",
    ),
    ("el", "Ο δήμαρχος είπε ότι η γέφυρα θα ανοίξει ξανά μετά τις εργασίες, αλλά οι κάτοικοι δεν τον πιστεύουν."),
    ("fa", "شهردار گفت که این پل پس از تعمیرات باز می‌شود، اما ساکنان باور نمی‌کنند و از او جواب می‌خواهند."),
    ("zh", "市长表示，这座桥将在维修之后重新开放，但是居民们并不相信他的话。"),
    ("ko", "시장은 다리가 수리를 마친 뒤 다시 열릴 것이라고 말했지만 주민들은 믿지 않는다."),
    ("hi", "महापौर ने कहा कि मरम्मत के बाद पुल फिर से खोला जाएगा, लेकिन लोगों को इस पर भरोसा नहीं है और वे जवाब चाहते हैं।"),
    ("th", "นายกเทศมนตรีกล่าวว่าสะพานจะเปิดอีกครั้งหลังการซ่อมแซม แต่ชาวบ้านไม่เชื่อ"),
    (
        "und",
        "Gradonačelnik je rekao da će se most otvoriti nakon popravka, ali stanovnici mu ne vjeruju jer je već bio zatvoren i prije, a nije se znalo što će biti s njim.",
    ),
];

fn source(code: &str) -> Source {
    let path = format!("{}/tests/fixtures/languages/{code}.txt", env!("CARGO_MANIFEST_DIR"));
    Source::new(clean(&fs::read_to_string(path).expect("an article")).text)
}

fn read(source: &Source, engine: &Engine) -> Analysis {
    analyze(source, engine, &Options::new(Options::READABLE))
}

#[test]
fn each_article_is_read_as_what_it_is_and_nobody_is_made_up() {
    let engine = Engine::embedded();
    for Expected { code, people, quotes } in ARTICLES {
        let source = source(code);
        let found = read(&source, &engine);
        assert_eq!(found.language.code(), *code);
        let persons = found.mentions.iter().filter(|mention| mention.kind == EntityKind::Person);
        assert_eq!(persons.map(|mention| source.slice(mention.range)).collect::<Vec<_>>(), *people, "{code}");
        let organizations = found.mentions.iter().filter(|mention| mention.kind == EntityKind::Organization).count();
        assert_eq!(organizations, 0, "{code}");
        let words: Vec<_> = found
            .quotes
            .iter()
            .map(|quote| {
                let first = source.slice(quote.span()).split_whitespace().next().unwrap_or_default();
                (quote.kind, first, quote.speaker.map(|speaker| source.slice(speaker.range)))
            })
            .collect();
        assert_eq!(words, *quotes, "{code}");
    }
}

#[test]
fn further_languages_are_told_by_a_sentence_or_two() {
    for (code, text) in SENTENCES {
        let source = Source::new(*text);
        assert_eq!(read(&source, &Engine::default()).language.code(), *code, "{text}");
    }
}

#[test]
fn what_is_english_is_english() {
    let engine = Engine::default();
    let articles = fs::read_dir(format!("{}/seeds/articles", env!("CARGO_MANIFEST_DIR"))).expect("articles");
    let mut read_ones = 0;
    for path in articles.map(|entry| entry.expect("an entry").path()) {
        if path.extension().is_some_and(|ending| ending == "txt") {
            let source = Source::new(clean(&fs::read_to_string(&path).expect("an article")).text);
            assert_eq!(read(&source, &engine).language, Language::ENGLISH, "{}", path.display());
            read_ones += 1;
        }
    }
    assert!(read_ones > 5);
    // Part of it quotes another language at length.
    for Expected { code, .. } in ARTICLES {
        let foreign = source(code);
        let quoted: String = foreign.text().chars().take(300).collect();
        let text = format!(
            "The mayor said on Tuesday that the town would not pay for the work which had been promised to the families \
             who live by the river. In a letter to the paper, she wrote: “{quoted}” It was the first time that she had \
             answered any of the questions that they have been asking since the flood of last year. The council will meet \
             again on Friday, but there is little hope that it can find the money for more than a part of the repairs."
        );
        assert_eq!(read(&Source::new(text), &engine).language, Language::ENGLISH, "{code}");
    }
}

#[test]
fn what_the_person_says_goes_before_what_the_page_says_and_that_before_a_guess() {
    let engine = Engine::default();
    let french = source("fr");
    let [english, german] = ["en", "de"].map(Language::from_tag);
    let language = |source: &Source, language, declared| {
        analyze(source, &engine, &Options { language, declared, ..Options::new(Options::READABLE) }).language
    };
    assert_eq!(Some(language(&french, english, None)), english);
    assert_eq!(language(&french, None, german).code(), "fr");
    let short = Source::new("Guten Tag");
    assert_eq!(Some(language(&short, None, german)), german);
    assert_eq!(Some(language(&short, None, None)), english);
}
