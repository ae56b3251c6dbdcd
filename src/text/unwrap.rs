//! Text whose lines were broken at a fixed width, as e-mail programs and PDF readers give it: one paragraph, many lines,
//! words divided at their ends, and in replies a mark before each.

use super::InOrder as _;

use std::collections::HashSet;
use std::sync::Arc;

/// So many line breaks inside paragraphs are needed to judge by.
const ENOUGH: usize = 8;
/// And where each of them tells, so many.
const FEWEST: usize = 2;
/// Lines of wrapped text are no longer than this, in characters.
const WIDEST: usize = 100;
/// Where the usual line is shorter than this, as in the columns of a paper, more is asked of the text.
const NARROW: usize = 45;
/// Nor is the usual line of such a column shorter than this.
const NARROWEST: usize = 22;
/// Of ten lines in a narrow column, so many end where the next word had no room.
const FORCED: usize = 8;
/// Of ten lines of a reply, so many bear a mark.
const MARKED: usize = 8;
/// Fewer lines are no reply.
const REPLY: usize = 2;

/// `text` on one line: white space, line breaks included, as single spaces.
pub(crate) fn one_line(text: &str) -> Arc<str> {
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

/// A part of the text that becomes something shorter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    /// The first byte.
    pub(super) at: usize,
    /// How many bytes.
    pub(super) len: usize,
    /// A space, or nothing.
    pub(super) with: &'static str,
}

/// Where lines were broken because they were full rather than because a paragraph ends. Empty unless the text as a whole
/// is plainly wrapped: lines of one width, most of them ending within a sentence.
pub(super) fn edits(text: &str) -> Vec<Edit> {
    let lines = lines(text);
    let breaks: Vec<_> = lines
        .windows(2)
        .filter(|pair| pair.iter().all(|line| !line.is_blank()) && pair[0].depth == pair[1].depth)
        .collect();
    if !is_wrapped(&lines, &breaks) {
        return Vec::new();
    }
    let words = words(text);
    let widest = widest(&lines);
    breaks.into_iter().filter(|pair| is_soft(pair, widest)).map(|pair| join(&pair[0], &pair[1], &words)).collect()
}

/// Joins two lines. A hyphen between them goes where it only divided the word.
fn join(before: &Line<'_>, after: &Line<'_>, words: &HashSet<String>) -> Edit {
    let end = before.start + before.mark + before.text.trim_end().len();
    let len = after.start + after.mark - end;
    let divided = before.divided().zip(after.text.split_whitespace().next());
    let Some((first, second)) = divided.filter(|(_, second)| second.starts_with(char::is_alphabetic)) else {
        return Edit { at: end, len, with: " " };
    };
    let second = second.trim_end_matches(|character: char| !character.is_alphanumeric());
    let whole = format!("{first}{second}").to_lowercase();
    let hyphenated = format!("{first}-{second}").to_lowercase();
    let kept = !words.contains(&whole) && words.contains(&hyphenated)
        || !second.starts_with(char::is_lowercase)
        || first.contains('-');
    if kept { Edit { at: end, len, with: "" } } else { Edit { at: end - 1, len: len + 1, with: "" } }
}

/// The words that stand within lines, hyphens in them, in lower case.
fn words(text: &str) -> HashSet<String> {
    let inside = |word: &str| word.trim_matches(|character: char| !character.is_alphanumeric()).to_lowercase();
    text.split_whitespace().filter(|word| !word.ends_with('-')).map(inside).collect()
}

/// Whether a text is a reply or forwarded as a whole: nearly all of its lines bear a mark. `shows` tells the characters that
/// are seen.
pub(super) fn is_reply(text: &str, shows: impl Fn(char) -> bool) -> bool {
    let (mut written, mut marked) = (0, 0);
    for line in text.lines() {
        let line = line.trim_start_matches(|character: char| !shows(character));
        let (mark, _) = marks(line);
        if line[mark..].chars().any(&shows) {
            written += 1;
            marked += usize::from(mark > 0);
        }
    }
    marked >= REPLY && marked * 10 >= written * MARKED
}

/// Whether lines end because they are full.
fn is_wrapped(lines: &[Line<'_>], breaks: &[&[Line<'_>]]) -> bool {
    if breaks.len() < FEWEST || lines.iter().any(|line| line.chars > WIDEST) {
        return false;
    }
    let widest = widest(lines);
    let mut full: Vec<_> = breaks.iter().map(|pair| pair[0].chars).collect();
    full.order();
    let usual = full[full.len() / 2];
    let open: Vec<_> = breaks.iter().filter(|pair| !pair[0].ends_sentence()).collect();
    let running = breaks.iter().filter(|pair| pair[1].starts_lower()).count();
    let plainly = usual * 4 >= widest * 3 && open.len() * 10 >= breaks.len() * 7 && running * 3 >= breaks.len();
    // Verse and lists are narrow too, but their lines end where it pleases.
    let forced = open.iter().filter(|pair| pair[0].is_full(&pair[1], widest)).count();
    if breaks.len() < ENOUGH {
        return plainly && usual >= NARROWEST && forced == breaks.len();
    }
    if usual >= NARROW {
        return plainly;
    }
    plainly && usual >= NARROWEST && forced * 10 >= open.len() * FORCED
}

/// Whether the second line of a pair goes on where the first ended.
fn is_soft(pair: &[Line<'_>], widest: usize) -> bool {
    pair[0].chars * 5 >= widest * 3 && !pair[1].is_item() || pair[1].starts_lower()
}

fn widest(lines: &[Line<'_>]) -> usize {
    lines.iter().map(|line| line.chars).max().unwrap_or(0)
}

#[derive(Clone, Copy)]
struct Line<'a> {
    /// Where it starts in the text, and the bytes of a reply's marks there.
    start: usize,
    mark: usize,
    /// How many marks there are.
    depth: usize,
    /// Without marks.
    text: &'a str,
    /// Counted up to one more than [`WIDEST`].
    chars: usize,
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let (mark, depth) = marks(line);
        let chars = line.chars().take(WIDEST + 1).count();
        lines.push(Line { start, mark, depth, text: &line[mark..], chars });
        start += line.len() + 1;
    }
    lines
}

/// The length of the marks that a reply puts before a line ("> > "), and their number.
pub(super) fn marks(line: &str) -> (usize, usize) {
    let mut rest = line;
    let mut depth = 0;
    while let Some(behind) = rest.trim_start_matches([' ', '\t']).strip_prefix('>') {
        rest = behind;
        depth += 1;
    }
    if depth == 0 { (0, 0) } else { (line.len() - rest.trim_start_matches([' ', '\t']).len(), depth) }
}

impl Line<'_> {
    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    fn ends_sentence(&self) -> bool {
        let core = self.text.trim_end_matches(|character: char| {
            character.is_whitespace() || matches!(character, '"' | '”' | '’' | '»' | ')')
        });
        core.ends_with(['.', '!', '?', ':', '…'])
    }

    fn starts_lower(&self) -> bool {
        self.text.trim_start().starts_with(char::is_lowercase)
    }

    /// Begins a list's item.
    fn is_item(&self) -> bool {
        self.text.trim_start().starts_with(['-', '*', '•', '–', '—'])
    }

    /// Whether the first word of the line behind had no room in this one; letters of print differ in width.
    fn is_full(&self, after: &Self, widest: usize) -> bool {
        let word = after.text.split_whitespace().next().map_or(0, |word| word.chars().count());
        self.divided().is_some() || (self.chars + 1 + word) * 8 >= widest * 7
    }

    /// The part of a word that the line ends with before a hyphen.
    fn divided(&self) -> Option<&str> {
        let core = self.text.trim_end().strip_suffix(['-', '\u{2010}'])?;
        let word = core.rsplit(char::is_whitespace).next()?;
        word.ends_with(char::is_alphabetic).then(|| word.trim_start_matches(|first: char| !first.is_alphanumeric()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str) -> String {
        let mut out = String::new();
        let mut from = 0;
        for edit in edits(text) {
            out.push_str(&text[from..edit.at]);
            out.push_str(edit.with);
            from = edit.at + edit.len;
        }
        out + &text[from..]
    }

    #[test]
    fn lines_of_one_width_are_joined() {
        let paragraph = "The river has been running backwards since the dam was built,\nsays the engineer who built it, and nobody along its banks was\nasked whether they would mind. “We were told in the evening, and\nin the morning it was done,” said Ana Díaz, a fisher.";
        let text = format!("A headline\n\n{paragraph}\n\n{paragraph}\n\n{paragraph}");
        assert_eq!(edits(&text).len(), 9);
        assert_eq!(joined(&text), text.replace(paragraph, &paragraph.replace('\n', " ")));
    }

    #[test]
    fn narrow_columns_are_joined_and_divided_words_made_whole() {
        let column = "The ferry to the islands was can-\ncelled on Monday for the third time\nthis week, and the people who live\nthere have begun to row. “We are a\nwell-known village of rowers,” said\nMira Holm, who teaches at the well-\nknown school. The ferry company has\nsaid that the engine waits for a part\nof print from a yard at the Nord-\nSee, and that it is sorry.";
        let whole = "The ferry to the islands was cancelled on Monday for the third time this week, and the people who live there have begun to row. “We are a well-known village of rowers,” said Mira Holm, who teaches at the well-known school. The ferry company has said that the engine waits for a part of print from a yard at the Nord-See, and that it is sorry.";
        assert_eq!(joined(column), whole);
    }

    #[test]
    fn the_marks_of_a_reply_go_with_the_lines() {
        let reply = "> The river has been running backwards since the dam was\n> built, says the engineer who built it, and nobody along\n> its banks was asked whether they would mind. “We were\n> told in the evening, and in the morning it was done,”\n> said Ana Díaz, a fisher.";
        let whole = "The river has been running backwards since the dam was built, says the engineer who built it, and nobody along its banks was asked whether they would mind. “We were told in the evening, and in the morning it was done,” said Ana Díaz, a fisher.";
        let whole_text = [reply; 3].join("\n>\n");
        assert!(is_reply(&whole_text, |character| !character.is_whitespace()));
        assert_eq!(joined(&whole_text), format!("> {}", [whole; 3].join("\n>\n> ")));
        let own = "She wrote this to the paper on Monday, and no more than\nthis, and nobody at the paper has ever answered her, but\nthe letter was printed all the same, with a drawing of\nthe river and the dam in the margin.";
        let within = format!("{own}\n\n{reply}\n\n{own}");
        let own = own.replace('\n', " ");
        let expected = format!("{own}\n\n> {whole}\n\n{own}");
        assert_eq!(joined(&within), expected);
    }

    #[test]
    fn a_few_lines_are_joined_where_each_tells() {
        let few = "The report was written by Chris\nMannering and by the mayor of San\nAntonio on Friday, before the vote\nwas held in the town.";
        assert_eq!(joined(few), few.replace('\n', " "));
        let reply = "> Mayor Hugh Tarrant said the bridge\n> was shut for repairs. \"It will take\n> two months,\" Tarrant said.";
        assert_eq!(joined(reply), reply.replace("\n> ", " "));
        for other in [
            "The minister ran\nand nobody asked\nthe fish",
            "Suva 24 Apia 22\nNadi 3 Lautoka 5",
            "Mayor to quit over the park sale\nHelen Stroud said on Friday that she would resign.\nShe did not say when.",
        ] {
            assert!(edits(other).is_empty(), "of {other}");
        }
    }

    #[test]
    fn other_lines_are_left_alone() {
        let paragraphs = "A short line of speech.\nAnother one, by another.\nAnd so they went on.\n".repeat(9);
        let long = "One paragraph a line, as the web gives it, which is longer than any e-mail program would ever write it out.\n".repeat(9);
        let list = "Suva 24 Apia 22\nNadi 3 Lautoka 5\n".repeat(9);
        let verse = "The river runs\nbackwards now\nand nobody asked\nthe fish\n".repeat(9);
        let ballad = "and when the river had turned round\nthe fish sang out\nfor nobody had told them of the mound\nor of the drought\n".repeat(9);
        let headings = "The minister of agriculture invited the farmers of three valleys\nThe farmers of three valleys invited the minister of agriculture\n".repeat(9);
        let one_quote = "She said this:\n\n> We will come.\n\nAnd they came.\n".repeat(9);
        for text in [paragraphs, long, list, verse, ballad, headings, one_quote] {
            assert!(edits(&text).is_empty(), "of {text}");
        }
    }
}
