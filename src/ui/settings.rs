//! Color scheme, language and where speakers stand: chosen once, kept on this device.

use crate::ui::dom;
use crate::ui::strings::Lang;

/// Which colors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the system says.
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub(crate) fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    fn of_name(name: &str) -> Self {
        match name {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Where the article says who speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Speakers {
    /// Behind each quote.
    #[default]
    Chips,
    /// Beside the text.
    Margin,
    /// Over the text, while a quote is pointed at, focused or selected.
    OnHover,
}

impl Speakers {
    pub(crate) const ALL: [Self; 3] = [Self::Chips, Self::Margin, Self::OnHover];

    fn of_name(name: &str) -> Self {
        Self::ALL.into_iter().find(|one| one.name() == name).unwrap_or_default()
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chips => "chips",
            Self::Margin => "margin",
            Self::OnHover => "on-hover",
        }
    }
}

/// What the person chose for the page itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Settings {
    pub(crate) theme: Theme,
    pub(crate) lang: Lang,
    pub(crate) speakers: Speakers,
}

const THEME: &str = "article-annotator.theme";
const LANG: &str = "article-annotator.lang";
const SPEAKERS: &str = "article-annotator.speakers";

impl Settings {
    /// As kept, else as the browser is set.
    pub(crate) fn load() -> Self {
        let theme = dom::kept(THEME).map_or(Theme::System, |name| Theme::of_name(&name));
        let lang = dom::kept(LANG).or_else(dom::browser_language).map_or_else(Lang::default, |tag| Lang::of_tag(&tag));
        Self {
            theme,
            lang,
            speakers: dom::kept(SPEAKERS).map_or_else(Speakers::default, |name| Speakers::of_name(&name)),
        }
    }

    /// As they are kept with all else.
    pub(crate) fn write(self) -> String {
        format!("{} {} {}", self.theme.name(), self.lang.tag(), self.speakers.name())
    }

    /// As they were kept with all else; what is not known stays as the browser is set.
    pub(crate) fn read(kept: &str) -> Self {
        // An older version kept fewer of them.
        let mut fields = kept.split(' ');
        let mut next = || fields.next().unwrap_or_default();
        let (theme, tag, speakers) = (next(), next(), next());
        let lang = if tag.is_empty() { Self::load().lang } else { Lang::of_tag(tag) };
        Self { theme: Theme::of_name(theme), lang, speakers: Speakers::of_name(speakers) }
    }

    /// Keeps them where the next start finds them before it draws, and sets them on the page. What a browser refuses to keep holds until the tab is closed.
    pub(crate) fn apply(self) {
        dom::keep(THEME, self.theme.name());
        dom::keep(LANG, self.lang.tag());
        dom::keep(SPEAKERS, self.speakers.name());
        dom::set_root_attribute("data-theme", self.theme.name());
        dom::set_root_attribute("lang", self.lang.tag());
        dom::set_root_attribute("data-speakers", self.speakers.name());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read() {
        for theme in [Theme::System, Theme::Light, Theme::Dark] {
            for (lang, speakers) in Lang::ALL.into_iter().flat_map(|lang| Speakers::ALL.map(|one| (lang, one))) {
                let settings = Settings { theme, lang, speakers };
                assert_eq!(Settings::read(&settings.write()), settings);
            }
        }
    }

    #[test]
    fn what_an_older_version_kept_is_read() {
        let expected = Settings { theme: Theme::Dark, lang: Lang::of_tag("de"), speakers: Speakers::Chips };
        assert_eq!(Settings::read("dark de"), expected);
    }
}
