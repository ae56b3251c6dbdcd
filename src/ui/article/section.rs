//! Some paragraphs of the article, drawn and compared together.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::AnnotationId;
use crate::text::Source;
use crate::ui::article::paragraph::{Paragraph, direction};
use crate::ui::widgets::near::use_near;
use crate::view::ParagraphView;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) views: Rc<[Rc<ParagraphView>]>,
    pub(crate) selected: Option<AnnotationId>,
    pub(crate) further: Rc<[AnnotationId]>,
    pub(crate) roving: Option<AnnotationId>,
    /// Shows here, and is to be brought into view.
    pub(crate) revealed: Option<AnnotationId>,
    pub(crate) drawn: usize,
    pub(crate) source: Source,
    pub(crate) vast: bool,
    pub(crate) on_near: Callback<()>,
}

#[component]
pub(crate) fn Section(props: &Props) -> Html {
    let node = use_node_ref();
    let is_first = props.views.first().is_none_or(|view| view.index == 0);
    let near = use_near(&node, props.vast, is_first, &props.on_near);
    let chosen = [props.selected, props.roving, props.revealed].iter().any(Option::is_some);
    // What has a single paragraph is drawn in parts, which look after themselves.
    if !near && !chosen && props.further.is_empty() && props.views.len() > 1 {
        return words_of(&props.views, &props.source, &node);
    }
    let mut left = props.drawn;
    let paragraph = |view: &Rc<ParagraphView>| {
        let drawn = left.min(view.segments.len());
        left -= drawn;
        html! {
            <Paragraph {drawn} key={view.index} view={Rc::clone(view)} vast={props.vast} on_near={props.on_near.clone()}
                selected={props.selected.filter(|&id| view.shows(id))}
                further={props.further.iter().copied().filter(|&id| view.shows(id)).collect::<Rc<[_]>>()}
                roving={props.roving.filter(|&id| view.stops().any(|stop| stop == id))} />
        }
    };
    html! { <div class="section" ref={node}>{ props.views.iter().map(paragraph).collect::<Html>() }</div> }
}

/// The words of paragraphs that are far from the screen, as one piece.
fn words_of(views: &[Rc<ParagraphView>], source: &Source, node: &NodeRef) -> Html {
    let ends = views.first().zip(views.last());
    let Some(range) = ends.map(|(first, last)| first.range.cover(last.range)) else { return Html::default() };
    let start = range.start().get().to_string();
    let words = source.slice(range).to_owned();
    html! {
        <div class="section plain" ref={node} dir={views.first().map(|view| direction(view))}>
            <span data-s={start}>{ words }</span>
        </div>
    }
}
