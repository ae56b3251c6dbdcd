//! The export menu: files to go on with, to read, for a spreadsheet and as data, each with what it is good for and, on
//! demand, what it would leave out of this article.

use yew::prelude::*;

use crate::document::Document;
use crate::formats::{Export, ExportGroup, Loss, losses};
use crate::ui::state::{BrowserRequest, PageAction};
use crate::ui::strings::{export, export_group, fill, losses as in_words};
use crate::ui::widgets::button::click;
use crate::ui::widgets::context::{Key, use_dispatch, use_lang, use_strings};
use crate::ui::widgets::icons::Icon;
use crate::ui::widgets::modal::Layer;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) document: Document,
}

/// The menu.
#[component]
pub(crate) fn ExportDialog(props: &Props) -> Html {
    let (t, lang) = (use_strings(), use_lang());
    let left_out = use_memo(props.document.clone(), |document| {
        ExportGroup::ALL.map(|group| {
            group.members().map(|file| (file, losses(file, document))).collect::<Vec<(Export, Vec<Loss>)>>()
        })
    });
    html! {
        <Layer title={t.export_title} test="export-dialog" menu={true}>
            <p class="hint">{ t.export_intro }</p>
            for (group, files) in ExportGroup::ALL.into_iter().zip(left_out.iter()) {
                <section key={export_group(lang, group)} class="files" aria-label={export_group(lang, group)}>
                    <h3>{ export_group(lang, group) }</h3>
                    <ul>
                        for (file, lost) in files.iter() {
                            <File key={file.suffix()} file={*file} lost={lost.clone()} />
                        }
                        if group == ExportGroup::Reading { <Print key="print" /> }
                    </ul>
                </section>
            }
        </Layer>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FileProps {
    file: Export,
    lost: Vec<Loss>,
}

/// One kind of file: the whole line downloads it; a second button says what it leaves out.
#[component]
fn File(props: &FileProps) -> Html {
    let (t, lang, dispatch) = (use_strings(), use_lang(), use_dispatch());
    let told = use_state_eq(|| false);
    let (name, about) = export(lang, props.file);
    let test = format!("export{}", props.file.suffix().replace('.', "-"));
    let is_first = props.file == Export::ALL[0];
    let tell = {
        let told = told.clone();
        Callback::from(move |_: MouseEvent| told.set(!*told))
    };
    let sentence = format!("{test}-without");
    html! {
        <li class="file">
            <button type="button" class={classes!("file-pick", is_first.then_some("first"))} data-testid={test.clone()} autofocus={is_first}
                onclick={click(&dispatch, PageAction::Request(BrowserRequest::Export(props.file)))}>
                { Icon::Download.html() }
                <span class="file-text">
                    <span class="file-name">{ name }<span class="dim">{ props.file.suffix() }</span></span>
                    <span class="file-about">{ about }</span>
                </span>
                if is_first { <Key id="download" /> }
            </button>
            if props.lost.is_empty() {
                <p class="hint" data-testid="export-without">{ t.export_whole }</p>
            } else {
                <button type="button" class="link" data-testid="export-losses" aria-expanded={if *told { "true" } else { "false" }} aria-controls={sentence.clone()}
                    aria-label={format!("{}: {name}", lang.count(t.around.export_leaves, props.lost.len()))} onclick={tell}>
                    { lang.count(t.around.export_leaves, props.lost.len()) }
                </button>
                <p id={sentence} class="hint" data-testid="export-without" hidden={!*told}>{ fill(t.export_without, &[("what", &in_words(lang, &props.lost))]) }</p>
            }
        </li>
    }
}

#[component]
fn Print() -> Html {
    let (t, dispatch) = (use_strings(), use_dispatch());
    html! {
        <li class="file">
            <button type="button" class="file-pick" data-testid="print" onclick={click(&dispatch, PageAction::Request(BrowserRequest::Print))}>
                { Icon::Print.html() }
                <span class="file-text"><span class="file-name">{ t.print }</span><span class="file-about">{ t.print_about }</span></span>
            </button>
        </li>
    }
}
