//! The article: keyed paragraphs, one listener for all of them, and the word from selection to target.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::document::{Annotation, AnnotationId, Body, Command, Document, Snap};
use crate::text::{Source, TextRange};
use crate::ui::article::drag_start::{focus_clicked, use_press};
use crate::ui::article::fold::Fold;
use crate::ui::article::pointed::use_pointed;
use crate::ui::article::reading_place::use_reading_place;
use crate::ui::article::section::Section;
use crate::ui::article::selection;
use crate::ui::dom;
use crate::ui::state::{AnalysisAction, EditAction, Reveal, SelectAction};
use crate::ui::strings::fill;
use crate::ui::widgets::context::{Dispatch, key_name, use_dispatch, use_keymap, use_strings};
use crate::view::{ParagraphView, shown_in};
use crate::vocabulary::{BlockKind, Language};
use crate::web::clock::{Debounce, Timeout};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) paragraphs: Rc<[Rc<ParagraphView>]>,
    pub(crate) document: Document,
    pub(crate) selected: Option<AnnotationId>,
    /// Selected beside it.
    pub(crate) further: Rc<[AnnotationId]>,
    pub(crate) roving: Option<AnnotationId>,
    pub(crate) target: Option<TextRange>,
    /// The target comes from the word cursor, so the page has to show it as selected.
    pub(crate) cursor: Option<TextRange>,
    pub(crate) reveal: Option<Reveal>,
    pub(crate) armed: bool,
    /// Not only what the first screen shows.
    pub(crate) whole: bool,
    /// So many pieces are drawn with their marks, the others as words only.
    pub(crate) drawn: usize,
    /// Too long to be drawn whole: what is far from the screen is words only.
    pub(crate) vast: bool,
    /// Changes when other parts of it are drawn.
    pub(crate) turn: usize,
    pub(crate) on_near: Callback<()>,
}

/// How long a selection made by touch or keys must rest before it counts, in milliseconds.
const REST: u32 = 180;

/// The article.
#[component]
pub(crate) fn Article(props: &Props) -> Html {
    let (dispatch, t) = (use_dispatch(), use_strings());
    use_selection(&dispatch, &props.document, props.target);
    use_reveal(props.reveal, &props.document);
    use_press();
    use_effect_with((props.target, props.cursor), {
        let source = props.document.source().clone();
        move |&(target, cursor)| match (target, cursor) {
            (Some(range), Some(_)) => selection::write(&source, range),
            (None, _) if selection::read(&source).is_some() => selection::clear(),
            _ => {}
        }
    });
    use_same(props);
    use_reading_place(&props.document, props.whole);
    use_pointed();
    let onclick = {
        let dispatch = dispatch.clone();
        let blocks: Rc<[BlockKind]> = props.document.blocks().into();
        let source = props.document.source().clone();
        use_callback((blocks, source), move |event: MouseEvent, (blocks, source)| {
            clicked(&event, &dispatch, blocks, source);
        })
    };
    let onkeydown = {
        let dispatch = dispatch.clone();
        use_callback((), move |event: KeyboardEvent, ()| {
            let Some(ids) = target_of(&event).and_then(|e| ids_at(&e)) else { return };
            if matches!(event.key().as_str(), " ") && !event.ctrl_key() {
                event.prevent_default();
                dispatch.dispatch(SelectAction::Click(ids).into());
            }
        })
    };
    let help = fill(t.article_help, &[("key", &key_name(&use_keymap(), "cursor"))]);
    let class = classes!("article", props.armed.then_some("armed"));
    // Without an annotation to stop at, the article itself is the way in for the keyboard.
    let tabindex = if props.roving.is_none() { "0" } else { "-1" };
    // What is in no known language is not in that of the page either.
    let language = props.document.language().map(|known| known.language).unwrap_or_default();
    let lang = if language == Language::UNKNOWN { String::new() } else { language.to_string() };
    html! {
        <article id="article" {class} {lang} data-testid="article" aria-label={t.article} aria-describedby="article-help"
            {tabindex} {onclick} {onkeydown}>
            <p id="article-help" class="unseen" data-help="">{ help }</p>
            <div class="paragraphs">
                { sections(props) }
            </div>
        </article>
    }
}

/// The paragraphs, some at a time, so that a change in a long article compares sections, not all paragraphs, and the
/// browser leaves out those that are out of sight.
fn sections(props: &Props) -> Html {
    let shown = |id: Option<AnnotationId>| {
        let at = id.map(|id| shown_in(&props.document, id)).unwrap_or_default();
        move |views: &[Rc<ParagraphView>]| id.filter(|_| views.iter().any(|view| at.contains(&view.index)))
    };
    let (selected, roving) = (shown(props.selected), shown(props.roving));
    let revealed = shown(props.reveal.map(|reveal| reveal.id));
    let size = if props.vast { SECTION.max(props.paragraphs.len() / MOST_SECTIONS) } else { SECTION };
    let further: Vec<_> = props.further.iter().map(|&id| shown(Some(id))).collect();
    let mut left = props.drawn;
    let mut section = |views: &[Rc<ParagraphView>]| {
        // A section that has all its marks is handed the same number each time, so that it is not drawn again.
        let drawn = left.min(views.iter().map(|view| view.segments.len()).sum());
        left -= drawn;
        let key = views.first().map_or(0, |view| view.index);
        let further: Rc<[_]> = further.iter().filter_map(|shown| shown(views)).collect();
        let source = props.document.source().clone();
        html! {
            <Section {key} selected={selected(views)} {further} roving={roving(views)} views={Rc::from(views)} {drawn} {source}
                revealed={revealed(views)} vast={props.vast} on_near={props.on_near.clone()} />
        }
    };
    let mut out = Vec::new();
    for run in props.paragraphs.chunk_by(|one, next| is_aside(one) == is_aside(next)) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        let parts: Html = cut(run, size).map(&mut section).collect();
        out.push(if is_aside(first) {
            html! { <Fold key={format!("aside {}", first.index)} ends={(first.index, last.index)}>{ parts }</Fold> }
        } else {
            parts
        });
        // What is set aside is closed: it is not what the person waits for.
        if !props.whole && !is_aside(first) {
            break;
        }
    }
    out.into_iter().collect()
}

fn is_aside(view: &ParagraphView) -> bool {
    view.kind == BlockKind::Furniture
}

/// A run of paragraphs in sections of at least `size`.
fn cut(run: &[Rc<ParagraphView>], size: usize) -> impl Iterator<Item = &[Rc<ParagraphView>]> {
    // Elsewhere the space between two paragraphs depends on both of them.
    let between =
        |at: usize| run[at - 1].kind == run[at].kind && matches!(run[at].kind, BlockKind::Body | BlockKind::Furniture);
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from;
        let ends = |&at: &usize| at - start >= size && (between(at) || at - start >= LONGEST * size);
        from = (start + 1..run.len()).find(ends).unwrap_or(run.len());
        (start < run.len()).then(|| &run[start..from])
    })
}

/// Paragraphs in a section, at least; they fill a screen. The first section is drawn first of all.
const SECTION: usize = 10;
/// A section ends after so many times its size in any case.
const LONGEST: usize = 3;
/// Sections of a vast article, at most: the browser looks at each of them at each frame.
const MOST_SECTIONS: usize = 250;

fn target_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn ids_at(element: &Element) -> Option<Rc<[AnnotationId]>> {
    let ids = element.closest("[data-ids]").ok().flatten()?.get_attribute("data-ids")?;
    let ids: Rc<[_]> = ids.split(' ').filter_map(|id| id.parse().ok()).map(AnnotationId).collect();
    (!ids.is_empty()).then_some(ids)
}

fn clicked(event: &MouseEvent, dispatch: &Dispatch, blocks: &[BlockKind], source: &Source) {
    let Some(element) = target_of(event) else { return };
    if let Some(ends) = element.closest("[data-run]").ok().flatten().and_then(|run| run.get_attribute("data-run")) {
        let mut ends = ends.split(' ').filter_map(|end| end.parse::<u32>().ok());
        if let (Some(first), Some(last)) = (ends.next(), ends.next()) {
            dispatch.dispatch(EditAction::Run(Command::set_blocks(first..=last, BlockKind::Body)).into());
            dispatch.dispatch(AnalysisAction::Ask.into());
        }
        return;
    }
    if let Some(switch) = element.closest("[data-switch]").ok().flatten() {
        let index = switch.get_attribute("data-switch").and_then(|i| i.parse::<u32>().ok());
        if let Some(paragraph) = index {
            let read = blocks.get(paragraph as usize).is_none_or(|kind| kind.is_read());
            let kind = if read { BlockKind::Furniture } else { BlockKind::Body };
            dispatch.dispatch(EditAction::Run(Command::SetBlock { paragraph, kind }).into());
            dispatch.dispatch(AnalysisAction::Ask.into());
        }
        return;
    }
    // The end of a drag is a selection, not a click on what lies under it.
    if selection::read(source).is_some() {
        return;
    }
    focus_clicked(event);
    match ids_at(&element) {
        Some(ids) if event.ctrl_key() || event.meta_key() => dispatch.dispatch(SelectAction::Toggle(ids).into()),
        Some(ids) => dispatch.dispatch(SelectAction::Click(ids).into()),
        None => dispatch.dispatch(SelectAction::Click(Rc::from([])).into()),
    }
}

/// Follows the browser's selection: at once when the mouse lets go, after a rest for touch and keys.
#[hook]
fn use_selection(dispatch: &Dispatch, document: &Document, target: Option<TextRange>) {
    let latest = use_mut_ref(|| (document.clone(), target));
    *latest.borrow_mut() = (document.clone(), target);
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let down = Rc::new(Cell::new(false));
        let exact = Rc::new(Cell::new(false));
        let waiting = Debounce::default();
        let (rest, now) = (waiting.clone(), waiting.clone());
        let read = {
            let exact = Rc::clone(&exact);
            Rc::new(move || {
                let (document, target) = latest.borrow().clone();
                let raw = selection::read(document.source());
                let snap = if exact.get() { Snap::Characters } else { Snap::Words };
                let next = raw.and_then(|range| document.snap(range, snap));
                // Selected already, or shown as selected by the word cursor.
                if next == target || (raw.is_some() && raw == target) {
                    return;
                }
                // A field outside the article took the focus: what was chosen stays chosen.
                let elsewhere =
                    dom::focused().is_some_and(|e| e.closest("[data-keeps-target]").ok().flatten().is_some());
                if next.is_none() && elsewhere {
                    return;
                }
                dispatch.dispatch(SelectAction::Target(next).into());
            })
        };
        let page: web_sys::EventTarget = dom::document().into();
        let pressed = {
            let down = Rc::clone(&down);
            dom::Listener::new(&page, "pointerdown", move |_| down.set(true))
        };
        let released = {
            let (down, read, exact) = (Rc::clone(&down), Rc::clone(&read), Rc::clone(&exact));
            dom::Listener::new(&page, "pointerup", move |event| {
                down.set(false);
                if let Some(mouse) = event.dyn_ref::<web_sys::PointerEvent>() {
                    exact.set(mouse.alt_key());
                    if mouse.pointer_type() == "mouse" {
                        let read = Rc::clone(&read);
                        // The selection is final only after the event.
                        rest.call(0, move || read());
                    }
                }
            })
        };
        let canceled = {
            let down = Rc::clone(&down);
            dom::Listener::new(&page, "pointercancel", move |_| down.set(false))
        };
        let changed = dom::Listener::new(&page, "selectionchange", move |_| {
            if down.get() {
                return;
            }
            let read = Rc::clone(&read);
            waiting.call(REST, move || read());
        });
        // A key right behind the gesture means the words that are selected now, not those of the moment before.
        let keyed = dom::Listener::new(&page, "keydown", move |_| now.flush());
        move || drop((pressed, released, canceled, changed, keyed))
    });
}

/// Marks the other mentions of the selected one's cluster.
#[hook]
fn use_same(props: &Props) {
    let entity = props.selected.and_then(|id| match &props.document.annotation(id)?.body {
        Body::Mention(mention) => mention.entity,
        Body::Quote(quote) => quote.entity,
    });
    let document = props.document.clone();
    let drawn = (Rc::clone(&props.paragraphs), props.drawn, props.turn);
    use_effect_with((entity, props.selected, drawn), move |&(entity, selected, _)| {
        let same = entity.map(|entity| document.mentions_of(entity)).unwrap_or_default();
        let others = same.into_iter().filter(|a| Some(a.id) != selected);
        let marked: Vec<Element> = others.flat_map(|a| pieces_of(&document, a)).collect();
        for element in &marked {
            let _ = element.set_attribute(SAME, "");
        }
        move || {
            for element in marked {
                let _ = element.remove_attribute(SAME);
            }
        }
    });
}

/// The attribute of the other mentions of the selected one's cluster. Not known to the drawing, which leaves it alone.
const SAME: &str = "data-same";

/// The elements that show an annotation, in the paragraph where it starts.
fn pieces_of(document: &Document, annotation: &Annotation) -> Vec<Element> {
    let index = document.source().paragraph_at(annotation.body.span().start());
    let paragraph = index.and_then(dom::paragraph);
    let pieces = paragraph.and_then(|p| p.query_selector_all(&format!("mark[data-ids~=\"{}\"]", annotation.id.0)).ok());
    let Some(pieces) = pieces else { return Vec::new() };
    (0..pieces.length()).filter_map(|i| pieces.item(i)?.dyn_into().ok()).collect()
}

/// Carries out requests to show an annotation, after it has been drawn.
#[hook]
fn use_reveal(reveal: Option<Reveal>, document: &Document) {
    let document = document.clone();
    use_effect_with(reveal, move |reveal| {
        let element = reveal.and_then(|reveal| stop(&document, reveal.id));
        if let (Some(element), true) = (&element, reveal.is_some_and(|reveal| reveal.focus)) {
            dom::unfold(element);
            dom::focus(element);
        }
        // The sheet of a small screen opens in the same turn; the page scrolls when it is there.
        let timer = element.map(|element| Timeout::new(0, move || dom::reveal(&element)));
        move || drop(timer)
    });
}

/// Where the keyboard stops for an annotation: a name where it begins, a quote at its chip, where it ends. Else where it
/// shows first.
fn stop(document: &Document, id: AnnotationId) -> Option<web_sys::HtmlElement> {
    let span = document.annotation(id)?.body.span();
    let paragraphs = [span.start(), span.end()].map(|at| dom::paragraph(document.source().paragraph_at(at)?));
    let find = |name: &str| {
        paragraphs.iter().flatten().find_map(|p| p.query_selector(&format!("[{name}~=\"{}\"]", id.0)).ok().flatten())
    };
    find("data-stop").or_else(|| find("data-ids"))?.dyn_into().ok()
}
