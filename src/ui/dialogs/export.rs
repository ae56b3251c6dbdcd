//! Files for other programs and for readers: each with what it is good for, and what it would leave out of this article.

use yew::prelude::*;

use crate::document::Document;
use crate::formats::{Export, losses};
use crate::ui::state::{BrowserRequest, PageAction};
use crate::ui::strings::{export, fill, losses as in_words};
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{use_dispatch, use_lang, use_strings};
use crate::ui::widgets::icons::Icon;
use crate::ui::widgets::modal::Layer;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) document: Document,
}

/// The list of files.
#[component]
pub(crate) fn ExportDialog(props: &Props) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let left_out = use_memo(props.document.clone(), |document| Export::ALL.map(|file| losses(file, document)));
    html! {
        <Layer title={t.export_title} test="export-dialog">
            <p class="hint">{ t.export_intro }</p>
            <ul class="files">
                for (file, lost) in Export::ALL.into_iter().zip(left_out.iter()) {
                    <li key={file.suffix()} class="file">
                        <div class="file-text">
                            <h3>{ export(lang, file).0 }<span class="dim">{ file.suffix() }</span></h3>
                            <p>{ export(lang, file).1 }</p>
                            <p class="hint" data-testid="export-without">
                                { if lost.is_empty() { t.export_whole.to_owned() } else { fill(t.export_without, &[("what", &in_words(lang, lost))]) } }
                            </p>
                        </div>
                        <button type="button" data-testid={format!("export{}", file.suffix().replace('.', "-"))} title={t.download_file}
                            aria-label={format!("{}: {}", t.download_file, export(lang, file).0)} onclick={click(&dispatch, PageAction::Request(BrowserRequest::Export(file)))}>{ Icon::Download.html() }</button>
                    </li>
                }
                <li key="print" class="file">
                    <div class="file-text"><h3>{ t.print }</h3><p>{ t.print_about }</p></div>
                    <button type="button" data-testid="print" title={t.print} aria-label={t.print} onclick={click(&dispatch, PageAction::Request(BrowserRequest::Print))}>{ Icon::Print.html() }</button>
                </li>
            </ul>
        </Layer>
    }
}
