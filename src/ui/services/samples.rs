//! Articles of our own writing to look at first.

use crate::ui::strings::Strings;

/// One sample.
pub(crate) struct Sample {
    /// The article as a person would paste it.
    pub(crate) text: &'static str,
    /// Its headline: a line of the text.
    pub(crate) title: &'static str,
    /// What it shows.
    pub(crate) about: fn(&Strings) -> &'static str,
}

/// The samples, the simplest first.
pub(crate) static SAMPLES: [Sample; 6] = [
    Sample {
        text: include_str!("../../../seeds/articles/news-wire.txt"),
        title: "Lake ferry returns to Homa Bay after two-year repair, drawing crowds to the pier",
        about: |words| words.sample_wire,
    },
    Sample {
        text: include_str!("../../../seeds/articles/feature-many-quotes.txt"),
        title: "The clock that stopped a quarrel",
        about: |words| words.sample_feature,
    },
    Sample {
        text: include_str!("../../../seeds/articles/interview.txt"),
        title: "“I talk to glaciers for a living, and lately they answer back”",
        about: |words| words.sample_interview,
    },
    Sample {
        text: include_str!("../../../seeds/articles/live-blog-furniture.txt"),
        title: "Live: Cyclone Tarn heads for Vanuatu as thousands shelter in schools",
        about: |words| words.sample_live_blog,
    },
    Sample {
        text: include_str!("../../../seeds/articles/names-emoji.txt"),
        title: "🥖 Sourdough, tears and a runaway oven: 14 nations meet at the World Bread Cup",
        about: |words| words.sample_names,
    },
    Sample {
        text: include_str!("../../../seeds/articles/quotation-marks.txt"),
        title: "One bridge, nine languages: the night the Meridian Bridge opened",
        about: |words| words.sample_marks,
    },
];

#[cfg(test)]
mod tests {
    use super::SAMPLES;

    #[test]
    fn every_title_is_a_line_of_its_sample() {
        for sample in &SAMPLES {
            assert!(sample.text.lines().any(|line| line.trim() == sample.title), "{}", sample.title);
        }
    }
}
