//! What a person reads stands in `ui/strings`, in each language of the page, or in `cli`, which speaks English.

use syn::visit::{self, Visit};

use crate::report;
use crate::source::sources;

/// Where sentences may stand.
const HOMES: &[&str] = &["ui/strings/", "cli/", "bin/"];

/// Files with texts of several words that nobody reads on the page, and what they are.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("formats/export/words.rs", "exported files are English in every language of the page"),
    ("formats/export/page.rs", "HTML and CSS"),
    ("formats/html.rs", "HTML"),
    ("formats/decode.rs", "what files begin with"),
    ("protocol/wire.rs", "errors for logs"),
    ("storage/error.rs", "errors for logs"),
    ("web/database/layout.rs", "errors for logs"),
];

/// Modules that hold words of articles, or notations for tests.
const WORD_MODULES: &[&str] = &["lexicon", "segment", "testkit", "train", "eval"];

/// Calls and macros whose texts go to logs and to whoever mends the program.
const FOR_DEVELOPERS: &[&str] =
    &["expect", "panic", "assert", "assert_eq", "assert_ne", "debug_assert", "debug_assert_eq", "unreachable", "log"];

/// Attributes whose values are lists of classes, selectors or drawings.
fn is_markup(text: &str) -> bool {
    text.contains(['=', '[', '#', '<', '{', ':', '/', '&']) || text.split(' ').all(|word| word.starts_with(['.', '-']))
}

/// Whether `text` has two words side by side, the second in lower case, as sentences do.
fn is_sentence(text: &str) -> bool {
    let letters = |word: &str| word.len() > 1 && word.chars().all(char::is_alphabetic);
    let words: Vec<&str> = text.split(' ').map(|word| word.trim_end_matches([',', '.', ';'])).collect();
    !is_markup(text)
        && words.windows(2).any(|two| letters(two[0]) && letters(two[1]) && two[1].chars().all(char::is_lowercase))
}

#[derive(Default)]
struct Texts {
    found: Vec<(usize, String)>,
}

impl Texts {
    fn tokens(&mut self, tokens: proc_macro2::TokenStream) {
        let (mut class, mut attribute) = (false, false);
        for token in tokens {
            let after_hash = std::mem::replace(&mut attribute, false);
            match token {
                // `#[doc = "..."]`, as comments reach a macro.
                proc_macro2::TokenTree::Group(group)
                    if after_hash && group.delimiter() == proc_macro2::Delimiter::Bracket => {}
                // `class="row wide"` in `html!`.
                proc_macro2::TokenTree::Ident(name) => class = matches!(name.to_string().as_str(), "class" | "d"),
                proc_macro2::TokenTree::Group(group) => {
                    self.tokens(group.stream());
                    class = false;
                }
                proc_macro2::TokenTree::Literal(literal) => {
                    if let (false, Ok(text)) = (class, syn::parse_str::<syn::LitStr>(&literal.to_string())) {
                        self.add(&text.value(), literal.span().start().line);
                    }
                    class = false;
                }
                proc_macro2::TokenTree::Punct(mark) => attribute = mark.as_char() == '#',
            }
        }
    }

    fn add(&mut self, text: &str, line: usize) {
        if is_sentence(text) {
            self.found.push((line, text.to_owned()));
        }
    }
}

impl<'ast> Visit<'ast> for Texts {
    fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
        self.add(&text.value(), text.span().start().line);
    }

    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        if FOR_DEVELOPERS.contains(&call.method.to_string().as_str()) {
            self.visit_expr(&call.receiver);
        } else {
            visit::visit_expr_method_call(self, call);
        }
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        let name = match &*call.func {
            syn::Expr::Path(path) => path.path.segments.last().map(|segment| segment.ident.to_string()),
            _ => None,
        };
        if !name.is_some_and(|name| FOR_DEVELOPERS.contains(&name.as_str())) {
            visit::visit_expr_call(self, call);
        }
    }

    fn visit_macro(&mut self, inner: &'ast syn::Macro) {
        let name = inner.path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default();
        if !FOR_DEVELOPERS.contains(&name.as_str()) {
            self.tokens(inner.tokens.clone());
        }
    }
}

#[test]
fn sentences_stand_in_the_tables_of_their_language() {
    let mut faults = Vec::new();
    for file in sources() {
        let at_home = HOMES.iter().any(|home| file.path.starts_with(home));
        let excepted = EXCEPTIONS.iter().any(|(path, _)| *path == file.path);
        if at_home || excepted || WORD_MODULES.contains(&file.module.as_str()) {
            continue;
        }
        let mut texts = Texts::default();
        texts.visit_file(&file.syntax);
        faults.extend(texts.found.iter().map(|(line, text)| {
            format!("{}:{line}: {text:?} belongs in the tables of src/ui/strings, or in src/cli", file.path)
        }));
    }
    report(&faults);
}
