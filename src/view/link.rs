//! The line from a quote to the words that say who spoke: where it runs, computed from where the words stand.
//!
//! It never crosses text: within a line it runs in the gap below it, between lines along a rail beside the text.

use std::fmt::Write as _;

/// A box on the page, in CSS pixels from the left and top of the text column.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// Left edge.
    pub left: f64,
    /// Right edge.
    pub right: f64,
    /// Upper edge.
    pub top: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Place {
    fn middle(&self) -> f64 {
        self.left.midpoint(self.right)
    }

    /// Whether both stand in one line of text.
    fn shares_line(&self, other: &Self) -> bool {
        self.top.midpoint(self.bottom) < other.bottom && other.top.midpoint(other.bottom) > self.top && {
            let (height, apart) = (self.bottom - self.top, (self.bottom - other.bottom).abs());
            apart * 2.0 < height.max(other.bottom - other.top)
        }
    }
}

/// Whether `lower` stands in the line right below `upper`: their lines share one gap.
fn adjacent(upper: &Place, lower: &Place) -> bool {
    let apart = lower.top - upper.bottom;
    apart > -(upper.bottom - upper.top) / 2.0 && apart < (upper.bottom - upper.top) * 0.9
}

/// What is linked: each as its boxes, one for each line it stands in, in reading order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Linked {
    /// The parts of the quote.
    pub parts: Vec<Vec<Place>>,
    /// The words of saying.
    pub cue: Vec<Place>,
    /// The words that name the speaker.
    pub speaker: Vec<Place>,
}

/// How it is to be drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rail {
    /// Where the rail runs, from the left of the column.
    pub x: f64,
    /// The text runs from right to left: the rail is at its right.
    pub rtl: bool,
    /// How far below the words of a line the line runs.
    pub drop: f64,
}

/// A line and the points it ends in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawn {
    /// Commands of an SVG path.
    pub path: String,
    /// Centers of the dots under speaker and cue.
    pub dots: Vec<(f64, f64)>,
}

/// Rounding of the corners.
const CORNER: f64 = 5.0;

/// The line for one quote; empty when it has neither speaker nor cue nor a second part.
pub fn link(linked: &Linked, rail: Rail) -> Drawn {
    let mut out = Drawn::default();
    let parts: Vec<&Vec<Place>> = linked.parts.iter().filter(|part| !part.is_empty()).collect();
    // Parts that the speaker stands between are joined by it.
    let between = |one: &Place, other: &Place| {
        linked.speaker.first().is_some_and(|speaker| {
            one.shares_line(speaker)
                && speaker.shares_line(other)
                && one.right <= speaker.left
                && speaker.right <= other.left
        })
    };
    for pair in parts.windows(2) {
        if let (Some(from), Some(to)) = (pair[0].last(), pair[1].first())
            && !between(from, to)
        {
            join(&mut out, *from, *to, rail);
        }
    }
    let mut tied: Vec<Place> = Vec::new();
    for place in [linked.speaker.first(), linked.cue.first()].into_iter().flatten() {
        // The cue hangs on the speaker where they stand in one line: "said Díaz" is one thing.
        let near = match tied.first() {
            Some(first) if first.shares_line(place) => Some(*first),
            _ => nearest(&parts, place),
        };
        if let Some(near) = near {
            let end = join(&mut out, near, *place, rail);
            out.dots.push(end);
        }
        tied.push(*place);
    }
    out
}

/// The line of the quote that is nearest to `place`.
fn nearest(parts: &[&Vec<Place>], place: &Place) -> Option<Place> {
    let all = parts.iter().flat_map(|part| part.iter()).copied();
    all.min_by(|one, other| apart(one, place).total_cmp(&apart(other, place)))
}

/// How far apart two places are for the eye: lines count far more than what lies within one.
fn apart(a: &Place, b: &Place) -> f64 {
    let across = if a.shares_line(b) { 0.0 } else { (a.bottom - b.bottom).abs() * 100.0 };
    across + (a.left - b.right).max(b.left - a.right).max(0.0)
}

/// A line from one place to another; where it ends.
fn join(out: &mut Drawn, from: Place, to: Place, rail: Rail) -> (f64, f64) {
    let (low, high) = (from.bottom + rail.drop, to.bottom + rail.drop);
    let across =
        |place: &Place| to.middle().clamp(place.left + CORNER, (place.right - CORNER).max(place.left + CORNER));
    let path = if from.shares_line(&to) {
        // From the end that faces the other, below the line and up to it.
        let faces_right = from.left < to.left;
        let start = if faces_right { from.right - CORNER } else { from.left + CORNER };
        let y = low.max(high);
        vec![(start, from.bottom), (start, y), (to.middle(), y)]
    } else if adjacent(&from, &to) {
        vec![(across(&from), from.bottom), (across(&from), low), (to.middle(), low)]
    } else if adjacent(&to, &from) {
        vec![(across(&from), from.top), (across(&from), high), (to.middle(), high)]
    } else {
        let edge = |place: &Place| if rail.rtl { place.right - CORNER } else { place.left + CORNER };
        vec![(edge(&from), from.bottom), (edge(&from), low), (rail.x, low), (rail.x, high), (to.middle(), high)]
    };
    rounded(&mut out.path, &path);
    path[path.len() - 1]
}

/// A path through `points` with round corners.
fn rounded(path: &mut String, points: &[(f64, f64)]) {
    let toward = |from: (f64, f64), to: (f64, f64), by: f64| {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = dx.hypot(dy).max(f64::EPSILON);
        (from.0 + dx / length * by, from.1 + dy / length * by)
    };
    let length = |one: (f64, f64), other: (f64, f64)| (one.0 - other.0).hypot(one.1 - other.1);
    let mut say = |text: std::fmt::Arguments<'_>| path.write_fmt(text).expect("invariant: a string takes all");
    for (i, &point) in points.iter().enumerate() {
        let around = i.checked_sub(1).and_then(|before| points.get(before)).zip(points.get(i + 1));
        match around {
            None if i == 0 => say(format_args!("M{:.1} {:.1}", point.0, point.1)),
            None => say(format_args!("L{:.1} {:.1}", point.0, point.1)),
            Some((&before, &after)) => {
                let by = CORNER.min(length(before, point) / 2.0).min(length(point, after) / 2.0);
                let (a, b) = (toward(point, before, by), toward(point, after, by));
                say(format_args!("L{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}", a.0, a.1, point.0, point.1, b.0, b.1));
            }
        }
    }
}

/// Pixels between two pieces of a line that are one for the eye.
const TOUCHING: f64 = 3.0;

/// One frame for each line of what is drawn in `pieces`: those that stand beside each other in a line are one.
pub fn frames(pieces: impl IntoIterator<Item = Place>) -> Vec<Place> {
    let mut out: Vec<Place> = Vec::new();
    for piece in pieces {
        let touches = |last: &&mut Place| {
            last.shares_line(&piece) && piece.left - last.right < TOUCHING && last.left - piece.right < TOUCHING
        };
        match out.last_mut().filter(touches) {
            Some(last) => {
                last.left = last.left.min(piece.left);
                last.right = last.right.max(piece.right);
                last.top = last.top.min(piece.top);
                last.bottom = last.bottom.max(piece.bottom);
            }
            None => out.push(piece),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const RAIL: Rail = Rail { x: -12.0, rtl: false, drop: 4.0 };

    fn place(left: f64, right: f64, line: f64) -> Place {
        Place { left, right, top: line * 30.0, bottom: line * 30.0 + 20.0 }
    }

    /// The corners and ends of a path, without the rounding.
    fn numbers(path: &str) -> Vec<f64> {
        path.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-')).filter_map(|n| n.parse().ok()).collect()
    }

    #[test]
    fn in_one_line_it_runs_below_the_words() {
        let linked = Linked {
            parts: vec![vec![place(0.0, 100.0, 0.0)]],
            speaker: vec![place(140.0, 200.0, 0.0)],
            cue: vec![place(105.0, 135.0, 0.0)],
        };
        let drawn = link(&linked, RAIL);
        assert_eq!(drawn.dots, [(170.0, 24.0), (120.0, 24.0)]);
        let ys: Vec<f64> = numbers(&drawn.path).into_iter().skip(1).step_by(2).collect();
        assert!(ys.iter().all(|y| (20.0..=24.0).contains(y)), "{}", drawn.path);
        assert!(!drawn.path.contains("-12"), "no rail: {}", drawn.path);
    }

    #[test]
    fn between_lines_it_runs_along_the_rail_and_never_across_text() {
        let linked = Linked {
            parts: vec![vec![place(30.0, 300.0, 0.0), place(0.0, 80.0, 1.0)]],
            speaker: vec![place(120.0, 180.0, 4.0)],
            cue: vec![],
        };
        let drawn = link(&linked, RAIL);
        assert_eq!(drawn.dots, [(150.0, 144.0)]);
        let points = numbers(&drawn.path);
        for point in points.chunks(2) {
            // Beside the text, or in the gap below a line.
            let gap = point[1].rem_euclid(30.0);
            assert!(point[0] < 0.0 || (20.0..=24.0).contains(&gap), "{point:?} in {}", drawn.path);
        }
    }

    #[test]
    fn neighboring_lines_share_the_gap_between_them() {
        let (upper, lower) = (vec![place(0.0, 300.0, 0.0)], vec![place(40.0, 100.0, 1.0)]);
        for (parts, speaker) in [(&upper, &lower), (&lower, &upper)] {
            let linked = Linked { parts: vec![parts.clone()], speaker: speaker.clone(), cue: vec![] };
            let drawn = link(&linked, RAIL);
            assert_eq!(drawn.dots, [(speaker[0].middle(), 24.0)]);
            assert!(
                numbers(&drawn.path).into_iter().skip(1).step_by(2).all(|y| (20.0..=30.0).contains(&y)),
                "{}",
                drawn.path
            );
        }
    }

    #[test]
    fn a_line_has_one_frame_whatever_is_marked_within() {
        let (quote, name) = (place(0.0, 100.0, 0.0), Place { bottom: 24.0, ..place(100.0, 140.0, 0.0) });
        let pieces = [quote, name, place(141.0, 200.0, 0.0), place(0.0, 50.0, 1.0), place(90.0, 120.0, 1.0)];
        let whole = Place { right: 200.0, bottom: 24.0, ..quote };
        assert_eq!(frames(pieces), [whole, pieces[3], pieces[4]]);
        // From right to left the next piece stands at the left.
        assert_eq!(frames([place(100.0, 140.0, 0.0), place(40.0, 100.0, 0.0)]), [place(40.0, 140.0, 0.0)]);
        assert_eq!(frames([]), []);
    }

    #[test]
    fn parts_are_joined_and_what_is_not_there_draws_nothing() {
        let one = vec![place(0.0, 100.0, 0.0)];
        assert_eq!(link(&Linked { parts: vec![one.clone()], ..Linked::default() }, RAIL), Drawn::default());
        assert_eq!(link(&Linked { cue: one.clone(), ..Linked::default() }, RAIL), Drawn::default());
        let two = Linked { parts: vec![one, vec![place(220.0, 300.0, 0.0)]], ..Linked::default() };
        assert!(link(&two, RAIL).path.starts_with("M95.0 20.0"));
    }
}
