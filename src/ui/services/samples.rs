//! Articles of our own writing to look at first.

use crate::ui::strings::Strings;

/// A headline has more characters.
const SHORTEST_HEADLINE: usize = 30;

/// One sample.
pub(crate) struct Sample {
    /// The article as a person would paste it.
    pub(crate) text: &'static str,
    /// What it shows.
    pub(crate) about: fn(&Strings) -> &'static str,
}

impl Sample {
    /// Its headline: the first line that is long enough to be one, and no menu, which has gaps.
    pub(crate) fn title(&self) -> &'static str {
        let is_headline = |line: &&str| line.chars().count() > SHORTEST_HEADLINE && !line.contains("  ");
        self.text.lines().map(str::trim).find(is_headline).unwrap_or_default()
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

#[cfg(test)]
mod tests {
    use super::SAMPLES;

    #[test]
    fn a_pasted_page_has_its_headline_for_a_title() {
        let titles: Vec<_> = SAMPLES.iter().map(super::Sample::title).collect();
        assert!(titles.iter().all(|title| !title.is_empty()), "{titles:?}");
        assert_eq!(titles[3], "Live: Cyclone Tarn heads for Vanuatu as thousands shelter in schools");
    }
}
