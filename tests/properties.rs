//! What holds for any text: offsets, cleaning, segmentation, the marked notation, the analysis.
#![cfg(not(target_family = "wasm"))]

use article_annotator::entities::{Spellings, recognize};
use article_annotator::lexicon::Lexicon;
use article_annotator::quotes::extract;
use article_annotator::segment::{BlockChoice, segment};
use article_annotator::tagger::Tagger;
use article_annotator::testkit::{Marked, ODD_PIECES, article};
use article_annotator::text::{CharOffset, Source, TextRange, TextSize, Unchecked, Utf16Offset, clean};
use article_annotator::vocabulary::{BlockKind, Confidence};
use proptest::prelude::*;

/// Lines of pages: menus, titles, sentences, comments, captions, scores.
const PAGE_LINES: &[&str] = &[
    "Home",
    "Sport",
    "Log in",
    "Most read",
    "Comments",
    "Reply",
    "2 hours ago",
    "Ana Díaz",
    "By Ana Díaz",
    "Ferry to the islands stays in the harbor",
    "Five soups for a cold week",
    "The ferry to the islands stayed in the harbor on Monday for the third time this week.",
    "“We have begun to row,” said Jonas Field, who teaches on the largest of the islands.",
    "Islanders push a boat into the water. (Ana Díaz/Valley Pictures)",
    "Ana Díaz has written about ships and harbors for the paper since she left school.",
    "Sign up for our newsletter and read what happens in the harbor before you go there.",
    "Harbor 0 - 0 Valley",
    "— Jonas Field (@jonasfield) March 3, 2025",
    "© 2025 The Valley Post",
];

/// A page of such lines, apart or close together.
fn any_page() -> impl Strategy<Value = String> {
    let line = (prop::sample::select(PAGE_LINES), prop::sample::select(&["\n", "\n\n"][..]));
    prop::collection::vec(line, 0..120).prop_map(|lines| lines.iter().flat_map(|(line, end)| [*line, *end]).collect())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::collection::vec(prop::sample::select(ODD_PIECES), 0..60).prop_map(|p| p.concat()),
        1 => prop::collection::vec(prop::sample::select(ODD_PIECES), 0..60).prop_map(|p| p.join(" ")),
        1 => prop::collection::vec(any::<char>(), 0..80).prop_map(String::from_iter),
        1 => (any::<u64>(), 0_usize..4).prop_map(|(seed, n)| article(seed, n)),
    ]
}

fn slice(text: &str, range: TextRange) -> &str {
    &text[std::ops::Range::from(range)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn offsets_go_round(text in any_text()) {
        let source = Source::new(text.as_str());
        let map = source.map();
        let (mut utf16, mut chars) = (0, 0);
        for (byte, c) in text.char_indices().chain([(text.len(), ' ')]) {
            let offset = TextSize::new(byte as u32);
            prop_assert_eq!(map.to_utf16(&text, offset), Utf16Offset(utf16));
            prop_assert_eq!(map.to_char(&text, offset), CharOffset(chars));
            prop_assert_eq!(map.resolve_utf16(&text, Unchecked(Utf16Offset(utf16))), Some(offset));
            prop_assert_eq!(map.resolve_char(&text, Unchecked(CharOffset(chars))), Some(offset));
            if byte < text.len() {
                if c.len_utf16() == 2 {
                    prop_assert_eq!(map.resolve_utf16(&text, Unchecked(Utf16Offset(utf16 + 1))), None);
                }
                utf16 += c.len_utf16() as u32;
                chars += 1;
            }
        }
        prop_assert_eq!(map.utf16_len(), Utf16Offset(utf16));
        prop_assert_eq!(map.char_len(), CharOffset(chars));
        prop_assert_eq!(map.resolve_utf16(&text, Unchecked(Utf16Offset(utf16 + 1))), None);
        prop_assert_eq!(map.resolve_char(&text, Unchecked(CharOffset(u32::MAX))), None);
    }

    #[test]
    fn cleaning_is_done_once_and_leads_back(text in any_text(), cut in any::<(u16, u16)>()) {
        let cleaned = clean(&text);
        prop_assert!(!cleaned.text.chars().any(|c| c == '\r' || c.is_control() && c != '\n' && c != '\t'));
        prop_assert!(!cleaned.text.contains("\n\n\n"));
        let again = clean(&cleaned.text);
        prop_assert_eq!(&again.text, &cleaned.text);
        prop_assert!(again.report.is_unchanged());
        let borders: Vec<_> = cleaned.text.char_indices().map(|(i, _)| i).chain([cleaned.text.len()]).collect();
        let (a, b) = (borders[usize::from(cut.0) % borders.len()], borders[usize::from(cut.1) % borders.len()]);
        let range = TextRange::at(a.min(b) as u32, a.max(b) as u32);
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        prop_assert_eq!(letters(slice(&text, cleaned.pasted(range))), letters(slice(&cleaned.text, range)));
    }

    #[test]
    fn segmentation_covers_every_word_once(text in any_text()) {
        let source = Source::new(text.as_str());
        let seg = segment(&source, &[]);
        prop_assert_eq!(seg.blocks.iter().map(|b| b.range).collect::<Vec<_>>(), source.paragraphs());
        let (mut token, mut sentence) = (0, 0);
        for block in &seg.blocks {
            prop_assert_eq!((block.tokens.start, block.sentences.start), (token, sentence));
            token = block.tokens.end;
            sentence = block.sentences.end;
            let tokens = &seg.tokens[block.tokens.start as usize..block.tokens.end as usize];
            let sentences = &seg.sentences[block.sentences.start as usize..block.sentences.end as usize];
            if block.kind == BlockKind::Furniture {
                prop_assert!(tokens.is_empty() && sentences.is_empty() && block.dateline.is_none());
                continue;
            }
            let mut at = block.range.start();
            for t in tokens {
                prop_assert!(at <= t.range.start() && !t.range.is_empty() && t.range.end() <= block.range.end());
                let between = source.slice(TextRange::new(at, t.range.start()));
                prop_assert!(!between.contains(char::is_alphanumeric), "{:?} is in no token", between);
                prop_assert!(!source.slice(t.range).contains(char::is_whitespace));
                prop_assert_eq!(t.spaced, at < t.range.start() || at == block.range.start());
                at = t.range.end();
            }
            let mut next = block.tokens.start;
            for s in sentences {
                prop_assert!(s.tokens.start == next && s.tokens.end > next);
                next = s.tokens.end;
                let last = seg.tokens[s.tokens.end as usize - 1].range;
                prop_assert_eq!(s.range, seg.tokens[s.tokens.start as usize].range.cover(last));
            }
            prop_assert_eq!(next, block.tokens.end);
            if let Some(dateline) = block.dateline {
                prop_assert!(block.range.contains_range(dateline) && !dateline.is_empty());
            }
        }
        prop_assert_eq!((token as usize, sentence as usize), (seg.tokens.len(), seg.sentences.len()));
    }

    #[test]
    fn whatever_is_set_aside_stays_in_the_document(text in prop_oneof![any_page(), any_text()]) {
        let seen = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let cleaned = clean(&text).text;
        prop_assert_eq!(seen(&cleaned), seen(&text));
        let source = Source::new(cleaned.as_str());
        let segmentation = segment(&source, &[]);
        let blocks: Vec<_> = segmentation.blocks.iter().map(|block| block.range).collect();
        prop_assert_eq!(&blocks[..], source.paragraphs());
        let kept: String = blocks.iter().map(|&range| slice(&cleaned, range)).collect();
        prop_assert_eq!(seen(&kept), seen(&cleaned));
    }

    #[test]
    fn words_looked_up_once_read_as_words_looked_up_each(text in any_text()) {
        let source = Source::new(text.as_str());
        let seg = segment(&source, &[]);
        let mut names = recognize(&source, &seg, &Lexicon::default(), &Tagger::default());
        let once = extract(&source, &seg, &names, Confidence::default());
        names.spellings = Spellings::of(&source, &seg);
        prop_assert_eq!(once, extract(&source, &seg, &names, Confidence::default()));
    }

    #[test]
    fn what_the_person_chose_holds(text in any_text(), paragraph in 0_u32..6) {
        let source = Source::new(text.as_str());
        for kind in [BlockKind::Body, BlockKind::Furniture, BlockKind::Headline] {
            let seg = segment(&source, &[BlockChoice { paragraph, kind }]);
            if let Some(block) = seg.blocks.get(paragraph as usize) {
                prop_assert_eq!(block.kind, kind);
                prop_assert_eq!(kind == BlockKind::Furniture || source.slice(block.range).chars().all(|c| !c.is_alphanumeric()),
                    block.tokens.is_empty() || !source.slice(block.range).contains(char::is_alphanumeric));
            }
        }
    }

    #[test]
    fn the_notation_never_panics(text in any_text()) {
        if let Ok(marked) = Marked::parse(&text) {
            prop_assert_eq!(Marked::parse(&marked.to_string()), Ok(marked));
        }
    }
}

#[cfg(feature = "model")]
mod engine {
    use std::sync::LazyLock;

    use article_annotator::analysis::{Confidence, Engine, Language, Options, analyze};

    use super::{Marked, Source, TextRange, any_text};
    use article_annotator::testkit::fault;
    use proptest::prelude::*;

    static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::embedded);

    /// Mostly marks, with what they stand beside.
    const AROUND_MARKS: &[&str] = &[
        "“",
        "”",
        "‘",
        "’",
        "\"",
        "'",
        "''",
        "«",
        "»",
        "„",
        "‚",
        "‹",
        "›",
        "「",
        "」",
        "《",
        "》",
        "—",
        "> ",
        "\n",
        "\n\n",
        " ",
        " ",
        ".",
        ",",
        "!",
        "é",
        "e\u{301}",
        "👍🏽",
        "said ",
        "Ana Díaz ",
        "I told him, ",
        "Ana: ",
        "Q. ",
        "A. ",
        "5'2",
        "rock 'n' roll",
    ];

    /// A mark that stays open before a transcript's line and closes within it.
    #[test]
    fn marks_do_not_cross_the_lines_of_a_transcript() {
        for text in ["«»é““é\nAna: e\u{301}\nAna: ”“\nQ. »“", "Ana: »«\nQ. ”“\n“é\nAna: ”“"]
        {
            let options = Options::new(Confidence::permille(1000));
            let quotes = analyze(&Source::new(text), &ENGINE, &options).quotes;
            let parts: Vec<_> = quotes.iter().flat_map(|q| &q.parts).collect();
            for (i, a) in parts.iter().enumerate() {
                let crosses = |b: &&&TextRange| a.overlaps(***b) && !a.contains_range(***b) && !b.contains_range(**a);
                assert_eq!(parts[i + 1..].iter().find(crosses), None, "{text:?} {a:?}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn marks_pair_soundly(pieces in prop::collection::vec(prop::sample::select(AROUND_MARKS), 0..80)) {
            use unicode_segmentation::UnicodeSegmentation;
            let text = pieces.concat();
            let source = Source::new(text.as_str());
            let options = Options::new(Confidence::permille(1000));
            let analysis = analyze(&source, &ENGINE, &options);
            let mut borders: Vec<usize> = text.grapheme_indices(true).map(|(i, _)| i).collect();
            borders.push(text.len());
            let whole = |r: TextRange| {
                borders.binary_search(&r.start().index()).is_ok() && borders.binary_search(&r.end().index()).is_ok()
            };
            for (i, quote) in analysis.quotes.iter().enumerate() {
                prop_assert!(quote.parts.iter().all(|&p| whole(p)), "{:?}", quote.parts);
                // Parts of two quotes share no words, or one part holds the other.
                for (a, b) in analysis.quotes[i + 1..].iter().flat_map(|q| &q.parts).flat_map(|b| quote.parts.iter().map(move |a| (a, b))) {
                    prop_assert!(!a.overlaps(*b) || a.contains_range(*b) || b.contains_range(*a), "{a:?} {b:?}");
                }
            }
        }
    }

    /// Found by `./dev fuzz`; each made the analysis panic.
    const PANICKED: [&str; 1] =
        ["\u{ad}  \u{301}saidO’Neilla👍🏽\u{200b}\u{200b}東京„!www.a„an't👍🏽„'ǆ\u{1b}\u{200b}»\n\nไทย#tag:'Díaza "];

    #[test]
    fn what_panicked_once_is_read_soundly() {
        for text in PANICKED {
            let source = Source::new(article_annotator::text::clean(text).text);
            let options = Options::new(Confidence::default());
            assert_eq!(fault(&source, &analyze(&source, &ENGINE, &options)), None, "{text:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_gives_a_sound_analysis(text in any_text()) {
            let source = Source::new(text.as_str());
            let analysis = analyze(&source, &ENGINE, &Options::new(Confidence::default()));
            prop_assert_eq!(fault(&source, &analysis), None);
            let options = Options { language: Language::from_tag("de"), ..Options::new(Confidence::default()) };
            prop_assert_eq!(fault(&source, &analyze(&source, &ENGINE, &options)), None);
            if !text.contains(['⟦', '⟧']) {
                let printed = Marked::of(&source, &analysis).to_string();
                prop_assert_eq!(Marked::parse(&printed).expect("valid").text, text);
            }
        }
    }
}
