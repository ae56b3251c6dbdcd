//! The handle of the sheet of a small screen: pulled, pressed or moved by keys it makes the sheet larger, smaller or closes
//! it. What it leads to is computed without the browser.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::ui::dom;
use crate::ui::state::{PageAction, Sheet, SheetSize};
use crate::ui::widgets::context::{use_dispatch, use_strings};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) sheet: Sheet,
    pub(crate) size: SheetSize,
    /// What opens when nothing is open.
    pub(crate) behind: Sheet,
}

/// What the sheet shows, and how large it is.
type Shown = (Sheet, SheetSize);

/// A pull on the handle: where it began, and how high the sheet was.
#[derive(Clone, Copy)]
struct Pull {
    from: f64,
    height: f64,
    moved: bool,
}

/// Pixels within which a pull is a press.
const STILL: f64 = 6.0;
/// Below this share of the window the sheet closes when it is let go.
const CLOSES: f64 = 0.2;
/// Below this one it takes a third.
const THIRD: f64 = 0.54;

/// The handle.
#[component]
pub(crate) fn SheetHandle(props: &Props) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let node = use_node_ref();
    let pull = use_mut_ref(|| None::<Pull>);
    let show = move |(sheet, size): Shown| {
        dispatch.dispatch(PageAction::SheetSize(size).into());
        dispatch.dispatch(PageAction::Sheet(sheet).into());
    };
    let now = (props.sheet, props.size);
    let behind = props.behind;
    let onpointerdown = {
        let (node, pull) = (node.clone(), pull.clone());
        Callback::from(move |event: PointerEvent| {
            *pull.borrow_mut() = node.cast::<HtmlElement>().map(|handle| begun(&event, &handle));
        })
    };
    let onpointermove = {
        let (node, pull) = (node.clone(), pull.clone());
        Callback::from(move |event: PointerEvent| {
            if let (Some(pull), Some(handle)) = (pull.borrow_mut().as_mut(), node.cast::<HtmlElement>()) {
                follow(pull, &event, &handle);
            }
        })
    };
    // Ends a pull, where there was one.
    let snap = {
        let (node, show) = (node.clone(), show.clone());
        move || {
            let pulled = pull.borrow_mut().take().is_some_and(|pull| pull.moved);
            if let (true, Some(sheet)) = (pulled, node.cast::<HtmlElement>().as_ref().and_then(sheet_of)) {
                let share = sheet.get_bounding_client_rect().height() / window_height();
                let _ = sheet.style().remove_property("--pulled");
                show(pulled_to(share, now, behind));
            }
            pulled
        }
    };
    let onpointercancel = {
        let snap = snap.clone();
        Callback::from(move |_: PointerEvent| {
            snap();
        })
    };
    // Behind a pull browsers leave out the click of the next touch: what counts as a press is told by the pointer itself.
    let onpointerup = {
        let show = show.clone();
        Callback::from(move |_: PointerEvent| {
            if !snap() {
                show(pressed(now, behind));
            }
        })
    };
    // By keys, and by what works the page for a person.
    let onclick = {
        let show = show.clone();
        Callback::from(move |event: MouseEvent| {
            if event.detail() == 0 {
                show(pressed(now, behind));
            }
        })
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let next = match event.key().as_str() {
            "ArrowUp" => larger(now, behind),
            "ArrowDown" => smaller(now),
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        show(next);
    });
    html! {
        <button ref={node} type="button" class="sheet-handle" data-testid="sheet-handle" aria-label={t.sheet_handle} title={t.sheet_handle}
            aria-expanded={if props.sheet == Sheet::Closed { "false" } else { "true" }}
            {onpointerdown} {onpointermove} {onpointerup} {onpointercancel} {onclick} {onkeydown}>
            <span class="sheet-grip" aria-hidden="true" />
        </button>
    }
}

/// A pull that begins.
fn begun(event: &PointerEvent, handle: &HtmlElement) -> Pull {
    let _ = handle.set_pointer_capture(event.pointer_id());
    let height = sheet_of(handle).map_or(0.0, |sheet| sheet.get_bounding_client_rect().height());
    Pull { from: f64::from(event.client_y()), height, moved: false }
}

/// The sheet goes with the pointer.
fn follow(pull: &mut Pull, event: &PointerEvent, handle: &HtmlElement) {
    let up = pull.from - f64::from(event.client_y());
    pull.moved |= up.abs() > STILL;
    if let (true, Some(sheet)) = (pull.moved, sheet_of(handle)) {
        dom::place(&sheet, &[("--pulled", pull.height + up)]);
    }
}

fn sheet_of(handle: &HtmlElement) -> Option<HtmlElement> {
    use wasm_bindgen::JsCast;
    handle.closest(".side").ok().flatten()?.dyn_into().ok()
}

fn window_height() -> f64 {
    dom::window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::MAX)
}

/// What a press leads to: it opens, grows, and goes back to a third.
fn pressed((sheet, size): Shown, behind: Sheet) -> Shown {
    match (sheet, size) {
        (Sheet::Closed, _) => (behind, SheetSize::Third),
        (_, SheetSize::Third) => (sheet, SheetSize::Tall),
        (_, SheetSize::Tall) => (sheet, SheetSize::Third),
    }
}

fn larger((sheet, _): Shown, behind: Sheet) -> Shown {
    if sheet == Sheet::Closed { (behind, SheetSize::Third) } else { (sheet, SheetSize::Tall) }
}

fn smaller((sheet, size): Shown) -> Shown {
    if size == SheetSize::Tall { (sheet, SheetSize::Third) } else { (Sheet::Closed, SheetSize::Third) }
}

/// What a pull leads to that ended at this share of the window.
fn pulled_to(share: f64, (sheet, _): Shown, behind: Sheet) -> Shown {
    let sheet = if sheet == Sheet::Closed { behind } else { sheet };
    match share {
        share if share < CLOSES => (Sheet::Closed, SheetSize::Third),
        share if share < THIRD => (sheet, SheetSize::Third),
        _ => (sheet, SheetSize::Tall),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLOSED: Shown = (Sheet::Closed, SheetSize::Third);
    const THIRD_OF: Shown = (Sheet::Inspector, SheetSize::Third);
    const TALL: Shown = (Sheet::Inspector, SheetSize::Tall);

    #[test]
    fn presses_and_keys_open_enlarge_and_close() {
        let behind = Sheet::Inspector;
        assert_eq!([CLOSED, THIRD_OF, TALL].map(|now| pressed(now, behind)), [THIRD_OF, TALL, THIRD_OF]);
        assert_eq!([CLOSED, THIRD_OF, TALL].map(|now| larger(now, behind)), [THIRD_OF, TALL, TALL]);
        assert_eq!([CLOSED, THIRD_OF, TALL].map(smaller), [CLOSED, CLOSED, THIRD_OF]);
    }

    #[test]
    fn a_pull_ends_at_the_nearest_size() {
        for (share, expected) in [(0.05, CLOSED), (0.3, THIRD_OF), (0.45, THIRD_OF), (0.7, TALL)] {
            assert_eq!(pulled_to(share, THIRD_OF, Sheet::Panels), expected, "{share}");
        }
        assert_eq!(pulled_to(0.4, CLOSED, Sheet::Panels), (Sheet::Panels, SheetSize::Third));
    }
}
