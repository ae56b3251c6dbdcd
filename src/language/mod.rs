//! In which language an article is.
//!
//! Script first, then small words: "the", "und", "не". Where a script has one language alone, the script says it; where
//! several share it, the one whose small words are most frequent in the article's own text, if they are frequent enough
//! and no other comes near. What is English must never be taken for something else, because nearly all that the engine
//! can do would be lost: English small words count against every other language, and a text that is short or cannot be
//! decided is English, unless the page that it was read from declares a language.
//!
//! Why no library: the well-kept small one (`whatlang` 0.18, 70 languages) says the same of the twelve articles in
//! `tests/fixtures/languages` and of the English ones in `seeds/articles`. But its trigrams take some hundred and eighty
//! kilobytes where these words take twelve, it reckons with floating point, which the engine does without so that it says
//! the same on every machine, it has no guard for English, and it takes any text for one of the languages it knows.
//!
//! `script` knows letters, `words` the small words. Read `of` here first.

mod script;
mod words;

use crate::language::script::{Letters, Script};
use crate::language::words::Count;
use crate::segment::Segmentation;
use crate::text::Source;
use crate::vocabulary::{BlockKind, Language};

/// So many bytes of an article tell its language.
const SAMPLE: usize = 16_384;
/// Fewer letters say nothing.
const FEWEST_LETTERS: usize = 20;

/// The language of the article: as its text tells, else as the page `declared`, else English.
pub fn of(source: &Source, segmentation: &Segmentation, declared: Option<Language>) -> Language {
    let of_body = detect(&sample(source, segmentation, |kind| kind == BlockKind::Body));
    // Of a page in a script that nothing else here knows, all may have been set aside.
    let found = of_body.or_else(|| detect(&sample(source, segmentation, |_| true)));
    found.or(declared).unwrap_or(Language::ENGLISH)
}

/// The first bytes of the paragraphs that are `wanted`.
fn sample(source: &Source, segmentation: &Segmentation, wanted: impl Fn(BlockKind) -> bool) -> String {
    let mut out = String::new();
    for block in segmentation.blocks.iter().filter(|block| wanted(block.kind)) {
        let text = source.slice(block.range);
        out.push_str(&text[..text.floor_char_boundary(SAMPLE.saturating_sub(out.len()))]);
        out.push('\n');
        if out.len() >= SAMPLE {
            break;
        }
    }
    out
}

/// The language of a text, if it tells one.
fn detect(text: &str) -> Option<Language> {
    let letters = Letters::of(text);
    let (script, count) = letters.most();
    if count < FEWEST_LETTERS {
        return None;
    }
    if script == Script::Latin {
        return words::latin(&Count::of(text, script));
    }
    // A long quotation in a script that says much in few letters.
    if letters.mostly_latin() && words::latin(&Count::of(text, Script::Latin)) == Some(Language::ENGLISH) {
        return Some(Language::ENGLISH);
    }
    let alone = script.only_language().or_else(|| letters.east_asian());
    Some(alone.unwrap_or_else(|| words::other(&Count::of(text, script))))
}

#[cfg(test)]
mod tests {
    use super::detect;

    #[test]
    fn a_short_text_tells_nothing() {
        for text in ["", "Guten Tag", "Angela Merkel, Bundeskanzlerin", "東京", "42 : 17", "Arsenal 2 Chelsea 1"] {
            assert_eq!(detect(text), None, "{text}");
        }
    }

    #[test]
    fn english_is_english_whatever_it_quotes() {
        let quoted = "“Wir haben das nicht gewusst, und es ist nicht die Schuld der Stadt, dass der Damm nicht hielt”, he \
                      said in German. “Das ist mir zu wenig.” The mayor of the town had said that she would not answer any \
                      of the questions which were put to her by the families who have lost their homes in the flood.";
        assert_eq!(detect(quoted).map(|language| language.to_string()).as_deref(), Some("en"));
        let names = "Virgil van Dijk, Frenkie de Jong, Matthijs de Ligt, Angel di María, Rafael van der Vaart, Ronald de \
                     Boer, Robin van Persie, Marco van Basten, Giovanni van Bronckhorst, Edgar de la Cruz";
        assert_eq!(detect(names), None);
    }

    #[test]
    fn what_no_list_knows_is_another_language() {
        // Made of syllables: nobody's language.
        let text = "tavo merilu sonka perit olavu ".repeat(40);
        assert_eq!(detect(&text).map(|language| language.to_string()).as_deref(), Some("und"));
    }
}
