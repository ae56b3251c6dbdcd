//! What makes code hard to read, counted: names of one letter, numbers without a name, casts that may lose something.
//!
//! `cargo test --test tidy counts -- --nocapture` prints the table.

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};

use crate::report;
use crate::source::{File, functions, sources};

/// Names of one letter among all names, in permille, at most.
const ONE_LETTER: usize = 30;
/// Numbers without a name in the bodies of `quotes`, a thousand lines of code, at most.
const NUMBERS: usize = 15;
/// Casts between integers by `as` in `quotes`, a thousand lines of code, at most.
const CASTS: usize = 20;

/// Numbers that need no name.
const PLAIN: &[&str] = &["0", "1", "2"];

const INTEGERS: &[&str] = &["u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize"];

const KEYWORDS: &[&str] = &[
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "false", "fn", "for", "if",
    "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "Self", "static",
    "struct", "super", "trait", "true", "type", "unsafe", "use", "where", "while",
];

#[derive(Clone, Copy, Default)]
struct Counts {
    /// Lines that are neither empty nor comments.
    lines: usize,
    names: usize,
    one_letter: usize,
    /// Integers in bodies, other than [`PLAIN`].
    numbers: usize,
    casts: usize,
    longest: usize,
    in_body: bool,
}

impl Counts {
    fn of<'a>(files: impl Iterator<Item = &'a File>) -> Self {
        let mut out = Self::default();
        for file in files {
            out.lines += file.code.iter().filter(|line| !line.trim().is_empty()).count();
            out.longest = functions(file).iter().map(|function| function.lines).fold(out.longest, usize::max);
            out.read(file.text.parse::<TokenStream>().expect("tokens"));
            out.visit_file(&file.syntax);
        }
        out
    }

    fn read(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    let name = name.to_string();
                    if !KEYWORDS.contains(&name.as_str()) {
                        self.names += 1;
                        self.one_letter += usize::from(name != "_" && name.chars().count() == 1);
                    }
                }
                TokenTree::Group(group) => self.read(group.stream()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }

    fn permille_one_letter(self) -> usize {
        self.one_letter * 1000 / self.names.max(1)
    }

    fn a_thousand_lines(self, count: usize) -> usize {
        count * 1000 / self.lines.max(1)
    }
}

impl<'ast> Visit<'ast> for Counts {
    fn visit_block(&mut self, block: &'ast syn::Block) {
        let before = std::mem::replace(&mut self.in_body, true);
        visit::visit_block(self, block);
        self.in_body = before;
    }

    fn visit_item_const(&mut self, _: &'ast syn::ItemConst) {}

    fn visit_item_static(&mut self, _: &'ast syn::ItemStatic) {}

    fn visit_expr_cast(&mut self, cast: &'ast syn::ExprCast) {
        if let syn::Type::Path(to) = &*cast.ty {
            self.casts += usize::from(INTEGERS.iter().any(|integer| to.path.is_ident(integer)));
        }
        visit::visit_expr_cast(self, cast);
    }

    fn visit_lit_int(&mut self, number: &'ast syn::LitInt) {
        self.numbers += usize::from(self.in_body && !PLAIN.contains(&number.base10_digits()));
    }
}

#[test]
fn counts() {
    let files = sources();
    let mut modules: Vec<&str> = files.iter().map(|file| file.module.as_str()).collect();
    modules.dedup();
    println!(
        "| module | lines of code | one-letter names, ‰ | numbers a 1,000 lines | `as` casts a 1,000 lines | longest function |"
    );
    println!("|---|---:|---:|---:|---:|---:|");
    let print = |name: &str, counts: Counts| {
        println!(
            "| {name} | {} | {} | {} | {} | {} |",
            counts.lines,
            counts.permille_one_letter(),
            counts.a_thousand_lines(counts.numbers),
            counts.a_thousand_lines(counts.casts),
            counts.longest
        );
    };
    for module in modules {
        print(module, Counts::of(files.iter().filter(|file| file.module == module)));
    }
    let all = Counts::of(files.iter());
    print("all", all);
    let quotes = Counts::of(files.iter().filter(|file| file.module == "quotes"));
    let mut faults = Vec::new();
    let mut at_most = |what: &str, have: usize, most: usize| {
        if have > most {
            faults.push(format!("{what}: {have}, at most {most}; `cargo test --test tidy counts -- --nocapture`"));
        }
    };
    at_most("one-letter names in permille of all names", all.permille_one_letter(), ONE_LETTER);
    at_most("the same in `quotes`", quotes.permille_one_letter(), ONE_LETTER);
    at_most("numbers without a name in `quotes`, a thousand lines", quotes.a_thousand_lines(quotes.numbers), NUMBERS);
    at_most("`as` casts in `quotes`, a thousand lines", quotes.a_thousand_lines(quotes.casts), CASTS);
    report(&faults);
}
