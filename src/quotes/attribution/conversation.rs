//! Who talks to whom: quotes that answer one another, and those whom a quote speaks of or to.

use crate::entities::{EntityIndex, EntityKind, Recognition};
use crate::lexicon::names::titles::courtesy;
use crate::lexicon::speech::calls::BEFORE_NAMES;
use crate::lexicon::verbs::{Form, SpeechWord};
use crate::text::TextRange;

use crate::quotes::attribution::candidate::Region;
use crate::quotes::attribution::exchange::answers;
use crate::quotes::attribution::rank::Decision;
use crate::quotes::parse::context::Field;
use crate::quotes::parse::index::{IdVec, ItemId, NominalId, QuoteId};
use crate::quotes::parse::nominals::Kind;
use crate::quotes::reported::pattern::Reported;
use crate::quotes::spans::glyph::is_word;

/// Points against somebody whom the quote names: few speak of themselves by name.
const SPOKEN_OF: i32 = 10;

/// What the quotes say of those who say them; each by the nominal that names the speaker.
#[derive(Debug, Default)]
pub(crate) struct Talk {
    /// Each quote that somebody says, in order, and what is said without marks.
    pub(crate) spoke: Vec<Spoke>,
    /// Who is named in a pronoun's words, by speaker.
    pub(crate) against: Vec<Against>,
    /// Whom a pronoun answers, by speaker.
    pub(crate) answers: Vec<Answer>,
}

impl Talk {
    /// Takes in what is said without marks, in order, and who merely speaks ("this he wrote on Friday"): they may go on.
    pub(crate) fn hear(&mut self, field: &Field<'_>, reported: &[Reported]) {
        let said = reported.iter().filter(|clause| !clause.thought);
        let said = said.filter_map(|clause| Some((clause.end().previous()?, clause.speaker?)));
        let items = &field.words.items;
        let speaks = |&&at: &&ItemId| {
            let strong = |word: &SpeechWord| {
                word.strength == SpeechWord::STRONG && matches!(word.form, Form::Past | Form::Third)
            };
            items[at].speech.is_some_and(strong)
        };
        let merely = field.words.reporting.iter().filter(speaks).filter_map(|&at| {
            let before = field.ended(at).previous()?;
            let subject = &field.nominals[before];
            let named = matches!(subject.kind, Kind::Person | Kind::Pronoun) && !subject.possessive;
            (named && subject.end == at).then_some((at, before))
        });
        let unmarked = said.chain(merely).map(|(last, speaker)| Spoke { last, speaker, marked: false });
        self.spoke.extend(unmarked);
        self.spoke.sort_by_key(|spoke| (spoke.last, !spoke.marked));
        self.spoke.dedup_by_key(|spoke| spoke.speaker);
    }
}

/// Somebody says a quote, or something else.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spoke {
    /// Its last item.
    pub(crate) last: ItemId,
    /// The nominal that names the speaker.
    pub(crate) speaker: NominalId,
    /// It is a quote.
    pub(crate) marked: bool,
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
        out.spoke.push(Spoke { last: field.words.places[quote].last, speaker, marked: true });
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
