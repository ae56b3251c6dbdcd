//! No function is too long to be read at once.

use std::collections::BTreeMap;

use crate::report;
use crate::source::{functions, is_test, sources};

/// No function has more lines than this, from its signature to its closing brace.
const LONGEST: usize = 80;
/// No function has more branches than this.
const MOST_BRANCHES: usize = 30;
/// No folder has more files than this, tests aside.
const MOST_FILES: usize = 16;

/// Functions that stay longer: file, name, and why; each says in its documentation how it is ordered.
const EXCEPTIONS: &[(&str, &str, &str)] =
    &[("ui/strings/messages.rs", "message", "one arm a message: the compiler names the one that lacks its words")];

#[test]
fn functions_can_be_read_at_once() {
    let mut faults = Vec::new();
    let mut used = vec![false; EXCEPTIONS.len()];
    for file in sources() {
        for function in functions(&file) {
            if function.lines <= LONGEST && function.branches <= MOST_BRANCHES {
                continue;
            }
            let exception = EXCEPTIONS.iter().position(|(path, name, _)| *path == file.path && *name == function.name);
            if let Some(exception) = exception {
                used[exception] = true;
                continue;
            }
            faults.push(format!(
                "{}:{}: {} has {} lines of {LONGEST} and {} branches of {MOST_BRANCHES}; cut it, or name it with its \
                 reason in tests/tidy/functions.rs",
                file.path, function.line, function.name, function.lines, function.branches
            ));
        }
    }
    for ((path, name, _), _) in EXCEPTIONS.iter().zip(&used).filter(|(_, used)| !**used) {
        faults.push(format!("tests/tidy/functions.rs: {path} {name} needs no exception any more"));
    }
    report(&faults);
}

#[test]
fn folders_can_be_overlooked() {
    let mut folders: BTreeMap<String, usize> = BTreeMap::new();
    for file in sources().iter().filter(|file| !is_test(&file.path)) {
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        *folders.entry(folder.to_owned()).or_default() += 1;
    }
    let faults = folders.iter().filter(|(_, files)| **files > MOST_FILES).map(|(folder, files)| {
        format!("src/{folder}: {files} files, more than {MOST_FILES}; sort them into folders by what they are for")
    });
    report(&faults.collect::<Vec<_>>());
}
