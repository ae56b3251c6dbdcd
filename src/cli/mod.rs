//! The command line: `article-annotator TASK ARGUMENTS`.
//! Each task is a file of that name; `arguments`, `error`, `output` and `progress` are what all tasks share, and `ordered`
//! runs work on all cores and gives the answers in order.
//! Read `annotate` first.

mod annotate;
mod arguments;
mod engine;
mod error;
mod eval;
mod eval_quotes;
mod fit_reported;
mod inspect;
mod json;
mod ordered;
mod output;
mod pack;
mod progress;
mod train;

pub use error::CliError;
pub use progress::Progress;

use std::ffi::OsString;
use std::process::ExitCode;

use lexopt::Arg;

use crate::cli::output::print;

const HELP: &str = "\
Finds people, places, organizations and quotes in news articles.

usage: article-annotator TASK [ARGUMENTS]

tasks:
  annotate   annotate text files, or JSON lines from standard input
  train      train the model that finds names
  eval       score the engine on marked corpora
  inspect    show why the model tagged the words of a text as it did
  pack       pack word and name lists

article-annotator TASK --help explains a task.
Exit code: 0 all done, 1 something could not be done, 2 wrong arguments.
";

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    match run(std::env::args_os().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            if let Some(message) = error.message() {
                eprintln!("article-annotator: {message}");
            }
            error.exit_code()
        }
    }
}

/// Runs the program with `args`, the program's name left out.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Result<(), CliError> {
    let mut parser = lexopt::Parser::from_args(args);
    match parser.next()? {
        Some(Arg::Value(task)) => match task.to_str() {
            Some("annotate") => annotate::run(&mut parser),
            Some("train") => train::run(&mut parser),
            Some("eval") => eval::run(&mut parser),
            Some("inspect") => inspect::run(&mut parser),
            Some("pack") => pack::run(&mut parser),
            Some("help") => print(HELP),
            _ => Err(CliError::usage(format!("no such task: {}", task.display()))),
        },
        Some(Arg::Short('h') | Arg::Long("help")) => print(HELP),
        Some(Arg::Short('V') | Arg::Long("version")) => {
            print(concat!("article-annotator ", env!("CARGO_PKG_VERSION"), "\n"))
        }
        Some(other) => Err(other.unexpected().into()),
        None => Err(CliError::usage("which task?")),
    }
}
