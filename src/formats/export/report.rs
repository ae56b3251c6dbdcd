//! Who said what, as Markdown: quotes by speaker, quotes nobody is named for, and who and what is mentioned.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{live_quotes, quote_words, speaker_name};
use crate::document::{Annotation, CheckStatus, Document, EntityId, LabelId, QuoteBody, Review};
use crate::vocabulary::QuoteKind;

/// The report.
pub(super) fn write(document: &Document) -> String {
    let mut out = String::new();
    let title = if document.title().is_empty() { "Who said what" } else { document.title() };
    line(&mut out, format_args!("# {}", escaped(title)));
    let quotes = live_quotes(document);
    let said: Vec<_> = quotes.iter().filter(|(_, q)| q.kind != QuoteKind::NotQuote).copied().collect();
    let open = document.annotations().filter(|a| a.review == Review::Suggested).count();
    let (people, names) = (document.counts().entities[0], document.counts().mentions.iter().sum::<usize>());
    line(
        &mut out,
        format_args!(
            "{}, {}, {} marked.",
            some(said.len(), "quote", "quotes"),
            some(people, "person", "people"),
            some(names, "name", "names")
        ),
    );
    if open > 0 {
        line(&mut out, format_args!("Not reviewed yet: {}, marked with (?).", some(open, "suggestion", "suggestions")));
    }

    let mut by_person: BTreeMap<EntityId, Vec<(&Annotation, &QuoteBody)>> = BTreeMap::new();
    let mut unnamed: Vec<(&Annotation, &QuoteBody)> = Vec::new();
    let mut orphans: Vec<(&Annotation, &QuoteBody)> = Vec::new();
    for (annotation, quote) in said {
        match (quote.person, quote.speaker) {
            (Some(person), _) => by_person.entry(person).or_default().push((annotation, quote)),
            (None, Some(_)) => unnamed.push((annotation, quote)),
            (None, None) => orphans.push((annotation, quote)),
        }
    }
    let mut speakers: Vec<_> = by_person.into_iter().collect();
    speakers.sort_by_key(|(id, quotes)| (std::cmp::Reverse(quotes.len()), *id));
    for (id, quotes) in speakers {
        let name = document.entity(id).map_or("", |e| &*e.name);
        let mentions = document.counts_of(id).mentions;
        line(&mut out, format_args!("## {}", escaped(name)));
        line(
            &mut out,
            format_args!("{}, {}.", some(quotes.len(), "quote", "quotes"), some(mentions, "mention", "mentions")),
        );
        for (annotation, quote) in quotes {
            quote_lines(&mut out, document, annotation, quote, Shown::Words);
        }
    }
    for (title, quotes) in [("Sources without a name", unnamed), ("Quotes nobody is named for", orphans)] {
        if !quotes.is_empty() {
            line(&mut out, format_args!("## {title}"));
        }
        for (annotation, quote) in quotes {
            quote_lines(&mut out, document, annotation, quote, Shown::Speaker);
        }
    }
    for (i, label) in document.labels().iter().enumerate() {
        let of_label = document.entities().filter(|e| e.label == LabelId(i as u16));
        let mut rows: Vec<_> = of_label.map(|e| (document.counts_of(e.id), e)).collect();
        rows.sort_by_key(|(counts, e)| (std::cmp::Reverse(counts.mentions), e.id));
        if rows.is_empty() {
            continue;
        }
        line(&mut out, format_args!("## {}", heading(&label.name)));
        out.push_str("\n| Name | Mentions | Quotes |\n|---|---:|---:|\n");
        for (counts, entity) in rows {
            let name = escaped(&entity.name).replace('|', "\\|");
            writeln!(out, "| {name} | {} | {} |", counts.mentions, counts.quotes)
                .expect("invariant: a string takes all");
        }
    }
    out
}

fn some(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Words,
    Speaker,
}

fn quote_lines(out: &mut String, document: &Document, annotation: &Annotation, quote: &QuoteBody, shown: Shown) {
    let kind = match quote.kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Partial => "partial",
        QuoteKind::Indirect => "reported",
        QuoteKind::Thought => "thought",
        QuoteKind::NotQuote => "not a quote",
    };
    let open = if annotation.review == Review::Suggested { " (?)" } else { "" };
    let status = match annotation.status {
        CheckStatus::Unchecked => "",
        CheckStatus::Confirmed => ", confirmed",
        CheckStatus::Disputed => ", disputed",
    };
    let speaker = match shown {
        Shown::Speaker if quote.speaker.is_some() => format!(" — {}", escaped(speaker_name(document, quote))),
        _ => String::new(),
    };
    let words = escaped(&quote_words(document, quote));
    line(out, format_args!("> {words}{speaker} *({kind}{status})*{open}"));
    if !annotation.note.is_empty() {
        let note = annotation.note.split_whitespace().collect::<Vec<_>>().join(" ");
        line(out, format_args!("Note: {}", escaped(&note)));
    }
}

fn heading(label: &str) -> String {
    match label {
        "PERSON" => "People".to_owned(),
        "PLACE" => "Places".to_owned(),
        "ORGANIZATION" => "Organizations".to_owned(),
        own => escaped(own),
    }
}

/// A paragraph of its own.
fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    if !out.is_empty() {
        out.push('\n');
    }
    writeln!(out, "{text}").expect("invariant: a string takes all");
}

/// Text of the article in which Markdown finds no marks.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~') {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
    out
}
