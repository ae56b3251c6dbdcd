//! Where the analysis of the open article is, and what its answer does.

use std::sync::Arc;

use crate::analysis;
use crate::document::{Command, CommandError, Document};
use crate::ui::state::desk::Desk;
use crate::ui::state::message::{Articles, Failure, Message, Offer};
use crate::view::several;
use crate::vocabulary::QuoteKind;
use crate::web::AnalysisTrouble;

/// Where the analysis is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Analysis {
    /// None was asked for in this visit.
    #[default]
    None,
    /// Asked for; the number tells one request from the next.
    Asked(u32),
    /// Under way, with thousandths done.
    Running(u32, u16),
    /// Finished after so many milliseconds.
    Done(u32),
    /// Failed; a toast says why.
    Failed,
}

/// Where an article that is opened gets its suggestions from.
#[derive(Clone, Debug)]
pub(crate) enum Findings {
    /// It has them, or wants none.
    Own,
    /// An analysis is asked for at once.
    Ask,
    /// It was read ahead: the analysis, and the milliseconds that it took.
    Ready(Arc<analysis::Analysis>, u32),
}

/// A wish for an analysis, or news from the worker. `job` is the number of the request.
#[derive(Clone, Debug)]
pub(crate) enum AnalysisAction {
    Ask,
    Progress {
        job: u32,
        permille: u16,
    },
    Done {
        job: u32,
        analysis: Arc<analysis::Analysis>,
        millis: u32,
    },
    /// The person called the analysis off.
    Stop,
    Failed {
        job: u32,
        why: AnalysisTrouble,
    },
}

impl Analysis {
    /// Where the analysis is after `action`.
    pub(crate) fn reduce(&mut self, action: AnalysisAction, desk: &mut Desk) {
        match action {
            AnalysisAction::Ask => *self = Self::Asked(desk.page.next_turn()),
            AnalysisAction::Stop => *self = Self::None,
            AnalysisAction::Progress { job, permille } if self.awaits(job) => *self = Self::Running(job, permille),
            AnalysisAction::Done { job, analysis, millis } if self.awaits(job) => {
                *self = Self::Done(millis);
                take_over(analysis, millis, desk);
            }
            AnalysisAction::Failed { job, why } if self.awaits(job) => {
                *self = Self::Failed;
                desk.page.toast(Message::Failed(Failure::Analysis(why)), &[Offer::Analyze]);
            }
            AnalysisAction::Progress { .. } | AnalysisAction::Done { .. } | AnalysisAction::Failed { .. } => {}
        }
    }

    /// Whether an analysis is awaited.
    pub(crate) fn is_under_way(self) -> bool {
        matches!(self, Self::Asked(_) | Self::Running(..))
    }

    /// Whether this analysis is awaited.
    fn awaits(self, wanted: u32) -> bool {
        matches!(self, Self::Asked(job) | Self::Running(job, _) if job == wanted)
    }
}

/// What is told of an analysis.
pub(crate) fn told(analysis: &analysis::Analysis, millis: u32) -> Message {
    let said = analysis.quotes.iter().filter(|quote| quote.kind != QuoteKind::NotQuote).count();
    Message::Analyzed(analysis.mentions.len(), said, millis)
}

fn take_over(analysis: Arc<analysis::Analysis>, millis: u32, desk: &mut Desk) {
    let Some(document) = desk.document() else { return };
    let analysis = desk.kept.corrected(document, analysis);
    let message = told(&analysis, millis);
    let several = desk.document().and_then(|document| several_in(document, &analysis));
    match desk.change(|session| session.run(Command::ApplyAnalysis(analysis))) {
        Ok(_) | Err(CommandError::NothingToDo) => desk.page.announce(message),
        Err(error) => desk.page.refuse(error),
    }
    if let Some(articles) = several {
        desk.page.offer_to_split(articles);
    }
}

/// The articles of a document that is read for the first time, where it looks like several.
pub(crate) fn several_in(document: &Document, analysis: &analysis::Analysis) -> Option<Articles> {
    let first = document.engine().is_none() && !analysis.articles.is_empty();
    first.then(|| Articles(several(document, &analysis.articles).into()))
}
