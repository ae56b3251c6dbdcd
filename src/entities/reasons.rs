//! Confidence of a mention, and the reasons for it.

use crate::entities::evidence::{
    ACRONYM, CONTEXT, DATELINE, FAMILY_NAME, FIRST_NAME, FULL_NAME, GAZETTEER, KNOWN, ORGANIZATION_WORD, PLACE_LIST,
    PLACE_WORD, PREPOSITION, SPEECH, TITLE_BEFORE, because,
};
use crate::entities::facts;
use crate::entities::name::{Name, View, permille};
use crate::lexicon::{Cues, Lists};
use crate::tagger::{Class, Tagger, is_title};
use crate::vocabulary::{Confidence, Evidence};

/// The fuller form that a mention belongs to.
pub(super) struct Link<'a> {
    pub(super) full: &'a str,
    pub(super) acronym: bool,
}

/// The calibrated confidence of a mention.
pub(super) fn confidence(tagger: &Tagger, name: &Name) -> Confidence {
    let table = &tagger.weights().confidence;
    let uncalibrated = permille(name.margin).max(if name.known { 600 } else { 0 });
    let Some(last) = table.len().checked_sub(1) else {
        return Confidence::permille(uncalibrated as u16);
    };
    Confidence::permille(table[confidence_step(name.margin).min(last)])
}

/// The step of the calibration table that a margin falls in: the first holds all names that the article has and the
/// model alone would not, the others 16 units each.
pub const fn confidence_step(margin: i32) -> usize {
    if margin < 0 { 0 } else { 1 + (margin / 16) as usize }
}

/// The reasons for a mention, strongest first.
pub(super) fn reasons(view: View<'_>, name: &Name, link: Option<&Link<'_>>) -> Vec<Evidence> {
    let mut out = Vec::new();
    let (start, end) = (name.tokens.start, name.tokens.end);
    let (first, last) = (view.article.word(start), view.article.word(end - 1));
    let before = view.before(start);
    let after = view.after(end - 1);
    if let Some(link) = link {
        out.push(because(if link.acronym { ACRONYM } else { FULL_NAME }, link.full));
    }
    match name.class {
        Class::Person => {
            if let Some(second) = before.filter(|&second| is_title(view.article.word(second))) {
                out.push(because(TITLE_BEFORE, view.text(second)));
            }
            if first.on(Lists::FIRST.with(Lists::MALE).with(Lists::FEMALE)) {
                out.push(because(FIRST_NAME, view.text(start)));
            }
            if name.tokens.len() > 1 && last.on(Lists::LAST) {
                out.push(because(FAMILY_NAME, view.text(end - 1)));
            }
        }
        Class::Place => {
            if let Some(place) = facts::place(view, name) {
                out.push(because(GAZETTEER, place.kind.name()));
            } else if listed(view, name) {
                out.push(because(PLACE_LIST, view.slice(&name.tokens)));
            }
            if let Some(token) =
                name.tokens.clone().find(|&token| name.tokens.len() > 1 && view.article.word(token).is(Cues::PLACE))
            {
                out.push(because(PLACE_WORD, view.text(token)));
            }
            if let Some(second) = before.filter(|&second| view.article.word(second).is(Cues::LOCATIVE)) {
                out.push(because(PREPOSITION, view.text(second)));
            }
            let range = view.range(&name.tokens);
            let block = view.source.paragraph_at(range.start()).and_then(|prior| view.segmentation.blocks.get(prior));
            if block.and_then(|second| second.dateline).is_some_and(|distance| distance.contains_range(range)) {
                out.push(because(DATELINE, ""));
            }
        }
        Class::Organization | Class::Other => {
            if let Some(token) = name.tokens.clone().find(|&token| view.article.word(token).is(Cues::ORGANIZATION)) {
                out.push(because(ORGANIZATION_WORD, view.text(token)));
            }
        }
    }
    if name.class != Class::Place {
        let speaks = |token: &usize| view.article.word(*token).is(Cues::SPEECH);
        if let Some(token) = after.filter(speaks).or(before.filter(speaks)) {
            out.push(because(SPEECH, view.text(token)));
        }
    }
    if name.known {
        out.push(because(KNOWN, view.slice(&name.tokens)));
    }
    if name.margin > 0 {
        out.push(because(CONTEXT, ""));
    }
    if out.is_empty() {
        out.push(because(KNOWN, view.slice(&name.tokens)));
    }
    out
}

fn listed(view: View<'_>, name: &Name) -> bool {
    let places =
        Lists::COUNTRY.with(Lists::REGION).with(Lists::CITY).with(Lists::TOWN).with(Lists::ALIAS).with(Lists::AREA);
    view.lexicon.get(view.key(name.tokens.clone())).is_some_and(|e| e.lists.any(places))
}
