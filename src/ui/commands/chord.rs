//! Pressed keys as text, "shift+mod+z", and as the caps that are shown.

use web_sys::KeyboardEvent;

/// A pressed key as the table writes it: modifiers in the order alt, shift, mod, then the key. Shift is left out where it
/// only makes the character ("?").
pub(crate) fn chord(event: &KeyboardEvent) -> String {
    let key = event.key();
    let printed = key.chars().count() == 1;
    let command = event.ctrl_key() || event.meta_key();
    let letter = printed && key.chars().all(char::is_alphabetic);
    let mut out = String::new();
    if event.alt_key() {
        out.push_str("alt+");
    }
    if event.shift_key() && (!printed || letter) {
        out.push_str("shift+");
    }
    if command {
        out.push_str("mod+");
    }
    if letter && command {
        out.push_str(&key.to_lowercase());
    } else if key == " " {
        out.push_str("Space");
    } else {
        out.push_str(&key);
    }
    out
}

/// A chord where the text runs from right to left: the arrows point the other way along it.
pub(crate) fn mirrored(chord: &str) -> String {
    if let Some(rest) = chord.strip_suffix("ArrowLeft") {
        format!("{rest}ArrowRight")
    } else if let Some(rest) = chord.strip_suffix("ArrowRight") {
        format!("{rest}ArrowLeft")
    } else {
        chord.to_owned()
    }
}

/// The keys of a chord as they are printed on them.
pub(crate) fn caps(chord: &str) -> Vec<String> {
    let (modifiers, key) = match chord.strip_suffix("++") {
        Some(modifiers) => (modifiers, "+"),
        None if chord == "+" => ("", "+"),
        None => chord.rsplit_once('+').unwrap_or(("", chord)),
    };
    modifiers.split('+').filter(|m| !m.is_empty()).chain([key]).map(cap).collect()
}

fn cap(part: &str) -> String {
    match part {
        "mod" if is_mac() => "⌘".to_owned(),
        "mod" => "Ctrl".to_owned(),
        "alt" if is_mac() => "⌥".to_owned(),
        "alt" => "Alt".to_owned(),
        "shift" => "⇧".to_owned(),
        "ArrowRight" => "→".to_owned(),
        "ArrowLeft" => "←".to_owned(),
        "ArrowUp" => "↑".to_owned(),
        "ArrowDown" => "↓".to_owned(),
        "Enter" => "↵".to_owned(),
        "Backspace" => "⌫".to_owned(),
        "Delete" => "Del".to_owned(),
        "Escape" => "Esc".to_owned(),
        other => other.to_uppercase(),
    }
}

#[cfg(target_family = "wasm")]
fn is_mac() -> bool {
    crate::ui::dom::window().navigator().user_agent().is_ok_and(|agent| agent.contains("Mac"))
}

/// In tests that run without a browser.
#[cfg(not(target_family = "wasm"))]
fn is_mac() -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chords_are_shown_as_the_keys_are_labeled() {
        for (chord, expected) in [
            ("p", vec!["P"]),
            ("+", vec!["+"]),
            ("mod++", vec!["Ctrl", "+"]),
            ("alt+shift+ArrowLeft", vec!["Alt", "⇧", "←"]),
            ("shift+mod+z", vec!["⇧", "Ctrl", "Z"]),
        ] {
            assert_eq!(caps(chord), expected, "{chord}");
        }
    }

    #[test]
    fn arrows_follow_the_text() {
        for (chord, other) in
            [("ArrowLeft", "ArrowRight"), ("alt+ArrowRight", "alt+ArrowLeft"), ("p", "p"), ("ArrowUp", "ArrowUp")]
        {
            assert_eq!(mirrored(chord), other);
            assert_eq!(mirrored(other), chord);
        }
    }
}
