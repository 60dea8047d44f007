//! Regular inflection, so that a dictionary needs only the irregular forms.

/// The other four forms of a verb: third person, past, participle, gerund.
pub(crate) type VerbForms = [String; 4];

/// Reads the `forms` column of a verb, or inflects regularly where it is empty. Only the first word of a
/// multi-word verb is inflected: "point out", "points out".
pub(crate) fn verb_forms(lemma: &str, column: &str) -> Result<VerbForms, String> {
    let (verb, rest) = lemma
        .split_once(' ')
        .map_or((lemma, String::new()), |(verb, rest)| {
            (verb, format!(" {rest}"))
        });
    let given: Vec<&str> = column.split_ascii_whitespace().collect();
    let forms = match given[..] {
        [] => regular(verb),
        [third, past, participle, gerund] => [third, past, participle, gerund].map(str::to_owned),
        // As in `deny | denies denied denying`: past and participle alike.
        [third, past, gerund] => [third, past, past, gerund].map(str::to_owned),
        _ => {
            return Err(format!(
                "a verb has four forms (third person, past, participle, gerund), not {}",
                given.len()
            ));
        }
    };
    Ok(forms.map(|form| form + &rest))
}

fn regular(verb: &str) -> VerbForms {
    let past = if let Some(stem) = consonant_y(verb) {
        format!("{stem}ied")
    } else if verb.ends_with('e') {
        format!("{verb}d")
    } else {
        format!("{verb}ed")
    };
    let gerund = if let Some(stem) = verb.strip_suffix("ie") {
        format!("{stem}ying")
    } else if verb.ends_with('e')
        && !verb.ends_with("ee")
        && !verb.ends_with("oe")
        && !verb.ends_with("ye")
    {
        format!("{}ing", &verb[..verb.len() - 1])
    } else {
        format!("{verb}ing")
    };
    [with_s(verb), past.clone(), past, gerund]
}

/// "signalled", "signalling": past and gerund of a verb in -l as British papers write them beside "signaled"; none behind
/// two vowels, as in "reveal".
pub(crate) fn doubled(verb: &str) -> Option<[String; 2]> {
    let vowel = |byte: &u8| b"aeiou".contains(byte);
    let doubles = match verb.as_bytes() {
        [.., b'u', b'e', b'l'] => true,
        [.., before, last, b'l'] => vowel(last) && !vowel(before),
        _ => false,
    };
    doubles.then(|| [format!("{verb}led"), format!("{verb}ling")])
}

/// The regular plural: "claim" claims, "inquiry" inquiries; "man" men by its ending.
pub(crate) fn plural(noun: &str) -> String {
    match noun.strip_suffix("man") {
        Some(stem) if !matches!(noun, "human" | "german" | "roman") => format!("{stem}men"),
        _ => with_s(noun),
    }
}

fn with_s(word: &str) -> String {
    if let Some(stem) = consonant_y(word) {
        format!("{stem}ies")
    } else if ["s", "x", "z", "ch", "sh"]
        .iter()
        .any(|end| word.ends_with(end))
        || word.ends_with('o') && !word.ends_with("oo")
    {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

fn consonant_y(word: &str) -> Option<&str> {
    word.strip_suffix('y')
        .filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_verbs_need_no_forms() {
        let of = |lemma: &str| {
            verb_forms(lemma, "")
                .expect("forms that are read")
                .join(" ")
        };
        assert_eq!(of("claim"), "claims claimed claimed claiming");
        assert_eq!(of("deny"), "denies denied denied denying");
        assert_eq!(of("argue"), "argues argued argued arguing");
        assert_eq!(of("stress"), "stresses stressed stressed stressing");
        assert_eq!(of("agree"), "agrees agreed agreed agreeing");
        assert_eq!(of("die"), "dies died died dying");
        assert_eq!(
            of("point out"),
            "points out pointed out pointed out pointing out"
        );
        assert_eq!(of("convey"), "conveys conveyed conveyed conveying");
    }

    #[test]
    fn british_papers_double_the_l() {
        let of = |verb: &str| doubled(verb).map(|forms| forms.join(" "));
        assert_eq!(of("signal").as_deref(), Some("signalled signalling"));
        assert_eq!(of("fuel").as_deref(), Some("fuelled fuelling"));
        assert_eq!(of("reveal"), None);
        assert_eq!(of("pull"), None);
    }

    #[test]
    fn given_forms_win() {
        assert_eq!(
            verb_forms("make clear", "makes made made making").expect("forms that are read")[1],
            "made clear"
        );
        assert_eq!(
            verb_forms("say", "says said saying").expect("forms that are read"),
            ["says", "said", "said", "saying"]
        );
        assert!(verb_forms("say", "says").is_err());
    }

    #[test]
    fn plurals() {
        assert_eq!(plural("spokesman"), "spokesmen");
        assert_eq!(plural("inquiry"), "inquiries");
        assert_eq!(plural("witness"), "witnesses");
    }
}
