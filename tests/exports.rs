//! Exports: whatever is marked, each file is well formed, and every position in it covers the words it says.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the failure report")]

mod common;

use article_annotator::document::{CheckStatus, Command, Counts, Document, LabelId, Review, Session};
use article_annotator::formats::{Export, Loss, losses, native};
use article_annotator::text::{Source, TextRange};
use article_annotator::vocabulary::{BlockKind, QuoteKind};
use common::{TEXTS, play, script};
use html5gum::{Token, Tokenizer};
use proptest::prelude::*;
use serde_json::Value;

/// Reads RFC 4180; refuses what it does not allow.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut rows = vec![];
    let mut chars = csv.strip_prefix('\u{feff}').expect("a byte order mark").chars().peekable();
    while chars.peek().is_some() {
        let mut row = vec![];
        loop {
            let mut cell = String::new();
            if chars.next_if_eq(&'"').is_some() {
                loop {
                    match chars.next().expect("a closing mark") {
                        '"' if chars.next_if_eq(&'"').is_some() => cell.push('"'),
                        '"' => break,
                        c => cell.push(c),
                    }
                }
            } else {
                while let Some(c) = chars.next_if(|c| !matches!(c, ',' | '\r')) {
                    assert!(!matches!(c, '"' | '\n'), "bare {c:?} in {csv}");
                    cell.push(c);
                }
            }
            row.push(cell);
            match (chars.next(), chars.peek()) {
                (Some(','), _) => {}
                (Some('\r'), Some('\n')) => break,
                other => panic!("{other:?} after a cell"),
            }
        }
        chars.next();
        rows.push(row);
    }
    rows
}

fn slice(text: &str, start: &str, end: &str) -> String {
    let (start, end): (usize, usize) = (start.parse().unwrap(), end.parse().unwrap());
    text.chars().skip(start).take(end - start).collect()
}

fn check_csv(document: &Document) {
    let text = document.source().text();
    let counts = Counts::of(document);
    let expected = [
        (Export::MentionsCsv, counts.mentions.iter().sum::<usize>()),
        (Export::QuotesCsv, counts.quotes + counts.not_quotes),
        (Export::SourcesCsv, document.entities().count()),
    ];
    for (export, count) in expected {
        let rows = rows(&export.write(document));
        assert_eq!(rows.len(), count + 1);
        for row in &rows {
            assert_eq!(row.len(), rows[0].len());
            for cell in row.iter().filter(|c| c.parse::<f64>().is_err()) {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "formula in {row:?}");
            }
        }
        let column = |name: &str| rows[0].iter().position(|h| h == name);
        if let (Some(start), Some(end), Some(words)) = (column("start"), column("end"), column("text")) {
            for row in &rows[1..] {
                assert_eq!(slice(text, &row[start], &row[end]), row[words].trim_start_matches('\''));
            }
        }
    }
}

fn check_w3c(document: &Document) {
    let text = document.source().text();
    let file: Value = serde_json::from_str(&Export::W3c.write(document)).unwrap();
    let items = file["first"]["items"].as_array().unwrap();
    assert_eq!(file["total"], items.len());
    let ids: std::collections::BTreeSet<_> = items.iter().map(|i| i["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), items.len());
    let mut todo: Vec<&Value> = items.iter().collect();
    while let Some(value) = todo.pop() {
        match value {
            Value::Array(all) => todo.extend(all),
            Value::Object(all) => {
                if let Some(selectors) = all.get("selector").and_then(Value::as_array) {
                    let exact = selectors[0]["exact"].as_str().unwrap();
                    let (start, end) = (&selectors[1]["start"], &selectors[1]["end"]);
                    assert_eq!(slice(text, &start.to_string(), &end.to_string()), exact);
                    let around = [&selectors[0]["prefix"], &selectors[0]["exact"], &selectors[0]["suffix"]];
                    let around: String = around.iter().map(|s| s.as_str().unwrap()).collect();
                    assert!(text.contains(&around));
                }
                todo.extend(all.values());
            }
            _ => {}
        }
    }
}

fn check_conll(document: &Document) {
    let words: String = document
        .source()
        .paragraphs()
        .iter()
        .zip(document.blocks())
        .filter(|(_, kind)| kind.is_read())
        .map(|(p, _)| document.source().slice(*p))
        .collect();
    let parts: usize =
        document.annotations().filter(|a| a.is_live() && a.body.quote().is_some()).map(|a| a.body.parts().len()).sum();
    let names = Counts::of(document).mentions.iter().sum::<usize>();
    for (export, spans) in [(Export::ConllNames, names), (Export::ConllQuotes, parts)] {
        let file = export.write(document);
        let mut lines = file.lines();
        assert_eq!(lines.next(), Some("-DOCSTART- -X- O O"));
        let (mut tokens, mut begun, mut before) = (String::new(), 0, "O".to_owned());
        for line in lines {
            if line.is_empty() {
                "O".clone_into(&mut before);
                continue;
            }
            let columns: Vec<_> = line.split(' ').collect();
            assert_eq!(columns.len(), 4, "{line}");
            tokens.push_str(columns[0]);
            begun += usize::from(columns[3].starts_with("B-"));
            if let Some(tag) = columns[3].strip_prefix("I-") {
                assert_eq!(&before[2..], tag, "{line} after {before}");
            }
            columns[3].clone_into(&mut before);
        }
        assert_eq!(tokens, words.split_whitespace().collect::<String>());
        let dropped = losses(export, document).into_iter().find_map(|l| match l {
            Loss::Overlapping(n) => Some(n),
            _ => None,
        });
        // A span over several sentences begins once in each.
        assert!(begun + dropped.unwrap_or(0) >= spans, "{begun} {dropped:?} {spans}");
    }
}

/// The elements are closed in order, and without the names of speakers the text is that of the article.
fn check_page(document: &Document) {
    let page = Export::Page.write(document);
    let main = page.split_once("<main>").unwrap().1.split_once("</main>").unwrap().0;
    let (mut open, mut text) = (Vec::new(), String::new());
    for Ok(token) in Tokenizer::new(main) {
        match token {
            Token::StartTag(tag) => open.push(tag.name),
            Token::EndTag(tag) => assert_eq!(open.pop(), Some(tag.name), "{main}"),
            Token::String(words) if open.last().is_none_or(|t| t.as_slice() != b"span") => {
                text.push_str(std::str::from_utf8(&words).unwrap());
            }
            Token::String(_) => {}
            other => panic!("{other:?}"),
        }
    }
    assert!(open.is_empty());
    let article: Vec<_> = document.source().paragraphs().iter().map(|p| document.source().slice(*p)).collect();
    assert_eq!(text.trim(), article.join("\n").trim());
    assert!(!page.contains("<script") && !page.contains("http:"));
}

fn check_all(document: &Document) {
    check_csv(document);
    check_w3c(document);
    check_conll(document);
    check_page(document);
    assert_eq!(losses(Export::Json, document), []);
    for export in Export::ALL {
        assert_eq!(export.write(document), export.write(document));
        for loss in losses(export, document) {
            assert!(!format!("{loss:?}").contains("(0)"), "{export:?}: {loss:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn every_export_is_well_formed(text in 0..TEXTS.len(), script in script()) {
        check_all(play(TEXTS[text], &script).0.document());
    }
}

#[test]
fn markup_in_the_article_stays_words() {
    let text = "<script>alert(1)</script> & \"Ana\" *said* | =1+1\n-2 # heading, “a <b>”";
    let mut session = Session::new(Document::new(Source::new(text)));
    let analysis = common::analysis(session.document().source(), 0, 0);
    session.run(Command::ApplyAnalysis(std::sync::Arc::new(analysis))).unwrap();
    check_all(session.document());
    assert!(Export::Report.write(session.document()).contains("\\<script\\>alert(1)\\</script\\>"));
}

const ARTICLE: &str = "\
Prices rise in Lyon 📈
By Ana Díaz
Home | News | Sport
Jo Roy, the mayor of Lyon, said that prices had doubled. “We’ll act,” Roy added, “and soon.”
=Nobody at Acme & Sons= <press> would comment, but “it hurts,” a baker said.
“Enough!”
";

/// An article annotated by hand.
fn annotated() -> Session {
    let mut session = Session::new(Document::new(Source::new(ARTICLE)));
    let nth = |words: &str, n: usize| {
        let (at, _) = ARTICLE.match_indices(words).nth(n).unwrap();
        TextRange::at(at as u32, (at + words.len()) as u32)
    };
    let mark = |words: &str, n, label| Command::AddMentions { ranges: vec![nth(words, n)], label, entity: None };
    let quote = |parts: &[&str], kind| Command::AddQuote { parts: parts.iter().map(|p| nth(p, 0)).collect(), kind };
    let mut last = None;
    for command in [
        Command::SetTitle("Prices *rise*".into()),
        Command::SetBlock { paragraph: 0, kind: BlockKind::Headline },
        Command::SetBlock { paragraph: 1, kind: BlockKind::Byline },
        Command::SetBlock { paragraph: 2, kind: BlockKind::Furniture },
        mark("Lyon", 0, LabelId::PLACE),
        mark("Ana Díaz", 0, LabelId::PERSON),
        mark("Jo Roy", 0, LabelId::PERSON),
        mark("Lyon", 1, LabelId::PLACE),
        mark("Roy", 1, LabelId::PERSON),
        mark("Acme & Sons", 0, LabelId::ORGANIZATION),
        mark("mayor of Lyon", 0, LabelId::PERSON),
        quote(&["that prices had doubled"], QuoteKind::Indirect),
        quote(&["“We’ll act,”", "“and soon.”"], QuoteKind::Direct),
        quote(&["“it hurts,”"], QuoteKind::Direct),
        quote(&["“Enough!”"], QuoteKind::Direct),
    ] {
        last = session.run(command).unwrap().select.or(last);
    }
    let document = session.document();
    let roy = document.entities().find(|e| &*e.name == "Jo Roy").unwrap().id;
    let quotes: Vec<_> = document.annotations().filter(|a| a.body.quote().is_some()).map(|a| a.id).collect();
    for command in [
        Command::SetSpeaker { id: quotes[0], entity: Some(roy), mention: Some(nth("Jo Roy", 0)) },
        Command::SetSpeaker { id: quotes[1], entity: Some(roy), mention: Some(nth("Roy", 1)) },
        Command::SetCue { id: quotes[1], cue: Some(nth("added", 0)) },
        Command::SetSpeaker { id: quotes[2], entity: None, mention: Some(nth("a baker", 0)) },
        Command::SetNote { id: quotes[1], note: "=call back".into() },
        Command::SetStatus { ids: vec![quotes[1]], status: CheckStatus::Disputed },
    ] {
        session.run(command).unwrap();
    }
    session
}

/// Each export of one article, whole, for a person to read. `UPDATE=1 cargo test --test exports` rewrites them.
#[test]
fn exports_of_one_article_read_well() {
    let session = annotated();
    check_all(session.document());
    for export in Export::ALL {
        let path = format!("tests/fixtures/exports/article{}", export.suffix());
        let written = export.write(session.document());
        if std::env::var_os("UPDATE").is_some() {
            std::fs::create_dir_all("tests/fixtures/exports").unwrap();
            std::fs::write(&path, &written).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap(), written, "{path}");
    }
}

#[test]
fn what_is_lost_is_said() {
    let mut session = annotated();
    let found = |s: &Session, export| losses(export, s.document());
    let names = [Loss::Overlapping(1), Loss::Quotes(4), Loss::Speakers(3), Loss::Clusters(2), Loss::Notes(1)];
    assert_eq!(found(&session, Export::ConllNames), names);
    assert_eq!(found(&session, Export::W3c), []);
    let analysis = common::analysis(session.document().source(), 0, 3);
    session.run(Command::ApplyAnalysis(std::sync::Arc::new(analysis))).unwrap();
    let document = session.document();
    let open =
        document.in_reading_order().into_iter().find(|a| a.review == Review::Suggested).expect("a suggestion").id;
    session.run(Command::Reject(vec![open])).unwrap();
    assert_eq!(found(&session, Export::W3c)[0], Loss::Rejected(1));
    assert_eq!(found(&session, Export::Json), []);
}

/// Where a person wrote on an annotation, every file says it, or that it does not.
#[test]
fn no_file_drops_a_note_or_a_check_in_silence() {
    let mut session = annotated();
    let notes = ["seen myself", "call back", "her word?"];
    let all = || session.document().in_reading_order().into_iter();
    let scare = all().find(|a| session.document().source().slice(a.body.span()) == "“Enough!”").unwrap().id;
    let name = all().find(|a| a.body.mention().is_some()).unwrap().id;
    let quote = all().find(|a| a.body.quote().is_some_and(|quote| quote.kind == QuoteKind::Indirect)).unwrap().id;
    let noted = all().find(|a| !a.note.is_empty()).unwrap().id;
    session.run(Command::SetQuoteKind { id: scare, kind: QuoteKind::NotQuote }).unwrap();
    session.run(Command::SetNote { id: noted, note: "".into() }).unwrap();
    session.run(Command::SetStatus { ids: vec![noted], status: CheckStatus::Unchecked }).unwrap();
    for (id, note) in [name, quote, scare].into_iter().zip(notes) {
        session.run(Command::SetNote { id, note: note.into() }).unwrap();
        session.run(Command::SetStatus { ids: vec![id], status: CheckStatus::Confirmed }).unwrap();
    }
    for export in Export::ALL {
        let file = export.write(session.document());
        let missing = notes.iter().filter(|note| !file.contains(**note)).count();
        let said = losses(export, session.document()).into_iter().find_map(|loss| match loss {
            Loss::Notes(n) => Some(n),
            _ => None,
        });
        assert_eq!(said.unwrap_or(0), missing, "{export:?}");
        assert!(file.matches("confirmed").count() >= notes.len() - missing, "{export:?}");
    }
    assert_eq!(
        losses(Export::Page, session.document()).iter().filter(|loss| matches!(loss, Loss::Notes(_))).count(),
        0
    );
    check_all(session.document());
}

#[test]
fn words_of_columns_end_where_annotations_do() {
    let text = "Tunisia's rival of the U.S.-backed Preisliste went to Lyon’s café. “It’s over,” he said.";
    let mut session = Session::new(Document::new(Source::new(text)));
    let at = |words: &str| {
        let start = text.find(words).unwrap();
        TextRange::at(start as u32, (start + words.len()) as u32)
    };
    for (words, label) in [
        ("Tunisia", LabelId::PLACE),
        ("U.S.", LabelId::PLACE),
        ("Preis", LabelId::ORGANIZATION),
        ("Lyon", LabelId::PLACE),
    ] {
        session.run(Command::AddMentions { ranges: vec![at(words)], label, entity: None }).unwrap();
    }
    session.run(Command::AddQuote { parts: vec![at("It’s over")], kind: QuoteKind::Direct }).unwrap();
    let lines = |export: Export| -> Vec<(String, String)> {
        let file = export.write(session.document());
        let columns = file.lines().skip(1).filter(|line| !line.is_empty()).map(|line| {
            let columns: Vec<&str> = line.split(' ').collect();
            (columns[0].to_owned(), columns[3].to_owned())
        });
        columns.collect()
    };
    let tagged = |export| -> Vec<String> {
        let all = lines(export).into_iter().filter(|(_, tag)| tag != "O");
        all.map(|(word, tag)| format!("{word} {tag}")).collect()
    };
    assert_eq!(tagged(Export::ConllNames), ["Tunisia B-LOC", "U.S B-LOC", ". I-LOC", "Preis B-ORG", "Lyon B-LOC"]);
    assert_eq!(tagged(Export::ConllQuotes), ["It B-QUOTE-DIRECT", "’s I-QUOTE-DIRECT", "over I-QUOTE-DIRECT"]);
    let words = |export| lines(export).into_iter().map(|(word, _)| word).collect::<Vec<_>>();
    assert_eq!(words(Export::ConllNames), words(Export::ConllQuotes));
    assert_eq!(words(Export::ConllNames).iter().filter(|word| matches!(word.as_str(), "'s" | "’s")).count(), 3);
    check_all(session.document());
}

/// The real thing: what the engine finds in each sample article, saved, reopened, exported.
#[test]
fn sample_articles_survive_every_file() {
    #[cfg(feature = "model")]
    let engine = article_annotator::analysis::Engine::embedded();
    #[cfg(not(feature = "model"))]
    let engine = article_annotator::analysis::Engine::default();
    let mut annotations = 0;
    for entry in std::fs::read_dir("seeds/articles").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|e| e != "txt") {
            continue;
        }
        let text = article_annotator::text::clean(&std::fs::read_to_string(&path).unwrap()).text;
        let source = Source::new(text);
        let options = article_annotator::analysis::Options::new(article_annotator::analysis::Options::READABLE);
        let analysis = std::sync::Arc::new(article_annotator::analysis::analyze(&source, &engine, &options));
        let mut session = Session::new(Document::new(source));
        let found = session.run(Command::ApplyAnalysis(std::sync::Arc::clone(&analysis))).unwrap().count;
        assert_eq!(found, analysis.mentions.len() + analysis.quotes.len(), "{path:?}");
        session.run(Command::ApplyAnalysis(analysis)).unwrap();
        assert_eq!(session.undo_steps().len(), 1, "{path:?}: the same analysis again is no step");
        let opened = native::read(&native::write_session(&session)).unwrap();
        assert!(opened.repairs.is_empty());
        assert_eq!(opened.session.document(), session.document());
        check_all(session.document());
        annotations += found;
    }
    assert!(annotations > 100, "{annotations}");
}
