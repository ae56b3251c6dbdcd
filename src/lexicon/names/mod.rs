//! Words that stand in names or beside them: titles, offices, heads of organizations, days and months. Read `titles` first.

pub(crate) mod bodies;
pub(crate) mod calendar;
pub(crate) mod offices;
pub(crate) mod titles;
