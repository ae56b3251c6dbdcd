//! Nouns of opinion ("support", "fears") with the preposition that leads to what they are about.

/// Nouns that say how somebody speaks or thinks of what follows, with the words that lead to it.
pub(crate) const VIEWS: &[(&str, &str)] = &[
    (
        "for",
        "support call calls plan plans case hope hopes desire demand demands request requests proposal preference \
         respect contempt endorsement praise plea push",
    ),
    (
        "to",
        "opposition reaction reply objection objections hostility plan plans decision desire refusal willingness \
         promise promises pledge vow threat threats commitment request call calls proposal proposals resistance \
         intention ambition",
    ),
    (
        "of",
        "criticism view views endorsement approval disapproval assessment vision description account story stories \
         claim claims accusation accusations allegation allegations report reports warning warnings fear fears \
         knowledge denunciation condemnation rejection acknowledgment acknowledgement announcement promise promises \
         talk discussion understanding memory memories opinion opinions support idea notion news mention critique \
         defense portrayal characterization depiction suspicion suspicions",
    ),
    (
        "on",
        "attack attacks comment comments remark remarks position positions stance stances view views assault assaults \
            question questions statement statements speech focus",
    ),
    (
        "about",
        "question questions comment comments remark remarks concern concerns doubt doubts worry worries fear fears \
         story stories joke jokes claim claims statement statements lie lies skepticism complaint complaints \
         discussion debate talk speech opinion opinions allegations reports anger anxiety",
    ),
    (
        "against",
        "attack attacks argument arguments allegation allegations accusation accusations protest protests broadside \
                 complaint complaints",
    ),
    ("over", "concern concerns debate anger frustration outrage dispute disagreement criticism worry worries"),
    ("with", "agreement disagreement disagreements frustration dissatisfaction disappointment"),
    ("in", "belief faith confidence trust"),
];

/// The nouns of [`VIEWS`].
pub(crate) fn views() -> impl Iterator<Item = &'static str> {
    VIEWS.iter().flat_map(|v| v.1.split_ascii_whitespace())
}
