//! How often each rule was right on annotated news.

/// Rule, claims that were right, claims that it made: cue, half of the content and source agree with what annotators
/// marked in the 840 training articles of PolNeAR. Measured on 2026-11-21 and written by `tests/measure_rules.py`; nested
/// claims are not counted, the annotation has none. The rules were tuned on these same articles, so unseen ones will show
/// a little less. Sorted by rule.
const MEASURED: &[(&str, u32, u32)] = &[
    ("according_to", 264, 328),
    ("according_to_fronted", 74, 90),
    ("adjective", 58, 92),
    ("answer", 8, 37),
    ("answered_question", 0, 1),
    ("as_clause", 6, 9),
    ("as_clause_fronted", 41, 49),
    ("clause_cue_subject", 51, 60),
    ("clause_subject_cue", 266, 311),
    ("colon", 24, 38),
    ("colon_quotation", 11, 14),
    ("cue_subject_quotation", 4, 5),
    ("infinitive_cue", 53, 98),
    ("label_headline", 34, 38),
    ("label_quotation", 32, 36),
    ("light_verb_noun", 104, 161),
    ("light_verb_participle", 30, 36),
    ("parenthetical", 192, 229),
    ("participle", 496, 654),
    ("participle_object", 254, 484),
    ("passive", 240, 405),
    ("passive_object", 31, 45),
    ("possessed_noun", 37, 70),
    ("quotation_cue_subject", 740, 768),
    ("quotation_sentence", 14, 19),
    ("quotation_subject_cue", 2386, 2475),
    ("quoted_as", 1, 5),
    ("relative_gap", 47, 81),
    ("relative_object", 7, 14),
    ("reporting_adverb", 9, 22),
    ("shared_subject", 184, 261),
    ("shared_subject_object", 83, 144),
    ("signature", 5, 9),
    ("subject_cue_clause", 1760, 2090),
    ("subject_cue_infinitive", 358, 549),
    ("subject_cue_object", 1682, 2445),
    ("subject_cue_question", 128, 185),
    ("subject_cue_quotation", 464, 540),
    ("subject_cue_that", 1314, 1513),
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
