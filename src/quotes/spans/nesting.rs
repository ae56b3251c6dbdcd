//! Quotations within quotations, by how many others they stand in.

use crate::quotes::spans::pairing::Marked;

/// Marks pair to any depth; deeper quotations than this are not given out, so that any text is read in linear time.
const DEEPEST: usize = 8;

/// Quotations by how many others they stand in, each level in order and disjoint; at least one level. Those `inside` the
/// lines of a transcript stand in these.
pub(crate) fn levels(spans: Vec<Marked>, inside: Vec<Marked>) -> Vec<Vec<Marked>> {
    // Most articles have no quotation within another.
    let apart = |two: &[Marked]| two[0].end() <= two[1].start();
    let flat = spans.iter().all(|span| span.depth == 0) && spans.windows(2).all(apart);
    let mut out = if flat { vec![spans] } else { by_depth(spans) };
    if !inside.is_empty() {
        for (level, more) in by_depth(inside).into_iter().enumerate() {
            if out.len() == level + 1 {
                out.push(Vec::new());
            }
            out[level + 1].extend(more);
            out[level + 1].sort_by_key(Marked::start);
        }
    }
    out
}

fn by_depth(spans: Vec<Marked>) -> Vec<Vec<Marked>> {
    let mut out: Vec<Vec<Marked>> = vec![Vec::with_capacity(spans.len())];
    // The last of each level is around the current one as far as it reaches.
    let mut depth = 0;
    for span in spans {
        while depth > 0 && out[depth - 1].last().is_none_or(|outer| outer.end() <= span.start()) {
            depth -= 1;
        }
        let fits = match depth.checked_sub(1).and_then(|outer| out[outer].last()) {
            None => span.depth == 0,
            // One that crosses the border of a part is a stray mark's.
            Some(outer) => span.parts.len() == 1 && outer.parts.iter().any(|part| part.contains_range(span.parts[0])),
        };
        if !fits || depth >= DEEPEST {
            continue;
        }
        if out.len() == depth {
            out.push(Vec::new());
        }
        out[depth].push(span);
        depth += 1;
    }
    out
}
