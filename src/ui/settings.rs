//! Color scheme and language: chosen once, kept on this device.

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

/// What the person chose for the page itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Settings {
    pub(crate) theme: Theme,
    pub(crate) lang: Lang,
}

const THEME: &str = "article-annotator.theme";
const LANG: &str = "article-annotator.lang";

impl Settings {
    /// As kept, else as the browser is set.
    pub(crate) fn load() -> Self {
        let theme = dom::kept(THEME).map_or(Theme::System, |name| Theme::of_name(&name));
        let lang = dom::kept(LANG).or_else(dom::browser_language).map_or_else(Lang::default, |tag| Lang::of_tag(&tag));
        Self { theme, lang }
    }

    /// As they are kept with all else.
    pub(crate) fn write(self) -> String {
        format!("{} {}", self.theme.name(), self.lang.tag())
    }

    /// As they were kept with all else; what is not known stays as the browser is set.
    pub(crate) fn read(kept: &str) -> Self {
        let (theme, tag) = kept.split_once(' ').unwrap_or((kept, ""));
        let lang = if tag.is_empty() { Self::load().lang } else { Lang::of_tag(tag) };
        Self { theme: Theme::of_name(theme), lang }
    }

    /// Keeps them where the next start finds them before it draws, and sets them on the page. What a browser refuses to keep holds until the tab is closed.
    pub(crate) fn apply(self) {
        dom::keep(THEME, self.theme.name());
        dom::keep(LANG, self.lang.tag());
        dom::set_root_attribute("data-theme", self.theme.name());
        dom::set_root_attribute("lang", self.lang.tag());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read() {
        for theme in [Theme::System, Theme::Light, Theme::Dark] {
            for lang in Lang::ALL {
                let settings = Settings { theme, lang };
                assert_eq!(Settings::read(&settings.write()), settings);
            }
        }
    }
}
