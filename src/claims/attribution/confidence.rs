//! How often each rule was right on annotated news.

/// Rule, claims that were right, claims that it made: cue, half of the content and source agree with what annotators
/// marked in the 840 training articles of PolNeAR. Measured on 2026-11-20 by `tests/measure_rules.py`; nested claims
/// are not counted, the annotation has none. Sorted by rule.
const MEASURED: &[(&str, u32, u32)] = &[
    ("attribution.according_to", 264, 327),
    ("attribution.according_to_fronted", 73, 90),
    ("attribution.adjective", 55, 93),
    ("attribution.as_clause", 4, 10),
    ("attribution.as_clause_fronted", 29, 32),
    ("attribution.clause_cue_subject", 52, 62),
    ("attribution.clause_subject_cue", 252, 302),
    ("attribution.colon", 3, 12),
    ("attribution.colon_quotation", 10, 11),
    ("attribution.infinitive_cue", 49, 94),
    ("attribution.label_headline", 35, 39),
    ("attribution.label_quotation", 13, 17),
    ("attribution.light_verb_noun", 94, 131),
    ("attribution.light_verb_participle", 14, 15),
    ("attribution.parenthetical", 178, 211),
    ("attribution.participle", 436, 603),
    ("attribution.participle_object", 230, 468),
    ("attribution.passive", 197, 344),
    ("attribution.passive_object", 33, 51),
    ("attribution.possessed_noun", 31, 64),
    ("attribution.quotation_cue_subject", 710, 740),
    ("attribution.quotation_subject_cue", 2320, 2420),
    ("attribution.raised_subject", 131, 283),
    ("attribution.relative_gap", 48, 82),
    ("attribution.relative_object", 6, 14),
    ("attribution.reporting_adverb", 8, 35),
    ("attribution.shared_subject", 166, 259),
    ("attribution.shared_subject_object", 83, 173),
    ("attribution.signature", 5, 9),
    ("attribution.subject_cue_clause", 1678, 2036),
    ("attribution.subject_cue_infinitive", 325, 521),
    ("attribution.subject_cue_object", 1546, 2383),
    ("attribution.subject_cue_question", 111, 163),
    ("attribution.subject_cue_quotation", 441, 524),
    ("attribution.subject_cue_that", 1256, 1478),
];

/// The share of the rule's claims that were right, drawn a little towards one half where few were seen.
pub(super) fn of(rule: &str) -> f32 {
    let found = MEASURED.binary_search_by_key(&rule, |&(rule, ..)| rule);
    let (right, all) = found.map_or((0, 0), |index| (MEASURED[index].1, MEASURED[index].2));
    (right as f32 + 1.0) / (all as f32 + 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_holds_shares() {
        assert!(MEASURED.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(
            MEASURED
                .iter()
                .all(|&(_, right, all)| right <= all && all > 0)
        );
        assert!(of("attribution.quotation_subject_cue") > 0.9);
        assert!((of("no such rule") - 0.5).abs() < f32::EPSILON);
    }
}
