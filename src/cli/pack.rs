//! `pack`: lists collected by `seeds/gazetteers/collect.py` into the packed file that ships.

use std::path::Path;

use super::CliError;
use super::arguments::Shape;
use crate::lexicon::pack::{Collected, pack};

const SHAPE: Shape = Shape {
    help: "\
Packs collected lists into the file that ships.

usage: article-annotator pack FOLDER FILE

FOLDER   holds lists.tsv, places.tsv and clusters.tsv, as seeds/gazetteers/collect.py writes them
FILE     the packed file (seeds/gazetteers/lexicon.bin ships)
",
    values: &[],
    flags: &[],
};

/// Runs the task with the rest of the arguments.
pub(super) fn run(parser: &mut lexopt::Parser) -> Result<(), CliError> {
    let Some(args) = SHAPE.read(parser)? else { return Ok(()) };
    let [folder, out] = &args.free[..] else { return Err(CliError::usage("give the folder and the file")) };
    let read = |name: &str| {
        let path = Path::new(folder).join(name);
        std::fs::read_to_string(&path).map_err(|fault| CliError::file(&path, fault))
    };
    let (lists, places, clusters) = (read("lists.tsv")?, read("places.tsv")?, read("clusters.tsv")?);
    let collected = Collected { lists: &lists, places: &places, clusters: &clusters };
    let bytes = pack(&collected).map_err(|bad| {
        let lines: Vec<String> = bad.iter().map(|bad| format!("{}: {}\n", bad.file, bad.line)).collect();
        CliError::failed(lines.concat())
    })?;
    std::fs::write(out, bytes).map_err(|fault| CliError::file(out, fault))
}
