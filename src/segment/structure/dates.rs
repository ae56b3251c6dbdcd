//! Lines that say only when ("Sunday, January 11, 2026", "Updated 17:42") and lines that say only how warm.

use std::sync::LazyLock;

use crate::segment::structure::line::key;
use crate::segment::structure::phrases::table::{Table, list};

/// The lists of `calendar.txt`.
struct Tables {
    /// Months and weekdays.
    calendar: Table,
    /// Words that stand beside a date or time.
    beside: Table,
    /// Words behind a time with a dot.
    clock: Table,
}

fn tables() -> &'static Tables {
    static TABLES: LazyLock<Tables> = LazyLock::new(|| {
        let file = include_str!("calendar.txt");
        Tables {
            calendar: list(file, "calendar").collect(),
            beside: list(file, "beside").collect(),
            clock: list(file, "clock").collect(),
        }
    });
    &TABLES
}

/// What the words of a line were.
#[derive(Default)]
struct Seen {
    numbers: usize,
    calendar: usize,
    beside: usize,
    other: usize,
}

/// So many words of a place or a paper may stand in a full date with a time.
const PLACE: usize = 2;

/// Whether the line says only a date or a time.
pub(super) fn is_date(line: &str) -> bool {
    if line.len() > 120 || !line.chars().any(char::is_numeric) {
        return false;
    }
    let tables = tables();
    let mut seen = Seen::default();
    for word in words(line) {
        if word.starts_with(char::is_numeric) {
            let suffix = word.trim_start_matches(char::is_numeric);
            if !(suffix.is_empty() || tables.beside.contains(suffix) || cjk_unit(suffix)) {
                return false;
            }
            seen.numbers += 1;
            seen.calendar += usize::from(cjk_unit(suffix));
        } else if tables.calendar.contains(word.as_str()) {
            seen.calendar += 1;
        } else if tables.beside.contains(word.as_str())
            || word.chars().all(|character| "年月日时時分星期一二三四五六曜火水木金土년월일요".contains(character))
        {
            seen.beside += 1;
        } else {
            seen.other += 1;
        }
    }
    if seen.other > 0 {
        // The place of a correspondent or the name of a paper stands before some.
        return seen.other <= PLACE && seen.calendar >= 2 && seen.numbers >= 3 && is_clock(line);
    }
    // A calendar word with a number (not a lone year's name), a clock time, or a numeric date.
    seen.calendar > 0 && seen.numbers <= 7
        || seen.numbers <= 9 && (is_clock(line) || is_dotted_clock(line) || is_numeric_date(line))
}

/// Whether `text` starts with other words and has a month or weekday and the number of a day behind them.
pub(super) fn ends_with_day(text: &str) -> bool {
    const DAYS: u32 = 31;
    let is_day = |word: &String| word.parse().is_ok_and(|day: u32| day <= DAYS);
    let mut words = words(text);
    let other = words.next().is_some_and(|first| !tables().calendar.contains(first.as_str()) && !is_day(&first));
    let rest: Vec<_> = words.collect();
    other && rest.iter().any(|word| tables().calendar.contains(word.as_str())) && rest.iter().any(is_day)
}

/// Whether the line says only a temperature, perhaps with the name of a place.
pub(super) fn is_weather(line: &str) -> bool {
    if line.len() > 40 {
        return false;
    }
    let Some(at) = line.find(|character: char| character.is_ascii_digit()) else { return false };
    let rest = line[at..]
        .trim_start_matches(|character: char| character.is_ascii_digit() || matches!(character, '.' | ','))
        .trim_start();
    let degree = rest.strip_prefix(['°', '˚', 'º']).or_else(|| rest.strip_prefix("\u{2103}"));
    let unit = degree.unwrap_or(rest).trim_start();
    let after = unit.strip_prefix(['C', 'F', 'С', '℃', '℉']).unwrap_or(unit);
    let before = line[..at].trim_end_matches(['+', '-', '−', '–', ' ', ':', ',', '|']);
    let place =
        |part: &str| part.split_whitespace().count() <= 2 && !part.contains(['.', '(', '$', '€', '£', '#', '/']);
    let named = degree.is_some() || rest.starts_with('℃') || rest.starts_with('℉');
    let bare = before.is_empty() && after.is_empty();
    if named {
        place(before) && place(after) && after.chars().all(|character| !character.is_ascii_digit())
    } else {
        bare && after.len() < unit.len()
    }
}

/// Runs of letters and runs that start with a digit, in lower case.
fn words(line: &str) -> impl Iterator<Item = String> {
    line.split(|character: char| !(character.is_alphanumeric() || character == '\'' || character == '’'))
        .filter(|word| !word.is_empty())
        .map(|word| word.to_lowercase().replace('’', "'"))
}

fn cjk_unit(suffix: &str) -> bool {
    !suffix.is_empty()
        && suffix.chars().all(|character| "年月日时時分点點년월일시분".contains(character) || character.is_numeric())
}

/// "5.30 pm", "17.05 Uhr", and nothing else.
fn is_dotted_clock(line: &str) -> bool {
    let Some((hours, rest)) = line.trim().split_once('.') else { return false };
    let (minutes, half) = rest.split_at(rest.find(|one: char| !one.is_ascii_digit()).unwrap_or(rest.len()));
    let is_number =
        |digits: &str| (1..=2).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    is_number(hours) && minutes.len() == 2 && tables().clock.contains(key(half).as_str())
}

/// "17:42".
fn is_clock(line: &str) -> bool {
    let bytes = line.as_bytes();
    bytes.windows(4).enumerate().any(|(index, word)| {
        matches!(word, [hash, b':', m, count] if hash.is_ascii_digit() && m.is_ascii_digit() && count.is_ascii_digit())
            && !bytes.get(index + 4).is_some_and(u8::is_ascii_digit)
    })
}

/// "11/01/2026", "2026-01-11", "11.01.2026".
fn is_numeric_date(line: &str) -> bool {
    line.split_whitespace().any(|word| {
        let word = word.trim_matches(|character: char| !character.is_ascii_digit());
        ['/', '-', '.'].iter().any(|&separator| {
            let parts: Vec<_> = word.split(separator).take(4).collect();
            let number =
                |phrase: &&str| (1..=4).contains(&phrase.len()) && phrase.bytes().all(|byte| byte.is_ascii_digit());
            parts.len() == 3 && parts.iter().all(number) && parts.iter().any(|phrase| phrase.len() == 4)
        })
    })
}
