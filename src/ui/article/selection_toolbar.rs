//! The small toolbar for the chosen words: at the words with a mouse, at the foot of the page for touch.

use crate::ui::dom;
use crate::ui::strings::shape_name;
use crate::ui::widgets::button::click;
use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::document::{Document, LabelId};
use crate::text::TextRange;
use crate::ui::article::selection;
use crate::ui::commands::keymap::Keymap;
use crate::ui::state::{EditAction, Scope, SelectAction, Tool};
use crate::ui::strings::kind_name;
use crate::ui::widgets::context::{Key, key_name, use_dispatch, use_keymap, use_lang, use_strings};
use crate::ui::widgets::layout::use_layout;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) document: Document,
    pub(crate) target: TextRange,
    /// What the words could do for the selected annotation.
    pub(crate) selected: Selected,
    /// How many places have the same words and no mark yet, these included.
    pub(crate) alike: usize,
    /// Whether all of them are marked.
    pub(crate) scope: Scope,
}

/// The kind of the selected annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Selected {
    Nothing,
    Mention,
    Quote,
}

/// The small toolbar.
#[component]
pub(crate) fn SelectionBar(props: &Props) -> Html {
    let (t, lang, dispatch, keymap) = (use_strings(), use_lang(), use_dispatch(), use_keymap());
    let turn = use_layout();
    let bar = use_node_ref();
    use_effect_with((props.target, turn, props.selected, bar.clone()), {
        let source = props.document.source().clone();
        move |(target, _, _, bar)| {
            if let (Some(bar), Some(words)) = (bar.cast::<HtmlElement>(), selection::live(&source, *target)) {
                place(&bar, &words);
            }
        }
    });
    // A press on a button must not take the selection away.
    let onmousedown = use_callback((), |event: MouseEvent, ()| event.prevent_default());
    let words: Rc<str> = props.document.source().slice(props.target).into();
    html! {
        <div ref={bar} class="selbar" role="toolbar" aria-label={format!("{}: {words}", t.mark_as)} data-testid="selection-toolbar"
            data-keeps-target="" {onmousedown}>
            for (i, label) in props.document.labels().iter().enumerate() {
                <button key={i} type="button" class={classes!("sel-label", format!("c{}", label.color))}
                    data-testid={format!("mark-{}", label.name.to_lowercase())}
                    onclick={click(&dispatch, EditAction::Apply(Tool::Label(LabelId::at(i))))}>
                    <span class={format!("swatch s-{}", shape_name(label.shape))} aria-hidden="true">{ "Aa" }</span>
                    { kind_name(&label.name, t).to_owned() }
                    { key_cap(&keymap, i, label.key) }
                </button>
            }
            <button type="button" class="sel-label" data-testid="mark-quote" onclick={click(&dispatch, EditAction::Apply(Tool::Quote))}>
                <span class="swatch s-quote" aria-hidden="true">{ "Aa" }</span>{ t.quote }<Key id="quote" />
            </button>
            if props.alike > 1 {
                <button type="button" class="choice" data-testid="mark-all-same" aria-pressed={if props.scope == Scope::All { "true" } else { "false" }}
                    onclick={click(&dispatch, SelectAction::Scope(props.scope.other()))}>{ lang.count(t.all_same, props.alike) }<Key id="all-same" /></button>
            }
            if props.selected != Selected::Nothing {
                <span class="sel-gap" />
                <button type="button" data-testid="set-range" onclick={click(&dispatch, EditAction::Retarget)}>{ t.set_range }<Key id="set-range" /></button>
            }
            if props.selected == Selected::Quote {
                <button type="button" data-testid="add-part" onclick={click(&dispatch, EditAction::AddPart)}>{ t.add_part }<Key id="add-part" /></button>
                <button type="button" data-testid="use-as-cue" onclick={click(&dispatch, EditAction::SetCue)}>{ t.use_as_cue }<Key id="cue" /></button>
                <button type="button" data-testid="use-as-speaker" onclick={click(&dispatch, EditAction::SpeakerWords)}>{ t.use_as_speaker }<Key id="speaker-words" /></button>
            }
        </div>
    }
}

/// The key of a label: the three built-in ones are commands, whose keys can be changed.
fn key_cap(keymap: &Keymap, label: usize, own: Option<char>) -> Html {
    let name = match label {
        0 => key_name(keymap, "person"),
        1 => key_name(keymap, "place"),
        2 => key_name(keymap, "organization"),
        _ => own.map(|key| key.to_uppercase().to_string()).unwrap_or_default(),
    };
    if name.is_empty() {
        html! {}
    } else {
        html! { <kbd aria-hidden="true">{ name }</kbd> }
    }
}

/// Room below the words for the system's own handles, in pixels.
const HANDLES: f64 = 44.0;

/// Sets the bar right above the words, or below when there is no room, within the window. On small and touch screens the
/// style sheet keeps the bar at the foot, clear of the system's own menu; there the words are brought above it.
fn place(bar: &HtmlElement, words: &web_sys::Range) {
    let (words, size) = (words.get_bounding_client_rect(), bar.get_bounding_client_rect());
    let window = crate::ui::dom::window();
    let style = window.get_computed_style(bar).ok().flatten();
    if style.and_then(|style| style.get_property_value("position").ok()).as_deref() == Some("fixed") {
        let covered = words.bottom() + HANDLES - size.top();
        if covered > 0.0 {
            window.scroll_by_with_x_and_y(0.0, covered.min(words.top()));
        }
        return;
    }
    // Within the column of the article: what stands beside it stays in sight.
    let column = crate::ui::dom::find(".reading").map(|c| c.get_bounding_client_rect().right());
    let width = column.or_else(|| window.inner_width().ok()?.as_f64()).unwrap_or(800.0);
    let left =
        (words.left() + words.width() / 2.0 - size.width() / 2.0).clamp(8.0, (width - size.width() - 8.0).max(8.0));
    let above = words.top() - size.height() - 10.0;
    let top = if above < 64.0 { words.bottom() + 10.0 } else { above };
    let (x, y) = (window.scroll_x().unwrap_or(0.0), window.scroll_y().unwrap_or(0.0));
    dom::place(bar, &[("--left", left + x), ("--top", top + y)]);
}
