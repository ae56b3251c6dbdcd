//! Saving: `autosave` sees every state of the page, `saver` hands it to the database and knows what is saved, with `values`
//! (what is small), `told` (what the state was told), `left` (articles that were left unsaved), `notes` (what is under way when the page is left, which
//! `bring_back` compares with the database at the next start), `matter` and `tabs` (what others have to decide or hear).
//! Read `saver` first.

pub(crate) mod autosave;
pub(crate) mod bring_back;
pub(crate) mod left;
pub(crate) mod matter;
pub(crate) mod notes;
pub(crate) mod saver;
pub(crate) mod tabs;
pub(crate) mod told;
pub(crate) mod values;
