//! Words that introduce what somebody says or thinks: verbs with their strength and frames, nouns of saying.

use std::sync::LazyLock;

use crate::lexicon::index::WordIndex;

/// How a verb may take the words it introduces. A set of flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frames(u8);

impl Frames {
    /// Direct speech beside it ("…," she added).
    pub const SPEECH: Self = Self(1);
    /// A that-clause, with or without "that" (she argued prices would fall).
    pub const CLAUSE: Self = Self(2);
    /// A person addressed as its object (told reporters, warned the minister).
    pub const ADDRESSEE: Self = Self(4);
    /// A name for something (called him a "liar", described it as "unwise").
    pub const LABEL: Self = Self(8);
    /// A noun phrase that sums up what was said (criticized the plan, announced a review).
    pub const TOPIC: Self = Self(16);
    /// An infinitive (vowed to fight, asked him to go).
    pub const INFINITIVE: Self = Self(32);
    /// Thought, belief, feeling rather than speech.
    pub const THOUGHT: Self = Self(64);
    /// The medium may be its subject (the report says, the tweet read).
    pub const MEDIUM: Self = Self(128);

    /// Whether all of `other` are set.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// The form a word stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// say
    Base,
    /// says
    Third,
    /// said (past tense and participle)
    Past,
    /// saying
    Participle,
    /// statement, claim (as nouns)
    Noun,
}

/// What the list knows of one word form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeechWord {
    /// The lemma ("say").
    pub lemma: &'static str,
    /// 3: nearly always speech ("said"); 2: often ("argued"); 1: now and then ("began"); 0: never beside quoted words,
    /// but it may report ("opposed the plan", "seems to agree").
    pub strength: u8,
    /// How it takes its words.
    pub frames: Frames,
    /// The form.
    pub form: Form,
}

impl SpeechWord {
    /// The strength of what is nearly always speech.
    pub const STRONG: u8 = 3;
    /// The strength of what often is.
    pub const OFTEN: u8 = 2;
    /// The strength of what is now and then.
    pub const NOW_AND_THEN: u8 = 1;

    /// Whether it tells of thought and never of speech.
    pub const fn is_thought(&self) -> bool {
        self.frames.has(Frames::THOUGHT) && !self.frames.has(Frames::SPEECH)
    }
}

/// Verbs: strength, frames (s speech, c clause, a addressee, l label, t topic, i infinitive, h thought, m medium) and
/// lemmas. A bare lemma is regular; `lemma=past` and `lemma=past,participle` are not; `*` doubles the last letter.
const VERBS: &[(u8, &str, &str)] = &[
    (3, "scm", "say=said"),
    (3, "sca", "tell=told"),
    (3, "sc", "add reply remark recall note conclude respond insist declare state explain argue continue reiterate"),
    (3, "scm", "write=wrote,written tweet retweet"),
    (3, "s", "quip* joke exclaim retort opine intone deadpan* chime"),
    (3, "sca", "warn ask"),
    (
        2,
        "sc",
        "claim assert contend maintain admit* acknowledge concede confess complain lament boast brag* predict testify \
         allege suggest imply observe comment emphasize emphasise stress underscore underline clarify elaborate \
         caution counter recount report reveal announce disclose confirm deny proclaim repeat echo agree disagree \
         object protest theorize theorise reason remonstrate muse speculate hint signal post stipulate affirm reaffirm \
         attest avow relate rule mention point specify summarize summarise conjecture posit profess",
    ),
    (2, "sca", "advise assure inform remind notify promise caution urge brief"),
    (2, "sa", "answer question quiz interrupt* challenge"),
    (2, "sci", "vow pledge promise threaten demand swear=swore,sworn propose recommend request beg* plead offer"),
    (
        2,
        "s",
        "shout yell cry scream whisper murmur mutter mumble chant holler bellow roar thunder bark snap* growl grumble \
         groan sigh sob* confide marvel=marveled,marvelled exult interject rejoin aver wisecrack chortle coo croon whine \
         whimper moan shriek squeal screech yelp splutter sputter lisp rasp grunt huff wheeze venture volunteer gloat \
         fulminate expostulate demur parry laugh chuckle giggle smile grin* shrug* nod* scoff sneer snort tease taunt jeer heckle gush \
         enthuse rave rant rail fume pronounce blurt stammer stutter croak drawl purr hiss gasp wail bawl tut* chide",
    ),
    (
        2,
        "slt",
        "call describe label dub* brand deem term characterize characterise denounce decry condemn deride dismiss mock \
         ridicule hail tout praise laud blast slam* criticize criticise attack lambaste lambast rip* bash accuse \
         portray depict liken slate pan* castigate excoriate rebuke disparage welcome applaud commend salute christen \
         nickname",
    ),
    (
        2,
        "sct",
        "blame charge fault credit cite quote refer* thank congratulate apologize apologise scold lecture berate \
         upbraid address",
    ),
    (
        2,
        "scm",
        "read=read show=showed,shown caption message text email e-mail blog* headline tout conclude find=found indicate \
         publish print editorialize editorialise",
    ),
    (
        1,
        "scm",
        "sing=sang,sung speak=spoke,spoken talk recite pray preach go=went,gone begin=began,begun start open close end \
         finish sum* interrupt reflect",
    ),
    (
        1,
        "st",
        "discuss debate outline detail defend endorse back support oppose reject push press advocate dispute rebut* \
         refute contradict dodge deflect vent weigh crow hammer chide goad dare invite order instruct command counsel \
         joke highlight cast paint trumpet pitch frame compare equate greet toast declare repudiate disavow renounce",
    ),
    (1, "ci", "swear=swore,sworn refuse decline seek=sought call warn bet=bet"),
    (2, "ch", "think=thought believe feel=felt hope fear worry doubt suspect wonder expect"),
    (
        1,
        "ch",
        "know=knew,known understand=understood realize realise recognize recognise assume guess imagine consider \
         conclude decide see=saw,seen regard view want wish prefer intend plan remember forget=forgot,forgotten dream \
         anticipate estimate calculate judge reckon figure learn hear=heard dread regret find=found mean=meant sense \
         appreciate determine foresee=foresaw,foreseen envision",
    ),
    (
        1,
        "ct",
        "propose demand request imply prove suggest show raise make=made put=put give=gave,given issue deliver express \
         voice use release send=sent share promote repeat refer* allude hold=held stand=stood lay=laid keep=kept turn \
         coin invoke pose sound tease sign list name note",
    ),
    (0, "i", "want wish prefer intend plan hope expect decide agree decline refuse seek=sought"),
    (2, "c", "bemoan fret grouse gripe hypothesize"),
    (1, "c", "demonstrate recommend prove predict ensure guarantee"),
    (1, "ch", "fear worry hope discover notice recognize perceive"),
    (0, "i", "vote struggle work fight prepare agree"),
    (0, "hi", "appear seem aim attempt opt* choose=chose,chosen"),
    (0, "th", "love hate dislike admire respect trust distrust resent lament mourn favor favour loathe embrace shun*"),
    (
        0,
        "",
        "point respond react campaign lobby side focus sympathize sympathise empathize empathise quarrel quibble concur \
         commit appeal subscribe inquire root cheer yearn long clamor agitate rebel* rage inveigh lash balk bristle \
         swipe dwell agonize clash trust despair aim",
    ),
    (
        0,
        "t",
        "downplay condone reference approve disapprove contest protest veto lobby champion espouse unveil preview \
         sketch foretell=foretold retell=retold",
    ),
    // Judging, moving others to do something.
    (
        0,
        "t",
        "admonish chastise reprimand shame belittle disparage demean malign vilify demonize skewer assail pillory \
         savage scorn spurn snub* insult offend celebrate honor honour revere idolize glorify flatter \
         forgive=forgave,forgiven excuse absolve exonerate second-guess",
    ),
    (0, "ait", "persuade convince encourage pressure implore beseech coax dissuade lobby"),
];

/// Nouns of saying: strength, frames, words. Their plurals are regular.
const NOUNS: &[(u8, &str, &str)] = &[
    (
        2,
        "sc",
        "statement claim assertion comment remark argument allegation accusation suggestion warning promise pledge vow \
         declaration announcement contention admission acknowledgment complaint insistence prediction quip joke",
    ),
    (
        1,
        "sc",
        "tweet post message letter email e-mail memo speech testimony reply response answer question explanation \
         description criticism praise denial denunciation condemnation proposal recommendation demand request call \
         slogan motto chant mantra line phrase quote word note opinion view belief hope fear concern doubt feeling \
         conclusion characterization boast rant attack rebuke apology endorsement advice plea appeal threat theory \
         idea notion confession report article headline caption editorial op-ed essay column",
    ),
];

/// Words for a state of mind behind "is": what follows is thought. The second list takes infinitives.
const STATES: [&str; 2] = [
    "sure certain confident convinced aware clear worried concerned afraid hopeful proud glad adamant optimistic \
     pessimistic skeptical sceptical doubtful unsure uncertain unclear surprised disappointed pleased sorry persuaded \
     mindful insistent satisfied grateful thankful fearful anxious",
    "eager ready willing unwilling reluctant determined prepared keen happy likely unlikely poised hesitant",
];

/// The words of mind behind "is", in lower case, each with whether infinitives follow it.
pub fn state_words() -> impl Iterator<Item = (&'static str, bool)> {
    STATES.iter().enumerate().flat_map(|(list, words)| words.split_whitespace().map(move |word| (word, list == 1)))
}

static FORMS: LazyLock<WordIndex<SpeechWord>> = LazyLock::new(|| WordIndex::new(build()));

/// What the list knows of `word`, which must be lower case.
pub fn speech_word(word: &str) -> Option<&'static SpeechWord> {
    FORMS.get(word)
}

/// All words of saying, in lower case.
pub fn speech_words() -> impl Iterator<Item = (&'static str, &'static SpeechWord)> {
    FORMS.iter()
}

fn build() -> Vec<(String, SpeechWord)> {
    let mut out: Vec<(String, SpeechWord)> = Vec::new();
    for &(strength, flags, lemmas) in VERBS {
        let frames = frames(flags);
        for entry in lemmas.split_whitespace() {
            let (spelled, irregular) = entry.split_once('=').unwrap_or((entry, ""));
            let lemma = spelled.trim_end_matches('*');
            let doubled = spelled.len() > lemma.len();
            let mut put = |form: String, which: Form| {
                out.push((form, SpeechWord { lemma, strength, frames, form: which }));
            };
            put(lemma.to_owned(), Form::Base);
            put(third(lemma), Form::Third);
            put(participle(lemma, doubled), Form::Participle);
            if irregular.is_empty() {
                put(past(lemma, doubled), Form::Past);
            }
            for form in irregular.split(',').filter(|f| !f.is_empty()) {
                put(form.to_owned(), Form::Past);
            }
        }
    }
    for &(strength, flags, words) in NOUNS {
        let frames = frames(flags);
        for lemma in words.split_whitespace() {
            out.push((lemma.to_owned(), SpeechWord { lemma, strength, frames, form: Form::Noun }));
            out.push((third(lemma), SpeechWord { lemma, strength, frames, form: Form::Noun }));
        }
    }
    // Listed twice: the stronger reading first, verbs before nouns, frames of both.
    out.sort_by(|a, byte| {
        (&a.0, a.1.form == Form::Noun, u8::MAX - a.1.strength).cmp(&(
            &byte.0,
            byte.1.form == Form::Noun,
            u8::MAX - byte.1.strength,
        ))
    });
    out.dedup_by(|later, first| {
        let same = later.0 == first.0;
        if same {
            first.1.frames = Frames(first.1.frames.0 | later.1.frames.0);
        }
        same
    });
    out
}

fn frames(letters: &str) -> Frames {
    letters.chars().fold(Frames(0), |set, character| {
        let flag = match character {
            's' => Frames::SPEECH,
            'c' => Frames::CLAUSE,
            'a' => Frames::ADDRESSEE,
            'l' => Frames::LABEL,
            't' => Frames::TOPIC,
            'i' => Frames::INFINITIVE,
            'h' => Frames::THOUGHT,
            'm' => Frames::MEDIUM,
            _ => Frames(0),
        };
        Frames(set.0 | flag.0)
    })
}

fn consonant_y(lemma: &str) -> bool {
    lemma.ends_with('y') && !["ay", "ey", "oy", "uy"].iter().any(|vowel| lemma.ends_with(vowel))
}

fn third(lemma: &str) -> String {
    if consonant_y(lemma) {
        format!("{}ies", &lemma[..lemma.len() - 1])
    } else if ["s", "sh", "ch", "x", "z", "go"].iter().any(|entry| lemma.ends_with(entry)) {
        format!("{lemma}es")
    } else {
        format!("{lemma}s")
    }
}

fn past(lemma: &str, doubled: bool) -> String {
    if lemma.ends_with('e') {
        format!("{lemma}d")
    } else if consonant_y(lemma) {
        format!("{}ied", &lemma[..lemma.len() - 1])
    } else if doubled {
        format!("{lemma}{}ed", &lemma[lemma.len() - 1..])
    } else {
        format!("{lemma}ed")
    }
}

fn participle(lemma: &str, doubled: bool) -> String {
    if lemma.ends_with('e') && !lemma.ends_with("ee") {
        format!("{}ing", &lemma[..lemma.len() - 1])
    } else if doubled {
        format!("{lemma}{}ing", &lemma[lemma.len() - 1..])
    } else {
        format!("{lemma}ing")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        for (form, lemma) in [
            ("said", "say"),
            ("says", "say"),
            ("saying", "say"),
            ("wrote", "write"),
            ("written", "write"),
            ("writing", "write"),
            ("denied", "deny"),
            ("denies", "deny"),
            ("admitted", "admit"),
            ("quipping", "quip"),
            ("describing", "describe"),
            ("stresses", "stress"),
            ("told", "tell"),
            ("agreeing", "agree"),
            ("disagreed", "disagree"),
            ("statements", "statement"),
        ] {
            assert_eq!(speech_word(form).map(|word| word.lemma), Some(lemma), "{form}");
        }
        assert_eq!(speech_word("table"), None);
    }

    #[test]
    fn noun_or_verb() {
        assert_eq!(speech_word("claim").map(|word| word.form), Some(Form::Base));
        assert_eq!(speech_word("statement").map(|word| word.form), Some(Form::Noun));
    }
}
