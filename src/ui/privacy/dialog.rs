//! What is stored where, how to check that nothing is sent, and the button that deletes everything.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::storage::Listing;
use crate::ui::dom;
use crate::ui::privacy::wipe::wipe;
use crate::ui::services::everything::carry_away;
use crate::ui::services::saving::saver::Saver;
use crate::ui::strings::fill;
use crate::ui::widgets::context::{use_dispatch, use_lang, use_strings};
use crate::ui::widgets::modal::Layer;
use crate::web::persistence;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) saver: Saver,
}

/// What this device has: the articles, and how many bytes, where the browser says that.
#[derive(Clone, Debug, Default, PartialEq)]
struct Here {
    listing: Rc<Listing>,
    bytes: Option<usize>,
}

#[hook]
fn use_here(saver: &Saver) -> Here {
    let here = use_state(Here::default);
    let (setter, saver) = (here.setter(), saver.clone());
    use_effect_with((), move |()| {
        spawn_local(async move {
            let listing = Rc::new(saver.database().list().await.unwrap_or_default());
            setter.set(Here { listing, bytes: persistence::used().await });
        });
    });
    Here::clone(&here)
}

/// The dialog.
#[component]
pub(crate) fn StoredDialog(props: &Props) -> Html {
    let (t, lang) = (use_strings(), use_lang());
    let words = &t.privacy;
    let here = use_here(&props.saver);
    let (promise, verify) =
        if dom::is_from_disk() { (t.promise_file, t.verify_file) } else { (t.promise_long, t.verify_text) };
    let articles = {
        let kept = here.listing.kept.len() + here.listing.odd.len();
        let mut counts = vec![lang.count(t.library.articles, kept)];
        if !here.listing.deleted.is_empty() {
            counts.push(lang.count(words.deleted, here.listing.deleted.len()));
        }
        counts.join(", ")
    };
    let size = here.bytes.map(|bytes| format!(", {}", fill(words.size, &[("size", &lang.megabytes(bytes))])));
    let places = [
        (words.database, words.database_holds),
        (words.local, words.local_holds),
        (words.tab, words.tab_holds),
        (words.cache, words.cache_holds),
    ];
    html! {
        <Layer title={words.title} test="stored-dialog">
            <div class="stored">
                <p><strong>{ t.promise }</strong>{ " " }{ promise }</p>
                <h3>{ words.now }</h3>
                <p data-testid="stored-now">{ &articles }{ size }{ "." }</p>
                <dl>
                    for (place, holds) in places {
                        <dt>{ place }</dt><dd>{ holds }</dd>
                    }
                </dl>
                <p>{ words.look }</p>
                <h3>{ t.verify }</h3>
                <p>{ verify }</p>
                <h3>{ words.wipe }</h3>
                <p>{ words.wipe_about }</p>
                <Wipe saver={props.saver.clone()} articles={articles.clone()} />
            </div>
        </Layer>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct WipeProps {
    saver: Saver,
    articles: AttrValue,
}

/// How far the person has gone.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Closed,
    Asked,
    UnderWay,
}

/// Asks once more, and deletes.
#[component]
fn Wipe(props: &WipeProps) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let words = &t.privacy;
    let (stage, question) = (use_state_eq(|| Stage::Closed), use_node_ref());
    use_effect_with((*stage, question.clone()), |(stage, question)| {
        if let (Stage::Asked, Some(question)) = (stage, question.cast::<web_sys::HtmlElement>()) {
            let _ = question.focus();
            // With its buttons.
            if let Some(group) = question.parent_element() {
                group.scroll_into_view_with_bool(false);
            }
        }
    });
    let to = |next: Stage| {
        let stage = stage.clone();
        Callback::from(move |_: MouseEvent| stage.set(next))
    };
    if *stage == Stage::Closed {
        return html! { <button type="button" class="reject" data-testid="wipe" onclick={to(Stage::Asked)}>{ words.wipe }</button> };
    }
    let download = {
        let (saver, dispatch) = (props.saver.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            let (saver, dispatch) = (saver.clone(), dispatch.clone());
            spawn_local(async move { carry_away(lang, &dispatch, &saver).await });
        })
    };
    let go = {
        let (saver, stage) = (props.saver.clone(), stage.clone());
        Callback::from(move |_: MouseEvent| {
            stage.set(Stage::UnderWay);
            let (saver, dispatch) = (saver.clone(), dispatch.clone());
            spawn_local(async move { wipe(&dispatch, &saver).await });
        })
    };
    let busy = *stage == Stage::UnderWay;
    let what = format!("{}, {}", props.articles, words.rest);
    html! {
        <div class="refused" role="group" aria-labelledby="wipe-question">
            <p id="wipe-question" ref={question} tabindex="-1" data-testid="wipe-question">
                { if busy { words.wiping.to_owned() } else { fill(words.ask, &[("what", &what)]) } }
            </p>
            <p class="library-act">
                <button type="button" data-testid="wipe-download" disabled={busy} onclick={download}>{ t.keeping.everything }</button>
                <button type="button" data-testid="wipe-not" disabled={busy} onclick={to(Stage::Closed)}>{ words.wipe_not }</button>
                <button type="button" class="reject" data-testid="wipe-do" disabled={busy} onclick={go}>{ words.wipe_do }</button>
            </p>
        </div>
    }
}
