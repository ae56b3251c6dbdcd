//! One paragraph as it is drawn.

use std::ops::Range;
use std::rc::Rc;

use crate::document::{Annotation, AnnotationId, Body, Document, EntityId, QuoteBody, Review, Shape};
use crate::text::{TextRange, TextSize};
use crate::view::segment::{Layer, sweep};
use crate::view::strain::strained;
use crate::vocabulary::{BlockKind, QuoteKind};

/// The label at a quote's end that says who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// The quote.
    pub id: AnnotationId,
    /// How the words are attributed.
    pub kind: QuoteKind,
    /// Who it resolves to, with the cluster's name.
    pub entity: Option<(EntityId, Rc<str>)>,
    /// The words at the quote that name the speaker, where they resolve to nobody.
    pub words: Option<Rc<str>>,
    /// What the person decided.
    pub review: Review,
}

/// What a mention is called where the keyboard stops for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StopName {
    /// All of its words.
    pub text: Rc<str>,
    /// Its label, as in [`SegmentView::kind`].
    pub kind: Rc<str>,
    /// What the person decided.
    pub review: Review,
}

/// A piece of text with everything that covers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentView {
    /// The words.
    pub text: Rc<str>,
    /// Where it starts in the article, in bytes.
    pub start: TextSize,
    /// The annotations that cover it, smallest first: what a click takes and further clicks cycle through.
    pub ids: Rc<[AnnotationId]>,
    /// Style classes, separated by spaces; empty for plain text.
    pub class: Rc<str>,
    /// `person`, `place`, `organization`, `quote` or a label of the person's own, of the smallest annotation.
    pub kind: Rc<str>,
    /// Mentions whose first piece this is: where the keyboard stops.
    pub stops: Rc<[AnnotationId]>,
    /// Each of them in words, for those who hear the page: a name may go on in other pieces.
    pub names: Rc<[StopName]>,
    /// Quotes that these words introduce.
    pub cue_of: Rc<[AnnotationId]>,
    /// Quotes whose speaker these words name.
    pub speaker_of: Rc<[AnnotationId]>,
    /// Chips that stand behind it.
    pub chips: Rc<[Chip]>,
}

impl SegmentView {
    /// Whether `id` shows in this piece.
    pub fn shows(&self, id: AnnotationId) -> bool {
        self.ids.contains(&id)
            || self.cue_of.contains(&id)
            || self.speaker_of.contains(&id)
            || self.chips.iter().any(|chip| chip.id == id)
    }
}

/// One paragraph as it is drawn. Equal views draw the same, so an untouched paragraph is not drawn again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParagraphView {
    /// Index into the source's paragraphs.
    pub index: u32,
    /// What it covers.
    pub range: TextRange,
    /// Its role.
    pub kind: BlockKind,
    /// Its pieces, in order, without a gap.
    pub segments: Rc<[SegmentView]>,
}

impl ParagraphView {
    /// Whether `id` shows anywhere in this paragraph, as a piece, a chip or the words tied to a quote.
    pub fn shows(&self, id: AnnotationId) -> bool {
        self.segments.iter().any(|segment| segment.shows(id))
    }

    /// Keyboard stops in reading order: mentions at their first piece, quotes at their chip.
    pub fn stops(&self) -> impl Iterator<Item = AnnotationId> + '_ {
        self.segments
            .iter()
            .flat_map(|segment| segment.stops.iter().copied().chain(segment.chips.iter().map(|chip| chip.id)))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Mention,
    Quote,
    Cue,
    Speaker,
}

/// The ranges under which an annotation shows, its quote's cue and speaker included.
pub(crate) fn footprint(annotation: &Annotation) -> Vec<TextRange> {
    layers_of(annotation).map(|(range, _)| range).collect()
}

fn layers_of(annotation: &Annotation) -> impl Iterator<Item = (TextRange, Part)> + '_ {
    let (mention, quote) = match &annotation.body {
        Body::Mention(mention) => (Some((mention.range, Part::Mention)), None),
        Body::Quote(quote) => (None, Some(quote)),
    };
    let quote = quote.into_iter().flat_map(|quote: &QuoteBody| {
        let parts = quote.parts.iter().map(|&range| (range, Part::Quote));
        parts.chain(quote.cue.map(|range| (range, Part::Cue))).chain(quote.speaker.map(|range| (range, Part::Speaker)))
    });
    mention.into_iter().chain(quote)
}

/// Draws paragraph `index` with `shown`, the annotations whose footprint meets it.
///
/// # Panics
/// When the document has no such paragraph.
pub fn project_paragraph(document: &Document, index: u32, shown: &[&Annotation]) -> ParagraphView {
    let bounds = document.source().paragraphs()[index as usize];
    let mut layers = Vec::new();
    for &annotation in shown {
        layers.extend(layers_of(annotation).map(|(range, part)| Layer { range, value: (annotation, part) }));
    }
    let alone = strained(document.source().slice(bounds));
    let mut segments = Vec::new();
    for piece in sweep(bounds, &layers) {
        let covering: Vec<_> = piece.layers.iter().map(|&index| &layers[index]).collect();
        for (range, alone) in cut(bounds.start(), piece.range, &alone) {
            segments.push(segment(document, bounds, range, &covering, alone));
        }
    }
    let segments = segments.into();
    let kind = document.blocks().get(index as usize).copied().unwrap_or_default();
    ParagraphView { index, range: bounds, kind, segments }
}

/// A piece cut where parts of the paragraph, which begins at `base`, are drawn each for itself; with whether it is one.
fn cut(base: TextSize, piece: TextRange, alone: &[Range<usize>]) -> Vec<(TextRange, bool)> {
    let (mut out, mut at) = (Vec::new(), piece.start());
    let absolute = |at: usize| base + TextSize::new(at as u32);
    let first = alone.partition_point(|part| absolute(part.end) <= at);
    for part in &alone[first..] {
        let Some(part) = TextRange::new(absolute(part.start), absolute(part.end)).intersect(piece) else { break };
        if at < part.start() {
            out.push((TextRange::new(at, part.start()), false));
        }
        out.push((part, true));
        at = part.end();
    }
    if at < piece.end() {
        out.push((TextRange::new(at, piece.end()), false));
    }
    out
}

/// One piece; `alone` when the browser must draw it for itself.
fn segment(
    document: &Document,
    bounds: TextRange,
    range: TextRange,
    covering: &[&Layer<(&Annotation, Part)>],
    alone: bool,
) -> SegmentView {
    let of = |wanted: Part| -> Rc<[AnnotationId]> {
        covering.iter().filter(|layer| layer.value.1 == wanted).map(|layer| layer.value.0.id).collect()
    };
    let body: Vec<_> = covering.iter().filter(|layer| matches!(layer.value.1, Part::Mention | Part::Quote)).collect();
    let starts = |layer: &Layer<(&Annotation, Part)>| layer.range.start().max(bounds.start()) == range.start();
    // A mention that reaches in from another paragraph has its stop there.
    let stops = || body.iter().filter(|layer| layer.value.1 == Part::Mention && layer.range.start() == range.start());
    let chips = body.iter().rev().filter(|layer| layer.value.1 == Part::Quote && layer.range.end() == range.end());
    let chips = chips.filter(|layer| layer.value.0.body.span().end() == layer.range.end());
    let mut class = Vec::new();
    if alone {
        class.push("alone".to_owned());
    }
    let mut kind: Rc<str> = "".into();
    let mut mentions = 0;
    for layer in &body {
        match &layer.value.0.body {
            Body::Mention(mention) => {
                let label = &document.labels()[usize::from(mention.label.0)];
                if kind.is_empty() {
                    kind = label.name.to_lowercase().into();
                }
                mentions += 1;
                // Two lines under the words are readable, a third is not: what lies further out shows by its other pieces.
                match mentions {
                    1 => class.push(format!("m c{} {}", label.color, shape_class(label.shape))),
                    2 => class.push(format!("m-outer oc{} o{}", label.color, shape_class(label.shape))),
                    _ => {}
                }
                if mentions == 1 {
                    class.push(review_class(layer.value.0.review).to_owned());
                }
            }
            Body::Quote(quote) => {
                if kind.is_empty() {
                    kind = "quote".into();
                }
                class.push(format!("q {}", quote_class(quote.kind)));
                class.push(format!("q-{}", review_class(layer.value.0.review)));
                if starts(layer) {
                    class.push("q-start".to_owned());
                }
                if layer.range.end().min(bounds.end()) == range.end() {
                    class.push("q-end".to_owned());
                }
                if quote.unclosed {
                    class.push("q-unclosed".to_owned());
                }
            }
        }
    }
    SegmentView {
        text: document.source().slice(range).into(),
        start: range.start(),
        ids: body.iter().map(|layer| layer.value.0.id).collect(),
        class: class.join(" ").into(),
        kind,
        stops: stops().map(|layer| layer.value.0.id).collect(),
        names: stops().filter_map(|layer| stop_name(document, layer.value.0)).collect(),
        cue_of: of(Part::Cue),
        speaker_of: of(Part::Speaker),
        chips: chips.filter_map(|layer| chip(document, layer.value.0)).collect(),
    }
}

fn stop_name(document: &Document, annotation: &Annotation) -> Option<StopName> {
    let mention = annotation.body.mention()?;
    Some(StopName {
        text: document.source().slice(mention.range).into(),
        kind: Rc::from(&*document.label(mention.label)?.name),
        review: annotation.review,
    })
}

fn chip(document: &Document, annotation: &Annotation) -> Option<Chip> {
    let Body::Quote(quote) = &annotation.body else { return None };
    let entity = quote.entity.and_then(|id| document.entity(id)).map(|entity| (entity.id, Rc::from(&*entity.name)));
    let words = quote.speaker.filter(|_| entity.is_none()).map(|range| Rc::from(document.source().slice(range)));
    Some(Chip { id: annotation.id, kind: quote.kind, entity, words, review: annotation.review })
}

fn shape_class(shape: Shape) -> &'static str {
    match shape {
        Shape::Underline => "s-underline",
        Shape::Dotted => "s-dotted",
        Shape::Double => "s-double",
        Shape::Wavy => "s-wavy",
        Shape::Box => "s-box",
    }
}

fn quote_class(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "q-direct",
        QuoteKind::Partial => "q-partial",
        QuoteKind::Indirect => "q-indirect",
        QuoteKind::Thought => "q-thought",
        QuoteKind::NotQuote => "q-not",
    }
}

fn review_class(review: Review) -> &'static str {
    match review {
        Review::Suggested => "suggested",
        Review::Accepted => "accepted",
        Review::Rejected => "rejected",
    }
}
