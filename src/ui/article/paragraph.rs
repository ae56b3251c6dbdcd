//! One paragraph of the article. Drawn again only when its view, or its share of the selection, changes.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use crate::document::AnnotationId;
use crate::formats::block_word;
use crate::text::runs_right_to_left;
use crate::ui::article::chip::{decision, speaker_chip};
use crate::ui::strings::{Strings, block_kind, kind_name};
use crate::ui::widgets::context::use_strings;
use crate::ui::widgets::near::use_near;
use crate::ui::widgets::signs::{marks_of, sign_words};
use crate::view::{Chip, ParagraphView, SegmentView, StopName};
use crate::vocabulary::BlockKind;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) view: Rc<ParagraphView>,
    /// The selected annotation, when it shows here.
    pub(crate) selected: Option<AnnotationId>,
    /// Further selected ones that show here.
    pub(crate) further: Rc<[AnnotationId]>,
    /// The annotation at which Tab enters the article, when it shows here.
    pub(crate) roving: Option<AnnotationId>,
    /// So many pieces are drawn with their marks, the others as words only, until the browser has the time.
    pub(crate) drawn: usize,
    /// The article is too long to be drawn whole: parts that are far from the screen are words only.
    #[prop_or_default]
    pub(crate) vast: bool,
    /// To be called when a part of it is drawn, or not any more.
    #[prop_or_default]
    pub(crate) on_near: Callback<()>,
}

/// One paragraph.
#[component]
pub(crate) fn Paragraph(props: &Props) -> Html {
    let t = use_strings();
    let view = &props.view;
    let class = match view.kind {
        BlockKind::Headline => "p headline",
        BlockKind::Heading => "p heading",
        BlockKind::Byline => "p byline",
        BlockKind::Dateline => "p dateline",
        BlockKind::Date => "p date",
        BlockKind::Caption => "p caption",
        BlockKind::Body => "p",
        BlockKind::ListItem if has_bullet(view) => "p list-item",
        BlockKind::ListItem => "p list-item bullet",
        BlockKind::BlockQuote => "p block-quote",
        BlockKind::TableRow => "p table-row",
        BlockKind::Furniture => "p furniture",
    };
    let (words, switch) = (pieces(props, t), block_switch(view, t));
    let (id, index, block) = (format!("p{}", view.index), view.index.to_string(), block_word(view.kind));
    let dir = direction(view);
    // What a heading is called must not end in what can be done to it: the button stands beside it.
    let heading = match view.kind {
        BlockKind::Headline => html! { <h1>{ words }</h1> },
        BlockKind::Heading => html! { <h2>{ words }</h2> },
        _ => return html! { <p {id} {class} data-p={index} data-block={block} {dir}>{ words }{ switch }</p> },
    };
    html! { <div {id} {class} data-p={index} data-block={block} {dir}>{ heading }{ switch }</div> }
}

/// Whether the words of a list item begin with a bullet of their own.
fn has_bullet(view: &ParagraphView) -> bool {
    view.segments.first().is_some_and(|segment| !segment.text.starts_with(char::is_alphanumeric))
}

/// Which way a paragraph runs, as an attribute.
pub(crate) fn direction(view: &ParagraphView) -> &'static str {
    if runs_right_to_left(view.segments.iter().map(|segment| &*segment.text)) { "rtl" } else { "ltr" }
}

/// A paragraph of more pieces than this is drawn in parts.
const MANY_PIECES: usize = 400;
/// One of more bytes, too: browsers break the lines of a paragraph anew at each change.
const MUCH_TEXT: u32 = 40_000;

/// The words and marks of a paragraph.
fn pieces(props: &Props, t: &'static Strings) -> Html {
    let (view, count) = (&props.view, props.view.segments.len());
    if count > MANY_PIECES || view.range.len().get() > MUCH_TEXT {
        return parts(props);
    }
    if props.drawn < count && props.selected.is_none() {
        return words_only(&view.segments);
    }
    view.segments.iter().map(|segment| piece(segment, props, t)).collect()
}

/// A long paragraph in parts, each a block of its own, that are compared and laid out apart.
fn parts(props: &Props) -> Html {
    let view = &props.view;
    let mut out = Vec::new();
    for range in part_ranges(&view.segments) {
        let here = &view.segments[range.clone()];
        let shows = |id: &AnnotationId| here.iter().any(|segment| segment.shows(*id));
        let key = range.start;
        let drawn =
            if range.end <= props.drawn || props.selected.is_some_and(|id| shows(&id)) { range.len() } else { 0 };
        out.push(html! {
            <Part {key} view={Rc::clone(view)} from={range.start} to={range.end} {drawn} vast={props.vast} on_near={props.on_near.clone()}
                selected={props.selected.filter(shows)}
                further={props.further.iter().copied().filter(shows).collect::<Rc<[_]>>()}
                roving={props.roving.filter(shows)} />
        });
    }
    out.into_iter().collect()
}

/// Pieces of a part, and bytes, at least.
const PART_PIECES: usize = 150;
const PART_TEXT: u32 = 8_000;

/// Where the parts of a long paragraph lie: they end with a piece that ends in a space.
fn part_ranges(segments: &[SegmentView]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = 0;
    for (at, segment) in segments.iter().enumerate() {
        let bytes = segment.start.get() - segments[from].start.get();
        let long = at - from >= PART_PIECES || bytes >= PART_TEXT;
        if long && (segments[at - 1].text.ends_with(' ') || at - from >= 2 * PART_PIECES) {
            out.push(from..at);
            from = at;
        }
    }
    out.push(from..segments.len());
    out
}

#[derive(Clone, PartialEq, Properties)]
struct PartProps {
    view: Rc<ParagraphView>,
    from: usize,
    to: usize,
    drawn: usize,
    vast: bool,
    on_near: Callback<()>,
    selected: Option<AnnotationId>,
    further: Rc<[AnnotationId]>,
    roving: Option<AnnotationId>,
}

/// A part of a long paragraph.
#[component]
fn Part(props: &PartProps) -> Html {
    let t = use_strings();
    let node = use_node_ref();
    let near = use_near(&node, props.vast, props.from == 0, &props.on_near);
    let segments = &props.view.segments[props.from..props.to];
    let is_chosen = props.selected.is_some() || props.roving.is_some() || !props.further.is_empty();
    let inner = if props.drawn == 0 || !near && !is_chosen {
        words_only(segments)
    } else {
        let (selected, further) = (props.selected, Rc::clone(&props.further));
        let (vast, on_near) = (props.vast, props.on_near.clone());
        let view = Rc::clone(&props.view);
        let whole = Props { view, selected, further, roving: props.roving, drawn: props.drawn, vast, on_near };
        segments.iter().map(|segment| piece(segment, &whole, t)).collect()
    };
    html! { <span class="part" ref={node}>{ inner }</span> }
}

/// The words alone, as one piece.
fn words_only(segments: &[SegmentView]) -> Html {
    // Parts that are drawn each for itself stay apart.
    let whole = |segment: &SegmentView| !segment.class.starts_with("alone");
    let mut out = Vec::new();
    for run in segments.chunk_by(|before, behind| whole(before) && whole(behind)) {
        let text: String = run.iter().map(|segment| &*segment.text).collect();
        let class = run.first().filter(|first| !whole(first)).map(|_| "alone");
        let start = run.first().map(|first| first.start.get().to_string());
        out.push(html! { <span {class} data-s={start}>{ text }</span> });
    }
    out.into_iter().collect()
}

/// Takes the paragraph out of the article, or back in. Reachable by the keyboard through the palette.
fn block_switch(view: &ParagraphView, t: &'static Strings) -> Html {
    let (furniture, read) = (view.kind == BlockKind::Furniture, view.kind.is_read());
    let label = if read { t.skip } else { t.include };
    let title = format!("{}: {label}", block_kind(view.kind, t));
    html! {
        <button class="block-switch" type="button" data-testid="block-switch" data-switch={view.index.to_string()}
            tabindex={if furniture { "0" } else { "-1" }} {title}>
            { label }
        </button>
    }
}

fn piece(segment: &SegmentView, props: &Props, t: &'static Strings) -> Html {
    let text = AttrValue::from(Rc::clone(&segment.text));
    let start = segment.start.get().to_string();
    let is = |ids: &[AnnotationId]| props.selected.iter().chain(&*props.further).any(|id| ids.contains(id));
    let class = classes!(
        (!segment.class.is_empty()).then(|| segment.class.to_string()),
        is(&segment.ids).then_some("selected"),
        is(&segment.cue_of).then_some("tied-cue"),
        is(&segment.speaker_of).then_some("tied-speaker"),
    );
    let words = match segment.ids.first() {
        None => html! { <span {class} data-s={start}>{ text }</span> },
        Some(first) => {
            let ids = joined(&segment.ids);
            let stop = segment.stops.first().copied();
            let role = stop.map(|_| "button");
            let tabindex =
                stop.map(|_| if props.roving.is_some_and(|id| segment.stops.contains(&id)) { "0" } else { "-1" });
            let label = stop.map(|_| name_of(segment, t));
            let pressed = stop.map(|_| if is(&segment.stops) { "true" } else { "false" });
            html! {
                <mark {class} data-s={start} data-id={first.0.to_string()} data-ids={ids} data-sign={marks_of(segment.signs)}
                    data-kind={segment.kind.to_string()} data-testid="mark" data-stop={joined(&segment.stops)}
                    {role} {tabindex} aria-label={label} aria-pressed={pressed}>{ text }</mark>
            }
        }
    };
    let state = |chip: &Chip| (is(&[chip.id]), props.roving == Some(chip.id));
    let chips = segment.chips.iter().map(|chip| speaker_chip(chip, state(chip), t)).collect::<Html>();
    html! { <>{ words }{ chips }</> }
}

fn joined(ids: &[AnnotationId]) -> String {
    ids.iter().map(|id| id.0.to_string()).collect::<Vec<_>>().join(" ")
}

/// "Ana Díaz, person, suggestion"; two of them where two begin.
fn name_of(segment: &SegmentView, t: &'static Strings) -> String {
    let name = |stop: &StopName| {
        let kind = stop.label.as_deref().map_or(t.not_a_quote, |label| kind_name(label, t));
        let parts = [&*stop.text, kind, decision(stop.review, t)].into_iter().map(str::to_owned);
        parts.chain(sign_words(stop.signs, t)).collect::<Vec<_>>().join(", ")
    };
    segment.names.iter().map(name).collect::<Vec<_>>().join("; ")
}
