//! Beginnings of notices about cookies.

/// In lower case.
pub(crate) const COOKIE_NOTICES: &[&str] = &[
    "we use ",
    "this site uses ",
    "this website uses ",
    "our site uses ",
    "our website uses ",
    "by continuing ",
    "by using ",
];
