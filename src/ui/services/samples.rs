//! Articles of our own writing to look at first.

use crate::ui::strings::Strings;

/// One sample.
pub(crate) struct Sample {
    /// The article as a person would paste it.
    pub(crate) text: &'static str,
    /// Which line of the text is its headline, from 0.
    headline: usize,
    /// What it shows.
    pub(crate) about: fn(&Strings) -> &'static str,
}

impl Sample {
    /// Its headline.
    pub(crate) fn title(&self) -> &'static str {
        self.text.lines().nth(self.headline).unwrap_or_default().trim()
    }
}

/// The samples, the simplest first.
pub(crate) static SAMPLES: [Sample; 6] = [
    Sample {
        text: include_str!("../../../seeds/articles/news-wire.txt"),
        headline: 0,
        about: |words| words.sample_wire,
    },
    Sample {
        text: include_str!("../../../seeds/articles/feature-many-quotes.txt"),
        headline: 0,
        about: |words| words.sample_feature,
    },
    Sample {
        text: include_str!("../../../seeds/articles/interview.txt"),
        headline: 0,
        about: |words| words.sample_interview,
    },
    Sample {
        text: include_str!("../../../seeds/articles/live-blog-furniture.txt"),
        headline: 10,
        about: |words| words.sample_live_blog,
    },
    Sample {
        text: include_str!("../../../seeds/articles/names-emoji.txt"),
        headline: 0,
        about: |words| words.sample_names,
    },
    Sample {
        text: include_str!("../../../seeds/articles/quotation-marks.txt"),
        headline: 0,
        about: |words| words.sample_marks,
    },
];

#[cfg(test)]
mod tests {
    use super::SAMPLES;

    #[test]
    fn every_title_is_a_headline() {
        for sample in &SAMPLES {
            let title = sample.title();
            assert!(title.split_whitespace().count() >= 6 && !title.contains("   "), "{title:?}");
        }
    }
}
