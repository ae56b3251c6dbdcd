//! From HTML to text and kinds, case by case.

use crate::formats::html::{is_html, to_text};

#[test]
fn html_to_paragraphs() {
    for (html, text) in [
        ("<p>One <b>bold</b>\n word.</p><p>Two</p>", "One bold word.\n\nTwo"),
        ("<h1>Title</h1><script>var a = '<p>no</p>';</script><style>p{}</style><p>Body", "Title\n\nBody"),
        ("a<br>b<ul><li>one<li>two</ul>c", "a\nb\n\none\ntwo\n\nc"),
        ("<nav><a>Home</a> <a>News</a></nav><p>It&rsquo;s &ldquo;fine&rdquo; &amp; &#128240;</p>", "It’s “fine” & 📰"),
        ("<p>He said <q>a <q>b</q> c</q>.</p>", "He said “a ‘b’ c”."),
        ("<div><nav>never closed <p>The article</p></div>", "never closed\n\nThe article"),
        ("<header>Site</header><main><h1>T</h1><p>B</p></main><p>after</p>", "T\n\nB"),
        ("<p hidden>x</p><p style='display: none'>y</p><p aria-hidden=true>z</p><p>seen</p>", "seen"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("<head><title>T</title></head><body>x</body>", "x"),
        ("<p>a</p><p>b", "a\n\nb"),
        ("1 < 2 and <unknown>3</unknown>", "1 < 2 and 3"),
        ("<script>alert(1)", ""),
        ("<script>let a = '<script><p>' + 1 < 2;</script><p>x</p>", "x"),
        ("", ""),
    ] {
        assert_eq!(to_text(html), text, "{html}");
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
