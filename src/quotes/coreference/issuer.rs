//! Whom a text stands for: "the statement", "a letter from the Department". Its issuer is meant.

use crate::entities::{EntityIndex, EntityKind};
use crate::lexicon::grammar::pronouns::POINTING_BACK;

use crate::quotes::coreference::discourse::Discourse;
use crate::quotes::coreference::salience::Salience;
use crate::quotes::parse::index::NominalId;
use crate::quotes::parse::nominals::{Kind, Nominal};

/// The text is spoken of before at most so many words back.
const MOST_WORDS: u32 = 150;
/// And at most so many sentences back.
const MOST_SENTENCES: u32 = 3;

/// Who issued the text that nominal `index` names.
pub(crate) fn issuer(discourse: Discourse<'_>, salience: &Salience<'_>, index: NominalId) -> Option<EntityIndex> {
    named_behind(discourse, index)
        .or_else(|| named_within(discourse, &discourse.nominals[index]))
        .or_else(|| named_before(discourse, salience, index))
}

/// "a letter from the Department"
fn named_behind(discourse: Discourse<'_>, index: NominalId) -> Option<EntityIndex> {
    let (text, issuer) = (&discourse.nominals[index], discourse.nominals.get(index + 1)?);
    let joined = issuer.first <= text.end + 2 && matches!(discourse.word_behind(text), "from" | "by");
    issuer.entity.filter(|_| joined && matches!(issuer.kind, Kind::Organization | Kind::Person))
}

/// "the Department's letter"
fn named_within(discourse: Discourse<'_>, text: &Nominal) -> Option<EntityIndex> {
    let (mentions, range) = (&discourse.names.mentions, discourse.words.range(text.items()));
    let first = mentions.partition_point(|mention| mention.range.start() < range.start());
    let name = mentions.get(first).filter(|mention| mention.range.end() <= range.end())?;
    (name.kind != EntityKind::Place).then_some(name.entity)
}

/// "… said in a statement. …, the statement read": who was named first in the sentence that spoke of it before.
fn named_before(discourse: Discourse<'_>, salience: &Salience<'_>, index: NominalId) -> Option<EntityIndex> {
    let (words, nominals) = (discourse.words, discourse.nominals);
    let text = &nominals[index];
    if !POINTING_BACK.contains(&discourse.first_word(text)) {
        return None;
    }
    let noun = text.role?.singular;
    let here = discourse.sentence(text);
    let before = text.first.back(MOST_WORDS).to(text.first).iter().rev().find(|&at| {
        let item = &words.items[at];
        item.role.is_some_and(|role| role.singular == noun)
            && item.sentence < here
            && item.sentence + MOST_SENTENCES >= here
    })?;
    let sentence = words.items[before].sentence;
    let first = nominals.partition_point(|nominal| discourse.sentence(nominal) < sentence);
    let mut named = first.to(index).iter().take_while(|&named| discourse.sentence(&nominals[named]) == sentence);
    named.find_map(|named| salience.meant(named))
}
