//! The sources under `src`, read once: as lines, and as syntax.

use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};

/// One file of the program.
pub(crate) struct File {
    /// Under `src`, with `/`.
    pub(crate) path: String,
    /// The top folder, or the file itself for `lib.rs`.
    pub(crate) module: String,
    /// Without comments and the tests in it.
    pub(crate) code: Vec<String>,
    /// All lines, comments and tests included.
    pub(crate) lines: usize,
    /// Without the tests in it.
    pub(crate) text: String,
    /// The same as syntax.
    pub(crate) syntax: syn::File,
}

pub(crate) fn root() -> PathBuf {
    PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"))
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("readable folder") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            walk(&path, found);
        } else {
            found.push(path);
        }
    }
}

pub(crate) fn sources() -> Vec<File> {
    let src = root().join("src");
    let mut paths = Vec::new();
    walk(&src, &mut paths);
    paths.sort();
    let mut files = Vec::new();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "rs")) {
        let text = fs::read_to_string(path).expect("readable file");
        let path = path.strip_prefix(&src).expect("under src").to_string_lossy().replace('\\', "/");
        let module = path.split(['/', '.']).next().unwrap_or_default().to_owned();
        let program = program(&path, &text);
        let code = program.lines().map(|line| line.split("//").next().unwrap_or_default().to_owned()).collect();
        let syntax = syn::parse_file(program).unwrap_or_else(|error| panic!("{path}: {error}"));
        files.push(File { module, code, lines: text.lines().count(), text: program.to_owned(), syntax, path });
    }
    files
}

/// Whether the file holds nothing but tests.
pub(crate) fn is_test(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name == "tests.rs" || name.ends_with("_tests.rs") || path.contains("/tests/")
}

/// The part of `text` that belongs to the program: no tests.
fn program<'a>(path: &str, text: &'a str) -> &'a str {
    if is_test(path) {
        return "";
    }
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default()
}

/// A function with its size.
pub(crate) struct Function {
    pub(crate) name: String,
    /// Where it begins, from 1.
    pub(crate) line: usize,
    /// From its signature to its closing brace.
    pub(crate) lines: usize,
    /// Conditions, loops, arms of matches, `&&` and `||`; those of the closures in it, too.
    pub(crate) branches: usize,
}

/// All functions of a file, those of `impl` blocks and traits included.
pub(crate) fn functions(file: &File) -> Vec<Function> {
    let mut finder = Functions::default();
    finder.visit_file(&file.syntax);
    finder.found
}

#[derive(Default)]
struct Functions {
    found: Vec<Function>,
}

impl Functions {
    fn add(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let mut branches = Branches(0);
        branches.visit_block(block);
        let line = signature.fn_token.span.start().line;
        let end = block.brace_token.span.close().end().line;
        self.found.push(Function {
            name: signature.ident.to_string(),
            line,
            lines: end + 1 - line,
            branches: branches.0,
        });
    }
}

impl<'ast> Visit<'ast> for Functions {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.add(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.add(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }
}

struct Branches(usize);

impl<'ast> Visit<'ast> for Branches {
    fn visit_expr_if(&mut self, inner: &'ast syn::ExprIf) {
        self.0 += 1;
        visit::visit_expr_if(self, inner);
    }

    fn visit_local_init(&mut self, inner: &'ast syn::LocalInit) {
        self.0 += usize::from(inner.diverge.is_some());
        visit::visit_local_init(self, inner);
    }

    fn visit_arm(&mut self, inner: &'ast syn::Arm) {
        self.0 += 1;
        visit::visit_arm(self, inner);
    }

    fn visit_expr_while(&mut self, inner: &'ast syn::ExprWhile) {
        self.0 += 1;
        visit::visit_expr_while(self, inner);
    }

    fn visit_expr_for_loop(&mut self, inner: &'ast syn::ExprForLoop) {
        self.0 += 1;
        visit::visit_expr_for_loop(self, inner);
    }

    fn visit_bin_op(&mut self, inner: &'ast syn::BinOp) {
        self.0 += usize::from(matches!(inner, syn::BinOp::And(_) | syn::BinOp::Or(_)));
    }

    /// What macros hold (`html!`) is no syntax of Rust: its words are counted.
    fn visit_macro(&mut self, inner: &'ast syn::Macro) {
        let text = inner.tokens.to_string();
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
        self.0 += words.filter(|word| matches!(*word, "if" | "for")).count();
        self.0 += text.matches("=>").count() + text.matches("&&").count() + text.matches("||").count();
    }
}
