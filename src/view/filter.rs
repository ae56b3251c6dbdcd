//! Which annotations are shown.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::document::{Annotation, Body, CheckStatus, Document, LabelId, Origin, Review};
use crate::vocabulary::{Confidence, QuoteKind};

/// By what the person decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ReviewFilter {
    /// Suggestions and accepted ones.
    #[default]
    All,
    /// Only what nobody decided yet.
    Suggested,
    /// Only what the person accepted or made.
    Accepted,
    /// Only what the person rejected: the one way to see it again.
    Rejected,
}

/// By who made it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OriginFilter {
    /// Whoever.
    #[default]
    All,
    /// The engine.
    Engine,
    /// The person, or a file that was opened.
    Person,
}

/// Which annotations are shown; the default shows all that are not rejected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Labels that are switched off.
    pub hidden_labels: BTreeSet<LabelId>,
    /// Quotes are switched off.
    pub hide_quotes: bool,
    /// Reported speech and thoughts, which stand without quotation marks, are switched off.
    pub hide_indirect: bool,
    /// By decision.
    pub review: ReviewFilter,
    /// By maker.
    pub origin: OriginFilter,
    /// By state of fact checking; none shows all.
    pub status: Option<CheckStatus>,
    /// Only those with a note.
    pub noted: bool,
    /// Suggestions that are less sure are hidden; what a person decided is shown however unsure the engine was.
    pub least: Confidence,
    /// Only annotations with these words in them, in their note or in the name of their person, place or organization;
    /// lower case, empty shows all.
    pub words: Arc<str>,
}

impl Filter {
    /// Whether `annotation` of `document` is shown. Rejected ones are only when they are asked for.
    pub fn shows(&self, document: &Document, annotation: &Annotation) -> bool {
        let kind = match &annotation.body {
            Body::Mention(mention) => !self.hidden_labels.contains(&mention.label),
            Body::Quote(quote) => {
                let indirect = matches!(quote.kind, QuoteKind::Indirect | QuoteKind::Thought);
                !(self.hide_quotes || indirect && self.hide_indirect)
            }
        };
        let review = match (self.review, annotation.review) {
            (ReviewFilter::Rejected, review) => review == Review::Rejected,
            (_, Review::Rejected) => false,
            (ReviewFilter::All, _) => true,
            (ReviewFilter::Suggested, review) => review == Review::Suggested,
            (ReviewFilter::Accepted, review) => review == Review::Accepted,
        };
        let origin = match self.origin {
            OriginFilter::All => true,
            OriginFilter::Engine => annotation.origin == Origin::Engine,
            OriginFilter::Person => annotation.origin != Origin::Engine,
        };
        let sure =
            annotation.review != Review::Suggested || annotation.confidence.is_none_or(|sure| sure >= self.least);
        let status = self.status.is_none_or(|status| status == annotation.status);
        let noted = !self.noted || !annotation.note.is_empty();
        kind && review && origin && sure && status && noted && self.has_words(document, annotation)
    }

    fn has_words(&self, document: &Document, annotation: &Annotation) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let has = |text: &str| text.to_lowercase().contains(&*self.words);
        let entity = match &annotation.body {
            Body::Mention(mention) => mention.entity,
            Body::Quote(quote) => quote.entity,
        };
        annotation.body.parts().iter().any(|&part| has(document.source().slice(part)))
            || has(&annotation.note)
            || entity.and_then(|id| document.entity(id)).is_some_and(|entity| has(&entity.name))
    }

    /// Whether everything is shown.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Command, Session};
    use crate::text::{Source, TextRange};

    /// The words that each filter shows.
    #[test]
    fn each_filter_hides_what_it_says() {
        let text = "Ana Díaz of Lyon said that it rains. “Yes,” said Ana.";
        let at = |words: &str| {
            let start = text.find(words).unwrap();
            TextRange::at(start as u32, (start + words.len()) as u32)
        };
        let mut session = Session::new(Document::new(Source::new(text)));
        let mut run = |command| session.run(command).unwrap().select.unwrap();
        let mark = |words, label| Command::AddMentions { ranges: vec![at(words)], label, entity: None };
        run(mark("Ana Díaz", LabelId::PERSON));
        let lyon = run(mark("Lyon", LabelId::PLACE));
        run(Command::AddQuote { parts: vec![at("that it rains")], kind: QuoteKind::Indirect });
        let yes = run(Command::AddQuote { parts: vec![at("“Yes,”")], kind: QuoteKind::Direct });
        run(Command::SetStatus { ids: vec![lyon], status: CheckStatus::Disputed });
        run(Command::SetNote { id: yes, note: "Ask her".into() });
        let entity = session.document().entities().find(|e| &*e.name == "Ana Díaz").map(|e| e.id);
        session.run(Command::SetSpeaker { id: yes, entity, mention: None }).unwrap();
        let document = session.document();
        let shown = |filter: &Filter| {
            let all = document.in_reading_order().into_iter().filter(|a| filter.shows(document, a));
            all.map(|a| document.source().slice(a.body.span())).collect::<Vec<_>>().join("|")
        };
        let all = Filter::default();
        let table = [
            (all.clone(), "Ana Díaz|Lyon|that it rains|“Yes,”"),
            (Filter { hide_quotes: true, ..all.clone() }, "Ana Díaz|Lyon"),
            (Filter { hide_indirect: true, ..all.clone() }, "Ana Díaz|Lyon|“Yes,”"),
            (Filter { hidden_labels: [LabelId::PERSON].into(), ..all.clone() }, "Lyon|that it rains|“Yes,”"),
            (Filter { status: Some(CheckStatus::Disputed), ..all.clone() }, "Lyon"),
            (Filter { noted: true, ..all.clone() }, "“Yes,”"),
            (Filter { words: "lyon".into(), ..all.clone() }, "Lyon"),
            (Filter { words: "díaz".into(), ..all.clone() }, "Ana Díaz|“Yes,”"),
            (Filter { words: "ask".into(), ..all.clone() }, "“Yes,”"),
            (Filter { review: ReviewFilter::Suggested, ..all.clone() }, ""),
            (Filter { review: ReviewFilter::Rejected, ..all.clone() }, ""),
            (Filter { origin: OriginFilter::Engine, ..all.clone() }, ""),
            // What a person made has no confidence to fall short of.
            (Filter { least: Confidence::permille(990), ..all }, "Ana Díaz|Lyon|that it rains|“Yes,”"),
        ];
        for (filter, expected) in table {
            assert_eq!(shown(&filter), expected, "{filter:?}");
        }
    }
}
