//! All keys in one table: what the listener obeys is what the overlay and the palette show.

use crate::document::{CheckStatus, LabelId};
use crate::formats::Export;
use crate::text::TextRange;
use crate::ui::state::{Action, AppState, Dialog, ReviewStep, Screen, Tool, Wish};
use crate::ui::strings::Strings;
use crate::view::{Motion, Step, Way, is_right_to_left};

/// When a command listens. Commands of different layers may share a key: the upper layer has it while it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Layer {
    /// While the review runs.
    Review,
    /// While words are chosen.
    Words,
    /// Always.
    Page,
}

/// Where a command stands in the overlay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    Mark,
    Walk,
    Edit,
    Review,
    Page,
}

/// One command.
pub(crate) struct Binding {
    /// Stable name, for tests and for keys of the person's own.
    pub(crate) id: &'static str,
    /// As `chord` writes them; any of them will do. `mod` is Ctrl, on a Mac also Command.
    pub(crate) keys: &'static [&'static str],
    pub(crate) group: Group,
    pub(crate) name: fn(&Strings) -> &'static str,
    /// What it does now; nothing when it does not apply, and the key is left to the browser.
    pub(crate) act: fn(&AppState) -> Option<Action>,
}

/// All commands. Keys may repeat in different layers: the upper one that applies wins.
pub(crate) static BINDINGS: &[Binding] = &[
    // Review comes first: while it runs, Enter and Backspace decide.
    b("review-accept", &["Enter"], Group::Review, |t| t.accept, |s| step(s, ReviewStep::Accept)),
    b("review-reject", &["Backspace", "Delete"], Group::Review, |t| t.reject, |s| step(s, ReviewStep::Reject)),
    b("review-skip", &["ArrowRight"], Group::Review, |t| t.skip_one, |s| quiet(s, ReviewStep::Skip)),
    b("review-previous", &["ArrowLeft"], Group::Review, |t| t.previous, |s| quiet(s, ReviewStep::Previous)),
    b("review", &["r"], Group::Review, |t| t.review_start, |s| open(s).then_some(Action::Review(ReviewStep::Begin))),
    b("accept", &["a"], Group::Review, |t| t.accept, |s| s.selected.map(|_| Action::Accept)),
    b("reject", &["x"], Group::Review, |t| t.reject, |s| s.selected.map(|_| Action::Reject)),
    b("person", &["p"], Group::Mark, |t| t.person, |s| label(s, 0)),
    b("place", &["l"], Group::Mark, |t| t.place, |s| label(s, 1)),
    b("organization", &["o"], Group::Mark, |t| t.organization, |s| label(s, 2)),
    b("quote", &["q"], Group::Mark, |t| t.quote, |s| open(s).then_some(Action::Apply(Tool::Quote))),
    b("all-same", &["m"], Group::Mark, |t| t.cmd_all_same, |s| (s.alike() > 1).then_some(Action::Wide(!s.wide))),
    b("likewise", &["shift+M"], Group::Mark, |t| t.cmd_likewise, likewise),
    b("set-range", &["b"], Group::Mark, |t| t.set_range, |s| s.only().and(s.target).map(|_| Action::Retarget)),
    b("add-part", &["+"], Group::Mark, |t| t.add_part, |s| s.only().and(s.target).map(|_| Action::AddPart)),
    b("cue", &["c"], Group::Mark, |t| t.use_as_cue, |s| s.only().and(s.target).map(|_| Action::SetCue)),
    b(
        "speaker-words",
        &["s"],
        Group::Mark,
        |t| t.use_as_speaker,
        |s| s.only().and(s.target).map(|_| Action::SpeakerWords),
    ),
    b("cursor", &["w"], Group::Walk, |t| t.cmd_cursor, |s| open(s).then_some(cursor(Motion::WordOn, false))),
    b("word-on", &["ArrowRight"], Group::Walk, |t| t.cmd_word, |s| walking(s, Motion::WordOn, false)),
    b("word-back", &["ArrowLeft"], Group::Walk, |t| t.cmd_word, |s| walking(s, Motion::WordBack, false)),
    b("sentence-on", &["mod+ArrowRight"], Group::Walk, |t| t.cmd_sentence, |s| walking(s, Motion::SentenceOn, false)),
    b(
        "sentence-back",
        &["mod+ArrowLeft"],
        Group::Walk,
        |t| t.cmd_sentence,
        |s| walking(s, Motion::SentenceBack, false),
    ),
    b("paragraph-on", &["ArrowDown"], Group::Walk, |t| t.cmd_paragraph, |s| walking(s, Motion::ParagraphOn, false)),
    b("paragraph-back", &["ArrowUp"], Group::Walk, |t| t.cmd_paragraph, |s| walking(s, Motion::ParagraphBack, false)),
    b("extend-on", &["shift+ArrowRight"], Group::Walk, |t| t.cmd_extend, |s| walking(s, Motion::WordOn, true)),
    b("extend-back", &["shift+ArrowLeft"], Group::Walk, |t| t.cmd_extend, |s| walking(s, Motion::WordBack, true)),
    b(
        "extend-sentence-on",
        &["shift+mod+ArrowRight"],
        Group::Walk,
        |t| t.cmd_extend,
        |s| walking(s, Motion::SentenceOn, true),
    ),
    b(
        "extend-sentence-back",
        &["shift+mod+ArrowLeft"],
        Group::Walk,
        |t| t.cmd_extend,
        |s| walking(s, Motion::SentenceBack, true),
    ),
    b("next", &["n", "ArrowRight"], Group::Walk, |t| t.cmd_next, |s| open(s).then_some(Action::Walk(Way::On))),
    b(
        "previous",
        &["shift+N", "ArrowLeft"],
        Group::Walk,
        |t| t.cmd_previous,
        |s| open(s).then_some(Action::Walk(Way::Back)),
    ),
    b("also-on", &["shift+ArrowRight"], Group::Walk, |t| t.cmd_also, |s| along(s, Way::On)),
    b("also-back", &["shift+ArrowLeft"], Group::Walk, |t| t.cmd_also, |s| along(s, Way::Back)),
    b("several", &["shift+S"], Group::Walk, |t| t.select_more, |s| open(s).then_some(Action::Adding(!s.adding))),
    b("within", &["shift+A"], Group::Walk, |t| t.cmd_within, |s| (!s.within().is_empty()).then_some(Action::Within)),
    b("grow-word-on", &["alt+ArrowRight"], Group::Edit, |t| t.cmd_grow_word, |s| grow(s, Step::WordOn)),
    b("grow-word-back", &["alt+ArrowLeft"], Group::Edit, |t| t.cmd_grow_word, |s| grow(s, Step::WordBack)),
    b("grow-char-on", &["alt+shift+ArrowRight"], Group::Edit, |t| t.cmd_grow_char, |s| grow(s, Step::CharOn)),
    b("grow-char-back", &["alt+shift+ArrowLeft"], Group::Edit, |t| t.cmd_grow_char, |s| grow(s, Step::CharBack)),
    b("edge", &["e"], Group::Edit, |t| t.cmd_edge, |s| s.only().map(|_| Action::SwitchEdge)),
    b("delete", &["Delete", "Backspace"], Group::Edit, |t| t.delete, |s| s.selected.map(|_| Action::Delete)),
    b(
        "entity",
        &["g"],
        Group::Edit,
        |t| t.cmd_entity,
        |s| s.inspected_entity().map(|id| Action::Wish(Wish::Entity(id))),
    ),
    b("note", &["i"], Group::Edit, |t| t.cmd_note, |s| s.only().map(|_| Action::Wish(Wish::Note))),
    b("confirmed", &["v"], Group::Edit, |t| t.cmd_confirmed, |s| status(s, CheckStatus::Confirmed)),
    b("disputed", &["shift+V"], Group::Edit, |t| t.cmd_disputed, |s| status(s, CheckStatus::Disputed)),
    b("unchecked", &[], Group::Edit, |t| t.cmd_unchecked, |s| status(s, CheckStatus::Unchecked)),
    b("nobody", &["0"], Group::Edit, |t| t.cmd_nobody, |s| s.inspected_quote().map(|_| Action::Nobody)),
    b(
        "skip-paragraph",
        &["shift+F"],
        Group::Edit,
        |t| t.cmd_skip_paragraph,
        |s| open(s).then_some(Action::SwitchBlock),
    ),
    b("undo", &["mod+z"], Group::Page, |t| t.undo, |s| open(s).then_some(Action::Undo)),
    b("redo", &["shift+mod+z", "mod+y"], Group::Page, |t| t.redo, |s| open(s).then_some(Action::Redo)),
    b("palette", &["mod+k"], Group::Page, |t| t.palette, |s| open(s).then_some(Action::Dialog(Some(Dialog::Palette)))),
    b("find", &["/"], Group::Page, |t| t.find, |s| open(s).then_some(Action::Find(Some("".into())))),
    b("filter", &["f"], Group::Page, |t| t.filter, |s| open(s).then_some(Action::Wish(Wish::Filter))),
    b(
        "download",
        &["mod+s"],
        Group::Page,
        |t| t.download,
        |s| open(s).then_some(Action::Wish(Wish::Export(Export::Json))),
    ),
    b("export", &["shift+E"], Group::Page, |t| t.export, |s| open(s).then_some(Action::Dialog(Some(Dialog::Export)))),
    b("print", &[], Group::Page, |t| t.print, |s| open(s).then_some(Action::Wish(Wish::Print))),
    b("words", &[], Group::Page, |t| t.words_title, |_| Some(Action::Dialog(Some(Dialog::Words)))),
    b("new-article", &[], Group::Page, |t| t.new_article, |s| open(s).then_some(Action::Start)),
    b("new-label", &[], Group::Page, |t| t.new_label, |s| open(s).then_some(Action::Dialog(Some(Dialog::Label(None))))),
    b("shortcuts", &["?"], Group::Page, |t| t.shortcuts, |_| Some(Action::Dialog(Some(Dialog::Shortcuts)))),
    b("analyze", &["shift+R"], Group::Page, |t| t.analyze_again, |s| open(s).then_some(Action::Analyze)),
    b("back", &["Escape"], Group::Page, |t| t.cmd_back, |_| Some(Action::Back)),
];

impl Binding {
    /// When it listens.
    pub(crate) fn layer(&self) -> Layer {
        match self.id {
            "review-accept" | "review-reject" | "review-skip" | "review-previous" => Layer::Review,
            id if id.starts_with("word-")
                || id.starts_with("sentence-")
                || id.starts_with("paragraph-")
                || id.starts_with("extend-") =>
            {
                Layer::Words
            }
            _ => Layer::Page,
        }
    }

    /// Whether its key cannot be changed: the way out must always be there.
    pub(crate) fn is_fixed(&self) -> bool {
        self.id == "back"
    }
}

const fn b(
    id: &'static str,
    keys: &'static [&'static str],
    group: Group,
    name: fn(&Strings) -> &'static str,
    act: fn(&AppState) -> Option<Action>,
) -> Binding {
    Binding { id, keys, group, name, act }
}

fn open(state: &AppState) -> bool {
    state.screen == Screen::Article
}

fn label(state: &AppState, index: u16) -> Option<Action> {
    open(state).then_some(Action::Apply(Tool::Label(LabelId(index))))
}

fn step(state: &AppState, step: ReviewStep) -> Option<Action> {
    state.review.as_ref().map(|run| Action::Review(if run.current.is_some() { step } else { ReviewStep::End }))
}

fn status(state: &AppState, status: CheckStatus) -> Option<Action> {
    state.selected.map(|_| Action::Status(status))
}

/// The offer of the newest note to do the same elsewhere.
fn likewise(state: &AppState) -> Option<Action> {
    let toast = state.toasts.last()?;
    let offer = toast.offers.iter().find(|offer| offer.is_for_others())?;
    Some(Action::Take(toast.turn, offer.clone()))
}

/// A review step on keys that the word cursor needs while it is out.
fn quiet(state: &AppState, step: ReviewStep) -> Option<Action> {
    state.review.as_ref().filter(|run| run.current.is_some() && state.target.is_none()).map(|_| Action::Review(step))
}

const fn cursor(motion: Motion, extend: bool) -> Action {
    Action::Cursor { motion, extend }
}

fn along(state: &AppState, way: Way) -> Option<Action> {
    (open(state) && state.target.is_none()).then_some(Action::WalkAlong(way))
}

fn walking(state: &AppState, motion: Motion, extend: bool) -> Option<Action> {
    state.target.map(|_| cursor(motion, extend))
}

fn grow(state: &AppState, step: Step) -> Option<Action> {
    state.only().map(|_| Action::Grow(None, step))
}

/// Whether a chord is a command also while the person types.
pub(crate) fn works_in_fields(state: &AppState, chord: &str) -> bool {
    let everywhere = |b: &&Binding| matches!(b.id, "palette" | "download") && state.kept.keys.has(b, chord);
    chord == "Escape" || (chord.contains("mod+") && BINDINGS.iter().any(|b| everywhere(&b)))
}

/// Whether the text that the keys move in, that of the chosen words or of the selected annotation, runs from right to
/// left.
pub(crate) fn is_rtl(state: &AppState) -> bool {
    let Some(document) = state.document() else { return false };
    let id = state.selected.or(state.roving);
    let at = state.target.map(TextRange::start);
    let at = at.or_else(|| Some(document.annotation(id?)?.body.span().start()));
    let paragraph = at.and_then(|at| document.source().paragraph_at(at));
    paragraph.is_some_and(|i| is_right_to_left(document.source().slice(document.source().paragraphs()[i])))
}

/// What a chord does in this state: the table, then the digits for speakers, then the keys of the person's own labels.
pub(crate) fn action_for(state: &AppState, chord: &str) -> Option<Action> {
    let of_layer = |layer: Layer| {
        let having = BINDINGS.iter().filter(move |b| b.layer() == layer && state.kept.keys.has(b, chord));
        having.into_iter().find_map(|b| (b.act)(state))
    };
    if let Some(action) = [Layer::Review, Layer::Words, Layer::Page].into_iter().find_map(of_layer) {
        return Some(action);
    }
    if let Ok(digit @ 1..=9) = chord.parse::<usize>() {
        return state.inspected_quote().map(|_| Action::Speaker(digit - 1));
    }
    let labels = state.document()?.labels();
    let mut chars = chord.chars();
    let (key, None) = (chars.next()?, chars.next()) else { return None };
    // The three built-in labels are commands of the table, with keys of their own.
    let index = labels.iter().skip(3).position(|label| label.key == Some(key))?;
    label(state, index as u16 + 3)
}
