//! Works and messages: what has a title, what statements stand in.

use crate::text::words;

/// What has a title.
pub(crate) const WORKS: &[&str] = words!(
    "show series movie film book song documentary program programme podcast play album novel musical sitcom magazine \
     memoir opera ballad painting comedy drama episode"
);
/// What somebody says something in: "criticized the plan in an interview".
pub(crate) const OCCASIONS: &[&str] =
    words!("interview statement email e-mail tweet speech letter post op-ed video ad");
