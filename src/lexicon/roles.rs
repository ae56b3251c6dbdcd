//! Nouns that name people and bodies by what they are: "the minister", "officials", "the campaign".

use std::sync::LazyLock;

use crate::lexicon::index::WordIndex;

/// What a role noun says of its bearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// The singular ("official" for "officials").
    pub singular: &'static str,
    /// What kind of bearer.
    pub bearer: Bearer,
    /// Stands for several.
    pub plural: bool,
}

/// Who bears a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearer {
    /// One person of either gender ("minister").
    Person,
    /// A man ("spokesman").
    Man,
    /// A woman ("spokeswoman").
    Woman,
    /// A group or institution ("campaign", "company").
    Body,
    /// Something that speaks in writing ("report", "statement", "post").
    Medium,
}

const PEOPLE: &str = "spokesperson official president senator governor mayor candidate nominee leader adviser advisor \
    aide strategist manager director professor analyst expert reporter journalist host moderator author lawyer \
    attorney judge officer sheriff chief secretary minister premier chancellor ambassador envoy diplomat general \
    admiral colonel captain lieutenant sergeant commander representative delegate republican democrat conservative \
    liberal libertarian socialist mogul parent child sibling student pupil teacher voter supporter backer critic \
    opponent rival protester demonstrator activist organizer campaigner source pollster economist historian scholar \
    veteran doctor physician surgeon nurse pastor priest bishop cardinal pope rabbi imam lawmaker legislator \
    politician researcher scientist resident neighbor neighbour villager executive chair chairperson founder cofounder \
    co-founder owner editor columnist anchor correspondent writer novelist poet blogger commentator pundit consultant \
    donor fundraiser investor banker trader broker entrepreneur billionaire millionaire employer employee worker \
    farmer driver pilot engineer technician designer architect artist painter musician singer rapper actor producer \
    comedian player coach athlete striker goalkeeper defender midfielder referee fan victim survivor witness suspect \
    defendant plaintiff prosecutor detective investigator inspector agent ranger firefighter paramedic soldier marine \
    prisoner inmate refugee migrant immigrant tourist customer client patient user viewer reader listener participant \
    attendee volunteer member colleague partner friend relative relation speaker whip clerk treasurer auditor \
    regulator commissioner councillor councilor councilmember alderman negotiator mediator dealer merchant shopkeeper \
    trustee principal dean provost rector lecturer coordinator planner operator publisher librarian curator biologist \
    ecologist physicist chemist geologist meteorologist climatologist epidemiologist virologist psychologist \
    psychiatrist therapist sociologist anthropologist archaeologist astronomer philosopher theologian linguist \
    statistician accountant ally insider hacker whistleblower tenant landlord developer contractor builder mechanic \
    baker chef cook fisherman pensioner retiree teenager newcomer outsider incumbent challenger frontrunner \
    front-runner hopeful contender superdelegate operative surrogate staffer lobbyist advocate ombudsman deputy \
    vice-president prime ceo cfo coo cto counsel solicitor barrister magistrate justice counterpart champion runner-up \
    predecessor successor namesake monarch emperor ruler dictator sultan emir sheikh president-elect parliamentarian \
    mp congressperson respondent pontiff cleric militant rebel insurgent observer kidnapper detainee bodyguard \
    speechwriter forecaster reviewer onlooker passer-by bystander eyewitness shopper commuter passenger motorist \
    pedestrian shareholder creditor parishioner worshipper alumnus apprentice intern cadet cop harbormaster harbourmaster \
    headmaster headmistress headteacher warden caretaker seller vendor grower rancher herder shepherd beekeeper winemaker \
    brewer butcher grocer hairdresser barber coastguard lifeguard sailor skipper trucker";
const MEN: &str = "spokesman chairman congressman councilman businessman gentleman man boy guy father dad son brother \
    uncle nephew husband boyfriend king prince duke grandfather grandson stepfather policeman fireman fisherman \
    anchorman salesman statesman assemblyman craftsman waiter actor widower bishop monk";
const WOMEN: &str = "spokeswoman chairwoman congresswoman councilwoman businesswoman woman girl lady mother mom mum daughter \
    sister aunt niece wife girlfriend queen princess duchess grandmother granddaughter stepmother policewoman actress \
    waitress assemblywoman stateswoman saleswoman widow nun heroine";
const BODIES: &str = "campaign administration government ministry department agency committee commission council court \
    company firm corporation group team party union organization organisation association network newspaper paper \
    magazine website outlet channel station police crowd audience family couple coalition alliance bank board bureau \
    cabinet camp caucus center centre chamber charity church club college congress delegation embassy force foundation \
    fund institute institution jury league legislature majority military minority mission movement office opposition \
    panel parliament prosecution defense staff university school hospital senate house kremlin pentagon regulator \
    watchdog tribunal nation tribe federation academy consortium syndicate cooperative society public media press \
    community left right establishment leadership white-house supplier manufacturer carmaker airline army navy \
    consulate";
const MEDIA: &str = "statement report article editorial story post message email e-mail letter ad advert advertisement \
    video book memo document transcript tweet poll survey study filing lawsuit complaint indictment ruling opinion \
    caption headline sign banner poster placard note release press-release essay column op-ed blog review paper brief \
    dossier petition resolution communique communiqué manifesto charter constitution law bill text inscription";

/// Plurals that no rule gives.
const IRREGULAR: &[(&str, &str, Bearer)] = &[
    ("people", "person", Bearer::Person),
    ("person", "person", Bearer::Person),
    ("children", "child", Bearer::Person),
    ("men", "man", Bearer::Man),
    ("women", "woman", Bearer::Woman),
    ("wives", "wife", Bearer::Woman),
    ("staff", "staff", Bearer::Body),
    ("others", "other", Bearer::Person),
    ("folks", "folk", Bearer::Person),
    ("many", "many", Bearer::Person),
    ("some", "some", Bearer::Person),
    ("percent", "percent", Bearer::Person),
    ("majority", "majority", Bearer::Person),
    ("half", "half", Bearer::Person),
    ("quarter", "quarter", Bearer::Person),
    ("thirds", "thirds", Bearer::Person),
    ("experts", "expert", Bearer::Person),
    ("authorities", "authority", Bearer::Body),
    ("sources", "source", Bearer::Person),
    ("police", "police", Bearer::Body),
];

static WORDS: LazyLock<WordIndex<Role>> = LazyLock::new(|| {
    let mut out: Vec<(String, Role)> = Vec::new();
    for &(word, singular, bearer) in IRREGULAR {
        out.push((word.to_owned(), Role { singular, bearer, plural: word != "person" && bearer != Bearer::Body }));
    }
    let lists = [
        (PEOPLE, Bearer::Person),
        (MEN, Bearer::Man),
        (WOMEN, Bearer::Woman),
        (BODIES, Bearer::Body),
        (MEDIA, Bearer::Medium),
    ];
    for (list, bearer) in lists {
        for singular in list.split_whitespace() {
            out.push((singular.to_owned(), Role { singular, bearer, plural: false }));
            let plural = match singular.strip_suffix("man") {
                Some(stem) if matches!(bearer, Bearer::Man | Bearer::Woman | Bearer::Person) => format!("{stem}men"),
                _ if singular.ends_with(['s', 'x']) || singular.ends_with("ch") => format!("{singular}es"),
                _ if singular.ends_with('y') && !singular.ends_with("ey") && !singular.ends_with("ay") => {
                    format!("{}ies", &singular[..singular.len() - 1])
                }
                _ => format!("{singular}s"),
            };
            out.push((plural, Role { singular, bearer, plural: true }));
        }
    }
    WordIndex::new(out)
});

/// What the role noun `word` (lower case) says of its bearer.
pub fn role(word: &str) -> Option<&'static Role> {
    WORDS.get(word)
}

/// All role nouns, in lower case; of equal ones the first stands.
pub fn roles() -> impl Iterator<Item = (&'static str, &'static Role)> {
    WORDS.iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles() {
        assert_eq!(role("officials"), Some(&Role { singular: "official", bearer: Bearer::Person, plural: true }));
        assert_eq!(role("spokeswoman").map(|r| r.bearer), Some(Bearer::Woman));
        assert_eq!(role("spokesmen").map(|r| (r.singular, r.plural)), Some(("spokesman", true)));
        assert_eq!(role("agencies").map(|r| r.singular), Some("agency"));
        assert_eq!(role("table"), None);
    }
}
