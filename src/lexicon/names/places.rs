//! Words in the names of places.

use crate::text::words;

/// Heads of place names: the tagger is told of them.
pub(crate) const HEADS: &str = "river lake sea ocean bay gulf strait channel island islands isle peninsula cape mount mountain mountains mt mt. \
     hill hills valley desert forest park street st st. avenue ave road rd boulevard lane square bridge airport \
     station port harbour harbor county province district region state territory city town village municipality \
     borough prefecture oblast governorate republic kingdom coast beach canal dam border plateau basin delta creek \
     falls glacier reef reserve stadium tower palace temple mosque cathedral fort camp north south east west \
     northern southern eastern western central upper lower";
/// Heads that name a region alone, with "the": "the Gulf".
pub(crate) const ALONE: &[&str] = words!("north south east west gulf coast strait channel plateau delta");
/// Heads that "of" and a place follow: "Republic of Korea".
pub(crate) const OF_PLACES: &[&str] = words!(
    "republic kingdom state province governorate city municipality county emirate gulf bay strait straits port isle valley \
     tower palace cape isles rock"
);
/// Heads of landmarks in Romance languages, before "de" and another word: "Arc de Triomphe".
pub(crate) const ROMANCE_HEADS: &[&str] = words!(
    "arc place palais pont bois champ champs hôtel château rue avenue boulevard jardin jardins opéra quai porte \
     gare mont montagne val vallée côte col cap île lac plaza puerta paseo palacio parque calle avenida torre \
     castillo playa puerto bahía isla lago cerro valle río costa sierra cabo piazza ponte palazzo fontana porta \
     villa castello praça serra praia ilha baía monte pico cueva basílica basilique catedral cathédrale"
);
/// Prepositions and verbs that places follow: the tagger is told of them.
pub(crate) const BEFORE_PLACES: &str =
    "in at from near across outside around visit visited visiting inside throughout toward towards into via reached";
/// Places that are written as two initials, of which no name begins; as written.
pub(crate) const INITIALS: &[&str] = words!("U.S. U.K. U.N. D.C.");
/// Short names of countries that are nothing else, as written.
pub(crate) const SHORT_COUNTRIES: &[&str] = words!("US UK UAE U.S. U.K. USA U.S");
/// What storms are called before their names, as written.
pub(crate) const STORMS: &[&str] = words!("Storm Hurricane Typhoon Cyclone");
/// What they do to places.
pub(crate) const STRIKING: &[&str] = words!("hit hits battered batters lashed lashes struck strikes pounded pounds");
/// What is done to seats in elections.
pub(crate) const HOLDING: &[&str] =
    words!("held holds hold gained gains gain retained retains retain won wins win took takes");
/// Countries by the letters that they have in sports, as written.
pub(crate) const CODES: &[&str] = words!(
    "AFG ALB ALG AND ANG ARG ARM AUS AUT AZE BAH BAN BAR BDI BEL BEN BER BIH BLR BOL BOT BRA BRN BUL BUR CAM CAN \
     CHI CHN CIV CMR COD COL CRC CRO CUB CYP CZE DEN DJI DOM ECU EGY ERI ESP EST ETH FIJ FIN FRA GAB GAM GBR GEO \
     GER GHA GRE GRN GUA GUI GUY HAI HKG HON HUN INA IND IRI IRL IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KOR KOS \
     KSA KUW LAO LAT LBA LBN LES LIB LIE LTU LUX MAD MAR MAS MAW MDA MEX MGL MKD MLI MLT MNE MOZ MRI MYA NAM NED \
     NEP NGR NIG NOR NZL OMA PAK PAN PAR PER PHI POL POR PRK PRT PUR QAT ROU RSA RUS RWA SEN SGP SLE SLO SOM SRB \
     SRI SUD SUI SUR SVK SWE SYR TAN THA TJK TKM TOG TPE TTO TUN TUR UAE UGA UKR URU USA UZB VEN VIE YEM ZAM ZIM"
);
