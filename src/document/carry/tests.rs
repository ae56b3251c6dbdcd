//! Carrying by hand: what stays, what goes elsewhere, what is lost.

use crate::document::{Body, Carried, Command, Document, FateKind, LabelId, Session, carry, check};
use crate::text::{Source, TextRange, TextSize};
use crate::vocabulary::QuoteKind;

/// A document in which names are marked `[so]` and quotes `{so}`.
fn marked(notation: &str) -> Document {
    let mut text = String::new();
    let mut open = Vec::new();
    let mut found = Vec::new();
    for character in notation.chars() {
        match character {
            '[' | '{' => open.push(TextSize::of(&text)),
            ']' | '}' => {
                let start = open.pop().expect("an opening bracket");
                found.push((TextRange::new(start, TextSize::of(&text)), character == ']'));
            }
            other => text.push(other),
        }
    }
    let mut session = Session::new(Document::new(Source::new(text)));
    for (range, is_name) in found {
        let command = if is_name {
            Command::AddMentions { ranges: vec![range], label: LabelId::PERSON, entity: None }
        } else {
            Command::AddQuote { parts: vec![range], kind: QuoteKind::Direct }
        };
        session.run(command).expect("a mark");
    }
    session.document().clone()
}

fn carried(notation: &str, new: &str) -> Carried {
    let done = carry(&marked(notation), Source::new(new));
    assert_eq!(check(&done.document), Ok(()));
    done
}

/// The new text with its marks in it.
fn shown(done: &Carried) -> String {
    let mut out = done.document.source().text().to_owned();
    let mut edges: Vec<(usize, u8, &str)> = Vec::new();
    for annotation in done.document.annotations().filter(|annotation| annotation.is_live()) {
        let (open, close) = if matches!(annotation.body, Body::Mention(_)) { ("[", "]") } else { ("{", "}") };
        for part in annotation.body.parts() {
            let inner = u8::from(open == "[");
            edges.push((part.start().index(), 2 + inner, open));
            edges.push((part.end().index(), 1 - inner, close));
        }
    }
    edges.sort_unstable();
    for (at, _, mark) in edges.into_iter().rev() {
        out.insert_str(at, mark);
    }
    out
}

fn fates(done: &Carried) -> Vec<(FateKind, &str)> {
    done.report.iter().map(|fate| (fate.kind, &*fate.before)).collect()
}

#[test]
fn spans_stay_with_their_words() {
    for (old, new) in [
        ("[Ana Díaz] met [Bo] in Lyon.", "Yesterday [Ana Díaz] met old [Bo] in Lyon."),
        ("[O'Neill]'s dog. \"Go,\" he said.", "[O’Neill]’s dog. “Go,” he said."),
        ("She said {\"we won\"} twice.", "She said {“we won”} twice."),
        ("He said {“we won,”} again.", "He said {« we won »}, again."),
        ("[Jo]e left early today.", "[Jo]e left today."),
        ("[习近平]在北京说。", "昨天[习近平]在北京说。"),
        ("{“One. Two.”} And so on it went.", "{“One.\nTwo.”} And so on it went."),
        ("[Al] a b c\n[Bo] d e f", "[Al] a b c [Bo] d e f"),
    ] {
        let new_text: String = new.chars().filter(|mark| !"[]{}".contains(*mark)).collect();
        let done = carried(old, &new_text);
        assert_eq!(shown(&done), new, "{old}: {:?}", fates(&done));
        assert_eq!(fates(&done), [], "{old}");
    }
}

#[test]
fn of_two_equal_names_the_right_one_stays() {
    let done = carried("[Lee] spoke first. [Lee] won.", "Lee won.");
    assert_eq!(shown(&done), "[Lee] won.");
    assert_eq!(fates(&done), [(FateKind::Vanished, "Lee")]);
    assert_eq!(done.document.annotations().next().map(|one| one.id.0), Some(2));
}

#[test]
fn a_whole_sentence_goes_and_not_parts_of_two() {
    let done = carried(
        "A name is shared. [Lee], a baker, sang. {Lee}, a dentist, spoke.",
        "A name is shared. Lee, a dentist, spoke.",
    );
    assert_eq!(shown(&done), "A name is shared. {Lee}, a dentist, spoke.");
    let done = carried("One. [Lee], a dentist, spoke.", "One. Lee, a baker, sang. Lee, a dentist, spoke.");
    assert_eq!(shown(&done), "One. Lee, a baker, sang. [Lee], a dentist, spoke.");
}
