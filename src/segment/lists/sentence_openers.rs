//! Words that seldom are a name and often begin a sentence.

use crate::text::words;

/// As written, sorted: after an abbreviation that may end a sentence, one of them means that it did.
pub(crate) const SENTENCE_OPENERS: &[&str] = words!(
    "A About According After All Also Although An And Another Any As At Because Before Both But By Despite During \
     Each Even Every Few For From He Her Here His How However I If In Instead It Its Last Later Many Meanwhile More \
     Most My No Nor Not Now Of On Once One Only Or Other Others Our Over She Since So Some Still Such Than That The \
     Their Then There These They This Those Though Through To Today Two Under Until We What When Where Whether \
     Which While Who Why With Yet You Your"
);
