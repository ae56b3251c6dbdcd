//! From text to paragraphs (with their role in the article), sentences and tokens: flat arrays of ranges.
//! `structure` gives each paragraph its role, `scan` and `word` make tokens, `sentence` says where sentences end.
//! Read `segment` here first, then the files in its order.

mod abbreviations;
mod address;
mod chars;
mod lists;
mod scan;
mod segmentation;
mod sentence;
mod structure;
#[cfg(test)]
mod tests;
mod token;
mod word;

pub use segmentation::{Block, BlockChoice, Segmentation, Sentence};
pub use token::{Token, TokenKind};

use crate::text::{Source, TextRange};
use crate::vocabulary::BlockKind;

/// The paragraphs at which the articles of a paste begin, the first of them 0; nothing where it is one article.
pub fn articles(source: &Source) -> Vec<u32> {
    structure::articles(source)
}

/// Splits `source` into blocks, sentences and tokens; `choices` override the guessed roles.
pub fn segment(source: &Source, choices: &[BlockChoice]) -> Segmentation {
    let text = source.text();
    let mut out = Segmentation { tokens: Vec::with_capacity(text.len() / 5), ..Segmentation::default() };
    for (&range, kind) in source.paragraphs().iter().zip(structure::roles(source, choices)) {
        out.blocks.push(Block { range, kind, dateline: None, sentences: 0..0, tokens: 0..0 });
    }
    for choice in choices {
        if let Some(block) = out.blocks.get_mut(choice.paragraph as usize) {
            block.kind = choice.kind;
        }
    }
    for block in &mut out.blocks {
        let (first_token, first_sentence) = (out.tokens.len() as u32, out.sentences.len() as u32);
        if block.kind.is_read() {
            let start = block.range.start().get();
            let paragraph = source.slice(block.range);
            scan::scan(paragraph, start, &mut out.tokens);
            let mut body = first_token;
            if block.kind == BlockKind::Dateline {
                body = out.tokens.len() as u32;
                block.dateline = Some(block.range);
                sentence::whole(&out.tokens, first_token..body, &mut out.sentences);
            } else if block.kind == BlockKind::Body
                && let Some(len) = structure::dateline(paragraph)
            {
                // The text's first sentence begins behind the dateline, which is one of its own.
                let dateline = TextRange::at(start, start + len as u32);
                block.dateline = Some(dateline);
                let tokens =
                    out.tokens[first_token as usize..].partition_point(|token| token.range.start() < dateline.end());
                body += tokens as u32;
                sentence::whole(&out.tokens, first_token..body, &mut out.sentences);
            }
            sentence::split(text, &out.tokens, body..out.tokens.len() as u32, &mut out.sentences);
        }
        block.tokens = first_token..out.tokens.len() as u32;
        block.sentences = first_sentence..out.sentences.len() as u32;
    }
    out
}
