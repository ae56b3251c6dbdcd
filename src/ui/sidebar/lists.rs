//! The lists beside the article: people, places, organizations, own labels, quotes.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::{AnnotationId, EntityId, Label, LabelId, Review};
use crate::ui::sidebar::chunks::groups;
use crate::ui::sidebar::entity_row::EntityItem;
use crate::ui::state::{Dialog, PageAction, SelectAction};
use crate::ui::strings::kind_name;
use crate::ui::strings::quote_kind;
use crate::ui::strings::shape_name;
use crate::ui::strings::{Strings, fill};
use crate::ui::widgets::context::{key_name, use_dispatch, use_keymap, use_lang, use_strings};
use crate::ui::widgets::signs::row_signs;
use crate::view::{EntityRow, Panels, QuoteRow, QuoteSpeaker};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) panels: Rc<Panels>,
    pub(crate) labels: Rc<[Label]>,
    pub(crate) selected: Option<AnnotationId>,
    /// Selected beside it.
    pub(crate) further: Rc<[AnnotationId]>,
    /// The person asked for what can be done to this one; the number tells one call from the next.
    pub(crate) called: Option<(u32, EntityId)>,
}

/// The lists.
#[component]
pub(crate) fn PanelLists(props: &Props) -> Html {
    let (t, lang, dispatch, keymap) = (use_strings(), use_lang(), use_dispatch(), use_keymap());
    // "No people found. Select the words and press P."
    let empty = |what: &str, command: &str| {
        let key = key_name(&keymap, command);
        let how = if key.is_empty() { t.mark_hint_bare.to_owned() } else { fill(t.mark_hint, &[("key", &key)]) };
        html! { <p class="hint">{ what.to_owned() }{ " " }{ how }</p> }
    };
    let open_words = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(PageAction::Dialog(Some(Dialog::WordList)).into()))
    };
    let open_label = |id: Option<LabelId>| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(PageAction::Dialog(Some(Dialog::Label(id))).into()))
    };
    html! {
        <nav class="panels" aria-label={t.panel} data-testid="panels">
            for (label, rows) in props.panels.entities.iter() {
                if let Some(info) = props.labels.get(label.index()) {
                    <details class="panel" key={label.0} open={true} data-testid={section_name(*label, info)}>
                        <summary>
                            <span class={format!("swatch c{} s-{}", info.color, shape_name(info.shape))} aria-hidden="true">{ "Aa" }</span>
                            <h2>{ section_title(*label, info, t) }</h2>
                            <span class="count" data-testid="count">{ lang.number(rows.len()) }</span>
                        </summary>
                        if rows.is_empty() { { empty(nothing(*label, t), command_of(*label)) } }
                        <EntityList rows={Rc::clone(rows)} labels={Rc::clone(&props.labels)}
                            selected={props.selected.filter(|id| rows.iter().any(|row| concerns(row, *id)))}
                            further={those(&props.further, |id| rows.iter().any(|row| concerns(row, id)))}
                            called={props.called.filter(|(_, id)| rows.iter().any(|row| row.id == Some(*id)))} />
                        if !label.is_built_in() {
                            <button type="button" class="link" data-testid="edit-label" onclick={open_label(Some(*label))}>{ t.edit_label }</button>
                        }
                    </details>
                }
            }
            <details class="panel" key="quotes" open={true} data-testid="panel-quotes">
                <summary>
                    <span class="swatch s-quote" aria-hidden="true">{ "Aa" }</span>
                    <h2>{ t.quotes }</h2>
                    <span class="count" data-testid="count">{ lang.number(props.panels.quotes.len()) }</span>
                </summary>
                if props.panels.quotes.is_empty() { { empty(t.none_quotes, "quote") } }
                <QuoteList rows={Rc::clone(&props.panels.quotes)}
                    selected={props.selected.filter(|id| props.panels.quotes.iter().any(|row| row.id == *id))}
                    further={those(&props.further, |id| props.panels.quotes.iter().any(|row| row.id == id))} />
            </details>
            if !props.panels.not_quotes.is_empty() {
                <details class="panel" key="not-quotes" open={true} data-testid="panel-not-quotes">
                    <summary>
                        <span class="swatch s-not" aria-hidden="true">{ "Aa" }</span>
                        <h2>{ t.not_quotes }</h2>
                        <span class="count" data-testid="count">{ lang.number(props.panels.not_quotes.len()) }</span>
                    </summary>
                    <QuoteList rows={Rc::clone(&props.panels.not_quotes)}
                        selected={props.selected.filter(|id| props.panels.not_quotes.iter().any(|row| row.id == *id))}
                        further={those(&props.further, |id| props.panels.not_quotes.iter().any(|row| row.id == id))} />
                </details>
            }
            <p class="panel-foot">
                <button type="button" class="link" data-testid="new-label" onclick={open_label(None)}>{ t.new_label }</button>
                <button type="button" class="link" data-testid="words" onclick={open_words}>{ t.words_title }</button>
            </p>
        </nav>
    }
}

/// Whether a row has `id` among its mentions or quotes.
fn concerns(row: &EntityRow, id: AnnotationId) -> bool {
    row.mentions.contains(&id) || row.quotes.contains(&id)
}

/// Those of `ids` that a part of the lists shows, so that the others are not drawn again.
fn those(ids: &Rc<[AnnotationId]>, shown: impl Fn(AnnotationId) -> bool) -> Rc<[AnnotationId]> {
    if ids.iter().all(|id| shown(*id)) {
        return Rc::clone(ids);
    }
    ids.iter().copied().filter(|id| shown(*id)).collect()
}

fn number(row: &Rc<EntityRow>) -> u32 {
    row.id.map_or_else(|| row.mentions.first().map_or(0, |id| id.0), |id| id.0)
}

#[derive(Clone, PartialEq, Properties)]
struct EntityListProps {
    rows: Rc<[Rc<EntityRow>]>,
    labels: Rc<[Label]>,
    selected: Option<AnnotationId>,
    further: Rc<[AnnotationId]>,
    called: Option<(u32, EntityId)>,
}

/// Rows of a list that are drawn before the person asks for more: drawing tens of thousands would stop the page.
const ROWS: usize = 600;

/// The groups of a list that are drawn: as many rows as were asked for, and the group that is `wanted`. Behind them the
/// button that asks for more.
fn drawn<T>(
    rows: &[T],
    number: impl Fn(&T) -> u32,
    asked: &UseStateHandle<usize>,
    wanted: impl Fn(&[T]) -> bool,
    group: impl Fn((Option<u32>, &[T])) -> Html,
    more: impl Fn(usize) -> String,
) -> Html {
    let (mut out, mut before, mut left_out) = (Vec::new(), 0, 0);
    for (name, rows) in groups(rows, number) {
        if before < **asked || wanted(rows) {
            out.push(group((name, rows)));
        } else {
            left_out += rows.len();
        }
        before += rows.len();
    }
    let ask = {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked.set(*asked + ROWS))
    };
    html! {
        <>
            <div role="list">{ out.into_iter().collect::<Html>() }</div>
            if left_out > 0 {
                <button type="button" class="link" data-testid="show-more" onclick={ask}>{ more(left_out) }</button>
            }
        </>
    }
}

/// The rows of one section.
#[component]
fn EntityList(props: &EntityListProps) -> Html {
    let (t, lang, asked) = (use_strings(), use_lang(), use_state_eq(|| ROWS));
    let selected = |rows: &[Rc<EntityRow>]| props.selected.filter(|id| rows.iter().any(|row| concerns(row, *id)));
    let called = |rows: &[Rc<EntityRow>]| props.called.filter(|(_, id)| rows.iter().any(|row| row.id == Some(*id)));
    let group = |(name, rows): (Option<u32>, &[Rc<EntityRow>])| {
        let further = those(&props.further, |id| rows.iter().any(|row| concerns(row, id)));
        html! {
            <EntityGroup key={key(name)} rows={Rc::from(rows)} labels={Rc::clone(&props.labels)} {further}
                selected={selected(rows)} called={called(rows)} />
        }
    };
    let wanted = |rows: &[Rc<EntityRow>]| selected(rows).is_some() || called(rows).is_some();
    drawn(&props.rows, number, &asked, wanted, group, |left| lang.count(t.show_more, left))
}

fn key(name: Option<u32>) -> String {
    name.map_or_else(|| "first".to_owned(), |name| name.to_string())
}

#[component]
fn EntityGroup(props: &EntityListProps) -> Html {
    let item = |row: &Rc<EntityRow>| {
        html! {
            <EntityItem key={row.id.map_or(format!("-{}", row.name), |id| id.0.to_string())} row={Rc::clone(row)}
                labels={Rc::clone(&props.labels)}
                selected={props.selected.filter(|id| row.mentions.contains(id))}
                quote={props.selected.filter(|id| row.quotes.contains(id))}
                further={props.further.iter().any(|id| row.mentions.contains(id))}
                called={props.called.filter(|(_, id)| row.id == Some(*id)).map(|(turn, _)| turn)} />
        }
    };
    rows_of("entity-rows", props.rows.iter().map(item).collect())
}

/// A group of rows, which is no list of its own to anybody: the browser leaves out those that are out of sight.
fn rows_of(class: &'static str, rows: Vec<Html>) -> Html {
    // How high the group is before it was ever drawn, in steps: the policy allows no styles of its own.
    let size = format!("rows-{}", rows.len().next_power_of_two().min(64));
    html! { <ul class={classes!("rows", class, size)} role="presentation">{ rows }</ul> }
}

#[derive(Clone, PartialEq, Properties)]
struct QuoteListProps {
    rows: Rc<[Rc<QuoteRow>]>,
    selected: Option<AnnotationId>,
    further: Rc<[AnnotationId]>,
}

/// All quotes.
#[component]
fn QuoteList(props: &QuoteListProps) -> Html {
    let (t, lang, asked) = (use_strings(), use_lang(), use_state_eq(|| ROWS));
    let selected = |rows: &[Rc<QuoteRow>]| props.selected.filter(|id| rows.iter().any(|row| row.id == *id));
    let group = |(name, rows): (Option<u32>, &[Rc<QuoteRow>])| {
        let further = those(&props.further, |id| rows.iter().any(|row| row.id == id));
        html! { <QuoteGroup key={key(name)} rows={Rc::from(rows)} selected={selected(rows)} {further} /> }
    };
    let wanted = |rows: &[Rc<QuoteRow>]| selected(rows).is_some();
    drawn(&props.rows, |row| row.id.0, &asked, wanted, group, |left| lang.count(t.show_more, left))
}

#[component]
fn QuoteGroup(props: &QuoteListProps) -> Html {
    let item = |row: &Rc<QuoteRow>| {
        let selected = props.selected == Some(row.id) || props.further.contains(&row.id);
        html! { <QuoteItem key={row.id.0} row={Rc::clone(row)} {selected} /> }
    };
    rows_of("quote-rows", props.rows.iter().map(item).collect())
}

fn section_name(label: LabelId, info: &Label) -> String {
    match label {
        LabelId::PERSON => "panel-people".to_owned(),
        LabelId::PLACE => "panel-places".to_owned(),
        LabelId::ORGANIZATION => "panel-organizations".to_owned(),
        _ => format!("panel-{}", info.name.to_lowercase()),
    }
}

fn section_title(label: LabelId, info: &Label, t: &'static Strings) -> String {
    match label {
        LabelId::PERSON => t.people.to_owned(),
        LabelId::PLACE => t.places.to_owned(),
        LabelId::ORGANIZATION => t.organizations.to_owned(),
        _ => kind_name(&info.name, t).to_owned(),
    }
}

fn command_of(label: LabelId) -> &'static str {
    match label {
        LabelId::PERSON => "person",
        LabelId::PLACE => "place",
        LabelId::ORGANIZATION => "organization",
        _ => "",
    }
}

fn nothing(label: LabelId, t: &'static Strings) -> &'static str {
    match label {
        LabelId::PERSON => t.none_people,
        LabelId::PLACE => t.none_places,
        LabelId::ORGANIZATION => t.none_organizations,
        _ => t.none_label,
    }
}

#[derive(Clone, PartialEq, Properties)]
struct QuoteProps {
    row: Rc<QuoteRow>,
    selected: bool,
}

#[component]
fn QuoteItem(props: &QuoteProps) -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    let row = &props.row;
    let id = row.id;
    let (state, who) = match &row.speaker {
        QuoteSpeaker::Known(_, name) => ("known", name.to_string()),
        QuoteSpeaker::Unnamed(words) => ("unnamed", words.to_string()),
        QuoteSpeaker::Orphan => ("orphan", t.unknown.to_owned()),
        QuoteSpeaker::NotQuote => ("not", t.not_a_quote.to_owned()),
    };
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(SelectAction::Jump(id).into()));
    html! {
        <li role="listitem" class={classes!("quote-row", props.selected.then_some("selected"))}>
            <button type="button" class="row-button" data-testid="quote-row" data-id={id.0.to_string()} {onclick}
                aria-current={props.selected.then_some("true")}>
                <span class={classes!("quote-who", state)}><bdi>{ who }</bdi>
                    <span class="dim">{ format!(" · {}", quote_kind(row.kind, t)) }</span>
                    if row.review == Review::Suggested { <span class="open-dot" title={t.suggestion} /> }
                    { row_signs(row.signs, t) }
                </span>
                <span class="quote-text" dir="auto">{ row.text.to_string() }</span>
            </button>
        </li>
    }
}
