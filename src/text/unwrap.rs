//! Text whose lines were broken at a fixed width, as e-mail programs and PDF readers give it: one paragraph, many lines.

use std::sync::Arc;

/// So many line breaks inside paragraphs are needed to judge by.
const ENOUGH: usize = 8;
/// Lines of wrapped text are no longer than this, in characters.
const WIDEST: usize = 100;
/// Nor is the usual one shorter than this.
const NARROWEST: usize = 45;

/// `text` on one line: white space, line breaks included, as single spaces.
pub(crate) fn one_line(text: &str) -> Arc<str> {
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

/// The bytes of line breaks that stand where a line was full rather than where a paragraph ends; each can become a space.
/// Empty unless the text as a whole is plainly wrapped: lines of one width, most of them ending within a sentence.
pub(super) fn soft_breaks(text: &str) -> Vec<usize> {
    let mut breaks = Vec::new();
    let mut lines = Vec::new();
    let mut at = 0;
    let mut before: Option<Line<'_>> = None;
    for line in text.split('\n') {
        let here = Line { text: line, chars: line.chars().take(WIDEST + 1).count() };
        if here.chars > WIDEST {
            return Vec::new();
        }
        if let Some(before) = before.filter(|byte| !byte.is_blank() && !here.is_blank()) {
            breaks.push((at - 1, before, here));
        }
        lines.push(here.chars);
        before = Some(here);
        at += line.len() + 1;
    }
    if breaks.len() < ENOUGH {
        return Vec::new();
    }
    let widest = lines.into_iter().max().unwrap_or(0);
    let mut full: Vec<_> = breaks.iter().map(|(_, before, _)| before.chars).collect();
    full.sort_unstable();
    let usual = full[full.len() / 2];
    let open = breaks.iter().filter(|(_, before, _)| !before.ends_sentence()).count();
    let running = breaks.iter().filter(|(_, _, after)| after.starts_lower()).count();
    let wrapped =
        usual >= NARROWEST && usual * 4 >= widest * 3 && open * 10 >= breaks.len() * 7 && running * 3 >= breaks.len();
    if !wrapped {
        return Vec::new();
    }
    let soft = |(at, before, after): (usize, Line<'_>, Line<'_>)| {
        (before.chars * 5 >= widest * 3 && !after.is_item() || after.starts_lower()).then_some(at)
    };
    breaks.into_iter().filter_map(soft).collect()
}

#[derive(Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    chars: usize,
}

impl Line<'_> {
    fn is_blank(self) -> bool {
        self.text.trim().is_empty()
    }

    fn ends_sentence(self) -> bool {
        let core = self.text.trim_end_matches(|character: char| {
            character.is_whitespace() || matches!(character, '"' | '”' | '’' | '»' | ')')
        });
        core.ends_with(['.', '!', '?', ':', '…'])
    }

    fn starts_lower(self) -> bool {
        self.text.trim_start().starts_with(char::is_lowercase)
    }

    /// Begins a list's item or a quoted reply.
    fn is_item(self) -> bool {
        self.text.trim_start().starts_with(['-', '*', '•', '–', '—', '>'])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_one_width_are_joined() {
        let paragraph = "The river has been running backwards since the dam was built,\nsays the engineer who built it, and nobody along its banks was\nasked whether they would mind. “We were told in the evening, and\nin the morning it was done,” said Ana Díaz, a fisher.";
        let text = format!("A headline\n\n{paragraph}\n\n{paragraph}\n\n{paragraph}");
        assert_eq!(soft_breaks(&text).len(), 9);
        assert!(soft_breaks(&text).iter().all(|&at| text.as_bytes()[at] == b'\n'));
    }

    #[test]
    fn other_lines_are_left_alone() {
        let paragraphs = "A short line of speech.\nAnother one, by another.\nAnd so they went on.\n".repeat(9);
        let long = "One paragraph a line, as the web gives it, which is longer than any e-mail program would ever write it out.\n".repeat(9);
        let list = "Suva 24 Apia 22\nNadi 3 Lautoka 5\n".repeat(9);
        let verse = "The river runs\nbackwards now\nand nobody asked\nthe fish\n".repeat(9);
        let headings = "The minister of agriculture invited the farmers of three valleys\nThe farmers of three valleys invited the minister of agriculture\n".repeat(9);
        for text in [paragraphs, long, list, verse, headings] {
            assert!(soft_breaks(&text).is_empty(), "of {text}");
        }
    }
}
