//! Versions of an article that were kept beside it: why, and which of them stay.

use crate::formats::archive::Snapshot;

/// Why a version was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The person asked for it.
    Person,
    /// The text was about to be edited.
    Text,
    /// Another version was about to be restored.
    Restore,
    /// Work began again after a rest.
    Rest,
}

impl Cause {
    const ALL: [Self; 4] = [Self::Person, Self::Text, Self::Restore, Self::Rest];

    /// How it is kept; never changes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Text => "text",
            Self::Restore => "restore",
            Self::Rest => "rest",
        }
    }

    /// The cause of this code; none for that of a newer page.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.code() == code)
    }
}

/// So many automatic versions stay, the newest.
pub const NEWEST: usize = 10;
/// So many stay in all; of those behind the newest, one a day.
pub const MOST: usize = 30;

/// How long nobody saved an article that is said to have rested, in milliseconds.
pub const REST_MS: u64 = 4 * 60 * 60 * 1000;

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// The numbers of those that go, of all versions of an article, newest first. One with a name never goes.
pub fn thinned(all: &[(u32, Snapshot)]) -> Vec<u32> {
    let (mut stay, mut day) = (0, None);
    let mut gone = Vec::new();
    for (number, snapshot) in all.iter().filter(|(_, snapshot)| snapshot.name.is_empty()) {
        let its_day = Some(snapshot.made_ms / DAY_MS);
        if stay < NEWEST || (stay < MOST && its_day != day) {
            stay += 1;
        } else {
            gone.push(*number);
        }
        day = its_day;
    }
    gone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_stay_of_older_ones_one_a_day_and_all_with_a_name() {
        let version = |number: u32, hours: u64, name: &str| {
            (number, Snapshot { made_ms: hours * 60 * 60 * 1000, name: name.into(), ..Snapshot::default() })
        };
        // One every four hours, newest first, over a month; a named one between any two.
        let all: Vec<_> = (0..200_u32)
            .rev()
            .flat_map(|at| [version(2 * at + 1, u64::from(at) * 4, ""), version(2 * at, u64::from(at) * 4, "mine")])
            .collect();
        let gone = thinned(&all);
        let stay: Vec<_> = all.iter().filter(|(number, _)| !gone.contains(number)).collect();
        assert_eq!(stay.iter().filter(|(_, snapshot)| !snapshot.name.is_empty()).count(), 200);
        let automatic: Vec<_> =
            stay.iter().filter(|(_, snapshot)| snapshot.name.is_empty()).map(|(_, one)| one.made_ms / DAY_MS).collect();
        assert_eq!(automatic.len(), MOST);
        assert!(automatic[NEWEST..].windows(2).all(|pair| pair[0] == pair[1] + 1), "{automatic:?}");
        let few = &all[..2 * NEWEST];
        assert_eq!(thinned(few), Vec::<u32>::new());
    }

    #[test]
    fn a_cause_is_known_by_its_code() {
        for cause in Cause::ALL {
            assert_eq!(Cause::of(cause.code()), Some(cause));
        }
        assert_eq!(Cause::of("later"), None);
    }
}
