//! No circle among files: who reads one file of a circle has to read them all.
//!
//! An arrow goes from a file to the file in which something that it names is defined; what a `mod.rs` only hands on
//! (`pub use`) is followed. Methods of one type in several files make an arrow both ways, because neither file can be
//! understood alone.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit::{self, Visit};

use crate::report;
use crate::source::{File, is_test, sources};

/// Circles that stay, by one of their files, with the reason.
const EXCEPTIONS: &[(&str, &str)] = &[];

type Path = Vec<String>;

/// What the files define, hand on and name.
struct Map {
    /// By module path, the number of the file.
    modules: BTreeMap<Path, usize>,
    /// By file: names that are handed on, with where they come from; `*` for all of a module.
    handed_on: Vec<Vec<(String, Path)>>,
}

/// The module path of a file.
fn module_of(path: &str) -> Path {
    let path = path.trim_end_matches(".rs").trim_end_matches("/mod");
    if path == "lib" { Vec::new() } else { path.split('/').map(str::to_owned).collect() }
}

/// `path` from the root of the crate; `None` when it leads elsewhere.
fn absolute(path: &[String], here: &Path) -> Option<Path> {
    let (first, mut rest) = path.split_first()?;
    let mut base = match first.as_str() {
        "crate" => Vec::new(),
        "self" => here.clone(),
        "super" => here[..here.len().checked_sub(1)?].to_vec(),
        _ => return None,
    };
    while rest.first().is_some_and(|part| part == "super") {
        base.pop();
        rest = &rest[1..];
    }
    base.extend_from_slice(rest);
    Some(base)
}

fn leaves(tree: &syn::UseTree, before: &Path, out: &mut Vec<(String, Path)>) {
    let with = |name: &syn::Ident| before.iter().cloned().chain([name.to_string()]).collect::<Path>();
    match tree {
        syn::UseTree::Path(inner) => leaves(&inner.tree, &with(&inner.ident), out),
        syn::UseTree::Name(inner) if inner.ident == "self" => {
            out.extend(before.last().cloned().map(|last| (last, before.clone())));
        }
        syn::UseTree::Name(inner) => out.push((inner.ident.to_string(), with(&inner.ident))),
        syn::UseTree::Rename(inner) => out.push((inner.rename.to_string(), with(&inner.ident))),
        syn::UseTree::Glob(_) => out.push(("*".to_owned(), before.clone())),
        syn::UseTree::Group(inner) => inner.items.iter().for_each(|item| leaves(item, before, out)),
    }
}

/// What one file names.
#[derive(Default)]
struct Names {
    here: Path,
    children: BTreeSet<String>,
    /// Private imports.
    imports: Vec<(String, Path)>,
    /// Names handed on.
    handed_on: Vec<(String, Path)>,
    /// Paths in the code.
    paths: Vec<Path>,
    /// Types with methods here.
    methods_of: Vec<String>,
}

impl Names {
    fn of(file: &File, children: BTreeSet<String>) -> Self {
        let mut names = Self { here: module_of(&file.path), children, ..Self::default() };
        names.visit_file(&file.syntax);
        names
    }
}

impl<'ast> Visit<'ast> for Names {
    /// Only modules of tests stand within a file; what they name binds nobody.
    fn visit_item_mod(&mut self, _: &'ast syn::ItemMod) {}

    /// `pub(super)` names nothing.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let mut found = Vec::new();
        leaves(&item.tree, &Vec::new(), &mut found);
        let handed_on = !matches!(item.vis, syn::Visibility::Inherited);
        for (name, path) in found {
            let path = if self.children.contains(&path[0]) { [vec!["self".to_owned()], path].concat() } else { path };
            let Some(path) = absolute(&path, &self.here) else { continue };
            if handed_on { &mut self.handed_on } else { &mut self.imports }.push((name, path));
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.paths.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        if let (None, syn::Type::Path(own)) = (&item.trait_, &*item.self_ty) {
            self.methods_of.extend(own.path.segments.last().map(|segment| segment.ident.to_string()));
        }
        visit::visit_item_impl(self, item);
    }
}

impl Map {
    /// The file that defines `path`.
    fn file_of(&self, path: &[String], depth: usize) -> Option<usize> {
        let mut module = Path::new();
        for (at, part) in path.iter().enumerate() {
            module.push(part.clone());
            if self.modules.contains_key(&module) {
                continue;
            }
            module.pop();
            let file = *self.modules.get(&module)?;
            let (names, rest) = (&self.handed_on[file], &path[at + 1..]);
            // Guards against names that hand on each other.
            if depth == 0 {
                return Some(file);
            }
            if let Some((_, to)) = names.iter().find(|(name, _)| name == part) {
                return self.file_of(&[to.as_slice(), rest].concat(), depth - 1);
            }
            return Some(file);
        }
        self.modules.get(&module).copied()
    }

    fn is_folder(&self, path: &[String]) -> bool {
        self.modules.contains_key(path)
            && self.modules.keys().any(|other| other.len() > path.len() && other.starts_with(path))
    }
}

/// How many hand-overs are followed.
const FOLLOWED: usize = 8;

/// For each file, the files that it needs, each with what makes it so.
fn arrows(files: &[File]) -> Vec<BTreeMap<usize, String>> {
    let modules: BTreeMap<Path, usize> =
        files.iter().enumerate().map(|(number, file)| (module_of(&file.path), number)).collect();
    let names: Vec<Names> = files
        .iter()
        .map(|file| {
            let here = module_of(&file.path);
            let children = modules
                .keys()
                .filter(|path| path.len() == here.len() + 1 && path.starts_with(&here))
                .map(|path| path[here.len()].clone());
            Names::of(file, children.collect())
        })
        .collect();
    let map = Map { modules, handed_on: names.iter().map(|names| names.handed_on.clone()).collect() };
    let mut out: Vec<BTreeMap<usize, String>> = vec![BTreeMap::new(); files.len()];
    for (number, names) in names.iter().enumerate() {
        let mut add = |path: &Path| {
            if let Some(to) = map.file_of(path, FOLLOWED).filter(|to| *to != number) {
                out[number].entry(to).or_insert_with(|| path.join("::"));
            }
        };
        for (_, path) in names.imports.iter().filter(|(_, path)| !map.is_folder(path)) {
            add(path);
        }
        for path in &names.paths {
            if let Some(path) = absolute(path, &names.here) {
                add(&path);
            } else if path.len() > 1 {
                let import = names.imports.iter().find(|(name, _)| *name == path[0]);
                if let Some((_, base)) = import {
                    add(&[base.as_slice(), &path[1..]].concat());
                } else if names.children.contains(&path[0]) {
                    add(&[names.here.as_slice(), path].concat());
                }
            }
        }
    }
    for (number, names) in names.iter().enumerate() {
        for own in &names.methods_of {
            let import = names.imports.iter().find(|(name, _)| name == own);
            let home = import.and_then(|(_, path)| map.file_of(path, FOLLOWED));
            if let Some(home) = home.filter(|home| *home != number) {
                out[home].entry(number).or_insert_with(|| format!("methods of {own}"));
            }
        }
    }
    out
}

/// A way from `from` back to itself within `group`, the shortest.
fn way(from: usize, group: &BTreeSet<usize>, arrows: &[BTreeMap<usize, String>]) -> Vec<usize> {
    let mut ways = std::collections::VecDeque::from([vec![from]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop_front() {
        let last = way[way.len() - 1];
        for next in arrows[last].keys().filter(|next| group.contains(next)) {
            if *next == from {
                return way;
            }
            if seen.insert(*next) {
                ways.push_back(way.iter().copied().chain([*next]).collect());
            }
        }
    }
    Vec::new()
}

/// The files that can be reached from `from`.
fn reached(from: usize, arrows: &[BTreeMap<usize, String>]) -> BTreeSet<usize> {
    let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(file) = open.pop() {
        open.extend(arrows[file].keys().filter(|next| seen.insert(**next)));
    }
    seen
}

#[test]
fn files_form_no_circle() {
    let files: Vec<File> = sources().into_iter().filter(|file| !is_test(&file.path)).collect();
    let arrows = arrows(&files);
    let all: Vec<BTreeSet<usize>> = (0..files.len()).map(|file| reached(file, &arrows)).collect();
    let mut told = BTreeSet::new();
    let mut faults = Vec::new();
    for file in 0..files.len() {
        let group: BTreeSet<usize> = all[file].iter().copied().filter(|other| all[*other].contains(&file)).collect();
        if group.is_empty() || !told.insert(group.clone()) {
            continue;
        }
        if EXCEPTIONS.iter().any(|(path, _)| group.iter().any(|file| files[*file].path == *path)) {
            continue;
        }
        let start = group.iter().copied().min_by_key(|file| way(*file, &group, &arrows).len()).unwrap_or(file);
        let way = way(start, &group, &arrows);
        let steps = way.iter().enumerate().map(|(at, from)| {
            let to = way[(at + 1) % way.len()];
            format!("    {} -> {} ({})", files[*from].path, files[to].path, arrows[*from][&to])
        });
        faults.push(format!(
            "a circle of {} files; move what both sides need below them:\n{}\n    (all: {})",
            group.len(),
            steps.collect::<Vec<_>>().join("\n"),
            group.iter().map(|file| files[*file].path.as_str()).collect::<Vec<_>>().join(" ")
        ));
    }
    report(&faults);
}
