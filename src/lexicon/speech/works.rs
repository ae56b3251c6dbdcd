//! Works and messages: what has a title, what statements stand in.

use crate::text::words;

/// What has a title.
pub(crate) const WORKS: &[&str] = words!(
    "show series movie film book song documentary program programme podcast play album novel musical sitcom magazine \
     memoir opera ballad painting comedy drama episode"
);
/// Before "as" and a name in marks: "known locally as".
pub(crate) const NAMED: &[&str] = words!("known nicknamed billed");
/// What, in brackets behind a headline, says where it stood.
pub(crate) const PLACES_IN_PAPERS: &[&str] = words!("page letters opinion");
/// Right before a name in marks: "nicknamed “Bull”".
pub(crate) const NAMING: &[&str] =
    words!("nicknamed aka a.k.a. a.k.a alias née codenamed code-named pseudonym moniker");
/// As written, before a colon: what a letter or mail answers.
pub(crate) const CITED_BY: &[&str] = words!("Re RE re Regarding Subject");
/// What somebody says something in: "criticized the plan in an interview".
pub(crate) const OCCASIONS: &[&str] =
    words!("interview statement email e-mail tweet speech letter post op-ed video ad");
