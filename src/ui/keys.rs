//! All keys in one table: what the listener obeys is what the overlay and the palette show.

use web_sys::KeyboardEvent;

use super::state::{Action, AppState, Dialog, ReviewStep, Screen, Tool};
use super::strings::Strings;
use crate::document::LabelId;
use crate::view::{Motion, Step, Way};

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

/// All commands. Keys may repeat: the first that applies wins.
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
    b("set-range", &["b"], Group::Mark, |t| t.set_range, |s| s.selected.and(s.target).map(|_| Action::Retarget)),
    b("add-part", &["+"], Group::Mark, |t| t.add_part, |s| s.selected.and(s.target).map(|_| Action::AddPart)),
    b("cue", &["c"], Group::Mark, |t| t.use_as_cue, |s| s.selected.and(s.target).map(|_| Action::SetCue)),
    b(
        "speaker-words",
        &["s"],
        Group::Mark,
        |t| t.use_as_speaker,
        |s| s.selected.and(s.target).map(|_| Action::SpeakerWords),
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
    b("grow-word-on", &["alt+ArrowRight"], Group::Edit, |t| t.cmd_grow_word, |s| grow(s, Step::WordOn)),
    b("grow-word-back", &["alt+ArrowLeft"], Group::Edit, |t| t.cmd_grow_word, |s| grow(s, Step::WordBack)),
    b("grow-char-on", &["alt+shift+ArrowRight"], Group::Edit, |t| t.cmd_grow_char, |s| grow(s, Step::CharOn)),
    b("grow-char-back", &["alt+shift+ArrowLeft"], Group::Edit, |t| t.cmd_grow_char, |s| grow(s, Step::CharBack)),
    b("edge", &["e"], Group::Edit, |t| t.cmd_edge, |s| s.selected.map(|_| Action::SwitchEdge)),
    b("delete", &["Delete", "Backspace"], Group::Edit, |t| t.delete, |s| s.selected.map(|_| Action::Delete)),
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
    b("new-label", &[], Group::Page, |t| t.new_label, |s| open(s).then_some(Action::Dialog(Some(Dialog::Label(None))))),
    b("shortcuts", &["?"], Group::Page, |t| t.shortcuts, |_| Some(Action::Dialog(Some(Dialog::Shortcuts)))),
    b("analyze", &["shift+R"], Group::Page, |t| t.analyze_again, |s| open(s).then_some(Action::Analyze)),
    b("back", &["Escape"], Group::Page, |t| t.cmd_back, |_| Some(Action::Back)),
];

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

/// A review step on keys that the word cursor needs while it is out.
fn quiet(state: &AppState, step: ReviewStep) -> Option<Action> {
    state.review.as_ref().filter(|run| run.current.is_some() && state.target.is_none()).map(|_| Action::Review(step))
}

const fn cursor(motion: Motion, extend: bool) -> Action {
    Action::Cursor { motion, extend }
}

fn walking(state: &AppState, motion: Motion, extend: bool) -> Option<Action> {
    state.target.map(|_| cursor(motion, extend))
}

fn grow(state: &AppState, step: Step) -> Option<Action> {
    state.selected.map(|_| Action::Grow(None, step))
}

/// A pressed key as the table writes it: modifiers in the order alt, shift, mod, then the key. Shift is left out where it
/// only makes the character ("?").
pub(crate) fn chord(event: &KeyboardEvent) -> String {
    let key = event.key();
    let printed = key.chars().count() == 1;
    let command = event.ctrl_key() || event.meta_key();
    let letter = printed && key.chars().all(char::is_alphabetic);
    let mut out = String::new();
    if event.alt_key() {
        out.push_str("alt+");
    }
    if event.shift_key() && (!printed || letter) {
        out.push_str("shift+");
    }
    if command {
        out.push_str("mod+");
    }
    if letter && command {
        out.push_str(&key.to_lowercase());
    } else {
        out.push_str(&key);
    }
    out
}

/// What a chord does in this state: the table, then the digits for speakers, then the keys of the person's own labels.
pub(crate) fn action_for(state: &AppState, chord: &str) -> Option<Action> {
    if let Some(action) = BINDINGS.iter().filter(|b| b.keys.contains(&chord)).find_map(|b| (b.act)(state)) {
        return Some(action);
    }
    if let Ok(digit @ 1..=9) = chord.parse::<usize>() {
        return state.inspected_quote().map(|_| Action::Speaker(digit - 1));
    }
    let labels = state.document()?.labels();
    let mut chars = chord.chars();
    let (key, None) = (chars.next()?, chars.next()) else { return None };
    let index = labels.iter().position(|label| label.key == Some(key))?;
    label(state, index as u16)
}
