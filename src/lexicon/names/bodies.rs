//! Words for organizations, and what joins the words of their names.

use crate::text::words;

/// Words for an organization that say nothing of which.
pub(crate) const GENERAL: &[&str] = words!(
    "company firm group organization organisation agency charity club team airline manufacturer supplier carmaker \
     corporation association institute institution network newspaper bank"
);
/// Endings and heads of organizations' names: the tagger is told of them.
pub(crate) const HEADS: &str = "inc inc. corp corp. co co. ltd ltd. llc plc gmbh ag sa nv bv company corporation group holdings holding \
     partners bank university college institute school academy hospital ministry department agency authority \
     commission committee council board bureau office court parliament senate congress assembly party union \
     federation association society foundation trust fund league club team united fc cf athletic rovers army navy \
     police force forces guard brigade movement front alliance coalition organization organisation network news \
     times post journal daily herald tribune gazette press media radio television tv airlines airways motors \
     electric energy oil gas petroleum technologies systems software pharmaceuticals laboratories industries \
     services insurance securities capital ventures records studios entertainment museum gallery orchestra church \
     secretariat chamber exchange programme program project initiative centre center consortium regiment battalion \
     corps taskforce";
/// Heads of institutions' names that are seldom anything else.
pub(crate) const CERTAIN_HEADS: &[&str] =
    words!("authority agency ministry commission corporation federation university bureau council");
/// Heads that "of" and a place follow: "Government of Ghana".
pub(crate) const OF_PLACES: &[&str] = words!("government university bank embassy");
/// Heads whose fields "of" introduces, one or several: "Ministry of Gender, Labour and Social Development".
pub(crate) const OF_FIELDS: &[&str] = words!(
    "ministry department faculty school institute college committee commission bureau office directorate secretariat \
     centre center division council agency board society association union academy"
);
/// Legal forms of companies, without full stop.
pub(crate) const LEGAL_FORMS: &[&str] =
    words!("inc ltd corp llc llp lp co plc pllc gmbh ag sa nv bv spa oyj ab asa kk pty pte sarl srl kg ohg se bhd sdn");
/// Those that may stand behind a comma.
pub(crate) const SET_OFF: &[&str] = words!("inc ltd corp llc llp co");
/// Abbreviations of common nouns, as written: no organizations.
pub(crate) const COMMON_ABBREVIATIONS: &[&str] = words!("NGO NGOs MP MPs MLA MLAs MEP MEPs GDP CEO CEOs ICT");
/// Parties by one word, in lower case.
pub(crate) const PARTIES: &[&str] =
    words!("labour conservatives tories democrats republicans gop greens snp plaid liberals reform labor nationals");
