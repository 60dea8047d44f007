//! How often each rule was right on annotated news.

/// Rule, claims that were right, claims that it made: cue, half of the content and source agree with what annotators
/// marked in the 840 training articles of PolNeAR. Measured on 2026-11-20 by `tests/measure_rules.py`; nested claims
/// are not counted, the annotation has none. The rules were tuned on these same articles, so unseen ones will show a
/// little less. Sorted by rule.
const MEASURED: &[(&str, u32, u32)] = &[
    ("attribution.according_to", 264, 327),
    ("attribution.according_to_fronted", 73, 90),
    ("attribution.adjective", 58, 95),
    ("attribution.as_clause", 4, 12),
    ("attribution.as_clause_fronted", 32, 35),
    ("attribution.clause_cue_subject", 52, 62),
    ("attribution.clause_subject_cue", 251, 305),
    ("attribution.colon", 3, 10),
    ("attribution.colon_quotation", 10, 12),
    ("attribution.cue_subject_quotation", 4, 5),
    ("attribution.infinitive_cue", 50, 95),
    ("attribution.label_headline", 35, 39),
    ("attribution.label_quotation", 13, 17),
    ("attribution.light_verb_noun", 94, 131),
    ("attribution.light_verb_participle", 14, 15),
    ("attribution.parenthetical", 176, 208),
    ("attribution.participle", 436, 602),
    ("attribution.participle_object", 231, 470),
    ("attribution.passive", 206, 352),
    ("attribution.passive_object", 33, 51),
    ("attribution.possessed_noun", 31, 63),
    ("attribution.quotation_cue_subject", 727, 756),
    ("attribution.quotation_sentence", 9, 12),
    ("attribution.quotation_subject_cue", 2347, 2445),
    ("attribution.raised_subject", 131, 282),
    ("attribution.relative_gap", 48, 82),
    ("attribution.relative_object", 6, 12),
    ("attribution.reporting_adverb", 8, 35),
    ("attribution.shared_subject", 167, 258),
    ("attribution.shared_subject_object", 82, 173),
    ("attribution.signature", 5, 9),
    ("attribution.subject_cue_clause", 1661, 2001),
    ("attribution.subject_cue_infinitive", 321, 508),
    ("attribution.subject_cue_object", 1540, 2355),
    ("attribution.subject_cue_question", 110, 159),
    ("attribution.subject_cue_quotation", 449, 530),
    ("attribution.subject_cue_that", 1252, 1469),
    ("attribution.transcript", 26, 80),
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
