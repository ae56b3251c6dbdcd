//! Articles on this device that are not in the list: those in the trash, and what cannot be read.

use std::rc::Rc;

use yew::prelude::*;

use crate::storage::{Listing, SessionId, SessionMeta};
use crate::ui::services::import::Brought;
use crate::ui::widgets::context::use_strings;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RecentProps {
    pub(crate) on_bring: Callback<Brought>,
    pub(crate) listing: Rc<Listing>,
}

/// What is deleted, and what cannot be read.
#[component]
pub(crate) fn Recent(props: &RecentProps) -> Html {
    let (on_bring, listing) = (&props.on_bring, &props.listing);
    html! {
        <>
            if !listing.odd.is_empty() { <Odd on_bring={on_bring.clone()} odd={Rc::from(&*listing.odd)} /> }
            if !listing.deleted.is_empty() { <Trash on_bring={on_bring.clone()} deleted={Rc::from(&*listing.deleted)} /> }
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OddProps {
    on_bring: Callback<Brought>,
    odd: Rc<[SessionMeta]>,
}

/// What cannot be read: all that is there of it can be had.
#[component]
fn Odd(props: &OddProps) -> Html {
    let words = &use_strings().keeping;
    let act = |id: &SessionId, what: fn(SessionId) -> Brought| {
        let id = id.clone();
        props.on_bring.reform(move |_: MouseEvent| what(id.clone()))
    };
    html! {
        <section class="recent" aria-labelledby="odd-title" data-testid="odd-articles">
            <h2 id="odd-title">{ words.odd }</h2>
            <ul>
                for meta in props.odd.iter() {
                    <li key={meta.id.0.to_string()} data-testid="odd">
                        <span class="sample-title" dir="auto">{ if meta.title.is_empty() { words.odd_title.to_owned() } else { meta.title.to_string() } }</span>
                        <button type="button" class="link" data-testid="odd-raw" onclick={act(&meta.id, Brought::Raw)}>{ words.download_raw }</button>
                        <button type="button" class="link" data-testid="odd-erase"
                            onclick={act(&meta.id, |id| Brought::Erase(vec![id]))}>{ words.erase }</button>
                    </li>
                }
            </ul>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TrashProps {
    on_bring: Callback<Brought>,
    deleted: Rc<[SessionMeta]>,
}

/// The trash, emptied by the person only.
#[component]
fn Trash(props: &TrashProps) -> Html {
    let words = &use_strings().keeping;
    let all: Vec<SessionId> = props.deleted.iter().map(|meta| meta.id.clone()).collect();
    let act = |id: &SessionId, what: fn(SessionId) -> Brought| {
        let id = id.clone();
        props.on_bring.reform(move |_: MouseEvent| what(id.clone()))
    };
    html! {
        <details class="trash" data-testid="trash">
            <summary>{ words.trash }{ format!(" ({})", props.deleted.len()) }</summary>
            <ul>
                for meta in props.deleted.iter() {
                    <li key={meta.id.0.to_string()} data-testid="deleted">
                        <span class="sample-title" dir="auto">{ meta.title.to_string() }</span>{ " " }
                        <button type="button" class="link" data-testid="bring-back" onclick={act(&meta.id, Brought::BringBack)}>{ words.bring_back }</button>{ " " }
                        <button type="button" class="link" data-testid="erase"
                            onclick={act(&meta.id, |id| Brought::Erase(vec![id]))}>{ words.erase }</button>
                    </li>
                }
            </ul>
            <button type="button" class="link" data-testid="empty-trash"
                onclick={props.on_bring.reform(move |_: MouseEvent| Brought::Erase(all.clone()))}>{ words.empty_trash }</button>
        </details>
    }
}
