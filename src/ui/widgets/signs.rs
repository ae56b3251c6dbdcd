//! What a person said of annotations, as small signs: beside a mark, on a chip, in a row.

use yew::prelude::*;

use crate::ui::strings::Strings;
use crate::view::Signs;

/// The sign of each, how many have it, and what it is called.
fn parts(signs: Signs, t: &'static Strings) -> [(&'static str, usize, &'static str); 3] {
    [("✓", signs.confirmed, t.confirmed), ("!", signs.disputed, t.disputed), ("✎", signs.notes, t.has_note)]
}

/// The signs alone, for an attribute that the style sheet shows; none where nothing was said.
pub(crate) fn marks_of(signs: Signs) -> Option<AttrValue> {
    let marks = [("✓", signs.confirmed), ("!", signs.disputed), ("✎", signs.notes)];
    let marks: String = marks.into_iter().filter(|(_, count)| *count > 0).map(|(mark, _)| mark).collect();
    (!marks.is_empty()).then(|| marks.into())
}

/// The same in words: "confirmed", "3 × with a note".
pub(crate) fn sign_words(signs: Signs, t: &'static Strings) -> impl Iterator<Item = String> {
    parts(signs, t).into_iter().filter(|(_, count, _)| *count > 0).map(|(_, count, name)| in_words(count, name))
}

fn in_words(count: usize, name: &str) -> String {
    if count == 1 { name.to_owned() } else { format!("{count} × {name}") }
}

/// The signs of a row.
pub(crate) fn row_signs(signs: Signs, t: &'static Strings) -> Html {
    let sign = |(mark, count, name): (&'static str, usize, &'static str)| {
        let words = in_words(count, name);
        html! { <span class="sign" title={words.clone()}><span aria-hidden="true">{ mark }</span><span class="unseen">{ words }</span></span> }
    };
    let said = parts(signs, t).into_iter().filter(|(_, count, _)| *count > 0);
    if signs.is_empty() {
        Html::default()
    } else {
        html! { <span class="signs">{ for said.map(sign) }</span> }
    }
}
