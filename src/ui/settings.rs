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
        let theme = match dom::kept(THEME).as_deref() {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::System,
        };
        let lang = dom::kept(LANG).or_else(dom::browser_language).map_or_else(Lang::default, |tag| Lang::of_tag(&tag));
        Self { theme, lang }
    }

    /// Keeps them and sets them on the page. What a browser refuses to keep holds until the tab is closed.
    pub(crate) fn apply(self) {
        dom::keep(THEME, self.theme.name());
        dom::keep(LANG, self.lang.tag());
        dom::set_root_attribute("data-theme", self.theme.name());
        dom::set_root_attribute("lang", self.lang.tag());
    }
}
