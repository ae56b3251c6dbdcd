//! The model and the lists that a task is told to use.

use super::CliError;
use super::arguments::Arguments;
use crate::lexicon::Lexicon;
use crate::tagger::{Tagger, Weights};

/// The lists named by `--lexicon`, or those that ship.
pub(super) fn lexicon(args: &Arguments) -> Result<Lexicon, CliError> {
    let Some(path) = args.get("lexicon") else { return Ok(Lexicon::embedded()) };
    let bytes = std::fs::read(path).map_err(|fault| CliError::file(path, fault))?;
    Lexicon::read(&bytes).map_err(|fault| CliError::file(path, fault))
}

/// The model named by `--model`, or the one that ships.
pub(super) fn tagger(args: &Arguments) -> Result<Tagger, CliError> {
    let Some(path) = args.get("model") else { return Ok(Tagger::embedded()) };
    let bytes = std::fs::read(path).map_err(|fault| CliError::file(path, fault))?;
    Weights::read(&bytes).map(Tagger::new).map_err(|fault| CliError::file(path, fault))
}
