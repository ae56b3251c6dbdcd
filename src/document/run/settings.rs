//! Paragraph roles, the title and the language.

use std::sync::Arc;

use crate::document::run::edit::Edit;
use crate::document::{Change, CommandError, Outcome, StepKind};
use crate::vocabulary::{ArticleLanguage, BlockKind, Language, LanguageBy};

pub(crate) fn set_block(edit: &mut Edit, paragraph: u32, kind: BlockKind) -> Result<Outcome, CommandError> {
    if paragraph as usize >= edit.document.blocks().len() {
        return Err(CommandError::OtherText);
    }
    edit.put(Change::Block { paragraph, kind, chosen: true });
    Outcome::of(StepKind::Block, 1, None)
}

pub(crate) fn set_title(edit: &mut Edit, title: Arc<str>) -> Result<Outcome, CommandError> {
    edit.put(Change::Title(title));
    Outcome::of(StepKind::Title, 1, None)
}

pub(crate) fn set_language(edit: &mut Edit, language: Option<Language>) -> Result<Outcome, CommandError> {
    edit.put(Change::Language(language.map(|language| ArticleLanguage { language, by: LanguageBy::Person })));
    Outcome::of(StepKind::Language, 1, None)
}

/// Takes over what an analysis found, unless the person said it; what the page declared stays its word.
pub(crate) fn find_language(edit: &mut Edit, language: Language) {
    let known = edit.document.language();
    if known.is_some_and(|known| known.by == LanguageBy::Person || known.language == language) {
        return;
    }
    edit.put(Change::Language(Some(ArticleLanguage { language, by: LanguageBy::Engine })));
}
