//! All keys in one table: what the listener obeys is what the overlay and the palette show.

use crate::document::{CheckStatus, LabelId};
use crate::formats::Export;
use crate::ui::commands::applies::{
    along, cursor, decide, go_on, grow, label, likewise, open, status, walking, when, words_for_one,
};
use crate::ui::commands::binding::{BACK, Binding, Group, Layer, command};
use crate::ui::state::{
    Action, AnalysisAction, BrowserRequest, Dialog, EditAction, PageAction, ReviewAction, SelectAction, Tool, Verdict,
};
use crate::view::{Motion, Step, Way};

/// All commands. Keys may repeat in different layers: the upper one that applies wins.
pub(crate) static BINDINGS: &[Binding] = &[
    // Review comes first: while it runs, Enter and Backspace decide.
    command("review-accept", &["Enter"], Group::Review, |words| words.accept, |state| decide(state, Verdict::Accept))
        .during(Layer::Review),
    command(
        "review-reject",
        &["Backspace", "Delete"],
        Group::Review,
        |words| words.reject,
        |state| decide(state, Verdict::Reject),
    )
    .during(Layer::Review),
    command(
        "review-skip",
        &["ArrowRight"],
        Group::Review,
        |words| words.skip_one,
        |state| go_on(state, ReviewAction::Skip),
    )
    .during(Layer::Review),
    command(
        "review-previous",
        &["ArrowLeft"],
        Group::Review,
        |words| words.previous,
        |state| go_on(state, ReviewAction::Previous),
    )
    .during(Layer::Review),
    command(
        "review",
        &["r"],
        Group::Review,
        |words| words.review_start,
        |state| when(open(state), ReviewAction::Begin),
    ),
    command(
        "accept",
        &["a"],
        Group::Review,
        |words| words.accept,
        |state| when(state.selection.selected.is_some(), ReviewAction::DecideSelected(Verdict::Accept)),
    ),
    command(
        "reject",
        &["x"],
        Group::Review,
        |words| words.reject,
        |state| when(state.selection.selected.is_some(), ReviewAction::DecideSelected(Verdict::Reject)),
    ),
    command("person", &["p"], Group::Mark, |words| words.person, |state| label(state, LabelId::PERSON)),
    command("place", &["l"], Group::Mark, |words| words.place, |state| label(state, LabelId::PLACE)),
    command(
        "organization",
        &["o"],
        Group::Mark,
        |words| words.organization,
        |state| label(state, LabelId::ORGANIZATION),
    ),
    command(
        "quote",
        &["q"],
        Group::Mark,
        |words| words.quote,
        |state| when(open(state), EditAction::Apply(Tool::Quote)),
    ),
    command(
        "all-same",
        &["m"],
        Group::Mark,
        |words| words.cmd_all_same,
        |state| when(state.alike() > 1, SelectAction::Scope(state.selection.scope.other())),
    ),
    command("likewise", &["shift+M"], Group::Mark, |words| words.cmd_likewise, likewise),
    command(
        "set-range",
        &["b"],
        Group::Mark,
        |words| words.set_range,
        |state| when(words_for_one(state), EditAction::Retarget),
    ),
    command(
        "add-part",
        &["+"],
        Group::Mark,
        |words| words.add_part,
        |state| when(words_for_one(state), EditAction::AddPart),
    ),
    command(
        "cue",
        &["c"],
        Group::Mark,
        |words| words.use_as_cue,
        |state| when(words_for_one(state), EditAction::SetCue),
    ),
    command(
        "speaker-words",
        &["s"],
        Group::Mark,
        |words| words.use_as_speaker,
        |state| when(words_for_one(state), EditAction::SpeakerWords),
    ),
    command(
        "cursor",
        &["w"],
        Group::Walk,
        |words| words.cmd_cursor,
        |state| when(open(state), cursor(Motion::WordOn, false)),
    ),
    command(
        "word-on",
        &["ArrowRight"],
        Group::Walk,
        |words| words.cmd_word,
        |state| walking(state, Motion::WordOn, false),
    )
    .during(Layer::Words),
    command(
        "word-back",
        &["ArrowLeft"],
        Group::Walk,
        |words| words.cmd_word,
        |state| walking(state, Motion::WordBack, false),
    )
    .during(Layer::Words),
    command(
        "sentence-on",
        &["mod+ArrowRight"],
        Group::Walk,
        |words| words.cmd_sentence,
        |state| walking(state, Motion::SentenceOn, false),
    )
    .during(Layer::Words),
    command(
        "sentence-back",
        &["mod+ArrowLeft"],
        Group::Walk,
        |words| words.cmd_sentence,
        |state| walking(state, Motion::SentenceBack, false),
    )
    .during(Layer::Words),
    command(
        "paragraph-on",
        &["ArrowDown"],
        Group::Walk,
        |words| words.cmd_paragraph,
        |state| walking(state, Motion::ParagraphOn, false),
    )
    .during(Layer::Words),
    command(
        "paragraph-back",
        &["ArrowUp"],
        Group::Walk,
        |words| words.cmd_paragraph,
        |state| walking(state, Motion::ParagraphBack, false),
    )
    .during(Layer::Words),
    command(
        "extend-on",
        &["shift+ArrowRight"],
        Group::Walk,
        |words| words.cmd_extend,
        |state| walking(state, Motion::WordOn, true),
    )
    .during(Layer::Words),
    command(
        "extend-back",
        &["shift+ArrowLeft"],
        Group::Walk,
        |words| words.cmd_extend,
        |state| walking(state, Motion::WordBack, true),
    )
    .during(Layer::Words),
    command(
        "extend-sentence-on",
        &["shift+mod+ArrowRight"],
        Group::Walk,
        |words| words.cmd_extend,
        |state| walking(state, Motion::SentenceOn, true),
    )
    .during(Layer::Words),
    command(
        "extend-sentence-back",
        &["shift+mod+ArrowLeft"],
        Group::Walk,
        |words| words.cmd_extend,
        |state| walking(state, Motion::SentenceBack, true),
    )
    .during(Layer::Words),
    command(
        "next",
        &["n", "ArrowRight"],
        Group::Walk,
        |words| words.cmd_next,
        |state| when(open(state), SelectAction::Walk(Way::On)),
    ),
    command(
        "previous",
        &["shift+N", "ArrowLeft"],
        Group::Walk,
        |words| words.cmd_previous,
        |state| when(open(state), SelectAction::Walk(Way::Back)),
    ),
    command("also-on", &["shift+ArrowRight"], Group::Walk, |words| words.cmd_also, |state| along(state, Way::On)),
    command("also-back", &["shift+ArrowLeft"], Group::Walk, |words| words.cmd_also, |state| along(state, Way::Back)),
    command(
        "several",
        &["shift+S"],
        Group::Walk,
        |words| words.select_more,
        |state| when(open(state), SelectAction::Adding(!state.selection.adding)),
    ),
    command(
        "within",
        &["shift+A"],
        Group::Walk,
        |words| words.cmd_within,
        |state| when(!state.selection.within(&state.article).is_empty(), SelectAction::Within),
    ),
    command(
        "grow-word-on",
        &["alt+ArrowRight"],
        Group::Edit,
        |words| words.cmd_grow_word,
        |state| grow(state, Step::WordOn),
    ),
    command(
        "grow-word-back",
        &["alt+ArrowLeft"],
        Group::Edit,
        |words| words.cmd_grow_word,
        |state| grow(state, Step::WordBack),
    ),
    command(
        "grow-char-on",
        &["alt+shift+ArrowRight"],
        Group::Edit,
        |words| words.cmd_grow_char,
        |state| grow(state, Step::CharOn),
    ),
    command(
        "grow-char-back",
        &["alt+shift+ArrowLeft"],
        Group::Edit,
        |words| words.cmd_grow_char,
        |state| grow(state, Step::CharBack),
    ),
    command(
        "edge",
        &["e"],
        Group::Edit,
        |words| words.cmd_edge,
        |state| when(state.selection.only().is_some(), SelectAction::SwitchEdge),
    ),
    command(
        "delete",
        &["Delete", "Backspace"],
        Group::Edit,
        |words| words.delete,
        |state| when(state.selection.selected.is_some(), EditAction::Delete),
    ),
    command(
        "entity",
        &["g"],
        Group::Edit,
        |words| words.cmd_entity,
        |state| state.inspected_entity().map(|id| PageAction::Request(BrowserRequest::Entity(id)).into()),
    ),
    command(
        "note",
        &["i"],
        Group::Edit,
        |words| words.cmd_note,
        |state| when(state.selection.only().is_some(), PageAction::Request(BrowserRequest::Note)),
    ),
    command(
        "confirmed",
        &["v"],
        Group::Edit,
        |words| words.cmd_confirmed,
        |state| status(state, CheckStatus::Confirmed),
    ),
    command(
        "disputed",
        &["shift+V"],
        Group::Edit,
        |words| words.cmd_disputed,
        |state| status(state, CheckStatus::Disputed),
    ),
    command("unchecked", &[], Group::Edit, |words| words.cmd_unchecked, |state| status(state, CheckStatus::Unchecked)),
    command(
        "nobody",
        &["0"],
        Group::Edit,
        |words| words.cmd_nobody,
        |state| when(state.inspected_quote().is_some(), EditAction::Nobody),
    ),
    command(
        "skip-paragraph",
        &["shift+F"],
        Group::Edit,
        |words| words.cmd_skip_paragraph,
        |state| when(open(state), EditAction::SwitchBlock),
    ),
    command("undo", &["mod+z"], Group::Page, |words| words.undo, |state| when(open(state), EditAction::Undo)),
    command(
        "redo",
        &["shift+mod+z", "mod+y"],
        Group::Page,
        |words| words.redo,
        |state| when(open(state), EditAction::Redo),
    ),
    command(
        "palette",
        &["mod+k"],
        Group::Page,
        |words| words.palette,
        |state| when(open(state), PageAction::Dialog(Some(Dialog::Palette))),
    ),
    command(
        "find",
        &["/"],
        Group::Page,
        |words| words.find,
        |state| when(open(state), PageAction::Find(Some("".into()))),
    ),
    command(
        "filter",
        &["f"],
        Group::Page,
        |words| words.filter,
        |state| when(open(state), PageAction::Request(BrowserRequest::Filter)),
    ),
    command(
        "download",
        &["mod+s"],
        Group::Page,
        |words| words.download,
        |state| when(open(state), PageAction::Request(BrowserRequest::Export(Export::Json))),
    ),
    command(
        "export",
        &["shift+E"],
        Group::Page,
        |words| words.export,
        |state| when(open(state), PageAction::Dialog(Some(Dialog::Export))),
    ),
    command(
        "print",
        &[],
        Group::Page,
        |words| words.print,
        |state| when(open(state), PageAction::Request(BrowserRequest::Print)),
    ),
    command(
        "words",
        &[],
        Group::Page,
        |words| words.words_title,
        |_| when(true, PageAction::Dialog(Some(Dialog::WordList))),
    ),
    command(
        "labels",
        &[],
        Group::Page,
        |words| words.sets.title,
        |_| when(true, PageAction::Dialog(Some(Dialog::LabelSets))),
    ),
    command(
        "stored",
        &[],
        Group::Page,
        |words| words.privacy.title,
        |_| when(true, PageAction::Dialog(Some(Dialog::Stored))),
    ),
    command(
        "edit-text",
        &["t"],
        Group::Page,
        |words| words.versions.edit,
        |state| when(open(state), PageAction::Dialog(Some(Dialog::Text))),
    ),
    command(
        "versions",
        &["shift+T"],
        Group::Page,
        |words| words.snapshots.title,
        |state| when(open(state), PageAction::Dialog(Some(Dialog::Versions))),
    ),
    command(
        "carried",
        &[],
        Group::Page,
        |words| words.versions.carried,
        |state| when(state.article.carried.is_some(), PageAction::Dialog(Some(Dialog::Carried))),
    ),
    command("new-article", &[], Group::Page, |words| words.new_article, |state| when(open(state), Action::Start)),
    command(
        "new-label",
        &[],
        Group::Page,
        |words| words.new_label,
        |state| when(open(state), PageAction::Dialog(Some(Dialog::Label(None)))),
    ),
    command(
        "shortcuts",
        &["?"],
        Group::Page,
        |words| words.shortcuts,
        |_| when(true, PageAction::Dialog(Some(Dialog::Shortcuts))),
    ),
    command(
        "analyze",
        &["shift+R"],
        Group::Page,
        |words| words.analyze_again,
        |state| when(open(state), AnalysisAction::Ask),
    ),
    command(BACK, &["Escape"], Group::Page, |words| words.cmd_back, |_| Some(Action::Back)),
];

/// The command with this name.
pub(crate) fn binding(id: &str) -> Option<&'static Binding> {
    BINDINGS.iter().find(|binding| binding.id == id)
}
