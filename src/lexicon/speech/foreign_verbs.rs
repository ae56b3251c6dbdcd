//! Verbs of saying in languages that write dialogue with dashes.

use crate::text::words;

/// Spanish, French, Portuguese, Italian, Russian, Polish, Hungarian, Swedish, Finnish, Turkish and Greek.
pub(crate) const FOREIGN_SPEECH_VERBS: &[&str] = words!(
    "dijo dice respondió contestó preguntó añadió explicó exclamó dit dit-il dit-elle répond répondit demande demanda \
     ajoute ajouta disse perguntou respondeu rispose chiese сказал сказала спросил спросила ответил ответила powiedział \
     powiedziała zapytał odparł mondta kérdezte sade frågade sanoi dedi είπε"
);
