//! Documents with names marked, as JSON lines.

use std::path::{Path, PathBuf};

use crate::entities::EntityKind;
use crate::eval::names;
use crate::segment::{BlockChoice, Segmentation, segment};
use crate::tagger::{Class, Label};
use crate::testkit::{Marked, MarkedError};
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

impl OwnArticle {
    /// The names and their clusters, to score by.
    pub fn to_gold(&self) -> names::Gold {
        names::Gold { clusters: self.clusters.clone(), ..self.document.to_gold() }
    }
}

impl Document {
    /// Splits the text, with every paragraph taken as running text.
    pub fn segment(&self) -> Segmentation {
        let paragraphs = self.source.paragraphs().len() as u32;
        let body: Vec<BlockChoice> =
            (0..paragraphs).map(|paragraph| BlockChoice { paragraph, kind: BlockKind::Body }).collect();
        segment(&self.source, &body)
    }

    /// The names of the kinds that are shown, to score by.
    pub fn to_gold(&self) -> names::Gold {
        let name = |gradient: &Gold| Some((gradient.range, EntityKind::of(gradient.class)?));
        names::Gold {
            source: self.source.clone(),
            names: self.gold.iter().filter_map(name).collect(),
            clusters: Vec::new(),
        }
    }

    /// The label of each token.
    pub fn labels(&self, segmentation: &Segmentation) -> Vec<Label> {
        let mut gold = self.gold.iter().peekable();
        let mut last: Option<TextRange> = None;
        segmentation
            .tokens
            .iter()
            .map(|token| {
                while gold.next_if(|gradient| gradient.range.end() <= token.range.start()).is_some() {}
                match gold.peek() {
                    Some(gradient) if gradient.range.overlaps(token.range) => {
                        let begins = last.replace(gradient.range) != Some(gradient.range);
                        if begins { Label::begin(gradient.class) } else { Label::inside(gradient.class) }
                    }
                    _ => Label::OUTSIDE,
                }
            })
            .collect()
    }
}

/// Why a corpus could not be read.
#[derive(Debug)]
pub struct CorpusError {
    /// The file or folder.
    pub path: PathBuf,
    /// What is wrong with it.
    pub fault: CorpusFault,
}

/// What is wrong with a corpus.
#[derive(Debug)]
pub enum CorpusFault {
    /// It cannot be read.
    Unreadable(std::io::Error),
    /// The line of this number, from 1, is not a document.
    NotADocument(usize),
    /// The article is not in the notation.
    NotMarked(MarkedError),
}

impl CorpusError {
    fn new(path: &Path, fault: CorpusFault) -> Self {
        Self { path: path.to_owned(), fault }
    }
}

fn text_of(path: &Path) -> Result<String, CorpusError> {
    std::fs::read_to_string(path).map_err(|error| CorpusError::new(path, CorpusFault::Unreadable(error)))
}

/// Reads a corpus.
///
/// # Errors
/// What could not be read and where.
pub fn load(path: &Path) -> Result<Vec<Document>, CorpusError> {
    let text = text_of(path)?;
    let parse =
        |(number, line)| document(line).ok_or_else(|| CorpusError::new(path, CorpusFault::NotADocument(number + 1)));
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
    gold.sort_by_key(|gradient| (gradient.range.start(), gradient.range.end()));
    gold.dedup_by(|second, first| second.range.start() < first.range.end());
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

/// Which of our own articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Those that may be trained on.
    Train,
    /// Those that only measure.
    Test,
}

/// The part an article belongs to, by its name without extension (`seeds/articles/README.md`).
pub fn part_of(name: &str) -> Part {
    let hash = name.bytes().fold(0x811c_9dc5_u32, |h, second| (h ^ u32::from(second)).wrapping_mul(0x0100_0193));
    if hash.is_multiple_of(4) { Part::Test } else { Part::Train }
}

/// One of our own articles with the groups of its names: an index into [`Document::gold`] for each mention, by cluster.
#[derive(Clone, Debug)]
pub struct OwnArticle {
    /// The names.
    pub document: Document,
    /// For each name the number of the person, place or organization it names.
    pub clusters: Vec<u32>,
}

/// Reads the marked texts of one part from a folder, with their names, sorted.
///
/// # Errors
/// What could not be read and where.
pub fn marked_articles(folder: &Path, part: Part) -> Result<Vec<(String, Marked)>, CorpusError> {
    let fail = |error| CorpusError::new(folder, CorpusFault::Unreadable(error));
    let mut paths: Vec<_> = std::fs::read_dir(folder).map_err(fail)?.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    let mut out = Vec::new();
    for path in paths.iter().filter(|previous| previous.extension().is_some_and(|e| e == "marked")) {
        let id = path.file_stem().and_then(|score| score.to_str()).unwrap_or_default();
        if part_of(id) != part {
            continue;
        }
        let text = text_of(path)?;
        let marked = Marked::parse(&text).map_err(|error| CorpusError::new(path, CorpusFault::NotMarked(error)))?;
        out.push((id.to_owned(), marked));
    }
    Ok(out)
}

/// Reads the articles of one part from a folder of marked texts, sorted by name.
///
/// # Errors
/// What could not be read and where.
pub fn own_articles(folder: &Path, part: Part) -> Result<Vec<OwnArticle>, CorpusError> {
    let mut out = Vec::new();
    for (id, marked) in marked_articles(folder, part)? {
        let mut mentions: Vec<_> = marked.mentions.iter().collect();
        mentions.sort_by_key(|mention| mention.range.start());
        let class = |kind| match kind {
            EntityKind::Person => Class::Person,
            EntityKind::Place => Class::Place,
            EntityKind::Organization => Class::Organization,
        };
        let gold = |mention: &&crate::testkit::MarkedMention| Gold {
            range: mention.range,
            class: class(mention.cluster.kind),
            label: String::new(),
        };
        out.push(OwnArticle {
            clusters: mentions
                .iter()
                .map(|mention| mention.cluster.number * 4 + class(mention.cluster.kind) as u32)
                .collect(),
            document: Document {
                id,
                source: Source::new(marked.text.as_str()),
                gold: mentions.iter().map(gold).collect(),
            },
        });
    }
    Ok(out)
}
