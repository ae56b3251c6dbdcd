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
/// What is listed of versions that were kept of an article, by `[id, number]`.
pub(super) const SNAPSHOTS: &str = "snapshots";
/// The stored forms of those versions, by the same key.
pub(super) const SNAPSHOT_TEXTS: &str = "snapshot-texts";

/// All stores.
pub(super) const STORES: [&str; 8] = [RECORDS, TEXTS, CHANGES, CLAIMS, VALUES, ASIDE, SNAPSHOTS, SNAPSHOT_TEXTS];
