//! All that the sentences of an article report without marks: "said that …", "…, she added", "according to …", "vowed to
//! …".

use crate::lexicon::verbs::Form;
use crate::quotes::parse::context::Field;
use crate::quotes::parse::index::{IdVec, ItemId, ItemRange, QuoteId};
use crate::quotes::parse::items::Class;
use crate::quotes::parse::lookup::Reports;
use crate::quotes::reported::pattern::{Pattern, Reported};
use crate::quotes::reported::ranker::said;
use crate::quotes::reported::sentence::Sentence;
use crate::quotes::reported::{asides, complements, headline, nouns, topics};

/// A find below this confidence, in permille, gives way to a surer one within it.
const DOUBTFUL: u16 = 500;
/// By how much that one must be surer, in permille.
const SURER: u16 = 100;

/// All reported clauses. `used` are the items of cues that already introduce a quote in their own sentence; `spoken` says
/// of a quotation whether it is somebody's words.
pub(crate) fn clauses(
    field: &Field<'_>,
    used: &IdVec<ItemId, bool>,
    spoken: impl Fn(QuoteId) -> bool,
) -> Vec<Reported> {
    let mut out = Vec::with_capacity(field.words.reporting.len());
    let mut reporting = field.words.reporting.as_slice();
    // Sentences in which nothing reports are not looked at.
    while let Some(&first) = reporting.first() {
        let sentence = Sentence::holding(field, first);
        let (here, behind) = reporting.split_at(reporting.partition_point(|&at| at < sentence.end));
        Walk { sentence, used, reporting: here, spoken: &spoken }.read(&mut out);
        reporting = behind;
    }
    out
}

/// One sentence, and what in it is already spoken for.
struct Walk<'a, Spoken> {
    sentence: Sentence<'a>,
    used: &'a IdVec<ItemId, bool>,
    /// The items that may report.
    reporting: &'a [ItemId],
    spoken: &'a Spoken,
}

impl<Spoken: Fn(QuoteId) -> bool> Walk<'_, Spoken> {
    /// Puts what the sentence reports into `out`.
    fn read(&self, out: &mut Vec<Reported>) {
        if let Some(found) = headline::headline(&self.sentence).and_then(|found| self.fit(found)) {
            out.push(found);
            return;
        }
        let (mut free, here) = (self.sentence.start, out.len());
        // An attribution in the middle or at the end has the whole sentence. Where none is, none is looked for again.
        let mut asides = false;
        for at in self.reporting.iter().copied().skip_while(|&at| at == self.sentence.start) {
            let aside = self.aside(at);
            asides |= aside.is_some();
            if let Some(found) = aside.and_then(|found| self.fit(found)) {
                free = found.end();
                out.push(found);
                break;
            }
        }
        for at in self.reporting.iter().copied() {
            if at < free {
                continue;
            }
            let found = self.find(at, asides).and_then(|found| self.fit(found));
            if let Some(mut found) = found.filter(|found| !self.holds_surer(at, found, asides)) {
                if let Some(before) = out[here..].last()
                    && self.goes_on(at)
                {
                    found.speaker = before.speaker.or(found.speaker);
                }
                free = found.end();
                out.push(found);
            }
        }
    }

    /// Whether the verb at `at` goes on with who spoke before: "said Ana Díaz, a chemist at Lugo University, *adding* that",
    /// "she warned that …, and *asked* whether".
    fn goes_on(&self, at: ItemId) -> bool {
        let sentence = &self.sentence;
        let predicate = sentence.predicate_start(at);
        let Some(before) = predicate.previous().filter(|&before| before >= sentence.start) else { return false };
        match sentence.speech(at).map(|word| word.form) {
            Some(Form::Participle) => sentence.class(before) == Class::Comma,
            Some(Form::Past | Form::Third) => sentence.class(before) == Class::Conjunction,
            _ => false,
        }
    }

    /// What the word at `at` reports beside itself.
    fn aside(&self, at: ItemId) -> Option<Reported> {
        let sentence = &self.sentence;
        let item = &sentence.words.items[at];
        match item.speech {
            _ if self.used[at] => None,
            Some(word) if sentence.is_noun(at, word) => None,
            Some(word) => asides::beside_clause(sentence, at, word),
            None => {
                let phrase = item.reports == Some(Reports::According)
                    && sentence.str(at) == "according"
                    && sentence.str(at + 1) == "to";
                if phrase { asides::according(sentence, at) } else { None }
            }
        }
    }

    /// What the word at `at` reports; `asides` says whether it may stand behind or within what it reports.
    fn find(&self, at: ItemId, asides: bool) -> Option<Reported> {
        let sentence = &self.sentence;
        if self.used[at] {
            return None;
        }
        let item = &sentence.words.items[at];
        match (item.speech, item.reports) {
            (Some(word), _) if sentence.is_noun(at, word) => {
                nouns::claim(sentence, at, word).or_else(|| nouns::view(sentence, at))
            }
            (Some(_), _) if sentence.named(at) => None,
            (Some(word), _) => {
                let aside = if asides { asides::beside_clause(sentence, at, word) } else { None };
                aside.or_else(|| complements::of_verb(sentence, at, word))
            }
            (None, Some(Reports::According)) if sentence.str(at + 1) == "to" => asides::according(sentence, at),
            (None, Some(Reports::State { infinitive })) => nouns::state(sentence, at, infinitive),
            (None, Some(Reports::Hearsay)) => topics::hearsay(sentence, at),
            (None, Some(Reports::View)) => nouns::view(sentence, at),
            _ => None,
        }
    }

    /// Without empty parts; `None` when nothing is left or somebody's quoted words stand in it: the clause is that
    /// quote's.
    fn fit(&self, mut found: Reported) -> Option<Reported> {
        let sentence = &self.sentence;
        found.parts.retain(|part| !part.is_empty());
        let quoted = |at: ItemId| sentence.class(at) == Class::Quote && (self.spoken)(sentence.words.items[at].quote);
        let mine = |part: &ItemRange| !part.iter().any(quoted);
        if found.parts.is_empty() || !found.parts.iter().all(mine) {
            return None;
        }
        found.confidence = said::confidence(sentence, &found);
        Some(found)
    }

    /// Whether something surer is reported within a doubtful find: "wants Washington to change - but she thinks …".
    fn holds_surer(&self, at: ItemId, found: &Reported, asides: bool) -> bool {
        let confidence = found.confidence;
        if confidence >= DOUBTFUL {
            return false;
        }
        let last = found.parts_end();
        (at + 1)
            .to(last)
            .iter()
            .filter_map(|inner| self.find(inner, asides))
            .filter(|inner| {
                inner.cue.end < last && matches!(inner.pattern, Pattern::That | Pattern::Bare | Pattern::Question)
            })
            .filter_map(|inner| self.fit(inner))
            .any(|inner| inner.confidence > confidence + SURER)
    }
}
