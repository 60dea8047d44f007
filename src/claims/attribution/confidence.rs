//! How often each rule was right on annotated news.

/// Rule, claims that were right, claims that it made: cue, half of the content and source agree with what annotators
/// marked in the 840 training articles of PolNeAR. Measured on 2026-11-21 by `tests/measure_rules.py`; nested claims
/// are not counted, the annotation has none. The rules were tuned on these same articles, so unseen ones will show a
/// little less. Sorted by rule.
const MEASURED: &[(&str, u32, u32)] = &[
    ("attribution.according_to", 262, 326),
    ("attribution.according_to_fronted", 74, 90),
    ("attribution.adjective", 58, 92),
    ("attribution.answer", 8, 37),
    ("attribution.as_clause", 6, 9),
    ("attribution.as_clause_fronted", 40, 49),
    ("attribution.clause_cue_subject", 50, 59),
    ("attribution.clause_subject_cue", 257, 303),
    ("attribution.colon", 22, 36),
    ("attribution.colon_quotation", 10, 12),
    ("attribution.cue_subject_quotation", 4, 5),
    ("attribution.infinitive_cue", 51, 91),
    ("attribution.label_headline", 34, 38),
    ("attribution.label_quotation", 32, 36),
    ("attribution.light_verb_noun", 100, 157),
    ("attribution.light_verb_participle", 29, 33),
    ("attribution.parenthetical", 188, 221),
    ("attribution.participle", 490, 644),
    ("attribution.participle_object", 254, 494),
    ("attribution.passive", 237, 392),
    ("attribution.passive_object", 30, 44),
    ("attribution.possessed_noun", 37, 69),
    ("attribution.quotation_cue_subject", 740, 768),
    ("attribution.quotation_sentence", 14, 17),
    ("attribution.quotation_subject_cue", 2386, 2475),
    ("attribution.quoted_as", 1, 1),
    ("attribution.raised_subject", 128, 268),
    ("attribution.relative_gap", 47, 79),
    ("attribution.relative_object", 7, 13),
    ("attribution.reporting_adverb", 9, 22),
    ("attribution.shared_subject", 181, 256),
    ("attribution.shared_subject_object", 83, 147),
    ("attribution.signature", 5, 9),
    ("attribution.subject_cue_clause", 1757, 2092),
    ("attribution.subject_cue_infinitive", 343, 533),
    ("attribution.subject_cue_object", 1684, 2456),
    ("attribution.subject_cue_question", 119, 172),
    ("attribution.subject_cue_quotation", 481, 560),
    ("attribution.subject_cue_that", 1309, 1506),
    ("attribution.transcript", 15, 20),
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
