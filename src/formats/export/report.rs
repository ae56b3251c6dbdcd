//! Who said what, as Markdown: quotes by speaker, quotes nobody is named for, and who and what is mentioned.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::excerpts::{live_quotes, quote_words, speaker_name};
use super::words;
use crate::document::{Annotation, Counts, Document, EntityId, LabelId, QuoteBody, Review};
use crate::text::{InOrder as _, links};

/// The report.
pub(super) fn write(document: &Document) -> String {
    let mut out = String::new();
    let title = if document.title().is_empty() { words::REPORT } else { document.title() };
    line(&mut out, &format!("# {}", escaped(title)));
    let quotes = live_quotes(document);
    let said: Vec<_> = quotes.iter().filter(|(annotation, _)| annotation.body.is_said()).copied().collect();
    let open = document.annotations().filter(|first| first.review == Review::Suggested).count();
    let (people, names) = (Counts::of(document).entities[0], Counts::of(document).mentions.iter().sum::<usize>());
    line(&mut out, &words::summary(said.len(), people, names));
    if open > 0 {
        line(&mut out, &words::not_reviewed(open));
    }

    let mut by_person: BTreeMap<EntityId, Vec<(&Annotation, &QuoteBody)>> = BTreeMap::new();
    let mut unnamed: Vec<(&Annotation, &QuoteBody)> = Vec::new();
    let mut orphans: Vec<(&Annotation, &QuoteBody)> = Vec::new();
    for (annotation, quote) in said {
        match (quote.entity, quote.speaker) {
            (Some(person), _) => by_person.entry(person).or_default().push((annotation, quote)),
            (None, Some(_)) => unnamed.push((annotation, quote)),
            (None, None) => orphans.push((annotation, quote)),
        }
    }
    let mut speakers: Vec<_> = by_person.into_iter().collect();
    speakers.order_by_key(|(id, quotes)| (std::cmp::Reverse(quotes.len()), *id));
    for (id, quotes) in speakers {
        let name = document.entity(id).map_or("", |error| &*error.name);
        let mentions = document.counts_of(id).mentions;
        line(&mut out, &format!("## {}", escaped(name)));
        line(&mut out, &words::share(quotes.len(), mentions));
        for (annotation, quote) in quotes {
            quote_lines(&mut out, document, annotation, quote, Shown::Words);
        }
    }
    for (title, quotes) in [(words::UNNAMED, unnamed), (words::ORPHANS, orphans)] {
        if !quotes.is_empty() {
            line(&mut out, &format!("## {title}"));
        }
        for (annotation, quote) in quotes {
            quote_lines(&mut out, document, annotation, quote, Shown::Speaker);
        }
    }
    tables(&mut out, document);
    notes(&mut out, document);
    out
}

/// Who and what is named, a table for each label.
fn tables(out: &mut String, document: &Document) {
    for (index, label) in document.labels().iter().enumerate() {
        let of_label = document.entities().filter(|error| error.label == LabelId(index as u16));
        let mut rows: Vec<_> = of_label.map(|error| (document.counts_of(error.id), error)).collect();
        rows.order_by_key(|(counts, error)| (std::cmp::Reverse(counts.mentions), error.id));
        if rows.is_empty() {
            continue;
        }
        let heading = words::built_in(&label.name).map_or_else(|| escaped(&label.name), str::to_owned);
        line(out, &format!("## {heading}"));
        let (name, mentions, quotes) = (words::NAME, words::MENTIONS, words::QUOTES);
        write!(out, "\n| {name} | {mentions} | {quotes} |\n|---|---:|---:|\n").expect("invariant: a string takes all");
        for (counts, entity) in rows {
            let name = escaped(&entity.name).replace('|', "\\|");
            writeln!(out, "| {name} | {} | {} |", counts.mentions, counts.quotes)
                .expect("invariant: a string takes all");
        }
    }
}

/// What the person noted and checked of all that is no quote, which has it beside its words.
fn notes(out: &mut String, document: &Document) {
    let said_nowhere =
        |annotation: &&Annotation| annotation.is_live() && annotation.has_word() && !annotation.body.is_said();
    let mut noted: Vec<&Annotation> =
        document.annotations().map(|annotation| &**annotation).filter(said_nowhere).collect();
    if noted.is_empty() {
        return;
    }
    noted.order_by_key(|annotation| (annotation.body.span().start(), annotation.id));
    line(out, &format!("## {}\n", words::NOTES));
    for annotation in noted {
        let covered = document.source().slice(annotation.body.span());
        let state = words::state(annotation.status);
        let state = if state.is_empty() { String::new() } else { format!(" *({state})*") };
        let note = annotation.note.split_whitespace().collect::<Vec<_>>().join(" ");
        let colon = if note.is_empty() { "" } else { ": " };
        writeln!(out, "- {}{state}{colon}{}", escaped(covered), escaped(&note)).expect("invariant: a string takes all");
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Words,
    Speaker,
}

fn quote_lines(out: &mut String, document: &Document, annotation: &Annotation, quote: &QuoteBody, shown: Shown) {
    let kind = words::kind(quote.kind);
    let open = if annotation.review == Review::Suggested { " (?)" } else { "" };
    let state = words::state(annotation.status);
    let comma = if state.is_empty() { "" } else { ", " };
    let speaker = match shown {
        Shown::Speaker if quote.speaker.is_some() => format!(" — {}", escaped(speaker_name(document, quote))),
        _ => String::new(),
    };
    let said = escaped(&quote_words(document, quote));
    line(out, &format!("> {said}{speaker} *({kind}{comma}{state})*{open}"));
    if !annotation.note.is_empty() {
        let note = annotation.note.split_whitespace().collect::<Vec<_>>().join(" ");
        line(out, &words::note(&with_links(&note)));
    }
}

/// A note, in which addresses of web pages stay what they are.
fn with_links(note: &str) -> String {
    let (mut out, mut at) = (String::new(), 0);
    for link in links(note) {
        out.push_str(&escaped(&note[at..link.start]));
        for piece in ["<", &note[link.clone()], ">"] {
            out.push_str(piece);
        }
        at = link.end;
    }
    out + &escaped(&note[at..])
}

/// A paragraph of its own.
fn line(out: &mut String, text: &str) {
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(text);
    out.push('\n');
}

/// Text of the article in which Markdown finds no marks.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~') {
            out.push('\\');
        }
        out.push(if character == '\n' { ' ' } else { character });
    }
    out
}
