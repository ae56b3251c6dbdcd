//! A label of the person's own: name, key, color and line.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::document::{Command, Label, LabelId, Shape};
use crate::ui::commands::chord::caps;
use crate::ui::commands::keymap::Conflict;
use crate::ui::commands::table::binding;
use crate::ui::state::{EditAction, PageAction};
use crate::ui::strings::kind_name;
use crate::ui::strings::shape_name;
use crate::ui::strings::{Strings, fill};
use crate::ui::widgets::context::{use_dispatch, use_keymap, use_lang, use_strings};
use crate::ui::widgets::draft::{keep_draft, use_draft_of};
use crate::ui::widgets::icons::Icon;
use crate::ui::widgets::modal::Layer;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    /// The label to change; none makes a new one.
    pub(crate) id: Option<LabelId>,
    pub(crate) labels: Rc<[Label]>,
    /// How many annotations have it.
    pub(crate) uses: usize,
}

/// Colors of the palette (`styles/tokens.css`), whose contrast is checked in both themes.
const COLORS: u8 = 12;

const SHAPES: [Shape; 5] = [Shape::Underline, Shape::Dotted, Shape::Double, Shape::Wavy, Shape::Box];

fn shape_words(shape: Shape, t: &Strings) -> &'static str {
    match shape {
        Shape::Underline => t.shape_underline,
        Shape::Dotted => t.shape_dotted,
        Shape::Double => t.shape_double,
        Shape::Wavy => t.shape_wavy,
        Shape::Box => t.shape_box,
    }
}

/// The form.
#[component]
pub(crate) fn LabelDialog(props: &Props) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let known = props.id.and_then(|id| props.labels.get(id.index())).cloned();
    let taken = u8::try_from(props.labels.len()).unwrap_or_default();
    let (color, shape) = (
        use_state(|| known.as_ref().map_or(taken % COLORS, |l| l.color)),
        use_state(|| known.as_ref().map_or(Shape::Wavy, |l| l.shape)),
    );
    let (name, key) = (use_node_ref(), use_node_ref());
    let draft_name = AttrValue::from(format!("label {}", props.id.map_or(String::new(), |id| id.0.to_string())));
    let on_name = use_draft_of(&name, draft_name.clone());
    let (taken_key, on_key) = use_key_check(props);
    let onsubmit = {
        let (name, key, color, shape, id) = (name.clone(), key.clone(), color.clone(), shape.clone(), props.id);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let value = |node: &NodeRef| node.cast::<HtmlInputElement>().map(|i| i.value()).unwrap_or_default();
            let name = value(&name).trim().to_owned();
            let key = value(&key).trim().to_lowercase().chars().next();
            let label = Label { name: name.into(), key, color: *color, shape: *shape };
            keep_draft(&draft_name, "");
            dispatch.dispatch(PageAction::Dialog(None).into());
            dispatch.dispatch(EditAction::Run(Command::PutLabel { id, label }).into());
        })
    };
    let title = if props.id.is_some() { t.edit_label } else { t.new_label };
    html! {
        <Layer {title} test="label-dialog">
            <form class="label-form" {onsubmit}>
                <label><span>{ t.name }</span>
                    <input ref={name} type="text" data-testid="label-name" required={true} maxlength="40" autofocus={true} oninput={on_name}
                        value={known.as_ref().map(|l| l.name.to_string())} /></label>
                <label><span>{ t.key }</span>
                    <input ref={key} type="text" data-testid="label-key" maxlength="1" size="2" oninput={on_key} aria-describedby="label-key-taken"
                        value={known.as_ref().and_then(|l| l.key).map(String::from)} /></label>
                <p id="label-key-taken" class="warn" role="status" data-testid="label-key-taken">{ taken_key.as_deref().unwrap_or_default().to_owned() }</p>
                { colors(&color, t) }
                { shapes(&shape, *color, t) }
                <button type="submit" class="primary small" data-testid="label-save" disabled={taken_key.is_some()}>{ t.save }</button>
            </form>
            if let Some(id) = props.id { <Away {id} labels={Rc::clone(&props.labels)} uses={props.uses} /> }
        </Layer>
    }
}

/// Why the key cannot be had, in words, and who hears of what is typed.
#[hook]
fn use_key_check(props: &Props) -> (UseStateHandle<Option<String>>, Callback<InputEvent>) {
    let t = use_strings();
    let taken_key = use_state(|| None::<String>);
    let on_key = {
        let (taken_key, keymap, labels, id) = (taken_key.clone(), use_keymap(), Rc::clone(&props.labels), props.id);
        Callback::from(move |event: InputEvent| {
            let input = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
            let wanted = input.map(|i| i.value().trim().to_lowercase()).unwrap_or_default();
            let cap = caps(&wanted).join(" ");
            let said = |name: &str| fill(t.key_has, &[("key", &cap), ("name", name)]);
            let own = labels.iter().enumerate().skip(LabelId::BUILT_IN).filter(|(i, _)| id != Some(LabelId::at(*i)));
            let label = own.map(|(_, l)| l).find(|l| l.key.is_some() && l.key == wanted.chars().next());
            taken_key.set(match keymap.holder(&wanted) {
                _ if wanted.is_empty() => None,
                Some(Conflict::Command(id)) => binding(id).map(|b| said((b.name)(t))),
                Some(_) => Some(fill(t.keys_reserved, &[("key", &cap)])),
                None => label.map(|l| said(&l.name)),
            });
        })
    };
    (taken_key, on_key)
}

/// What was chosen of a group of buttons.
fn chosen(event: &Event) -> Option<String> {
    event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()).map(|input| input.value())
}

fn colors(color: &UseStateHandle<u8>, t: &'static Strings) -> Html {
    let on_color = {
        let color = color.clone();
        Callback::from(move |event: Event| {
            if let Some(value) = chosen(&event).and_then(|value| value.parse().ok()) {
                color.set(value);
            }
        })
    };
    html! {
        <fieldset><legend>{ t.color }</legend><div class="swatches">
            for index in 0..COLORS {
                <label key={index} class={format!("c{index} color-choice")}>
                    <input type="radio" name="color" value={index.to_string()} checked={**color == index} onchange={on_color.clone()}
                        aria-label={fill(t.color_n, &[("n", &(index + 1).to_string())])} />
                </label>
            }
        </div></fieldset>
    }
}

fn shapes(shape: &UseStateHandle<Shape>, color: u8, t: &'static Strings) -> Html {
    let on_shape = {
        let shape = shape.clone();
        Callback::from(move |event: Event| {
            if let Some(value) =
                chosen(&event).and_then(|value| SHAPES.into_iter().find(|shape| shape_name(*shape) == value))
            {
                shape.set(value);
            }
        })
    };
    html! {
        <fieldset><legend>{ t.shape }</legend><div class="swatches">
            for choice in SHAPES {
                <label key={shape_name(choice)} class="shape-choice">
                    <input type="radio" name="shape" value={shape_name(choice)} checked={**shape == choice} onchange={on_shape.clone()} />
                    <span class={format!("swatch c{} s-{}", color, shape_name(choice))} aria-hidden="true">{ "Aa" }</span>{ shape_words(choice, t) }
                </label>
            }
        </div></fieldset>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AwayProps {
    id: LabelId,
    labels: Rc<[Label]>,
    uses: usize,
}

/// Deletes the label: alone, with what has it, or making that something else.
#[component]
fn Away(props: &AwayProps) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let id = props.id;
    let select = use_node_ref();
    // The page is built from its end: left alone, the browser would choose the last one.
    use_effect_with(select.clone(), |select| {
        if let Some(select) = select.cast::<HtmlSelectElement>() {
            select.set_value("");
        }
    });
    let remove = {
        let select = select.clone();
        Callback::from(move |_: MouseEvent| {
            let chosen = select.cast::<HtmlSelectElement>().and_then(|s| s.value().parse().ok());
            dispatch.dispatch(PageAction::Dialog(None).into());
            dispatch.dispatch(EditAction::Run(Command::RemoveLabel { id, into: chosen.map(LabelId) }).into());
        })
    };
    let others = props.labels.iter().enumerate().filter(|(i, _)| LabelId::at(*i) != id);
    html! {
        <div class="label-away">
            if props.uses > 0 {
                <label><span data-testid="label-worn">{ lang.count(t.label_uses, props.uses) }</span>
                    <select ref={select} data-testid="label-into">
                        <option key="" value="">{ t.label_with }</option>
                        for (i, label) in others {
                            <option key={i} value={i.to_string()}>{ fill(t.label_become, &[("label", kind_name(&label.name, t))]) }</option>
                        }
                    </select></label>
            }
            <button type="button" class="reject" data-testid="label-delete" onclick={remove}>{ Icon::Cross.html() }{ t.label_delete }</button>
        </div>
    }
}
