//! The lists beside the article: people, places, organizations, own labels, quotes.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::{AnnotationId, EntityId, Label, LabelId, Review};
use crate::ui::dom;
use crate::ui::sidebar::chunks::groups;
use crate::ui::sidebar::entity_row::EntityItem;
use crate::ui::sidebar::order::{ListOrder, by_speaker, ordered};
use crate::ui::sidebar::roving::use_roving;
use crate::ui::state::{Dialog, PageAction, SelectAction};
use crate::ui::strings::kind_name;
use crate::ui::strings::quote_kind;
use crate::ui::strings::shape_name;
use crate::ui::strings::{Strings, fill};
use crate::ui::widgets::context::{key_name, use_dispatch, use_keymap, use_lang, use_strings};
use crate::ui::widgets::select::{chosen, use_select};
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
    let open = |dialog: Dialog| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(PageAction::Dialog(Some(dialog)).into()))
    };
    let (order, speakers) = (use_kept_order(), use_kept_choice());
    let lists = use_memo((Rc::clone(&props.panels), *order), |(panels, order)| ordered(&panels.entities, *order));
    let nav = use_node_ref();
    use_roving(&nav);
    html! {
        <nav ref={nav} class="panels" aria-label={t.panel} data-testid="panels">
            <Tools order={*order} on_order={let order = order.clone(); move |next: ListOrder| order.set(next)} open={props.panels.suggested > 0} />
            for (label, rows) in lists.iter() {
                if let Some(info) = props.labels.get(label.index()) {
                    <details class={classes!("panel", columns(rows))} key={label.0} open={true} data-list="" data-testid={section_name(*label, info)}>
                        <summary>
                            <span class={format!("swatch c{} s-{}", info.color, shape_name(info.shape))} aria-hidden="true">{ "Aa" }</span>
                            <h2>{ section_title(*label, info, t) }</h2>
                            <span class="count" data-testid="count">{ lang.number(rows.len()) }</span>
                        </summary>
                        if rows.is_empty() { { empty(nothing(*label, t), command_of(*label)) } } else { { heads(columns(rows).is_some(), t) } }
                        <EntityList rows={Rc::clone(rows)} labels={Rc::clone(&props.labels)}
                            selected={props.selected.filter(|id| rows.iter().any(|row| concerns(row, *id)))}
                            further={those(&props.further, |id| rows.iter().any(|row| concerns(row, id)))}
                            called={props.called.filter(|(_, id)| rows.iter().any(|row| row.id == Some(*id)))} />
                        if !label.is_built_in() {
                            <button type="button" class="link" data-testid="edit-label" onclick={open(Dialog::Label(Some(*label)))}>{ t.edit_label }</button>
                        }
                    </details>
                }
            }
            <details class="panel" key="quotes" open={true} data-list="" data-testid="panel-quotes">
                <summary>
                    <span class="swatch s-quote" aria-hidden="true">{ "Aa" }</span>
                    <h2>{ t.quotes }</h2>
                    <span class="count" data-testid="count">{ lang.number(props.panels.quotes.len()) }</span>
                </summary>
                if props.panels.quotes.is_empty() { { empty(t.none_quotes, "quote") } }
                if props.panels.quotes.len() > 1 {
                    <button type="button" class="choice" data-testid="quotes-by-speaker" aria-pressed={if *speakers { "true" } else { "false" }}
                        onclick={let speakers = speakers.clone(); move |_: MouseEvent| speakers.set(!*speakers)}>{ t.around.by_speaker }</button>
                }
                <Quotes rows={Rc::clone(&props.panels.quotes)} by_speaker={*speakers} selected={props.selected} further={Rc::clone(&props.further)} />
            </details>
            if !props.panels.not_quotes.is_empty() {
                <details class="panel" key="not-quotes" open={true} data-list="" data-testid="panel-not-quotes">
                    <summary>
                        <span class="swatch s-not" aria-hidden="true">{ "Aa" }</span>
                        <h2>{ t.not_quotes }</h2>
                        <span class="count" data-testid="count">{ lang.number(props.panels.not_quotes.len()) }</span>
                    </summary>
                    <Quotes rows={Rc::clone(&props.panels.not_quotes)} by_speaker={false} selected={props.selected} further={Rc::clone(&props.further)} />
                </details>
            }
            <p class="panel-foot">
                <button type="button" class="link" data-testid="new-label" onclick={open(Dialog::Label(None))}>{ t.new_label }</button>
                <button type="button" class="link" data-testid="labels" onclick={open(Dialog::LabelSets)}>{ t.sets.title }</button>
                <button type="button" class="link" data-testid="words" onclick={open(Dialog::WordList)}>{ t.words_title }</button>
            </p>
        </nav>
    }
}

/// What a list has that has rows with quotes: a column for their numbers.
fn columns(rows: &[Rc<EntityRow>]) -> Option<&'static str> {
    rows.iter().any(|row| !row.quotes.is_empty()).then_some("with-quotes")
}

/// What the numbers of a list count; each number says it to a screen reader itself.
fn heads(quotes: bool, t: &'static Strings) -> Html {
    html! {
        <p class="list-heads" aria-hidden="true"><span>{ t.around.mentions_column }</span>
            if quotes { <span>{ t.quotes }</span> }
        </p>
    }
}

const ORDER: &str = "article-annotator.lists.order";
const SPEAKERS: &str = "article-annotator.lists.speakers";

/// The order of the lists, as long as the tab is there.
#[hook]
fn use_kept_order() -> UseStateHandle<ListOrder> {
    let order = use_state_eq(|| ListOrder::of(&dom::kept_in_tab(ORDER).unwrap_or_default()));
    use_effect_with(*order, |order| dom::keep_in_tab(ORDER, order.name()));
    order
}

/// Whether quotes stand under their speakers, as long as the tab is there.
#[hook]
fn use_kept_choice() -> UseStateHandle<bool> {
    let speakers = use_state_eq(|| dom::kept_in_tab(SPEAKERS).as_deref() == Some("yes"));
    use_effect_with(*speakers, |speakers| dom::keep_in_tab(SPEAKERS, if *speakers { "yes" } else { "no" }));
    speakers
}

#[derive(Clone, PartialEq, Properties)]
struct ToolsProps {
    order: ListOrder,
    on_order: Callback<ListOrder>,
    /// Some suggestions are not decided.
    open: bool,
}

/// The order of the lists, and what their signs mean.
#[component]
fn Tools(props: &ToolsProps) -> Html {
    let t = use_strings();
    let node = use_select(props.order.name().to_owned());
    let onchange = {
        let on_order = props.on_order.clone();
        Callback::from(move |event: Event| {
            if let Some(value) = chosen(&event) {
                on_order.emit(ListOrder::of(&value));
            }
        })
    };
    let names = [
        (ListOrder::Count, t.around.by_count),
        (ListOrder::Place, t.around.by_place),
        (ListOrder::Name, t.around.by_name),
    ];
    html! {
        <div class="list-tools">
            <label><span>{ t.library.sort }</span>
                <select ref={node} data-testid="list-order" {onchange}>
                    for (order, name) in names { <option key={order.name()} value={order.name()}>{ name }</option> }
                </select></label>
            if props.open { <p class="hint" data-testid="dot-means"><span class="open-dot" aria-hidden="true" />{ t.around.dot_means }</p> }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct QuotesProps {
    rows: Rc<[Rc<QuoteRow>]>,
    by_speaker: bool,
    selected: Option<AnnotationId>,
    further: Rc<[AnnotationId]>,
}

/// Quotes in reading order, or under those who say them.
#[component]
fn Quotes(props: &QuotesProps) -> Html {
    let (t, lang) = (use_strings(), use_lang());
    let groups = use_memo(
        (Rc::clone(&props.rows), props.by_speaker),
        |(rows, by)| {
            if *by { by_speaker(rows) } else { Vec::new() }
        },
    );
    let list = |rows: &Rc<[Rc<QuoteRow>]>| {
        html! {
            <QuoteList rows={Rc::clone(rows)} selected={props.selected.filter(|id| rows.iter().any(|row| row.id == *id))}
                further={those(&props.further, |id| rows.iter().any(|row| row.id == id))} />
        }
    };
    if !props.by_speaker {
        return list(&props.rows);
    }
    html! {
        for (speaker, rows) in groups.iter() {
            <section key={rows.first().map_or(0, |row| row.id.0)} class="by-speaker" data-testid="speaker-group">
                <h3><bdi>{ speaker_of(speaker, t).1 }</bdi><span class="count">{ lang.number(rows.len()) }</span></h3>
                { list(rows) }
            </section>
        }
    }
}

/// Who says a quote: the class of the name, and the name.
fn speaker_of(speaker: &QuoteSpeaker, t: &'static Strings) -> (&'static str, String) {
    match speaker {
        QuoteSpeaker::Known(_, name) => ("known", name.to_string()),
        QuoteSpeaker::Unnamed(words) => ("unnamed", words.to_string()),
        QuoteSpeaker::Orphan => ("orphan", t.unknown.to_owned()),
        QuoteSpeaker::NotQuote => ("not", t.not_a_quote.to_owned()),
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
    let (state, who) = speaker_of(&row.speaker, t);
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(SelectAction::Jump(id).into()));
    html! {
        <li role="listitem" class={classes!("quote-row", props.selected.then_some("selected"))}>
            <button type="button" class="row-button" data-testid="quote-row" data-row="first" tabindex="-1" data-id={id.0.to_string()} {onclick}
                aria-current={props.selected.then_some("true")}>
                <span class={classes!("quote-who", state)}><bdi>{ who }</bdi>
                    <span class="dim">{ format!(" · {}", quote_kind(row.kind, t)) }</span>
                    { row_signs(row.signs, t) }
                    if row.review == Review::Suggested { <span class="open-dot" title={t.suggestion}><span class="unseen">{ t.suggestion }</span></span> }
                </span>
                <span class="quote-text" dir="auto">{ row.text.to_string() }</span>
            </button>
        </li>
    }
}
