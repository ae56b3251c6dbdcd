//! Words beside the names of firms and teams, and firms whose names end in "’s".

use crate::text::words;

/// What leads to a list of firms: "customers include".
pub(crate) const BEFORE_LISTS: &[&str] = words!("include included including like");
/// What may stand behind a firm's "’s" as its own verb: "Macy’s has".
pub(crate) const AUXILIARIES: &[&str] = words!("has had have did does");
/// What is bought of a firm: "shares of".
pub(crate) const TRADED: &[&str] = words!("shares stock stocks stake stakes bonds shareholders shareholding investors");
/// What kinds of firms are called, before a name: "the fund T. Rowe Price".
pub(crate) const NOUNS: &[&str] = words!(
    "fund bank retailer airline carmaker automaker brokerage insurer firm company supermarket chain startup start-up \
     chipmaker drugmaker brewer publisher label developer lender grocer builder maker manufacturer"
);
/// Those of whom a list may follow: "customers include".
pub(crate) const PLURALS: &[&str] = words!(
    "customers clients rivals competitors suppliers companies firms banks retailers brands chains carmakers automakers \
     airlines insurers lenders supermarkets startups chipmakers drugmakers brewers publishers giants tenants sponsors \
     employers conglomerates manufacturers makers businesses"
);
/// Legal forms that only firms have, as written.
pub(crate) const FORMS: &[&str] = words!("LLP LLC PLLC Ltd Ltd. Inc Inc. Corp. GmbH PLC");
/// Countries that are written with stops, three letters and more; as written.
pub(crate) const DOTTED_COUNTRIES: &[&str] =
    words!("U.S.A U.A.E D.R.C U.S.S.R C.A.R P.R.C D.P.R.K R.O.K K.S.A R.S.A P.N.G");
/// Behind "&" in a firm's name, as written: "& Sons".
pub(crate) const BEHIND_AND: &[&str] =
    words!("Co Sons Son Bros Brothers Daughters Partners Associates Company Cie Sisters Nephews");
/// What one team does to the other.
pub(crate) const RESULTS: &[&str] = &[
    "beat",
    "beats",
    "defeated",
    "thrashed",
    "edged",
    "hammered",
    "drew with",
    "lost to",
    "routed",
    "downed",
    "stunned",
    "upset",
    "trounced",
    "crushed",
    "outlasted",
    "blanked",
    "draw with",
    "fell to",
    "held",
    "overcame",
    "tied",
    "v",
    "vs",
    "vs.",
];
/// Verbs by which firms speak.
pub(crate) const SAYING: &[&str] = words!("say tell decline");
/// Verbs by which firms are spoken of, in the past, that say nothing.
pub(crate) const ACTS: &[&str] = words!(
    "rose fell saw cut sold bought opened closed made took won lost grew began posted raised plans planned operates ran \
     runs makes sells went came gave gained dropped slid climbed jumped hired fired launched agreed owns owned paid"
);
/// Firms and houses whose names end in "’s", by the word before it; as written.
pub(crate) const BRANDS: &[&str] = words!(
    "McDonald Wendy Macy Sainsbury Christie Sotheby Lloyd Moody Kohl Domino Denny Arby Levi Kellogg Bloomingdale Dillard \
     Hershey Nando Waterstone Ladbroke Hardee Applebee Chili Smucker Stouffer Ballantine Dewar Kiehl Carluccio Zaxby \
     Popeye Wetherspoon Peet Albertson Gristede Sardi Claridge Lowe Wegman Quizno Bennigan Zabar Selfridge Woolworth"
);
