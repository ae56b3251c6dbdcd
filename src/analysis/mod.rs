//! The façade that the worker, the command line and the tests call: from text to people, places and quotes.
//! `engine` holds model and lists, `options` what the caller decides, `result` the plain data that comes out, `borders`
//! makes its ranges final.
//! Read `analyze` here first.

mod borders;
mod engine;
mod options;
mod result;

pub use engine::{Engine, EngineTag};
pub use options::Options;
pub use result::{Analysis, Progress};

// What an analysis is made of, for those that may import nothing below this module.
pub use crate::entities::{Entity, EntityIndex, EntityKind, Gender, Mention, PlaceFacts};
pub use crate::quotes::{Candidate, Quote, SpeakerMention};
pub use crate::segment::BlockChoice;
pub use crate::vocabulary::{ArticleLanguage, BlockKind, Confidence, Evidence, Language, LanguageBy, QuoteKind};

use crate::text::Source;

/// Analyzes `source`. Any text gives an analysis; the same text gives the same one, natively and in Wasm.
pub fn analyze(source: &Source, engine: &Engine, options: &Options) -> Analysis {
    analyze_with(source, engine, options, &mut |_| {})
}

/// [`analyze`], reporting progress as it goes.
pub fn analyze_with(
    source: &Source,
    engine: &Engine,
    options: &Options,
    progress: &mut dyn FnMut(Progress),
) -> Analysis {
    progress(Progress { permille: 0 });
    let segmentation = crate::segment::segment(source, &options.blocks);
    progress(Progress { permille: 100 });
    let language = options.language.unwrap_or_else(|| crate::language::of(source, &segmentation, options.declared));
    let lexicon = engine.lexicon();
    let mut names = if language.is_english() {
        crate::entities::recognize(source, &segmentation, lexicon, engine.tagger())
    } else {
        crate::entities::listed(source, &segmentation, lexicon, language)
    };
    progress(Progress { permille: 800 });
    let mut quotes = if language.is_english() {
        crate::quotes::extract(source, &segmentation, &names, options.reported_from)
    } else {
        crate::quotes::in_marks(source, &segmentation, &names)
    };
    borders::settle(source, &mut names, &mut quotes);
    progress(Progress { permille: 1000 });
    Analysis {
        language,
        blocks: segmentation.blocks.iter().map(|block| block.kind).collect(),
        articles: crate::segment::articles(source),
        mentions: names.mentions,
        entities: names.entities,
        quotes,
        engine: engine.tag(),
    }
}
