//! The view that a person reads, and parts of what was found.

use crate::checks;

use newsclaim::render::{View, text};
use newsclaim::{ClaimKind, Extraction, List, Selection};

const RIVER: &str = "\
Skip to main content

Home

World

LUNDE, Norland — \"It was quiet at first. Then the water came,\" said Ana Ruiz, a farmer.

The ministry never said that 12 soldiers were killed. Sudland has not released any figures on its losses.

Norland's army said 14 of its soldiers were killed. Sudland denied that.

Both Norway and Peru accused Chile of opening the gates.

Share this article
";

fn view(article: &str) -> String {
    text(article, &newsclaim::extract(article))
}

fn has(view: &str, lines: &str) {
    assert!(
        view.contains(lines),
        "not in the view:\n{lines}\nbut:\n{view}"
    );
}

#[test]
fn the_digest_tells_tolls_denials_and_what_was_not_said() {
    let view = view(RIVER);
    has(
        &view,
        "\ndenials    Sudland (9a) → Norland's army (8a): 14 of its soldiers were killed\n\
         not said   The ministry (6a): 12 soldiers were killed\n           Sudland (7): its losses\n",
    );
    let digest = view.split("\n\n").next().expect("a digest");
    assert!(
        digest.contains("says Norland's army: 14 killed, its soldiers (8a)\n"),
        "{view}"
    );
    assert!(!digest.contains("12 killed"), "nobody said so:\n{view}");
    has(&view, "not said · The ministry (government) · never said\n");
}

#[test]
fn content_is_marked_in_every_sentence_where_it_stands() {
    let view = view(RIVER);
    has(
        &view,
        "  4  {5a: \"It was quiet at first.}\n  5  {a: Then the water came,\"} said Ana Ruiz, a farmer.\n",
    );
    has(
        &view,
        "     5a   statement   Ana Ruiz, a farmer → Ana Ruiz (person, farmer) · said · direct\n",
    );
    assert!(!view.contains("what "), "the sentences show it:\n{view}");
}

#[test]
fn sources_of_a_joint_claim_stand_there_once() {
    let view = view(RIVER);
    let line = view
        .lines()
        .find(|line| line.contains("accusation  "))
        .expect("an accusation");
    assert_eq!(
        line.matches("Peru").count(),
        2,
        "the words and the name: {line}"
    );
}

#[test]
fn furniture_is_folded_to_a_line() {
    let view = view(RIVER);
    has(
        &view,
        "     [boilerplate] Skip to main content · Home · World · [dateline] LUNDE, Norland —\n",
    );
    assert!(
        view.ends_with("\n     [boilerplate] Share this article\n"),
        "{view}"
    );
}

/// Brackets could not tell them apart.
#[test]
fn contents_that_cross_are_written_out() {
    let article = "Ana Ruiz said the dam is safe. Tom Holm said the road is open.";
    let mut found = newsclaim::extract(article);
    has(
        &text(article, &found),
        "  2  Tom Holm said {a: the road is open}.\n",
    );
    let piece = &mut found.claims[1].content[0];
    piece.span.start = article.find("safe").expect("a place");
    piece.text = article[piece.span.range()].to_owned().into();
    let view = text(article, &found);
    has(&view, "  1  Ana Ruiz said {a: the dam is safe}.\n");
    has(&view, "said · what safe. Tom Holm said the road is open");
}

#[test]
fn another_text_than_the_one_that_was_read_does_no_harm() {
    for article in checks::fixtures() {
        let found = article.extract();
        for other in ["", "é", "“Ünder”", &article.text[..article.text.len() / 3]] {
            let view = text(other, &found);
            assert!(view.starts_with("published"), "{}", article.name);
        }
    }
}

#[test]
fn runs_are_the_text_and_break_lines_at_their_ends() {
    for article in checks::fixtures() {
        let found = article.extract();
        for view in [View::new(), View::new().brief(), View::new().width(44)] {
            let runs = view.runs(&article.text, &found);
            let joined: String = runs.iter().map(|run| run.text.as_str()).collect();
            assert_eq!(joined, view.text(&article.text, &found));
            for run in runs {
                let inside = run.text.trim_end_matches('\n');
                assert!(!inside.contains('\n') && !run.text.is_empty(), "{run:?}");
            }
        }
    }
}

fn ids(found: &Extraction<'_>) -> Vec<String> {
    found
        .claims
        .iter()
        .map(|claim| claim.id.to_string())
        .collect()
}

#[test]
fn a_part_keeps_its_links_and_loses_those_that_lead_out() {
    for article in checks::fixtures() {
        let whole = article.extract();
        for kind in ClaimKind::ALL {
            let selection = Selection::new().kind(*kind).kind(ClaimKind::Statement);
            let part = whole.clone().select(&selection);
            let kept = ids(&part);
            assert_eq!(kept.len(), selection.indexes(&whole, List::Claims).len());
            for claim in &part.claims {
                let same = |other: &&newsclaim::Claim<'_>| other.id == claim.id;
                let before = whole.claims.iter().find(same).expect("it was there");
                let id =
                    |claim: Option<&newsclaim::Claim<'_>>| claim.map(|claim| claim.id.to_string());
                let answered = id(whole.responds_to(before)).filter(|id| kept.contains(id));
                assert_eq!(id(part.responds_to(claim)), answered, "{}", article.name);
                let holder = id(whole.nested_in(before)).filter(|id| kept.contains(id));
                assert_eq!(id(part.nested_in(claim)), holder, "{}", article.name);
                assert!(
                    part.casualties_of(claim)
                        .eq(whole.casualties_of(before).filter_map(|figure| part
                            .casualties
                            .iter()
                            .find(|other| other.span == figure.span)))
                );
                assert_eq!(
                    part.said_of(claim),
                    whole.said_of(before),
                    "{}",
                    article.name
                );
            }
            for figure in &part.casualties {
                assert!(
                    part.claim_of(figure).is_some(),
                    "{}: {figure}",
                    article.name
                );
            }
        }
        assert_eq!(whole.clone().select(&Selection::new()), whole);
    }
}
