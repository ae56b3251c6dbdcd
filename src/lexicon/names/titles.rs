//! What stands before names: forms of address, ranks, offices.
//!
//! [`TITLES`] is what the tagger is told of them, whatever their case; [`courtesy`] what a name as written says of its
//! bearer.

use crate::lexicon::entry::Cues;
use crate::lexicon::roles::Bearer;
use crate::text::words;

/// Titles with the classes of each. Those of people who have no title stand in `offices`.
pub(crate) const TITLES: &[(Cues, &str)] = &[
    // Forms of address that are no part of the name.
    (
        Cues::HONORIFIC.with(Cues::TITLE),
        "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir lady shri smt smt. adv adv. hon hon. rev rev. sheikh \
         sheikha ayatollah sen sen. rep rep. gov gov. gen gen. lt lt. col col. capt capt. sgt sgt. maj maj. brig \
         brig. engr engr. alhaji datuk",
    ),
    // Forms of address that may be part of the name, or are names as well.
    (
        Cues::HONORIFIC,
        "mx mx. messrs messrs. drs. dame lord madam madame monsieur señor señora senhor signor signora herr frau sri \
         kumari honourable honorable reverend fr fr. cardinal sheik shaikh mullah maulana swami guru pres pres. cpt \
         cpt. cpl cpl. pte adm adm. cmdr cmdr. insp insp. supt supt. barr barr. alhaja hajiya malam mallam oba \
         otunba duke duchess count baron comrade dato tan tun tengku haji ustaz u daw ko ma bapak ibu nana togbe ras \
         st. saint",
    ),
    // Offices and ranks that people are addressed by.
    (
        Cues::HONORIFIC.with(Cues::TITLE).with(Cues::ROLE),
        "bishop archbishop pope imam chief king queen justice judge president vice-president minister senator \
         governor mayor general colonel captain lieutenant sergeant brigadier commander inspector superintendent \
         professor doctor ambassador chancellor premier secretary",
    ),
    // What people are and are addressed by, and what may be part of the name.
    (
        Cues::HONORIFIC.with(Cues::ROLE),
        "advocate father sister brother pastor rabbi prince princess emperor sultan emir major admiral",
    ),
    // Offices and trades before a name that nobody is addressed by.
    (
        Cues::TITLE.with(Cues::ROLE),
        "chairman commissioner congressman congresswoman undersecretary councillor councilor lawmaker deputy \
         spokesman spokeswoman director coach nurse",
    ),
    // Offices that are named only before a name.
    (Cues::TITLE, "prime assemblyman assemblywoman hrh"),
];

/// Titles that are names as well, so that they are taken off a longer name, but do not stand in [`TITLES`] as such.
pub(crate) const ALSO_NAMES: &[&str] = words!("hajiya hajia malam mallam maulana mullah daw ustaz");

/// Ranks and titles of nobility that are taken off a longer name wherever they stand before it, in lower case and without
/// their full stop.
pub(crate) const STRIPPED: &[&str] = words!(
    "supt insp det cllr cllrs councilwoman councilmember alderman alderwoman baroness viscount viscountess countess marquess \
     detective adm cmdr cpl pte pvt msgr hon honourable honorable reverend reverends prof capt \
     inspector trooper selectman ald archdeacon rt"
);
/// Ranks of the police and others that are written in capitals; as written.
pub(crate) const RANKS: &[&str] = words!("DC DI DS DCI DCS DSI PC WPC PCSO PS ACC DCC TDC CPO ADC AVM");
/// Academic degrees with stops, as written, without the last one: no bodies and no places.
pub(crate) const DEGREES: &[&str] = words!(
    "M.D M.S M.A B.A B.S M.Sc B.Sc Ph.D LL.B LL.M LL.D J.D D.D D.D.S D.V.M D.O R.N M.B.A M.P.H M.P.P M.P.A M.F.A B.F.A \
     Ed.D Psy.D Pharm.D D.Phil M.Phil M.B B.Ed M.Ed M.Div B.Tech M.Tech Th.D F.R.S C.P.A D.Sc M.S.W D.M.D Esq"
);
/// What is conferred and stands behind a name, as written: no part of it.
pub(crate) const HONORS: &[&str] = words!(
    "KC QC MP MEP MSP MLA MS TD OBE CBE MBE DBE KBE GBE CB CMG KCMG GCMG KCB KG KT LVO MVO FRS FBA PhD SC DL JP MD Esq Esq. \
     M.P M.P."
);
/// Titles of nobility that "of" and a land follow, as written.
pub(crate) const NOBILITY: &[&str] = words!(
    "Duke Duchess Earl Countess Marquess Marquis Marchioness Viscount Viscountess Baron Baroness Prince Princess Lord Lady"
);

/// Whether `word`, as written, is a form of address that nobody but a person has.
pub(crate) fn is_courtesy(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "Mr" | "Mrs"
            | "Ms"
            | "Miss"
            | "Mx"
            | "Dr"
            | "Prof"
            | "Messrs"
            | "Mme"
            | "Mlle"
            | "Rev"
            | "Sgt"
            | "Supt"
            | "Insp"
            | "Capt"
            | "Lt"
            | "Col"
    )
}

/// Whether `word`, as written, is one that stands before nothing but a name.
pub(crate) fn is_plain_courtesy(word: &str) -> bool {
    matches!(word.trim_end_matches('.'), "Mr" | "Mrs" | "Ms" | "Mx" | "Dr" | "Prof")
}

/// Titles of two words.
const PAIRS: &[(&str, &[&str])] = &[
    ("tan", words!("sri")),
    ("datuk", words!("seri sri")),
    ("dato", words!("seri sri")),
    ("dato'", words!("seri sri")),
    ("dato’", words!("seri sri")),
    ("toh", words!("puan")),
    ("det", words!("con insp sgt supt constable")),
    ("det.", words!("con insp sgt supt con. insp. sgt. supt. constable")),
    ("detective", words!("constable inspector sergeant superintendent")),
    ("chief", words!("insp supt constable inspector superintendent")),
    ("rt", words!("hon rev")),
    ("very", words!("rev rev.")),
];

/// Whether the words are a title of two words.
pub(crate) fn is_pair(first: &str, second: &str) -> bool {
    PAIRS.iter().any(|pair| pair.0 == first && pair.1.contains(&second))
}

/// Titles written short, without their full stop, and in full.
const SHORT: [(&str, &str); 11] = [
    ("capt", "captain"),
    ("col", "colonel"),
    ("dr", "doctor"),
    ("gen", "general"),
    ("gov", "governor"),
    ("lt", "lieutenant"),
    ("pres", "president"),
    ("prof", "professor"),
    ("rep", "representative"),
    ("sen", "senator"),
    ("sgt", "sergeant"),
];

/// The full form of a title that is often written short, whichever way `word` writes it, and whether that is short.
pub(crate) fn often_short(word: &str) -> Option<(&'static str, bool)> {
    SHORT.iter().find_map(|&(short, full)| {
        let is_short = word.eq_ignore_ascii_case(short);
        (is_short || word.eq_ignore_ascii_case(full)).then_some((full, is_short))
    })
}

/// What a form of address says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Courtesy {
    /// Whose it is: a man's, a woman's, a person's of either gender.
    pub(crate) bearer: Bearer,
    /// People are called by it when they are talked to: "Come here, Mr Bennet!".
    pub(crate) calls: bool,
}

/// What the form of address `word`, as it stands before a name, says.
pub(crate) fn courtesy(word: &str) -> Option<Courtesy> {
    let (bearer, calls) = match word {
        "Mr" | "Mr." | "Sir" => (Bearer::Man, true),
        "Lord" | "Brother" | "Don" => (Bearer::Man, false),
        "Mrs" | "Mrs." | "Miss" | "Ms" | "Ms." | "Lady" => (Bearer::Woman, true),
        "Dame" | "Sister" | "Doña" | "Madame" => (Bearer::Woman, false),
        "Dr" | "Dr." => (Bearer::Person, true),
        _ => return None,
    };
    Some(Courtesy { bearer, calls })
}
