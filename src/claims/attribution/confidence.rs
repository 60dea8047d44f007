//! How often each rule was right on annotated news.

/// Rule, claims that were right, claims that it made: cue, half of the content and source agree with what annotators
/// marked in the 840 training articles of PolNeAR. Measured on 2026-11-21 by `tests/measure_rules.py`; nested claims
/// are not counted, the annotation has none. The rules were tuned on these same articles, so unseen ones will show a
/// little less. Sorted by rule.
const MEASURED: &[(&str, u32, u32)] = &[
    ("attribution.according_to", 262, 326),
    ("attribution.according_to_fronted", 74, 90),
    ("attribution.adjective", 57, 91),
    ("attribution.answer", 8, 37),
    ("attribution.as_clause", 6, 9),
    ("attribution.as_clause_fronted", 40, 49),
    ("attribution.clause_cue_subject", 50, 58),
    ("attribution.clause_subject_cue", 256, 303),
    ("attribution.colon", 22, 36),
    ("attribution.colon_quotation", 10, 12),
    ("attribution.cue_subject_quotation", 4, 5),
    ("attribution.infinitive_cue", 51, 94),
    ("attribution.label_headline", 35, 39),
    ("attribution.label_quotation", 32, 36),
    ("attribution.light_verb_noun", 100, 157),
    ("attribution.light_verb_participle", 29, 33),
    ("attribution.parenthetical", 187, 220),
    ("attribution.participle", 490, 646),
    ("attribution.participle_object", 260, 522),
    ("attribution.passive", 238, 394),
    ("attribution.passive_object", 32, 51),
    ("attribution.possessed_noun", 37, 69),
    ("attribution.quotation_cue_subject", 737, 765),
    ("attribution.quotation_sentence", 14, 17),
    ("attribution.quotation_subject_cue", 2386, 2474),
    ("attribution.quoted_as", 1, 1),
    ("attribution.raised_subject", 127, 265),
    ("attribution.relative_gap", 48, 80),
    ("attribution.relative_object", 7, 13),
    ("attribution.reporting_adverb", 9, 25),
    ("attribution.shared_subject", 180, 257),
    ("attribution.shared_subject_object", 84, 161),
    ("attribution.signature", 5, 9),
    ("attribution.subject_cue_clause", 1758, 2093),
    ("attribution.subject_cue_infinitive", 344, 534),
    ("attribution.subject_cue_object", 1746, 2588),
    ("attribution.subject_cue_question", 119, 172),
    ("attribution.subject_cue_quotation", 482, 561),
    ("attribution.subject_cue_that", 1309, 1507),
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
