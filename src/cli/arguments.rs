//! Arguments of the tasks that make and measure the model: `--name value`, `--flag`, and the rest.

use std::path::PathBuf;

use lexopt::Arg;

use super::CliError;
use super::output::print;

/// What a task understands.
pub(super) struct Shape {
    /// Printed for `--help`.
    pub(super) help: &'static str,
    /// Names of options that take a value.
    pub(super) values: &'static [&'static str],
    /// Names of options that stand alone.
    pub(super) flags: &'static [&'static str],
}

/// What the person gave.
#[derive(Debug, Default)]
pub(super) struct Arguments {
    values: Vec<(&'static str, String)>,
    flags: Vec<&'static str>,
    /// Arguments that are no options, in order.
    pub(super) free: Vec<String>,
}

impl Shape {
    /// Reads the rest of the arguments; `None` when the person asked for help, which is printed.
    pub(super) fn read(&self, parser: &mut lexopt::Parser) -> Result<Option<Arguments>, CliError> {
        let mut out = Arguments::default();
        let known = |names: &'static [&'static str], name: &str| names.iter().copied().find(|number| *number == name);
        while let Some(arg) = parser.next()? {
            match arg {
                Arg::Short('h') | Arg::Long("help") => return print(self.help).map(|()| None),
                Arg::Long(name) => {
                    if let Some(name) = known(self.values, name) {
                        out.values.push((name, parser.value()?.to_string_lossy().into_owned()));
                    } else if let Some(name) = known(self.flags, name) {
                        out.flags.push(name);
                    } else {
                        return Err(arg.unexpected().into());
                    }
                }
                Arg::Value(value) => out.free.push(value.to_string_lossy().into_owned()),
                Arg::Short(_) => return Err(arg.unexpected().into()),
            }
        }
        Ok(Some(out))
    }
}

impl Arguments {
    /// The value of an option; the last one stands.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.values.iter().rev().find(|(number, _)| *number == name).map(|(_, value)| value.as_str())
    }

    /// Whether a flag was given.
    pub(super) fn has(&self, flag: &str) -> bool {
        self.flags.contains(&flag)
    }

    /// The number of an option, or `default`.
    pub(super) fn number<T: std::str::FromStr>(&self, name: &str, default: T) -> Result<T, CliError> {
        self.get(name).map_or(Ok(default), |value| {
            value.parse().map_err(|_| CliError::usage(format!("--{name} takes a number, not {value}")))
        })
    }

    /// The folder of the corpora.
    pub(super) fn data(&self) -> PathBuf {
        PathBuf::from(self.get("data").unwrap_or("../shared/data"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHAPE: Shape = Shape { help: "", values: &["runs", "out"], flags: &["all"] };

    fn read(args: &[&str]) -> Result<Option<Arguments>, CliError> {
        SHAPE.read(&mut lexopt::Parser::from_args(args))
    }

    #[test]
    fn options_may_stand_anywhere_and_the_last_one_counts() {
        let args = read(&["--runs", "2", "text", "--all", "--runs=3"]).expect("right").expect("no help");
        assert_eq!(args.number("runs", 1).expect("a number"), 3);
        assert_eq!((args.get("out"), args.has("all"), &args.free[..]), (None, true, &["text".to_owned()][..]));
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for args in [&["--no"][..], &["-x"], &["--runs"], &["--all=yes"]] {
            assert!(matches!(read(args), Err(CliError::Usage(_))), "{args:?}");
        }
        let args = read(&["--runs", "many"]).expect("right").expect("no help");
        assert!(matches!(args.number("runs", 1), Err(CliError::Usage(mention)) if mention.contains("many")));
    }
}
