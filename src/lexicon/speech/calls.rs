//! What people are called by, and with whom they talk.

use crate::text::words;

/// Words, as written, before the name of somebody who is called: "Oh, Mr Bennet".
pub(crate) const BEFORE_NAMES: &[&str] = words!("dear Dear Oh oh O Yes No Well Hello");
/// What an interviewer does with the guest: "Ewan Baird spoke to her".
pub(crate) const INTERVIEWING: &[&str] = words!("spoke talked interviewed asked met");
