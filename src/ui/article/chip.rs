//! Who says it, at the end of a quote: the quote's handle for mouse and keyboard.

use yew::prelude::*;

use crate::document::Review;
use crate::ui::strings::Strings;
use crate::ui::widgets::signs::{marks_of, sign_words};
use crate::view::Chip;

/// Keeps a chip in the line of the words before it (word joiner): browsers break before a button, but not before this.
const GLUE: &str = "\u{2060}";

/// One chip; whether its quote is selected, and whether Tab enters the article there.
pub(crate) fn speaker_chip(chip: &Chip, (selected, roving): (bool, bool), t: &'static Strings) -> Html {
    let id = chip.id.0.to_string();
    let (state, whole) = match (&chip.entity, &chip.words) {
        (Some((_, name)), _) => ("known", &**name),
        (None, Some(words)) => ("unnamed", &**words),
        (None, None) => ("orphan", t.unknown),
    };
    let review = match chip.review {
        Review::Suggested => "suggested",
        Review::Accepted => "accepted",
        Review::Rejected => "rejected",
    };
    let class = classes!("speaker-chip", state, review, chip.again.then_some("again"), selected.then_some("selected"));
    let unnamed = if state == "unnamed" { format!(" ({})", t.unnamed) } else { String::new() };
    let parts = [format!("{}: {whole}{unnamed}", t.quote), decision(chip.review, t).to_owned()];
    let label = parts.into_iter().chain(sign_words(chip.signs, t)).collect::<Vec<_>>().join(", ");
    let words = chip.short.as_deref().unwrap_or(whole).to_owned();
    html! {
        <span class="said-by">
            <span class="glue" aria-hidden="true">{ GLUE }</span>
            <button {class} type="button" data-testid="speaker-chip" data-id={id.clone()} data-ids={id.clone()} data-state={state}
                data-stop={id} data-initials={chip.initials.clone().map(AttrValue::from)} data-sign={marks_of(chip.signs)}
                tabindex={if roving { "0" } else { "-1" }} title={whole.to_owned()} aria-label={label}
                aria-pressed={if selected { "true" } else { "false" }}>
                <span class="chip-name" dir="auto">{ words }</span>
            </button>
        </span>
    }
}

/// What the person decided, in words.
pub(crate) fn decision(review: Review, t: &'static Strings) -> &'static str {
    match review {
        Review::Suggested => t.suggestion,
        Review::Accepted => t.accepted,
        Review::Rejected => t.rejected,
    }
}
