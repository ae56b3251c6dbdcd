//! Commands at work: each checks what it is asked and makes its changes on the scratch copy.
//! `edit` is that copy with what all commands need; `mentions`, `quotes`, `clusters`, `labels`, `review` and `settings` hold
//! the commands of a person, `merge` takes an analysis over.
//! Read `edit` first.

pub(crate) mod edit;

mod clusters;
mod labels;
mod mentions;
mod merge;
mod quotes;
mod review;
mod settings;

use crate::document::command::{Command, CommandError};
use crate::document::run::edit::Edit;
use crate::document::step::{Outcome, StepKind};

/// Runs a command on the scratch copy. After an error the scratch copy is worthless.
pub(crate) fn run(edit: &mut Edit, command: Command) -> Result<Outcome, CommandError> {
    match command {
        Command::AddMentions { ranges, label, entity } => mentions::add_mentions(edit, &ranges, label, entity),
        Command::AddQuote { parts, kind } => quotes::add_quote(edit, parts, kind),
        Command::Remove(ids) => mentions::discard_all(edit, StepKind::Delete, &ids),
        Command::Retarget { id, part, range } => mentions::retarget(edit, id, part, range),
        Command::AddPart { id, range } => quotes::add_part(edit, id, range),
        Command::RemovePart { id, part } => quotes::remove_part(edit, id, part),
        Command::Relabel { ids, label } => mentions::relabel(edit, &ids, label),
        Command::SetQuoteKind { id, kind } => quotes::set_quote_kind(edit, id, kind),
        Command::QuoteToMention { id, label } => quotes::quote_to_mention(edit, id, label),
        Command::SetSpeaker { id, entity, mention } => quotes::set_speaker(edit, id, entity, mention),
        Command::SetCue { id, cue } => quotes::set_cue(edit, id, cue),
        Command::RenameEntity { id, name } => clusters::rename_entity(edit, id, &name),
        Command::RelabelEntity { id, label } => clusters::relabel_entity(edit, id, label),
        Command::MergeEntities { from, into } => clusters::merge_entities(edit, &from, into),
        Command::MoveMentions { ids, into } => clusters::move_mentions(edit, &ids, into),
        Command::RemoveEntity(id) => clusters::remove_entity(edit, id),
        Command::Accept(ids) => review::accept(edit, &ids),
        Command::Reject(ids) => mentions::discard_all(edit, StepKind::Reject, &ids),
        Command::Unreview(ids) => review::unreview(edit, &ids),
        Command::SetNote { id, note } => review::set_note(edit, id, &note),
        Command::SetStatus { ids, status } => review::set_status(edit, &ids, status),
        Command::SetBlock { paragraph, kind } => settings::set_block(edit, paragraph, kind),
        Command::SetLanguage(language) => settings::set_language(edit, language),
        Command::PutLabel { id, label } => labels::put_label(edit, id, label),
        Command::RemoveLabel { id, into } => labels::remove_label(edit, id, into),
        Command::SetTitle(title) => settings::set_title(edit, title),
        Command::ApplyAnalysis(analysis) => merge::apply_analysis(edit, &analysis),
        Command::Together(commands) => together(edit, commands),
    }
}

/// Parts with nothing left to do are skipped; any other refusal refuses all.
fn together(edit: &mut Edit, commands: Vec<Command>) -> Result<Outcome, CommandError> {
    let mut all: Option<Outcome> = None;
    for command in commands {
        match run(edit, command) {
            Ok(one) => {
                all = Some(match all {
                    None => one,
                    Some(sum) => Outcome {
                        action: if sum.action == one.action { sum.action } else { StepKind::Several },
                        count: sum.count + one.count,
                        select: one.select.or(sum.select),
                    },
                });
            }
            Err(CommandError::NothingToDo) => {}
            Err(refusal) => return Err(refusal),
        }
    }
    all.ok_or(CommandError::NothingToDo)
}
