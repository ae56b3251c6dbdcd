//! Words that may name a speaker: names with their titles, pronouns, role nouns, runs of capitals, other noun phrases.

use crate::entities::{EntityIndex, EntityKind, Recognition};
use crate::lexicon::grammar::determiners::QUANTIFIERS;
use crate::lexicon::names::bodies::JOINING;
use crate::lexicon::names::offices::{ALSO_ADJECTIVES, BEFORE_OFFICES};
use crate::lexicon::roles::{Bearer, Role};
use crate::lexicon::verbs::Form;
use crate::text::{TextSize, has_in_any_case};

use crate::quotes::parse::index::{IdVec, ItemId, ItemRange, NominalId};
use crate::quotes::parse::items::{Class, Words};

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
}

/// Nominals, in order.
pub(crate) type Nominals = IdVec<NominalId, Nominal>;

/// By item, which of the article's mentions covers it.
type Covering = IdVec<ItemId, Option<u32>>;

/// Everything in the article that may name a speaker, outside quotations, in order.
pub(crate) fn nominals(words: &Words<'_>, names: &Recognition) -> Nominals {
    let items = &words.items;
    // The mention that covers each item.
    let mut mention: Covering = IdVec::filled(None, items.end());
    let mut at = ItemId::FIRST;
    for (number, m) in (0..).zip(&names.mentions) {
        while items.get(at).is_some_and(|item| item.range.end() <= m.range.start()) {
            at += 1;
        }
        while let Some(item) = items.get(at).filter(|item| item.range.start() < m.range.end()) {
            if item.class != Class::Quote {
                mention[at].get_or_insert(number);
            }
            // What goes on behind the name may hold the next one, too.
            if item.range.end() > m.range.end() {
                break;
            }
            at += 1;
        }
    }
    let mut out = Nominals::with_capacity(items.len() / 6);
    let mut at = ItemId::FIRST;
    while at < items.end() {
        let item = &items[at];
        if !item.opens && mention[at].is_none() {
            at += 1;
            continue;
        }
        match item.class {
            Class::Pronoun => out.push(simple(at, Kind::Pronoun)),
            Class::Weak | Class::Relative => out.push(simple(at, Kind::Weak)),
            // "his claim that"
            Class::Possessive
                if words.str(at + 2) == "that" && words.items.get(at + 1).is_some_and(|i| i.speech.is_some()) =>
            {
                out.push(Nominal { possessive: true, ..simple(at, Kind::Pronoun) });
            }
            // "according to her"
            Class::Object | Class::Possessive
                if at >= ItemId::FIRST + 2
                    && words.str(at - 1) == "to"
                    && words.str(at - 2).eq_ignore_ascii_case("according")
                    && !matches!(words.class(at + 1), Class::Other | Class::Capital | Class::Number) =>
            {
                out.push(simple(at, Kind::Pronoun));
            }
            Class::Object if mention[at].is_none() => {}
            _ => {
                if let Some(end) = run(words, &mention, at) {
                    let nominal = finish(words, names, &mention, at, end, out.last().map_or(ItemId::FIRST, |n| n.end));
                    at = end;
                    out.push(nominal);
                    continue;
                }
                // "Many argue that …"
                let speaks = |i: ItemId| items.get(i).is_some_and(|v| v.speech.is_some_and(|s| s.strength >= 2));
                if item.class == Class::Determiner
                    && (speaks(at + 1)
                        || matches!(words.class(at + 1), Class::Adverb | Class::Auxiliary) && speaks(at + 2))
                    && words.together(at, at + 1)
                    && has_in_any_case(QUANTIFIERS, words.str(at))
                {
                    let mut plural = simple(at, Kind::Role);
                    plural.role = crate::lexicon::roles::role("many");
                    out.push(plural);
                    at += 1;
                    continue;
                }
                if matches!(item.class, Class::Determiner | Class::Possessive)
                    && let Some(end) = phrase(words, &mention, at)
                {
                    out.push(Nominal {
                        first: at,
                        end,
                        kind: Kind::Phrase,
                        entity: None,
                        role: None,
                        possessive: words.class(end) == Class::Genitive,
                    });
                    at = end;
                    continue;
                }
            }
        }
        at += 1;
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

fn simple(at: ItemId, kind: Kind) -> Nominal {
    Nominal { first: at, end: at.next(), kind, entity: None, role: None, possessive: false }
}

/// Whether an item may stand in the core of a name or role.
fn core(words: &Words<'_>, mention: &Covering, at: ItemId) -> bool {
    let Some(item) = words.items.get(at) else { return false };
    mention[at].is_some()
        || (item.class == Class::Capital && !(words.begins(at) && item.speech.is_some_and(|s| s.strength >= 2)))
        // "report" the noun, but not "he reports"; "chair" after a determiner.
        || (item.role.is_some()
            && item.class == Class::Other
            && !is_verb_here(words, at)
            && !describes(words, at)
            && !reports(words, mention, at))
}

/// Whether "reports" or "left" behind a name is a verb: "Ben Rutherford reports that", "Aurelio Carrasco left his tools".
fn reports(words: &Words<'_>, mention: &Covering, at: ItemId) -> bool {
    at > ItemId::FIRST
        && mention[at - 1].is_some()
        && (words.str(at) == "left" || words.items[at].speech.is_some_and(|s| s.form == Form::Third))
}

/// Whether a word that is both a role noun and an adjective stands before its noun: "the official record".
fn describes(words: &Words<'_>, at: ItemId) -> bool {
    ALSO_ADJECTIVES.contains(&words.str(at))
        && words.together(at, at + 1)
        && words.items.get(at + 1).is_some_and(|n| {
            n.class == Class::Other
                && n.role.is_none()
                && n.speech.is_none()
                && n.range.start() == words.items[at].range.end() + TextSize::new(1)
        })
}

/// Whether a word that is both a role noun and a word of saying stands as a verb.
fn is_verb_here(words: &Words<'_>, at: ItemId) -> bool {
    words.items[at].speech.is_some()
        && !(at > ItemId::FIRST
            && matches!(
                words.class(at - 1),
                Class::Determiner | Class::Possessive | Class::Genitive | Class::Other | Class::Capital
            ))
}

/// The end of the run of core words that starts at `at`: genitives and small words inside belong to it.
fn run(words: &Words<'_>, mention: &Covering, at: ItemId) -> Option<ItemId> {
    if !core(words, mention, at) {
        return None;
    }
    let mut end = at + 1;
    while end < words.items.end() && end - at < 16 && words.together(at, end) {
        let here = words.class(end);
        let inside = mention[end].is_some() && mention[end] == mention[end - 1];
        let joined = core(words, mention, end)
            || inside
            || (here == Class::Genitive && tail(words, mention, end + 1).is_some())
            || (here == Class::Mark
                && words.str(end) == "-"
                && core(words, mention, end + 1)
                && words.items[end].range.start() == words.items[end - 1].range.end())
            || (JOINING.contains(&words.str(end)) && names_both_sides(words, mention, end));
        if here == Class::Genitive && joined {
            end = tail(words, mention, end + 1).unwrap_or(end + 1);
            continue;
        }
        // Two names side by side are two nominals only across a break; "Clinton spokesman Josh Schwerin" is one.
        if !joined {
            break;
        }
        end += 1;
    }
    Some(end)
}

/// "of" within one organization's name.
fn names_both_sides(_words: &Words<'_>, mention: &Covering, at: ItemId) -> bool {
    at > ItemId::FIRST && mention[at].is_some() && mention[at - 1] == mention[at]
}

/// After a genitive: up to three other words and then core words ("Trump's new campaign manager"); where they end.
fn tail(words: &Words<'_>, mention: &Covering, from: ItemId) -> Option<ItemId> {
    let mut at = from;
    while at < from + 4
        && words.class(at) == Class::Other
        && !core(words, mention, at)
        && words.items[at].speech.is_none()
    {
        at += 1;
    }
    core(words, mention, at).then_some(at + 1)
}

/// A determiner and the words up to the end of its phrase.
fn phrase(words: &Words<'_>, mention: &Covering, at: ItemId) -> Option<ItemId> {
    let mut end = at + 1;
    while end < at + 6 && words.together(at, end) {
        let item = &words.items[end];
        if core(words, mention, end) {
            // A role or name ends it: that run takes the determiner along.
            return None;
        }
        let inner = match item.class {
            Class::Determiner | Class::Number => true,
            Class::Other => end == at + 1 || item.speech.is_none_or(|s| s.strength < 2),
            Class::Adverb => end == at + 1,
            _ => false,
        };
        if !inner {
            break;
        }
        end += 1;
    }
    (end > at + 1).then_some(end)
}

/// Makes the nominal of the core words `start..end`, taking along the words before that belong to them.
fn finish(
    words: &Words<'_>,
    names: &Recognition,
    mention: &Covering,
    start: ItemId,
    end: ItemId,
    floor: ItemId,
) -> Nominal {
    let mut first = start;
    // Adjectives and nouns up to a determiner: "the former state senator".
    let mut back = start;
    let mut found = false;
    while back > floor && start - back < 6 && words.together(back - 1, start) {
        let before = &words.items[back - 1];
        match before.class {
            Class::Determiner | Class::Possessive => {
                back -= 1;
                found = true;
                break;
            }
            Class::Other | Class::Number | Class::Adverb if before.speech.is_none_or(|s| s.strength < 2) => back -= 1,
            _ => break,
        }
    }
    if found {
        while back > floor && matches!(words.class(back - 1), Class::Determiner) && words.together(back - 1, start) {
            back -= 1;
        }
        first = back;
    } else if start > floor && words.class(start - 1) == Class::Number && words.together(start - 1, start) {
        // "9 percent"
        first = start - 1;
    } else if start > floor && BEFORE_OFFICES.contains(&words.str(start - 1)) {
        first = start - 1;
    }
    let head = end - 1;
    let mut kind = Kind::Capital;
    let mut entity = None;
    let mut role = words.items[head].role;
    if let Some(m) = mention[head].and_then(|m| names.mentions.get(m as usize)) {
        kind = match m.kind {
            EntityKind::Person => Kind::Person,
            EntityKind::Organization => Kind::Organization,
            EntityKind::Place => Kind::Place,
        };
        entity = Some(m.entity);
        if kind == Kind::Person {
            role = None;
        }
    } else if role.is_some() {
        kind = Kind::Role;
        // "Justice Department" taken for an organization only in part, "Trump campaign": the body itself has no name.
    }
    if kind != Kind::Person
        && let Some(r) = role
        && !matches!(r.bearer, Bearer::Body | Bearer::Medium)
        && kind != Kind::Organization
    {
        kind = Kind::Role;
    }
    // "the Ministry of Justice": a name goes without its article.
    if matches!(kind, Kind::Person | Kind::Organization)
        && mention[start].is_some()
        && mention[start] == mention[head]
        && first < start
    {
        let only = first.to(start).iter().all(|i| words.class(i) == Class::Determiner);
        first = if only { start } else { first };
    }
    Nominal {
        first,
        end,
        kind,
        entity,
        role,
        possessive: words.class(end) == Class::Genitive && words.together(start, end),
    }
}

/// The last word of a phrase.
pub(crate) fn last_word(phrase: &str) -> &str {
    // Phrases are short: looking at one byte after the other is quickest.
    phrase.bytes().rposition(|b| b == b' ').map_or(phrase, |space| &phrase[space + 1..])
}
