//! The colors of the page can be read: contrast by WCAG 2.2, computed from `styles/tokens.css`, in both themes.
#![expect(clippy::unwrap_used, reason = "in a test a panic is the failure report")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A color given for light and for dark.
type Pair = [[f64; 3]; 2];

fn hex(text: &str) -> [f64; 3] {
    let digits = text.trim().trim_start_matches('#');
    let wide: String =
        if digits.len() == 3 { digits.chars().flat_map(|c| [c, c]).collect() } else { digits.to_owned() };
    [0, 2, 4].map(|i| f64::from(u8::from_str_radix(&wide[i..i + 2], 16).unwrap()) / 255.0)
}

/// The custom properties that are a color for each theme.
fn colors() -> BTreeMap<String, Pair> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles/tokens.css");
    let css = fs::read_to_string(path).unwrap();
    let mut out = BTreeMap::new();
    for line in css.lines() {
        let Some((name, value)) = line.trim().split_once(": light-dark(") else { continue };
        let (light, dark) = value.trim_end_matches(");").split_once(',').unwrap();
        out.insert(name.trim_start_matches("--").to_owned(), [hex(light), hex(dark)]);
    }
    out
}

/// Relative luminance (WCAG 2.2, definition).
fn luminance(color: [f64; 3]) -> f64 {
    let part = |c: f64| if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
    0.2126 * part(color[0]) + 0.7152 * part(color[1]) + 0.0722 * part(color[2])
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn black_on_white_is_twenty_one() {
    assert!((contrast(hex("#000"), hex("#ffffff")) - 21.0).abs() < 1e-9);
}

#[test]
fn every_label_can_be_told_from_paper_and_quotes_in_both_themes() {
    let colors = colors();
    let labels: Vec<_> = colors.keys().filter(|name| name.starts_with("label-")).cloned().collect();
    assert_eq!(labels.len(), 12, "the palette of the label dialog");
    let mut faults = Vec::new();
    let mut check = |front: &str, back: &str, least: f64| {
        for (theme, name) in ["light", "dark"].into_iter().enumerate() {
            let found = contrast(colors[front][theme], colors[back][theme]);
            if found < least {
                faults.push(format!("{front} on {back}, {name}: {found:.2}, less than {least}"));
            }
        }
    };
    for label in &labels {
        for back in ["paper", "surface", "quote-soft", "quote-strong"] {
            check(label, back, 4.5);
        }
        // The line under a selected name is no text.
        check(label, "select", 3.0);
    }
    for (text, backs) in [
        ("ink", &["paper", "surface", "sunk", "quote-soft", "quote-strong", "select", "accent-soft", "bad-soft"][..]),
        ("dim", &["paper", "surface", "sunk"]),
        ("accent", &["paper", "surface", "accent-soft"]),
        ("on-accent", &["accent"]),
        ("good", &["surface", "sunk"]),
        ("bad", &["surface", "paper", "bad-soft"]),
        ("quote", &["paper", "quote-soft", "surface"]),
    ] {
        for back in backs {
            check(text, back, 4.5);
        }
    }
    for (shape, back) in
        [("focus", "paper"), ("focus", "surface"), ("line-strong", "paper"), ("line-strong", "surface")]
    {
        check(shape, back, 3.0);
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}
