//! `pack`: lists collected by `seeds/gazetteers/collect.py` into the packed file that ships.

use std::path::Path;

use crate::lexicon::pack::{Collected, pack};

/// `pack DIR OUT`
///
/// # Errors
/// Says what could not be read, understood or written.
pub(super) fn run(args: &[String]) -> Result<(), String> {
    let [folder, out] = args else { return Err("usage: article-annotator pack DIR OUT".to_owned()) };
    let read = |name: &str| {
        let path = Path::new(folder).join(name);
        std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))
    };
    let (lists, places, clusters) = (read("lists.tsv")?, read("places.tsv")?, read("clusters.tsv")?);
    let bytes = pack(&Collected { lists: &lists, places: &places, clusters: &clusters })?;
    eprintln!("{} bytes", bytes.len());
    std::fs::write(out, bytes).map_err(|e| format!("{out}: {e}"))
}
