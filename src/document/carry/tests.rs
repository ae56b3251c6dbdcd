//! Carrying by hand: what stays, what goes elsewhere, what is lost.

use std::sync::Arc;

use crate::document::{
    Annotation, Body, Carried, CheckStatus, Command, Document, FateKind, LabelId, Session, carry, check,
};
use crate::text::{Source, TextRange, TextSize};
use crate::vocabulary::{BlockKind, QuoteKind};

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

#[test]
fn what_a_person_said_goes_along() {
    let mut session = Session::new(marked("By Ana Lee\n[Bo Day] met [Cy Fox] in town.\nAll went home."));
    let id = |session: &Session, words: &str| {
        let document = session.document();
        let of_words = |one: &&Arc<Annotation>| document.source().slice(one.body.span()) == words;
        document.annotations().find(of_words).expect("a mark").id
    };
    let (bo, cy) = (id(&session, "Bo Day"), id(&session, "Cy Fox"));
    for command in [
        Command::SetNote { id: bo, note: "call him".into() },
        Command::SetStatus { ids: vec![bo], status: CheckStatus::Disputed },
        Command::SetBlock { paragraph: 2, kind: BlockKind::Caption },
        Command::SetTitle("Home".into()),
        Command::Reject(vec![cy]),
    ] {
        session.run(command).expect("taken");
    }
    let old = session.document().clone();
    let done = carry(&old, Source::new("All went home.\nYesterday Bo Day met Cy Fox in town.\nBy Ana Lee"));
    assert_eq!(check(&done.document), Ok(()));
    let bo_now = done.document.annotation(bo).expect("it is there");
    assert_eq!((&*bo_now.note, bo_now.status), ("call him", CheckStatus::Disputed));
    assert_eq!(done.document.title(), "Home");
    assert_eq!(done.document.chosen_blocks(), [(0, BlockKind::Caption)]);
    assert!(done.report.iter().all(|fate| fate.id == bo && fate.kind == FateKind::Moved));
    // What a person's own hand made and rejected is gone; what is gone has no cluster left.
    let gone = carry(&old, Source::new("Nothing is left of it."));
    assert_eq!((gone.document.annotations().count(), gone.document.all_entities().count()), (0, 0));
    assert_eq!(fates(&gone), [(FateKind::Vanished, "Bo Day")]);
}

#[test]
fn the_same_text_changes_nothing() {
    let old = marked("[Ana] said {“we won”} twice, {in} [ Lyon ].");
    let done = carry(&old, Source::new(old.source().text()));
    assert_eq!((&done.document, done.kept, done.moved), (&old, 4, 0));
    assert_eq!(fates(&done), []);
}

#[test]
fn a_quote_keeps_what_is_left_of_it() {
    for (old, new, kind) in [
        (
            "He said {“We will rebuild the old pier before winter,”} twice.",
            "He said {“We will rebuild the old pier,”} twice.",
            FateKind::Changed,
        ),
        (
            "He said {“Well, we will rebuild the pier,”} twice.",
            "He said {“We shall, yes, rebuild the pier,”} twice.",
            FateKind::Changed,
        ),
        ("He said {“A completely other matter”} twice.", "He said “Nothing like it at all” twice.", FateKind::Vanished),
        (
            "He said {we will rebuild it now} twice a day.",
            "He said {we will rebuild all of it now} twice a day.",
            FateKind::Changed,
        ),
    ] {
        let new_text: String = new.chars().filter(|mark| !"[]{}".contains(*mark)).collect();
        let done = carried(old, &new_text);
        assert_eq!(shown(&done), new, "{old}");
        assert_eq!(fates(&done).first().map(|fate| fate.0), Some(kind), "{old}");
    }
}
