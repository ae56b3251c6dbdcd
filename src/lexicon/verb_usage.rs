//! What single verbs do beyond their frames: looked up by lemma once for each listed word, for every verb of an article is
//! asked.

use std::collections::HashMap;

use crate::lexicon::verbs::{Form, SpeechWord};
use crate::text::words;

/// Verbs of saying that take what follows them without "that" as their object: "continued his tour", "means war".
const NEVER_BARE: &str = "tweet retweet state mean add continue write declare make";
/// Verbs whose object is no content: "told reporters", "said nothing", "made way".
const NEVER_OBJECT: &str = "say add tell go begin start open close end finish make put give hold keep stand lay turn coin pose \
    sound sign list name use release send issue deliver read write hear see find know remember forget figure speak talk \
    continue inform notify brief remind assure ask";
/// What happens to things rather than what is said of them: "was held", "was used to".
const EVENTS: &str = "use hold make give send put keep release issue deliver lay turn open close begin start finish end coin \
    sign list go find raise file bring cut share print publish";
/// What says how its subject appears, to nobody in particular.
const APPEARANCES: &str = "seem appear";
/// What reports nothing unless somebody is told: "told a story".
const NEEDING_LISTENERS: &str = "tell";
/// What says so little of how that nearly anything may follow it, and speak: "the cuts that the paper says were made".
const PLAIN: &str = "say";
/// Verbs that with a small word or an adjective behind them say that something is so: "pointed out", "made clear".
pub(crate) const PHRASAL: &[(&str, &[&str])] = &[
    ("point", &["out"]),
    ("make", &["clear", "plain"]),
    ("spell", &["out"]),
    ("blurt", &["out"]),
    ("call", &["out"]),
    ("cry", &["out"]),
    ("shout", &["back"]),
    ("write", &["back"]),
    ("fire", &["back"]),
    ("shoot", &["back"]),
    ("hit", &["back"]),
    ("chime", &["in"]),
];
/// Verbs of saying whose object may be a thing as well: "recalled 2,000 cars".
pub(crate) const OF_THINGS: &[&str] = &["recall"];
/// Wishes and choices: of one's own and over, they are told of, not said ("neither wanted to be first").
const WISHES: &[&str] = words!("want wish prefer intend plan decide mean dream");
/// What somebody does rather than says ("have chosen to stay").
const ATTEMPTS: &[&str] = words!("choose opt attempt struggle work prepare");
/// What may stand between a verb of saying and what it is about.
const PREPOSITIONS: [(&str, &str); 10] = [
    (
        "about",
        "ask speak talk complain worry warn joke boast brag think know wonder rant lie elaborate tweet write testify \
         hear learn care fret feel say question read muse inquire speculate debate argue gush rave",
    ),
    (
        "for",
        "call argue push press plead apologize apologise advocate hope ask beg pray vote campaign fight lobby praise \
         blame wish root cheer yearn long agitate clamor",
    ),
    (
        "of",
        "warn complain speak boast brag think talk dream say approve disapprove tell hear learn know conceive despair",
    ),
    ("against", "argue warn rail speak protest caution advise vote campaign fight lobby push rebel rage inveigh"),
    (
        "to",
        "refer object allude admit confess agree testify hint respond react reply attest commit appeal subscribe nod \
         gesture consent assent",
    ),
    (
        "on",
        "insist elaborate comment remark agree disagree expand reflect focus seize vote weigh dwell speculate opine \
         muse report urge",
    ),
    ("with", "agree disagree side sympathize sympathise empathize empathise quarrel quibble argue concur"),
    ("at", "hint aim lash scoff balk bristle swipe grumble marvel"),
    ("in", "believe trust confide"),
    ("over", "argue fight quarrel worry fret agonize clash debate"),
];

/// What may stand between a verb and those who are told: "called on them to".
const BEFORE_LISTENERS: [(&str, &str); 2] = [("on", "call"), ("to", "appeal")];

/// Whether `preposition` leads from the verb `lemma` to those who are told.
pub(crate) fn tells_through(lemma: &str, preposition: &str) -> bool {
    BEFORE_LISTENERS.contains(&(preposition, lemma))
}

/// Verbs by which words are denied or withheld rather than said.
const WITHHOLDING: &[&str] = words!("deny refuse decline dispute refute rebut reject");

/// Whether words are denied or withheld by the verb `lemma`.
pub(crate) fn withholds(lemma: &str) -> bool {
    WITHHOLDING.contains(&lemma)
}

/// Whether what somebody is `word` to do themselves is told of them rather than said by them.
pub(crate) fn narrates(word: &SpeechWord) -> bool {
    let over = matches!(word.form, Form::Past | Form::Participle);
    ATTEMPTS.contains(&word.lemma) || over && WISHES.contains(&word.lemma)
}

/// The habits of a verb. A set of flags: one for each of [`PREPOSITIONS`], and those below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Habits(u16);

impl Habits {
    /// Never a clause without "that".
    pub(crate) const NEVER_BARE: Self = Self(1 << 13);
    /// Its object is no content.
    pub(crate) const NEVER_OBJECT: Self = Self(1 << 14);
    /// Something happens to its object.
    pub(crate) const EVENT: Self = Self(1 << 15);
    /// It says how its subject appears.
    pub(crate) const APPEARANCE: Self = Self(1 << 10);
    /// It reports nothing unless somebody is told.
    pub(crate) const NEEDS_LISTENER: Self = Self(1 << 11);
    /// It says nothing of how something is said.
    pub(crate) const PLAIN: Self = Self(1 << 12);
    /// None.
    pub(crate) const NONE: Self = Self(0);

    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether `preposition` may lead to what the verb is about.
    pub(crate) fn takes(self, preposition: &str) -> bool {
        PREPOSITIONS.iter().position(|p| p.0 == preposition).is_some_and(|index| self.has(Self(1 << index)))
    }
}

/// The habits of all lemmas that have any.
pub(crate) fn by_lemma() -> HashMap<&'static str, Habits> {
    let mut out: HashMap<&'static str, Habits> = HashMap::new();
    let prepositions = PREPOSITIONS.iter().enumerate().map(|(index, (_, verbs))| (Habits(1 << index), *verbs));
    let lists = [
        (Habits::NEVER_BARE, NEVER_BARE),
        (Habits::NEVER_OBJECT, NEVER_OBJECT),
        (Habits::EVENT, EVENTS),
        (Habits::APPEARANCE, APPEARANCES),
        (Habits::NEEDS_LISTENER, NEEDING_LISTENERS),
        (Habits::PLAIN, PLAIN),
    ];
    for (flag, lemmas) in lists.into_iter().chain(prepositions) {
        for lemma in lemmas.split_ascii_whitespace() {
            out.entry(lemma).or_default().0 |= flag.0;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Habits, by_lemma};

    #[test]
    fn a_verb_has_the_habits_of_its_lists() {
        let all = by_lemma();
        let of = |lemma| all.get(lemma).copied().unwrap_or_default();
        assert!(
            of("make").has(Habits::NEVER_BARE) && of("make").has(Habits::NEVER_OBJECT) && of("make").has(Habits::EVENT)
        );
        assert!(of("say").has(Habits::NEVER_OBJECT) && !of("say").has(Habits::NEVER_BARE));
        assert!(of("argue").takes("over") && of("argue").takes("about") && !of("argue").takes("in"));
        assert!(!of("argue").takes("beside") && !of("table").takes("about"));
    }
}
