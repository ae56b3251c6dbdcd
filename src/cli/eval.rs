//! `eval`: scores of names on marked corpora.

use std::path::Path;
use std::time::Instant;

use crate::eval::spans::Counts;
use crate::lexicon::Lexicon;
use crate::tagger::{Article, Class, Tagger, spans};
use crate::text::TextRange;
use crate::train::corpus::load;

/// # Errors
/// Says what could not be read.
pub fn run(args: &[String]) -> Result<(), String> {
    let _ = args;
    Ok(())
}

/// Scores of the model alone, without what the article as a whole tells.
pub(super) fn raw(path: &Path, lexicon: &Lexicon, tagger: &Tagger) -> Result<(), String> {
    let mut counts = [Counts::default(); 3];
    let documents = load(path)?;
    let start = Instant::now();
    let mut tokens = 0;
    for document in &documents {
        let segmentation = document.segment();
        tokens += segmentation.tokens.len();
        let article = Article::new(&document.source, &segmentation, lexicon);
        let tags = tagger.tag(&article);
        let found = spans(&tags);
        for (count, class) in counts.iter_mut().zip(Class::ALL) {
            let gold: Vec<TextRange> = document.gold.iter().filter(|g| g.class == class).map(|g| g.range).collect();
            let found: Vec<TextRange> = found
                .iter()
                .filter(|s| s.class == class)
                .map(|s| segmentation.tokens[s.tokens.start].range.cover(segmentation.tokens[s.tokens.end - 1].range))
                .collect();
            count.add(&gold, &found);
        }
    }
    let speed = tokens as f32 / start.elapsed().as_secs_f32() / 1e6;
    println!("{} ({speed:.2} M tokens/s)", path.display());
    for (count, class) in counts.iter().zip(Class::ALL) {
        println!("  {class:?}: {count}");
    }
    Ok(())
}
