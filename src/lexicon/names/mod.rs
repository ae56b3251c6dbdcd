//! Words that stand in names or beside them: titles, offices, heads of organizations and places, days and months. Each file
//! holds one sort of word. Read `titles` first; `classes` of this module's parent says what the tagger is told.

pub(crate) mod bodies;
pub(crate) mod calendar;
pub(crate) mod east_asian;
pub(crate) mod firms;
pub(crate) mod gendered;
pub(crate) mod offices;
pub(crate) mod particles;
pub(crate) mod peoples;
pub(crate) mod places;
pub(crate) mod titles;
