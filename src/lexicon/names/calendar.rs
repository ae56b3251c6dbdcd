//! Days, months, and words for a time by the day.

use crate::text::words;

/// Days of the week.
pub(crate) const WEEKDAYS: &[&str] = words!("monday tuesday wednesday thursday friday saturday sunday");
/// Months, without May, which is an auxiliary more often.
pub(crate) const MONTHS: &[&str] =
    words!("january february march april june july august september october november december");
/// Months as they are most often written short.
pub(crate) const SHORT_MONTHS: &[&str] = words!("jan. feb. aug. sept. oct. nov. dec.");
/// Days by their distance.
pub(crate) const NEAR_DAYS: &[&str] = words!("yesterday today tomorrow");
/// The one word that names a day only where words stand as times.
pub(crate) const TONIGHT: &[&str] = words!("tonight");
/// What else names a day, a month or a feast where it stands beside a name.
pub(crate) const OTHERS: &[&str] = words!(
    "may jan feb mar. apr apr. jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun christmas easter ramadan"
);
