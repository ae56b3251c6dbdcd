//! Words that lose their first letters to an apostrophe: 'em, 'tis.

use crate::text::words;

/// What is left of them.
pub(crate) const ELISIONS: &[&str] = words!(
    "em til till tis twas twere cause bout round nuff neath kay cos coz ere gainst sup n er im ave ow ello tude hood burbs \
     cept"
);
