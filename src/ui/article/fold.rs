//! What was pasted along with the article: one quiet row for each run of lines, which opens on demand.

use yew::prelude::*;

use crate::ui::widgets::context::{use_lang, use_strings};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    /// The first paragraph of the run and the last.
    pub(crate) ends: (u32, u32),
    pub(crate) children: Html,
}

/// A run of lines that are set aside.
#[component]
pub(crate) fn Fold(props: &Props) -> Html {
    let (t, lang) = (use_strings(), use_lang());
    let (first, last) = props.ends;
    let run = format!("{first} {last}");
    let label = if first == last { t.include } else { t.include_all };
    // The browser opens it by itself where it finds words that are looked for.
    html! {
        <div class="fold" data-testid="fold">
            <details>
                <summary data-testid="fold-row">
                    { lang.count(t.lines_aside, (last - first + 1) as usize) }{ " · " }
                    <span class="when-closed">{ t.show_lines }</span><span class="when-open">{ t.hide_lines }</span>
                </summary>
                { props.children.clone() }
            </details>
            <button class="block-switch" type="button" data-testid="include-run" data-run={run} title={t.skipped}>{ label }</button>
        </div>
    }
}
