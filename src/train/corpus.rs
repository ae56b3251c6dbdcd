//! Documents with names marked, as JSON lines.

use std::path::Path;

use crate::segment::{BlockChoice, Segmentation, segment};
use crate::tagger::{Class, Label};
use crate::text::{CharOffset, Source, TextRange, Unchecked};
use crate::vocabulary::BlockKind;

/// A name that a corpus marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gold {
    /// The name.
    pub range: TextRange,
    /// Its class.
    pub class: Class,
    /// The corpus' own label.
    pub label: String,
}

/// One document of a corpus.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its name.
    pub id: String,
    /// Its text.
    pub source: Source,
    /// The names, in order, disjoint.
    pub gold: Vec<Gold>,
}

impl Document {
    /// Splits the text, with every paragraph taken as running text.
    pub fn segment(&self) -> Segmentation {
        let paragraphs = self.source.paragraphs().len() as u32;
        let body: Vec<BlockChoice> =
            (0..paragraphs).map(|paragraph| BlockChoice { paragraph, kind: BlockKind::Body }).collect();
        segment(&self.source, &body)
    }

    /// The label of each token.
    pub fn labels(&self, segmentation: &Segmentation) -> Vec<Label> {
        let mut gold = self.gold.iter().peekable();
        let mut last: Option<TextRange> = None;
        segmentation
            .tokens
            .iter()
            .map(|token| {
                while gold.next_if(|g| g.range.end() <= token.range.start()).is_some() {}
                match gold.peek() {
                    Some(g) if g.range.overlaps(token.range) => {
                        let begins = last.replace(g.range) != Some(g.range);
                        if begins { Label::begin(g.class) } else { Label::inside(g.class) }
                    }
                    _ => Label::OUTSIDE,
                }
            })
            .collect()
    }
}

/// Reads a corpus.
///
/// # Errors
/// Says what could not be read and where.
pub fn load(path: &Path) -> Result<Vec<Document>, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let parse = |(n, line)| document(line).ok_or_else(|| format!("{}:{}: not a document", path.display(), n + 1));
    text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()).map(parse).collect()
}

fn document(line: &str) -> Option<Document> {
    let value: serde_json::Value = serde_json::from_str(line).ok()?;
    let source = Source::new(value.get("text")?.as_str()?);
    let at = |entity: &serde_json::Value, side: &str| {
        let offset = u32::try_from(entity.get(side)?.as_u64()?).ok()?;
        source.map().resolve_char(source.text(), Unchecked(CharOffset(offset)))
    };
    let mut gold = Vec::new();
    for entity in value.get("entities")?.as_array()? {
        let class = class(entity.get("label")?.as_str()?);
        let label = entity.get("orig").and_then(|o| o.as_str()).unwrap_or_default();
        if matches!(label, "Date" | "Money" | "Product") && class == Class::Other {
            continue;
        }
        let range = TextRange::new(at(entity, "start")?, at(entity, "end")?);
        gold.push(Gold { range, class, label: label.to_owned() });
    }
    gold.sort_by_key(|g| (g.range.start(), g.range.end()));
    gold.dedup_by(|b, a| b.range.start() < a.range.end());
    Some(Document { id: value.get("id")?.as_str()?.to_owned(), source, gold })
}

fn class(label: &str) -> Class {
    match label {
        "PERSON" => Class::Person,
        "PLACE" => Class::Place,
        "ORG" | "ORGANIZATION" => Class::Organization,
        _ => Class::Other,
    }
}
