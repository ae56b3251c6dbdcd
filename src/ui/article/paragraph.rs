//! One paragraph of the article. Drawn again only when its view, or its share of the selection, changes.

use crate::ui::strings::kind_name;
use std::rc::Rc;

use yew::prelude::*;

use crate::document::{AnnotationId, Review};
use crate::ui::strings::Strings;
use crate::ui::widgets::context::use_strings;
use crate::view::{Chip, ParagraphView, Segment, StopName};
use crate::vocabulary::{BlockKind, QuoteKind};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) view: Rc<ParagraphView>,
    /// The selected annotation, when it shows here.
    pub(crate) selected: Option<AnnotationId>,
    /// Further selected ones that show here.
    pub(crate) further: Rc<[AnnotationId]>,
    /// The annotation at which Tab enters the article, when it shows here.
    pub(crate) roving: Option<AnnotationId>,
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
        BlockKind::Body => "p",
        BlockKind::Furniture => "p furniture",
    };
    let pieces = view.segments.iter().map(|s| piece(s, props, t)).collect::<Html>();
    let inner = html! { <>{ pieces }{ block_switch(view, t) }</> };
    let (id, index, block) = (format!("p{}", view.index), view.index.to_string(), block_name(view.kind));
    match view.kind {
        BlockKind::Headline => html! { <h1 {id} {class} data-p={index} data-block={block} dir="auto">{ inner }</h1> },
        BlockKind::Heading => html! { <h2 {id} {class} data-p={index} data-block={block} dir="auto">{ inner }</h2> },
        _ => html! { <p {id} {class} data-p={index} data-block={block} dir="auto">{ inner }</p> },
    }
}

fn block_name(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Heading => "heading",
        BlockKind::Byline => "byline",
        BlockKind::Body => "body",
        BlockKind::Furniture => "furniture",
    }
}

/// Takes the paragraph out of the article, or back in. Reachable by the keyboard through the palette.
fn block_switch(view: &ParagraphView, t: &'static Strings) -> Html {
    let furniture = view.kind == BlockKind::Furniture;
    let label = if furniture { t.include } else { t.skip };
    html! {
        <button class="block-switch" type="button" data-testid="block-switch" data-switch={view.index.to_string()}
            tabindex={if furniture { "0" } else { "-1" }} title={if furniture { t.skipped } else { t.skip }}>
            { label }
        </button>
    }
}

fn piece(segment: &Segment, props: &Props, t: &'static Strings) -> Html {
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
                <mark {class} data-s={start} data-id={first.0.to_string()} data-ids={ids}
                    data-kind={segment.kind.to_string()} data-testid="mark" data-stop={joined(&segment.stops)}
                    {role} {tabindex} aria-label={label} aria-pressed={pressed}>{ text }</mark>
            }
        }
    };
    let chips = segment.chips.iter().map(|c| chip(c, props, t)).collect::<Html>();
    html! { <>{ words }{ chips }</> }
}

fn joined(ids: &[AnnotationId]) -> String {
    ids.iter().map(|id| id.0.to_string()).collect::<Vec<_>>().join(" ")
}

/// "Ana Díaz, person, suggestion"; two of them where two begin.
fn name_of(segment: &Segment, t: &'static Strings) -> String {
    let name = |stop: &StopName| {
        let review = match stop.review {
            Review::Suggested => t.suggestion,
            Review::Accepted => t.accepted,
            Review::Rejected => t.rejected,
        };
        format!("{}, {}, {review}", stop.text, kind_name(&stop.kind, t))
    };
    segment.names.iter().map(name).collect::<Vec<_>>().join("; ")
}

/// Who says it, at the end of the quote: the quote's handle for mouse and keyboard.
fn chip(chip: &Chip, props: &Props, t: &'static Strings) -> Html {
    let id = chip.id;
    let (state, words) = match (&chip.person, &chip.words) {
        _ if chip.kind == QuoteKind::NotQuote => ("not", t.not_a_quote.to_owned()),
        (Some((_, name)), _) => ("known", name.to_string()),
        (None, Some(words)) => ("unnamed", words.to_string()),
        (None, None) => ("orphan", t.unknown.to_owned()),
    };
    let review = match chip.review {
        Review::Suggested => "suggested",
        Review::Accepted => "accepted",
        Review::Rejected => "rejected",
    };
    let selected = props.selected == Some(id) || props.further.contains(&id);
    let class = classes!("chip", state, review, selected.then_some("selected"));
    let tabindex = if props.roving == Some(id) { "0" } else { "-1" };
    let decided = match chip.review {
        Review::Suggested => t.suggestion,
        Review::Accepted => t.accepted,
        Review::Rejected => t.rejected,
    };
    let unnamed = if state == "unnamed" { format!(" ({})", t.unnamed) } else { String::new() };
    let label = format!("{}: {words}{unnamed}, {decided}", t.quote);
    html! {
        <button {class} type="button" data-testid="speaker-chip" data-id={id.0.to_string()} data-ids={id.0.to_string()}
            data-state={state} data-stop={id.0.to_string()} {tabindex} aria-label={label}
            aria-pressed={if selected { "true" } else { "false" }}>{ words }</button>
    }
}
