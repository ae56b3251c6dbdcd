//! An article that is several: each of them as a document of its own.

use crate::document::Document;
use crate::text::Source;
use crate::vocabulary::{BlockKind, LanguageBy};

/// The articles of `document`, which begin at the paragraphs `starts`, without annotations. What the page said of their
/// paragraphs, and the person, stays; joined, their texts are the text.
pub fn several(document: &Document, starts: &[u32]) -> Vec<Document> {
    let source = document.source();
    let known = document.known_blocks();
    let declared = document.known_language().filter(|known| known.by == LanguageBy::Page);
    let mut before = 0;
    let articles = source.parts(starts).into_iter().map(|part| {
        let text = Source::new(source.slice(part));
        let count = u32::try_from(text.paragraphs().len()).unwrap_or(u32::MAX);
        let here = known.iter().filter_map(|&(paragraph, kind): &(u32, BlockKind)| {
            paragraph.checked_sub(before).filter(|&paragraph| paragraph < count).map(|paragraph| (paragraph, kind))
        });
        let here: Vec<_> = here.collect();
        before += count;
        Document::with_blocks(text, &here).declared(declared.map(|known| known.language))
    });
    articles.collect()
}

#[cfg(test)]
mod tests {
    use super::several;
    use crate::document::Document;
    use crate::text::Source;
    use crate::vocabulary::BlockKind;

    #[test]
    fn each_article_keeps_what_is_known_of_its_paragraphs() {
        let told = [(0, BlockKind::Headline), (2, BlockKind::Headline), (3, BlockKind::Caption)];
        let whole = Document::with_blocks(Source::new("One\n\ntext\n\nTwo\na picture\nmore\n"), &told);
        let articles = several(&whole, &[0, 2]);
        let texts: Vec<_> = articles.iter().map(|article| article.source().text()).collect();
        assert_eq!(texts, ["One\n\ntext\n\n", "Two\na picture\nmore\n"]);
        let told: Vec<_> = articles.iter().map(Document::told_blocks).collect();
        assert_eq!(told[0], [(0, BlockKind::Headline)]);
        assert_eq!(told[1], [(0, BlockKind::Headline), (1, BlockKind::Caption)]);
        assert_eq!(several(&whole, &[]).len(), 1);
    }
}
