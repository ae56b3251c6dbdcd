//! What each element of HTML does to the text that stands in it.

/// An element, as far as the text depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// `html` and `body`: all that is on the page.
    Root,
    /// Starts and ends a paragraph, and says no more.
    Block,
    /// `p`: ended by the next block.
    Paragraph,
    /// `h1` to `h6`, with its level.
    Heading(u8),
    /// `ul`, `ol`, `menu`, `dl`.
    List,
    /// `li`, `dd`, `dt`.
    Item,
    /// `table`.
    Table,
    /// `thead`, `tbody`, `tfoot`.
    Rows,
    /// `tr`.
    Row,
    /// `td`, `th`.
    Cell,
    /// `blockquote`.
    BlockQuote,
    /// `pre`.
    Preformatted,
    /// `figure`.
    Figure,
    /// `figcaption`.
    Caption,
    /// `article`.
    Article,
    /// `main`.
    Main,
    /// `header`.
    Header,
    /// `nav`.
    Navigation,
    /// `aside`.
    Aside,
    /// `footer`.
    Footer,
    /// `form`, `fieldset`.
    Form,
    /// `button`, `label`.
    Button,
    /// `a`.
    Link,
    /// `q`.
    Quote,
    /// `b`, `strong`.
    Bold,
    /// `time`.
    Time,
    /// Any other element within a line, known or not.
    Inline,
    /// `br`.
    Break,
    /// `hr`.
    Rule,
    /// Without an end tag and without text.
    Void,
    /// `head`: shows nothing by itself.
    Head,
    /// `title`: the name of the page.
    Title,
    /// `script`.
    Script,
    /// Never shown as text, with all that stands in it.
    Unseen,
}

impl Element {
    /// The element of this name, in lower case.
    pub(super) fn named(name: &[u8]) -> Self {
        match name {
            b"html" | b"body" => Self::Root,
            b"address" | b"center" | b"details" | b"div" | b"hgroup" | b"search" | b"section" | b"summary"
            | b"caption" | b"dialog" | b"legend" | b"optgroup" => Self::Block,
            b"p" => Self::Paragraph,
            [b'h', level @ b'1'..=b'6'] => Self::Heading(level - b'0'),
            b"ul" | b"ol" | b"menu" | b"dir" | b"dl" => Self::List,
            b"li" | b"dd" | b"dt" => Self::Item,
            b"table" => Self::Table,
            b"thead" | b"tbody" | b"tfoot" => Self::Rows,
            b"tr" => Self::Row,
            b"td" | b"th" => Self::Cell,
            b"blockquote" => Self::BlockQuote,
            b"pre" | b"listing" | b"xmp" | b"plaintext" => Self::Preformatted,
            b"a" => Self::Link,
            b"q" => Self::Quote,
            b"b" | b"strong" => Self::Bold,
            b"time" => Self::Time,
            b"br" => Self::Break,
            b"hr" => Self::Rule,
            b"area" | b"base" | b"basefont" | b"bgsound" | b"col" | b"embed" | b"frame" | b"img" | b"image"
            | b"input" | b"keygen" | b"link" | b"meta" | b"param" | b"source" | b"track" | b"wbr" => Self::Void,
            b"head" => Self::Head,
            b"title" => Self::Title,
            b"script" => Self::Script,
            b"style" | b"template" | b"noscript" | b"iframe" | b"noembed" | b"noframe" | b"noframes" | b"svg"
            | b"select" | b"datalist" | b"option" | b"textarea" | b"object" | b"applet" | b"canvas" | b"audio"
            | b"video" | b"map" => Self::Unseen,
            _ => Self::part(name),
        }
    }

    /// The part of a page of this name; of any other name, one within a line.
    fn part(name: &[u8]) -> Self {
        match name {
            b"figure" => Self::Figure,
            b"figcaption" => Self::Caption,
            b"article" => Self::Article,
            b"main" => Self::Main,
            b"header" => Self::Header,
            b"nav" => Self::Navigation,
            b"aside" => Self::Aside,
            b"footer" => Self::Footer,
            b"form" | b"fieldset" => Self::Form,
            b"button" | b"label" => Self::Button,
            _ => Self::Inline,
        }
    }

    /// Whether it has no end tag.
    pub(super) fn is_void(self) -> bool {
        matches!(self, Self::Break | Self::Rule | Self::Void)
    }

    /// Whether it stands within a line and neither starts nor ends a paragraph.
    pub(super) fn is_inline(self) -> bool {
        matches!(self, Self::Link | Self::Quote | Self::Bold | Self::Time | Self::Inline)
    }

    /// Whether nothing in it is shown.
    pub(super) fn is_unseen(self) -> bool {
        matches!(self, Self::Title | Self::Script | Self::Unseen)
    }

    /// Whether its start ends a `p` that is open.
    pub(super) fn ends_paragraph(self) -> bool {
        !self.is_inline()
            && !self.is_unseen()
            && !matches!(
                self,
                Self::Button | Self::Break | Self::Void | Self::Rows | Self::Row | Self::Cell | Self::Head
            )
    }

    /// Whether an element in it is never ended by a tag outside.
    pub(super) fn is_scope(self) -> bool {
        matches!(self, Self::Cell | Self::Table | Self::Root | Self::Unseen)
    }

    /// Whether it is often ended by what follows, without a tag of its own.
    pub(super) fn ends_by_itself(self) -> bool {
        matches!(self, Self::Root | Self::Head | Self::Paragraph | Self::Item | Self::Rows | Self::Row | Self::Cell)
            || self.is_inline()
    }
}
