//! From one state and an action to the next state.

use std::rc::Rc;

use yew::Reducible;

use super::{
    Action, Analysis, AppState, Dialog, Failure, Message, Offer, Open, Reveal, ReviewStep, Saved, Screen, Sheet, Tool,
    Wish,
};
use crate::document::{AnnotationId, Body, Command, CommandError, EntityId, Session};
use crate::text::TextRange;
use crate::view::{InspectedBody, Way, acceptable, inspect};
use crate::vocabulary::{BlockKind, Confidence};

impl AppState {
    /// The state after `action`.
    pub(crate) fn step(&mut self, action: Action) {
        match action {
            Action::Start => {
                *self = self.emptied(Screen::Start);
            }
            Action::Open { id, session, findings } => self.open(id, *session, findings),
            Action::Run(command) => {
                let removes_label = matches!(command, Command::RemoveLabel { .. });
                // The button that opened the dialog goes with the label, and the focus with it.
                if self.run(command)
                    && removes_label
                    && let Some(id) = self.selected.or(self.roving)
                {
                    self.go(id);
                }
            }
            Action::Undo => self.travel(Session::undo, Message::Undid),
            Action::Redo => self.travel(Session::redo, Message::Redid),
            Action::Select(id) => {
                self.adding &= id.is_some();
                self.choose(&[], id);
            }
            Action::Jump(id) if self.adding => self.toggle(&[id]),
            Action::Jump(id) => {
                self.choose(&[], Some(id));
                self.show(id);
            }
            Action::Click(ids) => self.click(&ids),
            Action::Toggle(ids) => self.toggle(&ids),
            Action::Within => self.choose_within(),
            Action::WalkAlong(way) => self.walk_along(way),
            Action::Adding(adding) => self.add_more(adding),
            Action::Walk(way) => self.walk(way),
            Action::Target(range) => self.target(range),
            Action::Apply(tool) => self.apply(tool),
            Action::Relabel(label) => {
                self.target = None;
                self.apply(Tool::Label(label));
            }
            Action::Wide(wide) => self.wide = wide && self.alike() > 1,
            Action::Link(into) => self.link(into),
            Action::Status(status) => {
                if let Some(ids) = self.several() {
                    self.run_all(Command::SetStatus { ids, status });
                } else if let Some(id) = self.selected {
                    let others = if self.wide { self.others(id, |_| true) } else { Vec::new() };
                    let ids = std::iter::once(id).chain(others).collect();
                    self.run(Command::SetStatus { ids, status });
                }
            }
            Action::Unreview => {
                if let Some(ids) = self.several() {
                    self.run_all(Command::Unreview(ids));
                } else if let Some(id) = self.selected
                    && self.run_quietly(Command::Unreview(vec![id]))
                    && self.selected.is_some()
                {
                    // The button that was pressed is gone.
                    self.show(id);
                }
            }
            Action::AcceptFrom(least) => self.accept_from(least),
            Action::Delete => self.delete(),
            Action::Cursor { motion, extend } => self.move_cursor(motion, extend),
            Action::Grow(edge, step) => self.grow(edge, step),
            Action::SwitchEdge => self.switch_edge(),
            Action::Retarget => self.retarget_to_selection(),
            Action::AddPart => {
                if let (Some(id), Some(range)) = (self.selected, self.target)
                    && self.run(Command::AddPart { id, range })
                {
                    self.target = None;
                }
            }
            Action::SetCue => {
                if let Some(id) = self.selected
                    && self.run(Command::SetCue { id, cue: self.target })
                {
                    self.target = None;
                }
            }
            Action::SpeakerWords => self.speaker_words(),
            Action::Nobody => {
                if let Some(id) = self.selected {
                    self.run(Command::SetSpeaker { id, person: None, mention: None });
                }
            }
            Action::Speaker(n) => self.speaker(n),
            Action::Accept | Action::Reject => {
                let accept = matches!(action, Action::Accept);
                if let Some(ids) = self.several() {
                    self.decide_all(ids, accept);
                } else if self.review.as_ref().is_some_and(|run| run.current.is_some() && run.current == self.selected)
                {
                    self.review(if accept { ReviewStep::Accept } else { ReviewStep::Reject });
                } else if let Some(id) = self.selected {
                    if accept { self.accept(id) } else { self.discard(id, Command::Reject) }
                }
            }
            Action::SwitchBlock => self.switch_block(),
            Action::Find(words) => self.find = words,
            Action::Review(step @ (ReviewStep::Accept | ReviewStep::Reject)) => match self.several() {
                Some(ids) => self.decide_all(ids, step == ReviewStep::Accept),
                None => self.review(step),
            },
            Action::Review(step) => self.review(step),
            Action::Order(order) => self.order = order,
            Action::Filter(filter) => {
                self.filter = Rc::new(filter);
                self.draw();
            }
            Action::Analyze => {
                let job = self.next_turn();
                self.analysis = Analysis::Asked(job);
            }
            Action::AnalysisProgress(job, permille) => {
                if self.job() == Some(job) {
                    self.analysis = Analysis::Running(job, permille);
                }
            }
            Action::Analyzed { job, analysis, millis } => {
                if self.job() == Some(job) {
                    self.analysis = Analysis::Done(millis);
                    let Some(source) = self.document().map(|d| d.source().clone()) else { return };
                    let analysis = self.corrected(&source, analysis);
                    let message = Message::Analyzed(analysis.mentions.len(), analysis.quotes.len(), millis);
                    match self.change(|s| s.run(Command::ApplyAnalysis(analysis))) {
                        Ok(_) | Err(CommandError::NothingToDo) => self.announce(message),
                        Err(error) => self.refuse(error),
                    }
                }
            }
            Action::StopAnalysis => self.analysis = Analysis::None,
            Action::AnalysisFailed(job, why) => {
                if self.job() == Some(job) {
                    self.analysis = Analysis::Failed;
                    self.toast(Message::Failed(Failure::Analysis(why)), &[Offer::Analyze]);
                }
            }
            Action::Saved(saved) => self.saved(saved),
            Action::Copied(id) => {
                if let Some(open) = &self.open {
                    self.open = Some(Rc::new(Open { id, ..Open::clone(open) }));
                }
                self.toast(Message::Failed(Failure::Storage(crate::storage::StoreError::Conflict)), &[]);
            }
            Action::Refused(failure) => {
                let message = Message::Failed(failure);
                if self.screen == Screen::Start { self.announce(message) } else { self.toast(message, &[]) }
            }
            Action::Notify(message, offers) => self.toast(message, &offers),
            Action::Pasted(id, text) => self.pasted(id, text),
            Action::Announce(message) => self.announce(message),
            Action::Take(turn, offer) => self.take(turn, offer),
            Action::Dismiss(turn) => self.toasts = self.toasts.iter().filter(|t| t.turn != turn).cloned().collect(),
            Action::Dialog(dialog) => self.dialog = dialog,
            Action::Wish(wish) => {
                let turn = self.next_turn();
                self.wish = Some((turn, wish));
                match wish {
                    Wish::Note => self.sheet = Sheet::Inspector,
                    Wish::Filter | Wish::Entity(_) => self.sheet = Sheet::Panels,
                    Wish::Export(_) | Wish::Print => {}
                }
            }
            Action::Keys(keys) => self.kept.keys = keys,
            Action::Words(words) => self.kept.words = words,
            Action::Learns(learns) => self.kept.learns = learns,
            Action::Sheet(sheet) => self.sheet = sheet,
            Action::Back => self.back(),
        }
    }

    pub(super) fn first_stop(&self) -> Option<AnnotationId> {
        self.open.as_ref()?.projection.paragraphs().iter().find_map(|p| p.stops().next())
    }

    /// The number of the analysis that is awaited.
    fn job(&self) -> Option<u32> {
        match self.analysis {
            Analysis::Asked(job) | Analysis::Running(job, _) => Some(job),
            _ => None,
        }
    }

    /// Accepts what is shown and at least so sure, as one step.
    fn accept_from(&mut self, least: Confidence) {
        let Some(document) = self.document() else { return };
        let ids = acceptable(document, &self.filter, least);
        let count = ids.len();
        if self.run(Command::Accept(ids))
            && let Some(run) = &mut self.review
        {
            run.accepted += count;
            self.review(ReviewStep::Settle);
        }
    }

    pub(super) fn select(&mut self, id: Option<AnnotationId>) {
        if self.selected != id {
            self.wide = false;
            self.also = Rc::from([]);
            self.part = None;
        }
        self.selected = id;
        let inspected = id.and_then(|id| inspect(self.document()?, id)).map(Rc::new);
        if inspected != self.inspected {
            self.inspected = inspected;
        }
        if id.is_some() {
            self.roving = id;
        }
        match (id, self.sheet) {
            (Some(_), Sheet::Closed | Sheet::Panels) => self.sheet = Sheet::Inspector,
            // A review says in the sheet that it is done.
            (None, Sheet::Inspector) if self.review.is_none() => self.sheet = Sheet::Closed,
            _ => {}
        }
    }

    /// Selects `id` and brings it into view with the focus.
    pub(super) fn show(&mut self, id: AnnotationId) {
        self.select(Some(id));
        let turn = self.next_turn();
        self.reveal = Some(Reveal { turn, id, focus: true });
    }

    pub(super) fn click(&mut self, ids: &[AnnotationId]) {
        if self.adding {
            return self.toggle(ids);
        }
        if !self.also.is_empty() {
            self.select(None);
        }
        let next = match ids.iter().position(|&id| Some(id) == self.selected) {
            Some(at) => ids[(at + 1) % ids.len()],
            None => match ids.first() {
                Some(&id) => id,
                None => return self.select(None),
            },
        };
        self.target = None;
        self.select(Some(next));
        // On a small screen the sheet that opens may cover what was tapped.
        let turn = self.next_turn();
        self.reveal = Some(Reveal { turn, id: next, focus: false });
        if let Some(run) = &mut self.review {
            run.current = Some(next);
        }
    }

    fn walk(&mut self, way: Way) {
        if let Some(id) = self.neighbor(way) {
            self.target = None;
            self.cursor = None;
            if self.adding { self.go(id) } else { self.show(id) }
        }
    }

    /// The annotation at which the keyboard stops next.
    pub(super) fn neighbor(&self, way: Way) -> Option<AnnotationId> {
        let stops = self.open.as_ref()?.projection.stops();
        let at = self.roving.and_then(|id| stops.iter().position(|&stop| stop == id));
        match (at, way) {
            (None, _) => stops.first().copied(),
            (Some(at), Way::On) => stops.get(at + 1).copied(),
            (Some(at), Way::Back) => stops.get(at.checked_sub(1)?).copied(),
        }
    }

    fn take(&mut self, turn: u32, offer: Offer) {
        self.step(Action::Dismiss(turn));
        match offer {
            Offer::Undo => self.step(Action::Undo),
            Offer::Others { alone, together, revision, .. } => self.likewise(alone, together, revision),
            Offer::Words => self.dialog = Some(Dialog::Words),
            Offer::Analyze => self.step(Action::Analyze),
            // Done by the component, which can reach the browser.
            Offer::Download | Offer::Restore(_) | Offer::Retract(..) => {}
        }
        // The note is gone, and the focus with it.
        if let (None, Some(id)) = (self.dialog, self.selected.or(self.roving)) {
            let turn = self.next_turn();
            self.reveal = Some(Reveal { turn, id, focus: true });
        }
    }

    fn speaker(&mut self, n: usize) {
        let Some(inspected) = self.inspected.clone() else { return };
        if let InspectedBody::Quote { choices, person, .. } = &inspected.body
            && let Some(choice) = choices.get(n)
        {
            // Words at the quote that name nobody else ("she") go on to name the one chosen.
            let mine = |words: &TextRange| self.named(*words).is_none_or(|entity| Some(entity) == choice.entity);
            let kept = self.speaker_at(inspected.id).filter(mine);
            // Words that were given nobody yet get a name by the choice; otherwise the engine knows words for it.
            let mention = if person.is_none() { kept.or(choice.mention) } else { choice.mention.or(kept) };
            self.run(Command::SetSpeaker { id: inspected.id, person: choice.entity, mention });
        }
    }

    /// The words that name the speaker of a quote.
    fn speaker_at(&self, id: AnnotationId) -> Option<TextRange> {
        match &self.document()?.annotation(id)?.body {
            Body::Quote(quote) => quote.speaker,
            Body::Mention(_) => None,
        }
    }

    /// The cluster of a name in these words.
    fn named(&self, words: TextRange) -> Option<EntityId> {
        self.document()?.overlapping(words).into_iter().find_map(|a| match &a.body {
            Body::Mention(mention) => mention.entity,
            Body::Quote(_) => None,
        })
    }

    /// The chosen words name the speaker: the cluster they belong to, else nobody with a name.
    fn speaker_words(&mut self) {
        let (Some(id), Some(range)) = (self.selected, self.target) else { return };
        let person = self.named(range);
        if self.run(Command::SetSpeaker { id, person, mention: Some(range) }) {
            self.target = None;
        }
    }

    fn switch_block(&mut self) {
        let Some(document) = self.document() else { return };
        let selected = self.selected.and_then(|id| document.annotation(id)).map(|a| a.body.span());
        let Some(range) = self.target.or(selected) else { return };
        let Some(index) = document.source().paragraph_at(range.start()) else { return };
        let kind = match document.blocks().get(index) {
            Some(BlockKind::Furniture) => BlockKind::Body,
            _ => BlockKind::Furniture,
        };
        if self.run(Command::SetBlock { paragraph: index as u32, kind }) {
            self.step(Action::Analyze);
        }
    }

    fn saved(&mut self, saved: Saved) {
        let now = self.revision();
        match &saved {
            // A change came in while the older state was written.
            Saved::Yes(revision) if *revision != now => return,
            Saved::No(error) if !matches!(self.saved, Saved::No(_)) => {
                self.toast(Message::Failed(Failure::Storage(error.clone())), &[Offer::Download]);
            }
            _ => {}
        }
        self.saved = saved;
    }

    fn back(&mut self) {
        if self.dialog.take().is_some() {
            return;
        }
        if self.find.take().is_some() || self.armed.take().is_some() {
            return;
        }
        if self.target.take().is_some() {
            self.cursor = None;
            return;
        }
        if self.adding || !self.also.is_empty() {
            self.adding = false;
            let current = self.review.as_ref().and_then(|run| run.current);
            return self.choose(&[], current);
        }
        if self.review.is_some() {
            return self.review(ReviewStep::End);
        }
        if self.selected.is_some() {
            return self.select(None);
        }
        if self.sheet != Sheet::Closed {
            self.sheet = Sheet::Closed;
            return;
        }
        self.toasts = Rc::from([]);
    }

    /// Whether a dialog covers the page, so that its keys do not act.
    pub(crate) fn is_covered(&self) -> bool {
        self.dialog.is_some()
    }
}

impl Reducible for AppState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Self::clone(&self);
        next.step(action);
        Rc::new(next)
    }
}
