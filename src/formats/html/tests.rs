//! From HTML to text and kinds, case by case.

use std::fmt::Write as _;

use crate::formats::html::{article, is_html};
use crate::testkit::Generator;
use crate::vocabulary::BlockKind;

/// The paragraphs of an article with a sign for what the page says each is; a paragraph of which it says nothing has none.
fn shown(html: &str) -> String {
    let page = article(html);
    let mut blocks = page.blocks.iter().peekable();
    let mut out = String::new();
    for (number, line) in (0_u32..).zip(page.text.lines().filter(|line| !line.trim().is_empty())) {
        let kind = blocks.next_if(|block| block.0 == number).map(|block| block.1);
        let sign = match kind {
            None => "",
            Some(BlockKind::Headline) => "# ",
            Some(BlockKind::Heading) => "## ",
            Some(BlockKind::Byline) => "@ ",
            Some(BlockKind::Date) => "D ",
            Some(BlockKind::Caption) => "C ",
            Some(BlockKind::Body) => "= ",
            Some(BlockKind::ListItem) => "- ",
            Some(BlockKind::BlockQuote) => "> ",
            Some(BlockKind::TableRow) => "| ",
            _ => "x ",
        };
        writeln!(out, "{sign}{line}").expect("a string takes all");
    }
    assert_eq!(blocks.next(), None, "every block is a paragraph: {html}");
    out.trim_end().to_owned()
}

const RIVER: &str = "The river has been running backwards for a year, the engineers say, and nobody knows why.";

#[test]
fn the_text_of_a_page() {
    for (html, text) in [
        ("<p>One <b>bold</b>\n word.</p><p>Two</p>", "One bold word.\n\nTwo"),
        ("<p>un<b>bro</b>ken</p><div>a<div>b</div>c</div>", "unbroken\n\na\n\nb\n\nc"),
        ("<h1>Title</h1><script>var a = '<p>no</p>';</script><style>p{}</style><p>Body", "Title\n\nBody"),
        ("a<br>b<ul><li>one<li>two</ul>c", "a\nb\n\none\ntwo\n\nc"),
        ("a<br><br>b", "a\n\nb"),
        ("<h1>Two<br>lines</h1>", "Two lines"),
        (
            "<nav><a>Home</a> <a>News</a></nav><p>It&rsquo;s &ldquo;fine&rdquo; &amp; &#128240;</p>",
            "Home News\n\nIt’s “fine” & 📰",
        ),
        ("<a href=a>Home</a><a href=b>News</a>", "Home News"),
        ("<p>He said <q>a <q>b</q> c</q>.</p>", "He said “a ‘b’ c”."),
        ("<div><nav>never closed <p>The article</p></div>", "never closed\n\nThe article"),
        ("<p hidden>x</p><p style='display: none'>y</p><p aria-hidden=true>z</p><p>seen</p>", "seen"),
        ("<p>seen <span hidden>not </span>and seen</p>", "seen and seen"),
        ("<p><span aria-hidden=true>The</span> <span>The dam</span></p>", "The dam"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\nc"),
        ("<table><tr><td><p>a</p><td><p>b</table>", "a\tb"),
        ("<table><tr><td>a<p>b</td><td>c</table>", "a\n\nb\n\nc"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("<head><title>T</title></head><body>x</body>", "x"),
        ("<p>a</p><p>b", "a\n\nb"),
        ("<p>a<b>b</p><p>c</b>d</p>", "ab\n\ncd"),
        ("<ul><li>a<ul><li>b<li>c</ul><li>d</ul><dl><dt>x<dd>y</dl>", "a\n\nb\nc\n\nd\n\nx\ny"),
        ("1 < 2 and <unknown>3</unknown>", "1 < 2 and 3"),
        ("soft&shy;hyphen&nbsp;and no&#8203;break", "softhyphen and nobreak"),
        ("Ana Díaz<sup><a href=#1>1</a></sup> measured 3 m<sup>2</sup>", "Ana Díaz 1 measured 3 m2"),
        ("<p><span class=dropcap>T</span>he dam</p>", "The dam"),
        ("<script>alert(1)", ""),
        ("<script>let a = '<script><p>' + 1 < 2;</script><p>x</p>", "x"),
        ("<template><p>no</p></template><noscript><p>no</p></noscript><p>x", "x"),
        ("<svg><title>no</title><text>no</text></svg><select><option>no</select><p>x", "x"),
        ("<iframe srcdoc='<p>no</p>'><p>no</p></iframe><p onclick='no()'>x", "x"),
        ("<p title='<p>no'>x<!-- no --><!-- > no --></p><!-- no <p>no", "x"),
        ("&#xD800;x&#0;&bogus;", "\u{fffd}x\u{fffd}&bogus;"),
        ("<div><video><source><p>x</div><p>y", "x\n\ny"),
        ("</div></p></b></table>x</q>", "x"),
        ("", ""),
    ] {
        assert_eq!(article(html).text, text, "{html}");
    }
}

#[test]
fn what_a_page_says_of_its_paragraphs() {
    for (html, text) in [
        ("<header>Site</header><main><h1>T</h1><p>B</p></main><p>after</p>", "x Site\n## T\nB\nx after".to_owned()),
        // A part of an article, copied: nothing is set aside.
        ("<p>A <b>short</b> line</p><p>Another</p>", "A short line\nAnother".to_owned()),
        (&format!("<h2>Water</h2><p>{RIVER}</p><p>Yes.</p>"), format!("# Water\n= {RIVER}\nYes.")),
        (
            &format!("<nav>Home</nav><h1>A dam</h1><div class=byline>By Ana Díaz</div><p>{RIVER}"),
            format!("x Home\n# A dam\n@ By Ana Díaz\n= {RIVER}"),
        ),
        (
            &format!(
                "<h1>A dam</h1><p class=date>3 March<p class=dateline>OSLO (AP)<figure><figcaption>Gate</figcaption></figure><p>{RIVER}"
            ),
            format!("# A dam\nD 3 March\nOSLO (AP)\nC Gate\n= {RIVER}"),
        ),
        (
            &format!("<h1>A dam</h1><p class=standfirst>It was built long ago</p><p>{RIVER}"),
            format!("# A dam\n## It was built long ago\n= {RIVER}"),
        ),
        (
            &format!("<h1>A dam</h1><p>{RIVER}<aside><p>{RIVER}</aside><p>{RIVER}<p>{RIVER}"),
            format!("# A dam\n= {RIVER}\nx {RIVER}\n= {RIVER}\n= {RIVER}"),
        ),
        // What calls itself furniture and holds the article is not believed.
        (&format!("<div class=sidebar><h1>A dam</h1><p>{RIVER}</p></div>"), format!("# A dam\n= {RIVER}")),
    ] {
        assert_eq!(shown(html), text, "{html}");
    }
}

#[test]
fn how_the_text_of_an_article_is_set() {
    let prose =
        |html: &str| format!("<article><h1>A dam</h1><p>{RIVER}</p><p>{RIVER}</p>{html}<p>{RIVER}</p></article>");
    let expected = |lines: &str| format!("# A dam\n= {RIVER}\n= {RIVER}\n{lines}\n= {RIVER}");
    for (html, lines) in [
        ("<ul><li>Four gates<li>Two turbines</ul>", "- Four gates\n- Two turbines".to_owned()),
        (&format!("<ol><li><p>{RIVER}</p></li></ol>"), format!("- {RIVER}")),
        (&format!("<ul><li>Gates<ul><li>{RIVER}</ul></ul>"), format!("- Gates\n- {RIVER}")),
        (
            &format!("<blockquote><p>{RIVER}</p><p>Nobody knows.</p></blockquote>"),
            format!("> {RIVER}\n> Nobody knows."),
        ),
        (
            "<table><tr><th>Year<th>Height</tr><tr><td>2024<td>12 m</tr></table>",
            "| Year\tHeight\n| 2024\t12 m".to_owned(),
        ),
        // What only lists where else to go is left to the words.
        ("<ul><li><a href=a>Gates</a> of the dam</ul>", "Gates of the dam".to_owned()),
        // A table of one cell is there for its looks.
        (&format!("<table><tr><td>{RIVER}</table>"), format!("= {RIVER}")),
    ] {
        assert_eq!(shown(&prose(html)), expected(&lines), "{html}");
    }
    // What holds the whole article, too.
    for around in [["<blockquote>", "</blockquote>"], ["<table><tr><td>x<td>", "</table>"]] {
        let html = format!("{}<p>{RIVER}</p><p>{RIVER}</p>{}", around[0], around[1]);
        assert!(!shown(&html).contains(['>', '|']), "{}", shown(&html));
    }
}

#[test]
fn a_whole_page() {
    let page = include_str!("../../../tests/fixtures/html/page.html");
    let expected = include_str!("../../../tests/fixtures/html/page.txt");
    assert_eq!(shown(page), expected.trim_end());
    assert_eq!(article(page).language.as_deref(), Some("en-GB"));
}

#[test]
fn what_other_programs_put_on_the_clipboard() {
    let word = "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style><!-- p.MsoNormal {margin:0} --></style></head>\
        <body lang=EN-GB><!--StartFragment--><h1>The dam<o:p></o:p></h1><p class=MsoNormal>“We know,” said Ana\n  Díaz, the \
        minister, on Monday.<o:p></o:p></p><p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>·<span>\
        &nbsp;&nbsp; </span></span><![endif]>An item</p><table class=MsoTableGrid><tr><td><p class=MsoNormal>Year<o:p></o:p></p></td>\
        <td><p class=MsoNormal>Height<o:p></o:p></p></td></tr></table><!--EndFragment--></body></html>";
    let docs = "<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><h1 dir=\"ltr\"><span>The dam</span></h1>\
        <p dir=\"ltr\"><span>“We know,” said </span><span>Ana Díaz, the minister, on Monday.</span></p><br><ul><li dir=\"ltr\" \
        aria-level=\"1\"><p dir=\"ltr\" role=\"presentation\"><span>An item</span></p></li></ul></b><br class=\"Apple-interchange-newline\">";
    let mail = "<div dir=\"ltr\">“We know,” said Ana Díaz, the minister, on Monday.<div><br></div><div>Bob</div></div><br>\
        <div class=\"gmail_quote\"><div class=\"gmail_attr\">On Monday, Eva wrote:<br></div><blockquote class=\"gmail_quote\" type=\"cite\">\
        <div>Does anybody know why the river has been running backwards?</div></blockquote></div>";
    let reader = format!(
        "<div class=\"container\"><div class=\"reader-header\"><h1 class=\"reader-title\">The dam</h1><div \
        class=\"credits reader-credits\">Ana Díaz</div></div><hr><div class=\"moz-reader-content\"><div id=\"readability-page-1\">\
        <p>{RIVER}</p></div></div></div>"
    );
    for (html, text) in [
        (word, "# The dam\n= “We know,” said Ana Díaz, the minister, on Monday.\nAn item\n| Year\tHeight".to_owned()),
        (docs, "# The dam\n= “We know,” said Ana Díaz, the minister, on Monday.\n- An item".to_owned()),
        (mail, "= “We know,” said Ana Díaz, the minister, on Monday.\nBob\nOn Monday, Eva wrote:\n> Does anybody know why the river has been running backwards?".to_owned()),
        (&reader, format!("# The dam\n@ Ana Díaz\n= {RIVER}")),
    ] {
        assert_eq!(shown(html), text, "{html}");
    }
}

#[test]
fn what_looks_like_html() {
    for html in ["<!DOCTYPE html><p>", " \n<html>", "<p>One</p>", "<div class=a>x</div>"] {
        assert!(is_html(html), "{html}");
    }
    for text in ["1 < 2", "<3 this", "He wrote <p> in his text", "Ana said </p>", "<Ana> hello"] {
        assert!(!is_html(text), "{text}");
    }
}

#[test]
fn no_html_breaks_the_reader() {
    let page = include_str!("../../../tests/fixtures/html/page.html");
    for seed in 0..400 {
        let mut random = Generator::new(seed);
        let mut next = |most: usize| random.below(most.max(1));
        let mut html: Vec<char> = page.chars().collect();
        for _ in 0..=next(12) {
            let at = next(html.len());
            let len = next(60).min(html.len() - at);
            let piece: Vec<char> = html[at..at + len].to_vec();
            let to = next(html.len());
            match next(3) {
                0 => drop(html.drain(at..at + len)),
                1 => drop(html.splice(to..to, piece)),
                _ => html[at] = ['<', '>', '"', '\'', '&', '/', '\0', '-'][next(8)],
            }
        }
        shown(&html.into_iter().collect::<String>());
    }
}

#[test]
fn every_word_of_a_simple_page_stays() {
    let tags = [
        "p",
        "div",
        "b",
        "i",
        "span",
        "li",
        "ul",
        "td",
        "tr",
        "table",
        "h2",
        "nav",
        "aside",
        "footer",
        "a",
        "section",
        "em",
        "blockquote",
        "button",
        "form",
    ];
    for seed in 0..400 {
        let mut random = Generator::new(seed);
        let mut next = |most: usize| random.below(most);
        let (mut html, mut words) = (String::new(), Vec::new());
        for number in 0..next(60) {
            let tag = tags[next(tags.len())];
            match next(3) {
                0 => write!(html, "<{tag} class=\"ad share related\">"),
                1 => write!(html, "</{tag}>"),
                _ => {
                    words.push(format!("w{number}"));
                    write!(html, " w{number} ")
                }
            }
            .expect("a string takes all");
        }
        let text = article(&html).text;
        assert_eq!(text.split_whitespace().collect::<Vec<_>>(), words, "{html}");
    }
}

#[test]
fn hostile_html_is_read_all_the_same() {
    const MANY: usize = 100_000;
    for piece in [
        "<div>",
        "<a href=x>",
        "<table><tr><td>",
        "<p><b>",
        "</div>",
        "<b></i>",
        "<a><p></a>",
        "<ul><li>",
        "<!--",
        "<![CDATA[",
        "<q>",
        "<svg>",
        "&#xD800;",
        "\0",
        "<div class='a b c d'>x",
        "<p>x",
        "<x y=z>",
        "<template>",
        "<script>",
        "<h1>x</h1>",
        "<br>",
        "<sup>",
        "&",
    ] {
        let html = format!("<p>before</p>{}after", piece.repeat(MANY / piece.len()));
        let page = article(&html);
        assert!(page.text.starts_with("before"), "{piece}");
    }
    let mut html = "<p".to_owned();
    for number in 0..MANY / 10 {
        write!(html, " a{number}=b").expect("a string takes all");
    }
    assert_eq!(article(&format!("{html}>x")).text, "x");
}
