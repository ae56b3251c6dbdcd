//! From a chord to the action it means now.

use crate::document::LabelId;
use crate::text::TextRange;
use crate::ui::commands::applies::label;
use crate::ui::commands::binding::Layer;
use crate::ui::commands::keymap::Keymap;
use crate::ui::commands::table::BINDINGS;
use crate::ui::state::{Action, AppState, EditAction};
use crate::view::is_right_to_left;

/// Commands that act also while the person types.
const IN_FIELDS: &[&str] = &["palette", "download"];

/// Whether a chord is a command also while the person types.
pub(crate) fn works_in_fields(keymap: &Keymap, chord: &str) -> bool {
    let mut everywhere = BINDINGS.iter().filter(|binding| IN_FIELDS.contains(&binding.id));
    chord == "Escape" || (chord.contains("mod+") && everywhere.any(|binding| keymap.has(binding, chord)))
}

/// Whether the text that the keys move in, that of the chosen words or of the selected annotation, runs from right to
/// left.
pub(crate) fn is_rtl(state: &AppState) -> bool {
    let Some(document) = state.document() else { return false };
    let id = state.selection.selected.or(state.selection.roving);
    let at = state.selection.target.map(TextRange::start);
    let at = at.or_else(|| Some(document.annotation(id?)?.body.span().start()));
    let paragraph = at.and_then(|at| document.source().paragraph_at(at));
    let range = paragraph.and_then(|index| document.source().paragraphs().get(index));
    range.is_some_and(|range| is_right_to_left(document.source().slice(*range)))
}

/// What a chord does in this state: the table, then the digits for speakers, then the keys of the person's own labels.
pub(crate) fn action_for(state: &AppState, keymap: &Keymap, chord: &str) -> Option<Action> {
    let of_layer = |layer: Layer| {
        let mut having = BINDINGS.iter().filter(|binding| binding.layer == layer && keymap.has(binding, chord));
        having.find_map(|binding| (binding.act)(state))
    };
    if let Some(action) = [Layer::Review, Layer::Words, Layer::Page].into_iter().find_map(of_layer) {
        return Some(action);
    }
    if let Ok(digit @ 1..=9) = chord.parse::<usize>() {
        return state.inspected_quote().map(|_| EditAction::Speaker(digit - 1).into());
    }
    let labels = state.document()?.labels();
    let mut chars = chord.chars();
    let (key, None) = (chars.next()?, chars.next()) else { return None };
    // The built-in labels are commands of the table, with keys of their own.
    let own = labels.iter().enumerate().skip(LabelId::BUILT_IN);
    let (index, _) = own.into_iter().find(|(_, label)| label.key == Some(key))?;
    label(state, LabelId::at(index))
}
