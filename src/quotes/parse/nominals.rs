//! Words that may name a speaker: names with their titles, pronouns, role nouns, runs of capitals, other noun phrases.

use crate::entities::{EntityIndex, EntityKind, Recognition};
use crate::lexicon::grammar::determiners::QUANTIFIERS;
use crate::lexicon::roles::{self, Bearer, Role};
use crate::lexicon::verbs::SpeechWord;
use crate::quotes::parse::index::{IdVec, ItemId, ItemRange, NominalId};
use crate::quotes::parse::items::{Class, Words};
use crate::quotes::parse::phrases::Phrases;
use crate::text::has_in_any_case;

/// Of so many items one is a nominal or begins one, at most, as a rule: the room that is set aside.
const ITEMS_TO_ONE_NOMINAL: usize = 6;

/// What kind of words a nominal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// A personal name.
    Person,
    /// An organization's name.
    Organization,
    /// A place's name.
    Place,
    /// he, she, they, I, we
    Pronoun,
    /// it, who, that
    Weak,
    /// "the minister", "officials"
    Role,
    /// Capitals that the recognizer did not take for a name.
    Capital,
    /// Any other noun phrase with a determiner.
    Phrase,
}

/// A possible speaker mention.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Nominal {
    /// First item.
    pub(crate) first: ItemId,
    /// One past the last item.
    pub(crate) end: ItemId,
    pub(crate) kind: Kind,
    /// Entity of the head, if a name.
    pub(crate) entity: Option<EntityIndex>,
    /// Role noun of the head.
    pub(crate) role: Option<&'static Role>,
    /// A genitive follows.
    pub(crate) possessive: bool,
}

impl Nominal {
    /// All its items.
    pub(crate) fn items(&self) -> ItemRange {
        self.first.to(self.end)
    }

    /// One word.
    fn single(at: ItemId, kind: Kind) -> Self {
        Self { first: at, end: at.next(), kind, entity: None, role: None, possessive: false }
    }
}

/// Nominals, in order.
pub(crate) type Nominals = IdVec<NominalId, Nominal>;

/// Everything in the article that may name a speaker, outside quotations, in order.
pub(crate) fn nominals(words: &Words<'_>, names: &Recognition) -> Nominals {
    let phrases = Phrases::of(words, &names.mentions);
    let mut out = Nominals::with_capacity(words.items.len() / ITEMS_TO_ONE_NOMINAL);
    let (mut at, mut free) = (ItemId::FIRST, ItemId::FIRST);
    while at < words.items.end() {
        let found = if words.items[at].opens || phrases.mention(at).is_some() {
            nominal_from(&phrases, names, at, free)
        } else {
            None
        };
        let Some(nominal) = found else {
            at += 1;
            continue;
        };
        free = nominal.end;
        at = free;
        out.push(nominal);
    }
    out
}

/// For each item and the end, the first nominal that does not end before it or at it.
pub(crate) fn ended(nominals: &Nominals, words: &Words<'_>) -> IdVec<ItemId, NominalId> {
    let mut out = IdVec::with_capacity(words.items.len() + 1);
    for (index, nominal) in nominals.enumerated() {
        out.fill_up(index, nominal.end);
    }
    out.fill_up(nominals.end(), words.items.end().next());
    out
}

/// The nominal whose core begins at `at`; the words before it that may belong to it begin at `free`.
fn nominal_from(phrases: &Phrases<'_>, names: &Recognition, at: ItemId, free: ItemId) -> Option<Nominal> {
    let words = phrases.words;
    match words.class(at) {
        Class::Pronoun => return Some(Nominal::single(at, Kind::Pronoun)),
        Class::Weak | Class::Relative => return Some(Nominal::single(at, Kind::Weak)),
        Class::Possessive if owns_claim(words, at) => {
            return Some(Nominal { possessive: true, ..Nominal::single(at, Kind::Pronoun) });
        }
        Class::Object | Class::Possessive if is_source(words, at) => {
            return Some(Nominal::single(at, Kind::Pronoun));
        }
        Class::Object if phrases.mention(at).is_none() => return None,
        _ => {}
    }
    if let Some(end) = phrases.core_end(at) {
        return Some(of_core(phrases, names, at.to(end), free));
    }
    match words.class(at) {
        Class::Determiner if is_subject(words, at) => {
            Some(Nominal { role: roles::role("many"), ..Nominal::single(at, Kind::Role) })
        }
        Class::Determiner | Class::Possessive => phrases.phrase_end(at).map(|end| Nominal {
            end,
            possessive: words.class(end) == Class::Genitive,
            ..Nominal::single(at, Kind::Phrase)
        }),
        _ => None,
    }
}

/// "*his* claim that"
fn owns_claim(words: &Words<'_>, at: ItemId) -> bool {
    words.str(at + 2) == "that" && words.items.get(at + 1).is_some_and(|item| item.speech.is_some())
}

/// "according to *her*"
fn is_source(words: &Words<'_>, at: ItemId) -> bool {
    at >= ItemId::FIRST + 2
        && words.str(at - 1) == "to"
        && words.str(at - 2).eq_ignore_ascii_case("according")
        && !matches!(words.class(at + 1), Class::Other | Class::Capital | Class::Number)
}

/// "*Many* argue that …"
fn is_subject(words: &Words<'_>, at: ItemId) -> bool {
    let says = |at: ItemId| {
        words.items.get(at).is_some_and(|item| item.speech.is_some_and(|word| word.strength >= SpeechWord::OFTEN))
    };
    let next = at + 1;
    (says(next) || matches!(words.class(next), Class::Adverb | Class::Auxiliary) && says(at + 2))
        && words.together(at, next)
        && has_in_any_case(QUANTIFIERS, words.str(at))
}

/// The nominal of the words in `core`, with those from `free` on that belong to it.
fn of_core(phrases: &Phrases<'_>, names: &Recognition, core: ItemRange, free: ItemId) -> Nominal {
    let words = phrases.words;
    let ItemRange { first: start, end } = core;
    let head = end - 1;
    let (kind, entity, role) = meaning(phrases, names, head);
    let mut first = phrases.start(start, free);
    // "the Ministry of Justice": a name goes without its article.
    let named = matches!(kind, Kind::Person | Kind::Organization);
    if named
        && first < start
        && phrases.mention(start).is_some()
        && phrases.mention(start) == phrases.mention(head)
        && first.to(start).iter().all(|at| words.class(at) == Class::Determiner)
    {
        first = start;
    }
    let possessive = words.class(end) == Class::Genitive && words.together(start, end);
    Nominal { first, end, kind, entity, role, possessive }
}

/// What a core means by its last word, `head`: its kind, its entity, its role noun.
fn meaning(
    phrases: &Phrases<'_>,
    names: &Recognition,
    head: ItemId,
) -> (Kind, Option<EntityIndex>, Option<&'static Role>) {
    let role = phrases.words.items[head].role;
    let Some(mention) = phrases.mention(head).and_then(|mention| names.mentions.get(mention.index())) else {
        return (if role.is_some() { Kind::Role } else { Kind::Capital }, None, role);
    };
    let entity = Some(mention.entity);
    match mention.kind {
        EntityKind::Person => (Kind::Person, entity, None),
        EntityKind::Organization => (Kind::Organization, entity, role),
        EntityKind::Place => {
            let somebody = role.is_some_and(|role| !matches!(role.bearer, Bearer::Body | Bearer::Medium));
            (if somebody { Kind::Role } else { Kind::Place }, entity, role)
        }
    }
}

/// The last word of a phrase.
pub(crate) fn last_word(phrase: &str) -> &str {
    // Phrases are short: looking at one byte after the other is quickest.
    phrase.bytes().rposition(|byte| byte == b' ').map_or(phrase, |space| &phrase[space + 1..])
}
