//! W3C Web Annotation Data Model as JSON-LD: one collection with one page. Positions count code points, as the
//! recommendation says; every target has a quote selector beside the position selector. Terms that the model lacks have a
//! context of their own, so that expansion keeps them.

use serde_json::{Map, Value, json};
use unicode_segmentation::UnicodeSegmentation;

use super::excerpts::speaker_name;
use super::words;
use crate::document::{Annotation, Body, CheckStatus, Document, EntityId, Origin, QuoteBody, Review};
use crate::formats::native::{Word, sha256};
use crate::text::TextRange;
use crate::vocabulary::QuoteKind;

/// Graphemes of context on each side of a quote selector.
const CONTEXT: usize = 32;

/// The collection of all annotations that are not rejected.
pub(super) fn write(document: &Document) -> String {
    let hash = sha256(document.source().text());
    let writer = Writer {
        document,
        base: format!("urn:article-annotator:{}", &hash[..16]),
        source: format!("urn:sha256:{hash}"),
    };
    let mut items = Vec::new();
    for annotation in document.in_reading_order() {
        items.push(writer.annotation(annotation));
        if let Body::Quote(quote) = &annotation.body {
            items.extend(writer.speaker(annotation, quote));
        }
    }
    let file = json!({
        "@context": [
            "http://www.w3.org/ns/anno.jsonld",
            {
                "aa": "urn:article-annotator:terms#",
                "quoteKind": "aa:quoteKind",
                "review": "aa:review",
                "madeBy": "aa:madeBy",
                "confidence": "aa:confidence",
                "checkStatus": "aa:checkStatus"
            }
        ],
        "id": format!("{}:annotations", writer.base),
        "type": "AnnotationCollection",
        "label": if document.title().is_empty() { words::ARTICLE } else { document.title() },
        "total": items.len(),
        "first": {
            "id": format!("{}:page", writer.base),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items
        }
    });
    let mut text = serde_json::to_string_pretty(&file).expect("invariant: a JSON value can be written");
    text.push('\n');
    text
}

struct Writer<'a> {
    document: &'a Document,
    base: String,
    source: String,
}

impl Writer<'_> {
    fn id(&self, annotation: &Annotation) -> String {
        format!("{}:annotation:{}", self.base, annotation.id.0)
    }

    fn cluster(&self, id: EntityId) -> String {
        format!("{}:cluster:{}", self.base, id.0)
    }

    fn annotation(&self, annotation: &Annotation) -> Value {
        let mut bodies = Vec::new();
        let mut item = Map::new();
        item.insert("id".into(), self.id(annotation).into());
        item.insert("type".into(), "Annotation".into());
        item.insert("motivation".into(), "classifying".into());
        match &annotation.body {
            Body::Mention(mention) => {
                let label = self.document.label(mention.label).map_or("", |line| &*line.name);
                bodies.push(textual(label, "classifying"));
                if let Some(entity) = mention.entity.and_then(|error| self.document.entity(error)) {
                    let cluster = self.cluster(entity.id);
                    bodies.push(json!({ "type": "SpecificResource", "source": cluster, "purpose": "identifying" }));
                    bodies.push(textual(&entity.name, "tagging"));
                }
            }
            Body::Quote(quote) => {
                bodies.push(textual("QUOTE", "classifying"));
                item.insert("quoteKind".into(), QuoteKind::word(quote.kind).into());
            }
        }
        if !annotation.note.is_empty() {
            bodies.push(textual(&annotation.note, "commenting"));
        }
        item.insert("review".into(), Review::word(annotation.review).into());
        item.insert("madeBy".into(), Origin::word(annotation.origin).into());
        item.insert("checkStatus".into(), CheckStatus::word(annotation.status).into());
        if let Some(confidence) = annotation.confidence {
            item.insert("confidence".into(), (f64::from(confidence.get()) / 1000.0).into());
        }
        item.insert("body".into(), bodies.into());
        let mut targets: Vec<Value> = annotation.body.parts().iter().map(|&part| self.target(part)).collect();
        let target = if targets.len() == 1 { targets.remove(0) } else { targets.into() };
        item.insert("target".into(), target);
        item.into()
    }

    /// Who said a quote and with which word, as annotations that link to it.
    fn speaker(&self, annotation: &Annotation, quote: &QuoteBody) -> Vec<Value> {
        let mut items = Vec::new();
        let quote_id = self.id(annotation);
        if quote.entity.is_some() || quote.speaker.is_some() {
            let mut bodies =
                vec![textual("speaker", "tagging"), textual(speaker_name(self.document, quote), "identifying")];
            if let Some(person) = quote.entity {
                bodies
                    .push(json!({ "type": "SpecificResource", "source": self.cluster(person), "purpose": "linking" }));
            }
            if let Some(words) = quote.speaker {
                let mut body = self.target(words);
                body["purpose"] = "linking".into();
                bodies.push(body);
            }
            items.push(json!({
                "id": format!("{quote_id}:speaker"), "type": "Annotation", "motivation": "linking",
                "body": bodies, "target": quote_id
            }));
        }
        if let Some(cue) = quote.cue {
            let mut body = self.target(cue);
            body["purpose"] = "linking".into();
            items.push(json!({
                "id": format!("{quote_id}:cue"), "type": "Annotation", "motivation": "linking",
                "body": [textual("cue", "tagging"), body], "target": quote_id
            }));
        }
        items
    }

    fn target(&self, range: TextRange) -> Value {
        let source = self.document.source();
        let (text, map) = (source.text(), source.map());
        let before: Vec<&str> = text[..range.start().index()].graphemes(true).rev().take(CONTEXT).collect();
        let prefix: String = before.into_iter().rev().collect();
        let suffix: String = text[range.end().index()..].graphemes(true).take(CONTEXT).collect();
        json!({
            "type": "SpecificResource",
            "source": self.source,
            "selector": [
                { "type": "TextQuoteSelector", "exact": source.slice(range), "prefix": prefix, "suffix": suffix },
                {
                    "type": "TextPositionSelector",
                    "start": map.to_char(text, range.start()).0,
                    "end": map.to_char(text, range.end()).0
                }
            ]
        })
    }
}

fn textual(value: &str, purpose: &str) -> Value {
    json!({ "type": "TextualBody", "value": value, "purpose": purpose })
}
