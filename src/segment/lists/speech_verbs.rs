//! Verbs of saying behind a quotation, by which its sentence goes on.

use crate::text::words;

/// The most frequent ones: the lexicon, which knows all, stands above sentences.
pub(crate) const SPEECH_VERBS: &[&str] = words!(
    "said says asked asks told added replied wrote writes cried shouted exclaimed answered wondered tweeted yelled \
     called posted"
);
