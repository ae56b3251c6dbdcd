//! What people are: offices, trades, kin; and adjectives that stand before such words or are such words themselves.

use crate::text::words;

/// Offices that "leader" may stand for.
pub(crate) const LEADERS: &[&str] = words!("president premier minister chancellor king queen sultan emir chief ruler");
/// Nouns for a man or woman that say no more of who it is.
pub(crate) const NOBODY_IN_PARTICULAR: &[&str] =
    words!("man woman guy lady gentleman policeman policewoman waiter waitress");
/// Kin: "his wife Debbie Medlow".
pub(crate) const KIN: &[&str] = words!(
    "wife husband son daughter brother sister mother father uncle aunt nephew niece cousin widow widower grandson \
     granddaughter grandfather grandmother girlfriend boyfriend fiancé fiancée twin stepson stepdaughter stepfather \
     stepmother spouse mom mum dad"
);
/// Several of them: "their children, Aria and Leo".
pub(crate) const KIN_PLURALS: &[&str] = words!(
    "children kids sons daughters brothers sisters siblings twins parents grandchildren grandsons granddaughters cousins \
     nephews nieces baby boy girl"
);
/// Adjectives that belong to the office behind them: "former mayor".
pub(crate) const BEFORE_OFFICES: &[&str] = words!("former acting deputy senior fellow top");
/// Role nouns that are adjectives as well: "the official record".
pub(crate) const ALSO_ADJECTIVES: &[&str] =
    words!("official conservative liberal public left right expert general principal");
/// What people are who have no title: the tagger is told of them.
pub(crate) const ROLES: &str = "legislator mp mep representative councilman spokesperson chairwoman chairperson chair head leader boss officer \
     manager executive ceo cfo coo founder co-founder cofounder owner analyst economist strategist adviser advisor \
     aide official diplomat envoy negotiator prosecutor attorney lawyer solicitor barrister activist campaigner \
     dissident journalist reporter editor correspondent columnist author writer novelist poet playwright artist \
     painter sculptor photographer filmmaker producer actor actress singer rapper musician composer pianist comedian \
     presenter host model designer architect engineer scientist researcher lecturer historian biologist physicist \
     chemist astronomer epidemiologist virologist surgeon psychologist teacher student pupil farmer fisherman driver \
     pilot striker forward midfielder defender goalkeeper winger quarterback pitcher outfielder center guard player \
     footballer cricketer batsman bowler all-rounder opener skipper golfer boxer swimmer sprinter runner cyclist \
     skier champion medalist medallist winner teammate rival crown priest monk corporal commandant soldier rebel \
     warlord militant suspect victim survivor witness resident neighbour neighbor wife husband widow son daughter \
     mother uncle aunt nephew niece cousin grandson granddaughter grandfather grandmother friend partner girlfriend \
     boyfriend fiancé fiancée named called born businessman businesswoman entrepreneur billionaire tycoon banker \
     investor trader broker consultant expert specialist detective constable sheriff policeman whistleblower \
     candidate nominee incumbent predecessor successor colleague counterpart ex-president ex-minister curator \
     conservator principal dean rector vice-chancellor registrar trustee co-author";
/// Holders of offices whose field "of" introduces: "Minister of Health".
pub(crate) const WITH_FIELDS: &[&str] = words!("minister ministers secretary undersecretary");
