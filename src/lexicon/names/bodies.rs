//! Words for organizations, and what joins the words of their names.

use crate::lexicon::list::words;

/// Words for an organization that say nothing of which.
pub(crate) const GENERAL: &[&str] = words!(
    "company firm group organization organisation agency charity club team airline manufacturer supplier carmaker \
     corporation association institute institution network newspaper bank"
);
/// What joins the words of an organization's name: "Ministry of Health and Welfare".
pub(crate) const JOINING: &[&str] = words!("of for and &");
