//! Saying who says the selected quote.

use crate::document::{AnnotationId, Command, EntityId};
use crate::text::TextRange;
use crate::ui::state::desk::Desk;
use crate::view::InspectedBody;

/// The n-th speaker of the list, from 0, says the selected quote.
pub(crate) fn choose(desk: &mut Desk, index: usize) {
    let Some(inspected) = desk.selection.inspected.clone() else { return };
    if let InspectedBody::Quote { choices, entity, .. } = &inspected.body
        && let Some(choice) = choices.get(index)
    {
        // Words at the quote that name nobody else ("she") go on to name the one chosen.
        let mine = |words: &TextRange| named(desk, *words).is_none_or(|entity| Some(entity) == choice.entity);
        let kept = words_at(desk, inspected.id).filter(mine);
        // Words that were given nobody yet get a name by the choice; otherwise the engine knows words for it.
        let mention = if entity.is_none() { kept.or(choice.mention) } else { choice.mention.or(kept) };
        desk.run(Command::SetSpeaker { id: inspected.id, entity: choice.entity, mention });
    }
}

/// The chosen words name the speaker: the entity they belong to, else nobody with a name.
pub(crate) fn choose_words(desk: &mut Desk) {
    let (Some(id), Some(range)) = (desk.selection.selected, desk.selection.target) else { return };
    let entity = named(desk, range);
    if desk.run(Command::SetSpeaker { id, entity, mention: Some(range) }) {
        desk.selection.target = None;
    }
}

/// Nobody is named as the speaker of the selected quote.
pub(crate) fn choose_nobody(desk: &mut Desk) {
    if let Some(id) = desk.selection.selected {
        desk.run(Command::SetSpeaker { id, entity: None, mention: None });
    }
}

/// The words that name the speaker of a quote.
fn words_at(desk: &Desk, id: AnnotationId) -> Option<TextRange> {
    desk.document()?.annotation(id)?.body.quote()?.speaker
}

/// The entity of a name in these words.
fn named(desk: &Desk, words: TextRange) -> Option<EntityId> {
    let found = desk.document()?.overlapping(words);
    found.into_iter().find_map(|annotation| annotation.body.mention()?.entity)
}
