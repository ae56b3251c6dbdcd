//! This tab among the other tabs of the page: its name, and what they tell each other.

use crate::storage::SessionId;
use crate::ui::dom;
use crate::web::channel::Channel;
use crate::web::clock;

const CHANNEL: &str = "article-annotator";
/// The name under which the browser keeps the name of the tab, as long as the tab is there.
const TAB: &str = "article-annotator.tab";
/// What the names of the values begin with that belong to a tab.
const PLACE: &str = "tab:";

/// There while everything is being deleted: a tab whose database goes then does not write it anew. Each tab reads it before
/// the database can be gone, because it goes only when every tab has let go of it.
pub(crate) const WIPING: &str = "article-annotator.wiping";

/// What one tab tells the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    /// The article was written, in this version.
    Article(SessionId, u32),
    /// An article went, or came back.
    List,
    /// The versions that are kept of the article.
    Snapshots(SessionId),
    /// Word list, keys or settings.
    Values,
    /// Everything of the page is being deleted from the device.
    Wiped,
}

impl Heard {
    fn write(&self) -> String {
        match self {
            Self::Article(id, version) => format!("article {version} {}", id.0),
            Self::List => "list".to_owned(),
            Self::Snapshots(id) => format!("snapshots 0 {}", id.0),
            Self::Values => "values".to_owned(),
            Self::Wiped => "wiped".to_owned(),
        }
    }

    fn read(said: &str) -> Option<Self> {
        let mut parts = said.splitn(3, ' ');
        match parts.next()? {
            kind @ ("article" | "snapshots") => {
                let version = parts.next()?.parse().ok()?;
                let id = SessionId(parts.next()?.into());
                Some(if kind == "article" { Self::Article(id, version) } else { Self::Snapshots(id) })
            }
            "list" => Some(Self::List),
            "values" => Some(Self::Values),
            "wiped" => Some(Self::Wiped),
            _ => None,
        }
    }
}

/// This tab.
pub(crate) struct Tabs {
    /// The name of the value that tells which article is open here.
    place: String,
    /// The same of the tab before it was reloaded, or copied.
    place_before: Option<String>,
    channel: Channel,
}

impl Tabs {
    pub(crate) fn new(hear: impl Fn(Heard) + 'static) -> Self {
        let before = dom::kept_in_tab(TAB);
        // A copy of a tab has its memory too: only what is loaded again is the same tab.
        let name = before.clone().filter(|_| dom::is_reloaded()).unwrap_or_else(new_name);
        dom::keep_in_tab(TAB, &name);
        let channel = Channel::new(CHANNEL, move |said| {
            if let Some(heard) = Heard::read(&said) {
                hear(heard);
            }
        });
        Self { place: format!("{PLACE}{name}"), place_before: before.map(|name| format!("{PLACE}{name}")), channel }
    }

    pub(crate) fn place(&self) -> &str {
        &self.place
    }

    pub(crate) fn place_before(&self) -> Option<&str> {
        self.place_before.as_deref()
    }

    pub(crate) fn tell(&self, what: &Heard) {
        self.channel.tell(&what.write());
    }

    /// Whether a value belongs to some tab.
    pub(crate) fn is_place(name: &str) -> bool {
        name.starts_with(PLACE)
    }
}

/// A name that no other tab, and no other article, has on this device.
pub(crate) fn new_name() -> String {
    let random = (js_sys::Math::random() * 1e9) as u64;
    format!("{}-{random}", clock::unix_ms())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_is_heard() {
        for heard in [
            Heard::Article(SessionId("1-2".into()), 7),
            Heard::Snapshots(SessionId("1 2".into())),
            Heard::List,
            Heard::Values,
            Heard::Wiped,
        ] {
            assert_eq!(Heard::read(&heard.write()), Some(heard));
        }
        assert_eq!(Heard::read("nonsense"), None);
    }
}
