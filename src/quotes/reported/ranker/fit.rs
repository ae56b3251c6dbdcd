//! Fits the points of the ranker of reported speech to annotated articles (native tools only; may use floats).

use crate::quotes::attribution::candidate::Region;
use crate::quotes::attribution::fit::with_field;
use crate::quotes::attribution::rank;
use crate::quotes::attribution::weights::SCALE;
use crate::quotes::parse::context::Field;
use crate::quotes::parse::index::{IdVec, ItemId};
use crate::quotes::reported::pattern::{Pattern, Reported};
use crate::quotes::reported::ranker::joints::{self, Passed};
use crate::quotes::reported::ranker::said;
use crate::quotes::reported::ranker::signs::{Ends, Said, Signs};
use crate::quotes::reported::sentence::Sentence;
use crate::quotes::reported::{extent, find};
use crate::text::TextRange;

pub use crate::quotes::attribution::fit::Article;

/// An annotated article counts so much in the sum.
pub struct Lesson {
    /// Its `gold` is what is reported without marks.
    pub article: Article,
    /// Of how many articles.
    pub weight: f64,
    /// All points may be learned from it, not the tuned ones only.
    pub teaches: bool,
}

/// Signs, whether what they stand for is right, how much it counts, and whether all points are learned from it.
type Example = (Signs, bool, f64, bool);

/// A fitted table.
pub struct Table {
    /// The name of each sign and its points.
    pub rows: Vec<(String, i32)>,
    /// Examples, how many are right, and how many the points tell rightly.
    pub counts: (usize, usize, usize),
}

/// Fits both tables: whether a find is somebody's words, and where words end.
pub fn fit(lessons: &[Lesson], passes: u32) -> [Table; 2] {
    let (mut said, mut ends) = (Vec::new(), Vec::new());
    for lesson in lessons {
        with_field(&lesson.article, |field| examples(lesson, field, &mut said, &mut ends));
    }
    let table = |names: Vec<String>, tuned: usize, examples: &[Example]| {
        let points = regress(examples, names.len(), tuned, passes);
        let right = examples.iter().filter(|example| example.1).count();
        let told = examples.iter().filter(|example| (example.0.points(&points) > 0) == example.1).count();
        Table { rows: names.into_iter().zip(points).collect(), counts: (examples.len(), right, told) }
    };
    [
        table(Said::ALL.iter().map(|sign| format!("{sign:?}")).collect(), Said::TUNED, &said),
        table(Ends::ALL.iter().map(|sign| format!("{sign:?}")).collect(), Ends::TUNED, &ends),
    ]
}

/// For where words end, an article counts no more than so many.
const MOST_FOR_ENDS: f64 = 2.0;
/// So far a step goes at first.
const RATE: f64 = 0.5;
/// How strongly points are drawn to nothing, in examples.
const DECAY: f64 = 3.0;

/// First all points are learned from our own articles; then the first `tuned` of them are tuned on all examples, with the
/// others as they are.
fn regress(examples: &[Example], signs: usize, tuned: usize, passes: u32) -> Vec<i32> {
    let own: Vec<Example> = examples.iter().copied().filter(|example| example.3).collect();
    let mut weights = vec![0.0_f64; signs];
    descend(&own, &mut weights, signs, passes);
    descend(examples, &mut weights, tuned, passes);
    weights.iter().map(|weight| (weight * f64::from(SCALE)).round() as i32).collect()
}

/// Logistic regression of the first `free` weights by gradient descent with a step of its own for each sign.
fn descend(examples: &[Example], weights: &mut [f64], free: usize, passes: u32) {
    let mut squares = vec![1e-6_f64; free];
    for _ in 0..passes {
        let mut slope: Vec<f64> = weights[..free].iter().map(|weight| -DECAY * weight).collect();
        for &(of, right, weight, _) in examples {
            let sum: f64 = of.iter().map(|sign| weights[sign]).sum();
            let push = weight * (f64::from(u8::from(right)) - 1.0 / (1.0 + (-sum).exp()));
            for sign in of.iter().filter(|&sign| sign < free) {
                slope[sign] += push;
            }
        }
        for ((weight, square), slope) in weights.iter_mut().zip(&mut squares).zip(&slope) {
            *square += slope * slope;
            *weight += RATE * slope / square.sqrt();
        }
    }
}

/// The finds of an article and the joints of those that are right.
fn examples(lesson: &Lesson, field: &Field<'_>, said: &mut Vec<Example>, ends: &mut Vec<Example>) {
    let article = &lesson.article;
    let decisions = rank::decide(field);
    let mut used = IdVec::filled(false, field.words.items.end());
    for decision in &*decisions {
        if let (Some(cue), Region::Right | Region::Left) = (decision.best.cue, decision.best.region) {
            used[cue.first] = true;
        }
    }
    for found in find::clauses(field, &used, |id| decisions[id].best.region != Region::Nobody) {
        let sentence = Sentence::holding(field, found.cue.first);
        let near = |gold: TextRange| {
            found.parts.iter().map(|&part| overlap(field.words.range(part), gold)).fold(0.0, f64::max)
        };
        let best = article
            .gold
            .iter()
            .map(|gold| (near(gold.range), gold.range))
            .max_by(|one, other| one.0.total_cmp(&other.0));
        let right = best.is_some_and(|(share, _)| share >= LIKE);
        said.push((said::signs(&sentence, &found), right, lesson.weight, lesson.teaches));
        if let Some((share, gold)) = best
            && share > 0.0
        {
            let here = ends.len();
            joints_of(&sentence, &found, gold, ends);
            let weight = lesson.weight.min(MOST_FOR_ENDS);
            ends[here..].iter_mut().for_each(|example| (example.2, example.3) = (weight, lesson.teaches));
        }
    }
}

/// From this share of what two ranges cover together on, one is taken for the other.
const LIKE: f64 = 0.5;
/// A part and its annotation begin within so many items.
const STARTS: u32 = 1;

/// The joints of a find up to where its words end by the annotation.
fn joints_of(sentence: &Sentence<'_>, found: &Reported, gold: TextRange, out: &mut Vec<Example>) {
    let shape = match found.pattern {
        Pattern::Infinitive | Pattern::Passive | Pattern::SaidOf => joints::Shape::Loose,
        Pattern::Object | Pattern::Preposition | Pattern::View | Pattern::Mood => joints::Shape::Object,
        Pattern::That
        | Pattern::Bare
        | Pattern::Question
        | Pattern::State
        | Pattern::Noun
        | Pattern::Gap
        | Pattern::According => joints::Shape::Clause,
        Pattern::Before | Pattern::Topic | Pattern::As | Pattern::Headline | Pattern::Hearsay => return,
    };
    let Some(&part) = found.parts.last().filter(|part| part.first >= found.cue.end) else { return };
    let items = &sentence.words.items;
    let inside = |at: ItemId| items[at].range.start() >= gold.start() && items[at].range.end() <= gold.end();
    let begin = part.first.back(STARTS).to(sentence.end.min(part.first + 1 + STARTS)).iter().find(|&at| inside(at));
    if begin.is_none_or(|at| at > sentence.start && inside(at - 1)) {
        return;
    }
    let from = part.first;
    let behind =
        from.to(sentence.end.min(from + extent::REACH)).iter().find(|&at| items[at].range.start() >= gold.end());
    let end = behind.unwrap_or(sentence.end);
    let mut passed = Passed::default();
    for at in from.to(sentence.end.min(end + 1)) {
        if joints::is_joint(sentence, from, at, shape) {
            let ends = extent::trimmed(sentence, from, at) == extent::trimmed(sentence, from, end);
            out.push((joints::signs(sentence, from, at, passed, shape), ends, 1.0, true));
            if ends {
                break;
            }
        }
        passed.pass(sentence, at);
    }
}

/// The share of what two ranges cover together that they have in common.
fn overlap(one: TextRange, other: TextRange) -> f64 {
    one.intersect(other).map_or(0.0, |both| f64::from(both.len().get()) / f64::from(one.cover(other).len().get()))
}
