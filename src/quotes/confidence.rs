//! From the ranker's shares to a confidence that says how often such a quote is right.

use crate::vocabulary::{Confidence, QuoteKind};

/// The ranker's share and how often words and speaker agree with the annotation at it, both in permille (PolNeAR, training
/// part), for whole quotes. Between the points the line is straight.
const WHOLE: &[(u16, u16)] = &[
    (0, 50),
    (200, 250),
    (300, 400),
    (400, 620),
    (450, 730),
    (600, 790),
    (800, 800),
    (900, 850),
    (950, 930),
    (1000, 970),
];
/// The same for fragments.
const PARTIAL: &[(u16, u16)] =
    &[(0, 50), (250, 250), (400, 380), (500, 540), (600, 700), (700, 770), (800, 860), (900, 940), (1000, 960)];

/// The confidence of a quote of `kind` that has the `share`.
pub(crate) fn of(kind: QuoteKind, share: u16) -> Confidence {
    let points = match kind {
        QuoteKind::Direct | QuoteKind::Thought => WHOLE,
        QuoteKind::Partial => PARTIAL,
        QuoteKind::Indirect | QuoteKind::NotQuote => return Confidence::permille(share),
    };
    let after = points.iter().position(|point| point.0 >= share).unwrap_or(points.len() - 1).max(1);
    let ((x0, y0), (x1, y1)) = (points[after - 1], points[after]);
    let rise = u32::from(share.clamp(x0, x1) - x0) * u32::from(y1 - y0) / u32::from(x1 - x0);
    Confidence::permille(y0.saturating_add(u16::try_from(rise).unwrap_or(u16::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surer_is_never_less_sure() {
        for kind in [QuoteKind::Direct, QuoteKind::Partial] {
            let found: Vec<Confidence> = (0..=1000).map(|share| of(kind, share)).collect();
            assert!(found.is_sorted());
            assert_eq!((found[0].get(), found[1000].get() > 950), (50, true));
        }
    }
}
