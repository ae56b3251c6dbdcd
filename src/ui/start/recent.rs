//! Articles saved on this device.

use yew::prelude::*;

use crate::storage::SessionMeta;
use crate::ui::services::import::Brought;
use crate::ui::widgets::context::{use_lang, use_strings};
use crate::ui::widgets::icons::Icon;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RecentProps {
    pub(crate) on_bring: Callback<Brought>,
    pub(crate) recent: std::rc::Rc<[SessionMeta]>,
}

/// Articles saved on this device.
#[component]
pub(crate) fn Recent(props: &RecentProps) -> Html {
    let (t, lang) = (use_strings(), use_lang());
    html! {
        <section class="recent" aria-labelledby="recent-title">
            <h2 id="recent-title">{ t.recent }</h2>
            <ul>
                for meta in props.recent.iter() {
                    <li key={meta.id.0.to_string()}>
                        <button type="button" class="sample" data-testid="recent"
                            onclick={let id = meta.id.clone(); props.on_bring.reform(move |_| Brought::Saved(id.clone()))}>
                            <span class="sample-title">{ meta.title.to_string() }</span>
                            <span class="hint">
                                { lang.count(t.words, meta.words as usize) }{ " · " }
                                { lang.count(t.mentions, meta.mentions as usize) }{ " · " }
                                { lang.count(t.quotes_n, meta.quotes as usize) }
                                if meta.open > 0 { { " · " }{ lang.count(t.to_review, meta.open as usize) } }
                            </span>
                        </button>
                        <button type="button" class="icon-button" data-testid="forget" title={t.forget}
                            aria-label={format!("{}: {}", t.forget, meta.title)}
                            onclick={let meta = meta.clone(); props.on_bring.reform(move |_| Brought::Forget(meta.clone()))}>
                            { Icon::Cross.html() }
                        </button>
                    </li>
                }
            </ul>
        </section>
    }
}
