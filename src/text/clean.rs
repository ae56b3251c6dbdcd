//! Makes pasted text tidy and says what was changed.
//!
//! Offsets of the cleaned text lead back to the pasted one, so that a program that hands in a text gets positions in its
//! own.

use super::unwrap::{self, Edit};
use super::{TextRange, TextSize};

/// What cleaning changed, each counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CleanReport {
    /// Line breaks of other systems (CRLF, CR, NEL, line and paragraph separators, form feeds) that became `\n`.
    pub line_breaks: u32,
    /// No-break, narrow, ideographic and other odd spaces that became plain ones.
    pub spaces: u32,
    /// Soft hyphens taken out.
    pub soft_hyphens: u32,
    /// Characters that show nothing taken out: zero-width spaces and joiners, byte order marks, directional marks in text
    /// that does not need them, hidden tags.
    pub invisible: u32,
    /// NUL and other control characters taken out.
    pub controls: u32,
    /// Blank lines taken out: at both ends, and of each run all but one.
    pub blank_lines: u32,
    /// Line breaks that stood where a line was full (text from e-mail or PDF) and became spaces.
    pub joined_lines: u32,
    /// Marks of a reply (`>`) taken out at the start of lines.
    pub reply_marks: u32,
    /// Replacement characters (U+FFFD): somewhere before, text was lost. They are kept.
    pub unreadable: u32,
}

impl CleanReport {
    /// Whether the text was left as it was.
    pub fn is_unchanged(&self) -> bool {
        Self { unreadable: 0, ..*self } == Self::default()
    }
}

/// A cleaned text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleaned {
    /// Line breaks are `\n`, spaces are plain.
    pub text: String,
    /// What was changed.
    pub report: CleanReport,
    anchors: Vec<Anchor>,
}

/// From this byte of the cleaned text on, up to the next anchor, text runs as it ran from this byte of the pasted one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Anchor {
    clean: u32,
    pasted: u32,
}

impl Cleaned {
    /// Where the words of `range` stood in the pasted text. What was taken out at its borders stays outside.
    pub fn pasted(&self, range: TextRange) -> TextRange {
        let start = range.start().get();
        let end = range.end().get();
        let last =
            |count: usize| count.checked_sub(1).map_or(Anchor { clean: 0, pasted: 0 }, |count| self.anchors[count]);
        let from = last(self.anchors.partition_point(|first| first.clean <= start));
        let from = from.pasted + (start - from.clean);
        let before = self.anchors.partition_point(|first| first.clean < end);
        let to = match self.anchors.get(before) {
            Some(at) if at.clean == end => at.pasted,
            _ => last(before).pasted + (end - last(before).clean),
        };
        TextRange::at(from, to.max(from))
    }
}

/// Cleans pasted text. Any string gives a text; a cleaned text is left as it is.
pub fn clean(pasted: &str) -> Cleaned {
    let mut cleaner = Cleaner {
        pasted,
        rtl: pasted.chars().any(is_rtl),
        reply: unwrap::is_reply(pasted, |character| {
            !character.is_whitespace() && !is_invisible(character) && !character.is_control()
        }),
        depth: 0,
        at: 0,
        out: Cleaned { text: String::with_capacity(pasted.len()), report: CleanReport::default(), anchors: Vec::new() },
    };
    cleaner.run();
    joined(cleaner.out)
}

/// The cleaned text with its lines joined where they were broken because they were full.
fn joined(cleaned: Cleaned) -> Cleaned {
    let edits = unwrap::edits(&cleaned.text);
    if edits.is_empty() {
        return cleaned;
    }
    let mut out = Cleaned { text: String::with_capacity(cleaned.text.len()), anchors: Vec::new(), ..cleaned };
    let mut anchors = cleaned.anchors.into_iter().peekable();
    // From `from` on the text is kept; it ran on from `came` in what was pasted, up to the next anchor.
    let (mut from, mut came) = (0, Anchor { clean: 0, pasted: 0 });
    let end = Edit { at: cleaned.text.len(), len: 0, with: "" };
    for edit in edits.iter().chain([&end]) {
        let written = TextSize::of(&out.text).get();
        while let Some(anchor) = anchors.next_if(|anchor| anchor.clean as usize <= edit.at) {
            out.anchors.push(Anchor { clean: written + (anchor.clean - from as u32), pasted: anchor.pasted });
            came = anchor;
        }
        out.text.push_str(&cleaned.text[from..edit.at]);
        let here = |out: &Cleaned, at: usize, came: Anchor| Anchor {
            clean: TextSize::of(&out.text).get(),
            pasted: came.pasted + (at as u32 - came.clean),
        };
        if edit.with.is_empty() && edit.len > 0 {
            out.anchors.push(here(&out, edit.at, came));
        }
        out.text.push_str(edit.with);
        from = edit.at + edit.len;
        while let Some(anchor) = anchors.next_if(|anchor| anchor.clean as usize <= from) {
            came = anchor;
        }
        if edit.len > 0 {
            out.anchors.push(here(&out, from, came));
        }
    }
    out.report.joined_lines = edits.len() as u32;
    out
}

/// Directions nested deeper than this within a line are taken out: no text needs them, and browsers take minutes to draw
/// thousands. The algorithm itself gives up at 125 (UAX #9, BD2).
const DEEPEST: u32 = 16;

struct Cleaner<'a> {
    pasted: &'a str,
    /// The text has letters that run from right to left, whose directional marks matter.
    rtl: bool,
    /// The text is a reply as a whole, whose marks say nothing.
    reply: bool,
    /// How many directions are open in this line, those that were taken out included.
    depth: u32,
    at: usize,
    out: Cleaned,
}

impl Cleaner<'_> {
    fn run(&mut self) {
        // Blank lines at the end are decided once it is known that nothing follows.
        while let Some(character) = self.pasted[self.at..].chars().next() {
            let next = self.pasted[self.at + character.len_utf8()..].chars().next();
            match character {
                '\n' => self.line_break(character.len_utf8()),
                '>' if self.reply && self.is_at_start_of_line() => {
                    self.out.report.reply_marks += 1;
                    let (mark, _) = unwrap::marks(&self.pasted[self.at..]);
                    self.remove(mark);
                }
                '\r' => {
                    self.out.report.line_breaks += 1;
                    self.line_break(1 + usize::from(next == Some('\n')));
                }
                '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => {
                    self.out.report.line_breaks += 1;
                    self.line_break(character.len_utf8());
                }
                '\t' | ' '..='~' => self.keep(character),
                '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
                    self.out.report.spaces += 1;
                    self.replace(character.len_utf8(), " ");
                }
                '\u{ad}' => {
                    self.out.report.soft_hyphens += 1;
                    self.remove(character.len_utf8());
                }
                character if is_invisible(character) => {
                    if self.needs(character, next) && !self.is_too_deep(character) {
                        self.keep(character);
                    } else {
                        self.out.report.invisible += 1;
                        self.remove(character.len_utf8());
                    }
                }
                character if character.is_control() => {
                    self.out.report.controls += 1;
                    self.remove(character.len_utf8());
                }
                character => {
                    self.out.report.unreadable += u32::from(character == char::REPLACEMENT_CHARACTER);
                    self.keep(character);
                }
            }
        }
        self.trim_end();
    }

    /// Whether nothing but white space was written since the last line break.
    fn is_at_start_of_line(&self) -> bool {
        let written = self.out.text.trim_end_matches([' ', '\t']);
        written.is_empty() || written.ends_with('\n')
    }

    fn keep(&mut self, character: char) {
        self.out.text.push(character);
        self.at += character.len_utf8();
    }

    fn anchor(&mut self) {
        let anchor = Anchor { clean: TextSize::of(&self.out.text).get(), pasted: self.at as u32 };
        if self.out.anchors.last() != Some(&anchor) {
            self.out.anchors.push(anchor);
        }
    }

    fn remove(&mut self, len: usize) {
        self.anchor();
        self.at += len;
        self.anchor();
    }

    fn replace(&mut self, len: usize, with: &str) {
        self.out.text.push_str(with);
        self.at += len;
        if len != with.len() {
            self.anchor();
        }
    }

    /// A line break of `len` bytes: written unless the line it ends is blank and the one before too, or nothing stands
    /// before it.
    fn line_break(&mut self, len: usize) {
        self.depth = 0;
        let text = &self.out.text;
        let start = text.rfind('\n').map_or(0, |count| count + 1);
        let blank = text[start..].bytes().all(|byte| matches!(byte, b' ' | b'\t'));
        if blank && (start == 0 || text[..start].ends_with("\n\n")) {
            self.out.report.blank_lines += 1;
            self.cut(start);
            self.remove(len);
        } else {
            // White space alone on a line is no more than a blank line.
            if blank && start < text.len() {
                self.cut(start);
                self.remove(0);
            }
            self.replace(len, "\n");
        }
    }

    /// Takes back what was written from `len` on.
    fn cut(&mut self, len: usize) {
        if len == self.out.text.len() {
            return;
        }
        self.out.text.truncate(len);
        while self.out.anchors.last().is_some_and(|first| first.clean as usize > len) {
            self.out.anchors.pop();
        }
    }

    /// Takes away blank lines, and white space, at the end.
    fn trim_end(&mut self) {
        let kept = self.out.text.trim_end_matches([' ', '\t', '\n']).len();
        // One line break at the end is how files end: not worth a word to the person.
        let breaks = self.out.text[kept..].matches('\n').count() as u32;
        self.out.report.blank_lines += breaks.saturating_sub(1);
        self.cut(kept);
    }

    /// Whether a direction opens or closes deeper than any text needs.
    fn is_too_deep(&mut self, character: char) -> bool {
        match character {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' | '\u{2066}'..='\u{2068}' => {
                self.depth += 1;
                self.depth > DEEPEST
            }
            '\u{202c}' | '\u{2069}' => {
                let deep = self.depth > DEEPEST;
                self.depth = self.depth.saturating_sub(1);
                deep
            }
            _ => false,
        }
    }

    /// Whether an invisible character does something where it stands.
    fn needs(&self, character: char, next: Option<char>) -> bool {
        let before = self.out.text.chars().next_back();
        match character {
            '\u{200d}' => {
                before.is_some_and(|before| is_emoji(before) || is_emoji_part(before)) && next.is_some_and(is_emoji)
                    || before.is_some_and(joins) && next.is_some_and(joins)
            }
            '\u{200c}' => before.is_some_and(joins) && next.is_some_and(joins),
            '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => {
                before.is_some_and(|before| !before.is_ascii_alphabetic() && !before.is_whitespace())
            }
            '\u{e0020}'..='\u{e007f}' => before.is_some_and(|before| before == '\u{1f3f4}' || is_emoji_part(before)),
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => self.rtl,
            _ => false,
        }
    }
}

fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{180e}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e01ef}' | '\u{fff9}'..='\u{fffb}')
}

fn is_emoji(character: char) -> bool {
    matches!(character, '\u{a9}' | '\u{ae}' | '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | '\u{2600}'..='\u{27bf}'
        | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

/// Variation selectors, skin tones and tags that end an emoji.
fn is_emoji_part(character: char) -> bool {
    matches!(character, '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}')
}

/// Letters of scripts in which joiners shape words: Arabic, Syriac, the scripts of India, Khmer, Mongolian and others.
fn joins(character: char) -> bool {
    matches!(character, '\u{600}'..='\u{109f}' | '\u{1780}'..='\u{18af}' | '\u{1900}'..='\u{1cff}' | '\u{a800}'..='\u{abff}'
        | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{11000}'..='\u{11fff}')
}

fn is_rtl(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}
