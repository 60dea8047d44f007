//! How often each rule was right on annotated news.

/// Rule, claims that were right, claims that it made: cue, half of the content and source agree with what annotators
/// marked in the 840 training articles of PolNeAR. Measured on 2026-11-22 and written by `tests/measure_rules.py`; nested
/// claims are not counted, the annotation has none. The rules were tuned on these same articles, so unseen ones will show
/// a little less. Sorted by rule.
const MEASURED: &[(&str, u32, u32)] = &[
    ("according_to", 264, 327),
    ("according_to_fronted", 74, 90),
    ("adjective", 60, 94),
    ("answer", 8, 37),
    ("answered_question", 0, 1),
    ("as_clause", 6, 10),
    ("as_clause_fronted", 41, 51),
    ("clause_cue_subject", 55, 65),
    ("clause_subject_cue", 273, 320),
    ("colon", 24, 38),
    ("colon_quotation", 12, 15),
    ("cue_subject_quotation", 4, 5),
    ("infinitive_cue", 53, 96),
    ("label_headline", 46, 53),
    ("label_quotation", 32, 36),
    ("light_verb_noun", 107, 172),
    ("light_verb_participle", 30, 38),
    ("parenthetical", 196, 233),
    ("participle", 502, 656),
    ("participle_object", 257, 475),
    ("passive", 249, 418),
    ("passive_object", 31, 45),
    ("possessed_noun", 39, 75),
    ("quotation_cue_subject", 741, 768),
    ("quotation_sentence", 14, 19),
    ("quotation_subject_cue", 2386, 2475),
    ("quoted_as", 1, 6),
    ("reduced_passive", 8, 19),
    ("relative_gap", 41, 53),
    ("relative_object", 7, 14),
    ("reporting_adverb", 9, 22),
    ("shared_subject", 191, 266),
    ("shared_subject_object", 82, 143),
    ("signature", 5, 9),
    ("subject_cue_clause", 1790, 2113),
    ("subject_cue_infinitive", 359, 549),
    ("subject_cue_object", 1712, 2452),
    ("subject_cue_question", 135, 196),
    ("subject_cue_quotation", 466, 541),
    ("subject_cue_that", 1317, 1512),
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
