//! One paragraph as it is drawn.

use std::ops::Range;
use std::rc::Rc;

use crate::document::{Annotation, AnnotationId, Body, Document, EntityId, QuoteBody, Review, Shape};
use crate::text::{TextRange, TextSize};
use crate::view::segment::{Layer, sweep};
use crate::view::signs::Signs;
use crate::view::speaker_names::SpeakerNames;
use crate::view::strain::strained;
use crate::vocabulary::{BlockKind, QuoteKind};

/// The label at a quote's end that says who speaks. What is nobody's words has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// The quote.
    pub id: AnnotationId,
    /// Who it resolves to, with the cluster's name.
    pub entity: Option<(EntityId, Rc<str>)>,
    /// Enough of that name here: the article has given all of it before.
    pub short: Option<Rc<str>>,
    /// Still less of it.
    pub initials: Option<Rc<str>>,
    /// The chip before it in the same paragraph names the same speaker.
    pub again: bool,
    /// The words at the quote that name the speaker, where they resolve to nobody.
    pub words: Option<Rc<str>>,
    /// What the person decided.
    pub review: Review,
    /// What the person said of it.
    pub signs: Signs,
}

/// What an annotation is called where the keyboard stops for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StopName {
    /// All of its words.
    pub text: Rc<str>,
    /// The label of a mention; none of what only looks like a quote.
    pub label: Option<Rc<str>>,
    /// What the person decided.
    pub review: Review,
    /// What the person said of it.
    pub signs: Signs,
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
    /// Mentions, and what only looks like a quote, whose first piece this is: where the keyboard stops.
    pub stops: Rc<[AnnotationId]>,
    /// Each of them in words, for those who hear the page: a name may go on in other pieces.
    pub names: Rc<[StopName]>,
    /// Quotes that these words introduce.
    pub cue_of: Rc<[AnnotationId]>,
    /// Quotes whose speaker these words name.
    pub speaker_of: Rc<[AnnotationId]>,
    /// What the person said of those without a chip whose last piece this is.
    pub signs: Signs,
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

    /// Keyboard stops in reading order: mentions and what only looks like a quote at their first piece, quotes at their chip.
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
    /// The punctuation behind a quote: its chip stands behind that, too.
    Behind,
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

/// Draws paragraph `index` with `shown`, the annotations whose footprint meets it, and what speakers are called.
///
/// # Panics
/// When the document has no such paragraph.
pub(crate) fn project_paragraph(
    document: &Document,
    index: u32,
    shown: &[&Annotation],
    names: &SpeakerNames,
) -> ParagraphView {
    let bounds = document.source().paragraphs()[index as usize];
    let mut layers = Vec::new();
    for &annotation in shown {
        layers.extend(layers_of(annotation).map(|(range, part)| Layer { range, value: (annotation, part) }));
        layers.extend(
            behind(document, bounds, annotation).map(|range| Layer { range, value: (annotation, Part::Behind) }),
        );
    }
    let alone = strained(document.source().slice(bounds));
    let mut segments: Vec<SegmentView> = Vec::new();
    let mut speaker = None;
    for piece in sweep(bounds, &layers) {
        let covering: Vec<_> = piece.layers.iter().map(|&index| &layers[index]).collect();
        for (range, alone) in cut(bounds.start(), piece.range, &alone) {
            let mut next = segment(document, bounds, range, &covering, alone);
            next.chips = chips((document, bounds), range.end(), &covering, names, &mut speaker);
            segments.push(next);
        }
    }
    let segments = segments.into();
    let kind = document.blocks().get(index as usize).copied().unwrap_or_default();
    ParagraphView { index, range: bounds, kind, segments }
}

/// The punctuation right behind the end of a quote in this paragraph: it belongs to the quote for the eye.
fn behind(document: &Document, bounds: TextRange, annotation: &Annotation) -> Option<TextRange> {
    let end = annotation.body.is_said().then(|| annotation.body.span().end())?;
    if end <= bounds.start() || end >= bounds.end() {
        return None;
    }
    let rest = document.source().slice(TextRange::new(end, bounds.end()));
    let length = rest.find(|character| !closes(character)).unwrap_or(rest.len());
    (length > 0).then(|| TextRange::new(end, end + TextSize::new(length as u32)))
}

/// Whether a character stands at the end of what comes before it, in the scripts that the page knows.
fn closes(character: char) -> bool {
    ".,;:!?\u{2026})]”’\"'»›。，、；：！？）」』》؟،؛।".contains(character)
}

/// The chips that stand behind a piece which ends `at`: there, or in front of the punctuation that it is, a quote ends.
fn chips(
    (document, bounds): (&Document, TextRange),
    at: TextSize,
    covering: &[&Layer<(&Annotation, Part)>],
    names: &SpeakerNames,
    before: &mut Option<EntityId>,
) -> Rc<[Chip]> {
    let ending =
        |part: Part| covering.iter().rev().filter(move |layer| layer.value.1 == part && layer.range.end() == at);
    let is_last = |annotation: &Annotation| annotation.body.is_said() && annotation.body.span().end() == at;
    let has_more = |annotation: &Annotation| behind(document, bounds, annotation).is_some();
    let here = ending(Part::Quote).filter(|layer| is_last(layer.value.0) && !has_more(layer.value.0));
    let mut out = Vec::new();
    for layer in ending(Part::Behind).chain(here) {
        if let Some(mut chip) = chip(document, layer.value.0, at, names) {
            let speaker = chip.entity.as_ref().map(|(id, _)| *id);
            chip.again = speaker.is_some() && speaker == *before;
            *before = speaker;
            out.push(chip);
        }
    }
    out.into()
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
    // A quote has its stop at its chip. What reaches in from another paragraph has its stop there.
    let without_chip = |annotation: &Annotation| !annotation.body.is_said();
    let stops = || {
        let begins = |annotation: &Annotation| annotation.body.span().start() == range.start();
        body.iter().map(|layer| layer.value.0).filter(move |annotation| without_chip(annotation) && begins(annotation))
    };
    let ends = |annotation: &Annotation| without_chip(annotation) && annotation.body.span().end() == range.end();
    let signs = body.iter().filter(|layer| ends(layer.value.0)).map(|layer| Signs::of(layer.value.0));
    let signs = signs.fold(Signs::default(), Signs::and);
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
        stops: stops().map(|annotation| annotation.id).collect(),
        names: stops().map(|annotation| stop_name(document, annotation)).collect(),
        cue_of: of(Part::Cue),
        speaker_of: of(Part::Speaker),
        signs,
        chips: Rc::from([]),
    }
}

fn stop_name(document: &Document, annotation: &Annotation) -> StopName {
    let label = annotation.body.mention().and_then(|mention| document.label(mention.label));
    StopName {
        text: document.source().slice(annotation.body.span()).into(),
        label: label.map(|label| Rc::from(&*label.name)),
        review: annotation.review,
        signs: Signs::of(annotation),
    }
}

fn chip(document: &Document, annotation: &Annotation, at: TextSize, names: &SpeakerNames) -> Option<Chip> {
    let Body::Quote(quote) = &annotation.body else { return None };
    let entity = quote.entity.and_then(|id| document.entity(id)).map(|entity| (entity.id, Rc::from(&*entity.name)));
    let words = quote.speaker.filter(|_| entity.is_none()).map(|range| Rc::from(document.source().slice(range)));
    let called = entity.as_ref().and_then(|(id, _)| names.of(*id));
    let is_given = called.is_some_and(|called| called.given < quote.parts.last().map_or(at, |part| part.end()));
    Some(Chip {
        id: annotation.id,
        short: called.filter(|_| is_given).and_then(|called| called.short.clone()),
        initials: called.map(|called| Rc::clone(&called.initials)),
        entity,
        again: false,
        words,
        review: annotation.review,
        signs: Signs::of(annotation),
    })
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
