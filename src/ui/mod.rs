//! The page.
//!
//! `state` is pure and holds everything; components are small and drawn again only when their part changes; `view` cuts the
//! article into pieces; `strings` has every word.
//!
//! # Names for tests (`data-testid`)
//!
//! | where | names |
//! |---|---|
//! | empty state | `start`, `promise`, `verify`, `paste-box`, `analyze`, `open-file` (the input), `open-file-button`, `sample-0` to `sample-5`, `recent`, `forget`, `refused` (why something was not opened) |
//! | top bar | `undo`, `redo` (both name the step in `aria-label`), `download-json`, `new-article`, `shortcuts`, `language`, `theme` (`data-theme` = `system`, `light`, `dark`) |
//! | article | `article`; paragraphs `[data-p=INDEX][data-block=KIND]`; `mark` with `data-id` (the smallest), `data-ids` (all, smallest first), `data-kind` (`person`, `place`, `organization`, `quote` or an own label), `data-stop` (mentions that begin there), classes `suggested`, `accepted`, `selected`; `speaker-chip` with `data-id` and `data-state` (`known`, `unnamed`, `orphan`, `not`); `block-switch`; `armed`; `handle-start`, `handle-end` (of the selected annotation) |
//! | selection | `selection-toolbar` with `mark-person`, `mark-place`, `mark-organization`, `mark-quote`, `set-range`, `add-part`, `use-as-cue`, `use-as-speaker` |
//! | inspector | `inspector` (`data-id`), `inspector-text`, `inspector-type` (values `l0` PERSON, `l1` PLACE, `l2` ORGANIZATION, `q0` direct to `q4` not a quote), `inspector-entity`, `inspector-speakers` with `speaker-1` … and `speaker-0` (nobody), `more-speakers`, `inspector-speaker-words`, `inspector-cue`, `remove-cue`, `inspector-parts` with `remove-part-1` …, `start-word-back`, `start-word-on`, `start-char-back`, `start-char-on` and the same with `end-`, `inspector-evidence`, `inspector-confidence`, `accept`, `reject`, `delete`, `inspector-status` with `status-unchecked`, `status-confirmed`, `status-disputed`, `inspector-note`, `inspector-close`, `nothing-selected` |
//! | lists | `panels`, `panel-people`, `panel-places`, `panel-organizations`, `panel-quotes`, each with `count`; `entity-row` (`data-entity`) with `entity-jump`, `mention-count`, `mention-place`, `entity-menu`; `entity-actions` with `rename`, `rename-save`, `merge`, `merge-do`, `entity-relabel`, `entity-split`, `entity-remove`; `quote-row` (`data-id`) |
//! | filter, find | `filter` with `show-person` …, `show-quote`, `review-all`, `review-suggested`, `review-accepted`, `origin-all`, `origin-engine`, `origin-person`, `filter-clear`; `find`, `find-input`, `find-count` |
//! | review | `review` (starts it), `review-bar`, `review-progress`, `review-order`, `review-accept`, `review-reject`, `review-skip`, `review-previous`, `review-close`, `accept-above-90` …, `review-done`, `review-end` |
//! | status line | `status`, `saved` (classes `ok`, `pending`, `bad`), `analyzed`, `annotation-count`, `review-state`, `stop-analysis` |
//! | notes | `toasts`, `toast` with `toast-undo`, `mark-all`, `likewise`, `toast-analyze`, `toast-download`, `toast-restore`; `live` (what a screen reader is told) |
//! | layers | `shortcuts-overlay`, `palette` with `palette-input`, `palette-option`; `label-dialog` with `label-name`, `label-key`, `label-save` (opened by `new-label`, `edit-label`); `layer-close` |
//! | small screens | `sheet-panels`, `sheet-inspector` |

mod app;
mod article;
mod context;
mod dom;
mod effects;
mod entity_row;
mod filter_bar;
mod find_bar;
mod handles;
mod header;
mod icons;
mod inspector;
mod intake;
mod keys;
mod label_dialog;
mod overlay;
mod panels;
mod paragraph;
mod review_bar;
mod samples;
mod selbar;
mod selection;
mod settings;
mod speakers;
mod start;
mod state;
mod status;
mod strings;
mod toasts;
mod workspace;

/// Mounts the page into `#app`.
///
/// # Panics
/// When the document has no element `#app`.
pub fn run() {
    let (sentence, reload) = strings::crashed(settings::Settings::load().lang);
    crate::web::crash::install(sentence, reload);
    let root = dom::document().get_element_by_id("app").expect("invariant: index.html has #app");
    yew::Renderer::<app::App>::with_root(root).render();
}
