//! What is different between a kept version and the article as it is now, or another version.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::document::{CheckStatus, Document, Review};
use crate::storage::SessionId;
use crate::ui::services::saving::saver::Saver;
use crate::ui::snapshots::deeds::{read, restore};
use crate::ui::snapshots::row::{Versions, called};
use crate::ui::state::{Message, PageAction, SelectAction};
use crate::ui::strings::{Lang, Strings, fill, kind_name, message, quote_kind};
use crate::ui::widgets::context::{use_dispatch, use_lang, use_strings};
use crate::ui::widgets::select::{chosen, use_select};
use crate::view::{Aspect, Became, Comparison, Line, Spot, What, compare};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) id: SessionId,
    /// The article as it is now.
    pub(super) document: Document,
    pub(super) saver: Saver,
    pub(super) versions: Versions,
    pub(super) number: u32,
    pub(super) on_compare: Callback<Option<u32>>,
}

/// Two versions that were read, the later one with what is different in it.
type Read = Result<(Document, Comparison), Message>;

#[hook]
fn use_comparison(props: &Props, earlier: Option<u32>, later: Option<u32>) -> Option<Rc<Read>> {
    let done = use_state(|| None::<((Option<u32>, Option<u32>), Rc<Read>)>);
    let (setter, props) = (done.setter(), props.clone());
    use_effect_with(((earlier, later), props.document.clone()), move |&((earlier, later), _)| {
        spawn_local(async move {
            let of = async |number: Option<u32>| match number {
                Some(number) => read(&props.id, number, &props.saver).await,
                None => Ok(props.document.clone()),
            };
            let both = match (of(earlier).await, of(later).await) {
                (Ok(old), Ok(new)) => Ok((new.clone(), compare(&old, &new))),
                (Err(message), _) | (_, Err(message)) => Err(message),
            };
            setter.set(Some(((earlier, later), Rc::new(both))));
        });
    });
    done.as_ref().filter(|(of, _)| *of == (earlier, later)).map(|(_, read)| Rc::clone(read))
}

/// The comparison.
#[component]
pub(super) fn Difference(props: &Props) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let words = &t.snapshots;
    let other = use_state_eq(|| None::<u32>);
    let snapshot = |number: u32| props.versions.iter().find(|(it, _)| *it == number).map(|(_, snapshot)| snapshot);
    let made =
        |number: Option<u32>| number.and_then(snapshot).map_or((u64::MAX, 0), |it| (it.made_ms, number.unwrap_or(0)));
    let name = |number: Option<u32>| number.and_then(snapshot).map_or_else(|| words.now.into(), |it| called(lang, it));
    let (mut earlier, mut later) = (Some(props.number), *other);
    if made(later) < made(earlier) {
        (earlier, later) = (later, earlier);
    }
    let heading = use_node_ref();
    use_effect_with(heading.clone(), |heading| {
        if let Some(heading) = heading.cast::<web_sys::HtmlElement>() {
            let _ = heading.focus();
        }
    });
    let read = use_comparison(props, earlier, later);
    let select = use_select(other.map(|number| number.to_string()).unwrap_or_default());
    let onchange =
        { Callback::from(move |event: Event| other.set(chosen(&event).and_then(|value| value.parse().ok()))) };
    let on_restore = {
        let (props, name) = (props.clone(), name(Some(props.number)));
        Callback::from(move |_: MouseEvent| {
            let Props { id, number, document, saver, .. } = props.clone();
            spawn_local(restore((id, number), Rc::clone(&name), document, dispatch.clone(), saver));
        })
    };
    html! {
        <div class="differences" data-testid="differences">
            <h3 ref={heading} tabindex="-1" data-testid="differences-title">{ fill(words.between, &[("old", &name(earlier)), ("new", &name(later))]) }</h3>
            <label>{ words.compare_with }{ " " }
                <select ref={select} data-testid="compare-with" {onchange}>
                    <option value="">{ words.now }</option>
                    for (number, snapshot) in props.versions.iter().filter(|(number, _)| *number != props.number) {
                        <option key={*number} value={number.to_string()}>{ called(lang, snapshot).to_string() }</option>
                    }
                </select>
            </label>
            <div role="status">
                { match read.as_deref() {
                    None => html! { <p>{ words.reading }</p> },
                    Some(Err(why)) => html! { <p class="warn" data-testid="differences-failed">{ message(lang, why) }</p> },
                    Some(Ok((_, comparison))) if comparison.is_empty() => html! { <p data-testid="no-difference">{ words.no_difference }</p> },
                    Some(Ok(_)) => html! {},
                } }
            </div>
            if let Some(Ok((later, comparison))) = read.as_deref() {
                { article(lang, comparison) }
                <Lines title={words.gone} lines={of(comparison, |fate| *fate == Became::Gone)} later={later.clone()} now={props.document.clone()} />
                <Lines title={words.changed} lines={of(comparison, |fate| matches!(fate, Became::Changed(_)))} later={later.clone()} now={props.document.clone()} />
                <Lines title={words.added} lines={of(comparison, |fate| *fate == Became::Added)} later={later.clone()} now={props.document.clone()} />
            }
            <div class="words-foot">
                <button type="button" data-testid="differences-back" onclick={props.on_compare.reform(|_: MouseEvent| None)}>{ words.back }</button>
                <button type="button" class="primary small" data-testid="differences-restore" onclick={on_restore}
                    aria-label={format!("{}: {}", words.restore, name(Some(props.number)))}>{ words.restore }</button>
            </div>
        </div>
    }
}

fn of(comparison: &Comparison, is_wanted: fn(&Became) -> bool) -> Rc<[Line]> {
    comparison.lines.iter().filter(|line| is_wanted(&line.fate)).cloned().collect()
}

/// What is different beside the annotations.
fn article(lang: Lang, found: &Comparison) -> Html {
    let words = &lang.strings().snapshots;
    let counts = [(words.words_new, found.words[0]), (words.words_gone, found.words[1]), (words.roles, found.roles)];
    let mut all: Vec<String> =
        counts.into_iter().filter(|(_, n)| *n > 0).map(|(plural, n)| lang.count(plural, n)).collect();
    if let Some((before, now)) = &found.title {
        let own = |title: &Rc<str>| if title.is_empty() { words.no_title.to_owned() } else { title.to_string() };
        all.push(fill(words.retitled, &[("before", &own(before)), ("now", &own(now))]));
    }
    all.extend(found.renamed.iter().map(|(before, now)| fill(words.renamed, &[("before", before), ("now", now)])));
    let others = [(found.language, words.other_language), (found.labels, words.other_labels)];
    all.extend(others.into_iter().filter(|(differs, _)| *differs).map(|(_, sentence)| sentence.to_owned()));
    if all.is_empty() {
        return html! {};
    }
    html! {
        <section><h3>{ words.text_and_rest }</h3>
            <ul>for sentence in all { <li data-testid="difference">{ sentence }</li> }</ul>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LinesProps {
    title: AttrValue,
    lines: Rc<[Line]>,
    later: Document,
    now: Document,
}

/// Annotations to which the same happened.
#[component]
fn Lines(props: &LinesProps) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    if props.lines.is_empty() {
        return html! {};
    }
    let row = |line: &Line| {
        let spot = spot_now(line, &props.later, &props.now);
        let dispatch = dispatch.clone();
        let onclick = spot.map(|spot| {
            Callback::from(move |_: MouseEvent| {
                dispatch.dispatch(PageAction::Dialog(None).into());
                dispatch.dispatch(match spot {
                    Spot::Annotation(id) => SelectAction::Jump(id).into(),
                    Spot::Words(range) => SelectAction::Words(range).into(),
                });
            })
        });
        let aspects = match &line.fate {
            Became::Changed(aspects) => aspects.iter().map(|one| aspect(one, t)).collect::<Vec<_>>().join("; "),
            Became::Added | Became::Gone => String::new(),
        };
        html! {
            <li data-testid="difference">
                <span class="dim">{ what(&line.what, t) }</span>{ " " }
                if let Some(onclick) = onclick {
                    <button type="button" class="link" data-testid="difference-go" {onclick}>{ line.words.to_string() }</button>
                } else {
                    <span>{ line.words.to_string() }</span>
                }
                if !aspects.is_empty() { <span class="dim">{ ": " }{ aspects }</span> }
            </li>
        }
    };
    html! {
        <section><h3>{ &props.title }</h3><ul>for line in props.lines.iter() { { row(line) } }</ul></section>
    }
}

/// Where that is in the article as it is now.
fn spot_now(line: &Line, later: &Document, now: &Document) -> Option<Spot> {
    let spot = line.place.filter(|_| later.source() == now.source())?;
    let Spot::Annotation(id) = spot else { return Some(spot) };
    let body = &later.annotation(id)?.body;
    let is_there =
        now.annotation(id).is_some_and(|annotation| annotation.is_live() && annotation.body.parts() == body.parts());
    Some(if is_there { spot } else { Spot::Words(body.span()) })
}

fn what<'a>(what: &'a What, t: &'static Strings) -> &'a str {
    match what {
        What::Label(name) => kind_name(name, t),
        What::Quote(kind) => quote_kind(*kind, t),
    }
}

/// What is not as it was, in words.
fn aspect(aspect: &Aspect, t: &'static Strings) -> String {
    let words = &t.snapshots;
    let pair = |template: &str, before: &str, now: &str| fill(template, &[("before", before), ("now", now)]);
    let somebody = |name: &Option<Rc<str>>| name.as_deref().unwrap_or(words.nobody).to_owned();
    let decided = |review: Review| match review {
        Review::Suggested => words.open,
        Review::Accepted => t.accepted,
        Review::Rejected => t.rejected,
    };
    let status = |status: CheckStatus| match status {
        CheckStatus::Unchecked => t.unchecked,
        CheckStatus::Confirmed => t.confirmed,
        CheckStatus::Disputed => t.disputed,
    };
    match aspect {
        Aspect::What(before) => pair(words.was, what(before, t), ""),
        Aspect::Words(before) => pair(words.had_words, before, ""),
        Aspect::Belongs(before, now) => pair(words.belongs, &somebody(before), &somebody(now)),
        Aspect::Review(before, now) => pair(words.decided, decided(*before), decided(*now)),
        Aspect::Status(before, now) => pair(words.status, status(*before), status(*now)),
        Aspect::Note(before, now) if before.is_empty() => pair(words.note_new, before, now),
        Aspect::Note(before, now) if now.is_empty() => pair(words.note_gone, before, now),
        Aspect::Note(before, now) => pair(words.note_was, before, now),
    }
}
