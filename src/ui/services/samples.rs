//! Articles of our own writing to look at first.

use crate::ui::strings::Strings;

/// One sample.
pub(crate) struct Sample {
    /// The article as a person would paste it.
    pub(crate) text: &'static str,
    /// What it shows.
    pub(crate) about: fn(&Strings) -> &'static str,
}

impl Sample {
    /// Its headline: the first line that is long enough to be one.
    pub(crate) fn title(&self) -> &'static str {
        self.text.lines().map(str::trim).find(|line| line.chars().count() > 30).unwrap_or("")
    }
}

/// The samples, the simplest first.
pub(crate) static SAMPLES: [Sample; 6] = [
    Sample { text: include_str!("../../../seeds/articles/news-wire.txt"), about: |words| words.sample_wire },
    Sample {
        text: include_str!("../../../seeds/articles/feature-many-quotes.txt"),
        about: |words| words.sample_feature,
    },
    Sample { text: include_str!("../../../seeds/articles/interview.txt"), about: |words| words.sample_interview },
    Sample {
        text: include_str!("../../../seeds/articles/live-blog-furniture.txt"),
        about: |words| words.sample_live_blog,
    },
    Sample { text: include_str!("../../../seeds/articles/names-emoji.txt"), about: |words| words.sample_names },
    Sample { text: include_str!("../../../seeds/articles/quotation-marks.txt"), about: |words| words.sample_marks },
];
