//! Articles of our own writing to look at first.

use crate::ui::strings::Lang;

/// One sample.
pub(crate) struct Sample {
    /// The article as a person would paste it.
    pub(crate) text: &'static str,
    english: &'static str,
    german: &'static str,
}

impl Sample {
    /// Its headline: the first line that is long enough to be one.
    pub(crate) fn title(&self) -> &'static str {
        self.text.lines().map(str::trim).find(|line| line.chars().count() > 30).unwrap_or("")
    }

    /// What it shows.
    pub(crate) fn about(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::English => self.english,
            Lang::German => self.german,
        }
    }
}

/// The samples, the simplest first.
pub(crate) static SAMPLES: [Sample; 6] = [
    Sample {
        text: include_str!("../../../seeds/articles/news-wire.txt"),
        english: "News wire",
        german: "Agenturmeldung",
    },
    Sample {
        text: include_str!("../../../seeds/articles/feature-many-quotes.txt"),
        english: "Feature with many quotes",
        german: "Reportage mit vielen Zitaten",
    },
    Sample { text: include_str!("../../../seeds/articles/interview.txt"), english: "Interview", german: "Interview" },
    Sample {
        text: include_str!("../../../seeds/articles/live-blog-furniture.txt"),
        english: "Live blog, pasted with its page",
        german: "Liveblog, samt Seite eingefügt",
    },
    Sample {
        text: include_str!("../../../seeds/articles/names-emoji.txt"),
        english: "Names from everywhere, and emoji",
        german: "Namen aus aller Welt und Emoji",
    },
    Sample {
        text: include_str!("../../../seeds/articles/quotation-marks.txt"),
        english: "Quotation marks of nine languages",
        german: "Anführungszeichen aus neun Sprachen",
    },
];
