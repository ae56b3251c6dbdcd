//! Headlines that say what somebody says: "Trump Says He Will Win", "Trump: He Will Win".

use std::ops::RangeInclusive;

use crate::lexicon::verbs::{Form, SpeechWord};
use crate::quotes::parse::index::ItemId;
use crate::quotes::parse::items::Class;
use crate::quotes::reported::pattern::{Pattern, Reported};
use crate::quotes::reported::sentence::Sentence;

/// Headlines have so many items.
const LENGTHS: RangeInclusive<u32> = 4..=30;
/// The cue stands within so many items.
const CUE_REACH: usize = 12;
/// Words up to this length have small letters in headlines, too; in bytes.
const SHORT_WORD: usize = 3;
/// So many longer words must be there to tell.
const FEWEST_WORDS: u32 = 3;
/// Of so many longer words one may begin with a small letter.
const WORDS_TO_ONE_SMALL: u32 = 10;

/// What a sentence reports that is a headline.
pub(crate) fn headline(sentence: &Sentence<'_>) -> Option<Reported> {
    let &Sentence { words, start, end, .. } = sentence;
    if sentence.class(start) != Class::Capital || !LENGTHS.contains(&(end - start)) {
        return None;
    }
    let opens = start == ItemId::FIRST || words.items[start - 1].paragraph != words.items[start].paragraph;
    if !opens || !in_capitals(sentence) {
        return None;
    }
    let cue = cue(sentence)?;
    let speaker = sentence.nominal_before(cue).filter(|(_, nominal)| nominal.first >= start);
    let mut last = end;
    while last > cue + 1 && sentence.class(last - 1) == Class::Stop {
        last -= 1;
    }
    let strength = match sentence.speech(cue) {
        _ if sentence.class(cue) == Class::Colon => SpeechWord::NOW_AND_THEN,
        Some(word) => word.strength,
        None => SpeechWord::OFTEN,
    };
    Some(Reported {
        parts: vec![(cue + 1).to(last)],
        cue: cue.to(cue + 1),
        speaker: speaker.map(|(number, _)| number),
        thought: false,
        pattern: Pattern::Headline,
        strength,
        confidence: 0,
    })
}

/// Whether of ten longer words nine have a capital.
fn in_capitals(sentence: &Sentence<'_>) -> bool {
    let most = sentence.end - sentence.start;
    let (mut all, mut small) = (0, 0);
    for word in sentence.start.to(sentence.end).iter().map(|at| sentence.str(at)) {
        if word.len() <= SHORT_WORD || !word.starts_with(char::is_alphabetic) {
            continue;
        }
        all += 1;
        small += u32::from(!word.starts_with(char::is_uppercase));
        if small * WORDS_TO_ONE_SMALL > most {
            return false;
        }
    }
    all >= FEWEST_WORDS && small * WORDS_TO_ONE_SMALL <= all
}

/// The colon or verb of saying behind the speaker's name.
fn cue(sentence: &Sentence<'_>) -> Option<ItemId> {
    let says = |word: &SpeechWord| word.strength >= SpeechWord::OFTEN && matches!(word.form, Form::Third | Form::Past);
    let cue = (sentence.start + 1)
        .to(sentence.end - 1)
        .iter()
        .take(CUE_REACH)
        .find(|&at| sentence.class(at) == Class::Colon || sentence.speech(at).is_some_and(says))?;
    let name = |at| matches!(sentence.class(at), Class::Capital | Class::Preposition | Class::Genitive | Class::Number);
    sentence.start.to(cue).iter().all(name).then_some(cue)
}
