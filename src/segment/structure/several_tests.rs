//! Pastes of several articles, and those that only look like it.

use proptest::prelude::*;

use crate::segment::structure::several::articles;
use crate::text::Source;

const FERRY: &str =
    "The ferry to the islands stayed in the harbor on Monday for the third time this week, the company said.";
const PART: &str =
    "The company that runs the ferry said the engine waits for a part from another country, which is late again.";
const BOATS: &str =
    "Some of the islanders have bought boats, and others share the boats of their neighbors, as they did long ago.";

/// The first lines of the articles that are found.
fn found(text: &str) -> Vec<String> {
    let source = Source::new(text);
    let starts = articles(&source);
    starts.iter().map(|&start| source.slice(source.paragraphs()[start as usize]).to_owned()).collect()
}

#[test]
fn headlines_with_bylines_or_datelines() {
    let text = format!(
        "The Valley Post this morning\n\nFerry stays in the harbor\nBy Mira Holm\n\n{FERRY}\n\n{PART}\n\n{BOATS}\n\nWhat now?\n\n{FERRY}\n\n\
         Boats are for sale again\nMonday\nBy Ana Díaz\n\n{BOATS}\n\n{FERRY}\n\n{PART}\n\n\
         The engine waits for a part\n\nHOLM, Sundland (AP) — {PART}\n\n{BOATS}\n\n{FERRY}"
    );
    assert_eq!(
        found(&text),
        ["The Valley Post this morning", "Boats are for sale again", "The engine waits for a part"]
    );
}

#[test]
fn numbered_documents() {
    let text = format!(
        "1 of 3 DOCUMENTS\n\nFerry stays\n\n{FERRY}\n\n2 of 3 DOCUMENTS\n\nBoats\n\n{BOATS}\n\n3 of 3 DOCUMENTS\n\n{PART}"
    );
    assert_eq!(found(&text), ["1 of 3 DOCUMENTS", "2 of 3 DOCUMENTS", "3 of 3 DOCUMENTS"]);
    assert_eq!(found(&format!("Dokument 1 von 2\n\n{FERRY}\n\nDokument 2 von 2\n\n{PART}")).len(), 2);
    assert_eq!(found(&format!("Page 1 of 3\n\n{FERRY}\n\nPage 2 of 3\n\n{PART}")).len(), 0);
    assert_eq!(found(&format!("Document 1 of 3\n\n{FERRY}\n\nDocument 3 of 3\n\n{PART}")).len(), 0);
}

#[test]
fn separators() {
    let pieces = [
        format!("Ferry stays in the harbor\n\n{FERRY}\n\n{PART}"),
        format!("Boats are for sale again\n\n{BOATS}\n\n{FERRY}"),
        format!("The engine waits for a part\n\n{PART}\n\n{BOATS}"),
    ];
    assert_eq!(found(&pieces.join("\n\n----------\n\n")).len(), 3);
    assert_eq!(
        found(&format!("Good morning, islands\n\n=====\n\n{}\n\n=====\n\nUnsubscribe", pieces.join("\n\n=====\n\n")))
            .len(),
        3
    );
    // Sections of one article are parted by stars, too.
    assert_eq!(found(&pieces.join("\n\n* * *\n\n")).len(), 0);
    let signed = pieces.map(|piece| piece.replacen("\n\n", "\nBy Mira Holm\n\n", 1));
    assert_eq!(found(&signed[..2].join("\n\n* * *\n\n")).len(), 2);
}

#[test]
fn one_article_stays_one() {
    for text in [
        format!(
            "Ferry stays in the harbor\nBy Mira Holm\n\n{FERRY}\n\nWhat the islanders do\n\n{BOATS}\n\nWhat the company says\n\n{PART}\n\n{FERRY}"
        ),
        format!("Ferry stays in the harbor\n\n{FERRY}\n\n***\n\n{BOATS}\n\n***\n\n{PART}"),
        // The same headline twice, and a teaser with a byline.
        format!(
            "Ferry stays in the harbor\nBy Mira Holm\n\nFerry stays in the harbor\nBy Mira Holm\n\n{FERRY}\n\n{PART}\n\n{BOATS}\n\nBoats for sale again\nBy Ana Díaz\n\n{BOATS}"
        ),
        format!("{FERRY}\n\n{PART}\n\n{BOATS}"),
        String::new(),
        "-----\n\n-----\n\n-----".to_owned(),
    ] {
        assert_eq!(found(&text), [""; 0], "{text}");
    }
}

proptest! {
    #[test]
    fn the_parts_joined_are_the_text(pieces in prop::collection::vec(0..9_usize, 0..24)) {
        let kinds = ["Ferry stays in the harbor", "By Mira Holm", FERRY, PART, BOATS, "-----", "* * *", "Document 1 of 2", " \u{a0}📰 "];
        let text = pieces.iter().map(|&piece| kinds[piece]).collect::<Vec<_>>().join("\n\n");
        let source = Source::new(text.as_str());
        let starts = articles(&source);
        prop_assert!(starts.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert!(starts.is_empty() || starts.len() > 1 && starts[0] == 0);
        let parts = source.parts(&starts);
        let joined: String = parts.iter().map(|&part| source.slice(part)).collect();
        prop_assert_eq!(joined, text);
    }
}
