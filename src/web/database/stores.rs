//! The stores of the database.

/// Small records for the list, by `id`.
pub(super) const RECORDS: &str = "records";
/// Stored forms, by id.
pub(super) const TEXTS: &str = "texts";
/// What changed since, by `[id, version of the record]`.
pub(super) const CHANGES: &str = "changes";
/// Each version that was written, by `[id, version]`: a version can be claimed once.
pub(super) const CLAIMS: &str = "claims";
/// Small things beside the articles, by name.
pub(super) const VALUES: &str = "values";
/// What could not be read, by a number.
pub(super) const ASIDE: &str = "aside";

/// All stores.
pub(super) const STORES: [&str; 6] = [RECORDS, TEXTS, CHANGES, CLAIMS, VALUES, ASIDE];
