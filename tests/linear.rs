//! The cost of an analysis grows with the length of the text, whatever the text.
//!
//! Compared are two runs of one program on one machine: a text 64 times as long may take up to 400 times as long (caches,
//! busy machines), where a quadratic step would take four thousand times.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

#[cfg(feature = "model")]
use article_annotator::analysis::{Confidence, Engine, Language, Options, analyze};
use article_annotator::document::{
    Annotation, AnnotationId, Body, CheckStatus, Command, Document, DocumentParts, LabelId, MentionBody, Origin,
    QuoteBody, Review, Session, Snap, carry,
};
use article_annotator::formats::native;
#[cfg(feature = "model")]
use article_annotator::formats::{MAX_FILE_BYTES, MAX_TEXT_BYTES};
use article_annotator::segment::segment;
use article_annotator::testkit::{SHAPES, Shape, article};
use article_annotator::text::{Source, TextRange, clean};
#[cfg(feature = "model")]
use article_annotator::view::{Filter, Projection, panels};
use article_annotator::vocabulary::QuoteKind;
use rustix::time::{ClockId, clock_gettime};

const TIMES: usize = 64;
const MOST: u128 = 400;
/// A machine that was busy for a moment gets another look, so many times.
const LOOKS: usize = 5;

/// One measurement at a time.
static TURN: Mutex<()> = Mutex::new(());

/// Pieces that tempt a scanner to look ahead, or back, again and again.
const PIECES: &[&str] = &[
    "a.",
    "a-",
    "a'",
    "aa.",
    "aa@",
    "http://",
    "www.",
    "@a",
    "U.S. ",
    "Mr. ",
    "A. ",
    "\"",
    "“",
    "‘",
    "'",
    "”",
    "(",
    "«",
    "1.",
    "1,",
    "...",
    "- ",
    "\u{301}",
    "👩\u{200d}",
    "🇰🇿",
    "a",
    "東",
    "A ",
    "said ",
    "“a” ",
    "\n",
    "a\n",
    "Europe\n",
    "Share\n",
    "17:42\n",
    "Most read\n",
    "By Ana\n",
    " \n",
    "\r\n",
    "\u{200b}",
    "\u{a0}",
    "Ana: a\n",
    "Bob said “a",
    "Bob’s ",
    "A\n\n",
    "The U.S. ",
    "x: ",
    "— ",
    "Tags: a\n",
];

/// How long this thread had the processor: other work on the machine does not count.
fn processor_time() -> Duration {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    Duration::try_from(now).expect("it does not run backward")
}

fn fastest(runs: usize, run: &dyn Fn()) -> Duration {
    let once = || {
        let start = processor_time();
        run();
        processor_time().saturating_sub(start)
    };
    (0..runs).map(|_| once()).min().unwrap_or_default()
}

/// A kind of text: its name, a text and one that is [`TIMES`] as long.
type Pair = (String, String, String);

fn pairs(bytes: usize) -> Vec<Pair> {
    let paragraphs = bytes / 350;
    let pieces = PIECES.iter().map(|p| (format!("{p:?}"), p.repeat(bytes / p.len())));
    let articles = [
        ("an article".to_owned(), article(1, paragraphs)),
        ("an article in one paragraph".to_owned(), article(2, paragraphs).replace('\n', " ")),
    ];
    let repeated = pieces.chain(articles).map(|(name, text)| (name, text.repeat(TIMES), text));
    let shapes = SHAPES.iter().map(|shape| (shape.name.to_owned(), shape.text(bytes * TIMES), shape.text(bytes)));
    repeated.chain(shapes).map(|(name, long, short)| (name, short, long)).collect()
}

/// Names of the texts whose cost grows too fast, with how fast.
fn faults(bytes: usize, work: &dyn Fn(&str)) -> Vec<String> {
    faults_of(&pairs(bytes), work)
}

fn faults_of(pairs: &[Pair], work: &dyn Fn(&str)) -> Vec<String> {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let mut faults = Vec::new();
    for (name, short, long) in pairs {
        let ratio = || fastest(2, &|| work(long)).as_nanos() / fastest(6, &|| work(short)).as_nanos().max(1);
        let looks: Vec<_> = (0..LOOKS).map(|_| ratio()).take_while(|&r| r > MOST).collect();
        if looks.len() == LOOKS {
            let found = looks.iter().min().copied().unwrap_or_default();
            faults.push(format!("{name}: {found} times as long for a text {TIMES} times as long"));
        }
    }
    faults
}

#[test]
fn cleaning_is_linear() {
    let faults = faults(2_000, &|text| drop(clean(text)));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Pieces of HTML that nest, cross, never end, or look the same again and again.
const TAGS: &[&str] = &[
    "<div>",
    "<div>a</div>",
    "<p>a",
    "<b>",
    "<a href=x>",
    "<a href=x>a</a>",
    "<a><p></a>",
    "<b><p>a</b>",
    "</div>",
    "</x>",
    "<x>",
    "<ul><li>a",
    "<li><a href=x>a</a></li>",
    "<table><tr><td>a",
    "<tr><td>a<td>b</tr>",
    "<blockquote>",
    "<q>a",
    "<!--",
    "<template>a",
    "<svg>",
    "<script>",
    "<p class='a-b share related'>a",
    "<p hidden>a",
    "<h1>a</h1>",
    "<br>a",
    "<sup>1</sup>",
    "&amp;",
    "<",
    "<p>The river has been running backwards for a year, the engineers say, and nobody knows why.</p>",
];

#[test]
fn reading_html_is_linear() {
    const BYTES: usize = 4_000;
    let repeated = |tag: &&str, times: usize| format!("<h1>A dam</h1>{}", tag.repeat(times * BYTES / tag.len()));
    let pairs = TAGS.iter().map(|tag| ((*tag).to_owned(), repeated(tag, 1), repeated(tag, TIMES)));
    let faults = faults_of(&pairs.collect::<Vec<_>>(), &|html| drop(article_annotator::formats::html::article(html)));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn segmentation_is_linear() {
    let faults = faults(2_000, &|text| drop(segment(&Source::new(text), &[])));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A file whose spans say words that are not in its text, or stand elsewhere.
fn with_lost_words(text: &str) -> String {
    let mut session = Session::new(Document::new(Source::new(text)));
    let ranges = vec![TextRange::at(0, 1)];
    session
        .run(Command::AddMentions { ranges, label: LabelId::PERSON, entity: None })
        .expect("it begins with a letter");
    let mut file: serde_json::Value = serde_json::from_str(&native::write(session.document())).expect("it is JSON");
    let mentions = file["mentions"].as_array_mut().expect("a list");
    let first = mentions[0].clone();
    for (id, word) in (2..).zip(text.split_whitespace().step_by(4)) {
        let mut mention = first.clone();
        mention["id"] = id.into();
        mention["text"] = if id % 2 == 0 { word.into() } else { format!("lost {id}").into() };
        mentions.push(mention);
    }
    file.to_string()
}

#[test]
fn finding_words_that_are_not_where_they_should_be_is_linear() {
    let begins_with_letter = |shape: &&Shape| {
        let text = shape.text(1);
        text.starts_with(|first: char| first.is_ascii_alphabetic()) && text.as_bytes().get(1).is_some_and(u8::is_ascii)
    };
    let pairs = SHAPES.iter().filter(begins_with_letter).map(|shape| {
        let [short, long] = [1, TIMES].map(|times| with_lost_words(&shape.text(2_000 * times)));
        (shape.name.to_owned(), short, long)
    });
    let faults = faults_of(&pairs.collect::<Vec<_>>(), &|file| drop(native::read(file)));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Every fifth word a name, every paragraph a quote.
fn with_marks(text: &str) -> Document {
    let source = Source::new(text);
    let document = Document::new(source.clone());
    let whole = |range: &TextRange| document.snap(*range, Snap::Characters);
    let mut parts = DocumentParts::of(&document);
    let mut put = |body| {
        let id = AnnotationId(u32::try_from(parts.annotations.len()).expect("few enough"));
        parts.annotations.push(Annotation {
            id,
            body,
            origin: Origin::Person,
            review: Review::Accepted,
            confidence: None,
            evidence: [].into(),
            note: "".into(),
            status: CheckStatus::Unchecked,
        });
    };
    let mut at = 0;
    for (word, number) in text.split(' ').zip(0_u32..) {
        let end = at + u32::try_from(word.len()).expect("a short text");
        let range = TextRange::at(at, end);
        if number % 5 == 0 && whole(&range) == Some(range) {
            put(Body::Mention(MentionBody { range, label: LabelId::PERSON, entity: None }));
        }
        at = end + 1;
    }
    for paragraph in source.paragraphs().iter().filter_map(whole) {
        put(Body::Quote(QuoteBody {
            kind: QuoteKind::Direct,
            parts: [paragraph].into(),
            cue: None,
            speaker: None,
            entity: None,
            candidates: [].into(),
            unclosed: false,
        }));
    }
    parts.assemble().expect("a sound document")
}

#[test]
fn carrying_annotations_to_another_version_is_linear() {
    let pairs = pairs(1_200);
    let texts = pairs.iter().flat_map(|(_, short, long)| [short, long]);
    let versions = |text: &str| {
        let lines: Vec<_> = text.lines().collect();
        let middle = text.floor_char_boundary(text.len() / 2);
        let (first, second) = text.split_at(middle);
        [
            lines.iter().rev().copied().collect::<Vec<_>>().join("\n"),
            format!("{second} Then {first}"),
            text.replace("said", "told us").replace('a', "a b"),
            format!("{} {}", first.replace(' ', " or "), second),
        ]
        .map(Source::new)
    };
    let documents: BTreeMap<&str, _> = texts.map(|text| (text.as_str(), (with_marks(text), versions(text)))).collect();
    let faults = faults_of(&pairs, &|text| {
        let (document, versions) = &documents[text];
        for version in versions {
            drop(carry(document, version.clone()));
        }
    });
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What the page does with an analysis, without drawing.
#[cfg(feature = "model")]
#[test]
fn the_document_and_its_views_are_linear() {
    let engine = Engine::embedded();
    let options = Options::new(Options::READABLE);
    let pairs = SHAPES.iter().map(|shape| {
        let [short, long] = [1, TIMES].map(|times| shape.text(1_200 * times));
        (shape.name.to_owned(), short, long)
    });
    let pairs: Vec<_> = pairs.collect();
    let texts = pairs.iter().flat_map(|(_, short, long)| [short, long]);
    let analyses: BTreeMap<&str, _> =
        texts.map(|text| (text.as_str(), analyze(&Source::new(text.as_str()), &engine, &options))).collect();
    let faults = faults_of(&pairs, &|text| {
        let mut session = Session::new(Document::new(Source::new(text)));
        session.run(Command::ApplyAnalysis(std::sync::Arc::new(analyses[text].clone()))).expect("it is the text's own");
        let document = session.document();
        drop((Projection::new(document, &Filter::default()), panels(document, &Filter::default())));
        drop(native::read(&native::write_session(&session)));
    });
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What is downloaded of the longest article opens again, whatever the article is full of. (What the page keeps, with all
/// its history, is read without a limit.)
#[cfg(feature = "model")]
#[test]
fn no_file_of_an_article_is_too_large_to_be_opened() {
    let engine = Engine::embedded();
    for shape in SHAPES {
        let source = Source::new(shape.text(60_000));
        let bytes = source.text().len();
        let analysis = analyze(&source, &engine, &Options::new(Options::READABLE));
        let mut session = Session::new(Document::new(source));
        session.run(Command::ApplyAnalysis(std::sync::Arc::new(analysis))).expect("it is the text's own");
        let file = native::write(session.document()).len();
        let longest = file / bytes * MAX_TEXT_BYTES;
        assert!(longest < MAX_FILE_BYTES, "{}: {file} bytes of {bytes}, {longest} of the longest text", shape.name);
    }
}

/// What names by list and speakers before colons might look through again and again.
#[cfg(feature = "model")]
const NAMED: &[&str] =
    &["Martin ", "Martin Schmidt ", "Anna: „Ja.“ ", "Anna Nowak: „Ja, das ist so.“\n", "Anna de la "];

#[cfg(feature = "model")]
#[test]
fn reading_another_language_is_linear() {
    let engine = Engine::embedded();
    let options = Options { language: Language::from_tag("de"), ..Options::new(Confidence::default()) };
    let read = |text: &str| drop(analyze(&Source::new(text), &engine, &options));
    let mut faults = faults(1_200, &read);
    let pairs = NAMED.iter().map(|piece| ((*piece).to_owned(), piece.repeat(100), piece.repeat(100 * TIMES)));
    faults.extend(faults_of(&pairs.collect::<Vec<_>>(), &read));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[cfg(feature = "model")]
#[test]
fn the_whole_analysis_is_linear() {
    let engine = Engine::embedded();
    let options = Options::new(Confidence::default());
    let faults = faults(1_200, &|text| drop(analyze(&Source::new(text), &engine, &options)));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
