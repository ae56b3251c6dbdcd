//! Closed classes of words that tell of names around them.

use super::entry::Cues;
use super::table::{Table, key};
use super::{extend, word_hash};

/// Adds the closed classes to `table`.
pub(super) fn fill(table: &mut Table) {
    for (class, words) in CLASSES {
        for word in words.split_whitespace() {
            let entry = table.entry(key(extend(0, word_hash(word))));
            entry.cues = entry.cues.with(*class);
        }
    }
}

/// Words of each class, lower case.
const CLASSES: &[(Cues, &str)] = &[
    (Cues::HONORIFIC, HONORIFICS),
    (Cues::TITLE, TITLES),
    (Cues::NAME_PARTICLE, "de da do dos das del della di du la le el al van von bin bint ibn abu ben ten ter zu"),
    (Cues::ROLE, ROLES),
    (
        Cues::LOCATIVE,
        "in at from near across outside around visit visited visiting inside throughout toward towards into via reached",
    ),
    (
        Cues::SPEECH,
        "said says told added who argued explained noted stated tweeted warned wrote asked announced claimed insisted",
    ),
    (Cues::PARTICLE, PARTICLES),
    (Cues::ORGANIZATION, ORGANIZATIONS),
    (Cues::PLACE, PLACES),
    (Cues::CALENDAR, CALENDAR),
    (
        Cues::MASCULINE,
        "he him his himself mr mr. sir king prince lord father brother son husband uncle nephew grandfather grandson spokesman chairman businessman congressman policeman actor boy man duke baron emperor monk imam widower",
    ),
    (
        Cues::FEMININE,
        "she her hers herself mrs mrs. ms ms. miss madam madame queen princess lady mother sister daughter wife aunt niece grandmother granddaughter spokeswoman chairwoman businesswoman congresswoman policewoman actress girl woman duchess baroness empress nun widow waitress",
    ),
];

const HONORIFICS: &str = "mr mr. mrs mrs. ms ms. mx mx. miss messrs messrs. dr dr. drs. prof prof. sir dame lord lady madam madame \
    monsieur señor señora senhor signor signora herr frau shri smt smt. sri kumari adv adv. advocate hon hon. honourable honorable \
    rev rev. reverend fr fr. father sister brother pastor bishop archbishop cardinal pope imam rabbi sheikh sheikha sheik shaikh \
    mullah maulana ayatollah swami guru sen sen. rep rep. gov gov. pres pres. gen gen. lt lt. col col. capt capt. cpt cpt. sgt sgt. \
    maj maj. cpl cpl. pte adm adm. cmdr cmdr. brig brig. insp insp. supt supt. engr engr. barr barr. alhaji alhaja hajiya malam \
    mallam chief oba otunba king queen prince princess emperor sultan emir duke duchess count baron comrade justice judge \
    president vice-president minister senator governor mayor general colonel captain major lieutenant sergeant admiral brigadier \
    commander inspector superintendent professor doctor ambassador chancellor premier secretary datuk dato tan tun tengku haji ustaz \
    u daw ko ma bapak ibu nana togbe ras dr.) mr.) st. saint";

const TITLES: &str = "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. gen gen. brig brig. lt lt. col col. capt capt. sgt sgt. maj maj. \
    rev rev. sen sen. rep rep. gov gov. hon hon. president vice-president minister prime shri smt smt. adv adv. justice judge sir \
    senator general captain professor doctor mayor king queen pope sheikh sheikha brigadier colonel inspector chief archbishop bishop \
    imam chairman governor secretary ambassador lieutenant sergeant commander commissioner superintendent chancellor premier datuk \
    engr engr. alhaji ayatollah congressman congresswoman assemblyman assemblywoman undersecretary councillor councilor lawmaker hrh deputy spokesman \
    spokeswoman director coach nurse lady";

const ROLES: &str = "president vice-president minister premier chancellor senator governor mayor deputy lawmaker legislator mp mep \
    congressman congresswoman representative councillor councilor councilman commissioner secretary undersecretary spokesman \
    spokeswoman spokesperson chairman chairwoman chairperson chair director head chief leader boss officer manager executive ceo \
    cfo coo founder co-founder cofounder owner analyst economist strategist adviser advisor aide official diplomat ambassador envoy \
    negotiator judge justice prosecutor attorney lawyer solicitor barrister advocate activist campaigner dissident journalist \
    reporter editor correspondent columnist author writer novelist poet playwright artist painter sculptor photographer director \
    filmmaker producer actor actress singer rapper musician composer pianist comedian presenter host model designer architect \
    engineer scientist researcher professor lecturer historian biologist physicist chemist astronomer epidemiologist virologist \
    doctor surgeon nurse psychologist teacher student pupil farmer fisherman driver pilot captain coach manager striker forward \
    midfielder defender goalkeeper winger quarterback pitcher outfielder center guard player footballer cricketer batsman bowler \
    all-rounder opener skipper golfer boxer swimmer sprinter runner cyclist skier champion medalist medallist winner teammate rival \
    king queen prince princess emperor sultan emir crown pope bishop archbishop priest pastor imam rabbi monk general colonel major \
    lieutenant sergeant corporal admiral commander commandant brigadier soldier rebel warlord militant suspect victim survivor \
    witness resident neighbour neighbor wife husband widow son daughter brother sister father mother uncle aunt nephew niece cousin \
    grandson granddaughter grandfather grandmother friend partner girlfriend boyfriend fiancé fiancée named called born businessman \
    businesswoman entrepreneur billionaire tycoon banker investor trader broker consultant expert specialist inspector detective \
    constable superintendent sheriff policeman whistleblower candidate nominee incumbent predecessor successor colleague counterpart \
    ex-president ex-minister curator conservator principal dean rector vice-chancellor registrar trustee co-author";

const PARTICLES: &str = "of the and for in on de da do dos das del della di du des la le les el al el- al- bin bint ibn ben abu van von \
    der den ter ten zu zur y e i a an at to & ' 's - – ‐ ‑ / . + d l o san";

const ORGANIZATIONS: &str = "inc inc. corp corp. co co. ltd ltd. llc plc gmbh ag sa nv bv company corporation group holdings holding \
    partners bank university college institute school academy hospital ministry department agency authority commission committee council \
    board bureau office court parliament senate congress assembly party union federation association society foundation trust fund \
    league club team united fc cf athletic rovers army navy police force forces guard brigade movement front alliance coalition \
    organization organisation network news times post journal daily herald tribune gazette press media radio television tv airlines \
    airways motors electric energy oil gas petroleum technologies systems software pharmaceuticals laboratories industries services \
    insurance securities capital ventures records studios entertainment museum gallery orchestra church secretariat council chamber \
    exchange programme program project initiative centre center consortium regiment battalion corps taskforce";

const PLACES: &str = "river lake sea ocean bay gulf strait channel island islands isle peninsula cape mount mountain mountains mt mt. hill \
    hills valley desert forest park street st st. avenue ave road rd boulevard lane square bridge airport station port harbour harbor \
    county province district region state territory city town village municipality borough prefecture oblast governorate republic \
    kingdom coast beach canal dam border plateau basin delta creek falls glacier reef reserve stadium tower palace square temple \
    mosque cathedral fort camp north south east west northern southern eastern western central upper lower";

const CALENDAR: &str = "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august \
    september october november december jan jan. feb feb. mar. apr apr. jun jul aug aug. sep sept sept. oct oct. nov nov. dec dec. \
    mon tue wed thu fri sat sun today yesterday tomorrow christmas easter ramadan";
