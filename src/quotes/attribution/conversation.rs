//! Who talks to whom: quotes that answer one another, and those whom a quote speaks of or to.

use crate::entities::{EntityIndex, EntityKind, Recognition};
use crate::lexicon::names::titles::courtesy;
use crate::lexicon::speech::calls::BEFORE_NAMES;
use crate::text::TextRange;

use crate::quotes::attribution::candidate::Region;
use crate::quotes::attribution::exchange::answers;
use crate::quotes::attribution::rank::Decision;
use crate::quotes::parse::context::Field;
use crate::quotes::parse::index::{IdVec, ItemId, NominalId, QuoteId};
use crate::quotes::parse::nominals::Kind;
use crate::quotes::spans::glyph::is_word;

/// Points against somebody whom the quote names: few speak of themselves by name.
const SPOKEN_OF: i32 = 10;

/// What the quotes say of those who say them; each by the nominal that names the speaker.
#[derive(Debug, Default)]
pub(crate) struct Talk {
    /// Each quote that somebody says, in order.
    pub(crate) spoke: Vec<Spoke>,
    /// Who is named in a pronoun's words, by speaker.
    pub(crate) against: Vec<Against>,
    /// Whom a pronoun answers, by speaker.
    pub(crate) answers: Vec<Answer>,
}

/// Somebody says a quote.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spoke {
    /// The last item of the quote.
    pub(crate) last: ItemId,
    /// The nominal that names the speaker.
    pub(crate) speaker: NominalId,
}

/// The words of a speaker name an entity: it is hardly the speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Against {
    pub(crate) speaker: NominalId,
    pub(crate) entity: EntityIndex,
    /// Points against the entity; `None` bars it, for it is called.
    pub(crate) points: Option<i32>,
}

/// A speaker answers another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Answer {
    pub(crate) speaker: NominalId,
    /// Who spoke before.
    pub(crate) asked: NominalId,
}

/// What is known of the talk in which pronouns name speakers.
pub(crate) fn talk(field: &Field<'_>, decisions: &IdVec<QuoteId, Decision>, names: &Recognition) -> Talk {
    let mut out = Talk { spoke: Vec::with_capacity(decisions.len()), ..Talk::default() };
    for (quote, decision) in decisions.enumerated() {
        let Some(speaker) = decision.best.speaker else { continue };
        out.spoke.push(Spoke { last: field.words.places[quote].last, speaker });
        if field.nominals[speaker].kind != Kind::Pronoun || !field.shapes[quote].is_whole() {
            continue;
        }
        for part in &field.quotes[quote].parts {
            let from = names.mentions.partition_point(|mention| mention.range.start() < part.start());
            let inside = names.mentions[from..].iter().take_while(|mention| mention.range.end() <= part.end());
            for mention in inside.filter(|mention| mention.kind == EntityKind::Person) {
                let points = if called(field.words.text, *part, mention.range) { None } else { Some(SPOKEN_OF) };
                out.against.push(Against { speaker, entity: mention.entity, points });
            }
        }
        let own = !matches!(decision.best.region, Region::SameParagraph | Region::NextParagraph | Region::Turn);
        if own
            && answers(field, quote)
            && let Some(asked) = decisions[quote - 1].best.speaker
        {
            out.answers.push(Answer { speaker, asked });
        }
    }
    out.against.sort_unstable();
    out.answers.sort_unstable();
    out
}

/// Whether the name at `name` calls somebody: "Oh, Mr Bennet, …", "Come here, Tom!".
fn called(text: &str, part: TextRange, name: TextRange) -> bool {
    let before = text[part.start().index()..name.start().index()].trim_end();
    let title = |word: &&str| courtesy(word).is_some_and(|title| title.calls);
    let before = before.rsplit(' ').next().filter(title).and_then(|title| before.strip_suffix(title)).unwrap_or(before);
    let before = before.trim_end();
    let word = before.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or("");
    let opens = before.ends_with(|mark: char| !is_word(mark)) || BEFORE_NAMES.contains(&word);
    opens && text[name.end().index()..part.end().index()].starts_with([',', '!', '?', '.', '”', '"', '’', '—'])
}
