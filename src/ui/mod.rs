//! The page.
//!
//! `state` is pure and holds everything; components are small and drawn again only when their part changes; `view` cuts the
//! article into pieces; `strings` has every word.
//!
//! # Names for tests (`data-testid`)
//!
//! | where | names |
//! |---|---|
//! | empty state | `start`, `promise`, `verify`, `paste-box`, `analyze`, `open-file` (the input), `open-file-button`, `sample-0` to `sample-5`, `refused` (why something was not opened), `start-words`, `start-shortcuts` |
//! | list of articles | `library` with `library-search`, `library-told` (what was found), `library-sort` (values `date`, `title`, `words`, `open`), `library-only` (a tag of all), `library-all`, `library-picked` with `library-download`, `library-delete`, `library-none`; `library-row` with `library-pick`, `recent` (opens it), `library-checked`, `library-tag`, `library-edit`, `forget`, and `library-editor` with `library-title`, `library-tags`, `library-save`, `library-duplicate`, `library-cancel`; `library-more`; `trash` with `deleted`, `bring-back`, `erase`, `empty-trash`; `odd-articles` with `odd`, `odd-raw`, `odd-erase`; `everything` |
//! | nothing is left | `wiped` (`data-clean`), `wipe-again`, `begin-anew` |
//! | top bar | `undo`, `redo` (both name the step in `aria-label`), `download-json`, `edit-text`, `export`, `new-article`, `shortcuts`, `language`, `theme` (`data-theme` = `system`, `light`, `dark`) |
//! | article | `article`; paragraphs `[data-p=INDEX][data-block=KIND]`; `mark` with `data-id` (the smallest), `data-ids` (all, smallest first), `data-kind` (`person`, `place`, `organization`, `quote` or an own label), `data-stop` (mentions that begin there), classes `suggested`, `accepted`, `selected`; `data-sign` of marks and chips (`✓`, `!`, `✎`); `speaker-chip` with `data-id` and `data-state` (`known`, `unnamed`, `orphan`); `outline` (the frame of what is selected); `paper-notes`; `sheet-handle`; `block-switch`; `fold` (a run that is set aside) with `fold-row`, `include-run`; `language-note` with `read-as-english`; `armed`, `adding`; `handle-start`, `handle-end` (of each part of the selected annotation); `link-line` (of the selected quote) |
//! | selection | `selection-toolbar` with `mark-person`, `mark-place`, `mark-organization`, `mark-quote`, `mark-all-same` (all places of the words), `set-range`, `add-part`, `use-as-cue`, `use-as-speaker` |
//! | inspector | `inspector` (`data-id`), `inspector-text`, `inspector-type` (values `l0` PERSON, `l1` PLACE, `l2` ORGANIZATION, `q0` direct to `q4` not a quote), `scope-one`, `scope-all`, `inspector-entity` (a list; `new` splits off), `inspector-entity-menu`, `inspector-speakers` with `speaker-1` … and `speaker-0` (nobody), `more-speakers`, `inspector-speaker-words`, `inspector-cue`, `remove-cue`, `inspector-parts` with `remove-part-1` …, `start-word-back`, `start-word-on`, `start-char-back`, `start-char-on` and the same with `end-`, between parts with their number as in `end-1-word-on`, `edge-now` (which edge the keys move), `inspector-evidence`, `inspector-confidence`, `accept`, `reject`, `unreview`, `delete`, `inspector-status` with `status-unchecked`, `status-confirmed`, `status-disputed`, `inspector-note`, `inspector-close`, `select-more`, `nothing-selected`; of several selected ones `several`, `several-count`, `chosen` (takes one out), `several-type`, `several-entity`, `several-status`, `several-close` |
//! | lists | `panels`, `panel-people`, `panel-places`, `panel-organizations`, `panel-quotes`, each with `count`; `entity-row` (`data-entity`) with `entity-jump`, `mention-count`, `mention-place`, `entity-quotes`, `entity-menu`; `entity-actions` with `rename`, `rename-save`, `merge`, `merge-do`, `entity-relabel`, `entity-mention`, `entity-split` (of the selected mention), `split-mention` (of the others), `more-mentions`, `entity-remove`; `new-label`, `labels`, `words`; `quote-row` (`data-id`) |
//! | filter, find | `filter` with `show-person` …, `show-quote`, `show-indirect`, `review-all`, `review-suggested`, `review-accepted`, `review-rejected`, `origin-all`, `origin-engine`, `origin-person`, `status-filter-all` …, `filter-words`, `filter-least`, `filter-clear`; `find`, `find-input`, `find-count` |
//! | review | `review` (starts it), `review-bar`, `review-progress`, `review-order`, `review-accept`, `review-reject`, `review-skip`, `review-previous`, `review-close`, `accept-from`, `accept-percent`, `accept-above-90` (named after the chosen percentage), `review-done`, `review-end` |
//! | status line | `status`, `saved` (classes `ok`, `pending`, `bad`), `analyzed`, `article-language`, `annotation-count`, `review-state`, `stop-analysis`, `open-versions` |
//! | notes | `toasts`, `toast` with `toast-split`, `toast-keep-one`, `toast-undo`, `mark-all`, `likewise`, `toast-words`, `toast-analyze`, `toast-download`, `toast-restore`, `toast-back` (what was done to the list), `toast-retract`; `live` (what a screen reader is told) |
//! | layers | `shortcuts-overlay` with `keys-change`, `key-row` (`data-command`) with `key-ask`, `key-reset`, `key-take`, `key-said`, `key-taken` with `key-use`, `keys-reset-all`; `export-dialog` with `export-mentions-csv` …, `print`, `export-without`; `stored-dialog` (opened by `verify`) with `stored-now`, `wipe`, `wipe-question`, `wipe-download`, `wipe-not`, `wipe-do`; `words-dialog` with `words-learn`, `word` (`data-words`) with `word-kind`, `word-name`, `word-forget`, `word-add` with `word-add-words` …, `words-find`, `words-said` with `words-undo`, `words-count`, `words-export`, `words-import` (the input), `words-forget-all`; `palette` with `palette-input`, `palette-option`; `label-dialog` with `label-name`, `label-key`, `label-key-taken`, `label-save`, `label-worn`, `label-into`, `label-delete` (opened by `new-label`, `edit-label`); `files-dialog` (opened by `toast-files`) with `files-row`; `sets-dialog` (opened by `labels`, `start-labels`) with `label-set` (`data-set`) with `set-choose`, `set-name`, `set-add`, `set-export`, `set-delete`, `set-new` with `set-make`, `sets-said` with `sets-undo`, `sets-import` (the input); `layer-close`; `text-dialog` with `text-title`, `text-area`, `text-put`, `text-cancel`, `text-refused`, `versions`; `versions-dialog` with `version-name`, `version-keep`, `versions-none`, `version` (one a version) with `version-compare`, `version-restore`, `version-download`, `version-rename` (`version-new-name`, `version-rename-save`), `version-delete`, and `differences` with `compare-with`, `difference`, `difference-go`, `differences-back`, `differences-restore`; `carried-dialog` with `carried-kept`, `carried-row`, `carried-go`, `carried-close`, `carried-undo` |
//! | small screens | `sheet-panels`, `sheet-inspector` |

mod app;
mod article;
mod commands;
mod dialogs;
mod dom;
mod inspector;
mod library;
mod privacy;
mod services;
mod settings;
mod shell;
mod sidebar;
mod snapshots;
mod start;
mod state;
mod strings;
mod widgets;

/// Mounts the page into `#app`.
///
/// # Panics
/// When the document has no element `#app`.
pub fn run() {
    let words = &settings::Settings::load().lang.strings().messages;
    yew::set_custom_panic_hook(Box::new(crate::web::crash::hook(words.crashed, words.reload)));
    let root = dom::document().get_element_by_id("app").expect("invariant: index.html has #app");
    yew::Renderer::<app::App>::with_root(root).render();
}
