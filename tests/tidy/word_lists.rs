//! Closed word lists of the engine live in `lexicon`, each once: two copies drift apart.

use syn::visit::{self, Visit};

use crate::report;
use crate::source::sources;

/// So many words side by side are a list.
const LIST: usize = 4;

/// Modules that look words up.
const READERS: &[&str] = &["segment", "tagger", "entities", "quotes", "analysis"];

/// Folders outside `lexicon` that hold lists, and why these cannot stand there.
const EXCEPTIONS: &[(&str, &str)] =
    &[("segment/lists/", "text is split before words are looked up: `segment` stands below `lexicon`")];

/// Whether `text` is a word or a phrase of words, as lists hold them.
fn is_word(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_alphabetic)
        && text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.' | '’' | '\''))
}

#[derive(Default)]
struct Lists {
    /// Line and first word of each.
    found: Vec<(usize, String)>,
}

impl Lists {
    fn add<'a>(&mut self, words: impl Iterator<Item = Option<&'a syn::LitStr>>) {
        let words: Vec<_> = words.flatten().filter(|word| is_word(&word.value())).collect();
        if words.len() >= LIST {
            self.found.push((words[0].span().start().line, words[0].value()));
        }
    }
}

fn literal(expression: &syn::Expr) -> Option<&syn::LitStr> {
    match expression {
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text),
        syn::Expr::Tuple(tuple) => tuple.elems.first().and_then(literal),
        _ => None,
    }
}

impl<'ast> Visit<'ast> for Lists {
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_expr_array(&mut self, array: &'ast syn::ExprArray) {
        self.add(array.elems.iter().map(literal));
        visit::visit_expr_array(self, array);
    }

    fn visit_pat_or(&mut self, pattern: &'ast syn::PatOr) {
        self.add(pattern.cases.iter().map(|case| match case {
            syn::Pat::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text),
            _ => None,
        }));
        visit::visit_pat_or(self, pattern);
    }

    fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
        // A list as one string, cut at its spaces or lines.
        let value = text.value();
        if value.split_whitespace().filter(|word| is_word(word)).count() >= 4 * LIST && !value.contains(['.', ',', '{'])
        {
            self.found.push((text.span().start().line, value.split_whitespace().next().unwrap_or_default().to_owned()));
        }
    }

    /// `matches!(word, "a" | "b")` and the arms of a macro.
    fn visit_macro(&mut self, inner: &'ast syn::Macro) {
        if inner.path.is_ident("matches") {
            let words = syn::parse::Parser::parse2(
                |input: syn::parse::ParseStream<'_>| {
                    let _: syn::Expr = input.parse()?;
                    let _: syn::Token![,] = input.parse()?;
                    let pattern = syn::Pat::parse_multi_with_leading_vert(input)?;
                    let _: proc_macro2::TokenStream = input.parse()?;
                    Ok(pattern)
                },
                inner.tokens.clone(),
            );
            if let Ok(pattern) = words {
                let mut inside = Lists::default();
                inside.visit_pat(&pattern);
                self.found.append(&mut inside.found);
            }
        }
        visit::visit_macro(self, inner);
    }
}

#[test]
fn closed_lists_live_in_the_lexicon() {
    let mut faults = Vec::new();
    for file in sources().iter().filter(|file| READERS.contains(&file.module.as_str())) {
        let mut lists = Lists::default();
        lists.visit_file(&file.syntax);
        if EXCEPTIONS.iter().any(|(folder, _)| file.path.starts_with(folder)) {
            continue;
        }
        faults.extend(lists.found.iter().map(|(line, word)| {
            format!("{}:{line}: the list that begins with {word:?} belongs in src/lexicon", file.path)
        }));
    }
    report(&faults);
}
