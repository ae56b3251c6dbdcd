//! Keeping sessions on the device, without a browser: what is kept, what can go wrong, and who decides what is saved.
//!
//! Nothing here knows of annotations: an article is a small record for the list, its stored form as text
//! (`formats::native`), and behind it what changed since, piece by piece, so that a step in a long article writes little.
//! Start with [`Keeper`]; `web::database` carries out what it asks for.

mod checksum;
mod error;
mod journal;
mod keeper;
mod snapshot;

pub use crate::formats::archive::{Filed, Snapshot};
pub use crate::formats::journal::Write;
pub use checksum::checksum;
pub use error::StoreError;
pub use journal::{Journal, with_missing};
pub use keeper::{Job, Keeper, Standing, Ticket};
pub use snapshot::{Cause, MOST, NEWEST, REST_MS, thinned};

use std::collections::BTreeMap;
use std::sync::Arc;

/// Name of a session: chosen by the page when the session starts (any string unique on the device), never shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId(pub Arc<str>);

/// What the list of saved articles shows without reading the articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionMeta {
    /// Its name.
    pub id: SessionId,
    /// What the person calls it, or the first words of the article.
    pub title: Arc<str>,
    /// When it was saved last, in milliseconds since 1970 (UTC).
    pub updated_ms: u64,
    /// Words of the article.
    pub words: u32,
    /// Names that are not rejected.
    pub mentions: u32,
    /// Quotes that are not rejected.
    pub quotes: u32,
    /// Suggestions nobody has looked at yet.
    pub open: u32,
}

/// What is written of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stored {
    /// All of it, in place of everything that was there. With it go changes that could not be read: they are set aside,
    /// never deleted.
    Whole(Arc<str>),
    /// What changed since this store wrote or read the session last; goes behind what is there.
    Change(Arc<str>),
}

/// What was found of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// The stored form.
    pub whole: Arc<str>,
    /// What changed since, oldest first, up to the first that cannot be read.
    pub changes: Vec<Arc<str>>,
    /// How many more there are, the first of them unreadable or missing.
    pub odd: usize,
    /// Whether something is not as it was written, by its checksum.
    pub altered: bool,
}

/// All articles of this device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Last saved first.
    pub kept: Vec<SessionMeta>,
    /// In the trash, last deleted first.
    pub deleted: Vec<SessionMeta>,
    /// Of which there is something that cannot be read.
    pub odd: Vec<SessionMeta>,
    /// The person's own words on an article, in their order.
    pub tags: BTreeMap<SessionId, Vec<Arc<str>>>,
}

/// What the names of the values begin with that hold the tags of an article: apart from its record, so that a tab that
/// writes the article need not know them.
pub const TAGS: &str = "tags:";

/// The tags of an article as they are kept: one a line.
pub fn tags_of(kept: &str) -> Vec<Arc<str>> {
    kept.lines().filter(|line| !line.is_empty()).map(Arc::from).collect()
}

/// Small things that are kept beside the articles, each under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// The person's own word list.
    Words,
    /// Whether it learns from corrections.
    Learns,
    /// The person's own labels, in sets.
    Labels,
    /// The person's own keys.
    Keys,
    /// Color scheme and language.
    Settings,
    /// The article that was open last, in whatever tab.
    Last,
    /// The article that is being opened; gone once it is drawn.
    Opening,
}

impl Value {
    /// What is the same in every tab.
    pub const SHARED: [Self; 5] = [Self::Words, Self::Learns, Self::Labels, Self::Keys, Self::Settings];

    /// The name it is kept under.
    pub fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Learns => "learns",
            Self::Labels => "labels",
            Self::Keys => "keys",
            Self::Settings => "settings",
            Self::Last => "last",
            Self::Opening => "opening",
        }
    }
}
