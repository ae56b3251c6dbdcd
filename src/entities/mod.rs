//! People, places and organizations: mentions and the clusters they form.
//! `borders` takes names from the model's labels, `rules` mends those that their form or a word beside them tells, `consistency` settles them over the article, `cluster` groups those that
//! name the same; `reasons` says why, with what confidence.
//! `listed` finds what the lists know in languages that the model does not.
//! Read `recognize` here first, then the files in its order.

mod alias;
mod borders;
mod cluster;
mod consistency;
pub mod evidence;
mod facts;
mod forms;
mod index;
mod listed;
mod longer;
mod name;
mod reasons;
mod recognition;
mod rules;

pub use index::EntityIndex;
pub use listed::listed;
pub use reasons::confidence_step;
pub use recognition::{Entity, EntityKind, Gender, Mention, PlaceFacts, Recognition, Spellings};

use crate::entities::name::{Name, View};
use crate::lexicon::Lexicon;
use crate::segment::Segmentation;
use crate::tagger::{Article, Tagger};
use crate::text::{Source, TextRange};

/// Finds names and groups them.
pub fn recognize(source: &Source, segmentation: &Segmentation, lexicon: &Lexicon, tagger: &Tagger) -> Recognition {
    let (mut found, spellings) =
        settled(source, segmentation, lexicon, tagger, |view, names| cluster::group(view, names, tagger));
    found.spellings = spellings;
    found
}

/// Finds names and gives for each its range, kind and margin: how sure the model is before calibration, in units of
/// weight, negative for names that only the rest of the article speaks for.
pub fn margins(
    source: &Source,
    segmentation: &Segmentation,
    lexicon: &Lexicon,
    tagger: &Tagger,
) -> Vec<(TextRange, EntityKind, i32)> {
    settled(source, segmentation, lexicon, tagger, |view, names| {
        names
            .iter()
            .filter_map(|name| Some((view.range(&name.tokens), EntityKind::of(name.class)?, name.margin)))
            .collect()
    })
    .0
}

/// What `then` makes of the settled names, and the distinct words.
fn settled<T>(
    source: &Source,
    segmentation: &Segmentation,
    lexicon: &Lexicon,
    tagger: &Tagger,
    then: impl FnOnce(View<'_>, &[Name]) -> T,
) -> (T, Spellings) {
    let article = Article::new(source, segmentation, lexicon);
    let tags = tagger.tag(&article);
    let view = View { source, segmentation, article: &article, lexicon, tags: &tags };
    let mut names = consistency::settle(view, borders::from_model(view));
    names.retain(|name| EntityKind::of(name.class).is_some());
    rules::with_article(view, &mut names);
    let made = then(view, &names);
    let hashes = article.words.list().iter().map(|word| word.lower).collect();
    (made, Spellings { numbers: article.ids, hashes })
}
