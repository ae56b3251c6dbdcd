//! Names beside roles: "its director, Yaa Boateng,". Which of the two to show as the speaker, and whom the role means.

use crate::entities::EntityIndex;
use crate::lexicon::grammar::prepositions::OF_OFFICE;
use crate::lexicon::roles::Bearer;

use crate::quotes::coreference::discourse::Discourse;
use crate::quotes::parse::index::NominalId;
use crate::quotes::parse::items::Class;
use crate::quotes::parse::nominals::{Kind, Nominal};

/// The mention to show for the speaker that nominal `index` names: the name that stands in apposition behind a role ("its
/// director, Yaa Boateng,") or before it, the person rather than the body behind the preposition ("a spokeswoman for the
/// Bureau"), else the nominal itself.
pub(crate) fn fullest_mention(discourse: Discourse<'_>, index: NominalId) -> NominalId {
    let index = person_of_body(discourse, index);
    let nominal = &discourse.nominals[index];
    if !may_stand_beside_name(nominal) || nominal.role.is_none() {
        return index;
    }
    let name_behind = discourse.nominals.get(index + 1).is_some_and(|name| {
        matches!(name.kind, Kind::Person | Kind::Capital)
            && discourse.comma_between(nominal, name)
            && matches!(discourse.class_behind(name), Class::Comma | Class::Stop | Class::Quote | Class::Dash)
    });
    if name_behind {
        return index + 1;
    }
    // "Slobozhanska Power, the regional operator, calls": a description behind the name is not the mention.
    let name_before = index.previous().filter(|&before| {
        let name = &discourse.nominals[before];
        name.entity.is_some()
            && matches!(name.kind, Kind::Person | Kind::Organization)
            && !name.possessive
            && discourse.comma_between(name, nominal)
            && discourse.class_behind(nominal) == Class::Comma
    });
    name_before.unwrap_or(index)
}

/// The person or role before the preposition, where nominal `index` is the body behind it.
fn person_of_body(discourse: Discourse<'_>, index: NominalId) -> NominalId {
    let nominal = &discourse.nominals[index];
    let Some(before) = index.previous() else { return index };
    let person = &discourse.nominals[before];
    let is_body = matches!(nominal.kind, Kind::Organization | Kind::Place);
    let is_person = person.kind == Kind::Person
        || person.kind == Kind::Role
            && person.role.is_some_and(|role| !matches!(role.bearer, Bearer::Body | Bearer::Medium));
    let joined = || {
        OF_OFFICE.contains(&discourse.word_behind(person))
            && nominal.first <= person.end + 2
            && discourse.words.together(person.end, nominal.first)
    };
    if is_body && is_person && joined() { before } else { index }
}

/// The entity of the name in apposition to nominal `index`: "the spokesman, Josh Schwerin,".
pub(crate) fn name_in_apposition(discourse: Discourse<'_>, index: NominalId) -> Option<EntityIndex> {
    let role = &discourse.nominals[index];
    if !may_stand_beside_name(role) {
        return None;
    }
    let name = name_behind(discourse, index)
        .or_else(|| name_behind_place(discourse, index))
        .or_else(|| name_before(discourse, index));
    name.and_then(|name| name.entity)
}

/// A role or other noun phrase that stands for one.
fn may_stand_beside_name(nominal: &Nominal) -> bool {
    matches!(nominal.kind, Kind::Role | Kind::Phrase) && !nominal.role.is_some_and(|role| role.plural)
}

fn names_body(role: &Nominal) -> bool {
    role.role.is_some_and(|role| role.bearer == Bearer::Body)
}

/// Whether a name of this kind may be meant by the role before it.
fn may_be_named(discourse: Discourse<'_>, role: &Nominal, name: &Nominal) -> bool {
    match name.kind {
        Kind::Person => !names_body(role),
        // "Its owner, Sahel Holding,"
        Kind::Organization => {
            names_body(role) || (name.first == role.end + 1 && discourse.class_behind(name) == Class::Comma)
        }
        _ => false,
    }
}

/// "the spokesman Josh Schwerin", "the spokesman, Josh Schwerin,"
fn name_behind(discourse: Discourse<'_>, index: NominalId) -> Option<&Nominal> {
    let (role, name) = (&discourse.nominals[index], discourse.nominals.get(index + 1)?);
    let adjacent = name.first == role.end;
    let set_off = || {
        discourse.comma_between(role, name)
            && matches!(discourse.class_behind(name), Class::Comma | Class::Stop | Class::Quote | Class::Preposition)
    };
    ((adjacent || set_off()) && may_be_named(discourse, role, name)).then_some(name)
}

/// "the girl from Auxerre, Inès Belkadi,"
fn name_behind_place(discourse: Discourse<'_>, index: NominalId) -> Option<&Nominal> {
    let role = &discourse.nominals[index];
    let (place, name) = (discourse.nominals.get(index + 1)?, discourse.nominals.get(index + 2)?);
    let from_place = discourse.class_behind(role) == Class::Preposition && place.first == role.end + 1;
    let set_off = discourse.comma_between(place, name) && discourse.class_behind(name) == Class::Comma;
    (from_place && set_off && may_be_named(discourse, role, name)).then_some(name)
}

/// "Josh Schwerin, the spokesman,"
fn name_before(discourse: Discourse<'_>, index: NominalId) -> Option<&Nominal> {
    let (role, name) = (&discourse.nominals[index], &discourse.nominals[index.previous()?]);
    let set_off = discourse.comma_between(name, role) && discourse.class_behind(role) == Class::Comma;
    let fits = name.kind == Kind::Organization || name.kind == Kind::Person && !names_body(role);
    (set_off && fits && name.entity.is_some()).then_some(name)
}
