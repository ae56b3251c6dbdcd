//! Article Annotator: people, places and quotes of a news article, found, corrected and kept on the reader's own machine.
//!
//! The modules stand in reading order; each imports only from those above it (`ARCHITECTURE.md` has the table,
//! `tests/tidy` enforces it).

pub mod text;

pub mod vocabulary;

pub mod segment;

pub mod lexicon;

pub mod language;

pub mod tagger;

pub mod entities;

pub mod quotes;

pub mod analysis;

pub mod document;

pub mod formats;

pub mod view;

pub mod protocol;

pub mod storage;

#[cfg(feature = "web")]
pub mod web;

#[cfg(feature = "app")]
pub mod ui;

#[cfg(feature = "train")]
pub mod eval;
#[cfg(feature = "train")]
pub mod train;

#[cfg(feature = "cli")]
pub mod cli;

pub mod testkit;
