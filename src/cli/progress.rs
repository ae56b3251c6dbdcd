//! A line of progress on the terminal.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// How often the line is drawn anew.
const EVERY: Duration = Duration::from_millis(100);

/// A line of progress on standard error; silent unless that is a terminal. Gone when dropped.
#[derive(Debug)]
pub struct Progress {
    shown: bool,
    started: Instant,
    drawn: Option<Instant>,
    what: &'static str,
    total: Option<u64>,
}

impl Progress {
    /// Counts `what` ("articles") up to `total`, if that is known.
    pub fn new(what: &'static str, total: Option<u64>) -> Self {
        Self { shown: io::stderr().is_terminal(), started: Instant::now(), drawn: None, what, total }
    }

    /// Shows that `done` are done.
    pub fn set(&mut self, done: u64) {
        let now = Instant::now();
        if !self.shown || self.drawn.is_some_and(|drawn| now - drawn < EVERY) {
            return;
        }
        self.drawn = Some(now);
        let _ = write!(io::stderr(), "\r\x1b[K{}", self.line(done, now - self.started));
        let _ = io::stderr().flush();
    }

    /// The same, of `total`.
    pub fn set_of(&mut self, done: u64, total: u64) {
        self.total = Some(total);
        self.set(done);
    }

    /// Writes a line that stays, also where no terminal is.
    pub fn note(&mut self, line: &str) {
        let clear = if self.drawn.take().is_some() { "\r\x1b[K" } else { "" };
        let _ = writeln!(io::stderr(), "{clear}{line}");
    }

    fn line(&self, done: u64, elapsed: Duration) -> String {
        let seconds = elapsed.as_secs();
        match self.total.filter(|&total| total > 0) {
            Some(total) => {
                let filled = (done.min(total) * 30 / total) as usize;
                let bar = format!("{}{}", "#".repeat(filled), " ".repeat(30 - filled));
                let left = match done {
                    0 => String::new(),
                    _ => format!(", {} s left", seconds * total.saturating_sub(done) / done),
                };
                format!("[{bar}] {done} of {total} {}, {seconds} s{left}", self.what)
            }
            None => format!("{done} {}, {seconds} s", self.what),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.drawn.is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_how_far() {
        let second = Duration::from_secs(1);
        assert_eq!(Progress::new("articles", None).line(7, second), "7 articles, 1 s");
        let half = Progress::new("articles", Some(10)).line(5, second);
        assert_eq!(half, format!("[{}{}] 5 of 10 articles, 1 s, 1 s left", "#".repeat(15), " ".repeat(15)));
        let none = Progress::new("articles", Some(10)).line(0, second);
        assert_eq!(none, format!("[{}] 0 of 10 articles, 1 s", " ".repeat(30)));
    }
}
