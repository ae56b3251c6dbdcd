//! Going through the suggestions one by one, and deciding them.

use crate::document::{AnnotationId, Command, Review};
use crate::ui::state::desk::Desk;
use crate::ui::state::editing::same_words::{others, run_for};
use crate::ui::state::editing::{edit, several};
use crate::ui::state::message::Message;
use crate::ui::state::page::Sheet;
use crate::ui::state::selection::Scope;
use crate::view::{QueueOrder, Way, acceptable, next_pending};
use crate::vocabulary::Confidence;

/// A review under way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ReviewRun {
    /// The suggestion in question; none when all are decided.
    pub(crate) current: Option<AnnotationId>,
    /// How many were accepted since it began.
    pub(crate) accepted: usize,
    /// How many were rejected since it began.
    pub(crate) rejected: usize,
}

/// What is decided of a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Accept,
    Reject,
}

/// A step of the review, or a decision without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReviewAction {
    Begin,
    /// The suggestion in question is right or wrong; of several selected ones, all are.
    Decide(Verdict),
    /// Leave it as it is and go on.
    Skip,
    /// Back to the one before.
    Previous,
    End,
    Order(QueueOrder),
    /// The selected annotation is right or wrong.
    DecideSelected(Verdict),
    /// Accept all suggestions that are shown and at least this sure.
    AcceptFrom(Confidence),
}

/// The review, as far as one is under way, and the order of its queue.
#[derive(Clone, Debug)]
pub(crate) struct ReviewState {
    pub(crate) run: Option<ReviewRun>,
    pub(crate) order: QueueOrder,
}

impl Default for ReviewState {
    fn default() -> Self {
        Self::in_order(QueueOrder::Reading)
    }
}

impl ReviewState {
    /// No review; the next one goes in this order.
    pub(crate) fn in_order(order: QueueOrder) -> Self {
        Self { run: None, order }
    }

    /// The review after `action`.
    pub(crate) fn reduce(&mut self, action: ReviewAction, desk: &mut Desk) {
        match action {
            ReviewAction::Begin => self.begin(desk),
            ReviewAction::Decide(verdict) => match desk.several() {
                Some(ids) => self.decide_several(ids, verdict, desk),
                None => self.decide_current(verdict, desk),
            },
            ReviewAction::Skip => self.skip(Way::On, desk),
            ReviewAction::Previous => self.skip(Way::Back, desk),
            ReviewAction::End => self.end(desk),
            ReviewAction::Order(order) => self.order = order,
            ReviewAction::DecideSelected(verdict) => self.decide_selected(verdict, desk),
            ReviewAction::AcceptFrom(least) => self.accept_from(least, desk),
        }
    }

    fn begin(&mut self, desk: &mut Desk) {
        let start = desk.selection.selected.filter(|id| is_pending(desk, *id));
        let current = start.or_else(|| self.next_pending(desk, None, Way::On));
        self.run = Some(ReviewRun { current, ..ReviewRun::default() });
        desk.page.sheet_stays = true;
        desk.selection.target = None;
        self.show_current(desk);
    }

    pub(crate) fn end(&mut self, desk: &mut Desk) {
        self.run = None;
        desk.page.sheet_stays = false;
        desk.select(desk.selection.selected);
    }

    fn skip(&mut self, way: Way, desk: &mut Desk) {
        let Some(mut run) = self.run.clone() else { return self.end(desk) };
        run.current = self.next_pending(desk, run.current, way).or(run.current);
        self.run = Some(run);
        self.show_current(desk);
    }

    fn decide_current(&mut self, verdict: Verdict, desk: &mut Desk) {
        let Some(mut run) = self.run.clone() else { return self.end(desk) };
        let Some(id) = run.current else { return };
        // All with the same words, when the person has said so.
        let others = match desk.selection.scope {
            Scope::All => others(desk, id, |annotation| annotation.review == Review::Suggested),
            Scope::One => Vec::new(),
        };
        let ids: Vec<_> = std::iter::once(id).chain(others).collect();
        let count = ids.len();
        if is_pending(desk, id) && !desk.run_quietly(verdict.command(ids)) {
            return;
        }
        run.count(verdict, count);
        run.current = self.next_pending(desk, Some(id), Way::On);
        if run.current.is_none() {
            desk.page.announce(Message::Reviewed(run.accepted, run.rejected));
        }
        self.run = Some(run);
        self.show_current(desk);
    }

    /// All selected are right, or wrong. A review under way counts those it was still to ask about.
    fn decide_several(&mut self, ids: Vec<AnnotationId>, verdict: Verdict, desk: &mut Desk) {
        let asked = ids.iter().filter(|&&id| is_pending(desk, id)).count();
        let done = match verdict {
            Verdict::Accept => desk.run_for_selected(Command::Accept(ids)),
            Verdict::Reject => several::discard(desk, ids, Command::Reject),
        };
        if done {
            self.settle(verdict, asked, desk);
        }
    }

    fn decide_selected(&mut self, verdict: Verdict, desk: &mut Desk) {
        let selected = desk.selection.selected;
        let in_question = self.run.as_ref().and_then(|run| run.current);
        if let Some(ids) = desk.several() {
            self.decide_several(ids, verdict, desk);
        } else if in_question.is_some() && in_question == selected {
            self.decide_current(verdict, desk);
        } else if let Some(id) = selected {
            match verdict {
                Verdict::Accept => accept(desk, id),
                Verdict::Reject => edit::discard(desk, id, Command::Reject),
            }
        }
    }

    /// Accepts what is shown and at least so sure, as one step.
    fn accept_from(&mut self, least: Confidence, desk: &mut Desk) {
        let Some(document) = desk.document() else { return };
        let ids = acceptable(document, &desk.article.filter, least);
        let count = ids.len();
        if desk.run(Command::Accept(ids)) {
            self.settle(Verdict::Accept, count, desk);
        }
    }

    /// Others were decided meanwhile: a review under way goes on with what is left.
    fn settle(&mut self, verdict: Verdict, count: usize, desk: &mut Desk) {
        let Some(mut run) = self.run.clone() else { return };
        run.count(verdict, count);
        if run.current.is_none_or(|id| !is_pending(desk, id)) {
            run.current = self.next_pending(desk, run.current, Way::On);
        }
        self.run = Some(run);
        self.show_current(desk);
    }

    fn next_pending(&self, desk: &Desk, from: Option<AnnotationId>, way: Way) -> Option<AnnotationId> {
        next_pending(desk.document()?, &desk.article.filter, self.order, from, way)
    }

    fn show_current(&self, desk: &mut Desk) {
        if let Some(id) = self.run.as_ref().and_then(|run| run.current) {
            return desk.show(id);
        }
        desk.select(None);
        desk.page.sheet = Sheet::Inspector;
    }
}

impl ReviewRun {
    fn count(&mut self, verdict: Verdict, count: usize) {
        match verdict {
            Verdict::Accept => self.accepted += count,
            Verdict::Reject => self.rejected += count,
        }
    }
}

impl Verdict {
    fn command(self, ids: Vec<AnnotationId>) -> Command {
        match self {
            Self::Accept => Command::Accept(ids),
            Self::Reject => Command::Reject(ids),
        }
    }
}

fn is_pending(desk: &Desk, id: AnnotationId) -> bool {
    let annotation = desk.document().and_then(|document| document.annotation(id));
    annotation.is_some_and(|annotation| annotation.review == Review::Suggested)
}

fn accept(desk: &mut Desk, id: AnnotationId) {
    let others = others(desk, id, |annotation| annotation.review == Review::Suggested);
    if run_for(desk, id, others, Command::Accept) {
        // The button that was pressed is gone.
        desk.show(id);
    }
}
