//! How often each rule was right on annotated news.

/// Rule, claims that were right, claims that it made: cue, half of the content and source agree with what annotators
/// marked in the 840 training articles of PolNeAR. Measured on 2026-11-22 and written by `tests/measure_rules.py`; nested
/// claims are not counted, the annotation has none. The rules were tuned on these same articles, so unseen ones will show
/// a little less. Sorted by rule.
const MEASURED: &[(&str, u32, u32)] = &[
    ("according_to", 263, 326),
    ("according_to_fronted", 74, 90),
    ("adjective", 65, 104),
    ("answer", 8, 37),
    ("answered_question", 0, 1),
    ("as_clause", 7, 11),
    ("as_clause_fronted", 42, 52),
    ("clause_cue_subject", 54, 62),
    ("clause_subject_cue", 273, 319),
    ("colon", 24, 38),
    ("colon_quotation", 12, 15),
    ("cue_subject_quotation", 4, 5),
    ("infinitive_cue", 54, 94),
    ("label_headline", 46, 53),
    ("label_quotation", 31, 35),
    ("light_verb_noun", 107, 172),
    ("light_verb_participle", 31, 39),
    ("parenthetical", 202, 238),
    ("participle", 504, 655),
    ("participle_object", 264, 485),
    ("passive", 252, 428),
    ("passive_object", 31, 46),
    ("possessed_noun", 46, 86),
    ("quotation_cue_subject", 741, 768),
    ("quotation_sentence", 14, 19),
    ("quotation_subject_cue", 2388, 2475),
    ("quoted_as", 1, 6),
    ("received_noun", 14, 24),
    ("reduced_passive", 8, 19),
    ("relative_gap", 42, 54),
    ("relative_object", 8, 16),
    ("reporting_adverb", 9, 22),
    ("shared_subject", 195, 267),
    ("shared_subject_object", 87, 151),
    ("signature", 5, 9),
    ("subject_cue_clause", 1799, 2120),
    ("subject_cue_infinitive", 362, 555),
    ("subject_cue_object", 1751, 2499),
    ("subject_cue_question", 136, 197),
    ("subject_cue_quotation", 461, 536),
    ("subject_cue_that", 1313, 1503),
    ("transcript", 15, 20),
];

/// The share of the rule's claims that were right, drawn a little towards one half where few were seen.
pub(super) fn of(rule: &str) -> f32 {
    let name = rule.strip_prefix("attribution.").unwrap_or(rule);
    let found = MEASURED.binary_search_by_key(&name, |&(rule, ..)| rule);
    let (right, made) = found.map_or((0, 0), |index| (MEASURED[index].1, MEASURED[index].2));
    (right as f32 + 1.0) / (made as f32 + 2.0)
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
                .all(|&(_, right, made)| right <= made && made > 0)
        );
        assert!(of("attribution.quotation_subject_cue") > 0.9);
        assert!((of("no such rule") - 0.5).abs() < f32::EPSILON);
    }
}
