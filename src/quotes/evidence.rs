//! Why a quote was found and given to its speaker, as data.
//!
//! | code | says | detail |
//! |---|---|---|
//! | `marks` | the words stand in quotation marks | the opening mark |
//! | `dialogue-dash` | a dialogue dash opens the line | the dash |
//! | `block-quote` | `>` before each line sets the words off | `>` |
//! | `transcript-line` | a name and a colon open the line | the name |
//! | `unclosed` | the closing mark is missing | |
//! | `cue-after` | a word of saying follows the quote | the cue |
//! | `cue-before` | a word of saying stands before the quote | the cue |
//! | `cue-sentence-before` | the sentence before introduces the quote | the cue |
//! | `cue-paragraph-before` | the paragraph before introduces the quote | the cue |
//! | `cue-sentence-after` | the sentence behind the quote says who spoke | the cue |
//! | `same-paragraph` | the attribution of the quote before goes on | the cue |
//! | `next-paragraph` | the attribution goes on from the paragraph before | the cue |
//! | `turn` | two speakers take turns: who spoke before the quote before | |
//! | `orphan` | nobody near is tied to the words | |
//! | `no-cue` | no word of saying is near: taken for nobody's words | |
//! | `subject` | the speaker as the text has it at the quote | the mention |
//! | `that-clause` | a clause with "that" reports the words | the cue |
//! | `bare-clause` | a clause without "that" reports the words | the cue |
//! | `clause-before` | the cue stands behind or within the clause it reports | the cue |
//! | `question-clause` | a clause with "whether", "how" reports the words | the cue |
//! | `infinitive` | an infinitive reports the words ("vowed to") | the cue |
//! | `noun-clause` | a noun reports the words ("her claim that") | the noun |
//! | `state-clause` | what somebody is sure, aware, eager of | the word |
//! | `passive-report` | reported of somebody who need not be named ("is expected to") | the verb |
//! | `reported-object` | an object sums up the words ("criticized the plan") | the verb |
//! | `according-to` | "according to" names the source | the phrase |
//! | `speaker-name` | the mention is a name | the entity's name |
//! | `speaker-apposition` | a name stands beside the mention | the name |
//! | `speaker-short-name` | the mention is part of a name | the name |
//! | `speaker-pronoun` | nearest person that agrees with the pronoun | the pronoun |
//! | `speaker-role` | who bears the role in this article | the role |
//! | `speaker-around` | "I" within a quote is who says that quote | the pronoun |
//! | `speaker-relative` | what the relative pronoun refers to | the pronoun |
//! | `speaker-unclear` | several could be meant, none is clearly ahead | the mention |
//! | `near-quote` | (of a candidate) named near the quote | the mention |
//! | `could-be-meant` | (of a candidate) agrees with the mention | the mention |

use std::sync::Arc;

use crate::vocabulary::Evidence;

use crate::quotes::attribution::candidate::Region;
use crate::quotes::attribution::rank::Decision;
use crate::quotes::coreference::resolution::Resolution;
use crate::quotes::parse::items::Words;
use crate::quotes::parse::shared_text::Texts;
use crate::quotes::spans::pairing::Marked;

/// No quote has more reasons.
const MOST_REASONS: usize = 5;

/// The reasons for one quote in marks, strongest first.
pub(crate) fn of(
    decision: &Decision,
    words: &Words<'_>,
    texts: &mut Texts<'_>,
    span: &Marked,
    resolved: &Resolution<'_>,
) -> Vec<Evidence> {
    let best = &decision.best;
    let cue = best.cue.map_or_else(Arc::default, |items| Arc::from(words.slice(items)));
    let rule = match best.region {
        Region::Right => "cue-after",
        Region::RightSentence => "cue-sentence-after",
        Region::Left => "cue-before",
        Region::LeftSentence => "cue-sentence-before",
        Region::LeftParagraph => "cue-paragraph-before",
        Region::SameParagraph => "same-paragraph",
        Region::NextParagraph => "next-paragraph",
        Region::Turn => "turn",
        Region::Orphan => "orphan",
        Region::Nobody => "no-cue",
    };
    let mut out = Vec::with_capacity(MOST_REASONS);
    out.push(Evidence::new(rule, cue));
    out.extend(best.speaker.map(|speaker| Evidence::new("subject", texts.of(speaker))));
    out.extend(resolved.evidence());
    out.push(Evidence::new(crate::quotes::spans::layout::rule(span), texts.mark(span.start())));
    if span.unclosed {
        out.push(Evidence::new("unclosed", Arc::default()));
    }
    out
}
