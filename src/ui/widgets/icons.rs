//! Small line drawings, decoration only: every button that has one has words too.

use yew::prelude::*;

/// A drawing of 20 by 20.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    Undo,
    Redo,
    Download,
    New,
    Open,
    Keyboard,
    Search,
    Sun,
    Moon,
    Auto,
    Close,
    Check,
    Cross,
    Lock,
    Left,
    Right,
    More,
    Filter,
    Print,
    Edit,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Undo => "M7 4 3 8l4 4M3 8h8.500a4.500 4.500 0 0 1 0 9H8",
            Self::Redo => "m13 4 4 4-4 4m4-4H8.500a4.500 4.500 0 0 0 0 9H12",
            Self::Download => "M10 3v9m-4-4 4 4 4-4M4 16h12",
            Self::New => "M10 4v12M4 10h12",
            Self::Open => "M3 15.500v-11h5l1.500 2H17v9z",
            Self::Keyboard => {
                "M2.500 5.500h15v9h-15zM5.500 8.500h.01M8.500 8.500h.01M11.500 8.500h.01M14.500 8.500h.01M6.500 11.500h7"
            }
            Self::Search => "M9 3.500a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11zM13 13l4 4",
            Self::Sun => {
                "M10 6.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zM10 2v1.500m0 13V18M2 10h1.500m13 0H18M4.300 4.300l1.100 1.100m9.200 9.200 1.100 1.100m0-11.400-1.100 1.100m-9.200 9.200-1.100 1.100"
            }
            Self::Moon => "M16.500 11.800A7 7 0 0 1 8.200 3.500a7 7 0 1 0 8.300 8.300z",
            Self::Auto => "M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 3v14M10 6l4.500 0M10 9.500h6.500M10 13h5",
            Self::Close | Self::Cross => "m5 5 10 10M15 5 5 15",
            Self::Check => "m4 10.500 4 4 8-9",
            Self::Lock => "M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9",
            Self::Left => "m12 4-6 6 6 6",
            Self::Right => "m8 4 6 6-6 6",
            Self::More => "M4.500 10h.01M10 10h.01M15.500 10h.01",
            Self::Print => "M6 7.500v-4h8v4M6 14.500H3.500v-7h13v7H14M6 12h8v4.500H6z",
            Self::Edit => "M4 16l1-3.500 8.500-8.500 2.500 2.500L7.500 15zM12 5.500 14.500 8",
            Self::Filter => "M3 5h14M6 10h8M8.500 15h3",
        }
    }
}

impl Icon {
    /// The drawing.
    pub(crate) fn html(self) -> Html {
        html! {
            <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
                <path d={self.path()} fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" />
            </svg>
        }
    }
}
